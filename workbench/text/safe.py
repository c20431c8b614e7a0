"""Neutralising untrusted text: what stands between any text and a terminal, a report or a message.

The model keeps the raw text; only what is shown passes through here. Every replacement is one code point for one code
point, so that spans of the raw text are also spans of the shown one.
"""

from __future__ import annotations

import re
import unicodedata

from workbench.model.span import Span

_DOT = "\u00b7"
_ARROW = "\u2192"
_BOX = "\u25a1"
_REPLACEMENT = "\ufffd"

_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
"""Characters that Unicode calls letters or marks and that are drawn as nothing at all (fillers, joiners)."""

_BIDI = {
    "\u061c": "Arabic letter mark",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of bidi formatting",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "end of bidi isolate",
}
_INVISIBLE = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark inside the text",
    "\ufff9": "interlinear annotation mark",
    "\ufffa": "interlinear annotation mark",
    "\ufffb": "interlinear annotation mark",
}
_FLOOD = 8
"""More combining marks than this on one character are a flood; real orthographies stay under it."""

_PICTOGRAPH = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934-\u2b55\u3030-\u3299"
    "\U0001f000-\U0001faff"
)
_EMOJI = re.compile(
    # A picture joined to the next one, as Unicode's emoji ZWJ sequences are written, or a flag of tag characters.
    f"[{_PICTOGRAPH}][\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[{_PICTOGRAPH}][\ufe0f\U0001f3fb-\U0001f3ff]*)+"
    "|\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
)


class _StandIns(dict[int, str]):
    """What to show for each code point, worked out when first met (for `str.translate`)."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _shown(chr(code))
        return shown


def visible(text: str) -> str:
    """The text with every control and invisible character replaced by one visible stand-in; same length, newline kept.

    C0 becomes its Unicode control picture (ESC is U+241B), DEL U+2421, TAB `→`; C1, bidi controls, U+2028, U+2029,
    the byte-order mark, zero-width and every other format character `·`; private use and unassigned code points `□`;
    lone surrogates and noncharacters U+FFFD. Variation selectors and combining marks stay.
    The result can be encoded in UTF-8 and is safe to send to a terminal; applying it twice changes nothing.
    """
    return text if text.isprintable() and not _BLANK_LETTERS.intersection(text) else text.translate(_SHOWN)


def suspicious(text: str) -> tuple[tuple[Span, str], ...]:
    """Places that hide something from a reader, each with its name: (span of code points, name), in order.

    Controls (not tab, newline or a carriage return before one), bidi controls, zero-width and other invisible
    characters, private use, noncharacters, lone surrogates, replacement characters, floods of combining marks, and
    runs of variation selectors. Neighbours of one kind make one span. Joiners inside an emoji are what they should be.
    """
    if text.isprintable() and not _ODD_PRINTABLE.search(text):
        return ()
    innocent = {i for match in _EMOJI.finditer(text) for i in range(match.start(), match.end())}
    places: list[tuple[Span, str]] = []
    for match in _DOUBTFUL.finditer(text):
        start, end = match.span()
        if start in innocent:
            continue
        name = _flood_name(match.group()) if end - start > 1 else _name(text, start)
        if not name:
            continue
        if places and places[-1][0].end == start and places[-1][1] == name:
            start = places.pop()[0].start
        places.append((Span(start, end), name))
    return tuple(places)


def _shown(ch: str) -> str:
    code = ord(ch)
    if ch == "\n" or (ch.isprintable() and ch not in _BLANK_LETTERS):
        return ch
    if code < 0x20:
        return _ARROW if ch == "\t" else chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    category = unicodedata.category(ch)
    if category == "Zs":
        return ch  # no-break, thin and ideographic spaces are seen as spaces
    if category == "Co":
        return _BOX
    if category == "Cs" or _is_noncharacter(code):
        return _REPLACEMENT
    if category == "Cn":
        return ch if _is_reserved_for_display(code) else _BOX
    return _DOT


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _is_reserved_for_display(code: int) -> bool:
    """Unassigned in this Python's Unicode, but in a block where only Han characters or pictures are added: a newer
    terminal and font may well know it."""
    return 0x20000 <= code <= 0x3FFFD or 0x1F000 <= code <= 0x1FAFF


def _name(text: str, at: int) -> str:
    ch = text[at]
    code = ord(ch)
    if ch == "\r":
        return "" if text[at + 1 : at + 2] == "\n" else "control character U+000D"
    if _is_variation_selector(code):
        before = text[at - 1] if at else " "
        stray = before.isspace() or _is_variation_selector(ord(before))
        return "stray variation selector" if stray else ""
    named = _BIDI.get(ch) or _INVISIBLE.get(ch)
    if named:
        return named
    if ch == _REPLACEMENT:
        return "replacement character"
    if ch in _BLANK_LETTERS:
        return "invisible letter"
    return _name_by_category(ch, code)


def _name_by_category(ch: str, code: int) -> str:
    category = unicodedata.category(ch)
    if category == "Cc":
        return f"control character U+{code:04X}"
    if category == "Cs":
        return "lone surrogate"
    if category == "Co":
        return "private-use character"
    if 0xE0000 <= code <= 0xE007F:
        return "tag character"
    if category == "Cf":
        return "format character"
    if _is_noncharacter(code):
        return "noncharacter"
    if category == "Cn" and not _is_reserved_for_display(code):
        return "unassigned code point"
    return ""


def _flood_name(run: str) -> str:
    return "flood of combining marks" if len(run) > _FLOOD else ""


def _is_variation_selector(code: int) -> bool:
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


_SHOWN = _StandIns()
_ODD_PRINTABLE = re.compile(
    "[" + "".join(sorted(_BLANK_LETTERS)) + "\ufe00-\ufe0f\ufffd\U000e0100-\U000e01ef]|[\u0300-\u036f\u0483-\u0489]"
)
_DOUBTFUL = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{2,}|[^\n\t -~\u4e00-\u9fff]"
)
