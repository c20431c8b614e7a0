"""Tab-separated texts."""

from __future__ import annotations

from pathlib import Path

from tests.making.reviews import Making, bitext_of, sample
from workbench.formats import two_column
from workbench.formats.pairs import Pair, read_pairs


def test_a_line_a_segment_with_the_corrected_text() -> None:
    lines = two_column.write(sample().view()).text.split("\n")
    assert lines[0] == "风口来了。\tThe hot trend is here."
    assert lines[2] == "编辑:张三\t"
    assert len(lines) == 7
    assert lines[-1] == ""


def test_what_a_spreadsheet_would_run_is_disarmed_and_told() -> None:
    made = Making(bitext_of([("=1+1", "@cmd"), ("甲", "fine")]))
    written = two_column.write(made.view())
    assert written.text == "'=1+1\t'@cmd\n甲\tfine\n"
    assert [loss.segments for loss in written.losses] == [(1,)]


def test_controls_are_shown_and_emoji_kept() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    made = Making(bitext_of([("甲", f"a\x1b[31mb {family}")]))
    assert two_column.write(made.view()).text == f"甲\ta\u241b[31mb {family}\n"


def test_pairs_are_what_score_reads(tmp_path: Path) -> None:
    view = sample().view()
    path = tmp_path / "pairs.tsv"
    path.write_text(two_column.write_pairs(view).text, "utf-8")
    assert list(read_pairs(path)) == [
        Pair(str(s.number), s.source, s.final) for s in view.segments if s.source and s.final
    ]
    assert [loss.segments for loss in two_column.write_pairs(view).losses] == [(3,)]
