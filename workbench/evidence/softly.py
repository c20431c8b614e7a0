"""What the dictionary leaves over, met softly: by words near to a gloss, and by words that render a neighbour already.

Nothing here outvotes the dictionary or a termbase: it looks at words that nobody claims, and accounts for them in part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from workbench.evidence.function_words import SAYS_LITTLE
from workbench.evidence.gaps import LINKED
from workbench.evidence.links import Candidate, Lexical
from workbench.evidence.values import LinkKind
from workbench.evidence.words import Word, akin, near, profile
from workbench.lexicon.lookup import lexicon

LEAST_AKIN = 0.5
"""Likeness from which a word is held to stand for a gloss."""
_SHARE = 0.6
"""Of a word that such a link accounts for, at a likeness of 1."""
_SHARED = 0.4
"""Of a word that a rendering of another word accounts for too."""
_PHRASE = 0.85
"""Likeness that a word of a gloss of several words keeps."""
_PART = 0.8
"""The same for a gloss of a part of the word."""
_DISTANCE = 0.2

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
            if likeness >= LEAST_AKIN:
                reach[other].append((likeness, j))
    slope, width = (len(target) - 1) / max(1, len(source) - 1), max(8, len(target))
    found = []
    for i in free_source:
        for j, likeness in _likenesses(source[i].key, reach, LEAST_AKIN).items():
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


@lru_cache(maxsize=1 << 15)
def renderings(word: str) -> Mapping[str, float]:
    """Every stem of the glosses of a Chinese word and of its parts -> share of the word that it stands for."""
    known = profile(word)
    found: dict[str, float] = {}
    if known.known and all(pinyin[:1].isupper() for pinyin in lexicon().readings(word)):
        return found  # a name is rendered or is missing: nothing is near to it, and 上海 is not 上 and 海
    for glosses, share in ((known.glosses, 1.0), *((profile(part).glosses, _PART) for part in known.parts)):
        for gloss in glosses:
            part = share * gloss.strength * (1.0 if len(gloss.stems) == 1 else _PHRASE)
            for stem in gloss.stems:
                if part > found.get(stem, 0.0) and stem not in SAYS_LITTLE:
                    found[stem] = part
    return found


def _likenesses(key: str, reach: Near, least: float) -> dict[int, float]:
    """Target word -> how near it is to the nearest rendering of a source word."""
    stems = renderings(key)
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
    reach: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for j in _free(target, theirs, number_targets):
        reach[target[j].key].append((1.0, j))
        for other, likeness in near(target[j].key):
            reach[other].append((likeness, j))
    if reach:
        for i, word in enumerate(source):
            if word.weight and ours[i] >= LINKED and i not in number_sources:
                for j, likeness in _likenesses(word.key, reach, 0.0).items():
                    theirs[j] = max(theirs[j], _SHARED * likeness)
    for i in loose_source:
        stems = renderings(source[i].key)
        for stem in stems.keys() & lexical.reach.keys():
            likeness = max((like for like, places in lexical.reach[stem] if target[places[0]].weight), default=0.0)
            ours[i] = max(ours[i], _SHARED * likeness * stems[stem])
