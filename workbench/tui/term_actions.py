"""The keys of the terms screen, and of the form in which a term is written: rows of the table of actions."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.tui.action import Action, Group, Mode, row


def of_terms() -> Iterable[Action]:
    """Both."""
    m, g = Mode.TERMS, Group.TERMS
    yield row(m, g, "terms.down", "down j", "down", "The next line", "step", "+1")
    yield row(m, g, "terms.up", "up k", "up", "The line before", "step", "-1")
    yield row(m, g, "terms.page_down", "pagedown ctrl+f", "page down", "A screen down", "page", "+1")
    yield row(m, g, "terms.page_up", "pageup", "page up", "A screen up", "page", "-1")
    yield row(m, g, "terms.first", "home g", "top", "The first line", "ends", "first")
    yield row(m, g, "terms.last", "end G", "bottom", "The last line", "ends", "last")
    yield row(
        m, g, "terms.search", "/", "search", "Search as one types: Chinese, pinyin without tones, English, domain"
    )
    yield row(
        m, g, "terms.list", "tab", "next list", "Terms of the project, candidates of the text, your own terms", "list"
    )
    yield row(m, g, "terms.back", "shift+tab", "list before", "The list before", "list", "-1")
    yield row(m, g, "terms.open", "enter e", "open", "See and write all fields; of a candidate, too", "open")
    yield row(m, g, "terms.accept", "a", "take", "Take a candidate, or a term of your own, into the project", "accept")
    yield row(m, g, "terms.new", "T +", "new", "Write a new term", "new")
    yield row(m, g, "terms.remove", "x delete", "take out", "Take the term out; a candidate: it is no term", "remove")
    yield row(
        m, g, "terms.concordance", "t", "concordance", "Every place of the Chinese, with its rendering", "concordance"
    )
    yield row(m, g, "terms.all", "=", "everywhere", "One rendering in all places, after a preview", "everywhere")
    yield row(m, g, "terms.places", "p", "places", "Leave, with the places of the term as the hunt", "places")
    yield row(
        m, g, "terms.sense", "m", "meaning", "This sense holds in the whole document; again: the context says", "sense"
    )
    yield row(m, g, "terms.read", "i", "import", "Take in the terms of a file: CSV, TSV, TBX", "read")
    yield row(m, g, "terms.write", "w", "write", "The terms as a file: CSV, TSV or TBX", "write")
    yield row(m, g, "terms.undo", "u ctrl+z", "undo", "Take the last act back", "undo")
    yield row(m, g, "terms.redo", "ctrl+r", "redo", "Do again what was taken back", "redo")
    yield row(m, g, "terms.help", "?", "help", "All keys, also those of the review", "help")
    yield row(m, g, "terms.leave", "escape q B", "back", "Back; a search is left first", "leave")
    m, g = Mode.FORM, Group.FORM
    yield row(m, g, "form.down", "down tab", "next field", "The next field", "step", "+1")
    yield row(m, g, "form.up", "up shift+tab", "field before", "The field before", "step", "-1")
    yield row(m, g, "form.keep", "enter escape", "keep", "Leave with what is written kept", "keep")
    yield row(m, g, "form.drop", "ctrl+c", "drop", "Leave without a change", "drop")
