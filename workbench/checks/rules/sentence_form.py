"""Sentences that machine translation broke: cut in two, a capital in the middle, a symbol on its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span

_TARGET = frozenset((Side.TARGET,))
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]*)*[.!?]+[\"'\u201d\u2019)]*|[^.!?\n]+$")
_NO_SUBJECT = re.compile(
    r"(?:(?:Also|And also|But also|And then|Then also)\s+)"
    r"(?:has|have|had|is|are|was|were|will|can|does|did|should|must)\b"
    r"|(?:Will|Would|Can|Could|Should|Must|Shall)\s+(?:be|have been|also|only|never|soon|then)\s"
    r"|(?:Has|Have|Had|Is|Are|Was|Were|Does|Did)\s+(?:not\s+|also\s+|been\s+|already\s+|become\s+|a\s+very\s+)"
)
_PARTICIPLE = re.compile(r"[A-Z][a-z]{2,}ed\s+(?:to|into|by|from|as|with)\s")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|who|which|that|so|and)"
    r"\b"
)
_OPEN_END = re.compile(r"(?<![\w-])(?:the|a|an|and|or|my|our|their|its|whose|of the|than the)\s*[.!?]+$")
_OPEN_OF = re.compile(r"^(?:The|A|An|This|These|Its|Their)\s+(?:\w+\s+){1,3}of\s*[.!?]+$")
_MISCAST_WORDS = "The A An It Is This These Those In Of And But We They To With For When If As Its Their Has"
_MISCAST = frozenset(_MISCAST_WORDS.split())
_MISPLACED = re.compile(
    r"(?P<before>(?<![^\W_])[a-z]{2,}|[a-z][\u201d\"])[ \u00a0]"
    r"(?P<word>[A-Z][a-z]{0,5})[ \u00a0](?=[a-z\u201c\"])"
)
_DANGLING = re.compile(r"(?<=[.!?])\s+[%\u2030\u2103\u00b0]\s*[.!?]|^\s*[%\u2030\u2103\u00b0]+\s*[.!?]?$")


class SentenceCut(Check):
    id = "sentence.cut"
    name = "Sentence cut in two"
    description = "A sentence begins without its subject or breaks off, because it was cut in the middle."
    sides = _TARGET
    severity = Severity.MAJOR
    unpaired = True
    fires = (
        Example("China is strong. Also has a very good foundation.", quote="Also has"),
        Example("We saw a new model. The rise of.", quote="The rise of."),
        Example("They do not listen. Called to step into the same river.", quote="Called to"),
        Example("It is the key to the.", quote="the."),
        Example("Whether the talks succeed. Will be known before the year is out.", quote="Will be"),
    )
    quiet = (
        Example("Is it strong? Has it also been built? What is it made of?"),
        Example("Called to the scene, the police found nothing. Compared with 2019, it fell."),
        Example("He knew what it was made of. Named to the board were two women."),
        Example("He got an A. She passed."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        for match in _SENTENCE.finditer(seg.target):
            sentence = match.group()
            offset = match.start() + len(sentence) - len(sentence.lstrip())
            sentence = sentence.strip()
            span = None if "?" in sentence else _cut(sentence)
            if span:
                yield self.in_target(
                    seg,
                    span.shifted(offset),
                    "The sentence is cut in two here.",
                    confidence=0.85,
                )


class CapitalInside(Check):
    id = "sentence.capital"
    name = "Capital inside a sentence"
    description = "A small word has a capital in the middle of a sentence, where two pieces were joined."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example("As a result, a brand new The era can come.", quote="The"),
        Example("It is the \u201cindustry of Everything\u201d The \u201cInternet\u201d is bound to be.", quote="The"),
        Example("Designers were let go; not to mention It is said that labor is cheap.", quote="It"),
    )
    quiet = (
        Example("He reads The Times and The Economist in The Hague."),
        Example("\u201cThis is it.\u201d The end came."),
        Example("We saw the film To Live and A Touch of Sin."),
        Example("vitamin A is good, and plan A worked."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        for match in _MISPLACED.finditer(seg.target):
            word = match.group("word")
            before = match.group("before")
            if word not in _MISCAST or (word == "A" and before[-1] not in '\u201d"'):
                continue
            if before[-1] in '\u201d"' and (word != "The" or _stop_inside(seg.target[: match.end("before")])):
                continue
            yield self.in_target(
                seg,
                Span(*match.span("word")),
                "A sentence seems to begin in the middle of another.",
                suggestions=(word.lower(),),
                confidence=0.88,
            )


class LowercaseStart(Check):
    id = "sentence.lowercase"
    name = "Sentence without a capital"
    description = "A sentence begins with a small letter after a full stop."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (Example("The market fell. the banks closed.", quote="the"),)
    quiet = (
        Example("The market fell, e.g. in May, i.e. at once, vs. June, at 9 a.m. sharp."),
        Example("It fell... then it rose. iPhone sales grew. eBay too."),
        Example("\u201cIs it over?\u201d she asked. \u201cLeave it.\u201d he said. It went dong! and was quiet."),
        Example("In the U.S. market it fell; Mr. de Gaulle of Acme Inc. said approx. half."),
        Example("See Fig. b or No. c, and v1.2. x86 is one too. m.example.com works."),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        for match in re.finditer(r"(?<=[a-z]{3}\.)\s+(?P<word>[a-z]{2,})\b(?![.@/\w-])", seg.target):
            before = seg.target[: match.start()].rsplit(None, 1)[-1].strip('"\u201d.!?\u201c(')
            if before.lower() in _ABBREVIATIONS or "." in before:
                continue
            word = match.group("word")
            yield self.in_target(
                seg,
                Span(*match.span("word")),
                "The sentence begins with a small letter.",
                suggestions=(word.capitalize(),),
                confidence=0.85,
                group=self.id,
            )


class DanglingSymbol(Check):
    id = "symbol.dangling"
    name = "Symbol on its own"
    description = "A percent sign or a like mark stands apart from its number."
    sides = _TARGET
    severity = Severity.MINOR
    unpaired = True
    fires = (Example("It rose to 36.2 in 2019. %.", quote=" %."), Example("%.", quote="%."))
    quiet = (Example("It rose to 36.2 % in 2019, a 100% gain."),)

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        for match in _DANGLING.finditer(seg.target):
            yield self.in_target(
                seg, Span(*match.span()), "The sign stands apart from its number.", confidence=0.97, group=self.id
            )


_ABBREVIATION_WORDS = (
    "etc inc ltd corp co approx vs dept est fig figs no nos vol jan feb mar apr jun jul aug sep sept oct nov dec mon "
    "tue wed thu fri sat sun gen col capt lieut sgt rev hon prof messrs mmes min max avg tel ext cf viz yahoo app var "
    "sp spp govt intl univ assn bros cal ave blvd mts ibid eds trans misc temp"
)
_ABBREVIATIONS = frozenset(_ABBREVIATION_WORDS.split())


def _cut(sentence: str) -> Span | None:
    match = _NO_SUBJECT.match(sentence)
    if match and sentence.endswith((".", ".\u201d", '."')):
        return Span(0, len(match.group().rstrip().split(" ")[0]) + 1 + len(match.group().rstrip().split(" ")[1]))
    match = _OPEN_OF.match(sentence)
    if match:
        return Span(0, len(sentence))
    match = _OPEN_END.search(sentence)
    if match and len(sentence.split()) > 3:
        return Span(match.start(), len(sentence))
    match = _PARTICIPLE.match(sentence)
    if match and "," not in sentence and sentence.endswith(".") and not _FINITE.search(sentence[match.end() :]):
        return Span(0, len(match.group().rstrip()))
    return None


def _stop_inside(before: str) -> bool:
    return before.rstrip("\u201d\"' ")[-1:] in tuple(".!?,;:")
