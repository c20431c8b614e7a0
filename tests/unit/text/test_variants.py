"""Variants are mapped one to one."""

from __future__ import annotations

import sys

from workbench.text.variants import to_halfwidth, to_simplified


def test_traditional_becomes_simplified() -> None:
    assert to_simplified("風口頻出，產業互聯網與雲計算") == "风口频出，产业互联网与云计算"
    assert to_simplified("风口频出 and English") == "风口频出 and English"


def test_full_width_becomes_ascii() -> None:
    assert to_halfwidth("ＡＢｃ１２．５％（ｘ），！？～￥\u3000x") == "ABc12.5%(x),!?~¥ x"
    assert to_halfwidth("风口。、“”《》") == "风口。、“”《》"


def test_lengths_are_kept_for_every_code_point() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(to_simplified(everything)) == len(everything)
    assert len(to_halfwidth(everything)) == len(everything)
