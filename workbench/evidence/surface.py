"""What the characters alone tell: brackets and quotation marks, Chinese left standing, words said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.evidence.values import MarkFault, MarkKind, Repetition
from workbench.evidence.words import Word
from workbench.model.span import Side, Span
from workbench.text.script import HAN

_PAIRS = {"(": ")", "[": "]", "{": "}", "\uff08": "\uff09", "\u3010": "\u3011", "\uff3b": "\uff3d", "\u3014": "\u3015"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()} | {"\uff09": "(", ")": "("}
_ROUND = {"\uff08": "(", "\uff3b": "[", "\u3010": "[", "\u3014": "["}
_BRACKETS = re.compile("[()\\[\\]{}\uff08\uff09\u3010\u3011\uff3b\uff3d\u3014\u3015]")
_CLOSES = {")": "(", "\uff09": "(", "]": "[", "\uff3d": "[", "\u3011": "[", "\u3015": "[", "}": "{"}
_ENUMERATION = re.compile(
    r"(?:^|[\s;,.:\uff1a\uff1b\uff0c\u3002\u3001])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[\u4e00-\u5341]{1,2})$"
)
_SMILEY = re.compile(r"[:;=][-']?$")
_DOUBLE = re.compile('["\u201c\u201d\u201e\u201f\u300c\u300d\u300e\u300f\u301d\u301e\uff02\u00ab\u00bb]')
_HAN_RUN = re.compile(f"[{HAN}]+(?:[\u3001\u3002\uff0c\u00b7\uff1a\uff01\uff1f]*[{HAN}]+)*")
_WINDOW = 4
"""Words that must come again to be a repetition when they do not follow each other at once."""


def mark_faults(source: str, target: str) -> tuple[MarkFault, ...]:
    """Brackets and double quotation marks that are not closed or that the other side lacks."""
    faults = [*_unclosed(source, Side.SOURCE), *_unclosed(target, Side.TARGET)]
    ours, theirs = _DOUBLE.findall(source), [*_DOUBLE.finditer(target)]
    if len(theirs) % 2 and len(ours) % 2 == 0:
        last = theirs[-1]
        faults.append(MarkFault(Side.TARGET, MarkKind.QUOTE, Span(*last.span()), last.group(), unclosed=True))
    elif target and len(ours) >= 2 and not theirs and not re.search("['\u2018\u2019\u2039\u203a]\\w", target):
        first = _DOUBLE.search(source)
        if first:
            faults.append(MarkFault(Side.SOURCE, MarkKind.QUOTE, Span(*first.span()), first.group(), unclosed=False))
    elif source and len(theirs) >= 2 and not ours and not re.search("[\u2018\u2019\u300a\u3008']", source):
        first = theirs[0]
        faults.append(MarkFault(Side.TARGET, MarkKind.QUOTE, Span(*first.span()), first.group(), unclosed=False))
    return tuple(faults)


def _unclosed(text: str, side: Side) -> list[MarkFault]:
    open_marks: list[tuple[str, int]] = []
    faults = []
    for match in _BRACKETS.finditer(text):
        mark, at = match.group(), match.start()
        if mark not in _CLOSES:
            open_marks.append((_ROUND.get(mark, mark), at))
        elif open_marks and open_marks[-1][0] == _CLOSES[mark]:
            open_marks.pop()
        elif not _ENUMERATION.search(text[max(0, at - 6) : at]) and not _SMILEY.search(text[max(0, at - 2) : at]):
            faults.append(MarkFault(side, MarkKind.BRACKET, Span(at, at + 1), mark, unclosed=True))
    faults += [
        MarkFault(side, MarkKind.BRACKET, Span(at, at + 1), text[at], unclosed=True)
        for _, at in open_marks
        if not _SMILEY.search(text[max(0, at - 2) : at])
    ]
    return faults


def chinese_left(target: str) -> tuple[Span, ...]:
    """Runs of Chinese in the target."""
    return () if target.isascii() else tuple(Span(*match.span()) for match in _HAN_RUN.finditer(target))


_MAY_DOUBLE_WORDS = """
had that very so ha no bye yes oh more many really again long far never blah there up well
"""
_MAY_DOUBLE = frozenset(_MAY_DOUBLE_WORDS.split())


def repetitions(source: str, target: str, words: Sequence[Word]) -> tuple[Repetition, ...]:
    """Words said twice running, and long runs of words that come again where the source repeats nothing."""
    found: list[Repetition] = []
    low = [word.text.lower() for word in words]
    i = 1
    while i < len(low):
        for length in range(min(6, i, len(low) - i), 0, -1):
            if low[i - length] != low[i] or low[i - length : i] != low[i : i + length]:
                continue
            if _touch(target, words, i - length, i, i + length) and _is_slip(
                words[i : i + length], low[i : i + length]
            ):
                found.append(_repetition(target, words, i - length, i, length))
            i += length - 1
            break
        i += 1
    if not found and len(low) >= 2 * _WINDOW:
        found += _far(source, target, words, low)
    return tuple(found)


def _is_slip(again: Sequence[Word], low: Sequence[str]) -> bool:
    """Whether words said again are no figure of speech (faster and faster) and no name (Baden Baden)."""
    if len(low) == 1:
        return low[0] not in _MAY_DOUBLE and low[0].isalpha() and not again[0].text[0].isupper()
    return len(low) > 2 or not {"and", "or", "by", "after"}.intersection(low)


def _touch(text: str, words: Sequence[Word], first: int, again: int, end: int) -> bool:
    """True if only spaces stand between the first time and the second, and no end of a sentence within them: `the Bank
    of China, the Bank of China is` says the name of one clause and of the next."""
    if text[words[again - 1].end : words[again].start].strip(" \t\u00a0-") or text[words[again - 1].end] == "-":
        return False
    between = " \t\u00a0,-" if again - first > 2 else " \t\u00a0-"  # became pregnant, were pregnant, were nursing
    return all(not text[words[k].end : words[k + 1].start].strip(between) for k in range(first, end - 1))


def _repetition(text: str, words: Sequence[Word], first: int, again: int, length: int) -> Repetition:
    second = Span(words[again].start, words[again + length - 1].end)
    return Repetition(second, Span(words[first].start, words[first + length - 1].end), second.of(text))


def _far(source: str, target: str, words: Sequence[Word], low: Sequence[str]) -> list[Repetition]:
    seen: dict[tuple[str, ...], int] = {}
    for i in range(len(low) - _WINDOW + 1):
        run = tuple(low[i : i + _WINDOW])
        first = seen.setdefault(run, i)
        if first + _WINDOW <= i and _is_telling(words[i : i + _WINDOW]):
            if _repeats(source):
                return []
            length = _WINDOW
            while i + length < len(low) and first + length < i and low[first + length] == low[i + length]:
                length += 1
            return [_repetition(target, words, first, i, length)]
    return []


def _is_telling(run: Sequence[Word]) -> bool:
    """Whether a run of words says enough to be missed as a repetition: three words with content, and no long name."""
    content = [word for word in run if word.weight > 0]
    return len(content) > 2 and not any(word.text[0].isupper() for word in content)


def _repeats(text: str) -> bool:
    """Whether a Chinese text says some four characters twice."""
    runs = [text[i : i + 3] for i in range(len(text) - 2) if text[i : i + 3].isalnum()]
    return len(set(runs)) < len(runs)
