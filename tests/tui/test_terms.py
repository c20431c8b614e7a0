"""The terms screen: listed, searched, written, taken out and taken in, each with its way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.fake_session import FakeSession
from tests.tui.player import Player, playing
from workbench.model.term import Term
from workbench.terms.own import OwnTerms
from workbench.tui.screens.concordance import ConcordanceScreen
from workbench.tui.screens.fixes import FixesScreen
from workbench.tui.screens.term_form import TermForm, read, written
from workbench.tui.screens.terms import TermsScreen
from workbench.tui.term_list import matching, term_lines

MORE = (
    Term("茶馆", "teahouse", domain="culture", forbidden=("tea shop",), reasons=(("tea shop", "one buys tea there"),)),
    Term("码头", "wharf", sense="for ships", status="approved"),
    Term("粮价", "grain price"),
    Term("平台", "platform"),
)


async def opened(p: Player, *terms: Term) -> TermsScreen:
    for term in terms:
        p.session.add_term(term)
    await p.press("B")
    screen = p.app.screen
    assert isinstance(screen, TermsScreen)
    await p.looked()
    return screen


def rows(p: Player) -> list[str]:
    """The Chinese of the lines of the list."""
    return [line[2:].split()[0] for line in p.lines[2:-6] if line.strip()]


async def test_terms_with_findings_come_first_then_those_in_the_text() -> None:
    async with playing() as p:
        await opened(p, *MORE)
        assert rows(p) == ["火候", "茶馆", "码头", "粮价", "平台"]
        assert "5 terms, 4 in the text" in p.text
        assert "approved" in p.text
        await p.press("j")
        assert "tea shop (one buys tea there)" in p.text


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ping tai", "平台"),
        ("pingtai", "平台"),
        ("cg", "茶馆"),
        ("wharf", "码头"),
        ("ships", "码头"),
        ("chaguan", "茶馆"),
    ],
)
async def test_search_as_one_types(typed: str, found: str) -> None:
    async with playing() as p:
        await opened(p, *MORE)
        await p.press("slash")
        await p.type(typed)
        assert rows_in_search(p) == [found]
        await p.press("enter", "escape")
        assert len(rows(p)) == 5


def rows_in_search(p: Player) -> list[str]:
    return [line[2:].split()[0] for line in p.lines[3:-6] if line.strip()]


async def test_an_input_method_that_is_on_searches() -> None:
    async with playing() as p:
        await opened(p, *MORE)
        await p.press("粮")
        assert rows_in_search(p) == ["粮价"]


async def test_all_fields_are_written_and_one_undo_takes_them_back() -> None:
    async with playing() as p:
        screen = await opened(p, *MORE)
        await p.press("j", "enter")
        assert isinstance(p.app.screen, TermForm)
        assert "tea shop: one buys tea there" in p.text
        await p.type(" of old")
        await p.press("down")
        await p.type("tea house")
        await p.press("enter")
        assert p.app.screen is screen
        term = next(t for t in p.session.termbase.terms if t.zh == "茶馆")
        assert term.approved == ("teahouse of old", "tea house")
        assert term.reasons == (("tea shop", "one buys tea there"),)
        assert "changed the term 茶馆" in p.text
        await p.press("u")
        assert next(t for t in p.session.termbase.terms if t.zh == "茶馆") == MORE[0]


async def test_with_nothing_to_undo_nothing_is_promised() -> None:
    async with playing() as p:
        await opened(p)
        await p.press("u")
        assert "nothing to undo" in p.text
        assert "takes it back" not in p.text
        await p.press("j", "x")
        assert "u takes it back" in p.text


async def test_what_cannot_be_kept_stays_in_the_form() -> None:
    async with playing() as p:
        await opened(p, *MORE)
        await p.press("T")
        await p.press("down", "down")
        await p.type("anything")
        await p.press("enter")
        assert isinstance(p.app.screen, TermForm)
        assert "a term needs its Chinese" in p.text
        await p.press("ctrl+c")
        assert isinstance(p.app.screen, TermsScreen)
        assert len(p.session.termbase.terms) == 5


async def test_a_term_is_taken_out_and_comes_back() -> None:
    async with playing() as p:
        await opened(p, *MORE)
        await p.press("j", "x")
        assert "茶馆" not in rows(p)
        await p.press("u")
        assert "茶馆" in rows(p)
        await p.press("ctrl+r")
        assert "茶馆" not in rows(p)


async def test_candidates_are_taken_or_refused_by_one_key() -> None:
    async with playing() as p:
        await opened(p)
        await p.press("tab")
        await p.looked()
        assert "茶馆" in rows(p)
        while p.app.screen._picked().term.zh != "茶馆":  # type: ignore[attr-defined]
            await p.press("j")
        await p.press("a")
        assert "茶馆" not in rows(p)
        assert any(t.zh == "茶馆" and t.status == "approved" for t in p.session.termbase.terms)
        await p.press("u")
        await p.looked()
        assert "茶馆" in rows(p)
        while p.app.screen._picked().term.zh != "茶馆":  # type: ignore[attr-defined]
            await p.press("j")
        await p.press("x")
        assert "茶馆" not in rows(p)
        assert "茶馆" in p.session.review.refused_candidates
        await p.press("u")
        await p.looked()
        assert "茶馆" in rows(p)


async def test_from_the_list_to_the_places_and_to_one_rendering_everywhere() -> None:
    async with playing() as p:
        await opened(p, *MORE)
        await p.press("p")
        assert p.app.screen is p.review
        assert p.state.hunt.title == "term 火候"
        await p.press("B")
        await p.looked()
        await p.press("g", "t")
        assert isinstance(p.app.screen, ConcordanceScreen)
        await p.press("escape", "B")
        await p.looked()
        await p.press("g", "=")
        assert isinstance(p.app.screen, FixesScreen)


async def test_a_file_is_taken_in_as_one_act_and_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = "zh,en,domain\n茶馆,teahouse,culture\n码头,wharf,\n"
    (tmp_path / "in.csv").write_text(given, "utf-8")
    async with playing() as p:
        await opened(p)
        await p.press("i")
        await p.type("in.csv")
        await p.press("enter")
        assert "imported 2 terms of in.csv" in p.text
        await p.press("w", "ctrl+w")
        field = p.app.screen.query_one("Field")
        field.value = "out.tbx"  # type: ignore[attr-defined]
        await p.press("enter")
        assert "wrote out.tbx" in p.text
        assert "<term>茶馆</term>" in (tmp_path / "out.tbx").read_text("utf-8")
        await p.press("u")
        assert len(p.session.termbase.terms) == 1
        assert (tmp_path / "in.csv").read_text("utf-8") == given


async def test_a_project_that_can_only_be_read_says_so() -> None:
    session = FakeSession.make(read_only="ben has it open")
    async with playing(session) as p:
        await opened(p)
        await p.press("x")
        assert "ben has it open" in p.text
        assert len(session.termbase.terms) == 1


async def test_own_terms_are_offered_and_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKBENCH_TERMS")
    (tmp_path / "own.csv").write_text("zh,en\n码头,wharf\n火山,volcano\n", "utf-8")
    session = FakeSession.make()
    session.add_term(Term("茶馆", "teahouse"))
    session.use_own_terms(OwnTerms(tmp_path / "own.csv"))
    async with playing(session) as p:
        await opened(p)
        await p.press("tab", "tab")
        assert rows(p) == ["码头", "火山"]
        await p.press("a")
        assert rows(p) == ["火山"]
        assert any(t.zh == "码头" for t in p.session.termbase.terms)


async def test_a_sense_is_chosen_here_and_in_the_whole_document() -> None:
    async with playing() as p:
        p.session.add_term(Term("茶馆", "teahouse", domain="culture"))
        p.session.add_term(Term("茶馆", "tea bar", domain="business"))
        await p.press("colon", "8", "enter", "tab", "home", "m")
        assert "茶馆 means" in p.text
        await p.press("2")
        assert "is \u2018tea bar\u2019 here" in p.said or "is \u2018teahouse\u2019 here" in p.said
        assert len(p.session.review.senses) == 1
        await p.press("u")
        assert not p.session.review.senses
        await opened(p)
        await p.press("m")
        assert list(p.session.review.senses) == [("茶馆", None)]
        assert "\u25cf" in p.text
        await p.press("m")
        assert not p.session.review.senses


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_line_of_the_screen_fits(size: tuple[int, int]) -> None:
    async with playing(size=size) as p:
        await opened(
            p, Term("一个很长很长的中文术语的名字而且还要更长", "x" * 90, forbidden=("y" * 90,), sense="z" * 90)
        )
        assert all(len(line.encode("gb18030", "replace")) <= size[0] + 40 for line in p.lines)
        assert "Esc" in p.lines[-1] or "help" in p.lines[-1]
        await p.press("enter")
        assert "status" in p.text


def test_the_form_gives_back_what_it_was_given() -> None:
    term = Term(
        "风口", "tuyere", ("nozzle",), ("vent", "hole"), ("vent",), "n", "A part.", "metallurgy", "nozzle",
        (("id", "7"),), ("风嘴",), ("高炉", "炉缸"), (("vent", "for any air"),), "plant", "approved",
    )  # fmt: skip
    again = read(written(term), term)
    assert again.forbidden == ("hole", "vent")
    assert {**{f: getattr(again, f) for f in again.__slots__}, "forbidden": term.forbidden} == {
        f: getattr(term, f) for f in term.__slots__
    }


def test_ten_thousand_terms_are_searched_by_all_parts() -> None:
    terms = [Term(f"术语{n}", f"term {n}") for n in range(10_000)]
    lines = term_lines(terms, {})
    assert [line.term.zh for line in matching(lines, "术语 9999")] == ["术语9999"]
    assert matching(lines, "") == lines


def test_a_list_in_the_place_of_one_term_is_the_term_and_its_variants() -> None:
    fields = written(Term("结核", "nodule", ("lump",), zh_variants=("瘤",)))
    term = read({**fields, "zh": "结核\uff5c结节", "en": "nodule | nodules|lump"}, Term("结核", "nodule"))
    assert (term.names, term.approved) == (("结核", "结节", "瘤"), ("nodule", "nodules", "lump"))
