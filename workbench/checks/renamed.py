"""Ids that checks had before: what users dismissed or set under them holds on."""

from __future__ import annotations

from collections.abc import Mapping

FORMER: Mapping[str, tuple[str, ...]] = {"meaning.opposite": ("meaning.direction",)}
"""Id of a check -> the ids of those that were merged into it."""
_NOW = {former: now for now, formers in FORMER.items() for former in formers}


def id_now(check_id: str) -> str:
    """The id that a check of this id has now."""
    return _NOW.get(check_id, check_id)
