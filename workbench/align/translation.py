"""t(e|z) for the words of one pair of texts, from the dictionary, from spelling and from sound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from workbench.align.words import number_key, target_keys
from workbench.lexicon.lookup import Lexicon, lexicon
from workbench.text.tokens import stem

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int32]

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")

P = dict(piece=0.6, piece_pow=0.5, identity=0.9, pinyin=0.8, pinyin1=0.25, most=0.9, pivot=0.0)


@lru_cache(maxsize=4096)
def _key_of(stemmed: str) -> str:
    """The key that a stem of a gloss has in a sentence."""
    keys = target_keys(stemmed)
    return keys[0] if len(keys) == 1 and keys[0][0] in "#%" else stemmed


@lru_cache(maxsize=1 << 14)
def _syllable(character: str) -> str:
    """The reading of one character without tone, in small letters; empty if unknown."""
    import unicodedata

    reading = lexicon().pinyin_of(character)
    if reading == character:
        return ""
    plain = unicodedata.normalize("NFD", reading.lower().replace("\u00fc", "v"))
    return "".join(c for c in plain if c.isascii() and c.isalpha())


def _sounds(word: str) -> dict[str, float]:
    """Spellings of a word of two to four characters as a name, by its sound."""
    syllables = [_syllable(c) for c in word]
    if not all(syllables):
        return {}
    found = {stem(one): P["pinyin1"] for one in syllables if len(one) > 1}
    for n in (2, 3):
        for at in range(len(syllables) - n + 1):
            found[stem("".join(syllables[at : at + n]))] = P["pinyin"]
    return found


@lru_cache(maxsize=1 << 16)
def translations(key: str) -> Mapping[str, float]:
    """Target key -> t(e|z), 0 to 0.9, for one source key."""
    if not _HAN.fullmatch(key):
        return {key[1:] if key[0] == "@" else key: P["identity"]}
    words = lexicon()
    row: dict[str, float] = {}
    for stemmed, t in words.translations(key).items():
        one = _key_of(stemmed)
        row[one] = max(t, row.get(one, 0.0))
    if len(key) > 1:
        pieces = words.split_word(key)
        if len(pieces) == 1:
            pieces = tuple(key)
        factor = P["piece"] / len(pieces) ** P["piece_pow"]
        if not row:
            factor = max(factor, 1 / len(pieces))
        for piece in pieces:
            for stemmed, t in words.translations(piece).items():
                one = _key_of(stemmed)
                row[one] = max(t * factor, row.get(one, 0.0))
        if len(key) <= 4:
            for spelling, t in _sounds(key).items():
                row[spelling] = max(t, row.get(spelling, 0.0))
    else:
        sound = _syllable(key)
        if len(sound) > 1:
            row[stem(sound)] = max(P["pinyin1"], row.get(stem(sound), 0.0))
    return row


@dataclass(slots=True)
class Table:
    """t(e|z) over the two vocabularies of one pair of texts, as sparse rows by source word."""

    at: Integers
    """Start of each source word's row; one more than there are words."""
    target: Integers
    forward: Floats
    """t(e|z)"""
    backward: Floats
    """t(z|e), at the same places"""


def table(source: Sequence[str], target: Sequence[str], counts: Floats) -> Table:
    number = {key: i for i, key in enumerate(target)}
    at, ids, values = [0], [], []
    for key in source:
        for one, t in translations(key).items():
            i = number.get(one)
            if i is not None:
                ids.append(i)
                values.append(t)
        at.append(len(ids))
    target_ids = np.array(ids, dtype=np.int32)
    forward = np.array(values, dtype=np.float32)
    total = np.bincount(target_ids, forward, minlength=len(target)).astype(np.float32)
    backward = forward / np.maximum(total[target_ids], 0.3) ** np.float32(P.get("back_pow", 0.75))
    return Table(np.array(at, dtype=np.int32), target_ids, forward, np.minimum(backward, 0.9).astype(np.float32))


E = dict(beta=0.02, lam=1.0, mix=0.5, iters=4, floor=0.02, disc=1.0)


def learned(
    known: Table, source: "Half", target: "Half", beads: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> Table:
    """The table after EM on the beads of a first pass, mixed with what was known.

    beads: ((first, end) source sentences, (first, end) target sentences).
    """
    Vs, Vt = len(source.keys), len(target.keys)
    rows, cols, groups = [], [], []
    weight = []
    g = 0
    for (a, b), (c, d) in beads:
        z, zc = np.unique(source.words[source.at[a] : source.at[b]], return_counts=True)
        e, ec = np.unique(target.words[target.at[c] : target.at[d]], return_counts=True)
        if not len(z) or not len(e):
            continue
        rows.append(np.repeat(z, len(e)))
        cols.append(np.tile(e, len(z)))
        groups.append(np.tile(np.arange(g, g + len(e)), len(z)))
        weight.append(np.repeat(zc, len(e)) * np.tile(ec, len(z)))
        g += len(e)
    if not rows:
        return known
    r, c, q = np.concatenate(rows).astype(np.int64), np.concatenate(cols), np.concatenate(groups)
    zw = np.concatenate([np.repeat(1.0, len(x)) for x in rows])
    code = r * Vt + c
    kr = np.repeat(np.arange(Vs, dtype=np.int64), np.diff(known.at))
    kcode = kr * Vt + known.target
    pairs, inv = np.unique(code, return_inverse=True)
    order = np.argsort(kcode)
    at = np.searchsorted(kcode[order], pairs)
    hit = at < len(order)
    t0 = np.zeros(len(pairs))
    ok = np.flatnonzero(hit)
    same = kcode[order][at[ok]] == pairs[ok]
    t0[ok[same]] = known.forward[order][at[ok[same]]]
    t = t0 + E["beta"]
    cz = np.bincount(r, minlength=Vs)  # bead occurrences
    zcount = np.zeros(Vs)
    for (a, b), _ in beads:
        z = np.unique(source.words[source.at[a] : source.at[b]])
        zcount[z] += 1
    ecount = np.zeros(Vt)
    for _, (a, b) in beads:
        z = np.unique(target.words[target.at[a] : target.at[b]])
        ecount[z] += 1
    del cz, zw, weight
    pr, pc = pairs // Vt, pairs % Vt
    for _ in range(int(E["iters"])):
        v = t[inv]
        tot = np.bincount(q, v, minlength=g) + E["floor"] * 1.0
        n = np.bincount(inv, v / tot[q], minlength=len(pairs))
        t = n / (zcount[pr] + E["lam"])
    n = np.maximum(n - E["disc"], 0.0)
    tb = n / (ecount[pc] + E["lam"])
    tf = n / (zcount[pr] + E["lam"])
    zcount = np.maximum(zcount - E["disc"], 0)
    ecount = np.maximum(ecount - E["disc"], 0)
    keep = (tf > 0.02) | (t0 > 0)
    mix = E["mix"]
    # merge with the known entries
    allcode = np.union1d(kcode, pairs[keep])
    fw = np.zeros(len(allcode))
    bw = np.zeros(len(allcode))
    i = np.searchsorted(allcode, kcode)
    seen_z = zcount > 0
    wz = mix * (zcount / (zcount + E["lam"]))
    we = mix * (ecount / (ecount + E["lam"]))
    ar, ac = allcode // Vt, allcode % Vt
    fw[i] += known.forward
    bw[i] += known.backward
    fw *= 1 - wz[ar]
    bw *= 1 - we[ac]
    j = np.searchsorted(allcode, pairs[keep])
    fw[j] += wz[pr[keep]] * tf[keep]
    bw[j] += we[pc[keep]] * tb[keep]
    nat = np.concatenate([[0], np.cumsum(np.bincount(ar, minlength=Vs))])
    return Table(nat.astype(np.int32), ac.astype(np.int32), fw.astype(np.float32), bw.astype(np.float32))
