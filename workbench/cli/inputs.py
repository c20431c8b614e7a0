"""What a command was given: two texts, an English text alone, or a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli import diagnostics
from workbench.store.paths import is_project

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings
    from workbench.model.bitext import Bitext
    from workbench.session.analysis import SegmentTexts
    from workbench.session.loading import Loaded
    from workbench.session.session import Session
    from workbench.session.translating import Also
    from workbench.store.inputs import InputFiles


FILE = click.Path(path_type=Path)


def _encodings(_context: click.Context, _option: click.Parameter, values: Sequence[str]) -> Encodings | None:
    """`NAME` for both sides; `source=NAME`, `target=NAME` or both, parted by commas or in options of their own."""
    if not values:
        return None
    from workbench.formats.encodings import Encodings

    said: dict[str, str] = {}
    for part in (part.strip() for value in values for part in value.split(",")):
        side, equals, name = (piece.strip() for piece in part.partition("="))
        sides = (side,) if equals else ("source", "target")
        name = name if equals else side
        if not name or not set(sides) <= {"source", "target"} or set(sides) & said.keys():
            raise click.BadParameter("wanted is NAME for both texts, or source=NAME, target=NAME or both.")
        said.update(dict.fromkeys(sides, name))
    return Encodings(**said)


ENCODING = click.option(
    "--encoding",
    "encodings",
    metavar="NAME",
    multiple=True,
    callback=_encodings,
    help="Read both texts in this encoding, such as gb18030, instead of recognising it; source=NAME or target=NAME "
    "names that of one side, source=NAME,target=NAME those of both.",
)
REFERENCE = click.option(
    "--reference",
    "references",
    type=FILE,
    multiple=True,
    metavar="FILE",
    help="An English reference translation, for BLEU, chrF and TER; more of them, each in an option of its own.",
)
PROFILE = click.option(
    "--profile", type=FILE, metavar="FILE", help="A check profile: TOML that says which checks run, and how severe."
)


_LONGEST_NAME = 100
"""Characters of the name that a user gives a translation: it stands in lists, in bars and beside sentences."""


def _also(_context: click.Context, _option: click.Parameter, values: Sequence[str]) -> tuple[Also, ...]:
    """`NAME=FILE`, or a file that is called by its own name."""
    if not values:
        return ()
    from workbench.session.translating import Also

    found = []
    for value in values:
        name, equals, path = value.partition("=")
        if equals and not Path(value).exists():
            found.append(Also(name.strip(), Path(path)))
        else:
            found.append(Also(Path(value).name, Path(value)))
    if any(not one.name or not one.path.name for one in found):
        raise click.BadParameter("wanted is NAME=FILE, or a FILE.")
    for one in found:
        if not one.name.isprintable() or not {"/", "\\"}.isdisjoint(one.name) or one.name in (".", ".."):
            raise click.BadParameter(
                f"{one.name!r} cannot be the name of a translation: choose one without slashes and control characters, "
                "as NAME=FILE."
            )
        if one.name != one.path.name and len(one.name) > _LONGEST_NAME:
            raise click.BadParameter(
                f"the name {one.name[:20]!r}… of a translation has {len(one.name):,} characters: choose one of "
                f"{_LONGEST_NAME} at most, as NAME=FILE."
            )
    return tuple(found)


ALSO = click.option(
    "--also",
    metavar="[NAME=]FILE",
    multiple=True,
    callback=_also,
    help="Another translation of the same source, and what made it; more of them, each in an option of its own.",
)


def _choose(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    context.meta[_TRANSLATION] = value


_TRANSLATION = "workbench.translation"
TRANSLATION = click.option(
    "--translation",
    metavar="NAME",
    expose_value=False,
    callback=_choose,
    help="Of a project with several translations: which one, by its name or number; without it, the first.",
)


def chosen_translation() -> str | None:
    """What `--translation` of the running command says."""
    context = click.get_current_context(silent=True)
    found = context.meta.get(_TRANSLATION) if context is not None else None
    return found if isinstance(found, str) else None


def _of_a_project_only() -> None:
    if chosen_translation() is not None:
        raise click.UsageError("--translation goes with a project.", click.get_current_context())


LINES = click.option("--lines", is_flag=True, help="Each line of the texts is one sentence.")
JSON = click.option("--json", "as_json", is_flag=True, help="JSON Lines for programs.")


_KEPT = "--encoding and --lines go with texts; a project keeps them as they were read."


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


def given(
    files: Sequence[Path], *, encodings: Encodings | None = None, lines: bool = False, alone: bool = False
) -> Given:
    """What the arguments name. Raises `UsageError` for a wrong number, and `UnusableInput` for unusable files.

    With `alone`, one English text will do.
    """
    if len(files) == 1 and is_project(files[0]):
        if encodings or lines:
            raise click.UsageError(_KEPT)
        session = open_project(files[0])
        return Given(session.bitext, project_rows(session), session)
    _of_a_project_only()
    loaded = _loaded(files, encodings=encodings, lines=lines, alone=alone)
    from workbench.session.analysis import machine_texts

    return Given(loaded.bitext, machine_texts(loaded.bitext))


def _loaded(files: Sequence[Path], *, encodings: Encodings | None, lines: bool, alone: bool) -> Loaded:
    if len(files) > 2 or (len(files) == 1 and not alone) or not files:
        wanted = "SOURCE TARGET, TARGET or NAME.review" if alone else "SOURCE TARGET or NAME.review"
        raise click.UsageError(
            f"{len(files)} file{'' if len(files) == 1 else 's'} given; wanted are {wanted}.",
            click.get_current_context(),
        )
    from workbench.session.loading import load_alone, load_pair

    if len(files) == 1:
        loaded = load_alone(files[0], encodings=encodings, lines=lines)
    else:
        with diagnostics.progress("pairing") as tell:
            loaded = load_pair(files[0], files[1], encodings=encodings, lines=lines, progress=tell)
    diagnostics.notes(loaded.notes)
    return loaded


def reviewed(files: Sequence[Path], *, encodings: Encodings | None = None) -> tuple[Session, InputFiles]:
    """A project, or texts as a review in which nothing was decided yet, with the files that no output may replace."""
    if len(files) == 1 and is_project(files[0]):
        if encodings:
            raise click.UsageError(_KEPT)
        session = open_project(files[0])
        return session, session.inputs
    _of_a_project_only()
    loaded = _loaded(files, encodings=encodings, lines=False, alone=True)
    from workbench.session.session import Session
    from workbench.store.inputs import InputFiles

    return Session.in_memory(loaded.bitext), InputFiles().with_more(loaded.inputs)


def open_project(path: Path, **options: Any) -> Session:
    """A project for reading. It is closed when the command ends."""
    from workbench.session.session import Session

    session = Session.open(path, read_only=True, translation=chosen_translation(), **options)
    click.get_current_context().call_on_close(session.close)
    diagnostics.notes(session.warnings)
    asks = _TRANSLATION in click.get_current_context().meta
    if asks and session.companions and chosen_translation() is None:
        names = ", ".join(one.name for one in session.translations)
        diagnostics.notes([f"{path} holds several translations ({names}): this is {session.own_name}."])
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
        others = tuple(session.others_of(bead.id).values())
        rows.append(SegmentTexts(bead, session.source(bead.id), session.final(bead.id), separator, ends, others=others))
    return tuple(rows)


def analysed(session: Session) -> Session:
    """The project with its findings and estimates computed, with progress on a terminal."""
    with diagnostics.progress("analysing") as tell:
        session.analyse(progress=lambda share, _what: tell(share))
    return session
