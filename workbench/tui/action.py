"""What an act is: one thing that can be done, the keys that do it, and where they count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """Where a key counts. Each screen and each state of the review screen is in one mode at a time."""

    NORMAL = "review"
    SELECT = "select"
    PLACE = "place"
    """Choosing where missing words belong."""
    EDIT = "edit"
    READING = "reading"
    LIST = "lists"
    FIXES = "fixes"
    PICKER = "category"
    SPLIT = "split"
    TERMS = "terms"
    FORM = "form"
    RATING = "rating"


class Group(StrEnum):
    """Headings of the help screen."""

    MOVE = "Move"
    HUNT = "Hunt and find"
    MARK = "Mark errors"
    FINDINGS = "Findings"
    TEXT = "Correct the text"
    SEGMENT = "Segments"
    RATE = "Rate segments"
    LOOK = "Look"
    PROGRAM = "Program"
    SELECT = "While selecting words"
    PLACE = "While placing an omission"
    EDIT = "While editing"
    READING = "In the reading view"
    LIST = "In lists"
    FIXES = "In a preview of many places"
    PICKER = "In the category list"
    SPLIT = "While splitting"
    TERMS = "In the terms"
    FORM = "In a term, while its fields are written"
    RATING = "While giving a score"


@dataclass(slots=True, eq=False)
class Action:
    """One thing that can be done."""

    id: str
    """Dotted and stable: settings and tests name it."""
    keys: tuple[str, ...]
    """As `keys.canonical` writes them; the first is the one that help shows. The user's settings may change them,
    before a screen is there: see `keymap.remap`."""
    label: str
    """Two or three words, for the command list and hints."""
    description: str
    group: Group
    mode: Mode
    handler: str
    """The screen's method is called `do_` and this."""
    argument: str = ""
    """Handed to the handler if not empty."""
    listed: bool = True
    """False: not in the command list, as it makes no sense there."""

    @property
    def writes(self) -> bool:
        """True if it changes the review: refused at once where a project can only be read, before anything is asked."""
        return self.mode in (Mode.NORMAL, Mode.SELECT, Mode.PLACE) and self.handler.startswith(_WRITING)


_WRITING = (
    *(
        "flag",
        "unflag",
        "repeat",
        "select_omission",
        "select_keep",
        "place_keep",
        "edit",
        "replace",
        "reword",
        "separator_",
    ),
    *(
        "finding_accept",
        "finding_dismiss",
        "term_add",
        "term_sense",
        "segment_",
        "sentence_",
        "note",
        "query",
        "status_done",
        "undo",
        "redo",
        "rating_give",
        "rating_plan",
    ),
)
"""What the handlers that change the review begin with."""


def row(
    mode: Mode,
    group: Group,
    name: str,
    keys: str,
    label: str,
    description: str,
    handler: str = "",
    argument: str = "",
    listed: bool | None = None,
) -> Action:
    """One row of the table; keys are parted by spaces, and the handler's name follows from the action's."""
    on_review = mode in (Mode.NORMAL, Mode.SELECT, Mode.PLACE, Mode.EDIT)
    handler = handler or (name.replace(".", "_") if on_review else name.rpartition(".")[2])
    shown = mode is Mode.NORMAL if listed is None else listed
    return Action(name, tuple(keys.split()), label, description, group, mode, handler, argument, shown)
