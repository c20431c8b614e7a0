"""Translation memories for other programs."""

from __future__ import annotations

from pathlib import Path

from tests.making.reviews import Making, bitext_of, sample
from workbench.formats import tmx
from workbench.memory.tmx import read_tmx
from workbench.model.events import NoteWritten

ROWS = [("风口来了。", "The tuyere is here."), ("他走了 <b>。", "He left & went."), ("编辑：李", "")]


def read(folder: Path, review: Making) -> list[tuple[str, str, str, str]]:
    path = folder / "a.tmx"
    path.write_text(tmx.write(review.view()).text, "utf-8")
    return [(one.source, one.target, one.reviewer, one.at) for one in read_tmx(path)]


def test_finished_pairs_alone_with_who_and_when(tmp_path: Path) -> None:
    review = Making(bitext_of(ROWS))
    assert read(tmp_path, review) == []
    review.correct(1, "The hot trend is here.")
    review.done(1)
    review.done(2)
    review.done(3)
    assert read(tmp_path, review) == [
        ("风口来了。", "The hot trend is here.", "ana", "2026-01-02"),
        ("他走了 <b>。", "He left & went.", "ana", "2026-01-02"),
    ]
    losses = {loss.what: loss.segments for loss in tmx.write(review.view()).losses}
    assert losses[tmx.UNPAIRED] == (3,)
    assert tmx.UNFINISHED not in losses


def test_what_is_left_out_is_told() -> None:
    losses = {loss.what: loss.segments for loss in tmx.write(sample().view()).losses}
    assert losses[tmx.UNFINISHED] == (1, 2, 3, 4, 5)


def test_note_and_properties_come_before_the_texts_as_the_dtd_demands() -> None:
    review = Making(bitext_of(ROWS))
    review.act(NoteWritten(review.bead(1).id, "checked"))
    review.correct(1, "New.")
    review.done(1)
    text = tmx.write(review.view()).text
    order = [text.index(part) for part in ("<note>checked", '<prop type="x-document"', '<prop type="x-mt"', "<tuv ")]
    assert order == sorted(order)
    assert "The tuyere is here." in text
