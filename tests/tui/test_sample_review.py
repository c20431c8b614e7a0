"""The reviewer's walk over the sample article with the real session: files, pairing, analysis, journal, reopening."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.player import playing
from workbench.model.bitext import Reason
from workbench.session.session import Session
from workbench.terms.termbase import demo_termbase
from workbench.tui.screens.fixes import FixesScreen
from workbench.tui.screens.profile import ProfileScreen

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "sample.review"


def opened(project: Path) -> Session:
    (zh,) = SEEDS.glob("003_*.txt")
    (en,) = SEEDS.glob("000_*.txt")
    return Session.create(zh, en, project=project, reviewer="ann", terms=demo_termbase())


@pytest.fixture
def sample(project: Path) -> Iterator[Session]:
    with opened(project) as session:
        yield session


async def test_a_first_hour_and_coming_back(project: Path) -> None:
    sample = opened(project)
    async with playing(sample, profile=True) as p:
        assert isinstance(p.app.screen, ProfileScreen)
        assert "term.forbidden" in p.text
        await p.press("escape", "n")
        assert p.state.hunt.key == "worst"
        assert p.number > 1
        # 风口 in all its places, with the one that the translation dropped.
        await p.press("g", "space", "=")
        assert isinstance(p.app.screen, FixesScreen)
        assert "no words for 风口 here" in p.text
        await p.press("enter")
        fixed = [b.id for b in sample.beads if sample.segment(b.id).corrected is not None]
        assert len(fixed) >= 7
        assert not any("tuyere" in sample.final(b.id).casefold() for b in sample.beads)
        await p.press("u")
        assert all(sample.segment(b.id).corrected is None for b in sample.beads)
        await p.press("ctrl+r")
        # 35 missing spaces are one item.
        await p.press("s")
        assert "spacing.after_stop" in p.text
        await p.press("escape", "colon", "6", "enter", "w", "w", "2", "m")
        assert p.flags()[-1][0] == "major"
        await p.press("d")
        await p.settle()
        number, word, marks = p.number, p.word, len(p.flags())
        assert "\u27131/" in p.text
    sample.close()
    with Session.open(project, reviewer="ann") as again:
        async with playing(again, profile=True) as p:
            assert (p.number, p.word, len(p.flags())) == (number, word, marks)
            assert p.app.screen is p.review
            await p.press("u")
            assert "undone" in p.said


async def test_unpaired_lines_are_settled_by_keys(sample: Session) -> None:
    async with playing(sample) as p:
        await p.press("s", "n")
        assert p.state.hunt.key == "unpaired"
        assert not sample.bead(p.state.bead).is_paired
        await p.press("F")
        assert sample.bead(p.state.bead).reason is Reason.FURNITURE
        await p.press("n", "e")
        await p.type("Supplied.")
        await p.press("enter")
        assert sample.final(p.state.bead) == "Supplied."


async def test_a_second_program_may_only_read(sample: Session, project: Path) -> None:
    with Session.open(project, reviewer="bob") as second:
        assert second.read_only
        async with playing(second) as p:
            await p.press("d")
            assert p.review.message is not None
            assert p.review.message[1]
            assert "read only" in p.text


@pytest.mark.parametrize("seed", ["001", "002", "004"])
async def test_an_english_text_alone(seed: str, tmp_path: Path) -> None:
    (en,) = SEEDS.glob(f"{seed}_*.txt")
    with Session.create(None, en, project=tmp_path / "x.review", reviewer="ann", terms=demo_termbase()) as session:
        async with playing(session) as p:
            assert "(no Chinese" not in p.text
            for key in ("n", "space", "tab", "j", "w", "2", "m", "!", "escape", "R", "escape", "t", "escape", "d", "u"):
                await p.press(key)
            assert p.flags()
