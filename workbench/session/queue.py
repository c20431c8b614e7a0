"""Hunts: which segments to visit, in which order; progress and figures."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, cast

from workbench.errors import WorkbenchError
from workbench.model.bitext import Bead, Reason
from workbench.model.events import Status
from workbench.model.score import QualityEstimate
from workbench.model.span import Side, Span
from workbench.score.urgency import major_chance, urgency
from workbench.session.fixing import Fixing
from workbench.session.values import Hunt, Profile, Progress

if TYPE_CHECKING:
    from workbench.session.session import Session

HIGH, MEDIUM = 0.5, 0.25
"""Chances of a major error from which the words 'high' and 'medium' are used."""


class Queue(Fixing):
    """What is left, and where to look first."""

    def estimate(self, bead_id: str) -> QualityEstimate | None:
        """The score of the text as it stands; None while it is not computed, and for what is not paired."""
        found = self._estimates.get(bead_id)
        if found is None or self.index(bead_id) is None:
            return None
        final = self.final(bead_id)
        return found if self._estimated.get(bead_id, final) == final else None

    def risk_level(self, bead_id: str) -> int:
        """Eighths of a bar, 1 to 8, by the chance of a major error; 0 if unknown."""
        chance = self.major_chance(bead_id)
        return 0 if chance is None else 1 + min(7, int(chance * 8))

    def major_chance(self, bead_id: str) -> float | None:
        """The chance of a major error by the score and the open findings together; None where there is no score."""
        estimate = self.estimate(bead_id)
        return None if estimate is None else major_chance(estimate, self.findings(bead_id))

    def likelihood(self, bead_id: str) -> str:
        """The chance of a major error in words: `high`, `medium`, `low`, or nothing if unknown, or if the words are
        the reviewer's own, supplied or corrected: the chance is calibrated on machines."""
        chance = self.major_chance(bead_id)
        if chance is None or self.is_own(bead_id):
            return ""
        return "high" if chance >= HIGH else "medium" if chance >= MEDIUM else "low"

    def is_own(self, bead_id: str) -> bool:
        """True if the text is the reviewer's own, supplied or corrected, and no longer what the machine wrote."""
        return self.final(bead_id) != self.machine(bead_id)

    def _reviewable(self) -> list[Bead]:
        return [bead for bead in self.beads if bead.reason is not Reason.FURNITURE]

    def progress(self) -> Progress:
        reviewable = self._reviewable()
        segments = [self.segment(bead.id) for bead in reviewable]
        return Progress(
            done=sum(s.status is Status.DONE for s in segments),
            total=len(reviewable),
            in_work=sum(s.status is Status.IN_WORK for s in segments),
            queries=sum(bool(s.query) for s in segments),
            edited_after_done=sum(s.edited_after_done for s in segments),
            furniture=len(self.beads) - len(reviewable),
        )

    # ---- hunts

    def hunt(self, key: str) -> Hunt:
        """A frozen list of segments. Raises `WorkbenchError` for a key that names no hunt."""
        kind, _, rest = key.partition(":")
        if kind == "search":
            hits = self.search(rest)
            return Hunt(key, f"search: {rest}", tuple(dict.fromkeys(bead for bead, _, _ in hits)))
        if kind == "filter":
            from workbench.session.filters import filtered

            return filtered(cast("Session", self), rest)
        if kind == "term":
            from workbench.terms.matcher import matcher_of, source_hits

            terms = matcher_of(self.termbase)
            found = {bead.id: source_hits(terms, self.source(bead.id)) for bead in self.beads if bead.source}
            ids = tuple(b for b, hits in found.items() if any(rest in t.names for hit in hits for t in hit.terms))
            return Hunt(key, f"term {rest}", ids)
        if kind == "check":
            beads = [b for b in self.beads if any(f.check == rest for f in self.findings(b.id))]
            return Hunt(key, rest, tuple(b.id for b in beads))
        if kind == "group":
            group = next((g for g in self.groups() if g.key == rest), None)
            ids = tuple(dict.fromkeys(f.bead for f in group.findings if f.bead)) if group else ()
            return Hunt(key, group.message if group else rest, ids)
        if kind not in _HUNTS:
            raise WorkbenchError(f"there is no hunt called {key}")
        title, choose = _HUNTS[kind]
        return Hunt(key, title, tuple(choose(self)))

    def hunts(self) -> tuple[tuple[str, str, int], ...]:
        """(key, title, count) of the hunts that a chooser offers, checks with findings at the end."""
        fixed = [(key, title, len(choose(self))) for key, (title, choose) in _HUNTS.items()]
        checks: dict[str, int] = {}
        for bead in self.beads:
            for finding in self.findings(bead.id):
                checks[finding.check] = checks.get(finding.check, 0) + 1
        ordered = sorted(checks.items(), key=lambda item: (-item[1], item[0]))
        return (*fixed, *((f"check:{check}", check, count) for check, count in ordered))

    def _all(self) -> list[str]:
        return [bead.id for bead in self.beads]

    def _worst(self) -> list[str]:
        """By risk and open findings together; of like ones, in document order. What is done is left out."""
        open_beads = [b for b in self._reviewable() if self.segment(b.id).status is not Status.DONE]
        return [b.id for b in sorted(open_beads, key=lambda b: -self.urgency(b.id))]

    def urgency(self, bead_id: str) -> float:
        """What the worst-first order goes by: the chance of a major error, -ln(1 - chance), by score and open findings.

        The score knows pairs only; findings add what it cannot know: terms, what is missing, what stands unpaired.
        """
        return urgency(self.estimate(bead_id), self.findings(bead_id))

    def _flagged(self) -> list[str]:
        return [b.id for b in self.beads if self.findings(b.id) or self.annotations(b.id)]

    def _unreviewed(self) -> list[str]:
        return [b.id for b in self._reviewable() if self.segment(b.id).status is not Status.DONE]

    def _unpaired(self) -> list[str]:
        """What stands alone and still waits: not what was supplied, emptied or is done."""
        if self.is_monolingual:
            return []
        alone = ((b.id, self.segment(b.id)) for b in self.beads if not b.is_paired)
        return [bead for bead, s in alone if s.corrected is None and s.status is not Status.DONE]

    def _queries(self) -> list[str]:
        return [b.id for b in self.beads if self.segment(b.id).query]

    def _edited(self) -> list[str]:
        """By words, or by what follows the segment."""
        mended = self.review.separators
        return [
            b.id
            for b in self.beads
            if self.segment(b.id).corrected is not None
            or (bool(mended) and (b.id in mended or (bool(b.target) and b.target[-1].end in mended)))
        ]

    def search(self, text: str) -> tuple[tuple[str, Side, Span], ...]:
        """Every place where the words stand, on either side; case, width and accents of compatibility are ignored.

        `re:` before them makes them a regular expression, where cases differ. Raises `WorkbenchError` for a wrong one.
        """
        if text.startswith("re:"):
            from workbench.session.filters import pattern_hits

            found = pattern_hits(cast("Session", self), text.removeprefix("re:"))
            return tuple((bead, side, Span(start, end)) for bead, side, start, end in found)
        wanted = _folded(text)
        if not wanted:
            return ()
        hits = []
        for bead in self.beads:
            for side in Side:
                shown = _folded(self.text(bead.id, side))
                at = shown.find(wanted)
                while at >= 0:
                    hits.append((bead.id, side, Span(at, at + len(wanted))))
                    at = shown.find(wanted, at + len(wanted))
        return tuple(hits)

    # ---- the text as a whole

    def profile(self) -> Profile:
        """Counts, what repeats, and where to begin."""
        progress = self.progress()
        waiting = (self.bead(bead) for bead in self._unpaired())
        unpaired = [bead for bead in waiting if bead.reason is not Reason.FURNITURE]
        lines = [*filter(None, [self._files_read()]), f"{progress.total} segments to review"]
        if self.is_monolingual:
            lines[-1] += ", English alone: no source to compare with"
        elif unpaired:
            omitted = sum(bool(b.source) for b in unpaired)
            counts = ((omitted, "Chinese"), (len(unpaired) - omitted, "English"))
            alone = " and ".join(f"{n} {language} line{'s' * (n > 1)}" for n, language in counts if n)
            lines.append(f"unpaired: {alone}")
        if progress.furniture:
            lines.append(f"{progress.furniture} lines of page furniture are left out")
        high = sum(self.likelihood(b.id) == "high" for b in self.beads)
        if high:
            lines.append(f"{high} segment{'s have' if high > 1 else ' has'} a high chance of a major error")
        return Profile(tuple(lines), self.groups())

    def _files_read(self) -> str:
        """Which file is which, and the encoding that each was read in, so that a wrong guess is seen at once."""
        documents = (("Chinese", self.bitext.source), ("English", self.bitext.target))
        return ", ".join(f"{language}: {d.name} ({d.encoding})" for language, d in documents if d.name or d.text)


def _folded(text: str) -> str:
    """Case and width folded, one code point for one, so that offsets hold."""
    folded = []
    for ch in text:
        plain = unicodedata.normalize("NFKC", ch).casefold()
        folded.append(plain if len(plain) == 1 else ch)
    return "".join(folded)


_HUNTS = {
    "all": ("document order", Queue._all),
    "worst": ("worst first", Queue._worst),
    "flagged": ("with findings or marks", Queue._flagged),
    "unreviewed": ("not yet done", Queue._unreviewed),
    "unpaired": ("unpaired", Queue._unpaired),
    "query": ("queries to the author", Queue._queries),
    "edited": ("edited", Queue._edited),
}
