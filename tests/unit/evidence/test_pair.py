"""What a pair tells besides its links: numbers, cues, marks, repetitions, what is left over."""

import pytest

from workbench.evidence.pair import gather
from workbench.evidence.values import CueKind, MarkKind
from workbench.model.span import Span


def test_numbers_by_value_matched_missing_and_added() -> None:
    pair = gather("营收达3.5亿元，增长12%，门店40家。", "Revenue reached 350 million yuan, up 12%, with 41 shops.")
    ours, theirs = pair.numbers.matched[0]
    assert (ours.quote[:3], theirs.quote[:3]) == ("3.5", "350")
    assert [number.quote for number in pair.numbers.missing] == ["40"]
    assert [number.quote for number in pair.numbers.added] == ["41"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("他没有回答。", "He answered."),
        ("公司无法按时交货。", "The company can deliver on time."),
        ("双方并未达成协议。", "The two sides reached an agreement."),
        ("她不再担任经理。", "She serves as manager."),
    ],
)
def test_a_lost_negation_is_told(source: str, target: str) -> None:
    lost = gather(source, target).cues.lost
    assert [cue.kind for cue in lost] == [CueKind.NEGATION]
    assert lost[0].span.of(source) == lost[0].quote


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("他没有回答。", "He refused to answer."),
        ("公司无法按时交货。", "The company was unable to deliver on time."),
        ("我们不得不离开。", "We had to leave."),
        ("技术不断进步。", "Technology keeps advancing."),
        ("不仅便宜，而且好用。", "It is cheap and easy to use."),
        ("不少人同意。", "Many people agree."),
        ("这是非法的。", "This is illegal."),
        ("他非常高兴。", "He is very happy."),
    ],
)
def test_what_denies_nothing_or_is_denied_otherwise_is_not_lost(source: str, target: str) -> None:
    assert gather(source, target).cues.lost == ()


def test_an_added_negation_and_an_added_question() -> None:
    added = gather("公司盈利了。", "The company did not make a profit?").cues.added
    assert {cue.kind for cue in added} == {CueKind.NEGATION, CueKind.QUESTION}
    assert gather("谁来了", "Who came?").cues.added == ()


def test_marks_without_their_fellow() -> None:
    faults = gather("他（经理）说了。", "He (the manager said so.").marks
    assert [(fault.kind, fault.unclosed, fault.quote) for fault in faults] == [(MarkKind.BRACKET, True, "(")]
    assert gather("他（经理）说了。", "He (the manager) said so.").marks == ()
    assert gather("一、二。", "1) one 2) two").marks == ()
    assert [f.kind for f in gather("他说：“好。”", 'He said: "Good.').marks] == [MarkKind.QUOTE]


def test_chinese_left_standing_with_its_place() -> None:
    target = "The 风口 is here."
    assert [span.of(target) for span in gather("风口来了。", target).chinese_left] == ["风口"]


def test_repetitions_of_one_word_and_of_a_phrase_but_not_of_the_source_itself() -> None:
    assert [one.quote for one in gather("公司开会。", "The the company met.").repetitions] == ["the"]
    twice = "The big company met in the north and the big company met again."
    assert gather("大公司在北方开会。", twice).repetitions
    assert gather("大公司开会，大公司开会。", twice).repetitions == ()
    assert gather("他说他有。", "He said that he had had it.").repetitions == ()


def test_what_is_left_over_has_its_place_and_weight() -> None:
    source, target = "厂长在礼堂宣布了裁员计划。", "The factory director announced a swimming plan."
    pair = gather(source, target)
    assert "礼堂" in {one.quote for one in pair.unaccounted_source}
    assert "裁员" in {one.quote for one in pair.unconfirmed_source}
    assert "swimming" in {one.quote for one in pair.unconfirmed_target}
    for one in (*pair.unaccounted_source, *pair.unconfirmed_source):
        assert one.span.of(source) == one.quote
        assert one.weight > 0
    assert pair.source_coverage < 1
    assert gather("公司开会。", "公司开会。").source_text == "公司开会。"


def test_time_stays_in_proportion_to_the_text() -> None:
    """A line of a book's length comes back; it would not if any step were quadratic in the words."""
    pair = gather("张伟在北京卖了3本书。" * 1500, "Zhang Wei sold 3 books in Beijing. " * 1500)
    assert len(pair.numbers.matched) == 1500


def test_of_several_places_of_a_name_the_first_is_its_rendering() -> None:
    pair = gather("福建省的茶叶今年又涨价了。", "Fujian's tea is dearer; in Fujian they say so.")
    assert [name.target for name in pair.names if name.quote.startswith("福建")] == [Span(0, 8)]


@pytest.mark.parametrize(
    ("source", "target", "quotes"),
    [
        ("他越跑越快。", "He runs faster and faster, and faster still.", []),
        ("他为人民服务，人民爱他。", "He serves the people. The people love him.", []),
        ("他给央行打电话，央行说好。", "He called the People's Bank of China, the People's Bank of China agreed.", []),
        ("她们怀孕或哺乳。", "They became pregnant, were pregnant, were nursing.", []),
        ("他去了巴登巴登。", "He went to Baden Baden.", []),
        ("市场价格上涨。", "Market prices prices rise.", ["prices"]),
        ("造福人民。", "It will benefit the people and benefit the people, and so on.", ["benefit the people, and"]),
    ],
)
def test_only_a_slip_is_said_twice(source: str, target: str, quotes: list[str]) -> None:
    assert [one.quote for one in gather(source, target).repetitions] == quotes
