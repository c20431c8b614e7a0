"""What the terms screen lists: terms, candidates and the user's own terms, searched and ordered. No widget here."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.model.term import Term, TermKey
from workbench.text.variants import to_simplified
from workbench.tui.widgets.painted import Run, padded, run_width, shortened

if TYPE_CHECKING:
    from workbench.session.terming import TermUse
    from workbench.terms.extraction import Candidate


class ListName(StrEnum):
    """The lists of the screen, in the order in which they are gone through."""

    TERMS = "terms"
    CANDIDATES = "candidates"
    OWN = "your own terms"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    term: Term
    uses: int = 0
    violations: int = 0
    candidate: Candidate | None = None
    found: str = ""
    """What a search looks in: simplified, small letters, pinyin without tones with and without spaces. Empty while it
    is not known: then all but pinyin is looked in."""


def plain_pinyin(reading: str) -> str:
    """`chǎn yè` as `chan ye`: what people type."""
    parts = unicodedata.normalize("NFD", reading.casefold().replace("\u00fc", "v"))
    return "".join(ch for ch in parts if not unicodedata.combining(ch))


def searchable(term: Term, *, pinyin: bool = True) -> str:
    """What a search for a term looks in. With `pinyin` the dictionary is asked, a tenth of a millisecond a term."""
    parts = [*map(to_simplified, term.names), term.en, *term.variants, *term.forbidden, term.domain, term.sense]
    if pinyin:
        from workbench.lexicon.lookup import lexicon

        for name in term.names:
            spaced = plain_pinyin(lexicon().pinyin_of(to_simplified(name)))
            parts += [spaced, spaced.replace(" ", ""), "".join(word[:1] for word in spaced.split())]
    return "\n".join((*parts, term.status, term.source, term.note)).casefold()


def matching(lines: Sequence[Line], words: str) -> list[Line]:
    """The lines that hold all parts of what was typed; those whose Chinese or English begins with it first."""
    wanted = to_simplified(words.casefold()).split()
    if not wanted:
        return list(lines)
    found = []
    for line in lines:
        text = line.found or searchable(line.term, pinyin=False)
        if all(part in text for part in wanted):
            begins = text.startswith(wanted[0]) or f"\n{wanted[0]}" in text
            found.append((not begins, line))
    return [line for _, line in sorted(found, key=lambda one: one[0])]


def term_lines(
    terms: Sequence[Term], uses: Mapping[Term, TermUse], found: Mapping[Term, str] | None = None
) -> list[Line]:
    """Terms as lines: those with most open findings first, then those that stand in the text, then the others."""
    lines = []
    for term in terms:
        use = uses.get(term)
        text = found.get(term, "") if found is not None else ""
        lines.append(Line(term, use.uses if use else 0, use.violations if use else 0, found=text))
    return sorted(lines, key=lambda line: (-line.violations, -line.uses))


def candidate_lines(candidates: Sequence[Candidate]) -> list[Line]:
    """Candidates as lines, in their order: rendered in several ways first."""
    return [Line(one.proposed(), one.frequency, 0, one, searchable(one.proposed())) for one in candidates]


_USES, _OPEN, _STATUS = 5, 5, 10


def widths(width: int) -> tuple[int, int, int, int]:
    """Cells of Chinese, sense, preferred and forbidden, in a line of so many."""
    room = max(40, width - _USES - _OPEN - _STATUS)
    zh, sense = room * 22 // 100, room * 22 // 100
    preferred = room * 28 // 100
    return zh, sense, preferred, room - zh - sense - preferred


def heading(name: ListName, width: int) -> list[Run]:
    """What the columns are."""
    zh, sense, preferred, forbidden = widths(width)
    if name is ListName.CANDIDATES:
        words = (("Chinese", zh), ("rendered mostly as", sense + preferred), ("also as", forbidden))
        return [("".join(padded(word, w - 1) + " " for word, w in words), "quiet"), *_counts(("uses", "none", ""))]
    cells = (("Chinese", zh), ("sense", sense), ("preferred", preferred), ("forbidden", forbidden))
    return [("".join(padded(word, w - 1) + " " for word, w in cells), "quiet"), *_counts(("uses", "open", "status"))]


def _counts(words: tuple[str, str, str]) -> list[Run]:
    uses, open_, status = words
    return [(f"{uses:>{_USES - 1}} {open_:>{_OPEN - 1}}  {shortened(status, _STATUS - 2)}", "quiet")]


def row_of(line: Line, width: int, fixed: Mapping[str, TermKey]) -> list[Run]:
    """A line of the list in so many cells; `fixed` are the senses that hold in the whole document."""
    zh, sense, preferred, forbidden = widths(width)
    term = line.term
    if line.candidate is not None:
        return _candidate_row(line.candidate, (zh, sense + preferred, forbidden))
    meaning = term.sense or term.domain
    if fixed.get(term.zh) == term.key:
        meaning = f"\u25cf {meaning}"
    wrong = ", ".join(term.forbidden)
    return [
        (padded(term.zh, zh - 1) + " ", "" if line.uses else "quiet"),
        (padded(meaning, sense - 1) + " ", "quiet"),
        (padded(term.en, preferred - 1) + " ", "good"),
        (padded(wrong, forbidden - 1) + " ", "quiet"),
        (f"{line.uses or '':>{_USES - 1}} ", ""),
        (f"{line.violations or '':>{_OPEN - 1}}  ", "missing"),
        (shortened(term.status, _STATUS - 2), "quiet"),
    ]


def _candidate_row(one: Candidate, cells: tuple[int, int, int]) -> list[Run]:
    zh, mostly, also = cells
    first = f"{one.renderings[0][0]} {one.renderings[0][1]}" if one.renderings else "no rendering was found"
    others = ", ".join(f"{text} {count}" for text, count in one.renderings[1:])
    return [
        (padded(one.zh, zh - 1) + " ", "strong" if others else ""),
        (padded(first, mostly - 1) + " ", "" if one.renderings else "missing"),
        (padded(others, also - 1) + " ", "hint"),
        (f"{one.frequency:>{_USES - 1}} ", ""),
        (f"{one.unrendered or '':>{_OPEN - 1}}  ", "quiet"),
    ]


def about(line: Line, width: int, *, is_fixed: bool) -> list[list[Run]]:
    """All that is known of a term, as a few lines."""
    term = line.term
    told = [word for word in (term.pos, term.domain, term.sense, term.status) if word]
    lines = [[(" / ".join(term.names), "heading"), (f"  {'; '.join(told)}" if told else "", "quiet")]]
    right = (" | ".join(term.approved), "good") if term.en else ("no English yet", "missing")
    lines[0] += [("  ", ""), right]
    if run_width(lines[0]) > width:
        lines = [lines[0][:-2], [("right: ", "quiet"), right]]
    if line.candidate is not None:
        ways = ", ".join(f"{text} {count}" for text, count in line.candidate.renderings) or "nothing"
        nothing = f"; without a rendering {line.candidate.unrendered}" if line.candidate.unrendered else ""
        lines.append([("rendered as ", "quiet"), (ways, ""), (nothing, "missing")])
    if term.forbidden:
        runs: list[Run] = [("wrong: ", "quiet")]
        for n, text in enumerate(term.forbidden):
            why = term.reason_of(text)
            runs += [("; " if n else "", "quiet"), (text, "missing"), (f" ({why})" if why else "", "quiet")]
        lines.append(runs)
    if term.context:
        lines.append([("beside: ", "quiet"), (" ".join(term.context), "")])
    if is_fixed:
        lines.append([("this sense holds in the whole document, as you said", "accent")])
    notes = "  ".join(part for part in (term.note, f"from {term.source}" if term.source else "") if part)
    if notes:
        lines.append([(notes, "")])
    return lines
