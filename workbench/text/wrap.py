"""Wrapping at a width in cells, with the line-breaking rules of Chinese and English (kinsoku; after UAX #14).

A break is an offset, so nothing can be lost: the lines are the slices between the breaks. Each place between two
characters has a cost, and a line ends at its last place that costs nothing; only if it has none, at its cheapest.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from enum import IntEnum

from workbench.text.cells import cell_offsets, cell_width
from workbench.text.safe import visible
from workbench.text.script import is_han


class _Cost(IntEnum):
    FREE = 0
    POOR = 1
    """Ends a line with an opening mark, or parts a number from its unit, a name at its dot, an address at its slash."""
    STOP_FIRST = 2
    """Begins a line with a mark that belongs to what is before it."""
    TIED = 3
    """Parts a word from a symbol that is written on it."""
    IN_WORD = 4
    NEVER = 9
    """Inside a grapheme."""


class _Class(IntEnum):
    SPACE = 0
    OPENING = 1
    CLOSING = 2
    """Closing marks, stops and others that may not begin a line: CJK ones and dashes, after which a line may end."""
    STOP = 3
    """ASCII stops and closing brackets, after which a line may end only where a space or Chinese follows."""
    QUOTE = 4
    """Straight quotes, which open or close."""
    APOSTROPHE = 5
    WIDE = 6
    """Chinese, Japanese and Korean characters, emoji: a line may end on either side."""
    LETTER = 7
    DIGIT = 8
    SYMBOL = 9
    HYPHEN = 10
    PREFIX = 11
    """Currency signs and such, which belong to the number after them."""
    DOT = 12
    """The middle dot of foreign names, and what stands for invisible characters."""
    GLUE = 13
    MARK = 14
    """What may continue a grapheme: combining marks, skin tones, letters of flags."""
    SLASH = 15


_OPENING = "（《「『【“‘〈〔〖〘〚｛［｟｢〝([{«‹"
_CLOSING = (
    "，。、；：？！）》」』】”’…—％‥‰℃〉〕〗〙〛｝］｠｣〞〟～〜ー々〻ゝゞヽヾ゛゜、｡､·‧・｡»›⁇⁈⁉‼﹐﹑﹒﹔﹕﹖﹗．–"
)
_CLOSING += "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
_STOPS = ",.;:!?)]}%"
_WINDOW = 1 << 16
"""So many code points are measured at once, which bounds the memory for a text without lines."""

_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_UNITS = "亿万千百十元年月日号时点分秒个人家倍次吨米公里度岁届种项名位余多几％"
"""Characters that after a number say what it counts."""

_KINDS = (
    dict.fromkeys(_CLOSING, _Class.CLOSING)
    | dict.fromkeys(_OPENING, _Class.OPENING)
    | dict.fromkeys(_STOPS, _Class.STOP)
    | dict.fromkeys("\u00b7\u2027\u30fb", _Class.DOT)
    | dict.fromkeys("\u00a0\u2007\u202f", _Class.GLUE)
    | dict.fromkeys("$¥￥€£＄￡#＃", _Class.PREFIX)
    | dict.fromkeys("-\u2010", _Class.HYPHEN)
    | {"\u2011": _Class.SYMBOL, "\u2019": _Class.APOSTROPHE, "'": _Class.APOSTROPHE, '"': _Class.QUOTE}
    | dict.fromkeys("/\\?&=", _Class.SLASH)
)
_KINDS |= {"?": _Class.STOP}


class _Classes(dict[str, _Class]):
    def __missing__(self, character: str) -> _Class:
        kind = self[character] = _class_of(character)
        return kind


def _class_of(character: str) -> _Class:
    if character in _KINDS:
        return _KINDS[character]
    if character.isspace() and (character in "\t\n" or unicodedata.category(character) == "Zs"):
        return _Class.SPACE
    if character.isdigit():
        return _Class.DIGIT
    shown = visible(character)
    category = unicodedata.category(shown)
    if category[0] == "M" or not cell_width(shown) or character in _FLAG_LETTERS:
        return _Class.MARK
    if shown != character:
        return _Class.DOT
    if unicodedata.east_asian_width(character) in "WF" or is_han(character):
        if category == "Ps":
            return _Class.OPENING
        return _Class.CLOSING if category == "Pe" else _Class.WIDE
    return _Class.LETTER if category[0] in "LN" else _Class.SYMBOL


def breaks(text: str, width: int) -> tuple[int, ...]:
    """Offsets in code points where the lines after the first begin, for lines of at most `width` cells.

    A newline ends its line (it takes no cell; no empty line follows one that ends the text). No other line is wider
    than `width`, spaces at its end included, unless a single grapheme is. A line does not begin with a closing mark,
    end with an opening one, part a number from its unit or cut a word, unless what belongs together is wider than a
    line by itself; a word that fits on a line is not cut even then. Time grows with the length of the text alone.

    Raises ValueError for a width below 1.
    """
    if width < 1:
        raise ValueError(f"no text can be wrapped at {width} cells")
    found: list[int] = []
    start, window = 0, _WINDOW
    while len(text) - start > window:
        # A part begins where a line does, so its breaks are those of the whole; one without any has to be larger.
        some = _breaks_of_part(text[start : start + window], width)
        found += [start + place for place in some]
        start = found[-1] if some else start
        window = _WINDOW if some else 2 * window
    found += [start + place for place in _breaks_of_part(text[start:] if start else text, width)]
    return tuple(found)


def _breaks_of_part(text: str, width: int) -> list[int]:
    offsets = cell_offsets(text)
    found: list[int] = []
    if offsets[-1] <= width and "\n" not in text:
        return found
    start = 0
    length = len(text)
    while start < length:
        newline = text.find("\n", start)
        end = length if newline < 0 else newline + 1
        _fill(text, offsets, start, end, width, found)
        if end < length:
            found.append(end)
        start = end
    return found


def _fill(text: str, offsets: list[int], start: int, end: int, width: int, found: list[int]) -> None:
    """Break the text from `start` to `end`, which holds no newline but its last character."""
    total = offsets[end]
    while total - offsets[start] > width:
        # The last place that fits; code points that continue a grapheme begin where it ends, so they stay with it.
        last = bisect_right(offsets, offsets[start] + width, start + 1, end + 1) - 1
        if last <= start:
            last = _after_grapheme(text, offsets, start, end)
            if last >= end:
                return
        else:
            last = _cheapest(text, offsets, start, last)
        found.append(last)
        start = last


def _after_grapheme(text: str, offsets: list[int], start: int, end: int) -> int:
    last = start + 1
    while last < end and offsets[last + 1] == offsets[last]:
        last += 1
    return last


def _cheapest(text: str, offsets: list[int], start: int, last: int) -> int:
    """The place after `start`, up to `last`, where a line ends best: the last one of the lowest cost."""
    best, best_cost = last, int(_Cost.NEVER)
    kinds = _CLASSES
    for place in range(last, start, -1):
        cost = _COSTS[kinds[text[place - 1]]][kinds[text[place]]]
        if cost < 0:
            cost = _cost(text, offsets, start, place)
        if cost == 0:
            return place
        if cost < best_cost:
            best, best_cost = place, cost
    return best


def _cost(text: str, offsets: list[int], start: int, place: int) -> int:
    """The cost of a break before `place` where the two classes alone do not tell."""
    if offsets[place + 1] == offsets[place] and text[place] != "\n":
        return _Cost.NEVER
    base = place - 1
    while _CLASSES[text[base]] is _Class.MARK and base > start:
        base -= 1
    before = _standing_alone(text[base])
    after = _standing_alone(text[place])
    cost = _COSTS[before][after]
    if cost >= 0:
        return cost
    earlier = _CLASSES[text[base - 1]] if base > start else _Class.SPACE
    if before is _Class.HYPHEN:
        return _cost_after_hyphen(text, start, base, earlier, after)
    if before is _Class.APOSTROPHE:
        if after in (_Class.LETTER, _Class.DIGIT):
            return _Cost.IN_WORD if earlier in (_Class.LETTER, _Class.DIGIT) else _Cost.POOR
        return _Cost.FREE if text[base] == "\u2019" else _Cost.POOR
    if after is _Class.APOSTROPHE:
        return _Cost.STOP_FIRST if text[place] == "\u2019" or before is not _Class.WIDE else _Cost.POOR
    if before is _Class.STOP:  # a digit or a letter follows
        in_number = after is _Class.DIGIT and earlier is _Class.DIGIT
        return _Cost.IN_WORD if in_number else _Cost.POOR
    if after in (_Class.OPENING, _Class.PREFIX):  # `f(x)` and `US$5`, but not `ChatGPT（…）`
        return _Cost.POOR if text[place].isascii() else _Cost.FREE
    if before is _Class.DIGIT:  # a wide character follows
        return _Cost.POOR if text[place] in _UNITS else _Cost.FREE
    # A digit follows a wide character.
    return _Cost.POOR if text[base] == "第" else _Cost.FREE


def _standing_alone(character: str) -> _Class:
    """The class of a character that begins a grapheme."""
    kind = _CLASSES[character]
    if kind is not _Class.MARK:
        return kind
    return _Class.LETTER if unicodedata.category(character)[0] == "M" else _Class.WIDE


def _cost_after_hyphen(text: str, start: int, base: int, earlier: _Class, after: _Class) -> int:
    """Between the parts of a compound; not after a prefix of one letter, nor before digits (`e-mail`, `COVID-19`)."""
    if earlier not in (_Class.LETTER, _Class.DIGIT, _Class.MARK):
        sign = earlier is not _Class.HYPHEN and after in (_Class.LETTER, _Class.DIGIT)
        return _Cost.TIED if sign else _Cost.FREE
    if after is _Class.LETTER and base - 2 >= start and _CLASSES[text[base - 2]] in (_Class.LETTER, _Class.DIGIT):
        return _Cost.FREE
    return _Cost.FREE if after in (_Class.WIDE, _Class.OPENING) else _Cost.POOR


def _cost_by_class(before: _Class, after: _Class) -> int:  # noqa: C901 - a table, written as its rules
    """The cost of a break between two classes; -1 where the characters have to be looked at."""
    kind = _Class
    word = (kind.LETTER, kind.DIGIT)
    if kind.MARK in (before, after):
        return -1
    if after is kind.SPACE:
        return _Cost.FREE if before is kind.SPACE else _Cost.POOR
    if after in (kind.CLOSING, kind.STOP):
        return _Cost.STOP_FIRST
    if before is kind.SPACE:
        return _Cost.FREE
    if kind.GLUE in (before, after):
        return _Cost.TIED
    if before in (kind.OPENING, kind.QUOTE) or after is kind.QUOTE:
        return _Cost.POOR
    if kind.APOSTROPHE in (before, after) or before is kind.HYPHEN:
        return -1
    if kind.DOT in (before, after):
        return _Cost.POOR if before is kind.DOT else _Cost.STOP_FIRST
    if before is kind.CLOSING:
        return _Cost.FREE
    if before is kind.STOP:
        if after in word:
            return -1
        return _Cost.POOR if after in (kind.SLASH, kind.SYMBOL, kind.HYPHEN) else _Cost.FREE
    if before in word and after in word:
        return _Cost.IN_WORD
    if before is kind.PREFIX:
        return _Cost.TIED if after in word else _Cost.POOR
    if before in word and after in (kind.OPENING, kind.PREFIX):
        return -1
    if (before is kind.DIGIT and after is kind.WIDE) or (before is kind.WIDE and after is kind.DIGIT):
        return -1
    if kind.WIDE in (before, after) or after in (kind.OPENING, kind.PREFIX):
        return _Cost.TIED if after is kind.HYPHEN else _Cost.FREE
    if before is kind.SLASH:
        return _Cost.POOR
    return _Cost.TIED


_CLASSES = _Classes()
_COSTS = tuple(tuple(int(_cost_by_class(before, after)) for after in _Class) for before in _Class)
