"""From files to a pairing: read, tell the sides apart, split into sentences, align."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import FileProblem, UnusableInput
from workbench.formats.encodings import Encodings
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
    encodings: Encodings | None = None,
    lines: bool = False,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Loaded:
    """Reads two files and pairs their sentences; files in the wrong order are put right with a note.

    With `lines`, each line of the files is one sentence. Raises `FileProblem` for a file that cannot be used.
    """
    source, target, order = _read(first, second, encodings or Encodings())
    notes = []
    if not source.text.strip() and not target.text.strip():
        raise FileProblem(first, f"both it and {second} are empty", "Give at least one file with text.")
    if order is False:
        source, target = replace(target, side=Side.SOURCE), replace(source, side=Side.TARGET)
        notes.append(f"{second} is the Chinese text and {first} the English one: taken in that order.")
    elif order is None and source.text.strip() and target.text.strip():
        language = "Chinese" if is_chinese(source.text) else "English"
        notes.append(f"Both {first} and {second} look {language}: the first is taken as the source.")
    notes += [*source.warnings, *target.warnings]
    beads = pair(source, target, lines=lines, progress=progress, cancelled=cancelled)
    return Loaded(Bitext(source, target, beads), (first, second), tuple(notes))


def _read(first: Path, second: Path, encodings: Encodings) -> tuple[Document, Document, bool | None]:
    """Both files, and whether the first is the Chinese one (None if that is open).

    What the user says of the Chinese text is said of the Chinese file, also where it stands second.
    """
    problem = None
    try:
        one = read_document(first, Side.SOURCE, encodings.source)
        two = read_document(second, Side.TARGET, encodings.target)
        order = chinese_first(one.text, two.text)
        if order or encodings.source == encodings.target:
            return one, two, order
    except FileProblem as error:
        if encodings.source == encodings.target:
            raise
        problem = error
    with suppress(FileProblem):
        swapped_one = read_document(first, Side.SOURCE, encodings.target)
        swapped_two = read_document(second, Side.TARGET, encodings.source)
        if chinese_first(swapped_one.text, swapped_two.text) is False:
            return swapped_one, swapped_two, False
    if problem is not None:
        raise problem
    return one, two, order


def load_alone(target: Path, *, encodings: Encodings | None = None, lines: bool = False) -> Loaded:
    """Reads an English file that has no source; each sentence is a segment of its own."""
    document = read_document(target, Side.TARGET, encodings.target if encodings else None)
    if not document.text.strip():
        raise FileProblem(target, "the file is empty", "Give a file with text.")
    if is_chinese(document.text):
        raise UnusableInput(
            f"{target}: this is Chinese, and a review needs its English version. Give both: SOURCE TARGET."
        )
    sentenced = _cut(document, lines=lines)
    beads = tuple(Bead((), (sentence,)) for sentence in sentenced.sentences)
    return Loaded(Bitext(Document(Side.SOURCE, ""), document, beads), (target,), document.warnings)


def load_translation(
    source: Document, path: Path, *, encodings: Encodings | None = None, lines: bool = False
) -> Loaded:
    """Reads another translation of a source that is known, and pairs it. Raises `FileProblem`."""
    target = read_document(path, Side.TARGET, encodings.target if encodings else None)
    if not target.text.strip():
        raise FileProblem(path, "the file is empty", "Give an English translation of the source.")
    if is_chinese(target.text):
        raise FileProblem(path, "it is Chinese", "Give an English translation of the source.")
    return Loaded(Bitext(source, target, pair(source, target, lines=lines)), (path,), target.warnings)


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
