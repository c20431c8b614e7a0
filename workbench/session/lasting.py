"""False alarms that a user never wants to be told of again, in any text: check and words, in a file of their own.

The file holds a JSON object a line, so that lines can be shared, put together from several people, and deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from workbench.errors import FileProblem
from workbench.formats.atomic import write_atomically
from workbench.store.state_folder import state_folder

NAME = "dismissed.jsonl"


@dataclass(frozen=True, slots=True)
class Lasting:
    """One of them."""

    check: str
    quote: str
    source_quote: str | None = None
    reason: str = ""
    reviewer: str = ""

    @property
    def key(self) -> tuple[str, str, str | None]:
        return self.check, self.quote, self.source_quote


class LastingDismissals:
    """The user's file, read when first asked for. A file that is not there, or a line that is none, holds nothing."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path if path is not None else state_folder() / NAME
        self._keys: frozenset[tuple[str, str, str | None]] | None = None

    def hold(self, check: str, quote: str, source_quote: str | None) -> bool:
        """Whether these words are never to be told of by this check. Words that are empty never are."""
        if self._keys is None:
            self._keys = frozenset(one.key for one in self._read())
        return bool(quote) and (check, quote, source_quote) in self._keys

    def change(self, added: Iterable[Lasting], dropped: Iterable[Lasting]) -> None:
        """Writes what is new and takes out what is gone; lines that are none of ours stay. Raises `FileProblem`."""
        gone = {one.key for one in dropped}
        try:
            before = self._lines() if self.path.exists() else []
        except (OSError, UnicodeDecodeError) as error:
            raise FileProblem(self.path, f"this file cannot be read ({error})", "Mend it, or move it away.") from None
        kept = [(one, line) for one, line in before if one is None or one.key not in gone]
        known = {one.key for one, _ in kept if one is not None}
        lines = [line for _, line in kept]
        lines += [json.dumps(asdict(one), ensure_ascii=False) for one in added if one.key not in known]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileProblem(self.path, f"this folder cannot be made ({error.strerror})", "") from None
        write_atomically(self.path, "".join(f"{line}\n" for line in lines), replace=True)
        self._keys = None

    def _read(self) -> list[Lasting]:
        try:
            return [one for one, _ in self._lines() if one is not None]
        except (OSError, UnicodeDecodeError):
            return []

    def _lines(self) -> list[tuple[Lasting | None, str]]:
        text = self.path.read_text("utf-8-sig")
        return [(_parsed(line), line) for line in text.split("\n") if line.strip()]


def _parsed(line: str) -> Lasting | None:
    try:
        said: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    texts = {name: said.get(name, "") for name in ("check", "quote", "reason", "reviewer")}
    source = said.get("source_quote")
    if not all(isinstance(text, str) for text in texts.values()) or not (source is None or isinstance(source, str)):
        return None
    return Lasting(source_quote=source, **texts) if texts["check"] and texts["quote"] else None
