"""The analysis as the project keeps it: so that a large text opens with its findings and scores at once.

It is a cache by content and may be lost at any time: a segment whose texts, or whose terms, differ from those that
were analysed is computed again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench import __version__
from workbench.model.events import from_record, to_record
from workbench.model.finding import Finding
from workbench.model.score import Part, QualityEstimate, ScoreReason
from workbench.model.span import Side, Span
from workbench.model.term import Termbase
from workbench.session.analysis import SegmentTexts
from workbench.store.rows import FIRST

KIND = "analysis"
_WHOLE = "whole"


def key_of(translation: str) -> str:
    """The cache's key for one translation of the project: its first one has the key it always had."""
    if translation == FIRST:
        return _WHOLE
    return f"{_WHOLE}:{hashlib.blake2s(translation.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def code_version() -> str:
    """Changes with whatever may change a finding or a score."""
    from workbench.checks.registry import registry
    from workbench.score.quality import SIGNATURE

    checks = hashlib.blake2s(" ".join(sorted(check.id for check in registry().checks)).encode(), digest_size=6)
    return f"{__version__}|{SIGNATURE}|{checks.hexdigest()}"[:200]


def fingerprints(rows: Sequence[SegmentTexts], termbase: Termbase, *, monolingual: bool) -> dict[str, str]:
    """A digest by segment of everything that its own analysis rests on."""
    shared = hashlib.blake2s(repr((termbase.terms, monolingual)).encode("utf-8", "surrogatepass")).digest()
    found = {}
    for row in rows:
        digest = hashlib.blake2s(shared, digest_size=8)
        parts = (row.source, row.target, row.separator, row.source_separator or "", str(row.bead.reason))
        for part in (*parts, *map(repr, row.senses)):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
        for text in row.others:
            digest.update(b"\1" + text.encode("utf-8", "surrogatepass"))
        found[row.bead.id] = digest.hexdigest()
    return found


def packed(
    prints: Mapping[str, str], findings: Iterable[Finding], estimates: Mapping[str, QualityEstimate]
) -> dict[str, Any]:
    """JSON values of an analysis."""
    return {
        "prints": dict(prints),
        "findings": [to_record(finding) for finding in findings],
        "estimates": {
            bead: [e.p_major, e.signature, [_reason_values(r) for r in e.reasons]] for bead, e in estimates.items()
        },
    }


@dataclass(frozen=True, slots=True)
class Remembered:
    """An analysis as it was kept."""

    prints: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    estimates: Mapping[str, QualityEstimate] = field(default_factory=dict)


def unpacked(record: Any) -> Remembered:
    """What `packed` gave; nothing for a record of another form, since all of it can be computed again."""
    try:
        return Remembered(
            {from_record(str, bead): from_record(str, digest) for bead, digest in record["prints"].items()},
            from_record(tuple[Finding, ...], record["findings"]),
            {bead: _estimate(values) for bead, values in record["estimates"].items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return Remembered()


def _estimate(values: Sequence[Any]) -> QualityEstimate:
    p_major, signature, reasons = values
    return QualityEstimate(
        tuple(_reason(item) for item in reasons), from_record(float, p_major), from_record(str, signature)
    )


def _reason_values(reason: ScoreReason) -> list[Any]:
    span = reason.span
    return [
        str(reason.part),
        reason.name,
        reason.weight,
        None if reason.side is None else str(reason.side),
        span.start if span else None,
        span.end if span else None,
        reason.quote,
    ]


def _reason(values: Sequence[Any]) -> ScoreReason:
    part, name, weight, side, start, end, quote = values
    if type(name) is not str or type(weight) is not float or type(quote) is not str:
        raise ValueError("not a reason of a score")  # asked here, since there are many thousands of them
    span = None if start is None else Span(start, end)
    return ScoreReason(_PARTS[part], name, weight, _SIDES[side], span, quote)


_PARTS = {part.value: part for part in Part}
_SIDES = {None: None} | {side.value: side for side in Side}
