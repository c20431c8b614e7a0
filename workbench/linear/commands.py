"""What can be said in the conversation: one table, from which its help and the README are made; and how it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.errors import WorkbenchError
from workbench.model.finding import Severity
from workbench.model.span import Side, Span
from workbench.model.typology import BY_LETTER, CATEGORIES, Category


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    short: str
    """One or two letters that do the same; may be empty."""
    takes: str
    """What follows, as help writes it."""
    does: str


COMMANDS: tuple[Command, ...] = (
    Command("read", "r", "", "reads the segment: both texts, note, marks, findings"),
    Command("next", "n", "", "goes to the next segment of the hunt, at first worst first"),
    Command("previous", "p", "", "goes to the segment of the hunt before"),
    Command("down", "+", "", "goes to the next segment in the text"),
    Command("up", "-", "", "goes to the segment before in the text"),
    Command("go", "g", "NUMBER", "goes to that segment; a number alone does so too"),
    Command("hunt", "h", "[NAME]", "says what can be hunted for, or takes a hunt"),
    Command("search", "s", "WORDS", "finds words in both texts; what is found becomes the hunt"),
    Command("filter", "", "FILTER", "hunts by a filter, such as risk:high -status:done"),
    Command("words", "w", "[zh]", "numbers the English, or the Chinese, words of the segment"),
    Command("look", "k", "[zh] WORDS", "says what dictionary and terms know of a word, and its counterparts"),
    Command("findings", "f", "", "reads the open findings of the segment"),
    Command("accept", "a", "[NUMBER] [SEVERITY]", "accepts a finding: a mark, and its suggestion a correction"),
    Command("dismiss", "x", "[NUMBER] [REASON]", "dismisses a finding as a false alarm"),
    Command("all", "=", "[NUMBER] [yes [but NUMBERS]]", "reads all places of what a finding repeats; yes mends them"),
    Command("flag", "", "[zh] WORDS [SEVERITY] [CATEGORY]", "marks an error, major if no severity is said"),
    Command("omission", "om", "WORDS [SEVERITY]", "marks Chinese words that the English lacks"),
    Command("unflag", "", "NUMBER", "removes a mark"),
    Command("categories", "", "", "reads the categories with their letters"),
    Command("edit", "e", "[TEXT]", "writes the English of the segment anew; asks for it if no text follows"),
    Command("replace", "c", "WORDS by TEXT", "replaces words of the English"),
    Command("pattern", "%", "EXPRESSION by TEXT [yes [but NUMBERS]]", "replaces by a regular expression, as all does"),
    Command("memory", "m", "[NUMBER]", "reads earlier translations of such Chinese; a number takes one"),
    Command("machine", "", "", "puts the machine's own text back"),
    Command("space", "_", "", "one space between this sentence and the next"),
    Command("paragraph", "", "", "a paragraph break after this segment"),
    Command("note", "o", "TEXT", "writes a note on the segment; nothing removes it"),
    Command("query", "!", "TEXT", "writes a question to the author; nothing removes it"),
    Command("done", "d", "", "marks the segment done and goes to the next of the hunt"),
    Command("join", "", "", "joins the segment with the next one"),
    Command("split", "", "", "splits the segment in two, where it is proposed"),
    Command("pair", "", "", "pairs a line that stands alone with the nearest one of the other side"),
    Command("unpair", "", "", "takes the two sides apart"),
    Command("rate", "", "[NUMBER [anyway]]", "scores the segment from 0 to 100; alone, reads what the scale means"),
    Command("unrate", "", "", "takes your score of the segment back"),
    Command("unrated", "", "", "goes to the next segment without a score of yours"),
    Command(
        "translation", "v", "[NAME]", "names the translations of this source, or goes to the same place in another"
    ),
    Command("others", "", "", "reads what the other translations say here"),
    Command("undo", "u", "", "takes the last act back, also one of an earlier day"),
    Command("redo", "", "", "does again what was taken back"),
    Command("progress", "", "", "says how much is done, and the MQM figure"),
    Command("left", "", "", "says what is left, and why the review is not finished"),
    Command("report", "", "", "reads the report: figures, worst segments, changes, questions"),
    Command("export", "", "FORMAT FILE", "writes the corrected text or the data to a file"),
    Command("help", "?", "[COMMAND]", "reads all commands, or one"),
    Command("quit", "q", "", "leaves; everything is saved"),
)

BY_WORD: Mapping[str, Command] = {
    **{command.short: command for command in COMMANDS if command.short},
    **{command.name: command for command in COMMANDS},
}

_WORDS = re.compile(
    r"""(?P<zh>(?:zh|chinese)\s+)?                    # the other side
        (?:(?P<first>\d+)(?:\s*-\s*(?P<last>\d+))?    # numbers of words
        |["\u201c](?P<quoted>[^"\u201d]+)["\u201d])   # or the words themselves
        (?:\s+(?P<rest>.*))?$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


def parsed(line: str) -> tuple[Command, str]:
    """The command of a line, and what follows it. Raises `WorkbenchError` for a line that is none."""
    words = line.strip()
    if words.isdecimal():
        return BY_WORD["go"], words
    name, _, rest = words.partition(" ")
    command = BY_WORD.get(name.casefold())
    if command is None and name and name[0] in BY_WORD and not name[0].isalnum():
        command, rest = BY_WORD[name[0]], words[1:]
    if command is None:
        import difflib

        near = difflib.get_close_matches(name.casefold(), [command.name for command in COMMANDS], n=1)
        hint = f"did you mean {near[0]}?" if near else "help reads all commands"
        raise WorkbenchError(f"there is no command {name}; {hint}")
    return command, rest.strip()


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a segment, and what was said after them."""

    side: Side
    first: int | None
    """Numbers of words, from 1; None if the words themselves were said."""
    last: int | None
    quoted: str
    rest: str

    def span(self, text: str, words: Sequence[Span]) -> Span:
        """Where they stand. Raises `WorkbenchError` if there are no such words, or more than once."""
        if self.first is None:
            found = [m.start() for m in re.finditer(re.escape(self.quoted), text)]
            if not found:
                raise WorkbenchError(f"\u201c{self.quoted}\u201d is not in this segment")
            if len(found) > 1:
                raise WorkbenchError(
                    f"\u201c{self.quoted}\u201d is there {len(found)} times; words reads their numbers"
                )
            return Span(found[0], found[0] + len(self.quoted))
        last = self.last or self.first
        if not 1 <= self.first <= last <= len(words):
            raise WorkbenchError(f"this segment has words 1 to {len(words)}; words reads them")
        return Span(words[self.first - 1].start, words[last - 1].end)


def words_said(text: str, usage: str) -> Said:
    """Reads `3`, `3-5`, `"hot trend"` or `zh 2-3`, and what follows. Raises `WorkbenchError` with the usage."""
    match = _WORDS.match(text)
    if match is None:
        raise WorkbenchError(f"say which words, by their numbers or in quotation marks: {usage}")
    side = Side.SOURCE if match["zh"] else Side.TARGET
    first = int(match["first"]) if match["first"] else None
    last = int(match["last"]) if match["last"] else None
    return Said(side, first, last, match["quoted"] or "", (match["rest"] or "").strip())


def severity_said(text: str, otherwise: Severity | None) -> tuple[Severity | None, str]:
    """A severity at the beginning, by name, first letters or 1 to 3, and what follows it."""
    word, _, rest = text.partition(" ")
    by_digit = {"1": Severity.MINOR, "2": Severity.MAJOR, "3": Severity.CRITICAL}
    if word in by_digit:
        return by_digit[word], rest.strip()
    for severity in Severity:
        if len(word) >= 3 and severity.value.startswith(word.casefold()):
            return severity, rest.strip()
    return otherwise, text.strip()


def category_said(text: str, own: Sequence[Category] = ()) -> str:
    """The name of the category that a letter, a name or a part of one means, one of a team's own at first. Raises
    `WorkbenchError`."""
    wanted = text.strip().casefold()
    letters = {**BY_LETTER, **{category.letter: category for category in own}}
    for letter in (text.strip(), wanted):
        if letter in letters:
            return letters[letter].name
    names = [category.name for category in (*own, *CATEGORIES)]
    for exact in (
        [name for name in names if wanted in (name.casefold(), name.casefold().rpartition("/")[2])],
        [name for name in names if wanted in name.casefold()],
    ):
        if len(exact) == 1:
            return exact[0]
        if exact:
            raise WorkbenchError(f"\u201c{text}\u201d may be {', '.join(exact)}; say more of it, or its letter")
    raise WorkbenchError(f"there is no category \u201c{text}\u201d; categories reads them")


def command_table() -> str:
    """The commands as a Markdown table, for the README."""
    rows = ["| command | short | does |", "|---|---|---|"]
    for command in COMMANDS:
        called = f"{command.name} {command.takes}".strip()
        rows.append(f"| `{called}` | {f'`{command.short}`' if command.short else ''} | {command.does} |")
    return "\n".join(rows) + "\n"
