"""A server as users start it, on a free port of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import workbench

ROOT = Path(workbench.__file__).parent.parent
ZH = "风口来了\n\n产业互联网的风口来了。谁都想飞得更高。\n\n他没有说一句话就走了。\n"
EN = "The tuyere is here\n\nThe tuyere of the industrial Internet is here.Everyone wants to fly higher.\n\nHe left.\n"


def made(folder: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    """The process, with two texts in its folder."""
    (folder / "zh.txt").write_text(ZH, "utf-8")
    (folder / "en.txt").write_text(EN, "utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "WORKBENCH_STATE": str(folder / "state"),
        "WORKBENCH_REVIEWER": "ana",
        "TEXTUAL_ANIMATIONS": "none",
        **variables,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "workbench", "serve", *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def serving(folder: Path, *arguments: str, **variables: str) -> Iterator[str]:
    """The address that the server prints; it is ended as Ctrl-C ends it, and must end well."""
    process = made(folder, *arguments, "--port", "0", **variables)
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        assert " at http://" in line, line + process.stderr.read()
        yield line.partition(" at ")[2].strip()
    finally:
        process.terminate()
        try:
            assert process.wait(60) == 0, process.stderr.read()
        finally:
            process.kill()
            process.stderr.close()
