"""Deciding what repeats, and terms."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import WorkbenchError
from workbench.model.span import Side, Span
from workbench.model.term import Term
from workbench.session.fixing import group_key
from workbench.session.values import ConcordancePlace, FindingGroup, PlannedFix
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
        if finding is None:
            self.do_term_concordance()
            return
        term = self._term_of(finding.source_quote)
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
        elif self.state.bead == finding.bead and self._term_here():
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
            done = self.act(lambda: self.session.apply_fixes(fixes, zh=zh, en=en))
            if done is not None and zh is not None and en is not None and self._term_of(zh) is None:
                self._decided = (self.state.bead, self.state.span, zh, en)
                self.say(
                    f"{done.message}, {first_key('undo')} takes it back, {first_key('term.add')} keeps it as a term"
                )

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
        from workbench.tui.screens.concordance import ConcordanceScreen, Decision

        zh = self._term_here()
        if not zh:
            raise WorkbenchError("no Chinese term is known for this word")
        places = self.session.concordance(zh)
        if not places:
            raise WorkbenchError(f"{zh} is nowhere in the source")
        term = self._term_of(zh)
        self.state.drop_selection()
        self.moved()

        def chosen(answer: ConcordancePlace | Decision) -> None:
            if isinstance(answer, Decision):
                if answer.as_term:
                    self._ask_english(zh, answer.en)
                else:
                    self.decide_term(zh, answer.en)
                return
            self.state.enter(answer.bead)
            self.state.go_to(Side.SOURCE, answer.source_span.start)
            self.moved()

        self.ask(ConcordanceScreen(self.session, zh, places, term), chosen)

    def do_term_add(self) -> None:
        state = self.state
        if self._decided is not None and self._decided[:2] == (state.bead, state.span):
            self._ask_english(*self._decided[2:])
            return
        zh = self._term_here() or ""
        en = state.selection.span.of(state.text()) if state.selection and state.side is Side.TARGET else ""
        if not en and state.linked is not None and state.linked[0] is Side.TARGET:
            en = state.linked[1].of(state.text(Side.TARGET))
        if state.side is Side.SOURCE and zh:
            # The Chinese is under the cursor: only its English is asked for, at first what stands for it here.
            here = state.selection.span if state.selection else state.span
            there = self.session.counterpart(state.bead, Side.SOURCE, here)
            self._ask_english(zh, en or (there.of(state.text(Side.TARGET)) if there is not None else ""))
            return
        self.ask(Prompt("the Chinese term", zh), lambda chinese: self._ask_english(chinese.strip(), en))

    _decided: tuple[str, Span, str, str] | None = None
    """(segment, word, Chinese, English) of a rendering that was given to all places, and is no term yet."""

    def _ask_english(self, zh: str, en: str) -> None:
        if not zh:
            return
        self.session.check_writable()
        known = self._term_of(zh)
        offers = list(known.approved) if known else []
        offers += [s for _, senses in (self.info.senses if self.info else ()) for s in senses if len(s) < 40]
        question = Prompt(f"{zh} is in English (wrong ones after a /)", en, suggestions=offers)
        self.ask(question, lambda words: self._add_term(zh, words))

    def _add_term(self, zh: str, words: str) -> None:
        """`hot trend | trend / tuyere | outlet`: the right ones, the first preferred, then the wrong ones."""
        right, _, wrong = words.partition("/")
        approved = [word.strip() for word in right.split("|") if word.strip()]
        forbidden = tuple(word.strip() for word in wrong.split("|") if word.strip())
        if not approved:
            raise WorkbenchError("a term needs its right English")
        self.state.drop_selection()
        self._decided = None
        outcome = self.act(lambda: self.session.add_term(Term(zh, approved[0], tuple(approved[1:]), forbidden)))
        if outcome is not None:
            self.analyse_again(bead.id for bead in self.session.beads if zh in self.session.source(bead.id))
