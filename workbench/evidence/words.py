"""What the dictionary knows of one Chinese word, made ready for matching; and the words of both sides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from workbench.evidence.function_words import CHINESE, ENGLISH
from workbench.lexicon.cedict import bracketed, is_note, plain_gloss, reference
from workbench.lexicon.lookup import lexicon
from workbench.text.script import HAN
from workbench.text.tokens import TokenKind, chinese_tokens, english_tokens, stem
from workbench.text.variants import to_halfwidth, to_simplified

_HAN = re.compile(f"[{HAN}]")
_ENGLISH_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_ALTERNATIVES = re.compile(r"[;,]| or ")
_LONGEST_GLOSS = 6
"""Content stems; a longer gloss explains and does not translate."""
_SURNAME = 0.4
_EXPLAINED = 0.5
"""Strength of words that a gloss only says in brackets."""

RARITY_CAP = 14.0
"""Nats; a word that no table knows is worth no more than this."""
ENTITY_WEIGHT = 12.0
"""Nats, for Latin words and other strings that must simply be there."""


class Gloss(NamedTuple):
    """One way to say a word in English."""

    stems: tuple[str, ...]
    strength: float
    """How much of the word it accounts for when all its stems stand in the text, 0 to 1."""
    functional: bool = False
    """It has no content word."""


class WordProfile(NamedTuple):
    """A Chinese word with its glosses, its parts and its sound."""

    glosses: tuple[Gloss, ...]
    parts: tuple[str, ...]
    """Shorter words that it consists of; () for one character."""
    sound: str
    """Pinyin without tones and spaces, in small letters."""
    stems: Mapping[str, float]
    """Every stem of any gloss, with the strength of a lone match."""
    known: bool


_TWO_WAYS = {"found": "find"}
"""Past forms that are also words of their own; the stem keeps them as they are."""


class Word(NamedTuple):
    """One word of a side as evidence sees it."""

    start: int
    end: int
    text: str
    key: str
    """Simplified word, or stem."""
    weight: float
    """Rarity in nats; 0 for function words."""
    is_latin: bool = False
    """Of the source: letters or digits that the target should repeat."""


@lru_cache(maxsize=1 << 14)
def toneless(pinyin: str) -> str:
    plain = unicodedata.normalize("NFD", pinyin.lower().replace("\u00fc", "v"))
    return "".join(c for c in plain if c.isascii() and c.isalpha())


@lru_cache(maxsize=1 << 14)
def syllable(character: str) -> str:
    """The commonest reading of one character, toneless; empty if unknown."""
    reading = lexicon().pinyin_of(character)
    return "" if reading == character else toneless(reading)


@lru_cache(maxsize=1 << 16)
def stems_of(text: str) -> tuple[str, ...]:
    """Content stems of an English phrase; if it has none, its last two stems."""
    stems = [stem(part) for word in _ENGLISH_WORD.findall(text) for part in word.split("-")]
    content = tuple(one for one in stems if one not in ENGLISH and one not in _PLACEHOLDERS)
    return content or tuple(one for one in stems if one not in _PLACEHOLDERS)[-2:]


_PLACEHOLDERS_WORDS = """
sb sth sb's one's oneself etc esp usu lit fig cf
"""
_PLACEHOLDERS = frozenset(stem(word) for word in _PLACEHOLDERS_WORDS.split())


@lru_cache(maxsize=1 << 16)
def profile(word: str) -> WordProfile:
    """What is known of a Chinese word (simplified or traditional)."""
    book = lexicon()
    entries = book.entries(word)
    found: dict[tuple[str, ...], float] = {}
    for entry in entries:
        for sense in entry.senses:
            _add_sense(sense, found)
            other = reference(sense)
            if other and other != word:
                for further in book.entries(other)[:2]:
                    for sense in further.senses:
                        _add_sense(sense, found)
    stems: dict[str, float] = {}
    for gloss, strength in found.items():
        for one in gloss:
            lone = strength / len(gloss) ** 0.5
            if lone > stems.get(one, 0.0):
                stems[one] = lone
    parts: tuple[str, ...] = ()
    if len(word) > 1:
        parts = book.split_word(word)
        if len(parts) == 1:
            parts = _inner_parts(word)
    sound = toneless(entries[0].pinyin) if entries else "".join(syllable(character) for character in word)
    glosses = tuple(Gloss(gloss, strength, gloss[0] in ENGLISH) for gloss, strength in found.items())
    return WordProfile(glosses, parts, sound, stems, bool(entries))


def _inner_parts(word: str) -> tuple[str, ...]:
    """A headword's own parts: the longest proper headword it begins or ends with, and the rest."""
    book = lexicon()
    for length in range(len(word) - 1, 1, -1):
        if book.in_lexicon(word[:length]):
            return (word[:length], *book.split_word(word[length:]))
        if book.in_lexicon(word[-length:]):
            return (*book.split_word(word[:-length]), word[-length:])
    return tuple(word)


def _add_sense(sense: str, found: dict[tuple[str, ...], float]) -> None:
    if is_note(sense):
        return
    text = plain_gloss(sense)
    strength = 1.0
    if text.lower().startswith("surname "):
        text, strength = text[8:], _SURNAME
    for alternative in _ALTERNATIVES.split(text):
        stems = stems_of(alternative)
        if stems and len(stems) <= _LONGEST_GLOSS and strength > found.get(stems, 0.0):
            found[stems] = strength
    if not text:
        explained = stems_of(bracketed(sense))
        if explained and len(explained) <= _LONGEST_GLOSS:
            found.setdefault(explained, _EXPLAINED)


@lru_cache(maxsize=1 << 16)
def source_weight(word: str) -> float:
    """Rarity of a Chinese word in nats, 0 for function words."""
    return 0.0 if word in CHINESE else min(RARITY_CAP, lexicon().zh_rarity(word))


@lru_cache(maxsize=1 << 16)
def target_weight(stemmed: str) -> float:
    """Rarity of an English stem in nats, 0 for function words."""
    return 0.0 if stemmed in ENGLISH else min(RARITY_CAP, lexicon().en_rarity(stemmed))


def further_key(stemmed: str) -> str | None:
    """Another stem that the word may have: `found` is also a form of `find`."""
    return _TWO_WAYS.get(stemmed)


def source_words(text: str) -> list[Word]:
    """Words, Latin runs and numbers of a Chinese text, without punctuation."""
    words = []
    for token in chinese_tokens(text):
        kind = token.kind
        if kind is TokenKind.WORD:
            key = to_simplified(token.text)
            words.append(Word(token.start, token.end, token.text, key, source_weight(key)))
        elif kind is TokenKind.LATIN:
            key = to_halfwidth(token.text).lower()
            words.append(Word(token.start, token.end, token.text, key, ENTITY_WEIGHT, True))
        elif kind is TokenKind.NUMBER:
            words.append(Word(token.start, token.end, token.text, to_halfwidth(token.text), 0.0))
    return words


def target_words(text: str) -> list[Word]:
    """Words and numbers of an English text; hyphenated words as their parts."""
    words = []
    for token in english_tokens(text):
        kind = token.kind
        if kind is TokenKind.WORD:
            if _HAN.match(token.text):
                continue
            if "-" in token.text and not token.text[0].isdigit():
                at = token.start
                for part in token.text.split("-"):
                    if part:
                        key = stem(part)
                        words.append(Word(at, at + len(part), part, key, target_weight(key)))
                    at += len(part) + 1
            else:
                key = stem(token.text)
                words.append(Word(token.start, token.end, token.text, key, target_weight(key)))
        elif kind is TokenKind.NUMBER:
            words.append(Word(token.start, token.end, token.text, token.text, 0.0))
    return words
