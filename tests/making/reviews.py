"""A review from a list of pairs, and acts on it, by the model alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from workbench.formats.export_view import ExportView, view_of
from workbench.model import events as ev
from workbench.model.annotation import Annotation
from workbench.model.bitext import Bead, Bitext, Reason
from workbench.model.document import Document, Sentence
from workbench.model.finding import Severity
from workbench.model.review import Review
from workbench.model.span import Anchor, Layer, Side, Span

AT = "2026-01-02T03:04:05+00:00"

Row = tuple[str, str]
"""(source with what follows it, target with what follows it): the last white space of each is its separator."""


def bitext_of(rows: Sequence[Row], reasons: dict[int, Reason] | None = None, **names: str) -> Bitext:
    """One bead a row; trailing white space of a cell stands between it and the next, a newline begins a paragraph."""
    sides = {Side.SOURCE: [row[0] for row in rows], Side.TARGET: [row[1] for row in rows]}
    sentences = {side: _sentences(cells) for side, cells in sides.items()}
    beads = tuple(
        Bead(
            tuple(s for s in [source] if s),
            tuple(t for t in [target] if t),
            confidence=0.9,
            reason=(reasons or {}).get(i) or _reason(source, target),
        )
        for i, (source, target) in enumerate(zip(sentences[Side.SOURCE], sentences[Side.TARGET], strict=True))
    )
    return Bitext(
        Document(Side.SOURCE, "".join(sides[Side.SOURCE]), names.get("source", "article.zh.txt")),
        Document(Side.TARGET, "".join(sides[Side.TARGET]), names.get("target", "article.en.txt")),
        beads,
    )


def _reason(source: Sentence | None, target: Sentence | None) -> Reason | None:
    if source and target:
        return None
    return Reason.OMISSION if source else Reason.ADDITION


def _sentences(cells: Sequence[str]) -> list[Sentence | None]:
    found: list[Sentence | None] = []
    at = paragraph = line = 0
    for cell in cells:
        text = cell.strip()
        start = at + len(cell) - len(cell.lstrip())
        found.append(Sentence(start, start + len(text), text, line, paragraph) if text else None)
        at += len(cell)
        gap = cell[len(cell.rstrip()) :]
        line += cell.count("\n")
        paragraph += "\n" in gap
    return found


class Making:
    """A review with the acts that tests need, each one journal action."""

    def __init__(self, bitext: Bitext, reviewer: str = "ana") -> None:
        self.review = Review(bitext)
        self.reviewer = reviewer
        self.entries: list[ev.Entry] = []
        self._ids = count(1)

    def act(self, *events: ev.Event, label: str = "") -> None:
        action = self.review.last_seq + 1
        for event in events:
            entry = ev.Entry(self.review.last_seq + 1, action, self.reviewer, AT, event, label)
            self.review.apply(entry)
            self.entries.append(entry)

    def bead(self, number: int) -> Bead:
        return self.review.beads[number - 1]

    def correct(self, number: int, text: str | None, label: str = "edit the text") -> None:
        self.act(ev.TextCorrected(self.bead(number).id, text), label=label)

    def separate(self, number: int, text: str) -> None:
        bead = self.bead(number)
        self.act(ev.SeparatorChanged(bead.target[-1].end if bead.target else bead.id, text), label="mend a space")

    def done(self, number: int) -> None:
        self.act(ev.StatusChanged(self.bead(number).id, ev.Status.DONE), label="done")

    def anchor(self, number: int, side: Side, quote: str) -> Anchor:
        span = self.bead(number).span(side)
        assert span is not None
        at = self.review.bitext.document(side).text.index(quote, span.start)
        return Anchor(side, Span(at, at + len(quote)), quote)

    def flag(
        self,
        number: int,
        quote: str | None = None,
        source: str | None = None,
        *,
        severity: Severity = Severity.MAJOR,
        category: str = "Accuracy/Mistranslation",
        note: str = "",
        insert_at: int | None = None,
        corrected: Span | None = None,
    ) -> Annotation:
        """Marks words of a segment; `corrected` marks a span of its corrected text instead."""
        bead = self.bead(number)
        target = self.anchor(number, Side.TARGET, quote) if quote is not None else None
        if corrected is not None:
            words = corrected.of(self.review.final_text(bead))
            target = Anchor(Side.TARGET, corrected, words, Layer.CORRECTED, bead.id)
        annotation = Annotation(
            id=f"a{next(self._ids)}",
            severity=severity,
            category=category,
            target=target,
            source=self.anchor(number, Side.SOURCE, source) if source is not None else None,
            insert_at=insert_at,
            note=note,
            reviewer=self.reviewer,
            at=AT,
        )
        self.act(ev.SpanFlagged(annotation), label=f"flag {severity}")
        return annotation

    def view(self, **more: object) -> ExportView:
        return view_of(self.review, entries=self.entries, reviewer=self.reviewer, **more)  # type: ignore[arg-type]


def sample() -> Making:
    """A small review with every kind of decision: marks, corrections, a supplied line, mended spaces, a query."""
    made = Making(
        bitext_of(
            [
                ("风口来了。", "The tuyere is here."),
                ("谁都想飞。\n\n", "Everyone wants to fly.\n\n"),
                ("编辑:张三\n\n", ""),
                ("结语\n\n", ""),
                ("他没有说|话。", "He said `nothing` | [so] <v>far</v>."),
                ("再见。\n", "Bye.\n"),
            ],
            {2: Reason.FURNITURE},
        )
    )
    made.flag(1, "tuyere", "风口", category="Terminology/Inappropriate for context", note="a *figure* of speech")
    made.correct(1, "The hot trend is here.")
    made.separate(1, " ")
    made.correct(4, "Conclusion")
    made.flag(
        5,
        None,
        "没有",
        severity=Severity.CRITICAL,
        category="Accuracy/Omission",
        insert_at=made.bead(5).target[0].start,
    )
    made.flag(5, "[so]", severity=Severity.MINOR, category="Style/Unnatural or awkward")
    made.act(ev.NoteWritten(made.bead(5).id, "Who is he?", ev.NoteKind.QUERY), label="query the author")
    made.done(6)
    return made
