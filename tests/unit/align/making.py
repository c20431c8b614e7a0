"""Texts for the aligner's tests. All are written for them."""

from __future__ import annotations

from workbench.model.document import Document, SentencedDocument
from workbench.model.span import Side
from workbench.text.sentences import split_lines

ARTICLE = [
    ("去年冬天，这座小城修了一座新的图书馆。", "Last winter this small town built a new library."),
    ("图书馆有三层楼，藏书超过二十万册。", "The library has three floors and holds more than 200,000 books."),
    ("很多老人每天早上来这里看报纸。", "Many old people come here every morning to read the newspapers."),
    ("“我喜欢这里的阳光，”王奶奶笑着说。", '"I like the sunshine here," Grandma Wang said with a smile.'),
    ("孩子们更喜欢二楼的电脑房。", "The children prefer the computer room on the second floor."),
    ("馆长说，明年夏天还要开设一个音乐厅。", "The director said that a concert hall would also open next summer."),
    ("这个计划需要大约五百万元。", "The plan needs about five million yuan."),
    ("钱从哪里来？", "Where will the money come from?"),
    ("市政府答应支付一半的费用。", "The city government has promised to pay half of the cost."),
    ("剩下的部分将由当地的企业捐赠。", "The rest will be donated by local companies."),
    ("有些居民担心停车的地方不够。", "Some residents worry that there is not enough room for parking."),
    ("但是大多数人都欢迎这个消息。", "But most people welcome the news."),
    (
        "一位司机告诉记者，他已经三十年没有进过图书馆了。",
        "A driver told the reporter that he had not entered a library for thirty years.",
    ),
    ("现在他每个星期都去借两本小说。", "Now he goes every week to borrow two novels."),
    ("他的女儿在那里学会了下围棋。", "His daughter learned to play Go there."),
    ("图书馆晚上九点关门。", "The library closes at nine in the evening."),
]
"""Sixteen sentences, each with its translation."""


def sentenced(lines: list[str], side: Side) -> SentencedDocument:
    return split_lines(Document(side, "\n".join(lines)))


def pair(source: list[str], target: list[str]) -> tuple[SentencedDocument, SentencedDocument]:
    return sentenced(source, Side.SOURCE), sentenced(target, Side.TARGET)
