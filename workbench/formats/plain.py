"""Plain text files: any encoding that Chinese and English texts come in, read without changing anything else."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from workbench.errors import FileProblem
from workbench.formats.encodings import Decoded, decode
from workbench.model.document import Document
from workbench.model.span import Side
from workbench.text.script import is_chinese

__all__ = ["LARGEST", "Decoded", "decode", "opened", "read_bytes", "read_document"]

LARGEST = 32 << 20
"""Bytes of the largest file that is read: some 150,000 sentences, which is what a review can be expected to bear."""


def read_document(path: str | os.PathLike[str], side: Side | None = None, encoding: str | None = None) -> Document:
    """The text of a file as a document, with how it was read and what was odd about it.

    Without `side` a mostly Chinese text is the source and any other the target. Raises FileProblem (see `decode` and
    `read_bytes`).
    """
    decoded = decode(read_bytes(path), encoding, str(path))
    if side is None:
        side = Side.SOURCE if is_chinese(decoded.text[:100_000]) else Side.TARGET
    return Document(side, decoded.text, Path(path).name, decoded.encoding, decoded.warnings)


def read_bytes(path: str | os.PathLike[str], largest: int | None = None) -> bytes:
    """All bytes of a regular file of at most `largest` bytes (`LARGEST` unless given).

    Raises FileProblem as `opened` does, and for a larger one.
    """
    limit = LARGEST if largest is None else largest
    with opened(path) as file:
        data = file.read(limit + 1)
        size = os.fstat(file.fileno()).st_size
    if len(data) > limit:
        told = f"it has {size >> 20} MiB, and the limit is {limit >> 20} MiB"
        raise FileProblem(path, told, "Split it into smaller files.")
    return data


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A regular file, open for reading. What fails while it is read is told too.

    Raises FileProblem for one that is missing, no regular file (a folder, a pipe, a device), or not readable.
    """
    try:
        # A pipe would wait for a writer here if it were opened first.
        found = Path(path).stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileProblem(path, "this is a folder, not a file", "Name a file in it.")
        if not stat.S_ISREG(found.st_mode):
            raise FileProblem(path, "this is a pipe or a device, not a file", "Save the text to a file and open that.")
        file = Path(path).open("rb")  # noqa: SIM115 (left open for the block that is given it)
    except FileNotFoundError:
        raise FileProblem(path, "there is no such file", "Check its name and the folder you are in.") from None
    except NotADirectoryError:
        raise FileProblem(path, "a part of this path is a file, not a folder", "Check the path.") from None
    except PermissionError:
        raise FileProblem(path, "you may not read this file", "Ask its owner, or copy it where you may.") from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    with file:
        try:
            yield file
        except OSError as error:
            raise _unreadable(path, error) from None


def _unreadable(path: str | os.PathLike[str], error: OSError | ValueError) -> FileProblem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return FileProblem(path, f"it cannot be read ({reason})", "Check the path and the disk.")
