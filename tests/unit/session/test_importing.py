"""Scores of other programs: kept, shown beside ours, and mixed only as a sum with a name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from workbench.errors import FileProblem, UnusableInput, WorkbenchError
from workbench.model.span import Span
from workbench.score.scorers import Asked, ErrorSpan, Judged, open_scorer, scorers
from workbench.session.session import Session
from workbench.tui.details import _against_reference

ZH = "雨停了。孩子们跑出门。没有人说话。\n"
EN = "The rain stopped. The child ran out of the door. Nobody said a word.\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    for name, text in (("s.zh.txt", ZH), ("s.en.txt", EN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Session.create(tmp_path / "s.zh.txt", tmp_path / "s.en.txt", project=tmp_path / "s.review") as made:
        yield made


def written(folder: Path, *rows: object) -> Path:
    path = folder / "scores.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


SPAN = {"start": 4, "end": 9, "severity": "major", "text": "child"}


def test_scores_and_spans_are_kept_and_shown(session: Session, tmp_path: Path) -> None:
    rows = [
        {"id": "1", "score": 0.9, "model": "kiwi", "licence": "CC BY-NC-SA"},
        {"id": "2", "score": 0.2, "spans": [SPAN]},
    ]
    assert session.import_scores(written(tmp_path, *rows)) == 2
    second = session.beads[1].id
    for one in (session, Session.open(tmp_path / "s.review", read_only=True)):
        assert one.imported_scores(second) == {"kiwi": 0.2}
        assert one.imported_spans(second) == {"kiwi": (ErrorSpan(Span(4, 9), "major", "child"),)}
        assert one.imported_spans(session.beads[0].id) == {}
        (figure,) = one.imported_figures()
        assert "licence:CC BY-NC-SA" in figure.signature
        assert one.models()["kiwi"].licence == "CC BY-NC-SA"
        (line, *_) = _against_reference(one, session.beads[0].id)
        assert line[0][0] == "kiwi says 0.9 (imported, licence: CC BY-NC-SA)"
    session.import_scores(written(tmp_path, {"id": "2", "score": 0.4, "model": "kiwi"}))
    assert session.imported_scores(second) == {"kiwi": 0.4}
    assert session.imported_spans(second) == {}


def test_hunts_by_a_model_and_by_the_named_sum(session: Session, tmp_path: Path) -> None:
    session.analyse()
    first, second, third = (bead.id for bead in session.beads)
    assert not any(key.startswith(("model:", "sum:")) for key, _, _ in session.hunts())
    session.import_scores(
        written(tmp_path, *({"id": i, "score": s, "model": "m"} for i, s in ((1, 0.5), (2, 0.1), (3, 0.9))))
    )
    assert session.hunt("model:m").beads == (second, first, third)
    errors = [{"id": i, "score": s, "model": "err", "better": "lower"} for i, s in ((1, 0.5), (2, 0.1), (3, 0.9))]
    session.import_scores(written(tmp_path, *errors))
    assert session.hunt("model:err").beads == (third, first, second)
    titles = {key: title for key, title, _ in session.hunts()}
    assert titles["sum:m"] == "worst by m + 0.3 risk"
    with pytest.raises(WorkbenchError):
        session.hunt("model:other")


def test_a_bead_is_counted_from_0_as_align_does(session: Session, tmp_path: Path) -> None:
    session.import_scores(written(tmp_path, {"bead": 0, "score": 0.5, "model": "m"}, {"bead": 2, "score": 0.1}))
    assert session.imported_scores(session.beads[0].id) == {"m": 0.5}
    assert session.imported_scores(session.beads[2].id) == {"m": 0.1}


def test_the_sum_is_of_standard_scores(session: Session, tmp_path: Path) -> None:
    session.import_scores(
        written(tmp_path, *({"id": i, "score": s, "model": "m"} for i, s in ((1, 1.0), (2, 0.0), (3, 1.0))))
    )
    first, second, third = (bead.id for bead in session.beads)
    found = session.sums("m", {first: 1.0, second: 1.0, third: 4.0})
    root = 2**0.5  # of values (1, 0, 1), and of (1, 1, 4): z is (1/root, -2/root, 1/root) and (-1/root, -1/root, root)
    assert found[first] == pytest.approx(-1 / root - 0.3 / root)
    assert found[second] == pytest.approx(root - 0.3 / root)
    assert found[third] == pytest.approx(-1 / root + 0.3 * root)
    assert session.sums("m", {first: 2.0, second: 2.0})[second] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"id": "9", "score": 1, "model": "m"}, "no segment 9"),
        ({"id": "1", "score": 1}, "names no model"),
        ({"id": "1", "score": 1, "model": "m", "difficulty": 1.0, "evidence": 0.5}, "count from 0"),
        ({"bead": 3, "score": 1, "model": "m"}, "no segment 4"),
        ({"id": "1", "score": "x", "model": "m"}, "no number as its score"),
        ({"id": "1", "score": 1, "model": "m", "better": "up"}, "neither higher nor lower"),
        ({"id": "2", "score": 1, "model": "m", "spans": [{"start": 4}]}, "has a span without"),
        ({"id": "2", "score": 1, "model": "m", "spans": [{**SPAN, "text": "children"}]}, "not in the machine's text"),
        ({"id": "2", "score": 1, "model": "m", "spans": [{**SPAN, "end": 900, "text": None}]}, "(4-900)"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_kept(
    session: Session, tmp_path: Path, row: object, told: str
) -> None:
    good = {"id": "1", "score": 0.5, "model": "m0"} if "names no" not in told else "{}"
    rows = (row,) if good == "{}" else (good, row)
    with pytest.raises(FileProblem, match=r"scores\.jsonl") as caught:
        session.import_scores(written(tmp_path, *rows))
    assert told in str(caught.value)
    assert not session.models()


class Length:
    """A scorer such as another package might offer."""

    name, licence, is_higher_better, needs_reference = "length", "MIT", False, False

    def score(self, asked: Sequence[Asked], progress: Callable[[float], None]) -> Sequence[Judged]:
        progress(1.0)
        return [Judged(len(one.target), (ErrorSpan(Span(0, 3), "minor"),)) for one in asked]


def test_a_scorer_judges_the_machines_text(session: Session) -> None:
    session.correct(session.beads[1].id, "The children ran out.")
    assert session.score_by(Length()) == 3
    second = session.beads[1].id
    assert session.imported_scores(second) == {"length": len("The child ran out of the door.")}
    assert session.imported_spans(second)["length"][0].text == "The"
    assert session.models()["length"].sign == 1


def test_a_scorer_that_needs_a_reference_says_so(session: Session) -> None:
    class Needing(Length):
        needs_reference = True

    with pytest.raises(UnusableInput, match="needs a reference"):
        session.score_by(Needing())


def test_scorers_are_found_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    offer = metadata.EntryPoint("length", f"{__name__}:opened", "workbench.scorers")
    real = metadata.entry_points
    monkeypatch.setattr(metadata, "entry_points", lambda **k: [offer] if k == {"group": offer.group} else real(**k))
    scorers.cache_clear()
    try:
        assert set(scorers()) >= {"comet", "length"}
        assert open_scorer("length", tmp_path).licence == "MIT"
        with pytest.raises(UnusableInput, match="there is no scorer x; known are comet, length"):
            open_scorer("x", tmp_path)
    finally:
        scorers.cache_clear()


def opened(_model: Path) -> Length:
    return Length()
