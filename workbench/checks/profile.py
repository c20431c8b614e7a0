"""Check profiles: which checks run, and how severe what they find is, as a TOML file that people share.

name = "news desk"

[checks]
"punctuation" = "off"          # a family, or one check by its id
"term.capitals" = "major"      # another severity
"number.added" = "on"          # a weak hint that is off by itself

[checks."text.omission"]
severity = "critical"
least_confidence = 0.8         # what is less sure is not told
hints = true                   # weak hints of this check too

task = "news"                    # the list of error categories to begin with (above all tables)

[[category]]                     # the team's own categories, as many as wanted
name = "House style/Brand name"
letter = "j"
definition = "A brand is not written as its owner writes it."
example = "Ebay for eBay"
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from workbench.checks.renamed import FORMER, id_now
from workbench.errors import FileProblem
from workbench.model.category_lists import CategoryList, lists, with_letters
from workbench.model.finding import Finding, Severity
from workbench.model.typology import Category

_WORDS = ("on", "off", *(severity.value for severity in Severity))
_OF_CATEGORY = ("name", "letter", "definition", "example")
_REMEDY = 'Wanted is TOML with a table [checks], such as "term.capitals" = "off".'


@dataclass(frozen=True, slots=True)
class CheckSetting:
    """What a profile says of a check or a family of checks; None where it says nothing."""

    on: bool | None = None
    severity: Severity | None = None
    least_confidence: float | None = None
    hints: bool | None = None

    def over(self, wider: CheckSetting) -> CheckSetting:
        """This setting, and where it says nothing that of the family."""
        said = {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name) is not None}
        return replace(wider, **said)


@dataclass(frozen=True, slots=True)
class CheckProfile:
    """Settings by the name of a check or of a family (its id's first part)."""

    settings: Mapping[str, CheckSetting] = field(default_factory=dict)
    name: str = ""
    categories: CategoryList | None = None
    """The team's own error categories, under the profile's name."""
    task: str = ""
    """The list of categories that stands first."""

    def of(self, check_id: str) -> CheckSetting:
        """What holds for one check: what is said of it, before what is said of its family."""
        family = self.settings.get(check_id.partition(".")[0], CheckSetting())
        return self.settings.get(check_id, CheckSetting()).over(family)

    def runs(self, check_id: str, default: bool) -> bool:
        on = self.of(check_id).on
        return default if on is None else on

    def applied(self, finding: Finding, *, with_quiet: bool) -> Finding | None:
        """The finding as the profile wants it; None if it is not to be told."""
        setting = self.of(finding.check)
        if finding.bead is None:  # a check that failed tells of itself
            return finding
        wanted = with_quiet or bool(setting.hints) or bool(setting.on)
        if (finding.quiet and not wanted) or finding.confidence < (setting.least_confidence or 0.0):
            return None
        return finding if setting.severity is None else replace(finding, severity=setting.severity)


PLAIN = CheckProfile()
"""Says nothing: every check is as it declares itself."""


def read_profile(path: str | Path, warn: Callable[[str], object] = lambda _said: None) -> CheckProfile:
    """The profile in a TOML file; `warn` is told what was odd about its encoding. Raises `FileProblem`, naming what is
    wrong in it."""
    return parse_profile(profile_text(path, warn), path)


def profile_text(path: str | Path, warn: Callable[[str], object]) -> str:
    """The text of a profile, whatever encoding it is in. Raises `FileProblem`."""
    from workbench.formats.plain import decode, read_bytes

    decoded = decode(read_bytes(path), name=str(path))
    for warning in decoded.warnings:
        warn(f"{Path(path).name}: {warning}")
    return decoded.text


def parse_profile(text: str, path: object) -> CheckProfile:
    """The same of the file's text."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FileProblem(path, f"this is no TOML: {error}", _REMEDY) from None
    unknown = [key for key in values if key not in ("name", "task", "category", "checks")]
    if unknown:
        raise FileProblem(path, f'"{unknown[0]}" is no part of a profile', _REMEDY)
    name, checks = values.get("name", ""), values.get("checks", {})
    if not isinstance(name, str) or not isinstance(checks, dict):
        raise FileProblem(path, '"name" wants text, and "checks" a table', _REMEDY)
    known = _known_names()
    settings = {}
    for check, said in _flat(checks, known):
        if check not in known:
            near = get_close_matches(check, known, 1)
            raise FileProblem(
                path, f'there is no check "{check}"', f'Is "{near[0]}" meant?' if near else "See check --list."
            )
        settings[id_now(check)] = _setting(check, said, path)
    own = _categories(values.get("category", []), name, path)
    return CheckProfile(settings, name, own, _task(values.get("task", ""), own, path))


def _categories(said: Any, name: str, path: object) -> CategoryList | None:
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        raise FileProblem(path, '"category" wants tables', "Write each as [[category]], with a name.")
    made = []
    for one in said:
        wrong = [key for key, value in one.items() if key not in _OF_CATEGORY or not isinstance(value, str)]
        letter = one.get("letter", "")
        if wrong or not str(one.get("name", "")).strip():
            problem = f'"{wrong[0]}" is not understood' if wrong else "one has no name"
            raise FileProblem(path, f"[[category]]: {problem}", f"Known texts are {', '.join(_OF_CATEGORY)}.")
        if letter and not (len(letter) == 1 and letter.isascii() and letter.isalpha()):
            raise FileProblem(path, f'[[category]]: "{letter}" is no letter', "A letter is one of a to z or A to Z.")
        made.append(Category(one["name"], letter, one.get("definition", ""), one.get("example", "")))
    names = [category.name for category in made]
    twice = [value for values in (names, [c.letter for c in made if c.letter]) for value in _twice(values)]
    if twice:
        raise FileProblem(path, f'[[category]]: "{twice[0]}" stands there twice', "Give each its own.")
    return CategoryList(name or "own", with_letters(made)) if made else None


def _twice(values: list[str]) -> list[str]:
    return [value for n, value in enumerate(values) if value in values[:n]]


def _task(said: Any, own: CategoryList | None, path: object) -> str:
    names = [one.name for one in lists(own)]
    if said and said not in names:
        raise FileProblem(path, f"task = {said!r} is no list of categories", f"Known are {', '.join(names)}.")
    return str(said)


def _known_names() -> frozenset[str]:
    from workbench.checks.registry import all_checks

    ids = [*(check.id for check in all_checks()), *(former for formers in FORMER.values() for former in formers)]
    return frozenset((*ids, *(check_id.partition(".")[0] for check_id in ids)))


def _flat(checks: Mapping[str, Any], known: frozenset[str]) -> list[tuple[str, Any]]:
    """(name, what is said): ids without quotation marks are tables within tables to TOML."""
    found: list[tuple[str, Any]] = []
    for name, said in checks.items():
        inner = {key: value for key, value in said.items() if f"{name}.{key}" in known} if _is_table(said) else {}
        found += [(f"{name}.{key}", value) for key, value in inner.items()]
        own = {key: value for key, value in said.items() if key not in inner} if inner else said
        if own or not inner:
            found.append((name, own))
    return found


def _is_table(said: Any) -> bool:
    return isinstance(said, dict)


def _setting(check: str, said: Any, path: object) -> CheckSetting:
    if isinstance(said, bool):
        return CheckSetting(on=said)
    if isinstance(said, str):
        return _of_word(check, said, path)
    if not isinstance(said, dict):
        raise FileProblem(path, f'"{check}" wants one of {", ".join(_WORDS)}, or a table', _REMEDY)
    setting = CheckSetting()
    for key, value in said.items():
        if key == "severity" and isinstance(value, str) and value in _WORDS[2:]:
            setting = replace(setting, severity=Severity(value))
        elif key == "least_confidence" and _is_share(value):
            setting = replace(setting, least_confidence=float(value))
        elif key == "on" and isinstance(value, bool):
            setting = replace(setting, on=value)
        elif key == "hints" and isinstance(value, bool):
            setting = replace(setting, hints=value)
        else:
            raise FileProblem(
                path,
                f'"{check}": {key} = {value!r} is not understood',
                "Known are on, hints (true or false), severity, and least_confidence (0 to 1).",
            )
    return setting


def _of_word(check: str, word: str, path: object) -> CheckSetting:
    if word in ("on", "off"):
        return CheckSetting(on=word == "on")
    if word not in _WORDS:
        raise FileProblem(path, f'"{check}": "{word}" is none of {", ".join(_WORDS)}', "")
    return CheckSetting(severity=Severity(word))


def _is_share(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
