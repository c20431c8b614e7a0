"""The README tells of every command, option, key and format; its tables are made from the program's own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import workbench
from workbench.cli.main import COMMANDS, cli
from workbench.formats.catalog import EXPORT_FORMATS
from workbench.linear.commands import command_table
from workbench.tui.actions import key_table

README = Path(workbench.__file__).parent.parent / "README.md"


def formats_table() -> str:
    rows = ["| format | writes | loses |", "|---|---|---|"]
    rows += [f"| `{f.name}` | {f.title} | {f.loses} |" for f in EXPORT_FORMATS]
    return "\n".join(rows).replace("<v>", "`<v>`").replace("</v>", "`</v>`") + "\n"


@pytest.mark.parametrize(
    ("name", "table"), [("keys", key_table()), ("formats", formats_table()), ("commands", command_table())]
)
def test_tables_are_those_of_the_program(name: str, table: str) -> None:
    text = README.read_text("utf-8")
    found = re.search(rf"(<!-- {name}: .*? -->\n)(.*?)(<!-- end of {name} -->)", text, re.DOTALL)
    assert found is not None
    if os.environ.get("UPDATE_GOLDENS"):
        README.write_text(text[: found.end(1)] + table + text[found.start(3) :], "utf-8")
        return
    assert found[2] == table, "UPDATE_GOLDENS=1 pytest tests/architecture/test_readme.py writes it anew"


def commands(group: click.Group = cli, path: str = "workbench") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


@pytest.mark.parametrize(("path", "command"), list(commands()), ids=lambda value: str(value))
def test_every_command_and_option_is_told(path: str, command: click.Command) -> None:
    (row,) = [line for line in README.read_text("utf-8").splitlines() if line.startswith(f"| `{path}")]
    options = {max(o.opts, key=len) for o in command.params if isinstance(o, click.Option)}
    assert options <= set(re.findall(r"`(--[a-z-]+)`", row))
    assert set(re.findall(r"`(--[a-z-]+)`", row)) <= options, "the README tells of an option that is not there"


def test_both_set_up_commands_stand_alone_and_ci_runs_the_second_to_the_letter() -> None:
    blocks = re.findall(r"```\n(python3 -m venv .*)\n```", README.read_text("utf-8"))
    assert len(blocks) == 2
    assert blocks[0].endswith("workbench demo")
    assert blocks[1] in (README.parent / ".ci" / "run").read_text("utf-8").splitlines()


def test_every_top_level_command_has_a_row() -> None:
    text = README.read_text("utf-8")
    assert all(f"| `workbench {name}" in text for name in COMMANDS)
