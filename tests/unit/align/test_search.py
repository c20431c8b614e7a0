"""The dynamic programme against all paths, listed one by one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from workbench.align.search import NEVER, TYPES, Band, Lattice, best_path, chances, posterior

KINDS = {kind: k for k, kind in enumerate(TYPES)}


def lattice(sources: int, targets: int, seed: int, band: Band | None = None) -> Lattice:
    rng = np.random.default_rng(seed)
    band = band or Band.whole(sources, targets)
    pairs = np.full((len(TYPES), band.cells), NEVER, dtype=np.float32)
    for i in range(sources + 1):
        for j in range(int(band.lo[i]), int(band.hi[i]) + 1):
            for k, (n, m) in enumerate(TYPES):
                if n <= i and m <= j:
                    pairs[k, int(band.at[i] - band.lo[i]) + j] = rng.normal(-1, 2)
    return Lattice(band, pairs, *(rng.normal(-2, 1, size) for size in (sources, sources, targets, targets)))


def paths(sources: int, targets: int) -> Iterator[list[tuple[int, int]]]:
    if not sources and not targets:
        yield []
    for n, m in (*TYPES, (1, 0), (0, 1)):
        if n <= sources and m <= targets:
            for rest in paths(sources - n, targets - m):
                yield [*rest, (n, m)]


def value(given: Lattice, path: list[tuple[int, int]]) -> float:
    total, i, j, before = 0.0, 0, 0, (9, 9)
    for n, m in path:
        i, j = i + n, j + m
        if n and m:
            inside = given.band.lo[i] <= j <= given.band.hi[i]
            total += float(given.pairs[KINDS[n, m], int(given.band.at[i] - given.band.lo[i]) + j]) if inside else NEVER
        elif n:
            total += float((given.source_on if before == (1, 0) else given.source_open)[i - 1])
        else:
            total += float((given.target_on if before == (0, 1) else given.target_open)[j - 1])
        if not given.band.lo[i] <= j <= given.band.hi[i]:
            total += NEVER
        before = (n, m)
    return total


SMALL_BAND = Band.of(np.array([0, 0, 1, 2]), np.array([1, 3, 4, 4]))


@pytest.mark.parametrize(
    ("sources", "targets", "seed", "band"),
    [(1, 1, 0, None), (3, 4, 1, None), (4, 3, 2, None), (0, 3, 3, None), (3, 0, 4, None), (3, 4, 5, SMALL_BAND)],
)
def test_best_path_and_chances_are_those_of_all_paths(sources: int, targets: int, seed: int, band: Band | None) -> None:
    given = lattice(sources, targets, seed, band)
    every = {tuple(path): value(given, path) for path in paths(sources, targets)}
    best = max(every, key=lambda path: every[path])
    assert tuple(best_path(given)) == best
    weights = {path: np.exp(v) for path, v in every.items()}
    total = sum(weights.values())
    found = posterior(given)
    assert found.log_total == pytest.approx(np.log(total), abs=1e-4)
    places = _places(best)
    for place, chance in zip(places, chances(given, best), strict=True):
        expected = sum(w for path, w in weights.items() if place in _places(path)) / total
        assert chance == pytest.approx(expected, abs=1e-5)
    for i in range(sources):
        alone = sum(w for path, w in weights.items() if any(p[:2] == (i + 1, 1) and p[3] == 0 for p in _places(path)))
        assert found.source_open[i] + found.source_on[i] == pytest.approx(alone / total, abs=1e-5)


def _places(path: tuple[tuple[int, int], ...]) -> list[tuple[int, int, int, int]]:
    """(end, sources, end, targets) of each bead; the other end of a lone sentence does not matter."""
    i = j = 0
    found = []
    for n, m in path:
        i, j = i + n, j + m
        found.append((i if n else 0, n, j if m else 0, m))
    return found
