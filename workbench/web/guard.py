"""Who may speak to the served program: checked on every request and on every websocket, before anything is done.

Three attacks are kept out. A page of another site that opens a websocket to this machine is known by its Origin. A name
that an attacker points at this machine (DNS rebinding) is known by the Host header. And who merely reaches the port has
no token, where one is wanted.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

PARAMETER = "token"
SHORTEST_TOKEN = 16
"""Characters that a token of the user's own must have at least; one of ours has 43."""

_LOCAL_NAMES = frozenset({"localhost"})
_HEADERS = {
    # Nothing from elsewhere, nothing embedded elsewhere: what the page may load is what this server has.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self' {websocket}; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def new_token() -> str:
    """256 random bits, as they stand in an address."""
    return secrets.token_urlsafe(32)


def is_loopback(host: str) -> bool:
    """True if only this machine reaches a server that listens at `host`."""
    if host.casefold() in _LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """What a request must show."""

    names: frozenset[str] = frozenset()
    """Host names, lower case, that the server is called by, besides `localhost` and addresses in digits."""
    token: str | None = None
    """What every request must carry: as a cookie, in the address, or as `Authorization: Bearer`; None: nothing."""
    cookie: str = "workbench"

    def refusal(self, request: web.Request) -> web.Response | None:
        """The answer to a request that is not let in; None for one that is."""
        host = request.headers.get("Host", "")
        name = _name_of(host)
        if name is None or not self._is_ours(name):
            return _no(421, "this name is not one that the workbench is served under; see --allow-host")
        origin = request.headers.get("Origin")
        if origin is not None and not _is_same(origin, host):
            return _no(403, "a page of another site may not use the workbench")
        if self.token is not None and not any(
            hmac.compare_digest(shown.encode("utf-8", "replace"), self.token.encode()) for shown in self._shown(request)
        ):
            return _no(401, "the token is missing or wrong; open the address that 'workbench serve' printed")
        return None

    def _is_ours(self, name: str) -> bool:
        if name in _LOCAL_NAMES or name in self.names:
            return True
        try:
            # No attacker's name looks like this: a rebound page carries the name that it was loaded by.
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def _shown(self, request: web.Request) -> list[str]:
        shown = [request.cookies.get(self.cookie), request.query.get(PARAMETER)]
        kind, _, value = request.headers.get("Authorization", "").partition(" ")
        if kind.casefold() == "bearer":
            shown.append(value.strip())
        return [value for value in shown if value]

    def welcome(self, request: web.Request) -> web.Response | None:
        """Moves a token from the address into a cookie, so that it stays in no history; None without one."""
        if self.token is None or PARAMETER not in request.query:
            return None
        rest = [(key, value) for key, value in request.query.items() if key != PARAMETER]
        response = web.Response(status=303, headers={"Location": f"./?{urlencode(rest)}" if rest else "./"})
        response.set_cookie(self.cookie, self.token, httponly=True, samesite="Lax", path="/")
        return response

    def middleware(self) -> Middleware:
        """The guard as aiohttp asks for it: in front of every route, known or not."""

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            return self.refusal(request) or await handler(request)

        return guarded


async def harden(request: web.Request, response: web.StreamResponse) -> None:
    """Puts on every answer what the browser is to hold it to; a file's name may have any characters."""
    kind, named, name = response.headers.get("Content-Disposition", "").partition("; filename=")
    if named:
        response.headers["Content-Disposition"] = f"{kind}; filename*=UTF-8''{quote(name, safe='')}"
    websocket = " ".join(f"{scheme}://{request.host}" for scheme in ("ws", "wss"))
    for name, value in _HEADERS.items():
        response.headers[name] = value.replace("{websocket}", websocket)


def _no(status: int, why: str) -> web.Response:
    return web.Response(status=status, text=f"workbench: {why}.\n", headers={"Connection": "close"})


def _name_of(host: str) -> str | None:
    """The name or address in a Host header, without port and brackets; None if it is none."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    if not parts.hostname or parts.netloc != host or "@" in host:
        return None
    return parts.hostname.casefold().rstrip(".")


def _is_same(origin: str, host: str) -> bool:
    """True if a page of that origin was loaded from `host`; a port that its scheme implies may be left out."""
    try:
        parts = urlsplit(origin)
        port = parts.port
        ours = urlsplit(f"//{host}")
        our_port = ours.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.hostname != ours.hostname:
        return False
    implied = {"http": 80, "https": 443}[parts.scheme]
    return (port or implied) == (our_port or implied)
