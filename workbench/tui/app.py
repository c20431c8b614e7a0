"""The application: themes, and which screen is first. All work is done by screens and the session."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, ClassVar

from workbench.tui.terminal import prepare_terminal

prepare_terminal()

from textual.binding import Binding, BindingType  # noqa: E402

from workbench.errors import WorkbenchError  # noqa: E402
from workbench.memory.user import UserMemory  # noqa: E402
from workbench.tui.recent import note_project, recall, remember  # noqa: E402
from workbench.tui.settings import Settings, read_settings  # noqa: E402
from workbench.tui.surviving import Survives  # noqa: E402
from workbench.tui.theme import PLAIN, THEMES, first_theme  # noqa: E402

if TYPE_CHECKING:
    from textual.screen import Screen

    from workbench.session.rating import RatingPlan
    from workbench.session.session import Session
    from workbench.tui.screens.home import Home
    from workbench.tui.screens.review import Opener

_YIELD = 0.001
"""Seconds after which a worker lets go of the interpreter when the interface wants it; Python's own 5 ms, several times
for each key, can be felt."""


class WorkbenchApp(Survives):
    """Opens a review, or the home screen if there is nothing to open."""

    ENABLE_COMMAND_PALETTE = False
    PAUSE_GC_ON_SCROLL = True
    ESCAPE_TO_MINIMIZE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "leave", show=False, priority=True),
    ]

    def __init__(
        self,
        start: Opener | Session | None = None,
        *,
        home: Home | None = None,
        profile: bool = True,
        remembers: bool = True,
        theme: str | None = None,
        memory: UserMemory | None = None,
        rating: RatingPlan | None = None,
    ) -> None:
        """`rating` is how projects are rated where nobody chose yet."""
        sys.setswitchinterval(_YIELD)
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") is not None else None)
        self._start = start
        self._home = home
        self._profile = profile
        self._remembers = remembers
        self._theme_chosen = theme
        self._memory = memory
        self._rating = rating
        self.problem: BaseException | None = None
        """Why the program ended without a screen."""

    def on_mount(self) -> None:
        if not self.is_headless:
            self.watch_signals()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = first_theme(str(recall().get("theme", "")) if self._remembers else None, self._theme_chosen)
        if self._remembers:
            self.theme_changed_signal.subscribe(self, lambda theme: self._note_theme(theme.name))

    @property
    def remembers(self) -> bool:
        """True if what the user does is kept for the next run."""
        return self._remembers

    def get_default_screen(self) -> Screen[object]:
        if self._start is not None:
            return self._review(self._start)
        return self._home_screen()

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        from workbench.tui.picture import with_true_widths, without_requests

        return with_true_widths(without_requests(super().export_screenshot(title=title, simplify=simplify)))

    def _review(self, start: Opener | Session) -> Screen[object]:
        from workbench.tui.screens.review import ReviewScreen

        return ReviewScreen(start, profile=self._profile)

    def _home_screen(self, problem: str = "") -> Screen[object]:
        from workbench.tui.screens.home import HomeScreen

        assert self._home is not None
        return HomeScreen(self._home, problem)

    def _note_theme(self, name: str) -> None:
        if name != PLAIN:
            remember(theme=name)

    # ---- called by screens

    def open_review(self, opener: Opener) -> None:
        """From the home screen to a review."""
        self.push_screen(self._review(opener))

    def turn_to(self, session: Session, bead: str | None) -> None:
        """From one translation of a source to another, at this segment. The one that was opened first stays below the
        others, as it was left."""
        from workbench.tui.screens.review import ReviewScreen

        reviews = [screen for screen in self.screen_stack if isinstance(screen, ReviewScreen)]
        if reviews[0].session is session:
            self.pop_screen()
            reviews[0].call_after_refresh(reviews[0].come_back, bead)
        elif len(reviews) > 1:
            self.switch_screen(ReviewScreen(session, profile=False, at=bead))
        else:
            self.push_screen(ReviewScreen(session, profile=False, at=bead))

    def opened(self, session: Session) -> None:
        """A review has its texts: they are closed with the program, and its project is remembered."""
        if session not in self.sessions:
            self.sessions.append(session)
        if self._rating is not None and not session.has_rating_plan:
            session.plan_rating(self._rating)
        if self._memory is not None:
            session.use_memory(self._memory)
        if self._remembers and session.path is not None and session.read_only is None:
            note_project(session.path)

    def could_not_open(self, error: BaseException | None) -> None:
        """Back to the home screen with the reason; out of the program if one came straight here."""
        if self._home is not None and len(self.screen_stack) > 1:
            self.pop_screen()
            say = getattr(self.screen, "say", None)
            if say is not None:
                say(_in_words(error), bad=True)
            return
        self.problem = error
        self.exit(getattr(error, "exit_status", 1))

    async def action_quit(self) -> None:
        self.exit(0)


def _rating_of(settings: Settings) -> RatingPlan | None:
    if not settings.rate and not settings.blind:
        return None
    from workbench.session.rating import RatingPlan

    return RatingPlan(settings.rate, settings.blind)


def _in_words(error: BaseException | None) -> str:
    return str(error) if isinstance(error, WorkbenchError) else f"something went wrong: {error!r}"


def run(start: Opener | Session | None, *, home: Home | None = None, profile: bool = True) -> int:
    """Runs the program until it is left. Returns its exit status.

    Raises what went wrong while opening, once the terminal is itself again; `FileProblem` for wrong settings, and
    `Crashed` if the program failed.
    """
    settings = read_settings()
    memory = UserMemory() if settings.memory else None
    app = WorkbenchApp(
        start, home=home, profile=profile, theme=settings.theme, memory=memory, rating=_rating_of(settings)
    )
    status = app.run()
    app.rescue_everything()
    unsaved = [reason for session in app.sessions if (reason := _closed(session))]
    if app.crash is not None:
        from workbench.tui.crash import crashed

        projects = [session.path for session in app.sessions if session.path is not None]
        raise crashed(app.crash, app.facts(), projects, "; ".join(unsaved)) from app.crash
    if unsaved:
        raise WorkbenchError("; ".join(unsaved))
    if app.problem is not None:
        raise app.problem
    return status or app.return_code or 0


def _closed(session: Session) -> str:
    """Closes a session; why that failed, or nothing."""
    try:
        session.close()
    except Exception as error:
        return _in_words(error)
    return ""
