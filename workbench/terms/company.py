"""Renderings by the company they keep: English words that stand where a Chinese term stands, and hardly elsewhere.

Where no dictionary ties a term to its rendering, the text itself may: the Dice coefficient of the segments that have
the term and those that have the words (Smadja, McKeown and Hatzivassiloglou 1996).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from workbench.lexicon.lookup import lexicon
from workbench.model.span import Span
from workbench.terms.inflection import singular
from workbench.terms.renderings import Word, words

_LEAST_SEGMENTS = 2
_LEAST_DICE = 0.8
_LEAST_RARITY = 7.5
"""Nats of the rarest word: those of grammar and the commonest verbs keep company with everything."""
_MOST_WORDS = 3
_TRUNK = 6.0
"""Nats of the first and last word: a rendering begins and ends with words of its own."""


class Company:
    """The English of a text, to be asked for the words that go with a term. Built once, linear in the text."""

    def __init__(self, targets: Sequence[str]) -> None:
        self._runs = [_runs(words(text)) for text in targets]
        self._segments = Counter(key for runs in self._runs for key in runs)

    def of(self, places: Mapping[int, Sequence[Span]]) -> dict[int, Span]:
        """For each segment with the term where no rendering was found, the words that keep it company: those that stand
        in nearly all of these segments and in hardly any other. `places`: segment -> target words that render others.
        """
        if len(places) < _LEAST_SEGMENTS:
            return {}
        free = {n: self._free(n, taken) for n, taken in places.items()}
        together = Counter(key for runs in free.values() for key in runs)
        best = max(
            ((2 * often / (len(places) + self._segments[key]), len(key), key) for key, often in together.items()),
            default=None,
        )
        if best is None or best[0] < _LEAST_DICE or together[best[2]] < _LEAST_SEGMENTS:
            return {}
        return {n: runs[best[2]] for n, runs in free.items() if best[2] in runs}

    def _free(self, n: int, taken: Sequence[Span]) -> dict[tuple[str, ...], Span]:
        return {key: span for key, span in self._runs[n].items() if not any(span.overlaps(other) for other in taken)}


def _runs(found: Sequence[Word]) -> dict[tuple[str, ...], Span]:
    """Runs of up to three words by what they are without number and capitals, each where it stands first."""
    rarity = lexicon().en_rarity
    stems = [singular(word.text.lower()) for word in found]
    rare = [rarity(stem) for stem in stems]
    runs: dict[tuple[str, ...], Span] = {}
    for i in range(len(found)):
        for j in range(i, min(len(found), i + _MOST_WORDS)):
            if j > i and found[j].start - found[j - 1].end > 1:
                break
            if min(rare[i], rare[j]) >= _TRUNK and max(rare[i : j + 1]) >= _LEAST_RARITY:
                runs.setdefault(tuple(stems[i : j + 1]), Span(found[i].start, found[j].end))
    return runs
