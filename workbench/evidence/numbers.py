"""Numbers of a pair, matched by value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from workbench.evidence.durations import length_of, same_length
from workbench.evidence.measures import quantity_of, same_quantity
from workbench.evidence.numbers_otherwise import not_said_otherwise
from workbench.evidence.values import NumberEvidence
from workbench.model.span import Side
from workbench.text.numerals import Number, NumberKind, numbers, same_value

_MANY = 80
"""Numbers from which only near ones are compared."""


@lru_cache(maxsize=512)
def match_numbers(source_text: str, target_text: str) -> NumberEvidence:
    """Pair the numbers of the two texts by value, each used once; where several would do, the nearest by place.

    Weak numbers (one, 一个, first) may answer another, but are never missing or added themselves. Cached by content.
    """
    all_ours, all_theirs = numbers(source_text, Side.SOURCE), numbers(target_text, Side.TARGET)
    ours = sorted(all_ours, key=lambda number: number.weak)
    theirs = list(all_theirs)
    matched: list[tuple[Number, Number]] = []
    missing: list[Number] = []
    if not ours and not theirs:
        return NumberEvidence()
    scale = len(target_text) / max(1, len(source_text))
    for number in ours:
        place = number.span.start * scale
        near = around(place, theirs)
        equals = [k for k in near if same_value(number, theirs[k])]
        if not equals and (length := length_of(number, source_text, Side.SOURCE)):
            equals = [k for k in near if same_length(length, length_of(theirs[k], target_text, Side.TARGET))]
        if not equals and (quantity := quantity_of(number, source_text, Side.SOURCE)):
            equals = [k for k in near if same_quantity(quantity, quantity_of(theirs[k], target_text, Side.TARGET))]
        if not equals:
            if not number.weak:
                missing.append(number)
            continue
        best = min(
            equals,
            key=lambda k: (
                NumberKind.MULTIPLE in (number.kind, theirs[k].kind) and number.kind is not theirs[k].kind,
                theirs[k].weak and not number.weak,
                abs(theirs[k].span.start - place),
            ),
        )
        matched.append((number, theirs.pop(best)))
    matched.sort(key=lambda pair: pair[0].span)
    missing.sort(key=lambda number: number.span)
    added = [number for number in theirs if not number.weak]
    if missing or added:
        missing, added = not_said_otherwise(missing, added, source_text, target_text, matched, all_theirs)
    return NumberEvidence(tuple(matched), tuple(missing), tuple(added), all_ours, all_theirs)


def around(place: float, numbers: Sequence[Number]) -> range:
    """Indices of numbers that are in text order: of many only those nearest to a place."""
    if len(numbers) <= _MANY:
        return range(len(numbers))
    k = bisect_left(numbers, place, key=lambda number: number.span.start)
    k = min(max(0, k - _MANY // 2), len(numbers) - _MANY)
    return range(k, k + _MANY)
