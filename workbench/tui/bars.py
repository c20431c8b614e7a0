"""What the two bars of the review screen say: figures, the hunt, and the keys that help most now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.text.cells import cell_width
from workbench.tui.action import Mode
from workbench.tui.actions import first_key, hint
from workbench.tui.glyphs import G
from workbench.tui.widgets.painted import Run, shortened

if TYPE_CHECKING:
    from workbench.session.session import Session
    from workbench.tui.state import ReviewState

REPEATS = "every place counts"
"""How the MQM figure takes an error that repeats, in words."""
_RESTING = ("hunt.next", "edit", "status.done", "flag.major", "finding.next", "command")
"""Keys to show while nothing else is said, the first ones first."""
_RATING = ("rating.give", "rating.next", "flag.minor", "flag.major", "hunt.next", "command")
"""The same where segments are rated."""
_BUSY = {
    Mode.SELECT: ("select.minor", "select.major", "select.critical", "select.omission", "select.link"),
    Mode.PLACE: ("place.right", "place.left", "place.major", "place.drop"),
    Mode.EDIT: ("edit.keep", "edit.cancel", "edit.undo", "edit.suggestion"),
}


def hints(mode: Mode, room: int, session: Session | None = None) -> Run:
    """The keys of a mode in so many cells."""
    if mode in _BUSY:
        return (hint(*_BUSY[mode]), "key")
    shown = ["help"]
    resting = _RATING if session is not None and session.rating_plan.protocol else _RESTING
    for action in resting:
        if session is not None and session.is_blind and action.startswith("finding."):
            continue
        if cell_width(hint(*shown, action)) <= room:
            shown.append(action)
    return (hint(*shown), "quiet")


def fitted(said: Run, room: int) -> Run:
    """What is said, in so many cells: how it is undone stays in sight, rather than all of what was done."""
    text, style = said
    if cell_width(text) <= room:
        return said
    what, sign, how = text.rpartition(f", {first_key('undo')} ")
    if not sign:
        return said
    return (shortened(what, max(10, room - cell_width(sign + how))) + sign + how, style)


def hunt_words(state: ReviewState) -> str:
    """The hunt and how far one is in it, such as `worst first 3/49`."""
    hunt = state.hunt
    if hunt.key == "all":
        return ""
    at = state.hunt_at + 1 if 0 <= state.hunt_at < len(hunt.beads) else 0
    of = f"{at}/{len(hunt.beads)}" if at else f"({len(hunt.beads)})"
    later = f", {len(state.later)} later" if len(state.later) else ""
    return f"{shortened(hunt.title, 20)} {of}{later}"


def figures(session: Session) -> tuple[str, str]:
    """(progress, MQM line) of the document."""
    progress = session.progress()
    rated = f"  {rated_words(session)}" if session.rating_plan.protocol else ""
    return f"{G.done}{progress.done}/{progress.total}{rated}", session.figure_line()


def rated_words(session: Session) -> str:
    """`rated 12 of 44`: how many segments have a score of this reviewer."""
    done, total = session.rated()
    return f"rated {done} of {total}"
