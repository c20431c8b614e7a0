"""Numbers of a text by their value: 34.81万亿, 两千五, three point five million, tripled, the 1990s."""

from __future__ import annotations

from workbench.model.span import Side
from workbench.text.numerals_chinese import chinese_numbers
from workbench.text.numerals_english import english_numbers
from workbench.text.numerals_value import Number, NumberKind, same_value

__all__ = ["Number", "NumberKind", "numbers", "same_value"]


def numbers(text: str, side: Side) -> tuple[Number, ...]:
    """The numbers that `text` names, in order and without overlap; the source side is Chinese.

    Spans are half-open code points of `text`. Names with digits (B2C, GPT-4) and words that only hold a numeral
    (统一, 三明治, third party) are none; those that rarely count anything are `weak`. Time is linear in the text.
    """
    return chinese_numbers(text) if side is Side.SOURCE else english_numbers(text)
