"""Earlier translations of what stands in a segment: of this project, of others, and of files that were taken in."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from workbench.errors import FileProblem
from workbench.model.events import Status
from workbench.session.core import Core

if TYPE_CHECKING:
    from workbench.memory.matching import Match, Memory, Translated
    from workbench.memory.user import UserMemory


class Recalling(Core):
    """Asks are slow in a large project, and are made on a worker."""

    _memory: UserMemory | None = None
    _own_memory: tuple[int, Memory] | None = None
    """(number of the last entry, memory of this project as it then was)."""
    _last_recalled: tuple[tuple[str, tuple[Memory, ...]], tuple[Match, ...]] | None = None
    """What was asked for last, and the answer: while one types it is the same for every key."""
    _memory_told = False

    def use_memory(self, memory: UserMemory) -> None:
        """From now on other projects' translations are offered, and what is finished here is kept for them."""
        self._memory = memory

    def recalled(self, bead_id: str) -> tuple[Match, ...]:
        """Translations of the same or nearly the same Chinese, best first: this project's own that somebody corrected
        or finished, and what was finished elsewhere."""
        from workbench.memory.matching import best

        source = self.source(bead_id)
        if not source.strip():
            return ()
        memories = [self._remembered_here()]
        if self._memory is not None:
            try:
                memories.append(self._memory.without(self._origin))
            except FileProblem as problem:
                self._tell_once(problem)
        asked, last = (bead_id, tuple(memories)), self._last_recalled
        if last is not None and last[0] == asked:  # a memory that changed is another object
            return last[1]
        found = best([memory.like(source, but=bead_id) for memory in memories])
        self._last_recalled = asked, found
        return found

    def remember_translations(self) -> int:
        """Keeps what is finished here for other projects; how many segments are new. A memory that cannot be written
        is a warning: the project itself holds everything."""
        if self._memory is None or self.read_only or self.path is None:
            return 0
        try:
            return self._memory.add(self.translated(finished_only=True))
        except FileProblem as problem:
            self._tell_once(problem)
            return 0

    @property
    def _origin(self) -> str:
        return str(self.path.resolve()) if self.path is not None else ""

    def _remembered_here(self) -> Memory:
        from workbench.memory.matching import Memory

        last = self.review.last_seq
        if self._own_memory is None or self._own_memory[0] != last:
            self._own_memory = (last, Memory(self.translated(finished_only=False)))
        return self._own_memory[1]

    def translated(self, *, finished_only: bool) -> list[Translated]:
        """The segments that a reviewer finished, or else also those that were corrected, as they now read."""
        from workbench.memory.matching import Translated

        today = datetime.datetime.now(datetime.UTC).date().isoformat()
        made = []
        for bead_id, segment in tuple(self.review.segments.items()):
            finished = segment.status is Status.DONE
            if self.index(bead_id) is None or not (finished or (segment.corrected and not finished_only)):
                continue
            source, final = self.source(bead_id), self.final(bead_id)
            if source.strip() and final.strip():
                origin = self._origin if finished_only else ""
                made.append(Translated(source, final, origin, self.reviewer, today, bead_id))
        return made

    def _tell_once(self, problem: FileProblem) -> None:
        if not self._memory_told:
            self._memory_told = True
            self.warnings = (*self.warnings, str(problem))
