"""The aligner beside its peers in one run and one table: strict F1 by set, the worst document, time and memory.

    python tests/benchmarks/align_peers.py DATA

hunalign is the Debian package `hunalign`; galechurch and nltk are Python packages that nothing here depends on. What is
not installed is said to be skipped. hunalign gets CC-CEDICT as its dictionary, words parted by spaces, and counts bytes
(-onebyteencoding); the Gale-Church aligners count UTF-8 bytes: that is what serves each of them best. The long text is
measured in a process of its own for each, one thread.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from align_data import SETS, Gold, GoldBead, machine_translations, read_set
from align_eval import joined
from align_report import counts, from_steps, strict

from workbench.align.aligner import align_texts
from workbench.lexicon.build import cedict_path
from workbench.lexicon.cedict import is_note, plain_gloss, read_entries
from workbench.text.tokens import TokenKind, chinese_tokens, english_tokens

Aligner = Callable[[Sequence[str], Sequence[str]], list[GoldBead]]


def ours(source: Sequence[str], target: Sequence[str]) -> list[GoldBead]:
    return from_steps([(one.sources, one.targets) for one in align_texts(source, target)])


def _bytes(texts: Sequence[str]) -> list[str]:
    """Texts with as many characters as the given ones have UTF-8 bytes."""
    return [text.encode("utf-8").decode("latin-1") for text in texts]


def galechurch(source: Sequence[str], target: Sequence[str]) -> list[GoldBead]:
    import galechurch as peer

    beads = []
    for line in peer.align(_bytes(source), _bytes(target)).to_pharaoh_lines():
        sides = [tuple(int(n) for n in part.strip("[] ").split(",") if n.strip()) for part in line.split(":")[:2]]
        beads.append((sides[0], sides[1]))
    return beads


def nltk_gale_church(source: Sequence[str], target: Sequence[str]) -> list[GoldBead]:
    from nltk.translate.gale_church import align_blocks

    lengths = [[len(text) or 1 for text in _bytes(side)] for side in (source, target)]
    links = align_blocks(*lengths)
    beads: list[tuple[set[int], set[int]]] = []
    for i, j in links:  # a bead's links follow each other, and share a sentence
        if beads and (i in beads[-1][0] or j in beads[-1][1]):
            beads[-1][0].add(i)
            beads[-1][1].add(j)
        else:
            beads.append(({i}, {j}))
    return [(tuple(sorted(s)), tuple(sorted(t))) for s, t in beads]


def words(text: str, chinese: bool) -> str:
    cut = chinese_tokens(text) if chinese else english_tokens(text)
    return " ".join(token.text.lower() for token in cut if token.kind is not TokenKind.SPACE)


def write_dictionary(path: Path) -> None:
    """Lines `english @ chinese`; a line with a bare @ would end hunalign's reading."""

    with gzip.open(cedict_path(), "rt", encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
        for entry in read_entries(lines):
            for sense in entry.senses:
                gloss = plain_gloss(sense).lower().removeprefix("to ")
                if gloss and not is_note(sense) and "@" not in gloss + entry.simplified:
                    out.write(f"{gloss} @ {entry.simplified}\n")


class Hunalign:
    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder
        write_dictionary(folder / "dictionary")
        self.seconds = 0.0

    def __call__(self, source: Sequence[str], target: Sequence[str]) -> list[GoldBead]:
        for name, lines, chinese in (("zh", source, True), ("en", target, False)):
            text = "\n".join(words(line, chinese) for line in lines)
            (self._folder / name).write_text(text, encoding="utf-8")
        command = [self._program, "-onebyteencoding", "dictionary", "zh", "en"]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=self._folder, capture_output=True, check=False)
        self.seconds = time.perf_counter() - start
        rungs = [tuple(map(int, line.split(b"\t")[:2])) for line in done.stdout.splitlines()]
        rungs.append((len(source), len(target)))  # the last rung of the ladder may be missing
        return [(tuple(range(a, c)), tuple(range(b, d))) for (a, b), (c, d) in pairwise(rungs) if c > a or d > b]


PEERS: dict[str, Callable[[Path], Aligner | None]] = {
    "workbench": lambda folder: ours,
    "hunalign + CC-CEDICT": lambda folder: Hunalign(program, folder) if (program := shutil.which("hunalign")) else None,
    "galechurch": lambda folder: galechurch if find_spec("galechurch") else None,
    "nltk gale_church": lambda folder: nltk_gale_church if find_spec("nltk") else None,
}


def long_run(name: str, texts: tuple[list[str], list[str]], folder: Path) -> tuple[float, float] | None:
    """Seconds and MB of a process of its own, reading the same two files; None if it takes too long or fails."""
    for side, lines in zip(("zh", "en"), texts, strict=True):
        (folder / f"long.{side}").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, __file__, "--one", name, str(folder)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(command, capture_output=True, check=True, env=environment, timeout=600)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    seconds, most = map(float, done.stdout.split())
    return seconds, most


def run_one(name: str, folder: Path) -> int:
    """In that process: aligns the long text, prints seconds and MB."""
    texts = [(folder / f"long.{side}").read_text(encoding="utf-8").split("\n") for side in ("zh", "en")]
    aligner = PEERS[name](folder)
    assert aligner is not None
    start = time.perf_counter()
    aligner(*texts)
    seconds = aligner.seconds if isinstance(aligner, Hunalign) else time.perf_counter() - start
    whose = resource.RUSAGE_CHILDREN if isinstance(aligner, Hunalign) else resource.RUSAGE_SELF
    print(seconds, resource.getrusage(whose).ru_maxrss / 1024)
    return 0


def measured(aligner: Aligner, documents: Sequence[Gold]) -> str:
    total: Counter[str] = Counter()
    worst = 1.0
    for gold in documents:
        found = counts(gold.beads, aligner(gold.source, gold.target))
        total += found
        worst = min(worst, strict(found))
    return f"{strict(total):.3f} ({worst:.3f})"


def main() -> int:
    if sys.argv[1:2] == ["--one"]:
        return run_one(sys.argv[2], Path(sys.argv[3]))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    sets: dict[str, list[Gold]] = {name: read_set(data, name) for name in SETS}
    texts = joined([gold for documents in sets.values() for gold in documents], 4)
    texts = texts[0][:10_000], texts[1][:13_000]
    sets["news"] = machine_translations(data)
    sets = {name: documents for name, documents in sets.items() if documents}
    size = f"{len(texts[0])} x {len(texts[1])}"
    print("strict F1 (worst document); seconds and MB for one long text")
    print(f"{'':<22}" + "".join(f"{name:>16}" for name in sets) + f"{size:>24}")
    for name, make in PEERS.items():
        with tempfile.TemporaryDirectory() as folder:
            aligner = make(Path(folder))
            if aligner is None:
                print(f"{name:<22}{'not installed: skipped':>24}")
                continue
            figures = "".join(f"{measured(aligner, documents):>16}" for documents in sets.values())
            print(f"{name:<22}{figures}", end="", flush=True)
            run = long_run(name, texts, Path(folder))
            print(f"{f'{run[0]:.1f} s {run[1]:.0f} MB' if run else 'failed or too long':>24}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
