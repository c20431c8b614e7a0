"""Screens: one file each, imported when it is first shown."""
