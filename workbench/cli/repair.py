"""`workbench repair`: mending the pairing of a project without the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from workbench.cli import diagnostics, output
from workbench.cli.inputs import FILE, JSON, TRANSLATION, chosen_translation
from workbench.cli.opening import has_terminal, reviewer_name
from workbench.errors import UnusableInput, WorkbenchError
from workbench.model.bitext import Bead, Reason
from workbench.model.span import Side

if TYPE_CHECKING:
    from workbench.session.session import Session
    from workbench.session.values import Outcome

USAGES = {
    "merge": ("12 | 12-14", "make one segment of it and the next, or of several"),
    "split": ("12 [ZH:EN]", "split it where proposed, or behind so many Chinese and English sentences"),
    "move": ("12 zh|en next|previous", "give its last sentence to the next segment, or its first to the previous"),
    "pair": ("12 [14]", "pair an unpaired line with the nearest one of the other side, or with that one"),
    "unpair": ("12", "take the two sides apart"),
    "mark": ("12 furniture|omission|addition|duplicate|text", "say why it stands alone, or that it is ordinary text"),
    "realign": ("20-30", "pair again from here to there, around what was fixed; `20-` goes to the end"),
    "split-sentence": ("12 zh|en PLACE", "split a sentence before that character (from 0) or before those words"),
    "join-sentences": ("12 zh|en [K]", "join sentence K (the first) with the next, also from the next segment"),
    "undo": ("", "take the last act back, whatever it was"),
    "redo": ("", "do again what was taken back"),
}
"""The acts, with what each wants and does."""

_SIDES = {"zh": Side.SOURCE, "en": Side.TARGET}


@click.command(
    "repair",
    epilog="Example:\n\n  workbench repair article.review merge 12\n\n  workbench repair article.review realign 20-30",
    no_args_is_help=True,
    help="Mend the pairing of a project, as the keys of the review screen do.\n\n"
    "Segments are counted as on screen, from 1. Each call is one act in the journal; it prints the segments as they "
    "are then, and is taken back by `undo` here or by u on the screen. Nothing typed, marked or noted is lost.\n\n\b\n"
    + "\n".join(f"{name} {wants}".strip() + f"\n    {does}" for name, (wants, does) in USAGES.items()),
)
@click.argument("project", type=FILE, metavar="NAME.review")
@click.argument("act", type=click.Choice(list(USAGES)), metavar="ACT")
@click.argument("words", nargs=-1, metavar="...")
@click.option(
    "--cut", type=int, metavar="N", help="Where a corrected text is cut: before this character of it, from 0."
)
@click.option("--yes", is_flag=True, help="Cut a corrected text where proposed, without asking.")
@click.option("--reviewer", metavar="NAME", help="Who repairs, for the journal; without it, the login name.")
@TRANSLATION
@JSON
def command(
    project: Path, act: str, words: tuple[str, ...], cut: int | None, yes: bool, reviewer: str | None, as_json: bool
) -> None:
    from workbench.session.session import Session

    asked = _ACTS[act](_Words(act, words))
    with Session.open(project, reviewer=reviewer_name(reviewer), translation=chosen_translation()) as session:
        diagnostics.notes(session.warnings)
        session.check_writable()
        call = asked(_Project(session, cut, yes))
        try:
            outcome = call()
        except UnusableInput:
            raise
        except WorkbenchError as refusal:
            raise UnusableInput(f"{act} {' '.join(words)}: {refusal}.") from refusal
        _tell(session, outcome, as_json)


def _tell(session: Session, outcome: Outcome, as_json: bool) -> None:
    """What was done, on stderr, and the segments that came of it."""
    from workbench.cli.align import bead_record, bead_table

    diagnostics.warn(f"{outcome.message}.")
    places = {place for bead in outcome.touched if (place := session.index(bead)) is not None}
    numbered = [(place, session.beads[place]) for place in sorted(places)]
    if as_json:
        for place, bead in numbered:
            output.record(bead_record(place, bead))
    elif numbered:
        bead_table((place, bead, session.source(bead.id), session.final(bead.id)) for place, bead in numbered)


# ---- reading the call


class _Range(NamedTuple):
    first: int
    last: int | None
    """None: to the end."""


class _Words:
    """The words behind the act, taken one by one. Each raises `UsageError` for what it cannot read."""

    def __init__(self, act: str, words: Sequence[str]) -> None:
        self._act, self._left = act, list(words)

    def wrong(self, problem: str) -> click.UsageError:
        wants, does = USAGES[self._act]
        return click.UsageError(f"{problem}. Wanted is: {f'{self._act} {wants}'.strip()} ({does}).")

    def take(self, what: str) -> str:
        if not self._left:
            raise self.wrong(f"{what} is missing")
        return self._left.pop(0)

    def maybe(self) -> str | None:
        return self._left.pop(0) if self._left else None

    def end(self) -> None:
        if self._left:
            raise self.wrong(f"{self._left[0]!r} is too much")

    def number(self) -> int:
        return self._number(self.take("the number of a segment"))

    def _number(self, text: str) -> int:
        if not re.fullmatch("[0-9]{1,9}", text):
            raise self.wrong(f"{text!r} is no number of a segment")
        return int(text)

    def segments(self, *, open_end: bool) -> _Range:
        """`12`, `12-14` or, with `open_end`, `12-`."""
        text = self.take("the numbers of the segments" if open_end else "the number of a segment")
        first, dash, last = text.partition("-")
        if dash and not last and open_end:
            return _Range(self._number(first), None)
        return _Range(self._number(first), self._number(last) if dash else self._number(first))

    def choice(self, what: str, choices: Sequence[str]) -> str:
        text = self.take(what).lower()
        if text not in choices:
            raise self.wrong(f"{text!r} is none of {', '.join(choices)}")
        return text

    def side(self) -> Side:
        return _SIDES[self.choice("the side, zh or en,", list(_SIDES))]


# ---- doing it


class _Project:
    """The project, and what was said about cutting corrections."""

    def __init__(self, session: Session, cut: int | None, yes: bool) -> None:
        self.session, self._cut, self._yes = session, cut, yes

    def bead(self, number: int) -> Bead:
        count = len(self.session.beads)
        if not 1 <= number <= count:
            raise UnusableInput(f"there is no segment {number}: they are counted from 1 to {count}.")
        return self.session.beads[number - 1]

    def confirmed(self, bead: str, proposed: int | None) -> int | None:
        """The cut in the corrected text of a segment, as said, or as proposed and confirmed; None if none is needed."""
        if proposed is None:
            if self._cut is not None:
                raise UnusableInput("--cut: no corrected text is cut by this act. Leave it out.")
            return None
        if self._cut is not None:
            return self._cut
        text, number = self.session.final(bead), (self.session.index(bead) or 0) + 1
        shown = f"“{_end(text[:proposed])}” | “{_start(text[proposed:])}”"
        if self._yes:
            return proposed
        if has_terminal():
            diagnostics.say(f"The corrected text of segment {number} is cut at {proposed}: {shown}")
            click.confirm("Cut it there?", abort=True, err=True)
            return proposed
        raise UnusableInput(
            f"segment {number}: its corrected text would be cut at {proposed}: {shown}. "
            "Say --yes to cut it there, or --cut N for another place; nothing was changed."
        )


def _end(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 30 else "…" + text[-30:]


def _start(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 30 else text[:30] + "…"


_Call = Callable[[], "Outcome"]
_Asked = Callable[[_Project], _Call]


def _merge(words: _Words) -> _Asked:
    numbers = words.segments(open_end=False)
    words.end()

    def asked(project: _Project) -> _Call:
        first = project.bead(numbers.first).id
        last = None if numbers.last in (None, numbers.first) else project.bead(int(numbers.last or 0)).id
        return lambda: project.session.join(first, last)

    return asked


def _split(words: _Words) -> _Asked:
    number, counts = words.number(), words.maybe()
    words.end()
    given = re.fullmatch(r"(\d{1,6}):(\d{1,6})", counts) if counts is not None else None
    if counts is not None and given is None:
        raise words.wrong(f"{counts!r} is not two numbers of sentences such as 1:2")

    def asked(project: _Project) -> _Call:
        session, bead = project.session, project.bead(number)
        if given:
            source, target = int(given.group(1)), int(given.group(2))
            if source > len(bead.source) or target > len(bead.target):
                raise UnusableInput(
                    f"split {number} {counts}: it has {len(bead.source)} Chinese and "
                    f"{len(bead.target)} English sentences."
                )
            proposed = session.propose_cut(bead.id, source, target)
        else:
            proposal = session.propose_split(bead.id)
            if proposal is None:
                raise UnusableInput(
                    f"split {number}: it has one sentence a side. Split a sentence first: "
                    f"split-sentence {number} en WORDS."
                )
            source, target, proposed = proposal
        cut = project.confirmed(bead.id, proposed)
        return lambda: session.split(bead.id, source, target, cut)

    return asked


def _move(words: _Words) -> _Asked:
    number, side = words.number(), words.side()
    forward = words.choice("where it goes, next or previous,", ["next", "previous"]) == "next"
    words.end()

    def asked(project: _Project) -> _Call:
        bead, session = project.bead(number).id, project.session
        return lambda: session.move(
            bead, side, forward=forward, cut=project.confirmed(bead, session.propose_move(bead, side, forward=forward))
        )

    return asked


def _pair(words: _Words) -> _Asked:
    number, other = words.number(), words.maybe()
    words.end()
    if other is not None and not other.isdecimal():
        raise words.wrong(f"{other!r} is no number of a segment")

    def asked(project: _Project) -> _Call:
        ids = project.bead(number).id, None if other is None else project.bead(int(other)).id
        return lambda: project.session.pair(*ids)

    return asked


def _unpair(words: _Words) -> _Asked:
    number = words.number()
    words.end()

    def asked(project: _Project) -> _Call:
        bead = project.bead(number).id
        return lambda: project.session.unpair(bead)

    return asked


def _mark(words: _Words) -> _Asked:
    number = words.number()
    name = words.choice("what it is", [*(reason.value for reason in Reason), "text"])
    words.end()

    def asked(project: _Project) -> _Call:
        bead = project.bead(number).id
        return lambda: project.session.mark(bead, None if name == "text" else Reason(name))

    return asked


def _realign(words: _Words) -> _Asked:
    numbers = words.segments(open_end=True)
    words.end()

    def asked(project: _Project) -> _Call:
        session = project.session
        first = project.bead(numbers.first).id
        last = session.beads[-1].id if numbers.last is None else project.bead(numbers.last).id

        def call() -> Outcome:
            with diagnostics.progress("pairing") as tell:
                found = session.propose_realign(first, last, progress=tell)
            return session.realign(first, last, found)

        return call

    return asked


def _split_sentence(words: _Words) -> _Asked:
    number, side, place = words.number(), words.side(), words.take("the place, a number or words,")
    words.end()

    def asked(project: _Project) -> _Call:
        bead, session = project.bead(number).id, project.session
        text = session.text(bead, side)
        at = int(place) if re.fullmatch("[0-9]{1,9}", place) else text.find(place)
        if not re.fullmatch("[0-9]{1,9}", place) and text.count(place) != 1:
            many = "do not stand" if at < 0 else f"stand {text.count(place)} times"
            raise UnusableInput(
                f"split-sentence {number}: the words “{place}” {many} in it. Quote words that stand once."
            )
        return lambda: session.split_sentence(bead, side, at)

    return asked


def _join_sentences(words: _Words) -> _Asked:
    number, side, which = words.number(), words.side(), words.maybe()
    words.end()
    if which is not None and (not which.isdecimal() or int(which) < 1):
        raise words.wrong(f"{which!r} is no number of a sentence, from 1")

    def asked(project: _Project) -> _Call:
        bead, session, at = project.bead(number).id, project.session, int(which or 1) - 1

        def call() -> Outcome:
            later, proposed = session.propose_join(bead, side, at)
            return session.join_sentences(bead, side, at, project.confirmed(later, proposed))

        return call

    return asked


def _undo(words: _Words) -> _Asked:
    words.end()
    return lambda project: project.session.undo


def _redo(words: _Words) -> _Asked:
    words.end()
    return lambda project: project.session.redo


_ACTS: dict[str, Callable[[_Words], _Asked]] = {
    "merge": _merge,
    "split": _split,
    "move": _move,
    "pair": _pair,
    "unpair": _unpair,
    "mark": _mark,
    "realign": _realign,
    "split-sentence": _split_sentence,
    "join-sentences": _join_sentences,
    "undo": _undo,
    "redo": _redo,
}
