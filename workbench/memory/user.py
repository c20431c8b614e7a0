"""The user's own memory: what was finished in any project, in one file that only this program writes.

The file holds a JSON object a line: `source`, `target`, `origin`, `reviewer`, `at`. A later line about the same source
from the same origin stands for the earlier one, so that adding never has to change what is there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from workbench.errors import FileProblem
from workbench.formats.atomic import write_atomically
from workbench.memory.matching import Memory, Translated
from workbench.store.state_folder import state_folder

NAME = "memory.jsonl"
_Key = tuple[str, str]


class UserMemory:
    """Read when it is first asked for, and again when another program has written it. A line that is none is passed
    over, and stays."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path if path is not None else state_folder() / NAME
        self._stamp: tuple[int, int] | None = None
        self._entries: tuple[Translated, ...] = ()
        self._memories: dict[str, tuple[tuple[int, int] | None, Memory]] = {}

    def entries(self) -> tuple[Translated, ...]:
        """All of it, in the order of its writing. Raises `FileProblem` if the file is there and cannot be read."""
        try:
            state = self.path.stat()
            stamp = state.st_mtime_ns, state.st_size
            if stamp != self._stamp:
                latest: dict[_Key, Translated] = {}
                for line in self.path.read_text("utf-8", "replace").split("\n"):
                    one = _parsed(line)
                    if one is not None:
                        latest.pop(_key(one), None)
                        latest[_key(one)] = one
                self._entries, self._stamp = tuple(latest.values()), stamp
        except FileNotFoundError:
            self._entries, self._stamp = (), None
        except OSError as error:
            reason = error.strerror or str(error)
            raise FileProblem(self.path, f"the translation memory cannot be read ({reason})", _REMEDY) from None
        return self._entries

    def without(self, origin: str) -> Memory:
        """What is from elsewhere than that project, ready to be searched. Raises `FileProblem`."""
        entries = self.entries()
        held = self._memories.get(origin)
        if held is None or held[0] != self._stamp:
            held = self._memories[origin] = (self._stamp, Memory(one for one in entries if one.origin != origin))
        return held[1]

    def add(self, entries: Iterable[Translated]) -> int:
        """Adds what is not there in the same words; how many. Raises `FileProblem`."""
        known = {_key(one): one.target for one in self.entries()}
        new: dict[_Key, Translated] = {}
        for one in entries:
            if one.source.strip() and one.target.strip() and known.get(_key(one)) != one.target:
                new.pop(_key(one), None)
                new[_key(one)] = one
        if new:
            self._append("".join(f"{_line(one)}\n" for one in new.values()))
        return len(new)

    def forget(self, origins: Collection[str] | None = None) -> int:
        """Takes out what is from these projects or files, or all of it; how many. Raises `FileProblem`."""
        entries = self.entries()
        kept = [one for one in entries if origins is not None and one.origin not in origins]
        if len(kept) < len(entries):
            write_atomically(self.path, "".join(f"{_line(one)}\n" for one in kept), replace=True)
        return len(entries) - len(kept)

    def _append(self, text: str) -> None:
        """One write at the end of the file, so that two programs never mix their lines."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab+") as file:
                if file.seek(0, os.SEEK_END):
                    file.seek(-1, os.SEEK_END)
                    if file.read(1) != b"\n":  # the last program was stopped in the middle of a line
                        text = "\n" + text
                file.write(text.encode("utf-8", "replace"))
        except OSError as error:
            reason = error.strerror or str(error)
            raise FileProblem(self.path, f"the translation memory cannot be written ({reason})", _REMEDY) from None


_REMEDY = "Mend its permissions, or move it away."


def _key(one: Translated) -> _Key:
    return one.origin, one.source


def _line(one: Translated) -> str:
    values = {"source": one.source, "target": one.target, "origin": one.origin, "reviewer": one.reviewer, "at": one.at}
    return json.dumps(values, ensure_ascii=False)


def _parsed(line: str) -> Translated | None:
    try:
        said: Any = json.loads(line) if line.strip() else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    texts = {name: said.get(name, "") for name in ("source", "target", "origin", "reviewer", "at")}
    if not all(isinstance(text, str) for text in texts.values()) or not texts["source"] or not texts["target"]:
        return None
    return Translated(**texts)
