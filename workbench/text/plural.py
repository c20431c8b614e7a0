"""Counts in words, so that nothing ever says `1 segments`."""

from __future__ import annotations


def counted(number: int, what: str) -> str:
    """`1 segment`, `2 segments`: a number with a regular noun."""
    return f"{number} {what}{'' if number == 1 else 's'}"
