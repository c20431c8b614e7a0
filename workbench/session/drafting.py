"""What is being typed and not decided: kept from second to second, offered again after a sudden end."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from workbench.session.core import Core

_TEXT = "text"
"""The corrected text of a segment; other fields are questions of the screen, which names them."""
_OVER = "text over"
"""The text that stood there while the corrected one was typed: a draft over another text is out of date."""


class Drafting(Core):
    """Drafts. Those of a segment that is gone are kept, and are there again when it is."""

    _known_drafts: dict[tuple[str, str], str] | None = None
    """(segment, field) -> text, the oldest first: the file's, and what the writer has not written yet."""

    def draft(self, bead_id: str, text: str, *, field: str = _TEXT) -> None:
        """Keeps what is being typed, so that at most the last second is lost. Cheap enough for every key."""
        if self._journal:
            from workbench.store.rows import Draft

            at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
            fields = {field: text, _OVER: self.final(bead_id)} if field == _TEXT else {field: text}
            for name, words in fields.items():
                self._drafts_by_field()[bead_id, name] = words
                self._journal.save_draft(Draft(bead_id, words, name, reviewer=self.reviewer, at=at))

    def drop_draft(self, bead_id: str, *, field: str = _TEXT) -> None:
        if self._journal:
            for name in (field, _OVER) if field == _TEXT else (field,):
                if self._drafts_by_field().pop((bead_id, name), None) is not None:
                    self._journal.drop_draft(bead_id, name)

    def drafts(self) -> Mapping[str, str]:
        """Texts that were being typed when the program ended, by segment, the oldest first."""
        return {bead: text for bead, text in self._drafted_texts().items() if not self._is_overtaken(bead)}

    def overtaken_drafts(self) -> Mapping[str, str]:
        """The same where the segment was given another text since: to be offered, never to be laid over it."""
        return {bead: text for bead, text in self._drafted_texts().items() if self._is_overtaken(bead)}

    def typed(self, bead_id: str) -> Mapping[str, str]:
        """What was being typed in questions at a segment, by field."""
        known = self._drafts_by_field().items()
        return {field: text for (bead, field), text in known if bead == bead_id and field not in (_TEXT, _OVER)}

    def _drafted_texts(self) -> Mapping[str, str]:
        known = self._drafts_by_field().items()
        return {bead: text for (bead, field), text in known if field == _TEXT and self.index(bead) is not None}

    def _is_overtaken(self, bead: str) -> bool:
        now = self.final(bead)
        return self._drafts_by_field().get((bead, _OVER), now) != now

    def _drafts_by_field(self) -> dict[tuple[str, str], str]:
        if self._known_drafts is None:
            stored = self._store.drafts(self.translation) if self._store is not None else ()
            self._known_drafts = {(draft.bead, draft.field): draft.text for draft in stored}
        return self._known_drafts
