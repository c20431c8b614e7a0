"""Numbers that the other side has too, but not as a number that can be read there.

They stand in a name or a word (五环, 80后, ATP500, S-400, 三元朱村), are said by another word (前三季度 and `three
quarters`, 120 and `ambulance`), are the end of a range that was matched, or are written with spaces. What is told of
as missing or added has to be surer than what is merely not matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from workbench.evidence.spelling import spellings
from workbench.model.placed import spans_placed
from workbench.model.span import Span
from workbench.text.numerals import Number, NumberKind
from workbench.text.variants import to_halfwidth, to_simplified

_FIGURES = "零一二三四五六七八九"
_SCALES = {100: "百", 1000: "千", 10**4: "万", 10**5: "十万", 10**6: "百万", 10**7: "千万", 10**8: "亿", 10**9: "十亿"}
_NUMERAL = re.compile("[〇零一二两三四五六七八九十百千万亿]+|(?<![0-9])[0-9]+(?:[.,][0-9]+)*")
_HOLIDAY = re.compile(
    "[\u201c\u2018\"'「](?:十一|五一)[\u201d\u2019\"'」]|(?:十一|五一)(?=黄金周|长假|小长假|假期|期间|国庆)"
)
"""Holidays whose numeral no translation should keep."""
_DIGITS = re.compile(r"(?<![0-9])[0-9]+(?:[.,\u00a0 -][0-9]+)*")
_IN_DIGITS = re.compile(r"[0-9]+(?:[,~\u2013-][0-9]+)*")
_SEPARATORS = re.compile("[^0-9]")
_LEAST_DIGITS = 4
"""Digits of a number that may be parted by spaces: 6 000, 8599 3119."""
_RESULT = re.compile("[0-9]+(?:[分秒][0-9]+)+")
_DECADES = re.compile("[0-9一二十]{1,3}世纪[一二三四五六七八九]{2,3}十年代")
_NAME = re.compile("[A-Z][a-z\u00fc'\u2019]+")

_OTHERWISE = tuple(
    (re.compile(quote), re.compile(behind), re.compile(en, re.IGNORECASE))
    for quote, behind, en in (
        ("三|3", "个?季度", r"\b(?:three|3) quarters|\bQ1 ?[-\u2013~] ?Q?3|\bnine months"),
        ("二|两|2", "个?季度", r"\bfirst half\b|\b(?:two|2) quarters|\bQ1 ?[-\u2013~] ?Q?2|\b(?:six|6) months|\bH1\b"),
        (".*", "个?季度", r"\bQ[1-4]\b"),
        (".*", "决赛", r"\b(?:quarter|semi)-?finals?"),
        (".*", "强", r"\bsemi-?finals?|\bquarter-?finals?|\b(?:final|last|top|round of) \w+"),
        ("二|2", "[级次]", r"\b(?:secondary|second|sub|intermediate)"),
        ("三|3", "[级次]", r"\b(?:tertiary|third)"),
        ("三|3", "级?[甲乙]等?", r"\b(?:grade|tertiary|top|class|tier|first-rate|leading)\b"),
        ("(?:12|十二)[点时]?", "", r"\b(?:noon|midnight|mid-?day)"),
        (".*半", "", r"\bhalf[- ]past"),
        (".*刻", "", r"\b(?:quarter|fifteen|15)\b"),
        ("120|999", "", r"\b(?:ambulance|emergency|rescue|paramedic)"),
        ("110|119|911", "", r"\b(?:police|fire|emergency)"),
        ("24|二十四", "个?小时", r"\b(?:round|around)[- ]the[- ]clock|\bday and night|\ball day|\b24/7"),
        ("365", "", r"\bevery day|\byear[- ]round|\ball year"),
        ("百分之百|100 ?%", "", r"\b(?:fully|all|entire|complete|total|whole|every)"),
        ("第?二", "", r"\b(?:secondly|again|another)\b"),
        ("第?三", "", r"\bthirdly\b"),
        ("第?四", "", r"\bfourthly\b"),
        ("第?五", "", r"\bfifthly\b"),
        ("[2两二].?", "", r"\b(?:both|twice|couple|pair|double|dual|twins?|either|neither|bilateral|each other)\b"),
        ("[3三].?", "", r"\b(?:thrice|triple|trio|triplets?|tripartite|trilateral|threefold|treble|hat[- ]trick)"),
        ("[4四].?", "", r"\b(?:quadruple|quartet|four-?fold|quadrilateral)"),
        ("12|十二", "", r"\bdozen"),
        ("[几数]十", "", r"\b(?:tens|dozens|scores) of(?! (?:thousand|million|billion|trillion)s)"),
        ("一?百|100", "", r"\b(?:per|every|each) hundred\b"),
        ("一?千|1,?000", "", r"\b(?:per|every|each) thousand\b"),
        ("一?百万|100万|1,000,000", "", r"\b(?:per|every|each) million\b"),
        ("十亿|10亿", "", r"\b(?:per|every|each) billion\b"),
        ("一?万亿|1万亿", "", r"\b(?:per|every|each) trillion\b"),
    )
)
"""What a number of the source looks like, what stands behind it, and the words that say both."""
_BEHIND = 6
"""Characters behind a number that are looked at."""


def not_said_otherwise(
    missing: Sequence[Number],
    added: Sequence[Number],
    source_text: str,
    target_text: str,
    matched: Sequence[tuple[Number, Number]],
    theirs: Sequence[Number],
) -> tuple[list[Number], list[Number]]:
    """Those of the missing and the added numbers that the other side does not have in any other way."""
    text = to_simplified(to_halfwidth(source_text))
    if len(text) != len(source_text):
        text = source_text
    missing, added = _without_results(missing, added, text)
    missing, added = _without_calendar(missing, added, text)
    lost, parted = _with_digits_parted(missing, target_text, theirs)
    over = [number for number in added if not spans_placed(parted).is_touched(number.span)] if parted else added
    lost = [n for n in lost if not _is_end(n, (there for _, there in matched)) and not _is_said(n, text, target_text)]
    over = [number for number in over if not _is_end(number, (here for here, _ in matched))]
    if lost:
        names = {match.group().lower() for match in _NAME.finditer(target_text)}
        lost = [number for number in lost if not _is_spelled(number, text, names)]
    read = [*missing, *(here for here, _ in matched)]
    return lost, _not_in_words(over, text, read) if over else []


def _is_end(number: Number, others: Iterable[Number]) -> bool:
    """Whether it is the one or the other end of a range that is matched: 15% - 26% and `15-26%`."""
    if number.low != number.high or number.kind is NumberKind.TIME:
        return False
    return any(other.low < other.high and number.low in (other.low, other.high) for other in others)


def _without_results(
    missing: Sequence[Number], added: Sequence[Number], text: str
) -> tuple[Sequence[Number], Sequence[Number]]:
    """Those that are no result of a race or a match told in other signs: 37秒79 and 37.79, 2分03秒5 and 2:03.5."""
    for match in _RESULT.finditer(text) if added else ():
        digits = _SEPARATORS.sub("", match.group())
        same = [number for number in added if _SEPARATORS.sub("", number.quote) == digits]
        if same:
            added = [number for number in added if number is not same[0]]
            missing = [n for n in missing if not match.start() <= n.span.start < match.end()]
    return missing, added


def _without_calendar(
    missing: Sequence[Number], added: Sequence[Number], text: str
) -> tuple[Sequence[Number], Sequence[Number]]:
    """Those that are no decades named together (20世纪六七十年代) and no full hours (15时, 15:00)."""
    decades = [number for number in added if number.kind is NumberKind.DECADE]
    for match in _DECADES.finditer(text) if decades else ():
        added = [number for number in added if number not in decades]
        missing = [n for n in missing if not match.start() <= n.span.start < match.end()]
    hours = [n for n in missing if text[n.span.end : n.span.end + 1] in ("时", "点") and n.low == n.high]
    for hour in hours:
        clock = next((n for n in added if n.kind is NumberKind.TIME and hour.low * 60 in (n.low, n.high)), None)
        if clock is not None:
            missing = [number for number in missing if number is not hour]
            added = [number for number in added if number is not clock]
    return missing, added


def _with_digits_parted(
    missing: Sequence[Number], target_text: str, theirs: Sequence[Number]
) -> tuple[list[Number], list[Span]]:
    """The numbers whose digits do not stand in the target, and where those of the others do: 6 000, S-400."""
    digits = [_plain(number.quote) for number in missing]
    if not any(digits):
        return list(missing), []
    read = spans_placed(number.span for number in theirs)
    runs = []
    for match in _DIGITS.finditer(target_text):
        run, span = _SEPARATORS.sub("", match.group()), Span(*match.span())
        if not read.is_touched(span) or (run != match.group() and len(run) >= _LEAST_DIGITS):
            runs.append((run, span))
    kept, found = [], []
    for number, wanted in zip(missing, digits, strict=True):
        place = next((span for run, span in runs if wanted and run == wanted), None)
        if place is None:
            kept.append(number)
        else:
            found.append(place)
    return kept, found


def _plain(quote: str) -> str:
    """The digits of a number, or of a range, in digits alone; empty for others."""
    written = to_halfwidth(quote)
    return _SEPARATORS.sub("", written) if _IN_DIGITS.fullmatch(written) else ""


def _is_said(number: Number, text: str, target_text: str) -> bool:
    """Whether words of the target say the number by another word."""
    quote = number.span.of(text)
    after = text[number.span.end : number.span.end + _BEHIND]
    return any(
        ours.fullmatch(quote) and behind.match(after) and theirs.search(target_text)
        for ours, behind, theirs in _OTHERWISE
    )


def _is_spelled(number: Number, text: str, names: set[str]) -> bool:
    """Whether a name of the target spells the numeral with its neighbours: 三元 in `Sanyuan`."""
    at, end = number.span.start, number.span.end
    if end - at > 2 or not names or _plain(number.quote):
        return False
    windows = {text[max(0, at - before) : end + behind] for before in (0, 1, 2) for behind in (0, 1, 2)}
    return any(spellings(one) & names for one in windows if len(one) > end - at and one.isalpha())


def _not_in_words(added: Sequence[Number], text: str, ours: Iterable[Number]) -> list[Number]:
    """Those whose numeral stands nowhere in the source outside the numbers that were read there; each is used once."""
    read = spans_placed(number.span for number in ours)
    holidays = spans_placed(Span(*match.span()) for match in _HOLIDAY.finditer(text))
    free = [
        match.group()
        for match in _NUMERAL.finditer(text)
        if not read.is_touched(span := Span(*match.span())) and not holidays.is_touched(span)
    ]
    kept = []
    for number in added:
        written = _written(number)
        run = next((one for one in free if any(_begins(one, form) for form in written)), None)
        if run is None:
            kept.append(number)
        else:
            free.remove(run)
    return kept


def _begins(run: str, form: str) -> bool:
    """Whether a run of numerals says the number, perhaps with more around it: 十四五 says 14, 千百 says 1,000, and 五四
    is the fourth of May."""
    if form.isdigit():
        return run == form
    if len(run) == 2 and set(run) <= set(_FIGURES) and form in run:
        return True
    return run.startswith(form) and (len(run) == len(form) or len(form) > 1 or form in "百千万亿" or form == run[0])


def _written(number: Number) -> list[str]:
    """How the number may be written in a word of the source."""
    low = number.low
    if low != number.high and low not in _SCALES:
        return []
    if low.denominator != 1:
        return ["一"] if low == Fraction(1, 4) else []
    value = int(low)
    forms = [str(value)] + ([_SCALES[value], "一" + _SCALES[value]] if value in _SCALES else [])
    if 0 <= value < 10:
        forms += [_FIGURES[value]] + (["两"] if value == 2 else [])
    elif value < 100:
        tens, ones = divmod(value, 10)
        forms.append(("" if tens == 1 else _FIGURES[tens]) + "十" + (_FIGURES[ones] if ones else ""))
    return [*forms, "00"] if value == 0 else forms
