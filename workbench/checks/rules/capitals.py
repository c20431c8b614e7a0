"""One expression written sometimes with capitals and sometimes without."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock
from typing import NamedTuple

from workbench.checks.base import CheckedSegment, DocumentCheck, Example
from workbench.checks.context import CheckContext
from workbench.checks.ledger import Ledger
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side, Span
from workbench.terms.renderings import Word, words

_SMALL_WORDS = "the a an of to in and or for on at by with as is are was were be it that this its their our from not"
_SMALL = frozenset(_SMALL_WORDS.split())
_OPENERS = frozenset("\"'\u201c\u201d\u2018\u2019([")
_LEAST = 4
"""Places that an expression must have before its writing can be called mixed."""
_SHARE = 0.4
"""The rarer writing may have at most this share, or neither is the usual one."""


class _Written(NamedTuple):
    key: str
    form: str
    start: int
    end: int


class CapitalVariants(DocumentCheck):
    id = "term.capitals"
    name = "Mixed capitals"
    description = "An expression is written sometimes with capitals and sometimes without, inside sentences."
    sides = frozenset((Side.TARGET,))
    severity = Severity.MINOR
    unpaired = True
    fires = (
        Example(
            "We saw the Industrial Internet grow.",
            quote="Industrial Internet",
            before=(
                ("", "Then the industrial Internet came."),
                ("", "For the industrial Internet it was hard."),
                ("", "So the industrial Internet won."),
            ),
        ),
    )
    quiet = (
        Example(
            "Industrial Internet came first.",
            before=(
                ("", "Then the industrial Internet came."),
                ("", "For the industrial Internet it was hard."),
                ("", "So the industrial Internet won in the end."),
            ),
        ),
    )

    def __init__(self) -> None:
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._mixed: dict[str, Counter[str]] = {}
        """Those of `_forms` that have several writings."""
        self._where: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._ledger = Ledger(self._add, self._remove)
        self._lock = Lock()

    def gather(self, seg: CheckedSegment, context: CheckContext) -> tuple[_Written, ...]:
        text = seg.target
        tokens = words(text)
        letters = [t.text for t in tokens if len(t.text) > 3]
        if not letters or sum(w[0].isupper() for w in letters) > 0.8 * len(letters):
            return ()  # a heading in capitals
        found = []
        for i in range(1, len(tokens) - 1):
            first, second = tokens[i], tokens[i + 1]
            gap = text[first.end : second.start]
            if gap != " " or text[first.start - 1] in "-\u2010\u2011" or _begins_sentence(text, first.start):
                continue
            if any(len(w.text) < 3 or not w.text.isalpha() or w.text.lower() in _SMALL for w in (first, second)):
                continue
            if first.text.isupper() or second.text.isupper() or _in_title(text, tokens, i):
                continue
            if first.text[0].isupper() and second.text[0].isupper() and _is_part_of_a_name(text, tokens, i):
                continue
            span = text[first.start : second.end]
            found.append(_Written(span.lower(), span, first.start, second.end))
        return tuple(found)

    def judge(self, gathered: Mapping[str, tuple[_Written, ...]], context: CheckContext) -> Iterable[Finding]:
        with self._lock:
            self._ledger.update(gathered)
            usual = {key: form for key, forms in self._mixed.items() if (form := _usual(forms)) is not None}
            beads = {bead for key in usual for bead in self._where[key]}
        for bead in sorted(beads, key=lambda bead: context.position[bead]):
            seg = context.segments[context.position[bead]]
            for item in gathered[bead]:
                right = usual.get(item.key)
                if right is not None and item.form != right:
                    weak = right.islower() or item.form.islower()  # a name's words in capitals are no variant of them
                    yield self.in_target(
                        seg,
                        Span(item.start, item.end),
                        f"Elsewhere this is mostly written \u201c{right}\u201d.",
                        suggestions=(right,),
                        confidence=0.85,
                        group=f"{self.id}:{item.key}",
                        quiet=weak,
                    )

    def _add(self, bead: str, written: tuple[_Written, ...]) -> None:
        for item in written:
            forms = self._forms[item.key]
            forms[item.form] += 1
            self._where[item.key][bead] += 1
            if len(forms) > 1:
                self._mixed[item.key] = forms

    def _remove(self, bead: str, written: tuple[_Written, ...]) -> None:
        for item in written:
            forms = self._forms[item.key]
            for counter, entry in ((forms, item.form), (self._where[item.key], bead)):
                counter[entry] -= 1
                if not counter[entry]:
                    del counter[entry]
            if len(forms) < 2:
                self._mixed.pop(item.key, None)


def _usual(forms: Counter[str]) -> str | None:
    """The writing that most places share; None where there are too few of them, or no writing is the usual one."""
    total = sum(forms.values())
    form, often = max(forms.items(), key=lambda entry: (entry[1], entry[0]))
    return form if total >= _LEAST and total - often <= _SHARE * total else None


def _begins_sentence(text: str, at: int) -> bool:
    """Whether nothing but spaces and opening marks stands between the place and a stop, or the beginning."""
    while at and (text[at - 1] in _OPENERS or text[at - 1].isspace()):
        at -= 1
        if text[at] == "\n":
            return True
    return at == 0 or text[at - 1] in ".!?:;"


def _is_part_of_a_name(text: str, tokens: Sequence[Word], i: int) -> bool:
    """Whether the words beside two capitalised ones have capitals too: Big Data Conference."""
    before, after = tokens[i - 1], tokens[i + 2] if i + 2 < len(tokens) else None
    joined = text[before.end : tokens[i].start] == " " and before.text[0].isupper()
    joined = joined and not _begins_sentence(text, before.start)
    return joined or (after is not None and text[tokens[i + 1].end : after.start] == " " and after.text[0].isupper())


def _in_title(text: str, tokens: Sequence[Word], i: int) -> bool:
    """Whether the words stand in quotation marks or brackets, where titles have capitals of their own."""
    start = tokens[i].start
    before, after = text[max(0, start - 80) : start], text[start : start + 80]
    return before.count("\u201c") > before.count("\u201d") or (before.count('"') % 2 == 1 and '"' in after)
