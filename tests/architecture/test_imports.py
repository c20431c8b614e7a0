"""What may import what: the layers, no screen below the screen, and nothing heavy before a command needs it."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import workbench

ROOT = Path(workbench.__file__).parent.parent
HEAVY = ("textual", "numpy", "jieba", "sqlalchemy", "sacrebleu", "opencc", "pypinyin", "rapidfuzz", "sentencex")

_BLOCK = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise ImportError(f"{{name}} is blocked")
sys.meta_path.insert(0, Blocked())
"""


def in_a_new_process(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def modules(*rooms: str) -> list[str]:
    found = []
    for room in rooms:
        for module in pkgutil.walk_packages([str(ROOT / "workbench" / room)], f"workbench.{room}."):
            found.append(module.name)
    return found


def test_everything_below_the_screen_runs_without_textual() -> None:
    rooms = [
        path.name
        for path in (ROOT / "workbench").iterdir()
        if (path / "__init__.py").exists() and path.name not in ("tui", "lexicon")
    ]
    assert {"session", "checks", "score", "formats", "report", "cli"} <= set(rooms)
    code = _BLOCK.format(blocked={"textual"}) + "import importlib\n"
    code += "".join(f"importlib.import_module({name!r})\n" for name in modules(*rooms))
    in_a_new_process(code)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["no-such-command"], ["align", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    code = f"""
import contextlib, io, json, sys
from workbench.cli.main import run
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    run({arguments!r})
json.dump(sorted({{name.partition(".")[0] for name in sys.modules}}), sys.stdout)
"""
    assert not set(HEAVY) & set(json.loads(in_a_new_process(code)))


def test_model_and_the_console_script_load_nothing_heavy() -> None:
    names = [*modules("model"), "workbench.errors", "workbench.cli.main"]
    code = "import importlib, json, sys\n" + "".join(f"importlib.import_module({name!r})\n" for name in names)
    code += 'json.dump(sorted({name.partition(".")[0] for name in sys.modules}), sys.stdout)'
    assert not set(HEAVY) & set(json.loads(in_a_new_process(code)))


def test_layers() -> None:
    """The contract of pyproject.toml holds, and names every room there is."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    (contract,) = [c for c in settings["contracts"] if c["type"] == "layers"]
    named = {room.strip() for line in contract["layers"] for room in line.split("|")}
    there = {path.name for path in (ROOT / "workbench").iterdir() if (path / "__init__.py").exists()}
    assert there <= named
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert done.returncode == 0, done.stdout
