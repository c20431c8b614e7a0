"""Small changes of an English text by themselves: another case, words that change places, a space, words less."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from workbench.model.span import Span

_STOPS = ".,;:!?\u2026)]}\u201d\u2019"
_GLUED_BEHIND = re.compile(f"[{re.escape(_STOPS)}]+(?=[\\w\u201c\u2018(])")
_GLUED_BEFORE = re.compile(f"(?<=[^\\W\\d_])[{re.escape(_STOPS)}]+$")
_OPENING = re.compile("[(\\[{\u201c]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SENTENCE_START = re.compile(r"(?:^|[.!?\u2026][\"'\u201d\u2019)\]]*\s+)[\"'\u201c\u2018(\[]*$")


@dataclass(frozen=True, slots=True)
class Rewording:
    """What to put in the place of some words. Spans are code points."""

    span: Span
    """In the text as it was."""
    new: str
    cursor: Span
    """In the text as it becomes: the words that were acted on, or those in their place."""

    def of(self, text: str) -> str:
        return text[: self.span.start] + self.new + text[self.span.end :]


def cases(words: str) -> tuple[str, ...]:
    """The ways to write words, in the order to try them: lower case, a capital, capitals, all capitals, as they are."""
    capital = words[:1].upper() + words[1:].lower()
    titled = re.sub(r"\w+(?:['\u2019-]\w+)*", lambda found: found[0][:1].upper() + found[0][1:].lower(), words)
    forms = dict.fromkeys((words.lower(), capital, titled, words.upper(), words))
    forms.pop(words)
    return (*forms, words)


def recased(text: str, span: Span, original: str | None = None) -> Rewording | None:
    """The words in the next of their cases, `original` being how they were at first. None where there are no cases."""
    now = span.of(text)
    forms = cases(now if original is None else original)
    if len(forms) < 2:
        return None
    new = forms[(forms.index(now) + 1) % len(forms)] if now in forms else forms[0]
    return Rewording(span, new, Span(span.start, span.start + len(new)))


def moved(text: str, span: Span, words: Sequence[Span], by: int, common: Container[str]) -> Rewording | None:
    """The words exchanged with the next word (1) or the one before (-1); what stands between stays where it is.

    At the start of a sentence the capital stays at the start; a word in `common` gives it up. None if no word is there.
    """
    spoken = [word for word in words if any(map(str.isalnum, word.of(text)))]
    further = [w for w in spoken if w.start >= span.end] if by > 0 else [w for w in spoken if w.end <= span.start][::-1]
    if not further:
        return None
    first, second = (span, further[0]) if by > 0 else (further[0], span)
    left, between, right = first.of(text), text[first.end : second.start], second.of(text)
    if _SENTENCE_START.search(text[: first.start]) and left[:1].isupper():
        lowered = left[:1].lower() + left[1:]
        left = lowered if lowered.split()[0] in common and not re.match(r"I\b", left) else left
        right = right[:1].upper() + right[1:]
    new = right + between + left
    start = second.end - len(left) if by > 0 else first.start
    return Rewording(Span(first.start, second.end), new, Span(start, start + len(left if by > 0 else right)))


def missing_space(text: str, span: Span) -> int | None:
    """Where a space is missing beside words: behind a stop that the next word hangs on; None if it is not."""
    behind = _GLUED_BEHIND.match(text, span.end)
    if behind:
        return behind.end()
    if text[span.end - 1 : span.end] in tuple(_STOPS) and text[span.end : span.end + 1].isalnum():
        return span.end
    if _OPENING.match(text, span.end) and text[span.end - 1].isalnum():
        return span.end
    return span.start if _GLUED_BEFORE.search(text[: span.start]) and text[span.start].isalnum() else None


def hump(text: str, span: Span) -> int | None:
    """Where two words that were written as one part, as in `industrialInternet`; None if nothing shows it."""
    found = _HUMP.search(text, span.start, span.end)
    return found.start() if found else None


def spaced(at: int, cursor: Span) -> Rewording:
    """A space before a code point."""
    return Rewording(Span(at, at), " ", cursor.shifted(1) if at <= cursor.start else cursor)


def without(text: str, span: Span) -> Rewording:
    """The text less some words, and less the space that only they needed; a capital goes to the word behind them."""
    start, end = span.start, span.end
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    begins = bool(_SENTENCE_START.search(text[:start]))
    if after == " " and (begins or not before or before == "\n"):
        end += 1
    elif before == " " and (not after or after.isspace() or after in _STOPS):
        start -= 1
    new = ""
    if begins and span.of(text)[:1].isupper() and text[end : end + 1].islower():
        new, end = text[end].upper(), end + 1
    at = min(span.start, len(text) - (end - start) + len(new))
    return Rewording(Span(start, end), new, Span(at, at))
