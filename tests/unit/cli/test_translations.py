"""Several translations of one source from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
import sacrebleu

from .calling import Call, records

ZH = "市场去年下跌了三分之一。\n银行也关门了。\n张伟买了三本书。\n"
EN = "The market fell by a third last year.\nThe bank also shut the door.\nZhang Wei got three books.\n"
OTHER = "Last year the market fell by one third.\nThe banks closed too.\nZhang Wei bought three books.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, str]:
    names = []
    for name, text in (("f.zh.txt", ZH), ("f.en.txt", EN), ("other.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        names.append(str(tmp_path / name))
    return names[0], names[1], names[2]


def test_score_compares_ranks_and_says_which_translation_a_line_is_of(call: Call, files: tuple[str, str, str]) -> None:
    source, target, other = files
    status, out, told = call("score", source, target, "--also", f"deepl={other}", "--reference", other, "--json")
    assert status == 0
    lines = records(out)
    assert [(line["system"], line["id"]) for line in lines] == [
        (name, str(n)) for name in ("f.en.txt", "deepl") for n in range(3)
    ]
    weight = {r["name"]: r["weight"] for r in lines[1]["reasons"]}["others.disagreement"]
    chrf = sacrebleu.sentence_chrf(EN.splitlines()[1], [OTHER.splitlines()[1]]).score
    assert weight == pytest.approx(14 * (1 - chrf / 100))
    assert "evidence, 1. " in told
    assert "test:paired-bootstrap" in told
    assert "f.en.txt and deepl, paired bootstrap, 3 segments that both have:" in told
    _, alone, _ = call("score", source, target, "--json")
    assert all("system" not in line for line in records(alone))


def test_a_project_keeps_several_and_each_command_speaks_of_one(call: Call, files: tuple[str, str, str]) -> None:
    source, target, other = files
    project = str(Path(source).with_name("p.review"))
    assert call("review", source, target, "--project", project, "--also", f"deepl={other}")[0] == 0
    _, out, told = call("export", project, "--to", "text")
    assert out.startswith("The market fell by a third")
    assert "holds several translations (f.en.txt, deepl): this is f.en.txt." in told
    assert call("export", project, "--to", "text", "--translation", "deepl")[1].startswith("Last year the market")
    assert call("export", project, "--to", "text", "--translation", "2")[1].startswith("Last year the market")
    assert call("repair", project, "merge", "1", "--translation", "deepl", "--reviewer", "r")[0] == 0
    assert len(records(call("log", project, "--json", "--translation", "deepl")[1])) == 1
    assert records(call("log", project, "--json")[1]) == []
    assert "evidence, 2. " in call("report", project)[1]
    status, _, told = call("check", project, "--translation", "x")
    assert status == 2
    assert "no translation x. There are: f.en.txt, deepl." in told


def test_what_cannot_be_is_told(call: Call, files: tuple[str, str, str]) -> None:
    source, target, other = files
    assert call("check", source, target, "--translation", "deepl")[0] == 2
    assert call("score", source, target, "--also", f"x={source}")[0] == 2
    assert call("score", source, target, "--also", f"x={other}", "--also", f"x={target}")[0] == 2
    assert call("review", source, target, "--also", "=")[0] == 2
    status, _, told = call("score", source, target, "--also", "x=gone.txt")
    assert status == 2
    assert "gone.txt" in told
    english = str(Path(target).with_name("alone.review"))
    call("review", target, "--project", english)
    status, _, told = call("review", english, "--also", f"x={other}")
    assert status == 2
    assert "paired through the source" in told


@pytest.mark.parametrize("name", ["a b/../", "a\\b", "a\tb", "a\x1b[31mb", "a\u202eb", "..", "a" * 101])
def test_a_name_that_cannot_be_is_refused_in_one_sentence(call: Call, files: tuple[str, str, str], name: str) -> None:
    source, target, other = files
    for command in ("score", "review"):
        status, _, told = call(command, source, target, "--also", f"{name}={other}")
        assert status == 2
        assert "NAME=FILE" in told
        assert "\x1b" not in told
    assert call("score", source, target, "--also", f"{'a' * 100}={other}", "--json")[0] == 0
