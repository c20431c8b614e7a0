"""A translation-quality review workbench for the terminal: Chinese source, English machine translation."""

__version__ = "0.1.0"
