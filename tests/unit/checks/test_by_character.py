"""No pattern that matches a text is left untried for want of a character."""

from __future__ import annotations

import pytest

from workbench.checks.by_character import ByCharacter

PATTERNS = (
    "上升|涨(?=价)",
    "(?<![0-9])(?:3|三)月(?!球)",
    "[0-9]?月份",
    "变?更强|增强",
    "(?:天|年)(?:之|以)?后",
    "(?:a(?:b|c))?好",
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("涨价", 0),
        ("上升", 0),
        ("3月", 1),
        ("三月", 1),
        ("5月份", 2),
        ("更强", 3),
        ("增强", 3),
        ("三年后", 4),
        ("好", 5),
    ],
)
def test_a_match_is_tried(text: str, wanted: int) -> None:
    assert wanted in ByCharacter(PATTERNS).of(text)


def test_what_cannot_match_is_not_tried() -> None:
    index = ByCharacter(PATTERNS[:5])
    assert index.of("今天下雨") == [4]
    assert index.of("下雨") == []
