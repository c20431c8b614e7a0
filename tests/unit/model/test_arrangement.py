from __future__ import annotations

import random
import subprocess
import sys

from workbench.model.arrangement import Arrangement
from workbench.model.bitext import Bead
from workbench.model.document import Sentence
from workbench.model.span import Side, Span


def sentence(i: int) -> Sentence:
    return Sentence(10 * i, 10 * i + 8, "x" * 8)


def bead(*numbers: int) -> Bead:
    return Bead((), tuple(sentence(i) for i in numbers))


def test_order_is_kept_through_many_splits_and_joins_at_one_place() -> None:
    """More than the room between two keys allows without dealing them out anew."""
    arrangement = Arrangement([bead(*range(200)), bead(200), bead(201)])
    for i in range(199):
        arrangement.splice(i, 1, [bead(i), bead(*range(i + 1, 200))])
    assert [b.target[0].start for b in arrangement.beads] == [10 * i for i in range(202)]
    assert [arrangement.position(b.id) for b in arrangement.beads] == list(range(202))
    chance = random.Random(1)
    while len(arrangement.beads) > 1:
        first = chance.randrange(len(arrangement.beads) - 1)
        one, two = arrangement.between(first, first + 2)
        joined = Bead((), one.target + two.target)
        assert arrangement.splice(first, 2, [joined]) == (one, two)
        assert arrangement.position(joined.id) == first
        assert arrangement.position(one.id) is None
        assert one.id not in arrangement
    assert arrangement.position(arrangement.beads[0].id) == 0


def test_every_place_belongs_to_a_segment() -> None:
    arrangement = Arrangement([bead(1, 2), bead(3)])
    one, two = (b.id for b in arrangement.beads)
    cases = {
        (10, 12): (one,),
        (0, 3): (one,),  # before the first sentence
        (18, 20): (one,),  # between two sentences of one segment
        (28, 30): (one,),  # between two segments
        (25, 31): (one, two),
        (38, 50): (two,),
        (30, 30): (two,),
        (29, 29): (one,),
        (99, 99): (two,),
    }
    for (start, end), expected in cases.items():
        assert arrangement.under(Side.TARGET, Span(start, end)) == expected, (start, end)
    assert arrangement.under(Side.SOURCE, Span(0, 5)) == ()
    assert arrangement.ending_at(Side.TARGET, 28) == one
    assert arrangement.ending_at(Side.TARGET, 29) is None
    assert arrangement.next_start(Side.TARGET, 28) == 30
    assert arrangement.next_start(Side.TARGET, 31) is None


def test_an_empty_place_between_two_sentences_that_touch_belongs_to_the_first() -> None:
    glued = [Bead((), (Sentence(0, 8, "another."),)), Bead((), (Sentence(8, 14, "While."),))]
    arrangement = Arrangement(glued)
    assert arrangement.under(Side.TARGET, Span(8, 8)) == (glued[0].id,)
    assert arrangement.under(Side.TARGET, Span(8, 9)) == (glued[1].id,)


def test_the_model_and_the_stores_package_cost_nothing_to_import() -> None:
    code = "import sys, workbench.model.review, workbench.store, workbench.store.paths; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlalchemy", "sqlite3", "numpy", "jieba", "textual"} & set(loaded)
