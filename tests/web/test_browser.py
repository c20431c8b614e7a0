"""A real review in a real browser: Chromium, headless, driven by its keys. Skipped where there is none."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.web.serving import EN, serving
from workbench.session.session import Session

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
playwright = pytest.importorskip("playwright.async_api")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")


class Tab:
    """One page, all that it asked for, and all that the program has drawn on it."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.asked: list[str] = []
        self.problems: list[str] = []
        self.drawn = bytearray()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda said: said.type == "error" and self.problems.append(said.text))
        page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
        page.on("websocket", self._connected)
        self.downloads: list[Any] = []
        page.on("download", lambda download: self.downloads.append(download))

    def _connected(self, websocket: Any) -> None:
        self.asked.append(websocket.url)
        websocket.on("framereceived", lambda data: self.drawn.extend(data if isinstance(data, bytes) else b""))

    async def shows(self, words: str) -> None:
        """Waits until the words have been drawn since the last key."""
        await until(lambda: words.encode() in self.drawn, f"{words!r} is not drawn: {bytes(self.drawn[-3000:])!r}")

    async def press(self, *keys: str) -> None:
        self.drawn.clear()
        for key in keys:
            await self.page.keyboard.press(key)

    async def type(self, text: str) -> None:
        self.drawn.clear()
        await self.page.keyboard.type(text)


async def until(holds: Callable[[], bool], otherwise: str) -> None:
    for _ in range(600):
        if holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(otherwise)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with serving(tmp_path, "zh.txt", "en.txt", "--project", "a.review", "--token") as url:
        yield url


@pytest.fixture
async def tab() -> AsyncIterator[Tab]:
    async with playwright.async_playwright() as machinery:
        browser = await machinery.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = await browser.new_context(viewport={"width": 1200, "height": 800}, accept_downloads=True)
        yield Tab(await context.new_page())
        await browser.close()


def project(folder: Path) -> Session:
    return Session.open(folder / "a.review", read_only=True)


async def test_a_review_is_done_in_a_browser(address: str, tab: Tab, tmp_path: Path) -> None:
    await tab.page.goto(address)
    assert "token" not in tab.page.url
    await tab.shows("begin with")  # the profile: the texts are paired and analysed
    await tab.press("Escape")
    await tab.shows("tuyere")

    # Flag the word under the cursor as major, in the first category that is offered.
    await tab.press("g", "2")
    await tab.shows("Enter")
    await tab.press("Enter")
    await tab.shows("takes it back")

    # Edit, and take the edit back; then edit again, to keep it.
    for text in ("Something wrong", "The trend is here"):
        await tab.press("Enter", "End", "Control+u")
        await tab.type(text)
        await tab.shows("changed against")
        await tab.press("Escape")
        await tab.shows("u takes it back")
        if text == "Something wrong":
            await tab.press("u")
            await tab.shows("undone")

    # Export: the browser downloads the corrected text.
    await tab.type(":export")
    await tab.press("Enter")
    await tab.shows("corrected text")
    await tab.press("Enter")
    await until(lambda: bool(tab.downloads), "nothing was downloaded")
    (download,) = tab.downloads
    exported = tmp_path / "downloaded.txt"
    await download.save_as(exported)
    assert exported.read_text("utf-8").startswith("The trend is here\n\nThe tuyere of")
    assert download.suggested_filename == "a.text.txt"

    if os.environ.get("WORKBENCH_SCREENSHOT"):
        await tab.page.screenshot(path=os.environ["WORKBENCH_SCREENSHOT"])
    await tab.type(":q")
    await tab.press("Enter")
    await tab.page.wait_for_selector("body.-closed #again", state="visible")

    assert tab.problems == []
    assert {urlsplit(url).netloc for url in tab.asked} == {urlsplit(address).netloc}, "nothing from elsewhere"
    with project(tmp_path) as session:
        first = session.beads[0].id
        assert session.final(first) == "The trend is here"
        assert [str(a.severity) for a in session.review.annotations.values()] == ["major"]
    assert (tmp_path / "en.txt").read_text("utf-8") == EN


async def test_a_page_loaded_anew_goes_on_where_one_was_typing(address: str, tab: Tab, tmp_path: Path) -> None:
    await tab.page.goto(address)
    await tab.shows("begin with")
    await tab.press("Escape")
    await tab.shows("tuyere")
    await tab.press("Enter", "End", "Control+u")
    await tab.type("Half a sente")
    await tab.shows("Half a sente")
    tab.drawn.clear()
    await tab.page.reload()
    await tab.shows("this is what you were typing")
    assert b"read only" not in tab.drawn
    await tab.press("Enter")
    await tab.shows("u takes it back")
    await tab.page.close()

    def kept() -> bool:
        with project(tmp_path) as session:
            return session.final(session.beads[0].id) == "Half a sente"

    await until(kept, "the edit is not kept")


async def test_a_page_of_another_site_gets_nothing(address: str, tab: Tab, tmp_path: Path) -> None:
    """The attack as a browser runs it: a page from elsewhere, opened by someone whose browser has the token."""
    await tab.page.goto(address)
    await tab.shows("begin with")
    host = urlsplit(address).netloc
    await tab.page.context.route(
        "http://evil.example/*", lambda route: route.fulfill(body="<p>", content_type="text/html")
    )
    evil = await tab.page.context.new_page()
    await evil.goto("http://evil.example/")
    told = await evil.evaluate(
        """host => new Promise(done => {
            const socket = new WebSocket(`ws://${host}/ws?width=80&height=24`);
            socket.onopen = () => done("open");
            socket.onerror = () => done("refused");
        })""",
        host,
    )
    assert told == "refused"
