"""`workbench serve`: the same program in a browser."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import diagnostics
from workbench.cli.inputs import ENCODING, FILE
from workbench.cli.opening import SERVED, opener_of, reviewer_name

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings

TOKEN = "WORKBENCH_TOKEN"
"""Environment variable with a token of the user's own: on a command line, others could read it."""


@click.command("serve", epilog="Example:\n\n  workbench serve article.review")
@click.argument("files", nargs=-1, type=FILE, metavar="[NAME.review | SOURCE TARGET | TARGET]")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--token", "wants_token", is_flag=True, help="Ask for a token on this machine too; elsewhere always.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A name that browsers reach this server by.")
@click.option(
    "--project", type=FILE, metavar="NAME.review", help="Where the review is kept; without it, in the current folder."
)
@click.option("--terms", type=FILE, metavar="FILE", help="A termbase, CSV or TSV.")
@click.option("--reviewer", metavar="NAME", help="Who reviews, for the journal; without it, the login name.")
@ENCODING
def command(
    files: tuple[Path, ...],
    host: str,
    port: int,
    wants_token: bool,
    allow_host: tuple[str, ...],
    project: Path | None,
    terms: Path | None,
    reviewer: str | None,
    encodings: Encodings | None,
) -> None:
    """Open the review screen in a browser: of a project, of texts, or the home screen.

    Only this machine reaches it, unless --host names another address; then a token is asked for, and a project or texts
    must be named. It loads nothing from elsewhere. Ctrl-C ends it, with everything saved.
    """
    if importlib.util.find_spec("textual_serve") is None:
        raise click.UsageError("serving needs a package more: pip install 'mt-review-workbench[serve]'")
    from workbench.web.guard import Guard, is_loopback, new_token
    from workbench.web.server import ReviewServer

    name = reviewer_name(reviewer)
    if not files and project is None:
        if not is_loopback(host):
            raise click.UsageError("name the project to serve: the home screen would open any file of this machine.")
        title, arguments = "workbench", []
    else:
        path = _made(files, project, terms, name, encodings)
        title, arguments = path.stem, ["review", str(path), "--reviewer", name]
    token = _token() if os.environ.get(TOKEN) else None
    if token is None and (wants_token or not is_loopback(host)):
        token = new_token()
    names = frozenset(given.casefold().rstrip(".") for given in (host, *allow_host))
    server = ReviewServer(
        [sys.executable, "-m", "workbench", *arguments],
        {SERVED: "1", "TEXTUAL_DRIVER": "workbench.tui.browser:BrowserDriver"},
        Guard(names, token, f"workbench_{port}"),
        host=host,
        port=port,
        title=title,
    )

    def tell(taken: int) -> None:
        shown = host if host not in ("0.0.0.0", "::", "") else "localhost"
        at = f"[{shown}]" if ":" in shown else shown
        diagnostics.say(f"serving {title} at http://{at}:{taken}/" + (f"?token={token}" if token else ""))
        if not is_loopback(host):
            diagnostics.warn("others on the network reach this port; what they send is not encrypted.")
        diagnostics.say("Ctrl-C ends it.")

    server.serve_until_stopped(tell)


def _made(
    files: tuple[Path, ...], project: Path | None, terms: Path | None, reviewer: str, encodings: Encodings | None
) -> Path:
    """The project, made if it is not there: what is wrong with the files is told here and not to a browser."""
    opener = opener_of(files, project=project, terms=terms, reviewer=reviewer, encodings=encodings)
    with diagnostics.progress("pairing") as show:
        session = opener(show, lambda: False)
    with session:
        diagnostics.notes(session.warnings)
        assert session.path is not None
        return session.path.resolve()


def _token() -> str:
    from workbench.web.guard import SHORTEST_TOKEN

    token = os.environ[TOKEN]
    if len(token) < SHORTEST_TOKEN or not token.isascii() or not token.isprintable() or " " in token:
        raise click.UsageError(f"{TOKEN} must be at least {SHORTEST_TOKEN} characters of ASCII without spaces.")
    return token
