"""What the dictionary leaves over: near words, doubles, and what must stay missed."""

import pytest

from workbench.evidence.pair import gather
from workbench.evidence.softly import renderings
from workbench.evidence.values import LinkKind, PairEvidence


def _cover(pair: PairEvidence, word: str) -> float:
    (found,) = [token.coverage for token in (*pair.source_tokens, *pair.target_tokens) if token.text == word]
    return found


def _links(pair: PairEvidence) -> dict[str, tuple[str, LinkKind]]:
    return {link.source.of(pair.source_text): (link.target.of(pair.target_text), link.kind) for link in pair.links}


def test_a_word_near_to_a_gloss_accounts_for_it_in_part() -> None:
    pair = gather("全球经济失去动能。", "The global economy has lost momentum.")
    assert _links(pair)["动能"] == ("momentum", LinkKind.SOFT)
    assert 0.2 < _cover(pair, "动能") < 0.6
    assert not pair.unaccounted_source
    assert not pair.unaccounted_target
    assert {word.quote for word in pair.loose_source} == {"动能"}


def test_one_word_may_stand_for_two() -> None:
    pair = gather("经贸摩擦升级。", "Economic and trade frictions escalated.")
    assert 0.1 < _cover(pair, "Economic") < 0.5
    assert not pair.unaccounted_target


def test_what_the_dictionary_links_stays_linked_by_it() -> None:
    pair = gather("医生建议病人散步。", "Doctors advise patients to walk.")
    assert all(kind is not LinkKind.SOFT for _, kind in _links(pair).values())


@pytest.mark.parametrize(
    ("target", "missed"),
    [
        ("Last year the company opened factories.", "上海"),
        ("The company opened factories in Shanghai and penguins.", "penguins"),
    ],
)
def test_names_left_out_and_things_added_stay_missed(target: str, missed: str) -> None:
    pair = gather("去年公司在上海开设了工厂。", target)
    unclaimed = {*pair.unaccounted_source, *pair.unaccounted_target, *pair.unconfirmed_source, *pair.unconfirmed_target}
    assert missed in {word.quote for word in unclaimed}


def test_a_name_has_no_renderings_by_its_characters() -> None:
    assert renderings("上海") == {}
    assert renderings("高") != {}, "a surname that is a word as well"


@pytest.mark.parametrize("written", ["US", "U.S.", "USA", "United States"])
def test_a_country_in_letters_is_the_country(written: str) -> None:
    pair = gather("美国宣布了新的措施。", f"The {written} announced new measures.")
    assert not pair.unaccounted_source
    assert not pair.unaccounted_target
    assert {source for source, _ in _links(pair).items()} >= {"美国"}


def test_us_in_small_letters_is_no_country() -> None:
    pair = gather("美国宣布了新的措施。", "They told us new measures.")
    assert "us" not in {target for target, _ in _links(pair).values()}
