"""Makes characters.txt, the table of character frequencies by which encodings are told apart.

Run it by hand (`python -m workbench.formats.build_table`) when jieba's dictionary or OpenCC's tables change; the
result is committed. Sources: the words and counts of jieba's dictionary (MIT), and their traditional forms in the
writing of Taiwan and of Hong Kong by OpenCC (Apache-2.0). Simplified and traditional forms count alike, because a
file in either is as likely.

Format of the table: UTF-8 lines `WEIGHT CHARACTERS`, where WEIGHT is the natural logarithm of the share of each of
those characters in Chinese text, in tenths. Rarer characters are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from pathlib import Path

import jieba
from opencc import OpenCC

from workbench.text.script import is_han

TABLE = Path(__file__).with_name("characters.txt")
_RAREST = -13.0
"""Natural logarithm of the share below which a character is left out: 6,142 characters remain."""


def build() -> str:
    """The text of the table."""
    counts: Counter[str] = Counter()
    words = _word_counts()
    for conversion in (None, None, "s2tw", "s2hk"):
        names = list(words)
        if conversion:
            names = OpenCC(conversion).convert("\n".join(names)).split("\n")
        for name, count in zip(names, words.values(), strict=True):
            for character in filter(is_han, name):
                counts[character] += count
    total = sum(counts.values())
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for character, count in counts.items():
        if count and (weight := log(count / total)) >= _RAREST:
            lines[round(weight * 10)].append(character)
    return "".join(f"{weight} {''.join(sorted(lines[weight]))}\n" for weight in sorted(lines, reverse=True))


def _word_counts() -> dict[str, int]:
    with jieba.Tokenizer().get_dict_file() as lines:
        entries = (line.decode("utf-8").split(" ") for line in lines)
        return {entry[0]: int(entry[1]) for entry in entries}


if __name__ == "__main__":
    TABLE.write_text(build(), encoding="utf-8", newline="\n")
