"""Figures against references and against the reviewer's own edit; all of them sacrebleu's."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import FileProblem, UnusableInput
from workbench.session.terming import Terming
from workbench.session.values import Figure, ReferenceText
from workbench.text.plural import counted

if TYPE_CHECKING:
    from workbench.score.reference import CorpusScore, SentenceScores

_SETTING = "references"
_SHORT = 0.25
"""The same for a reviewer's edit: the screen has it measured in another process where it takes longer."""
_PATIENCE = 3.0
"""Seconds of TER for one segment from which it is left to the report: nobody waits so long for one figure."""


class Referencing(Terming):
    """References are kept in the project, whole, and paired anew with whatever the segments are."""

    _references: tuple[ReferenceText, ...] | None = None
    _paired: tuple[object, tuple[Mapping[str, str], ...]] | None = None

    @cached_property
    def _measured(self) -> dict[tuple[str, str, tuple[str, ...]], SentenceScores]:
        """(machine's text, `reference` or `edit`, what it is compared with) -> figures; kept in the session."""
        return {}

    # ---- references

    @property
    def references(self) -> tuple[ReferenceText, ...]:
        """The references of the project, in the order they were given."""
        if self._references is None:
            kept = self._store.settings().get(_SETTING, []) if self._store else []
            self._references = tuple(ReferenceText(str(one["name"]), str(one["text"])) for one in kept)
        return self._references

    def add_reference(self, path: Path, encoding: str | None = None) -> int:
        """Reads a reference translation and keeps it in the project; one of the same name is replaced. Returns how
        many segments it has words for.

        Raises `FileProblem` for a file that cannot be used, `UnusableInput` for a review without a source.
        """
        if self.is_monolingual:
            raise UnusableInput(f"{path}: a reference is paired through the source, and this review has none.")
        reference = read_reference(path, encoding)
        others = tuple(one for one in self.references if one.name != reference.name)
        self.use_references((*others, reference))
        if self._store is not None and not self.read_only:
            self._store.note_inputs((path,))
        return len(self._by_segment()[-1])

    def use_references(self, references: Iterable[ReferenceText]) -> None:
        """These references instead of those that the project has."""
        self._references = tuple(references)
        self._paired = None
        self._measured.clear()
        if self._store is not None and not self.read_only:
            self._store.save_setting(_SETTING, [{"name": one.name, "text": one.text} for one in self._references])

    def _by_segment(self) -> tuple[Mapping[str, str], ...]:
        from workbench.align.reference import by_segment, pair_reference

        beads = self.beads
        if self._paired is None or self._paired[0] is not beads:
            source = self.bitext.source.text
            self._paired = beads, tuple(by_segment(pair_reference(source, r.text), beads) for r in self.references)
        return self._paired[1]

    def references_of(self, bead_id: str) -> tuple[str, ...]:
        """What the references say in a segment; () unless all of them say something."""
        found = tuple(one.get(bead_id, "") for one in self._by_segment()) if self.references else ()
        return found if all(found) else ()

    # ---- single segments

    def against_reference(self, bead_id: str) -> SentenceScores | None:
        """BLEU, chrF and TER of the machine's segment; None if it was not measured (see `measure`)."""
        references = self.references_of(bead_id)
        return self._measured.get((self.machine(bead_id), "reference", references)) if references else None

    def against_edit(self, bead_id: str) -> float | None:
        """HTER in percent: TER of the machine's text against the reviewer's; None if it is not known (yet)."""
        corrected = self.segment(bead_id).corrected
        if corrected is None or not corrected.strip() or not self.machine(bead_id):
            return None
        return self.hter_of(self.machine(bead_id), corrected)

    def hter_of(self, machine: str, text: str) -> float | None:
        """HTER in percent of one text against the machine's, as sacrebleu has it; None if it is not known (yet)."""
        if machine == text:
            return 0.0
        found = self._measured.get((machine, "edit", (text,)))
        return found.ter if found else None

    def keep_hter(self, machine: str, text: str, hter: float) -> None:
        """Keeps a figure that was measured elsewhere."""
        from workbench.score.reference import SentenceScores

        self._measured[machine, "edit", (text,)] = SentenceScores(math.nan, math.nan, hter)

    def measure(self, bead_ids: Iterable[str], cancelled: Callable[[], bool] = lambda: False) -> frozenset[str]:
        """Computes the figures of these segments, on a worker's thread. Returns those that have something new."""
        from workbench.score.reference import edit_scores, sentence_scores

        new = set()
        for bead_id in bead_ids:
            if cancelled():
                break
            if self.index(bead_id) is None:
                continue
            machine, corrected = self.machine(bead_id), self.segment(bead_id).corrected
            wanted = [("reference", self.references_of(bead_id))]
            wanted += [("edit", (corrected,))] if corrected and corrected.strip() else []
            for kind, against in wanted:
                key = machine, kind, against
                if machine and against and key not in self._measured:
                    is_edit = kind == "edit"
                    score = edit_scores if is_edit else sentence_scores
                    self._measured[key] = score(machine, against, ter_limit=_SHORT if is_edit else _PATIENCE)
                    new.add(bead_id)
        return frozenset(new)

    def analyse(
        self,
        *,
        on_segments: Callable[[frozenset[str]], None] = lambda _ids: None,
        progress: Callable[[float, str], None] = lambda _share, _what: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """As `Analysing.analyse`; the figures follow when everything else is there."""
        super().analyse(on_segments=on_segments, progress=progress, cancelled=cancelled)
        new = self.measure([bead.id for bead in self.beads], cancelled)
        if new:
            on_segments(new)

    def reanalyse(self, bead_ids: Iterable[str], cancelled: Callable[[], bool] = lambda: False) -> frozenset[str]:
        """As `Analysing.reanalyse`, with the figures of what was touched."""
        touched = tuple(bead_ids)
        return super().reanalyse(touched, cancelled) | self.measure(touched, cancelled)

    # ---- the whole text

    def reference_figures(self, *, samples: int = 0) -> tuple[Figure, ...]:
        """Corpus figures of the machine's text, and of the corrected one, over the segments that all references
        reach, and of the machine's text against the reviewer's own edit. Takes seconds on long texts.

        With `samples`, sacrebleu's bootstrap gives each figure its 95 % interval.
        """
        from workbench.score.reference import METRICS, corpus_score

        reached = [bead.id for bead in self.beads if self.references_of(bead.id) and self.machine(bead.id)]
        figures = []
        if reached:
            against = [[self.references_of(b)[k] for b in reached] for k in range(len(self.references))]
            names = ", ".join(one.name for one in self.references)
            where = f"against {names}, {counted(len(reached), 'segment')}"
            texts = [("machine", [self.machine(b) for b in reached])]
            if any(self.segment(b).corrected is not None for b in reached):
                texts.append(("as corrected", [self.final(b) for b in reached]))
            figures = [
                Figure(f"{name} ({which})", *_told(corpus_score(name, said, against, samples=samples)), where)
                for which, said in texts
                for name in METRICS
            ]
        edited = [b.id for b in self.beads if self.segment(b.id).corrected and self.machine(b.id)]
        if edited:
            made = corpus_score("ter", [self.machine(b) for b in edited], [[self.final(b) for b in edited]])
            figures.append(Figure("HTER", *_told(made), f"against your edit, {counted(len(edited), 'segment')}"))
        return tuple(figures)


def read_reference(path: Path, encoding: str | None = None) -> ReferenceText:
    """A reference translation from a file. Raises `FileProblem` for one that cannot be used."""
    from workbench.formats.plain import read_document
    from workbench.model.span import Side
    from workbench.text.script import is_chinese

    document = read_document(path, Side.TARGET, encoding)
    if not document.text.strip():
        raise FileProblem(path, "the file is empty", "Give an English reference translation.")
    if is_chinese(document.text):
        raise FileProblem(path, "it is Chinese", "Give an English reference translation.")
    return ReferenceText(document.name, document.text)


def _told(made: CorpusScore) -> tuple[str, str]:
    return made.told, made.signature
