from __future__ import annotations

import pytest

from workbench.checks.base import CheckedSegment
from workbench.checks.runner import run_checks
from workbench.checks.spellings import is_family

PAIRS = [
    ("元宇宙的热度很高。", "The metaverse is hot."),
    ("银行的利率下降了。", "Banks cut their rates."),
    ("元宇宙需要技术。", "The metaverse needs technology."),
    ("大家都在谈论元宇宙。", "Everyone talks about the metaverse."),
    ("农民种植水稻。", "Farmers grow rice."),
    ("元宇宙的余波未平。", "The aftermath of the {} goes on."),
]


def found(last: str) -> list[tuple[str, str | None]]:
    segments = [CheckedSegment(str(n), zh, en.format(last), None, " ", "x") for n, (zh, en) in enumerate(PAIRS)]
    return [(f.quote, f.source_quote) for f in run_checks(segments, only=["term.inconsistent"])]


def test_a_second_spelling_is_found_without_a_termbase() -> None:
    assert found("metauniverse") == [("metauniverse", "元宇宙")]


@pytest.mark.parametrize("last", ["metaverse", "Metaverse", "trend"])
def test_one_spelling_or_another_word_is_left_alone(last: str) -> None:
    assert found(last) == []


@pytest.mark.parametrize(("one", "other"), [("diet", "dietary"), ("tonga", "tongan"), ("inscrib", "inscript")])
def test_words_of_one_family_are_no_spellings_of_one(one: str, other: str) -> None:
    assert is_family(one, other)


@pytest.mark.parametrize(("one", "other"), [("metavers", "metaunivers"), ("reuter", "router"), ("stana", "stanna")])
def test_spellings_are_no_family(one: str, other: str) -> None:
    assert not is_family(one, other)
