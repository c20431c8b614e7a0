"""What is said of segments, words, findings and marks: whole sentences, in an order that the ear can follow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.bitext import Reason
from workbench.model.finding import Finding
from workbench.model.span import Side
from workbench.session.values import STATUS_WORDS, PlacedAnnotation, WordInfo

if TYPE_CHECKING:
    from workbench.memory.matching import Match
    from workbench.session.session import Session

LANGUAGE = {Side.SOURCE: "Chinese", Side.TARGET: "English"}
_ALONE = {
    Reason.FURNITURE: "page furniture",
    Reason.OMISSION: "not translated",
    Reason.ADDITION: "no source",
    Reason.DUPLICATE: "said before",
}


def heading(session: Session, bead: str) -> str:
    """`Segment 7 of 53, in work, chance of a major error high, 2 findings, 1 mark`."""
    segment = session.segment(bead)
    parts = [f"Segment {(session.index(bead) or 0) + 1} of {len(session.beads)}", STATUS_WORDS[segment.status]]
    reason = session.bead(bead).reason
    if reason is not None:
        parts.append(_ALONE.get(reason, str(reason)))
    if segment.corrected is not None:
        parts.append("corrected")
    if segment.edited_after_done:
        parts.append("changed after it was done")
    score = session.score_of(bead)
    if score is not None:
        parts.append(f"{session.rating_plan.name} {score:g}")
    if session.likelihood(bead):
        parts.append(f"chance of a major error {session.likelihood(bead)}")
    for count, what in ((len(session.findings(bead)), "finding"), (len(session.annotations(bead)), "mark")):
        if count:
            parts.append(f"{count} {what}{'s' * (count > 1)}")
    return ", ".join(parts)


def segment(session: Session, bead: str) -> Iterator[str]:
    """The segment in full."""
    yield heading(session, bead)
    if not session.is_monolingual:
        yield f"Chinese: {session.source(bead) or '(nothing)'}"
    yield f"English: {session.final(bead) or '(nothing)'}"
    if session.segment(bead).corrected is not None and session.machine(bead):
        yield f"Machine: {session.machine(bead)}"
    shown = session.segment(bead)
    if shown.note:
        yield f"Note: {shown.note}"
    if shown.query:
        yield f"Question to the author: {shown.query}"
    yield from marks(session, bead)
    yield from findings(session, bead)


def findings(session: Session, bead: str) -> Iterator[str]:
    for number, finding in enumerate(session.findings(bead), 1):
        yield f"Finding {number}: {_claim(finding)}"


def _claim(finding: Finding) -> str:
    where = f", at \u201c{finding.quote}\u201d" if finding.quote.strip() else ""
    instead = f", suggested: \u201c{finding.suggestions[0]}\u201d" if finding.suggestions else ""
    return f"{finding.severity}, {finding.message.rstrip('.')}{where}{instead} ({finding.check})"


def marks(session: Session, bead: str) -> Iterator[str]:
    for number, placed in enumerate(session.annotations(bead), 1):
        yield f"Mark {number}: {mark(placed)}"


def mark(placed: PlacedAnnotation) -> str:
    """`major, Accuracy/Mistranslation, English “tuyere”, Chinese “风口”`."""
    annotation = placed.annotation
    parts = [str(annotation.severity), annotation.category]
    parts += [
        f"{LANGUAGE[anchor.side]} \u201c{anchor.quote}\u201d"
        for anchor in (annotation.target, annotation.source)
        if anchor
    ]
    if not placed.in_final:
        parts.append("its words were corrected away")
    if annotation.note:
        parts.append(f"note: {annotation.note}")
    return ", ".join(parts)


def words(session: Session, bead: str, side: Side) -> Iterator[str]:
    """The words with the numbers that `flag` and `replace` take."""
    text = session.text(bead, side)
    numbered = [f"{n} {span.of(text)}" for n, span in enumerate(session.word_spans(bead, side), 1)]
    yield f"{LANGUAGE[side]} words: " + ("; ".join(numbered) or "(none)")


def word(info: WordInfo) -> Iterator[str]:
    """All that is known of a word."""
    yield f"\u201c{info.word}\u201d {info.pinyin}".rstrip()
    for pinyin, senses in info.senses:
        yield f"Dictionary: {pinyin} {'; '.join(senses)}".replace("  ", " ")
    for term in info.terms:
        wrong = f", not {', '.join(term.forbidden)}" if term.forbidden else ""
        yield f"Term: {term.zh} = {term.en}{wrong}"
    if not info.senses and not info.terms:
        yield "Nothing is known of it."


def figures(session: Session) -> Iterator[str]:
    """Progress and the MQM figure."""
    progress = session.progress()
    yield (
        f"{progress.done} of {progress.total} segments done, {progress.in_work} in work, "
        f"{progress.queries} questions to the author, {progress.edited_after_done} changed after they were done"
    )
    if session.rating_words():
        yield session.rating_words()
    yield f"MQM by human marks, lower is better: {session.mqm_line()}"


def recalled(session: Session, number: int, match: Match) -> str:
    """`1, 92 percent, segment 12: English. Chinese there: …`"""
    one = match.found
    index = session.index(one.segment) if one.segment else None
    origin = f"segment {index + 1}" if index is not None else Path(one.origin).name
    there = "" if match.likeness == 100 else f" Chinese there: {one.source}"
    return f"{number}, {match.likeness} percent, {origin}: {one.target}{there}"
