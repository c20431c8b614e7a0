"""Chinese sentence ends. In each case `¦` stands where a sentence ends; the text is the case without it."""

from __future__ import annotations

import pytest

from workbench.model.document import Document, SentenceKind
from workbench.model.span import Side
from workbench.text.sentences import split

CASES = (
    # News and comment.
    "市场一片平静。¦股价却跌了。",
    "增长在2019年停止了。¦2020年转为负数。",
    "为什么？¦没有人知道！¦真的没有。",
    "他们真的会来吗？！¦谁也说不准。",
    "营业额达34.81万亿元，增长3.5%，居世界第一。",
    "用户首先想到的是JD.com和Node.js；其次才是别的。",
    "v2.3.1版取代了v2.2版。",
    "《你好！李焕英》上映三天，票房破亿。¦观众说好。",
    "会议通过了《关于加快发展的意见。附件》和《办法》。",
    "当地时间3月5日上午9:30，会议开始。¦会期两天。",
    "报告（全文见附件。共三页）已经公布。¦请查收。",
    "他走了。¦（也许不会回来了。）¦她还在等。",
    "他（居然！）走了。",
    "这就是所谓的“新常态”。¦谁都没想到。",
    "他提出“为什么？怎么办？”两个问题。",
    "部长说：“形势严峻。¦我们必须行动。¦时间不多了。”",
    "机遇与挑战并存……¦与此同时，竞争加剧。",
    "苹果、梨、桃子……这些都卖完了。",
    "这里有桌子、椅子……，都很便宜。",
    "第一，成本高；第二，周期长。¦第三，风险大。",
    "记者获悉：项目已经停工。",
    "“它们取决于技术的能力。”¦斯特林说，北约的未来取决于此。",
    "“时间紧，任务重。”秘书长仇先生说。¦会议结束。",
    "苹果 、 梨 … … 都卖完了 。 ¦真的 。",
    # Dialogue.
    "“你去哪儿？”他问。",
    "“你去哪儿？”他小声问道，“我也去。”",
    "“站住！”警察喊道。¦小偷跑了。",
    "“我走了。”他说。¦她没有抬头。",
    "他说：“我走了。”¦她没有抬头。",
    "她问：“你是谁？”¦没有人回答。",
    "“你是谁？”¦他没有回答。",
    "“是的，”他说，“我知道。”¦她笑了。",
    "“好！我们走。”",
    "“你好。”¦“你好，请坐。”",
    "韦先生道：“你不服？¦再来！”¦那男孩道：“来就来。”",
    "“我不去。¦你自己去吧。”他说。",
    "我……我不知道。",
    "“不过……不过……”他说。",
    "他对“你是谁？”这样的问题很反感。",
    "“为什么？”的问题没有人回答。",
    "‘谁？’他问。",
    "「你去哪裡？」他問。¦「回家。」她說。",
    "他說：「我走了。」¦她沒有抬頭。",
    "『真的嗎？』¦「真的。」",
    "“来！”、“走！”的喊声此起彼伏。",
    "“快跑！”他大喊一声，转身就跑。",
    "我们继续。¦（全文完）",
    "条款如下。¦（一）买方付款。¦（2）卖方交货。",
    # ASCII and half-width punctuation.
    "你来吗?¦我不来!¦那就算了.",
    "他走了.¦她也走了. ¦门开着.",
    "他们使用ChatGPT.¦这是新风口,也是旧风口.",
    "增长了3.5%.¦同时利润下降.",
    "今天很冷｡¦明天更冷｡",
    "今天很冷．¦明天更冷．",
    "列夫.托尔斯泰写了《战争与和平》。¦他是俄国人。",
    '他问:"你是谁?"¦没有人回答。',
    # Medicine, law, technology.
    "复发风险比为0.51（95%CI，0.34～0.77；P=0.001）。¦毒性未见增加。",
    "患者每日服药2次，每次2.5mg。¦疗程3周。",
    "死亡率下降一半。[12]¦原因不明。[3,4]",
    "依照本法第5.2条规定，买方应当付款。¦卖方应当交货。",
    "请发邮件至 li.ming@example.com.cn 或访问 www.example.com/Index.html?A=1。¦谢谢。",
    "1.打开电源。¦2.按下按钮。",
    "步骤如下：1.打开电源；2.按下按钮。",
    "一、总则。¦二、附则。",
    # Social media.
    "太好吃了！！！¦下次还来～",
    "太好吃了！😋😋¦下次还来。",
    "笑死我了[笑哭]哈哈哈！[笑哭]¦真的假的？",
    "哈哈哈。。。我服了。",
    "免费停车!¦周围是真不怎样，饭店寥寥无几。",
    "“小姐！请等等！”¦你停下了脚步。",
    "他说 ： “ 时候到了 。 ¦这需要对话 。 ”¦会议结束了。",
    "她走了。¦——这是后话。",
    "This is fine. ¦他说没事。¦It is not.",
    "他引用道：“Time is money. ¦Nobody has it.”",
)


def pieces(text: str, side: Side = Side.SOURCE) -> list[str]:
    return [sentence.text for sentence in split(Document(side, text)).sentences]


@pytest.mark.parametrize("case", CASES)
def test_chinese_case(case: str) -> None:
    assert pieces(case.replace("¦", "")) == [piece.strip() for piece in case.split("¦")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("结语", SentenceKind.HEADING),
        ("一、总则", SentenceKind.ITEM),
        ("（二）范围", SentenceKind.ITEM),
        ("• 第一点。", SentenceKind.ITEM),
        ("①打开电源。", SentenceKind.ITEM),
        ("路很长。", SentenceKind.PROSE),
        ("路很长，", SentenceKind.PROSE),
        ("3.5亿人离开了。", SentenceKind.PROSE),
        ("「路很长」", SentenceKind.HEADING),
    ],
)
def test_kind(text: str, kind: SentenceKind) -> None:
    (sentence,) = split(Document(Side.SOURCE, f"第一句。\n{text}\n末句。")).sentences[1:-1]
    assert sentence.kind is kind
