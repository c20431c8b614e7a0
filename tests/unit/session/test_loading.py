"""From files to a pairing."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import FileProblem, UnusableInput
from workbench.session import loading
from workbench.session.loading import load_alone, load_pair

ZH = "雨停了。孩子们跑出门。没有人说话。"
EN = "The rain stopped. The children ran out of the door. Nobody said a word."


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_files_in_the_wrong_order_are_put_right_with_a_word(tmp_path: Path) -> None:
    zh, en = written(tmp_path / "a.txt", ZH), written(tmp_path / "b.txt", EN)
    right, swapped = load_pair(zh, en), load_pair(en, zh)
    assert swapped.bitext.beads == right.bitext.beads
    assert right.notes == ()
    assert "taken in that order" in swapped.notes[0]


def test_one_empty_side_is_a_cover_of_unpaired_lines(tmp_path: Path) -> None:
    loaded = load_pair(written(tmp_path / "a.txt", ZH), written(tmp_path / "b.txt", ""))
    assert [bead.kind for bead in loaded.bitext.beads] == ["1-0"] * 3
    with pytest.raises(FileProblem, match="are empty"):
        load_pair(tmp_path / "b.txt", tmp_path / "b.txt")


def test_chinese_alone_is_no_review(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="needs its English version"):
        load_alone(written(tmp_path / "a.txt", ZH))


def test_a_sentence_without_end_is_refused_with_its_line_and_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "LONGEST_SENTENCE", 100)
    path = written(tmp_path / "long.txt", "A short line.\n" + "word " * 50)
    with pytest.raises(FileProblem, match=r"long\.txt: line 2 holds 249 characters.*the limit is 100"):
        load_alone(path)
