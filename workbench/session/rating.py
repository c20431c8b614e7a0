"""Human scores of whole segments (ESA, DA), and the blind mode in which the machine's judgments are hidden."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.model.bitext import Reason
from workbench.model.events import ScoreGiven
from workbench.model.finding import Finding, Severity
from workbench.model.score import QualityEstimate
from workbench.model.typology import SOURCE_ISSUE
from workbench.score.ratings import PROTOCOLS, UNMARKED
from workbench.session.importing import Importing
from workbench.session.values import Figure, Hunt, Outcome, PlacedAnnotation

if TYPE_CHECKING:
    from workbench.score.reference import SentenceScores

_SETTING = "rating"
HIDDEN = "machine scores and findings are hidden while you rate blind"
BLIND_TO_FIXES = "rating blind: where the machine's rendering is another than the termbase's is hidden"
_MACHINE_HUNTS = ("worst", "check", "group")
ESA_CATEGORY = "Other"
"""What ESA marks are filed under: it knows no categories."""


@dataclass(frozen=True, slots=True)
class RatingPlan:
    """How a project is rated."""

    protocol: str = ""
    """`esa`, `da`, or empty for marks alone."""
    blind: bool = False
    seed: int | None = None
    """Segments are visited in an order drawn with it; None: in document order."""

    @property
    def order(self) -> str:
        return "document order" if self.seed is None else f"shuffled, seed {self.seed}"

    @property
    def name(self) -> str:
        return self.protocol.upper()


class Rating(Importing):
    """Scores are of the machine's text, one for each reviewer; the plan stays with the project."""

    _rating: RatingPlan | None = None

    # ---- the plan

    @property
    def rating_plan(self) -> RatingPlan:
        if self._rating is None:
            kept = self._store.settings().get(_SETTING) if self._store else None
            self._rating = _plan_of(kept)
        return self._rating

    @property
    def has_rating_plan(self) -> bool:
        """True if someone chose how this project is rated."""
        return bool(self._store and _SETTING in self._store.settings()) or self._rating not in (None, RatingPlan())

    def plan_rating(self, plan: RatingPlan) -> None:
        """Rates so from now on; kept in the project where it may be written. Raises `WorkbenchError`."""
        if plan.protocol and plan.protocol not in PROTOCOLS:
            raise WorkbenchError(f"there is no protocol {plan.protocol}; there are {', '.join(PROTOCOLS)}")
        for session in (self, *self._relatives()):
            session._rating = plan
        if self._store is not None and not self.read_only:
            self._store.save_setting(_SETTING, asdict(plan))

    def _relatives(self) -> Iterable[Rating]:
        """The open sessions of other translations in the project, which are rated in the same way."""
        return ()

    @property
    def is_blind(self) -> bool:
        return self.rating_plan.blind

    # ---- scores

    def is_ratable(self, bead_id: str) -> bool:
        """A score is of a translation: where there is none, or no source to one, there is nothing to score."""
        bead = self.bead(bead_id)
        paired = bool(bead.target) and (bool(bead.source) or self.is_monolingual)
        return paired and bead.reason is not Reason.FURNITURE

    def score_of(self, bead_id: str) -> float | None:
        """What this reviewer gave the segment under the protocol of the plan."""
        mine = self.rating_plan.protocol, self.reviewer
        return next((s.value for s in self.segment(bead_id).scores if (s.protocol.lower(), s.rater) == mine), None)

    def rate(self, bead_id: str, value: float | None) -> Outcome:
        """Gives the machine's text of a segment a score from 0 to 100, or takes it back. Raises `WorkbenchError`."""
        plan = self.rating_plan
        if not plan.protocol:
            raise WorkbenchError("say first whether to rate by ESA or by DA")
        if not self.is_ratable(bead_id):
            raise WorkbenchError("there is no translation of a source here to score")
        if value is not None and not 0 <= value <= 100:
            raise WorkbenchError(f"a score lies between 0 and 100, not at {value:g}")
        if value == self.score_of(bead_id):
            return Outcome("nothing changed")
        label = f"gave {plan.name} {value:g}" if value is not None else f"took the {plan.name} score back"
        event = ScoreGiven(bead_id, plan.protocol, value, self.reviewer, plan.blind, plan.order)
        return Outcome(label, self._commit(label, [event]))

    def rating_doubt(self, bead_id: str, value: float) -> str:
        """Why a score does not go with the marks, in a clause to ask back with; empty where it does, and for DA."""
        if self.rating_plan.protocol != "esa":
            return ""
        marks = [mark for mark in self.review.annotations_of(bead_id) if mark.reviewer == self.reviewer]
        marks = [mark for mark in marks if mark.category != SOURCE_ISSUE and not mark.is_on_correction]
        if value < UNMARKED and not marks:
            return f"{value:g}, but no error is marked"
        if value == 100 and any(mark.severity.rank >= Severity.MAJOR.rank for mark in marks):
            return "100 is perfect, but a major error is marked"
        return ""

    # ---- the order of visits

    def rating_order(self) -> tuple[str, ...]:
        """The segments that can be rated, in the order of the plan. A shuffled order holds when segments are joined
        or split: each has its own place in it."""
        found = [bead.id for bead in self.beads if self.is_ratable(bead.id)]
        seed = self.rating_plan.seed
        if seed is not None:
            found.sort(key=lambda bead: hashlib.sha256(f"{seed} {bead}".encode()).digest())
        return tuple(found)

    def unrated(self) -> tuple[str, ...]:
        """What this reviewer has given no score yet, in the order of the plan."""
        return tuple(bead for bead in self.rating_order() if self.score_of(bead) is None)

    def next_unrated(self, bead_id: str) -> str | None:
        """The first unrated segment after this one in the order of the plan, round to its beginning."""
        order = self.rating_order()
        at = order.index(bead_id) + 1 if bead_id in order else 0
        following = (*order[at:], *order[:at])
        return next((bead for bead in following if bead != bead_id and self.score_of(bead) is None), None)

    def rated(self) -> tuple[int, int]:
        """(segments that this reviewer has rated, segments that can be)."""
        order = self.rating_order()
        return sum(self.score_of(bead) is not None for bead in order), len(order)

    def rating_words(self) -> str:
        """`ESA: rated 12 of 44, blind, shuffled, seed 7`; empty if no scores are given and nothing is hidden."""
        plan = self.rating_plan
        told = []
        if plan.protocol:
            done, total = self.rated()
            told.append(f"{plan.name}: rated {done} of {total}")
        if plan.blind:
            told.append("blind")
        if plan.blind or plan.seed is not None:
            told.append(plan.order)
        return ", ".join(told)

    # ---- what blindness hides

    def findings(self, bead_id: str) -> tuple[Finding, ...]:
        return () if self.is_blind else super().findings(bead_id)

    def finding(self, finding_id: str) -> Finding:
        if self.is_blind:
            raise WorkbenchError(HIDDEN)
        return super().finding(finding_id)

    def annotations(self, bead_id: str) -> tuple[PlacedAnnotation, ...]:
        """To those who rate blind, only their own marks, and no machine's words in them."""
        found = super().annotations(bead_id)
        if not self.is_blind:
            return found
        mine = (placed for placed in found if placed.annotation.reviewer == self.reviewer)
        return tuple(
            replace(placed, annotation=replace(placed.annotation, note="")) if placed.annotation.check else placed
            for placed in mine
        )

    def draft_findings(self, bead_id: str, text: str) -> tuple[Finding, ...]:
        return () if self.is_blind else super().draft_findings(bead_id, text)

    def estimate(self, bead_id: str) -> QualityEstimate | None:
        return None if self.is_blind else super().estimate(bead_id)

    def imported_scores(self, bead_id: str) -> Mapping[str, float]:
        return {} if self.is_blind else super().imported_scores(bead_id)

    def imported_figures(self) -> tuple[Figure, ...]:
        return () if self.is_blind else super().imported_figures()

    def against_reference(self, bead_id: str) -> SentenceScores | None:
        return None if self.is_blind else super().against_reference(bead_id)

    def reference_figures(self, *, samples: int = 0) -> tuple[Figure, ...]:
        return () if self.is_blind else super().reference_figures(samples=samples)

    # ---- hunts

    @property
    def first_hunt(self) -> str:
        """What to visit when nobody chose yet."""
        if self.rating_plan.protocol:
            return "unrated"
        return "all" if self.is_blind else "worst"

    def hunt(self, key: str) -> Hunt:
        if key == "unrated":
            return Hunt(key, "not yet rated", self.unrated())
        if self.is_blind and key.partition(":")[0] in _MACHINE_HUNTS:
            raise WorkbenchError(HIDDEN)
        found = super().hunt(key)
        return replace(found, title=_seen_blind(key, found.title)) if self.is_blind else found

    def hunts(self) -> tuple[tuple[str, str, int], ...]:
        offered = super().hunts()
        if self.rating_plan.protocol:
            offered = (("unrated", "not yet rated", len(self.unrated())), *offered)
        if not self.is_blind:
            return offered
        return tuple(
            (key, _seen_blind(key, title), count)
            for key, title, count in offered
            if key.partition(":")[0] not in _MACHINE_HUNTS
        )


def _seen_blind(key: str, title: str) -> str:
    return "with marks" if key == "flagged" else title


def _plan_of(kept: object) -> RatingPlan:
    """A plan from what a project keeps; where that is of another kind, none."""
    if not isinstance(kept, Mapping):
        return RatingPlan()
    protocol, blind, seed = kept.get("protocol"), kept.get("blind"), kept.get("seed")
    return RatingPlan(
        protocol if protocol in PROTOCOLS else "",
        blind is True,
        seed if isinstance(seed, int) and not isinstance(seed, bool) else None,
    )
