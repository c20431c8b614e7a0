from __future__ import annotations

import json
from typing import Any, get_args

import pytest

from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Reason
from workbench.model.document import Sentence, SentenceKind
from workbench.model.finding import Severity
from workbench.model.records import from_record, to_record
from workbench.model.span import Anchor, Layer, Side, Span
from workbench.model.term import Term

ANCHOR = Anchor(Side.TARGET, Span(3, 9), "tuyere", Layer.CORRECTED, "bead")
NOTE = Annotation("a", Severity.MAJOR, "Accuracy/Mistranslation", ANCHOR, None, 4, "no", "Wu", "2026", "f", "c")
BEAD = Bead(
    (Sentence(0, 2, "风口", 1, 2, SentenceKind.HEADING),), (), 0.5, Reason.OMISSION, (((0,), (1, 2)), ((1,), ())), True
)

EVENTS: list[ev.Event] = [
    ev.SpanFlagged(NOTE),
    ev.FlagChanged(NOTE),
    ev.FlagRemoved("a"),
    ev.FindingAccepted("f", "check", "quote", None, None),
    ev.FindingDismissed("f", "check", "quote", "风口", "bead", "no", ev.DismissalScope.ALWAYS),
    ev.FindingReopened("f", "check", "quote", "风口", "bead"),
    ev.TextCorrected("bead", None),
    ev.TextCorrected("bead", "a\x00\ud800"),
    ev.SeparatorChanged(3, "\n\n"),
    ev.SeparatorChanged("bead", None),
    ev.StatusChanged("bead", ev.Status.IN_WORK),
    ev.NoteWritten("bead", "text", ev.NoteKind.QUERY),
    ev.ScoreGiven("bead", "ESA", 70.5),
    ev.ScoreGiven("bead", "ESA", None),
    ev.BeadsRearranged("split sentence", ("x", "y"), (BEAD,), (None, "t")),
    ev.TermRemoved(("风口", "", "business")),
    ev.TermsImported((Term("元宇宙", "metaverse", zh_variants=("元宇",), reasons=(("yuan", "no word"),)),), "a.csv"),
    ev.SenseFixed("风口", 12, ("风口", "", "metallurgy")),
    ev.SenseFixed("风口", None, None),
    ev.CandidateRefused("天气"),
    ev.TermAdded(Term("风口", "hot trend", ("trend",), ("tuyere",), ("vent",), extra=(("id", "7"),))),
    ev.TermDecided("风口", "hot trend"),
    ev.ActionUndone(7),
    ev.ActionRedone(7),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_comes_back_from_json(event: ev.Event) -> None:
    kind, payload = ev.event_to_record(event)
    assert ev.event_from_record(kind, json.loads(json.dumps(payload))) == event


def test_every_kind_of_event_is_tried() -> None:
    assert {type(event) for event in EVENTS} == set(get_args(ev.Event)) == set(ev.EVENT_TYPES.values())


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("Sneezed", {}),
        ("__class__", {}),
        ("FlagRemoved", {}),
        ("FlagRemoved", []),
        ("FlagRemoved", None),
        ("FlagRemoved", {"annotation_id": 7}),
        ("ActionUndone", {"action": "7"}),
        ("ActionUndone", {"action": True}),
        ("ActionUndone", {"action": 7.0}),
        ("StatusChanged", {"bead": "b", "status": "asleep"}),
        ("StatusChanged", {"bead": "b", "status": ["done"]}),
        ("ScoreGiven", {"bead": "b", "protocol": "ESA", "value": True}),
        ("SeparatorChanged", {"after": None, "text": ""}),
        ("BeadsRearranged", {"operation": "juggle", "old": [], "new": [], "texts": []}),
        ("BeadsRearranged", {"operation": "join", "old": "ab", "new": [], "texts": []}),
        (
            "SpanFlagged",
            {"annotation": {"id": "a", "severity": "major", "category": "c", "target": {"side": "target"}}},
        ),
        (
            "SpanFlagged",
            {
                "annotation": {
                    "id": "a",
                    "severity": "major",
                    "category": "c",
                    "source": {"side": "source", "span": {"start": 5, "end": 4}, "quote": ""},
                }
            },
        ),
    ],
)
def test_what_does_not_fit_is_refused(kind: str, payload: Any) -> None:
    with pytest.raises(ValueError):
        ev.event_from_record(kind, payload)


def test_newer_minor_fields_and_missing_ones_do_no_harm() -> None:
    record = {"bead": "b", "text": "x", "mood": "bright"}
    assert ev.event_from_record("NoteWritten", record) == ev.NoteWritten("b", "x")


def test_values_by_type() -> None:
    assert from_record(float, 3) == 3.0
    assert type(from_record(float, 3)) is float
    assert from_record(tuple[int, ...], [1, 2]) == (1, 2)
    assert from_record(tuple[str, float], ["a", 1]) == ("a", 1.0)
    assert from_record(int | str, "x") == "x"
    assert from_record(str | None, None) is None
    assert from_record(Any, {"a": [1]}) == {"a": [1]}
    assert to_record((Side.SOURCE, Span(1, 2), None, 1.5)) == ["source", {"start": 1, "end": 2}, None, 1.5]
    for wanted, value in ((str, None), (tuple[str, float], ["a"]), (Side, "middle"), (int | str, 1.5)):
        with pytest.raises(ValueError):
            from_record(wanted, value)
