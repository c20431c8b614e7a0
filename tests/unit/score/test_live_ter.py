"""HTER in another process: sacrebleu's figure, the last question wins, and a slow one is ended."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator

import pytest

from workbench.score import live_ter
from workbench.score.live_ter import LiveTer, Pair
from workbench.score.reference import hter

LONG = 60.0
"""Seconds after which something is broken, however busy the machine is."""


class Asker:
    """Asks and waits."""

    def __init__(self) -> None:
        self.answers: dict[Pair, float] = {}
        self._came = threading.Condition()
        self.live = LiveTer(self._answered)

    def _answered(self, pair: Pair, hter: float) -> None:
        with self._came:
            self.answers[pair] = hter
            self._came.notify_all()

    def wait(self, pair: Pair) -> float:
        with self._came:
            assert self._came.wait_for(lambda: pair in self.answers, LONG)
            return self.answers[pair]


@pytest.fixture
def asker() -> Iterator[Asker]:
    made = Asker()
    yield made
    made.live.close()


def _heavy() -> Pair:
    chance = random.Random(1)
    words = [f"w{chance.randrange(100)}" for _ in range(1500)]
    return " ".join(words), " ".join(chance.sample(words, len(words)))


@pytest.mark.parametrize(
    "pair",
    [
        ("the cat sat on the mat", "on the mat the cat sat"),
        ("one two three", "four"),
        ("", "something"),
        ("same", "same"),
        ("“quoted” — and\n\nbroken 他", "quoted and broken \ud800"),
    ],
)
def test_it_is_sacrebleus_figure(asker: Asker, pair: Pair) -> None:
    asker.live.ask(pair)
    assert asker.wait(pair) == hter(*pair)


def test_the_next_question_ends_one_that_takes_minutes(asker: Asker) -> None:
    heavy, light = _heavy(), ("a b c d", "b a c d")
    asker.live.ask(heavy)
    while asker.live._running is None:
        assert not asker.live.is_idle
    busy = asker.live._process
    assert busy is not None
    asker.live.ask(light)
    assert asker.wait(light) == hter(*light)
    assert heavy not in asker.answers
    assert busy.wait(LONG) != 0  # it was killed, and nothing of it goes on
    asker.live.ask(light)
    asker.live.ask(("e f", "f e"))
    assert asker.wait(("e f", "f e")) == hter("e f", "f e")


def test_what_nobody_waits_for_is_ended(asker: Asker) -> None:
    asker.live.ask(_heavy())
    while asker.live._running is None:
        assert not asker.live.is_idle
    process = asker.live._process
    assert process is not None
    asker.live.drop()
    assert process.wait(LONG) != 0
    asker.live.ask(("a b", "b a"))
    assert asker.wait(("a b", "b a")) == hter("a b", "b a")


def test_the_end_ends_the_process(asker: Asker) -> None:
    asker.live.ask(("a", "b"))
    asker.wait(("a", "b"))
    process = asker.live._process
    assert process is not None
    asker.live.close()
    assert process.wait(LONG) != 0


def test_where_no_process_can_be_had_nothing_fails(monkeypatch: pytest.MonkeyPatch, asker: Asker) -> None:
    monkeypatch.setattr(live_ter.sys, "executable", "/nowhere/python")
    asker.live.ask(("a", "b"))
    assert asker.live._thread is not None
    asker.live._thread.join(LONG)
    assert not asker.answers
