"""Scores against references, all computed by sacrebleu and signed by it: BLEU, chrF, chrF++ and TER."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

METRICS = ("bleu", "chrf", "chrf++", "ter")
"""BLEU, chrF and chrF++ are better when higher, TER when lower; all in percent, TER may pass 100."""

_TER_SECONDS = 1.0e-4
"""Seconds of TER for each (word of the reference x word edit), about; measured on shuffled segments."""


class SentenceScores(NamedTuple):
    """Of one sentence, in percent."""

    bleu: float
    chrf: float
    ter: float | None
    """None if it would have taken longer than the caller allows."""


@dataclass(frozen=True, slots=True)
class CorpusScore:
    """One metric over a whole text, as sacrebleu prints it."""

    name: str
    score: float
    signature: str
    margin: float | None = None
    """Half of the 95 % interval, where sacrebleu's bootstrap was asked for."""

    @property
    def told(self) -> str:
        """The figure for people: one decimal as sacrebleu prints it, with its interval."""
        return f"{self.score:.1f}" + (f" \u00b1 {self.margin:.1f}" if self.margin is not None else "")


@cache
def _metric(name: str, *, sentence: bool) -> Metric:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    if name == "bleu":
        # For single sentences sacrebleu itself uses the effective order: missing higher n-grams do not make it 0.
        return BLEU(effective_order=sentence)
    if name in ("chrf", "chrf++"):
        return CHRF(word_order=2 if name == "chrf++" else 0)
    if name == "ter":
        return TER()
    raise ValueError(f"no such metric: {name}; known are {', '.join(METRICS)}")


def _references(references: str | Sequence[str]) -> list[str]:
    found = [references] if isinstance(references, str) else list(references)
    if not found:
        raise ValueError("at least one reference is needed")
    return found


def sentence_score(name: str, target: str, references: str | Sequence[str]) -> float:
    """One metric of METRICS for one sentence. TER may take seconds: see `ter_seconds`."""
    return float(_metric(name, sentence=True).sentence_score(target, _references(references)).score)


def sentence_scores(target: str, references: str | Sequence[str], *, ter_limit: float | None = None) -> SentenceScores:
    """BLEU, chrF and TER of one sentence. TER is left out where it would take more than about `ter_limit` seconds."""
    known = _references(references)
    heavy = ter_limit is not None and ter_seconds(target, known) > ter_limit
    return SentenceScores(
        sentence_score("bleu", target, known),
        sentence_score("chrf", target, known),
        None if heavy else sentence_score("ter", target, known),
    )


def corpus_score(
    name: str, targets: Sequence[str], references: Sequence[Sequence[str]], *, samples: int = 0
) -> CorpusScore:
    """One metric of METRICS over a text. `references`: one list a reference translation, each as long as `targets`;
    `samples`: how often sacrebleu draws the segments anew for an interval.

    Raises ValueError for lists of different lengths.
    """
    if not references or any(len(one) != len(targets) for one in references):
        raise ValueError("each reference needs as many segments as the translation")
    metric = _metric(name, sentence=False)
    score = metric.corpus_score(list(targets), [list(one) for one in references], n_bootstrap=samples or 1)
    drawn = samples > 1
    margin = float(getattr(score, "_ci", 0.0)) if drawn else None
    return CorpusScore(name, float(score.score), metric.get_signature().format(), margin)


class PairedScore(NamedTuple):
    """Two texts of one source under one metric."""

    name: str
    before: float
    after: float
    p_value: float
    signature: str


def paired_bootstrap(
    before: Sequence[str], after: Sequence[str], references: Sequence[Sequence[str]], samples: int = 1000
) -> tuple[PairedScore, ...]:
    """sacrebleu's paired bootstrap resampling test of METRICS: how likely the difference is no more than chance.

    Seeded as sacrebleu is (12345 unless SACREBLEU_SEED says otherwise), so that it can be repeated.
    """
    from sacrebleu.significance import PairedTest

    metrics = {name: _metric(name, sentence=False) for name in METRICS}
    test = PairedTest(
        [("before", list(before)), ("after", list(after))],
        metrics,
        [list(one) for one in references],
        test_type="bs",
        n_samples=samples,
    )
    signatures, scores = test()
    found = []
    for name, printed in zip(metrics, signatures, strict=True):
        old, new = scores[printed]
        if isinstance(old, str) or isinstance(new, str):  # only the column of names holds strings
            continue
        found.append(PairedScore(name, old.score, new.score, float(new.p_value or 0.0), signatures[printed].format()))
    return tuple(found)


def corpus_scores(targets: Sequence[str], references: Sequence[Sequence[str]]) -> Mapping[str, CorpusScore]:
    """All of METRICS, by name."""
    return {name: corpus_score(name, targets, references) for name in METRICS}


def edit_scores(machine: str, corrected: Sequence[str], *, ter_limit: float | None = None) -> SentenceScores:
    """As `sentence_scores`, for TER alone: the others mean little against one's own edit."""
    heavy = ter_limit is not None and ter_seconds(machine, corrected) > ter_limit
    return SentenceScores(math.nan, math.nan, None if heavy else hter(machine, corrected[0]))


def signature(name: str, references: int = 1) -> str:
    """sacrebleu's signature of a sentence score against so many references."""
    metric = _metric(name, sentence=True)
    metric.sentence_score("a", ["a"] * references)
    return str(metric.get_signature().format())


def hter(machine: str, corrected: str) -> float:
    """Edit effort in percent: TER of the machine's text against the reviewer's own correction of it."""
    return 0.0 if machine == corrected else sentence_score("ter", machine, corrected)


def ter_seconds(target: str, references: str | Sequence[str]) -> float:
    """About how long TER will take, within a factor of three on long segments: it grows with length times edits.

    A screen that must not wait asks this first and leaves the figure to another thread.
    """
    from rapidfuzz.distance import Levenshtein

    words = target.split()
    total = 0.0
    for reference in _references(references):
        other = reference.split()
        total += _TER_SECONDS * len(other) * Levenshtein.distance(words, other)
    return total
