"""Reading the dictionary's lines and glosses."""

from __future__ import annotations

import pytest

from workbench.lexicon.cedict import (
    bracketed,
    is_note,
    plain_gloss,
    read_entries,
    reference,
    split_field,
    tone_marks,
)


def test_entries_are_read_and_other_lines_passed_over() -> None:
    lines = [
        "# CC-CEDICT",
        "% % [pa1] /percent (Tw)/",
        "not an entry",
        "風口 风口 [feng1 kou3] /air vent/(fig.) hot trend; fad/",
    ]
    percent, outlet = read_entries(iter(lines))
    assert (percent.simplified, percent.senses) == ("%", ("percent (Tw)",))
    assert (outlet.traditional, outlet.simplified, outlet.pinyin) == ("風口", "风口", "feng1 kou3")
    assert outlet.senses == ("air vent", "(fig.) hot trend", "fad")


def test_a_semicolon_within_brackets_parts_no_senses() -> None:
    assert split_field("to say (to sb; formal); to talk; ") == ["to say (to sb; formal)", "to talk"]


@pytest.mark.parametrize(
    ("sense", "word"),
    [
        ("variant of 說|说[shuo1]", "说"),
        ("old variant of 回[hui2]", "回"),
        ("see 中文[Zhong1 wen2]", "中文"),
        ("abbr. for the Communist Party of China 中國共產黨|中国共产党[Zhong1 guo2]", "中国共产党"),
        ("to see a doctor", None),
        ("to use for a long time", None),
    ],
)
def test_references(sense: str, word: str | None) -> None:
    assert reference(sense) == word


def test_what_a_gloss_says_without_its_brackets() -> None:
    assert plain_gloss("(fig.) hot trend 風口[feng1 kou3] (coll. (new))") == "hot trend"
    assert plain_gloss("abbr. for the National Congress") == "the National Congress"
    assert bracketed("to run (a business) 跑[pao3] (coll.)").split() == ["a", "business", "coll."]
    assert is_note("CL:個|个[ge4]")
    assert not is_note("clear")


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("feng1 kou3", "fēng kǒu"),
        ("lu:4 nu:3", "lǜ nǚ"),
        ("xue2 liu4 gui4", "xué liù guì"),
        ("ma5 r5", "ma r"),
        ("B zhan4", "B zhàn"),
    ],
)
def test_tone_marks(numbered: str, marked: str) -> None:
    assert tone_marks(numbered) == marked
