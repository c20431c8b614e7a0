"""From files to a pairing: read, tell the sides apart, split into sentences, align."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import FileProblem, UnusableInput
from workbench.formats.plain import read_document
from workbench.model.bitext import Bead, Bitext
from workbench.model.document import Document, SentencedDocument
from workbench.model.span import Side
from workbench.text.script import chinese_first, is_chinese
from workbench.text.sentences import split, split_lines

LONGEST_SENTENCE = 1_500_000
"""Code points; a longer 'sentence' is no text that a person reviews, and would keep every check busy for minutes."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pairing, the files it came from, and what had to be said while reading."""

    bitext: Bitext
    inputs: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def load_pair(
    first: Path,
    second: Path,
    *,
    encoding: str | None = None,
    lines: bool = False,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Loaded:
    """Reads two files and pairs their sentences; files in the wrong order are put right with a note.

    With `lines`, each line of the files is one sentence. Raises `FileProblem` for a file that cannot be used.
    """
    source = read_document(first, Side.SOURCE, encoding)
    target = read_document(second, Side.TARGET, encoding)
    notes = []
    if not source.text.strip() and not target.text.strip():
        raise FileProblem(first, f"both it and {second} are empty", "Give at least one file with text.")
    order = chinese_first(source.text, target.text)
    if order is False:
        source, target = replace(target, side=Side.SOURCE), replace(source, side=Side.TARGET)
        notes.append(f"{second} is the Chinese text and {first} the English one: taken in that order.")
    elif order is None and source.text.strip() and target.text.strip():
        language = "Chinese" if is_chinese(source.text) else "English"
        notes.append(f"Both {first} and {second} look {language}: the first is taken as the source.")
    notes += [*source.warnings, *target.warnings]
    beads = pair(source, target, lines=lines, progress=progress, cancelled=cancelled)
    return Loaded(Bitext(source, target, beads), (first, second), tuple(notes))


def load_alone(target: Path, *, encoding: str | None = None, lines: bool = False) -> Loaded:
    """Reads an English file that has no source; each sentence is a segment of its own."""
    document = read_document(target, Side.TARGET, encoding)
    if not document.text.strip():
        raise FileProblem(target, "the file is empty", "Give a file with text.")
    if is_chinese(document.text):
        raise UnusableInput(
            f"{target}: this is Chinese, and a review needs its English version. Give both: SOURCE TARGET."
        )
    sentenced = _cut(document, lines=lines)
    beads = tuple(Bead((), (sentence,)) for sentence in sentenced.sentences)
    return Loaded(Bitext(Document(Side.SOURCE, ""), document, beads), (target,), document.warnings)


def pair(
    source: Document,
    target: Document,
    *,
    lines: bool = False,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Bead, ...]:
    """Splits both documents and aligns them."""
    from workbench.align.aligner import align

    sides = _cut(source, lines=lines), _cut(target, lines=lines)
    return align(*sides, progress=progress, cancelled=cancelled)


def _cut(document: Document, *, lines: bool) -> SentencedDocument:
    sentenced = (split_lines if lines else split)(document)
    for sentence in sentenced.sentences:
        if len(sentence.text) > LONGEST_SENTENCE:
            raise FileProblem(
                document.name or document.side,
                f"line {sentence.line + 1} holds {len(sentence.text):,} characters without the end of a sentence, "
                f"and the limit is {LONGEST_SENTENCE:,}",
                "Break it into sentences, or leave it out.",
            )
    return sentenced
