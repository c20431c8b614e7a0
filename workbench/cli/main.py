"""The console script. Importing this module costs click alone; a command brings in what it needs when it is called."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from workbench import __version__
from workbench.cli import diagnostics

COMMANDS: dict[str, str] = {
    "demo": "Open the review of the sample article.",
    "review": "Open the review screen for two texts, one English text, or a project.",
    "serve": "Open the review screen in a browser.",
    "align": "Pair the sentences of two texts.",
    "score": "Say where to look first: difficulty, evidence and risk of each pair, with reasons.",
    "check": "Find what is wrong: terms, numbers, spacing, missing text.",
    "repair": "Mend the pairing of a project: merge, split, move, pair, unpair, mark, realign.",
    "export": "Write the corrected text, or the review's data, from a project.",
    "report": "Write the report for people: figures, worst segments, changes, queries.",
    "terms": "Read, write and list the terms of a project, and find new ones.",
    "memory": "Read and search your translation memory, which all projects share.",
    "keys": "Print the settings: colours, and the keys of every action.",
    "log": "Tell who decided what, and when.",
}
"""Name of each command, which is also its module's, and what it does, so that help needs no import of them."""

EXAMPLE = "Example:\n\n  workbench demo\n\n  workbench review article.zh.txt article.en.txt"


class Commands(click.Group):
    """Commands by name, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"workbench.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"To review a file: workbench review {args[0]}"
            raise click.UsageError(f"there is no command {args[0]!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=Commands,
    invoke_without_command=True,
    epilog=EXAMPLE,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Review machine translations from Chinese to English: paired sentences, worst first, with reasons.

    Without a command, the home screen opens.
    """
    if ctx.invoked_subcommand is None:
        from workbench.cli.home import open_home_or_help

        open_home_or_help(ctx)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the program and ends it with an exit status: 0 done, 1 failed, 2 wrong call or input, 3 findings."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The same, giving the exit status back."""
    # A start makes hundreds of thousands of values that all stay: the collector need not look through them each time.
    gc.set_threshold(20_000, 20, 100)
    diagnostics.prepare_streams()
    return diagnostics.guarded(lambda: _call(list(sys.argv[1:] if arguments is None else arguments)))


def _call(arguments: list[str]) -> Any:
    if _COMPLETION in os.environ:
        return cli.main(args=arguments, prog_name=_NAME, complete_var=_COMPLETION)
    # Not by `cli.main`: it would end the program with 1 where whoever read stdout has gone, which is no failure.
    with cli.make_context(_NAME, arguments) as context:
        return cli.invoke(context)


_NAME, _COMPLETION = "workbench", "_WORKBENCH_COMPLETE"
