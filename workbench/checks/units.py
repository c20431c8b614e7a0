"""What numbers count: time, weight, length, area, money, shares, people, times and degrees, on both sides."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.model.span import Side, Span
from workbench.text.numerals import Number, NumberKind


class Unit(NamedTuple):
    """One unit under the name that both languages share here."""

    zh: str
    en: str
    one: str
    """The English word for one of it, and for several, as a suggestion writes them."""
    several: str


class Counted(NamedTuple):
    """A number with the unit behind it."""

    unit: str
    """The English plural of the unit, or the ISO 4217 code of a currency."""
    span: Span
    """Of the number and the unit together."""
    word: Span
    """Of the unit alone; empty where the number's own writing has it ($5, 5%)."""


_UNITS = (
    Unit("秒", r"seconds?", "second", "seconds"),
    Unit("分钟|分鐘", r"minutes?", "minute", "minutes"),
    Unit("小时|小時|钟头", r"hours?", "hour", "hours"),
    Unit("天(?![线堂空气])|日(?![元本])", r"days?", "day", "days"),
    Unit("周(?![岁年])|星期|礼拜", r"weeks?", "week", "weeks"),
    Unit("个月|個月", r"months?", "month", "months"),
    Unit("季度", r"quarters?", "quarter", "quarters"),
    Unit("年(?![级級代货夜]|中级)|周年|周岁|岁(?!月)|歲", r"years?", "year", "years"),
    Unit("世纪|世紀", r"centur(?:y|ies)", "century", "centuries"),
    Unit("公里|千米", r"kilomet(?:er|re)s?|kms?", "kilometre", "kilometres"),
    Unit("英里", r"miles?", "mile", "miles"),
    Unit("厘米|公分", r"centimet(?:er|re)s?|cms?", "centimetre", "centimetres"),
    Unit("毫米", r"millimet(?:er|re)s?|mms?", "millimetre", "millimetres"),
    Unit("米(?![其粒粉线饭兰勒])|公尺", r"met(?:er|re)s?", "metre", "metres"),
    Unit("英尺", r"f(?:ee|oo)t|ft", "foot", "feet"),
    Unit("英寸|吋", r"inch(?:es)?", "inch", "inches"),
    Unit("公斤|千克", r"kilo(?:gram(?:me)?)?s?|kgs?", "kilogram", "kilograms"),
    Unit("吨(?!级)|噸", r"(?:metric )?tons?|tonnes?", "ton", "tons"),
    Unit("(?<!公)斤", r"(?:jin|catt(?:y|ies))", "jin", "jin"),
    Unit("(?<!千)克(?![拉隆里])", r"gram(?:me)?s?", "gram", "grams"),
    Unit("磅", r"pounds?|lbs?", "pound", "pounds"),
    Unit("盎司", r"ounces?|oz", "ounce", "ounces"),
    Unit("平方公里|平方千米", r"square (?:kilomet(?:er|re)s?|km)", "square kilometre", "square kilometres"),
    Unit("公顷", r"hectares?", "hectare", "hectares"),
    Unit("英亩", r"acres?", "acre", "acres"),
    Unit("亩", r"mu", "mu", "mu"),
    Unit("平方米|平米", r"square met(?:er|re)s?", "square metre", "square metres"),
    Unit("毫升", r"millilit(?:er|re)s?|ml", "millilitre", "millilitres"),
    Unit("升(?![级至到])", r"lit(?:er|re)s?", "litre", "litres"),
    Unit("摄氏度|℃|°C|度(?![电假])", r"degrees?", "degree", "degrees"),
    Unit("人(?![次民均口工类士生群])|名(?![次单列额])", r"people|persons?", "person", "people"),
    Unit("次(?![元方])", r"times", "time", "times"),
)
_MONEY = {"CNY": "yuan", "USD": "dollars", "EUR": "euros", "GBP": "pounds", "JPY": "yen", "HKD": "Hong Kong dollars"}
_PERCENT = "percent"
_CHINESE = re.compile(
    r" ?(?:多|余|来)?(?:个(?=半|多|小时|星期|礼拜|季度|世纪))?(?:多|半)?(?:"
    + "|".join(f"({u.zh})" for u in _UNITS)
    + ")"
)
_ENGLISH = re.compile(
    r"[ -]?(?:(?:long|full|whole|consecutive|straight|more) )?(?:" + "|".join(rf"({u.en})(?!\w)" for u in _UNITS) + ")"
)
_COUNTING = frozenset(
    (NumberKind.CARDINAL, NumberKind.PERCENT, NumberKind.MULTIPLE, NumberKind.FRACTION, NumberKind.DECADE)
)


def counted(number: Number, text: str, side: Side) -> Counted | None:
    """What a number of `text` counts by the word behind it; None where that is no unit, or none that is known."""
    if number.kind not in _COUNTING:
        return None
    end = number.span.end
    if number.kind is NumberKind.PERCENT:
        return Counted(_PERCENT, number.span, Span(end, end))
    if number.unit:
        behind = (_MONEY_ZH if side is Side.SOURCE else _MONEY_EN).match(text, end)
        last = behind.end() if behind else end
        start = end if behind is None else end + len(behind.group()) - len(behind.group().lstrip(" -"))
        return Counted(number.unit, Span(number.span.start, last), Span(start, last))
    if side is Side.TARGET and number.kind is NumberKind.MULTIPLE and number.quote.endswith(" times"):
        return Counted("times", number.span, Span(end - len("times"), end))
    found = (_CHINESE if side is Side.SOURCE else _ENGLISH).match(text, end)
    if found is None or found.lastindex is None:
        return None
    word = Span(*found.span(found.lastindex))
    return Counted(_UNITS[found.lastindex - 1].several, Span(number.span.start, word.end), word)


_MONEY_ZH = re.compile(
    r" ?多?(?:人民币|美|日|韩|港|欧|加|澳|新台|台|泰)?(?:元|块钱?|圆|英镑|镑|卢布|法郎|卢比|比索|铢)"
)
_MONEY_EN = re.compile(
    r"[ -]?(?:(?:U\.?S\.?|US|Hong Kong|Canadian|Australian|Chinese|Japanese) )?"
    r"(?:yuan|RMB|renminbi|dollars?|euros?|pounds?(?: sterling)?|yen|won|roubles?|rubles?|francs?|rupees?|pesos?|baht)"
)


def in_words(unit: str) -> str:
    """How a message calls the unit."""
    return _MONEY.get(unit, unit)


def written_with(unit: str, there: Counted, target: str) -> str | None:
    """The number of the translation as written, with the right unit in place of the wrong one; None where that is not
    safe, as behind a currency's sign."""
    number = target[there.span.start : there.word.start] if there.word else there.span.of(target)
    if unit == _PERCENT:
        digits = number.rstrip(" -")
        return f"{digits}%" if re.fullmatch(r"[0-9][0-9.,]*", digits) else f"{digits} percent"
    if there.unit == _PERCENT:
        number = re.sub(r"\s?(?:%|\uff05|per ?cent)$", " ", number)
    elif not there.word:
        return None
    known = {one.several: one for one in _UNITS}.get(unit)
    if known is None:
        return f"{number}{_MONEY[unit]}" if unit in _MONEY else None
    single = number.endswith("-") or there.word.of(target) in {one.one for one in _UNITS}
    return number + (known.one if single else known.several)
