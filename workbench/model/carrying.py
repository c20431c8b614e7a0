"""Where words and cuts go when the text around them changes. Pure functions over strings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from workbench.model.span import Span

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_STOPS, _CLOSING = r".!?\u3002\uff01\uff1f", r"\"\u201d\u2019)\]"
_STOP = re.compile(rf"(?:(?<=[{_STOPS}])|(?<=[{_STOPS}][{_CLOSING}]))\s*(?=[^\s{_STOPS}{_CLOSING}])")
"""Places behind a stop, with the white space there."""
_SEAM = re.compile(_STOP.pattern + r"|\s+(?=\S)")
"""Places where a text may be cut: behind a stop, or at white space."""


def letters(text: str) -> str:
    """The text without white space: what joining and splitting must not change."""
    return "".join(text.split())


def are_kept(old: Sequence[str], new: Sequence[str]) -> bool:
    """True if every letter of the old texts still stands, as often, somewhere in the new ones."""
    return Counter(letters("".join(old))) <= Counter(letters("".join(new)))


def carried_span(span: Span, quote: str, old: Sequence[str], place: int, new: Sequence[str]) -> tuple[int, Span] | None:
    """Where marked words stand after some texts became others, as (index in `new`, span there).

    The words stood at `span` of `old[place]`. Of several places in the new texts the one is taken that has most
    nearly as much text before it; None if the words stand nowhere.
    """
    before = len(letters("".join(old[:place]))) + len(letters(old[place][: span.start]))
    best: tuple[int, int, Span] | None = None
    passed = 0
    for i, text in enumerate(new):
        for start in _occurrences(quote, text, before - passed):
            distance = abs(passed + len(letters(text[:start])) - before)
            if best is None or distance < best[0]:
                best = distance, i, Span(start, start + len(quote))
        passed += len(letters(text))
    return None if best is None else best[1:]


def _occurrences(quote: str, text: str, letters_before: int) -> Iterator[int]:
    if not quote:
        yield _after_letters(text, letters_before)
        return
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _after_letters(text: str, count: int) -> int:
    """The position behind the first `count` letters, and before any white space that follows."""
    position = 0
    for position, character in enumerate(text):
        if count <= 0:
            return position
        count -= not character.isspace()
    return len(text) if text else position


def carried_cut(machine: str, corrected: str, at: int) -> tuple[int, int]:
    """Where a cut of the machine's text at `at` falls in its corrected form: (end of the left, start of the right).

    What lies between the two is white space. A text that kept its number of sentences is cut behind as many of them;
    else the cut goes to the seam (a stop or a space) nearest to where the surrounding words went.
    """
    while at < len(machine) and machine[at].isspace():
        at += 1  # the end of one part and the start of the next are one cut
    stops, were = list(_STOP.finditer(corrected)), [match.end() for match in _STOP.finditer(machine)]
    if len(stops) == len(were) and at in were:
        return stops[were.index(at)].span()
    return seam_near(corrected, answering_place(machine, corrected, at))


def seam_near(text: str, place: int) -> tuple[int, int]:
    """The white space (or the empty place behind a stop) nearest to a place, where a text may be cut in two.

    A text without a seam is not cut: it goes whole to the side that has more of it.
    """
    seams = [match.span() for match in _SEAM.finditer(text)]
    if not seams:
        return (0, 0) if place <= len(text) // 2 else (len(text), len(text))
    return min(seams, key=lambda seam: min(abs(seam[0] - place), abs(seam[1] - place)))


def shared_cut(text: str, done: int, count: int, share: float) -> int:
    """Where a translation of `count` sentences is cut behind those that translate the first `done` of them.

    A text with as many sentences is cut behind as many; another at the stop nearest to that share of it.
    """
    stops = [match.end() for match in _STOP.finditer(text)]
    if len(stops) == count - 1:
        return stops[done - 1]
    place = round(share * len(text))
    return min(stops, key=lambda stop: abs(stop - place)) if stops else seam_near(text, place)[1]


def seam_at(text: str, place: int) -> tuple[int, int]:
    """A cut just there: the place with the white space around it."""
    return len(text[:place].rstrip()), len(text) - len(text[place:].lstrip())


def answering_place(text: str, other: str, at: int) -> int:
    """The place in another wording that answers to a place in a text, by the words around it."""
    old = [(match.start(), match.group()) for match in _WORDS.finditer(text)]
    new = [(match.start(), match.group()) for match in _WORDS.finditer(other)]
    starts = [start for start, _ in new] + [len(other)]
    index = sum(1 for start, _ in old if start < at)
    matcher = SequenceMatcher(None, [word for _, word in old], [word for _, word in new], autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        if i1 <= index <= i2 and (index < i2 or i2 == len(old)):
            share = (index - i1) / (i2 - i1) if i2 > i1 else 0.0
            return starts[j1 + round(share * (j2 - j1))]
    return len(other)
