"""Putting segments off: the hunt goes on, does not reorder, and comes back to them."""

from __future__ import annotations

from tests.tui.fake_session import ROWS, FakeSession, bitext
from tests.tui.player import Player, playing
from workbench.model.span import Side
from workbench.session.values import Place


def session(count: int = 6) -> FakeSession:
    return FakeSession.make(bitext([ROWS[3]] * count))


async def numbers(p: Player, key: str, times: int) -> list[int]:
    seen = []
    for _ in range(times):
        await p.press(key)
        seen.append(p.number)
    return seen


async def test_what_is_put_off_comes_at_the_end_in_document_order() -> None:
    async with playing(session()) as p:
        await p.press("s", "u")
        assert p.number == 1
        await p.press("z")
        assert p.number == 2
        assert "1 comes back at the end" in p.said
        assert "1 later" in p.lines[0]
        assert await numbers(p, "n", 5) == [3, 4, 5, 6, 1]
        assert p.said == "this is what you put off"
        assert "later" not in p.lines[0]
        await p.press("n")
        assert "the end of the hunt" in p.said


async def test_it_comes_after_so_many_and_the_hunt_goes_on_where_it_was() -> None:
    async with playing(session()) as p:
        await p.press("s", "u", "Z")
        await p.type("2")
        await p.press("enter")
        assert p.number == 2
        assert await numbers(p, "n", 5) == [3, 1, 4, 5, 6]


async def test_worst_first_goes_on_behind_its_own_place_after_coming_back() -> None:
    async with playing() as p:
        await p.press("s", "w")
        order = [p.session.index(b) + 1 for b in p.state.hunt.beads]
        await p.press("Z")
        await p.type("1")
        await p.press("enter")
        assert [p.number, *await numbers(p, "n", 3)] == [order[1], order[0], order[2], order[3]]
        assert [p.session.index(b) + 1 for b in p.state.hunt.beads] == order


async def test_putting_off_again_takes_it_from_the_list_and_done_does_too() -> None:
    async with playing(session(3)) as p:
        await p.press("s", "u", "z", "N")
        assert p.number == 1
        await p.press("z")
        assert p.said == "no longer put off"
        assert len(p.state.later) == 0
        await p.press("z", "N", "d")
        assert len(p.state.later) == 0


async def test_the_last_of_a_hunt_cannot_be_put_off_and_what_is_not_in_it_neither() -> None:
    async with playing(session(1)) as p:
        await p.press("s", "u", "z")
        assert "nothing else is left" in p.said
        assert len(p.state.later) == 0
    async with playing() as p:
        await p.press("s", "q")
        await p.press("z")
        assert "not in the hunt" in p.said


async def test_undo_right_behind_putting_off_takes_that_back_and_no_older_act() -> None:
    async with playing(session()) as p:
        await p.press("s", "u", "1", "m")
        marks = p.flags()
        assert len(marks) == 1
        await p.press("z", "Z")
        await p.type("2")
        await p.press("enter")
        assert p.number == 3
        assert "u takes it back" in p.said
        await p.press("u")
        assert (p.number, p.said, len(p.state.later)) == (2, "no longer put off", 1)
        await p.press("u")
        assert (p.number, p.said, len(p.state.later)) == (1, "no longer put off", 0)
        assert p.flags() == marks
        assert await numbers(p, "n", 5) == [2, 3, 4, 5, 6]


async def test_undo_takes_older_acts_back_once_something_else_was_done_after_putting_off() -> None:
    async with playing(session()) as p:
        await p.press("s", "u", "1", "m", "z", "j", "u")
        assert p.flags() == []
        assert len(p.state.later) == 1


async def test_a_wrong_number_is_told() -> None:
    async with playing(session()) as p:
        await p.press("s", "u", "Z")
        await p.type("x")
        await p.press("enter")
        assert "no number of segments" in p.said


async def test_what_was_put_off_is_remembered_when_the_project_is_opened_again() -> None:
    first = session()
    async with playing(first) as p:
        await p.press("s", "u", "z", "Z")
        await p.type("9")
        await p.press("enter")
        kept = p.state.place()
    again = session()
    again.saved_places.append(kept)
    async with playing(again) as p:
        assert await numbers(p, "n", 5) == [4, 5, 6, 1, 2]


async def test_a_foreign_record_of_what_was_put_off_is_nothing() -> None:
    again = session()
    again.saved_places.append(Place(again.beads[0].id, Side.TARGET, 0, {"later": [["x"], 3, [1, 2], {"a": 1}]}))
    async with playing(again) as p:
        assert len(p.state.later) == 0
