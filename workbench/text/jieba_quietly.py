"""jieba, imported without its side effects: no messages, no cache file, no slow import for nothing."""

from __future__ import annotations

import sys
import warnings
from functools import cache
from typing import Any


@cache
def import_jieba() -> Any:
    """The module jieba, with its `finalseg`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42 has invalid escapes, which newer Pythons print on stderr
        missing = object()
        if (before := sys.modules.get("pkg_resources", missing)) is missing:
            # jieba does without pkg_resources, whose import would cost it 0.15 s.
            sys.modules["pkg_resources"] = None  # type: ignore[assignment]
        try:
            import jieba
            import jieba.finalseg
        finally:
            if before is missing:
                del sys.modules["pkg_resources"]
    jieba.setLogLevel(60)  # above CRITICAL: it logs to stderr
    return jieba
