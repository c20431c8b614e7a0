"""Going from one translation of a source to the next on the screen."""

from __future__ import annotations

from pathlib import Path

from tests.tui.player import playing
from workbench.session.session import Session
from workbench.session.translating import Also

ZH = "昨天夜里下了一场大雨。孩子们跑出门去看河水。村长说今年的收成不会好。\n"
ONE = (
    "It rained heavily last night. The children ran out to look at the river. The chief said the harvest will be bad.\n"
)
TWO = "It rained heavily in the night and the children ran out to see the river. The chief said nothing good.\n"


def opened(folder: Path) -> Session:
    for name, text in (("a.zh.txt", ZH), ("one.txt", ONE), ("two.txt", TWO)):
        (folder / name).write_text(text, encoding="utf-8")
    also = [Also("two", folder / "two.txt")]
    return Session.create(
        folder / "a.zh.txt", folder / "one.txt", project=folder / "a.review", reviewer="ann", also=also
    )


async def test_the_same_place_in_the_next_translation_and_back(tmp_path: Path) -> None:
    with opened(tmp_path) as session:
        async with playing(session) as p:
            assert "one.txt, 1 of 2" in p.text
            await p.press("G", "2", "enter")
            await p.press("V")
            await p.settle()
            assert "two, 2 of 2" in p.text
            assert p.session.own_name == "two"
            assert p.state.text().startswith("The chief said nothing good")
            assert not p.flags()
            await p.press("c")
            await p.press(*"A", "enter")
            assert p.session.final(p.state.bead).startswith("A chief")
            await p.press("g", "V")
            await p.settle()
            assert "one.txt, 1 of 2" in p.text
            assert p.number == 1
            assert [mark[0] for mark in p.flags()] == ["major"]
            await p.press("u")
            assert not p.flags()
            await p.press("g", "V")
            await p.settle()
            assert p.number == 1, "the segment of this place, not the one that was left"
            assert any(p.session.final(b.id).startswith("A chief") for b in p.session.beads)
    with Session.open(tmp_path / "a.review", translation="two") as again:
        assert again.final(again.beads[-1].id).startswith("A chief")


async def test_what_the_others_say_is_in_the_inspector(tmp_path: Path) -> None:
    with opened(tmp_path) as session:
        async with playing(session) as p:
            await p.press("G", "i")
            await p.settle()
            assert "two: The chief said nothing good." in p.text


async def test_without_another_translation_the_key_says_so() -> None:
    async with playing() as p:
        await p.press("V")
        assert "only translation" in p.said
