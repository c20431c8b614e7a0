"""What a terminal sends, and what was meant."""

from __future__ import annotations

import pytest

from workbench.tui.keys import canonical


@pytest.mark.parametrize(
    ("key", "character", "meant"),
    [
        ("j", "j", "j"),
        ("upper_j", "J", "J"),
        ("question_mark", "?", "?"),
        ("full_stop", ".", "."),
        ("space", " ", "space"),
        ("enter", "\r", "enter"),
        ("ctrl+m", None, "enter"),
        ("ctrl+i", "\t", "tab"),
        ("escape", "\x1b", "escape"),
        ("ctrl+r", "\x12", "ctrl+r"),
        ("pagedown", None, "pagedown"),
        ("shift+j", None, "J"),
        ("fullwidth_solidus", "\uff0f", "/"),
        ("fullwidth_question_mark", "\uff1f", "?"),
        ("fullwidth_colon", "\uff1a", ":"),
        ("fullwidth_comma", "\uff0c", ","),
        ("ideographic_full_stop", "\u3002", "."),
        ("fullwidth_exclamation_mark", "\uff01", "!"),
        ("ideographic_comma", "\u3001", "/"),
        ("fullwidth_equals_sign", "\uff1d", "="),
        ("fullwidth_digit_two", "\uff12", "2"),
        ("fullwidth_latin_small_letter_n", "\uff4e", "n"),
    ],
)
def test_one_key(key: str, character: str | None, meant: str) -> None:
    pressed = canonical(key, character)
    assert pressed.keys == (meant,)
    assert not pressed.input_method


def test_escape_that_was_fused_with_a_letter_is_both() -> None:
    assert canonical("alt+j", "j").keys == ("escape", "j")
    assert canonical("alt+shift+j", "J").keys == ("escape", "J")


@pytest.mark.parametrize("text", ["你", "你好", "ㄅ", "の"])
def test_chinese_text_means_that_an_input_method_is_on(text: str) -> None:
    pressed = canonical(text, text)
    assert pressed.keys == ()
    assert pressed.input_method
