"""The user's own termbase: one file that outlives projects. What is added in one is there for the next."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from workbench.errors import FileProblem
from workbench.formats.atomic import write_atomically
from workbench.model.term import Term, Termbase, TermKey
from workbench.store.state_folder import state_folder

PLACE = "WORKBENCH_TERMS"
"""Environment variable that names another file; empty for none at all."""
NAME = "terms.csv"


class OwnTerms:
    """Read when it is first asked for, and again when another program has written it."""

    def __init__(self, path: Path | None = None) -> None:
        named = os.environ.get(PLACE)
        self.path = Path(named) if named else path if path is not None else state_folder() / NAME
        self.is_off = named == ""
        self._stamp: tuple[int, int] | None = None
        self._terms: tuple[Term, ...] = ()

    def terms(self) -> tuple[Term, ...]:
        """All of them; none without a file. Raises `FileProblem` for a file that is no termbase."""
        if self.is_off:
            return ()
        try:
            state = self.path.stat()
        except FileNotFoundError:
            self._stamp, self._terms = None, ()
            return ()
        except OSError as error:
            raise FileProblem(self.path, f"your own terms cannot be read ({error.strerror or error})", "") from None
        from workbench.terms.files import read_termbase

        stamp = state.st_mtime_ns, state.st_size
        if stamp != self._stamp:
            self._terms, self._stamp = read_termbase(self.path).terms, stamp
        return self._terms

    def change(self, put: Iterable[Term], drop: Iterable[TermKey]) -> None:
        """Writes what is new or different, and takes out what is gone; all else stays as it is. Raises `FileProblem`,
        and then the file is as it was."""
        if self.is_off:
            return
        new = {term.key: term for term in put}
        gone = set(drop) - new.keys()
        before = self.terms()
        after = [new.pop(term.key, term) for term in before if term.key not in gone]
        after += new.values()
        if tuple(after) == before:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileProblem(self.path, f"this folder cannot be made ({error.strerror or error})", "") from None
        from workbench.terms.files import format_of

        form = format_of(self.path)
        if not after and form.name.startswith("tbx"):
            form = format_of(None)  # a TBX file without a concept is refused on reading
        write_atomically(self.path, form.write(Termbase(tuple(after))), replace=True)
