"""Measure the aligner as users have it: strict F1 by set, worst documents, calibration, time and memory.

    python tests/benchmarks/align_eval.py DATA

DATA is the unpacked development data (see align_data.py). Besides its three sets: machine translations with seeded
losses and merges, every document with a block of 15 % lost on one side, the novels with a stand-in for a machine
translation (see `glossed`), and one document of all texts together.
The weights were fitted on most of these documents; `align_fit.py` measures them on documents that are held out.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from align_data import SETS, Gold, glossed, lose_blocks, machine_translations, read_set
from align_report import Report, from_steps

from workbench.align.aligner import align_texts


def measure(report: Report, kind: str, documents: Iterable[Gold]) -> None:
    for gold in documents:
        found = align_texts(gold.source, gold.target)
        beads = from_steps([(one.sources, one.targets) for one in found])
        report.add_beads(kind, gold.name, gold.beads, beads, [one.confidence for one in found])


def joined(documents: Iterable[Gold], copies: int) -> tuple[list[str], list[str]]:
    source: list[str] = []
    target: list[str] = []
    for _ in range(copies):
        for gold in documents:
            source += gold.source
            target += gold.target
    return source, target


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    start = time.perf_counter()
    align_texts(["你好。"], ["Hello."])
    print(f"loading: {time.perf_counter() - start:.2f} s, {memory():.0f} MB")
    sets = {name: read_set(data, name) for name in SETS}
    sets["news"] = machine_translations(data)
    article = max(
        (gold for gold in sets["news"] if len(gold.source) <= 50), key=lambda gold: len(gold.source), default=None
    )
    if article:
        times = []
        for n in range(5):  # each time with other words in the cache of keys, as for a new article
            texts = [f"{n}{zh}" for zh in article.source], [f"{n} {en}" for en in article.target]
            start = time.perf_counter()
            align_texts(*texts)
            times.append(time.perf_counter() - start)
        print(f"article of {len(article.source)} x {len(article.target)} sentences: {sorted(times)[2]:.3f} s")
    texts = joined([gold for documents in sets.values() for gold in documents], 3)
    start = time.perf_counter()
    align_texts(*texts)
    print(
        f"{len(texts[0])} x {len(texts[1])} sentences: {time.perf_counter() - start:.1f} s, {memory():.0f} MB at most"
    )
    report = Report("the aligner as it is")
    for name, documents in sets.items():
        measure(report, name, documents)
    for name, documents in sets.items():
        measure(report, f"{name}, block lost", lose_blocks(documents))
    measure(report, "mac, glossed", glossed(sets["mac"]))
    report.show()
    return 0


def memory() -> float:
    """Most memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
