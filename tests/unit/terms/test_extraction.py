"""Candidates for a termbase: what comes again, with its renderings."""

from __future__ import annotations

from workbench.evidence.counterparts import counterparts
from workbench.model.term import Term, Termbase
from workbench.terms.extraction import Candidate, extract
from workbench.terms.termbase import parse_termbase, termbase_to_csv

PAIRS = (
    ("1", "高炉的风口坏了。", "The tuyere of the blast furnace broke."),
    ("2", "工人更换了风口。", "The workers replaced the tuyeres."),
    ("3", "新的风口是铜的,高炉又开了。", "The new outlet is copper, and the blast furnace runs again."),
    ("4", "因为这个,他们一直没有停。", "Because of this they never stopped."),
    ("5", "因为这个,高炉没有停。", "Because of this the blast furnace did not stop."),
)


def found(**options: int) -> dict[str, Candidate]:
    return {one.zh: one for one in extract(PAIRS, counterparts, **options)}


def test_words_that_come_again_with_their_renderings() -> None:
    candidates = found()
    assert candidates["高炉"].frequency == 3
    assert candidates["高炉"].en == "blast furnace"
    assert candidates["高炉"].renderings[0][1] == 3
    assert candidates["风口"].frequency == 3
    assert not {"因为", "一直没有"} & candidates.keys()


def test_renderings_that_differ_in_number_are_one() -> None:
    texts = (("1", "他买了蓝莓。", "He bought Blueberries."), ("2", "蓝莓很甜。", "The blueberry is sweet."))
    assert extract(texts, counterparts)[0].renderings == (("blueberry", 2),)


def test_limits_and_known_terms_are_kept_to() -> None:
    assert "风口" not in found(least=4)
    assert len(found(most=1)) == 1
    left = {one.zh for one in extract(PAIRS, counterparts, Termbase((Term("高炉", "blast furnace"),)))}
    assert {"高炉", "风口"} & left == {"风口"}


def test_a_phrase_takes_the_place_of_words_that_stand_only_within_it() -> None:
    texts = tuple((verb, f"我们{verb}蓝莓果酱。", "We have blueberry jam.") for verb in "买吃做")
    candidates = {one.zh for one in extract(texts, counterparts)}
    assert "蓝莓果酱" in candidates
    assert "果酱" not in candidates


def test_the_result_can_be_imported() -> None:
    rows = [one.as_term() for one in extract(PAIRS, counterparts) if one.en]
    again = parse_termbase(termbase_to_csv(Termbase(tuple(rows))))
    assert [term.zh for term in again.terms] == [term.zh for term in rows]
    assert dict(again.terms[0].extra)["frequency"] == str(extract(PAIRS, counterparts)[0].frequency)


JUNK = [
    ("0", "林建平在一座工厂里检查黏结剂,一次用了两天。", ""),
    ("1", "林建平说,该厂的黏结剂在十一月用完了,全市都缺。", ""),
    ("2", "元宇宙来了,一份合同写着免赔额,健康告知也在里面。", ""),
    ("3", "元宇宙走了,免赔额还在,健康告知没有变,一座工厂关了。", ""),
    ("4", "元宇宙又来了,该厂在十一月用两天写完一份合同,一次就够,全市都知道。", ""),
]


def test_numbers_dates_and_pointing_words_are_no_terms() -> None:
    found = {one.zh for one in extract(JUNK, surnames=frozenset("林"))}
    assert not found & {"一座", "一次", "一份", "两天", "十一月", "该厂", "全市", "一份合同", "一座工厂"}


def test_words_are_not_cut() -> None:
    found = {one.zh for one in extract(JUNK, surnames=frozenset("林"))}
    assert {"林建平", "黏结剂", "元宇宙", "免赔额", "健康告知"} <= found
    assert not found & {"建平", "黏结", "宇宙", "赔额", "告知"}


def test_a_measure_word_that_is_a_surname_too_makes_no_name() -> None:
    segments = [("0", "裁判出示了3张黄牌。", ""), ("1", "下半场又有两张黄牌。", "")]
    assert [one.zh for one in extract(segments, surnames=frozenset("张"))] == ["黄牌"]


def test_what_is_rendered_in_several_ways_is_told() -> None:
    segments = [("0", "元宇宙来了。", "The metaverse came."), ("1", "元宇宙走了。", "The meta-universe went.")] * 2

    def locate(source: str, target: str) -> list[object]:
        from types import SimpleNamespace

        from workbench.model.span import Span

        word = target.split()[1]
        at = target.index(word)
        return [SimpleNamespace(source=Span(0, 3), target=Span(at, at + len(word)), confidence=1.0)]

    (one,) = [c for c in extract(segments, locate) if c.zh == "元宇宙"]  # type: ignore[arg-type]
    assert one.is_mixed
    assert one.proposed().status == "proposed"
