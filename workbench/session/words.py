"""The word under the cursor: its bounds, its pronunciation and senses, and what accounts for it on the other side."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.model.span import Side, Span
from workbench.model.term import Term
from workbench.session.queue import Queue
from workbench.session.values import WordInfo

if TYPE_CHECKING:
    from workbench.lexicon.lookup import Entry


_WIDER = 5
"""Characters of English for one of Chinese, roughly: how far a stretch of words may reach on the other side."""


@lru_cache(maxsize=8192)
def _word_spans(text: str, side: Side) -> tuple[Span, ...]:
    from workbench.text.tokens import TokenKind, tokens

    return tuple(Span(t.start, t.end) for t in tokens(text, side) if t.kind is not TokenKind.SPACE)


class Words(Queue):
    """Looking things up."""

    def word_spans(self, bead_id: str, side: Side) -> tuple[Span, ...]:
        """Where the word cursor stops; Chinese words by jieba, which the first call loads, terms as one word."""
        text = self.text(bead_id, side)
        spans = _word_spans(text, side)
        if side is Side.TARGET or not self.termbase.terms:
            return spans
        from workbench.terms.matcher import matcher_of, source_hits

        return with_terms_whole(spans, [hit.span for hit in source_hits(matcher_of(self.termbase), text)])

    def word_at(self, bead_id: str, side: Side, offset: int) -> Span | None:
        """The word that holds a code point, or the nearest before it; None in an empty text."""
        spans = self.word_spans(bead_id, side)
        if not spans:
            return None
        return spans[max(0, bisect_right([s.start for s in spans], offset) - 1)]

    def word_info(self, bead_id: str, side: Side, offset: int) -> WordInfo | None:
        """What is known of a word; the first call loads the dictionary, so call it on a worker. None without words."""
        from workbench.lexicon.lookup import lexicon

        span = self.word_at(bead_id, side, offset)
        if span is None:
            return None
        word = span.of(self.text(bead_id, side))
        links = self._links(bead_id, side, span)
        if side is Side.SOURCE:
            entries = self._entries(word)
        else:  # a name that the dictionary does not have is no sum of its characters
            ours = [s.of(self.source(bead_id)) for s, _ in links] if any(map(str.isalpha, word)) else []
            entries = [entry for zh in ours for entry in self._entries(zh, whole=True)]
        return WordInfo(
            word=word,
            span=span,
            side=side,
            pinyin=lexicon().pinyin_of(word) if side is Side.SOURCE else "",
            senses=tuple((entry.pinyin, _meanings(entry.senses)) for entry in entries),
            counterparts=links,
            terms=self._terms_at(bead_id, side, span),
        )

    @staticmethod
    def _entries(word: str, *, whole: bool = False) -> list[Entry]:
        """Dictionary entries, the likeliest reading first; for a word that has none, that of each of its parts, but
        nothing with `whole`. Figures and single letters have none: 亿 behind 1.4 says nothing of the number."""
        from workbench.lexicon.lookup import lexicon

        if any(ch.isdigit() for ch in word) or (len(word) == 1 and word.isascii()):
            return []
        entries = lexicon().entries(word)
        if entries:
            reading = lexicon().pinyin_of(word)
            return sorted(entries, key=lambda e: (_rank(e), e.pinyin != reading))
        parts = lexicon().split_word(word)
        if whole or len(parts) < 2:
            return []
        return [entry for part in parts for entry in Words._entries(part)[:1]]

    def _links(self, bead_id: str, side: Side, span: Span) -> tuple[tuple[Span, float], ...]:
        from workbench.evidence.counterparts import counterparts
        from workbench.terms.matcher import matcher_of

        found: dict[Span, float] = {}
        source, target = self.source(bead_id), self.final(bead_id)
        if not source or not target:
            return ()
        for link in counterparts(source, target, hits=matcher_of(self.termbase).pair(source, target)):
            here, there = link.source, link.target
            if side is Side.TARGET:
                here, there = there, here
            if here.overlaps(span):
                found[there] = max(link.confidence, found.get(there, 0.0))
        return tuple(sorted(found.items(), key=lambda item: item[0]))

    def counterpart(self, bead_id: str, side: Side, span: Span) -> Span | None:
        """The stretch of the other side that accounts best for these words, from word to word; None if nothing does.

        Links that lie far from the surest one, for the length of `span`, are left out: they are other places.
        """
        links = self._links(bead_id, side, span)
        if not links:
            return None
        surest, best = max(links, key=lambda link: link[1])
        reach = len(span) * _WIDER if side is Side.SOURCE else len(span) / _WIDER
        found = surest
        strong = [there for there, confidence in links if confidence >= best / 2]
        for there in sorted(strong, key=lambda s: abs(s.start - surest.start)):
            if there.start - found.end <= reach and found.start - there.end <= reach:
                found = Span(min(there.start, found.start), max(there.end, found.end))
        return on_words(self.text(bead_id, side.other), found)

    def along(self, bead_id: str, side: Side, span: Span) -> Span | None:
        """The word of the other side that stands as far along as `span`; None if it has no words."""
        text, other = self.text(bead_id, side), self.text(bead_id, side.other)
        words = [word for word in self.word_spans(bead_id, side.other) if on_words(other, word) is not None]
        at = span.start / max(1, len(text)) * len(other)
        return min(words, key=lambda word: abs((word.start + word.end) / 2 - at), default=None)

    def _terms_at(self, bead_id: str, side: Side, span: Span) -> tuple[Term, ...]:
        from workbench.terms.matcher import matcher_of, source_hits, target_hits

        terms, source = matcher_of(self.termbase), self.source(bead_id)
        ours = source_hits(terms, source)
        if side is Side.SOURCE:
            return tuple(dict.fromkeys(t for hit in ours if hit.span.overlaps(span) for t in hit.terms))
        held = {term for hit in ours for term in hit.terms}
        there = (hit.term for hit in target_hits(terms, self.final(bead_id)) if hit.span.overlaps(span))
        return tuple(dict.fromkeys(term for term in there if term in held or not source))

    def term_at(self, bead_id: str, side: Side, offset: int) -> str | None:
        """The Chinese term that the cursor stands on, or on whose rendering it stands; else the Chinese word."""
        span = self.word_at(bead_id, side, offset)
        if span is None:
            return None
        terms = self._terms_at(bead_id, side, span)
        if terms:
            return max((term.zh for term in terms), key=len)
        if side is Side.SOURCE:
            return span.of(self.source(bead_id))
        links = self._links(bead_id, side, span)
        best = max(links, key=lambda item: item[1], default=None)
        return best[0].of(self.source(bead_id)) if best else None


def with_terms_whole(words: Sequence[Span], terms: Sequence[Span]) -> tuple[Span, ...]:
    """Words, cut anew where terms stand: each term is one word, and what is left of a word beside it another."""
    if not terms:
        return tuple(words)
    found: list[Span] = list(terms)
    at = 0
    for word in words:
        start = word.start
        while at < len(terms) and terms[at].end <= start:
            at += 1
        for term in terms[at:]:
            if term.start >= word.end:
                break
            if start < term.start:
                found.append(Span(start, term.start))
            start = max(start, term.end)
        if start < word.end:
            found.append(Span(start, word.end))
    return tuple(sorted(found))


def on_words(text: str, span: Span) -> Span | None:
    """The span without spaces and signs at its ends; None if it holds nothing else."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else None


_REFERENCE = re.compile(r"(?:\w+ )*variant of |surname |see (?:also )?|used in |abbr\. for |old form of ")
_RARE = re.compile(r"\((?:onom|archaic|old|literary|dialect)\b")


def _rank(entry: Entry) -> int:
    """How seldom a reading is what a reader looks for: sounds, names, and what only names another entry come behind."""
    senses = [sense for sense in entry.senses if not sense.startswith("CL:")]
    if not senses or all(map(_REFERENCE.match, senses)):
        return 3
    if entry.pinyin[:1].isupper() and len(entry.simplified) == 1:
        return 2
    from workbench.lexicon.lookup import is_ordinary

    return int(_RARE.match(senses[0]) is not None or not is_ordinary(entry))


def _meanings(senses: tuple[str, ...]) -> tuple[str, ...]:
    """The senses proper before what names other entries, and without the measure words that CC-CEDICT lists among them
    (`CL:個|个[ge4]`)."""
    own = [sense for sense in senses if not sense.startswith("CL:")]
    return tuple(sorted(own, key=lambda sense: _REFERENCE.match(sense) is not None))
