"""Glosses made ready for matching, and English words that are near each other; used when the lexicon is compiled.

A gloss is one way to say a Chinese word in English, as stems. Two English stems are near if the dictionary gives them
for the same Chinese words.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from workbench.lexicon.cedict import RawEntry, bracketed, is_note, plain_gloss, reference

_FUNCTION_WORDS = """
the a an of to in for on with at by from as and or but that this these those it its is be am are was were been being
have has had having do does did doing will would shall should can could may might must not no nor if then than so such
there their theirs they them he him his she her hers we us our ours you your yours i me my mine who whom whose which
what when where how why also into onto upon about over under between among through during before after up down out off
again further once here all any both each few more most other some own same too very just only s t re ve ll d m one ones
oneself itself himself herself themselves ourselves myself yourself etc per via while although though because since
unless until whether however therefore thus hence yet still already even ever never much many lot lots else another
every either neither without within along across around against toward towards despite regarding according including
get got let need ought used like
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""English words that carry grammar rather than content."""

_PLACEHOLDERS = frozenset(("sb", "sth", "sb's", "one's", "oneself", "etc", "esp", "usu", "lit", "fig", "cf"))
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_ALTERNATIVES = re.compile(r"[;,]| or ")
_LONGEST = 6
"""Content stems; a longer gloss explains and does not translate."""
_SURNAME = 0.4
_EXPLAINED = 0.5
"""Strength of words that a gloss only says in brackets."""

_NEAR_LEAST = 0.05
_NEAR_LONE = 0.3
"""Two stems that share a single Chinese word are near only from this cosine on."""
_NEAR_SCALE = 5.0
_NEAR_MOST = 0.8
_NEAR_COUNT = 24
_WITH_KIN = 32
_LONGEST_WORD = 4
"""Characters; longer headwords are names and sayings, and tell nothing about what is near."""

Stemmer = Callable[[str], str]
Glosses = dict[tuple[str, ...], float]


class GlossReader:
    """Turns senses into glosses with one stemmer."""

    def __init__(self, stem: Stemmer) -> None:
        self._stem = stem
        self.functional = frozenset(stem(word) for word in FUNCTION_WORDS)

    def stems(self, text: str) -> tuple[str, ...]:
        """Content stems of an English phrase; if it has none, its last two stems."""
        # By the words as they stand: `lit` is an abbreviation here, and would have the stem of `light`.
        stems = [self._stem(word) for word in _WORD.findall(text) if word.lower() not in _PLACEHOLDERS]
        content = tuple(one for one in stems if one not in self.functional)
        return content or tuple(stems[-2:])

    def of_senses(self, senses: Iterable[str]) -> Glosses:
        """Stems of each alternative -> how much of the word it accounts for, 0 to 1."""
        found: Glosses = {}
        for sense in senses:
            if not is_note(sense):
                self._add(sense, found)
        return found

    def _add(self, sense: str, found: Glosses) -> None:
        text, strength = plain_gloss(sense), 1.0
        if text.lower().startswith("surname "):
            text, strength = text[8:], _SURNAME
        for alternative in _ALTERNATIVES.split(text):
            stems = self.stems(alternative)
            if stems and len(stems) <= _LONGEST and strength > found.get(stems, 0.0):
                found[stems] = strength
        if not text:
            explained = self.stems(bracketed(sense))
            if explained and len(explained) <= _LONGEST:
                found.setdefault(explained, _EXPLAINED)


def gloss_table(entries: Iterable[RawEntry], reader: GlossReader) -> dict[str, Glosses]:
    """Glosses by simplified headword; a word that refers to another has the other's too."""
    senses: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        senses[entry.simplified] += entry.senses
    own = {word: reader.of_senses(said) for word, said in senses.items()}
    table = {}
    for word, said in senses.items():
        merged = dict(own[word])
        for sense in said:
            other = reference(sense)
            if other and other != word:
                for stems, strength in own.get(other, {}).items():
                    merged[stems] = max(strength, merged.get(stems, 0.0))
        table[word] = merged
    return table


def near_table(glosses: Mapping[str, Glosses], functional: frozenset[str]) -> dict[str, list[tuple[str, float]]]:
    """Stem -> (near stem, likeness 0 to 0.8), nearest first: cosine over the Chinese words that both gloss."""
    single: dict[str, dict[str, float]] = {}
    inverse: dict[str, dict[str, float]] = defaultdict(dict)
    for word, own in glosses.items():
        if len(word) > _LONGEST_WORD:
            continue
        full = [stems for stems, strength in own.items() if strength == 1.0 and stems[0] not in functional]
        alone = {stems[0]: len(full) ** -0.5 for stems in full if len(stems) == 1}
        single[word] = alone
        for one, share in alone.items():
            inverse[one][word] = share
    norm = {one: math.sqrt(sum(share * share for share in words.values())) for one, words in inverse.items()}
    table = {}
    for one, words in inverse.items():
        shared: dict[str, list[float]] = defaultdict(list)
        for word, share in words.items():
            for other, others in single[word].items():
                if other != one:
                    shared[other].append(share * others)
        near = []
        for other, products in shared.items():
            cosine = sum(products) / (norm[one] * norm[other])
            if cosine >= (_NEAR_LEAST if len(products) > 1 else _NEAR_LONE):
                near.append((other, min(_NEAR_MOST, _NEAR_SCALE * cosine)))
        if near:
            table[one] = sorted(near, key=lambda item: (-item[1], item[0]))[:_NEAR_COUNT]
    return table


_COMMON_KIN = """
may might could maybe perhaps possibly possible probably likely
all every each everything everyone everybody whole entire both
many much lot lots more numerous plenty various
some several certain few
now currently current present today nowadays
always ever constantly constant
must should need have require ought
but however yet though although nevertheless
also too likewise
only just merely simply alone purely
still remain yet continue
very quite really highly extremely greatly
before ago previous previously earlier former formerly past
after later afterwards then next follow subsequent subsequently
since from
people person man human anyone everyone someone anybody somebody folk individual those
thing something anything everything nothing stuff matter
place where anywhere somewhere everywhere
good well better best
bad worse worst badly
big great large huge major
small little
say tell state express indicate note
cannot unable impossible
never not
like as similar resemble
first initially
know aware
america american us usa
uk british britain england english
"""
"""Lines of common words, many of them without content, that stand for each other in translations."""
_COMMON_LIKENESS = 0.8


def with_kin(
    near: Mapping[str, Sequence[tuple[str, float]]], kin: Mapping[str, Mapping[str, float]], stem: Callable[[str], str]
) -> dict[str, list[tuple[str, float]]]:
    """The near stems together with those that an English thesaurus calls near, nearest first."""
    common: dict[str, dict[str, float]] = defaultdict(dict)
    for line in _COMMON_KIN.strip().splitlines():
        stems = {stem(word) for word in line.split()}
        for one in stems:
            common[one].update(dict.fromkeys(stems - {one}, _COMMON_LIKENESS))
    table = {}
    for one in near.keys() | kin.keys() | common.keys():
        row = {**dict(near.get(one, ())), **common.get(one, {})}
        for other, likeness in kin.get(one, {}).items():
            if other != one:
                row[other] = max(likeness, row.get(other, 0.0))
        table[one] = sorted(row.items(), key=lambda item: (-item[1], item[0]))[:_WITH_KIN]
    return table
