"""Where two texts are parted: the words on either side of the end of a bead."""

from __future__ import annotations

import numpy as np

from workbench.align.material import half
from workbench.align.scores import BORDERS, Scorer, Whole
from workbench.align.translation import table
from workbench.model.span import Side

ZH = ["医生打开窗户，护士端来一杯热茶。", "老师在学校里读报纸。"]
EN = [
    "The doctor opened the window.",
    "The nurse brought a cup of hot tea.",
    "The teacher read the newspaper at school.",
]


def scorer() -> Scorer:
    source, target = half(ZH, Side.SOURCE), half(EN, Side.TARGET)
    known = table(source.keys, target.keys)
    return Scorer(source, target, known, known.transposed(len(target.keys)), Whole.of(source, target))


def borders() -> dict[str, np.ndarray]:
    return dict(zip(BORDERS, scorer().borders(range(2), range(3)), strict=True))


def test_words_before_and_after_agree_where_both_texts_are_parted() -> None:
    found = borders()
    assert found["ends match"][0].argmax() == 1
    assert found["beginnings match"][0].argmax() == 1


def test_a_border_in_the_wrong_place_has_its_words_on_the_other_side() -> None:
    found = borders()
    assert found["end matches what follows"][0].argmax() == 0
    assert found["what follows matches the end"][0].argmax() == 2


def test_nothing_follows_the_last_sentences() -> None:
    found = borders()
    assert found["beginnings match"][1, 2] == 0
    assert found["beginnings match"][1, 1] < 0
