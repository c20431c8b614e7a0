"""Finding English renderings in a text: by words and their inflection, never by letters inside a word.

Right renderings are matched broadly (stems, coordination: `industrial and consumer ends` holds `industrial end`), so
that a term is not called missing when it is there. Wrong ones are matched narrowly (inflected forms of the very
word), so that `landing` does not accuse `land`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from workbench.model.span import Span
from workbench.terms.inflection import noun_forms, word_forms
from workbench.text.tokens import stem


class Standing(StrEnum):
    """What the termbase says of a rendering."""

    APPROVED = "approved"
    FORBIDDEN = "forbidden"
    SOURCE_ONLY = "source_only"
    """Forbidden, and ordinary English where the Chinese term does not stand in the pair."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """One English rendering as the termbase writes it."""

    text: str
    standing: Standing
    owner: int
    """Index of its term in the termbase."""
    pos: str = ""


@dataclass(frozen=True, slots=True)
class RenderingHit:
    span: Span
    quote: str
    rendering: Rendering


class Word(NamedTuple):
    start: int
    end: int
    text: str


_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_GAP = re.compile(r"[\s\-\u2010-\u2015/]{0,3}|['\u2019\"\u201d]?\s")
_ARTICLES = frozenset(("a", "an", "the"))
_JOINERS = frozenset(("and", "or", "to"))
_COORDINATION_REACH = 3
_SHORTEST_JOINED = 5
_MOST_IDLE = 1 << 16


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """The words of an English text, parted at hyphens; inner apostrophes stay. Kept for the next one who asks."""
    return tuple(Word(*m.span(), m.group()) for m in _WORD.finditer(text))


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    """As written, without articles."""
    keys: tuple[frozenset[str], ...]
    rendering: Rendering


class RenderingIndex:
    """Many renderings, found together in one pass over a text's words."""

    def __init__(self, renderings: Iterable[Rendering]) -> None:
        self._by_key: dict[str, list[_Pattern]] = defaultdict(list)
        """Renderings of one word."""
        self._by_pair: dict[str, dict[str, list[_Pattern]]] = defaultdict(dict)
        """Longer ones by their first and their second word: thousands may begin alike."""
        self._joined: dict[str, list[_Pattern]] = defaultdict(list)
        self._literal: list[Rendering] = []
        self._idle: dict[str, bool] = {}
        """Whether nothing begins with a word of a text; for the words that were met."""
        self._beginnings: set[str] = set()
        """What words written as one may begin with: other pairs of words need not be put together."""
        for rendering in renderings:
            self._add(rendering)

    def _add(self, rendering: Rendering) -> None:
        parts = [w.text for w in words(rendering.text) if w.text.lower() not in _ARTICLES]
        if not parts or _HAN.search(rendering.text):
            self._literal.append(rendering)
            return
        pattern = _Pattern(tuple(parts), tuple(_pattern_keys(part, rendering) for part in parts), rendering)
        for key in pattern.keys[0]:
            if len(parts) == 1:
                self._by_key[key].append(pattern)
                continue
            for second in pattern.keys[1]:
                self._by_pair[key].setdefault(second, []).append(pattern)
        joined = "".join(parts).lower()
        if len(joined) >= _SHORTEST_JOINED:
            self._joined[joined].append(pattern)
            if len(parts) == 1:
                self._beginnings.update(joined[:end] for end in range(1, len(joined) + 1))

    def find(self, text: str) -> list[RenderingHit]:
        """Every place of every rendering, overlapping ones too, in order; of one rendering none within another."""
        found: dict[tuple[int, int, Rendering], RenderingHit] = {}
        tokens = words(text)
        for i, token in enumerate(tokens):
            if self._is_idle(token.text):
                continue
            for rendering, start, end in self._at(text, tokens, i):
                found.setdefault((start, end, rendering), RenderingHit(Span(start, end), text[start:end], rendering))
        for rendering in self._literal:
            at = text.find(rendering.text)
            while at >= 0:
                end = at + len(rendering.text)
                found[at, end, rendering] = RenderingHit(Span(at, end), text[at:end], rendering)
                at = text.find(rendering.text, end)
        return sorted(found.values(), key=lambda hit: (hit.span.start, -hit.span.end, hit.rendering.owner))

    def _is_idle(self, word: str) -> bool:
        idle = self._idle.get(word)
        if idle is None:
            if len(self._idle) >= _MOST_IDLE:
                self._idle.clear()
            forms = (*_text_keys(word), *noun_forms(word))
            known = any(key in self._by_key or key in self._by_pair or key in self._joined for key in forms)
            idle = self._idle[word] = not known and word.lower() not in self._beginnings
        return idle

    def _at(self, text: str, tokens: Sequence[Word], i: int) -> Iterator[tuple[Rendering, int, int]]:
        token = tokens[i]
        seen: set[int] = set()
        seconds: set[str] | None = None
        for key in _text_keys(token.text):
            for pattern in self._by_key.get(key, ()):
                if id(pattern) not in seen and _matches(pattern, 0, token.text):
                    seen.add(id(pattern))
                    yield pattern.rendering, token.start, token.end
            longer = self._by_pair.get(key)
            if longer is None:
                continue
            if seconds is None:
                seconds = _seconds(text, tokens, i)
            for second in seconds:
                for pattern in longer.get(second, ()):
                    if id(pattern) in seen or not _matches(pattern, 0, token.text):
                        continue
                    seen.add(id(pattern))
                    last = _follow(pattern, text, tokens, i)
                    if last is not None:
                        yield pattern.rendering, token.start, tokens[last].end
        yield from self._joined_at(text, tokens, i)

    def _joined_at(self, text: str, tokens: Sequence[Word], i: int) -> Iterator[tuple[Rendering, int, int]]:
        """`hotspot` for `hot spot`, and the other way round."""
        token = tokens[i]
        for form in noun_forms(token.text):
            for pattern in self._joined.get(form, ()):
                if len(pattern.words) > 1:
                    yield pattern.rendering, token.start, token.end
        low = token.text.lower()
        if low not in self._beginnings or i + 1 >= len(tokens):
            return
        if text[token.end : tokens[i + 1].start] in (" ", "-", "\u2010", "\u2011"):
            for form in noun_forms(low + tokens[i + 1].text):
                for pattern in self._joined.get(form, ()):
                    if len(pattern.words) == 1:
                        yield pattern.rendering, token.start, tokens[i + 1].end


def _seconds(text: str, tokens: Sequence[Word], first: int) -> set[str]:
    """Keys of the words that may be the second one of a rendering that begins at `first`."""
    at = [first + 1]
    if first + 1 < len(tokens):
        if tokens[first + 1].text.lower() in _ARTICLES:
            at.append(first + 2)
        if _is_joined(text, tokens, first):
            at += range(first + 2, first + 2 + _COORDINATION_REACH)
    return {key for n in at if n < len(tokens) for key in _text_keys(tokens[n].text)}


def _is_joined(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether a word is the first of several that may share what follows them."""
    gap = text[tokens[at].end : tokens[at + 1].start]
    return tokens[at + 1].text.lower() in _JOINERS or gap.strip() in {",", "/", "&"}


def _follow(pattern: _Pattern, text: str, tokens: Sequence[Word], first: int) -> int | None:
    """Index of the last word of the pattern when it begins at `first`; None when it does not go on there."""
    at = first
    for n in range(1, len(pattern.words)):
        nxt = at + 1
        if nxt < len(tokens) and tokens[nxt].text.lower() in _ARTICLES:
            nxt += 1
        if (
            nxt < len(tokens)
            and _adjoins(text, tokens[nxt - 1], tokens[nxt])
            and _matches(pattern, n, tokens[nxt].text)
        ):
            at = nxt
            continue
        if n == len(pattern.words) - 1 and _may_share(pattern):
            return _coordinated(pattern, text, tokens, at)
        return None
    return at


def _may_share(pattern: _Pattern) -> bool:
    """A single letter (`C end`) is too weak to share its noun with another."""
    return pattern.rendering.standing is Standing.APPROVED and len(pattern.words[0]) > 1


def _coordinated(pattern: _Pattern, text: str, tokens: Sequence[Word], at: int) -> int | None:
    """The last word of `industrial end` in `industrial and consumer ends`."""
    if at + 1 >= len(tokens) or not _is_joined(text, tokens, at):
        return None
    for nxt in range(at + 2, min(at + 2 + _COORDINATION_REACH, len(tokens))):
        if any(c in ".;!?" for c in text[tokens[nxt - 1].end : tokens[nxt].start]):
            return None
        if _matches(pattern, len(pattern.words) - 1, tokens[nxt].text):
            return nxt
    return None


def _adjoins(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    return _GAP.fullmatch(gap) is not None or (gap in {".", ". "} and len(left.text) <= 2 and left.text.isupper())


def _pattern_keys(word: str, rendering: Rendering) -> frozenset[str]:
    if _is_acronym(word):
        return frozenset((word.lower(),))
    if rendering.standing is Standing.APPROVED:
        return frozenset((stem(word), *word_forms(word)))
    return word_forms(word) if rendering.pos.startswith("v") else noun_forms(word)


@lru_cache(maxsize=1 << 15)
def _text_keys(word: str) -> frozenset[str]:
    return word_forms(word) | {stem(word)}


def _matches(pattern: _Pattern, n: int, word: str) -> bool:
    keys, written, rendering = pattern.keys[n], pattern.words[n], pattern.rendering
    if _is_acronym(written):
        return word.removesuffix("s") == written or (not noun_forms(word).isdisjoint(keys) and not word.islower())
    if rendering.standing is Standing.APPROVED:
        return not keys.isdisjoint(_text_keys(word))
    forms = noun_forms(word) if rendering.pos.startswith("n") else word_forms(word)
    return not keys.isdisjoint(forms)


def _is_acronym(word: str) -> bool:
    """Short words in capitals (AI, US) are not the lower-case words that they resemble."""
    return 2 <= len(word) <= 3 and word.isupper() and word.isalpha()
