"""The screen as an SVG that shows Chinese at its width.

Rich writes one `<text>` a run, with a `textLength` of one cell a code point (measured: Rich 14, Textual 8.2.8), so
that a browser squeezes a run of Chinese to half its width. Here each character gets its own place instead.
"""

from __future__ import annotations

import re
from html import escape, unescape

from workbench.text.cells import cell_offsets

_RUN = re.compile(r'<text (?P<head>[^>]*?)x="(?P<x>[\d.]+)"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>')
_LENGTH = re.compile(r' textLength="(?P<length>[\d.]+)"')
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")


def without_requests(svg: str) -> str:
    """The picture without the fonts that Rich fetches from elsewhere: the viewer's own fonts draw it."""
    svg = _FONT_FACE.sub("", svg).replace("Fira Code, ", "")
    return svg.replace("font-variant-east-asian: full-width;", "")


def with_true_widths(svg: str) -> str:
    """The picture with every run as wide as its cells."""
    return _RUN.sub(_placed, svg)


def _placed(run: re.Match[str]) -> str:
    text = unescape(run["text"])
    length = _LENGTH.search(run["rest"])
    offsets = cell_offsets(text)
    if length is None or offsets[-1] == len(text):
        return run[0]
    cell = float(length["length"]) / len(text)
    start = float(run["x"])
    places = " ".join(f"{start + offset * cell:g}" for offset in offsets[:-1])
    rest = _LENGTH.sub("", run["rest"])
    shown = escape(text, quote=False).replace("\N{NO-BREAK SPACE}", "&#160;")
    return f'<text {run["head"]}x="{places}"{rest}>{shown}</text>'
