"""Why a sentence stands alone: judged by its form and its place, without lists of words.

Page furniture is short and has no stop, and stands where the text has not begun or is over, or has the form of a label,
a bracket, or a mark in foreign letters. Between the title and the first full sentence, a line of a name, of a few parts
or with a number is a byline or a date. What says again what is said elsewhere on its side is a duplicate.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from workbench.align.material import End, ending, is_label
from workbench.model.bitext import Reason
from workbench.model.span import Side

_WORDLESS = re.compile(r"[\W\d_]*")
_LATIN = re.compile(r"[\W\d_]*[A-Za-z][A-Za-z\W\d_]*")
_BRACKETED = re.compile("[(\uff08\\[\u3010].*[)\uff09\\]\u3011]", re.DOTALL)
_SHORT, _SHORTER = 66, 24
"""Bytes of a short line, and of one that may even have a stop."""
_HEAD, _BYLINE = 6, 40
"""Lines that may stand before the first full sentence, and bytes of a byline that names nobody we can make out."""
_PARTS = re.compile(r"[^\W_][^\n]*[/|\u4e28\uff5c\u00b7\u2022][^\n]*[^\W_]")
_SPACED_HAN = re.compile(r"[\u3400-\u9fff]+(?:[ \u3000]+[\u3400-\u9fff]+)+")
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_LATIN_NAME = re.compile(r"[A-Z][\w'.\u2019-]*(?: [A-Z][\w'.\u2019-]*){1,2}")
_REPEATED = 8
"""Letters from which on a repeated sentence is a duplicate; shorter ones repeat by nature."""
_SAME = 90.0
"""Likeness in percent of near-verbatim repeats."""
_NEAREST = 400
"""Sentences on either side that are compared letter by letter."""


def reasons(texts: Sequence[str], paired: Sequence[bool], side: Side) -> dict[int, Reason]:
    """The reason of each sentence of one side that is not paired, by number."""
    alone = [k for k, with_other in enumerate(paired) if not with_other]
    if not alone:
        return {}
    first = next((k for k, with_other in enumerate(paired) if with_other), len(paired))
    last = next((k for k in range(len(paired) - 1, -1, -1) if paired[k]), -1)
    missing = Reason.OMISSION if side is Side.SOURCE else Reason.ADDITION
    begun = next((k for k, text in enumerate(texts) if paired[k] and ending(text) is not End.OPEN), len(texts))
    repeats = _Repeats(texts, paired)
    found: dict[int, Reason] = {}
    for k in alone:
        outside = first < len(paired) and not first < k < last
        after = outside and k > last
        among = after and found.get(k - 1) is Reason.FURNITURE and _size(texts[k]) <= _SHORT
        head = k < begun < len(texts) and k < _HEAD and is_byline(texts[k], side)
        if among or head or is_furniture(texts[k], side, outside=outside, after=after):
            found[k] = Reason.FURNITURE
        elif repeats.has(k):
            found[k] = Reason.DUPLICATE
        else:
            found[k] = missing
    return found


def is_furniture(text: str, side: Side, *, outside: bool, after: bool) -> bool:
    """Judge one line. `outside`: before the first paired sentence or after the last; `after`: after the last."""
    bare = text.strip()
    size = _size(bare)
    if _WORDLESS.fullmatch(bare):
        return True
    if after and is_label(bare):
        return True
    if size > _SHORT:
        return False
    no_stop = ending(bare) is End.OPEN
    if no_stop and (is_label(bare) or _BRACKETED.fullmatch(bare)):
        return True
    if side is Side.SOURCE and no_stop and outside and _LATIN.fullmatch(bare):
        return True
    return after and (no_stop or size <= _SHORTER)


def is_byline(text: str, side: Side) -> bool:
    """Judge a line above the first full sentence: a name, several parts set apart, or something with a number."""
    bare = text.strip()
    size = _size(bare)
    if size > _SHORT or ending(bare) is not End.OPEN:
        return False
    if side is Side.SOURCE and _SPACED_HAN.fullmatch(
        bare
    ):  # headings are written in two halves too: one must be a name
        return any(_names_a_person(part) for part in bare.split())
    if size > _BYLINE:
        return False
    if _PARTS.fullmatch(bare) or any(character.isdigit() for character in bare):
        return True
    if side is Side.TARGET:
        return bool(_LATIN_NAME.fullmatch(bare))
    return _is_name(bare)


def _names_a_person(part: str) -> bool:
    """True for a name alone, and for one of three letters after words that say what the person does."""
    from workbench.lexicon.lookup import lexicon

    words = lexicon()

    def made_of_words(text: str) -> bool:
        return not text or any(
            words.in_lexicon(text[:length]) and made_of_words(text[length:])
            for length in range(2, min(4, len(text)) + 1)
        )

    return _is_name(part) or (_is_name(part[-3:]) and made_of_words(part[:-3]))


def _is_name(text: str) -> bool:
    """True for a Chinese surname with a given name of one or two characters; the dictionary knows surnames."""
    from workbench.lexicon.lookup import lexicon

    words = lexicon()
    if not _HAN_NAME.fullmatch(text) or words.in_lexicon(text):
        return False
    return any(
        1 <= len(text) - length <= 2
        and any(
            "surname " in sense[:24]  # also `two-character surname`
            for entry in words.entries(text[:length])
            for sense in entry.senses
        )
        for length in (1, 2)
    )


def _size(text: str) -> int:
    return len(text.strip().encode("utf-8", "surrogatepass"))


class _Repeats:
    """Finds sentences that another, paired sentence of the same side says in the same letters, or nearly."""

    def __init__(self, texts: Sequence[str], paired: Sequence[bool]) -> None:
        self._letters = ["".join(c for c in text.casefold() if c.isalnum()) for text in texts]
        self._paired = paired
        self._places: dict[str, list[int]] = defaultdict(list)
        for k, letters in enumerate(self._letters):
            if paired[k]:
                self._places[letters].append(k)

    def has(self, k: int) -> bool:
        from rapidfuzz import fuzz

        letters = self._letters[k]
        if len(letters) < _REPEATED:
            return False
        if self._places.get(letters):
            return True
        near = range(max(0, k - _NEAREST), min(len(self._letters), k + _NEAREST + 1))
        return any(
            self._paired[other]
            and abs(len(self._letters[other]) - len(letters)) <= 0.2 * len(letters)
            and fuzz.ratio(letters, self._letters[other], score_cutoff=_SAME) > 0
            for other in near
        )
