"""Who is let in to the served program: seen from outside, with a client that says what it likes."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import aiohttp
import pytest
from yarl import URL

from workbench.web.guard import Guard, is_loopback, new_token
from workbench.web.server import MOST_TABS, ReviewServer

# A stand-in for the program: it says that it has started, and stays until it is told to go.
PROGRAM = [sys.executable, "-c", "import sys; print('__GANGLION__', flush=True); sys.stdin.read()"]
PATHS = ["/", "/ws", "/static/js/textual.js", "/page/page.js", "/download/x", "/nowhere"]
TOKEN = "a-token-that-is-long-enough"


@pytest.fixture
async def address() -> AsyncIterator[tuple[str, str]]:
    """(address without a token, address where one is asked for)"""
    stop, ports = asyncio.Event(), asyncio.Queue[int]()
    tasks = []
    addresses = []
    for token in (None, TOKEN):
        guard = Guard(frozenset({"review.example"}), token, "workbench_test")
        server = ReviewServer(PROGRAM, {}, guard, host="127.0.0.1", port=0, title="<a> & b")
        tasks.append(asyncio.create_task(server.listen(ports.put_nowait, stop)))
        addresses.append(f"http://127.0.0.1:{await ports.get()}")
    yield addresses[0], addresses[1]
    stop.set()
    await asyncio.wait_for(asyncio.gather(*tasks), 30)


async def status(address: str, path: str, headers: Mapping[str, str] | None = None) -> int:
    async with (
        aiohttp.ClientSession() as client,
        client.get(URL(address + path, encoded=True), headers=headers, allow_redirects=False) as answer,
    ):
        return answer.status


async def opens(address: str, headers: Mapping[str, str] | None = None, query: str = "") -> bool:
    """True if a websocket is let in."""
    async with aiohttp.ClientSession() as client:
        try:
            async with client.ws_connect(f"{address}/ws?width=80&height=24{query}", headers=headers) as websocket:
                await websocket.send_json(["ping", "1"])
                return await websocket.receive_json(timeout=10) == ["pong", "1"]
        except aiohttp.WSServerHandshakeError:
            return False


async def test_this_machine_is_let_in_without_a_token(address: tuple[str, str]) -> None:
    assert await status(address[0], "/") == 200
    assert await status(address[0], "/static/js/textual.js") == 200
    assert await opens(address[0])


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://localhost", "x"])
@pytest.mark.parametrize("path", PATHS)
async def test_pages_of_other_sites_are_refused_everywhere(address: tuple[str, str], origin: str, path: str) -> None:
    assert await status(address[0], path, {"Origin": origin}) == 403
    assert not await opens(address[0], {"Origin": origin})


async def test_the_server_s_own_page_is_no_other_site(address: tuple[str, str]) -> None:
    assert await opens(address[0], {"Origin": address[0]})
    named = {"Host": "review.example", "Origin": "https://review.example"}
    assert await opens(address[0], named), "behind a proxy that speaks TLS"


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil@localhost", "a b", "[::1", "x:y"]
)
@pytest.mark.parametrize("path", PATHS)
async def test_rebound_names_are_refused_everywhere(address: tuple[str, str], host: str, path: str) -> None:
    assert await status(address[0], path, {"Host": host}) in (400, 421)
    assert not await opens(address[0], {"Host": host, "Origin": f"http://{host}"})


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1:9", "[::1]:8000", "review.example", "10.1.2.3"]
)
async def test_the_machine_s_own_names_and_addresses_are_let_in(address: tuple[str, str], host: str) -> None:
    assert await status(address[0], "/", {"Host": host}) == 200


@pytest.mark.parametrize("path", PATHS)
async def test_without_the_token_nothing_is_shown(address: tuple[str, str], path: str) -> None:
    guarded = address[1]
    for headers in ({}, {"Cookie": "workbench_test=wrong"}, {"Authorization": "Bearer wrong"}, {"Cookie": TOKEN}):
        assert await status(guarded, path, headers) == 401
        assert not await opens(guarded, headers)
    assert await status(guarded, f"{path}?token={TOKEN[:-1]}") == 401
    assert await status(guarded, f"{path}?token={TOKEN}%E9") == 401
    assert not await opens(guarded, query=f"&token={TOKEN.upper()}")


async def test_the_token_is_taken_from_address_cookie_and_header(address: tuple[str, str]) -> None:
    guarded = address[1]
    assert await status(guarded, "/page/page.css", {"Cookie": f"workbench_test={TOKEN}"}) == 200
    assert await status(guarded, "/page/page.css", {"Authorization": f"Bearer {TOKEN}"}) == 200
    assert await status(guarded, f"/page/page.css?token={TOKEN}") == 200
    assert await opens(guarded, {"Cookie": f"workbench_test={TOKEN}"})
    assert not await opens(guarded, {"Cookie": f"workbench_test={TOKEN}", "Origin": "http://evil.example"})


async def test_the_token_leaves_the_address_at_once(address: tuple[str, str]) -> None:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        async with client.get(f"{address[1]}/?token={TOKEN}&fontsize=20") as answer:
            assert answer.status == 200
            assert dict(answer.url.query) == {"fontsize": "20"}
            (moved,) = answer.history
            cookie = moved.headers["Set-Cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=Lax" in cookie
        async with client.get(f"{address[1]}/static/css/xterm.css") as answer:
            assert answer.status == 200


async def test_the_page_names_nothing_elsewhere_and_may_load_nothing_from_there(address: tuple[str, str]) -> None:
    async with aiohttp.ClientSession() as client:
        for path in ("/", "/page/page.css", "/page/page.js"):
            async with client.get(address[0] + path) as answer:
                text = await answer.text()
                assert "://" not in text
                assert "//fonts" not in text
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "frame-ancestors 'none'" in policy
                assert answer.headers["Referrer-Policy"] == "no-referrer"
        async with client.get(address[0]) as answer:
            assert "<title>&lt;a&gt; &amp; b</title>" in await answer.text()


async def test_no_folder_is_listed_and_no_path_leads_out(address: tuple[str, str]) -> None:
    for path in (
        "/static/",
        "/static",
        "/page/",
        "/page/../server.py",
        "/page/%2e%2e/server.py",
        "/static/..%2fserver.py",
    ):
        assert await status(address[0], path) in (403, 404), path


@pytest.mark.parametrize(
    "message", ["nonsense", "{}", "[]", '["stdin"]', '["stdin", 5]', '["resize", {}]', '["resize", 5]', "x" * (1 << 21)]
)
async def test_messages_of_no_page_of_ours_end_the_session_and_not_the_server(
    address: tuple[str, str], message: str
) -> None:
    async with aiohttp.ClientSession() as client, client.ws_connect(f"{address[0]}/ws") as websocket:
        await websocket.send_str(message)
        answer = await websocket.receive(timeout=20)
        assert answer.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.CLOSING)
    assert await opens(address[0])


async def test_a_page_too_many_is_told_so(address: tuple[str, str]) -> None:
    async with aiohttp.ClientSession() as client:
        tabs = [await client.ws_connect(f"{address[0]}/ws") for _ in range(MOST_TABS)]
        async with client.ws_connect(f"{address[0]}/ws") as websocket:
            answer = await websocket.receive(timeout=10)
            assert answer.data == aiohttp.WSCloseCode.TRY_AGAIN_LATER
            assert "tabs are open" in answer.extra
        for tab in tabs:
            await tab.close()


async def test_a_program_that_dies_ends_its_session(tmp_path: Path) -> None:
    stop, ports = asyncio.Event(), asyncio.Queue[int]()
    dies = [sys.executable, "-c", "import os; os.write(1, b'__GANGLION__\\n'); os.kill(os.getpid(), 9)"]
    server = ReviewServer(dies, {}, Guard(), host="127.0.0.1", port=0, title="x")
    task = asyncio.create_task(server.listen(ports.put_nowait, stop))
    address = f"http://127.0.0.1:{await ports.get()}"
    async with aiohttp.ClientSession() as client, client.ws_connect(f"{address}/ws") as websocket:
        assert (await websocket.receive(timeout=20)).type is aiohttp.WSMsgType.CLOSE
    stop.set()
    await asyncio.wait_for(task, 30)


def test_only_addresses_of_this_machine_are_loopback() -> None:
    assert all(map(is_loopback, ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost", "LocalHost"]))
    assert not any(map(is_loopback, ["0.0.0.0", "::", "", "192.168.1.2", "review.example", "localhost.example"]))


def test_tokens_are_long_and_never_the_same() -> None:
    assert len({new_token() for _ in range(100)}) == 100
    assert min(map(len, [new_token() for _ in range(100)])) >= 43
