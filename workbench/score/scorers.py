"""Scorers that are no part of the program: neural models, opened from the user's own disk and named with their licence.

A package offers one under the entry-point group `workbench.scorers`: a function that takes the model's path and returns
a `Scorer`. What it needs is loaded when it is called, and never before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from typing import NamedTuple, Protocol

from workbench.errors import UnusableInput
from workbench.formats.score_file import ErrorSpan

GROUP = "workbench.scorers"
_OWN = {"comet": "workbench.score.comet:open_model"}


class Asked(NamedTuple):
    """One segment to be scored."""

    source: str
    target: str
    reference: str | None = None


class Judged(NamedTuple):
    """What a model says of it."""

    value: float
    spans: tuple[ErrorSpan, ...] = ()
    """Errors in the target, half-open code points."""


class Scorer(Protocol):
    """An opened model."""

    @property
    def name(self) -> str:
        """Of the model, as reports print it."""

    @property
    def licence(self) -> str:
        """Under which it may be used; empty if it does not say."""

    @property
    def is_higher_better(self) -> bool: ...

    @property
    def needs_reference(self) -> bool: ...

    def score(self, asked: Sequence[Asked], progress: Callable[[float], None]) -> Sequence[Judged]:
        """One judgment a segment, in order; `progress` is told how far it is, 0 to 1."""


Opener = Callable[[Path], Scorer]


@cache
def scorers() -> Mapping[str, str]:
    """Name -> where it comes from, for all scorers there are."""
    offered = {offer.name: offer.value for offer in metadata.entry_points(group=GROUP)}
    return offered | _OWN


def open_scorer(name: str, model: Path) -> Scorer:
    """Opens a model. Raises `UnusableInput` for a scorer that is not there or cannot be loaded, `FileProblem` for a
    model that cannot be used."""
    known = scorers()
    if name not in known:
        raise UnusableInput(f"there is no scorer {name}; known are {', '.join(sorted(known))}.")
    module, _, function = known[name].partition(":")
    try:
        opener: Opener = getattr(import_module(module), function)
    except (ImportError, AttributeError) as error:
        raise UnusableInput(f"the scorer {name} cannot be loaded ({error}).") from error
    return opener(model)
