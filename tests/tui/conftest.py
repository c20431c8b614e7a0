"""Fixtures for playing the interface without a terminal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.score.reference import hter
from workbench.tui.screens import review_effort


@pytest.fixture(autouse=True)
def _calm(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """No animation, nothing remembered between tests, no colours switched off from outside."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "state"))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORFGBG", "WORKBENCH_GLYPHS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(review_effort, "LiveTer", AtOnce)


class AtOnce:
    """TER without another process."""

    is_idle = True

    def __init__(self, answered: Callable[[tuple[str, str], float], None]) -> None:
        self._answered = answered

    def ask(self, pair: tuple[str, str]) -> None:
        self._answered(pair, hter(*pair))

    def drop(self) -> None:
        """Nothing runs."""

    def close(self) -> None:
        """Nothing runs."""
