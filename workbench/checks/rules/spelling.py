"""Words that are in no list of English words, and one slip from one that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workbench.checks.base import CheckedSegment, DocumentCheck, Example
from workbench.checks.context import CheckContext
from workbench.checks.word_list import is_known, meant
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span

_WORD = re.compile(r"(?<![\w@#&./\\'\u2019`$%<{-])[a-z]{5,24}(?![\w@/\\`(=>}-]|['\u2019](?!s\b)|\.\w)")
"""Words in small letters that stand alone: no names, no parts of addresses, of code or of compounds."""
_NAMED = re.compile(r"[A-Z][a-z]{4,}")
_OWN = 3
"""A word that a document has so often is its own."""


_PINYIN = re.compile(
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu"
    "|ou|ua|ue|ui|un|uo|a|e|i|o|u)){2,4}"
)


class _Words(NamedTuple):
    unknown: tuple[tuple[str, Span, str], ...]
    """(word, place, what it may be)."""
    named: frozenset[str]
    """Words with a capital, in small letters, where the segment has any unknown one in the list's sense."""


class Misspelling(DocumentCheck):
    id = "spelling.slip"
    name = "Misspelt word"
    description = "A word is in no list of English words, British or American, and one slip from a common one."
    sides = frozenset((Side.TARGET,))
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("The goverment announced it.", "政府宣布了。", "goverment"),
        Example("The comittee met.", quote="comittee"),
        Example("It recieved andthe signed it.", "它收到并签了。", "recieved"),
    )
    quiet = (
        Example("The colour and the center were organised and organized.", "颜色和中心。"),
        Example("Mr Szczesny of Yangshuo livestreamed the baozi and the vlog.", "他在阳朔直播。"),
        Example("It runs `fomat` at www.exampel.org/abuot.", "运行它。"),
        Example("The fomite of Fomites.", "污染物。"),
    )

    def gather(self, seg: CheckedSegment, context: CheckContext) -> _Words | None:
        unknown = []
        for match in _WORD.finditer(seg.target):
            word = match.group()
            if (
                not is_known(word)
                and word not in seg.source.lower()
                and not _PINYIN.fullmatch(word)
                and (right := meant(word))
            ):
                unknown.append((word, Span(*match.span()), right))
        named = frozenset(w.lower() for w in _NAMED.findall(seg.target) if not is_known(w.lower()))
        return _Words(tuple(unknown), named) if unknown or named else None

    def judge(self, gathered: Mapping[str, _Words], context: CheckContext) -> Iterable[Finding]:
        named: set[str] = set()
        counts: Counter[str] = Counter()
        for words in gathered.values():
            named |= words.named
            counts.update(word for word, _, _ in words.unknown)
        own = {word.lower() for term in context.termbase.terms for text in term.approved for word in text.split()}
        for bead, words in gathered.items():
            for word, span, right in words.unknown:
                if word in named or word in own or counts[word] > _OWN:
                    continue
                yield self.in_target(
                    context.segments[context.position[bead]],
                    span,
                    f"\u201c{word}\u201d is no English word: \u201c{right}\u201d?",
                    suggestions=(right,),
                    confidence=0.85,
                    group=f"{self.id}:{word}",
                )
