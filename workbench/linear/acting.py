"""What changes the review, said in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.errors import WorkbenchError
from workbench.linear import telling
from workbench.linear.commands import category_said, severity_said
from workbench.linear.walking import Walking
from workbench.model.events import DismissalScope, Status
from workbench.model.finding import Finding, Severity
from workbench.model.span import Side
from workbench.model.typology import CATEGORIES, Category
from workbench.session.fixing import group_key
from workbench.session.rating import ESA_CATEGORY, HIDDEN
from workbench.session.values import PlannedFix


class Acting(Walking):
    """Every act of the review screen."""

    # ---- findings

    def _do_findings(self, _: str) -> None:
        self._see_findings()
        lines = list(telling.findings(self._session, self._bead))
        for line in lines or ["No open finding here."]:
            self._say(line)

    def _see_findings(self) -> None:
        if self._session.is_blind:
            raise WorkbenchError(HIDDEN)

    def _finding(self, rest: str) -> tuple[Finding, str]:
        self._see_findings()
        found = self._session.findings(self._bead)
        number, _, more = rest.partition(" ")
        at, more = (int(number), more.strip()) if number.isdecimal() else (1, rest)
        if not found:
            raise WorkbenchError("there is no open finding here")
        if not 1 <= at <= len(found):
            raise WorkbenchError(f"findings here have numbers from 1 to {len(found)}")
        return found[at - 1], more

    def _do_accept(self, rest: str) -> None:
        finding, more = self._finding(rest)
        severity, unknown = severity_said(more, None)
        if unknown:
            raise WorkbenchError(f"\u201c{unknown}\u201d is no severity; these are neutral, minor, major and critical")
        before = self._session.final(self._bead)
        self._act(self._session.accept(finding.id, severity=severity))
        if self._session.final(self._bead) != before:
            self._say(f"English: {self._session.final(self._bead)}")

    def _do_dismiss(self, rest: str) -> None:
        finding, reason = self._finding(rest)
        self._act(self._session.dismiss(finding.id, reason=reason, scope=DismissalScope.PLACE))

    def _do_all(self, rest: str) -> None:
        finding, more = self._finding(rest)
        plans = self._session.plan_group(group_key(finding))
        if not plans:
            raise WorkbenchError("this finding suggests nothing that could be done everywhere")
        self._everywhere(plans, more, "all, the number of the finding")

    def _do_pattern(self, rest: str) -> None:
        from workbench.session.patterns import plan_pattern

        match = re.fullmatch(r"(.+?) by (.*?)(?: (yes(?: but [\d ,]+)?))?", rest)
        if match is None:
            raise WorkbenchError("say what by what: pattern (\\d+) % by \\1 percent")
        plans = plan_pattern(self._session, match[1], match[2])
        if not plans:
            raise WorkbenchError(f"nothing in the English is like {match[1]}")
        self._everywhere(plans, match[3] or "", "the same line")

    def _everywhere(self, plans: Sequence[PlannedFix], said: str, again: str) -> None:
        """Reads all places, or mends them if `said` begins with yes; numbers behind it are left out."""
        yes, _, but = said.partition(" ")
        if yes.casefold() != "yes":
            for number, plan in enumerate(plans, 1):
                after = "" if plan.separator else f": {plan.after}"
                after += f" Left out: {plan.doubt}." if plan.doubt else ""
                words = f"\u201c{plan.old}\u201d becomes" if plan.old else "inserts"
                self._say(f"Place {number}, segment {self._number(plan.bead)}, {words} \u201c{plan.new}\u201d{after}")
            self._say(f"{again} and yes mends them; but and numbers leave places out.")
            return
        left_out = {int(number) for number in re.findall(r"\d+", but)}
        chosen = [plan for number, plan in enumerate(plans, 1) if plan.included and number not in left_out]
        self._act(self._session.apply_fixes(chosen))

    # ---- marks

    def _do_flag(self, rest: str) -> None:
        side, span, more = self._said(rest, "flag 3-4 major mistranslation")
        severity, category = severity_said(more, Severity.MAJOR)
        assert severity is not None
        if self._session.rating_plan.protocol == "esa":
            self._category = ESA_CATEGORY
            if severity is Severity.CRITICAL:
                raise WorkbenchError("ESA knows minor and major errors")
        self._category = category_said(category, self._own_categories()) if category else self._category
        source, target = (span, None) if side is Side.SOURCE else (None, span)
        flagged = self._session.flag(
            self._bead, severity=severity, category=self._category, source=source, target=target
        )
        self._act(flagged)
        self._say(f"Category: {self._category}")

    def _own_categories(self) -> tuple[Category, ...]:
        own = self._session.check_profile.categories
        return own.categories if own is not None else ()

    def _do_omission(self, rest: str) -> None:
        words = rest if rest.casefold().startswith(("zh ", "chinese ")) else f"zh {rest}"
        _, span, more = self._said(words, "omission 2-3 major")
        severity, _ = severity_said(more, Severity.MAJOR)
        assert severity is not None
        self._act(self._session.mark_omission(self._bead, span, None, severity))

    def _do_unflag(self, rest: str) -> None:
        marks = self._session.annotations(self._bead)
        if not rest.isdecimal() or not 1 <= int(rest) <= len(marks):
            raise WorkbenchError(f"say which mark, 1 to {len(marks)}" if marks else "there is no mark here")
        self._act(self._session.unflag(marks[int(rest) - 1].annotation.id))

    def _do_categories(self, _: str) -> None:
        for category in (*self._own_categories(), *CATEGORIES):
            example = f" For example: {category.example}." if category.example else ""
            self._say(f"{category.letter}: {category.name}. {category.definition}{example}")

    # ---- the text

    def _do_edit(self, rest: str) -> None:
        session, bead = self._session, self._bead
        session.check_writable()
        text = rest
        if not text:
            begun = session.drafts().get(bead, session.final(bead))
            self._say("The new English, in one line; an empty line changes nothing. Now:")
            self._say(begun)
            text = self._console.ask("English", begun).strip()
        if not text or text == session.final(bead):
            self._say("Nothing changed.")
            return
        self._act(session.correct(bead, text))

    def _do_replace(self, rest: str) -> None:
        usage = "replace 3-4 by hot trend"
        side, span, more = self._said(rest, usage)
        by, _, new = more.partition(" ")
        if side is Side.SOURCE or by.casefold() != "by":
            raise WorkbenchError(f"only English words are replaced, and \u2018by\u2019 says what by: {usage}")
        self._act(self._session.replace(self._bead, span, new.strip()))
        self._say(f"English: {self._session.final(self._bead)}")

    def _do_machine(self, _: str) -> None:
        self._act(self._session.correct(self._bead, None))

    def _do_memory(self, rest: str) -> None:
        found = self._session.recalled(self._bead)
        if not found:
            raise WorkbenchError("nothing like this Chinese was translated before, here or elsewhere")
        if rest:
            if not rest.isdecimal() or not 1 <= int(rest) <= len(found):
                raise WorkbenchError(f"there are {len(found)} earlier translations, counted from 1")
            self._act(self._session.correct(self._bead, found[int(rest) - 1].found.target))
            return
        for number, match in enumerate(found, 1):
            self._say(telling.recalled(self._session, number, match))

    def _do_space(self, _: str) -> None:
        self._act(self._session.set_separator(self._bead, " "))

    def _do_paragraph(self, _: str) -> None:
        self._act(self._session.set_separator(self._bead, "\n\n"))

    def _do_note(self, rest: str) -> None:
        self._act(self._session.note(self._bead, rest))

    def _do_query(self, rest: str) -> None:
        self._act(self._session.query(self._bead, rest))

    def _do_undo(self, _: str) -> None:
        self._act(self._session.undo(), undoable=False)

    def _do_redo(self, _: str) -> None:
        self._act(self._session.redo(), undoable=False)

    # ---- segments

    def _do_done(self, _: str) -> None:
        self._act(self._session.set_status(self._bead, Status.DONE))
        left = [b for b in self._hunt.beads if self._is_open(b)]
        if not left:
            self._say("That was the last of the hunt; left says what remains.")
            return
        after = [b for b in self._hunt.beads if b in set(left) or b == self._bead]
        at = after.index(self._bead) + 1 if self._bead in after else 0
        self._go(after[at] if at < len(after) else left[0])

    def _is_open(self, bead: str) -> bool:
        return self._session.index(bead) is not None and self._session.segment(bead).status is not Status.DONE

    def _do_join(self, _: str) -> None:
        self._act(self._session.join(self._bead))

    def _do_split(self, _: str) -> None:
        proposed = self._session.propose_split(self._bead)
        if proposed is None:
            raise WorkbenchError("there is one sentence on each side: nothing to split")
        self._act(self._session.split(self._bead, *proposed))

    def _do_pair(self, _: str) -> None:
        self._act(self._session.pair(self._bead))

    def _do_unpair(self, _: str) -> None:
        self._act(self._session.unpair(self._bead))
