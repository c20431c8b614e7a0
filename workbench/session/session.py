"""The session: one object that knows the documents, the review and the project file, and does what a person asks.

It is put together from parts that each hold one concern (`marking`, `writing`, `repairing`, `realigning`,
`resentencing`, `fixing`, `queue`, `words`, `analysing`); this module opens and closes it. This is the composition root:
the only place that knows files, store, aligner, checks and scores together.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import FileProblem, ProjectProblem, UnusableInput
from workbench.model.bitext import Bitext
from workbench.model.review import Review
from workbench.model.span import Span
from workbench.model.term import Termbase
from workbench.session.cached import KIND as ANALYSIS
from workbench.session.comparing import Companion
from workbench.session.core import CHECK_PROFILE, map_span
from workbench.session.ranking import Ranking
from workbench.session.rating import Rating
from workbench.session.realigning import Realigning
from workbench.session.recalling import Recalling
from workbench.session.resentencing import Resentencing
from workbench.session.translating import (
    Also,
    Named,
    add_translations,
    companions_of,
    translation_id,
    translations_of,
)
from workbench.session.writing import Writing
from workbench.store.inputs import InputFiles
from workbench.store.journal import JournalWriter
from workbench.store.paths import SUFFIX, project_path
from workbench.store.project import ProjectStore
from workbench.store.rows import FIRST

if TYPE_CHECKING:  # what a project that is opened again does not need is loaded where it is used
    from workbench.formats.encodings import Encodings
    from workbench.formats.export_view import ExportView
    from workbench.session.loading import Loaded
    from workbench.session.values import Figure


class Session(Rating, Ranking, Realigning, Recalling, Resentencing, Writing):
    """Everything that a front end may ask for. Use as a context manager, or `close` it."""

    _listeners: list[Callable[[], object]]
    _is_closed = False
    _family: dict[str, Session]
    """The open sessions over one project file, one a translation; they share the file and are closed together."""

    # ---- opening

    @classmethod
    def in_memory(
        cls,
        bitext: Bitext,
        *,
        reviewer: str = "",
        termbase: Termbase | None = None,
        companions: Iterable[Companion] = (),
    ) -> Session:
        """A session without a project file: for reading, trying out and tests. `companions` are other translations."""
        session = cls(Review(bitext), store=None, journal=None, reviewer=reviewer, termbase=termbase)
        session._listeners, session._family = [], {}
        session.companions, session.own_name = tuple(companions), bitext.target.name
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
        also: Iterable[Also] = (),
        translation: str | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Session:
        """Reads and pairs two texts (or one English text) and makes their project file. `also` are further
        translations of the source, `translation` the one to review.

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
            return cls._open_again(
                path, loaded, reviewer=reviewer, terms=terms, profile=profile, also=also, translation=translation
            )
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
        try:
            _keep_profile(store, checks)
            told += add_translations(store, also, encodings)
            chosen = translation_id(store, translation)
            return cls._over(store, reviewer=reviewer, notes=(*loaded.notes, *told, *odd), translation=chosen)
        except BaseException:
            store.close()
            raise

    @classmethod
    def _open_again(
        cls,
        path: Path,
        loaded: Loaded,
        *,
        reviewer: str,
        terms: Path | Termbase | None,
        profile: Path | None,
        also: Iterable[Also],
        translation: str | None,
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
        if session._store is not None and not session.read_only:
            session._store.note_inputs(loaded.inputs)
        if also or translation is not None:
            session.close()
            session = cls.open(path, reviewer=reviewer, also=also, translation=translation)
        session.warnings = (*loaded.notes, *session.warnings)
        return session

    @classmethod
    def open(
        cls,
        project: Path | str,
        *,
        reviewer: str = "",
        terms: Path | Termbase | None = None,
        profile: Path | None = None,
        also: Iterable[Also] = (),
        translation: str | None = None,
        read_only: bool = False,
    ) -> Session:
        """Opens a project where one left. What another program has open can only be read: see `read_only`.

        `terms` replaces the project's termbase, `profile` its check profile, `also` adds translations of the source;
        `translation` names the one to review. Raises `ProjectProblem`, `UnusableInput`.
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
            told += add_translations(store, also)
            chosen = translation_id(store, translation)
            return cls._over(store, reviewer=reviewer, notes=(*told, *odd), translation=chosen)
        except BaseException:
            store.close()
            raise

    @classmethod
    def _over(
        cls,
        store: ProjectStore,
        *,
        reviewer: str,
        notes: tuple[str, ...],
        translation: str = FIRST,
        family: dict[str, Session] | None = None,
    ) -> Session:
        loaded = store.load(translation)
        companions = companions_of(store, translation, family or {})
        termbase = _shared_terms(store, companions)
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
            journal=None if store.read_only else JournalWriter(store, translation, on_state=tell),
            reviewer=reviewer,
            termbase=termbase,
            warnings=(*notes, *(() if store.read_only else store.notices), *loaded.warnings),
            read_only=read_only,
            path=store.path,
        )
        session._listeners = listeners
        session.translation, session.companions = translation, companions
        session.own_name = next(one.name for one in translations_of(store) if one.id == translation)
        session._family = {} if family is None else family
        session._family[translation] = session
        return session

    # ---- the other translations

    @property
    def translations(self) -> tuple[Named, ...]:
        """The translations of this source, in the order in which they came; without a project, this one first."""
        if self._store is not None:
            return translations_of(self._store)
        own = Named(self.translation, self.own_name)
        return (own, *(Named(one.id, one.name) for one in self.companions))

    def of_translation(self, wanted: str) -> Session:
        """The session over another translation of the same project, by its name or number. It is closed with this
        one. Raises `UnusableInput` if there is none."""
        if self._store is None:
            raise UnusableInput("several translations are kept in a project, and there is none here.")
        found = translation_id(self._store, wanted)
        if found not in self._family:
            made = Session._over(self._store, reviewer=self.reviewer, notes=(), translation=found, family=self._family)
            made._memory = self._memory
        return self._family[found]

    def review_of(self, companion: Companion) -> Review:
        session = self._family.get(companion.id)
        return companion.review if session is None else session.review

    @property
    def family(self) -> tuple[Session, ...]:
        """This session, and those over other translations that were opened from it."""
        return tuple(self._family.values()) or (self,)

    def on_saved(self, tell: Callable[[], object]) -> None:
        """`tell` is called, from the writer's thread, whenever the save state changes. It must not wait for anyone."""
        self._listeners.append(tell)

    def flush(self, timeout: float = 10.0) -> bool:
        """Waits until everything is durable. False if it is not in time."""
        return self._journal.flush(timeout) if self._journal else True

    def _relatives(self) -> Iterable[Session]:
        return self._family.values()

    def close(self) -> None:
        """Saves what is queued, of all translations, and lets go of the project. Twice is once."""
        if self._is_closed:
            return
        for session in self.family:
            session._is_closed = True
            session.remember_translations()
        for session in self.family:
            if session._journal:
                session.remember_analysis()
                session._journal.close()
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
            is_blind=self.is_blind,
            figures=[(f.title, f.value, f.basis, f.signature) for f in self.figures()] if figures else (),
        )

    def figures(self) -> tuple[Figure, ...]:
        """All figures beside MQM's: under the profiles, against references and against the reviewer's edit, the rank
        among several translations, and how far reviewers agree where several have marked errors."""
        from workbench.session.agreeing import agreement, judgments, reviewers_of

        agreed = agreement(*judgments([self])) if len(reviewers_of(self)) > 1 else ()
        outside = (*self.reference_figures(), *self.imported_figures())
        return (*self.scorecard_figures(), *outside, *self.ranking_figures(), *agreed)

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


def _shared_terms(store: ProjectStore, companions: Iterable[Companion]) -> Termbase | None:
    """The loaded termbases, and what was added while another translation of the same source was reviewed."""
    stored = store.termbases()
    terms = [t for base in stored for t in base.terms]
    added = [t for one in companions for t in one.review.terms if t not in terms]
    return Termbase((*added, *terms), stored[-1].name if stored else "") if stored or added else None


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
