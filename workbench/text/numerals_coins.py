"""Small change: 三毛多, 五分钱, 八块五, 两元三角."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from workbench.text.numerals_han import Amount

_DIGIT = "[一二三四五六七八九1-9]"
_END = "(?=[，。、；：,.;:!?！？)）”」\\s的就起一]|\\Z)"
_COIN = re.compile(
    rf"(?P<rest>[块元](?P<tenths>{_DIGIT})(?:[毛角](?:(?P<hundredths>{_DIGIT})分?)?(?P<sum>钱)?|钱|{_END}))"
    rf"|(?P<tenth>毛(?:(?:多|来|几)钱?|钱|(?P<cents>{_DIGIT})分?钱?{_END}|{_END})|角(?:(?:多|几)?钱|{_DIGIT}分))"
    r"|(?P<hundredth>分(?:多|几)?钱)"
)


class Coins(NamedTuple):
    value: Fraction
    """Yuan."""
    end: int
    alternatives: tuple[Fraction, ...]
    """In jiao and in fen, as `30 cents` has it."""


def read_coins(text: str, amount: Amount) -> Coins | None:
    """What an amount in front of a coin's name comes to in yuan; None where no coin follows."""
    found = _COIN.match(text, amount.end)
    if found is None or amount.vague or amount.low != amount.high:
        return None
    digits = {name: _digit(found.group(name)) for name in ("tenths", "hundredths", "cents") if found.group(name)}
    if found.group("rest"):
        value = amount.low + Fraction(digits["tenths"], 10) + Fraction(digits.get("hundredths", 0), 100)
    elif amount.low >= 100 or (amount.low == 1 and "钱" not in found.group()):
        return None  # 九牛一毛
    else:
        value = amount.low / (10 if found.group("tenth") else 100) + Fraction(digits.get("cents", 0), 100)
    others = tuple(other for other in (value * 10, value * 100) if other.denominator == 1)
    return Coins(value, found.end(), others)


def _digit(character: str) -> int:
    return int(character) if character.isdecimal() else "零一二三四五六七八九".index(character)
