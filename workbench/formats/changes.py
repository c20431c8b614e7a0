"""What was changed against the machine's text, and why, in Markdown; and the queries to the author."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from workbench.formats import decisions
from workbench.formats.export_view import ExportSegment, ExportView
from workbench.formats.markdown import escaped
from workbench.formats.written import CONTROLS_SHOWN, LossBook, Written, encodable
from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.text.diff import word_diff
from workbench.text.safe import visible

MACHINE_ONLY = "line breaks inside a text are shown as ⏎, and journal entries that changed no words are left out"
MOST_COMPARED = 20_000
"""Characters of a segment up to which its words are compared; longer ones take seconds and no one reads them."""


def write(view: ExportView) -> Written:
    """Every changed segment with its source, before, after, changed words and reasons; then mended separators."""
    book = LossBook()
    book.add(MACHINE_ONLY)
    history = decisions.by_segment(view.entries)
    changed = [segment for segment in view.segments if segment.is_changed]
    mended = _mended(view)
    lines = [f"# Changes: {_text(view.title, book)}", "", _summary(view, changed, mended), ""]
    for segment in changed:
        lines += _segment(segment, history.get(segment.bead.id, ()), book)
    if mended:
        lines += ["## Spaces and paragraph breaks", ""]
        for (before, after), numbers in mended.items():
            lines.append(
                f"- {_text(before, book)} → {_text(after, book)}: after segment {', '.join(map(str, numbers))}"
            )
        lines.append("")
    return Written("\n".join(lines), book.losses())


def write_queries(view: ExportView) -> Written:
    """The open questions to the author, each with its segment's texts."""
    book = LossBook()
    asked = [segment for segment in view.segments if segment.segment.query]
    count = f"{len(asked)} open quer{'y' if len(asked) == 1 else 'ies'}." if asked else "No open queries."
    lines = [f"# Queries to the author: {_text(view.title, book)}", "", count, ""]
    for segment in asked:
        lines += [f"## {segment.number}", "", f"**{_text(segment.segment.query, book, segment)}**", ""]
        lines += _texts(segment, book, (("Chinese", segment.source), ("English", segment.final)))
        lines.append("")
    return Written("\n".join(lines), book.losses())


def reasons(segment: ExportSegment, made: Sequence[decisions.Decision]) -> list[str]:
    """Why a segment's text was changed, a clause each and raw: the acts that made it, latest first, marks, the note.

    What was accepted to mend a separator is no reason for other words.
    """
    found: list[str] = []
    told: set[str] = set()
    marks = {placed.annotation.finding: placed.annotation for placed in segment.annotations}
    accepted = [(d, d.event) for d in made if isinstance(d.event, ev.FindingAccepted)]
    acts = decisions.of_text(made)
    for act in acts:
        claims = [event for d, event in accepted if d.entry.action == act.entry.action]
        # An accepted finding says all that its act's label says, and more.
        if not claims or not act.entry.label.startswith("accept"):
            found.append(_act(act))
        for claim in claims:
            if claim.finding_id not in told:
                told.add(claim.finding_id)
                mark = marks.get(claim.finding_id)
                found.append(_mark(mark) if mark else _claim(claim, act.entry.reviewer))
    if not acts:
        found += [_act(d) for d in reversed(made) if isinstance(d.event, ev.BeadsRearranged)]
    told |= {event.finding_id for d, event in accepted if d.mends}
    found += [_mark(p.annotation) for p in segment.annotations if (p.annotation.finding or "") not in told]
    if segment.segment.note:
        found.append(f"note: {segment.segment.note}")
    return found


def _act(decision: decisions.Decision) -> str:
    entry = decision.entry
    return f"{entry.label or 'edited'} ({entry.reviewer}, {entry.at})"


def _mark(mark: Annotation) -> str:
    quote = next((f" “{a.quote}”" for a in (mark.target, mark.source) if a is not None and a.quote), "")
    origin = ", ".join(part for part in (mark.check or "", mark.reviewer) if part)
    note = f": {mark.note}" if mark.note else ""
    return f"{mark.severity}, {mark.category}{quote}{note}" + (f" ({origin})" if origin else "")


def _claim(event: ev.FindingAccepted, reviewer: str) -> str:
    cause = f" for {event.source_quote}" if event.source_quote else ""
    return f"accepted {event.check} “{event.quote}”{cause} ({reviewer})"


def separator_name(text: str) -> str:
    """What stands between two sentences, in words; raw, where it is no white space."""
    if not text:
        return "nothing"
    if text.isspace():
        breaks = text.replace("\r\n", "\n").count("\n")
        if breaks:
            return "a line break" if breaks == 1 else "a paragraph break"
        return "a space" if text == " " else f"{len(text)} white-space characters"
    return f"“{text}”"


def _summary(view: ExportView, changed: list[ExportSegment], mended: dict[tuple[str, str], list[int]]) -> str:
    places = sum(len(numbers) for numbers in mended.values())
    parts = [f"{len(changed)} of {len(view.segments)} segments changed"]
    if places:
        parts.append(f"{places} space{'s' if places > 1 else ''} or breaks between sentences mended")
    who = sorted({entry.reviewer for entry in view.entries if entry.reviewer})
    by = f" Reviewed by {', '.join(escaped(encodable(name)) for name in who)}." if who else ""
    return ", ".join(parts) + "." + by


def _segment(segment: ExportSegment, made: Sequence[decisions.Decision], book: LossBook) -> list[str]:
    lines = [f"## {segment.number}", ""]
    after = segment.final or "(taken out)"
    lines += _texts(segment, book, (("Chinese", segment.source), ("Before", segment.machine), ("After", after)))
    if segment.machine and segment.final:
        lines.append(f"- **Words:** {_words(segment, book)}")
    lines += [f"- **Why:** {_text(reason, book, segment)}" for reason in reasons(segment, made)]
    lines.append("")
    return lines


def _texts(segment: ExportSegment, book: LossBook, named: Sequence[tuple[str, str]]) -> list[str]:
    return [f"- **{name}:** {_text(text, book, segment)}" for name, text in named if text]


def _words(segment: ExportSegment, book: LossBook) -> str:
    """Each changed stretch: the old words struck out, the new ones bold."""
    if max(len(segment.machine), len(segment.final)) > MOST_COMPARED:
        return "too long to compare word by word"
    parts = []
    for edit in word_diff(segment.machine, segment.final):
        if edit.kind == "equal":
            continue
        old, new = edit.old.of(segment.machine), edit.new.of(segment.final)
        shown = [
            f"{mark}{_text(text.strip(), book, segment)}{mark}"
            for text, mark in ((old, "~~"), (new, "**"))
            if text.strip()
        ]
        parts.append(" → ".join(shown) if len(shown) == 2 else (shown[0] if shown else "white space"))
    return "; ".join(parts)


def _mended(view: ExportView) -> dict[tuple[str, str], list[int]]:
    """Separators that a reviewer changed, by what they were and became, with the segments they follow."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for segment in view.segments:
        if segment.machine and segment.final and segment.separator_final != segment.separator_machine:
            if not (segment.separator_final or segment.separator_machine):
                continue
            found[separator_name(segment.separator_machine), separator_name(segment.separator_final)].append(
                segment.number
            )
    return dict(found)


def _text(text: str, book: LossBook, segment: ExportSegment | None = None) -> str:
    flat = text.replace("\r", "").replace("\n", "")
    if visible(flat) != flat:
        book.add(CONTROLS_SHOWN, *([segment.number] if segment else []))
    return escaped(encodable(text))
