"""Several translations of one source in one project: adding them, finding them by name, loading the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.errors import UnusableInput
from workbench.session.comparing import Companion

if TYPE_CHECKING:
    from workbench.formats.encodings import Encodings
    from workbench.model.bitext import Bitext
    from workbench.session.session import Session
    from workbench.store.project import ProjectStore


class Also(NamedTuple):
    """A further translation to read."""

    name: str
    """What made it; unique in a project."""
    path: Path


class Named(NamedTuple):
    """A translation that a project holds."""

    id: str
    name: str
    """What made it, for people: for the first one, the name of its file where nothing else is known."""


def translations_of(store: ProjectStore) -> tuple[Named, ...]:
    """The translations of a project, the first one first."""
    return tuple(Named(one.id, one.system or store.target(one.id).name or one.id) for one in store.translations)


def add_translations(store: ProjectStore, also: Iterable[Also], encodings: Encodings | None = None) -> tuple[str, ...]:
    """Reads, pairs and keeps further translations; one that the project has already is left as it is. Returns what
    had to be said while reading.

    Raises `FileProblem` for a file that cannot be used, `UnusableInput` for a name that another translation has.
    """
    from workbench.session.loading import load_translation

    notes: list[str] = []
    for one in also:
        source = store.source
        if not source.text.strip():
            raise UnusableInput(f"{one.path}: a further translation is paired through the source; there is none here.")
        loaded = load_translation(source, one.path, encodings=encodings)
        target = loaded.bitext.target
        known = {named.name: named.id for named in translations_of(store)}
        known |= {translation.id: translation.id for translation in store.translations}
        if one.name in known:
            if store.target(known[one.name]).digest != target.digest:
                raise UnusableInput(
                    f"{one.path}: the project has another text as its translation {one.name}. Choose another name."
                )
            continue
        store.add_translation(one.name, target, loaded.bitext.beads, system=one.name)
        store.note_inputs(loaded.inputs)
        notes += loaded.notes
    return tuple(notes)


def translation_id(store: ProjectStore, wanted: str | None) -> str:
    """The id of the translation that a person names, or counts from 1; without a name the first one's.

    Raises `UnusableInput` with the names that there are.
    """
    known = translations_of(store)
    if wanted is None:
        return known[0].id
    for n, one in enumerate(known, 1):
        if wanted in (one.id, one.name, str(n)):
            return one.id
    names = ", ".join(one.name for one in known)
    raise UnusableInput(f"{store.location}: there is no translation {wanted}. There are: {names}.")


def companions_of(store: ProjectStore, translation: str, is_open: Mapping[str, Session]) -> tuple[Companion, ...]:
    """All translations but this one, as they stand: those that are open (by id) as they are on screen."""
    return tuple(
        Companion(one.id, one.name, is_open[one.id].review if one.id in is_open else store.load(one.id).review)
        for one in translations_of(store)
        if one.id != translation
    )


def read_companions(
    bitext: Bitext, also: Iterable[Also], *, encodings: Encodings | None = None, lines: bool = False
) -> tuple[Companion, ...]:
    """Further translations of a source, read and paired without a project. Raises `FileProblem`, and `UnusableInput`
    for a name that is there twice."""
    from workbench.model.review import Review
    from workbench.session.loading import load_translation

    found: list[Companion] = []
    taken = {bitext.target.name}
    for one in also:
        if one.name in taken:
            raise UnusableInput(f"{one.path}: two translations are called {one.name}. Choose another name.")
        taken.add(one.name)
        loaded = load_translation(bitext.source, one.path, encodings=encodings, lines=lines)
        found.append(Companion(one.name, one.name, Review(loaded.bitext)))
    return tuple(found)


def apart(session: Session) -> tuple[Session, ...]:
    """A session without a project, and one like it over each of the other translations that it was given."""
    from workbench.session.session import Session

    everyone = (Companion(session.translation, session.own_name, session.review), *session.companions)
    sessions = [session]
    for one in session.companions:
        rest = [other for other in everyone if other is not one]
        made = Session.in_memory(one.review.bitext, companions=rest)
        made.own_name = one.name
        made.use_references(session.references)
        sessions.append(made)
    return tuple(sessions)
