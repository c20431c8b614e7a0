"""Fixtures for playing the interface without a terminal."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _calm(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """No animation, nothing remembered between tests, no colours switched off from outside."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "state"))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORFGBG", "WORKBENCH_GLYPHS"):
        monkeypatch.delenv(name, raising=False)
