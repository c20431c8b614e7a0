"""`workbench` alone: the home screen."""

from __future__ import annotations

import click

from workbench.cli.opening import has_terminal, show


def open_home(context: click.Context) -> None:
    """The home screen; without a terminal, the help."""
    if has_terminal():
        show(None)
    else:
        click.echo(context.get_help())
