from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import FileProblem
from workbench.model.term import Term
from workbench.terms.files import read_term_file, read_termbase
from workbench.terms.termbase import demo_termbase, parse_termbase, termbase_to_csv


def test_columns_are_found_by_name_in_any_order_and_unknown_ones_kept() -> None:
    text = "note,EN,client,zh,variants,source_only,forbidden\n"
    text += "n,hot trend,ACME,风口,trend|next big thing,vent,tuyere|vent\n"
    (term,) = parse_termbase(text).terms
    assert term == Term(
        zh="风口",
        en="hot trend",
        variants=("trend", "next big thing"),
        forbidden=("tuyere", "vent"),
        source_only=("vent",),
        note="n",
        extra=(("client", "ACME"),),
    )


def test_source_only_is_forbidden_too() -> None:
    (term,) = parse_termbase("zh,en,source_only\n流量,traffic,flow\n").terms
    assert term.forbidden == ("flow",)


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_reading_what_was_written_gives_the_same(delimiter: str) -> None:
    text = 'zh\ten\tvariants\tfield\n风口\ta "hot" trend, really\tx|y\tz\n风口\ttuyere\t\t"quoted"\n'
    terms = parse_termbase(text, delimiter="\t").terms
    assert terms[0].en == 'a "hot" trend, really'
    written = termbase_to_csv(parse_termbase(text, delimiter="\t"), delimiter)
    assert parse_termbase(written, delimiter=delimiter).terms == terms


def test_several_rows_with_one_term_are_several_senses() -> None:
    terms = parse_termbase("zh,en,domain\n风口,hot trend,business\n风口,tuyere,metallurgy\n").terms
    assert [term.domain for term in terms] == ["business", "metallurgy"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("zh,note\n风口,x\n", 'line 1: no column is named "en"'),
        ("zh,en\n风口,hot trend\n\n,nothing\n", "line 4: there is no Chinese term"),
        ("zh,en\n风口,\n", "line 2: there is no English rendering"),
        ("zh,en\n风口,hot trend,tuyere\n", "line 2 has 3 cells"),
        ("zh,en,EN\n", 'two columns are named "en"'),
        ("zh,en,forbidden\n风口,hot trend,Hot Trend\n", "line 2: 'Hot Trend' stands for 风口 both as right"),
        ('zh,en\n风口,"hot trend\n', "line 2"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(FileProblem) as caught:
        parse_termbase(text, name="terms.csv")
    assert told in str(caught.value)
    assert str(caught.value).startswith("terms.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "terms.tsv"
    rows = "".join(f"{zh}\t{en}\r\n" for zh, en in [("风口", "hot trend"), ("流量", "traffic"), ("平台", "platform")])
    path.write_bytes(("zh\ten\r\n" + rows).encode(encoding))
    assert [term.zh for term in read_termbase(path).terms] == ["风口", "流量", "平台"]


def test_a_missing_file_and_a_directory_are_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(FileProblem):
            read_termbase(path)


def test_the_demo_termbase_knows_the_senses_of_its_words() -> None:
    termbase = demo_termbase()
    assert len(termbase.terms) >= 40
    senses = {term.domain: term for term in termbase.terms if term.zh == "风口"}
    assert "tuyere" in senses["business"].forbidden
    assert senses["metallurgy"].en == "tuyere"
    assert parse_termbase(termbase_to_csv(termbase)).terms == termbase.terms


def test_broken_bytes_are_told_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes("zh,en\n风口,hot trend\n平台,plat".encode() + b"\xff" + b"form\n")
    (note,) = read_term_file(file).notes
    assert "t.csv" in note
    assert "line 3" in note


def test_a_list_in_the_place_of_one_term_is_the_term_and_its_variants(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("zh,en,variants,zh_variants\n平台,platform,,\n结核| 结节,nodule|nodules,lump|nodules,瘤\n", "utf-8")
    read = read_term_file(file)
    assert read.termbase.terms[1] == Term("结核", "nodule", ("nodules", "lump"), zh_variants=("结节", "瘤"))
    chinese, english = read.notes
    assert "t.csv: line 3" in chinese
    assert "结节" in chinese
    assert "t.csv: line 3" in english
    assert "nodules" in english
    again = tmp_path / "again.csv"
    again.write_text(termbase_to_csv(read.termbase), "utf-8")
    assert read_term_file(again).termbase.terms == read.termbase.terms
    assert read_term_file(again).notes == ()


def test_a_list_whose_variant_is_forbidden_is_refused() -> None:
    with pytest.raises(FileProblem, match="both as right and as forbidden"):
        parse_termbase("zh,en,forbidden\n结核,nodule|lump,lump\n")
    with pytest.raises(FileProblem, match="no English rendering"):
        parse_termbase("zh,en\n结核,|\n")
