"""MQM TSV in Google's columns: rows are read back by the format's own rules."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.making.reviews import Making, bitext_of, sample
from workbench.formats import mqm_tsv
from workbench.model.finding import Severity
from workbench.model.span import Span


def rows(made: Making) -> list[dict[str, str]]:
    head, *body = mqm_tsv.write(made.view()).text.rstrip("\n").split("\n")
    names = head.split("\t")
    assert names == list(mqm_tsv.COLUMNS)
    found = []
    for line in body:
        cells = line.split("\t")
        assert len(cells) == len(names)
        found.append(dict(zip(names, cells, strict=True)))
    return found


def test_columns_are_googles() -> None:
    assert mqm_tsv.COLUMNS[:9] == (
        *("system", "doc", "doc_id", "seg_id", "rater"),
        *("source", "target", "category", "severity"),
    )


def test_one_row_an_error_and_no_error_for_what_was_reviewed() -> None:
    got = [(r["seg_id"], r["severity"], r["category"], r["target"], r["source"]) for r in rows(sample())]
    assert got == [
        ("1", "Major", "Terminology/Inappropriate for context", "The <v>tuyere</v> is here.", "风口来了。"),
        ("5", "Major", "Accuracy/Omission", "He said `nothing` | [so] ‹v›far‹/v›.", "他<v>没有</v>说|话。"),
        (
            *("5", "Minor", "Style/Unnatural or awkward"),
            *("He said `nothing` | <v>[so]</v> ‹v›far‹/v›.", "他没有说|话。"),
        ),
        ("6", "No-error", "No-error", "Bye.", "再见。"),
    ]


def test_spans_lie_in_the_machine_text_and_not_in_the_correction() -> None:
    made = sample()
    row = rows(made)[0]
    assert re.sub("</?v>", "", row["target"]) == made.view().segments[0].machine


def test_what_is_lost_is_told_with_its_segment() -> None:
    told = {loss.what: loss.segments for loss in mqm_tsv.write(sample().view()).losses}
    assert told[mqm_tsv.CRITICAL_AS_MAJOR] == (5,)
    assert told[mqm_tsv.TAGS_REPLACED] == (5,)
    assert told[mqm_tsv.LINK_LEFT_OUT] == (1,)
    assert mqm_tsv.PEOPLE_LEFT_OUT in told


def test_a_mark_on_the_corrected_text_is_left_out_and_told() -> None:
    made = Making(bitext_of([("甲。", "One.")]))
    made.correct(1, "Uno.")
    made.flag(1, corrected=Span(0, 3))
    assert rows(made) == []
    assert mqm_tsv.CORRECTED_LEFT_OUT in {loss.what for loss in mqm_tsv.write(made.view()).losses}


def test_tabs_and_breaks_inside_texts_never_make_a_column_or_a_row() -> None:
    made = Making(bitext_of([("甲\t乙\r\n丙。", "a\tb\nc\u2028d\x85e.")]))
    made.flag(1, "b\nc", note="x\ty\nz", severity=Severity.NEUTRAL)
    (row,) = rows(made)
    assert row["target"] == "a <v>b c</v> d e."
    assert row["source"] == "甲 乙 丙。"
    assert (row["comment"], row["severity"]) == ("x y z", "Neutral")


def test_a_mark_that_cuts_a_literal_tag_leaves_one_pair_of_tags() -> None:
    made = Making(bitext_of([("甲。", "a<v>b</v>c.")]))
    made.flag(1, "v>b</v")
    (row,) = rows(made)
    assert row["target"].count("<v>") == row["target"].count("</v>") == 1
    assert re.search("<v>(.*)</v>", row["target"])[1] == "v›b‹/v"  # type: ignore[index]


def test_the_rater_of_a_clean_segment_is_who_marked_it_as_done() -> None:
    made = Making(bitext_of([("甲。", "One.")]), reviewer="ben")
    made.done(1)
    written = mqm_tsv.write(replace(made.view(), reviewer="")).text
    assert "\tben\t" in written
