"""Putting one rendering in the place of another so that the sentence around it still stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.model.span import Span
from workbench.terms.inflection import (
    COUNTED_ING,
    PLURAL_CALLERS,
    UNCOUNTABLE,
    article,
    form_of,
    is_mass,
    is_plural,
    plural,
    singular,
    to_form,
)
from workbench.terms.renderings import Word, words
from workbench.text.script import is_han

_ARTICLE_BEFORE = re.compile(r"(?<![^\W\d_])(an?)(\s+)$", re.IGNORECASE)
_DETERMINER_BEFORE = re.compile(r"(?<![^\W\d_])(the|an?)\s+$", re.IGNORECASE)
_OWN_DETERMINER = re.compile(r"(the|an?)\s+", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?\u3002\uff01\uff1f][\"'\u201d\u2019)\]]*\s*|\n\s*)[\"'\u201c\u2018(\[]*$")
_ONE_DOES = re.compile(r"[\"'\u201d\u2019)]*\s+(?:is|was|has|does)\b")
"""A verb that says that what stands before it is one."""
_PHRASE_REACH = 5
_NOUN_ENDINGS = ("ion", "ment", "ness", "ity", "ance", "ence", "out", "er")
_DEFINITE_HEADS = frozenset(("side", "end", "sector", "market", "economy", "industry", "chain", "world", "field"))
"""Nouns that stand with `the` where another would stand in the plural: the business side."""
_FUNCTION_WORDS = (
    "of in on at by for from to with without as is are was were be been have has had will would can could may might "
    "must should do does did that which who what when where while if because but than not it they we he she this a an "
    "the its their our his her my your"
)
_STOPPERS = frozenset(_FUNCTION_WORDS.split())
"""A plural word reaches its noun over adjectives and nouns, not over these."""
_PARTICLES = frozenset(("out", "up", "down", "off", "over", "away", "back", "about", "into", "onto", "upon", "through"))
"""What ends a verb (`carry out`): no plural is made of it."""
_DETERMINERS = frozenset(("a", "an", "the", "this", "that", "its", "their", "our", "his", "her", "my", "your"))
_JOINERS = frozenset(("and", "or"))
_PHRASE_END = '.;:!?,\u201c\u201d"()'
_SINGULAR_CALLERS = frozenset(("this", "that", "each", "every", "another", "one", "a", "an", "either", "neither"))


def replace_rendering(text: str, span: Span, new: str, pos: str = "") -> str:
    """`text` with `new` in place of `span`.

    Number, the article before it, and the capital at a sentence's start follow the place: `these tuyere` becomes
    `these hot trends`, `an outlet` becomes `a hot trend`, `Vents appear` becomes `Hot trends appear`. With `pos` `v`
    the verb takes the old one's form (`empowering` becomes `enabling`).
    """
    return replace_located(text, span, new, pos)[0]


def replace_located(text: str, span: Span, new: str, pos: str = "") -> tuple[str, Span]:
    """What `replace_rendering` gives, and the span of the new words in it."""
    chosen = suggestion(text, span, new, pos)
    before = _with_article(text[: span.start], chosen)
    return before + chosen + text[span.end :], Span(len(before), len(before) + len(chosen))


def change_of(text: str, span: Span, new: str, pos: str = "") -> tuple[Span, str]:
    """The stretch of `text` that `replace_rendering` changes, from word to word, and what then stands there.

    It is `span`, widened to whole words, with the article before it where that changes too. All else stays.
    """
    span = on_word_edges(text, span)
    after, there = replace_located(text, span, new, pos)
    start = span.start
    if after[: there.start] != text[:start]:
        article_before = _ARTICLE_BEFORE.search(text[:start])
        start = article_before.start() if article_before else start
    words_there = after[start : there.end]
    if start < span.start and text[start].isupper() and there.start == start:
        words_there = words_there[:1].upper() + words_there[1:]  # the article that began the sentence is gone
    return Span(start, span.end), words_there


def on_word_edges(text: str, span: Span) -> Span:
    """The span, widened to the whole words at its ends; Han characters are words of their own."""
    start, end = span.start, span.end
    while 0 < start < len(text) and start < end and joins_words(text[start - 1], text[start]):
        start -= 1
    while 0 < end < len(text) and start < end and joins_words(text[end - 1], text[end]):
        end += 1
    return Span(start, end)


def joins_words(left: str, right: str) -> bool:
    """True if two neighbouring characters belong to one word."""
    return all((ch.isalnum() or ch == "_") and not is_han(ch) for ch in (left, right))


def way_of(old: str, new: str, pos: str = "") -> str:
    """How `new` may follow the form of `old`: `pos` where it is known; else `n` for the plural of a noun phrase, and
    `x` (as it is) for all else.

    Without a part of speech nothing tells a noun from `regarded as`, so only an evident plural is followed.
    """
    if pos:
        return pos
    old_words, new_words = words(old), words(new)
    if not old_words or not new_words:
        return "x"
    ends = old_words[-1].text.lower(), new_words[-1].text.lower()
    if any(end in _STOPPERS or end in _PARTICLES or end.endswith("ly") for end in ends):
        return "x"
    first = new_words[0].text.lower()
    is_verb = first in _STOPPERS or form_of(first) == "ed" or (form_of(first) == "ing" and first not in COUNTED_ING)
    return "n" if is_plural(ends[0]) and not is_verb else "x"


def is_function_words(phrase: str) -> bool:
    """True for `as` or `of the`: words too common to be known for the rendering of anything."""
    return all(word.text.lower() in _STOPPERS or word.text.lower() in _PARTICLES for word in words(phrase))


def inflected(text: str, span: Span, new: str, pos: str = "") -> str:
    """`new` in the number or verb form that its place asks for, capitals aside."""
    old = span.of(text)
    own = _possessive(new)
    if own and not pos.startswith("v"):
        bare = inflected(text, span, new.removesuffix(own), pos)
        return bare if bare.endswith(("'", "\u2019")) or _possessive(bare) else bare + _owned(bare, own)
    if pos.startswith("v"):
        return _as_verb(old, new)
    if pos and not pos.startswith("n"):
        return new + ("" if _possessive(new) else _possessive(old))
    old_words, new_words = words(old), words(new)
    if not old_words or not new_words or new_words[-1].text[0].isupper():
        return new + _possessive(old)  # a name has no plural here
    possessive = _possessive(old)
    wanted = _wants_plural(text, span, old_words, mass=is_mass(new_words[-1].text))
    last = new_words[-1].text.lower()
    before = words(text[: span.start])[-1:]
    is_counted = bool(before) and before[0].text.lower() in PLURAL_CALLERS
    if wanted is True and last in _DEFINITE_HEADS and not is_counted and not is_plural(old_words[-1].text):
        return f"the {new}" + possessive
    if wanted is True:
        new = _with_last_word(new, plural)
    elif wanted is False:
        new = _with_last_word(new, _to_singular)
    return new + _owned(new, possessive)


def suggestion(text: str, span: Span, new: str, pos: str = "") -> str:
    """What to put in place of exactly `span`, its first letter a capital where the old one began a sentence."""
    chosen = inflected(text, span, new, pos)
    before = text[: span.start]
    own = _OWN_DETERMINER.match(chosen)
    if own and _DETERMINER_BEFORE.search(before):
        chosen = chosen[own.end() :]
    if span.of(text)[:1].isupper() and _SENTENCE_START.search(before):
        chosen = chosen[:1].upper() + chosen[1:]
    return chosen


def _with_article(before: str, chosen: str) -> str:
    match = _ARTICLE_BEFORE.search(before)
    if not match:
        return before
    last = words(chosen)[-1].text if words(chosen) else ""
    if last.lower() in UNCOUNTABLE or is_plural(last):
        return before[: match.start()]
    right = article(chosen)
    if match.group(1)[0].isupper():
        right = right.capitalize()
    return before[: match.start()] + right + match.group(2)


def _wants_plural(text: str, span: Span, old_words: Sequence[Word], *, mass: bool) -> bool | None:
    """True or False where the place decides the number, None where the new word may keep its own.

    `mass`: the new word stands alone in the singular too, so that a place without a determiner asks for nothing.
    """
    before = words(text[: span.start])[-_PHRASE_REACH:]
    for distance, word in enumerate(reversed(before), start=1):
        low = word.text.lower()
        if any(c in text[word.end : span.start] for c in _PHRASE_END):
            break
        if low in PLURAL_CALLERS or (low.isdigit() and low != "1" and len(low) < 4):
            return True
        if distance == 1 and low in _SINGULAR_CALLERS:
            return False
        if low in _DETERMINERS or word.text.endswith(("'s", "\u2019s")):
            return is_plural(old_words[-1].text) or None
        if low in _JOINERS and distance < len(before):
            return is_plural(before[-distance - 1].text) or is_plural(old_words[-1].text) or None
        if low in _STOPPERS:
            break
    else:
        if len(before) == _PHRASE_REACH:
            return is_plural(old_words[-1].text) or None
    # A countable noun without any determiner stands in the plural, unless it is the first half of a compound.
    bare = not mass and _ends_phrase(text[span.end :]) and not _ONE_DOES.match(text, span.end)
    return is_plural(old_words[-1].text) or bare or None


def _ends_phrase(after: str) -> bool:
    """Whether a noun phrase is over here: punctuation, a function word, an adverb or a verb form follows."""
    following = words(after[:40])
    if not following or after[: following[0].start].strip():
        return True
    low = following[0].text.lower()
    return low in _STOPPERS or low in _JOINERS or low.endswith(("ly", "ed", "ing"))


def _with_last_word(phrase: str, change: object) -> str:
    last = words(phrase)[-1] if words(phrase) else None
    if last is None or not callable(change):
        return phrase
    return phrase[: last.start] + str(change(last.text)) + phrase[last.end :]


def _to_singular(word: str) -> str:
    if not is_plural(word):
        return word
    one = singular(word.lower())
    return one.capitalize() if word[:1].isupper() else one


def _owned(phrase: str, tail: str) -> str:
    """The possessive ending of a phrase: a plural takes the apostrophe alone."""
    last = words(phrase)[-1].text if words(phrase) else ""
    return tail[:1] if is_plural(last) and last.endswith("s") else tail


def _possessive(old: str) -> str:
    for tail in ("'s", "\u2019s"):
        if old.endswith(tail):
            return tail
    return ""


def _as_verb(old: str, new: str) -> str:
    old_words, new_words = words(old), words(new)
    if not old_words or not new_words:
        return new
    form = form_of(old_words[0].text)
    head = new_words[0]
    if not form or form_of(head.text) in {"ing", "ed"} or head.text.lower().endswith(_NOUN_ENDINGS):
        return new
    return new[: head.start] + to_form(head.text, form) + new[head.end :]
