"""Writing the value of one number in the form of another: what should have stood in the place of a wrong number."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.model.span import Side
from workbench.text.numerals import numbers
from workbench.text.numerals_english_words import MONTHS
from workbench.text.numerals_value import Number, NumberKind, same_value

_DIGITS = re.compile(r"(\d[\d,]*)(\.\d+)?(.*)", re.DOTALL)
_SHARE = re.compile(r"[ -]?(?:%|per ?cent|pct)", re.IGNORECASE)
_POINTS = re.compile(r"([ -]?(?:%|per ?cent(?:age)?|pct)[ -]point)s?", re.IGNORECASE)
_SCALED = re.compile(r"([ -]?)(thousand|million|billion|trillion)", re.IGNORECASE)
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9, "tn": 10**12}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_WORD_SCALES = {"thousand": 10**3} | {word: size for size, word in _SCALES}
_ORDINAL = re.compile("st|nd|rd|th", re.IGNORECASE)
_TIMES = re.compile(r"[ -]?(?:times|fold|x)", re.IGNORECASE)
_SPELLED = re.compile(r"[a-z]+(?:-[a-z]+)?(?: (?:thousand|million|billion|trillion))?")
_PLACES = 4
_BARE = frozenset((NumberKind.CARDINAL, NumberKind.DAY, NumberKind.ORDINAL))
_SHARES = frozenset((NumberKind.PERCENT, NumberKind.FRACTION))
_ARTICLE = re.compile(r"\b(an?) (?:\W{0,2})\Z", re.IGNORECASE)
_MONTH_NAMES = tuple(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))


def written_like(value: Number, model: Number, text: str) -> str | None:
    """What to put at `model.span` of the English `text` so that it says `value`, in the writing of `model`.

    Scale words, signs of percentage and separators are kept; a spelled-out number becomes digits. None where no
    writing is safe: vague values, ranges, decimals that do not end, an article or a plural that would not fit. What
    is given has been read again in its place, and has the value.
    """
    if value.low != value.high or model.low != model.high or (value.approximate and not model.approximate):
        return None
    if same_value(value, model):
        return None
    written = _write(value, model)
    if written is None or written == model.quote or not _article_fits(written, text[: model.span.start]):
        return None
    return written if _reads_as(written, value, model, text) else None


def _write(value: Number, model: Number) -> str | None:
    quote, kind = model.quote, model.kind
    if NumberKind.MONTH in (value.kind, kind):
        return _month(value, quote) if value.kind is kind else None
    if NumberKind.DECADE in (value.kind, kind) or NumberKind.TIME in (value.kind, kind):
        return None
    match = _DIGITS.fullmatch(quote)
    if match is None:
        spelled = _SPELLED.fullmatch(quote) and kind is NumberKind.CARDINAL and value.kind in _BARE
        return _scaled(value.low, "") if spelled and _same_number(value, model) else None
    digits, _, tail = match.groups()
    if kind is NumberKind.YEAR:
        return str(int(value.low)) if value.kind is kind and not tail else None
    return _with_tail(value, model, digits, tail)


def _with_tail(value: Number, model: Number, digits: str, tail: str) -> str | None:
    """With what stood behind the digits of the model."""
    kind = model.kind
    if _SHARE.fullmatch(tail):
        return _join(value.low * 100, tail) if value.kind in _SHARES else None
    if points := _POINTS.fullmatch(tail):
        fits = value.kind is NumberKind.POINTS and kind is NumberKind.POINTS
        return _join(value.low * 100, points.group(1) + ("" if value.low * 100 == 1 else "s")) if fits else None
    if _ORDINAL.fullmatch(tail):
        return _ordinal(value)
    if _TIMES.fullmatch(tail):
        fits = value.kind is NumberKind.MULTIPLE and not value.alternatives and value.low > 1
        return _join(value.low, tail) if fits else None
    return _counted(value, model, digits, tail) if value.kind in _BARE and kind in _BARE else None


def _counted(value: Number, model: Number, digits: str, tail: str) -> str | None:
    if scale := _SCALED.fullmatch(tail):
        return _scaled(value.low, scale.group(2), scale.group(1))
    if size := _SHORT.get(tail.strip().casefold()):
        return _join(value.low / size, tail) if 1 <= value.low / size < 1000 else None
    if tail or not _same_number(value, model):
        return None
    return _decimal(value.low, grouped="," in digits or len(digits) < 4)


def _same_number(value: Number, model: Number) -> bool:
    """Whether the noun after it may stay as it is: `1 year` and `3 years`."""
    return (value.low == 1) == (model.low == 1)


def _month(value: Number, quote: str) -> str | None:
    names = {number: name for name, number in MONTHS.items() if name in _MONTH_NAMES}
    return names[int(value.low)].capitalize() if quote.casefold() in _MONTH_NAMES else None


def _ordinal(value: Number) -> str | None:
    number = int(value.low)
    if value.low.denominator != 1 or number < 1 or value.kind is NumberKind.YEAR:
        return None
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def _scaled(value: Fraction, word: str, space: str = " ") -> str | None:
    """With the scale word of the model if it still fits, with the next that fits, or in plain digits."""
    size = _WORD_SCALES.get(word.casefold(), 0)
    if size and 1 <= value / size < 1000 and _decimal(value / size) is not None:
        return _join(value / size, space + word)
    for other, name in _SCALES:
        if value >= other and _decimal(value / other) is not None:
            return _join(value / other, space + name)
    return _decimal(value)


def _join(value: Fraction, tail: str) -> str | None:
    written = _decimal(value)
    return None if written is None else written + tail


def _decimal(value: Fraction, *, grouped: bool = True) -> str | None:
    """In digits; None where they do not end after a few places."""
    if (value * 10**_PLACES).denominator != 1 or value < 0:
        return None
    whole, rest = divmod(value, 1)
    text = f"{int(whole):,}" if grouped else str(int(whole))
    places = f"{int(rest * 10**_PLACES):0{_PLACES}}".rstrip("0")
    return f"{text}.{places}" if places else text


def _article_fits(written: str, before: str) -> bool:
    article = _ARTICLE.search(before)
    if article is None:
        return True
    if not written[0].isdigit():
        return article.group(1).casefold() == "a" and written[0] not in "AEIOU"
    first = re.split("[,.]|[^0-9]", written)[0]
    return (article.group(1).casefold() == "an") == (first.startswith("8") or first in ("11", "18"))


def _reads_as(written: str, value: Number, model: Number, text: str) -> bool:
    start, end = model.span.start, model.span.start + len(written)
    again = text[:start] + written + text[model.span.end :]
    there = [n for n in numbers(again, Side.TARGET) if n.span.start < end and start < n.span.end]
    return len(there) == 1 and there[0].span.start == start and there[0].span.end == end and same_value(value, there[0])
