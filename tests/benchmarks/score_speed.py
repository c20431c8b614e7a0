"""How fast the quality estimate is: CPU time until it is ready, segments a second with cold caches, and memory.

    python tests/benchmarks/score_speed.py ../shared/data/mqm/news20.jsonl.xz [SEGMENTS]

Each source once, so that nothing is remembered from the segment before. The last line is a plain loop in the same run:
a shared machine slows both alike.
"""

from __future__ import annotations

import json
import lzma
import resource
import sys
import time
from pathlib import Path


def main() -> None:
    pairs: dict[str, str] = {}
    with lzma.open(Path(sys.argv[1]), "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if not row["human"]:
                pairs.setdefault(row["src"], row["hyp"])
    chosen = list(pairs.items())[: int(sys.argv[2]) if len(sys.argv) > 2 else 1000]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    from workbench.model.bulk import keeping_all
    from workbench.score.quality import estimate

    estimate("公司开会了。", "The company held a meeting.")
    print(f"ready after {time.process_time() - began:.2f} CPU s")
    began = time.process_time()
    with keeping_all():  # as the score command and the screen do
        for source, target in chosen:
            estimate(source, target)
    spent = time.process_time() - began
    length = sum(len(source) for source, _ in chosen) / len(chosen)
    print(f"{len(chosen) / spent:.0f} segments a CPU second, cold ({len(chosen)} segments of {length:.0f} characters)")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{peak / 1024:.0f} MB at most (of them {before / 1024:.0f} MB before: the data read for this benchmark)")
    began = time.process_time()
    count = 0
    for i in range(5_000_000):
        count += i
    print(f"plain loop of 5 million additions: {time.process_time() - began:.2f} CPU s (0.22 on an idle machine)")


if __name__ == "__main__":
    main()
