"""A JSON export that was damaged: a right project, or one sentence and no project."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.cli.importing import import_project
from workbench.errors import FileProblem
from workbench.model.span import Side
from workbench.session.session import Session
from workbench.session.values import Place

from .calling import Call

VALUES = (
    None,
    True,
    -1,
    0,
    3,
    10**30,
    1.5,
    float("nan"),
    "",
    "x",
    "target",
    "\ud800",
    [],
    [1],
    {},
    {"a": 1},
    [[]],
    "1",
)
DERIVED = ("segments", "annotations", "dismissals", "term_decisions", "mqm")


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*path, key)
        yield from places(item, (*path, key))


def attempted(made: Path) -> str:
    """What is told of the import; empty if there is a project."""
    try:
        import_project(Path("damaged.json"), made, "ana")
    except FileProblem as problem:
        return str(problem)
    return ""


@pytest.mark.timeout(120)
@pytest.mark.parametrize("seed", range(4))
def test_any_value_anywhere(call: Call, project: Path, seed: int) -> None:
    with Session.open(project, reviewer="ana") as session:
        session.save_place(Place(session.beads[1].id, Side.TARGET, 2))
        session.join(session.beads[0].id)
    assert call("export", str(project), "--to", "json", "-o", "e.json")[0] == 0
    record = json.loads(Path("e.json").read_text("utf-8"))
    chance = random.Random(seed)
    everywhere = [place for place in places(record) if place[0] not in DERIVED]
    assert len(everywhere) > 200
    made = Path("damaged.review")
    for place in chance.sample(everywhere, 60):
        damaged = copy.deepcopy(record)
        holder = damaged
        for key in place[:-1]:
            holder = holder[key]
        value = chance.choice(VALUES)
        holder[place[-1]] = value
        Path("damaged.json").write_text(json.dumps(damaged), "utf-8")
        told = attempted(made)
        if told:
            assert told.startswith("damaged.json: "), (place, value)
            assert "\n" not in told
            assert "Error" not in told
            assert not made.exists(), (place, value)
            continue
        with Session.open(made, reviewer="ana") as session:
            assert session.warnings == (), (place, value)
            assert len(session.entries) == len(record["entries"])
        made.unlink()
    assert not [path for path in Path().iterdir() if path.name.startswith(".damaged")]


@pytest.mark.parametrize(
    ("where", "value", "told"),
    [
        (("place",), {"bead": "x", "side": "middle", "offset": 1}, "place.side: 'middle' is no Side"),
        (("place",), {"bead": "x", "side": "source", "offset": -1}, "place.offset: -1 is no place in a text"),
        (("beads", 1, "confidence"), 7, "the confidence of segment 2 is not between 0 and 1"),
        (("beads", 0, "source", 0, "start"), "0", "beads[0].source[0].start: a whole number expected, not '0'"),
        (("documents", "source", "side"), "target", "documents.source.side: this is the target text"),
        (("entries", 0, "event", "annotation"), None, "entries[0].event.annotation: an object expected"),
        (("entries", 0, "at"), "\ud800", "entries[0].at: a lone surrogate has no place here"),
        (("version",), True, "its version True is unknown"),
        (("terms", 0, "zh"), " ", "a term lacks its Chinese"),
    ],
)
def test_the_place_is_named(call: Call, project: Path, where: tuple[Any, ...], value: Any, told: str) -> None:
    assert call("export", str(project), "--to", "json", "-o", "e.json")[0] == 0
    record = json.loads(Path("e.json").read_text("utf-8"))
    holder = record
    for key in where[:-1]:
        holder = holder[key]
    holder[where[-1]] = value
    Path("e.json").write_text(json.dumps(record), "utf-8")
    status, out, said = call("review", "e.json", "--project", "again.review")
    assert (status, out) == (2, "")
    assert told in said
    assert not Path("again.review").exists()


def test_the_title_comes_back(call: Call, project: Path) -> None:
    assert call("export", str(project), "--to", "json", "-o", "e.json")[0] == 0
    assert call("review", "e.json", "--project", "other.review")[0] == 0
    assert call("export", "other.review", "--to", "json", "-o", "f.json")[0] == 0
    first, second = (json.loads(Path(name).read_text("utf-8")) for name in ("e.json", "f.json"))
    assert first["title"] == "p"
    assert {**first, "program": ""} == {**second, "program": ""}


def test_an_import_keeps_to_the_name_of_a_project(call: Call, project: Path) -> None:
    assert call("export", str(project), "--to", "json", "-o", "e.json")[0] == 0
    status, _, told = call("review", "e.json", "--project", "again.txt")
    assert status == 2
    assert "Call it again.txt.review" in told
    assert not Path("again.txt").exists()
