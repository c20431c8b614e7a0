"""`workbench terms`: candidates, and the formats of termbases."""

from __future__ import annotations

from pathlib import Path

from .calling import Call, records

BOMB = '<!DOCTYPE martif [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><martif>&b;</martif>'


def test_candidates_are_a_termbase_that_can_be_imported(call: Call, project: Path) -> None:
    status, out, _ = call("terms", "extract", "zh.txt", "en.txt", "-o", "candidates.csv")
    assert (status, out) == (0, "")
    header, *rows = Path("candidates.csv").read_text("utf-8").splitlines()
    assert header == "zh,en,variants,forbidden,source_only,pos,note,domain,sense,frequency,renderings"
    assert any(row.startswith("风口,") for row in rows)
    filled = [row if row.split(",")[1] else row.replace(",,", ",filled in,", 1) for row in rows]
    Path("candidates.csv").write_text("\n".join([header, *filled]) + "\n", "utf-8")
    assert call("terms", "import", str(project), "candidates.csv")[0] == 0


def test_candidates_as_json_and_without_the_known(call: Call) -> None:
    _, out, _ = call("terms", "extract", "zh.txt", "en.txt", "--json")
    found = {one["zh"]: one for one in records(out)}
    assert list(found["风口"]) == ["zh", "en", "frequency", "segments", "renderings", "unrendered", "score"]
    assert found["风口"]["frequency"] == 2
    _, out, _ = call("terms", "extract", "zh.txt", "en.txt", "--json", "--terms", "terms.csv")
    assert "风口" not in {one["zh"] for one in records(out)}


def test_candidates_never_take_the_place_of_an_input(call: Call) -> None:
    before = Path("zh.txt").read_bytes()
    status, _, told = call("terms", "extract", "zh.txt", "en.txt", "-o", "zh.txt", "--force")
    assert status == 2
    assert "zh.txt" in told
    assert Path("zh.txt").read_bytes() == before


def test_a_project_gives_tbx_and_takes_it_again(call: Call, project: Path) -> None:
    _, before, _ = call("terms", "list", str(project), "--json")
    for name, to in (("a.tbx", None), ("b.tbx", "tbx3"), ("c.tbx", "tbx3-dct")):
        wanted = ["--to", to] if to else []
        assert call("terms", "export", str(project), "-o", name, *wanted)[0] == 0
        _, out, _ = call("terms", "list", name, "--json")
        assert [(t["zh"], t["en"]) for t in records(out)] == [(t["zh"], t["en"]) for t in records(before)]
    status, _, told = call("terms", "import", str(project), "b.tbx")
    assert status == 0
    assert "known already" in told
    assert call("check", "zh.txt", "en.txt", "--terms", "c.tbx")[0] == 0


def test_a_bomb_and_an_unknown_format_are_refused(call: Call, project: Path) -> None:
    Path("bomb.tbx").write_text(BOMB)
    status, out, told = call("terms", "import", str(project), "bomb.tbx")
    assert (status, out) == (2, "")
    assert "bomb.tbx" in told
    assert "Traceback" not in told
    assert call("terms", "export", str(project), "--to", "xlsx")[0] == 2


def test_a_check_profile_is_kept_by_the_project(call: Call) -> None:
    Path("desk.toml").write_text('[checks]\nspacing = "off"\n"text.untranslated" = "critical"\n', "utf-8")
    _, out, _ = call("check", "zh.txt", "en.txt", "--json", "--profile", "desk.toml")
    kept = {one["check"]: one["severity"] for one in records(out)}
    assert kept["text.untranslated"] == "critical"
    assert not [check for check in kept if check.startswith("spacing")]
    assert call("review", "zh.txt", "en.txt", "--project", "q.review", "--profile", "desk.toml")[0] == 0
    _, out, _ = call("check", "q.review", "--json")
    assert {one["check"]: one["severity"] for one in records(out)} == kept
    Path("other.toml").write_text("[checks]\n", "utf-8")
    assert call("review", "q.review", "--profile", "other.toml")[0] == 0
    _, out, _ = call("check", "q.review", "--json")
    assert "spacing.after_stop" in {one["check"] for one in records(out)}
    Path("wrong.toml").write_text('[checks]\nspaces = "off"\n', "utf-8")
    status, _, told = call("check", "zh.txt", "en.txt", "--profile", "wrong.toml")
    assert (status, told.count("\n")) == (2, 1)
    assert "wrong.toml" in told
    assert call("review", "zh.txt", "en.txt", "--project", "new.review", "--profile", "wrong.toml")[0] == 2
    assert not Path("new.review").exists()


def test_an_import_tells_of_a_list_in_the_place_of_one_term(call: Call, project: Path) -> None:
    Path("list.csv").write_text("zh,en\n结核,nodule|nodules\n", "utf-8")
    status, _, told = call("terms", "import", str(project), "list.csv")
    assert status == 0
    assert "list.csv: line 2" in told
    _, out, _ = call("terms", "list", str(project), "--json")
    (term,) = [one for one in records(out) if one["zh"] == "结核"]
    assert (term["en"], term["variants"]) == ("nodule", ["nodules"])
