from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.quality.measure import load
from workbench.checks import registry as registry_module
from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.registry import Registry, all_checks, registry
from workbench.checks.runner import recheck, run_checks
from workbench.errors import UnusableInput
from workbench.model.bitext import Reason
from workbench.model.finding import Finding, Severity
from workbench.model.term import Term, Termbase
from workbench.terms.termbase import demo_termbase


def seg(bead: str, source: str, target: str, **more: object) -> CheckedSegment:
    return CheckedSegment(bead, source, target, **more)  # type: ignore[arg-type]


class Broken(Check):
    id = "broken.check"
    name = "Broken"
    description = "Fails."
    severity = Severity.MAJOR
    fires = (Example("x"),)
    quiet = (Example("y"),)

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        raise RuntimeError("boom")


def test_a_failing_check_is_a_finding_about_itself_and_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Registry((*registry().checks, Broken()), ())
    monkeypatch.setattr(registry_module, "registry", lambda: whole)
    monkeypatch.setattr(registry_module, "all_checks", lambda: whole.checks)
    found = run_checks([seg("a", "它来了。", "It it came."), seg("b", "它走了。", "It left.")])
    assert [f.check for f in found] == ["text.repeated", "broken.check"]
    failure = found[-1]
    assert (failure.bead, failure.side, failure.span) == (None, None, None)
    assert "boom" in failure.message


def test_furniture_raises_nothing() -> None:
    segments = [
        seg("a", "更多更多评论", "", reason=Reason.FURNITURE),
        seg("b", "", "Share share 更多", reason=Reason.FURNITURE),
    ]
    assert run_checks(segments, demo_termbase(), include_quiet=True) == ()


def test_an_english_text_alone_raises_no_unpaired_finding() -> None:
    segments = [seg("a", "", "Internet investors look for the next tuyere.", paired=False)]
    assert [f.check for f in run_checks(segments, demo_termbase(), monolingual=True)] == ["term.suspect"]


def test_duplicates_are_minor() -> None:
    (finding,) = run_checks([seg("a", "所谓的产业互联网。", "", reason=Reason.DUPLICATE)])
    assert (finding.check, finding.severity) == ("segment.omission", Severity.MINOR)


def test_what_is_alike_is_told_apart_by_ordinals() -> None:
    found = run_checks([seg("a", "它来了。", "It\uff0c then\uff0c came.")], only=["punctuation.fullwidth"])
    assert [f.ordinal for f in found] == [0, 1]
    assert len({f.id for f in found}) == 2


def test_only_and_skip_take_ids_and_families() -> None:
    segments = [seg("a", "它来了。", "It it came\uff0c late.")]
    assert {f.check for f in run_checks(segments, only=["text"])} == {"text.repeated"}
    assert {f.check for f in run_checks(segments, skip=["text.repeated"])} == {"punctuation.fullwidth"}
    with pytest.raises(UnusableInput, match=r"no\.such"):
        run_checks(segments, only=["no.such"])


def test_quiet_hints_are_left_out_unless_asked_for() -> None:
    segments = [seg("a", "五月销售额增长。", "Sales rose by 37% in May.")]
    assert run_checks(segments) == ()
    assert [f.check for f in run_checks(segments, include_quiet=True)] == ["number.added"]


def test_cancelling_stops_early_and_progress_ends_at_one() -> None:
    segments = [seg(str(n), "它来了。", "It it came.") for n in range(1000)]
    heard: list[float] = []
    assert run_checks(segments, cancelled=lambda: True, progress=heard.append) == ()
    assert len(run_checks(segments, progress=heard.append)) == 1000
    assert heard[-1] == 1.0
    assert heard[1:] == sorted(heard[1:])


def test_without_a_termbase_no_term_of_the_demo_is_known() -> None:
    assert run_checks([seg("a", "这是一个新风口。", "This is a new tuyere.")]) == ()


@pytest.mark.parametrize("name", ["steel", "flu"])
def test_checking_again_gives_what_checking_all_gives(name: str) -> None:
    segments, _ = load(name)
    terms = demo_termbase()
    before = run_checks(segments, terms)
    for n in range(0, len(segments), 5):
        if not segments[n].target:
            continue
        changed = list(segments)
        changed[n] = replace(changed[n], target=changed[n].target + " The the 高炉 tuyere was  not 12 metauniverses.")
        if n:
            changed[n - 1] = replace(changed[n - 1], next_target=changed[n].target)
        again = recheck(changed, {changed[n].bead}, before, terms)
        assert again == run_checks(changed, terms)
        assert again != before


def test_checking_again_after_segments_were_joined() -> None:
    segments, _ = load("flu")
    before = run_checks(segments)
    one, two = segments[4], segments[5]
    joined = replace(one, bead="new", source=one.source + two.source, target=f"{one.target} {two.target}",
                     sentence_ends=(len(one.target),), next_target=two.next_target)  # fmt: skip
    now = [*segments[:4], joined, *segments[6:]]
    assert recheck(now, {"new"}, before) == run_checks(now)


def test_a_dropped_term_belongs_where_its_neighbour_stands() -> None:
    terms = Termbase((Term("风口", "hot trend"),))
    (finding,) = run_checks([seg("a", "ChatGPT的风口再起。", "ChatGPT reappeared.")], terms)
    assert (finding.check, finding.quote, finding.target_at) == ("term.missing", "风口", len("ChatGPT"))


def test_every_span_quotes_its_words() -> None:
    for name in ("steel", "flu"):
        segments, _ = load(name)
        by_bead = {s.bead: s for s in segments}
        for finding in run_checks(segments, demo_termbase(), include_quiet=True):
            assert finding.span is not None
            assert finding.bead is not None
            text = by_bead[finding.bead].target if finding.side == "target" else by_bead[finding.bead].source
            assert finding.span.of(text) == finding.quote
            if finding.source_span is not None:
                assert finding.source_span.of(by_bead[finding.bead].source) == finding.source_quote


def test_ids_are_dotted_and_unique() -> None:
    ids = [check.id for check in all_checks()]
    assert len(set(ids)) == len(ids)
    assert all("." in check_id for check_id in ids)
