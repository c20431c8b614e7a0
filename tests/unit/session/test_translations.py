"""Several translations of one source in one project."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import FileProblem, ProjectProblem, UnusableInput
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.score import QualityEstimate
from workbench.model.span import Side, Span
from workbench.session.session import Session
from workbench.session.translating import Also

ZH = "昨天夜里下了一场大雨。孩子们跑出门去看河水。村长说今年的收成不会好。\n"
FIRST = (
    "It rained heavily last night. The children ran out to look at the river. The chief said the harvest will be bad.\n"
)
NEAR = "It rained heavily last night. The children ran out to see the river. The chief said the harvest would be bad.\n"
FAR = "Yesterday evening big water. Kids escaped while seeing. The harvest of the village head is not a good speech.\n"


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path, Path, Path]:
    paths = tuple(tmp_path / name for name in ("a.zh.txt", "a.en.txt", "near.txt", "far.txt"))
    for path, text in zip(paths, (ZH, FIRST, NEAR, FAR), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths  # type: ignore[return-value]


def created(texts: tuple[Path, ...], project: Path, **more: object) -> Session:
    zh, en, near, far = texts
    also = (Also("near", near), Also("far", far))
    return Session.create(zh, en, project=project, reviewer="r", also=also, **more)  # type: ignore[arg-type]


def disagreement(estimate: QualityEstimate | None) -> float:
    assert estimate is not None
    return sum(reason.weight for reason in estimate.reasons if reason.name == "others.disagreement")


def test_each_translation_has_decisions_of_its_own_and_all_are_kept(texts: tuple[Path, ...], tmp_path: Path) -> None:
    project = tmp_path / "a.review"
    with created(texts, project) as session:
        assert [one.name for one in session.translations] == ["a.en.txt", "near", "far"]
        far = session.of_translation("far")
        session.correct(session.beads[0].id, "It rained hard last night.")
        far.flag(far.beads[0].id, severity=Severity.MAJOR, target=Span(10, 17))
        far.draft(far.beads[1].id, "The children")
    assert [s.save_state for s in session.family] == ["saved", "saved"]
    with Session.open(project, reviewer="r") as again, again.of_translation("2") as near:
        assert again.final(again.beads[0].id) == "It rained hard last night."
        far = again.of_translation("far")
        assert [mark.severity for mark in far.review.annotations.values()] == [Severity.MAJOR]
        assert far.drafts() == {far.beads[1].id: "The children"}
        assert not near.entries
        assert far.undo().message.startswith("undone")
        assert not far.review.annotations
        assert again.final(again.beads[0].id) == "It rained hard last night."
        assert again.of_translation("far") is far


def test_what_agrees_little_with_the_others_is_told_with_its_points(texts: tuple[Path, ...], tmp_path: Path) -> None:
    with created(texts, tmp_path / "a.review") as session:
        found = {}
        for name in ("a.en.txt", "near", "far"):
            one = session.of_translation(name)
            one.analyse()
            found[name] = [disagreement(one.estimate(bead.id)) for bead in one.beads]
            assert "|others:2" in one.estimate(one.beads[0].id).signature  # type: ignore[union-attr]
    assert all(far > near for far, near in zip(found["far"], found["near"], strict=True))
    assert found["near"][0] == 0, "another translation says just the same"
    assert found["near"][1] > 0


def test_a_bad_translation_does_not_count_against_the_good_ones(texts: tuple[Path, ...], tmp_path: Path) -> None:
    zh, en, near, _ = texts
    with (
        created(texts, tmp_path / "a.review") as three,
        Session.create(zh, en, project=tmp_path / "two.review", also=[Also("near", near)]) as two,
    ):
        for session in (three, two):
            session.analyse()
        ours = [disagreement(three.estimate(bead.id)) for bead in three.beads]
        assert ours == [disagreement(two.estimate(bead.id)) for bead in two.beads]


def test_alone_it_has_no_such_evidence(texts: tuple[Path, ...]) -> None:
    zh, en, _, _ = texts
    with Session.create(zh, en, project=en.with_suffix(".review")) as session:
        session.analyse()
        estimate = session.estimate(session.beads[0].id)
        assert disagreement(estimate) == 0
        assert estimate is not None
        assert "others" not in estimate.signature
        assert session.ranking_figures() == ()
        assert [one.name for one in session.translations] == ["a.en.txt"]


def test_the_project_remembers_the_scores_of_each(texts: tuple[Path, ...], tmp_path: Path) -> None:
    project = tmp_path / "a.review"
    with created(texts, project) as session:
        for one in (session, session.of_translation("far")):
            one.analyse()
        before = {one.own_name: [one.estimate(b.id) for b in one.beads] for one in session.family}
    with Session.open(project) as again:
        for one in (again, again.of_translation("far")):
            known = one._remembered().estimates
            assert [known.get(b.id) for b in one.beads] == before[one.own_name]


def test_a_part_that_is_paired_otherwise_says_nothing_of_the_segment(texts: tuple[Path, ...], tmp_path: Path) -> None:
    with created(texts, tmp_path / "a.review") as session:
        near = session.of_translation("near")
        near.join(near.beads[0].id)
        assert set(session.others_of(session.beads[2].id)) == {"near", "far"}
        again = session.of_translation("far")
        assert set(again.others_of(again.beads[0].id)) == {"a.en.txt"}
        assert set(again.others_of(again.beads[2].id)) == {"a.en.txt", "near"}
    with Session.open(tmp_path / "a.review") as session:
        assert set(session.others_of(session.beads[0].id)) == {"far"}
        assert session.others_of(session.beads[2].id)["near"] == "The chief said the harvest would be bad."


def test_translations_are_ranked_with_a_test(texts: tuple[Path, ...], tmp_path: Path) -> None:
    with created(texts, tmp_path / "a.review") as session:
        figures = session.ranking_figures()
        assert figures[2].title == "evidence, 3. far"
        assert "p = " not in figures[0].basis
        assert "p = " in figures[2].basis
        assert "3 stretches" in figures[0].basis
        assert "samples:1000|seed:12345" in figures[0].signature
        far = session.of_translation("far")
        far.flag(far.beads[0].id, severity=Severity.MAJOR, target=Span(10, 17))
        for one in (session, session.of_translation("near"), far):
            one.set_status(one.beads[0].id, Status.DONE)
        marks = [one for one in session.ranking_figures() if one.title.startswith("MQM")]
        assert marks[-1].title == "MQM, 3. far"
        assert marks[-1].value.startswith("5.00")
        assert "mean of 1 stretch of the source" in marks[0].basis


def test_terms_added_in_one_are_known_in_all(texts: tuple[Path, ...], tmp_path: Path) -> None:
    from workbench.model.term import Term

    with created(texts, tmp_path / "a.review") as session:
        session.add_term(Term("村长", "village head"))
    with Session.open(tmp_path / "a.review") as again:
        assert [t.en for t in again.of_translation("far").termbase.terms] == ["village head"]
        assert [t.en for t in again.termbase.terms] == ["village head"]


def test_another_text_of_the_same_name_is_refused_and_the_same_text_is_not_taken_twice(
    texts: tuple[Path, ...], tmp_path: Path
) -> None:
    zh, en, near, far = texts
    project = tmp_path / "a.review"
    created(texts, project).close()
    with Session.create(zh, en, project=project, also=[Also("near", near)], translation="near") as session:
        assert len(session.translations) == 3
        assert session.own_name == "near"
    with pytest.raises(UnusableInput, match="another text as its translation near"):
        Session.open(project, also=[Also("near", far)])
    with pytest.raises(UnusableInput, match=r"no translation deepl. There are: a\.en\.txt, near, far"):
        Session.open(project, translation="deepl")
    with Session.open(project) as session, pytest.raises(UnusableInput, match="no translation 9"):
        session.of_translation("9")


def test_what_is_no_translation_is_refused_before_anything_is_written(texts: tuple[Path, ...], tmp_path: Path) -> None:
    zh, en, near, _ = texts
    project = tmp_path / "a.review"
    created(texts, project).close()
    with pytest.raises(FileProblem, match="Chinese"):
        Session.open(project, also=[Also("x", zh)])
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n")
    with pytest.raises(FileProblem, match="empty"):
        Session.open(project, also=[Also("x", empty)])
    other = tmp_path / "other.zh.txt"
    other.write_text("完全不同的一篇文章。")
    with pytest.raises(ProjectProblem, match="another text"):
        Session.create(other, en, project=project, also=[Also("x", near)])
    with Session.open(project) as session:
        assert len(session.translations) == 3


def test_the_inputs_of_all_translations_are_known(texts: tuple[Path, ...], tmp_path: Path) -> None:
    with created(texts, tmp_path / "a.review") as session:
        names = {Path(one.name).name for one in session.inputs.files}
        assert {"near.txt", "far.txt"} <= names
        assert (
            session.of_translation("far").text(session.of_translation("far").beads[0].id, Side.TARGET).startswith("Y")
        )
