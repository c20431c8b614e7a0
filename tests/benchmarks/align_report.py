"""Strict F1 of beads, by the convention of the sentence-alignment literature, and the calibration of confidence.

A bead is right if the very same bead is gold; precision is over all beads, recall over the gold beads with both sides.
Null beads are compared sentence by sentence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from align_data import GoldBead


def single_nulls(beads: Sequence[GoldBead]) -> set[GoldBead]:
    out: set[GoldBead] = set()
    for s, t in beads:
        if s and t:
            out.add((s, t))
        else:
            out.update({((i,), ()) for i in s} | {((), (j,)) for j in t})
    return out


def from_steps(steps: Sequence[tuple[int, int]]) -> list[GoldBead]:
    beads, i, j = [], 0, 0
    for n, m in steps:
        beads.append((tuple(range(i, i + n)), tuple(range(j, j + m))))
        i, j = i + n, j + m
    return beads


def counts(gold: Sequence[GoldBead], found: Sequence[GoldBead]) -> Counter[str]:
    g, f = single_nulls(gold), single_nulls(found)
    paired, lone = {b for b in g if b[0] and b[1]}, {b for b in g if not (b[0] and b[1])}
    lone_found = {b for b in f if not (b[0] and b[1])}
    return Counter(
        hits=len(g & f), found=len(f), paired_hits=len(paired & f), paired=len(paired),
        lone_hits=len(lone & f), lone=len(lone), lone_found=len(lone_found),
    )  # fmt: skip


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def strict(c: Counter[str]) -> float:
    return f1(c["hits"] / max(1, c["found"]), c["paired_hits"] / max(1, c["paired"]))


def lone(c: Counter[str]) -> float:
    return f1(c["lone_hits"] / max(1, c["lone_found"]), c["lone_hits"] / max(1, c["lone"]))


class Report:
    """Figures by set, with the worst documents, and how often beads of each confidence are right."""

    def __init__(self, title: str) -> None:
        self.title = title
        self._sets: dict[str, Counter[str]] = defaultdict(Counter)
        self._documents: dict[str, list[tuple[float, str]]] = defaultdict(list)
        self._likelihood: dict[str, float] = defaultdict(float)
        self.confidence: list[tuple[float, bool]] = []

    def add_likelihood(self, kind: str, value: float) -> None:
        """ln of the chance that a model gives to the gold beads of one document."""
        self._likelihood[kind] += value

    def add_beads(
        self, kind: str, name: str, gold: Sequence[GoldBead], found: Sequence[GoldBead], chances: Sequence[float]
    ) -> None:
        c = counts(gold, found)
        self._sets[kind] += c
        self._documents[kind].append((strict(c), name))
        right = single_nulls(gold)
        if chances:
            self.confidence += [(p, bead in right) for p, bead in zip(chances, found, strict=True)]

    def show(self) -> None:
        heads = f"{'set':<22}{'strict F1':>10}{'null F1':>9}{'gold nulls':>12}{'ln p(gold)':>12}  worst documents"
        print(f"\n{self.title}\n{heads}")
        for kind, c in self._sets.items():
            worst = ", ".join(f"{name} {value:.3f}" for value, name in sorted(self._documents[kind])[:3])
            figure = f"{self._likelihood[kind]:>12.1f}" if kind in self._likelihood else " " * 12
            print(f"{kind:<22}{strict(c):>10.4f}{lone(c):>9.3f}{c['lone']:>12}{figure}  {worst}")
        if self.confidence:
            show_calibration(self.confidence)


def show_calibration(confidence: Sequence[tuple[float, bool]]) -> None:
    print(f"{'confidence':<16}{'beads':>7}{'mean':>8}{'right':>8}")
    edges = [0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01]
    for low, high in pairwise(edges):
        inside = [(p, ok) for p, ok in confidence if low <= p < high]
        if inside:
            mean, share = (sum(x) / len(inside) for x in zip(*inside, strict=True))
            print(f"{low:.2f} to {min(high, 1):.2f}    {len(inside):>7}{mean:>8.3f}{share:>8.3f}")
