"""The server: textual-serve's transport behind a guard, with a page that loads nothing from elsewhere.

One process of the program is run for each browser tab. textual-serve alone lets every site's pages in, links a font of
another host, and runs a shell; what is replaced here is replaced for that.
"""

from __future__ import annotations

import asyncio
import html
import os
import shlex
import signal
import string
import weakref
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from workbench.errors import UnusableInput
from workbench.web.guard import Guard, harden

MOST_TABS = 8
"""Tabs that may be open at once: each is a process of some 150 MB."""

_PAGE = Path(__file__).parent / "page"
_PATIENCE = 10.0
"""Seconds that a program is given to save and leave, before it is ended."""
_SMALLEST, _LARGEST = 20, 1000
"""Columns and rows that a browser may ask for."""


class ServedProgram(AppService):
    """One running program, started without a shell, and ended whatever it does."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], **options: Any) -> None:
        super().__init__(shlex.join(arguments), **options)
        self._arguments = list(arguments)
        self._environment = dict(environment)

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return {**super()._build_environment(_sane(width, 80), _sane(height, 24)), **self._environment}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            # A Ctrl-C in the server's terminal is the server's: it has the programs save and leave.
            start_new_session=True,
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def set_terminal_size(self, width: int, height: int) -> None:
        await super().set_terminal_size(_sane(width, 80), _sane(height, 24))

    async def run(self) -> None:
        try:
            await super().run()
        finally:
            # A program that died says no goodbye.
            await self.remote_close()

    async def stop(self) -> None:
        """Has the program save and leave, and waits until it has. Twice is once."""
        task, self._task, process = self._task, None, self._process
        if task is None or process is None:
            return
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        await self.send_meta({"type": "quit"})
        self.stdin.close()
        await asyncio.wait({task}, timeout=_PATIENCE)
        if process.returncode is None:
            try:
                await asyncio.wait_for(process.wait(), _PATIENCE)
            except TimeoutError:
                process.kill()
                await process.wait()


class ReviewServer(Server):
    """Serves one call of the program.

    `arguments` is its command line, without a shell's quoting; `environment` is set on top of the server's own.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        guard: Guard,
        *,
        host: str,
        port: int,
        title: str,
    ) -> None:
        super().__init__(shlex.join(arguments), host=host, port=port, title=title)
        self._arguments = list(arguments)
        self._environment = dict(environment)
        self._guard = guard
        self._tabs: weakref.WeakSet[web.WebSocketResponse] = weakref.WeakSet()
        self._leaving: set[asyncio.Task[None]] = set()

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard.middleware()])
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
                web.static("/page", _PAGE),
            ]
        )
        app.on_response_prepare.append(harden)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def _index(self, request: web.Request) -> web.StreamResponse:
        moved = self._guard.welcome(request)
        if moved is not None:
            return moved
        size = max(6, min(72, to_int(request.query.get("fontsize", ""), 16)))
        page = string.Template((_PAGE / "index.html").read_text("utf-8"))
        text = page.substitute(title=html.escape(self.title), font_size=size)
        return web.Response(text=text, content_type="text/html", charset="utf-8")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        websocket = web.WebSocketResponse(heartbeat=15, max_msg_size=1 << 20)
        await websocket.prepare(request)
        if len(self._tabs) >= MOST_TABS:
            why = f"{MOST_TABS} tabs are open already: close one of them first."
            await websocket.close(code=WSCloseCode.TRY_AGAIN_LATER, message=why.encode())
            return websocket
        self._tabs.add(websocket)
        program = ServedProgram(
            self._arguments,
            self._environment,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,
            download_manager=self.download_manager,
        )
        try:
            if self._leaving:
                # A page that is loaded anew: its old program still holds the project.
                await asyncio.wait(set(self._leaving), timeout=_PATIENCE)
            await program.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
            await self._process_messages(websocket, program)
        except (ValueError, TypeError, LookupError, AssertionError, ConnectionError):
            await websocket.close(code=WSCloseCode.POLICY_VIOLATION, message=b"that was no message of this page")
        finally:
            self._tabs.discard(websocket)
            leaving = asyncio.create_task(program.stop())
            self._leaving.add(leaving)
            leaving.add_done_callback(self._leaving.discard)
            await asyncio.shield(leaving)
        return websocket

    async def on_shutdown(self, app: web.Application) -> None:
        for websocket in list(self._tabs):
            await websocket.close(code=WSCloseCode.GOING_AWAY, message=b"The server was stopped. Everything is saved.")
        if self._leaving:
            await asyncio.wait(set(self._leaving), timeout=2 * _PATIENCE)

    async def listen(self, ready: Callable[[int], object], stop: asyncio.Event) -> None:
        """Serves until `stop` is set. `ready` is told the port.

        Raises `UnusableInput` if the address cannot be had.
        """
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=2 * _PATIENCE)
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, self.host, self.port).start()
            except OSError as error:
                raise UnusableInput(
                    f"cannot listen at {self.host}, port {self.port} ({error.strerror or error}). "
                    "Choose another with --port; 0 takes a free one."
                ) from error
            ready(runner.addresses[0][1])
            await stop.wait()
        finally:
            await runner.cleanup()

    def serve_until_stopped(self, ready: Callable[[int], object]) -> None:
        """Serves until Ctrl-C, or a signal to end. Every open program saves and leaves."""

        async def main() -> None:
            stop, loop = asyncio.Event(), asyncio.get_running_loop()
            for name in ("SIGINT", "SIGTERM", "SIGHUP"):
                number = getattr(signal, name, None)
                if number is not None and os.name == "posix":
                    loop.add_signal_handler(number, stop.set)
            await self.listen(ready, stop)

        asyncio.run(main())


def _sane(cells: object, otherwise: int) -> int:
    return max(_SMALLEST, min(_LARGEST, cells)) if isinstance(cells, int) else otherwise
