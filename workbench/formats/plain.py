"""Plain text files: any encoding that Chinese and English texts come in, read without changing anything else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from workbench.errors import FileProblem
from workbench.formats.encodings import Decoded, decode
from workbench.model.document import Document
from workbench.model.span import Side
from workbench.text.script import is_chinese

__all__ = ["LARGEST", "Decoded", "decode", "read_bytes", "read_document"]

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


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """All bytes of a regular file.

    Raises FileProblem for one that is missing, no regular file (a folder, a pipe, a device), not readable, or larger
    than `LARGEST`.
    """
    try:
        # A pipe would wait for a writer here if it were opened first.
        found = Path(path).stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileProblem(path, "this is a folder, not a file", "Name a text file in it.")
        if not stat.S_ISREG(found.st_mode):
            raise FileProblem(path, "this is a pipe or a device, not a file", "Save the text to a file and open that.")
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise FileProblem(path, "there is no such file", "Check its name and the folder you are in.") from None
    except NotADirectoryError:
        raise FileProblem(path, "a part of this path is a file, not a folder", "Check the path.") from None
    except PermissionError:
        raise FileProblem(path, "you may not read this file", "Ask its owner, or copy it where you may.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise FileProblem(path, f"it cannot be read ({reason})", "Check the path and the disk.") from None
    if len(data) > LARGEST:
        size, limit = found.st_size >> 20, LARGEST >> 20
        raise FileProblem(path, f"it has {size} MiB, and the limit is {limit} MiB", "Split it into smaller files.")
    return data
