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
        assert sample.bead(p.state.bead).reason is Reason.FURNITURE, "the byline"
        await p.press("F")
        assert sample.bead(p.state.bead).reason is Reason.OMISSION
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


async def test_what_is_said_twice_takes_the_translation_of_its_twin(sample: Session) -> None:
    """The standfirst repeats a sentence of the body: its translation is there, and is one key away."""
    async with playing(sample) as p:
        twin = next(b.id for b in sample.beads if b.reason is Reason.DUPLICATE)
        (index, other) = (sample.index(twin), sample.twin(twin))
        assert index is not None
        assert other is not None
        await p.press("colon", *str(index + 1), "enter", "e")
        await p.settle()
        assert "Tab takes it" in p.text
        await p.press("tab", "enter")
        assert sample.final(twin) == sample.final(other)
        await p.press("u", "space")
        await p.settle()
        assert f"(as in {(sample.index(other) or 0) + 1})" in p.text
        await p.press("a")
        assert sample.final(twin) == sample.final(other)
        assert [a.category for a in sample.review.annotations.values()] == ["Accuracy/Omission"]
        await p.press("u")
        assert sample.final(twin) == ""
        assert not sample.review.annotations


async def test_supplied_lines_of_one_paragraph_stand_in_one(sample: Session) -> None:
    """The byline and the note on the author are one paragraph of the source: no break is shown between them."""
    pairs = list(zip(sample.beads, sample.beads[1:], strict=False))
    first, second = next(
        (a, b)
        for a, b in pairs
        if a.source and b.source and not a.target and not b.target
        if a.source[-1].paragraph == b.source[0].paragraph
    )
    async with playing(sample) as p:
        for bead in (first, second):
            await p.press("colon", *str((sample.index(bead.id) or 0) + 1), "enter", "e")
            await p.type("Words of one paragraph.")
            await p.press("enter")
        assert sample.separator(first.id) == " "
        look = p.review.view.look(sample.index(first.id) or 0)
        assert (look.target.tail, look.gap) == ("", False)


async def test_the_hunt_is_gone_on_with_after_reopening(project: Path) -> None:
    sample = opened(project)
    async with playing(sample) as p:
        await p.press("s", "n", "n")
        assert p.state.hunt.key == "unpaired"
        second = p.number
        await p.settle()
    sample.close()
    with Session.open(project, reviewer="ann") as again:
        async with playing(again) as p:
            assert (p.state.hunt.key, p.number) == ("unpaired", second)
            await p.press("n")
            assert p.state.hunt.key == "unpaired"
            assert p.number > second
            await p.press("slash", *"tuyere", "enter", "n")
            hit = p.review._hit_at
            await p.settle()
    with Session.open(project, reviewer="ann") as again:
        async with playing(again) as p:
            assert p.state.hunt.key == "search:tuyere"
            await p.press("n")
            assert p.review._hit_at == hit


@pytest.mark.parametrize("key", ["1", "2", "c", "e", "o", "exclamation_mark", "X", "T", "J", "S", "m", "d", "u", "_"])
async def test_what_may_only_be_read_is_said_before_anything_is_asked(sample: Session, project: Path, key: str) -> None:
    with Session.open(project, reviewer="bob") as second:
        async with playing(second) as p:
            await p.press("colon", "7", "enter", "space")
            await p.press(*(["v", "tab", "m"] if key == "m" else [key]))
            assert p.app.screen is p.review
            assert p.review.message is not None
            assert p.review.message == (second.read_only and p.review.message[0], True)


def test_taking_the_right_term_never_makes_a_sentence_look_worse(sample: Session) -> None:
    sample.analyse()
    taken = 0
    for bead in sample.beads:
        for finding in sample.findings(bead.id):
            if finding.check != "term.forbidden":
                continue
            before = sample.estimate(bead.id)
            sample.accept(finding.id)
            sample.reanalyse([bead.id])
            after = sample.estimate(bead.id)
            assert before is not None
            assert after is not None
            assert after.risk <= before.risk + 1e-9, (sample.index(bead.id), finding.message)
            taken += after.risk < before.risk
            sample.undo()
            sample.reanalyse([bead.id])
            break
    assert taken > 2


async def test_a_word_of_an_english_text_alone_is_found_and_replaced_everywhere(tmp_path: Path) -> None:
    text = tmp_path / "alone.txt"
    text.write_text("The flow is big. We sell flow here.\nNobody knows the flow, and flows differ.\n", encoding="utf-8")
    with Session.create(None, text, project=tmp_path / "x.review", reviewer="ann") as session:
        async with playing(session) as p:
            await p.press("w", "t")
            assert p.state.hunt.key == "search:flow"
            assert "\u2018flow\u2019 in 4 places" in p.said
            await p.press("escape", "home", "w", "equals_sign")
            await p.type("traffic")
            await p.press("enter")
            assert "3 of 3 places chosen" in p.text
            await p.press("enter")
            assert session.final(session.beads[1].id) == "We sell traffic here."
            await p.press("u")
            assert "flow" in session.final(session.beads[1].id)
