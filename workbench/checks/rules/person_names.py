"""Chinese personal names that are spelled with the wrong syllables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.evidence.names import SURNAMES, TWO_CHARACTER_SURNAMES
from workbench.evidence.spelling import spellings
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span
from workbench.text.script import is_han
from workbench.text.variants import to_simplified

_CAPITALISED = re.compile(r"(?<![\w.'\u2019-])[A-Z][a-z\u00fc'\u2019]{1,12}(?![\w-])")
_ALIKE = 55.0
"""Percent of likeness (rapidfuzz) from which other syllables are the same name misspelled, and not another name."""
_MOST = 20
"""Places of one surname in a segment that are looked at."""
_VERY_ALIKE = 80.0
_ORDINARY = 11.5
"""Nats below which an English word is no misspelled name, unless it is very like it."""


class _Person(NamedTuple):
    span: Span
    """Of the surname and one or two characters more, in the source."""
    given: frozenset[str]
    """What the given name may be spelled like."""
    right: frozenset[str]
    """What, behind the surname, is no mistake: the given name with one character less or more, as it may be longer."""
    before: frozenset[str]
    """The same for the character before the surname: 平安 is Ping An, and no person."""


class MisspelledName(Check):
    id = "name.pinyin"
    name = "Name misspelled"
    description = "A Chinese personal name has its surname right and the syllables of the given name wrong."
    severity = Severity.MAJOR
    fires = (
        Example("Duan Zhiqing owns the shop.", "店老板是段志强。", "Zhiqing"),
        Example("Wang Fan and Ouyang Xie came.", "王芳和欧阳雪来了。", "Fan"),
        Example("The talk was given by Xiaolung Zhang.", "演讲人是张小龙。", "Xiaolung"),
    )
    quiet = (
        Example("Zhang Xiaolong and Xiaolong Zhang are one, said Ouyang Xue.", "张小龙说，欧阳雪来了。"),
        Example("Shan Lele and Lyu Xi'an met Chen Yi-ju.", "单乐乐和吕西安见了陈怡如。"),
        Example("Li River cruises are dear, He Said, and Wang Street is long.", "王大街很长，李江游船贵，何说。"),
        Example("Wang Wei met Wang Fang.", "王伟见了王芳。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        persons: Mapping[str, Sequence[_Person]] | None = None
        for surname, given, longer, is_first in _pairs(seg.target):
            spelled_surname = _letters(surname.of(seg.target))
            if spelled_surname not in _surnames():
                continue
            if persons is None:
                persons = _persons(seg.source)
            found = persons.get(spelled_surname)
            if not found:
                continue
            written = _letters(given.of(seg.target))
            right = {written, _letters(longer.of(seg.target))} if longer else {written}
            if any(right & person.right or (not is_first and written in person.before) for person in found):
                continue
            likeliest = _likeliest(written, found)
            if likeliest is not None:
                person, spelling = likeliest
                name = person.span.of(seg.source)
                spelled = (surname.of(seg.target), spelling.capitalize())
                yield self.in_target(
                    seg,
                    given,
                    f"{name} is spelled {' '.join(spelled if is_first else spelled[::-1])}.",
                    source=person.span,
                    suggestions=(spelling.capitalize(),),
                    confidence=0.85,
                    group=f"{self.id}:{name}",
                )


@cache
def _surnames() -> frozenset[str]:
    """How surnames are spelled."""
    return frozenset().union(*map(spellings, (*SURNAMES, *TWO_CHARACTER_SURNAMES)))


def _pairs(target: str) -> Iterator[tuple[Span, Span, Span | None, bool]]:
    """(surname, given name, the same with one word more, whether the surname is first) for capitalised words that may
    be a person's name."""
    words = [Span(*match.span()) for match in _CAPITALISED.finditer(target)]
    for i, (one, other) in enumerate(pairwise(words)):
        if not _touch(one, other, target):
            continue
        before = words[i - 1] if i and _touch(words[i - 1], one, target) else None
        if before and not _is_ordinary(_letters(before.of(target))):
            continue  # Tsim Sha Tsui
        after = words[i + 2] if i + 2 < len(words) and _touch(other, words[i + 2], target) else None
        yield one, other, Span(other.start, after.end) if after else None, True
        if after is None:
            yield other, one, None, False


def _touch(one: Span, other: Span, target: str) -> bool:
    return one.end + 1 == other.start and target[one.end] == " "


def _persons(source: str) -> dict[str, list[_Person]]:
    """What may be persons in a Chinese text, by the spellings of their surnames."""
    text = to_simplified(source)
    found: defaultdict[str, list[_Person]] = defaultdict(list)
    for at, character in enumerate(text):
        for length, known in ((2, TWO_CHARACTER_SURNAMES), (1, SURNAMES)):
            surname = text[at : at + length]
            if (length == 1 and character not in known) or (length == 2 and surname not in known):
                continue
            begin = at + length
            before = spellings(text[at - 1]) if at and is_han(text[at - 1]) else frozenset()
            right = frozenset().union(
                *(
                    spellings(text[begin : begin + more])
                    for more in (1, 2, 3)
                    if all(is_han(one) for one in text[begin : begin + more])
                )
            )
            for more in (1, 2):
                given = text[begin : begin + more]
                if len(given) == more and all(is_han(one) for one in given):
                    person = _Person(Span(at, begin + more), spellings(given), right, before)
                    for spelled in spellings(surname):
                        if len(found[spelled]) < _MOST:
                            found[spelled].append(person)
            break
    return found


def _letters(written: str) -> str:
    low = written.lower().replace("\u00fc", "v")
    low = re.sub(r"['\u2019]s$", "", low)
    return "".join(c for c in low if c.isalpha())


def _is_ordinary(word: str) -> bool:
    from workbench.lexicon.lookup import lexicon
    from workbench.text.tokens import stem

    return lexicon().en_rarity(stem(word)) < _ORDINARY


def _likeliest(written: str, persons: Iterable[_Person]) -> tuple[_Person, str] | None:
    """The person whose given name is spelled most like what is written, and how it is spelled right."""
    from rapidfuzz.fuzz import ratio

    likeness, person, right = max(
        ((ratio(written, given), person, given) for person in persons for given in sorted(person.given)),
        key=lambda one: one[0],
    )
    least = _VERY_ALIKE if _is_ordinary(written) else _ALIKE
    return (person, right) if likeness >= least else None
