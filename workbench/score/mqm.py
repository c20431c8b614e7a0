"""MQM of a text by human marks alone, under a named and versioned rule (design: formats and scores, 3.1)."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from workbench.errors import UnusableInput
from workbench.model.annotation import Annotation
from workbench.model.finding import Severity

DEFAULT_PROFILE = "mqm-google-2022"
_PROFILES = Path(__file__).with_name("mqm_profiles.toml")


@dataclass(frozen=True, slots=True)
class MqmProfile:
    """One way to weigh errors."""

    name: str
    version: int
    title: str
    source: str
    """Where the rule is published."""
    match: str
    """`longest-prefix` of `severity/category`, or `first-regex` in `severity:category`; letters' case aside."""
    weights: tuple[tuple[str, float], ...]
    unverified: str = ""
    """What could not be checked against its source."""

    def points(self, severity: Severity, category: str) -> float:
        """Penalty of one error; 0 where no rule speaks of it."""
        if self.match == "first-regex":
            text = f"{severity.value}:{category}"
            return next((w for rule, w in self.weights if re.search(rule, text, re.IGNORECASE)), 0.0)
        text = f"{severity.value}/{category}".lower()
        fitting = [(len(rule), w) for rule, w in self.weights if text.startswith(rule.lower())]
        return max(fitting)[1] if fitting else 0.0

    @property
    def signature(self) -> str:
        """`mqm-google-2022|version:1|critical:5|major:5|minor:1|neutral:0|punctuation.minor:0.1|non-translation:25`."""
        worst_first = sorted(Severity, key=lambda severity: -severity.rank)
        plain = [f"{one.value}:{self.points(one, 'Accuracy/Mistranslation'):g}" for one in worst_first]
        special = (
            f"punctuation.minor:{self.points(Severity.MINOR, 'Fluency/Punctuation'):g}",
            f"non-translation:{self.points(Severity.MAJOR, 'Non-translation!'):g}",
        )
        return "|".join((self.name, f"version:{self.version}", *plain, *special))


@dataclass(frozen=True, slots=True)
class MqmScore:
    """Penalty points; fewer is better."""

    points: float
    segments: int
    """Segments that were judged; 0 if the caller did not say."""
    words: int
    """Words that `per_100_words` rests on: those of the translation, unless the caller counts others."""
    by_severity: Mapping[Severity, int]
    """How many errors of each severity; the severities that occur."""
    by_category: Mapping[str, int]
    points_by_category: Mapping[str, float]
    signature: str

    @property
    def per_100_words(self) -> float | None:
        """Points for 100 words; None where no words were judged, as where nothing is there but omissions."""
        return 100.0 * self.points / self.words if self.words else None

    @property
    def per_segment(self) -> float:
        """Points a segment, as WMT reports systems (there with the sign turned); 0 if no segments are known."""
        return self.points / self.segments if self.segments else 0.0


@cache
def profiles() -> Mapping[str, MqmProfile]:
    """The rules that come with the program, by name."""
    found = {}
    for record in tomllib.loads(_PROFILES.read_text(encoding="utf-8"))["profile"]:
        weights = tuple((str(rule), float(weight)) for rule, weight in record.pop("weights"))
        found[record["name"]] = MqmProfile(**record, weights=weights)
    return MappingProxyType(found)


def mqm_score(
    annotations: Iterable[Annotation], words: int, profile: MqmProfile | str = DEFAULT_PROFILE, *, segments: int = 0
) -> MqmScore:
    """Sum the penalties of one reviewer's marks. `words` and `segments` are what the marks were made in.

    Where several reviewers judged the same segments, give each one's marks by themselves and average: WMT's segment
    score is the mean over raters of such sums. Raises UnusableInput for a profile that is not known.
    """
    if isinstance(profile, str):
        known = profiles()
        if profile not in known:
            raise UnusableInput(f"there is no MQM profile {profile}; known are {', '.join(sorted(known))}")
        profile = known[profile]
    total = 0.0
    by_severity: Counter[Severity] = Counter()
    by_category: Counter[str] = Counter()
    points_by_category: Counter[str] = Counter()
    for annotation in annotations:
        points = profile.points(annotation.severity, annotation.category)
        total += points
        by_severity[annotation.severity] += 1
        by_category[annotation.category] += 1
        points_by_category[annotation.category] += points  # type: ignore[assignment]
    return MqmScore(
        round(total, 6),
        segments,
        words,
        dict(sorted(by_severity.items(), key=lambda item: -item[0].rank)),
        dict(by_category.most_common()),
        {name: round(points, 6) for name, points in points_by_category.most_common()},
        f"{profile.signature}|words:{words}",
    )
