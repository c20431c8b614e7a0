"""What `workbench score` says against references: figures of the whole text with their signatures, and tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.errors import UnusableInput
from workbench.formats.pairs import Pair


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
    from workbench.score.reference import paired_bootstrap

    lines = [f"machine and corrected text, paired bootstrap, {len(machine)} segments:"]
    for one in paired_bootstrap(machine, final, references):
        lines.append(f"  {one.name} {one.before:.1f} -> {one.after:.1f}, p = {one.p_value:.4f}  {one.signature}")
    return lines
