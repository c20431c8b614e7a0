"""The files that a project was made from: remembered, so that no export ever takes the place of one.

A file is known by where it was, by where it was as seen from the project (both may have moved together), and by its
number on the disk, which stays when it is renamed and which its hard links share. Its words say nothing: the input may
have been edited since, and an earlier export may hold the very same words.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from workbench.model.records import from_record


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file that was read into a project."""

    name: str
    path: str = ""
    """Absolute, links followed; empty for a project that was made before places were kept."""
    beside: str = ""
    """The same as seen from the project's folder; empty where the two are on different drives."""
    device: int = 0
    inode: int = 0
    """The file's number on that device; 0 if the system has none."""

    @classmethod
    def seen(cls, path: str | os.PathLike[str], folder: Path | None) -> InputFile:
        """The file as it is now, for a project in `folder`."""
        real = Path(path).resolve()
        try:
            found = real.stat()
            device, inode = found.st_dev, found.st_ino
        except OSError:
            device = inode = 0
        beside = ""
        if folder is not None:
            try:
                beside = os.path.relpath(real, folder)
            except ValueError:  # another drive
                beside = ""
        return cls(Path(path).name, str(real), beside, device, inode)

    def places(self, folder: Path | None) -> tuple[Path, ...]:
        """Where it may be."""
        near = (folder / self.beside,) if folder is not None and self.beside else ()
        return (*((Path(self.path),) if self.path else ()), *near)

    def is_at(self, path: Path, folder: Path | None) -> bool:
        """True if `path`, which exists, is this file. Where it is not found any more at any place it had, a file with
        its number counts, and one with its name."""
        there = [place for place in self.places(folder) if place.exists()]
        if any(place.samefile(path) for place in there):
            return True
        if there:
            return False
        found = path.stat()
        is_moved = self.inode != 0 and (found.st_dev, found.st_ino) == (self.device, self.inode)
        return is_moved or path.name == self.name


@dataclass(frozen=True, slots=True)
class InputFiles:
    """The inputs of one project."""

    files: tuple[InputFile, ...] = ()
    folder: Path | None = None
    """The project's."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every place that an input may be at."""
        return tuple(place for file in self.files for place in file.places(self.folder))

    def hold(self, path: Path) -> bool:
        """True if there is a file at `path`, and it is one of the inputs; links to them count."""
        try:
            return path.exists() and any(file.is_at(path, self.folder) for file in self.files)
        except (OSError, ValueError):
            return False

    def with_more(self, paths: Iterable[str | os.PathLike[str]]) -> InputFiles:
        seen = (InputFile.seen(path, self.folder) for path in paths)
        return InputFiles(tuple(dict.fromkeys((*self.files, *seen))), self.folder)

    def to_records(self) -> list[Mapping[str, Any]]:
        return [asdict(file) for file in self.files]

    @classmethod
    def from_records(cls, records: Any, folder: Path | None) -> InputFiles:
        """Raises `ValueError` for what `to_records` did not write."""
        return cls(from_record(tuple[InputFile, ...], records), folder)
