"""The settings file: other keys, everywhere they are named; other colours; and what is wrong with it, told by line."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.color import Color

from tests.tui.player import playing
from workbench.cli.main import run
from workbench.errors import FileProblem
from workbench.tui.action import Mode
from workbench.tui.actions import ACTIONS, BY_ID, KEYMAP, key_name
from workbench.tui.keymap import DEFAULT_KEYS, WrongKeys, read_key, remap
from workbench.tui.screens.help import page
from workbench.tui.settings import notices, read_settings, settings_text
from workbench.tui.theme import CONTRAST, DARK, LIGHT, PLAIN, THEMES, first_theme
from workbench.tui.widgets.edit_box import EditBox

Write = Callable[[str], Path]


@pytest.fixture(autouse=True)
def _as_it_comes() -> Iterator[None]:
    yield
    remap({})


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("WORKBENCH_SETTINGS", str(path))

    def written(text: str) -> Path:
        path.write_text(text, "utf-8")
        return path

    return written


def test_without_a_file_everything_is_as_it_comes(write: Write) -> None:
    assert read_settings().keys == {}
    assert {action.id: action.keys for action in ACTIONS} == DEFAULT_KEYS


async def test_remapped_keys_are_played_and_the_old_ones_are_not(write: Write) -> None:
    write('[keys]\n"move.down" = "z"\nflag.major = ["Ctrl-T", "M"]\n"edit.machine" = "Ctrl-E"\n')
    read_settings()
    async with playing() as p:
        await p.press("j", "down")
        assert p.number == 1
        await p.press("z")
        assert p.number == 2
        await p.press("2", "g")
        assert p.flags() == []
        await p.press("M", "enter")
        assert [severity for severity, _, _ in p.flags()] == ["major"]
        await p.press("e", "end", *"xyz", "ctrl+e")
        box = p.app.screen.query_one(EditBox)
        assert box.value == p.session.machine(p.state.bead)
        await p.press("escape")
        await p.press("colon")
        await p.type("flag as major")
        assert "Ctrl-T, M" in p.text


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ('"undo" = "Z"', ("Z",)),
        ('"undo" = "x Z"', ("Z",)),  # x takes a term out there
        ('"undo" = "x"', ("u", "ctrl+z")),
        ('"undo" = "Z"\n"terms.undo" = "v"', ("v",)),
        ('"undo" = "Z"\n"terms.new" = "Z"', ("u", "ctrl+z")),
    ],
)
def test_the_terms_screen_takes_back_with_the_key_of_the_review(write: Write, line: str, keys: tuple[str, ...]) -> None:
    write(f"[keys]\n{line}\n")
    read_settings()
    assert BY_ID["terms.undo"].keys == keys


def test_help_and_hints_name_the_new_keys(write: Write) -> None:
    write('[keys]\n"undo" = "Z"\n"help" = ""\n')
    read_settings()
    lines = ["".join(text for text, _ in line) for line in page(78)]
    (undo,) = [line for line in lines if BY_ID["undo"].description in line]
    assert undo.split()[0] == "Z"
    (help_line,) = [line for line in lines if line.endswith(" All keys")]
    assert help_line.split()[0] == ":"


async def test_messages_name_the_new_keys(write: Write) -> None:
    write('[keys]\nundo = "Z"\n')
    read_settings()
    async with playing() as p:
        await p.press("d")
        assert "Z takes it back" in p.said


def test_a_key_that_is_taken_is_told(write: Write) -> None:
    write('[keys]\n"note" = "u"\n"copy" = "!"\n')
    read_settings()
    assert BY_ID["undo"].keys == ("ctrl+z",)
    assert KEYMAP[Mode.NORMAL]["u"].id == "note"
    told = notices()
    assert "u is no longer undo" in told
    assert "! is no longer query, which is left to the command list" in told


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("keys = [\n", None, "not TOML"),
        ('colour = "red"', 1, "no setting colour"),
        ('# x\ntheme = "pink"', 2, "no theme 'pink'; there are dark, light, high-contrast, plain"),
        ('[keys]\n"hunt.nxt" = "n"', 2, "did you mean hunt.next?"),
        ('[keys]\n\n"hunt.next" = "Hyper-X"', 3, "no key 'Hyper-X'"),
        ('[keys]\n"hunt.next" = "Ctrl-I"', 2, "Tab in a terminal"),
        ('[keys]\n"hunt.next" = 5', 2, "wants its keys as text"),
        ('[keys]\n"hunt.next" = "z"\n"note" = "z"', 3, "z is given to hunt.next already"),
        ('[keys]\n"move.down" = ""', 2, "move.down would be left without a key"),
        ('[keys]\n"list.down" = "escape q"', 2, "list.leave would be left without a key, as list.down takes it"),
        ('[keys]\n"picker.down" = "m"', 2, "letter of a category"),
        ('[keys]\n"edit.keep" = "k"', 2, "typed while editing"),
        ("keys = 3", 1, "keys is a table"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_changes_nothing(
    write: Write, text: str, line: int | None, words: str
) -> None:
    path = write(text)
    with pytest.raises(FileProblem) as told:
        read_settings()
    assert str(told.value).startswith(str(path))
    assert words in str(told.value)
    if line is not None:
        assert f"line {line}:" in str(told.value)
    assert {action.id: action.keys for action in ACTIONS} == DEFAULT_KEYS


def test_the_command_ends_with_one_sentence(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write("theme = 5")
    assert run(["keys"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_what_is_printed_can_be_read_again_and_says_the_same(write: Write) -> None:
    write('theme = "light"\n[keys]\n"select" = "\\\\ \\" V"\n"query" = ""\n')
    settings = read_settings()
    before = {action.id: action.keys for action in ACTIONS}
    text = settings_text(settings)
    uncommented = text.replace('# "', '"')
    assert set(tomllib.loads(uncommented)["keys"]) == {action.id for action in ACTIONS}
    for again in (text, uncommented):
        remap({})
        write(again)
        read_settings()
        assert {action.id: action.keys for action in ACTIONS} == before


def test_every_key_of_the_table_can_be_written_as_it_is_shown() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert read_key(key_name(key)) == key
            assert read_key(key) == key
    assert [read_key(bad) for bad in ("", " ", "Ctrl-", "Alt-x", "Ctrl-1", "word", "词")] == [None] * 7


def test_nothing_changes_if_one_of_many_is_wrong() -> None:
    with pytest.raises(WrongKeys):
        remap({"note": ["z"], "query": ["nonsense"]})
    assert {action.id: action.keys for action in ACTIONS} == DEFAULT_KEYS


# ---- colours


def test_the_theme_of_the_settings_holds_but_no_color_overrules_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert first_theme(DARK, "high-contrast") == CONTRAST
    assert first_theme(CONTRAST) == CONTRAST
    monkeypatch.setenv("NO_COLOR", "")
    assert first_theme(DARK, "high-contrast") == PLAIN


async def test_high_contrast_is_chosen_by_command_and_left_again() -> None:
    async with playing() as p:
        await p.press("colon")
        await p.type("high contrast")
        await p.press("enter")
        assert p.app.theme == CONTRAST
        p.review.do_look_contrast()
        assert p.app.theme in (DARK, LIGHT)


async def test_under_no_color_no_colours_are_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing() as p:
        await p.press("colon")
        await p.type("high contrast")
        await p.press("enter")
        assert p.app.theme == PLAIN
        assert "NO_COLOR is set" in p.said


def test_high_contrast_has_seven_to_one_everywhere() -> None:
    (theme,) = [theme for theme in THEMES if theme.name == CONTRAST]
    known = theme.variables
    grounds = [theme.background, theme.surface, theme.panel, known["focus-row"]]
    grounds += [known[f"{name}-ground"] for name in ("match", "select", "hit")]
    names = ("quiet", "faint", "neighbour", "minor", "major", "critical", "neutral-mark", "claim", "edited-words")
    inks = [theme.foreground, theme.accent, theme.success, theme.warning, theme.error, *(known[n] for n in names)]
    pairs = [(ink, ground) for ink in inks for ground in grounds[:4]]
    pairs += [(theme.foreground, ground) for ground in grounds] + [(known["cursor-text"], known["cursor-ground"])]
    for ink, ground in pairs:
        one, other = sorted(_luminance(str(c)) for c in (ink, ground))
        assert (other + 0.05) / (one + 0.05) >= 7, (ink, ground)


def _luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [c / 255 for c in Color.parse(colour).rgb]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
