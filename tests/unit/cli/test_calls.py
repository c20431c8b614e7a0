"""Wrong calls, help and versions."""

from __future__ import annotations

import pytest

from workbench import __version__
from workbench.cli.main import COMMANDS, cli, run


def test_version_is_the_version_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == __version__ + "\n"


@pytest.mark.parametrize(
    "command", [[], *([name] for name in COMMANDS), *(["terms", n] for n in ("import", "export", "extract", "list"))]
)
def test_every_help_shows_an_example(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Example:" in shown
    assert "workbench " + " ".join(command) in shown[shown.index("Example:") :]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "Did you mean 'check'?"),
        (["article.txt"], "workbench review article.txt"),
        (["align", "one.txt"], "1 file given"),
        (["align", "a", "b", "c"], "3 files given"),
        (["export", "x.review"], "--to"),
        (["export", "x.review", "--to", "pdf"], "pdf"),
        (["check", "a", "b", "--fail-on", "huge"], "huge"),
        (["check", "--no-such-option"], "no-such-option"),
        (["review", "a", "b", "c"], "3 files given"),
        (["log", "no-such.review"], "no-such.review"),
        (["check", "no-such-file.txt"], "no-such-file.txt"),
        (["score", "no-such.tsv"], "no-such.tsv"),
    ],
)
def test_a_wrong_call_is_status_2_and_told_on_stderr(
    arguments: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(str(tmp_path))
    assert run(arguments) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


@pytest.mark.parametrize("command", ["align", "check", "score", "repair", "export", "report", "log", "review"])
def test_a_command_without_arguments_shows_its_help_as_a_wrong_call(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Example:" in told.err


def test_names_in_the_table_are_those_of_the_commands() -> None:
    import click

    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        assert command.name == name
