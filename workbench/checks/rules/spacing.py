"""White space: missing after a stop, doubled, or before a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.placed import spans_placed
from workbench.model.span import Side, Span

_TARGET = frozenset((Side.TARGET,))
_CLOSERS = "\"'\u201d\u2019)]\u00bb"
_STOPS = ".!?;:\u2026"
_GLUED_MARK = re.compile(rf"(?<=[^\W_])(?P<mark>[;?!][{re.escape(_CLOSERS)}]*)(?=[\u201c\u2018(\[]?[^\W\d_])")
_GLUED_COMMA = re.compile(rf"(?<=[^\W\d_])(?P<mark>[,:][{re.escape(_CLOSERS)}]?)(?=[\u201c\u2018(\[]?[^\W\d_])")
_WORD = re.compile(r"\S+")
_HOST = re.compile(r"\b[\w-]+(?:\.[\w-]+)+/")
_LONGEST_HOST = 2_000
"""Characters of a word in which a host name is looked for; no address is longer, and the search is not linear."""
_OTHER_SCRIPT = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")


class SpaceAfterStop(Check):
    id = "spacing.after_stop"
    name = "Space after a stop"
    description = "Two sentences stand without a space between them, as machine output often has them."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("One wave did not subside, but another.", next_target="While it lasts, we wait.", quote="."),
        Example("It is the mother;The rest follows.", quote=";"),
        Example("\u201cWe won.\u201d", next_target="They left.", quote=".\u201d"),
    )
    quiet = (
        Example("The site JD.com grew by 3.481 billion at 9:30 a.m. in the U.S. market."),
        Example("See https://example.org/a?b=c;d for more."),
        Example("Chapter one", next_target="The wave rose."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        text = seg.target
        places = []
        for end in seg.sentence_ends:
            if 0 < end < len(text) and not text[end].isspace():
                start = _stop_before(text, end)
                if start is not None:
                    places.append(Span(start, end))
        taken = spans_placed((*places, *_addresses(text)))
        for match in _GLUED_MARK.finditer(text):
            span = Span(*match.span("mark"))
            if not taken.is_touched(span):
                places.append(span)
        if seg.next_target and not seg.separator and not seg.next_target[0].isspace():
            start = _stop_before(text, len(text))
            if start is not None:
                places.append(Span(start, len(text)))
        for span in sorted(places):
            if not _OTHER_SCRIPT.match(text[span.end : span.end + 1] or seg.next_target[:1]):
                yield self.in_target(
                    seg,
                    span,
                    "There is no space after the stop.",
                    suggestions=(span.of(text) + " ",),
                    confidence=0.99,
                    group=self.id,
                )


class SpaceAfterComma(Check):
    id = "spacing.after_comma"
    name = "Space after a comma"
    description = "A comma or colon is followed by a word without a space."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (Example("It grew,but slowly.", quote=","), Example("He said:the market is closed.", quote=":"))
    quiet = (
        Example("It cost 1,200 yuan at 9:30, and http://a.b/c,d was down."),
        Example("The ratio is a:b and the set is {x,y}, f(x,y) too."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        skipped = spans_placed(_addresses(seg.target))
        for match in _GLUED_COMMA.finditer(seg.target):
            span = Span(*match.span("mark"))
            if skipped.is_touched(span) or _is_formula(seg.target, span):
                continue
            yield self.in_target(
                seg,
                span,
                "There is no space after the mark.",
                suggestions=(span.of(seg.target) + " ",),
                confidence=0.95,
                group=self.id,
            )


class DoubledSpace(Check):
    id = "spacing.doubled"
    name = "Doubled space"
    description = "Two spaces stand between two words of a sentence."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (Example("The  market fell.", quote="  "),)
    quiet = (Example("The market fell. It rose."), Example("  The market fell."), Example("It fell.  Then it rose."))

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        for match in re.finditer(r"(?<=[^\s.!?:\u201d\"])(?:[ \u00a0]){2,}(?=\S)", seg.target):
            yield self.in_target(
                seg,
                Span(*match.span()),
                "There is more than one space.",
                suggestions=(" ",),
                confidence=0.95,
                group=self.id,
            )


class SpaceBeforeMark(Check):
    id = "spacing.before_mark"
    name = "Space before a mark"
    description = "A space stands before a comma, a stop or a closing bracket."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (Example("It grew , but slowly.", quote=" ,"), Example("Is it over ?", quote=" ?"))
    quiet = (
        Example("It grew by .5 points ... and more."),
        Example("Oh . . . nothing. I must . . . Well."),
        Example("We use .NET and :) here."),
        Example("The rate was 36.2 in 2019. %."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        for match in re.finditer(r"(?<=[\w\u201d\"')\]])[ \u00a0]+[,.;:!?)\]](?![\w.:)(\-/]|[ \u00a0]\.)", seg.target):
            span = Span(*match.span())
            yield self.in_target(
                seg,
                span,
                "There is a space before the mark.",
                suggestions=(span.of(seg.target).strip(),),
                confidence=0.95,
                group=self.id,
            )


def _addresses(text: str) -> list[Span]:
    found = []
    for word in _WORD.finditer(text):
        if not ("/" in word[0] or "@" in word[0] or "www." in word[0]):
            continue
        if _has_address_mark(word[0]):
            found.append(Span(*word.span()))
        elif host := _HOST.search(word[0]) if len(word[0]) <= _LONGEST_HOST else None:
            found.append(Span(word.start() + host.start(), word.end()))
    return found


def _has_address_mark(word: str) -> bool:
    if "://" in word or "www." in word or "@" in word:
        return True
    slash = word.find("/")
    return slash >= 0 and any(mark in word[slash:] for mark in "?=&")


def _is_formula(text: str, span: Span) -> bool:
    """Single letters around the mark: `a:b`, `f(x,y)`."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if not (before[-1:].isalnum() and after[:1].isalnum()):
        return False
    return not (before[:-1].isalnum() and after[1:].isalnum())


def _stop_before(text: str, end: int) -> int | None:
    """Where the stop stands that, with marks that close, is the last thing before a place; None if none does."""
    while end and text[end - 1] in _CLOSERS:
        end -= 1
    return end - 1 if end and text[end - 1] in _STOPS else None
