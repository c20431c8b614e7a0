"""The change list and the queries, in Markdown."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from tests.making.reviews import Making, bitext_of, sample
from workbench.formats import changes
from workbench.formats.markdown import escaped
from workbench.model import events as ev
from workbench.model.bitext import Bead


def test_before_after_words_and_why() -> None:
    text = changes.write(sample().view()).text
    section = text[text.index("## 1\n") : text.index("## 4\n")]
    assert "- **Before:** The tuyere is here.\n- **After:** The hot trend is here." in section
    assert "~~tuyere~~ → **hot trend**" in section
    assert "major, Terminology/Inappropriate for context “tuyere”: a \\*figure\\* of speech (ana)" in section


def test_unchanged_segments_are_left_out_and_mended_spaces_told_together() -> None:
    made = Making(bitext_of([("甲。", "One."), ("乙。", "Two."), ("丙。", "Three.")]))
    made.separate(1, " ")
    made.separate(2, " ")
    text = changes.write(made.view()).text
    assert "## 1" not in text
    assert "- nothing → a space: after segment 1, 2" in text
    assert "0 of 3 segments changed, 2 spaces or breaks between sentences mended" in text


def test_accepted_findings_are_reasons() -> None:
    made = Making(bitext_of([("风口。", "Tuyere.")]))
    bead = made.bead(1).id
    made.act(
        ev.FindingAccepted("f1", "term.forbidden", "Tuyere", "风口", bead),
        ev.TextCorrected(bead, "Trend."),
        label="accept",
    )
    assert "accepted term.forbidden “Tuyere” for 风口 (ana)" in changes.write(made.view()).text


def test_reasons_follow_a_segment_through_a_join() -> None:
    made = Making(bitext_of([("甲。", "One. "), ("乙。", "Two.")]))
    made.correct(2, "2.", label="fix 9 places")
    a, b = made.bead(1), made.bead(2)
    joined = Bead(a.source + b.source, a.target + b.target, by_reviewer=True)
    made.act(ev.BeadsRearranged("join", (a.id, b.id), (joined,), ("One. 2.",)), label="join")
    assert "fix 9 places" in changes.write(made.view()).text


def test_an_undone_correction_is_no_change() -> None:
    made = Making(bitext_of([("甲。", "One.")]))
    made.correct(1, "1.")
    made.act(ev.ActionUndone(1))
    assert "0 of 1 segments changed" in changes.write(made.view()).text


def test_queries_stand_with_their_texts() -> None:
    text = changes.write_queries(sample().view()).text
    assert "1 open query." in text
    assert "## 5\n\n**Who is he?**" in text
    assert "他没有说" in text


@pytest.mark.parametrize(
    "hostile",
    [
        "a | b",
        "`x`",
        "[a](http://b)",
        "<script>",
        "*x* _y_ ~~z~~",
        "# h",
        "1. a",
        "- a",
        "+ a",
        "=",
        "&amp;",
        "\\",
        "a\nb",
    ],
)
def test_escaped_text_reads_as_itself_in_a_paragraph_and_in_a_table(hostile: str) -> None:
    shown = escaped(hostile)
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    wanted = hostile.replace("\n", "⏎")
    (inline,) = [t for t in markdown.parse(shown) if t.type == "inline"]
    assert "".join(child.content for child in inline.children or ()) == wanted
    assert all(child.type in ("text", "text_special") for child in inline.children or ())
    cells = [t for t in markdown.parse(f"|h|k|\n|-|-|\n|{shown}|x|\n") if t.type == "inline"][2:]
    assert len(cells) == 2
    assert "".join(child.content for child in cells[0].children or ()) == wanted


def test_a_mended_space_is_no_reason_for_other_words() -> None:
    made = Making(bitext_of([("风口。", "Outlet."), ("乙。", "Two.")]))
    bead = made.bead(1)
    made.correct(1, "Trend.", label="风口 = trend in 9 places")
    made.act(
        ev.FindingAccepted("f1", "spacing.after_stop", ".", None, bead.id),
        ev.SeparatorChanged(bead.target[-1].end, " "),
        label="accept spacing.after_stop and mend the space",
    )
    text = changes.write(made.view()).text
    assert "**Why:** 风口 = trend in 9 places (ana" in text
    assert "spacing.after" not in text


def test_the_acts_in_force_are_told_latest_first() -> None:
    made = Making(bitext_of([("甲。", "One.")]))
    made.correct(1, "Uno.", label="gone")
    made.correct(1, None, label="restore")
    made.correct(1, "1.", label="first")
    made.correct(1, "1!", label="second")
    text = changes.write(made.view()).text
    assert "gone" not in text
    assert "restore" not in text
    assert text.index("second (ana") < text.index("first (ana")
