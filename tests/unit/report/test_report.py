"""The report: what it says, and that its outputs are safe and self-contained."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.hostile.corpus import SMALL
from tests.making.reviews import Making, bitext_of, sample
from workbench.model.bitext import Reason
from workbench.model.finding import Finding, Severity
from workbench.model.score import Part, QualityEstimate, ScoreReason
from workbench.model.span import Side, Span
from workbench.report import html, markdown, text
from workbench.report.contents import Report, report_of

FIGURE = {"line": "11 points over 2 of 5 segments, 50.0 per 100 words so far", "signature": "mqm-google|v:1"}


def estimated(made: Making, risks: dict[int, float]) -> Report:
    """The report of a review whose segments have these risks, and a finding in every one of them."""
    numbers = {bead.id: n for n, bead in enumerate(made.review.beads, 1)}

    def estimate(bead: str) -> QualityEstimate | None:
        risk = risks.get(numbers[bead])
        if risk is None:
            return None
        reason = ScoreReason(Part.EVIDENCE, "name.missing", risk, Side.SOURCE, Span(0, 1), "风")
        return QualityEstimate((reason,), min(1.0, risk / 4), "qe|v:1")

    def findings(bead: str) -> tuple[Finding, ...]:
        if numbers[bead] not in risks:
            return ()
        return (Finding("spacing.stop", Severity.MINOR, "A space is missing.", bead, Side.TARGET, Span(0, 1), "x"),)

    return report_of(made.view(mqm=FIGURE, findings=findings, estimate=estimate))


def test_worst_first_among_what_is_left() -> None:
    report = estimated(sample(), {1: 1.0, 2: 3.0, 5: 2.0, 6: 9.0})
    assert [row.number for row in report.worst] == [2, 5, 1]  # 6 is done
    assert [row.likelihood for row in report.worst] == ["high", "high", ""]
    assert [row.judged for row in report.worst] == ["major error: high", "major error: high", "the reviewer's own text"]
    assert dict(report.likelihoods) == {"high": 3, "medium": 0, "low": 0}  # 1 was corrected: no machine wrote it
    assert report.worst[0].why == ("spacing.stop: A space is missing.", "name missing “风” 3.00")


def test_counts_leave_furniture_out() -> None:
    counts = dict(report_of(sample().view()).counts)
    assert counts["segments to review"] == 5
    assert counts["lines of page furniture, left out"] == 1
    assert counts["segments changed"] == 2
    assert counts["errors marked"] == 3
    assert sum(count for _, count in report_of(sample().view()).statuses) == 5


def test_categories_by_severity_with_source_faults_apart() -> None:
    made = sample()
    made.flag(5, None, "话", category="Source issue", severity=Severity.MINOR)
    rows = {row.category: (row.counts, row.on_source) for row in report_of(made.view()).categories}
    assert rows["Accuracy/Omission"] == ((1, 0, 0, 0), False)
    assert rows["Source issue"] == ((0, 0, 1, 0), True)
    assert list(rows)[-1] == "Source issue"


def test_marks_in_the_reviewers_own_words_stand_apart() -> None:
    made = sample()
    before = dict(report_of(made.view()).counts)["errors marked"]
    made.flag(1, corrected=Span(0, 3))
    report = report_of(made.view())
    assert dict(report.counts)["errors marked"] == before
    assert dict(report.counts)["marks in the corrected text, not counted"] == 1
    (row,) = [row for row in report.categories if row.on_correction]
    assert (row.category, row.total) == ("Accuracy/Mistranslation (in the corrected text)", 1)


def test_open_criticals_are_named() -> None:
    assert report_of(sample().view()).criticals_open == (5,)
    made = sample()
    made.correct(5, "He said nothing so far.")
    assert report_of(made.view()).criticals_open == ()


def test_findings_are_counted_by_check() -> None:
    (row,) = estimated(sample(), {1: 1.0, 2: 3.0}).findings
    assert (row.check, row.count, row.segments) == ("spacing.stop", 2, (1, 2))


def test_english_alone() -> None:
    made = Making(bitext_of([("", "One."), ("", "Two.")], dict.fromkeys((0, 1), Reason.ADDITION)))
    report = report_of(made.view())
    assert report.source_name == ""
    assert "English lines without a source" not in dict(report.counts)
    assert "English alone" in text.write(report)


class Page(HTMLParser):
    """Checks nesting, and collects what a browser would fetch or run."""

    VOID = ("meta", "br", "hr", "img", "link", "input")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]] = self.texts.get(self.open[-1], "") + data


def parsed(report: Report) -> Page:
    page = Page()
    page.feed(html.write(report))
    page.close()
    assert page.open == []
    return page


def test_html_is_one_file_that_fetches_and_runs_nothing() -> None:
    page = parsed(estimated(sample(), {1: 1.0, 2: 3.0}))
    for tag, attributes in page.seen:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form", "a")
        assert not {"src", "href", "action", "style"} & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]
        assert tag != "script" or attributes["type"] == "application/json"
    assert "url(" not in html.write(report_of(sample().view()))


def test_charts_have_a_role_a_title_and_a_description() -> None:
    page = parsed(estimated(sample(), {1: 1.0, 2: 3.0}))
    charts = [attributes for tag, attributes in page.seen if tag == "svg"]
    assert len(charts) == 3
    assert all(attributes.get("role") == "img" for attributes in charts)
    tags = [tag for tag, _ in page.seen]
    assert tags.count("title") == 1 + len(charts)
    assert tags.count("desc") == len(charts)


def test_the_data_inside_is_the_report() -> None:
    report = estimated(sample(), {1: 1.0, 2: 3.0})
    data = json.loads(parsed(report).texts["script"])
    assert data["mqm_line"] == FIGURE["line"]
    assert [row["number"] for row in data["worst"]] == [row.number for row in report.worst]
    assert data["changes"][0]["before"] == "The tuyere is here."


def test_every_output_states_figure_profile_and_direction() -> None:
    report = estimated(sample(), {1: 1.0})
    for written in (text.write(report), markdown.write(report), html.write(report)):
        flat = " ".join(written.split())
        assert FIGURE["line"] in flat
        assert "mqm-google|v:1" in flat
        assert "lower is better" in flat
        assert "Who is he?" in flat


@pytest.mark.parametrize("name", SMALL)
def test_hostile_text_stays_text(name: str) -> None:
    hostile = SMALL[name]
    made = Making(bitext_of([("甲" + hostile + "乙\n\n", "x" + hostile + "y\n\n"), ("丙。", "Z.")]), reviewer=hostile)
    made.correct(1, hostile)
    made.flag(2, "Z.", note=hostile, category=hostile)
    report = report_of(made.view(title=hostile, mqm={"line": hostile, "signature": hostile}))
    for written in (text.write(report), markdown.write(report), html.write(report)):
        written.encode("utf-8")
        assert not re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
    assert json.loads(parsed(report).texts["script"])["changes"][0]["after"] == hostile


def test_plain_text_keeps_to_its_width() -> None:
    from workbench.text.cells import cell_width

    made = Making(bitext_of([("风口频出下产业互联网" * 30 + "。", "The pace of the industrial Internet. " * 20)]))
    made.correct(1, "word " * 100)
    assert max(cell_width(line) for line in text.write(report_of(made.view())).split("\n")) <= text.WIDTH


def test_a_query_on_a_segment_that_is_done_is_counted() -> None:
    made = sample()
    made.done(5)
    report = report_of(made.view())
    assert dict(report.statuses)["query"] == len(report.queries) == 1


def test_figures_are_escaped_once_in_markdown_and_stand_after_the_categories() -> None:
    report = replace(report_of(sample().view(mqm=FIGURE)), figures=(("HTER", "34.9", "over 3", "nrefs:1|case"),))
    written = markdown.write(report)
    assert "| HTER | 34\\.9 |" in written
    assert "nrefs:1\\|case" in written
    assert "&#92;" not in written.partition("## Other figures")[2].partition("##")[0]
    assert written.index("| category |") < written.index("## Other figures")
