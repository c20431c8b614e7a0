"""Scores of other programs, beside ours and never mixed with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workbench.errors import FileProblem, UnusableInput
from workbench.session.profiling import Profiling
from workbench.session.values import Figure
from workbench.text.plural import counted


class Importing(Profiling):
    """What a file says of a segment is kept in the project with the model's name and licence."""

    _imported: Mapping[str, Mapping[str, float]] | None = None
    _imported_by: Mapping[str, str] = {}

    def import_scores(self, path: Path) -> int:
        """Keeps the scores of a file; a later one of the same model replaces an earlier one, segment by segment.
        Returns how many there were.

        Raises `FileProblem` for a file that does not fit the segments, `ReadOnlyProject`.
        """
        from workbench.formats.score_file import read_scores
        from workbench.store.rows import ImportedScore

        self.check_writable()
        if self._store is None:
            raise UnusableInput("scores are kept in a project, and there is none here.")
        found = []
        for one in read_scores(path):
            if not 1 <= one.number <= len(self.beads):
                raise FileProblem(path, f"there is no segment {one.number}", f"There are {len(self.beads)}, from 1.")
            signature = f"{one.model}|licence:{one.licence or 'not told'}"
            found.append(ImportedScore(one.model, one.value, self.beads[one.number - 1].id, signature, path.name))
        if not found:
            raise FileProblem(path, "it holds no scores")
        self._store.add_scores(found, self.translation)
        self._imported = None
        return len(found)

    def imported_scores(self, bead_id: str) -> Mapping[str, float]:
        """Model -> what it gave the segment."""
        if self._imported is None:
            table: dict[str, dict[str, float]] = {}
            by = {}
            for one in self._store.scores(self.translation) if self._store else ():
                if one.bead is not None:
                    table.setdefault(one.bead, {})[one.metric] = one.value
                    by[one.metric] = f"{one.signature}|from:{one.origin}"
            self._imported, self._imported_by = table, by
        return self._imported.get(bead_id, {})

    def imported_figures(self) -> tuple[Figure, ...]:
        """The mean of each model over the segments that it scored and that are still there."""
        rows = [self.imported_scores(bead.id) for bead in self.beads]
        figures = []
        for model, signature in self._imported_by.items():
            values = [row[model] for row in rows if model in row]
            if values:
                mean = f"{sum(values) / len(values):.4f}"
                figures.append(
                    Figure(f"{model} (imported)", mean, signature, f"mean of {counted(len(values), 'segment')}")
                )
        return tuple(figures)
