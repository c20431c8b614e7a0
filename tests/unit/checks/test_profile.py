"""Check profiles: what runs, how severe it is, and what a wrong file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.checks.base import CheckedSegment
from workbench.checks.profile import CheckProfile, parse_profile, read_profile
from workbench.checks.runner import recheck, run_checks
from workbench.errors import FileProblem
from workbench.model.finding import Severity
from workbench.session.session import Session

SEGMENTS = (
    CheckedSegment("1", "市场下跌。", "The the market fell,and stopped.", separator="", next_target="It ended."),
    CheckedSegment("2", "它在五月增长了。", "It grew by 37% in May."),
)


def ids(profile: str = "", **options: bool) -> dict[str, Severity]:
    found = run_checks(SEGMENTS, profile=parse_profile(profile, "p.toml"), **options)  # type: ignore[arg-type]
    return {finding.check: finding.severity for finding in found}


def test_without_a_word_nothing_changes() -> None:
    assert ids() == {f.check: f.severity for f in run_checks(SEGMENTS)}
    assert {"text.repeated", "spacing.after_comma", "spacing.after_stop"} <= ids().keys()
    assert "number.added" not in ids()


def test_checks_and_families_are_switched() -> None:
    left = ids('[checks]\nspacing = "off"\n"spacing.after_comma" = "on"\n"number.added" = true')
    assert "spacing.after_stop" not in left
    assert {"spacing.after_comma", "number.added", "text.repeated"} <= left.keys()


def test_only_says_more_than_the_profile() -> None:
    profile = parse_profile('[checks]\nspacing = "off"', "p.toml")
    assert {f.check for f in run_checks(SEGMENTS, only=("spacing",), profile=profile)}


def test_severity_and_confidence() -> None:
    changed = ids('[checks]\n"text.repeated" = "critical"\n[checks.spacing]\nleast_confidence = 1.0')
    assert changed["text.repeated"] is Severity.CRITICAL
    assert not [check for check in changed if check.startswith("spacing")]


def test_an_id_may_stand_without_quotation_marks() -> None:
    plain = '[checks.text.repeated]\nseverity = "major"\n[checks.spacing]\non = false'
    assert ids(plain)["text.repeated"] is Severity.MAJOR
    assert "spacing.after_stop" not in ids(plain)


def test_checking_again_keeps_to_the_profile() -> None:
    profile = parse_profile('[checks]\n"text.repeated" = "critical"\nspacing = "off"', "p.toml")
    first = run_checks(SEGMENTS, profile=profile)
    assert recheck(SEGMENTS, {"1"}, first, profile=profile) == first


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[checks\n", "TOML"),
        ('[checks]\n"term.capitols" = "off"', "term.capitals"),
        ('[checks]\n"text.repeated" = "loud"', "loud"),
        ('[checks]\n"text.repeated" = 3', "text.repeated"),
        ('[checks."text.repeated"]\nleast_confidence = 7', "least_confidence"),
        ('[checks."text.repeated"]\ncolour = "red"', "colour"),
        ("[chekcs]\n", "chekcs"),
        ("name = 3\n", "name"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileProblem) as problem:
        read_profile(path)
    assert "wrong.toml" in str(problem.value)
    assert told in str(problem.value)


def test_a_family_setting_is_kept_under_what_is_said_of_a_check() -> None:
    profile = parse_profile('[checks]\nterm = "off"\n"term.missing" = "minor"', "p.toml")
    assert isinstance(profile, CheckProfile)
    assert profile.of("term.missing").on is False
    assert profile.of("term.missing").severity is Severity.MINOR
    assert profile.of("text.repeated").on is None


def test_what_is_odd_about_its_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes('name = "稿件"\n[checks]\nspacing = "off"\n'.encode() + b"# \xff\n")
    told: list[str] = []
    assert read_profile(path, told.append).of("spacing.after_stop").on is False
    assert len(told) == 1
    assert told[0].startswith("p.toml: ")
    (tmp_path / "a.txt").write_text("The market fell.\n", encoding="utf-8")
    with Session.create(None, tmp_path / "a.txt", project=tmp_path / "a.review", profile=path) as session:
        assert told[0] in session.warnings
    with Session.open(tmp_path / "a.review", profile=path) as session:
        assert told[0] in session.warnings


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("category = 3", '"category" wants tables'),
        ("[[category]]\nletter = 'x'", "one has no name"),
        ("[[category]]\nname = 'A'\nweight = 3", '"weight" is not understood'),
        ("[[category]]\nname = 'A'\nletter = 'xy'", '"xy" is no letter'),
        ("[[category]]\nname = 'A'\n[[category]]\nname = 'A'", '"A" stands there twice'),
        ("task = 'poems'", "task = 'poems' is no list of categories"),
    ],
)
def test_wrong_categories_are_told(text: str, problem: str) -> None:
    with pytest.raises(FileProblem) as told:
        parse_profile(text, "house.toml")
    assert problem in str(told.value)


def test_a_profile_names_its_categories_and_the_list_to_begin_with() -> None:
    profile = parse_profile("name = 'house'\ntask = 'news'\n[[category]]\nname = 'Tone'\n", "house.toml")
    assert profile.task == "news"
    assert profile.categories is not None
    assert [(c.name, c.letter) for c in profile.categories.categories] == [("Tone", "T")]
    assert parse_profile("[checks]", "x").categories is None
