"""Every check does what its own examples say: they are also what help shows."""

from __future__ import annotations

import pytest

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.registry import all_checks
from workbench.checks.runner import run_checks
from workbench.model.finding import Finding
from workbench.model.term import Termbase
from workbench.terms.termbase import parse_termbase

HEADER = "zh,en,variants,forbidden,source_only,domain\n"


def findings(check: Check, example: Example) -> tuple[Finding, ...]:
    pairs = [(s, t, None) for s, t in example.before]
    pairs.append((example.source, example.target, example.reason))
    segments = []
    for n, (source, target, reason) in enumerate(pairs):
        is_last = n == len(pairs) - 1
        following = example.next_target if is_last else pairs[n + 1][1]
        space = "" if is_last and following else " "
        segments.append(
            CheckedSegment(f"bead{n}", source, target, reason, space, following, (), bool(source and target))
        )
    terms = parse_termbase(HEADER + example.terms) if example.terms else Termbase()
    monolingual = not any(seg.source for seg in segments) and example.reason is None
    return run_checks(segments, terms, only=[check.id], monolingual=monolingual)


def cases(kind: str) -> list[object]:
    return [
        pytest.param(check, example, id=f"{check.id}-{n}")
        for check in all_checks()
        for n, example in enumerate(getattr(check, kind))
    ]


@pytest.mark.parametrize(("check", "example"), cases("fires"))
def test_fires(check: Check, example: Example) -> None:
    found = findings(check, example)
    assert found, "nothing was found"
    assert all(f.side is not None for f in found), found[0].message
    assert example.quote is None or example.quote in [f.quote for f in found]
    for f in found:
        assert f.check == check.id
        text = example.target if f.side == "target" else example.source
        if f.bead == f"bead{len(example.before)}":
            assert f.span is not None
            assert f.span.of(text) == f.quote


@pytest.mark.parametrize(("check", "example"), cases("quiet"))
def test_stays_quiet(check: Check, example: Example) -> None:
    found = [f for f in findings(check, example) if not f.quiet or not check.default_on]
    assert found == []


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_declaration_is_complete(check: Check) -> None:
    assert check.name
    assert check.description.endswith((".", ")."))
    assert check.sides
    assert check.fires, "help shows an example of what it finds"
    assert check.quiet, "and one of what it must leave alone"
