"""Models of the COMET family (unbabel-comet), from a folder on the disk: nothing is downloaded.

A model's folder is what `comet-download` or the Hugging Face hub leaves: `checkpoints/NAME.ckpt`, `hparams.yaml`, and a
LICENSE or a README.md whose header names the licence. Several of these models are for non-commercial use only, so the
licence is shown before a model is used.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import FileProblem, UnusableInput
from workbench.formats.score_file import ErrorSpan
from workbench.model.span import Span

if TYPE_CHECKING:
    from workbench.score.scorers import Asked, Judged

_BATCH = 8
_SLICE = 64
"""Segments between two words on progress."""
_REMEDY = "Give the model's folder, or its .ckpt file."
_HEADER = re.compile(r"(?m)^license:[ \t]*(\S.*?)[ \t]*$")


def open_model(path: Path) -> CometScorer:
    """Finds the checkpoint and the licence; the model itself is loaded when it scores.

    Raises `UnusableInput` where unbabel-comet is not installed, `FileProblem` for a path without a checkpoint.
    """
    if importlib.util.find_spec("comet") is None:
        raise UnusableInput("COMET models need a package more: pip install 'mt-review-workbench[comet]'")
    checkpoint = _checkpoint(path)
    folder = checkpoint.parent.parent if checkpoint.parent.name == "checkpoints" else checkpoint.parent
    return CometScorer(checkpoint, folder.resolve().name, licence_of(folder))


def _checkpoint(path: Path) -> Path:
    if path.is_file():
        return path
    found = sorted(path.glob("checkpoints/*.ckpt")) or sorted(path.glob("*.ckpt"))
    if len(found) != 1:
        problem = "there is no checkpoint in it" if not found else f"there are {len(found)} checkpoints in it"
        raise FileProblem(path, problem if path.is_dir() else "there is no such file", _REMEDY)
    return found[0]


def licence_of(folder: Path) -> str:
    """The licence that a model's folder names: in the header of its README.md, else the first line of its LICENSE."""
    readme = folder / "README.md"
    if readme.is_file():
        named = _HEADER.search(readme.read_text("utf-8", "replace")[:4000])
        if named:
            return named.group(1).strip("'\"")
    for licence in sorted(folder.glob("LICEN[CS]E*")):
        lines = [line.strip() for line in licence.read_text("utf-8", "replace").splitlines() if line.strip()]
        if lines:
            return lines[0]
    return ""


class CometScorer:
    """One checkpoint; higher scores are better."""

    is_higher_better = True

    def __init__(self, checkpoint: Path, name: str, licence: str) -> None:
        self.name = name
        self.licence = licence
        self._checkpoint = checkpoint
        self._model: Any = None

    @property
    def needs_reference(self) -> bool:
        return bool(self._loaded().requires_references())

    def _loaded(self) -> Any:
        if self._model is None:
            os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")
            logging.getLogger("pytorch_lightning").setLevel(
                logging.ERROR
            )  # its advertisements are no news to a reviewer
            from comet import load_from_checkpoint  # type: ignore[import-not-found,unused-ignore]

            logging.getLogger("pytorch_lightning.utilities.rank_zero").setLevel(logging.ERROR)
            try:
                self._model = load_from_checkpoint(str(self._checkpoint), local_files_only=True)
            except Exception as error:
                raise FileProblem(self._checkpoint, f"it cannot be loaded ({error})", _REMEDY) from error
        return self._model

    def score(self, asked: Sequence[Asked], progress: Callable[[float], None]) -> Sequence[Judged]:
        """As `Scorer.score`, on the processor."""
        from workbench.score.scorers import Judged

        model, judged = self._loaded(), []
        for start in range(0, len(asked), _SLICE):
            some = asked[start : start + _SLICE]
            rows = [{"src": a.source, "mt": a.target} | ({"ref": a.reference} if a.reference else {}) for a in some]
            made = model.predict(rows, batch_size=_BATCH, gpus=0, progress_bar=False, num_workers=0)
            spans = getattr(getattr(made, "metadata", None), "error_spans", None) or [()] * len(some)
            for one, value, errors in zip(some, made.scores, spans, strict=True):
                judged.append(Judged(float(value), tuple(_span(error, one.target) for error in errors)))
            progress(min(1.0, (start + len(some)) / len(asked)))
        return judged


def _span(error: dict[str, Any], target: str) -> ErrorSpan:
    """A span without the spaces that its tokens begin with."""
    start, end = int(error["start"]), min(int(error["end"]), len(target))
    while start < end and target[start].isspace():
        start += 1
    return ErrorSpan(Span(min(start, end), end), str(error["severity"]))
