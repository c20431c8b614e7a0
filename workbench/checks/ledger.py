"""Sums over a document that are kept up to date instead of being made again after every edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any


class Ledger:
    """Applies to some sums what each segment adds, and takes back what it added before.

    Contributions are compared by identity: the runner hands over the very same object while a segment's texts stay.
    """

    def __init__(self, add: Callable[[str, Any], None], remove: Callable[[str, Any], None]) -> None:
        self._add = add
        self._remove = remove
        self._held: dict[str, Any] = {}

    def update(self, gathered: Mapping[str, Any]) -> None:
        """Brings the sums to what `gathered` (bead id -> contribution) says."""
        held = self._held
        gone: Iterable[str] = [bead for bead in held if bead not in gathered]
        for bead in gone:
            self._remove(bead, held.pop(bead))
        for bead, facts in gathered.items():
            before = held.get(bead)
            if before is facts:
                continue
            if before is not None:
                self._remove(bead, before)
            self._add(bead, facts)
            held[bead] = facts
