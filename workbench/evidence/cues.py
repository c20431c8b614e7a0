"""Negation and questions: whether what turns the meaning round stands on both sides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.evidence.links import Candidate
from workbench.evidence.negation import lost_negations
from workbench.evidence.values import Cue, CueEvidence, CueKind
from workbench.evidence.words import Word
from workbench.lexicon.lookup import lexicon
from workbench.model.placed import spans_placed
from workbench.model.span import Side, Span

_SURE_WORDS = """
从没 从没有 根本没 根本没有 根本不 压根没 压根不
不 没 没有 未 未能 未曾 从未 尚未 并未 并不 并不是 并非 绝不 决不 毫不 不是 不会 不能 不可 不可能 不得 不准 不许
不要 不用 不必 不再 不想 不愿 不敢 不肯 不应 不该 不应该 不需 不需要 无法 无须 无需 毫无 没法 没能 没人 不予
不足以 不宜 不具 不具备 不含 不属于 不知 不知道 不了 不到 不足 不存在 别 勿 切勿 禁止 绝非 而非 而不是 从不 永不 从来不
从来没有 无人 无意 不曾 不便 不让 不给 不见 不行 不像 不喜欢 不适合 不支持 不允许 不影响 不一定 不太 不怎么 不够
没什么
"""
_SURE = frozenset(_SURE_WORDS.split())
"""Words that deny, by themselves, whatever follows."""

_NEAR_WORDS = """
几乎 很少 极少 甚少 鲜有 罕见 难以 难于 险些 差点 差点儿 几乎没有 几乎不 仅仅
"""
_NEAR = frozenset(_NEAR_WORDS.split())

_EMPHATIC = re.compile("(?:并[不没未非]|[绝决毫][不无非]|从[不未]|永不)(?=..)")

_NO_DENIAL = re.compile(
    "不得不|不能不|不会不|不可不|无不|莫不|不无|未尝不|非[^，。！？；,.!?;]{1,12}不可|不仅|不但|不独|不啻|不光|不单|不只是?|不止|不断|不同|不少|不久|不过|不管|不论|"
    "不如|不妨|不愧|不禁|不由|不乏|不惜|不料|不已|不时|不然|不等|不等于|不一样|不小心|没等|避免不了|免不了|少不了|忍不住|"
    "毫不费力|(?:没有|无)[^，。！？；,.!?;]{1,10}比[^，。！？；,.!?;]{1,10}(?=更)|"
    "不[到足](?=[0-9一二两三四五六七八九十百千万半几])|无人(?=[操工驾机车店售超零飞艇船])|"
    "逾期[不未]|[没未]来得及|[过超]期[不未]|无论|无数|无疑|未来|没错|对不起|了不起|差不多|要不|不好意思|"
    "是不是|有没有|能不能|会不会|好不好|行不行|要不要|对不对|可不可以|知不知道|说不定|巴不得|恨不得|"
    "([\u4e00-\u9fff])[不没]\\1|"
    "[了过][没沒]有?(?=[”」』\"'’）)]*(?:[，。！？；：,!?;:、]|\\Z))|一[个人件条]不[落少漏剩]|百年未有|再[^，。！？；,.!?;]{1,6}(?:也|都)?(?:没有|不过)了?|"
    "不一(?=[，。！？；：,!?;:、的]|\\Z)|岂[不非]|何[不尝]|(?:若不是|要不是|如果不是|若非|除非|多亏)[^。！？；.!?;]*|"
    "不知(?:道)?有?多少|不知何[故时处]|不知怎[么地的]?|不是滋味|不尽不实|不言而喻|不约而同|不由自主|不可开交|不知不觉|不了了之|不以为然|不速之客"
)
"""Stretches in which a negative word denies nothing, or is denied itself."""

_DENIES_WORDS = """
not no never none nothing nobody cannot neither nor
"""
_DENIES = frozenset(_DENIES_WORDS.split())
_CONTRACTED = ("n't", "n\u2019t")
_HAS_NEGATIVE = re.compile("[不没無无未非勿别莫否弗毋免缺失拒禁难少乏绝甭休罢]|零|空|除")
_NOT_ONLY = re.compile(
    r"(?i:not?\s+(?:only|just|merely|simply|alone|least|to mention|doubt|sooner|less|matter|choice but|other than"
    r"|(?:more|fewer|later|longer) than|wonder|efforts?|pains)\b|nothing\s+(?:but|more|less|other|short of)\b"
    r"|none other)|[Nn]o\. ?\d|No \d"
)
"""English denials that deny nothing: `not only` for 既, `no doubt` for 肯定, `No. 1` for 1号."""
_UNTIL = re.compile(r"\b(?:until|till|unless|before)\b", re.IGNORECASE)
_ONLY_THEN = re.compile("才|直到|等到|再|方可|以后|之后|之前")
"""What `not … until` says without denying anything."""
_QUESTION = re.compile("[?\uff1f]")


def cues(
    source_text: str,
    target_text: str,
    source: Sequence[Word],
    target: Sequence[Word],
    links: Sequence[Candidate] = (),
) -> CueEvidence:
    """The cues of both sides, and those that have nothing to answer them. `links` go by the indices of the words."""
    ours = (*_source_negations(source_text, source), *_questions(source_text, Side.SOURCE))
    theirs = (*_target_negations(target), *_questions(target_text, Side.TARGET))
    added: list[Cue] = []
    denials = [cue for cue in ours if cue.kind is CueKind.NEGATION]
    lost, said = lost_negations(denials, source_text, target_text, source, target, links)
    denied = [cue for cue in theirs if cue.kind is CueKind.NEGATION]
    answers = [cue for cue in denied if not _NOT_ONLY.match(target_text, cue.span.start)]
    if answers and _ONLY_THEN.search(source_text) and _UNTIL.search(target_text):
        answers = []
    if answers and source and not _HAS_NEGATIVE.search(source_text):
        added += answers
    asked = [cue for cue in ours if cue.kind is CueKind.QUESTION]
    asks = [cue for cue in theirs if cue.kind is CueKind.QUESTION]
    if asked and target and not asks:
        lost.append(asked[-1])
    if asks and source and not asked and not _ASKS.search(source_text):
        added.append(asks[-1])
    return CueEvidence(ours, theirs, tuple(lost), tuple(said), tuple(added))


def has_negative(source: str) -> bool:
    """Whether a Chinese text has any character that may deny."""
    return _HAS_NEGATIVE.search(source) is not None


_ASKS = re.compile(
    "[吗呢么]|怎样|[如为何]何|何[时处以人]|哪|谁|几(?!乎)|多少|[是能可]否|难道|岂|[\u4e00-\u9fff]不[\u4e00-\u9fff]|有没有|咋|啥|吧"
)


def _source_negations(text: str, words: Sequence[Word]) -> list[Cue]:
    # A stretch that ends within a later word is none: 不同 in 不 | 同意.
    within = {at: word.start for word in words for at in range(word.start + 1, word.end)}
    passed = spans_placed(
        Span(*m.span()) for m in _NO_DENIAL.finditer(text) if within.get(m.end(), m.start()) <= m.start()
    )
    found = []
    for word in words:
        end = word.end
        if word.key in _NEAR:
            kind = CueKind.NEAR_NEGATION
        elif word.key in _SURE or _denies(word.key):
            kind = CueKind.NEGATION
        elif match := _EMPHATIC.match(word.key):  # 并不需要 is one word to some
            kind, end = CueKind.NEGATION, word.start + match.end()
        else:
            continue
        span = Span(word.start, end)
        if not passed.is_touched(span):
            found.append(Cue(Side.SOURCE, kind, span, span.of(text)))
    return found


_NEGATIVE_GLOSS = re.compile(r"\b(?:not|cannot|can't|never|unable|without)\b")


@lru_cache(maxsize=1 << 14)
def _denies(word: str) -> bool:
    """A word of two or three characters in 不, 没, 未 or 无 all of whose first senses deny."""
    if not 2 <= len(word) <= 3 or word[0] not in "不没未无":
        return False
    senses = [sense for entry in lexicon().entries(word) for sense in entry.senses[:2]]
    return bool(senses) and all(_NEGATIVE_GLOSS.search(sense) for sense in senses)


def _target_negations(words: Sequence[Word]) -> list[Cue]:
    return [
        Cue(Side.TARGET, CueKind.NEGATION, Span(word.start, word.end), word.text)
        for word in words
        if (low := word.text.lower()) in _DENIES or low.endswith(_CONTRACTED)
    ]


def _questions(text: str, side: Side) -> list[Cue]:
    return [Cue(side, CueKind.QUESTION, Span(*match.span()), match.group()) for match in _QUESTION.finditer(text)]
