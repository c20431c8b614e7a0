"""Names: how they are spelled, cut and told as missing."""

import pytest

from workbench.evidence.pair import gather
from workbench.evidence.persons import missed_persons


def _rendered(source: str, target: str) -> dict[str, str]:
    return {name.quote: name.target.of(target) if name.target else "" for name in gather(source, target).names}


@pytest.mark.parametrize(
    ("source", "target", "name", "rendering"),
    [
        ("仇怀军说。", "Qiu Huaijun said.", "仇怀军", "Qiu Huaijun"),  # 仇 is also read chou
        ("吕玉臻表示，价格不变。", "Lyu Yuzhen said that the price stays.", "吕玉臻", "Lyu Yuzhen"),
        ("名誉会长叶永祥出席。", "Honorary President Ye Yongxiang attended.", "叶永祥", "Ye Yongxiang"),
        ("中盛农牧的饲草养殖", "Zhongsheng agriculture grows forage", "中盛", "Zhongsheng"),
        ("斯托尔滕贝格说，很好。", "It is fine, Stoltenberg said.", "斯托尔滕贝格", "Stoltenberg"),
        ("夏维利养了羊。", "Shaveli raised sheep.", "夏维利", "Shaveli"),
        ("新州国家党领袖巴里拉罗说，他很自豪。", "Barillaro, a leader, said he was proud.", "巴里拉罗", "Barillaro"),
    ],
)
def test_a_name_is_found_in_all_readings_and_however_it_is_cut(
    source: str, target: str, name: str, rendering: str
) -> None:
    assert _rendered(source, target).get(name) == rendering
    assert not missed_persons(gather(source, target))


@pytest.mark.parametrize(
    ("source", "target", "is_missed"),
    [
        ("总经理杨志成表示，价格不变。", "The general manager said that the price stays.", True),
        ("总经理杨志成表示，价格不变。", "General manager Yang Zhicheng said that the price stays.", False),
        ("马华总会长魏家祥表示，价格不变。", "The president, Wee Ka Siong, said that the price stays.", False),
        ("（记者杨志成报道）价格不变。", "The price stays.", False),
        ("欧阳雪梅护士长已返岗。", "The head nurse is back at work.", True),
        ("斑羚和毛冠鹿都受保护。", "Gorals and tufted deer are protected.", False),
        ("学费全免，大家都来。", "Everything is free, so everybody comes.", False),
    ],
)
def test_only_what_is_surely_a_person_and_named_in_no_way_is_missed(source: str, target: str, is_missed: bool) -> None:
    assert bool(missed_persons(gather(source, target))) is is_missed
