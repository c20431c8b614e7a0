"""JSON that is safe to send anywhere: valid, readable, and without a character that steers a terminal.

The values are exactly those given: what is dangerous or cannot be encoded is written as a `\\uXXXX` escape, which every
JSON reader turns back into the same character. That covers lone surrogates, C1 controls, DEL, bidi and other invisible
characters, tags and variation selectors; C0 controls are escaped by JSON itself. Joiners (U+200C, U+200D) stay: emoji
and scripts need them.
"""

from __future__ import annotations

import json
import re
from typing import Any

_ESCAPED = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # letters and marks that are drawn as nothing
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors, runs of which can carry hidden text
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
    "\ud800-\udfff]"
)


def json_text(value: Any, *, indent: int | None = None) -> str:
    """One JSON text without a final newline, Chinese as it is. Raises `ValueError` for NaN and infinities."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda found: _escape(ord(found.group())), text)


def _escape(code: int) -> str:
    """JSON's escape; beyond U+FFFF, of the two halves that UTF-16 makes of it."""
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
