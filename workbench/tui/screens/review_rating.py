"""Rating on the review screen: ESA and DA scores, and the blind mode in which the machine says nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.model.finding import Severity
from workbench.session.rating import ESA_CATEGORY, HIDDEN, RatingPlan
from workbench.text.plural import counted
from workbench.tui.action import Action
from workbench.tui.actions import first_key
from workbench.tui.screens.rating import TAKE_BACK, RatingSheet
from workbench.tui.screens.review_patterns import Patterns
from workbench.tui.screens.sheet import Choice, Prompt
from workbench.tui.widgets.painted import Run

_OF_FINDINGS = frozenset({"finding.next", "finding.accept", "finding.dismiss", "finding.dismiss_why", "finding.all"})
_SEED = "7"
"""Proposed for a shuffled order; any whole number does."""


class Ratings(Patterns):
    """Acts of those who rate."""

    def play(self, action: Action) -> None:
        if action.id in _OF_FINDINGS and self._session is not None and self._session.is_blind:
            self.say(HIDDEN)
            return
        super().play(action)

    # ---- scores

    def do_rating_give(self) -> None:
        if not self.session.rating_plan.protocol:
            self._choose_protocol()
            return
        self._rate_here()

    def _rate_here(self) -> None:
        session, bead = self.session, self.state.bead
        if not session.is_ratable(bead):
            raise WorkbenchError(
                f"there is no translation of a source here to score: {first_key('rating.next')} goes on"
            )
        done, total = session.rated()
        sheet = RatingSheet(
            f"{session.rating_plan.name} score of {self.state.index + 1}, the machine's text",
            session.score_of(bead),
            progress=f"rated {done} of {total}",
            above=self._machines_words(bead),
            doubt=lambda value: session.rating_doubt(bead, value),
        )
        self.ask(sheet, lambda value: self._rated(bead, value))

    def _machines_words(self, bead: str) -> tuple[Run, ...]:
        """What is scored, where the screen shows something else: one's own correction of it."""
        if not self.session.is_own(bead):
            return ()
        return (("machine: ", "accent"), (self.session.machine(bead), ""))

    def _rated(self, bead: str, value: float) -> None:
        taken_back = value == TAKE_BACK
        if self.act(lambda: self.session.rate(bead, None if taken_back else value)) is None or taken_back:
            return
        self._on_to_unrated()
        if self.session.rating_plan.protocol == "da" and self.state.bead != bead:
            self._rate_here()  # nothing is marked first: the next score can be typed at once

    def do_rating_next(self) -> None:
        if not self.session.rating_plan.protocol:
            raise WorkbenchError(f"nothing is rated here yet: {first_key('rating.give')} begins")
        if not self._on_to_unrated():
            self.say(f"all is rated: {self.session.rating_words()}")

    def _on_to_unrated(self) -> bool:
        """To the next unrated segment, with what was said last still in sight. False if there is none."""
        following = self.session.next_unrated(self.state.bead)
        if following is None:
            return False
        said = self.message
        self.state.enter(following)
        self.moved()
        self.message = said
        self.show_bars()
        return True

    # ---- marks

    def pick_category(
        self, severity: Severity, then: Callable[[tuple[Severity, str, str]], object], wanted: str | None = None
    ) -> None:
        if self.session.rating_plan.protocol != "esa" or wanted == "Source issue":
            super().pick_category(severity, then, wanted)
        elif severity is Severity.CRITICAL:
            self.say("ESA knows minor and major errors: 2 marks a major one", bad=True)
        else:
            then((severity, ESA_CATEGORY, ""))

    # ---- the figure

    def do_figure_profile(self) -> None:
        """Marks are counted again at once by what is chosen."""
        from workbench.score.mqm import profiles
        from workbench.score.scorecards import scorecards

        session = self.session
        own = {card.name: card for card in session.scorecards}
        titles = {name: rule.title for name, rule in profiles().items()}
        titles |= {name: card.title for name, card in {**scorecards(), **own}.items()}
        names = list(titles)
        rows: list[list[Run]] = [[(f"{name:<22}", "strong"), (titles[name], "")] for name in names]

        def chosen(at: int) -> None:
            session.show_profile(names[at])
            self.count()
            self.show_inspector()
            self.say(f"counted by {names[at]}: {session.figure_line()}")

        now = names.index(session.shown_profile) if session.shown_profile in names else 0
        self.ask(Choice("count marks by", rows, index=now), chosen)

    # ---- the plan

    def _choose_protocol(self) -> None:
        rows: list[list[Run]] = [
            [("ESA  ", "strong"), ("mark the errors of a segment, minor or major, then score it", "")],
            [("DA   ", "strong"), ("score each segment, nothing is marked", "")],
        ]

        def chosen(at: int) -> None:
            self._plan(replace(self.session.rating_plan, protocol=("esa", "da")[at]))
            if at and self.session.is_ratable(self.state.bead):
                self._rate_here()

        self.ask(Choice("rate segments from 0 to 100 by", rows, letters=["e", "d"]), chosen)

    def do_rating_plan(self) -> None:
        plan = self.session.rating_plan
        offers: list[tuple[str, str, Callable[[], object]]] = [
            ("e", "ESA: mark errors, then score", lambda: self._plan(replace(plan, protocol="esa"))),
            ("d", "DA: score alone", lambda: self._plan(replace(plan, protocol="da"))),
            ("n", "no scores: marks alone", lambda: self._plan(replace(plan, protocol=""))),
            (
                "b",
                "show machine scores and findings again"
                if plan.blind
                else "blind: hide machine scores, findings and worst first",
                lambda: self._plan(replace(plan, blind=not plan.blind)),
            ),
            ("o", "visit segments in document order", lambda: self._plan(replace(plan, seed=None))),
            ("s", "visit segments shuffled, by a number that repeats it", self._ask_seed),
        ]
        now = f"now: {self.session.rating_words() or 'no scores, machine scores in sight'}"
        rows = [[(title, "")] for _, title, _ in offers]
        sheet = Choice("rating", rows, letters=[letter for letter, _, _ in offers], foot=now)
        self.ask(sheet, lambda at: offers[at][2]())

    def _ask_seed(self) -> None:
        def seeded(said: str) -> None:
            if not said.strip().isdecimal():
                raise WorkbenchError("the number that repeats the order is a whole one, such as 7")
            self._plan(replace(self.session.rating_plan, seed=int(said)))

        self.ask(Prompt("shuffle with the number", _SEED), seeded)

    def _plan(self, plan: RatingPlan) -> None:
        """Takes another plan: everything on the screen may look different now."""
        session = self.session
        session.plan_rating(plan)
        self._infos.clear()
        self._groups.clear()
        self.counts = self.count_groups()
        hunt = session.hunt(session.first_hunt)
        self.state.take_hunt(hunt)
        self.chose_hunt = True
        self.state.refresh()
        self._overview.forget(bead.id for bead in session.beads)
        self.view.touch(None)
        self.moved()
        self.count()
        words = session.rating_words() or "no scores, machine scores and findings in sight"
        left = f", {counted(len(hunt.beads), 'segment')} to go" if plan.protocol else ""
        self.say(words + left)
