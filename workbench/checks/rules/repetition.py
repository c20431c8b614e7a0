"""Words said twice running."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span
from workbench.terms.renderings import Word

_WORDS = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d[\d,.%]*")
_STOP = re.compile(r"[.!?;]")
_MAY_DOUBLE_WORDS = (
    "had that very so ha no bye yes oh more many really again long far never blah there well tut knock hear now now "
    "pour half boo chop day come go win quack tick there night pat choo aye la"
)
_MAY_DOUBLE = frozenset(_MAY_DOUBLE_WORDS.split())
_LONGEST_RUN = 8
_LOOSE_RUN = 7
"""Words of a run that may not come again within one sentence even with others between."""
_SMALL = "the a an of to in and or for on at by with as is are was were be it that this"
_SMALL_WORDS = frozenset(_SMALL.split())

_BETWEEN = frozenset(("to", "by", "after", "on", "in", "for", "upon"))


class RepeatedWords(Check):
    id = "text.repeated"
    name = "Words said twice"
    description = "A word or a phrase is said twice running, or a long phrase twice in one sentence."
    sides = frozenset((Side.TARGET,))
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("The market fell in in May.", quote="in"),
        Example("It is part of the industry of the industry today.", quote="of the industry"),
        Example(
            "Only when players truly become a part of the industry, can players truly become a part of the industry.",
            quote="players truly become a part of the industry",
        ),
    )
    quiet = (
        Example("He had had enough, and said that that was very, very good."),
        Example("Lang Lang played in Baden Baden; sales rose from 5 to 5 million."),
        Example("More and more people go step by step, one by one, day after day."),
        Example("We ask what it is and what it is not."),
        Example("The bell went brrm brrm. They asked her her business. She paused from time to time to look."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        text = seg.target
        tokens = [Word(*m.span(), m.group()) for m in _WORDS.finditer(text)]
        low = [token.text.lower() for token in tokens]
        i, found = 1, False
        while i < len(low):
            length = self._run_at(text, tokens, low, i)
            if length:
                found = True
                first, last = tokens[i], tokens[i + length - 1]
                yield self._finding(seg, Span(first.start, last.end), tokens[i - 1].end)
                i += length
            else:
                i += 1
        if not found:
            yield from self._loose(seg, text, tokens, low)

    @staticmethod
    def _run_at(text: str, tokens: list[Word], low: list[str], i: int) -> int:
        """How many words at `i` say again what stands right before them; 0 for none."""
        for length in range(min(_LONGEST_RUN, i, len(low) - i), 0, -1):
            if low[i - length] != low[i] or low[i - length : i] != low[i : i + length]:
                continue
            gaps = [text[tokens[k].end : tokens[k + 1].start] for k in range(i - length, i + length - 1)]
            if any(gap.strip() for gap in gaps):
                continue
            if length == 1 and not _is_slip(tokens[i - 1], tokens[i]):
                continue
            if length < 3 and len(set(low[i - length : i + length])) == 1 and _is_a_sound(low[i]):
                continue  # ylang ylang, brrm brrm
            if length == 1 and low[i] == "her" and i + 1 < len(low) and not text[tokens[i].end].strip():
                continue  # they asked her her business
            if "more" in low[i : i + length] or (length == 2 and "and" in low[i : i + 2]):
                continue  # more and more, faster and faster and
            if length == 2 and low[i + 1] in _BETWEEN:
                continue  # from time to time to, day by day by
            if length == 2 and all(word in _MAY_DOUBLE or word.isdigit() for word in low[i : i + 2]):
                continue
            return length
        return 0

    def _loose(self, seg: CheckedSegment, text: str, tokens: list[Word], low: list[str]) -> Iterable[Finding]:
        if len(low) < 2 * _LOOSE_RUN or _says_twice(seg.source):
            return
        seen: dict[tuple[str, ...], int] = {}
        stops = [match.start() for match in _STOP.finditer(text)]
        for i in range(len(low) - _LOOSE_RUN + 1):
            run = tuple(low[i : i + _LOOSE_RUN])
            first = seen.setdefault(run, i)
            if first + _LOOSE_RUN > i or sum(word not in _SMALL_WORDS for word in run) < 3:
                continue
            if bisect_left(stops, tokens[first].end) < bisect_left(stops, tokens[i].start):
                continue  # another sentence: a figure of speech as often as a slip
            length = _LOOSE_RUN
            while i + length < len(low) and first + length < i and low[first + length] == low[i + length]:
                length += 1
            yield self.in_target(
                seg,
                Span(tokens[i].start, tokens[i + length - 1].end),
                "This phrase stands twice in the sentence.",
                confidence=0.75,
            )
            return

    def _finding(self, seg: CheckedSegment, span: Span, before: int) -> Finding:
        return self.in_target(seg, span, "This is said twice running.", suggestions=("",), confidence=0.93)


def _is_a_sound(word: str) -> bool:
    """Whether no table knows a word: it imitates something, or is a name that is said twice."""
    from workbench.lexicon.lookup import UNKNOWN_RARITY, lexicon
    from workbench.text.tokens import stem

    return lexicon().en_rarity(stem(word)) >= UNKNOWN_RARITY


def _is_slip(first: Word, second: Word) -> bool:
    if second.text.lower() in _MAY_DOUBLE or second.text[0].isdigit():
        return False
    return not (first.text[0].isupper() and second.text[0].isupper())  # Lang Lang, Pago Pago


def _says_twice(source: str) -> bool:
    """Whether the source says some five characters twice, so that the translation may too."""
    runs = [source[i : i + 5] for i in range(len(source) - 4)]
    return len(set(runs)) < len(runs)
