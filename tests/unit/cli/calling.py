"""A small article, and how the tests call the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

ZH = "风口来了\n\n产业互联网的风口来了。谁都想飞得更高。\n\n他没有说一句话就走了。\n"
EN = (
    "The tuyere is here\n\nThe tuyere of the industrial Internet is here.Everyone wants to fly higher.\n\nHe left 他.\n"
)
TERMS = "zh,en,forbidden\n风口,hot trend,tuyere\n"

Call = Callable[..., tuple[int, str, str]]


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]
