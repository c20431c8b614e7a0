"""Clauses of the source that the translation lacks, and sentences of the translation that the source lacks.

Both are told by a sum of what the evidence says of the piece (logistic regression). The weights were fitted on
human translations (news20, ted21, and the development data of the alignment: novels and medicine) into which strange
clauses and sentences had been put. On the half that was not fitted on they found about 0.4 of such clauses and 0.65 of
such sentences; per 1,000 pairs as people made them, novels apart, they accused 4 clauses (half of them rightly) and no
sentence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.places import belongs_at
from workbench.evidence.values import EvidenceToken
from workbench.model.finding import Finding, Severity
from workbench.model.placed import spans_placed
from workbench.model.span import Span

_CLAUSE = re.compile("[^，。；！？：,;!?:\n]+")
_SENTENCE = re.compile(
    r"(?:[^.!?\n]|\.(?=\w|\s*[a-z,])|(?<=\b[A-Z])\.|(?<=Co)\.|(?<=Ltd)\.|(?<=Inc)\.|(?<=[MD]r)\.|(?<=Mrs)\.)+"
)
_LEAST_WORDS = 2
_LIMIT = 2.5
"""Log odds from which a piece is held to be missing, or added."""
_MANY_WORDS, _LIMIT_OF_MANY = 4, 2.0
"""A clause of so many words of content is less often an aside that English says with one: this is how, under that."""
_LEAST_WEIGHT = 25.0
"""Nats of a clause's words together; lighter ones are idioms and fillers."""
_LEFT_FOR_LIGHT = 0.5
"""Share of a light sentence's weight from which the source's own words without a rendering may be what it says: an
idiom shares none with it."""
_WORDS_PER_CHARACTER = 0.66
"""English words for one Chinese character, as in the evidence."""
_LONGEST = -0.05
"""ln of words against words expected: in a longer translation nothing is missing that could be told."""
_SHORTEST = 0.05
"""In a shorter one nothing is added."""
_FEWEST = 4
"""Characters of a clause, and words of a sentence, that are looked for."""
_REST_OF_SOURCE = 0.35
_REST_OF_TARGET = -0.3
"""ln of words against words expected, for what is left without the piece: beyond it the piece must have its share."""
_SLACK = 0.05
"""By how much the quick estimate may differ from the measure."""
_ATTRIBUTION = re.compile(
    "据.{1,16}(?:报道|消息|介绍|悉|称|透露|报导)$"
    "|(?:道|说|問|问|曰|表示|称|指出|认为|回答|喊|叫|强调|透露|介绍|写道)(?:了|着)?$"
)
"""Who said it, which English names in other words or, in a dialogue, not at all."""


class _Piece(NamedTuple):
    span: Span
    words: int
    """Of content."""
    weight: float
    """Nats."""
    covered: float
    """Share of the weight that the other side accounts for."""


class ClauseOmission(Check):
    id = "text.omission"
    name = "Clause left out"
    description = "The words of a source clause are not found in the translation, which is shorter than it would be."
    severity = Severity.MAJOR
    fires = (
        Example(
            "The ministry is drafting a model contract.",
            "该部门正在起草示范合同，旅客可以在小程序里直接签署。",
            "旅客可以在小程序里直接签署",
        ),
    )
    quiet = (
        Example(
            "The ministry is drafting a model contract that travellers can sign right in the mini program.",
            "该部门正在起草示范合同，旅客可以在小程序里直接签署。",
        ),
        Example("He jumped for joy.", "他高兴得手舞足蹈,一蹦三尺高。"),
        Example("Brokerages are divided.", "券商对此看法不一。"),
        Example("'Which book?'", "海老公道：“偷什么书？”"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        characters = _characters(seg.source)
        if not _CLAUSE_END.search(seg.source) or _length(seg, characters, 0) > _LONGEST + _SLACK:
            return
        clauses = [m for m in _CLAUSE.finditer(seg.source) if _may_be_missing(m.group(), seg, characters)]
        if not clauses:
            return
        numbered = spans_placed(ours.span for ours, _ in context.numbers(seg).matched)
        if all(numbered.is_touched(Span(*clause.span())) for clause in clauses):
            return
        evidence = context.evidence(seg)
        words = len(evidence.target_tokens)
        length = _ratio(words, characters)
        if length > _LONGEST:
            return
        left_over = evidence.missing_target
        pieces = _pieces(_CLAUSE, seg.source, evidence.source_tokens)
        total = sum(piece.weight for piece in pieces)
        covered = sum(piece.weight * piece.covered for piece in pieces)
        for piece in pieces if len(pieces) > 1 else ():
            text = piece.span.of(seg.source)
            if piece.words < _LEAST_WORDS or piece.weight < _LEAST_WEIGHT or numbered.is_touched(piece.span):
                continue
            if _ATTRIBUTION.search(text.strip()):
                continue
            others = total - piece.weight
            left = left_over / piece.weight
            odds = 3.846 + sum(
                (
                    -15.502 * piece.covered,
                    1.92 * math.log(1 + piece.words),
                    -1.187 * math.log(1 + piece.weight),
                    -0.788 * min(3.0, left),
                    -1.044 * length,
                    -2.747 * _ratio(words, characters - _characters(text)),
                    1.55 * ((covered - piece.weight * piece.covered) / others if others > 0 else 0.0),
                    2.676 * min(2.0, left) * piece.covered,
                )
            )
            if odds >= (_LIMIT if piece.words < _MANY_WORDS else _LIMIT_OF_MANY):
                yield self._finding(seg, context, _stripped(piece.span, seg.source))

    def _finding(self, seg: CheckedSegment, context: CheckContext, span: Span) -> Finding:
        return self.in_source(
            seg,
            span,
            "Nothing in the translation accounts for this clause.",
            target_at=belongs_at(seg, context, span),
            confidence=0.75,
        )


class SentenceAddition(Check):
    id = "text.addition"
    name = "Sentence added"
    description = "Nothing in the source accounts for a sentence that the translation has beside others."
    severity = Severity.MAJOR
    fires = (
        Example(
            "The market fell by a third last year. Free parking is available at all hotels.",
            "市场去年下跌了三分之一。",
            "Free parking is available at all hotels",
        ),
        Example("The market fell by a third last year. The cat likes to drink.", "市场去年下跌了三分之一。", None),
    )
    quiet = (
        Example("The market fell by a third. Banks closed, too.", "市场下跌了三分之一，银行也关门了。"),
        Example("The market fell by a third. They were in shock. So were we.", "市场下跌了三分之一，谁都没想到。"),
        Example(
            "Before we criticise others. We have to get our own house in order first. Reform must begin within.",
            "在批评别人之前，我们得先管好自己。改革必须从内部开始。",
        ),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        characters = _characters(seg.source)
        if not _STOP_INSIDE.search(seg.target) or _length(seg, characters, 1) < _SHORTEST - _SLACK:
            return
        sentences = [m for m in _SENTENCE.finditer(seg.target) if _may_be_added(m.group(), seg, characters)]
        if not sentences:
            return
        numbered = spans_placed(theirs.span for _, theirs in context.numbers(seg).matched)
        if all(numbered.is_touched(Span(*sentence.span())) for sentence in sentences):
            return
        evidence = context.evidence(seg)
        words = len(evidence.target_tokens)
        length = _ratio(words, characters)
        if length < _SHORTEST:
            return
        missing = evidence.missing_source
        ours = sum(token.weight for token in evidence.source_tokens)
        pieces = _pieces(_SENTENCE, seg.target, evidence.target_tokens)
        total = sum(piece.weight for piece in pieces)
        covered = sum(piece.weight * piece.covered for piece in pieces)
        for piece in pieces if len(pieces) > 1 and ours else ():
            if piece.words < _LEAST_WORDS or numbered.is_touched(piece.span):
                continue
            here = len(piece.span.of(seg.target).split())
            others = total - piece.weight
            gap = missing / piece.weight
            if piece.weight < _LEAST_WEIGHT and gap >= _LEFT_FOR_LIGHT:
                continue
            odds = 9.833 + sum(
                (
                    -16.772 * piece.covered,
                    2.271 * math.log(1 + piece.words),
                    -2.017 * math.log(1 + piece.weight),
                    -0.684 * min(3.0, gap),
                    -4.949 * missing / ours,
                    2.469 * length,
                    1.083 * _ratio(max(0, words - here), characters),
                    -1.976 * here / max(1, words),
                    0.863 * ((covered - piece.weight * piece.covered) / others if others > 0 else 0.0),
                    3.025 * min(2.0, gap) * piece.covered,
                )
            )
            if odds >= _LIMIT:
                yield self.in_target(
                    seg,
                    _stripped(piece.span, seg.target),
                    "Nothing in the source accounts for this sentence.",
                    confidence=0.8,
                )


_CLAUSE_END = re.compile("[，。；！？：,;!?:\n].")
_STOP_INSIDE = re.compile(r"[.!?\n][^\w\s]{0,3}\s")


def _pieces(pattern: re.Pattern[str], text: str, tokens: Sequence[EvidenceToken]) -> list[_Piece]:
    """The pieces of a text with their words, in one pass over both."""
    pieces = []
    at = 0
    for match in pattern.finditer(text):
        words, weight, covered = 0, 0.0, 0.0
        while at < len(tokens) and tokens[at].span.end <= match.end():
            token = tokens[at]
            at += 1
            if token.is_content and token.span.start >= match.start():
                words, weight = words + 1, weight + token.weight
                covered += token.weight * token.coverage
        if words:
            pieces.append(_Piece(Span(*match.span()), words, weight, covered / weight))
    return pieces


def _characters(text: str) -> int:
    """Chinese characters, and words and numbers between them."""
    return sum("\u3400" <= c <= "\u9fff" for c in text) + len(_LATIN.findall(text))


_LATIN = re.compile("[A-Za-z0-9]+")


def _ratio(words: int, characters: int) -> float:
    """ln of the words against those expected for so many characters."""
    return math.log((words + 1) / (_WORDS_PER_CHARACTER * characters + 1))


def _length(seg: CheckedSegment, characters: int, hyphens: int) -> float:
    """A quick estimate of that ratio."""
    return _ratio(_words(seg.target) + hyphens * seg.target.count("-"), characters)


@lru_cache(maxsize=256)
def _words(target: str) -> int:
    return len(target.split())


def _may_be_missing(clause: str, seg: CheckedSegment, characters: int) -> bool:
    """Whether the rest of the source is not much too short for the translation: cheap, and true of 95 in 100."""
    here = _characters(clause)
    return here >= _FEWEST and _ratio(_words(seg.target), characters - here) <= _REST_OF_SOURCE


def _may_be_added(sentence: str, seg: CheckedSegment, characters: int) -> bool:
    """Whether the rest of the translation is long enough for the source."""
    here = len(sentence.split())
    return here >= _FEWEST and _ratio(max(0, _words(seg.target) - here), characters) >= _REST_OF_TARGET


def _stripped(span: Span, text: str) -> Span:
    """Without spaces and quotation marks at the ends."""
    words = span.of(text)
    inner = words.strip(" \t\u3000\u201c\u201d\"'\u2018\u2019()\uff08\uff09")
    start = span.start + words.find(inner)
    return Span(start, start + len(inner)) if inner else span
