"""Which words account for which: candidates from the dictionary, and a competition in which each word is used once."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from workbench.evidence.function_words import SAYS_LITTLE, is_function_word
from workbench.evidence.values import LinkKind
from workbench.evidence.words import Word, further_key, gloss_stems, near, profile, target_weight
from workbench.lexicon.lookup import Gloss

SUBWORD = 0.6
"""A word that is only met in its parts is accounted for to this share at most."""
SUBWORD_UNKNOWN = 0.9
"""The same for a word that the dictionary does not have."""
_LEAST = 0.12
"""Weaker candidates are not considered."""
_DISTANCE = 0.35
"""What a candidate loses when it stands at the other end of the text."""
_GAP = 0.02
"""What a gloss of several words loses for each word that stands between them."""
_FAR = 8
"""Words of one gloss that stand further apart than this do not make one rendering."""


_HEAD = 0.7
"""What the last word of a gloss accounts for alone: `traffic` for `network traffic`, `need` for `to need`."""

_AGAIN = 0.95
"""Share to which a word counts as rendered where it stands more often than its rendering does."""

_MOST_PLACES = 16
"""Places of one stem that a source word is matched with, the nearest."""
_NEAR_KEPT = 4
"""Stems of the target that one stem may be met by."""
_BY_GRAMMAR = 0.3
"""What a content word's rendering by a function word (`only`, `may`) loses beside one by a content word, and the
other way about: 的 is no rival of 目标 for `target`."""
_EMPTY = frozenset(("a", "an", "the", "to"))
"""Stems that render nothing by themselves."""


class Candidate(NamedTuple):
    """A rendering of one source word by target words."""

    score: float
    source: int
    """Index of the source word."""
    targets: tuple[int, ...]
    strength: float
    """Share of the source word that it accounts for, 0 to 1."""
    kind: LinkKind


Positions = Mapping[str, Sequence[int]]
Reach = Mapping[str, Sequence[tuple[float, Sequence[int]]]]


class Lexical(NamedTuple):
    """The outcome for all words of a pair, by index."""

    chosen: tuple[Candidate, ...]
    source_cover: list[float]
    target_cover: list[float]
    reach: Reach
    """What the target has, and what is near it."""


def positions(target: Sequence[Word], but: Set[int]) -> Positions:
    """Where each stem stands, leaving out the words in `but`."""
    at: dict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(target):
        if i not in but and word.key not in _EMPTY:
            at[word.key].append(i)
            further = further_key(word.key)
            if further:
                at[further].append(i)
    return at


def within_reach(at: Positions, wanted: set[str]) -> Reach:
    """Every stem that the target has, or that is wanted and has near ones there: (likeness, where), the stem itself
    first with likeness 1."""
    reach: dict[str, list[tuple[float, Sequence[int]]]] = {key: [(1.0, places)] for key, places in at.items()}
    for key, places in at.items():
        alike = near(key)
        for other in wanted.intersection(alike):
            known = reach.get(other)
            if known is None:
                reach[other] = [(alike[other], places)]
            elif len(known) < _NEAR_KEPT:
                known.append((alike[other], places))
    return reach


class _Matcher:
    def __init__(self, source: Sequence[Word], target: Sequence[Word], but: Set[int]) -> None:
        self.target = target
        self.at = positions(target, but)
        wanted = set[str]().union(*(gloss_stems(word.key) for word in source if not word.is_latin))
        self.reach = within_reach(self.at, wanted)
        self.slope = (len(target) - 1) / max(1, len(source) - 1)
        self.width = max(8, len(target))

    def candidates(
        self, i: int, glosses: Sequence[Gloss], share: float, kind: LinkKind, content: bool
    ) -> list[Candidate]:
        found: list[Candidate] = []
        reach = self.reach.get
        for gloss in glosses:
            stems = gloss.stems
            if len(stems) > 1:
                self._several(i, gloss, share, kind, found)
                continue
            hits = reach(stems[0])
            if hits is None or (content and stems[0] in SAYS_LITTLE):
                continue
            for likeness, places in hits:
                strength = gloss.strength * share * likeness
                if strength >= _LEAST:
                    own = LinkKind.SYNONYM if likeness < 1.0 and kind is LinkKind.LEXICON else kind
                    for j in self._near_places(i, places):
                        score = self._score(i, j, strength)
                        if content != (self.target[j].weight > 0):
                            score -= _BY_GRAMMAR
                        found.append(Candidate(score, i, (j,), strength, own))
        return found

    def _near_places(self, i: int, places: Sequence[int]) -> Sequence[int]:
        """Of many places, those nearest to where the word is expected: all with all would be quadratic."""
        if len(places) <= _MOST_PLACES:
            return places
        k = bisect_left(places, i * self.slope)
        k = min(max(0, k - _MOST_PLACES // 2), len(places) - _MOST_PLACES)
        return places[k : k + _MOST_PLACES]

    def _score(self, i: int, j: int, strength: float) -> float:
        return strength - _DISTANCE * abs(j - i * self.slope) / self.width

    def _several(self, i: int, gloss: Gloss, share: float, kind: LinkKind, found: list[Candidate]) -> None:
        """A gloss of several words: those that stand near each other count, by their rarity."""
        at = self.at
        hits = [(n, at[one]) for n, one in enumerate(gloss.stems) if one in at]
        if not hits:
            return
        weights = [target_weight(one) + 1.0 for one in gloss.stems]
        total = sum(weights)
        # Anchor at the heaviest stem that is there, and take the nearest place of each of the others.
        heaviest, places = max(hits, key=lambda hit: weights[hit[0]])
        for j in self._near_places(i, places):
            chosen, met, gap = [j], weights[heaviest], 0
            for n, others in hits:
                if n == heaviest:
                    continue
                nearest = _nearest(others, j)
                if nearest not in chosen and abs(nearest - j) <= _FAR:
                    chosen.append(nearest)
                    met += weights[n]
                    gap += abs(nearest - j) - 1
            part = met / total
            if hits[-1][0] == len(gloss.stems) - 1 and gloss.stems[-1] not in SAYS_LITTLE:
                part = max(part, _HEAD)
            strength = gloss.strength * share * part
            if strength >= _LEAST:
                score = self._score(i, j, strength) - _GAP * gap
                found.append(Candidate(score, i, tuple(sorted(chosen)), strength, kind))


def _nearest(places: Sequence[int], place: int) -> int:
    k = bisect_left(places, place)
    return min(places[max(0, k - 1) : k + 1], key=lambda other: abs(other - place))


def match(
    source: Sequence[Word],
    target: Sequence[Word],
    fixed: Sequence[Candidate],
    number_sources: Set[int],
    number_targets: Set[int],
) -> Lexical:
    """Let the candidates compete, best first; each target word serves one source word, each source word is served by
    one rendering, or by several renderings of its parts. `fixed` go first (numbers, names, terms, identities); words
    inside numbers take no part."""
    matcher = _Matcher(source, target, number_targets)
    candidates = []
    taken_source = {candidate.source for candidate in fixed} | number_sources
    for i, word in enumerate(source):
        if i in taken_source or word.is_latin:
            continue
        known = profile(word.key)
        whole = matcher.candidates(i, known.glosses, 1.0, LinkKind.LEXICON, word.weight > 0)
        candidates += whole
        if known.parts and not any(candidate.strength > SUBWORD for candidate in whole):
            candidates += _part_candidates(matcher, i, known.parts, SUBWORD if known.known else SUBWORD_UNKNOWN)
    chosen, source_cover, target_cover = _compete(source, target, fixed, candidates)
    return Lexical(chosen, source_cover, target_cover, matcher.reach)


def _part_candidates(matcher: _Matcher, i: int, parts: Sequence[str], share: float) -> list[Candidate]:
    telling = [part for part in parts if not is_function_word(part)] or parts  # 最大 is 大 with a degree
    lengths = sum(len(part) for part in telling)
    found = []
    for part in telling:
        own = profile(part)
        found += matcher.candidates(i, own.glosses, share * len(part) / lengths, LinkKind.SUBWORD, True)
    return found


def _compete(
    source: Sequence[Word], target: Sequence[Word], fixed: Sequence[Candidate], candidates: list[Candidate]
) -> tuple[tuple[Candidate, ...], list[float], list[float]]:
    source_cover, target_cover = [0.0] * len(source), [0.0] * len(target)
    whole = [False] * len(source)
    chosen = []
    candidates.sort(key=lambda candidate: -candidate.score)
    for candidate in fixed:
        chosen.append(candidate)
        whole[candidate.source] = True
        source_cover[candidate.source] = max(source_cover[candidate.source], candidate.strength)
        for j in candidate.targets:
            target_cover[j] = max(target_cover[j], candidate.strength)
    for candidate in candidates:
        i = candidate.source
        if whole[i] or source_cover[i] >= 0.95 or any(target_cover[j] for j in candidate.targets):
            continue
        if candidate.kind is not LinkKind.SUBWORD:
            if source_cover[i]:
                continue
            whole[i] = True
        chosen.append(candidate)
        source_cover[i] = min(1.0, source_cover[i] + candidate.strength)
        for j in candidate.targets:
            target_cover[j] = max(target_cover[j], _support(candidate))
    _repeat(source, target, chosen, source_cover, target_cover)
    return tuple(chosen), source_cover, target_cover


def _repeat(
    source: Sequence[Word],
    target: Sequence[Word],
    chosen: Sequence[Candidate],
    source_cover: list[float],
    target_cover: list[float],
) -> None:
    """What one side says oftener than the other is accounted for by its first time: nobody misses a repetition."""
    ours: dict[str, float] = {}
    theirs: dict[str, float] = {}
    for link in chosen:
        key = source[link.source].key
        ours[key] = max(ours.get(key, 0.0), source_cover[link.source])
        for j in link.targets:
            theirs[target[j].key] = max(theirs.get(target[j].key, 0.0), target_cover[j])
    for words, cover, known in ((source, source_cover, ours), (target, target_cover, theirs)):
        for i, word in enumerate(words):
            if word.weight and not cover[i] and word.key in known:
                cover[i] = _AGAIN * known[word.key]
    for j, word in enumerate(target):
        if word.weight and not target_cover[j]:
            target_cover[j] = max(
                (like * theirs.get(other, 0.0) for other, like in near(word.key).items()), default=0.0
            )


def _support(candidate: Candidate) -> float:
    """How much of a target word a rendering accounts for."""
    if candidate.kind is LinkKind.SUBWORD:
        return SUBWORD
    return max(0.3, candidate.strength)
