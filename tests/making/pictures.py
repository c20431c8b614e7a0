"""The pictures of the README, made by the program itself: `python -m tests.making.pictures`.

`python -m tests.making.pictures all FOLDER` makes those of every screen, at both sizes, dark, light and with
NO_COLOR, to be looked at: they are not kept.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from tests.tui.player import Player
from tests.tui.test_golden_screens import SCENES, SIZES
from workbench.cli.demo import seeds
from workbench.session.session import Session
from workbench.terms.termbase import demo_termbase
from workbench.tui.app import WorkbenchApp
from workbench.tui.theme import DARK, LIGHT, PLAIN

FOLDER = Path(__file__).parents[1] / "golden" / "pictures"
SIZE = (120, 40)
PICTURES = {
    "review": ["n", "n", "n"],
    "fix-all": ["n", "n", "n", "="],
}


THEMES = {"dark": DARK, "light": LIGHT, "plain": PLAIN}


async def picture(keys: list[str], folder: Path, size: tuple[int, int] = SIZE, theme: str = DARK) -> str:
    """An SVG of the sample article after some keys, without a request to anywhere: the fonts are the viewer's own."""
    source, target = (next(seeds().glob(f"{number}_*.txt")) for number in ("003", "000"))
    session = Session.create(source, target, project=folder / "sample.review", terms=demo_termbase(), reviewer="you")
    app = WorkbenchApp(session, profile=False, remembers=False)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        player = Player(app, pilot)
        await player.settle()
        await player.press("s", "w")
        await player.press(*keys)
        await player.settle()
        svg = app.export_screenshot(title="workbench")
    session.close()
    return svg


def every_screen(folder: Path) -> None:
    """One SVG for each scene of the golden screens, size and theme: `fixes-80x24-light.svg`."""
    folder.mkdir(parents=True, exist_ok=True)
    for scene, keys in SCENES.items():
        for size, cells in SIZES.items():
            for theme, name in THEMES.items():
                os.environ.pop("NO_COLOR", None)
                if name == PLAIN:
                    os.environ["NO_COLOR"] = "1"
                with tempfile.TemporaryDirectory() as project:
                    svg = asyncio.run(picture(keys, Path(project), cells, name))
                (folder / f"{scene}-{size}-{theme}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    if sys.argv[1:2] == ["all"] and len(sys.argv) == 3:
        every_screen(Path(sys.argv[2]))
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, keys in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            (FOLDER / f"{name}.svg").write_text(asyncio.run(picture(keys, Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
