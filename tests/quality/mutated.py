"""One error at a time in texts that are right: which check sees it, and whether it points at it.

An article is JSON: `pairs` of `zh` and `en`, all right, and `mutations`: in `segment`, the words `old` become `new`,
which is an error of a `class` that any one of `checks` should find there. Every second one of a class (counted over
all articles, is in the half that was not looked at while the checks were made.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from workbench.checks.base import CheckedSegment
from workbench.checks.runner import run_checks
from workbench.model.finding import Finding
from workbench.model.span import Side, Span

MUTATIONS = Path(__file__).parent / "mutations"


@dataclass(frozen=True)
class Mutation:
    article: str
    kind: str
    segment: int
    old: str
    new: str
    checks: tuple[str, ...]
    held_out: bool


def articles() -> dict[str, list[CheckedSegment]]:
    """The texts as they are right."""
    found = {}
    for path in sorted(MUTATIONS.glob("*.json")):
        pairs = json.loads(path.read_text(encoding="utf-8"))["pairs"]
        found[path.stem] = [CheckedSegment(str(n), pair["zh"], pair["en"]) for n, pair in enumerate(pairs)]
    return found


def mutations() -> list[Mutation]:
    counts: Counter[str] = Counter()
    found = []
    for path in sorted(MUTATIONS.glob("*.json")):
        for one in json.loads(path.read_text(encoding="utf-8"))["mutations"]:
            counts[one["class"]] += 1
            held_out = counts[one["class"]] % 2 == 0
            found.append(
                Mutation(
                    path.stem,
                    one["class"],
                    one["segment"],
                    one["old"],
                    one["new"],
                    tuple(one["checks"]),
                    held_out,
                )
            )
    return found


def findings_of(mutation: Mutation, right: CheckedSegment) -> list[Finding]:
    """What the checks that should see the error tell of its segment, at the changed words or in the source."""
    assert right.target.count(mutation.old) == 1, mutation
    at = right.target.index(mutation.old)
    changed = Span(at, at + len(mutation.new))
    segment = CheckedSegment(right.bead, right.source, right.target.replace(mutation.old, mutation.new))
    return [
        finding
        for finding in run_checks([segment])
        if finding.check in mutation.checks
        and finding.span is not None
        and (finding.side is Side.SOURCE or finding.span.overlaps(changed))
    ]
