"""Quality figures under the profiles of the project: scorecards, and human scores of whole segments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.score.mqm import DEFAULT_PROFILE, profiles
from workbench.session.analysing import counted_marks
from workbench.session.referencing import Referencing
from workbench.session.values import Figure
from workbench.text.plural import counted

if TYPE_CHECKING:
    from workbench.score.ratings import Rating
    from workbench.score.scorecards import Scorecard

_SETTING = "profiles"
_RULES = "mqm_profile"
_SHOWN = "shown_profile"


class Profiling(Referencing):
    """Profiles are kept in the project with all their rules, so that a figure can be counted again years later."""

    _scorecards: tuple[Scorecard, ...] | None = None

    @property
    def scorecards(self) -> tuple[Scorecard, ...]:
        """The profiles in use beside the MQM figure, in the order they were chosen."""
        if self._scorecards is None:
            from workbench.score.scorecards import from_record

            kept = self._store.settings().get(_SETTING, []) if self._store else []
            self._scorecards = tuple(from_record(record, str(self.path or "project")) for record in kept)
        return self._scorecards

    def use_scorecards(self, cards: Iterable[Scorecard]) -> None:
        """Counts under these from now on; kept in the project where it may be written."""
        self._scorecards = tuple({card.name: card for card in cards}.values())
        if self._store is not None and not self.read_only:
            self._store.save_setting(_SETTING, [card.to_record() for card in self._scorecards])

    # ---- MQM rules, and the figure that the screen shows

    _settings: dict[str, str] | None = None

    def _chosen(self, setting: str, default: str = "") -> str:
        if self._settings is None:
            kept = self._store.settings() if self._store else {}
            self._settings = {key: kept[key] for key in (_RULES, _SHOWN) if isinstance(kept.get(key), str)}
        return self._settings.get(setting, default)

    def _choose(self, setting: str, name: str) -> None:
        self._chosen(setting)
        assert self._settings is not None
        self._settings[setting] = name
        if self._store is not None and not self.read_only:
            self._store.save_setting(setting, name)

    @property
    def mqm_profile(self) -> str:
        """The rules of the MQM figure; those of a newer program that this one does not have are the usual ones."""
        chosen = self._chosen(_RULES, DEFAULT_PROFILE)
        return chosen if chosen in profiles() else DEFAULT_PROFILE

    def use_profiles(self, chosen: Iterable[Scorecard | str]) -> None:
        """Counts by these from now on: MQM rules by their name, and scorecards instead of those in use. Kept in the
        project where it may be written."""
        cards = []
        for one in chosen:
            if isinstance(one, str):
                self._choose(_RULES, one)
            else:
                cards.append(one)
        if cards:
            self.use_scorecards(cards)

    @property
    def shown_profile(self) -> str:
        """Name of the profile whose figure the screen shows."""
        shown = self._chosen(_SHOWN)
        return shown if shown in {card.name for card in self.scorecards} else self.mqm_profile

    def show_profile(self, name: str) -> None:
        """Shows the figure of this profile on the screen; a scorecard is in use from now on."""
        if name in profiles():
            self._choose(_RULES, name)
        elif name not in {card.name for card in self.scorecards}:
            from workbench.score.scorecards import scorecard_of

            self.use_scorecards((*self.scorecards, scorecard_of(name)))
        self._choose(_SHOWN, name)

    def figure_line(self) -> str:
        """The figure of the shown profile in a line, as `mqm_line`."""
        shown = self.shown_profile
        if shown == DEFAULT_PROFILE:
            return self.mqm_line()
        if shown in profiles():
            return f"{self.mqm_line()} ({shown})"
        judged, total = len(self._verdicts()), self.progress().total
        figure = next(figure for figure in self.scorecard_figures() if figure.title == shown)
        return f"{shown} {figure.value}, {judged} of {total} segments" if judged else self.mqm_line()

    # ---- figures

    def scorecard_figures(self) -> tuple[Figure, ...]:
        """Each profile's figure over the segments that were judged."""
        from workbench.score.scorecards import count

        judged = self._verdicts()
        marks = counted_marks(self.review)
        figures = []
        for card in self.scorecards:
            made = count(card, marks, self._words_judged(judged, card.basis))
            heavy = ", ".join(f"{name} {points:g}" for name, points in made.by_category.items() if points)
            basis = (
                f"{card.title}: {made.points:g} point{'s' * (made.points != 1)}, "
                f"{made.words:g} {card.basis}, {counted(len(judged), 'segment')}"
            )
            told = made.told if judged else "no segment judged yet"
            figures.append(Figure(card.name, told, made.signature, basis + (f"; {heavy}" if heavy else "")))
        return (*figures, *self._rating_figures())

    def _words_judged(self, judged: Iterable[str], basis: str) -> float:
        if basis == "target words":
            return sum(len(self.machine(bead).split()) for bead in judged)
        texts = [self.source(bead) for bead in judged]
        if basis == "source words":
            from workbench.text.tokens import TokenKind, chinese_tokens

            counted = (TokenKind.WORD, TokenKind.LATIN, TokenKind.NUMBER)
            return sum(token.kind in counted for text in texts for token in chinese_tokens(text))
        characters = sum(not ch.isspace() for text in texts for ch in text)
        return characters / 2 if basis.endswith("/ 2") else characters

    def ratings(self, protocol: str) -> tuple[Rating, ...]:
        """The scores of whole segments that stand, by every reviewer: the last one each gave."""
        from workbench.score.ratings import Rating

        return tuple(
            Rating(score.rater, bead.id, score.value, score.blind, score.order)
            for bead in self.beads
            for score in self.segment(bead.id).scores
            if score.protocol.lower() == protocol
        )

    def _rating_figures(self) -> Iterable[Figure]:
        from workbench.score.ratings import PROTOCOLS, blindness, mean, z_scores

        for protocol in PROTOCOLS:
            given = self.ratings(protocol)
            if not given:
                continue
            raters, segments = len({one.rater for one in given}), len({one.segment for one in given})
            blind = sum(one.blind for one in given)
            where = (
                f"0 to 100, mean of {counted(segments, 'segment')}, {counted(raters, 'reviewer')}, {blindness(given)}"
            )
            signature = (
                f"{protocol}|version:1|raters:{raters}|segments:{segments}|blind:{blind}/{len(given)}|"
                "mean:raters,segments"
            )
            yield Figure(protocol.upper(), f"{mean(given):.1f} (higher is better)", signature, where)
            if protocol == "da" and (z := z_scores(given)):
                told = f"{min(z.values()):+.2f} to {max(z.values()):+.2f}"
                yield Figure(
                    "DA z",
                    told,
                    f"{signature}|z:rater,n-1",
                    f"from the worst to the best of {counted(len(z), 'segment')}",
                )
