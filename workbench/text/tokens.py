"""Cutting text into tokens: Chinese with jieba, English with one pattern; and the light English stem.

Tokens of a text cover all of it, spaces included: joined, they are the text.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from workbench.model.span import Side, Span
from workbench.text.irregular import LEMMAS
from workbench.text.script import HAN, LETTERS, MARKS
from workbench.text.segmenter import Segmenter, segmenter


class TokenKind(StrEnum):
    WORD = "word"
    """A Chinese word, or a word of an English text."""
    NUMBER = "number"
    """Digits with their separators and a percent sign: `3.481`, `1,234`, `12%`."""
    LATIN = "latin"
    """A run of letters and digits in a Chinese text: `COVID-19`, `S2B`, a web or mail address."""
    PUNCT = "punct"
    SPACE = "space"
    OTHER = "other"
    """Symbols, emoji, controls, letters of other scripts."""


class Token(NamedTuple):
    """A half-open range of code points of the text that was cut, and its words."""

    start: int
    end: int
    text: str
    kind: TokenKind

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


# Every repetition below is bounded or cannot overlap what follows it: the time stays linear on hostile text.
_URL = r"(?:https?|ftp)://[!-~]*[A-Za-z0-9/=#&_~%+-]|(?<![A-Za-z0-9.])www\.[!-~]*[A-Za-z0-9/=#&_~%+-]"
_MAIL = r"(?<![A-Za-z0-9.+-])[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"
_SITE = (
    r"(?<![A-Za-z0-9.-])[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,4}"
    r"\.(?:com|cn|net|org|gov|edu|io|ai|co|uk|hk|tw|jp|info|tv|cc|app|dev|biz)(?![A-Za-z0-9])"
)
_NUMBER = r"\d+(?:,\d{3}(?!\d))*(?:[.\uff0e]\d+)*[%\uff05\u2030]?"
_LETTER = f"[{LETTERS}]"
_IN_WORD = f"[{LETTERS}{MARKS}\\d]"
_WORD = f"\\d*{_LETTER}{_IN_WORD}*"
_PUNCT = (
    "\u2026+|\u2014+|-{2,}|\\.{2,}|[!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    "\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3020\u3030\u303d\u30fb\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff0f"
    "\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
_REST = f"[^\\W\\d_{HAN}{LETTERS}](?:[^\\W\\d_{HAN}{LETTERS}]|[{MARKS}])*|[\\s\\S][{MARKS}\ufe00-\ufe0f]*"

_CHINESE = (
    f"(?P<latin>{_URL}|{_MAIL}|{{mixed}}{_WORD}(?:[-'\u2019\u2010\u2011.&_]{_IN_WORD}+)*(?:\\+\\+|#)?)"
    f"|(?P<number>{_NUMBER})|(?P<han>[{HAN}]+)|(?P<space>\\s+)|(?P<punct>{_PUNCT})|(?P<other>{_REST})"
)
_ENGLISH = re.compile(
    f"(?P<word>{_URL}|{_MAIL}|{_SITE}|(?<![A-Za-z])(?:[A-Za-z]\\.){{2,}}(?![A-Za-z])"
    f"|{_WORD}(?:['\u2019\u2010\u2011&-]{_IN_WORD}+)*)"
    f"|(?P<number>{_NUMBER})|(?P<han>[{HAN}]+)|(?P<space>\\s+)|(?P<punct>{_PUNCT})|(?P<other>{_REST})"
)
_ENGLISH_WORDS = re.compile(_ENGLISH.pattern.partition("|(?P<space>")[0])
_KINDS = {kind.value: kind for kind in TokenKind}


@lru_cache(maxsize=4)
def _chinese_pattern(mixed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_CHINESE.replace("{mixed}", "".join(_whole(word) + "|" for word in mixed)))


def _whole(word: str) -> str:
    """A pattern for a word that may begin or end with letters, but not for a piece of a longer run of letters."""
    before = "(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    after = "(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return before + re.escape(word) + after


def chinese_tokens(text: str, extra_words: tuple[str, ...] = ()) -> tuple[Token, ...]:
    """The tokens of a Chinese text (traditional is cut as its simplified form), covering all of it.

    `extra_words`, such as the terms of a termbase, are kept whole. Pass the same tuple again and again: each set of
    words costs a dictionary of its own. The first call reads jieba's dictionary (about 0.6 s).
    """
    words = segmenter(extra_words)
    return tuple(_cut(text, _chinese_pattern(words.mixed), words))


def english_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of an English text, covering all of it. Words keep inner apostrophes, hyphens and digits
    (`don't`, `c-end`, `S2B`), abbreviations their dots (`U.S.`); addresses of any kind are one word; a full stop
    without a space after it still ends a word (`another.While`). Chinese in it is cut into Chinese words."""
    return tuple(_cut(text, _ENGLISH, None))


def latin_tokens(text: str) -> list[Token]:
    """Of the tokens of a Chinese text those in Latin letters, without cutting the Chinese."""
    found = _chinese_pattern(segmenter().mixed).finditer(text)
    return [Token(*m.span(), m.group(), TokenKind.LATIN) for m in found if m.lastgroup == "latin"]


def english_words(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, text, is a number) of the words and numbers of an English text; Chinese in it is left out."""
    for match in _ENGLISH_WORDS.finditer(text):
        group = match.lastgroup
        if group != "han":
            yield *match.span(), match.group(), group == "number"


def tokens(text: str, side: Side) -> tuple[Token, ...]:
    """The tokens of a text of one side, cached; see `chinese_tokens` and `english_tokens`."""
    return _cached_tokens(text, side)


@lru_cache(maxsize=2048)
def _cached_tokens(text: str, side: Side) -> tuple[Token, ...]:
    return chinese_tokens(text) if side is Side.SOURCE else english_tokens(text)


def word_starts(text: str, side: Side) -> tuple[int, ...]:
    """Where a cursor that moves by words stops: the starts of all tokens but spaces, in order."""
    return tuple(token.start for token in tokens(text, side) if token.kind is not TokenKind.SPACE)


def _cut(text: str, pattern: re.Pattern[str], words: Segmenter | None) -> Iterator[Token]:
    make, kinds = Token._make, _KINDS
    for match in pattern.finditer(text):
        group = match.lastgroup or "other"
        start, end = match.span()
        if group != "han":
            yield make((start, end, text[start:end], kinds[group]))
            continue
        words = words or segmenter()
        for word in words.words(match.group()):
            yield make((start, start := start + len(word), word, TokenKind.WORD))


_POSSESSIVE = re.compile("(?:'s|')$")
_stemmer: Any = None
_lock = threading.Lock()


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A light stem of one English word, lower case: the same for dictionary and text, not always a word itself.

    Irregular forms come first (`went` is `go`, `children` is `child`), then Snowball's English stemmer (Porter 2).
    The possessive is dropped, British spellings are read as American ones. Words of other scripts stay.
    """
    plain = _POSSESSIVE.sub("", word.lower().replace("\u2019", "'"))
    if not plain.isascii():
        return plain
    plain = LEMMAS.get(plain, plain)
    global _stemmer
    with _lock:  # the stemmer keeps the word it works on in itself
        if _stemmer is None:
            from snowballstemmer import stemmer

            _stemmer = stemmer("english")
        return str(_stemmer.stemWord(plain))
