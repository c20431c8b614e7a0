"""The build hook: compiles the dictionaries before a wheel (also an editable one) is put together."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LexiconHook(BuildHookInterface):  # type: ignore[type-arg]
    """Named in pyproject.toml under `tool.hatch.build.hooks.custom`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return  # a source distribution carries the sources; its wheel is compiled where it is installed
        sys.path.insert(0, self.root)
        try:
            from workbench.lexicon.build import compile_lexicon
            from workbench.text.wordlist import compile_wordlist

            rooms = Path(self.root) / "workbench"
            compile_lexicon(rooms / "lexicon" / "data" / "lexicon.dat")
            compile_wordlist(rooms / "text" / "data" / "words.dat")
        finally:
            sys.path.remove(self.root)
