"""Many Chinese patterns tried on a text: only those are, whose first character stands in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_LOOKAROUND = re.compile(r"\(\?<?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_GROUP = re.compile(r"\(\?:((?:[^()])*)\)")


class ByCharacter:
    """Numbers of patterns by the characters that a text with a match must have."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._by_character: defaultdict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        for n, pattern in enumerate(patterns):
            characters = _first_characters(pattern)
            if characters is None:
                self._always.append(n)
            for character in characters or ():
                self._by_character[character].append(n)

    def of(self, text: str) -> list[int]:
        """The numbers of the patterns that may match somewhere in a text, in order."""
        by_character = self._by_character
        found = set(self._always)
        for character in set(text):
            if character in by_character:
                found.update(by_character[character])
        return sorted(found)


def _first_characters(pattern: str) -> set[str] | None:
    """For each alternative of a pattern a set of which a match has one; None where that is not seen."""
    bare = _LOOKAROUND.sub("", pattern)
    while (expanded := _GROUP.sub(lambda group: f"[{group.group(1).replace('|', '')}]", bare, count=1)) != bare:
        bare = expanded  # (?:关闭|关停)业 begins with any of these characters
    if "(" in bare:
        return None
    found: set[str] = set()
    for alternative in bare.split("|"):
        first = next((one for one in _ELEMENT.finditer(alternative) if _HAN_ALONE.fullmatch(one.group(1))), None)
        if first is None:
            return None
        found.update(first.group(1).strip("[]"))
    return found or None


_ELEMENT = re.compile(r"(\[[^\]]*\]|\\?.)(?![?*{])")
_HAN_ALONE = re.compile("\\[[\u4e00-\u9fff]+\\]|[\u4e00-\u9fff]")
"""An element of a pattern that only Chinese characters match, and that cannot be left out."""
