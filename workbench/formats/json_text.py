"""JSON that is safe to send anywhere: valid, readable, and without a character that steers a terminal.

The values are exactly those given: what is dangerous or cannot be encoded is written as a `\\uXXXX` escape, which every
JSON reader turns back into the same character. That covers lone surrogates, C1 controls, DEL, bidi and other invisible
format characters; C0 controls are escaped by JSON itself. Joiners (U+200C, U+200D) stay: emoji and scripts need them.
"""

from __future__ import annotations

import json
import re
from typing import Any

_ESCAPED = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff]"
)


def json_text(value: Any, *, indent: int | None = None) -> str:
    """One JSON text without a final newline, Chinese as it is. Raises `ValueError` for NaN and infinities."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
