"""What was put off: segments that a hunt passes over, and comes back to later or at its end."""

from __future__ import annotations

from collections.abc import Callable


class Later:
    """Segments in the order in which they were put off."""

    def __init__(self) -> None:
        self._steps: dict[str, int | None] = {}
        """Steps of the hunt until a segment comes back; None: at its end."""
        self.back = ""
        """The segment that came back last: the hunt goes on from where it was before that."""

    def __contains__(self, bead: str) -> bool:
        return bead in self._steps

    def __len__(self) -> int:
        return len(self._steps)

    def put(self, bead: str, steps: int | None = None) -> None:
        """Puts a segment off for so many steps, or to the end."""
        self._steps.pop(bead, None)
        self._steps[bead] = steps

    def drop(self, bead: str) -> None:
        self._steps.pop(bead, None)

    def stepped(self) -> None:
        """The hunt went a step on."""
        self._steps = {bead: None if steps is None else steps - 1 for bead, steps in self._steps.items()}

    def due(self, holds: Callable[[str], bool], *, at_end: bool = False) -> str | None:
        """The segment to come back to now, of those for which `holds`; `at_end` says that nothing else is left."""
        due = (b for b, steps in self._steps.items() if at_end or (steps is not None and steps <= 0))
        return next(filter(holds, due), None)

    def record(self) -> list[list[str | int | None]]:
        """As JSON values."""
        return [[bead, steps] for bead, steps in self._steps.items()]

    def take(self, record: object) -> None:
        """What `record` gave; anything else is nothing."""
        for item in record if isinstance(record, list) else []:
            match item:
                case [str(bead), int() | None as steps]:
                    self._steps[bead] = steps
