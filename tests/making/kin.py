"""Make `workbench/lexicon/data/en_kin.tsv`: English words and the words that say nearly the same, from WordNet 3.0.

    python -m tests.making.kin /usr/share/wordnet

The folder is WordNet's `dict` (Debian: package wordnet-base). A line is a word, a tab, and its kin, each with one digit
for how near it is. Kin are words derived from it (`social`, `society`; `large`, `largest`), the other words of its
commonest senses, and adjectives like it. Only words of `en_frequency.tsv`, and only what the stemmer does not see.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.lexicon.build import DATA, ENGLISH_FREQUENCIES, ENGLISH_KIN, frequent_words
from workbench.text.tokens import stem

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
DERIVED, NEGATED, SYNONYM, SIMILAR = 9, 6, 8, 5
_DERIVED_BY = frozenset(("+", "\\", "<"))
"""WordNet's pointers for what is derived, what an adjective pertains to, and the verb of a participle."""
_NEGATING = ("un", "in", "im", "ir", "il", "dis", "non")
_LATER_SENSE = 1.5
"""Tenths that each sense further down the list takes off."""
_LEAST = 4
_MOST = 16


class Synset(NamedTuple):
    """The words of one sense, and its pointers: (symbol, part and offset of the other, own word, its word or 0)."""

    words: list[str]
    pointers: list[tuple[str, tuple[str, str], int, int]]


def synsets(folder: Path) -> dict[tuple[str, str], Synset]:
    found = {}
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split(" | ")[0].split()
            count = int(cells[3], 16)
            words = [cells[4 + 2 * i].split("(")[0].lower() for i in range(count)]
            rest = cells[5 + 2 * count :]
            pointers = []
            for i in range(int(cells[4 + 2 * count])):
                symbol, offset, other, places = rest[4 * i : 4 * i + 4]
                pointers.append((symbol, (_part(other), offset), int(places[:2], 16), int(places[2:], 16)))
            found[part, cells[0]] = Synset(words, pointers)
    return found


def _part(letter: str) -> str:
    return "a" if letter == "s" else letter


def ranks(folder: Path) -> dict[tuple[str, tuple[str, str]], int]:
    """(word, synset) -> how many senses of the word, in that part of speech, are commoner."""
    found = {}
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split()
            senses = cells[-int(cells[2]) :]
            for rank, offset in enumerate(senses):
                found[cells[0], (part, offset)] = rank
    return found


def kin(folder: Path) -> Iterator[tuple[str, str, int]]:
    """(word, other word, nearness 1 to 9), each pair once a direction or oftener."""
    known, rank = synsets(folder), ranks(folder)
    for place, one in known.items():
        for a in one.words:
            for b in one.words:
                later = rank.get((a, place), 9) + rank.get((b, place), 9)
                yield a, b, round(SYNONYM - _LATER_SENSE * later)
        for symbol, other_place, i, j in one.pointers:
            other = known[other_place]
            ours = one.words if i == 0 else one.words[i - 1 : i]
            theirs = other.words if j == 0 else other.words[j - 1 : j]
            for a in ours:
                for b in theirs:
                    if symbol in _DERIVED_BY:
                        yield a, b, DERIVED
                        yield b, a, DERIVED
                    elif symbol == "!" and any(x == p + y for p in _NEGATING for x, y in ((a, b), (b, a))):
                        yield a, b, NEGATED
                    elif symbol == "&":
                        later = rank.get((a, place), 9) + rank.get((b, other_place), 9)
                        yield a, b, round(SIMILAR - _LATER_SENSE / 2 * later)


def compared(folder: Path, frequent: set[str]) -> Iterator[tuple[str, str, int]]:
    """`larger` and `largest` with `large`."""
    lines = (folder / "index.adj").read_text(encoding="utf-8").splitlines()
    for word in (line.split(" ", 1)[0] for line in lines if not line.startswith(" ")):
        root = word[:-1] if word.endswith("e") else word[:-1] + "i" if word.endswith("y") else word
        doubled = word + word[-1]
        for form in (root + "er", root + "est", doubled + "er", doubled + "est"):
            if form in frequent:
                yield form, word, DERIVED
                yield word, form, DERIVED


def main() -> int:
    frequent = frequent_words(ENGLISH_FREQUENCIES)
    table: dict[str, dict[str, int]] = defaultdict(dict)
    folder = Path(sys.argv[1])
    for a, b, nearness in (*kin(folder), *compared(folder, frequent)):
        if nearness >= _LEAST and a in frequent and b in frequent and a != b:
            table[a][b] = max(nearness, table[a].get(b, 0))
    derived = {a: [(b, n) for b, n in row.items() if n in (DERIVED, NEGATED)] for a, row in table.items()}
    for a, row in derived.items():
        for b, first in row:
            for c, then in derived.get(b, ()) if first == DERIVED or len(row) > 1 else ():
                if c != a and DERIVED in (first, then):
                    table[a][c] = max(min(first, then) - 1, table[a].get(c, 0))
    for a, row_of in table.items():
        for b in [b for b in row_of if stem(a) == stem(b)]:
            del row_of[b]
    lines = []
    for word, near in sorted(table.items()):
        nearest = sorted(near.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
        if nearest:
            lines.append(f"{word}\t{' '.join(f'{other}{nearness}' for other, nearness in nearest)}\n")
    ENGLISH_KIN.write_text("".join(lines), encoding="utf-8")
    print(f"{ENGLISH_KIN.relative_to(DATA)}: {len(lines)} words, {ENGLISH_KIN.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
