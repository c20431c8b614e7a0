"""What the aligner compares: keys for the words, numbers, names and marks of a sentence.

A key is the same string on both sides where the two languages write the same: `#1500` for a number, `@iphone` for
Latin letters in Chinese, `"` for any double quotation mark. Chinese words stay Chinese, English words are stems.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from workbench.lexicon.lookup import lexicon
from workbench.text import tokens as text_tokens
from workbench.text.tokens import Token, TokenKind, chinese_tokens, english_tokens
from workbench.text.variants import to_halfwidth, to_simplified

MARKS = {
    "?": "?",
    "!": "!",
    ":": ":",
    ";": ";",
    "%": "%",
    "(": "(",
    "[": "(",
    "\u3010": "(",
    "\u3014": "(",
    "\u2026": "\u2026",
    "\u22ef": "\u2026",
    "\u2014": "-",
    "\u2013": "-",
    "\u2500": "-",
    "-": "-",
}
"""Marks that translations tend to keep, by what they count as."""

OPENS, CLOSES = "\u201c", "\u201d"
"""The keys of quotation marks of any form."""
_OPENING = frozenset("\u201c\u2018\u300c\u300e\u301d")
_CLOSING = frozenset("\u201d\u2019\u300d\u300f\u301e")
_UNDIRECTED = frozenset("\"'")

_DROPPED = frozenset(("a", "an", "the", "of"))
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_BIG_UNITS = {"万": 10_000, "亿": 100_000_000, "兆": 1_000_000_000_000}
_SCALE = re.compile("[十百千万亿兆]+")
_NUMERAL = re.compile("[零〇○一二三四五六七八九两十百千万亿]+")
_MONTH_WORDS = ("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_ONES.split(" "))}
_SMALL |= {word: 10 * value for value, word in enumerate(_TENS.split(" "), 2)}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of an English word, from the dictionary's table where it has the word."""
    low = word.lower()
    return lexicon().stem_of(low) or text_tokens.stem(low)


def number_key(value: float) -> str:
    """The key of a value, the same however it was written."""
    try:
        return f"#{value:.10g}"
    except OverflowError:
        return "#inf"


_LONGEST_NUMERAL = 60
"""Characters; a longer run counts nothing, and its value would go beyond what numbers can be made of."""


_LARGEST_SCALE = 10**60
"""Of units in a row; a float times more would be no number any longer."""


def chinese_value(numeral: str) -> int | None:
    """The value of Chinese numerals (`三百二十`, `一亿五千万`, `二〇二〇`), or None for what is no number."""
    if len(numeral) > _LONGEST_NUMERAL:
        return None
    if all(character in _DIGITS for character in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral)) if len(numeral) > 1 else _DIGITS[numeral]
    total = section = digit = 0
    last = 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _UNITS:
            section += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            unit = _BIG_UNITS[character]
            if not total + section + digit:
                return None
            # In 一亿五千万 the 万 counts the five thousand alone, in 五千万亿 the 亿 counts everything before it.
            if unit < last:
                total += (section + digit) * unit
            else:
                total = (total + section + digit) * unit
            last, section, digit = unit, 0, 0
    return total + section + digit


def _plain_number(text: str) -> float | None:
    try:
        return float(to_halfwidth(text).rstrip("%\u2030").replace(",", ""))
    except ValueError:
        return None


@lru_cache(maxsize=1)
def number_words() -> tuple[tuple[str, str], ...]:
    """Stems that stand for a key of another form: (`two`, `#2`), (`percent`, `%`)."""
    numbers = {**_SMALL, "hundred": 100, **_SCALES}
    words = [(stem(word), number_key(value)) for word, value in numbers.items()]
    return (*words, (stem("percent"), "%"), (stem("percentage"), "%"))


@lru_cache(maxsize=1 << 15)
def source_keys(text: str) -> tuple[str, ...]:
    """Keys of a Chinese sentence, in order."""
    tokens = [token for token in chinese_tokens(to_simplified(text)) if token.kind is not TokenKind.SPACE]
    keys: list[str] = []
    turns = _turns(tokens)
    at = 0
    while at < len(tokens):
        at += _source_key(tokens, at, keys, turns.get(at, 0))
    return tuple(keys)


def _turns(tokens: Sequence[Token]) -> dict[int, int]:
    """For each undirected quotation mark, by its place, how many of its kind stand before it."""
    counts: Counter[str] = Counter()
    turns = {}
    for at, token in enumerate(tokens):
        mark = token.text[:1]
        if mark in _UNDIRECTED:
            turns[at] = counts[mark]
            counts[mark] += 1
    return turns


def _source_key(tokens: list[Token], at: int, keys: list[str], turn: int) -> int:
    """Append the keys of the token at `at`; how many tokens that used."""
    token = tokens[at]
    if token.kind is TokenKind.NUMBER:
        value = _plain_number(token.text)
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if value is None:
            return 1
        if following[:1] == "月" and 1 <= value <= 12 and value == int(value):
            keys.append(_MONTH_WORDS[int(value) - 1])
            return 2
        scale, used = _scale(tokens, at + 1)
        keys.append(number_key(value * scale))
        if token.text[-1] in "%\uff05":
            keys.append("%")
        return 1 + used
    if token.kind is TokenKind.LATIN:
        keys.extend(key if key[0] == "#" else f"@{key}" for key in _latin_keys(token.text))
    elif token.kind is TokenKind.PUNCT:
        mark = _quotation(tokens, at, turn) or MARKS.get(to_halfwidth(token.text)[:1])
        if mark:
            keys.append(mark)
    elif token.kind is TokenKind.WORD:
        return _chinese_word(tokens, at, keys)
    return 1


def _quotation(tokens: list[Token], at: int, turn: int | None) -> str | None:
    """The key of a quotation mark, or None for other marks and for apostrophes.

    `turn`: None where the text has spaces around its quotations, which tell opening from closing; else they take
    turns, and this is how many of the kind stand before.
    """
    mark = tokens[at].text[:1]
    if mark in _OPENING:
        return OPENS
    if mark not in _CLOSING and mark not in _UNDIRECTED:
        return None
    if turn is not None and mark in _UNDIRECTED:
        return CLOSES if turn % 2 else OPENS
    before = tokens[at - 1] if at and tokens[at - 1].end == tokens[at].start else None
    after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end else None
    single = mark in "'\u2019"
    if mark in _CLOSING and not single:
        return CLOSES
    if before is None and after is not None:
        return None if mark == "\u2019" else OPENS
    if before is not None and before.kind is not TokenKind.PUNCT:
        # Behind a letter, a single mark may be the apostrophe of a plural.
        return None if single and before.kind is TokenKind.WORD and after is None else CLOSES
    return CLOSES if after is None or after.kind is TokenKind.PUNCT or before is not None else OPENS


def _scale(tokens: list[Token], at: int) -> tuple[int, int]:
    """The product of the 十, 百, 千, 万 and 亿 from `at` on, and how many tokens they are.

    Of a token that only begins with them (亿元), the rest is left in `tokens`.
    """
    product, used = 1, 0
    while at + used < len(tokens):
        token = tokens[at + used]
        units = _SCALE.match(token.text)
        if not units:
            break
        for character in units.group():
            product = min(product * (_BIG_UNITS.get(character) or _UNITS[character]), _LARGEST_SCALE)
        if units.end() < len(token.text):
            tokens[at + used] = token._replace(start=token.start + units.end(), text=token.text[units.end() :])
            break
        used += 1
    return product, used


def _chinese_word(tokens: list[Token], at: int, keys: list[str]) -> int:
    text, used = tokens[at].text, 1
    if _NUMERAL.fullmatch(text):
        while at + used < len(tokens) and _NUMERAL.fullmatch(tokens[at + used].text):
            text += tokens[at + used].text
            used += 1
        value = chinese_value(text)
        if len(text) > 1 and value is not None and text not in ("万一", "千万", "一一", "三三两两"):
            if at + used < len(tokens) and tokens[at + used].text == "月" and f"{text}月" in _MONTH_WORDS:
                keys.append(f"{text}月")
                return used + 1
            keys.append(number_key(value))
            return used
        keys.append(text)
        return used
    if text in _MONTH_WORDS:
        keys.append(text)
        return 1
    match = _NUMERAL.match(text)
    if match and 1 < len(match.group()) < len(text) and (value := chinese_value(match.group())) is not None:
        keys.append(number_key(value))
        keys.append(text[match.end() :])
        return 1
    if text.startswith("百分之"):
        keys.append("%")
        text = text[3:]
        if text and (value := chinese_value(text) if _NUMERAL.fullmatch(text) else None) is not None:
            keys.append(number_key(value))
        return 1
    keys.append(text)
    return 1


def _latin_keys(text: str) -> list[str]:
    """Stems of a Latin word, of its parts where hyphens, dots or slashes part it."""
    parts = [part for part in re.split("[-\u2010\u2011/&_]", text) if part]
    return [number_key(float(part)) if part.isdecimal() and part.isascii() else stem(part) for part in parts]


@lru_cache(maxsize=1 << 15)
def target_keys(text: str) -> tuple[str, ...]:
    """Keys of an English sentence, in order; articles and `of` are dropped, contractions taken apart."""
    tokens = [token for token in english_tokens(text) if token.kind is not TokenKind.SPACE]
    keys: list[str] = []
    at = 0
    while at < len(tokens):
        at += _target_key(tokens, at, keys)
    return tuple(keys)


def _target_key(tokens: list[Token], at: int, keys: list[str]) -> int:
    token = tokens[at]
    low = token.text.lower()
    if token.kind is TokenKind.NUMBER or low in _SMALL or low in ("hundred", *_SCALES):
        value, used = _english_number(tokens, at)
        if value is not None:
            keys.append(number_key(value))
            if token.text[-1] in "%":
                keys.append("%")
            return used
    if token.kind is TokenKind.WORD:
        _english_word(low.replace("\u2019", "'"), keys)
    elif token.kind is TokenKind.PUNCT:
        mark = _quotation(tokens, at, None) or MARKS.get("\u2026" if token.text.startswith("..") else token.text[0])
        if mark and not (mark == "-" and token.text == "-"):
            keys.append(mark)
    return 1


def _english_word(word: str, keys: list[str]) -> None:
    for part in re.split("[-\u2010\u2011&/]", word):
        if not part or part in _DROPPED:
            continue
        if part.isdecimal() and part.isascii():
            keys.append(number_key(float(part)))
            continue
        if part in _SMALL:
            keys.append(number_key(_SMALL[part]))
            continue
        if part in ("percent", "percentage"):
            keys.append("%")
            continue
        head, _, tail = part.partition("'")
        if tail == "t" and head.endswith("n"):
            negated = {"can": "can", "won": "will", "shan": "shall"}.get(head, head[:-1])
            keys.extend((stem(negated), "not"))
        elif tail and head:
            keys.append(stem(head))
            if tail in ("ll", "ve", "re", "m", "d"):
                keys.append({"ll": "will", "ve": "have", "re": "be", "m": "be", "d": "would"}[tail])
        elif part == "cannot":
            keys.extend(("can", "not"))
        else:
            keys.append(stem(part))


def _english_number(tokens: list[Token], at: int) -> tuple[float | None, int]:
    """The value of a number in digits or words from `at` on, and how many tokens it is."""
    total = current = 0.0
    used, seen = 0, False
    while at + used < len(tokens):
        token = tokens[at + used]
        low = token.text.lower()
        parts = low.split("-")
        if token.kind is TokenKind.NUMBER and not seen:
            value = _plain_number(low)
            if value is None:
                return None, 1
            current, seen = value, True
        elif all(part in _SMALL for part in parts):
            value = sum(_SMALL[part] for part in parts)
            if seen and current % 100 and value:
                break
            current += value
            seen = True
        elif low == "hundred":
            current = (current or 1.0) * 100
            seen = True
        elif low in _SCALES:
            total += (current or 1.0) * _SCALES[low]
            current, seen = 0.0, True
        elif low == "and" and seen and _continues(tokens, at + used, current):
            pass
        else:
            break
        used += 1
    return (total + current if seen else None), max(used, 1)


def _continues(tokens: list[Token], at: int, current: float) -> bool:
    """True for the `and` of `two hundred and five`."""
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    return current >= 100 and current % 100 == 0 and all(part in _SMALL for part in following.split("-"))
