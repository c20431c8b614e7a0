"""Directions turned round: 上涨 as fell, 低于 as higher than, 之后 as before, 31比24 won as 24-31."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.directions import AXES, DOWN, LESS, MORE, UP, Pole
from workbench.checks.rules.opposites import is_explained
from workbench.evidence.values import Counterpart
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span
from workbench.text.variants import to_simplified

_DENIED = re.compile(
    "(?:[不没未](?![足到仅但断久过同])|[无非难](?!常)|反而|停止|避免|防止|遏制|抑制|阻止|放缓|减缓|扭转|控制)[^，。；！？,.;!?]{0,6}$"
)
_TURNED = re.compile(
    r"\b(?:no|not|never|none|nor|neither|cannot|\w+n['\u2019]t|without|stop\w*|halt\w*|prevent\w*|avoid\w*|curb\w*"
    r"|slow\w*|revers\w+|fail\w*|hardly|barely|rather|instead|unlike|negativ\w+|little|than before|opposite|lack\w*)\b",
    re.IGNORECASE,
)
_AFTER = re.compile("[了至到为约达近超过逾将 ]{0,3}$")
_NEAR_BEFORE = 8
_ANCHORED = tuple(
    (pole, opposite, re.compile(lead))
    for one, other, lead in ((UP, DOWN, r"[^.;:!?\d]{0,24}$"), (MORE, LESS, r"\w+ \w* ?$"))
    for pole, opposite in ((one, other), (other, one))
)
"""The poles that stand beside numbers, and how much before a number of the translation belongs to it."""
_LONGEST = 400
"""Characters of a source that is still one or two sentences, where what is said once may be compared with what is."""


class Direction(Check):
    id = "meaning.direction"
    name = "Direction turned round"
    description = (
        "The translation says up for down, more for less, before for after, and nothing that renders the source."
    )
    severity = Severity.CRITICAL
    fires = (
        Example("Prices fell in May.", "五月价格上涨。", "fell"),
        Example("Blood pressure was higher than in the other group.", "血压低于另一组。", "higher than"),
        Example("Less than half of them knew.", "超过一半的人知道。", "Less than"),
        Example("It opened before the festival.", "节日之后开业。", "before"),
        Example("It is the smallest port.", "它是最大的港口。", "smallest"),
        Example("Sales rose, and profits rose by 5%.", "销量上升，利润下降5%。", "rose"),
    )
    quiet = (
        Example("Prices climbed in May.", "五月价格上涨。"),
        Example("Prices did not fall in May.", "五月价格反而上涨。"),
        Example("Unemployment fell as jobs grew.", "就业增加，失业减少。"),
        Example("Blood pressure was below that of the other group, whose was higher than usual.", "血压低于另一组。"),
        Example("Sales rose, and profits fell by 5%.", "销量上升，利润下降5%。"),
        Example("No more than half of them knew.", "不到一半的人知道。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if len(seg.source) > _LONGEST:
            return
        source = to_simplified(seg.source)
        told = False
        for one, other in AXES:
            for pole, opposite in ((one, other), (other, one)):
                for said in _turned_round(pole, opposite, source, seg.target):
                    wrong = opposite.betrays.search(seg.target)
                    if wrong and not is_explained(Span(*wrong.span()), Span(*said.span()), _links(seg, said, context)):
                        yield self._finding(seg, Span(*wrong.span()), Span(*said.span()))
                        told = True
                    break
        if not told:
            yield from self._beside_numbers(seg, source, context)

    def _beside_numbers(self, seg: CheckedSegment, source: str, context: CheckContext) -> Iterable[Finding]:
        """Where a text has both directions, the number beside one tells which is meant."""
        if not any(pole.said.search(source) for pole in (UP, DOWN, MORE, LESS)) or _TURNED.search(seg.target):
            return
        for ours, theirs in context.numbers(seg).matched:
            if (ours.weak and ours.kind != "fraction") or ours.low != theirs.low:
                continue
            first = _start_of_clause(source, ours.span.start)
            before, until = source[first : ours.span.start], seg.target[: theirs.span.start]
            for pole, opposite, lead in _ANCHORED:
                said = next(
                    (
                        m
                        for m in pole.said.finditer(source, first)
                        if _AFTER.fullmatch(source, m.end(), ours.span.start)
                    ),
                    None,
                )
                if (
                    said is None
                    or opposite.hinted.search(pole.said.sub("", before))
                    or _DENIED.search(source[: said.start()])
                ):
                    continue
                near = lead.search(until)
                start = near.start() if near else len(until)
                wrong = opposite.betrays.search(seg.target, start, theirs.span.start + 2)
                if wrong and not pole.renders.search(seg.target, start, theirs.span.start):
                    yield self._finding(seg, Span(*wrong.span()), Span(*said.span()))

    def _finding(self, seg: CheckedSegment, wrong: Span, said: Span) -> Finding:
        return self.in_target(
            seg,
            wrong,
            f"The source says {said.of(seg.source)}, which is the opposite of \u201c{wrong.of(seg.target)}\u201d.",
            source=said,
            confidence=0.8,
        )


def _links(seg: CheckedSegment, said: re.Match[str], context: CheckContext) -> list[Counterpart]:
    """The links of the pair without those of longer words: 价格上涨 linked to `Prices` says nothing of 上涨."""
    span = Span(*said.span())
    return [
        link
        for link in context.evidence(seg).links
        if not link.source.overlaps(span) or len(link.source) <= len(span) + 1
    ]


def _start_of_clause(source: str, end: int) -> int:
    """Where the last few characters before a place begin, without those of another clause."""
    cut = max(source.rfind(mark, 0, end) for mark in "，。；、,;")
    return max(0, end - _NEAR_BEFORE, cut + 1)


def _turned_round(pole: Pole, opposite: Pole, source: str, target: str) -> Iterable[re.Match[str]]:
    """What the source says of a pole, where it says nothing of the other, and the target nothing of this one."""
    found = [match for match in pole.said.finditer(source) if not _DENIED.search(source[: match.start()])]
    if not found or not opposite.betrays.search(target) or pole.renders.search(target) or _TURNED.search(target):
        return ()
    without = pole.said.sub("", source)
    return () if opposite.hinted.search(without) else found
