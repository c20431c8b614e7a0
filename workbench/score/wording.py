"""The reasons of the score in words, for people; the dotted names are for programs.

A reviewer reads few reasons, so each must be worth it. How often a reason of a kind lies on words that a rater marked
was counted on news20 and ted21 (machine rows); what is hardly above chance there is told only to those who ask for it,
or, where it is of the source alone, in the words that say how hard the sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from workbench.model.score import Part, ScoreReason

REASONS = {
    "source.length": "its words",
    "source.long": "a long sentence",
    "source.rare_word": "rare words",
    "source.unknown_word": "names and words no dictionary has",
    "source.single_character": "words of one character",
    "source.ambiguous_word": "words of many senses",
    "source.idiom": "idioms",
    "source.dash": "dashes",
    "source.quotation": "quotation marks",
    "source.enumeration": "an enumeration",
    "source.unaccounted": "Chinese without a counterpart",
    "target.unaccounted": "English without a source",
    "source.unconfirmed": "not rendered as in the dictionary",
    "target.unconfirmed": "no rendering of the dictionary",
    "source.loose": "loosely rendered",
    "target.loose": "loose rendering",
    "source.in_parts": "rendered part by part",
    "name.rendered": "a name rendered by its sounds",
    "source.unknown_lost": "a word no dictionary has, without a counterpart",
    "source.unknown_doubtful": "a word no dictionary has, with a doubtful counterpart",
    "term.forbidden": "forbidden rendering",
    "number.missing": "number missing",
    "number.added": "number added",
    "name.missing": "name missing",
    "negation.lost": "negation lost",
    "negation.added": "negation added",
    "question.lost": "question lost",
    "question.added": "question added",
    "bracket.unclosed": "bracket not closed",
    "bracket.missing": "brackets missing",
    "quote.unclosed": "quotation not closed",
    "quote.missing": "quotation marks missing",
    "target.chinese_left": "Chinese left in the English",
    "target.repetition": "said twice",
    "target.too_short": "unusually short",
    "target.too_long": "unusually long",
    "others.disagreement": "agrees little with the other translations",
}
"""Reason -> what it is called."""

DIFFERENT = "numbers differ"
LEFT_OUT = "perhaps left out"
NAMES = "names to check"
HARD = "hard to translate"
FAINT = "without a dictionary match"

_WORDS = ("source.unaccounted", "source.unconfirmed", "target.unaccounted", "target.unconfirmed")
"""Of the words without a match 43 to 47 % lie on a mark, where 35 % of all content words do."""
_NUMBERS = ("number.missing", "number.added")
"""Told as one where both are there: most often the one stands for the other."""
_UNKNOWN = ("source.unknown_lost", "source.unknown_doubtful")
_LOOSE = ("source.loose", "target.loose", "quote.missing", "source.in_parts", "name.rendered", *_UNKNOWN)
"""What nearly every good translation has too: part of the sum, and never told."""
_WHY_HARD = ("source.idiom", "source.unknown_word", "source.rare_word")
"""Whose words are told of a hard sentence, in this order."""
_CUT_AMISS = re.compile("^[一二两三四五六七八九十几第每各不没未个名位这那该其]|[上下里中时后前了着过的们]$")
"""Words that no dictionary has because the segmenter put two together."""

_HARD = 10.0
"""Points of difficulty from which a sentence is called hard: a seventh of the sentences of news, of which 86 % had a
major error, where 44 % of the others had one; and one in eighty of those that no rater found an error in."""
_MANY_RARE = 5
_QUOTED = 4
"""Words quoted of one item; the others are counted."""
_RARE = 0.25
"""Points from which a word is called rare: 12.7 nats."""
_OTHERS, _APART = "others.disagreement", 4.5
"""The points from which a translation agrees little with the others: good ones differ by some 20 points of chrF."""
_STRETCH = 3
"""Adjacent words without a counterpart that are told as left out: raters marked an omission in 60 % of the sentences
with such a stretch, in 30 % of those with a lone word and in 18 % of all."""
_GAP = 1
"""Characters between two words that are adjacent still: 的."""


class Kind(IntEnum):
    """In the order of telling."""

    FAULT = 0
    """Something is wrong or missing here."""
    HARD = 1
    """The source is hard, so that the translation may be wrong anywhere."""
    FAINT = 2
    """Hardly more than chance."""


class Told(NamedTuple):
    """What a view tells in one breath."""

    kind: Kind
    words: str
    quotes: tuple[str, ...]
    """The words meant, the weightiest first, each once; of a stretch all of it."""
    points: float
    """Of all reasons that it stands for."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The quotes that belong in one line."""
        return self.quotes[:_QUOTED]

    @property
    def further(self) -> str:
        """`and 3 more`; empty if no quote is left out."""
        left = len(self.quotes) - len(self.shown)
        return f"and {left} more" if left else ""

    def text(self) -> str:
        """`number missing “12”, “13”`."""
        quotes = ", ".join(f"\u201c{quote}\u201d" for quote in self.shown)
        return " ".join(part for part in (self.words, quotes, self.further) if part)


def reason_words(name: str) -> str:
    """A reason's dotted name in words."""
    return REASONS.get(name) or name.replace(".", " ").replace("_", " ")


def told(reasons: Iterable[ScoreReason], most: int = 4) -> list[Told]:
    """What people are told of an estimate, best first: at most so many kinds of fault, then that the sentence is hard.
    Empty if nothing stands out: of what is faint nobody is told who does not ask."""
    accounts = account(reasons)
    faults = [one for one in accounts if one.kind is Kind.FAULT][:most]
    return faults + [one for one in accounts if one.kind is Kind.HARD and one.points >= _HARD and one.words != HARD]


def account(reasons: Iterable[ScoreReason]) -> list[Told]:
    """All reasons, each in one item: faults with the weightiest first, all of the difficulty, all that is faint. The
    points of the faults and the faint sum to the evidence, those of the hard to the difficulty."""
    reasons = list(reasons)
    hard = [one for one in reasons if one.part is Part.DIFFICULTY]
    faults: dict[str, list[ScoreReason]] = {}
    faint: list[ScoreReason] = []
    stretches = list(_stretches(reasons))
    out = {id(one) for stretch in stretches for one in stretch}
    for one in reasons:
        if one.part is Part.DIFFICULTY or id(one) in out:
            continue
        if one.name in _LOOSE or (one.name == _OTHERS and one.weight < _APART):
            faint.append(one)
        elif one.name not in _WORDS:
            faults.setdefault(reason_words(one.name), []).append(one)
        elif one.name.startswith("target.") and one.span and one.span.start and _is_doubtful_name(one.quote):
            faults.setdefault(NAMES, []).append(one)
        else:
            faint.append(one)
    missing, added = map(reason_words, _NUMBERS)
    if missing in faults and added in faults:
        faults[DIFFERENT] = [*faults.pop(missing), *faults.pop(added)]
    items = [_item(Kind.FAULT, words, several) for words, several in faults.items()]
    if stretches:
        points = sum(one.weight for stretch in stretches for one in stretch)
        quotes = tuple("".join(_joined(stretch)) for stretch in stretches)
        items.append(Told(Kind.FAULT, LEFT_OUT, quotes, points))
    items.sort(key=lambda item: -item.points)
    if hard:
        items.append(_hard(hard))
    if faint:
        shown = [one for one in faint if one.name in _WORDS]
        points = sum(one.weight for one in faint)
        items.append(_item(Kind.FAINT, FAINT, shown)._replace(points=points))
    return items


def _item(kind: Kind, words: str, reasons: Sequence[ScoreReason]) -> Told:
    heavy = sorted(reasons, key=lambda one: -one.weight)
    quotes = tuple(dict.fromkeys(one.quote for one in heavy if one.quote))
    return Told(kind, words, quotes, sum(one.weight for one in reasons))


def _hard(reasons: Sequence[ScoreReason]) -> Told:
    """All of the difficulty, with what a reader can see of it; only words that somebody has listed are quoted, for the
    others may be cut amiss (武于 of 丛培武于)."""
    from workbench.lexicon.lookup import lexicon

    why = ["long"] if any(one.name == "source.long" for one in reasons) else []
    words: dict[str, None] = {}
    for name in _WHY_HARD:
        words |= dict.fromkeys(one.quote for one in reasons if one.name == name and _is_shown(one))
    if words:
        few = "a rare word or name" if len(words) == 1 else "rare words and names"
        why.append(f"many {few}" if len(words) >= _MANY_RARE else few)
    points = sum(one.weight for one in reasons)
    listed = tuple(word for word in words if lexicon().in_lexicon(word))
    return Told(Kind.HARD, f"{HARD}: {', '.join(why)}" if why else HARD, listed, points)


def _is_shown(reason: ScoreReason) -> bool:
    if reason.name == "source.unknown_word":  # Python: whoever reads it knows it
        return not reason.quote.isascii() and not _CUT_AMISS.search(reason.quote)
    return reason.name != "source.rare_word" or reason.weight >= _RARE


def _stretches(reasons: Iterable[ScoreReason]) -> Iterator[list[ScoreReason]]:
    """Runs of words of the source that nothing accounts for and no word of the translation stands in the place of."""
    lost = [(one.span, one) for one in reasons if one.name == "source.unaccounted" and one.span is not None]
    run: list[ScoreReason] = []
    end = 0
    for span, one in sorted(lost, key=lambda item: item[0]):
        if run and span.start - end > _GAP:
            yield from _long_enough(run)
            run = []
        run.append(one)
        end = span.end
    yield from _long_enough(run)


def _long_enough(run: list[ScoreReason]) -> Iterator[list[ScoreReason]]:
    """The run, unless it is short or the pieces of a name (杰 | 希纳 | 维等)."""
    from workbench.lexicon.lookup import lexicon

    lone = sum(len(one.quote) == 1 for one in run)
    if len(run) < _STRETCH or 2 * lone > len(run):
        return
    if all(len(one.quote) == 1 or lexicon().in_lexicon(one.quote) for one in run):
        yield run


def _joined(stretch: Sequence[ScoreReason]) -> Iterator[str]:
    """The words of a stretch, with a sign for a character between them."""
    end = None
    for one in stretch:
        if one.span is None:
            continue
        if end is not None and one.span.start > end:
            yield "\u2026"
        yield one.quote
        end = one.span.end


def _is_doubtful_name(word: str) -> bool:
    """Whether an English word without a match is a name whose spelling nobody can vouch for: it has a capital, no
    table knows it, nor the word that it is made from (Malawian, Geminid), and it is no abbreviation. Of such words
    68 % lie on a mark."""
    if not word[:1].isupper() or not word.isalpha() or any(letter.isupper() for letter in word[1:]):
        return False
    from workbench.evidence.words import english_stem
    from workbench.lexicon.lookup import lexicon

    bases = [word, *(word.removesuffix(end) for end in ("n", "an", "ian", "ese", "i", "d", "s") if word.endswith(end))]
    return all(lexicon().stem_number(english_stem(base)) is None for base in bases)
