"""From what a terminal sends to what was meant: full-width punctuation, an input method left on, Esc fused to Alt."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from workbench.text.script import is_han

_PUNCTUATION = {"\u3002": ".", "\u3001": "/", "\uff0f": "/", "\u300a": "<", "\u300b": ">", "\uffe5": "$", "\u2026": "^"}
"""Signs that Chinese input methods type for a key and that have no ASCII twin in Unicode's own tables."""
_NAMES = {" ": "space", "\r": "enter", "\n": "enter", "\t": "tab", "\x1b": "escape"}
_SAME = {
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+i": "tab",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}


@dataclass(frozen=True, slots=True)
class Pressed:
    """One key press as the tables know it."""

    keys: tuple[str, ...]
    """Usually one; two where a terminal fused Esc and a letter into Alt."""
    input_method: bool = False
    """True if Chinese text arrived: an input method is on and the key cannot be known."""


def canonical(key: str, character: str | None) -> Pressed:
    """The keys meant by a key event's name and character, such as (`question_mark`, `?`).

    Printable characters are their own name, `space` apart; full-width forms count as the keys they stand for.
    """
    if key in _SAME:
        return Pressed((_SAME[key],))
    if key.startswith("alt+"):
        rest = canonical(key.removeprefix("alt+"), None)
        return Pressed(("escape", *rest.keys), rest.input_method)
    if key.startswith("shift+") and len(key) == 7:
        return Pressed((key[-1].upper(),))
    if character and character.isprintable():
        return _printed(character)
    if character is None and "_" in key and not key.startswith("ctrl+"):
        # Some drivers name the sign and send nothing else.
        try:
            return _printed(unicodedata.lookup(key.replace("_", " ").upper()))
        except KeyError:
            return Pressed((key,))
    if len(key) > 1:
        return Pressed((_NAMES.get(character or "", key) if not key.startswith("ctrl+") else key,))
    return _printed(key)


def _printed(text: str) -> Pressed:
    plain = _PUNCTUATION.get(text) or unicodedata.normalize("NFKC", text)
    if len(plain) == 1 and plain.isascii():
        return Pressed((_NAMES.get(plain, plain),))
    return Pressed((), any(is_han(ch) or unicodedata.east_asian_width(ch) in "WF" for ch in text))
