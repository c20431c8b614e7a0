"""Precision and recall of the checks on articles whose errors were seeded and written down.

An article is JSON: `segments`, each with `zh`, `en`, `errors` (`kind`, `severity`, the quotes `en` and `zh`, null where
a side has none), and, where they are not the usual ones, `separator` and `reason`. Whatever is not an error is right,
often in an odd way, and must stay quiet.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from workbench.checks.base import CheckedSegment
from workbench.checks.runner import run_checks
from workbench.model.bitext import Reason
from workbench.model.finding import Finding
from workbench.model.span import Side, Span
from workbench.model.term import Termbase

ARTICLES = Path(__file__).parent / "articles"


@dataclass(frozen=True)
class Seeded:
    bead: str
    kind: str
    severity: str
    en: Span | None
    zh: Span | None


@dataclass
class Measured:
    right: Counter[str] = field(default_factory=Counter)
    """Findings at an error, by check."""
    wrong: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    found: list[Seeded] = field(default_factory=list)
    missed: list[Seeded] = field(default_factory=list)

    @property
    def precision(self) -> float:
        right, wrong = sum(self.right.values()), sum(len(items) for items in self.wrong.values())
        return right / (right + wrong) if right + wrong else 1.0

    @property
    def recall(self) -> float:
        """Of critical and major errors."""
        found = sum(e.severity != "minor" for e in self.found)
        missed = sum(e.severity != "minor" for e in self.missed)
        return found / (found + missed) if found + missed else 1.0

    def table(self) -> str:
        lines = [f"{'check':30} right wrong"]
        for check in sorted({*self.right, *self.wrong}):
            lines.append(f"{check:30} {self.right[check]:5} {len(self.wrong.get(check, ())):5}")
        lines.append(f"precision {self.precision:.2f}, recall of critical and major errors {self.recall:.2f}")
        lines += [f"  wrong: {f.check} {f.quote!r}: {f.message}" for items in self.wrong.values() for f in items]
        lines += [f"  missed: {e.kind} ({e.severity}) in segment {e.bead}" for e in self.missed]
        return "\n".join(lines)


def load(name: str) -> tuple[list[CheckedSegment], list[Seeded]]:
    rows = json.loads((ARTICLES / f"{name}.json").read_text(encoding="utf-8"))["segments"]
    segments: list[CheckedSegment] = []
    errors: list[Seeded] = []
    following = ""
    for n in reversed(range(len(rows))):
        row = rows[n]
        zh, en, bead = row["zh"], row["en"], str(n)
        separator = row.get("separator", " ") if following else ""
        reason = Reason(row["reason"]) if "reason" in row else None
        segments.append(CheckedSegment(bead, zh, en, reason, separator, following, (), bool(zh and en)))
        following = en or following
        errors += [
            Seeded(bead, e["kind"], e["severity"], _place(en, e["en"], e["kind"]), _place(zh, e["zh"], e["kind"]))
            for e in row.get("errors", ())
        ]
    return segments[::-1], errors[::-1]


def measure(name: str, termbase: Termbase | None = None) -> Measured:
    segments, errors = load(name)
    result = Measured()
    hit: set[Seeded] = set()
    for finding in run_checks(segments, termbase):
        at = [e for e in errors if e.bead == finding.bead and _meets(finding, e)]
        hit.update(at)
        if at:
            result.right[finding.check] += 1
        else:
            result.wrong[finding.check].append(finding)
    result.found = [e for e in errors if e in hit]
    result.missed = [e for e in errors if e not in hit]
    return result


def _place(text: str, quote: str | None, kind: str) -> Span | None:
    if quote is None:
        return None
    at = text.rindex(quote) if kind in ("spacing", "punctuation") and quote in ".?" else text.index(quote)
    return Span(at, at + len(quote))


def _meets(finding: Finding, error: Seeded) -> bool:
    place = error.en if finding.side is Side.TARGET else error.zh
    if place is None or finding.span is None:
        return False
    return finding.span.overlaps(place)
