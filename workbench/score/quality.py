"""The estimate of quality without a reference: difficulty of the source plus evidence of the pair."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from workbench.evidence.pair import gather
from workbench.evidence.values import PairEvidence
from workbench.model.score import Part, QualityEstimate, ScoreReason
from workbench.score.amounts import Amount, consensus_amounts, difficulty_amounts, evidence_amounts
from workbench.score.weights import weights
from workbench.terms.matcher import TermMatcher


def _signature() -> str:
    from importlib.metadata import version

    table = weights()
    lexicon = "cc-cedict-2023-11+wordnet-3.0+soft-1"
    return f"risk|version:{table.version}|zh:jieba-{version('jieba')}|lexicon:{lexicon}|weights:{table.digest}"


SIGNATURE = _signature()
"""Name, version, tokeniser, lexicon and weights, as sacrebleu writes them. Numbers are comparable if it is the same."""


def estimate(
    source: str, target: str, *, terms: TermMatcher | None = None, others: Sequence[str] = ()
) -> QualityEstimate:
    """Risk of one pair with its reasons; higher is worse. `terms` are those of the project, `others` what other
    translations of it say here; both are part of the signature.

    A pair with an empty side is all unaccounted for; two empty texts have no risk.
    """
    table = weights()
    pair = gather(source, target, hits=terms.pair(source, target) if terms else ())
    reasons = (
        *_reasons(Part.DIFFICULTY, difficulty_amounts(pair), table.difficulty),
        *_reasons(Part.EVIDENCE, _evidence(pair, target, others), table.evidence),
    )
    risk = math.fsum(reason.weight for reason in reasons)
    p_major = (table.compared if others else table.calibration).chance(risk)
    signature = f"{SIGNATURE}|terms:{terms.digest}" if terms else SIGNATURE
    return QualityEstimate(reasons, p_major, f"{signature}|others:{len(others)}" if others else signature)


def _evidence(pair: PairEvidence, target: str, others: Sequence[str]) -> Iterable[Amount]:
    yield from evidence_amounts(pair)
    yield from consensus_amounts(target, others)


def _reasons(part: Part, amounts: Iterable[Amount], table: Mapping[str, float]) -> Iterable[ScoreReason]:
    """The amounts weighed, the heaviest first; what has no weight is left out."""
    weighed = (
        ScoreReason(part, one.name, weight, one.side, one.span, one.quote)
        for one in amounts
        if (weight := one.amount * table.get(one.name, 0.0))
    )
    return sorted(weighed, key=lambda reason: -reason.weight)
