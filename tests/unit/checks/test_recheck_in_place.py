"""Checking again with most segments being the very same objects, as the session hands them over, changes nothing."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from workbench.checks.base import CheckedSegment
from workbench.checks.runner import recheck, run_checks
from workbench.model.term import Term, Termbase

TERMS = Termbase((Term("元宇宙", "metaverse"), Term("平台", "platform", forbidden=("stage",))), "test")
OTHER = Termbase(TERMS.terms, "the same terms, for which nothing is remembered")
PIECES = (
    ("元宇宙来了。", "The metaverse is here."),
    ("元宇宙是新的。", "The metauniverse is new."),
    ("平台很大。", "He called it \u201cthe great stage"),
    ("他走了,平台也走了。", "of all.\u201d Then he left (on foot."),
    ("元宇宙来了。", "Here comes the meta-verse)."),
    ("产业互联网的脚步近了。", "For the Industrial Internet it is near."),
    ("产业互联网的脚步近了。", "For the industrial Internet it was near."),
    ("", "In the industrial Internet they trust."),
    ("没有翻译。", ""),
)


def segment(bead: str, chance: random.Random) -> CheckedSegment:
    source, target = chance.choice(PIECES)
    separator = chance.choice((" ", " ", "\n\n", ""))
    return CheckedSegment(bead, source, target, separator=separator, next_target="And", paired=bool(source and target))


@pytest.mark.parametrize("seed", range(8))
def test_every_edit_gives_what_a_whole_run_gives(seed: int) -> None:
    chance = random.Random(seed)
    segments = [segment(str(n), chance) for n in range(30)]
    found = run_checks(segments, TERMS, include_quiet=True)
    for step in range(25):
        at = chance.randrange(len(segments))
        act = chance.choice(("edit", "edit", "edit", "empty", "add", "drop", "swap"))
        changed = {segments[at].bead}
        if act == "edit":
            segments[at] = segment(segments[at].bead, chance)
        elif act == "empty":
            segments[at] = replace(segments[at], target="")
        elif act == "add":
            segments.insert(at, segment(f"new {step}", chance))
            changed = {segments[at].bead, segments[at + 1].bead}
        elif act == "drop":
            del segments[at]
            changed = {seg.bead for seg in segments[max(0, at - 1) : at + 1]}
        else:
            other = chance.randrange(len(segments))
            segments[at], segments[other] = segments[other], segments[at]
            changed = {segments[at].bead, segments[other].bead}
        near = {
            s.bead
            for i, s in enumerate(segments)
            if any(abs(i - j) <= 4 for j, t in enumerate(segments) if t.bead in changed)
        }
        found = recheck(segments, near, found, TERMS, include_quiet=True)
        assert found == run_checks([replace(seg) for seg in segments], OTHER, include_quiet=True), act
