"""Keys as the user wants them: read as people write them, checked, and put into the one table of actions."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from workbench.model.typology import BY_LETTER
from workbench.tui.action import Action, Mode
from workbench.tui.actions import ACTIONS, BY_ID, KEY_NAMES, KEYMAP, key_name

DEFAULT_KEYS: Mapping[str, tuple[str, ...]] = {action.id: action.keys for action in ACTIONS}

_ALIASES = {"ctrl+h": "Backspace", "ctrl+i": "Tab", "ctrl+j": "Enter", "ctrl+m": "Enter", "ctrl+[": "Esc"}
"""What a terminal sends for these is the other key."""
_FOLLOWING = {"terms.undo": "undo", "terms.redo": "redo"}
"""Actions that take the keys of one of the review, where these are free in their own part."""
_NAMED = {
    **{shown.casefold(): name for name, shown in KEY_NAMES.items()},
    **{name: name for name in (*KEY_NAMES, "insert", *(f"f{n}" for n in range(1, 13)))},
    "pgdown": "pagedown",
    "pgup": "pageup",
    "return": "enter",
    "ins": "insert",
}


class WrongKeys(ValueError):
    """Keys that cannot be; the message is a clause, `action` what it is about."""

    def __init__(self, action: str, problem: str) -> None:
        self.action = action
        super().__init__(problem)


def read_key(written: str) -> str | None:
    """`Ctrl-R`, `PgDn`, `n` or `ctrl+r`, as the tables have it; None if there is no such key."""
    if written.casefold() in _NAMED:
        return _NAMED[written.casefold()]
    if len(written) <= 1:
        return written if written.isascii() and written.isprintable() and written.strip() else None
    # A sign of its own may be the last one: `Ctrl--`.
    head, last = written[:-1].replace("-", "+").casefold(), written[-1]
    *modifiers, name = [*head.split("+")[:-1], last] if head.endswith("+") else (head + last).casefold().split("+")
    if any(modifier not in ("ctrl", "shift") for modifier in modifiers):
        return None
    if name.casefold() in _NAMED:
        return "+".join([*sorted(modifiers), _NAMED[name.casefold()]])
    if modifiers == ["ctrl"] and len(name) == 1 and name.isascii() and name.isalpha():
        return f"ctrl+{name.casefold()}"
    return None


def remap(wanted: Mapping[str, Sequence[str]]) -> None:
    """Gives actions other keys; all others get their own back, except for keys that were given away.

    `wanted` maps ids of actions to keys as people write them; none leaves an action to the command list. Raises
    `WrongKeys` for what cannot be, and then nothing has changed.
    """
    mapped = dict(DEFAULT_KEYS)
    given: dict[tuple[Mode, str], str] = {}
    for action_id, written in wanted.items():
        action = _known(action_id)
        keys = tuple(dict.fromkeys(_checked(action, key) for key in written))
        mapped[action_id] = keys
        for key in keys:
            other = given.setdefault((action.mode, key), action_id)
            if other != action_id:
                raise WrongKeys(action_id, f"{key_name(key)} is given to {other} already")
    for follower, leader in _FOLLOWING.items():
        if leader in wanted and follower not in wanted:
            mode = BY_ID[follower].mode
            others = {key for a in ACTIONS if a.mode is mode and a.id != follower for key in mapped[a.id]}
            free = tuple(key for key in mapped[leader] if key not in others)
            mapped[follower] = free or mapped[follower]
    for action in ACTIONS:
        if action.id not in wanted:
            mapped[action.id] = tuple(key for key in mapped[action.id] if (action.mode, key) not in given)
        if not mapped[action.id] and DEFAULT_KEYS[action.id] and not action.listed:
            taken = [given[action.mode, key] for key in DEFAULT_KEYS[action.id] if (action.mode, key) in given]
            by = f", as {taken[0]} takes it" if taken else ""
            raise WrongKeys(taken[0] if taken else action.id, f"{action.id} would be left without a key{by}")
    for action in ACTIONS:
        action.keys = mapped[action.id]
    for mode, table in KEYMAP.items():
        table.clear()
        table.update({key: action for action in ACTIONS if action.mode is mode for key in action.keys})


def given_away() -> dict[str, tuple[str, ...]]:
    """Keys that actions have by themselves and other actions have now: {id: keys}."""
    found = {}
    for action in ACTIONS:
        lost = tuple(key for key in DEFAULT_KEYS[action.id] if KEYMAP[action.mode].get(key, action) is not action)
        if lost:
            found[action.id] = lost
    return found


def _known(action_id: str) -> Action:
    if action_id not in BY_ID:
        near = difflib.get_close_matches(action_id, BY_ID, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; 'workbench keys' lists them"
        raise WrongKeys(action_id, f"there is no action {action_id}{hint}")
    return BY_ID[action_id]


def _checked(action: Action, written: str) -> str:
    key = read_key(written)
    if key is None:
        raise WrongKeys(action.id, f"there is no key {written!r}; keys are written as in n, Ctrl-R, PgDn or Shift-Tab")
    if key in _ALIASES:
        raise WrongKeys(action.id, f"{key_name(key)} is {_ALIASES[key]} in a terminal")
    if action.mode is Mode.PICKER and key in BY_LETTER:
        raise WrongKeys(action.id, f"{key} is the letter of a category: {BY_LETTER[key].name}")
    if action.mode in (Mode.EDIT, Mode.FORM) and len(key) == 1:
        raise WrongKeys(action.id, f"{key} is typed while editing")
    return key
