"""References and profiles from the command line: sacrebleu's figures, signed, and what does not fit is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import sacrebleu

from workbench.model.finding import Severity
from workbench.model.span import Span
from workbench.session.session import Session

from .calling import Call, records

ZH = "市场去年下跌了三分之一。\n银行也关门了。\n张伟买了三本书。\n"
EN = "The market fell by a third last year.\nThe bank also shut the door.\nZhang Wei got three books.\n"
REF = "Last year the market fell by one third.\nThe banks closed too.\nZhang Wei bought three books.\n"


def _files(tmp_path: Path) -> tuple[str, str, str]:
    names = []
    for name, text in (("f.zh.txt", ZH), ("f.en.txt", EN), ("f.ref.txt", REF)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        names.append(str(tmp_path / name))
    return names[0], names[1], names[2]


def test_score_with_a_reference_is_sacrebleus(call: Call, tmp_path: Path) -> None:
    source, target, reference = _files(tmp_path)
    _, out, told = call("score", source, target, "--reference", reference, "--json")
    machine, gold = EN.splitlines(), REF.splitlines()
    for line, said, right in zip(records(out), machine, gold, strict=True):
        assert line["bleu"] == sacrebleu.sentence_bleu(said, [right]).score
        assert line["ter"] == sacrebleu.sentence_ter(said, [right]).score
    corpus = sacrebleu.corpus_chrf(machine, [gold])
    assert f"chrf {corpus.score:.1f}" in told
    assert "nrefs:1" in told


def test_references_of_pairs_are_lines(call: Call, tmp_path: Path) -> None:
    *_, reference = _files(tmp_path)
    pairs = tmp_path / "p.tsv"
    rows = [f"{i}\t{zh}\t{en}" for i, (zh, en) in enumerate(zip(ZH.splitlines(), EN.splitlines(), strict=True))]
    pairs.write_text("\n".join(rows) + "\n", encoding="utf-8")
    _, out, _ = call("score", str(pairs), "--reference", reference, "--json")
    assert [line["chrf"] for line in records(out)] == [
        sacrebleu.sentence_chrf(said, [right]).score
        for said, right in zip(EN.splitlines(), REF.splitlines(), strict=True)
    ]
    pairs.write_text("\n".join(rows[:2]) + "\n", encoding="utf-8")
    status, _, told = call("score", str(pairs), "--reference", reference)
    assert status == 2
    assert "3 lines for 2 pairs" in told


def test_paired_test_of_a_project(call: Call, tmp_path: Path) -> None:
    source, target, reference = _files(tmp_path)
    project = str(tmp_path / "f.review")
    call("review", source, target, "--project", project, "--reference", reference)
    status, out, _ = call("score", project, "--paired", "--most", "1")
    assert status == 0
    assert "paired bootstrap, 3 segments" in out
    assert "p = " in out
    assert call("score", source, target, "--paired")[0] == 2


def test_a_profile_counts_again_and_stays(call: Call, tmp_path: Path) -> None:
    source, target, _ = _files(tmp_path)
    project = str(tmp_path / "f.review")
    call("review", source, target, "--project", project)
    assert "mqm-2.0-raw|version:1" in call("report", project, "--profile", "mqm-2.0-raw")[1]
    assert "mqm-2.0-raw|version:1" in call("report", project)[1]
    assert "sae-j2450" not in call("report", project)[1]
    assert call("report", project, "--profile", "nothing")[0] == 2
    assert call("report", project, "--profile", "mqm-marot")[1].count("mqm-marot|version:1") == 1
    assert "mqm-marot|version:1" in call("report", project)[1]  # kept
    assert "mqm-google-2022|version:1" in call("report", project, "--profile", "mqm-google-2022")[1]
    told = call("report", project, "--profile", "nothing")[2]
    assert "mqm-marot" in told
    listed = call("report", "--list-profiles")[1]
    assert "iso-5060-style" in listed
    assert "mqm-marot: MQM as Marot counts it" in listed
    assert "not verified: the weights of each category" in listed


def test_exports_of_several_reviewers_are_compared_in_one_command(call: Call, tmp_path: Path) -> None:
    source, target, _ = _files(tmp_path)
    made = []
    for name, severity in (("ann", Severity.MAJOR), ("bob", Severity.MINOR), ("eve", Severity.MAJOR)):
        project, export = str(tmp_path / f"{name}.review"), str(tmp_path / f"{name}.json")
        call("review", source, target, "--project", project)
        with Session.open(project, reviewer=name) as session:
            session.flag(session.beads[0].id, severity=severity, target=Span(4, 10))
        assert call("export", project, "--to", "json", "-o", export)[0] == 0
        made.append(export)
    status, out, _ = call("report", *made[:2], str(tmp_path / "eve.review"))
    assert status == 0
    assert "1 segment that all judged" in out
    assert "1 - observed / expected disagreement (Krippendorff 2011)" in out
    assert out.count("(observed - chance) / (1 - chance) agreement") == 6  # three pairs, severity and category
    assert call("report", made[0], str(tmp_path / "nothing.json"))[0] == 2


def test_two_projects_are_compared(call: Call, tmp_path: Path) -> None:
    source, target, _ = _files(tmp_path)
    projects = [str(tmp_path / name) for name in ("one.review", "two.review")]
    for project in projects:
        call("review", source, target, "--project", project)
    status, out, _ = call("report", *projects)
    assert status == 0
    assert "alpha, severity" in out
    assert "krippendorff-alpha|ordinal" in out


def test_scores_of_another_program_stand_beside_ours(call: Call, tmp_path: Path) -> None:
    source, target, _ = _files(tmp_path)
    project = str(tmp_path / "f.review")
    call("review", source, target, "--project", project)
    scores = tmp_path / "comet.jsonl"
    rows = ['{"id": "1", "score": 0.5, "model": "kiwi", "licence": "CC BY-NC-SA 4.0"}', '{"id": 2, "score": 0.9}']
    scores.write_text("\n".join(rows) + "\n", encoding="utf-8")
    before = records(call("score", project, "--json")[1])
    assert call("score", project, "--import", str(scores))[0] == 0
    report = call("report", project)[1]
    assert "kiwi (imported) 0.7000" in report
    assert "licence:CC BY-NC-SA 4.0" in report.replace("\n    ", " ")
    after = records(call("score", project, "--json")[1])
    beside = [line.pop("imported", {}) for line in after]
    assert after == before  # never mixed with ours
    assert [one.get("kiwi") for one in beside] == [0.5, 0.9, None]
    assert beside[0]["kiwi + 0.3 risk"] > beside[1]["kiwi + 0.3 risk"]
    assert "kiwi 0.500; kiwi + 0.3 risk" in call("score", project)[1]
    for row in ('{"id": "9", "score": 1}', '{"id": "1", "score": "x", "model": "m"}', "[]", '{"id": "1", "score": 1}'):
        scores.write_text(row + "\n", encoding="utf-8")
        assert call("score", project, "--import", str(scores))[0] == 2
    assert call("score", source, target, "--import", str(scores))[0] == 2


def test_a_model_of_ones_own_is_named_with_its_licence_before_use(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.unit.session.test_importing import Length
    from workbench.score import scorers

    monkeypatch.setattr(scorers, "open_scorer", lambda name, path: Length())
    source, target, _ = _files(tmp_path)
    project = str(tmp_path / "f.review")
    call("review", source, target, "--project", project)
    status, _, told = call("score", project, "--with", "length", "--model", str(tmp_path))
    assert status == 2
    assert "length: the licence of this model is MIT." in told
    assert "--yes" in told
    assert not any("imported" in line for line in records(call("score", project, "--json")[1]))
    status, out, _ = call("score", project, "--with", "length", "--model", str(tmp_path), "--yes")
    assert status == 0
    assert "licence:MIT" in out
    assert records(call("score", project, "--json")[1])[0]["imported"]["length"] == len(EN.splitlines()[0])
    assert call("score", project, "--with", "length")[0] == 2
    assert call("score", source, target, "--with", "length", "--model", str(tmp_path), "--yes")[0] == 2
