"""Which source words could have caused an English word, by the dictionary: a guard against false accusations."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from workbench.model.placed import spans_placed
from workbench.model.span import Span
from workbench.terms.inflection import singular
from workbench.terms.renderings import words
from workbench.text.tokens import TokenKind, chinese_tokens, stem

_SMALLEST = 0.04
"""t(e|z) from which a translation counts; below it are stray words of long glosses."""


@lru_cache(maxsize=65536)
def translation_stems(word: str) -> frozenset[str]:
    """Stems of the English words that the dictionary gives for a Chinese word or, if it does not know it, its parts."""
    from workbench.lexicon.lookup import lexicon

    known = lexicon()
    if known.in_lexicon(word):
        return frozenset(s for s, t in known.translations(word).items() if t >= _SMALLEST)
    parts = known.split_word(word)
    return frozenset().union(*(translation_stems(part) for part in parts)) if len(parts) > 1 else frozenset()


@lru_cache(maxsize=8192)
def source_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """(word, start, end) of the Chinese words of a text."""
    return tuple((t.text, t.start, t.end) for t in chinese_tokens(text) if t.kind is TokenKind.WORD)


def accounts_for(source: str, phrase: str, besides: Iterable[Span] = ()) -> bool:
    """Whether Chinese words of `source`, other than at `besides`, have every word of an English phrase as a gloss."""
    stems = {stem(singular(word.text.lower())) for word in words(phrase)} | {stem(w.text) for w in words(phrase)}
    wanted = [{stem(w.text), stem(singular(w.text.lower()))} for w in words(phrase)]
    if not wanted:
        return False
    left_out = spans_placed(besides)
    given: set[str] = set()
    for word, start, end in source_words(source):
        if not left_out.is_touched(Span(start, end)):
            given |= translation_stems(word) & stems
    return all(alternatives & given for alternatives in wanted)
