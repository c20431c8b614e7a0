"""Scorecards: human marks counted under named, versioned rules, in the field's formulas (design: formats, 3.3, 3.6).

APT is the sum of penalty points, EWC the words that were judged, in a stated basis. Formulas:

- points: APT;  per-word: APT / EWC;  per-1000: APT / EWC x 1000 (all: fewer is better)
- raw: (1 - APT / EWC) x 100;  calibrated: 100 - NPT x SF, NPT = APT / EWC x 1000, SF = (100 - threshold) / accepted
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from workbench.errors import FileProblem, UnusableInput
from workbench.model.annotation import Annotation
from workbench.model.finding import Severity
from workbench.score.mqm import profiles

_OWN = Path(__file__).with_name("scorecards.toml")
FORMULAS: Mapping[str, str] = MappingProxyType(
    {
        "points": "APT",
        "per-word": "APT / EWC",
        "per-1000": "APT / EWC x 1000",
        "raw": "(1 - APT / EWC) x 100",
        "calibrated": "100 - APT / EWC x 1000 x (100 - threshold) / accepted",
    }
)
BASES = ("target words", "source words", "source characters", "source characters / 2")
_HIGHER_IS_BETTER = frozenset(("raw", "calibrated"))


@dataclass(frozen=True, slots=True)
class CategoryRule:
    """Which of our categories go under one of the scorecard's, and what they weigh there."""

    match: tuple[str, ...]
    """First parts of category names; the empty one matches all."""
    name: str
    weight: float = 1.0
    severities: Mapping[str, float] | None = None
    """Points by severity, where they differ from the scorecard's."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One way to count."""

    name: str
    version: int
    title: str
    source: str
    """Where the rule is published."""
    severities: Mapping[str, float]
    formula: str
    basis: str
    categories: tuple[CategoryRule, ...] = ()
    """The first that matches counts; without any, a category counts under its own name."""
    threshold: float | None = None
    """From where on (or, where fewer is better, up to where) the text passes."""
    accepted: float | None = None
    """Penalty points per 1000 words that are worth exactly the threshold, for `calibrated`."""
    critical_fails: bool = False
    repeated: str = "each"
    """`each` error counts, or `once` where the same words are marked with the same category again."""
    unverified: str = ""
    """What could not be checked against its source."""

    def points(self, severity: Severity, category: str) -> tuple[str, float]:
        """(the scorecard's category, penalty points) of one error."""
        for rule in self.categories:
            if any(category.startswith(part) for part in rule.match):
                own = {**self.severities, **(rule.severities or {})}
                return rule.name, rule.weight * own.get(severity.value, 0.0)
        return category, float(self.severities.get(severity.value, 0.0))

    @property
    def higher_is_better(self) -> bool:
        return self.formula in _HIGHER_IS_BETTER

    @property
    def signature(self) -> str:
        """Name, version, severities, formula, basis, what passes, and a digest of all of it."""
        severities = ",".join(f"{name}:{points:g}" for name, points in self.severities.items())
        passes = f"|threshold:{self.threshold:g}" if self.threshold is not None else ""
        passes += f"|accepted:{self.accepted:g}" if self.accepted is not None else ""
        passes += "|critical:fails" if self.critical_fails else ""
        digest = hashlib.sha256(json.dumps(self.to_record(), sort_keys=True).encode()).hexdigest()[:8]
        return (
            f"{self.name}|version:{self.version}|{severities}|formula:{FORMULAS[self.formula]}|"
            f"basis:{self.basis}|repeated:{self.repeated}{passes}|rules:{digest}"
        )

    def to_record(self) -> dict[str, Any]:
        """As plain values: what a project keeps, and what `from_record` reads."""
        record = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) not in (None, "")}
        record["severities"] = dict(self.severities)
        record["categories"] = [
            {"match": list(rule.match), "name": rule.name, "weight": rule.weight}
            | ({"severities": dict(rule.severities)} if rule.severities else {})
            for rule in self.categories
        ]
        return record


@dataclass(frozen=True, slots=True)
class ScorecardResult:
    """A text under a scorecard."""

    card: Scorecard
    points: float
    """APT."""
    words: float
    """EWC, in the scorecard's basis."""
    value: float
    by_category: Mapping[str, float]
    """Points by the scorecard's categories, the heaviest first."""
    passed: bool | None
    """None for a scorecard without a rule for it."""

    @property
    def told(self) -> str:
        """The figure with its verdict, for people."""
        digits = 4 if self.card.formula == "per-word" else 2
        verdict = "" if self.passed is None else ", passed" if self.passed else ", failed"
        better = "higher" if self.card.higher_is_better else "lower"
        return f"{self.value:.{digits}f} ({better} is better){verdict}"

    @property
    def signature(self) -> str:
        return f"{self.card.signature}|words:{self.words:g}|points:{self.points:g}"


def count(card: Scorecard, marks: Iterable[Annotation], words: float) -> ScorecardResult:
    """Count marks. `words` are those that were judged, in the card's basis; 0 words have no errors a word."""
    by_category: Counter[str] = Counter()
    seen: set[tuple[str, str, str]] = set()
    critical = False
    for mark in marks:
        name, points = card.points(mark.severity, mark.category)
        anchor = mark.target or mark.source
        words_marked = anchor.quote.casefold() if anchor else mark.id
        critical = critical or mark.severity is Severity.CRITICAL
        if card.repeated == "once" and (name, mark.severity.value, words_marked) in seen:
            continue
        seen.add((name, mark.severity.value, words_marked))
        by_category[name] += points  # type: ignore[assignment]
    total = float(sum(by_category.values()))
    per_word = total / words if words else 0.0
    value = {
        "points": total,
        "per-word": per_word,
        "per-1000": per_word * 1000,
        "raw": (1 - per_word) * 100,
        "calibrated": 100 - per_word * 1000 * (100 - (card.threshold or 0.0)) / (card.accepted or 1.0),
    }[card.formula]
    passed = None
    if card.threshold is not None:
        passed = value >= card.threshold if card.higher_is_better else value <= card.threshold
    if card.critical_fails and critical:
        passed = False
    return ScorecardResult(card, total, words, value, dict(by_category.most_common()), passed)


@cache
def scorecards() -> Mapping[str, Scorecard]:
    """Those that come with the program, by name."""
    return MappingProxyType({card.name: card for card in _read(_OWN)})


def scorecard_of(named: str) -> Scorecard:
    """A scorecard by its name, or from a TOML file. Raises `UnusableInput` or `FileProblem`."""
    known = scorecards()
    if named in known:
        return known[named]
    path = Path(named)
    if path.suffix.lower() != ".toml":
        raise UnusableInput(
            f"there is no profile {named}; known are {', '.join((*profiles(), *known))}, or give a TOML file."
        )
    cards = _read(path)
    if len(cards) != 1:
        raise FileProblem(path, f"it holds {len(cards)} scorecards", "Give a file with one [[scorecard]].")
    return cards[0]


def _read(path: Path) -> list[Scorecard]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FileProblem(path, f"it is no readable TOML ({error})") from error
    found = data.get("scorecard")
    if not isinstance(found, list):
        raise FileProblem(path, "it has no [[scorecard]]", "scorecards.toml in the package shows the form.")
    return [from_record(record, str(path)) for record in found]


def from_record(record: Mapping[str, Any], where: str) -> Scorecard:
    """A scorecard from plain values. Raises `FileProblem` (with `where`) that says which of them does not fit."""

    def misfit(problem: str) -> FileProblem:
        return FileProblem(where, problem, "scorecards.toml in the package shows the form.")

    if not isinstance(record, Mapping):
        raise misfit("a scorecard is not a table")
    unknown = set(record) - set(Scorecard.__slots__)
    missing = {"name", "version", "severities", "formula", "basis"} - set(record)
    if unknown or missing:
        raise misfit(f"{'unknown' if unknown else 'missing'}: {', '.join(sorted(unknown or missing))}")
    if record["formula"] not in FORMULAS or record["basis"] not in BASES:
        raise misfit(f"formula is one of {', '.join(FORMULAS)}; basis one of {', '.join(BASES)}")
    if record.get("repeated", "each") not in ("each", "once"):
        raise misfit("repeated is each or once")
    if record["formula"] == "calibrated" and not (record.get("accepted") and record.get("threshold")):
        raise misfit("calibrated needs threshold and accepted")
    try:
        rules = tuple(
            CategoryRule(
                tuple(map(str, rule["match"])),
                str(rule["name"]),
                float(rule.get("weight", 1.0)),
                _points(rule["severities"]) if "severities" in rule else None,
            )
            for rule in record.get("categories", ())
        )
        values = {**record, "title": str(record.get("title", record["name"])), "source": str(record.get("source", ""))}
        values |= {"severities": _points(record["severities"]), "categories": rules}
        return Scorecard(**values)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise misfit(f"a value does not fit ({error})") from error


def _points(table: Mapping[str, Any]) -> Mapping[str, float]:
    """Points by severity; never negative. Raises ValueError for a severity that nobody marks."""
    known = {severity.value for severity in Severity}
    if set(table) - known:
        raise ValueError(f"severities are {', '.join(sorted(known))}")
    found = {name: float(points) for name, points in table.items()}
    if any(points < 0 for points in found.values()):
        raise ValueError("points are never negative")
    return found
