"""Words that carry grammar rather than content: they link, but nobody misses them."""

from __future__ import annotations

from workbench.lexicon.chinese_function_words import CHINESE_FUNCTION_WORDS
from workbench.lexicon.glosses import FUNCTION_WORDS
from workbench.text.tokens import stem

CHINESE = CHINESE_FUNCTION_WORDS

_LIGHT_WORDS = """
情况 地区 地方 得到 走上 走 程度 东西 人士 产生 方 一起 显示 得出 重新 一道 规模 开展 取得 进入 领域 作用 状态 过程 工作
问题 活动 现象 方式 方法 阶段 角度 层面 态势 局面 水平 能力 力度 建设 成为 变得 实现 做出 作出 提出 加强 使用 给出 各种
当前 目前 现在 如今 近日 日前 期间 时期 整个 全部 所有 时间 其实 可能 甚至 依然 仍然 仍 或许 才能 需要 需 能够 看到 看看
看过 做 用 想 觉得 感到 找到 带来 面对 针对 经过 基于 有关 相关 具体 这样一来 部分 内容 事情 样子 人们 同样 同时
一次 再次 再一次 再度 最终 不断 逐渐 逐步 已然 业已 早已 都能 会有 予 使 令 所谓 分别 各 均 皆 曾有 亦有 像是
人员 部门 人次 出现 发出 达到 称 始终 保持 一众 看起来 上面 接着 他人 我要 但会
就像 真正 完全 非常 年前 年后 日至 月至 年至 日起 月起 年起 日电 届 倍 朝着 期间 发表 发布 关注 因 真是 显得
"""
LIGHT = frozenset(_LIGHT_WORDS.split())
"""Chinese words that English leaves out or says otherwise so often that nobody misses a counterpart."""

_MEASURES = frozenset(
    "次个名位条张项家种件场座只枚块把台部份本篇首句段股片颗粒根支套双对群批届届期轮层排届间栋幢艘架辆匹头口棵朵株"
)
_NUMERALS = frozenset("一两二三四五六七八九十几数每这那某各该此首多第")

ENGLISH = frozenset(stem(word) for word in FUNCTION_WORDS)
"""As stems."""

_SAYS_LITTLE_WORDS = """
the a an of to in for on with at by from as and or but that this these those it its is be am are was were been being
have has had having do does did doing will would shall there their theirs they them he him his she her hers we us our
ours you your yours i me my mine who whom whose which what s t re ve ll d m one ones got get let per etc than then so
"""
SAYS_LITTLE = frozenset(stem(word) for word in _SAYS_LITTLE_WORDS.split())
"""Those of the English ones that render no content word, as stems: `may`, `even` and `all` do."""


def is_function_word(word: str) -> bool:
    """Whether a Chinese word (simplified) carries grammar alone: it is listed, or a measure word with its numeral."""
    return word in CHINESE or (len(word) == 2 and word[0] in _NUMERALS and word[1] in _MEASURES)


def is_contraction(word: str) -> bool:
    """Whether an English word (any case, either apostrophe) is function words run together: `we're`, `doesn't`."""
    if "'" not in word and "\u2019" not in word:
        return False
    first, _, last = word.lower().replace("\u2019", "'").partition("'")
    return (first in FUNCTION_WORDS and last in FUNCTION_WORDS) or (
        last == "t" and (first[:-1] in FUNCTION_WORDS or first in ("ain", "won", "can", "shan", "couldn"))
    )
