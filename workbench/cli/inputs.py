"""What a command was given: two texts, an English text alone, or a project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli import diagnostics

if TYPE_CHECKING:
    from workbench.model.bitext import Bitext
    from workbench.session.analysis import SegmentTexts
    from workbench.session.session import Session

PROJECT_SUFFIX = ".review"
_SQLITE = b"SQLite format 3\x00"

FILE = click.Path(path_type=Path)
ENCODING = click.option(
    "--encoding", metavar="NAME", help="Read the texts in this encoding, such as gb18030, instead of recognising it."
)
LINES = click.option("--lines", is_flag=True, help="Each line of the texts is one sentence.")
JSON = click.option("--json", "as_json", is_flag=True, help="JSON Lines for programs.")


def is_project(path: Path) -> bool:
    """By its name, or by what it holds."""
    if path.suffix.lower() == PROJECT_SUFFIX:
        return True
    try:
        if not path.is_file():  # a pipe would wait for someone to write
            return False
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


@dataclass(frozen=True, slots=True)
class Given:
    """Texts with their pairing, and the judged words of each segment."""

    bitext: Bitext
    rows: tuple[SegmentTexts, ...]
    session: Session | None = None
    """The project, if that is what was given."""

    @property
    def is_project(self) -> bool:
        return self.session is not None


def given(files: Sequence[Path], *, encoding: str | None = None, lines: bool = False, alone: bool = False) -> Given:
    """What the arguments name. Raises `UsageError` for a wrong number, and `UnusableInput` for unusable files.

    With `alone`, one English text will do.
    """
    if len(files) == 1 and is_project(files[0]):
        session = open_project(files[0])
        return Given(session.bitext, project_rows(session), session)
    if len(files) > 2 or (len(files) == 1 and not alone) or not files:
        wanted = "SOURCE TARGET, TARGET or NAME.review" if alone else "SOURCE TARGET or NAME.review"
        raise click.UsageError(f"{len(files)} files given; wanted are {wanted}.", click.get_current_context())
    from workbench.session.analysis import machine_texts
    from workbench.session.loading import load_alone, load_pair

    if len(files) == 1:
        loaded = load_alone(files[0], encoding=encoding, lines=lines)
    else:
        with diagnostics.progress("pairing") as tell:
            loaded = load_pair(files[0], files[1], encoding=encoding, lines=lines, progress=tell)
    diagnostics.notes(loaded.notes)
    return Given(loaded.bitext, machine_texts(loaded.bitext))


def open_project(path: Path, **options: Any) -> Session:
    """A project for reading. It is closed when the command ends."""
    from workbench.session.session import Session

    session = Session.open(path, read_only=True, **options)
    click.get_current_context().call_on_close(session.close)
    diagnostics.notes(session.warnings)
    return session


def project_rows(session: Session) -> tuple[SegmentTexts, ...]:
    """The segments of a project as the reviewer left them."""
    from workbench.session.analysis import SegmentTexts

    rows = []
    for bead in session.review.beads:
        start = bead.target[0].start if bead.target else 0
        corrected = session.segment(bead.id).corrected is not None
        ends = () if corrected else tuple(sentence.end - start for sentence in bead.target[:-1])
        separator = session.separator(bead.id) or ""
        rows.append(SegmentTexts(bead, session.source(bead.id), session.final(bead.id), separator, ends))
    return tuple(rows)


def analysed(session: Session) -> Session:
    """The project with its findings and estimates computed, with progress on a terminal."""
    with diagnostics.progress("analysing") as tell:
        session.analyse(progress=lambda share, _what: tell(share))
    return session


def deliver(text: str, to: Path | None, *, force: bool, frozen: Callable[[Path], str | None]) -> None:
    """Writes an output file, or stdout without one.

    `frozen` says of a path why it must never be overwritten, or None.
    """
    from workbench.cli import output

    if to is None or str(to) == "-":
        output.file_text(text)
        return
    from workbench.errors import FileProblem
    from workbench.formats.atomic import write_atomically

    why = frozen(to) if to.exists() else None
    if why:
        raise FileProblem(to, why, "Choose another name.")
    write_atomically(to, text, replace=force)
    diagnostics.warn(f"wrote {to}")


def guard_of(session: Session) -> Callable[[Path], str | None]:
    """Says which files an export of this project must never replace: the project itself, any other project, and the
    texts it was made from, which are known by their content, since they may have been moved since."""

    def why(path: Path) -> str | None:
        if not path.is_file():
            return None
        if is_project(path):
            return "is a project file and is not overwritten"
        from workbench.errors import WorkbenchError
        from workbench.formats.encodings import decode

        try:
            if path.stat().st_size > 4 * max(1 << 16, *(len(d.text) for d in _documents(session))):
                return None
            text = decode(path.read_bytes()).text
        except (OSError, WorkbenchError):
            return None
        if any(document.text and document.text == text for document in _documents(session)):
            return "is an input of this review and is never overwritten"
        return None

    return why


def _documents(session: Session) -> tuple[Any, ...]:
    return session.bitext.source, session.bitext.target
