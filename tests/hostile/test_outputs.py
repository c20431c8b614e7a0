"""The hostile corpus through every writer and every command: no crash, no raw control byte, no lost text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.hostile.corpus import BYTES, HUGE, SMALL
from tests.making.reviews import Making, bitext_of
from workbench.cli.main import run
from workbench.formats import corrected_text, mqm_tsv, project_json, two_column
from workbench.formats.catalog import EXPORT_FORMATS
from workbench.formats.json_text import json_text
from workbench.formats.written import encodable

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What must not reach a terminal; tab and newline are told apart by each test."""


def review_of(hostile: str) -> Making:
    """The text on both sides, in a correction, a note, a query, a mark and a reviewer's name."""
    made = Making(bitext_of([("甲" + hostile + "乙", "x" + hostile + "y "), ("丙。", "Z.")]), reviewer="r" + hostile)
    made.flag(1, made.bead(1).target[0].text, note=hostile, category=hostile or "Other")
    made.correct(1, "c" + hostile, label=hostile)
    made.correct(2, hostile)
    return made


# ---- writers


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("form", [f.name for f in EXPORT_FORMATS])
def test_writers(form: str, name: str) -> None:
    made = review_of(SMALL[name])
    written = next(f for f in EXPORT_FORMATS if f.name == form).write(made.view(title=SMALL[name]))
    written.text.encode("utf-8")
    if not form.startswith("text"):
        assert not CONTROL.findall(written.text)


@pytest.mark.parametrize("name", SMALL)
def test_no_text_is_lost(name: str) -> None:
    hostile = SMALL[name]
    made = review_of(hostile)
    project = project_json.read(project_json.write(made.view()).text)
    assert project.bitext == made.review.bitext
    assert project.review().snapshot() == made.review.snapshot()
    untouched = Making(bitext_of([("甲" + hostile, "x" + hostile)]))
    assert corrected_text.write(untouched.view()).text == encodable(untouched.review.bitext.target.text)


@pytest.mark.parametrize("name", SMALL)
def test_tables_keep_their_shape(name: str) -> None:
    made = review_of(SMALL[name])
    for line in two_column.write(made.view()).text.removesuffix("\n").split("\n"):
        assert line.count("\t") == 1
    rows = mqm_tsv.write(made.view()).text.removesuffix("\n").split("\n")
    assert len(rows) == 2
    assert {row.count("\t") for row in rows} == {9}
    assert rows[1].count("<v>") == rows[1].count("</v>") == 1


@pytest.mark.parametrize("name", ["huge-spaces", "huge-newlines", "huge-chinese-stops", "huge-lines"])
def test_huge_texts_are_written(name: str) -> None:
    view = review_of(HUGE[name]).view()
    for form in EXPORT_FORMATS:
        form.write(view).text.encode("utf-8")


@pytest.mark.parametrize("name", SMALL)
def test_json_lines_are_one_line_and_the_same_value(name: str) -> None:
    text = json_text({"a": SMALL[name]})
    assert not re.search("[\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\U000e0000-\U000e01ef]", text)
    assert len(text.splitlines()) == 1
    assert text.encode("utf-8").isascii() or not CONTROL.search(text)
    assert json.loads(text) == {"a": SMALL[name]}


# ---- commands


def called(capfdbinary: pytest.CaptureFixture[bytes], *arguments: object) -> tuple[int, bytes, bytes]:
    status = run([str(argument) for argument in arguments])
    told = capfdbinary.readouterr()
    return status, told.out, told.err


def assert_harmless(out: bytes, err: bytes) -> None:
    assert b"Traceback" not in err
    assert not CONTROL.findall(out.decode("utf-8"))
    assert not CONTROL.findall(err.decode("utf-8"))


ENCODABLE = [name for name, text in SMALL.items() if encodable(text) == text]


@pytest.mark.parametrize("name", ENCODABLE)
def test_commands_on_texts(name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    source, target = tmp_path / "zh.txt", tmp_path / "en.txt"
    source.write_bytes(f"风口来了。{SMALL[name]}\n谁都想飞。\n".encode())
    target.write_bytes(f"The tuyere is here. {SMALL[name]}\nEveryone wants to fly.\n".encode())
    frozen = {side: path.read_bytes() for side, path in (("source", source), ("target", target))}
    for command in ("align", "check", "score"):
        for more in ((), ("--json",), ("--json", "--lines")):
            status, out, err = called(capfdbinary, command, source, target, *more)
            assert status == 0, err
            assert_harmless(out, err)
            records = [json.loads(line) for line in out.decode("utf-8").splitlines()] if more else []
            for record in records:
                if command == "align":
                    assert_quotes(record, frozen)
                if command == "check" and record["start"] is not None:
                    text = frozen[record["side"]].decode("utf-8").removeprefix("\ufeff")
                    assert text[record["start"] : record["end"]] == record["quote"]
    assert {side: path.read_bytes() for side, path in (("source", source), ("target", target))} == frozen


def assert_quotes(record: dict[str, object], frozen: dict[str, bytes]) -> None:
    for side in ("source", "target"):
        text = frozen[side].decode("utf-8").removeprefix("\ufeff")
        for sentence in record[side]:  # type: ignore[attr-defined]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]


@pytest.mark.slow
@pytest.mark.parametrize("command", ["align", "check", "score"])
@pytest.mark.parametrize("name", ["huge-word", "huge-chinese", "huge-combining", "huge-newlines"])
def test_commands_on_a_million_characters(
    name: str, command: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    source, target = tmp_path / "zh.txt", tmp_path / "en.txt"
    source.write_text("风口来了。\n", "utf-8")
    target.write_text(f"The tuyere is here. {HUGE[name]}\n", "utf-8")
    status, out, err = called(capfdbinary, command, source, target, "--json")
    assert status == 0, err
    assert_harmless(out, err)


@pytest.mark.parametrize("name", SMALL)
def test_score_of_pairs(name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    pairs = tmp_path / "pairs.jsonl"
    rows = [
        {"id": SMALL[name], "source": SMALL[name], "target": SMALL[name], "reference": SMALL[name]},
        {"id": "2", "source": "风口。", "target": SMALL[name]},
        {"id": "3", "source": SMALL[name], "target": "Fine."},
    ]
    pairs.write_text("".join(json.dumps(row) + "\n" for row in rows), "ascii")
    for more in ((), ("--json",)):
        status, out, err = called(capfdbinary, "score", pairs, *more)
        assert status == 0, err
        assert_harmless(out, err)
        if more:
            assert [json.loads(line)["id"] for line in out.splitlines()] == [SMALL[name], "2", "3"]


@pytest.mark.parametrize("name", ENCODABLE)
def test_a_project_through_every_command(
    name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("zh.txt").write_bytes(f"风口来了。{SMALL[name]}\n谁都想飞。\n".encode())
    Path("en.txt").write_bytes(f"The tuyere is here. {SMALL[name]}\nEveryone wants to fly.\n".encode())
    status, out, err = called(
        capfdbinary, "review", "zh.txt", "en.txt", "--project", "p.review", "--reviewer", "\x1b[1m"
    )
    assert status == 0, err
    assert_harmless(out, err)
    for command in (["log"], ["log", "--json"], ["report"], ["check", "--json"], ["score"], ["align"]):
        status, out, err = called(capfdbinary, command[0], "p.review", *command[1:])
        assert status == 0, err
        assert_harmless(out, err)
    for form in EXPORT_FORMATS:
        status, out, err = called(capfdbinary, "export", "p.review", "--to", form.name)
        assert status == 0, err
        if form.name == "text":
            assert out.decode("utf-8") == Path("en.txt").read_bytes().decode("utf-8").removeprefix("\ufeff")
        if not form.name.startswith("text"):
            assert_harmless(out, err)


@pytest.mark.parametrize("name", BYTES)
def test_files_that_are_no_proper_text(name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    odd, fine = tmp_path / "odd", tmp_path / "fine.txt"
    odd.write_bytes(BYTES[name])
    fine.write_text("Everything is fine.\n", "utf-8")
    for arguments in (
        ("check", odd, fine),
        ("check", fine, odd),
        ("check", odd),
        ("align", odd, odd),
        ("score", odd, fine),
    ):
        status, out, err = called(capfdbinary, *arguments)
        assert status in (0, 2), err
        assert_harmless(out, err)
        assert status == 0 or err.count(b"\n") == 1


@pytest.mark.parametrize("name", ["pairs.tsv", "pairs.jsonl", "p.review", "terms.csv", "export.json"])
@pytest.mark.parametrize("data", BYTES)
def test_odd_files_where_others_are_wanted(
    name: str, data: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(BYTES[data])
    command = {"pairs": "score", "p": "log", "terms": "terms list", "export": "review"}[name.split(".")[0]]
    status, out, err = called(capfdbinary, *command.split(), name)
    assert status in (0, 2), err
    assert_harmless(out, err)
    assert Path(name).read_bytes() == BYTES[data]
