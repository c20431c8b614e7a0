"""What is typed in a question, kept in the project from second to second and offered when the same is asked again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from workbench.tui.actions import first_key
from workbench.tui.recent import recall, remember

if TYPE_CHECKING:
    from workbench.session.session import Session

KEPT_EVERY = 1.0
"""Seconds between two savings of what is being typed."""
_SHOWN = 50
"""Code points of a question that its field in the project shows; the store allows 60 with the digest."""


class Typed:
    """The words in one question about one segment."""

    def __init__(self, session: Session, bead: str, question: str, about: str = "") -> None:
        digest = hashlib.sha256(f"{question}\0{about}".encode("utf-8", "surrogatepass")).hexdigest()
        self._session = session
        self._bead = bead
        self._field = f"{question[:_SHOWN]}|{digest[:8]}"
        self.before = session.typed(bead).get(self._field)
        """What was typed here last, and came to nothing."""
        self._kept: str | None = self.before

    def keep(self, words: str) -> None:
        """Hands the words to the writer, where they are new; nothing typed is nothing to keep."""
        if words == (self._kept or ""):
            return
        if words:
            self._kept = words
            self._session.draft(self._bead, words, field=self._field)
        else:
            self.drop()

    @property
    def is_kept(self) -> bool:
        """True if words of this question are with the writer."""
        return self._kept is not None

    def drop(self) -> None:
        self._kept = None
        self._session.drop_draft(self._bead, field=self._field)


class TypedAtHome(Typed):
    """The same where no project is open: in what the program remembers between runs."""

    def __init__(self, question: str) -> None:
        self._field = question
        typed = recall().get(_AT_HOME)
        self.before = str(typed[question]) if isinstance(typed, dict) and question in typed else None
        self._kept = self.before

    def keep(self, words: str) -> None:
        if words != (self._kept or ""):
            self._kept = words or None
            remember(**{_AT_HOME: {self._field: words} if words else {}})

    def drop(self) -> None:
        if self._kept is not None:
            self.keep("")


_AT_HOME = "typed"


def kept_by(prompt: Any) -> Typed | None:
    """Where the words of a prompt are kept: with the screen that it stands over, in a project where one is open."""
    for screen in reversed(prompt.app.screen_stack):
        typed_in = getattr(screen, "typed_in", None)
        if typed_in is not None:
            found: Typed | None = typed_in(prompt)
            return found
    return None


def typed_words(session: Session) -> str:
    """A sentence on the questions that were open when the program ended; empty for none."""
    places = [number for number, bead in enumerate(session.beads, 1) if session.typed(bead.id)]
    if not places:
        return ""
    numbers = ", ".join(map(str, places[:5])) + (" and others" if len(places) > 5 else "")
    return f"words you were typing in a question at segment {numbers} are kept: ask there again and they are offered"


def overtaken_words(session: Session) -> str:
    """A sentence on drafts over a text that is no more; empty for none."""
    places = [str((session.index(bead) or 0) + 1) for bead in session.overtaken_drafts()]
    if not places:
        return ""
    return f"segment {', '.join(places)} changed after you were typing there: {first_key('edit')} and Tab bring it back"
