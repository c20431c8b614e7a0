"""Small bitexts and journals to store."""

from __future__ import annotations

from workbench.model.bitext import Bead, Bitext
from workbench.model.document import Document, Sentence
from workbench.model.events import Entry, Event, TextCorrected
from workbench.model.span import Side

AT = "2026-01-02T03:04:05+00:00"


def make_bitext(count: int, glue: str = " ", extra: str = "") -> Bitext:
    """`count` pairs; `glue` stands between target sentences, `extra` ends every target sentence."""
    source = target = ""
    beads = []
    for i in range(count):
        s, t = f"第{i}句话。", f"Sentence number {i}{extra}."
        beads.append(
            Bead(
                (Sentence(len(source), len(source) + len(s), s, i, i),),
                (Sentence(len(target), len(target) + len(t), t, i, i),),
                0.5 + i / (2 * count),
            )
        )
        source += s + "\n"
        target += t + glue
    return Bitext(Document(Side.SOURCE, source, "a.zh.txt"), Document(Side.TARGET, target, "a.en.txt"), tuple(beads))


def entry(seq: int, event: Event, action: int | None = None, reviewer: str = "Wu", label: str = "edit") -> Entry:
    return Entry(seq, action or seq, reviewer, AT, event, label)


def corrections(bitext: Bitext, first: int, last: int) -> list[Entry]:
    """Entries `first` to `last`, each a correction of some segment."""
    beads = bitext.beads
    return [entry(seq, TextCorrected(beads[seq % len(beads)].id, f"Corrected {seq}")) for seq in range(first, last + 1)]
