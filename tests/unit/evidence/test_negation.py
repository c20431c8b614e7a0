"""Which negations are lost: a word that denies something else, or says something else, is no answer."""

from __future__ import annotations

import pytest

from workbench.evidence.negators import Denial, denies
from workbench.evidence.pair import gather


@pytest.mark.parametrize(
    ("source", "target", "quote"),
    [
        (
            "高血压并不可怕，可怕的是患者自己把药停了。",
            "High blood pressure is terrible, and what is terrible is that patients stop taking their medicine.",
            "不",
        ),
        (
            "血压一正常，他就觉得没事了，就不再吃降压药。",
            "As soon as his blood pressure was normal, he felt fine, so he continued to take antihypertensive drugs.",
            "不再",
        ),
        (
            "玩家们更多地改变的是C端消费者,却并未改变B端产业端。",
            "Players are changing more C-end consumers than B-end industry.",
            "并未",
        ),
        ("湖还是那片湖,只是不再拥挤。", "The lake is the same lake, only it has become crowded.", "不再"),
        (
            "房东并没有任何过错,让她承担全部损失也有失公平。",
            "The landlady was at fault, and it would be unfair to make her bear the whole loss.",
            "没有",
        ),
        ("诉讼从来不是唯一的出路。", "Litigation is the only way out.", "从来不"),
        ("房东却不同意退款。", "The landlady, however, agreed to a refund.", "不"),
        ("产业并没有消失。", "The industry has disappeared.", "没有"),
        ("这样并不需要太多的花粉。", "This requires too much pollen.", "并不"),
        ("他不怕冷，也没有带伞。", "He is not afraid of the cold, and he brought an umbrella.", "没有"),
    ],
)
def test_a_denial_of_something_else_is_no_answer(source: str, target: str, quote: str) -> None:
    assert quote in {cue.quote for cue in gather(source, target).cues.lost}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("大火还未完全扑灭。", "The fire is still burning."),
        ("两者之间有着不明显的联系。", "There is an insignificant connection between the two."),
        ("她是最美的未嫁公主。", "She is the most beautiful unwed princess."),
        ("其他反对党的表现同样不佳。", "Other opposition parties have also performed poorly."),
        ("它能摧毁各种无人飞机。", "It can destroy all types of drones."),
        ("还没来得及说话，他就走了。", "He left before there was time to speak."),
        ("逾期不付款的，支付违约金。", "For late payment, damages are payable."),
        ("不知何故，它们也成功了。", "They have somehow succeeded too."),
        ("无法抑制疲累，身体无法恢复。", "Fatigue is irrepressible, with an inability of the body to recover."),
        ("有些问题我们永远也回答不了。", "Some questions we may never be able to answer."),
        ("谈判尚未结束，双方还在争论。", "The talks are still going on, and the two sides are arguing."),
        ("他们不再以平台来定义自身，而是改变了。", "Instead of defining themselves as platforms, they changed."),
        ("它并不仅仅是平台，也是市场。", "It is more than just a platform; it is also a market."),
        ("非但无法成功，甚至还会走进死胡同。", "It will not only fail but also lead into a dead end."),
        ("没有人不知道这件事。", "Everyone knows about it."),
        ("不管天气如何，比赛照常举行。", "The match goes ahead regardless of the weather."),
        ("味道不错。", "It tastes good."),
        ("你不妨试试。", "You might as well try it."),
        ("你是不是累了？", "Are you tired?"),
        ("他问我能不能去。", "He asked me whether I could go."),
        ("走路不如骑车。", "Cycling is better than walking."),
        ("不过，他来了。", "However, he came."),
        ("他不禁笑了。", "He burst out laughing."),
        ("这无疑是好消息。", "This is undoubtedly good news."),
        ("冲突避免不了。", "Conflict is inevitable."),
        ("他直到天黑才不再工作。", "He worked until dark."),
        ("他太累，走不动了。", "He was too tired to walk."),
        ("我几乎不认识他。", "I hardly know him."),
        ("价格不到十元。", "The price is less than ten yuan."),
        (
            "社会越是不平等就越倾向于保留死刑。",
            "The more unequal the society is, the more it leans towards executions.",
        ),
        ("我们并不孤单。", "We are anything but alone."),
        ("他从不缺席。", "He always attends."),
        ("药不能停。", "Keep taking the medicine."),
        ("没有什么比这更好。", "This is the best."),
        ("门没有锁。", "The door was left unlocked."),
    ],
)
def test_what_is_said_otherwise_is_not_lost(source: str, target: str) -> None:
    assert gather(source, target).cues.lost == ()


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("我们不能在没有证据的情况下逮捕他。", "We can arrest him without evidence.", ["不能"]),
        ("我们不能在没有证据的情况下逮捕他。", "We cannot arrest him without evidence.", []),
        ("我们不能在没有证据的情况下逮捕他。", "We should refrain from arresting him without evidence.", []),
        ("人不能在没有水的情况下存活。", "People die without water.", []),
        ("他在没有证据的情况下逮捕了我们。", "He arrested us without evidence.", []),
    ],
)
def test_one_without_answers_one_of_two_denials(source: str, target: str, lost: list[str]) -> None:
    assert [cue.quote for cue in gather(source, target).cues.lost] == lost


@pytest.mark.parametrize("word", ["industry", "Internet", "industrial", "under", "discover", "until", "display"])
def test_words_that_only_begin_like_a_denial(word: str) -> None:
    assert denies(word) is not Denial.PREFIX


@pytest.mark.parametrize("word", ["unfair", "inequality", "irreplaceable", "useless", "dislike", "illegal", "unmanned"])
def test_words_that_deny_by_their_form(word: str) -> None:
    assert denies(word) in (Denial.PREFIX, Denial.IMPLICIT)


def test_not_only_denies_nothing() -> None:
    source = "发展产业，既需要企业进取，也需要政府作为。"
    assert not gather(source, "Industry needs not only enterprise but also the government.").cues.added
    assert gather(source, "Industry does not need the government.").cues.added


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("1号竖井成功开挖到井底。", "Shaft No. 1 was dug to the bottom."),
        (
            "直到来合作社打工，他才知道养羊多粗放。",
            "Until he worked in a cooperative, he did not know how rough it was.",
        ),
        ("十人以下的团更受欢迎。", "Groups of no more than 10 are more popular."),
        ("他们只好雇了一辆车。", "They had no choice but to hire a car."),
        ("全力打造升级版。", "They spare no efforts to build an upgrade."),
    ],
)
def test_a_turn_that_denies_nothing_is_not_added(source: str, target: str) -> None:
    assert not gather(source, target).cues.added


def test_a_real_denial_is_added_though_another_is_none() -> None:
    assert gather("1号竖井已经完工。", "Shaft No. 1 is not finished yet.").cues.added
