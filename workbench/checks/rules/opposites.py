"""Words that were turned into another: 上涨 as fell, 关闭 as open, 星期三 as Tuesday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.checks import turns_in_sets, turns_of_degree, turns_of_words
from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.turns import DENIED, Turned, TurnTable, is_denied_there, turn
from workbench.checks.turns_of_degree import DOWN, EARNED, LESS, LOST, MORE, UP
from workbench.evidence.values import Counterpart, LinkKind
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span
from workbench.text.variants import to_simplified

_TABLE = TurnTable((*turns_of_degree.TURNS, *turns_of_words.TURNS))
_SETS = TurnTable(turns_in_sets.TURNS)
_SURE = 0.5
"""Confidence of a link from which a word is held to be rendered by what it is linked to."""
_LONGEST = 400
"""Characters of a source that is still one or two sentences, where what is said once may be compared with what is."""
_AFTER = re.compile("[了至到为约达近超过逾将 ]{0,3}$")
_NEAR_BEFORE = 8
_ONCE = 2
"""How often a value stands in a pair that says it once: beside a value that is said again either may stand."""
_ANCHORED = tuple(
    (turn(pole, opposite), re.compile(lead))
    for one, other, lead in (
        (UP, DOWN, r"[^.;:!?\d]{0,24}$"),
        (MORE, LESS, r"\w+ \w* ?$"),
        (EARNED, LOST, r"(?:\w+ )?\w+ of (?:about |around |nearly |over |more than )?$"),
    )
    for pole, opposite in ((one, other), (other, one))
)
"""The poles that stand beside numbers, and how much before a number of the translation belongs to it."""


class OppositeWord(Check):
    id = "meaning.opposite"
    name = "Turned into its opposite"
    description = "The translation says the opposite of a word of the source, up for down, and nothing that renders it."
    severity = Severity.CRITICAL
    fires = (
        Example("Prices fell in May.", "五月价格上涨。", "fell"),
        Example("Blood pressure was higher than in the other group.", "血压低于另一组。", "higher than"),
        Example("Less than half of them knew.", "超过一半的人知道。", "Less than"),
        Example("It opened before the festival.", "节日之后开业。", "before"),
        Example("It is the smallest port.", "它是最大的港口。", "smallest"),
        Example("Sales rose, and profits rose by 5%.", "销量上升，利润下降5%。", "rose"),
        Example("The company decided to open three farms.", "公司决定关闭三家牧场。", "open"),
        Example("It kept the outlook positive.", "展望维持负面。", "positive"),
        Example("In May exports fell.", "五月进口下降。", "exports"),
        Example("Many residents supported the plan.", "许多居民反对该计划。", "supported"),
        Example("The gap between them has widened.", "两者的差距缩小了。", "widened"),
        Example(
            "It cost more than 3 million yuan and has not one actor.", "耗资不足三百万元，没有一位演员。", "more than"
        ),
        Example("It made a net profit of 2 million yuan.", "净亏损200万元。", "profit"),
        Example("The share must be no more than 3%.", "比例不低于3%。", "no more than"),
        Example("The share must be no less than 3%.", "比例不高于3%。", "no less than"),
        Example("It takes no more than five people.", "至少需要五人。", "no more than"),
    )
    quiet = (
        Example("Prices climbed in May.", "五月价格上涨。"),
        Example("Prices did not fall in May.", "五月价格反而上涨。"),
        Example("Unemployment fell as jobs grew.", "就业增加，失业减少。"),
        Example("Blood pressure was below that of the other group, whose was higher than usual.", "血压低于另一组。"),
        Example("Sales rose, and profits fell by 5%.", "销量上升，利润下降5%。"),
        Example("No more than half of them knew.", "不到一半的人知道。"),
        Example("It cost no more than 3 million yuan.", "耗资不足三百万元。"),
        Example("The company decided to close three farms.", "公司决定关闭三家牧场。"),
        Example("It opened one and closed another.", "它开了一家，又关闭了一家。"),
        Example("They are open about the shutdown.", "他们对关闭一事并不隐瞒。"),
        Example("In May exports and imports fell.", "五月进出口下降。"),
        Example("It lost 2 million yuan.", "净亏损200万元。"),
        Example("The share must not fall below 3%.", "比例不低于3%。"),
        Example("The share must be 3% or more.", "比例不低于3%。"),
        Example("The share must not be over 3%.", "比例不得高于3%。"),
        Example("It pays at least 3% and at most 5%.", "不低于3%，不超过5%。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if len(seg.source) > _LONGEST:
            return
        source = to_simplified(seg.source)
        told: list[Span] = []
        for turned in _TABLE.shown(source, seg.target):
            wrong, said = Span(*turned.betrayed.span()), Span(*turned.said.span())
            if any(wrong.overlaps(one) for one in told):
                continue
            if not is_explained(wrong, said, _links(seg, source, said, context)):
                told.append(wrong)
                yield self._finding(seg, wrong, said)
        if not told:
            yield from self._beside_numbers(seg, source, context)

    def _beside_numbers(self, seg: CheckedSegment, source: str, context: CheckContext) -> Iterable[Finding]:
        """Where a text has both directions, the number beside one tells which is meant."""
        anchored = [(one, lead) for one, lead in _ANCHORED if one.said.search(source)]
        if not anchored:
            return
        numbers = context.numbers(seg)
        values = [number.low for number in (*numbers.source, *numbers.target)]
        for ours, theirs in numbers.matched:
            if (ours.weak and ours.kind != "fraction") or ours.low != theirs.low or values.count(ours.low) > _ONCE:
                continue
            first = _start_of_clause(source, ours.span.start)
            before, until = source[first : ours.span.start], seg.target[: theirs.span.start]
            for one, lead in anchored:
                said = next(
                    (m for m in one.said.finditer(source, first) if _AFTER.fullmatch(source, m.end(), ours.span.start)),
                    None,
                )
                if said is None or one.hinted.search(one.said.sub("", before)) or DENIED.search(source[: said.start()]):
                    continue
                near = lead.search(until)
                start = near.start() if near else len(until)
                wrong = one.betrays.search(seg.target, start, theirs.span.start + 2)
                if (
                    wrong
                    and not one.renders.search(seg.target, start, theirs.span.start)
                    and not is_denied_there(seg.target, wrong.start())
                ):
                    yield self._finding(seg, Span(*wrong.span()), Span(*said.span()))

    def _finding(self, seg: CheckedSegment, wrong: Span, said: Span) -> Finding:
        words = wrong.of(seg.target)
        right = _COUNTERPARTS.get(words.lower())
        return self.in_target(
            seg,
            wrong,
            f"The source says {said.of(seg.source)}, which is the opposite of \u201c{words}\u201d.",
            source=said,
            suggestions=(_in_case(right, words),) if right else (),
            confidence=0.8,
        )


class AnotherOfASet(Check):
    id = "meaning.another"
    name = "Another one of a few"
    description = (
        "The translation names another weekday, month, season, compass point, side, time or kin than the source."
    )
    severity = Severity.MAJOR
    fires = (
        Example("The meeting is on Tuesday.", "会议定于星期三举行。", "Tuesday"),
        Example("It opened in March.", "展览在五月开幕。", "March"),
        Example("The aircraft turned north.", "飞机转向南飞去。", "north"),
        Example("His father took him to school.", "母亲送他去学校。", "father"),
        Example("He injured his right knee.", "他左膝受伤。", "right"),
        Example("They leave next month.", "他们本月底离开。", "next month"),
    )
    quiet = (
        Example("The meeting is on Wednesday.", "会议定于星期三举行。"),
        Example("It opened in May and may close in March.", "展览在五月开幕，可能三月闭幕。"),
        Example("He was right: the left knee.", "他说得对，是左膝。"),
        Example("It is open from Tuesday to Sunday.", "除周一外每天开放。"),
        Example("His parents took him to school.", "母亲和父亲送他去学校。"),
        Example("The meeting is on the 14th.", "会议明天举行。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if len(seg.source) > _LONGEST:
            return
        told: list[Span] = []
        for turned in _SETS.shown(to_simplified(seg.source), seg.target):
            wrong, said = Span(*turned.betrayed.span()), Span(*turned.said.span())
            if not any(wrong.overlaps(one) for one in told) and not _LEFT_OUT.search(seg.source, 0, said.start):
                told.append(wrong)
                yield self._finding(seg, turned, wrong, said)

    def _finding(self, seg: CheckedSegment, turned: Turned, wrong: Span, said: Span) -> Finding:
        words, (theirs, ours) = wrong.of(seg.target), turned.turn.instead
        return self.in_target(
            seg,
            wrong,
            f"The source says {said.of(seg.source)}, and not \u201c{words}\u201d.",
            source=said,
            suggestions=(_in_case(ours, words),) if ours and words.lower() == theirs.lower() else (),
            confidence=0.85,
        )


_LEFT_OUT = re.compile("除了?$")
"""Of the others it may be said: 除周一外 is from Tuesday to Sunday."""


def is_explained(target: Span, source: Span, links: Sequence[Counterpart]) -> bool:
    """Whether other words of the source render the target's word, or other words of the target the source's."""
    return any(
        link.confidence >= _SURE
        and link.kind is not LinkKind.POSITION
        and link.source.overlaps(source) != link.target.overlaps(target)
        and (link.source.overlaps(source) or link.target.overlaps(target))
        for link in links
    )


def _links(seg: CheckedSegment, source: str, said: Span, context: CheckContext) -> list[Counterpart]:
    """The links of the pair without those of longer words: 价格上涨 linked to `Prices` says nothing of 上涨."""
    return [
        link
        for link in context.evidence(seg).links
        if (not link.source.overlaps(said) or len(link.source) <= len(said)) and link.source.of(source) not in _EMPTY
    ]


_EMPTY = frozenset("就也都还又再才却则便的了着过地得和与把被在是")
"""Words that render no word of content, whatever the dictionary finds in them."""


def _start_of_clause(source: str, end: int) -> int:
    """Where the last few characters before a place begin, without those of another clause."""
    cut = max(source.rfind(mark, 0, end) for mark in "，。；、,;")
    return max(0, end - _NEAR_BEFORE, cut + 1)


def _in_case(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[:1].isupper() else word


_PAIRS = (
    "rise fall, rises falls, rose fell, rising falling, risen fallen, increase decrease, increases decreases, "
    "increased decreased, increasing decreasing, higher lower, up down, above below, highest lowest, largest smallest, "
    "biggest smallest, before after, more_than less_than, higher_than lower_than, at_least at_most, "
    "exports imports, export import, exporting importing, exported imported, bought sold, buy sell, buys sells, "
    "buying selling, open close, opened closed, opening closing, positive negative, optimistic pessimistic, "
    "supported opposed, supports opposes, first_half second_half, surplus deficit, profit loss, profits losses, "
    "accelerated slowed, stronger weaker, strengthened weakened, ahead behind, widened narrowed, larger smaller, "
    "earlier later, cheaper more_expensive, longest shortest, legal illegal, indoor outdoor, urban rural, "
    "upstream downstream, online offline, direct indirect, expenditure income, supply demand"
)
_COUNTERPARTS = {
    one.replace("_", " "): other.replace("_", " ")
    for pair in _PAIRS.split(", ")
    for one, other in (pair.split(), pair.split()[::-1])
}
"""What a word becomes when it is turned back, in the same form; the first of several is what is meant most."""
