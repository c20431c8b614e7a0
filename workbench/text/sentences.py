"""Sentences of a Chinese or English text, as spans of the untouched text.

Every character that is not white space lies in exactly one sentence, and no sentence begins or ends with white space.
The stops' own rules are in `english_sentences` and `chinese_sentences`; which of them judges a stop is decided by the
characters around it, so that a quotation in the other language is cut by its own rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.model.document import Document, Sentence, SentencedDocument, SentenceKind
from workbench.text import chinese_sentences, english_sentences
from workbench.text.blocks import MARKER, Block, blocks, raw_lines
from workbench.text.nesting import CLOSING, Nest, Pair, pairs
from workbench.text.stops import Habits, Stop, habits, is_cjk

_STOPS = re.compile(r"\.(?: \.){2,}|[.!?…。！？｡．]++(?: {1,2}[.!?。！？…]++(?![a-z0-9]))*")
_STOP_CHARS = frozenset(".!?…。！？｡．")
_IDEOGRAPHIC = frozenset("。！？｡．")
_TRAILING = re.compile(
    r"\[\d{1,3}(?:[,，、–-]\s?\d{1,3})*\]|\[[\u3400-\u9fff]{1,4}\]"  # note numbers; emoticons such as [笑哭]
    r"|(?<=[a-z)\]]\.)\d{1,3}(?:[,–-]\d{1,3})*(?=\s+[A-Z“‘\"(]|\s*\Z)|[~～]+"
    r"| ?[\U0001f000-\U0001faff\u2600-\u26ff\u2764\u200d\ufe0f]+"
)
_SPACES = re.compile(r"\s*")
_NEAR_SPACES = re.compile(r"[ \t\u3000\xa0]{1,3}(?=[^\s])")
_LOOSE_MARK = re.compile(r"[\"”](?=\s|\Z)")
_SOMETHING = re.compile(r"[^\W_]")
_EMBEDDED = 100
"""Code points up to which a quotation inside a clause is kept whole."""
_LONGEST_HEADING = 160


def split(document: Document) -> SentencedDocument:
    """Cut a document into sentences. Time is linear in the text, also for one huge line."""
    text = document.text
    manner = habits(text)
    found: list[Sentence] = []
    for number, block in enumerate(blocks(text)):
        found.extend(_sentences(text, block, number, manner))
    return SentencedDocument(document, tuple(found))


def split_lines(document: Document) -> SentencedDocument:
    """Take every line that is not blank as one sentence; `line` counts the blank ones too."""
    text = document.text
    return SentencedDocument(
        document,
        tuple(
            Sentence(line.start, line.end, text[line.start : line.end], line.line, number, _kind(text, line, True))
            for number, line in enumerate(raw_lines(text))
        ),
    )


def _sentences(text: str, block: Block, paragraph: int, manner: Habits) -> Iterator[Sentence]:
    spans = _joined(text, _cut(text, block, manner))
    line, counted = block.line, block.start
    for start, end in spans:
        line += len(re.findall(r"\r\n|\n|\r", text[counted:start])) if counted < start else 0
        counted = start
        kind = SentenceKind.PROSE
        if start == block.start:
            kind = _kind(text, Block(start, end, line), len(spans) == 1)
        yield Sentence(start, end, text[start:end], line, paragraph, kind)


def _kind(text: str, span: Block, alone: bool) -> SentenceKind:
    marker = MARKER.match(text, span.start, span.end)
    if marker and marker.end() < span.end:
        return SentenceKind.ITEM
    last = text[span.start : span.end].rstrip("\"'”’」』)]）】》 ")[-1:]
    if alone and span.end - span.start <= _LONGEST_HEADING and (last not in _STOP_CHARS and last not in "，、；：,;:~"):
        return SentenceKind.HEADING
    return SentenceKind.PROSE


def _joined(text: str, spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with those that hold no letter or digit joined to the one before, or, at the start, to the next."""
    joined: list[tuple[int, int]] = []
    empty = False
    for start, end in spans:
        something = bool(_SOMETHING.search(text, start, end))
        if joined and (empty or not something):
            joined[-1] = (joined[-1][0], end)
            empty = empty and not something
        else:
            joined.append((start, end))
            empty = not something
    return joined


def _cut(text: str, block: Block, manner: Habits) -> Iterator[tuple[int, int]]:
    nests = pairs(text, block.start, block.end)
    closing = {pair.close: pair for pair in nests}
    upcoming = 0
    standing: list[Pair] = []
    start = block.start
    for match in _STOPS.finditer(text, block.start, block.end):
        begin, end = match.span()
        if begin < start:
            continue
        tail, closed = _tail(text, end, block.end, closing)
        if tail >= block.end:
            break
        if text[tail] in _STOP_CHARS:
            continue
        following = _SPACES.match(text, tail, block.end).end()  # type: ignore[union-attr]
        if following >= block.end:
            break
        while upcoming < len(nests) and nests[upcoming].open < tail:
            standing.append(nests[upcoming])
            upcoming += 1
        standing = [pair for pair in standing if pair.close >= tail]
        stop = Stop(text, start, begin, end, tail, following, block.end, closed, manner)
        if _may_end_within(stop, standing) and _ends(stop):
            yield start, tail
            start = following
    if start < block.end:
        yield start, block.end


def _tail(text: str, end: int, limit: int, closing: dict[int, Pair]) -> tuple[int, Pair | None]:
    """Past the closing marks, note numbers and emoji that belong to the sentence, with the outermost pair closed."""
    at = end
    closed: Pair | None = None
    while at < limit:
        pair = closing.get(at)
        if pair is not None:
            closed, at = pair, at + 1
        elif text[at] in CLOSING and _closes_alone(text, at, limit):
            at += 1
        elif trailing := _TRAILING.match(text, at, limit):
            at = trailing.end()
        elif (space := _NEAR_SPACES.match(text, at, limit)) and (
            space.end() in closing or _LOOSE_MARK.match(text, space.end(), limit)
        ):
            at = space.end() + (space.end() not in closing)
        else:
            break
    return at, closed


def _closes_alone(text: str, at: int, limit: int) -> bool:
    """Whether a closing mark right after a stop, whose opening one is not in sight, still closes."""
    if text[at] not in "\"'":
        return True
    return at + 1 >= limit or text[at + 1].isspace() or text[at + 1] in CLOSING


def _may_end_within(stop: Stop, standing: list[Pair]) -> bool:
    """Whether the marks that stand open around a stop let a sentence end there."""
    for pair in standing:
        if pair.nest is Nest.TITLE:
            return False
        if pair.nest is Nest.BRACKET:
            if pair.open > stop.sentence:
                return False
            continue
        said = stop.text[max(stop.sentence, pair.open + 1) : min(stop.tail, pair.open + 60)].strip()
        if pair.open >= stop.sentence:
            judge = chinese_sentences if any(map(is_cjk, said)) else english_sentences
            if stop.tail - pair.open < 60 and judge.is_short_cry(said):
                return False
            lead = stop.text[stop.sentence : pair.open].rstrip()[-1:]
            goes_on = stop.text[pair.close + 1 : pair.close + 3].lstrip()[:1].islower()
            if lead and (lead.isalnum() or is_cjk(lead) or goes_on) and pair.close - pair.open <= _EMBEDDED:
                return False
    return True


def _ends(stop: Stop) -> bool:
    run = stop.run
    if any(ch in _IDEOGRAPHIC for ch in run):
        return chinese_sentences.ends_sentence(stop)
    before = stop.text[max(stop.sentence, stop.begin - 3) : stop.begin].rstrip("\"'”’」』)]）】》% ")[-1:]
    if is_cjk(before) or is_cjk(stop.first_letter()):
        return chinese_sentences.ends_sentence(stop)
    return english_sentences.ends_sentence(stop)
