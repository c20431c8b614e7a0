"""Whole texts at once: replacing by a pattern after a preview, filters that are saved, and what is left to do."""

from __future__ import annotations

from collections.abc import Callable

from workbench.errors import WorkbenchError
from workbench.session.values import Hunt
from workbench.tui import details
from workbench.tui.recent import save_filter, saved_filters
from workbench.tui.screens.review_leaving import Leaves
from workbench.tui.screens.review_moves import FINISHED
from workbench.tui.screens.sheet import Choice, Prompt
from workbench.tui.widgets.painted import Run


class Patterns(Leaves):
    """Acts that go over all segments."""

    # ---- replacing

    def do_replace_pattern(self) -> None:
        from workbench.session.patterns import plan_pattern

        session = self.session
        session.check_writable()

        def counted(pattern: str, width: int) -> list[list[Run]]:
            if not pattern:
                return [[("such as: (\\d+) %   or: (?i)tuyeres?", "quiet")]]
            return _shown(lambda: [[(f"{len(plan_pattern(session, pattern, chr(0)))} places", "")]])

        def ask_by(pattern: str) -> None:
            if not pattern:
                return
            if not plan_pattern(session, pattern, "\0"):
                raise WorkbenchError(f"nothing in the English is like {pattern}")

            def first(new: str, width: int) -> list[list[Run]]:
                def lines() -> list[list[Run]]:
                    plans = plan_pattern(session, pattern, new)
                    if not plans:
                        return [[("that changes nothing", "quiet")]]
                    return [details.change_line(plans[0].before, plans[0].after, width, f"{len(plans)} places: ")]

                return _shown(lines)

            def planned(new: str) -> None:
                plans = plan_pattern(session, pattern, new)
                if not plans:
                    raise WorkbenchError("that changes nothing")
                self.preview(plans, f"{pattern} by {new or 'nothing'}")

            self.ask(Prompt(f"replace {pattern} by (\\1 is a group)", "", lines=first), planned)

        self.ask(Prompt("replace in all the English what is like (a regular expression)", lines=counted), ask_by)

    # ---- filters

    def do_filter(self) -> None:
        from workbench.session.filters import filtered, offered

        saved = saved_filters()

        def told(text: str, width: int) -> list[list[Run]]:
            wanted = text.partition("=")[2] if "=" in text else text
            if not wanted.strip():
                return [[(f"{key}: ", "key"), (about, "")] for key, about in list(offered(self.session).items())[:6]]
            return _shown(lambda: [[(f"{len(filtered(self.session, wanted.strip()).beads)} segments", "")]])

        def take(text: str) -> None:
            name, equals, wanted = text.partition("=")
            if not equals:
                name, wanted = "", text
            if not wanted.strip():
                return
            hunt = filtered(self.session, wanted.strip())
            if name.strip():
                save_filter(name.strip(), wanted.strip())
            self.take_hunt(Hunt(hunt.key, name.strip() or hunt.title, hunt.beads))

        suggestions = [f"{name} = {text}" for name, text in saved.items()]
        self.ask(Prompt("filter", suggestions=suggestions, hint="NAME = FILTER saves it", lines=told), take)

    def do_left(self) -> None:
        from workbench.session.remaining import what_is_left

        reasons = what_is_left(self.session)
        if not reasons:
            self.say(FINISHED)
            return

        def take(index: int) -> None:
            reason = reasons[index]
            if not reason.beads:
                self.say(reason.why)
            else:
                self.take_hunt(Hunt(f"left:{reason.key}", reason.why, reason.beads))

        self.ask(Choice("not finished yet, because", [[(reason.why, "")] for reason in reasons]), take)


def _shown(lines: Callable[[], list[list[Run]]]) -> list[list[Run]]:
    """What a call gives, or why it cannot."""
    try:
        return lines()
    except WorkbenchError as error:
        return [[(str(error), "bad")]]
