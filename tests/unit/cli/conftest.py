"""The program called in a folder of its own, and a project with decisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.cli.main import run
from workbench.model.span import Span

from .calling import EN, TERMS, ZH, Call


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls the program in a folder with `zh.txt`, `en.txt` and `terms.csv`: (exit status, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKBENCH_REVIEWER", "ana")
    Path("zh.txt").write_text(ZH, "utf-8")
    Path("en.txt").write_text(EN, "utf-8")
    Path("terms.csv").write_text(TERMS, "utf-8")

    def called(*arguments: str) -> tuple[int, str, str]:
        status = run(arguments)
        told = capfdbinary.readouterr()
        return status, told.out.decode("utf-8"), told.err.decode("utf-8")

    return called


@pytest.fixture
def project(call: Call) -> Path:
    """A project with one of most decisions."""
    assert call("review", "zh.txt", "en.txt", "--project", "p.review", "--terms", "terms.csv")[0] == 0
    from workbench.model.events import Status
    from workbench.model.finding import Severity
    from workbench.session.session import Session

    with Session.open(Path("p.review"), reviewer="ana") as session:
        first, second, third = (bead.id for bead in session.beads[:3])
        at = session.machine(first).index("tuyere")
        session.flag(first, severity=Severity.MAJOR, category="Accuracy/Mistranslation", target=Span(at, at + 6))
        session.correct(first, "The hot trend is here")
        session.set_separator(second, " ")
        session.query(third, "Who | wants?")
        session.note(third, "unsure")
        session.set_status(first, Status.DONE)
        session.undo()
        session.flush()
    return Path("p.review")
