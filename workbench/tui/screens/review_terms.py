"""Terms at the review: concordance, one rendering everywhere, adding, senses, and the way to the terms screen."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import WorkbenchError
from workbench.model.span import Side, Span
from workbench.model.term import Term
from workbench.session.terming import SensePlace, sound
from workbench.session.values import ConcordancePlace, Hunt, PlannedFix
from workbench.tui.screens.review_segments import Segments
from workbench.tui.screens.sheet import Choice, Prompt
from workbench.tui.widgets.painted import Run

_SHORT = 40
"""Letters of a dictionary sense that is offered as a rendering."""


class Terms(Segments):
    """Acts on terms."""

    _decided: tuple[str, Span, str, str] | None = None
    """(segment, word, Chinese, English) of a rendering that was given to all places, and is no term yet."""

    def term_of(self, zh: str | None, bead: str | None = None, span: Span | None = None) -> Term | None:
        if not zh:
            return None
        held = self.session.senses_at(bead, zh, span) if bead is not None and span is not None else ()
        return held[0] if held else next((t for t in self.session.termbase.terms if zh in t.names), None)

    def term_here(self) -> str | None:
        state = self.state
        if state.selection is not None and state.side is Side.SOURCE:
            return state.selection.span.of(state.text())
        finding = state.finding
        if state.on_finding and finding is not None and finding.check.startswith("term.") and finding.source_quote:
            return finding.source_quote
        return self.session.term_at(state.bead, state.side, state.span.start)

    def _places(self) -> tuple[str, tuple[ConcordancePlace, ...]]:
        """The Chinese under the cursor, and where it stands."""
        zh = self.term_here()
        if not zh:
            raise WorkbenchError("no Chinese term is known for this word")
        places = self.session.concordance(zh)
        if not places:
            raise WorkbenchError(f"{zh} is nowhere in the source")
        return zh, places

    # ---- all places

    def do_term_concordance(self) -> None:
        zh, places = self._places()
        self.state.drop_selection()
        self.moved()
        self._show_concordance(zh, places)

    def _show_concordance(self, zh: str, places: Sequence[ConcordancePlace]) -> None:
        from workbench.tui.screens.concordance import ConcordanceScreen, Decision

        def chosen(answer: ConcordancePlace | Decision) -> None:
            if isinstance(answer, Decision):
                if answer.as_term:
                    self._ask_english(zh, answer.en)
                elif answer.en:
                    self.decide_term(zh, answer.en)
                else:
                    self._unify(zh, places)
                return
            self.state.enter(answer.bead)
            self.state.go_to(Side.SOURCE, answer.source_span.start)
            self.moved()

        self.ask(ConcordanceScreen(self.session, zh, places, self.term_of(zh)), chosen)

    def unify_here(self) -> None:
        zh, places = self._places()
        self.state.drop_selection()
        self.moved()
        self._unify(zh, places)

    def _unify(self, zh: str, places: Sequence[ConcordancePlace]) -> None:
        from workbench.tui.screens.unify import UnifyScreen

        self.session.check_writable()
        term = self.term_of(zh)
        screen = UnifyScreen(self.session, zh, places, self._offers(zh), first=term.en if term is not None else "")

        def chosen(fixes: Sequence[PlannedFix]) -> None:
            self.apply_plans(fixes, zh=zh, en=screen.chosen)

        self.ask(screen, chosen)

    def _offers(self, zh: str) -> list[str]:
        """Renderings to choose from: those of the termbase, then what the dictionary has."""
        known = [text for term in self.session.termbase.terms if zh in term.names for text in term.approved]
        info = self.info
        senses = [s for _, several in info.senses for s in several] if info is not None and info.word == zh else []
        return list(dict.fromkeys((*known, *(sense for sense in senses if len(sense) < _SHORT))))

    # ---- adding

    def decided(self, zh: str, en: str) -> None:
        self._decided = (self.state.bead, self.state.span, zh, en)

    def do_term_add(self) -> None:
        """The words under the cursor and what stands for them on the other side, as a term: Enter keeps it. Of a term
        that is known, all its fields."""
        state = self.state
        if self._decided is not None and self._decided[:2] == (state.bead, state.span):
            self._ask_english(*self._decided[2:])
            return
        zh, en = self._linked_words()
        if not zh:
            self.ask(Prompt("the Chinese term", ""), lambda chinese: self._ask_english(chinese.strip(), en))
            return
        known = self.term_of(zh)
        if known is not None and state.selection is None:
            self._open_form(known)
            return
        self._ask_english(zh, en)

    def _linked_words(self) -> tuple[str, str]:
        """(Chinese, English) that a new term would have: what is selected or under the cursor, and its counterpart."""
        state = self.state
        words: dict[Side, str] = {Side.SOURCE: "", Side.TARGET: ""}
        here = state.selection.span if state.selection is not None else state.span
        words[state.side] = here.of(state.text())
        if state.linked is not None:
            side, span = state.linked
            words[side] = span.of(state.text(side))
        elif state.selection is None and (term := self.term_here()):
            words[Side.SOURCE] = term
        other = state.side.other
        if not words[other]:
            there = self.session.counterpart(state.bead, state.side, here)
            words[other] = there.of(state.text(other)) if there is not None else ""
        return words[Side.SOURCE], words[Side.TARGET]

    def _ask_english(self, zh: str, en: str) -> None:
        if not zh:
            return
        self.session.check_writable()
        question = Prompt(f"{zh} is in English (wrong ones after a /)", en, suggestions=self._offers(zh))
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
        self.act(lambda: self.session.add_term(Term(zh, approved[0], tuple(approved[1:]), forbidden)))

    def _open_form(self, term: Term) -> None:
        from workbench.tui.screens.term_form import TermForm

        self.session.check_writable()
        form = TermForm(term, f"{term.zh} = {term.en}", sound)
        self.ask(form, lambda new: self.act(lambda: self.session.change_term(term, new)))

    # ---- senses

    def do_term_sense(self) -> None:
        """Which sense a term has: a digit says it of this place, a letter of the whole document."""
        state, session = self.state, self.session
        zh = self.term_here()
        at = self._source_place(zh) if zh else None
        place = session.sense_at(state.bead, zh, at.start if at is not None else None) if zh else None
        if zh is None or place is None:
            raise WorkbenchError(f"{zh or 'this word'} has no more than one sense in the termbase")
        held = session.senses_at(state.bead, zh, at) if at is not None else place.senses
        choices, rows = self._sense_rows(place, held)
        letters = [letter for letter, _, _ in choices]
        first = next((n for n, (_, t, all_) in enumerate(choices) if t is not None and not all_ and t not in held), 0)

        def chosen(index: int) -> None:
            _, term, everywhere = choices[index]
            self.act(lambda: session.fix_sense(place, term, everywhere=everywhere))

        self.ask(Choice(f"{zh} means", rows, letters=letters, index=first), chosen)

    @staticmethod
    def _sense_rows(
        place: SensePlace, held: Sequence[Term]
    ) -> tuple[list[tuple[str, Term | None, bool]], list[list[Run]]]:
        """(key, sense or None for the program's choice, in the whole document), and how each is shown."""
        choices: list[tuple[str, Term | None, bool]] = []
        rows: list[list[Run]] = []
        for everywhere, keys in ((False, "123456789"), (True, "abcdefghi")):
            if not everywhere and place.at is None:
                continue
            said = place.everywhere if everywhere else place.here
            where = "in the whole document" if everywhere else "here"
            for key, term in zip(keys, place.senses, strict=False):
                told = "  as you said" if said == term.key else "  as it is taken" if [term] == list(held) else ""
                meaning = term.sense or term.domain
                choices.append((key, term, everywhere))
                rows.append(
                    [
                        (term.en, "good"),
                        (f"  {meaning}" if meaning else "", "quiet"),
                        (f"  {where}", ""),
                        (told, "accent"),
                    ]
                )
            if said is not None:
                choices.append(("0" if not everywhere else "z", None, everywhere))
                rows.append([("what the context says", ""), (f"  {where}", "")])
        return choices, rows

    def _source_place(self, zh: str) -> Span | None:
        """Where the term that the cursor is about begins in the Chinese of the segment."""
        from workbench.terms.matcher import matcher_of, source_hits

        state, session = self.state, self.session
        source = session.source(state.bead)
        places = [
            h.span for h in source_hits(matcher_of(session.termbase), source) if any(zh in t.names for t in h.terms)
        ]
        finding = state.finding
        if state.side is Side.SOURCE:
            here: Span | None = state.span
        elif state.on_finding and finding is not None and finding.source_span is not None:
            here = finding.source_span
        else:
            here = session.counterpart(state.bead, Side.TARGET, state.span)
        touching = [place for place in places if here is not None and place.overlaps(here)]
        return next(iter((*touching, *places)), None)

    # ---- the terms screen

    def do_terms(self) -> None:
        from workbench.tui.screens.term_lists import Wanted
        from workbench.tui.screens.terms import TermsScreen

        zh = self.term_here() if self.is_open and not self.session.is_monolingual else None

        def wanted(answer: Wanted) -> None:
            if answer.what == "places":
                self.take_hunt(self.session.hunt(f"term:{answer.zh}"))
                return
            places = self.session.concordance(answer.zh)
            if answer.what == "concordance":
                self._show_concordance(answer.zh, places)
            elif self.term_of(answer.zh) is not None and answer.en:
                self.decide_term(answer.zh, answer.en)
            else:
                self._unify(answer.zh, places)

        self.ask(TermsScreen(self.session, self.act, at=zh or ""), wanted)

    def take_hunt(self, hunt: Hunt) -> None:
        """Makes segments the hunt, and goes to the first."""
        raise NotImplementedError
