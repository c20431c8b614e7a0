"""Whatever the texts, beads cover them once and in order, and the same texts have the same beads."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align.aligner import align
from workbench.model.document import Document
from workbench.model.span import Side
from workbench.text.sentences import split, split_lines

CHINESE = st.text(st.sampled_from("我们他说风口二三十万年月，。！？：“”「」（）…—\n 　ab12%图书馆"), max_size=120)
ENGLISH = st.text(
    st.sampled_from("the rain said two hundred 12.,!?:\"'()-\n\t\u201c\u201dTHEND\u3000风口"), max_size=160
)
ANYTHING = st.text(max_size=80)


@settings(max_examples=60, deadline=None)
@given(CHINESE | ANYTHING, ENGLISH | ANYTHING, st.booleans())
def test_a_cover_in_order(chinese: str, english: str, lines: bool) -> None:
    cut = split_lines if lines else split
    source, target = cut(Document(Side.SOURCE, chinese)), cut(Document(Side.TARGET, english))
    beads = align(source, target)
    assert tuple(s for bead in beads for s in bead.source) == source.sentences
    assert tuple(s for bead in beads for s in bead.target) == target.sentences
    for bead in beads:
        assert bead.source or bead.target
        assert 0.0 <= bead.confidence <= 1.0
        assert (bead.reason is None) == bead.is_paired
        if bead.inner:
            assert sorted(i for s, _ in bead.inner for i in s) == list(range(len(bead.source)))
            assert sorted(j for _, t in bead.inner for j in t) == list(range(len(bead.target)))
    assert align(source, target) == beads
