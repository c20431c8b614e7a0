"""Names that stand where the source names another: another city, another country, another person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from workbench.checks.base import Check, CheckedSegment, Example
from workbench.checks.context import CheckContext
from workbench.checks.place_names import ANY_ENGLISH, BY_CHARACTER, PLACES, Place
from workbench.checks.places import belongs_at
from workbench.evidence.names import SURNAMES
from workbench.evidence.spelling import spellings
from workbench.model.finding import Finding, Severity
from workbench.model.span import Span
from workbench.text.variants import to_simplified

_LONGEST = 600
"""Characters of a source that may still be compared name by name."""


class OtherPlace(Check):
    id = "name.place"
    name = "Another place"
    description = (
        "The translation names a city, province or country that the source does not, and lacks the one it has."
    )
    severity = Severity.CRITICAL
    fires = (
        Example("She flew to Beijing.", "她飞往上海。", "Beijing"),
        Example("They came from France.", "他们来自德国。", "France"),
    )
    quiet = (
        Example("She flew to Shanghai from Peking.", "她从北京飞往上海。"),
        Example("She flew to the city.", "她飞往上海。"),
        Example("Beijing answered Washington.", "中方答复了美国。"),
        Example("They exported it to the U.S. and France.", "产品出口美国和法国。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if len(seg.source) > _LONGEST:
            return
        source = to_simplified(seg.source)
        if not ANY_ENGLISH.search(seg.target):
            return
        near = (PLACES[n] for n in BY_CHARACTER.of(source))
        lost = [
            (place, match) for place in near if (match := place.zh.search(source)) and not place.en.search(seg.target)
        ]
        for place, match in lost:
            without = source[: match.start()] + source[match.end() :]
            for other in PLACES:
                wrong = other.en.search(seg.target) if (other.name == "") == (place.name == "") else None
                if other is place or wrong is None or not wrong.group()[:1].isupper() or other.hinted.search(without):
                    continue
                behind = Span(*match.span())
                yield self.in_target(
                    seg,
                    Span(*wrong.span()),
                    f"The source names {behind.of(seg.source)}, and not {wrong.group()}.",
                    source=behind,
                    suggestions=(place.name,) if place.name else (),
                    confidence=0.85,
                )
                return


_LIST = re.compile("[、和与及，,以]{1,2}")


class ListedPlace(Check):
    id = "name.listed"
    name = "Left out of a list"
    description = "The source lists cities or countries, and the translation has all of them but one."
    severity = Severity.MAJOR
    fires = (Example("It was sold to Japan and France.", "已售往日本、法国、巴西三国。", "巴西"),)
    quiet = (
        Example("It was sold to Japan, France and Brazil.", "已售往日本、法国、巴西三国。"),
        Example("It was sold to three countries.", "已售往日本、法国、巴西三国。"),
        Example("It was sold to Japan, France and others.", "已售往日本、法国、巴西等国。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if len(seg.source) > _LONGEST or "\u3001" not in seg.source or not ANY_ENGLISH.search(seg.target):
            return
        source = to_simplified(seg.source)
        at = sorted(
            (Span(*match.span()), place)
            for place in (PLACES[n] for n in BY_CHARACTER.of(source))
            for match in place.zh.finditer(source)
        )
        listed: list[list[tuple[Span, Place]]] = []
        for span, place in at:
            if listed and _LIST.fullmatch(source, listed[-1][-1][0].end, span.start):
                listed[-1].append((span, place))
            else:
                listed.append([(span, place)])
        for members in listed:
            lost = [span for span, place in members if not place.en.search(seg.target)]
            if len(members) >= _LEAST_LISTED and len(lost) == 1 and not _AND_OTHERS.search(seg.target):
                yield self.in_source(
                    seg,
                    lost[0],
                    f"{lost[0].of(seg.source)} is left out of the list.",
                    target_at=belongs_at(seg, context, lost[0]),
                    confidence=0.85,
                )


_LEAST_LISTED = 3
_AND_OTHERS = re.compile(r"\b(?:others?|elsewhere|etc|such as|including|like|more)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w'\u2019-])([A-Z][a-z]{1,6}) ([A-Z][a-z\u00fc]{1,10})(?:['\u2019]s)?(?![\w'\u2019-])")
_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    "|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
)
_PINYIN = re.compile(f"(?:{_SYLLABLE}){{1,2}}")
_NO_SURNAMES = frozenset(
    ["he", "an", "long", "man", "song", "fan", "pan", "can", "bin", "gong", "wen", "you", "a", "e", "rong", "tang"]
)
_ORDINARY = 11.5
"""Nats below which an English word is no given name."""


class OtherPerson(Check):
    id = "name.other"
    name = "Another person"
    description = "The translation spells a Chinese name that the source does not have, and lacks the one it has."
    severity = Severity.CRITICAL
    fires = (Example("Wang Guihua is sixty-seven.", "李秀兰今年六十七岁。", "Wang Guihua"),)
    quiet = (
        Example("Li Xiulan lives here.", "李秀兰住在这里。"),
        Example("Wang Guihua lives here.", "王医生住在这里。"),
        Example("Xiulan Li met Wang Guihua.", "李秀兰见了王桂华。"),
    )

    def segment(self, seg: CheckedSegment, context: CheckContext) -> Iterable[Finding]:
        if len(seg.source) > _LONGEST:
            return
        found = [name for name in _NAME.finditer(seg.target) if _is_spelled(name.group(1), name.group(2))]
        if not found:
            return
        runs = set(_runs(to_simplified(seg.source)))
        strange = [name for name in found if name.group(2).lower() not in runs]
        if not strange:
            return
        named = [one for one in context.evidence(seg).names if one.target is None and one.quote[:1] in SURNAMES]
        if len(named) != 1 or not 2 <= len(named[0].quote) <= 3:
            return
        person, wrong = named[0], Span(strange[0].start(1), strange[0].end(2))
        right = " ".join(min(spellings(part)).capitalize() for part in (person.quote[:1], person.quote[1:]))
        yield self.in_target(
            seg,
            wrong,
            f"The source names {person.quote}, and not {wrong.of(seg.target)}.",
            source=person.span,
            suggestions=(right,) if len(spellings(person.quote)) == 1 else (),
            confidence=0.85,
        )


def _is_spelled(surname: str, given: str) -> bool:
    """Whether two words may be a Chinese name in pinyin, and no English words."""
    from workbench.lexicon.lookup import lexicon
    from workbench.text.tokens import stem

    low = given.lower()
    return (
        surname.lower() in _surnames()
        and _PINYIN.fullmatch(low) is not None
        and lexicon().en_rarity(stem(low)) >= _ORDINARY
    )


@cache
def _surnames() -> frozenset[str]:
    return frozenset().union(*(spellings(one) for one in sorted(SURNAMES))) - _NO_SURNAMES


def _runs(source: str) -> Iterator[str]:
    """What one, two or three characters of the source may be spelled like."""
    for at in range(len(source)):
        for length in (1, 2, 3):
            run = source[at : at + length]
            if len(run) == length and all("\u3400" <= c <= "\u9fff" for c in run):
                yield from _spelled(run)


@lru_cache(maxsize=1 << 14)
def _spelled(run: str) -> frozenset[str]:
    return spellings(run)
