"""Handing over: exports and the report, written to a file, or downloaded where the program is played in a browser."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.formats.catalog import EXPORT_FORMATS
from workbench.session.outputs import check_output, write_output
from workbench.tui.screens.review_looks import Looks
from workbench.tui.screens.sheet import Choice, Prompt
from workbench.tui.widgets.painted import padded

if TYPE_CHECKING:
    from workbench.formats.written import Loss
    from workbench.session.session import Session

_REPORTS = {"html": ".html", "markdown": ".md", "text": ".txt"}


@dataclass(frozen=True, slots=True)
class Output:
    """Something that can be written of a review."""

    name: str
    title: str
    suffix: str
    """What the file's name is given behind the project's."""
    write: Callable[[Session], tuple[str, tuple[Loss, ...]]]
    """(the text, what it could not hold)"""


def outputs() -> list[Output]:
    """All that can be written: every export format, and the report in each of its forms."""

    def export(name: str) -> Callable[[Session], tuple[str, tuple[Loss, ...]]]:
        def write(session: Session) -> tuple[str, tuple[Loss, ...]]:
            form = next(known for known in EXPORT_FORMATS if known.name == name)
            written = form.write(session.export_view())
            return written.text, written.losses

        return write

    def report(form: str) -> Callable[[Session], tuple[str, tuple[Loss, ...]]]:
        def write(session: Session) -> tuple[str, tuple[Loss, ...]]:
            from workbench.report.contents import report_of

            made: str = importlib.import_module(f"workbench.report.{form}").write(report_of(session.export_view()))
            return made, ()

        return write

    found = [Output(f.name, f.title, f".{f.name}{f.suffix}", export(f.name)) for f in EXPORT_FORMATS]
    found += [
        Output(
            f"report {form}",
            "the report for people: figures, worst segments, changes",
            f".report{suffix}",
            report(form),
        )
        for form, suffix in _REPORTS.items()
    ]
    return found


class HandsOver(Looks):
    """Acts that write what others read."""

    def do_export(self) -> None:
        if not self.is_open:
            return
        known = outputs()
        rows = [[(padded(output.name, 17), "key"), (output.title, "")] for output in known]
        self.ask(Choice("export", rows), lambda index: self._export(known[index]))

    def _export(self, output: Output) -> None:
        session = self.session
        name = (session.path.stem if session.path else "review") + output.suffix
        text, losses = output.write(session)
        lost = f"; left out: {losses[0].what}" if losses else ""
        if self.app.is_web:
            data = io.BytesIO(text.encode("utf-8", "replace"))
            self.app.deliver_binary(data, save_filename=name, mime_type="application/octet-stream")
            self.say(f"{name} is downloaded{lost}")
            return

        def write(path: Path, *, replace: bool = False) -> None:
            write_output(path, text, session.inputs, replace=replace)
            self.say(f"wrote {path}{lost}")

        def take(given: str) -> None:
            if not given.strip():
                return
            path = Path(given.strip()).expanduser()
            if not path.is_file():
                write(path)
                return
            check_output(path, session.inputs)
            rows = [[("leave it", "")], [("replace it", "")]]
            self.ask(
                Choice(f"{path} is there already", rows, letters="lr"),
                lambda index: write(path, replace=True) if index else self.say("nothing was written"),
            )

        self.ask(Prompt(f"write the {output.name} to", name), take)
