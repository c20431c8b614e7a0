"""Finding the checks: every class in `workbench.checks.rules`, and those that other packages offer.

A package offers checks under the entry-point group `workbench.checks`; each entry point is a `Check` class.
"""

from __future__ import annotations

import inspect
import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module, metadata

from workbench.checks import rules
from workbench.checks.base import Check, DocumentCheck, Failure
from workbench.checks.profile import PLAIN, CheckProfile
from workbench.checks.renamed import id_now
from workbench.errors import UnusableInput

GROUP = "workbench.checks"


@dataclass(frozen=True)
class Registry:
    checks: tuple[Check, ...]
    """One of each, by id."""
    failures: tuple[Failure, ...]
    """Offers of other packages that could not be loaded."""


def all_checks() -> tuple[Check, ...]:
    """Every check there is, in the order of their ids."""
    return registry().checks


@cache
def registry() -> Registry:
    found: dict[str, Check] = {}
    for module in pkgutil.iter_modules(rules.__path__):
        for _, cls in inspect.getmembers(import_module(f"{rules.__name__}.{module.name}"), inspect.isclass):
            if issubclass(cls, Check) and cls not in (Check, DocumentCheck) and "id" in vars(cls):
                found[cls.id] = cls()
    failures = []
    for offer in metadata.entry_points(group=GROUP):
        try:
            cls = offer.load()
            if not (inspect.isclass(cls) and issubclass(cls, Check)):
                raise TypeError(f"{offer.value} is no check")
            found.setdefault(cls.id, cls())
        except Exception as error:
            failures.append(Failure(offer.name, error))
    return Registry(tuple(found[check_id] for check_id in sorted(found)), tuple(failures))


def check(check_id: str) -> Check:
    """The check of that id. Raises `UnusableInput` for an unknown one."""
    for known in all_checks():
        if known.id == check_id:
            return known
    raise UnusableInput(f"There is no check {check_id!r}; known are {', '.join(c.id for c in all_checks())}.")


def select(
    only: tuple[str, ...] = (),
    skip: tuple[str, ...] = (),
    *,
    include_quiet: bool = False,
    profile: CheckProfile = PLAIN,
) -> tuple[tuple[Check, ...], bool]:
    """(the checks to run, whether weak hints of checks that are on are wanted too).

    A name is an id or its first part (`term` is all of the term checks). What `only` names runs whatever the profile
    says. Raises `UnusableInput` for an unknown name.
    """
    checks = all_checks()
    only, skip = (tuple(map(id_now, names)) for names in (only, skip))
    for name in (*only, *skip):
        if not any(_named(c.id, name) for c in checks):
            raise UnusableInput(f"There is no check {name!r}; known are {', '.join(c.id for c in checks)}.")
    if only:
        chosen = [c for c in checks if any(_named(c.id, name) for name in only)]
    else:
        chosen = [c for c in checks if profile.runs(c.id, c.default_on or include_quiet)]
    return tuple(c for c in chosen if not any(_named(c.id, name) for name in skip)), include_quiet


def _named(check_id: str, name: str) -> bool:
    return check_id == name or check_id.startswith(name + ".")
