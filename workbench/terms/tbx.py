"""TBX, the exchange format of termbases: version 2 (TBX-Basic 2008, `martif`) and version 3 (ISO 30042:2019), the
latter with categories as attributes (DCA) or as elements (DCT); all three are read and written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from xml.sax.saxutils import escape, quoteattr

from workbench.errors import FileProblem
from workbench.formats.safe_xml import Element, parse_xml
from workbench.model.term import Term, Termbase
from workbench.terms.termbase import several, split_items


class Dialect(StrEnum):
    V2 = "tbx"
    """TBX-Basic of 2008, which most tools read."""
    V3_DCA = "tbx3"
    V3_DCT = "tbx3-dct"


@dataclass(frozen=True, slots=True)
class ReadTermbase:
    termbase: Termbase
    notes: tuple[str, ...] = ()
    """What of the file has no place in a termbase of this program, a sentence each."""


_ROOTS = frozenset(("martif", "tbx"))
_ENTRIES = frozenset(("termEntry", "conceptEntry"))
_LANGUAGES = frozenset(("langSet", "langSec"))
_TERMS = frozenset(("tig", "ntig", "termSec"))
_STATUS = frozenset(("administrativeStatus", "normativeAuthorization", "status"))
_RIGHT = re.compile("prefer|standard", re.IGNORECASE)
_WRONG = re.compile("deprecat|supersed|forbid|prohibit|obsolete|not.?recommend|reject", re.IGNORECASE)
_SOURCE_ONLY = "Wrong only as a rendering of this term."
"""The note by which a rendering of `source_only` is known again."""
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_POS = {"n": "noun", "v": "verb", "adj": "adjective", "adv": "adverb", "a": "adjective"}
_SHORT_POS = {"noun": "n", "verb": "v", "adjective": "adj", "adverb": "adv"}
_KNOWN_POS = frozenset(("noun", "verb", "adjective", "adverb", "properNoun", "other"))
_REMEDY = "Wanted is TBX: version 2 (martif) or version 3 (tbx), with terms in Chinese and English."


@dataclass(frozen=True, slots=True)
class _Name:
    """One term of one language in an entry."""

    text: str
    status: str
    pos: str
    notes: tuple[str, ...]
    context: tuple[str, ...]


def read_tbx(data: bytes, path: object, name: str = "") -> ReadTermbase:
    """The terms of a TBX file: an entry is a concept, its further Chinese names are variants.

    Raises `FileProblem` for a file that is no TBX, or holds no concept in Chinese and English.
    """
    root = parse_xml(data, path)
    if root.name not in _ROOTS:
        raise FileProblem(path, f"line {root.line}: this is XML of another kind ({root.name})", _REMEDY)
    terms: list[Term] = []
    notes: list[str] = []
    entries = one_sided = 0
    others: set[str] = set()
    for entry in (element for element in root.walk() if element.name in _ENTRIES):
        entries += 1
        chinese, english, more = _names(entry, notes)
        others |= more
        term = _term(entry, chinese, english) if chinese and english else None
        if term is not None:
            terms.append(term)
        else:
            one_sided += 1
    if not terms:
        raise FileProblem(path, "no concept in it has a Chinese and an English term", _REMEDY)
    if one_sided:
        notes.append(f"{one_sided} of {entries} concepts were left out: they lack a Chinese or an English term.")
    if others:
        notes.append(f"Languages other than Chinese and English were left out: {', '.join(sorted(others))}.")
    return ReadTermbase(Termbase(tuple(terms), name), tuple(notes))


def _names(entry: Element, notes: list[str]) -> tuple[list[_Name], list[_Name], set[str]]:
    """(Chinese names, English names, other languages)."""
    found: dict[str, list[_Name]] = {"zh": [], "en": []}
    others: set[str] = set()
    for section in entry.children:
        if section.name not in _LANGUAGES:
            continue
        language = re.split("[-_]", section.language.lower())[0]
        language = {"zho": "zh", "chi": "zh", "cmn": "zh", "eng": "en"}.get(language, language)
        if language not in found:
            others.add(section.language or "?")
            continue
        for one in section.walk():
            if one.name in _TERMS and (name := _name(one)) is not None:
                # Several in one place, parted as in a table's cell: a term that keeps the stroke would be written so.
                first, *further = split_items(name.text) or (name.text,)
                if further:
                    notes.append(several(one.line, first, further))
                found[language] += [replace(name, text=text) for text in (first, *further)]
    return found["zh"], found["en"], others


def _name(section: Element) -> _Name | None:
    text = next((one.text for one in section.walk() if one.name == "term"), "")
    categories = list(_categories(section))
    told = dict(categories)
    status = next((told[kind] for kind in told if kind in _STATUS), "")
    notes = tuple(value for kind, value in categories if kind == "note")
    context = tuple(part for kind, value in categories if kind == "context" for part in value.split("|"))
    return _Name(text, status, told.get("partOfSpeech", ""), notes, context) if text else None


def _categories(section: Element) -> Iterator[tuple[str, str]]:
    """(category, value), whether it is written as an attribute or as the element's name; sections of terms and
    languages within are not looked into."""
    for child in section.children:
        if child.name in _LANGUAGES or child.name in _TERMS:
            continue
        kind = child.attributes.get("type", child.name)
        if child.children:
            yield from _categories(child)
        if text := child.text:
            yield kind, text


def _term(entry: Element, chinese: list[_Name], english: list[_Name]) -> Term | None:
    told: dict[str, str] = {}
    for kind, value in _categories(entry):
        told.setdefault(kind, value)
    wrong = [name for name in english if _WRONG.search(name.status)]
    right = [name for name in english if not _WRONG.search(name.status)]
    right.sort(key=lambda name: not _RIGHT.search(name.status))
    if not right:
        return None
    preferred, *variants = dict.fromkeys(name.text for name in right)
    taken = {name.text.casefold() for name in right}
    forbidden = tuple(dict.fromkeys(name.text for name in wrong if name.text.casefold() not in taken))
    marked = {name.text for name in wrong if _SOURCE_ONLY in name.notes}
    reasons = {name.text: why for name in wrong for why in name.notes if why != _SOURCE_ONLY and name.text in forbidden}
    pos = next((name.pos for name in (*right, *chinese) if name.pos), "")
    names = [name for name in chinese if not _WRONG.search(name.status)] or chinese
    zh, *zh_variants = dict.fromkeys(name.text for name in sorted(names, key=lambda n: not _RIGHT.search(n.status)))
    return Term(
        zh=zh,
        en=preferred,
        variants=tuple(variants),
        forbidden=forbidden,
        source_only=tuple(text for text in forbidden if text in marked),
        pos=_SHORT_POS.get(pos, pos),
        note=told.get("note", ""),
        domain=told.get("subjectField", ""),
        sense=told.get("definition", ""),
        zh_variants=tuple(zh_variants),
        context=tuple(dict.fromkeys(word.strip() for name in names for word in name.context if word.strip())),
        reasons=tuple(reasons.items()),
        source=told.get("source", ""),
    )


def lost_in_tbx(termbase: Termbase) -> tuple[str, ...]:
    """What a TBX file of these terms does not hold, a sentence each."""
    lost = []
    columns = dict.fromkeys(column for term in termbase.terms for column, value in term.extra if value)
    if columns:
        lost.append(f"TBX has no place for these columns: {', '.join(columns)}.")
    if any(term.status for term in termbase.terms):
        lost.append("TBX-Basic has no place for the status of a concept.")
    odd = dict.fromkeys(term.pos for term in termbase.terms if term.pos and _pos(term.pos) == "other" != term.pos)
    if odd:
        lost.append(f"TBX-Basic does not know these parts of speech, which become `other`: {', '.join(odd)}.")
    return tuple(lost)


def termbase_to_tbx(termbase: Termbase, dialect: Dialect = Dialect.V2) -> str:
    """The file's text. `read_tbx` of it gives the same terms, but for what `lost_in_tbx` tells."""
    writer = _Writer(dialect)
    entries = "".join(writer.entry(number, term) for number, term in enumerate(termbase.terms, start=1))
    return writer.file(entries)


class _Writer:
    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.is_old = dialect is Dialect.V2
        self.names = ("termEntry", "langSet", "tig") if self.is_old else ("conceptEntry", "langSec", "termSec")

    def file(self, entries: str) -> str:
        source = "<sourceDesc><p>Written by workbench.</p></sourceDesc>"
        if self.is_old:
            return (
                '<?xml version="1.0" encoding="UTF-8"?>\n<martif type="TBX-Basic" xml:lang="en">\n<martifHeader>'
                f"<fileDesc>{source}</fileDesc><encodingDesc>"
                '<p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n'
                f"<text><body>\n{entries}</body></text>\n</martif>\n"
            )
        spaces = ' xmlns="urn:iso:std:iso:30042:ed-2"'
        if self.dialect is Dialect.V3_DCT:
            spaces += ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
        style = "dct" if self.dialect is Dialect.V3_DCT else "dca"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="{style}" xml:lang="en"{spaces}>\n'
            f"<tbxHeader><fileDesc>{source}</fileDesc></tbxHeader>\n<text><body>\n{entries}</body></text>\n</tbx>\n"
        )

    def entry(self, number: int, term: Term) -> str:
        entry, language, section = self.names
        lines = [f'<{entry} id="c{number}">']
        lines += self._category("descrip", "subjectField", "min", term.domain)
        lines += self._category("descrip", "definition", "basic", term.sense)
        lines += [f"<note>{_text(term.note)}</note>"] if term.note else []
        lines += self._category("admin", "source", "basic", term.source)
        lines.append(f'<{language} xml:lang="zh">')
        for name in term.names:
            lines.append(f"<{section}><term>{_text(name)}</term>")
            if term.zh_variants:
                status = "preferredTerm" if name == term.zh else "admittedTerm"
                lines += self._category("termNote", "administrativeStatus", "min", f"{status}-admn-sts")
            if name == term.zh:
                lines += self._category("descrip", "context", "basic", "|".join(term.context))
            lines.append(f"</{section}>")
        lines.append(f"</{language}>")
        lines.append(f'<{language} xml:lang="en">')
        pos = _pos(term.pos)
        for text, status in _renderings(term):
            lines.append(f"<{section}><term>{_text(text)}</term>")
            lines += self._category("termNote", "partOfSpeech", "min", pos)
            lines += self._category("termNote", "administrativeStatus", "min", f"{status}-admn-sts")
            lines += [f"<note>{_SOURCE_ONLY}</note>"] if text in term.source_only else []
            why = term.reason_of(text) if status == "deprecatedTerm" else ""
            lines += [f"<note>{_text(why)}</note>"] if why else []
            lines.append(f"</{section}>")
        return "\n".join([*lines, f"</{language}>", f"</{entry}>"]) + "\n"

    def _category(self, element: str, category: str, module: str, value: str) -> list[str]:
        if not value:
            return []
        if self.dialect is Dialect.V3_DCT:
            return [f"<{module}:{category}>{_text(value)}</{module}:{category}>"]
        return [f"<{element} type={quoteattr(category)}>{_text(value)}</{element}>"]


def _renderings(term: Term) -> Iterator[tuple[str, str]]:
    yield term.en, "preferredTerm"
    for text in term.variants:
        yield text, "admittedTerm"
    for text in dict.fromkeys((*term.forbidden, *term.source_only)):
        yield text, "deprecatedTerm"


def _pos(pos: str) -> str:
    """The value of TBX-Basic; empty for none."""
    known = _POS.get(pos.lower().rstrip("."), pos)
    return known if known in _KNOWN_POS or not known else "other"


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
