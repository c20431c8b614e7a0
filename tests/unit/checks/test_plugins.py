"""Checks of other packages, offered by entry point."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.checks import registry
from workbench.checks.base import CheckedSegment
from workbench.checks.runner import run_checks

PLUGIN = """
from collections.abc import Iterable
from workbench.checks.base import Check, CheckedSegment, Example
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span

class NoShouting(Check):
    id = "house.shouting"
    name = "Shouting"
    description = "An exclamation mark."
    sides = frozenset((Side.TARGET,))
    severity = Severity.MINOR
    unpaired = True
    fires = (Example("Buy now!", quote="!"),)
    quiet = (Example("Buy now."),)

    def segment(self, seg: CheckedSegment, context) -> Iterable[Finding]:
        at = seg.target.find("!")
        if at >= 0:
            yield self.in_target(seg, Span(at, at + 1), "Do not shout.")

not_a_check = 3
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A distribution on the path that offers one check, one thing that is none, and one that cannot be loaded."""
    (tmp_path / "house_checks.py").write_text(PLUGIN, encoding="utf-8")
    info = tmp_path / "house_checks-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-checks\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[workbench.checks]\nshouting = house_checks:NoShouting\nwrong = house_checks:not_a_check\ngone = nowhere:It\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    registry.registry.cache_clear()
    yield
    registry.registry.cache_clear()
    sys.modules.pop("house_checks", None)


@pytest.mark.usefixtures("installed")
def test_a_package_can_offer_a_check() -> None:
    assert "house.shouting" in [check.id for check in registry.all_checks()]
    found = run_checks([CheckedSegment("1", "快买！", "Buy now!")])
    assert [(f.check, f.quote) for f in found if f.bead] == [("house.shouting", "!")]
    assert not [f for f in run_checks([CheckedSegment("1", "快买！", "Buy now!")], skip=("house",)) if f.bead]


@pytest.mark.usefixtures("installed")
def test_an_offer_that_cannot_be_loaded_is_told_and_stops_nothing() -> None:
    found = run_checks([CheckedSegment("1", "市场。", "The the market.")])
    assert "text.repeated" in [f.check for f in found]
    told = {f.check: f.message for f in found if f.bead is None}
    assert set(told) == {"wrong", "gone"}
    assert "no check" in told["wrong"]


def test_without_the_package_nothing_is_left_of_it() -> None:
    assert "house.shouting" not in [check.id for check in registry.all_checks()]
