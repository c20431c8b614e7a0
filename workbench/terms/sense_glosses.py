"""What the dictionary makes of the company of a term: which of its senses the words beside it are near to.

The words that describe a sense (its English, its domain, what was said of it) are compared with the translations of the
Chinese words beside the term, as Lesk (1986) compares definitions, but near words count too.
"""

from __future__ import annotations

from functools import lru_cache

from workbench.lexicon.lookup import lexicon
from workbench.model.term import Term
from workbench.terms.renderings import words
from workbench.text.tokens import stem

_LEAST = 0.55
"""Likeness from which two words tell that they belong together."""
_SURE_TRANSLATION = 0.2
"""t(e|z) from which a translation of a word beside the term counts."""
_MOST = 2.0
"""What all words together may come to."""
_COMMON = 7.0
"""Nats up to which an English word is too common to tell anything."""
_PLAIN = 3
"""Letters of the shortest word that describes something."""


def gloss_support(senses: tuple[Term, ...], beside: tuple[str, ...]) -> tuple[float, ...]:
    """How much Chinese words (simplified) speak for each sense, 0 to 2; one that speaks for all alike says nothing."""
    total = [0.0] * len(senses)
    described = _described(senses)
    for word in dict.fromkeys(beside):
        stems = _translations(word)
        if not stems:
            continue
        likeness = [max((near.get(one, 0.0) for one in stems), default=0.0) for near in described]
        best = max(likeness)
        if best >= _LEAST:
            others = sorted(likeness)[-2]
            total[likeness.index(best)] += best - others
    return tuple(min(_MOST, one) for one in total)


@lru_cache(maxsize=1024)
def _described(senses: tuple[Term, ...]) -> tuple[dict[str, float], ...]:
    """For each sense the stems near to its description, with their likeness; what describes several tells nothing."""
    own = [_own_stems(term) for term in senses]
    found = []
    for n, stems in enumerate(own):
        others = frozenset().union(*(other for k, other in enumerate(own) if k != n))
        near: dict[str, float] = {}
        for one in stems - others:
            near[one] = 1.0
            for other, likeness in (*lexicon().soft(one), *lexicon().near(one)):
                near[other] = max(near.get(other, 0.0), likeness)
        found.append(near)
    return tuple(found)


def _own_stems(term: Term) -> frozenset[str]:
    told = " ".join((term.en, *term.variants, term.domain, term.sense))
    stems = (stem(word.text) for word in words(told) if len(word.text) > _PLAIN)
    return frozenset(one for one in stems if _tells(one))


@lru_cache(maxsize=1 << 14)
def _translations(word: str) -> tuple[str, ...]:
    return tuple(
        english
        for english, chance in lexicon().translations(word).items()
        if chance >= _SURE_TRANSLATION and _tells(english)
    )


def _tells(english: str) -> bool:
    return lexicon().en_rarity(english) > _COMMON
