"""Scores of other programs, beside ours: kept with the model's name and licence, mixed only as a sum with a name."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import FileProblem, UnusableInput
from workbench.model.span import Span
from workbench.session.profiling import Profiling
from workbench.session.values import Figure, Hunt
from workbench.text.plural import counted

if TYPE_CHECKING:
    from workbench.formats.score_file import ErrorSpan, SegmentScore
    from workbench.score.scorers import Scorer

_SPANS = "imported_spans"
_LICENCE = "|licence:"
_LOWER = "|better:lower"
SHARE = 0.3
"""Of our risk in the sum with another score, in units of the spread of each: measured to help the strongest of them."""


@dataclass
class Model:
    """What is known of a model whose scores were imported."""

    signature: str
    values: dict[str, float] = field(default_factory=dict)
    """Segment -> score, as the model gave it."""

    @property
    def licence(self) -> str:
        """Of the model, in its own words; `not told` where the file of scores says none."""
        return self.signature.partition(_LICENCE)[2].rpartition("|from:")[0].removesuffix(_LOWER)

    @property
    def sign(self) -> int:
        """1 where a higher score is worse, else -1."""
        return 1 if _LOWER in self.signature else -1


class Importing(Profiling):
    """What a file, or a scorer, says of a segment."""

    _imported: Mapping[str, Model] | None = None
    _imported_spans: Mapping[str, Any] | None = None

    def import_scores(self, path: Path) -> int:
        """Keeps the scores of a file; a later one of the same model replaces an earlier one, segment by segment.
        Returns how many there were.

        Raises `FileProblem` for a file that does not fit the segments, `ReadOnlyProject`.
        """
        from workbench.formats.score_file import read_scores

        found = []
        for one in read_scores(path):
            if not 1 <= one.number <= len(self.beads):
                raise FileProblem(path, f"there is no segment {one.number}", f"There are {len(self.beads)}, from 1.")
            machine = self.machine(self.beads[one.number - 1].id)
            for wrong in one.spans:
                if wrong.span.end > len(machine) or (wrong.text is not None and wrong.span.of(machine) != wrong.text):
                    place = f"{wrong.span.start}-{wrong.span.end}"
                    raise FileProblem(
                        path,
                        f"a span of segment {one.number} ({place}) is not in the machine's text",
                        "Places are half-open code points of the segment's text, as `export --to pairs` writes it.",
                    )
            found.append(one)
        if not found:
            raise FileProblem(path, "it holds no scores")
        self.keep_scores(found, path.name)
        return len(found)

    def keep_scores(self, scores: Iterable[SegmentScore], origin: str) -> None:
        """Keeps scores by the numbers of the segments as they stand now. Raises `ReadOnlyProject`, `UnusableInput`."""
        from workbench.store.rows import ImportedScore

        self.check_writable()
        if self._store is None:
            raise UnusableInput("scores are kept in a project, and there is none here.")
        rows, spans = [], dict(self._all_spans())
        own: dict[str, dict[str, Any]] = {model: dict(by) for model, by in spans.get(self.translation, {}).items()}
        for one in scores:
            bead = self.beads[one.number - 1].id
            signature = f"{one.model}{_LICENCE}{one.licence or 'not told'}" + ("" if one.is_higher_better else _LOWER)
            rows.append(ImportedScore(one.model, one.value, bead, signature, origin))
            own.setdefault(one.model, {})[bead] = [[s.span.start, s.span.end, s.severity] for s in one.spans]
        self._store.add_scores(rows, self.translation)
        spans[self.translation] = own
        self._store.save_setting(_SPANS, spans)
        self._imported = self._imported_spans = None

    def score_by(self, scorer: Scorer, progress: Callable[[float], None] = lambda _share: None) -> int:
        """Has a scorer judge the machine's text of every pair, and keeps what it says. Returns how many there were.

        Raises `UnusableInput` for a scorer that needs a reference which the project does not have.
        """
        from workbench.formats.score_file import SegmentScore
        from workbench.score.scorers import Asked

        self.check_writable()
        asked: dict[int, Asked] = {}
        needs = scorer.needs_reference
        for number, bead in enumerate(self.beads, 1):
            said = self.references_of(bead.id)
            if bead.is_paired and (said or not needs):
                asked[number] = Asked(self.source(bead.id), self.machine(bead.id), said[0] if said and needs else None)
        if not asked:
            lack = "a reference, and none reaches a segment here" if needs else "pairs, and there are none here"
            raise UnusableInput(f"{scorer.name} needs {lack}.")
        judged = scorer.score(list(asked.values()), progress)
        self.keep_scores(
            [
                SegmentScore(number, one.value, scorer.name, scorer.licence, scorer.is_higher_better, one.spans)
                for number, one in zip(asked, judged, strict=True)
            ],
            "scored here",
        )
        return len(asked)

    def _all_spans(self) -> Mapping[str, Any]:
        if self._imported_spans is None:
            kept = self._store.settings().get(_SPANS, {}) if self._store else {}
            self._imported_spans = kept if isinstance(kept, dict) else {}
        return self._imported_spans

    def models(self) -> Mapping[str, Model]:
        """The models whose scores were imported, by name."""
        if self._imported is None:
            found: dict[str, Model] = {}
            for one in self._store.scores(self.translation) if self._store else ():
                if one.bead is not None:
                    model = found.setdefault(one.metric, Model(""))
                    model.signature = f"{one.signature}|from:{one.origin}"
                    model.values[one.bead] = one.value
            self._imported = found
        return self._imported

    def imported_scores(self, bead_id: str) -> Mapping[str, float]:
        """Model -> what it gave the segment."""
        return {name: model.values[bead_id] for name, model in self.models().items() if bead_id in model.values}

    def imported_spans(self, bead_id: str) -> Mapping[str, tuple[ErrorSpan, ...]]:
        """Model -> the words of the machine's text that it calls errors."""
        from workbench.formats.score_file import ErrorSpan

        machine = self.machine(bead_id)
        found = {}
        for model, by_bead in self._all_spans().get(self.translation, {}).items():
            spans = [ErrorSpan(Span(start, end), severity) for start, end, severity in by_bead.get(bead_id, ())]
            if spans:
                found[str(model)] = tuple(one._replace(text=one.span.of(machine)) for one in spans)
        return found

    def imported_figures(self) -> tuple[Figure, ...]:
        """The mean of each model over the segments that it scored and that are still there."""
        figures = []
        for name, model in self.models().items():
            values = [model.values[bead.id] for bead in self.beads if bead.id in model.values]
            if values:
                mean = f"{sum(values) / len(values):.4f}"
                basis = f"mean of {counted(len(values), 'segment')}"
                figures.append(Figure(f"{name} (imported)", mean, model.signature, basis))
        return tuple(figures)

    # ---- the sum with a name

    def sum_name(self, model: str) -> str:
        return f"{model} + {SHARE:g} risk"

    def sums(self, model: str, risks: Mapping[str, float] | None = None) -> Mapping[str, float]:
        """Segment -> z(the model's score, higher is worse) + SHARE * z(risk), over the segments that have both; without
        `risks`, those of the estimates that are there."""
        if risks is None:
            made = ((bead.id, self.estimate(bead.id)) for bead in self.beads)
            risks = {bead: estimate.risk for bead, estimate in made if estimate is not None}
        known = self.models().get(model)
        both = [
            (bead.id, known.sign * known.values[bead.id], risks[bead.id])
            for bead in self.beads
            if known and bead.id in known.values and bead.id in risks
        ]
        theirs, ours = _standardised([x for _, x, _ in both]), _standardised([x for _, _, x in both])
        return {bead: a + SHARE * b for (bead, _, _), a, b in zip(both, theirs, ours, strict=True)}

    def hunt(self, key: str) -> Hunt:
        kind, _, name = key.partition(":")
        if kind in ("model", "sum") and name in self.models():
            known = self.models()[name]
            worst = self.sums(name) if kind == "sum" else {b: known.sign * v for b, v in known.values.items()}
            order = [bead for bead in self._unreviewed() if bead in worst]
            title = f"worst by {self.sum_name(name) if kind == 'sum' else name}"
            return Hunt(key, title, tuple(sorted(order, key=lambda bead: -worst[bead])))
        return super().hunt(key)

    def hunts(self) -> tuple[tuple[str, str, int], ...]:
        more = []
        for name in self.models():
            for key in (f"model:{name}", f"sum:{name}"):
                hunt = self.hunt(key)
                more.append((key, hunt.title, len(hunt.beads)))
        return (*super().hunts(), *more)


def _standardised(values: list[float]) -> list[float]:
    """Distances from the mean in standard deviations; 0 for all that are alike."""
    if not values:
        return []
    mean, spread = statistics.fmean(values), statistics.pstdev(values)
    return [(value - mean) / spread if spread else 0.0 for value in values]
