"""`workbench keys`: the settings file, with every key in it."""

from __future__ import annotations

import click

from workbench.cli import diagnostics, output


@click.command("keys", epilog="Example:\n\n  workbench keys > settings.toml")
def command() -> None:
    """Print the settings that hold now, as the file that could set them: colours, and the keys of every action.

    What is as it comes is a comment. Where the file belongs is told on stderr, and so are keys that your settings took
    from other actions.
    """
    from workbench.tui.settings import notices, read_settings, settings_path, settings_text

    settings = read_settings()
    output.file_text(settings_text(settings))
    path = settings_path()
    diagnostics.warn(f"the settings are read from {path}" + ("" if path.exists() else ", which is not there yet"))
    diagnostics.notes(notices())
