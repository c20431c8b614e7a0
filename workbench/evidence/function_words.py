"""Words that carry grammar rather than content: they link, but nobody misses them."""

from __future__ import annotations

from workbench.lexicon.glosses import FUNCTION_WORDS
from workbench.text.tokens import stem

_CHINESE_WORDS = """
的 了 着 过 地 得 之 是 在 和 与 及 也 都 就 又 而 并 或 被 把 将 对 从 向 于 以 为 由 等 这 那 其 所 个 位 名
们 上 下 中 里 内 后 前 时 吗 呢 吧 啊 呀 嘛 哦 啦 哇 嗯 哎 唉 我 你 他 她 它 您 咱 我们 你们 他们 她们 它们
咱们 自己 此 该 各 每 很 更 最 已 已经 还 再 才 只 便 则 却 但 但是 因为 所以 如果 虽然 一个 这个 那个 这些 那些
什么 怎么 为了 以及 其中 因此 不 没 没有 会 能 可 可以 要 有 到 给 让 使 比 跟 同 当 如 若 即 至 自 来 去 次 件
种 条 家 项 些 第 之一 年 月 日 号 点 那么 这么 这样 那样 还是 或者 而且 并且 然后 就是 只是 不是 也是 都是 还有
以后 以前 之后 之前 时候 的话 一些 一下 一种 一样 有些 有的 哪 哪里 哪些 谁 多少 几 另 另外 此外 而是 乃 亦 且
矣 焉 乎 兮 者 罢了 而已 似的 一般 一直 正 正在 曾 曾经 刚 刚刚 呗 嘞 咯 哈 呵 噢 喔 哟 嘿 喂 啥 咋 嘢 嘅 么
与其 不但 不仅 无论 不管 尽管 即使 只要 只有 除了 关于 对于 由于 根据 按照 通过 作为 随着 之间 之中 当中 左右
其他 其它 任何 某 某些 本 上述 以上 以下 以来 以内 以外 从而 进行 个人 不会 不能 就会 就要 有所 并不 并不是 令
倒 倘若 假如 要是 否则 不过 然而 可是 只不过 反正 总之 例如 比如 包括 很多 许多 十分 非常 特别 尤其 相当 比较 太
挺 蛮 颇 极 极其 更加 越 越来越 几乎 差不多 大约 大概 约
一 这是 那是 这一 那一 这才 此次 该项 各位 大家 有人 自身 本身 来自 来说 来看 看来 说来 起来 出来 上来 下来 过来 回来
上去 下去 出去 过去 起 出 成 用 用于 在内 对此 以此 为此 由此 因而 何故 多么 如何 为何 是否 正如 例 如此 或是 亦或
无论是 也罢 也好 就是说 说到底 一方面 另一方面 方面 起到 得以 予以 加以 给予 有着 具有 拥有 存在 发生 进而 从中 将会
便是 则是 却是 正是 才是 更是 既是 都会 也会 还会 只会 才会 还有 也有 都有 没有什么 有何 这儿 那儿 这里 那里 此时 此刻
当时 那时 这时 同时 一边 一面 一旦 以便 以免 据 驻 受 按 按着 依 凭 趁 朝 往 沿 沿着 较 较为 既 各自 互相 彼此 等等
等人 先生 女士 兼 令人 使得 让人 一直以来 也就是说 换句话说 事实上 实际上 一定 一会儿 一点 有点 有点儿 一方
"""
CHINESE = frozenset(_CHINESE_WORDS.split())

_LIGHT_WORDS = """
情况 地区 地方 得到 走上 走 程度 东西 人士 产生 方 一起 显示 得出 重新 一道 规模 开展 取得 进入 领域 作用 状态 过程 工作
问题 活动 现象 方式 方法 阶段 角度 层面 态势 局面 水平 能力 力度 建设 成为 变得 实现 做出 作出 提出 加强 使用 给出 各种
当前 目前 现在 如今 近日 日前 期间 时期 整个 全部 所有 时间 其实 可能 甚至 依然 仍然 仍 或许 才能 需要 需 能够 看到 看看
看过 做 用 想 觉得 感到 找到 带来 面对 针对 经过 基于 有关 相关 具体 这样一来 部分 内容 事情 样子 人们 同样 同时
一次 再次 再一次 再度 最终 不断 逐渐 逐步 已然 业已 早已 都能 会有 予 使 令 所谓 分别 各 均 皆 曾有 亦有 像是
就像 真正 完全 非常
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
    first, mark, last = word.lower().replace("\u2019", "'").partition("'")
    if not mark:
        return False
    return (first in FUNCTION_WORDS and last in FUNCTION_WORDS) or (
        last == "t" and (first[:-1] in FUNCTION_WORDS or first in ("ain", "won", "can", "shan", "couldn"))
    )
