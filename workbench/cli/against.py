"""What `workbench score` says against references: figures of the whole text with their signatures, and tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.errors import UnusableInput
from workbench.formats.pairs import Pair

if TYPE_CHECKING:
    from workbench.model.span import Span


def with_lines(pairs: Iterator[Pair], files: Sequence[Path], encoding: str | None) -> Iterator[tuple[Pair, list[str]]]:
    """Each pair with its references: its own one first, then the line of each file that stands in its place.

    Raises `UnusableInput` where a file has not as many lines as there are pairs.
    """
    from workbench.formats.plain import read_document
    from workbench.model.span import Side

    texts = [read_document(path, Side.TARGET, encoding).text.removesuffix("\n").split("\n") for path in files]
    count = 0
    for pair in pairs:
        for path, lines in zip(files, texts, strict=True):
            if count >= len(lines):
                raise UnusableInput(f"{path}: it has {len(lines)} lines, and there are more pairs. Give a line a pair.")
        found = [pair.reference or "", *(lines[count].rstrip("\r") for lines in texts)]
        yield pair, [one for one in found if one]
        count += 1
    for path, lines in zip(files, texts, strict=True):
        if count != len(lines):
            raise UnusableInput(f"{path}: it has {len(lines)} lines for {count} pairs. Give a line a pair.")


class Against(NamedTuple):
    """A pair and what it is compared with; without references, it is in no figure."""

    target: str
    references: Sequence[str] = ()
    system: str | None = None
    """What made the translation, where there are several."""
    place: Span | None = None
    """The stretch of the source, by which the segments of several translations are put beside each other."""


def figures_of(measured: Sequence[Against], samples: int) -> list[str]:
    """Corpus figures; of several translations, each one's, and sacrebleu's paired test against the first."""
    systems = list(dict.fromkeys(one.system for one in measured))
    lines: list[str] = []
    for system in systems:
        told = corpus_lines([(one.target, one.references) for one in measured if one.system == system], samples)
        lines += [f"{system}, {told[0]}", *told[1:]] if told and system is not None else told
    if lines:
        for other in systems[1:]:
            lines += _beside(measured, systems[0], other)
    return lines


def _beside(measured: Sequence[Against], first: str | None, other: str | None) -> list[str]:
    """Two translations where both have the same stretch of the source as a segment."""
    placed = {one.place: one for one in measured if one.system == first and one.references and one.place}
    shared = [
        (placed[one.place].target, one.target, tuple(one.references))
        for one in measured
        if one.system == other and one.place in placed and one.references == placed[one.place].references
    ]
    if not shared:
        return []
    before, after, references = zip(*shared, strict=True)
    told = f"{first} and {other}, paired bootstrap, {len(shared)} segments that both have:"
    return [told, *_tested(before, after, [*zip(*references, strict=True)])]


def corpus_lines(scored: Sequence[tuple[str, Sequence[str]]], samples: int) -> list[str]:
    """sacrebleu's figures of the whole, over the pairs (translation, references) that have as many references as most;
    nothing where none has any."""
    from workbench.score.reference import METRICS, corpus_score

    counts = [len(references) for _, references in scored if references]
    if not counts:
        return []
    usual = max(set(counts), key=counts.count)
    used = [(target, references) for target, references in scored if len(references) == usual]
    targets = [target for target, _ in used]
    columns = [[references[k] for _, references in used] for k in range(usual)]
    lines = [f"against {'the reference' if usual == 1 else f'{usual} references'}, {len(used)} of {len(scored)} pairs:"]
    for name in METRICS:
        made = corpus_score(name, targets, columns, samples=samples)
        better = "lower" if name == "ter" else "higher"
        lines.append(f"  {name} {made.told} ({better} is better)  {made.signature}")
    return lines


def paired_lines(machine: Sequence[str], final: Sequence[str], references: Sequence[Sequence[str]]) -> list[str]:
    """sacrebleu's paired bootstrap test of the corrected text against the machine's. `references`: one list each."""
    told = f"machine and corrected text, paired bootstrap, {len(machine)} segments:"
    return [told, *_tested(machine, final, references)]


def _tested(before: Sequence[str], after: Sequence[str], references: Sequence[Sequence[str]]) -> list[str]:
    from workbench.score.reference import paired_bootstrap

    return [
        f"  {one.name} {one.before:.1f} -> {one.after:.1f}, p = {one.p_value:.4f}  {one.signature}"
        for one in paired_bootstrap(before, after, references)
    ]
