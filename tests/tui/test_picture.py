"""A picture of the screen shows each character in its cell, and asks nobody for fonts."""

from __future__ import annotations

import re
from html import unescape

from tests.tui.player import playing
from workbench.text.cells import cell_width
from workbench.tui.picture import with_true_widths

RUN = re.compile(r'<text [^>]*?x="([\d. ]+)"([^>]*)>([^<]*)</text>')


async def test_chinese_stands_in_its_cells() -> None:
    async with playing() as p:
        svg = p.app.export_screenshot()
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")
    wide = 0
    for places, rest, shown in RUN.findall(svg):
        text = unescape(shown)
        if cell_width(text) != len(text):
            wide += 1
            assert len(places.split()) == len(text)
            assert "textLength" not in rest
    assert wide > 5


def test_each_character_gets_its_place() -> None:
    run = '<text class="r1" x="24.4" y="18" textLength="48.8" clip-path="url(#c)">中a&amp;&#160;</text>'
    assert with_true_widths(run) == (
        '<text class="r1" x="24.4 48.8 61 73.2" y="18" clip-path="url(#c)">中a&amp;&#160;</text>'
    )


def test_narrow_runs_are_left_alone() -> None:
    run = '<text class="r1" x="24.4" y="18" textLength="24.4">ab</text>'
    assert with_true_widths(run) == run


def test_the_readme_shows_the_pictures_that_the_program_makes() -> None:
    from tests.making.pictures import FOLDER, PICTURES

    shown = set(re.findall(r"tests/golden/pictures/([\w.-]+)", (FOLDER.parents[2] / "README.md").read_text("utf-8")))
    assert shown == {*(f"{name}.svg" for name in PICTURES), "browser.png"} == {path.name for path in FOLDER.iterdir()}
