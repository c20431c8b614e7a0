"""The session: one object that knows the documents, the review and the project file, and does what a person asks.

It is put together from parts that each hold one concern (`marking`, `writing`, `repairing`, `realigning`,
`resentencing`, `fixing`, `queue`, `words`, `analysing`); this module opens and closes it. This is the composition root:
the only place that knows files, store, aligner, checks and scores together.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import FileProblem, ProjectProblem
from workbench.model.bitext import Bitext
from workbench.model.review import Review
from workbench.model.span import Span
from workbench.model.term import Termbase
from workbench.session.cached import KIND as ANALYSIS
from workbench.session.core import CHECK_PROFILE, map_span
from workbench.session.importing import Importing
from workbench.session.realigning import Realigning
from workbench.session.recalling import Recalling
from workbench.session.resentencing import Resentencing
from workbench.session.writing import Writing
from workbench.store.inputs import InputFiles
from workbench.store.journal import JournalWriter
from workbench.store.paths import SUFFIX, project_path
from workbench.store.project import ProjectStore

if TYPE_CHECKING:  # what a project that is opened again does not need is loaded where it is used
    from workbench.formats.encodings import Encodings
    from workbench.formats.export_view import ExportView
    from workbench.session.loading import Loaded
    from workbench.session.values import Figure


class Session(Importing, Realigning, Recalling, Resentencing, Writing):
    """Everything that a front end may ask for. Use as a context manager, or `close` it."""

    _listeners: list[Callable[[], object]]
    _is_closed = False

    # ---- opening

    @classmethod
    def in_memory(cls, bitext: Bitext, *, reviewer: str = "", termbase: Termbase | None = None) -> Session:
        """A session without a project file: for reading, trying out and tests."""
        session = cls(Review(bitext), store=None, journal=None, reviewer=reviewer, termbase=termbase)
        session._listeners = []
        return session

    @classmethod
    def create(
        cls,
        source: Path | None,
        target: Path,
        *,
        project: Path | None = None,
        reviewer: str = "",
        terms: Path | Termbase | None = None,
        profile: Path | None = None,
        encodings: Encodings | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Session:
        """Reads and pairs two texts (or one English text) and makes their project file.

        Without `project`, the file is `TARGET.review` in the current folder. A project of the same texts that is
        there already is opened again. Raises `FileProblem` or `ProjectProblem`.
        """
        from workbench.session.loading import load_alone, load_pair

        path = project or project_path(target, source, Path())
        if path.suffix != SUFFIX:
            raise FileProblem(path, f"a project's name ends in {SUFFIX}", f"Call it {path.name}{SUFFIX}")
        if source is None:
            loaded = load_alone(target, encodings=encodings)
        else:
            loaded = load_pair(source, target, encodings=encodings, progress=progress, cancelled=cancelled)
        if os.path.exists(path):  # noqa: PTH110 (unlike its method, it says no to a name that is too long)
            return cls._open_again(path, loaded, reviewer=reviewer, terms=terms, profile=profile)
        bitext, (checks, odd) = loaded.bitext, _profile(profile)
        termbase, told = _termbase(terms)
        store = ProjectStore.create(
            path,
            bitext.source,
            bitext.target,
            bitext.beads,
            reviewer=reviewer,
            inputs=(*loaded.inputs, *_files(terms)),
            termbase=termbase,
        )
        _keep_profile(store, checks)
        return cls._over(store, reviewer=reviewer, notes=(*loaded.notes, *told, *odd))

    @classmethod
    def _open_again(
        cls, path: Path, loaded: Loaded, *, reviewer: str, terms: Path | Termbase | None, profile: Path | None
    ) -> Session:
        session = cls.open(path, reviewer=reviewer, terms=terms, profile=profile)
        for mine, theirs in (
            (loaded.bitext.source, session.bitext.source),
            (loaded.bitext.target, session.bitext.target),
        ):
            if mine.digest != theirs.digest:
                session.close()
                raise ProjectProblem(
                    path,
                    f"holds the review of another text than {mine.name or 'this one'}",
                    "Choose another project with --project.",
                )
        session.warnings = (*loaded.notes, *session.warnings)
        if session._store is not None and not session.read_only:
            session._store.note_inputs(loaded.inputs)
        return session

    @classmethod
    def open(
        cls,
        project: Path | str,
        *,
        reviewer: str = "",
        terms: Path | Termbase | None = None,
        profile: Path | None = None,
        read_only: bool = False,
    ) -> Session:
        """Opens a project where one left. What another program has open can only be read: see `read_only`.

        `terms` replaces the project's termbase, `profile` its check profile. Raises `ProjectProblem`.
        """
        store = ProjectStore.open(project, read_only=read_only, reviewer=reviewer)
        try:
            termbase, told = _termbase(terms)
            if termbase and not store.read_only:
                store.save_termbase(termbase)
                store.note_inputs(_files(terms))
            checks, odd = _profile(profile)
            if not store.read_only:
                _keep_profile(store, checks)
            return cls._over(store, reviewer=reviewer, notes=(*told, *odd))
        except BaseException:
            store.close()
            raise

    @classmethod
    def _over(cls, store: ProjectStore, *, reviewer: str, notes: tuple[str, ...]) -> Session:
        loaded = store.load()
        stored = store.termbases()
        termbase = Termbase(tuple(t for base in stored for t in base.terms), stored[-1].name) if stored else None
        read_only = None
        if store.read_only:
            read_only = " ".join(store.notices) or "This project can only be read."
        listeners: list[Callable[[], object]] = []

        def tell(*_: object) -> None:
            for listener in listeners:
                listener()

        session = cls(
            loaded.review,
            store=store,
            journal=None if store.read_only else JournalWriter(store, on_state=tell),
            reviewer=reviewer,
            termbase=termbase,
            warnings=(*notes, *(() if store.read_only else store.notices), *loaded.warnings),
            read_only=read_only,
            path=store.path,
        )
        session._listeners = listeners
        return session

    def on_saved(self, tell: Callable[[], object]) -> None:
        """`tell` is called, from the writer's thread, whenever the save state changes. It must not wait for anyone."""
        self._listeners.append(tell)

    def flush(self, timeout: float = 10.0) -> bool:
        """Waits until everything is durable. False if it is not in time."""
        return self._journal.flush(timeout) if self._journal else True

    def close(self) -> None:
        """Saves what is queued and lets go of the project. Twice is once."""
        if self._is_closed:
            return
        self._is_closed = True
        self.remember_translations()
        if self._journal:
            self.remember_analysis()
            self._journal.close()
        if self._store:
            self._store.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- handing over

    @property
    def inputs(self) -> InputFiles:
        """The files that this review was made from, which no export may replace."""
        return self._store.inputs if self._store else InputFiles()

    @property
    def title(self) -> str:
        """What exports and reports are headed with: the project's name, or the one it had where it was exported."""
        named = self._store.settings().get("title") if self._store else None
        if isinstance(named, str) and named:
            return named
        return self.path.stem if self.path else self.bitext.target.name

    def export_view(self, *, figures: bool = False) -> ExportView:
        """Everything a writer of files or reports needs, as plain values; `figures` are those that take seconds."""
        from workbench.formats.export_view import view_of

        place = self.place()

        def in_final(bead_id: str, span: Span) -> Span | None:
            return map_span(self.diff(bead_id), span)

        return view_of(
            self.review,
            title=self.title,
            entries=self.entries,
            terms=self.termbase.terms,
            reviewer=self.reviewer,
            translation="machine",
            place=(place.bead, str(place.side), place.offset) if place else None,
            findings=self.findings,
            estimate=self.estimate,
            in_final=in_final,
            mqm=self._mqm_record(),
            figures=[(f.title, f.value, f.basis, f.signature) for f in self.figures()] if figures else (),
        )

    def figures(self) -> tuple[Figure, ...]:
        """All figures beside MQM's: under the profiles, against references and against the reviewer's edit, and how far
        reviewers agree where several have marked errors."""
        from workbench.session.agreeing import agreement, judgments, reviewers_of

        agreed = agreement(*judgments([self])) if len(reviewers_of(self)) > 1 else ()
        return (*self.scorecard_figures(), *self.reference_figures(), *self.imported_figures(), *agreed)

    def _mqm_record(self) -> dict[str, Any]:
        score = self.mqm()
        return {
            "points": score.points,
            "per_100_words": score.per_100_words,
            "words": score.words,
            "by_severity": dict(score.by_severity),
            "by_category": dict(score.by_category),
            "signature": score.signature,
            "line": self.mqm_line(),
        }


def _files(terms: Path | Termbase | None) -> tuple[Path, ...]:
    return (terms,) if isinstance(terms, Path) else ()


def _profile(path: Path | None) -> tuple[str | None, tuple[str, ...]]:
    """The text of a check profile that can be understood, and what was odd about it. Raises `FileProblem`."""
    if path is None:
        return None, ()
    from workbench.checks.profile import parse_profile, profile_text

    odd: list[str] = []
    text = profile_text(path, odd.append)
    parse_profile(text, path)
    return text, tuple(odd)


def _keep_profile(store: ProjectStore, text: str | None) -> None:
    """Lets a project have a check profile; what was found without it is forgotten."""
    if text is not None and store.settings().get(CHECK_PROFILE) != text:
        store.save_setting(CHECK_PROFILE, text)
        store.cache_clear(ANALYSIS)


def _termbase(terms: Path | Termbase | None) -> tuple[Termbase | None, tuple[str, ...]]:
    """The termbase, and what had to be left out or replaced while it was read."""
    if not isinstance(terms, Path):
        return terms, ()
    from workbench.terms.files import read_term_file

    read = read_term_file(terms)
    return read.termbase, read.notes
