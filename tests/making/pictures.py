"""The pictures of the README, made by the program itself: `python -m tests.making.pictures`."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from tests.tui.player import Player
from workbench.cli.demo import seeds
from workbench.session.session import Session
from workbench.terms.termbase import demo_termbase
from workbench.tui.app import WorkbenchApp

FOLDER = Path(__file__).parents[1] / "golden" / "pictures"
SIZE = (120, 40)
PICTURES = {
    "review": ["n", "n", "n"],
    "fix-all": ["n", "n", "n", "="],
}


async def picture(keys: list[str], folder: Path) -> str:
    """An SVG of the sample article after some keys, without a request to anywhere: the fonts are the viewer's own."""
    source, target = (next(seeds().glob(f"{number}_*.txt")) for number in ("003", "000"))
    session = Session.create(source, target, project=folder / "sample.review", terms=demo_termbase(), reviewer="you")
    app = WorkbenchApp(session, profile=False, remembers=False)
    async with app.run_test(size=SIZE) as pilot:
        player = Player(app, pilot)
        await player.settle()
        await player.press("s", "w")
        await player.press(*keys)
        await player.settle()
        svg = app.export_screenshot(title="workbench")
    session.close()
    return svg


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, keys in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            (FOLDER / f"{name}.svg").write_text(asyncio.run(picture(keys, Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
