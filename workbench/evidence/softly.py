"""What the dictionary leaves over, met softly: by words near to a gloss, and by words that render a neighbour already.

Nothing here outvotes the dictionary or a termbase: it looks at words that nobody claims, and accounts for them in part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from workbench.evidence.gaps import LINKED
from workbench.evidence.links import Candidate, Lexical, Reach
from workbench.evidence.values import LinkKind
from workbench.evidence.words import Word, akin, gloss_stems, near, profile

LEAST_AKIN = 0.5
"""Likeness from which a word is held to stand for a gloss."""
_SHARE = 0.6
"""Of a word that such a link accounts for, at a likeness of 1."""
_SHARED = 0.4
"""Of a word that a rendering of another word accounts for too."""
_DISTANCE = 0.2

_MOST_PLACES = 16
"""Target words that one stem is held against: all with all would be quadratic."""

Near = Mapping[str, Sequence[tuple[float, int]]]


def soften(
    source: Sequence[Word],
    target: Sequence[Word],
    lexical: Lexical,
    number_sources: Set[int],
    number_targets: Set[int],
) -> list[Candidate]:
    """Raise the cover of free words in place, and return the links between them, of kind SOFT.

    First free words with free ones; then each word still free with one that is taken, for one word may render two.
    """
    ours, theirs = lexical.source_cover, lexical.target_cover
    free_source = _free(source, ours, number_sources)
    free_target = _free(target, theirs, number_targets)
    links = []
    if free_source and free_target:
        links = _between(source, target, free_source, free_target)
        for link in links:
            ours[link.source] = theirs[link.targets[0]] = link.strength
    _shared(source, target, lexical, number_sources, number_targets)
    return links


def _free(words: Sequence[Word], cover: Sequence[float], numbers: Set[int]) -> list[int]:
    return [
        i
        for i, word in enumerate(words)
        if word.weight and cover[i] < LINKED and i not in numbers and not word.is_latin
    ]


def _between(
    source: Sequence[Word], target: Sequence[Word], free_source: Sequence[int], free_target: Sequence[int]
) -> list[Candidate]:
    reach: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for j in free_target:
        for other, likeness in akin(target[j].key):
            if likeness >= LEAST_AKIN and len(reach[other]) < _MOST_PLACES:
                reach[other].append((likeness, j))
    slope, width = (len(target) - 1) / max(1, len(source) - 1), max(8, len(target))
    found = []
    for i in free_source:
        for j, likeness in _likenesses(renderings(source[i].key), reach, LEAST_AKIN).items():
            found.append((likeness - _DISTANCE * abs(j - i * slope) / width, i, j, likeness))
    links: list[Candidate] = []
    taken_source: set[int] = set()
    taken_target: set[int] = set()
    for score, i, j, likeness in sorted(found, reverse=True):
        if i not in taken_source and j not in taken_target:
            taken_source.add(i)
            taken_target.add(j)
            links.append(Candidate(score, i, (j,), _SHARE * likeness, LinkKind.SOFT))
    return links


def renderings(word: str) -> Mapping[str, float]:
    """Every stem of the glosses of a Chinese word and of its parts -> share of the word that it stands for.

    A name has none: it is rendered or is missing, nothing is near to it, and 上海 is not 上 and 海."""
    return {} if profile(word).is_name else gloss_stems(word)


def _likenesses(stems: Mapping[str, float], reach: Near, least: float) -> dict[int, float]:
    """Target word -> how near it is to the nearest of the stems."""
    best: dict[int, float] = {}
    for stem in stems.keys() & reach.keys():
        for likeness, j in reach[stem]:
            likeness *= stems[stem]
            if likeness >= least and likeness > best.get(j, 0.0):
                best[j] = likeness
    return best


def _shared(
    source: Sequence[Word],
    target: Sequence[Word],
    lexical: Lexical,
    number_sources: Set[int],
    number_targets: Set[int],
) -> None:
    """A word that nobody claims, but that a taken word of the other side would render as well, is its fellow's double:
    经贸 is `economic and trade`, 得到缓解 is `eased`."""
    ours, theirs = lexical.source_cover, lexical.target_cover
    loose_source = _free(source, ours, number_sources)
    places: dict[str, list[int]] = defaultdict(list)
    for j in _free(target, theirs, number_targets):
        places[target[j].key].append(j)
    reach: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for key, (first, *_) in places.items():
        reach[key].append((1.0, first))
        for other, likeness in near(key).items():
            reach[other].append((likeness, first))
    if reach:
        free = set(loose_source) | number_sources
        for key in {word.key for i, word in enumerate(source) if word.weight and i not in free}:
            for first, likeness in _likenesses(renderings(key), reach, 0.0).items():
                for j in places[target[first].key]:
                    theirs[j] = max(theirs[j], _SHARED * likeness)
    shares: dict[str, float] = {}
    for i in loose_source:
        key = source[i].key
        if key not in shares:
            shares[key] = _SHARED * _met(renderings(key), lexical.reach, target)
        ours[i] = shares[key]


def _met(stems: Mapping[str, float], reach: Reach, target: Sequence[Word]) -> float:
    """How much of a word the target has, if what renders other words may render it as well."""
    best = 0.0
    for stem in stems.keys() & reach.keys():
        for likeness, at in reach[stem]:
            if likeness * stems[stem] > best and target[at[0]].weight:
                best = likeness * stems[stem]
    return best
