"""The conversation: a line is read, done through the session, and answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.linear import telling
from workbench.linear.commands import BY_WORD, COMMANDS, parsed
from workbench.linear.rating import Rates
from workbench.session.remaining import what_is_left


class Conversation(Rates):
    """One reviewer, one session, one line at a time."""

    # ---- one line

    def do(self, line: str) -> bool:
        """Does one line. False if it was to leave."""
        try:
            command, rest = parsed(line)
            if command.name == "quit":
                return False
            handler: Callable[[str], None] = getattr(self, f"_do_{command.name}")
            handler(rest)
        except WorkbenchError as error:
            self.failures += 1
            self._say(f"Not done: {error}")
        return True

    # ---- the whole

    def _do_progress(self, _: str) -> None:
        for line in telling.figures(self._session):
            self._say(line)

    def _do_left(self, _: str) -> None:
        reasons = what_is_left(self._session)
        for reason in reasons:
            numbers = ", ".join(str(self._number(bead)) for bead in reason.beads[:20])
            more = " and more" if len(reason.beads) > 20 else ""
            self._say(reason.why + (f": {numbers}{more}" if numbers else ""))
        if not reasons:
            self._say("Nothing is left: the review is finished.")

    def _do_report(self, _: str) -> None:
        from workbench.report import text
        from workbench.report.contents import report_of

        for line in text.write(report_of(self._session.export_view())).splitlines():
            if line.strip():
                self._say(line)

    def _do_export(self, rest: str) -> None:
        from workbench.formats.catalog import EXPORT_FORMATS
        from workbench.session.outputs import write_output

        name, _, file = rest.partition(" ")
        form = next((form for form in EXPORT_FORMATS if form.name == name), None)
        if form is None or not file.strip():
            known = ", ".join(form.name for form in EXPORT_FORMATS)
            raise WorkbenchError(f"say the format and the file, as in export text corrected.txt; formats are {known}")
        path = Path(file.strip()).expanduser()
        written = form.write(self._session.export_view())
        write_output(path, written.text, self._session.inputs)
        self._say(f"Wrote {path}.")
        for loss in written.losses:
            self._say(f"Left out: {loss.sentence()}.")

    def _do_help(self, rest: str) -> None:
        if rest and rest.casefold() not in BY_WORD:
            raise WorkbenchError(f"there is no command {rest}")
        for command in [BY_WORD[rest.casefold()]] if rest else COMMANDS:
            short = f", or {command.short}" if command.short else ""
            self._say(f"{command.name}{short}{' ' + command.takes if command.takes else ''}: {command.does}.")
        if not rest:
            self._say(
                "WORDS are numbers, as in 3 or 3-5, or the words in quotation marks; with zh before, Chinese ones."
            )
