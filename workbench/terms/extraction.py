"""Terms that a pair of texts suggests: Chinese words and phrases that come again, with the English that renders them.

Phrases are runs of words. A run counts for what it does not owe to a longer run (C-value: Frantzi, Ananiadou and
Mima 2000), its words must stand together more often than chance has it, and rare words count for more than common
ones.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.lexicon.chinese_function_words import CHINESE_FUNCTION_WORDS
from workbench.lexicon.lookup import lexicon
from workbench.model.span import Span
from workbench.model.term import Term, Termbase
from workbench.terms.concordance import Locate, linked_span
from workbench.terms.inflection import singular
from workbench.terms.matcher import TermMatcher
from workbench.terms.renderings import words
from workbench.text.tokens import Token, TokenKind, chinese_tokens
from workbench.text.variants import to_simplified

_MOST_WORDS = 4
_LONGEST = 12
"""Characters."""
_RARE_WORD = 8.6
"""Nats from which a word alone is uncommon enough to be a term."""
_RARE_EDGE = 6.2
"""Nats that the first and the last word of a phrase need."""
_TOGETHER = 2.5
"""Nats by which the words of a phrase stand together more often than by chance."""
_LOOSE_WORDS = """
仅仅 只是 不仅仅 依然 而是 或许 这样 依靠 来自 不再 不断 其实 开始 成为 表示 认为 指出 称 说 道
问 看到 可能 需要 应该 必须 能够 更多 主要 重要 不同 相关 今天 昨天 去年 今年 明年 目前 现在 同时
来说 方面 情况 时间 地方 问题 人们 大家 本报 记者 必然 彻底 以往 真正 所谓 甚至 曾经 逐渐 不仅
往往 早已 究竟 似乎 显然 果然 居然 竟然 终于 已然 纷纷 仍然 仍 均 皆 就此 如此 无疑
"""
_NO_PART = CHINESE_FUNCTION_WORDS | frozenset(_LOOSE_WORDS.split())
"""Words that no term begins with, ends with or holds."""
_PREFIXES = frozenset("大小新老高低中多非超零准半反双单")
_SUFFIXES = frozenset("端方期率者力性化业型机器费品法学员区点度量额制层链商户圈论股权池网站群体系线炉料厂案罪险税款")
"""Words of one character with which a phrase may begin, and end."""
_SMOOTHING = 1000
"""Words that a text is taken to have more, so that in a short one chance is not overrated."""
_ENDS_IN_DE = frozenset(("目的", "标的"))
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


def extract(
    segments: Sequence[tuple[str, str, str]],
    locate: Locate | None = None,
    termbase: Termbase | None = None,
    *,
    least: int = 2,
    most: int = 200,
) -> tuple[Candidate, ...]:
    """Candidates in `segments`, each (bead id, source, target), the likeliest first.

    `least` is the number of places that a candidate needs, `most` how many are given. What the termbase has is left
    out, and its words are kept whole. Renderings are found by `locate`, as in the concordance.
    """
    known = termbase or Termbase()
    extra = tuple(sorted({term.zh for term in known.terms}))
    seen, singles, total = _gathered(segments, extra)
    kept = {zh: one for zh, one in seen.items() if len(one.places) >= least}
    scores = _scores(kept, singles, total)
    matcher = TermMatcher(known)
    chosen = [zh for zh in sorted(scores, key=lambda zh: (-scores[zh], zh)) if not matcher.senses(zh)][:most]
    links = {}
    if locate is not None:
        needed = {n for zh in chosen for n, _ in kept[zh].places}
        links = {n: tuple(locate(segments[n][1], segments[n][2])) for n in needed if segments[n][2]}
    found = []
    for zh in chosen:
        places = kept[zh].places
        told: list[str] = []
        taken: defaultdict[int, list[Span]] = defaultdict(list)
        for n, place in places:
            span = linked_span(links.get(n, ()), place, taken[n])
            if span is not None:
                taken[n].append(span)
                told.append(span.of(segments[n][2]))
        renderings = _counted(told)
        beads = len({n for n, _ in places})
        found.append(Candidate(zh, len(places), beads, renderings, len(places) - len(told), scores[zh]))
    return tuple(found)


def _gathered(
    segments: Sequence[tuple[str, str, str]], extra: tuple[str, ...]
) -> tuple[dict[str, _Seen], Counter[str], int]:
    """(the runs of words, how often each word stands, how many words there are)."""
    seen: defaultdict[str, _Seen] = defaultdict(_Seen)
    singles: Counter[str] = Counter()
    rarity = lexicon().zh_rarity
    for n, (_, source, _target) in enumerate(segments):
        for run in _runs(source, extra):
            singles.update(token.text for token in run)
            for i in range(len(run)):
                for j in range(i, min(len(run), i + _MOST_WORDS)):
                    span = Span(run[i].start, run[j].end)
                    if len(span) > _LONGEST:
                        break
                    if len(span) > 1 and _may_be(run[i : j + 1]):
                        one = seen[to_simplified(span.of(source))]
                        one.places.append((n, span))
                        one.words = j - i + 1
                        one.rarity = max(rarity(to_simplified(token.text)) for token in run[i : j + 1])
    return seen, singles, sum(singles.values())


def _runs(source: str, extra: tuple[str, ...]) -> Iterator[list[Token]]:
    """Words that touch each other, with nothing between them."""
    run: list[Token] = []
    for token in chinese_tokens(source, extra):
        if token.kind in (TokenKind.WORD, TokenKind.LATIN):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _may_be(run: Sequence[Token]) -> bool:
    """Whether a run of words can be a term by its looks."""
    if all(token.kind is TokenKind.LATIN for token in run):
        return False
    if any(_is_loose(token.text) for token in run):
        return False
    rarity = lexicon().zh_rarity
    if len(run) == 1:
        return rarity(to_simplified(run[0].text)) >= _RARE_WORD
    first, last = run[0], run[-1]
    if _is_short(first) and first.text not in _PREFIXES:
        return False
    if _is_short(last) and last.text not in _SUFFIXES:
        return False
    words_of_edges = [to_simplified(token.text) for token in (first, last) if token.kind is TokenKind.WORD]
    return all(len(word) == 1 or rarity(word) >= _RARE_EDGE for word in words_of_edges)


def _is_short(token: Token) -> bool:
    return token.kind is TokenKind.WORD and len(token.text) == 1


def _is_loose(word: str) -> bool:
    return to_simplified(word) in _NO_PART or (word.endswith("的") and word not in _ENDS_IN_DE)


def _scores(seen: dict[str, _Seen], singles: Counter[str], total: int) -> dict[str, float]:
    """Candidate -> score; runs that stand together by chance, or only within one longer run, are left out."""
    seen = {
        zh: one
        for zh, one in seen.items()
        if one.words < 2 or _together(zh, len(one.places), singles, total) >= _TOGETHER
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
        scores[zh] = math.log2(1 + one.words) * own * min(one.rarity, 16.0) / 10.0
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
