"""Agreement between raters of the same units: Krippendorff's alpha, Cohen's kappa, and how far marked words overlap.

Written out here: the kept library for alpha is under the GPL.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import permutations

from workbench.model.span import Span

Table = Mapping[str, Mapping[str, Hashable]]
"""Unit -> rater -> value; raters who did not judge a unit are left out."""


def alpha(table: Table, level: str = "nominal") -> float:
    """Krippendorff's alpha, 1 - observed / expected disagreement; nan where nothing can disagree.

    `level`: nominal, ordinal (values are numbers in rank order) or interval. Any number of raters, gaps allowed
    (Krippendorff, Content Analysis, 2004, chapter 11).
    """
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    for by_rater in table.values():
        values = list(by_rater.values())
        for a, b in permutations(values, 2):
            coincidences[a, b] += 1 / (len(values) - 1)  # type: ignore[assignment]
    totals: Counter[Hashable] = Counter()
    for (a, _), n in coincidences.items():
        totals[a] += n
    pairable = sum(totals.values())
    distance = _distance(level, totals)
    observed = sum(n * distance(a, b) for (a, b), n in coincidences.items())
    expected = sum(totals[a] * totals[b] * distance(a, b) for a in totals for b in totals) / max(pairable - 1, 1e-9)
    return 1 - observed / expected if expected > 0 else math.nan


def _distance(level: str, totals: Mapping[Hashable, float]) -> Callable[[Hashable, Hashable], float]:
    if level == "nominal":
        return lambda a, b: float(a != b)
    if level == "interval":
        return lambda a, b: (float(a) - float(b)) ** 2  # type: ignore[arg-type]
    if level != "ordinal":
        raise ValueError(f"no such level: {level}; known are nominal, ordinal, interval")
    order = sorted(totals, key=lambda value: float(value))  # type: ignore[arg-type]

    def ordinal(a: Hashable, b: Hashable) -> float:
        first, last = sorted((order.index(a), order.index(b)))
        between = sum(totals[order[k]] for k in range(first, last + 1))
        return (between - (totals[a] + totals[b]) / 2) ** 2

    return ordinal


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Cohen's kappa of two raters over units that both judged; nan without units, or if both always say one thing."""
    if not pairs:
        return math.nan
    observed = sum(a == b for a, b in pairs) / len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(first[value] * second[value] for value in first) / len(pairs) ** 2
    return (observed - expected) / (1 - expected) if expected < 1 else math.nan


def span_agreement(ours: Sequence[Span], theirs: Sequence[Span]) -> tuple[float, float]:
    """(F1 over characters, F1 over spans) of what two raters marked in one text; nan where neither marked anything.

    Each span is matched with at most one of the other side, and a match counts for the share that the two have in
    common, 2 |a and b| / (|a| + |b|): half an overlap is half a hit.
    """
    if not ours and not theirs:
        return math.nan, math.nan
    first = {at for span in ours for at in range(span.start, span.end)}
    second = {at for span in theirs for at in range(span.start, span.end)}
    characters = 2 * len(first & second) / (len(first) + len(second)) if first or second else math.nan
    overlaps = sorted(
        ((_dice(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if a.overlaps(b)), reverse=True
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    credit = 0.0
    for share, i, j in overlaps:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            credit += share
    return characters, 2 * credit / (len(ours) + len(theirs))


def _dice(a: Span, b: Span) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return 2 * common / (len(a) + len(b))


def correlation(pairs: Sequence[tuple[float, float]]) -> float:
    """Pearson's r; nan for fewer than two units or where one rater always gives the same."""
    n = len(pairs)
    if n < 2:
        return math.nan
    middle = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    both = sum((a - middle[0]) * (b - middle[1]) for a, b in pairs)
    spread = math.sqrt(sum((a - middle[0]) ** 2 for a, _ in pairs) * sum((b - middle[1]) ** 2 for _, b in pairs))
    return both / spread if spread > 0 else math.nan
