"""What users dismissed, switched or asked for under an id that a check had before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.checks.base import CheckedSegment
from workbench.checks.profile import parse_profile
from workbench.checks.registry import all_checks
from workbench.checks.renamed import FORMER
from workbench.checks.runner import run_checks
from workbench.session.session import Session

PAIR = CheckedSegment("1", "五月价格上涨。", "Prices fell in May.")


def test_the_former_ids_are_those_of_no_check_and_lead_to_one() -> None:
    known = {check.id for check in all_checks()}
    assert FORMER.keys() <= known
    assert not known & {former for formers in FORMER.values() for former in formers}


def test_a_former_id_switches_and_chooses_the_check() -> None:
    assert [f.check for f in run_checks([PAIR], only=["meaning.direction"])] == ["meaning.opposite"]
    assert [f.check for f in run_checks([PAIR])] == ["meaning.opposite"]
    assert run_checks([PAIR], skip=["meaning.direction"]) == ()
    off = parse_profile('[checks]\n"meaning.direction" = "off"', "p.toml")
    assert run_checks([PAIR], profile=off) == ()


def test_what_was_dismissed_under_a_former_id_stays_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    Path("a.zh.txt").write_text("五月价格上涨。\n", "utf-8")
    Path("a.en.txt").write_text("Prices fell in May.\n", "utf-8")
    session = Session.create(Path("a.zh.txt"), Path("a.en.txt"), project=Path("a.review"), reviewer="Lin")
    session.analyse(on_segments=lambda _: None, progress=lambda _share, _what: None, cancelled=lambda: False)
    (found,) = (f for bead in session.beads for f in session.findings(bead.id) if f.check == "meaning.opposite")
    before = replace(found, check="meaning.direction")
    session._findings[found.bead or ""] = (before,)  # as the program told it until then
    session.dismiss(before.id, reason="a joke")
    session._findings[found.bead or ""] = (found,)
    assert session.is_dismissed(found)
    assert session.findings(found.bead or "") == ()
