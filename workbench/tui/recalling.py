"""How a match of the translation memory is shown: how like it is, where it is from, and what differs in the Chinese."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.span import Side
from workbench.text.diff import word_diff
from workbench.tui.actions import first_key
from workbench.tui.layout import lines_of
from workbench.tui.look import shown
from workbench.tui.widgets.painted import Run, cut

if TYPE_CHECKING:
    from workbench.memory.matching import Match
    from workbench.session.session import Session


_AROUND = 6
"""Characters of Chinese shown on each side of what differs."""


def where_from(session: Session, match: Match) -> str:
    """`segment 12`, or the project or file with who and when."""
    found = match.found
    if found.segment:
        return f"segment {(session.index(found.segment) or 0) + 1}"
    told = ", ".join(part for part in (found.reviewer, found.at) if part)
    name = Path(found.origin).name.removesuffix(".review") or "elsewhere"
    return f"{name} ({told})" if told else name


def match_row(session: Session, match: Match) -> list[Run]:
    """A line of the list."""
    percent = (f"{match.likeness:>3}\u00a0%  ", "good" if match.likeness == 100 else "accent")
    return [percent, (match.found.target.replace("\n", " "), ""), (f"   {where_from(session, match)}", "quiet")]


def match_lines(source: str, match: Match, width: int) -> list[list[Run]]:
    """Its English, and its Chinese with what differs here: what stands there struck out, what stands here new."""
    theirs = match.found.source
    told: list[Run] = [("the same Chinese", "quiet")]
    if theirs != source:
        told = cut([("Chinese: ", "quiet"), *_differences(theirs, source)], width)
    english = shown(match.found.target.replace("\n", " "))
    lines = [english[start:end].rstrip() for start, end in lines_of(english, max(8, width))]
    return [told, *([(line, "strong")] for line in lines)]


def _differences(theirs: str, ours: str) -> list[Run]:
    """What was said there struck out, what is said here new, with a few characters around."""
    runs: list[Run] = []
    edits = word_diff(theirs, ours, Side.SOURCE)
    for number, edit in enumerate(edits):
        old, new = edit.old.of(theirs), edit.new.of(ours)
        if edit.kind == "equal":
            middle = old if len(old) <= 2 * _AROUND else f"{old[:_AROUND]}\u2026{old[-_AROUND:]}"
            is_first, is_last = number == 0, number == len(edits) - 1
            runs.append((old[-_AROUND:] if is_first else old[:_AROUND] if is_last else middle, ""))
        else:
            runs += [(text, style) for text, style in ((old, "old"), (new, "new")) if text]
    return [(text.replace("\n", " "), style) for text, style in runs]


def best_line(session: Session, matches: tuple[Match, ...]) -> list[Run]:
    """The best match, for the inspector while one edits."""
    best = matches[0]
    more = f" (+{len(matches) - 1})" if len(matches) > 1 else ""
    return [
        (f"{first_key('edit.memory')} ", "key"),
        (f"{best.likeness}\u00a0% {where_from(session, best)}{more}: ", "quiet"),
        (best.found.target.replace("\n", " "), ""),
    ]
