"""Terms that a pair of texts suggests: Chinese words and phrases that come again, with the English that renders them.

Phrases are runs of words. A run counts for what it does not owe to a longer run (C-value: Frantzi, Ananiadou and
Mima 2000), its words must stand together more often than chance has it, and rare words count for more than common
ones.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.lexicon.lookup import lexicon
from workbench.model.span import Span
from workbench.model.term import Term, Termbase
from workbench.terms.company import Company
from workbench.terms.concordance import Locate, linked_span
from workbench.terms.inflection import singular
from workbench.terms.matcher import TermMatcher
from workbench.terms.renderings import words
from workbench.terms.term_words import NO_PART, NUMERALS, goes_on, has_noun_sense, is_act, kind, may_be, runs
from workbench.text.script import is_han
from workbench.text.tokens import Token, chinese_tokens
from workbench.text.variants import to_simplified
from workbench.text.word_classes import word_classes

_MOST_WORDS = 4
_LONGEST = 12
"""Characters."""
_KEY_WORD = 3.5
"""Nats by which a single noun is more frequent in the text than in Chinese at large."""
_KEY_VERB = 5.0
"""The same for a verb that is a noun too."""
_KEY_ACT = 6.0
"""The same for a verb that is nothing else."""
_TOGETHER = 2.5
"""Nats by which the words of a phrase stand together more often than by chance."""
_TOGETHER_AS_ONE = 4.0
"""The same where the phrase ends with a verb."""
_EVERYWHERE = 3
"""Places in all of which a character stands before a word, so that it belongs to it."""
_SURE = 0.6
"""Chance from which on a link of other words takes its English for them."""
_SMOOTHING = 1000
"""Words that a text is taken to have more, so that in a short one chance is not overrated."""
_ARTICLES = frozenset(("a", "an", "the", "this", "that", "these", "those", "its", "their", "our", "his", "her", "such"))
_MOST_WRITTEN = 6
"""Renderings of one candidate that are told."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Chinese word or phrase that may be a term."""

    zh: str
    frequency: int
    """Places in the text."""
    segments: int
    """Segments in which it stands."""
    renderings: tuple[tuple[str, int], ...]
    """(words of the translation, how often), the most frequent first."""
    unrendered: int
    """Places where no rendering was found."""
    score: float
    """By which candidates are ordered; higher is likelier to be a term."""

    @property
    def en(self) -> str:
        """The most frequent rendering; empty where none was found."""
        return self.renderings[0][0] if self.renderings else ""

    @property
    def is_mixed(self) -> bool:
        """True where it is rendered in several ways."""
        return len(self.renderings) > 1

    def proposed(self) -> Term:
        """The term that it would be."""
        return Term(self.zh, self.en, status="proposed")

    def as_term(self) -> Term:
        """A row for a termbase, to be looked over by a person."""
        told = "|".join(f"{text} {count}" for text, count in self.renderings)
        return Term(self.zh, self.en, extra=(("frequency", str(self.frequency)), ("renderings", told)))


@dataclass(slots=True)
class _Seen:
    places: list[tuple[int, Span]] = field(default_factory=list)
    """(segment, where)."""
    words: int = 1
    rarity: float = 0.0
    is_verb: bool = False
    """It begins with a verb."""
    ends_in_verb: bool = False
    is_name: bool = False
    """It is the name of a person."""


def extract(
    segments: Sequence[tuple[str, str, str]],
    locate: Locate | None = None,
    termbase: Termbase | None = None,
    *,
    least: int = 2,
    most: int = 200,
    surnames: AbstractSet[str] = frozenset(),
) -> tuple[Candidate, ...]:
    """Candidates in `segments`, each (bead id, source, target), the likeliest first.

    `least` is the number of places that a candidate needs, `most` how many are given. What the termbase has is left
    out, and its words are kept whole; so are persons' names with one of `surnames`. Renderings are found by `locate`,
    as in the concordance.
    """
    known = termbase or Termbase()
    matcher = TermMatcher(known)
    source_runs = [
        (n, source, run)
        for n, (_, source, _target) in enumerate(segments)
        for run in runs(source, [hit.span for hit in matcher.in_source(source)], surnames)
    ]
    seen, singles, total = _gathered(source_runs, surnames)
    kept = {zh: one for zh, one in seen.items() if len(one.places) >= least}
    scores = _scores(kept, singles, total)
    chosen = [zh for zh in sorted(scores, key=lambda zh: (-scores[zh], zh)) if not matcher.senses(zh)][:most]
    links = {}
    if locate is not None:
        needed = {n for zh in chosen for n, _ in kept[zh].places}
        links = {n: tuple(locate(segments[n][1], segments[n][2])) for n in needed if segments[n][2]}
    found = []
    company: Company | None = None
    for zh in chosen:
        places = kept[zh].places
        told: list[str] = []
        taken: defaultdict[int, list[Span]] = defaultdict(list)
        alone: Counter[int] = Counter()
        for n, place in places:
            span = linked_span(links.get(n, ()), place, taken[n])
            if span is None:
                alone[n] += 1
            else:
                taken[n].append(span)
                told.append(span.of(segments[n][2]))
        if links and not told:
            company = company or Company([target for _, _, target in segments])
            others = {n: [link.target for link in links.get(n, ()) if link.confidence >= _SURE] for n in alone}
            together = company.of(others)
            told = [span.of(segments[n][2]) for n, span in together.items() for _ in range(alone[n])]
        renderings = _counted(told)
        beads = len({n for n, _ in places})
        found.append(Candidate(zh, len(places), beads, renderings, len(places) - len(told), scores[zh]))
    return tuple(found)


def _gathered(
    source_runs: Sequence[tuple[int, str, list[Token]]], surnames: AbstractSet[str]
) -> tuple[dict[str, _Seen], Counter[str], int]:
    """(the runs of words, how often each word stands, how many words there are)."""
    classes = word_classes(to_simplified(token.text) for _, _, run in source_runs for token in run)
    singles: Counter[str] = Counter(token.text for _, _, run in source_runs for token in run)
    total = sum(singles.values())
    seen: defaultdict[str, _Seen] = defaultdict(_Seen)
    rarity = lexicon().zh_rarity
    for n, source, run in source_runs:
        kinds = [kind(token, classes) for token in run]
        for i in range(len(run)):
            for j in range(i, min(len(run), i + _MOST_WORDS)):
                span = Span(run[i].start, run[j].end)
                if len(span) > _LONGEST or not kinds[j]:
                    break
                if len(span) < 2 or (j + 1 < len(run) and goes_on(run[j], run[j + 1])):
                    continue
                if may_be(run[i : j + 1], kinds[i : j + 1]):
                    one = seen[to_simplified(span.of(source))]
                    one.places.append((n, span))
                    one.words = j - i + 1
                    one.is_verb = kinds[i] == "v" or (j == i and is_act(to_simplified(run[i].text)))
                    one.ends_in_verb = j > i and kinds[j] == "v"
                    one.is_name = j == i and kinds[i] == "nr"
                    one.rarity = max(rarity(to_simplified(token.text)) for token in run[i : j + 1])
    key = {zh: one for zh, one in seen.items() if _is_key(zh, one, total)}
    return _completed(key, {n: source for n, source, _ in source_runs}, surnames), singles, total


def _completed(seen: dict[str, _Seen], sources: Mapping[int, str], surnames: AbstractSet[str]) -> dict[str, _Seen]:
    """Words that the segmenter cut get back the character that stands before them everywhere: 宇宙 in 元宇宙."""
    found: dict[str, _Seen] = {}
    for zh, one in seen.items():
        before = {sources[n][place.start - 1 : place.start] for n, place in one.places}
        sign = next(iter(before)) if len(before) == 1 and one.words == 1 else ""
        may_be_name = sign in surnames and all(entry.pinyin[:1].isupper() for entry in lexicon().entries(zh))
        sign = sign if len(one.places) >= _EVERYWHERE - may_be_name else ""
        if sign and is_han(sign) and to_simplified(sign) not in NO_PART and sign not in NUMERALS - {zh[:1]}:
            whole = to_simplified(sign) + zh
            if whole not in seen:
                one.places = [(n, Span(place.start - 1, place.end)) for n, place in one.places]
                zh = whole
        found[zh] = one
    return found


def _is_key(zh: str, one: _Seen, total: int) -> bool:
    """Whether a single word stands in this text much more often than in others."""
    if one.words > 1:
        return True
    key = one.rarity + math.log(len(one.places) / (total + _SMOOTHING))
    if one.is_verb:
        return key >= (_KEY_VERB if has_noun_sense(zh) else _KEY_ACT)
    return key >= _KEY_WORD


def _scores(seen: dict[str, _Seen], singles: Counter[str], total: int) -> dict[str, float]:
    """Candidate -> score; runs that stand together by chance, or only within one longer run, are left out."""
    seen = {
        zh: one
        for zh, one in seen.items()
        if one.words < 2
        or _together(zh, len(one.places), singles, total) >= (_TOGETHER_AS_ONE if one.ends_in_verb else _TOGETHER)
    }
    longer: defaultdict[str, list[int]] = defaultdict(list)
    for zh, one in seen.items():
        for start in range(len(zh)):
            for end in range(start + 2, len(zh) + 1):
                part = zh[start:end]
                if part != zh and part in seen:
                    longer[part].append(len(one.places))
    scores = {}
    for zh, one in seen.items():
        often = len(one.places)
        holders = longer.get(zh, [])
        own = often - (sum(holders) / len(holders) if holders else 0.0)
        if own <= 0 or max(holders, default=0) >= often:
            continue
        weight = 0.5 if one.is_name or one.is_verb else 1.0
        scores[zh] = weight * math.log2(1 + one.words) * own * min(one.rarity, 16.0) / 10.0
    return scores


def _together(zh: str, often: int, singles: Counter[str], total: int) -> float:
    """How much more often than by chance the words of a run stand together, in nats: ln of the ratio, by its weakest
    joint."""
    tokens = [token.text for token in chinese_tokens(zh)]
    if len(tokens) < 2:
        return math.inf
    joints = [
        math.log(often * (total + _SMOOTHING) / (max(1, singles[left]) * max(1, singles[right])))
        for left, right in pairwise(tokens)
    ]
    return min(joints)


def _counted(told: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Renderings that differ in articles, number and capitals only, as one: in the form that is most frequent."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in told:
        bare = [word for word in words(text) if word.text.lower() not in _ARTICLES]
        if bare:
            written = text[bare[0].start : bare[-1].end]
            forms[" ".join(singular(word.text.lower()) for word in bare)][written] += 1
    counted = sorted(
        ((sum(written.values()), key) for key, written in forms.items()), key=lambda one: (-one[0], one[1])
    )
    return tuple((_usual(forms[key]), count) for count, key in counted[:_MOST_WRITTEN])


def _usual(written: Counter[str]) -> str:
    """The most frequent writing; of equals the one in small letters, then the shorter."""
    return min(written, key=lambda text: (-written[text], not text.islower(), len(text), text))
