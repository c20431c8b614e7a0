"""Clauses of the source that nothing in the translation accounts for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.places import belongs_at
from workbench.model.finding import Finding, Severity
from workbench.model.placed import Placed
from workbench.model.span import Span

_CLAUSE = re.compile("[^，。；！？：,;!?:\n]+")
_LEAST_WORDS = 4
_LEAST_WEIGHT = 25.0
"""Nats of the clause's words together; lighter ones are idioms and fillers."""
_MOST_COVERED = 0.12
"""Share of that weight which the translation may account for."""
_LENGTH = -0.05
"""ln of words against words expected: a translation that is not short has said the clause in some other way."""
_SLACK = 0.15
"""By how much the quick estimate may be above the measure."""
_LEFT_OVER = 0.6
"""Weight of the target's unaccounted words, as a share of the clause's: more of them may well be the clause, said in
words that the dictionary does not link."""
_ATTRIBUTION = re.compile("据.{1,16}(?:报道|消息|介绍|悉|称|透露|报导)$")
"""Who said it, which English names in other words."""
_WORDS_PER_CHARACTER = 0.6
"""English words for one Chinese character, typical of news and talks (WMT20, TED)."""


class ClauseOmission(Check):
    id = "text.omission"
    name = "Clause left out"
    description = "No word of a source clause is found in the translation, which is shorter than usual."
    severity = Severity.MAJOR
    fires = (
        Example(
            "Dr Li's room is at the end of the second floor.",
            "李医生的诊室在二楼尽头,门上贴着一张便条。",
            "门上贴着一张便条",
        ),
    )
    quiet = (
        Example(
            "Dr Li's room is at the end of the second floor, and there is a note on the door.",
            "李医生的诊室在二楼尽头,门上贴着一张便条。",
        ),
        Example("He jumped for joy.", "他高兴得手舞足蹈,一蹦三尺高。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if len(seg.source) < 2 * _LEAST_WORDS or _length(seg) > _LENGTH + _SLACK:
            return
        evidence = context.evidence(seg)
        if evidence.length_log_ratio > _LENGTH:
            return
        words = Placed((t for t in evidence.source_tokens if t.is_content), lambda token: token.span)
        left_over = sum(word.weight for word in evidence.unaccounted_target)
        for match in _CLAUSE.finditer(seg.source):
            if _ATTRIBUTION.match(match.group().strip()):
                continue
            clause = Span(*match.span())
            inside = [t for t in words.overlapping(clause) if clause.contains(t.span)]
            weight = sum(t.weight for t in inside)
            if len(inside) < _LEAST_WORDS or weight < _LEAST_WEIGHT or left_over > _LEFT_OVER * weight:
                continue
            if sum(t.weight * t.coverage for t in inside) <= _MOST_COVERED * weight:
                start = clause.start + len(match.group()) - len(match.group().lstrip())
                span = Span(start, clause.start + len(match.group().rstrip()))
                yield self.in_source(
                    seg,
                    span,
                    "Nothing in the translation accounts for this clause.",
                    target_at=belongs_at(seg, context, span),
                    confidence=0.75,
                )


def _length(seg: CheckedSegment) -> float:
    """A quick estimate of what the evidence measures."""
    characters = sum("\u3400" <= c <= "\u9fff" for c in seg.source)
    return math.log((len(seg.target.split()) + 1) / (_WORDS_PER_CHARACTER * characters + 1))
