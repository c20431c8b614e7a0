"""ESA and DA scores as Appraise writes them: twelve fields, spans in UTF-16 units with the end included."""

from __future__ import annotations

import csv
import io
import json

from workbench.formats.catalog import export_format
from workbench.model.bitext import Bead, Bitext
from workbench.model.document import Document, Sentence
from workbench.model.events import Entry, ScoreGiven
from workbench.model.finding import Severity
from workbench.model.span import Side, Span
from workbench.session.rating import RatingPlan
from workbench.session.session import Session

ZH, EN = "他说😀你好。", "He 😀 said\nhello there."


def _session() -> Session:
    beads = (Bead((Sentence(0, len(ZH), ZH, 0, 0),), (Sentence(0, len(EN), EN, 0, 0),)),)
    documents = Document(Side.SOURCE, ZH, "a b.zh.txt"), Document(Side.TARGET, EN, "a.en.txt")
    return Session.in_memory(Bitext(*documents, beads), reviewer="ann")


def _rows(session: Session, form: str = "esa") -> list[list[str]]:
    return list(csv.reader(io.StringIO(export_format(form).write(session.export_view()).text)))


def test_twelve_fields_with_spans() -> None:
    session = _session()
    bead = session.beads[0].id
    session.plan_rating(RatingPlan("esa"))
    session.flag(bead, severity=Severity.MINOR, target=Span(0, 2))
    session.flag(bead, severity=Severity.CRITICAL, target=Span(EN.index("said"), EN.index("hello") + 5))
    session.mark_omission(bead, Span(0, 1), 3)
    session.flag(bead, severity=Severity.MAJOR, category="Source issue", source=Span(2, 3))
    assert _rows(session) == []  # nothing is scored yet
    session.rate(bead, 62)
    at = session.entries[-1].at
    ((*fields, spans, began, ended),) = _rows(session)
    assert fields == ["ann", "machine", "1", "TGT", "zho", "eng", "62", "a_b.zh.txt#machine", "False"]
    assert began == ended
    assert float(ended) > 0
    assert at.startswith("20")
    said = len(EN[: EN.index("said")].encode("utf-16-le")) // 2
    assert said == EN.index("said") + 1  # the emoji is two units
    assert json.loads(spans) == [
        {"start_i": 0, "end_i": 1, "severity": "minor", "error_type": None},
        {"start_i": said, "end_i": said + len("said\nhello") - 1, "severity": "major", "error_type": None},
        {"start_i": "missing", "end_i": "missing", "severity": "major", "error_type": None},
    ]
    told = " ".join(loss.what for loss in export_format("esa").write(session.export_view()).losses)
    assert "critical is written as major" in told


def test_each_rater_has_a_line_with_his_own_spans_and_da_has_none() -> None:
    session = _session()
    bead = session.beads[0].id
    session.plan_rating(RatingPlan("esa"))
    session.flag(bead, severity=Severity.MINOR, target=Span(0, 2))
    session.rate(bead, 70)
    first = session.review.last_seq + 1
    event = ScoreGiven(bead, "esa", 33.5, "=bob")
    session.review.apply_act([Entry(first, first, "=bob", "2026-01-02T03:04:05+00:00", event)])
    ann, bob = _rows(session)
    assert (ann[0], len(json.loads(ann[9]))) == ("ann", 1)
    assert (bob[6], json.loads(bob[9]), float(bob[11])) == ("33.5", [], 1767323045.0)
    assert _rows(session, "da") == []
    session.plan_rating(RatingPlan("da"))
    session.rate(bead, 80)
    (row,) = _rows(session, "da")
    assert (row[6], row[9]) == ("80", "[]")
