"""Regular expressions over the texts: found, and replaced after a preview. A pattern that runs wild is stopped."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import regex

from workbench.errors import WorkbenchError
from workbench.model.span import Span
from workbench.session.values import PlannedFix

if TYPE_CHECKING:
    from workbench.session.session import Session

SIGN = "re:"
"""What stands before a regular expression where plain words could stand too."""
_PATIENCE = 2.0
"""Seconds that all texts together may take."""


def compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern; upper and lower case differ unless it begins with `(?i)`. Raises `WorkbenchError`."""
    try:
        return regex.compile(pattern)
    except regex.error as error:
        at = f" at character {error.pos + 1}" if getattr(error, "pos", None) is not None else ""
        raise WorkbenchError(f"that is no regular expression: {error.msg}{at}") from error


def matches(pattern: regex.Pattern[str], texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, regex.Match[str]]]:
    """(id, match) in the order of the texts, which come with their ids.

    Raises `WorkbenchError` when the time is up: some patterns take longer than anyone lives.
    """
    end = time.monotonic() + _PATIENCE
    for key, text in texts:
        try:
            for match in pattern.finditer(text, timeout=max(0.01, end - time.monotonic())):
                yield key, match
        except TimeoutError as error:
            raise WorkbenchError("this expression takes too long on these texts; say it in a simpler way") from error


def plan_pattern(session: Session, pattern: str, new: str) -> tuple[PlannedFix, ...]:
    r"""One planned fix for each place of a pattern in the English.

    In `new`, `\1` and `\g<name>` stand for groups. What would not change is left out. Raises `WorkbenchError` for a
    pattern or a replacement that cannot be understood.
    """
    plans = []
    for bead, match in matches(compiled(pattern), ((b.id, session.final(b.id)) for b in session.beads)):
        try:
            words = match.expand(new)
        except (regex.error, IndexError, KeyError) as error:
            raise WorkbenchError(f"that is no replacement: {error}") from error
        before, (start, end) = match.string, match.span()
        if words != match.group():
            after = before[:start] + words + before[end:]
            plans.append(PlannedFix(bead, Span(start, end), match.group(), words, before, after))
    return tuple(plans)
