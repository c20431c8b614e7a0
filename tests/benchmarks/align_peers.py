"""The aligner beside hunalign in one run: strict F1 by set, time and memory on a long text.

    python tests/benchmarks/align_peers.py DATA

hunalign is the Debian package `hunalign`; without it, only our own figures are printed. It gets CC-CEDICT as its
dictionary, words parted by spaces, and counts bytes (-onebyteencoding), which is what serves it best.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from align_data import SETS, Gold, GoldBead, read_set
from align_eval import joined
from align_report import Report, from_steps

from workbench.align.aligner import align_texts
from workbench.lexicon.build import cedict_path
from workbench.lexicon.cedict import is_note, plain_gloss, read_entries
from workbench.text.tokens import TokenKind, chinese_tokens, english_tokens

Aligner = Callable[[Sequence[str], Sequence[str]], list[GoldBead]]


def ours(source: Sequence[str], target: Sequence[str]) -> list[GoldBead]:
    return from_steps([(one.sources, one.targets) for one in align_texts(source, target)])


def words(text: str, chinese: bool) -> str:
    cut = chinese_tokens(text) if chinese else english_tokens(text)
    return " ".join(token.text.lower() for token in cut if token.kind is not TokenKind.SPACE)


def write_dictionary(path: Path) -> None:
    """Lines `english @ chinese`; a line with a bare @ would end hunalign's reading."""
    import gzip

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


def children_memory() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def own_long_run(texts: tuple[list[str], list[str]], folder: Path) -> tuple[float, float]:
    """Seconds and MB of a process of its own, reading the same two files."""
    for name, lines in zip(("zh", "en"), texts, strict=True):
        (folder / f"long.{name}").write_text("\n".join(lines), encoding="utf-8")
    code = (
        "import resource,sys,time;from pathlib import Path;from workbench.align.aligner import align_texts;"
        "s,t=(Path(p).read_text(encoding='utf-8').split('\\n') for p in sys.argv[1:]);b=time.perf_counter();"
        "align_texts(s,t);print(time.perf_counter()-b,resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024)"
    )
    command = [sys.executable, "-c", code, str(folder / "long.zh"), str(folder / "long.en")]
    out = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "OMP_NUM_THREADS": "1"}).stdout
    seconds, most = map(float, out.split())
    return seconds, most


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    sets: dict[str, list[Gold]] = {name: read_set(data, name) for name in SETS}
    texts = joined([gold for documents in sets.values() for gold in documents], 4)
    texts = texts[0][:10_000], texts[1][:13_000]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        aligners: dict[str, Aligner] = {"workbench": ours}
        program = shutil.which("hunalign")
        if program:
            aligners["hunalign + CC-CEDICT"] = Hunalign(program, folder)
        else:
            print("hunalign is not installed (Debian package `hunalign`): skipped", file=sys.stderr)
        for title, aligner in aligners.items():
            report = Report(title)
            for kind, documents in sets.items():
                for gold in documents:
                    report.add_beads(kind, gold.name, gold.beads, aligner(gold.source, gold.target), [])
            report.show()
        seconds, most = own_long_run(texts, folder)
        print(f"\n{len(texts[0])} x {len(texts[1])} sentences\n{'workbench':<24}{seconds:>8.1f} s{most:>8.0f} MB")
        peer = aligners.get("hunalign + CC-CEDICT")
        if isinstance(peer, Hunalign):
            peer(*texts)
            print(f"{'hunalign + CC-CEDICT':<24}{peer.seconds:>8.1f} s{children_memory():>8.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
