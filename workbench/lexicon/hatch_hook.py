"""The build hook: compiles the dictionaries before a wheel (also an editable one) is put together."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LexiconHook(BuildHookInterface):  # type: ignore[misc,type-arg,unused-ignore]
    """Named in pyproject.toml under `tool.hatch.build.hooks.custom`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return  # a source distribution carries the sources; its wheel is compiled where it is installed
        sys.path.insert(0, self.root)
        try:
            from workbench.lexicon.build import compile_lexicon
            from workbench.text.wordlist import compile_wordlist

            rooms = Path(self.root) / "workbench"
            inputs = [*(rooms / "lexicon").glob("*.py"), *(rooms / "lexicon" / "data").glob("*.tsv")]
            inputs += (rooms / "text").glob("*.py")
            newest = max(path.stat().st_mtime for path in inputs)
            for compiled, compile_data in (
                (rooms / "lexicon" / "data" / "lexicon.dat", compile_lexicon),
                (rooms / "text" / "data" / "words.dat", compile_wordlist),
            ):
                # pip builds twice in a row, once for the metadata alone.
                if not compiled.exists() or compiled.stat().st_mtime < newest:
                    compile_data(compiled)
        finally:
            sys.path.remove(self.root)
