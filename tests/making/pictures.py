"""The pictures of the README, made by the program itself: `python -m tests.making.pictures`.

`python -m tests.making.pictures all FOLDER` makes those of every screen, at both sizes, dark, light, in high contrast
and with NO_COLOR, to be looked at: they are not kept. `python -m tests.making.pictures browser` makes the one of the
browser anew, with Chromium.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.tui.player import Player
from tests.tui.test_golden_screens import SCENES, SIZES
from workbench.cli.demo import seeds
from workbench.model.events import Status
from workbench.session.session import Session
from workbench.session.values import Outcome
from workbench.terms.termbase import demo_termbase
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.home import Home
from workbench.tui.theme import CONTRAST, DARK, LIGHT, PLAIN

FOLDER = Path(__file__).parents[1] / "golden" / "pictures"
SIZE = (120, 40)
THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST, "plain": PLAIN}
DECIDED = ["n", "n", "n", "a", "n", "d", "n", "z", "n", "2", "m", "colon", *"10", "enter"]
"""Some decisions, so that a picture shows marks, what is done and what was put off."""
PICTURES: dict[str, tuple[list[str], tuple[int, int], str]] = {
    "review": (["n", "n", "n"], SIZE, DARK),
    "fix-all": (["n", "n", "n", "="], SIZE, DARK),
    "high-contrast": (DECIDED, (80, 24), CONTRAST),
    "light": (DECIDED, (80, 24), LIGHT),
}
"""(keys, size, theme) of those in the README."""
STATES: dict[str, list[str]] = {"home": [], "finished": ["L"], "alone": [], "decided": DECIDED}
"""Keys for states that a screen can be in beside the scenes."""


def _session(folder: Path, state: str) -> Session:
    numbers = (None, "001") if state == "alone" else ("003", "000")
    files = [next(seeds().glob(f"{number}_*.txt")) if number else None for number in numbers]
    source, target = files
    assert target is not None
    return Session.create(source, target, project=folder / "sample.review", terms=demo_termbase(), reviewer="you")


def _finish(session: Session) -> None:
    """Decides everything, as one does who has nothing left to do."""
    for bead in session.beads:
        while session.findings(bead.id):  # a finding may have hidden another
            session.dismiss(session.findings(bead.id)[0].id)
        session.set_status(bead.id, Status.DONE)


async def picture(
    keys: list[str], folder: Path, size: tuple[int, int] = SIZE, theme: str = DARK, state: str = "decided"
) -> str:
    """An SVG of the sample article after some keys, without a request to anywhere: the fonts are the viewer's own."""
    if state == "home":
        never: Callable[..., Any] = lambda *_: None  # noqa: E731
        projects = [Path(f"/home/you/{name}.review") for name in ("quarterly-report", "novel/chapter-3")]
        app = WorkbenchApp(None, home=Home(never, never, never, projects), remembers=False)
        async with app.run_test(size=size) as pilot:
            app.theme = theme
            await pilot.pause()
            return app.export_screenshot(title="workbench")
    session = _session(folder, state)
    app = WorkbenchApp(session, profile=False, remembers=False)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        player = Player(app, pilot)
        await pilot.pause()
        await player.settle()
        if state == "finished":
            _finish(session)
            player.review.show_outcome(Outcome("", frozenset(bead.id for bead in session.beads)))
        await player.press("s", "w")
        await player.press(*keys)
        await player.settle()
        svg = app.export_screenshot(title="workbench")
    session.close()
    return svg


def made(keys: list[str], size: tuple[int, int], theme: str, state: str = "decided") -> str:
    """The same in a folder that is gone afterwards, without colours where the theme has none."""
    os.environ.pop("NO_COLOR", None)
    if theme == PLAIN:
        os.environ["NO_COLOR"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(picture(keys, Path(folder), size, theme, state))


def every_screen(folder: Path) -> None:
    """One SVG for each scene of the golden screens and each state, size and theme: `fixes-80x24-light.svg`."""
    folder.mkdir(parents=True, exist_ok=True)
    scenes = {**{scene: (keys, "decided") for scene, keys in SCENES.items()}, **{s: (k, s) for s, k in STATES.items()}}
    for scene, (keys, state) in scenes.items():
        for size, cells in {**SIZES, "60x24": (60, 24)}.items():
            for name, theme in THEMES.items():
                svg = made(keys, cells, theme, state)
                (folder / f"{scene}-{size}-{name}.svg").write_text(svg, encoding="utf-8")
        print(scene, flush=True)


async def in_browser(to: Path) -> None:
    """A review of the sample in Chromium, as `workbench serve` shows it."""
    from playwright.async_api import async_playwright

    from tests.web.serving import serving

    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder:
        _session(Path(folder), "decided").close()
        with serving(Path(folder), "sample.review") as address:
            async with async_playwright() as machinery:
                browser = await machinery.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                page = await browser.new_page(viewport={"width": 1100, "height": 620})
                await page.goto(address)
                await page.wait_for_timeout(15_000)  # pairing and analysis have no event on the page
                for key in ("Escape", "s", "w", "n", "n", "n"):
                    await page.keyboard.press(key)
                    await page.wait_for_timeout(500)
                await page.screenshot(path=to)
                await browser.close()


def main() -> None:
    match sys.argv[1:]:
        case ["all", folder]:
            every_screen(Path(folder))
        case ["browser"]:
            asyncio.run(in_browser(FOLDER / "browser.png"))
        case _:
            FOLDER.mkdir(parents=True, exist_ok=True)
            for name, (keys, size, theme) in PICTURES.items():
                (FOLDER / f"{name}.svg").write_text(made(keys, size, theme), encoding="utf-8")


if __name__ == "__main__":
    main()
