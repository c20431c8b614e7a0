"""What the dictionary knows of one Chinese word, made ready for matching; and the words of both sides."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from workbench.evidence.function_words import ENGLISH, SAYS_LITTLE, is_contraction, is_function_word
from workbench.evidence.further import FURTHER
from workbench.lexicon.lookup import Gloss, lexicon
from workbench.model.span import Span
from workbench.text.tokens import TokenKind, chinese_tokens, english_words, stem
from workbench.text.variants import to_halfwidth, to_simplified

_ORDINAL = re.compile("[0-9]+(?:st|nd|rd|th)", re.IGNORECASE)
_NUMERAL_UNIT = re.compile("[十百千万亿萬億]+")
_DATE_UNITS = frozenset("年月日时時元")

RARITY_CAP = 14.0
"""Nats; a word that no table knows is worth no more than this."""
ENTITY_WEIGHT = 12.0
"""Nats, for Latin words and other strings that must simply be there."""


_PHRASE = 0.85
"""Share of a gloss of several words that one of them stands for."""
_PART = 0.8
"""Share of a word that a gloss of one of its parts stands for."""


class WordProfile(NamedTuple):
    """A Chinese word with its glosses and its parts."""

    glosses: tuple[Gloss, ...]
    parts: tuple[str, ...]
    """Shorter words that it consists of; () for one character."""
    known: bool
    is_name: bool = False
    """Whether all that the dictionary has of it are names."""


_TWO_WAYS = {"found": "find"}
"""Past forms that are also words of their own; the stem keeps them as they are."""


_LETTERS = {
    "US": "america",
    "U.S": "america",
    "U.S.": "america",
    "USA": "america",
    "U.S.A.": "america",
    "UK": "britain",
    "U.K": "britain",
    "U.K.": "britain",
}
"""Countries in capital letters, which would be a pronoun in small ones, and the words that they stand for."""


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
def profile(word: str) -> WordProfile:
    """What is known of a Chinese word (simplified or traditional)."""
    book = lexicon()
    parts: tuple[str, ...] = ()
    if len(word) > 1:
        parts = book.split_word(word)
        if len(parts) == 1:
            parts = _inner_parts(word)
    readings = book.readings(word)
    capital = [pinyin for pinyin in readings if pinyin[:1].isupper()]
    glosses = book.glosses(word) + _further_glosses(word, set(map(toneless, capital)) if len(word) > 1 else set())
    return WordProfile(glosses, parts, bool(readings), 0 < len(capital) == len(readings))


def _further_glosses(word: str, names: Set[str]) -> tuple[Gloss, ...]:
    """Everyday renderings that the dictionary does not list; and names as they are spelled, which it hides in what it
    explains: of 成都 it says what province has it for a capital."""
    listed = FURTHER.get(word, ())
    stems = [tuple(english_stem(one) for one in rendering.split()) for rendering in listed]
    stems += [(english_stem(name),) for name in sorted(names)]
    return tuple(Gloss(one, 1.0) for one in stems)


@lru_cache(maxsize=1 << 15)
def _own_stems(word: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for stems, strength in profile(word).glosses:
        part = strength if len(stems) == 1 else strength * _PHRASE
        for one in stems:
            if part > found.get(one, 0.0):
                found[one] = part
    return found


@lru_cache(maxsize=1 << 15)
def gloss_stems(word: str) -> Mapping[str, float]:
    """Every stem of the glosses of a Chinese word and of its parts -> share of the word that it may stand for."""
    parts = profile(word).parts
    if not parts:
        return _own_stems(word)
    found = dict(_own_stems(word))
    for part in parts:
        for one, share in _own_stems(part).items():
            if _PART * share > found.get(one, 0.0):
                found[one] = _PART * share
    return found


def _inner_parts(word: str) -> tuple[str, ...]:
    """A headword's own parts: the longest proper headword it begins or ends with, and the rest."""
    book = lexicon()
    for length in range(len(word) - 1, 1, -1):
        if book.in_lexicon(word[:length]):
            return (word[:length], *book.split_word(word[length:]))
        if book.in_lexicon(word[-length:]):
            return (*book.split_word(word[:-length]), word[-length:])
    return tuple(word)


@lru_cache(maxsize=1 << 16)
def source_weight(word: str) -> float:
    """Rarity of a Chinese word in nats, 0 for function words."""
    return 0.0 if is_function_word(word) else min(RARITY_CAP, lexicon().zh_rarity(word))


@lru_cache(maxsize=1 << 16)
def target_weight(stemmed: str) -> float:
    """Rarity of an English stem in nats, 0 for function words."""
    return 0.0 if stemmed in ENGLISH else min(RARITY_CAP, lexicon().en_rarity(stemmed))


@lru_cache(maxsize=1 << 16)
def english_stem(word: str) -> str:
    """The stem of a word; of frequent words from the table, which is ten times as fast as stemming."""
    return lexicon().stem_of(word.lower()) or stem(word)


@lru_cache(maxsize=1 << 15)
def near(stemmed: str) -> Mapping[str, float]:
    """Stems that say nearly the same, with their likeness, nearest first; none for words that say little."""
    return {} if stemmed in SAYS_LITTLE else dict(lexicon().near(stemmed))


@lru_cache(maxsize=1 << 15)
def akin(stemmed: str) -> tuple[tuple[str, float], ...]:
    """Stems that only sentence encoders hold to be near; () for words that say little."""
    return () if stemmed in SAYS_LITTLE else lexicon().soft(stemmed)


def further_key(stemmed: str) -> str | None:
    """Another stem that the word may have: `found` is also a form of `find`."""
    return _TWO_WAYS.get(stemmed)


def source_words(text: str, terms: Sequence[Span] = ()) -> list[Word]:
    """Words, Latin runs and numbers of a Chinese text, without punctuation; each of `terms` (in order) is one word."""
    words = _source_words(text)
    for span in terms:
        words = _with_term(words, text, span)
    return words


def _with_term(words: list[Word], text: str, span: Span) -> list[Word]:
    """The words with one that covers `span`; what the words cut by its ends have left over are words of their own."""
    first = next((i for i, word in enumerate(words) if word.end > span.start), len(words))
    last = next((i for i, word in enumerate(words) if word.start >= span.end), len(words))
    inside = words[first:last]
    if not inside:
        return words
    pieces = [(min(inside[0].start, span.start), span.start), (span.end, max(inside[-1].end, span.end))]
    before, after = ([_han_word(text, a, b)] if a < b else [] for a, b in pieces)
    key = to_simplified(to_halfwidth(span.of(text))).lower()
    rarest = max((word.weight for word in inside), default=0.0)
    term = Word(span.start, span.end, span.of(text), key, max(rarest, source_weight(key)))
    return [*words[:first], *before, term, *after, *words[last:]]


_GLUE_BEFORE = frozenset("的了是在与及也都就又而并或被把将对从以让使给到至仅未比该此每各某")
_GLUE_BEHIND = frozenset("的了着是在和与及也都就又而并或被把将对从以让使给到至仅未里上下内们掉")
"""What the segmenter runs together with a word it does not know; no name begins, or ends, with these."""


@lru_cache(maxsize=1 << 15)
def glued(word: str) -> tuple[str, ...]:
    """The words that a word (simplified) of the segmenter is run together from: 让玩家 is 让 and 玩家, 价格上涨 is
    价格 and 上涨. A word of the dictionary, a name, and a compound with a single character (产业端) are themselves."""
    book = lexicon()
    if len(word) < 2 or book.in_lexicon(word) or is_function_word(word):
        return (word,)
    parts = book.split_word(word)
    if all(len(part) > 1 for part in parts):
        return parts
    rest = parts[parts[0] in _GLUE_BEFORE : len(parts) - (parts[-1] in _GLUE_BEHIND)]
    if not 0 < len(rest) < len(parts):
        return (word,)
    whole = len(rest) == 1 or all(len(part) > 1 for part in rest)
    return parts if whole and all(map(book.in_lexicon, rest)) else (word,)


def _han_word(text: str, start: int, end: int) -> Word:
    word = text[start:end]
    key = to_simplified(word)
    return Word(start, end, word, key, source_weight(key))


def _source_words(whole: str) -> list[Word]:
    words: list[Word] = []
    for token in chinese_tokens(whole):
        kind = token.kind
        if kind is TokenKind.WORD:
            start, text = token.start, token.text
            if words and words[-1].end == start and words[-1].text[-1].isdigit() and len(text) > 1:
                unit = _NUMERAL_UNIT.match(text)  # 4500 | 万人次: the unit belongs to the number
                if unit and unit.end() < len(text):
                    words.append(Word(start, start + unit.end(), unit.group(), unit.group(), 0.0))
                    start, text = start + unit.end(), text[unit.end() :]
                elif text[0] in _DATE_UNITS and not lexicon().in_lexicon(to_simplified(text)):  # 5 | 日晚
                    words.append(_han_word(whole, start, start + 1))
                    start, text = start + 1, text[1:]
            for part in glued(to_simplified(text)):
                words.append(_han_word(whole, start, start + len(part)))
                start += len(part)
        elif kind is TokenKind.LATIN:
            key = to_halfwidth(token.text).lower()
            words.append(Word(token.start, token.end, token.text, key, ENTITY_WEIGHT, True))
        elif kind is TokenKind.NUMBER:
            words.append(Word(token.start, token.end, token.text, to_halfwidth(token.text), 0.0))
    return words


def _says_nothing(word: str) -> bool:
    return is_contraction(word) or (word[0].isdigit() and _ORDINAL.fullmatch(word) is not None)


def target_words(text: str) -> list[Word]:
    """Words and numbers of an English text; hyphenated words as their parts."""
    words = []
    for at, end, word, is_number in english_words(text):
        if is_number:
            words.append(Word(at, end, word, word, 0.0))
        elif "-" in word and not word[0].isdigit():
            for part in word.split("-"):
                if part:
                    key = english_stem(part)
                    words.append(Word(at, at + len(part), part, key, target_weight(key)))
                at += len(part) + 1
        else:
            key = english_stem(_LETTERS.get(word, word))
            words.append(Word(at, end, word, key, 0.0 if _says_nothing(word) else target_weight(key)))
    return words


@lru_cache(maxsize=1 << 15)
def is_known(word: str) -> bool:
    """Whether the dictionary has a Chinese word, or whole words that it consists of but for single characters beside
    them: 产业端 and 监管部门 are no words that nobody knows; 孟永辉 and 糖宁 are."""
    known = profile(word)
    if known.known or all(map(is_function_word, known.parts or (word,))):  # 并未
        return True
    return any(len(part) > 1 for part in known.parts) and all(map(lexicon().in_lexicon, known.parts))


def index_at(words: Sequence[Word], place: int) -> int | None:
    """Index of the word that holds a code point, or of the last one before it; None before the first."""
    found = bisect_right(words, place, key=lambda word: word.start) - 1
    return found if found >= 0 else None
