"""Deciding what repeats, and terms."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import WorkbenchError
from workbench.model.span import Side
from workbench.model.term import Term
from workbench.session.values import ConcordancePlace, PlannedFix
from workbench.tui.screens.review_mending import Mending
from workbench.tui.screens.sheet import Prompt


class Segments(Mending):
    """Acts on many segments at once."""

    # ---- what repeats

    def do_finding_all(self) -> None:
        finding = self.state.finding
        if finding is None:
            self.do_term_concordance()
            return
        term = self._term_of(finding.source_quote)
        if term is not None and finding.check.startswith("term."):
            self.decide_term(term.zh, term.en)
            return
        plans = self.session.plan_group(finding.group) if finding.group else ()
        if not plans and self._term_here():
            self.do_term_concordance()
            return
        if not plans:
            raise WorkbenchError("this finding suggests no words: c replaces them, v and = replace all places")
        self.preview(plans, finding.message)

    def _term_of(self, zh: str | None) -> Term | None:
        return next((term for term in self.session.termbase.terms if zh and term.zh == zh), None)

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
            self.do_term_concordance()
            return
        span, bead = state.selection.span, state.bead
        old = span.of(state.text())

        def planned(new: str) -> None:
            state.drop_selection()
            self.preview(self.session.plan_replace(bead, span, new), f"\u2018{old}\u2019 by \u2018{new}\u2019")

        self.ask(Prompt(f"replace \u2018{old}\u2019 everywhere by", old, suggestions=self._words_for(span)), planned)

    def preview(self, plans: Sequence[PlannedFix], what: str, *, zh: str | None = None, en: str | None = None) -> None:
        from workbench.tui.screens.fixes import FixesScreen

        self.session.check_writable()

        def chosen(fixes: Sequence[PlannedFix]) -> None:
            self.act(lambda: self.session.apply_fixes(fixes, zh=zh, en=en))

        self.ask(FixesScreen(self.session, plans, what), chosen)

    # ---- terms

    def _term_here(self) -> str | None:
        state = self.state
        if state.selection is not None and state.side is Side.SOURCE:
            return state.selection.span.of(state.text())
        finding = state.finding
        if state.on_finding and finding is not None and finding.check.startswith("term.") and finding.source_quote:
            return finding.source_quote
        return self.session.term_at(state.bead, state.side, state.span.start)

    def do_term_concordance(self) -> None:
        from workbench.tui.screens.concordance import ConcordanceScreen

        zh = self._term_here()
        if not zh:
            raise WorkbenchError("no Chinese term is known for this word")
        places = self.session.concordance(zh)
        if not places:
            raise WorkbenchError(f"{zh} is nowhere in the source")
        term = self._term_of(zh)
        self.state.drop_selection()
        self.moved()

        def chosen(answer: ConcordancePlace | str) -> None:
            if isinstance(answer, str):
                self.decide_term(zh, answer)
                return
            self.state.enter(answer.bead)
            self.state.go_to(Side.SOURCE, answer.source_span.start)
            self.moved()

        self.ask(ConcordanceScreen(self.session, zh, places, term), chosen)

    def do_term_add(self) -> None:
        state = self.state
        self.session.check_writable()
        zh = self._term_here() or ""
        en = state.selection.span.of(state.text()) if state.selection and state.side is Side.TARGET else ""
        if not en and state.linked is not None and state.linked[0] is Side.TARGET:
            en = state.linked[1].of(state.text(Side.TARGET))
        known = self._term_of(zh)
        offers = list(known.approved) if known else []
        offers += [s for _, senses in (self.info.senses if self.info else ()) for s in senses if len(s) < 40]

        def with_zh(chinese: str) -> None:
            if not chinese.strip():
                return
            self.ask(
                Prompt(f"{chinese} is in English (wrong ones after a /)", en, suggestions=offers),
                lambda words: self._add_term(chinese.strip(), words),
            )

        self.ask(Prompt("the Chinese term", zh), with_zh)

    def _add_term(self, zh: str, words: str) -> None:
        """`hot trend | trend / tuyere | outlet`: the right ones, the first preferred, then the wrong ones."""
        right, _, wrong = words.partition("/")
        approved = [word.strip() for word in right.split("|") if word.strip()]
        forbidden = tuple(word.strip() for word in wrong.split("|") if word.strip())
        if not approved:
            raise WorkbenchError("a term needs its right English")
        self.state.drop_selection()
        outcome = self.act(lambda: self.session.add_term(Term(zh, approved[0], tuple(approved[1:]), forbidden)))
        if outcome is not None:
            self.analyse_again(bead.id for bead in self.session.beads if zh in self.session.source(bead.id))
