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
"""
CHINESE = frozenset(_CHINESE_WORDS.split())

ENGLISH = frozenset(stem(word) for word in FUNCTION_WORDS)
"""As stems."""
