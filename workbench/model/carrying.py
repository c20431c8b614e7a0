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
    guess = _mapped(machine, corrected, at)
    seams = [match.span() for match in _SEAM.finditer(corrected)]
    if not seams:
        return (0, 0) if guess <= len(corrected) // 2 else (len(corrected), len(corrected))
    return min(seams, key=lambda seam: min(abs(seam[0] - guess), abs(seam[1] - guess)))


def _mapped(machine: str, corrected: str, at: int) -> int:
    """The place in the corrected text that answers to a place in the machine's, by the words around it."""
    old = [(match.start(), match.group()) for match in _WORDS.finditer(machine)]
    new = [(match.start(), match.group()) for match in _WORDS.finditer(corrected)]
    starts = [start for start, _ in new] + [len(corrected)]
    index = sum(1 for start, _ in old if start < at)
    matcher = SequenceMatcher(None, [word for _, word in old], [word for _, word in new], autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        if i1 <= index <= i2 and (index < i2 or i2 == len(old)):
            share = (index - i1) / (i2 - i1) if i2 > i1 else 0.0
            return starts[j1 + round(share * (j2 - j1))]
    return len(corrected)
