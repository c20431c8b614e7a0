"""What checks and evidence cost on long segments: four times the text may take about four times the work, not sixteen.

Work is CPU time of the thread, and only its growth is judged, each size against the other in the same run. What does
its work in a blink at both sizes is left alone, and what seems to grow too fast is measured again before it is blamed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from workbench.checks.base import Check, CheckedSegment, DocumentCheck
from workbench.checks.context import CheckContext
from workbench.checks.registry import registry
from workbench.evidence.counterparts import counterparts
from workbench.evidence.pair import gather
from workbench.score.quality import estimate
from workbench.terms.termbase import demo_termbase

SIZE = 1_500
"""Code points of the smaller text."""
TIMES = 4
BLINK = 0.02
"""Seconds of CPU below which the growth of a piece of work cannot be told."""
GROWTH = 2.4 * TIMES
"""Between what is linear (4) and what is quadratic (16)."""
TRIES = 6
"""A busy machine blurs CPU times too; the least growth is the truest."""

_ZH = "市场上的新产品销售缓慢而商人们长期没有把它卖给他们公司"
_EN = "the market of new goods was slow and a trader in town had not sold it to them for long "
SHAPES = {
    "small letters without a stop": (_ZH, _EN),
    "sentences": (_ZH + "。", "The market fell by 12 % in May, he said. "),
    "one word": ("公司", "company "),
    "words and commas": ("公司，", "ab,"),
    "words and semicolons": ("公司；", "ab;"),
    "digits and spaces": ("12 ", "12 "),
    "numbers in words": ("一万三千", "one thousand three "),
    "dates": ("三月五日", "March 5, 2019 "),
    "one.one.one": ("1.", "1."),
    "brackets": ("（", "("),
    "quotation marks that close": ("”", "”"),
    "straight marks": ('"', '"'),
    "Chinese on both sides": (_ZH, _ZH),
    "alternating scripts": ("公 a ", "a 公 "),
    "addresses": ("见https://a.b/c?d=e ", "see https://a.b/c?d=e "),
    "marks above a letter": ("a\u0301\u0301\u0301", "a\u0301\u0301\u0301"),
    "lone carriage returns": ("公\r", "a\r"),
    "wide spaces": ("\u3000", "  "),
    "denials": ("不是没有", "not no stop "),
    "questions": ("吗？", "is it? "),
    "names": ("王小明李大江", "Wang Li Xiaoming "),
    "places": ("上海福建省", "Shanghai Fujian Province "),
    "terms": ("风口平台", "tuyere platform the next big thing "),
    "capitals": ("公司", "The Big Word "),
    "tags": ('<a b="', '<a b="'),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_text(shape: str) -> None:
    short, long = (_segment(shape, SIZE), _segment(shape, TIMES * SIZE))
    too_fast = {}
    for name, work in _works():
        if (growth := _growth(work, short, long)) > GROWTH:
            too_fast[name] = round(growth, 1)
    assert not too_fast, f"{TIMES} times the text costs so many times the work"


def _segment(shape: str, size: int) -> CheckedSegment:
    source, target = ((unit * (size // len(unit) + 1))[:size] for unit in SHAPES[shape])
    return CheckedSegment("one", source, target, next_target="Next.", sentence_ends=tuple(range(50, size, 50)))


def _works() -> Iterator[tuple[str, Callable[[CheckedSegment], object]]]:
    """Pieces of work; each is done anew on every call, on top of what the ones before it left ready."""
    yield "evidence", lambda seg: gather(seg.source + "。" * next(_never_the_same), seg.target)
    yield "score", lambda seg: estimate(seg.source, seg.target)
    yield "counterparts", lambda seg: counterparts(seg.source, seg.target)
    for check in registry().checks:
        yield check.id, lambda seg, check=check: _found(check, seg)  # type: ignore[misc]


_never_the_same = iter(range(1, 1_000_000))


def _found(check: Check, seg: CheckedSegment) -> object:
    context = CheckContext([seg], demo_termbase())
    if isinstance(check, DocumentCheck):
        gathered = check.gather(seg, context)
        return list(check.judge({seg.bead: gathered} if gathered else {}, context))
    return list(check.segment(seg, context))


def _growth(work: Callable[[CheckedSegment], object], short: CheckedSegment, long: CheckedSegment) -> float:
    """How many times the work of the short text the long one takes; the least of several tries, 0 for a blink."""
    growth = float("inf")
    for _ in range(TRIES):
        work(short)  # what is looked up once is ready
        less, more = _seconds(work, short), _seconds(work, long)
        growth = min(growth, more / max(less, BLINK / TIMES) if more > BLINK else 0.0)
        if growth <= GROWTH:
            break
    return growth


def _seconds(work: Callable[[CheckedSegment], object], seg: CheckedSegment) -> float:
    began = time.thread_time()
    work(seg)
    return time.thread_time() - began
