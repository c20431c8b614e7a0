"""The user's settings: one TOML file, read when the program opens; what is wrong with it is told with its line."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.errors import FileProblem
from workbench.score.ratings import PROTOCOLS
from workbench.tui.actions import ACTIONS, key_name
from workbench.tui.keymap import DEFAULT_KEYS, WrongKeys, given_away, remap
from workbench.tui.theme import CHOICES

PLACE = "WORKBENCH_SETTINGS"
"""Environment variable that names another file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says."""

    theme: str | None = None
    memory: bool = True
    """Whether what is finished in one project is offered in others."""
    terms: Path | None = None
    """The file of the user's own terms, where it is not in the state folder."""
    keys: dict[str, list[str]] = field(default_factory=dict)
    rate: str = ""
    """The protocol by which projects are rated where nobody chose yet; empty for none."""
    blind: bool = False
    """Whether machine scores and findings are hidden where nobody chose yet."""


def settings_path() -> Path:
    """Where the file is, or would be."""
    named = os.environ.get(PLACE)
    if named:
        return Path(named)
    from platformdirs import user_config_dir

    return Path(user_config_dir("mt-review-workbench", appauthor=False)) / "settings.toml"


def read_settings(path: Path | None = None) -> Settings:
    """The user's settings; empty without a file. Raises `FileProblem` with the line of what is wrong."""
    path = path or settings_path()
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise FileProblem(path, f"the settings cannot be read ({reason})", _REMEDY) from error
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FileProblem(path, f"the settings are not TOML: {error}", _REMEDY) from error
    return _checked(path, text, values)


_NAMES = ("theme", "memory", "terms", "rate", "blind", "keys")
_REMEDY = "Mend it, or move it away; 'workbench keys' writes one to begin from."


def _checked(path: Path, text: str, values: dict[str, Any]) -> Settings:
    def wrong(name: str, problem: str) -> FileProblem:
        line = _line_of(text, name)
        return FileProblem(path, f"line {line}: {problem}" if line else problem, _REMEDY)

    for name in values:
        if name not in _NAMES:
            raise wrong(name, f"there is no setting {name}; there are {', '.join(_NAMES[:-1])} and {_NAMES[-1]}")
    theme = values.get("theme")
    if theme is not None and theme not in CHOICES:
        raise wrong("theme", f"there is no theme {theme!r}; there are {', '.join(CHOICES)}")
    memory = values.get("memory", True)
    if not isinstance(memory, bool):
        raise wrong("memory", "memory is true or false")
    terms = values.get("terms")
    if terms is not None and not (isinstance(terms, str) and terms.strip()):
        raise wrong("terms", 'terms is the name of a file, such as "~/terms.csv"')
    keys = values.get("keys", {})
    if not isinstance(keys, dict):
        raise wrong("keys", "keys is a table, headed [keys]")
    found: dict[str, list[str]] = {}
    for action, given in _flat(keys):
        if isinstance(given, str):
            found[action] = given.split()
        elif isinstance(given, list) and all(isinstance(key, str) for key in given):
            found[action] = given
        else:
            raise wrong(action, f'{action} wants its keys as text, such as "n Ctrl-N"')
    try:
        remap(found)
    except WrongKeys as error:
        raise wrong(error.action, str(error)) from error
    return Settings(theme, memory, Path(terms).expanduser() if terms else None, found, *_rating(values, wrong))


def _rating(values: dict[str, Any], wrong: Callable[[str, str], FileProblem]) -> tuple[str, bool]:
    """(protocol, blind)"""
    rate, blind = values.get("rate", ""), values.get("blind", False)
    if rate not in ("", *PROTOCOLS):
        raise wrong("rate", f"rate is one of {', '.join(PROTOCOLS)}")
    if not isinstance(blind, bool):
        raise wrong("blind", "blind is true or false")
    return rate, blind


def _flat(table: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    """Ids have dots, which TOML takes for tables where they stand without quotation marks: both are meant alike."""
    found: list[tuple[str, Any]] = []
    for name, value in table.items():
        found += _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else [(prefix + name, value)]
    return found


def _line_of(text: str, name: str) -> int | None:
    """The line that sets `name`, counted from 1."""
    wanted = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*=|\s*\[+\s*["']?{re.escape(name)}["']?""")
    for number, line in enumerate(text.splitlines(), 1):
        if wanted.match(line):
            return number
    return None


def settings_text(settings: Settings) -> str:
    """A settings file that says what holds now: everything that is as it comes is a comment."""
    lines = [
        "# Settings of workbench. Take away a # to change what follows it.",
        "",
        f"# The colours: {', '.join(CHOICES)}. NO_COLOR overrules them.",
        f'theme = "{settings.theme}"' if settings.theme else '# theme = "dark"',
        "",
        "# Whether finished segments are kept in your translation memory, and offered in other projects.",
        "memory = false" if not settings.memory else "# memory = true",
        "",
        "# The file of your own terms (.csv, .tsv or .tbx), which go from project to project.",
        f"terms = {json.dumps(str(settings.terms), ensure_ascii=False)}"
        if settings.terms
        else '# terms = "~/terms.csv"',
        "",
        "# How projects are rated where nobody chose yet: segments by esa or da; blind to machine scores and findings.",
        f'rate = "{settings.rate}"' if settings.rate else '# rate = "esa"',
        "blind = true" if settings.blind else "# blind = true",
        "",
        "# Keys of each action, parted by spaces, the one that help shows first: n, Ctrl-R, PgDn, Shift-Tab.",
        '# A key that is given to one action is taken from another of the same part; "" leaves an action to the',
        "# command list.",
        "[keys]",
    ]
    group = None
    for action in ACTIONS:
        if action.group is not group:
            group = action.group
            lines += ["", f"# {group}"]
        keys = " ".join(map(key_name, action.keys)).replace("\\", "\\\\").replace('"', '\\"')
        changed = action.id in settings.keys
        lines.append(f'{"" if changed else "# "}"{action.id}" = "{keys}"  # {action.description}')
    return "\n".join(lines) + "\n"


def notices() -> list[str]:
    """What the settings took from other actions, a clause each."""
    return [
        f"{' '.join(map(key_name, lost))} is no longer {action}"
        + ("" if _has_keys(action) else ", which is left to the command list")
        for action, lost in given_away().items()
    ]


def _has_keys(action_id: str) -> bool:
    return any(action.keys for action in ACTIONS if action.id == action_id) or not DEFAULT_KEYS[action_id]
