"""What the commands write: the JSON that other programs read, files, and exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.model.span import Span

from .calling import EN, ZH, Call, records

# ---- align


def test_align_json_has_the_fields_in_order_and_every_sentence_once(call: Call) -> None:
    status, out, _ = call("align", "zh.txt", "en.txt", "--json")
    assert status == 0
    beads = records(out)
    assert [bead["bead"] for bead in beads] == list(range(len(beads)))
    for bead in beads:
        assert list(bead) == ["bead", "kind", "confidence", "reason", "source", "target", "inner"]
        assert bead["kind"] == f"{len(bead['source'])}-{len(bead['target'])}"
    for side, text in (("source", ZH), ("target", EN)):
        sentences = [sentence for bead in beads for sentence in bead[side]]
        assert all(list(sentence) == ["start", "end", "text"] for sentence in sentences)
        assert all(text[s["start"] : s["end"]] == s["text"] for s in sentences)
        assert "".join("".join(s["text"].split()) for s in sentences) == "".join(text.split())


def test_align_lines_numbers_lines_from_0_with_blank_ones(call: Call) -> None:
    _, out, _ = call("align", "zh.txt", "en.txt", "--json", "--lines")
    lines = [(s["line"], s["text"]) for bead in records(out) for s in bead["source"]]
    assert lines == [(0, "风口来了"), (2, "产业互联网的风口来了。谁都想飞得更高。"), (4, "他没有说一句话就走了。")]


def test_swapped_files_are_put_right_with_a_word(call: Call) -> None:
    _, right, _ = call("align", "zh.txt", "en.txt", "--json")
    status, swapped, told = call("align", "en.txt", "zh.txt", "--json")
    assert (status, swapped) == (0, right)
    assert "zh.txt" in told


def test_one_empty_side_is_unpaired_lines_and_two_are_no_input(call: Call) -> None:
    Path("empty.txt").write_text("")
    status, out, _ = call("align", "zh.txt", "empty.txt", "--json")
    assert status == 0
    assert {bead["kind"] for bead in records(out)} == {"1-0"}
    status, out, told = call("align", "empty.txt", "empty.txt", "--json")
    assert (status, out) == (2, "")
    assert told.count("\n") == 1


def test_offsets_count_crlf_as_two_and_no_byte_order_mark(call: Call) -> None:
    text = ZH.replace("\n", "\r\n")
    Path("zh.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    _, out, _ = call("align", "zh.txt", "en.txt", "--json")
    for bead in records(out):
        assert all(text[s["start"] : s["end"]] == s["text"] for s in bead["source"])


# ---- check

FIELDS = [
    *("id", "check", "severity", "bead", "side", "start", "end", "quote"),
    *("source_start", "source_end", "source_quote", "target_at", "message", "suggestions", "confidence", "group"),
]


def test_check_json_quotes_the_files(call: Call) -> None:
    status, out, _ = call("check", "zh.txt", "en.txt", "--json", "--terms", "terms.csv")
    assert status == 0
    found = records(out)
    assert found
    for finding in found:
        assert list(finding) == FIELDS
        text = ZH if finding["side"] == "source" else EN
        assert text[finding["start"] : finding["end"]] == finding["quote"]
        if finding["source_quote"] is not None:
            assert ZH[finding["source_start"] : finding["source_end"]] == finding["source_quote"]
    wrong = [f for f in found if f["check"] == "term.forbidden"]
    assert [f["start"] for f in wrong] == [EN.index("tuyere"), EN.rindex("tuyere")]
    assert {f["source_quote"] for f in wrong} == {"风口"}
    assert {f["suggestions"][0] for f in wrong} == {"hot trend"}
    assert len({f["id"] for f in found}) == len(found)


def test_plain_check_knows_no_terms_but_those_given(call: Call) -> None:
    _, out, _ = call("check", "zh.txt", "en.txt", "--json")
    assert not [f for f in records(out) if f["check"].startswith("term.")]


def test_check_of_english_alone_has_no_beads_and_no_source(call: Call) -> None:
    _, out, _ = call("check", "en.txt", "--json")
    found = records(out)
    assert found
    for finding in found:
        assert list(finding) == FIELDS
        assert (finding["bead"], finding["side"], finding["source_start"]) == (None, "target", None)
        assert EN[finding["start"] : finding["end"]] == finding["quote"]
    assert not [f for f in found if f["check"].startswith("segment.")]


def test_only_and_skip(call: Call) -> None:
    _, out, _ = call("check", "en.txt", "--json")
    checks = {f["check"] for f in records(out)}
    chosen = min(checks)
    _, only, _ = call("check", "en.txt", "--json", "--only", chosen)
    assert {f["check"] for f in records(only)} == {chosen}
    _, skipped, _ = call("check", "en.txt", "--json", "--skip", chosen)
    assert {f["check"] for f in records(skipped)} == checks - {chosen}
    status, _, told = call("check", "en.txt", "--only", "no.such")
    assert status == 2
    assert "no.such" in told


def test_fail_on_is_status_3_and_the_output_is_the_same(call: Call) -> None:
    arguments = ("check", "zh.txt", "en.txt", "--json", "--terms", "terms.csv")
    _, out, _ = call(*arguments)
    worst = {f["severity"] for f in records(out)}
    assert "major" in worst
    assert "critical" not in worst
    assert call(*arguments, "--fail-on", "major")[:2] == (3, out)
    assert call(*arguments, "--fail-on", "minor")[0] == 3
    assert call(*arguments, "--fail-on", "critical")[0] == 0


def test_an_untranslated_line_belongs_behind_the_text_before_it(call: Call) -> None:
    Path("zh.txt").write_text(ZH + "\n这一段完全没有被翻译出来，读者什么也看不到。\n", "utf-8")
    _, out, _ = call("check", "zh.txt", "en.txt", "--json", "--only", "segment")
    (finding,) = [f for f in records(out) if f["side"] == "source" and f["quote"].startswith("这一段")]
    assert finding["target_at"] == len(EN.rstrip())


# ---- score


def test_score_json_has_the_fields_and_sums(call: Call) -> None:
    status, out, _ = call("score", "zh.txt", "en.txt", "--json")
    assert status == 0
    scored = records(out)
    _, beads, _ = call("align", "zh.txt", "en.txt", "--json")
    assert [row["id"] for row in scored] == [str(n) for n in range(len(records(beads)))]
    for row, bead in zip(scored, records(beads), strict=True):
        assert list(row) == [
            *("id", "difficulty", "evidence", "risk", "p_major", "signature", "reasons", "bleu", "chrf", "ter")
        ]
        assert row["risk"] == row["difficulty"] + row["evidence"]
        for part in ("difficulty", "evidence"):
            assert sum(r["weight"] for r in row["reasons"] if r["part"] == part) == pytest.approx(row[part], abs=1e-9)
        for reason in row["reasons"]:
            assert list(reason) == ["part", "name", "weight", "side", "start", "end", "quote"]
            if reason["start"] is not None:
                first, text = bead[reason["side"]][0]["start"], ZH if reason["side"] == "source" else EN
                assert text[first + reason["start"] : first + reason["end"]] == reason["quote"]


def test_people_read_the_numbers_of_segments_from_one(call: Call) -> None:
    _, out, _ = call("score", "zh.txt", "en.txt", "--json")
    _, told, _ = call("score", "zh.txt", "en.txt")
    wanted = {str(int(row["id"]) + 1) for row in records(out)}
    assert {line.split()[0] for line in told.splitlines() if line[:1].isdigit() and "pairs" not in line} == wanted
    Path("p.tsv").write_text("7\t风口\tVent\n", "utf-8")
    assert "\n7 " in call("score", "p.tsv")[1].replace("       7", "7")


def test_pairs_are_scored_by_themselves_and_in_order(call: Call) -> None:
    Path("p.tsv").write_text('b\t他没有说话。\tHe "spoke.\na\t风口\tVent\tTrend\n', "utf-8")
    _, out, _ = call("score", "p.tsv", "--json")
    first, second = records(out)
    assert (first["id"], second["id"]) == ("b", "a")
    assert (first["bleu"], first["chrf"], first["ter"]) == (None, None, None)
    assert all(isinstance(second[name], float) for name in ("bleu", "chrf", "ter"))
    Path("p.jsonl").write_text('{"id": "a", "source": "风口", "target": "Vent", "reference": "Trend"}\n', "utf-8")
    _, alone, _ = call("score", "p.jsonl", "--json")
    assert records(alone) == [second]


def test_a_bad_row_is_told_with_its_number_after_those_before_it(call: Call) -> None:
    Path("p.tsv").write_text("a\t风口\tVent\nbroken\n", "utf-8")
    status, out, told = call("score", "p.tsv", "--json")
    assert status == 2
    assert "row 2" in told
    assert [row["id"] for row in records(out)] == ["a"]


# ---- projects


def test_without_a_terminal_review_tells_what_one_would_see_first(call: Call) -> None:
    status, out, _ = call("review", "zh.txt", "en.txt")
    assert status == 0
    assert "\x1b" not in out
    for told in ("Figures", "Findings", "Worst segments", "workbench review ", "MQM by human marks"):
        assert told in out
    (made,) = Path().glob("*.review")
    again = call("review", str(made))
    assert again[0] == 0
    assert again[1].splitlines()[0] == out.splitlines()[0]


def test_english_alone_is_reviewed_too(call: Call) -> None:
    status, out, _ = call("review", "en.txt", "--project", "alone.review")
    assert status == 0
    assert "no source" in out
    status, out, _ = call("check", "alone.review", "--json")
    assert status == 0
    assert {f["bead"] for f in records(out)} == {None}


def test_check_of_a_project_counts_in_the_segments_text_and_says_which(call: Call, project: Path) -> None:
    from workbench.session.session import Session

    with Session.open(project, read_only=True) as session:
        finals = [session.final(bead.id) for bead in session.beads]
        sources = [session.source(bead.id) for bead in session.beads]
    _, out, _ = call("check", str(project), "--json")
    found = records(out)
    assert found
    for finding in found:
        assert list(finding) == [*FIELDS, "text"]
        text = (sources if finding["side"] == "source" else finals)[finding["bead"]]
        assert text[finding["start"] : finding["end"]] == finding["quote"]
        assert finding["text"] == ("corrected" if finding["bead"] == 0 else "machine")
    assert not [f for f in found if f["bead"] == 0 and f["check"] == "term.forbidden"]
    assert [f for f in found if f["bead"] == 1 and f["check"] == "term.forbidden"]


def test_exports_hold_what_was_decided(call: Call, project: Path) -> None:
    _, text, _ = call("export", str(project), "--to", "text")
    assert text == EN.replace("The tuyere is here\n", "The hot trend is here\n").replace("here.Every", "here. Every")
    _, mqm, told = call("export", str(project), "--to", "mqm")
    assert "The <v>tuyere</v> is here" in mqm
    assert "left out" in told
    _, queries, _ = call("export", str(project), "--to", "queries")
    assert r"Who \| wants?" in queries
    _, changes, _ = call("export", str(project), "--to", "changes")
    assert "~~tuyere~~ → **hot trend**" in changes


def test_a_json_export_makes_the_same_project_again(call: Call, project: Path) -> None:
    assert call("export", str(project), "--to", "json", "-o", "e.json")[0] == 0
    assert call("review", "e.json", "--project", "again.review")[0] == 0
    assert call("export", "again.review", "--to", "json", "-o", "again.json")[0] == 0
    first, second = (json.loads(Path(name).read_text("utf-8")) for name in ("e.json", "again.json"))
    for name in ("documents", "beads", "entries", "terms", "segments", "annotations", "dismissals", "mqm"):
        assert first[name] == second[name], name
    status, _, told = call("review", "e.json", "--project", "again.review")
    assert status == 2
    assert "again.review" in told


def test_nothing_is_overwritten_unasked_and_inputs_never(call: Call, project: Path) -> None:
    before = {path: path.read_bytes() for path in (Path("zh.txt"), Path("en.txt"), project)}
    Path("out.txt").write_text("mine")
    status, _, told = call("export", str(project), "--to", "text", "-o", "out.txt")
    assert (status, Path("out.txt").read_text()) == (2, "mine")
    assert "--force" in told
    for path in before:
        for command in (("export", "--to", "text"), ("report",)):
            status, _, _ = call(command[0], str(project), *command[1:], "-o", str(path), "--force")
            assert status == 2
    assert {path: path.read_bytes() for path in before} == before
    assert call("export", str(project), "--to", "text", "-o", "out.txt", "--force")[0] == 0
    assert "hot trend" in Path("out.txt").read_text()
    assert not list(Path().glob(".workbench*"))


def test_an_output_that_cannot_be_written_is_one_sentence(call: Call, project: Path) -> None:
    for to in ("no/such/folder/x.txt", "."):
        status, out, told = call("export", str(project), "--to", "text", "-o", to)
        assert status in (1, 2)
        assert out == ""
        assert told.count("\n") == 1


def test_report_forms_by_name_and_by_option(call: Call, project: Path) -> None:
    for name, begin in (("r.html", "<!DOCTYPE html>"), ("r.md", "# Review:"), ("r.txt", "Review:")):
        assert call("report", str(project), "-o", name)[0] == 0
        written = Path(name).read_text("utf-8")
        assert written.startswith(begin)
        assert "wants?" in written
    _, out, _ = call("report", str(project), "--to", "markdown")
    assert out == Path("r.md").read_text("utf-8")


def test_log_tells_everything_with_what_was_undone(call: Call, project: Path) -> None:
    _, out, _ = call("log", str(project), "--json")
    entries = records(out)
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
    assert {entry["reviewer"] for entry in entries} == {"ana"}
    assert [e["kind"] for e in entries if e["undone"]] == ["StatusChanged"]
    assert entries[0]["segment"] == 1
    _, told, _ = call("log", str(project))
    assert told.count("(undone)") == 1
    # One line an act, whatever it changed.
    assert len(told.splitlines()) == len({entry["action"] for entry in entries}) + 1


def test_log_tells_a_batch_in_one_line(call: Call, project: Path) -> None:
    from workbench.session.session import Session

    with Session.open(project, reviewer="ana") as session:
        second = session.beads[1].id
        at = session.final(second).index("The")
        plans = session.plan_replace(second, Span(at, at + 3), "A")
        assert len({plan.bead for plan in plans}) > 1
        session.apply_fixes(plans, zh="风口", en="A")
        session.flush()
    _, told, _ = call("log", str(project))
    assert told.count(f"风口 = A in {len(plans)} places ({len(plans)} segments)") == 1


def test_terms_go_in_and_out(call: Call, project: Path) -> None:
    Path("more.tsv").write_text("en\tzh\tmine\nindustrial Internet\t产业互联网\tx\nbig wave\t风口\t\n", "utf-8")
    assert call("terms", "import", str(project), "more.tsv")[0] == 0
    _, out, _ = call("terms", "list", str(project), "--json")
    assert {(term["zh"], term["en"]) for term in records(out)} == {
        ("产业互联网", "industrial Internet"),
        ("风口", "big wave"),
    }
    _, csv, _ = call("terms", "export", str(project))
    assert "mine" in csv.splitlines()[0]
    assert call("terms", "export", str(project), "-o", "t.tsv")[0] == 0
    _, listed, _ = call("terms", "list", "t.tsv")
    assert "big wave" in listed


def test_a_project_that_is_open_elsewhere_is_read(call: Call, project: Path) -> None:
    from workbench.session.session import Session

    with Session.open(project, reviewer="ben"):
        assert call("export", str(project), "--to", "text")[0] == 0
        status, _, told = call("terms", "import", str(project), "terms.csv")
        assert status == 2
        assert "ben" in told


def test_demo_makes_its_project_once(call: Call) -> None:
    status, out, _ = call("demo", "sample")
    assert status == 0
    assert "Worst segments" in out
    assert "\x1b" not in out
    made = Path("sample/sample.review")
    size = made.stat().st_mtime_ns, len(call("log", str(made), "--json")[1])
    assert call("demo", "sample")[0] == 0
    assert len(call("log", str(made), "--json")[1]) == size[1]
    assert [path.name for path in Path("sample").iterdir()] == ["sample.review"]


def test_demo_where_no_folder_can_be_made(call: Call) -> None:
    Path("file").write_text("")
    status, out, told = call("demo", "file/below")
    assert (status, out) == (2, "")
    assert told.count("\n") == 1
