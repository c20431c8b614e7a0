"""Which part of each sentence is speech."""

from __future__ import annotations

import pytest

from workbench.align.speech import Spoken, spoken


def parts(texts: list[str]) -> list[tuple[int, bool, bool]]:
    return [tuple(one) for one in spoken(texts)]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("She left.", 0),
        ("\u201cGo,\u201d she said.", 3),
        ("\u201cGo,\u201d she said, \u201cnow.\u201d", 7),
        ('"Go," she said.', 3),
        ("'Go,' she said.", 3),
        ("'The boys' books aren't here,' she said.", 28),
        ("The boys' books aren't here.", 0),
        ("\u2018It\u2019s late,\u2019 she said.", len("It\u2019s late,".encode())),
        ("\u201cHe said \u2018go\u2019 twice.\u201d", len("He said \u2018go\u2019 twice.".encode())),
        ("她说：“走吧。”", 9),
        ("她说：「走吧。」", 9),
        ("", 0),
        ("\u201d", 0),
    ],
)
def test_bytes_between_quotation_marks(text: str, size: int) -> None:
    assert spoken([text])[0].size == size


def test_speech_goes_on_over_sentences_until_it_is_closed() -> None:
    assert parts(["他说：“今天不去了。", "明天再来。", "好吗？”", "她走了。"]) == [
        (18, False, True),
        (15, True, True),
        (9, True, True),
        (0, False, False),
    ]


def test_a_paragraph_that_opens_again_is_still_the_same_speech() -> None:
    assert [one.ends for one in spoken(["“一。", "“二。”", "三。"])] == [True, True, False]


def test_a_mark_that_was_lost_does_not_make_speech_of_the_rest() -> None:
    found = spoken(["\u201cNobody closes this.", *["It goes on."] * 30])
    assert found[5].size
    assert found[-1] == Spoken(0, False, False)
