"""Words that may stand in a Chinese term, alone or side by side, by their classes and by what surrounds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from workbench.lexicon.chinese_function_words import CHINESE_FUNCTION_WORDS
from workbench.lexicon.lookup import lexicon
from workbench.model.span import Span
from workbench.text.tokens import Token, TokenKind, chinese_tokens
from workbench.text.variants import to_simplified
from workbench.text.word_classes import word_classes

_RARE_EDGE = 6.2
"""Nats that the first and the last word of a phrase need."""
_LOOSE_WORDS = """
仅仅 只是 不仅仅 依然 而是 或许 这样 依靠 来自 不再 不断 其实 开始 成为 表示 认为 指出 称 说 道 仅仅只是
问 看到 可能 需要 应该 必须 能够 更多 主要 重要 不同 相关 今天 昨天 去年 今年 明年 目前 现在 同时
来说 方面 情况 时间 地方 问题 人们 大家 本报 记者 必然 彻底 以往 真正 所谓 甚至 曾经 逐渐 不仅
往往 早已 究竟 似乎 显然 果然 居然 竟然 终于 已然 纷纷 仍然 仍 均 皆 就此 如此 无疑
"""
NO_PART = CHINESE_FUNCTION_WORDS | frozenset(_LOOSE_WORDS.split())
"""Words that no term begins with, ends with or holds."""
_PREFIXES = frozenset("大小新老高低中多非超零准半反双单免总副原主")
_SUFFIXES = frozenset(
    "端方期率者力性化业型机器费品法学员区点度量额制层链商户圈论股权池网站群体系线炉料厂案罪险税款"
    "剂液酶膜炎症片仪表师工术板粉油钢材件波场源库芯罩阀泵站台塔署局院校馆社券币债贷卡证书单"
)
"""Words of one character with which a phrase may begin, and end."""
_NOUNS = ("n", "vn", "an", "j", "l", "i", "eng", "g")
"""Beginnings of the word classes that a term may end in: nouns, verbal nouns, abbreviations, set phrases."""
_BEFORE_NOUNS = (*_NOUNS, "v", "a", "b")
_NEVER_CLASSES = "m mq q t tg r rr rz p c u uj ul uz ud uv y o e"
_NEVER = frozenset(_NEVER_CLASSES.split())
"""Numbers, measures, times, pronouns, particles."""
_POINTING = frozenset("该本此某各每这那全诸")
"""What a noun is pointed at with: 该院, 全市."""
_COUNTED = frozenset("天次端月年日个块座场份条种元头回家位名人点时分秒度倍成里米层届期者边面")
"""What numbers count: with one of these at its end a number is no term."""
_BOUND = frozenset("成为到被把让使将对在从与和等及以于是有无不没所")
"""What the segmenter runs together with a word it does not know: no term begins so."""
NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两几半数每第")
_ENDS_IN_DE = frozenset(("目的", "标的"))


def goes_on(last: Token, following: Token) -> bool:
    """Whether what follows still belongs to the word: 黏结 in 黏结剂, 产业 in 产业端."""
    return len(last.text) > 1 and following.kind is TokenKind.WORD and following.text in _SUFFIXES


def runs(source: str, whole: Sequence[Span], surnames: AbstractSet[str]) -> Iterator[list[Token]]:
    """Words that touch each other, with nothing between them; the spans `whole` and names of persons are one word."""
    run: list[Token] = []
    for token in _named(_whole_tokens(source, whole), surnames):
        if token.kind in (TokenKind.WORD, TokenKind.LATIN):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _whole_tokens(source: str, whole: Sequence[Span]) -> list[Token]:
    tokens = chinese_tokens(source)
    if not whole:
        return list(tokens)
    kept = [Token(span.start, span.end, span.of(source), TokenKind.WORD) for span in whole]
    for token in tokens:
        pieces = [Span(token.start, token.end)]
        for span in whole:
            pieces = [part for piece in pieces for part in _outside(piece, span)]
        kept += [Token(part.start, part.end, part.of(source), token.kind) for part in pieces]
    return sorted(kept)


def _outside(piece: Span, span: Span) -> list[Span]:
    if not piece.overlaps(span):
        return [piece]
    parts = (Span(piece.start, max(piece.start, span.start)), Span(min(piece.end, span.end), piece.end))
    return [part for part in parts if len(part)]


def _named(tokens: Sequence[Token], surnames: AbstractSet[str]) -> Iterator[Token]:
    """The words, with surname and given name as one: 林 and 建平 are 林建平."""
    classes = word_classes(to_simplified(token.text) for token in tokens if 0 < len(token.text) < 3)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if (
            token.text in surnames
            and following is not None
            and following.kind is TokenKind.WORD
            and len(following.text) == 2
            and classes.get(to_simplified(following.text), "") in ("", "nr", "nrt", "nrfg", "nz", "ns")
        ):
            yield Token(token.start, following.end, token.text + following.text, TokenKind.WORD)
            at += 2
            continue
        yield token
        at += 1


def kind(token: Token, classes: Mapping[str, str]) -> str:
    """What a word is for a term: its class, `n` where the dictionary does not know it; empty for what no term holds."""
    if token.kind is TokenKind.LATIN:
        return "eng"
    word = to_simplified(token.text)
    known = classes.get(word, "")
    if word in NO_PART or (word.endswith("的") and word not in _ENDS_IN_DE):
        return ""
    if len(word) == 1:
        if word in _PREFIXES or word in _SUFFIXES:
            return "affix"
        return "inner" if known.startswith("n") else ""
    if known in _NEVER or (not known and word[0] in NUMERALS):
        return "n" if known == "m" and lexicon().in_lexicon(word) and word[-1] not in _COUNTED else ""
    if (word[0] in _POINTING and (len(word) == 2 or not known)) or (word[0] in _BOUND and not known):
        return ""
    if known.startswith(("d", "z", "s", "f", "k", "h", "x")):
        return "v" if _has_verb_sense(word) else ""
    if known in ("i", "l") and not has_noun_sense(word):
        return ""  # a saying
    if known in ("v", "vd", "a", "ad", "b"):
        return "v" if known[0] == "v" else known[0]
    return known or "n"


@lru_cache(maxsize=1 << 14)
def has_noun_sense(word: str) -> bool:
    """Whether the dictionary gives a word a meaning that is a thing, or one of a field of its own."""
    senses = [sense for entry in lexicon().entries(word) for sense in entry.senses]
    return any(
        sense.startswith("(computing)")
        or not (
            sense.startswith(("to ", "(", "not ", "one ", "two ", "half", "in ", "at ", "by ")) or sense.endswith("ly")
        )
        for sense in senses[:4]
    )


def _has_verb_sense(word: str) -> bool:
    return any(sense.startswith("to ") for entry in lexicon().entries(word) for sense in entry.senses)


@lru_cache(maxsize=1 << 14)
def is_act(word: str) -> bool:
    """Whether the dictionary has nothing but a verb of it, whatever its class is said to be."""
    senses = [sense for entry in lexicon().entries(word) for sense in entry.senses]
    return bool(senses) and all(sense.startswith("to ") for sense in senses)


def may_be(run: Sequence[Token], kinds: Sequence[str]) -> bool:
    """Whether a run of words can be a term by its looks."""
    if all(token.kind is TokenKind.LATIN for token in run):
        return False
    if len(run) == 1:
        return kinds[0] == "v" or (kinds[0] not in ("affix", "inner") and kinds[0].startswith(_NOUNS))
    first, last = run[0], run[-1]
    if kinds[0] == "affix" and first.text not in _PREFIXES:
        return False
    if kinds[-1] == "affix" and last.text not in _SUFFIXES:
        return False
    if "nr" in kinds or "inner" in (kinds[0], kinds[-1]):
        return False
    named = (
        kinds[-1] == "v" and kinds[0] != "vn" and kinds[0].startswith(("a", "b", *_NOUNS))
    )  # 健康告知: what is done, as a thing
    if not (named or kinds[-1] == "affix" or kinds[-1].startswith(_NOUNS)):
        return False
    if any(kind not in ("affix", "inner") and not kind.startswith(_BEFORE_NOUNS) for kind in kinds):
        return False
    rarity = lexicon().zh_rarity
    words_of_edges = [to_simplified(token.text) for token in (first, last) if token.kind is TokenKind.WORD]
    return all(len(word) == 1 or rarity(word) >= _RARE_EDGE for word in words_of_edges)
