"""Filters: which segments to visit, said in words such as `risk:high check:term -status:done 风口`."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.model.bitext import Reason
from workbench.model.events import Status
from workbench.model.finding import Severity
from workbench.model.span import Side
from workbench.session.patterns import SIGN, compiled, matches
from workbench.session.rating import HIDDEN
from workbench.session.values import Hunt

if TYPE_CHECKING:
    from workbench.session.session import Session

Test = Callable[[str], bool]
"""Is given the id of a segment."""

KEYS = {
    "risk": "the chance of a major error: high, medium or low",
    "check": "an open finding of that check, or of those that begin so: term, number.mismatch",
    "severity": "an open finding or a mark at least that severe: minor, major or critical",
    "category": "a mark whose category holds these letters",
    "status": "done, undone, untouched, work or query",
    "reviewer": "someone who decided something there",
    "has": "mark, finding, correction, note or query",
    "is": "furniture, unpaired or changed (after it was done)",
    "text": "words in either text",
}
"""What a filter can ask for, and with which values."""


_OF_MACHINE = ("risk", "check")


def offered(session: Session) -> dict[str, str]:
    """What a filter can ask for here: nothing of the machine's judgments while they are hidden."""
    if not session.is_blind:
        return KEYS
    marks = {
        "severity": "a mark at least that severe: minor, major or critical",
        "has": "mark, correction, note or query",
    }
    return {key: marks.get(key, about) for key, about in KEYS.items() if key not in _OF_MACHINE}


def filtered(session: Session, filter_text: str) -> Hunt:
    """The segments for which all parts of a filter hold, in document order; worst first with `sort:worst`.

    Parts are parted by spaces; quotation marks hold words together; `-` turns a part round; commas mean or. A part
    without a key is words of either text, with `re:` a regular expression. Raises `WorkbenchError`.
    """
    try:
        parts = _parted(filter_text)
    except ValueError as error:
        raise WorkbenchError(f"the filter cannot be read: {error}") from error
    if not parts:
        raise WorkbenchError("the filter is empty: say for example risk:high or status:undone")
    in_order = "sort:worst" in parts
    tests = [_part(session, part) for part in parts if part != "sort:worst"]
    order = list(session.hunt("worst").beads) if in_order else [bead.id for bead in session.beads]
    found = tuple(bead for bead in order if all(test(bead) for test in tests))
    return Hunt(f"filter:{filter_text}", filter_text, found)


def _parted(text: str) -> list[str]:
    """At spaces, but for those between double quotation marks; a backslash or an apostrophe is only itself."""
    reader = shlex.shlex(text, posix=True, punctuation_chars=False)
    reader.whitespace_split, reader.quotes, reader.escape, reader.commenters = True, '"', "", ""
    return list(reader)


def _part(session: Session, part: str) -> Test:
    if part.startswith("-") and len(part) > 1:
        inner = _part(session, part[1:])
        return lambda bead: not inner(bead)
    key, colon, value = part.partition(":")
    if not colon or part.startswith(SIGN) or key not in KEYS:
        if colon and key.isascii() and key.isalpha() and not part.startswith(SIGN) and value:
            raise WorkbenchError(f"filters know no {key}; they know {', '.join(KEYS)} and sort:worst")
        return _words(session, part)
    if key in _OF_MACHINE or (key == "has" and "finding" in value.casefold().split(",")):
        _of_machine(session)
    if key == "text":
        return _words(session, value)
    tests = [_MADE_BY[key](session, one) for one in value.casefold().split(",") if one]
    if not tests:
        raise WorkbenchError(f"{key}: wants {KEYS[key]}")
    return lambda bead: any(test(bead) for test in tests)


def _words(session: Session, words: str) -> Test:
    return {bead for bead, _, _ in session.search(words)}.__contains__


def pattern_hits(session: Session, pattern: str) -> list[tuple[str, Side, int, int]]:
    """(segment, side, start, end) of every place of a regular expression, in document order."""
    wanted = compiled(pattern)
    sides = {str(side): side for side in Side}
    texts = ((f"{side}:{bead.id}", session.text(bead.id, side)) for bead in session.beads for side in Side)
    hits = []
    for key, match in matches(wanted, texts):
        side, _, bead = key.partition(":")
        if match.end() > match.start():
            hits.append((bead, sides[side], match.start(), match.end()))
    return hits


def _of_machine(session: Session) -> None:
    """Refuses what would give away what is hidden."""
    if session.is_blind:
        raise WorkbenchError(HIDDEN)


def _risk(session: Session, value: str) -> Test:
    _one_of("risk", value, ("high", "medium", "low"))
    return lambda bead: session.likelihood(bead) == value


def _check(session: Session, value: str) -> Test:
    return lambda bead: any(f.check == value or f.check.startswith(f"{value}.") for f in session.findings(bead))


def _severity(session: Session, value: str) -> Test:
    _one_of("severity", value, [str(severity) for severity in Severity])
    least = Severity(value).rank

    def holds(bead: str) -> bool:
        marks = (placed.annotation.severity for placed in session.annotations(bead))
        return any(s.rank >= least for s in (*marks, *(f.severity for f in session.findings(bead))))

    return holds


def _category(session: Session, value: str) -> Test:
    return lambda bead: any(value in placed.annotation.category.casefold() for placed in session.annotations(bead))


def _status(session: Session, value: str) -> Test:
    known = {"done": Status.DONE, "untouched": Status.UNTOUCHED, "work": Status.IN_WORK, "query": Status.QUERY}
    _one_of("status", value, (*known, "undone"))
    if value == "undone":
        return lambda bead: (
            session.segment(bead).status is not Status.DONE and session.bead(bead).reason is not Reason.FURNITURE
        )
    return lambda bead: session.segment(bead).status is known[value]


def _reviewer(session: Session, value: str) -> Test:
    return lambda bead: any(item.reviewer.casefold() == value and not item.undone for item in session.history(bead))


def _has(session: Session, value: str) -> Test:
    tests: dict[str, Test] = {
        "mark": lambda bead: bool(session.annotations(bead)),
        "finding": lambda bead: bool(session.findings(bead)),
        "correction": lambda bead: session.segment(bead).corrected is not None,
        "note": lambda bead: bool(session.segment(bead).note),
        "query": lambda bead: bool(session.segment(bead).query),
    }
    _one_of("has", value, tests)
    return tests[value]


def _is(session: Session, value: str) -> Test:
    tests: dict[str, Test] = {
        "furniture": lambda bead: session.bead(bead).reason is Reason.FURNITURE,
        "unpaired": lambda bead: not session.bead(bead).is_paired and session.bead(bead).reason is not Reason.FURNITURE,
        "changed": lambda bead: session.segment(bead).edited_after_done,
    }
    _one_of("is", value, tests)
    return tests[value]


def _one_of(key: str, value: str, known: Iterable[str]) -> None:
    names = list(known)
    if value not in names:
        raise WorkbenchError(f"{key}:{value} is unknown; {key}: takes {', '.join(names)}")


_MADE_BY: dict[str, Callable[[Session, str], Test]] = {
    "risk": _risk,
    "check": _check,
    "severity": _severity,
    "category": _category,
    "status": _status,
    "reviewer": _reviewer,
    "has": _has,
    "is": _is,
}
