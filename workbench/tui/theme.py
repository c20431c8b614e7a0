"""Colours: one accent, four severities, and much that is quiet. A third theme for NO_COLOR has no colour at all."""

from __future__ import annotations

import os

from textual.theme import BUILTIN_THEMES, Theme

DARK = "workbench-dark"
LIGHT = "workbench-light"
CONTRAST = "workbench-contrast"
PLAIN = "workbench-plain"
CHOICES = {"dark": DARK, "light": LIGHT, "high-contrast": CONTRAST, "plain": PLAIN}
"""Names of the themes in the settings."""

_DARK = Theme(
    name=DARK,
    primary="#7fb3b0",
    secondary="#8fa3b8",
    accent="#7fb3b0",
    foreground="#d7dade",
    background="#17191d",
    surface="#1e2126",
    panel="#262a30",
    success="#8fb573",
    warning="#d9b36c",
    error="#e0726c",
    dark=True,
    variables={
        "quiet": "#7d838c",
        "faint": "#565c66",
        "neighbour": "#9aa0a8",
        "focus-row": "#1e2227",
        "minor": "#d9b36c",
        "major": "#e5935a",
        "critical": "#ee6a64",
        "neutral-mark": "#8fa3b8",
        "claim": "#b9a878",
        "edited-words": "#9cc48a",
        "cursor-ground": "#7fb3b0",
        "cursor-text": "#101214",
        "match-ground": "#2c4a4a",
        "select-ground": "#3a4f6b",
        "hit-ground": "#5a4a1f",
        "input-selection-background": "#3a4f6b",
        "block-cursor-background": "#7fb3b0",
        "block-cursor-foreground": "#101214",
    },
)
_LIGHT = Theme(
    name=LIGHT,
    primary="#1d6f6d",
    secondary="#4d6480",
    accent="#1d6f6d",
    foreground="#26282c",
    background="#fbfaf6",
    surface="#f3f1ea",
    panel="#e9e6dc",
    success="#46762c",
    warning="#8a6100",
    error="#b0272e",
    dark=False,
    variables={
        "quiet": "#74777c",
        "faint": "#a9a79f",
        "neighbour": "#5f6369",
        "focus-row": "#f2f0e8",
        "minor": "#8a6100",
        "major": "#b04a00",
        "critical": "#b0272e",
        "neutral-mark": "#4d6480",
        "claim": "#7a6a35",
        "edited-words": "#3d6e27",
        "cursor-ground": "#1d6f6d",
        "cursor-text": "#ffffff",
        "match-ground": "#cfe5e2",
        "select-ground": "#cbd9ec",
        "hit-ground": "#f3e3ae",
        "input-selection-background": "#cbd9ec",
        "block-cursor-background": "#1d6f6d",
        "block-cursor-foreground": "#ffffff",
    },
)
_CONTRAST = Theme(
    name=CONTRAST,
    primary="#7df9ff",
    secondary="#c8d8ff",
    accent="#7df9ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    success="#8cff66",
    warning="#ffe14d",
    error="#ff9a94",
    dark=True,
    # Every ink has a contrast of at least 7 : 1 with every ground it stands on (WCAG 2, level AAA; tested).
    variables={
        "quiet": "#d8d8d8",
        "faint": "#b8b8b8",
        "neighbour": "#e6e6e6",
        "focus-row": "#1a1a1a",
        "minor": "#ffe14d",
        "major": "#ffb366",
        "critical": "#ff9a94",
        "neutral-mark": "#c8d8ff",
        "claim": "#ffe9a8",
        "edited-words": "#8cff66",
        "cursor-ground": "#ffff00",
        "cursor-text": "#000000",
        "match-ground": "#003b3b",
        "select-ground": "#00307a",
        "hit-ground": "#4a3500",
        "input-selection-background": "#00307a",
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
    },
)
_PLAIN = Theme(
    name=PLAIN,
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    accent="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        **dict.fromkeys(_DARK.variables, "ansi_default"),
        "input-cursor-text-style": "reverse",
        "block-cursor-text-style": "reverse",
    },
)
THEMES = (_DARK, _LIGHT, _CONTRAST, _PLAIN)


def first_theme(remembered: str | None = None, chosen: str | None = None) -> str:
    """The theme to start with: none of colours if NO_COLOR is set, the one of the settings (`chosen`, see `CHOICES`),
    the user's last one, or by the terminal's ground."""
    if os.environ.get("NO_COLOR") is not None:
        return PLAIN
    named = os.environ.get("TEXTUAL_THEME")
    if named:
        return named
    if chosen in CHOICES:
        return CHOICES[chosen]
    if remembered in (DARK, LIGHT, CONTRAST):
        return remembered
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if ground in ("7", "15") else DARK
