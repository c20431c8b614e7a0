"""TBX in three dialects: what goes out comes in again, and files of other programs are understood."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import FileProblem
from workbench.model.term import Term, Termbase
from workbench.terms.files import FORMATS, format_of, read_term_file
from workbench.terms.tbx import Dialect, lost_in_tbx, read_tbx, termbase_to_tbx
from workbench.terms.termbase import demo_termbase, parse_termbase, termbase_to_csv

TERMS = Termbase(
    (
        Term(
            "风口", "hot trend", ("next big thing",), ("tuyere", "vent"), ("vent",), "n", "R&D <b>", "business", "fad"
        ),
        Term("风口", "tuyere", domain="metallurgy", sense="nozzle"),
        Term("C端", "consumer end"),
    ),
    "t.tbx",
)


@pytest.mark.parametrize("dialect", Dialect)
def test_what_is_written_is_read_again(dialect: Dialect) -> None:
    assert read_tbx(termbase_to_tbx(TERMS, dialect).encode(), "t.tbx", "t.tbx").termbase == TERMS


@pytest.mark.parametrize("dialect", Dialect)
def test_the_demo_termbase_survives(dialect: Dialect) -> None:
    demo = demo_termbase()
    again = read_tbx(termbase_to_tbx(demo, dialect).encode(), "d.tbx", demo.name).termbase
    for before, after in zip(demo.terms, again.terms, strict=True):
        assert (before.zh, before.approved, set(before.forbidden)) == (after.zh, after.approved, set(after.forbidden))
        assert set(before.source_only) == set(after.source_only)
        assert (before.note, before.domain, before.sense) == (after.note, after.domain, after.sense)


def test_each_dialect_writes_what_its_version_wants() -> None:
    old, dca, dct = (termbase_to_tbx(TERMS, dialect) for dialect in Dialect)
    for text, wanted in (
        (old, ("<martif", "<termEntry", '<termNote type="administrativeStatus">')),
        (dca, ('style="dca"', "<conceptEntry", '<descrip type="subjectField">')),
        (dct, ('style="dct"', "<min:administrativeStatus>deprecatedTerm-admn-sts<")),
    ):
        assert [piece for piece in wanted if piece not in text] == []


FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="a"><descripGrp><descrip type="definition">where hot blast enters</descrip></descripGrp>
 <langSet xml:lang="zh-Hans"><ntig><termGrp><term>风口</term></termGrp></ntig>
   <tig><term>进风口</term></tig></langSet>
 <langSet xml:lang="EN_us"><tig><term>tuyère</term>
   <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
   <tig><term>blast <hi>nozzle</hi></term></tig>
   <tig><term>tuyere</term><termNote type="normativeAuthorization">preferredTerm</termNote></tig></langSet>
 <langSet xml:lang="de"><tig><term>Windform</term></tig></langSet></termEntry>
<termEntry id="b"><langSet xml:lang="en"><tig><term>slag</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_a_file_of_another_program() -> None:
    read = read_tbx(FOREIGN.encode(), "f.tbx")
    (first,) = read.termbase.terms
    assert first.names == ("风口", "进风口")
    assert first.approved == ("tuyere", "blast nozzle")
    assert first.forbidden == ("tuyère",)
    assert first.sense == "where hot blast enters"
    assert any("1 of 2 concepts" in note for note in read.notes)
    assert any("de" in note for note in read.notes)


@pytest.mark.parametrize(
    "text",
    ["<html><body/></html>", "<martif><text/></martif>", FOREIGN.replace("zh-Hans", "ja"), "zh,en\n风口,tuyere\n"],
)
def test_what_is_no_termbase_is_refused(text: str) -> None:
    with pytest.raises(FileProblem, match=r"f\.tbx"):
        read_tbx(text.encode(), "f.tbx")


def test_what_gets_lost_is_told() -> None:
    odd = Termbase((Term("甲", "A", pos="idiom", extra=(("client", "Acme"),)),))
    assert [word in " ".join(lost_in_tbx(odd)) for word in ("client", "idiom")] == [True, True]
    assert lost_in_tbx(TERMS) == ()


def test_control_characters_make_no_broken_file() -> None:
    text = termbase_to_tbx(Termbase((Term("甲", "A\x1b[31m", note="\ud800"),)))
    assert read_tbx(text.encode(), "c.tbx").termbase.terms[0].en == "A\ufffd[31m"


def test_a_file_is_known_by_its_name_or_its_beginning(tmp_path: Path) -> None:
    for name in ("t.tbx", "t.xml", "t.txt"):
        (tmp_path / name).write_text(termbase_to_tbx(TERMS), encoding="utf-8")
        assert read_term_file(tmp_path / name).termbase.terms == TERMS.terms
    (tmp_path / "t.csv").write_text(termbase_to_csv(TERMS), encoding="utf-8")
    assert read_term_file(tmp_path / "t.csv").termbase.terms == TERMS.terms
    assert [format_of(Path(name)).name for name in ("a.tbx", "a.TSV", "a.csv", "a")] == ["tbx", "tsv", "csv", "csv"]


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_rows_survive_with_unknown_columns(name: str) -> None:
    terms = Termbase((Term('a"b', "x, y", ("z",), ("w",), (), "n", "n\t1", extra=(("client", "Acme, Ltd"),)),), "t")
    again = parse_termbase(FORMATS[name].write(terms), name="t", delimiter="\t" if name == "tsv" else ",")
    if name == "csv":
        assert again == terms
    else:
        assert again.terms[0].note == "n 1"
        assert FORMATS["tsv"].lost(terms)
        assert again.terms[0].extra == terms.terms[0].extra


WHOLE = Term(
    "风口",
    "tuyere",
    ("blast nozzle",),
    ("vent", "air mouth"),
    ("vent",),
    "n",
    "A part.",
    "metallurgy",
    "nozzle",
    zh_variants=("進風口", "风嘴"),
    context=("高炉", "炉缸"),
    reasons=(("vent", "a hole for any air"), ("air mouth", "no English")),
    source="Plant glossary 2024",
)


@pytest.mark.parametrize("dialect", list(Dialect))
def test_all_that_a_concept_holds_is_read_again(dialect: Dialect) -> None:
    text = termbase_to_tbx(Termbase((WHOLE,), "a"), dialect)
    assert read_tbx(text.encode(), "a.tbx", "a").termbase.terms == (WHOLE,)


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_columns_of_a_whole_concept(delimiter: str) -> None:
    whole = replace(WHOLE, status="approved")
    text = termbase_to_csv(Termbase((whole, Term("元宇宙", "metaverse"))), delimiter)
    assert parse_termbase(text).terms == (whole, Term("元宇宙", "metaverse"))


@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_list_in_the_place_of_one_term_is_parted(dialect: Dialect) -> None:
    literal = Termbase((Term("结核|结节", "nodule|nodules", ("lump",), ("tuber|tubers",)),))
    read = read_tbx(termbase_to_tbx(literal, dialect).encode(), "a.tbx", "a")
    (term,) = read.termbase.terms
    assert (term.names, term.approved) == (("结核", "结节"), ("nodule", "nodules", "lump"))
    assert term.forbidden == ("tuber", "tubers")
    assert [note for note in read.notes if "nodules" in note and "line " in note]
    again = read_tbx(termbase_to_tbx(read.termbase, dialect).encode(), "a.tbx", "a")
    assert (again.termbase, again.notes) == (read.termbase, ())
