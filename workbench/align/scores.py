"""The score of a bead: how well its words explain each other, its lengths, its marks, and its kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.align.material import CLASSES, COUNTED, Half, Material
from workbench.align.search import NEVER, TYPES, Scores
from workbench.align.translation import Floats, Integers

H = dict(L=0.45, s=0.22, b=12.0, Lb=0.45)
_MOST_SOURCES = max(n for n, _ in TYPES)
_MOST_TARGETS = max(m for _, m in TYPES)

SHAPE = ("len2", "lenabs", "unterm_s", "unterm_t", "q", "ex", "fin", "colon", "openq", "closeq")
SHAPE += tuple(f"n{mark}" for mark in COUNTED)
LEX = tuple(f"fw{k}" for k in range(CLASSES)) + tuple(f"bw{k}" for k in range(CLASSES))
KIND = tuple(f"t{n}{m}" for n, m in TYPES)
PAIR_FEATURES = KIND + LEX + SHAPE
NULL_FEATURES = ("bias", "tok", "nofin", "edge", "twin", "cont", "cont_tok")


def explained(
    cause: Half,
    effect: Half,
    at: Integers,
    to: Integers,
    value: Floats,
    most: int,
    c0: int,
    c1: int,
    e0: int,
    e1: int,
    weights: Sequence[Floats],
    L: float,
) -> list[list[Floats]]:
    """log-likelihood ratio of the words of each effect sentence given 1..most cause sentences that end at each.

    Result: [weights][n - 1] -> array [c1 - c0, e1 - e0].
    """
    words = effect.words[effect.at[e0] : effect.at[e1]]
    vocabulary, local = np.unique(words, return_inverse=True)
    V, I, J = len(vocabulary), c1 - c0, e1 - e0
    lookup = np.full(len(effect.keys), -1, dtype=np.int32)
    lookup[vocabulary] = np.arange(V)
    cw = cause.words[cause.at[c0] : cause.at[c1]]
    crow = np.repeat(np.arange(I), np.diff(cause.at[c0 : c1 + 1]))
    n = at[cw + 1] - at[cw]
    row = np.repeat(crow, n)
    start = np.repeat(at[cw] - np.concatenate([[0], np.cumsum(n)[:-1]]), n) if len(n) else np.zeros(0, int)
    pos = np.arange(len(row)) + start
    col = lookup[to[pos]]
    good = col >= 0
    T = np.bincount(row[good] * V + col[good], value[pos[good]], minlength=I * V).reshape(I, V).astype(np.float32)
    erow = np.repeat(np.arange(J), np.diff(effect.at[e0 : e1 + 1]))
    C = np.bincount(local * J + erow, minlength=V * J).reshape(V, J).astype(np.float32)
    Cs = [C * w[vocabulary][:, None] for w in weights]
    share = effect.share[vocabulary]
    Z = cause.tokens[c0:c1]
    out: list[list[Floats]] = [[] for _ in weights]
    W, Zn = np.zeros_like(T), np.zeros_like(Z)
    for k in range(1, most + 1):
        if k <= I:
            W[k - 1 :] += T[: I - k + 1]
            Zn[k - 1 :] += Z[: I - k + 1]
        G = np.log1p(np.float32(L) * (W / (np.maximum(Zn, 1)[:, None] * share[None, :]) - 1))
        for o, c in zip(out, Cs, strict=True):
            o.append(G @ c)
    return out


def transposed(material: Material) -> tuple[Integers, Integers, Floats]:
    t = material.table
    order = np.argsort(t.target, kind="stable")
    rows = np.repeat(np.arange(len(t.at) - 1, dtype=np.int32), np.diff(t.at))
    at = np.concatenate([[0], np.cumsum(np.bincount(t.target, minlength=len(material.target.keys)))])
    return at.astype(np.int32), rows[order], t.backward[order]


def _before(x: Floats, by: int, axis: int) -> Floats:
    """Sums of the `by` entries up to and with each (prefix sums of the rest are missing at the edge)."""
    c = np.cumsum(x, axis=axis)
    out = c.copy()
    if axis == 0:
        out[by:] -= c[:-by]
    else:
        out[:, by:] -= c[:, :-by]
    return out


class Scorer:
    def __init__(self, material: Material) -> None:
        self.m = material
        self.back = transposed(material)
        s, t = material.source, material.target
        self.ratio = float(t.size.sum() / max(1.0, s.size.sum()))
        self.sz = np.concatenate([[0], np.cumsum(s.size)])
        self.st = np.concatenate([[0], np.cumsum(t.size)])
        self.ms = np.concatenate(
            [np.zeros((len(COUNTED), 1)), np.cumsum(s.marks.reshape(len(COUNTED), -1), axis=1)], axis=1
        )
        self.mt = np.concatenate(
            [np.zeros((len(COUNTED), 1)), np.cumsum(t.marks.reshape(len(COUNTED), -1), axis=1)], axis=1
        )
        self.us = np.concatenate([[0], np.cumsum(s.end == 0)])
        self.ut = np.concatenate([[0], np.cumsum(t.end == 0)])

    def lexical(self, i0: int, i1: int, j0: int, j1: int, ws: Sequence[Floats], wt: Sequence[Floats]):
        """[k][type] arrays [i1-i0, j1-j0] forward then backward"""
        m = self.m
        t = m.table
        fw = explained(m.source, m.target, t.at, t.target, t.forward, _MOST_SOURCES, i0, i1, j0, j1, wt, H["L"])
        bw = explained(m.target, m.source, *self.back, _MOST_TARGETS, j0, j1, i0, i1, ws, H["Lb"])
        F = [[_before(o[n - 1], mm, 1) for n, mm in TYPES] for o in fw]
        B = [[_before(o[mm - 1].T, n, 0) for n, mm in TYPES] for o in bw]
        return F, B

    def shape(self, n: int, mm: int, i, j) -> list[Floats]:
        """Values of SHAPE for beads n-mm that end before i and j (arrays broadcast)."""
        s, t = self.m.source, self.m.target
        lz = self.sz[i] - self.sz[i - n]
        le = self.st[j] - self.st[j - mm]
        dev = H["s"] * (1 + H["b"] / np.sqrt(le + lz))
        lr = np.log(le / (self.ratio * lz))
        zero = np.zeros(np.broadcast(i, j).shape)
        ea, eb = s.end[i - 1], t.end[j - 1]
        return [
            -np.minimum((lr / dev) ** 2, 24),
            -np.minimum(np.abs(lr), 3),
            zero + (self.us[i - 1] - self.us[i - n]) if n > 1 else zero,
            zero + (self.ut[j - 1] - self.ut[j - mm]) if mm > 1 else zero,
            (ea == 2) != (eb == 2),
            (ea == 3) != (eb == 3),
            (ea == 0) != (eb == 0),
            (ea == 5) != (eb == 5),
            s.open_quote[i - n] != t.open_quote[j - mm],
            s.close_quote[i - 1] != t.close_quote[j - 1],
            *(
                -np.minimum(np.abs(a[i] - a[i - n] - b[j] + b[j - mm]), 4)
                for a, b in zip(self.ms, self.mt, strict=True)
            ),
        ]


def null_features(h: Half) -> Floats:
    """[sentences, NULL_FEATURES]; the last two count only when the one before is alone too."""
    n = len(h)
    x = np.zeros((n, len(NULL_FEATURES)), np.float32)
    tok = np.minimum(h.tokens, 28)
    edge = np.zeros(n)
    edge[:4] = 1
    edge[-4:] = 1
    x[:, 0] = -1
    x[:, 1] = -tok
    x[:, 2] = h.end == 0
    x[:, 3] = edge
    x[:, 4] = h.twin
    x[:, 5] = 1
    x[:, 6] = -tok
    return x
