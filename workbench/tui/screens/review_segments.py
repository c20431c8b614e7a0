"""Deciding what repeats, and terms."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import WorkbenchError
from workbench.model.span import Side, Span
from workbench.model.term import Term
from workbench.session.fixing import group_key
from workbench.session.values import FindingGroup, PlannedFix
from workbench.tui.actions import first_key
from workbench.tui.screens.review_recalls import Recalls
from workbench.tui.screens.sheet import Prompt


class Segments(Recalls):
    """Acts on many segments at once."""

    # ---- what repeats

    def do_finding_all(self) -> None:
        finding = self.state.finding
        if finding is None and self.session.is_monolingual:
            self._replace_everywhere(self.state.span)
            return
        if finding is None or (self.state.side is Side.SOURCE and not self.state.on_finding):
            self.unify_here()
            return
        at = finding.span if finding.side is Side.SOURCE else finding.source_span
        term = self.term_of(finding.source_quote, finding.bead, at)
        if term is not None and finding.check.startswith("term."):
            self.decide_term(term.zh, term.en)
            return
        plans = self.session.plan_group(group_key(finding)) if finding.group else ()
        if plans:
            group = self.session.group_of(finding)
            self.preview(plans, group.message if group is not None else finding.message)
        elif finding.group and (repeats := self.session.group_of(finding)) is not None and len(repeats) > 1:
            self.go_through(repeats)
        elif finding.side is Side.TARGET and finding.span is not None and finding.quote.strip():
            self._replace_everywhere(finding.span)
        elif self.state.bead == finding.bead and self.term_here():
            self.do_term_concordance()
        else:
            raise WorkbenchError("this is about one place: a accepts it, x dismisses it")

    def go_through(self, group: FindingGroup) -> None:
        """Makes places that each need words of their own the hunt."""
        raise NotImplementedError

    def decide_group(self, key: str) -> None:
        """All places of what repeats, from the first of them."""
        group = next((group for group in self.session.groups() if group.key == key), None)
        first = group.findings[0] if group is not None else None
        if first is None or first.bead is None:
            raise WorkbenchError("these findings are no longer there")
        self.state.enter(first.bead)
        self.state.go_to_finding(first)
        self.moved()
        self.do_finding_all()

    def decide_term(self, zh: str, en: str) -> None:
        """All places of a Chinese term get one rendering, after a look at each."""
        plans = self.session.plan_term(zh, en)
        if not plans:
            self.say(f"{zh} is \u2018{en}\u2019 everywhere already")
            return
        self.preview(plans, f"{zh} = {en}", zh=zh, en=en)

    def do_replace_everywhere(self) -> None:
        state = self.state
        if state.selection is None:
            return
        if state.side is Side.SOURCE:
            self.unify_here()
            return
        self._replace_everywhere(state.selection.span)

    def _replace_everywhere(self, span: Span) -> None:
        """Asks for other words in the place of some of the English, wherever these stand."""
        self.session.check_writable()
        state = self.state
        bead = state.bead
        old = span.of(state.text(Side.TARGET))

        def planned(new: str) -> None:
            state.drop_selection()
            self.preview(self.session.plan_replace(bead, span, new), f"\u2018{old}\u2019 by \u2018{new}\u2019")

        self.ask(Prompt(f"replace \u2018{old}\u2019 everywhere by", old, suggestions=self._words_for(span)), planned)

    def preview(self, plans: Sequence[PlannedFix], what: str, *, zh: str | None = None, en: str | None = None) -> None:
        from workbench.tui.screens.fixes import FixesScreen

        self.session.check_writable()
        if not plans:
            raise WorkbenchError(f"there is no place to change: {what}")

        def chosen(fixes: Sequence[PlannedFix]) -> None:
            self.apply_plans(fixes, zh=zh, en=en)

        self.ask(FixesScreen(self.session, plans, what), chosen)

    def apply_plans(self, fixes: Sequence[PlannedFix], *, zh: str | None = None, en: str | None = None) -> None:
        done = self.act(lambda: self.session.apply_fixes(fixes, zh=zh, en=en))
        if done is not None and zh is not None and en is not None and self.term_of(zh) is None:
            self.decided(zh, en)
            self.say(f"{done.message}, {first_key('undo')} takes it back, {first_key('term.add')} keeps it as a term")

    def do_term_concordance(self) -> None:
        """Every place of the Chinese term under the cursor."""
        raise NotImplementedError

    def term_here(self) -> str | None:
        """The Chinese term, or word, that the cursor is about."""
        raise NotImplementedError

    def unify_here(self) -> None:
        """One rendering for the Chinese word under the cursor, everywhere."""
        raise NotImplementedError

    def decided(self, zh: str, en: str) -> None:
        """Called when a rendering was given to all places of a word that is no term."""
        raise NotImplementedError

    def term_of(self, zh: str | None, bead: str | None = None, span: Span | None = None) -> Term | None:
        """The term of a Chinese word, in the sense that it has at a place of a segment's source if one is given."""
        raise NotImplementedError
