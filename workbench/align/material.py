"""Two texts as the aligner sees them: word numbers, lengths and marks of every sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.align.translation import Floats, Integers, Table, table
from workbench.align.words import source_keys, target_keys
from workbench.lexicon.lookup import lexicon

COUNTED = ('"', "?", "!", "\u2026", "-", ":", "(", "%", "#")
"""Marks whose numbers ought to agree; `#` stands for all numbers."""

CLASSES = 4
"""Kinds of words that weigh differently: common, rare, numbers and Latin letters, marks."""

M = dict(smooth=3.0, glob=0.0, common_en=8.0, common_zh=8.0)

_CLOSERS = "\"'\u201d\u2019\u300d\u300f\uff09)\u3011]\u300b\u3009*\u2019"
_OPENERS = "\"'\u201c\u2018\u300c\u300e\uff08(\u3010[\u300a\u3008"
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u300c\u300d\u300e\u300f"
_END = {".": 1, "\u3002": 1, "\uff0e": 1, "?": 2, "\uff1f": 2, "!": 3, "\uff01": 3, "\u2026": 4, ":": 5, "\uff1a": 5}
_END |= {";": 6, "\uff1b": 6, ",": 7, "\uff0c": 7, "\u2014": 8, "-": 8}


def end_class(text: str) -> int:
    """How a sentence ends, without closing quotes and brackets: 0 for a letter, else the kind of its mark."""
    bare = text.rstrip().rstrip(_CLOSERS).rstrip()
    if bare.endswith(("...", ". . .")):
        return 4
    return _END.get(bare[-1:], 0)


@dataclass(slots=True)
class Half:
    """One side: sentences as runs of word numbers."""

    keys: tuple[str, ...]
    """The words, by number."""
    at: Integers
    """Start of each sentence in `words`; one more than there are sentences."""
    words: Integers
    share: Floats
    """p(word) by number, smoothed."""
    classes: Integers
    size: Floats
    """UTF-8 bytes of each sentence."""
    tokens: Floats
    end: Integers
    open_quote: Integers
    close_quote: Integers
    marks: Floats
    """[COUNTED, sentences]: how often each of those marks stands in each sentence."""
    twin: Integers
    """1 where the same sentence stands elsewhere on this side too."""

    def __len__(self) -> int:
        return len(self.size)


def half(texts: Sequence[str], source: bool) -> Half:
    rows = [source_keys(t) if source else target_keys(t) for t in texts]
    number: dict[str, int] = {}
    flat = [number.setdefault(k, len(number)) for row in rows for k in row]
    keys = tuple(number)
    words = np.array(flat, dtype=np.int32)
    counts = np.bincount(words, minlength=len(keys)).astype(np.float32)
    lex = lexicon()
    rar = np.array([lex.zh_rarity(k) if source else lex.en_rarity(k) for k in keys], dtype=np.float32)
    s = M["smooth"]
    share = (counts + s) / max(1.0, float(counts.sum() + s * len(keys)))
    cls = np.empty(len(keys), dtype=np.int32)
    for i, k in enumerate(keys):
        if k[0] == "#" or k[0] == "@" or any(c.isdigit() for c in k):
            cls[i] = 2
        elif not (k[0].isalpha()):
            cls[i] = 3
        else:
            cls[i] = 0 if rar[i] < (M["common_zh"] if source else M["common_en"]) else 1
    squeezed = ["".join(t.split()) for t in texts]
    c = Counter(squeezed)
    lens = [len(r) for r in rows]
    return Half(
        keys,
        np.concatenate([[0], np.cumsum(lens)]).astype(np.int32),
        words,
        share.astype(np.float32),
        cls,
        np.array([max(1, len(t.encode("utf-8", "surrogatepass"))) for t in texts], dtype=np.float32),
        np.array(lens, dtype=np.float32),
        np.array([end_class(t) for t in texts], dtype=np.int32),
        np.array([t.lstrip()[:1] in _OPENERS and t != "" for t in texts], dtype=np.int32),
        np.array([t.rstrip()[-1:] in _QUOTES and t != "" for t in texts], dtype=np.int32),
        np.array([[sum(k[0] == mark for k in row) for row in rows] for mark in COUNTED], dtype=np.float32),
        np.array([c[t] > 1 for t in squeezed], dtype=np.int32),
    )


@dataclass(slots=True)
class Material:
    source: Half
    target: Half
    table: Table


def material(source: Sequence[str], target: Sequence[str]) -> Material:
    s, t = half(source, True), half(target, False)
    return Material(s, t, table(s.keys, t.keys, t.share))
