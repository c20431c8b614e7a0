"""`workbench serve`: what is said before a browser comes, and that ends leave nothing behind."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.web.serving import made, serving
from workbench.cli.main import run
from workbench.session.session import Session


def test_the_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "textual_serve" else find(name))
    assert run(["serve", "a.review"]) == 2
    assert "pip install 'mt-review-workbench[serve]'" in capsys.readouterr().err


def test_what_is_wrong_with_the_files_is_told_before_anything_is_served(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["serve", str(tmp_path / "none.review"), "--port", "0"]) == 2
    assert "none.review" in capsys.readouterr().err


def test_elsewhere_a_project_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--host", "0.0.0.0", "--port", "0"]) == 2
    assert "name the project to serve" in capsys.readouterr().err


def test_a_short_token_of_the_user_s_own_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_TOKEN", "short")
    assert run(["serve", "--port", "0"]) == 2
    assert "at least 16" in capsys.readouterr().err


def test_a_taken_port_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert run(["serve", "--port", str(taken.getsockname()[1])]) == 2
    assert "Choose another with --port" in capsys.readouterr().err


async def status(url: str) -> int:
    async with aiohttp.ClientSession() as client, client.get(url, allow_redirects=False) as answer:
        return answer.status


def test_on_this_machine_there_is_no_token_and_elsewhere_always(tmp_path: Path) -> None:
    with serving(tmp_path, "zh.txt", "en.txt", "--project", "a.review") as url:
        assert "token" not in url
        assert asyncio.run(status(url)) == 200
    with serving(tmp_path, "a.review", "--host", "0.0.0.0") as url:
        address, _, token = url.partition("?token=")
        assert len(token) >= 43
        assert asyncio.run(status(address)) == 401
        assert asyncio.run(status(url)) == 303
    with serving(tmp_path, "a.review", "--host", "0.0.0.0", WORKBENCH_TOKEN="one-that-I-chose-myself") as url:
        assert url.endswith("?token=one-that-I-chose-myself")


async def _first_screen(url: str) -> aiohttp.ClientSession:
    client = aiohttp.ClientSession()
    websocket = await client.ws_connect(f"{url}ws?width=100&height=30")
    drawn = b""
    while b"tuyere" not in drawn:
        message = await websocket.receive(timeout=60)
        assert message.type is aiohttp.WSMsgType.BINARY, message
        drawn += message.data
    # Until it rests: a program that draws would notice by that alone that nobody reads any more.
    with contextlib.suppress(TimeoutError):
        while True:
            await websocket.receive(timeout=2)
    return client


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_no_program_outlives_the_server(tmp_path: Path, end: signal.Signals) -> None:
    server = made(tmp_path, "zh.txt", "en.txt", "--project", "a.review", "--port", "0")
    assert server.stderr is not None
    url = server.stderr.readline().partition(" at ")[2].strip()

    async def play() -> None:
        client = await _first_screen(url)
        server.send_signal(end)
        await asyncio.to_thread(server.wait, 60)
        await client.close()

    asyncio.run(play())
    server.stderr.close()
    wait = "import sys, time; from pathlib import Path; from workbench.session.session import Session\n"
    wait += "for _ in range(100):\n    s = Session.open(Path(sys.argv[1]))\n    ok = not s.read_only\n    s.close()\n"
    wait += "    if ok: sys.exit(0)\n    time.sleep(0.1)\nsys.exit(1)"
    done = subprocess.run([sys.executable, "-c", wait, str(tmp_path / "a.review")], timeout=120)
    assert done.returncode == 0, "the project is still held by a program without a server"
    assert Session.open(tmp_path / "a.review", read_only=True).beads
