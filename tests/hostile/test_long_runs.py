"""Endless runs of one kind of character: no failure, and no time that grows with their square."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.cli.main import run

CHINESE = {
    "digits": "一二三" * 2000 + "。",
    "units": "亿" * 400 + "。三" + "万" * 300 + "元。3" + "亿" * 200 + "吨。",
    "quotation marks": '"' * 40_000,
    "nines": "9" * 6000 + "亿元。",
}
ENGLISH = (
    "It cost " + "9" * 6000 + ". And " + "1,000" * 900 + " million" * 300 + ". One " + "hundred " * 800 + "ways.\n"
)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", CHINESE)
@pytest.mark.parametrize("command", ["align", "check", "score"])
def test_a_run_without_end(command: str, name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "zh.txt").write_text(f"他来了。{CHINESE[name]}\n", "utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    assert run([command, str(tmp_path / "zh.txt"), str(tmp_path / "en.txt"), "--json"]) == 0
    assert "unexpectedly" not in capfd.readouterr().err
