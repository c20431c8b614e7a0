"""TER in a process of its own: one question a line, one answer a line. `live_ter` asks, and ends it when it is slow."""

from __future__ import annotations

import json
import sys

from workbench.score.reference import hter


def serve() -> None:
    """Answers until nobody asks any more: `["machine's text", "corrected text"]` with the HTER in percent."""
    for line in sys.stdin:
        machine, corrected = json.loads(line)
        print(json.dumps(hter(machine, corrected)), flush=True)


if __name__ == "__main__":
    serve()
