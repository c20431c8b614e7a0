"""The analysis as the project keeps it: so that a large text opens with its findings and scores at once.

It is a cache by content and may be lost at any time: a segment whose texts, or whose terms, differ from those that
were analysed is computed again.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench import __version__
from workbench.model.events import from_record, to_record
from workbench.model.finding import Finding
from workbench.model.score import QualityEstimate
from workbench.model.term import Termbase
from workbench.session.analysis import SegmentTexts
from workbench.store.rows import FIRST

KIND = "analysis"
_WHOLE = "whole"
_SEGMENTS = 2_000
"""Segments in a value of the cache."""


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


class Packed(Mapping[str, Any]):
    """JSON values of an analysis by the key of each: some segments a value, each made when it is asked for, so that no
    huge one has to be held, written or read. The one under `key` itself says how many there are."""

    def __init__(
        self,
        key: str,
        prints: Mapping[str, str],
        findings: Sequence[Finding],
        estimates: Mapping[str, QualityEstimate],
    ) -> None:
        self._key, self._prints, self._findings, self._estimates = key, prints, findings, estimates
        self._beads = list(prints)
        self._parts = -(-max(len(self._beads), 1) // _SEGMENTS)

    def __len__(self) -> int:
        return self._parts + 1

    def __iter__(self) -> Iterator[str]:
        yield self._key
        yield from (f"{self._key}.{part}" for part in range(self._parts))

    def __getitem__(self, key: str) -> Any:
        if key == self._key:
            return {"parts": self._parts}
        part = int(key.removeprefix(f"{self._key}."))
        beads = self._beads[part * _SEGMENTS : (part + 1) * _SEGMENTS]
        share = -(-len(self._findings) // self._parts)
        scored = ((bead, self._estimates[bead]) for bead in beads if bead in self._estimates)
        return {
            "prints": {bead: self._prints[bead] for bead in beads},
            "findings": [to_record(finding) for finding in self._findings[part * share : (part + 1) * share]],
            "estimates": {bead: [e.p_major, e.signature, e.plain] for bead, e in scored},
        }


@dataclass(frozen=True, slots=True)
class Remembered:
    """An analysis as it was kept."""

    prints: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    estimates: Mapping[str, QualityEstimate] = field(default_factory=dict)


def unpacked(key: str, get: Callable[[str], Any]) -> Remembered:
    """What `Packed` gave, read by `get` value for value; nothing where one is missing or of another form, since all of
    it can be computed again."""
    prints: dict[str, str] = {}
    findings: list[Finding] = []
    estimates: dict[str, QualityEstimate] = {}
    try:
        for part in range(from_record(int, get(key)["parts"])):
            record = get(f"{key}.{part}")
            prints |= {from_record(str, bead): from_record(str, digest) for bead, digest in record["prints"].items()}
            findings += from_record(tuple[Finding, ...], record["findings"])
            estimates |= {bead: _estimate(values) for bead, values in record["estimates"].items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return Remembered()
    return Remembered(prints, tuple(findings), estimates)


def _estimate(values: Sequence[Any]) -> QualityEstimate:
    p_major, signature, reasons = values
    # One signature for all of them, in place of a copy each.
    return QualityEstimate.of_plain(reasons, from_record(float, p_major), sys.intern(from_record(str, signature)))
