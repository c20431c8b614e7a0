"""Human scores of whole segments, 0 to 100: direct assessment with z-scores, and ESA (design: formats, 3.4)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

PROTOCOLS = ("esa", "da")
"""ESA: error spans first, then a score; DA: a score alone."""
ANCHORS = (
    (0, "no meaning preserved: most information is lost"),
    (33, "some meaning preserved: major gaps and narrative issues"),
    (66, "most meaning preserved: minor issues with grammar or consistency"),
    (100, "perfect: meaning and grammar align completely with the source"),
)
"""What the scale says at its marks, in Appraise's words."""
UNMARKED = 66
"""A lower score without a marked error is asked about (Appraise)."""


class Rating(NamedTuple):
    """What one rater gave one segment."""

    rater: str
    segment: str
    value: float
    blind: bool = False
    """True if machine scores and findings were hidden."""
    order: str = ""
    """In which order the segments were gone through, for people."""


def blindness(ratings: Sequence[Rating]) -> str:
    """How far these scores were given blind, in words."""
    blind = sum(one.blind for one in ratings)
    orders = ", ".join(sorted({one.order for one in ratings if one.blind and one.order}))
    if not blind:
        return "machine scores in sight"
    told = "rated blind" if blind == len(ratings) else f"{blind} of {len(ratings)} scores rated blind"
    return f"{told} ({orders})" if orders else told


def mean(ratings: Sequence[Rating]) -> float:
    """Mean over segments of the mean over raters; nan without ratings."""
    by_segment: dict[str, list[float]] = defaultdict(list)
    for one in ratings:
        by_segment[one.segment].append(one.value)
    means = [sum(values) / len(values) for values in by_segment.values()]
    return sum(means) / len(means) if means else math.nan


def z_scores(ratings: Iterable[Rating]) -> Mapping[str, float]:
    """Segment -> mean over raters of z = (value - the rater's mean) / the rater's standard deviation.

    As WMT standardises direct assessment (sample standard deviation, n - 1). A rater with fewer than two different
    values tells nothing and is left out.
    """
    known = list(ratings)
    by_rater: dict[str, list[float]] = defaultdict(list)
    for one in known:
        by_rater[one.rater].append(one.value)
    scale: dict[str, tuple[float, float]] = {}
    for rater, values in by_rater.items():
        middle = sum(values) / len(values)
        spread = math.sqrt(sum((v - middle) ** 2 for v in values) / (len(values) - 1)) if len(values) > 1 else 0.0
        if spread > 0:
            scale[rater] = middle, spread
    found: dict[str, list[float]] = defaultdict(list)
    for one in known:
        if one.rater in scale:
            middle, spread = scale[one.rater]
            found[one.segment].append((one.value - middle) / spread)
    return {segment: sum(values) / len(values) for segment, values in found.items()}
