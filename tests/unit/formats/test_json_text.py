"""JSON that hides nothing: what cannot be seen is written as an escape, and is the same character to a reader."""

from __future__ import annotations

import json

import pytest

from workbench.formats.json_text import json_text


@pytest.mark.parametrize(
    "hidden",
    [
        "\u115f",
        "\u1160",
        "\u3164",
        "\uffa0",
        "\u034f",
        "\ufe0f",
        "\U000e0041",
        "\U000e007f",
        "\U000e0100",
        "\U0001d173",
    ],
    ids=ascii,
)
def test_invisible_characters_are_escaped_and_come_back(hidden: str) -> None:
    text = json_text({"a": f"x{hidden}y"})
    assert hidden not in text
    assert text.isascii()
    assert json.loads(text) == {"a": f"x{hidden}y"}


def test_what_can_be_seen_stays_as_it_is() -> None:
    shown = "风口 caf\u00e9 \U0001f468\u200d\U0001f469 \U00020000"
    assert json_text(shown) == f'"{shown}"'
