"""All fields of one term, written line by line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label

from workbench.errors import WorkbenchError
from workbench.model.term import Term
from workbench.tui.action import Mode
from workbench.tui.actions import KEYMAP, hint
from workbench.tui.compat import Field
from workbench.tui.keys import canonical
from workbench.tui.playing import Played
from workbench.tui.widgets.inspector import Bar

_LIST = " | "
_FIELDS = (
    ("zh", "Chinese"),
    ("zh_variants", "also in Chinese"),
    ("en", "preferred"),
    ("variants", "also right"),
    ("forbidden", "wrong (words: why)"),
    ("source_only", "wrong only for it"),
    ("domain", "domain"),
    ("sense", "sense"),
    ("context", "words beside it"),
    ("pos", "part of speech"),
    ("note", "note"),
    ("source", "source"),
    ("status", "status"),
)
"""(name in `Term`, label)."""
_LISTS = frozenset(("zh_variants", "variants", "forbidden", "source_only", "context"))


def written(term: Term) -> dict[str, str]:
    """A term as the form shows it: lists parted by `|`, wrong words with the reason behind a colon."""
    values = {name: getattr(term, name) for name, _ in _FIELDS}
    values["forbidden"] = tuple(
        f"{text}: {why}" if (why := term.reason_of(text)) else text
        for text in term.forbidden
        if text not in term.source_only
    )
    values["source_only"] = tuple(
        f"{text}: {why}" if (why := term.reason_of(text)) else text for text in term.source_only
    )
    return {name: _LIST.join(value) if isinstance(value, tuple) else value for name, value in values.items()}


def read(fields: dict[str, str], before: Term) -> Term:
    """The term that the fields say; what they do not show stays as in `before`."""
    values: dict[str, Any] = {name: text.strip() for name, text in fields.items() if name not in _LISTS}
    lists = {name: _items(fields[name]) for name in _LISTS}
    for name, more in (("zh", "zh_variants"), ("en", "variants")):
        items = _items(fields[name])
        if not set(fields[name]).isdisjoint("|\uff5c") and items:  # several: the first is the term, others variants
            values[name] = items[0]
            lists[more] = tuple(item for item in dict.fromkeys((*items, *lists[more])) if item != items[0])
    reasons: dict[str, str] = {}
    wrong: dict[str, tuple[str, ...]] = {}
    for name in ("forbidden", "source_only"):
        texts = []
        for item in lists[name]:
            text, _, why = (part.strip() for part in item.partition(":"))
            texts.append(text)
            if why:
                reasons[text] = why
        wrong[name] = tuple(filter(None, texts))
    return replace(
        before,
        **values,
        zh_variants=lists["zh_variants"],
        variants=lists["variants"],
        context=lists["context"],
        forbidden=tuple(dict.fromkeys((*wrong["forbidden"], *wrong["source_only"]))),
        source_only=wrong["source_only"],
        reasons=tuple(reasons.items()),
    )


def _items(text: str) -> tuple[str, ...]:
    parts = text.replace("\uff5c", "|").replace("\uff1a", ":").split("|")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


class TermForm(Played, ModalScreen[Term | None]):
    """Answers with the term as it was written, or with nothing."""

    mode = Mode.FORM
    DEFAULT_CSS = """
    TermForm {
        background: $background;
        & > VerticalScroll { background: $background; height: 1fr; padding: 0 1; scrollbar-size: 1 1; }
        & Horizontal { height: 1; }
        & Label { width: 20; color: $text-muted; }
        & Field { width: 1fr; background: $surface; }
        & Field:focus { background: $panel; }
    }
    """

    def __init__(self, term: Term, title: str, check: Callable[[Term], object], *, at: str = "en") -> None:
        """`check` raises a `WorkbenchError` for a term that cannot be; `at` is the field to begin with."""
        super().__init__()
        self._term = term
        self._title = title
        self._check = check
        self._at = at

    def compose(self) -> ComposeResult:
        yield Bar(id="head")
        values = written(self._term)
        with VerticalScroll(can_focus=False):
            for name, label in _FIELDS:
                with Horizontal():
                    yield Label(label, markup=False)
                    yield Field(values[name], id=f"field-{name}", select_on_focus=False)
        yield Bar(id="foot")

    def on_mount(self) -> None:
        self.query_one("#head", Bar).set([(self._title, "heading")], [("several parted by |", "quiet")])
        self._show_keys()
        for field in self.query(Field):
            field.cursor_blink = False
        field = self.query_one(f"#field-{self._at}", Field)
        field.focus()
        field.cursor_position = len(field.value)

    def _show_keys(self) -> None:
        keys = hint("form.keep", "form.drop", "form.down", "form.up")
        self.query_one("#foot", Bar).set([(keys, "key")], [])

    def say(self, message: str, *, bad: bool = False) -> None:
        self.query_one("#foot", Bar).set([(message, "bad" if bad else "accent")], [])

    def on_key(self, event: events.Key) -> None:
        pressed = canonical(event.key, event.character)
        for key in pressed.keys:
            action = KEYMAP[Mode.FORM].get(key)
            if action is not None and (len(key) > 1 or not isinstance(self.focused, Field)):
                event.stop()
                event.prevent_default()
                self.play(action)
                return

    def do_step(self, by: str) -> None:
        fields = list(self.query(Field))
        now = fields.index(self.focused) if isinstance(self.focused, Field) and self.focused in fields else 0
        fields[(now + int(by)) % len(fields)].focus()
        self._show_keys()

    def do_keep(self) -> None:
        """Kept, unless it cannot be: then the reason is said, and nothing that was written is lost."""
        fields = {name: self.query_one(f"#field-{name}", Field).value for name, _ in _FIELDS}
        term = read(fields, self._term)
        if term == self._term or not any(fields.values()):
            self.dismiss(None)
            return
        try:
            self._check(term)
        except WorkbenchError as error:
            self.say(f"{error}: Ctrl-C drops it", bad=True)
            return
        self.dismiss(term)

    def do_drop(self) -> None:
        self.dismiss(None)
