"""`workbench` alone: the home screen."""

from __future__ import annotations

import click

from workbench.cli.demo import FOLDER, sample_opener
from workbench.cli.opening import has_terminal, open_home, reviewer_name


def open_home_or_help(context: click.Context) -> None:
    """The home screen; without a terminal, the help."""
    if has_terminal():
        reviewer = reviewer_name(None)
        open_home(sample_opener(FOLDER, reviewer), reviewer)
    else:
        click.echo(context.get_help())
