"""Translation memories of other programs: TMX (Translation Memory eXchange, LISA, 1.1 to 1.4b)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbench.errors import FileProblem
from workbench.formats.plain import read_bytes
from workbench.formats.safe_xml import Element, parse_xml
from workbench.memory.matching import Translated

LARGEST = 256 << 20
"""Bytes of a file."""
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements in a segment that hold the codes of its first format, which nobody reads."""


def read_tmx(path: Path) -> Iterator[Translated]:
    """The Chinese and English of each unit, in order. A unit without one of them is passed over.

    Raises `FileProblem` for what is no TMX.
    """
    root = parse_xml(read_bytes(path, LARGEST), path)
    if root.name != "tmx":
        raise FileProblem(path, f"this is no TMX: it begins with <{root.name}>", "Export the memory as TMX 1.4.")
    for unit in root.walk():
        if unit.name == "tu":
            chinese, english = _variant(unit, "zh"), _variant(unit, "en")
            if chinese is not None and english is not None:
                by = _first(english, unit, name="changeid") or _first(english, unit, name="creationid")
                day = _first(english, unit, name="changedate") or _first(english, unit, name="creationdate")
                yield Translated(_words(chinese), _words(english), str(path), by, _day(day))


def _variant(unit: Element, language: str) -> Element | None:
    """The first variant of a language, of whatever country, that says something."""
    for variant in unit.children:
        spoken = variant.language.lower().replace("_", "-").split("-")[0]
        if variant.name == "tuv" and spoken == language and _words(variant):
            return variant
    return None


def _words(variant: Element) -> str:
    segment = next((child for child in variant.children if child.name == "seg"), None)
    return "" if segment is None else " ".join("".join(_texts(segment)).split())


def _texts(element: Element) -> Iterator[str]:
    for one in element.content:
        if isinstance(one, str):
            yield one
        elif one.name not in _CODES:
            yield from _texts(one)


def _first(*elements: Element, name: str) -> str:
    return next((found for element in elements if (found := element.attributes.get(name))), "")


def _day(stamp: str) -> str:
    """`20261122T101500Z` as a day; empty for what is none."""
    digits = stamp[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdecimal() else ""
