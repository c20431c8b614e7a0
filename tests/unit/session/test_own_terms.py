"""The user's own terms go from project to project; undo takes back what it did there too, and other files are safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model.term import Term
from workbench.session.session import Session
from workbench.terms.files import read_termbase
from workbench.terms.own import OwnTerms

WHARF = Term("码头", "wharf", ("quay",), domain="ports")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnTerms:
    monkeypatch.delenv("WORKBENCH_TERMS")
    return OwnTerms(tmp_path / "mine" / "terms.csv")


def project(tmp_path: Path, name: str, source: str = "新的码头开了。\n\n码头很大。\n") -> Session:
    (tmp_path / f"{name}.zh.txt").write_text(source, "utf-8")
    (tmp_path / f"{name}.en.txt").write_text("The new wharf has opened.\n\nThe wharf is large.\n", "utf-8")
    return Session.create(tmp_path / f"{name}.zh.txt", tmp_path / f"{name}.en.txt", project=tmp_path / f"{name}.review")


def kept(own: OwnTerms) -> tuple[Term, ...]:
    return read_termbase(own.path).terms if own.path.exists() else ()


def test_a_term_of_one_project_is_there_in_the_next(tmp_path: Path, own: OwnTerms) -> None:
    with project(tmp_path, "a") as first:
        first.use_own_terms(own)
        first.add_term(WHARF)
    with project(tmp_path, "b") as second:
        second.use_own_terms(OwnTerms(own.path))
        assert second.termbase.terms == (WHARF,)
        assert "came along" in second.warnings[0]
        second.undo()
        assert second.termbase.terms == ()
        assert kept(own) == (WHARF,), "leaving terms out here takes nothing from the file"


def test_only_what_stands_in_the_text_comes_along_and_all_else_is_offered(tmp_path: Path, own: OwnTerms) -> None:
    own.change([WHARF, Term("火山", "volcano")], ())
    with project(tmp_path, "a") as session:
        session.use_own_terms(own)
        assert session.termbase.terms == (WHARF,)
        assert [term.zh for term in session.own_terms()] == ["火山"]


def test_a_review_that_was_begun_takes_nothing_in_unasked(tmp_path: Path, own: OwnTerms) -> None:
    own.change([WHARF], ())
    with project(tmp_path, "a") as session:
        session.note(session.beads[0].id, "begun")
        session.use_own_terms(own)
        assert session.termbase.terms == ()
        assert session.own_terms() == (WHARF,)


def test_change_removal_and_undo_reach_the_file(tmp_path: Path, own: OwnTerms) -> None:
    own.change([WHARF], ())
    with project(tmp_path, "a") as session:
        session.use_own_terms(own)
        session.change_term(WHARF, Term("码头", "pier", domain="ports"))
        assert [term.en for term in kept(own)] == ["pier"]
        session.undo()
        assert kept(own) == (WHARF,)
        session.remove_term(WHARF)
        assert kept(own) == ()
        session.undo()
        assert kept(own) == (WHARF,)
        session.add_term(Term("大", "large"))
        session.undo()
        assert kept(own) == (WHARF,)


def test_terms_of_a_file_stay_in_the_project(tmp_path: Path, own: OwnTerms) -> None:
    with project(tmp_path, "a") as session:
        session.use_own_terms(own)
        session.import_terms((WHARF,), "client.csv")
        session.remove_term(WHARF)
        session.undo()
    assert kept(own) == ()


def test_columns_of_others_in_the_file_stay(tmp_path: Path, own: OwnTerms) -> None:
    own.path.parent.mkdir()
    own.path.write_text("zh,en,team\n山,hill,geo\n", "utf-8")
    with project(tmp_path, "a") as session:
        session.use_own_terms(own)
        session.add_term(WHARF)
    assert [dict(term.extra).get("team") for term in kept(own)] == ["geo", ""]


def test_a_file_that_is_no_termbase_is_told_and_left_alone(tmp_path: Path, own: OwnTerms) -> None:
    own.path.parent.mkdir()
    own.path.write_text("this is no table\n", "utf-8")
    with project(tmp_path, "a") as session:
        session.use_own_terms(own)
        assert "terms.csv" in session.warnings[0]
        session.add_term(WHARF)
        assert session.termbase.terms == (WHARF,)
    assert own.path.read_text("utf-8") == "this is no table\n"


def test_tbx_holds_them_too(tmp_path: Path, own: OwnTerms) -> None:
    mine = OwnTerms(tmp_path / "mine.tbx")
    with project(tmp_path, "a") as session:
        session.use_own_terms(mine)
        session.add_term(WHARF)
        assert kept(mine) == (WHARF,)


def test_an_empty_name_keeps_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_TERMS", "")
    none = OwnTerms(tmp_path / "never.csv")
    with project(tmp_path, "a") as session:
        session.use_own_terms(none)
        session.add_term(WHARF)
    assert not (tmp_path / "never.csv").exists()
