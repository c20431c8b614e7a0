"""What findings say, and what makes one item of them."""

from __future__ import annotations

import pytest

from workbench.checks.base import CheckedSegment
from workbench.checks.runner import run_checks
from workbench.model.bitext import Reason
from workbench.model.term import Term, Termbase


@pytest.mark.parametrize(
    ("sense", "said"),
    [
        ("hot trend", "风口 is not “tuyere” here: “hot trend”."),
        ("Hot Trend", "风口 is not “tuyere” here: “hot trend”."),
        ("business", "风口 is not “tuyere” here: “hot trend” in the sense of business."),
        ("", "风口 is not “tuyere” here: “hot trend”."),
    ],
)
def test_a_sense_that_is_named_by_its_rendering_is_said_once(sense: str, said: str) -> None:
    terms = Termbase((Term(zh="风口", en="hot trend", sense=sense, forbidden=("tuyere",)),), "t")
    segment = CheckedSegment("1", "这是新的风口。", "This is the new tuyere.")
    assert [f.message for f in run_checks([segment], terms, only=["term.forbidden"])] == [said]


def test_a_line_that_is_lost_again_is_one_item() -> None:
    lines = ["图片来源：网络", "结语", "图片来源：网络"]
    segments = [CheckedSegment(str(n), line, "", reason=Reason.OMISSION, paired=False) for n, line in enumerate(lines)]
    groups = [f.group for f in run_checks(segments, only=["segment.omission"])]
    assert groups[0] == groups[2] != groups[1]


def test_a_wrong_number_is_mended_in_its_own_form() -> None:
    segment = CheckedSegment("1", "入住率从六成五跌到了两成。", "Occupancy fell from 56 percent to 20 percent.")
    (finding,) = run_checks([segment], only=["number.mismatch"])
    assert (finding.quote, finding.suggestions) == ("56 percent", ("65 percent",))


@pytest.mark.parametrize(
    ("zh", "en"),
    [("长沙", "Changsha"), ("长春", "Changchun"), ("佛山", "Foshan"), ("成都", "Chengdu"), ("香港", "Hong Kong")],
)
def test_a_place_is_called_what_english_calls_it(zh: str, en: str) -> None:
    (finding,) = run_checks([CheckedSegment("1", f"她飞往{zh}。", "She flew to Wuhan.")], only=["name.place"])
    assert finding.suggestions == (en,)
    assert not run_checks([CheckedSegment("1", f"她飞往{zh}。", f"She flew to {en}.")], only=["name"])


def test_every_place_that_is_suggested_is_a_name_and_no_pattern() -> None:
    from workbench.checks.body_names import bodies
    from workbench.checks.place_names import PLACES

    names = [place.name for place in PLACES if place.name]
    assert all(name.replace(" ", "").replace("'", "").isalpha() for name in names), names
    assert not [body.name for body in bodies() if set(body.name) & set("\\?()[]|*")]
