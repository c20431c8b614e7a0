"""Mending how the texts were cut into sentences. The words stay where they stand; segments are cut and joined anew."""

from __future__ import annotations

from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.model.bitext import Bead
from workbench.model.carrying import answering_place
from workbench.model.document import Sentence, SentenceKind
from workbench.model.span import Side
from workbench.session.repairing import NAMES, Repairing, with_side
from workbench.session.values import Outcome
from workbench.text.cells import grapheme_starts


class Resentencing(Repairing):
    """Split a sentence, join two."""

    def split_sentence(self, bead_id: str, side: Side, offset: int) -> Outcome:
        """Cuts a sentence in two at a place of the segment's text on screen; both stay in the segment."""
        bead = self.bead(bead_id)
        at = self._frozen_place(bead, side, offset)
        sentences = bead.sentences(side)
        which = next((n for n, s in enumerate(sentences) if s.start < at < s.end), None)
        parts = _cut(sentences[which], at) if which is not None else None
        if which is None or parts is None:
            raise WorkbenchError("a sentence begins or ends there: put the cursor on the word that begins the second")
        new = replace(_with(bead, side, sentences[:which] + parts + sentences[which + 1 :]), inner=None)
        label = "split a sentence"
        return self._rearrange("split sentence", (bead,), (new,), label, new.id)

    def _frozen_place(self, bead: Bead, side: Side, offset: int) -> int:
        """The code point of the frozen document for a place of the text on screen, at the start of a character."""
        span = bead.span(side)
        if span is None:
            raise WorkbenchError(f"this segment has no {NAMES[side]} sentence to split")
        frozen, shown = self.bitext.text(bead, side), self.text(bead.id, side)
        place = offset if frozen == shown else answering_place(shown, frozen, offset)
        if place >= len(frozen):
            return span.end
        return span.start + max((start for start in grapheme_starts(frozen) if start <= place), default=0)

    def propose_join(self, bead_id: str, side: Side, number: int = 0) -> tuple[str, int | None]:
        """(the segment that loses its first sentence to the one it is joined to, where its corrected text is cut).

        The segment itself, and None, where both sentences are its own. Raises `WorkbenchError` if there is no second.
        """
        if not 0 <= number < len(self.bead(bead_id).sentences(side)) - 1:
            later = self.beads[self._next_with(bead_id, side)]
            return later.id, self.propose_move(later.id, side, forward=False)
        return bead_id, None

    def join_sentences(self, bead_id: str, side: Side, number: int = 0, cut: int | None = None) -> Outcome:
        """Makes one sentence of sentence `number` (from 0) of a segment and the one behind it.

        If the one behind it is the first of a later segment, it comes here first, with its corrected text, which is
        cut at `cut` or where `propose_move` says.
        """
        bead = self.bead(bead_id)
        sentences = bead.sentences(side)
        if not 0 <= number < len(sentences):
            raise WorkbenchError(f"this segment has no {NAMES[side]} sentence {number + 1}")
        label = "joined two sentences"
        if number + 1 < len(sentences):
            one = self._joined(sentences[number], sentences[number + 1], side)
            new = replace(_with(bead, side, (*sentences[:number], one, *sentences[number + 2 :])), inner=None)
            return self._rearrange("join sentences", (bead,), (new,), label, new.id)
        here, there = self._position(bead_id), self._next_with(bead_id, side)
        later = self.beads[there]
        own = later.sentences(side)
        one = self._joined(sentences[-1], own[0], side)
        grown, left = _with(bead, side, (*sentences[:-1], one)), with_side(later, side, own[1:])
        block = self.beads[here : there + 1]
        new_beads = [b for b in (replace(grown, inner=None), *block[1:-1], left) if b is not None]
        proposed = self.propose_move(later.id, side, forward=False) if cut is None else cut
        return self._rearrange("join sentences", block, new_beads, label, grown.id, self._cuts(later, proposed))

    def sentence_at(self, bead_id: str, side: Side, offset: int) -> int:
        """Number, from 0, of the sentence that holds a place of the segment's text on screen."""
        bead = self.bead(bead_id)
        at = self._frozen_place(bead, side, offset)
        sentences = bead.sentences(side)
        return max((n for n, sentence in enumerate(sentences) if sentence.start <= at), default=0)

    def _next_with(self, bead_id: str, side: Side) -> int:
        """Index of the next segment with sentences on that side."""
        at = self._position(bead_id) + 1
        while at < len(self.beads) and not self.beads[at].sentences(side):
            at += 1
        if at == len(self.beads):
            raise WorkbenchError(f"this is the last {NAMES[side]} sentence: there is none to join it with")
        return at

    def _joined(self, one: Sentence, other: Sentence, side: Side) -> Sentence:
        text = self.bitext.document(side).text[one.start : other.end]
        kind = one.kind if one.kind is other.kind else SentenceKind.PROSE
        return replace(one, end=other.end, text=text, kind=kind)


def _with(bead: Bead, side: Side, sentences: tuple[Sentence, ...]) -> Bead:
    return replace(bead, source=sentences) if side is Side.SOURCE else replace(bead, target=sentences)


def _cut(sentence: Sentence, at: int) -> tuple[Sentence, Sentence] | None:
    """The two parts of a sentence, without the white space between; None if one is empty."""
    left, right = sentence.text[: at - sentence.start].rstrip(), sentence.text[at - sentence.start :].lstrip()
    if not left or not right:
        return None
    line = sentence.line + sentence.text[: len(sentence.text) - len(right)].count("\n")
    return (
        replace(sentence, end=sentence.start + len(left), text=left),
        replace(sentence, start=sentence.end - len(right), text=right, line=line),
    )
