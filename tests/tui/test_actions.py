"""The one table: keys, handlers, help and command list agree, and no key is one that terminals keep for themselves."""

from __future__ import annotations

from inspect import isfunction

import pytest

from workbench.tui.action import Mode
from workbench.tui.actions import ACTIONS, KEYMAP, key_name, key_table
from workbench.tui.screens import category, concordance, fixes, profile, rating, reading, split, term_form, terms
from workbench.tui.screens import help as help_screen
from workbench.tui.screens.command import matching
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.sheet import Choice

PLAYED_BY = {
    Mode.NORMAL: ReviewScreen,
    Mode.SELECT: ReviewScreen,
    Mode.PLACE: ReviewScreen,
    Mode.READING: reading.ReadingScreen,
    Mode.FIXES: fixes.FixesScreen,
    Mode.PICKER: category.CategoryPicker,
    Mode.SPLIT: split.SplitScreen,
    Mode.TERMS: terms.TermsScreen,
    Mode.FORM: term_form.TermForm,
    Mode.RATING: rating.RatingSheet,
}
LISTS = [Choice, concordance.ConcordanceScreen, profile.ProfileScreen]
TAKEN = {"ctrl+s", "ctrl+q", "ctrl+a", "ctrl+b", "ctrl+space", "ctrl+enter"}
ALIASES = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket"}


def test_ids_are_unique() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("mode", list(Mode))
def test_a_key_means_one_thing_in_a_mode(mode: Mode) -> None:
    keys = [key for action in ACTIONS if action.mode is mode for key in action.keys]
    assert sorted(keys) == sorted(set(keys))
    assert set(KEYMAP[mode]) == set(keys)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda a: a.id)
def test_every_action_has_its_handler(action) -> None:  # type: ignore[no-untyped-def]
    if action.mode is Mode.EDIT:
        return  # the edit box itself
    screens = LISTS if action.mode is Mode.LIST else [PLAYED_BY[action.mode]]
    for screen in screens:
        assert callable(getattr(screen, f"do_{action.handler}", None)), (screen, action.handler)


def test_nothing_essential_is_on_keys_that_terminals_take() -> None:
    for action in ACTIONS:
        if not action.keys:
            continue
        free = [k for k in action.keys if k not in TAKEN | ALIASES and not k.startswith(("alt+", "f1", "f2"))]
        assert free, f"{action.id} can be reached by {action.keys} alone"


def test_help_shows_every_key_and_every_description() -> None:
    for width in (78, 118):
        shown = "\n".join("".join(text for text, _ in line) for line in help_screen.page(width))
        for action in ACTIONS:
            assert action.description[:30] in shown, action.id
            for key in action.keys[:1]:
                assert key_name(key) in shown


def test_the_table_for_the_readme_has_every_key() -> None:
    table = key_table()
    for action in ACTIONS:
        if action.keys:
            assert action.description in table


def test_the_command_list_finds_every_listed_action_by_its_label() -> None:
    for action in ACTIONS:
        if action.listed:
            assert action in matching(action.label), action.id
    assert matching("join")[0].id == "segment.join"
    assert matching("no such thing at all") == []


def test_no_private_name_of_textual_is_shadowed() -> None:
    """Textual's base classes have many underscored methods; one of ours with such a name would break them."""
    from textual.screen import ModalScreen
    from textual.widget import Widget

    from workbench.tui.widgets.bitext_view import BitextView
    from workbench.tui.widgets.inspector import Bar, Inspector
    from workbench.tui.widgets.painted import Painted
    from workbench.tui.widgets.row_list import RowList

    ours = [*PLAYED_BY.values(), *LISTS, help_screen.HelpScreen, BitextView, Painted, Inspector, Bar, RowList]
    for cls in ours:
        base = ModalScreen if hasattr(cls, "mode") else Widget
        for part in cls.__mro__:
            if part.__module__.startswith("workbench"):
                private = {n for n, value in vars(part).items() if isfunction(value) and n.startswith("_")}
                clash = {n for n in private if not n.startswith("__") and hasattr(base, n)}
                assert not clash, (part, clash)


@pytest.mark.parametrize("width", [60, 78, 100, 118, 160])
def test_help_cuts_no_description(width: int) -> None:
    from workbench.tui.screens.help import page
    from workbench.tui.widgets.painted import run_width

    rows = page(width)
    assert max(map(run_width, rows)) <= width
    words = {word for row in rows for text, _ in row for word in text.split()}
    assert {word for action in ACTIONS for word in action.description.split()} <= words
