"""Which negations of a source nothing in the translation answers.

A target word that denies answers a cue unless another source word accounts for it (停 for `stop`), and, where the
translation of what the cue governs is known, only if it stands near that translation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from functools import lru_cache

from workbench.evidence.links import Candidate
from workbench.evidence.negators import Denial, Negator, denies, negators, opposite_of, plain_denials
from workbench.evidence.values import Cue, LinkKind
from workbench.evidence.words import Word, english_stem, profile
from workbench.model.span import Span

_NEGATIVE = re.compile(
    "[不没沒无無勿莫弗否毋缺失拒禁乏甭休罢罷零]|未(?![来來])|(?<![个個特区區性级級类類辨识識差分告离離])[别別]|非(?![常洲])"
    "|免(?!费)|(?<!灾)[难難](?![民题])|(?<![至多减])少(?!年)|[绝絕](?!对|對)|(?<![天航太])空(?![间間气氣中调])|除(?![了此夕])"
)
_CLAUSE_ENDS = re.compile("[，。；！？：,;!?:\u2026\n\u2014\uff0d]|\\.(?=\\s|$)|[.](?=[A-Z])|[()\uff08\uff09]")
_DENYING = re.compile("^(?:并不是|并没有|从来没有|从来不|没有|不是|并[不没未非]|[绝决毫从永][不没未无非]|[不没未无非])")
_LIGHT = frozenset(("应当", "应该", "可以", *"获得作做搞加予受遭为被使令去来把用再太很应该可须"))
"""Verbs and adverbs that English seldom has a word of content for."""
_MODAL = frozenset(["能", "能够", "会", "要", "可", "必", "必须", "得", "想", "愿", "愿意", "敢", "肯"])
_FIRST = 2
"""Glosses of a word that are looked at."""
_LOCAL = 6
"""Words between a negator and what it denies, across the end of a clause."""
_SOFT_REACH = 4
_MOST = 250_000
"""Pairs of a cue and a negator: of a segment with more, which is no sentence, nothing is said."""
_EMPHATIC = re.compile("[并绝决毫从永拒概][不没未无非]|从来[不没]|不予")
"""Denials that no paraphrase drops."""
_SAID_FREELY = re.compile("不|未|不[佳良足力济适便幸安满利当妥详明]|无[效力辜关私声形]")
"""Denials that English has one word for as often: 不佳 (poor), 不光彩 (ignominious). Told only where what they deny is
said."""
_COMPLEMENT = re.compile("不[了到起动完成住着]")
"""Behind a verb, which it denies; what follows is not denied."""
_GOES_ON = 8
"""Words behind a negation that are looked at for what it denies."""
_BESIDE = 2
"""Words from a negator to what it surely denies."""
_HELD_WORDS = "知 知道 见 懂 晓得 认识 同意 存在 喜欢 满 服 甘 甘心 料 如"
_HELD = frozenset(_HELD_WORDS.split())
"""What, after 不 or 没, is denied itself (不知); others go on to the next word: 不会来, 未经审计."""
_PLAIN_LINKS = frozenset((LinkKind.LEXICON, LinkKind.TERM, LinkKind.SYNONYM, LinkKind.SUBWORD, LinkKind.IDENTITY))
_LEAST_STRENGTH = 0.3
_NOT_YET = re.compile("[还還尚仍犹猶]")
_NO_MORE = re.compile("[不没未]再|再[也不没]")
_AS_BEFORE = frozenset(english_stem(word) for word in ("still", "yet", "remain", "pending", "continue", "ongoing"))
_SAID_BY = {
    "only": "唯只仅才单光就惟",
    "still": "还仍依旧",
    "yet": "还却但仍然而",
    "remain": "仍还留剩余保残",
    "too": "太过也亦",
    "before": "前先",
    "rather": "而宁相颇挺",
    "instead": "而反代",
    "except": "除",
    "beyond": "超越外",
    "far": "远迄",
    "short": "短",
    "hard": "硬努苦勤难艰",
    "few": "几少",
    "little": "小点少",
    "less": "少低",
    "least": "少低",
    "last": "上后去昨前末",
    "difficult": "难艰",
    "away": "走离开",
    "former": "前原",
    "minimal": "最",
    "otherwise": "否",
    "unlike": "像",
}
"""English turns, and Chinese characters that may be all that is behind them."""
_CIRCUMSTANCE = re.compile(
    "在[^，。；！？,;!?]{0,4}[不没沒未无無][^，。；！？,;!?]{1,24}(?:情况|情況|前提|条件|條件)下"
)
"""A denial that English says with `without`: 在不了解后果的情况下."""
_REFRAINS = re.compile(r"\b(?:refrain|hesitat|loath|rather|wrong|mistake|err|think twice)", re.IGNORECASE)


def lost_negations(
    cues: Sequence[Cue],
    source_text: str,
    target_text: str,
    source: Sequence[Word],
    target: Sequence[Word],
    links: Sequence[Candidate],
) -> tuple[list[Cue], list[Cue]]:
    """Those of the cues that no word of the target answers, in order; and of these again those that deny something
    which the target says plainly, so that no opposite of it can be the answer."""
    if not cues or not target or not may_be_lost(source_text, target_text):
        return [], []
    pair = _Pair(source_text, target_text, source, target, links)
    if len(cues) * len(pair.negators) > _MOST:
        return [], []
    denying = {i for cue in cues for i in pair.words_of(cue)}
    lost, said = [], []
    spent = pair.spent_on()
    if spent and sum(cue.span.end <= spent.start for cue in cues) != 1:
        spent = None  # two of them may take each other back
    for cue in cues:
        words = pair.words_of(cue)
        if spent and cue.span.end <= spent.start and pair.is_told_beyond(words, spent):
            lost.append(cue)
            said.append(cue)
            continue
        spoken = pair.said(words)
        if words and not pair.is_answered(words, spoken) and not pair.is_doubled(words, denying):
            emphatic = _EMPHATIC.search(source_text, max(0, cue.span.start - 1), cue.span.end)
            if spoken or emphatic or (not _SAID_FREELY.fullmatch(cue.quote) and pair.is_told(words)):
                lost.append(cue)
            said += [cue] if spoken else []
    return lost, said


def may_be_lost(source_text: str, target_text: str) -> bool:
    """False where the target has as many plain denials as the source has characters that may deny; a quick test."""
    return plain_denials(target_text) < len(_NEGATIVE.findall(source_text))


class _Pair:
    def __init__(
        self,
        source_text: str,
        target_text: str,
        source: Sequence[Word],
        target: Sequence[Word],
        links: Sequence[Candidate],
    ) -> None:
        self.source_text, self.target_text, self.source, self.target = source_text, target_text, source, target
        self.starts = [word.start for word in source]
        self.negators = negators(target_text, target)
        self.opposites = {
            base for n in self.negators if n.denial is Denial.PREFIX and (base := opposite_of(target[n.word].text))
        }
        self.clauses = _clauses(source_text, source)
        self.target_clauses = _clauses(target_text, target)
        self.renderings: dict[int, list[Candidate]] = defaultdict(list)
        self.behind: dict[int, list[int]] = defaultdict(list)
        for link in links:
            if link.kind is LinkKind.POSITION or link.strength < _LEAST_STRENGTH:
                continue
            if source[link.source].weight and not any(target[j].weight for j in link.targets):
                continue  # 直到 for `until` says nothing of what `until` denies
            self.renderings[link.source].append(link)
            for j in link.targets:
                self.behind[j].append(link.source)
        self.following = self._next_content()
        self.letters = Counter(source_text)

    def words_of(self, cue: Cue) -> list[int]:
        """The source words that the cue consists of."""
        first = max(0, bisect_right(self.starts, cue.span.start) - 1)
        end = bisect_left(self.starts, cue.span.end)
        return [i for i in range(first, end) if cue.span.start < self.source[i].end]

    def said(self, at: Sequence[int]) -> set[int]:
        """Target words that say plainly what a cue at these words denies."""
        spoken = {
            j
            for i in self._governed(at)
            for link in self._plain(i)
            for j in link.targets
            if link.kind is LinkKind.LEXICON or denies(self.target[j].text) is None
        }
        return spoken | {j for i in at for link in self._plain(i) for j in link.targets if self._is_remainder(i, j)}

    def is_answered(self, at: Sequence[int], said: set[int]) -> bool:
        governed = self._governed(at)
        if self.opposites and any(self._has_opposite(i) for i in governed):
            return True
        if not said and any(_denies_itself(self.source[i].key) for i in governed):
            return True  # 没有停止: went on
        free = [negator for negator in self.negators if self._is_free(negator, at, said)]
        bare = len(self.source[at[0]].text) == 1 and any(negator.denial is Denial.PLAIN for negator in free)
        return any(self._reaches(negator, said) for negator in free) if said and not bare else bool(free)

    def spent_on(self) -> Span | None:
        """The circumstance of the source that takes the only word that denies in the target, a `without`."""
        if len(self.negators) != 1 or self.target[self.negators[0].word].text.lower() != "without":
            return None
        found = _CIRCUMSTANCE.search(self.source_text)
        return None if found is None or _REFRAINS.search(self.target_text) else Span(*found.span())

    def is_told_beyond(self, at: Sequence[int], spent: Span) -> bool:
        """Whether the first word of content behind a circumstance, which a cue right before it denies, is said."""
        if self.clauses[at[-1]] != self.clauses[bisect_left(self.starts, spent.start)]:
            return False
        i = self.following[bisect_left(self.starts, spent.end)]
        between = self.source[at[-1] + 1 : bisect_left(self.starts, spent.start)]
        return (
            all(word.key in _LIGHT or word.key in _MODAL for word in between)
            and i < len(self.source)
            and self.clauses[i] == self.clauses[at[-1]]
            and bool(self._plain(i))
        )

    def is_told(self, at: Sequence[int]) -> bool:
        """Whether the translation renders any word that goes on from a cue at these words, in the clause and the next;
        where it renders none, it says the whole in some other way: 不是个好东西, a jerk."""
        first, clause = at[0], self.clauses[at[-1]]
        for i in range(first, min(len(self.source), at[-1] + 1 + _GOES_ON)):
            if self.clauses[i] > clause + 1:
                break
            if (self.source[i].weight > 0 or not self.negators) and i not in at and self._plain(i):
                return True
        return any(link.kind is LinkKind.LEXICON for i in at for link in self._plain(i))

    def is_doubled(self, at: Sequence[int], denying: Set[int]) -> bool:
        """Whether another word that denies, in the same clause, takes the negation back: 不甘心不去."""
        near = range(max(0, at[0] - _LOCAL), min(len(self.source), at[0] + _LOCAL + 1))
        clause = self.clauses[at[0]]
        return sum(i in denying and i not in at and self.clauses[i] == clause for i in near) % 2 == 1

    def _is_remainder(self, i: int, j: int) -> bool:
        """Whether a target word renders what a negative word denies: 够 of 不够."""
        rest = _DENYING.sub("", self.source[i].key, count=1)
        return bool(rest) and any(gloss.stems == (self.target[j].key,) for gloss in profile(rest).glosses)

    def _has_opposite(self, i: int) -> bool:
        """Whether a negator is the opposite of what a source word says: `irreplaceable` of 替换."""
        return any(english_stem(one) in self.opposites for g in profile(self.source[i].key).glosses for one in g.stems)

    def _plain(self, i: int) -> list[Candidate]:
        return [link for link in self.renderings.get(i, ()) if link.kind in _PLAIN_LINKS]

    def _governed(self, at: Sequence[int]) -> list[int]:
        """The first content word that the cue denies; a light verb that nothing renders is passed over (获批准)."""
        first, last = at[0], at[-1]
        if any(self._holds_what_it_denies(i) for i in at):
            return []
        if _COMPLEMENT.fullmatch(self.source[last].key):
            verb = first - 1
            return [verb] if verb >= 0 and self.source[verb].end == self.source[first].start else []
        i = self.following[last + 1]
        return [i] if i < len(self.source) and self.clauses[i] == self.clauses[last] else []

    def _next_content(self) -> list[int]:
        """For each source word, and the end, the first word from there that a cue could deny."""
        following = [len(self.source)] * (len(self.source) + 1)
        for i in reversed(range(len(self.source))):
            word = self.source[i]
            denied = word.weight > 0 and (i in self.renderings or word.key not in _LIGHT)
            following[i] = i if denied else following[i + 1]
        return following

    def _holds_what_it_denies(self, i: int) -> bool:
        """Whether a cue has its verb within itself: 不知, 不见; what follows it is not denied."""
        rest = _DENYING.sub("", self.source[i].key, count=1)
        return rest != self.source[i].key and rest in _HELD

    def _is_free(self, negator: Negator, at: Sequence[int], said: set[int]) -> bool:
        """Whether no other source word accounts for it."""
        if negator.denial is Denial.PLAIN:
            return True
        word = self.target[negator.word]
        start, end = self.source[at[0]].start, self.source[at[-1]].end
        if word.key in _AS_BEFORE and _NO_MORE.search(self.source_text, max(0, start - 1), end + 1):
            return False  # 不再: what still goes on is the opposite
        if word.key in _AS_BEFORE and _NOT_YET.search(self.source_text[max(0, start - 1) : end]):
            return True  # 还未, 尚未: `still` renders both words, though the dictionary gives it to the first
        if any(0 < j - negator.word <= _BESIDE for j in said) and word.key not in _SAID_BY:
            return True  # stopped rocking: whatever else the verb renders
        keys = {self.source[i].key for i in at}
        own = {i for i in self.behind.get(negator.word, ()) if self.source[i].key in keys}  # 无法 again, or itself
        own.update(self._governed(at) if negator.denial is Denial.PREFIX else ())  # 不明显: insignificant
        if not own.issuperset(self.behind.get(negator.word, ())):
            return False
        by = _SAID_BY.get(word.text.lower()) or _SAID_BY.get(word.key)
        if not by or any(0 < j - negator.word <= _BESIDE for j in said):
            return True
        left_out = self.source_text[start - 1 if start and _NOT_YET.match(self.source_text, start - 1) else start : end]
        return all(self.letters[c] == left_out.count(c) for c in set(by))

    def _reaches(self, negator: Negator, said: set[int]) -> bool:
        """Whether it may deny one of the words."""
        n = negator.word
        for j in said:
            if negator.denial is Denial.SOFT:
                if abs(j - n) <= _SOFT_REACH:
                    return True
                continue
            across = negator.denial is Denial.PLAIN and abs(j - n) <= _LOCAL
            if across or self.target_clauses[j] == self.target_clauses[n]:
                return True
        return False


@lru_cache(maxsize=1 << 14)
def _denies_itself(word: str) -> bool:
    """Whether a Chinese word is rendered by words that deny: 停止, 失败, 缺席."""
    glosses = [gloss.stems[0] for gloss in profile(word).glosses if len(gloss.stems) == 1][:_FIRST]
    return any(denies(stem) in (Denial.IMPLICIT, Denial.PREFIX) for stem in glosses)


def _clauses(text: str, words: Sequence[Word]) -> list[int]:
    """For each word the number of its clause."""
    ends = [match.start() for match in _CLAUSE_ENDS.finditer(text)]
    return [bisect_right(ends, word.start) for word in words]
