"""A project of 10,000 pairs opened again with its analysis kept: from the shell to the screen, and memory. Run it:

    python tests/benchmarks/large_project.py [PAIRS [ROUNDS]]

The project is made and analysed first, which takes a minute. Then the program is started on it in a pseudo-terminal.
`painted` is when the words of the first segment are on the screen, `analysed` when the findings and scores are, too.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.checks_speed import document
from tests.benchmarks.startup import OURS, start
from workbench.session.session import Session
from workbench.terms.termbase import demo_termbase


def make(room: Path, pairs: int) -> Path:
    """A project with its analysis."""
    source, target, project = room / "source.txt", room / "target.txt", room / "large.review"
    segments = document(pairs)
    source.write_text("\n".join(seg.source.replace("\n", " ") for seg in segments), "utf-8")
    target.write_text("\n".join(seg.target.replace("\n", " ") for seg in segments), "utf-8")
    began = time.perf_counter()
    with Session.create(source, target, project=project, terms=demo_termbase()) as session:
        paired = time.perf_counter()
        session.analyse()
        done = time.perf_counter()
        count = len(session.beads)
    print(f"{count} segments: read and paired in {paired - began:.1f} s, analysed in {done - paired:.1f} s")
    print(f"written after {time.perf_counter() - done:.1f} s more; {project.stat().st_size / 1e6:.1f} MB")
    return project


def main() -> None:
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        project = make(room, pairs)
        for what, words in (("painted", b"Report"), ("analysed", b"the analysis is done")):
            starts = [start(OURS, ["review", str(project)], words, room) for _ in range(rounds + 1)]
            taken = [one for one in starts[1:] if one is not None]
            if not taken:
                print(f"{what}: never")
                continue
            wall, cpu, memory = (statistics.median(getattr(s, f) for s in taken) for f in ("wall", "cpu", "memory"))
            print(f"{what}: {wall:.2f} s wall, {cpu:.2f} s CPU, {memory:.0f} MB at most (median of {len(taken)})")


if __name__ == "__main__":
    main()
