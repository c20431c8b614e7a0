"""A place where a sentence may end, with what both languages' rules ask about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.text.nesting import OPENING, Pair

_SAMPLE = 200_000
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Habits:
    """What a text does throughout, which decides single places that could be read both ways."""

    lower_case: bool = False
    """Sentences do not begin with capitals."""
    cjk_stops: bool = True
    """Chinese sentences end with an ideographic stop, so that a dot between two characters is no stop."""
    glued: bool = False
    """Stops without a space after them are common."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A run of stops in a text, and the closing marks after it."""

    text: str
    sentence: int
    """Where the sentence that this would end began."""
    begin: int
    end: int
    """The run of stops is `text[begin:end]`."""
    tail: int
    """Where closing marks, note numbers and the like after the run are over: the sentence's end, if it ends here."""
    following: int
    """The first character after `tail` that is not white space; always inside the block."""
    limit: int
    """End of the block."""
    closed: Pair | None
    """The outermost quotation or bracket that closes between `end` and `tail`."""
    habits: Habits

    @property
    def run(self) -> str:
        """The stops, without the spaces that some texts put between them."""
        return self.text[self.begin : self.end].replace(" ", "")

    @property
    def spaced(self) -> bool:
        return self.following > self.tail

    @property
    def before(self) -> str:
        """The character in front of the run, or a space at the block's start."""
        return self.text[self.begin - 1] if self.begin > self.sentence else " "

    def ahead(self, length: int) -> str:
        return self.text[self.following : min(self.limit, self.following + length)]

    def first_letter(self) -> str:
        """The first character of what follows that is no opening mark; empty if only such marks follow."""
        for ch in self.ahead(8):
            if ch not in OPENING and not ch.isspace():
                return ch
        return ""


def is_cjk(ch: str) -> bool:
    return bool(_CJK.match(ch))


def habits(text: str) -> Habits:
    """Habits of a text, from its first 200,000 code points."""
    sample = text[:_SAMPLE]
    letters = len(re.findall(r"[A-Za-z]", sample))
    capitals = len(re.findall(r"\b[A-Z]", sample))
    ideographic = sample.count("。") + sample.count("｡")
    dots = len(re.findall(r"[\u3400-\u9fff][.．](?=[\u3400-\u9fff])", sample))
    glued = len(re.findall(r"[a-z]{2}[.!?][”\"]?[A-Z][a-z]*[ ,]", sample))
    return Habits(
        lower_case=letters > 12 and capitals < letters / 1000,
        cjk_stops=ideographic >= dots,
        glued=glued >= 3,
    )
