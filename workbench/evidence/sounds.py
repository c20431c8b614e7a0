"""How alike two spellings sound, by their consonants: the same for pinyin and for English."""

from __future__ import annotations

from functools import lru_cache

_SOUNDS = (
    ("zh", "J"), ("ch", "J"), ("sh", "S"), ("ph", "F"), ("th", "S"), ("ck", "K"), ("ng", "N"), ("gh", "K"),
    ("x", "S"), ("q", "J"), ("j", "J"), ("z", "S"), ("c", "K"), ("s", "S"), ("b", "P"), ("p", "P"), ("m", "M"),
    ("f", "F"), ("v", "F"), ("w", "W"), ("d", "T"), ("t", "T"), ("n", "N"), ("l", "L"), ("r", "L"), ("g", "K"),
    ("k", "K"), ("h", "H"), ("y", "Y"),
)  # fmt: skip
_CLASS = dict(_SOUNDS)


@lru_cache(maxsize=1 << 14)
def sound_classes(letters: str) -> str:
    """Consonant classes of a spelling, with A for each run of vowels; the same for pinyin and English."""
    out: list[str] = []
    i = 0
    while i < len(letters):
        step = 2 if letters[i : i + 2] in _CLASS else 1
        one = _CLASS.get(letters[i : i + step], "A")
        if not out or out[-1] != one:
            out.append(one)
        i += step
    return "".join(out)


_COSTS = {
    frozenset(pair): 0.4 for pair in ("SJ", "KJ", "WF", "KH", "MN", "LN", "AW", "AY", "TJ", "TS", "YJ", "FP", "KS")
}


@lru_cache(maxsize=1 << 14)
def likeness(one: str, other: str) -> float:
    """1 for the same sounds, 0 for nothing in common: 1 - weighted edit distance / the longer length.

    Vowels cost little, because a transliteration puts them between consonants that English has together.
    """
    previous = [0.0]
    for character in other:
        previous.append(previous[-1] + _lone(character))
    for a in one:
        row = [previous[0] + _lone(a)]
        for j, b in enumerate(other):
            same = 0.0 if a == b else _COSTS.get(frozenset((a, b)), 1.0)
            row.append(min(previous[j] + same, previous[j + 1] + _lone(a), row[j] + _lone(b)))
        previous = row
    longer = max(sum(_lone(c) for c in one), sum(_lone(c) for c in other))
    return max(0.0, 1.0 - previous[-1] / longer) if longer else 0.0


def _lone(character: str) -> float:
    """What it costs to have a sound on one side only; English r and l at the end of a syllable are often not said."""
    if character == "A":
        return 0.15
    return 0.5 if character in "LHWYN" else 1.0
