"""What holds of sentences in any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.document import Document, SentencedDocument
from workbench.model.span import Side
from workbench.text.sentences import split, split_lines

PIECES = st.sampled_from(
    [
        *".!?…。！？｡．,;:，、；：“”‘’'\"「」『』()（）[]《》-—",
        *(
            "\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "\u3000",
            "\xa0",
            "\u2028",
            "\x0c",
            "\x00",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\ud800",
        ),
        *(
            "a",
            "I",
            "The end",
            "word",
            "U.S.",
            "Mr",
            "e.g.",
            "No",
            "JD.com",
            "http://a.b/C.D",
            "x@y.cn",
            "3.5",
            "2019",
            "1",
        ),
        *("他说", "路很长", "你", "问", "……", "...", "[1]", "😀", "👨\u200d👩", "e\u0301", "- ", "1. ", "（一）", "①"),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=60).map("".join))


def check_cover(done: SentencedDocument) -> None:
    text = done.document.text
    at = 0
    for sentence in done.sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        assert not text[at : sentence.start].strip()
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        at = sentence.end
    assert not text[at:].strip()


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(Side))
def test_sentences_cover_what_is_not_white_space_once_and_in_order(text: str, side: Side) -> None:
    done = split(Document(side, text))
    check_cover(done)
    assert [s.paragraph for s in done.sentences] == sorted(s.paragraph for s in done.sentences)
    for sentence in done.sentences:
        ends = text[: sentence.start].replace("\r\n", "\n").replace("\r", "\n")
        assert sentence.line == ends.count("\n")


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_lines_cover_what_is_not_white_space(text: str) -> None:
    done = split_lines(Document(Side.TARGET, text))
    check_cover(done)
    expected = text.split("\n")
    assert [(s.line, s.text) for s in done.sentences] == [(i, x.strip()) for i, x in enumerate(expected) if x.strip()]


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map("".join))
def test_a_blank_line_always_parts(first: str, second: str) -> None:
    text = first + "\n\n" + second
    for sentence in split(Document(Side.TARGET, text)).sentences:
        assert "\n\n" not in sentence.text
