"""The algebra of the other text functions: spans cover, lengths stay, differences rebuild both versions."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.span import Side
from workbench.text.diff import EditKind, edit_rate, word_diff
from workbench.text.safe import suspicious, visible
from workbench.text.script import han_share
from workbench.text.tokens import stem, tokens
from workbench.text.variants import to_halfwidth, to_simplified

_words = st.lists(
    st.sampled_from([*"的了风口产业互联网，。 \n-.'", "the ", "cat ", "wave", "3.5%", "U.S.", "e\u0301"]), max_size=25
)
_texts = st.one_of(_words.map("".join), st.text(max_size=60))
_sides = st.sampled_from(list(Side))


@given(_texts, _texts, _sides)
def test_a_difference_rebuilds_both_texts(old: str, new: str, side: Side) -> None:
    edits = word_diff(old, new, side)
    assert "".join(edit.old.of(old) for edit in edits) == old
    assert "".join(edit.new.of(new) for edit in edits) == new
    old_end = new_end = 0
    for edit in edits:
        assert (edit.old.start, edit.new.start) == (old_end, new_end)
        old_end, new_end = edit.old.end, edit.new.end
        assert (edit.kind is EditKind.EQUAL) == (edit.old.of(old) == edit.new.of(new))
        assert (edit.kind is EditKind.INSERT) == (not len(edit.old))
        assert (edit.kind is EditKind.DELETE) == (not len(edit.new))
    assert all(a.kind != b.kind for a, b in pairwise(edits) if a.kind is EditKind.EQUAL)


@given(_texts, _sides)
def test_no_change_is_no_effort(text: str, side: Side) -> None:
    assert edit_rate(text, text, side) == 0
    assert all(edit.kind is EditKind.EQUAL for edit in word_diff(text, text, side))


@given(_texts, _sides)
def test_tokens_cover(text: str, side: Side) -> None:
    assert "".join(token.text for token in tokens(text, side)) == text


@given(st.text())
def test_lengths_stay(text: str) -> None:
    assert len(visible(text)) == len(to_simplified(text)) == len(to_halfwidth(text)) == len(text)


@given(st.text())
def test_neutral_text_is_printable_and_stays(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert not any(ord(ch) < 32 and ch != "\n" for ch in shown)


@given(st.text())
def test_suspicious_places_are_in_order_and_never_of_letters(text: str) -> None:
    end = 0
    for span, name in suspicious(text):
        assert end <= span.start < span.end <= len(text)
        assert name
        assert not any(ch.isascii() and ch.isalnum() for ch in span.of(text))
        end = span.end


@given(st.text())
def test_shares_are_shares(text: str) -> None:
    assert 0 <= han_share(text) <= 1


@given(st.text("abcdefghijklmnopqrstuvwxyz'’", max_size=12))
def test_stems_are_lower_case_and_the_same_in_capitals(word: str) -> None:
    assert stem(word) == stem(word.upper()) == stem(word).lower()
