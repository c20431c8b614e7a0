"""The estimate: what raises it, that its reasons add up, and what it must not depend on."""

import math

import pytest

from workbench.model.score import Part, QualityEstimate
from workbench.score.quality import SIGNATURE, estimate
from workbench.score.weights import weights
from workbench.score.wording import REASONS, reason_words

SOURCE = "公司去年在上海开设了12家新工厂，没有关闭任何商店。"
GOOD = "Last year the company opened 12 new factories in Shanghai and did not close any shops."


def _names(made: QualityEstimate, part: Part = Part.EVIDENCE) -> set[str]:
    return {reason.name for reason in made.reasons if reason.part is part}


def test_reasons_sum_to_their_part_and_parts_to_the_risk() -> None:
    made = estimate(SOURCE, "The company opened 21 factories.")
    for part, value in ((Part.DIFFICULTY, made.difficulty), (Part.EVIDENCE, made.evidence)):
        assert math.isclose(sum(reason.weight for reason in made.reasons if reason.part is part), value)
    assert math.isclose(made.risk, made.difficulty + made.evidence)
    assert all(reason.weight > 0 for reason in made.reasons)


def test_difficulty_rests_on_the_source_alone() -> None:
    targets = ("", GOOD, "Something else entirely, with 3 numbers 4 5.", "公司")
    values = {estimate(SOURCE, target).difficulty for target in targets}
    assert len(values) == 1


@pytest.mark.parametrize(
    ("worse", "reason"),
    [
        ("Last year the company opened 12 new factories and did not close any shops.", "source.unaccounted"),
        (
            "Last year the company opened 12 new factories in Shanghai and did not close any penguins.",
            "target.unconfirmed",
        ),
        (
            "Last year the company opened 12 new penguin factories in Shanghai and did not close any shops.",
            "target.unaccounted",
        ),
        ("Last year the company opened 21 new factories in Shanghai and did not close any shops.", "number.missing"),
        ("Last year the company opened 21 new factories in Shanghai and did not close any shops.", "number.added"),
        ("Last year the company opened 12 new factories in Shanghai and closed all shops.", "negation.lost"),
        ("Last year the company opened 12 new factories in 上海 and did not close any shops.", "target.chinese_left"),
        (
            "Last year the company the company opened 12 new factories in Shanghai and did not close shops.",
            "target.repetition",
        ),
        ("Last year (the company opened 12 new factories in Shanghai and did not close any shops.", "bracket.unclosed"),
        ("Did the company open 12 new factories in Shanghai and did not close any shops?", "question.added"),
    ],
)
def test_each_fault_raises_the_evidence_under_its_name(worse: str, reason: str) -> None:
    good, bad = estimate(SOURCE, GOOD), estimate(SOURCE, worse)
    assert reason in _names(bad)
    assert sum(r.weight for r in bad.reasons if r.name == reason) > sum(
        r.weight for r in good.reasons if r.name == reason
    )
    assert bad.evidence > good.evidence
    assert bad.p_major > good.p_major


def test_places_quote_the_text_they_lie_in() -> None:
    target = "Last year 公司 opened 21 penguins."
    made = estimate(SOURCE, target)
    placed = [reason for reason in made.reasons if reason.span is not None]
    assert placed
    for reason in placed:
        assert reason.span is not None
        assert reason.span.of(SOURCE if reason.side == "source" else target) == reason.quote


def test_a_longer_harder_source_is_more_difficult() -> None:
    easy = estimate("我们走吧。", "Let us go.")
    hard = estimate("赣南革命老区的脐橙产业集群借助冷链物流，实现了跨越式发展。", "Let us go.")
    assert hard.difficulty > easy.difficulty


def test_chance_of_a_major_error_grows_with_risk_alone() -> None:
    pairs = [(SOURCE, GOOD), (SOURCE, ""), ("好。", "Good."), (SOURCE, "The 7 penguins."), ("风口", "tuyere")]
    made = sorted((estimate(*pair) for pair in pairs), key=lambda one: one.risk)
    chances = [one.p_major for one in made]
    assert chances == sorted(chances)
    assert all(0 < chance < 1 for chance in chances)


def test_empty_sides_are_no_failure() -> None:
    assert estimate("", "").risk == 0
    assert estimate(SOURCE, "").evidence > estimate(SOURCE, GOOD).evidence
    assert estimate("", GOOD).evidence > 0


def test_the_same_pair_has_the_same_score_whatever_came_before() -> None:
    first = estimate(SOURCE, GOOD)
    estimate(SOURCE, "Something else.")
    assert estimate(SOURCE, GOOD) == first


def test_hostile_text_is_scored() -> None:
    for text in (
        "\x1b[31m\u202e公司\x00",
        "a\ud800b",
        "[[[/bold]",
        "e\u0301" * 50,
        "公" * 3000,
        "word " * 3000,
        "\u200b" * 9,
    ):
        made = estimate(text, text[::-1])
        assert math.isfinite(made.risk)


def test_signature_names_the_weights() -> None:
    assert estimate(SOURCE, GOOD).signature == SIGNATURE
    assert weights().digest in SIGNATURE
    assert "jieba" in SIGNATURE


def test_weights_are_never_negative() -> None:
    table = weights()
    assert all(value >= 0 for part in (table.difficulty, table.evidence) for value in part.values())
    assert table.calibration.slope > 0


def test_every_reason_has_words_of_its_own() -> None:
    table = weights()
    told = [reason_words(name) for name in (*table.difficulty, *table.evidence)]
    assert all(name in REASONS for name in (*table.difficulty, *table.evidence))
    assert len(set(told)) == len(told)


def test_only_what_is_long_is_called_long() -> None:
    assert "source.length" in _names(estimate("我不同意。", "I do not agree."), Part.DIFFICULTY)
    assert "source.long" not in _names(estimate("我不同意。", "I do not agree."), Part.DIFFICULTY)
    assert "source.long" in _names(estimate(SOURCE * 3, GOOD * 3), Part.DIFFICULTY)


def test_a_wrong_figure_in_a_short_sentence_comes_before_a_faultless_long_one() -> None:
    wrong = estimate("公司开设了12家工厂。", "The company opened 21 factories.")
    right = estimate(
        SOURCE + "今年公司在上海开设了15家新商店。", GOOD + " This year the company opened 15 new shops in Shanghai."
    )
    assert wrong.risk > right.risk


def test_compounds_of_known_words_are_not_called_unknown() -> None:
    made = estimate("价格上涨让玩家离开消费端，糖宁也离开。", "Rising prices make players leave.")
    assert [r.quote for r in made.reasons if r.name == "source.unknown_word"] == ["糖宁"]
