"""Figures against references and against one's own edit are sacrebleu's, for the right segments, and survive."""

from __future__ import annotations

from pathlib import Path

import pytest
import sacrebleu

from workbench.errors import FileProblem, UnusableInput
from workbench.session.session import Session

ZH = "市场去年下跌了三分之一。\n银行也关门了。大家都很担心。\n张伟买了三本书。\n"
EN = "The market fell by a third last year.\nThe bank also shut the door. Everyone is worried.\nZhang Wei got books.\n"
REF = (
    "Last year the market fell by one third.\nThe banks closed too. Everybody was worried.\nZhang Wei bought 3 books.\n"
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    (tmp_path / "a.zh.txt").write_text(ZH, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(EN, encoding="utf-8")
    return Session.create(tmp_path / "a.zh.txt", tmp_path / "a.en.txt", project=tmp_path / "a.review", reviewer="r")


def _bead(session: Session, words: str) -> str:
    return next(bead.id for bead in session.beads if words in session.machine(bead.id))


@pytest.mark.parametrize("text", [REF, REF.replace("\n", " ") + "\n"])
def test_each_segment_finds_its_part_of_the_reference(session: Session, tmp_path: Path, text: str) -> None:
    (tmp_path / "ref.txt").write_text(text, encoding="utf-8")
    assert session.add_reference(tmp_path / "ref.txt") == 4
    found = {session.machine(bead.id): session.references_of(bead.id) for bead in session.beads}
    assert found["Everyone is worried."] == ("Everybody was worried.",)
    assert found["The market fell by a third last year."] == ("Last year the market fell by one third.",)
    session.close()


def test_figures_are_sacrebleus_and_the_reference_is_kept(session: Session, tmp_path: Path) -> None:
    (tmp_path / "ref.txt").write_text(REF, encoding="utf-8")
    session.add_reference(tmp_path / "ref.txt")
    bead = _bead(session, "Everyone")
    assert session.against_reference(bead) is None  # nothing is computed while a screen asks
    session.measure([bead])
    made = session.against_reference(bead)
    assert made is not None
    assert made.bleu == sacrebleu.sentence_bleu("Everyone is worried.", ["Everybody was worried."]).score
    assert made.ter == sacrebleu.sentence_ter("Everyone is worried.", ["Everybody was worried."]).score
    machine = [session.machine(b.id) for b in session.beads]
    against = [session.references_of(b.id)[0] for b in session.beads]
    chrf = sacrebleu.corpus_chrf(machine, [against])
    figures = {figure.title: figure for figure in session.reference_figures()}
    assert figures["chrf (machine)"].value == f"{chrf.score:.1f}"
    assert "nrefs:1" in figures["chrf (machine)"].signature
    session.close()
    with Session.open(tmp_path / "a.review", reviewer="r") as again:
        assert again.references_of(bead) == ("Everybody was worried.",)


def test_a_segment_that_cuts_through_a_part_has_no_reference(session: Session, tmp_path: Path) -> None:
    (tmp_path / "ref.txt").write_text("They closed and worried.\n" * 3, encoding="utf-8")
    session.add_reference(tmp_path / "ref.txt")
    assert session.references_of(_bead(session, "market")) == ("They closed and worried.",)
    first = _bead(session, "shut")
    whole = session.references_of(first), session.references_of(_bead(session, "Everyone"))
    assert ("They closed and worried.",) not in whole or () in whole
    session.join(first)
    assert session.references_of(_bead(session, "shut")) == ("They closed and worried.",)
    session.close()


def test_against_ones_own_edit(session: Session) -> None:
    bead = _bead(session, "Everyone")
    assert session.against_edit(bead) is None
    session.correct(bead, "Everybody is worried.")
    assert session.against_edit(bead) is None
    session.reanalyse([bead])
    assert session.against_edit(bead) == sacrebleu.sentence_ter("Everyone is worried.", ["Everybody is worried."]).score
    assert [f.title for f in session.reference_figures()] == ["HTER"]
    session.close()


def test_what_takes_seconds_is_left_out(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    bead = _bead(session, "Everyone")
    session.correct(bead, "Everybody is worried.")
    monkeypatch.setattr("workbench.score.reference.ter_seconds", lambda *_: 9.0)
    session.reanalyse([bead])
    assert session.against_edit(bead) is None
    session.close()


def test_what_is_no_reference(session: Session, tmp_path: Path) -> None:
    for name, words in (("zh.txt", ZH), ("empty.txt", " \n")):
        (tmp_path / name).write_text(words, encoding="utf-8")
        with pytest.raises(FileProblem):
            session.add_reference(tmp_path / name)
    session.close()
    alone = Session.create(None, tmp_path / "a.en.txt", project=tmp_path / "b.review")
    with pytest.raises(UnusableInput, match="source"):
        alone.add_reference(tmp_path / "a.en.txt")
    alone.close()
