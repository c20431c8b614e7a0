"""What can be done, in one table: key bindings, the command list, the help screen and the README are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.tui.action import Action, Group, Mode
from workbench.tui.action import row as _row
from workbench.tui.term_actions import of_terms


def _normal() -> Iterable[Action]:
    n = Mode.NORMAL
    g = Group.MOVE
    yield _row(n, g, "move.down", "down j", "next segment", "Go to the next segment", listed=False)
    yield _row(n, g, "move.up", "up k", "previous segment", "Go to the previous segment", listed=False)
    yield _row(n, g, "move.right", "right l w", "next word", "Go to the next word", listed=False)
    yield _row(n, g, "move.left", "left h b", "previous word", "Go to the previous word", listed=False)
    yield _row(n, g, "move.side", "tab", "other side", "Go to the counterpart of the word on the other side")
    yield _row(n, g, "move.page_down", "pagedown ctrl+f", "page down", "Go a screen down", listed=False)
    yield _row(n, g, "move.page_up", "pageup", "page up", "Go a screen up", listed=False)
    yield _row(n, g, "move.line_start", "home 0", "first word", "Go to the first word of the segment", listed=False)
    yield _row(n, g, "move.line_end", "end $", "last word", "Go to the last word of the segment", listed=False)
    yield _row(n, g, "move.first", "g ctrl+home", "first segment", "Go to the first segment")
    yield _row(n, g, "move.last", "G ctrl+end", "last segment", "Go to the last segment")
    yield _row(
        n, g, "overview.next", "]", "next in the overview", "The next stretch with high risk, a mark, a weighty finding"
    )
    yield _row(n, g, "overview.previous", "[", "back in the overview", "The stretch before with one of these")
    g = Group.HUNT
    yield _row(n, g, "hunt.next", "n", "next of the hunt", "Go to the next segment of the hunt")
    yield _row(n, g, "hunt.previous", "N", "previous of the hunt", "Go to the previous segment of the hunt")
    yield _row(
        n, g, "hunt.choose", "s", "choose the hunt", "Worst first, flagged, not done, unpaired, one check; sorts again"
    )
    yield _row(n, g, "hunt.later", "z", "put off", "Go on, and come back here at the end of the hunt")
    yield _row(n, g, "hunt.later_by", "Z", "put off for a while", "Go on, and come back after so many segments")
    yield _row(n, g, "search", "/", "search", "Search both texts; what is found becomes the hunt")
    yield _row(n, g, "filter", "f", "filter", "Hunt by risk, check, status, reviewer, words; saved by a name")
    yield _row(n, g, "left", "L", "what is left", "Why the review is not finished, each reason a hunt")
    yield _row(n, g, "status.done", "d", "done", "Mark the segment done, and go on to the next of the hunt")
    g = Group.MARK
    yield _row(
        n, g, "flag.minor", "1", "flag as minor", "Flag the word, or the finding, as a minor error", "flag", "minor"
    )
    yield _row(
        n, g, "flag.major", "2", "flag as major", "Flag the word, or the finding, as a major error", "flag", "major"
    )
    yield _row(
        n,
        g,
        "flag.critical",
        "3",
        "flag as critical",
        "Flag the word, or the finding, as a critical error",
        "flag",
        "critical",
    )
    yield _row(n, g, "select", "v", "select words", "Begin a selection; twice: resize the mark under the cursor")
    yield _row(n, g, "unflag", "backspace delete", "remove the mark", "Remove the mark under the cursor")
    yield _row(n, g, "repeat", ".", "repeat", "Repeat the last flag or fix on this word")
    g = Group.FINDINGS
    yield _row(n, g, "finding.next", "space", "next finding", "Go to the next finding of the segment")
    yield _row(
        n, g, "finding.accept", "a", "accept", "Accept the finding: it becomes a mark, its suggestion a correction"
    )
    yield _row(n, g, "finding.dismiss", "x", "dismiss", "Dismiss the finding as a false alarm")
    yield _row(
        n, g, "finding.dismiss_why", "X", "dismiss with a reason", "Dismiss the finding, with a reason and a reach"
    )
    yield _row(n, g, "finding.all", "=", "all places", "Decide this in all places at once, after a preview")
    yield _row(n, g, "term.concordance", "t", "concordance", "Every place of the Chinese term, with its rendering")
    yield _row(n, g, "term.add", "T", "add a term", "Add the term and its right rendering to the termbase")
    yield _row(n, g, "terms", "B", "terms", "Terms, senses and candidates: search, edit, import, write")
    yield _row(n, g, "term.sense", "m", "meaning", "Which sense a term has, at this place or in the whole document")
    g = Group.TEXT
    yield _row(n, g, "edit", "enter e", "edit", "Edit the English of the segment, or supply what is missing")
    yield _row(n, g, "replace", "c", "replace the word", "Replace the word, or the selection")
    yield _row(
        n,
        g,
        "replace.pattern",
        "%",
        "replace a pattern",
        "Replace by a regular expression, after a preview",
    )
    yield _row(n, g, "reword.case", "~", "case", "Another case: lower, Capital, UPPER, as it was")
    yield _row(n, g, "reword.on", ")", "word on", "Swap the word with the next one", "reword_move", "+1")
    yield _row(n, g, "reword.back", "(", "word back", "Swap the word with the one before", "reword_move", "-1")
    yield _row(n, g, "reword.delete", "D", "delete the word", "Take the word out, and its space")
    yield _row(
        n, g, "separator.space", "_", "space", "The space missing at the word; else after the sentence, not for a break"
    )
    yield _row(
        n, g, "separator.paragraph", "p", "paragraph after", "A paragraph break after this segment; again: a space"
    )
    yield _row(n, g, "undo", "u ctrl+z", "undo", "Take the last act back, also one of an earlier day")
    yield _row(n, g, "redo", "ctrl+r", "redo", "Do again what was taken back")
    g = Group.SEGMENT
    yield _row(n, g, "segment.join", "J", "join", "Join the segment with the next one")
    yield _row(n, g, "segment.split", "S", "split", "Split the segment in two")
    yield _row(
        n,
        g,
        "segment.on",
        ">",
        "sentence on",
        "Its last sentence goes to the next one",
        "segment_move",
        "next",
    )
    yield _row(
        n,
        g,
        "segment.back",
        "<",
        "sentence back",
        "Its first sentence goes to the one before",
        "segment_move",
        "previous",
    )
    yield _row(n, g, "segment.pair", "P", "pair", "Pair an unpaired line with the nearest one of the other side")
    yield _row(n, g, "segment.unpair", "U", "unpair", "Take the two sides apart")
    yield _row(n, g, "segment.mark", "F", "furniture", "Mark as page furniture, left out of all counts; again: not")
    yield _row(
        n,
        g,
        "segment.realign",
        "A",
        "realign",
        "Pair again from here to there; fixes stay (:realign 20 30)",
    )
    yield _row(n, g, "sentence.split", "|", "split-sentence", "Split the sentence before the word")
    joins = "Join the sentence with the next; the last one here with the one before"
    yield _row(n, g, "sentence.join", "&", "join-sentence", joins)
    yield _row(n, g, "note", "o", "note", "Write a note on the segment")
    yield _row(n, g, "query", "!", "query", "Write a question to the author")
    g = Group.RATE
    yield _row(n, g, "rating.give", "r", "rate", "Score the segment from 0 to 100, by ESA or DA")
    yield _row(n, g, "rating.next", "+", "next unrated", "Go to the next segment without a score of yours")
    yield _row(n, g, "rating.plan", "", "rating", "ESA, DA or none; blind or not; in document order or shuffled")
    yield _row(n, g, "figure.profile", "", "count by", "Count marks by other rules: MQM, LISA, J2450, DQF, your own")
    g = Group.LOOK
    yield _row(n, g, "look.word", "K", "look up", "All that is known of the word: senses, terms, counterparts")
    yield _row(n, g, "look.memory", "M", "memory", "Earlier translations of such Chinese, here and elsewhere")
    yield _row(n, g, "look.history", "H", "history", "All acts on the segment; Enter puts the text of one back")
    yield _row(n, g, "look.inspector", "i", "larger inspector", "Make the inspector larger or smaller")
    yield _row(
        n, g, "look.translation", "V", "next translation", "The same place in the next translation of this source"
    )
    yield _row(n, g, "look.reading", "R", "read the English", "The corrected English alone; Enter comes back")
    yield _row(n, g, "look.profile", "", "profile", "What kind of text this is: counts, what repeats, where to begin")
    yield _row(n, g, "look.theme", "", "light or dark", "Change between dark and light colours")
    yield _row(n, g, "look.contrast", "", "high contrast", "White and strong colours on black; again: the usual ones")
    yield _row(n, g, "copy", "y", "copy", "Copy the selection or the segment to the clipboard, without wraps")
    g = Group.PROGRAM
    yield _row(
        n, g, "command", ": ctrl+p", "command", "A number, or 50%, goes to that segment, q leaves, words find a command"
    )
    yield _row(n, g, "help", "?", "help", "All keys")
    yield _row(n, g, "export", "", "export", "Write the corrected text, the data or the report")
    yield _row(n, g, "stop", "ctrl+c", "stop", "Stop the analysis that is running")
    yield _row(n, g, "quit", "", "leave", "Leave; everything is saved (:q)")
    yield _row(n, g, "escape", "escape", "let go", "Clear search hits and messages", listed=False)


def _states() -> Iterable[Action]:
    m, g = Mode.SELECT, Group.SELECT
    yield _row(m, g, "select.right", "right l w", "one word on", "Extend or shrink by a word", "extend", "word+")
    yield _row(m, g, "select.left", "left h b", "one word back", "Extend or shrink by a word", "extend", "word-")
    yield _row(m, g, "select.more", ".", "one character on", "Move the end by a character", "extend", "char+")
    yield _row(m, g, "select.less", ",", "one character back", "Move the end back by a character", "extend", "char-")
    yield _row(m, g, "select.end", "end $", "to the end", "Extend to the end of the segment", "extend", "end")
    yield _row(m, g, "select.start", "home 0", "to the start", "Extend to the start of the segment", "extend", "start")
    yield _row(m, g, "select.swap", "o", "other end", "Move the other end")
    yield _row(m, g, "select.link", "tab", "link", "Keep these words and select theirs on the other side")
    yield _row(
        m, g, "select.resize", "v", "resize a mark", "Take up the mark under the cursor; Enter keeps its new words"
    )
    yield _row(m, g, "select.minor", "1", "minor", "Flag the selection as a minor error", "flag", "minor")
    yield _row(m, g, "select.major", "2", "major", "Flag the selection as a major error", "flag", "major")
    yield _row(m, g, "select.critical", "3", "critical", "Flag the selection as a critical error", "flag", "critical")
    yield _row(m, g, "select.omission", "m", "omission", "Source words are missing: mark them, then choose the place")
    yield _row(m, g, "select.replace", "c", "replace", "Replace the selected words", "replace")
    yield _row(m, g, "select.case", "~", "case", "Another case for the selected words", "reword_case")
    yield _row(m, g, "select.on", ")", "words on", "Swap the words with the next one", "reword_move", "+1")
    yield _row(m, g, "select.back", "(", "words back", "Swap the words with the one before", "reword_move", "-1")
    yield _row(m, g, "select.delete", "D", "delete", "Take the selected words out", "reword_delete")
    yield _row(m, g, "select.space", "_", "space", "A space behind the selected characters", "reword_space")
    yield _row(m, g, "select.all_places", "=", "all places", "Replace these words everywhere", "replace_everywhere")
    yield _row(m, g, "select.concordance", "t", "concordance", "Every place of the selected term", "term_concordance")
    yield _row(m, g, "select.term", "T", "add a term", "Add the selected words as a term", "term_add")
    yield _row(m, g, "select.copy", "y", "copy", "Copy the selected words", "copy")
    yield _row(m, g, "select.keep", "enter", "keep", "Keep the new extent of a mark; else edit the segment")
    yield _row(m, g, "select.drop", "escape", "drop", "Drop the selection")
    m, g = Mode.PLACE, Group.PLACE
    yield _row(
        m, g, "place.right", "right l w down j", "next place", "The place after the next word", "place_move", "+1"
    )
    yield _row(m, g, "place.left", "left h b up k", "place before", "The place before", "place_move", "-1")
    yield _row(m, g, "place.end", "end $", "at the end", "The end of the segment", "place_move", "end")
    yield _row(m, g, "place.start", "home 0", "at the start", "The start of the segment", "place_move", "start")
    yield _row(m, g, "place.minor", "1", "minor", "The omission is minor", "place_keep", "minor")
    yield _row(m, g, "place.major", "2 enter m", "major", "The omission is major", "place_keep", "major")
    yield _row(m, g, "place.critical", "3", "critical", "The omission is critical", "place_keep", "critical")
    yield _row(m, g, "place.drop", "escape", "drop", "Mark nothing")
    m, g = Mode.EDIT, Group.EDIT
    yield _row(m, g, "edit.keep", "escape enter", "keep", "Leave with the change kept")
    yield _row(m, g, "edit.cancel", "ctrl+c", "cancel", "Leave without the change")
    yield _row(m, g, "edit.undo", "ctrl+z", "undo", "Take typing back")
    yield _row(m, g, "edit.redo", "ctrl+y", "redo", "Type it again")
    yield _row(m, g, "edit.word_left", "ctrl+left", "word left", "Back by a word, also in Chinese")
    yield _row(m, g, "edit.word_right", "ctrl+right", "word right", "On by a word, also in Chinese")
    yield _row(m, g, "edit.delete_word", "ctrl+w", "delete a word", "Delete the word before the cursor")
    yield _row(m, g, "edit.suggestion", "tab", "suggestion", "Take the suggestion for the words at the cursor")
    yield _row(m, g, "edit.memory", "ctrl+t", "memory", "Put an earlier translation of such Chinese; again: the next")
    yield _row(m, g, "edit.machine", "ctrl+o", "machine's text", "Put the machine's own text back")
    yield _row(m, g, "edit.outside", "ctrl+g", "own editor", "Go on in your own editor (EDITOR), and come back")


def _screens() -> Iterable[Action]:
    m, g = Mode.READING, Group.READING
    yield _row(m, g, "reading.down", "down j n space", "next sentence", "Go to the next segment", "step", "+1")
    yield _row(m, g, "reading.up", "up k N", "sentence before", "Go to the segment before", "step", "-1")
    yield _row(m, g, "reading.page_down", "pagedown ctrl+f", "page down", "A screen down", "page", "+1")
    yield _row(m, g, "reading.page_up", "pageup", "page up", "A screen up", "page", "-1")
    yield _row(m, g, "reading.first", "g home", "top", "Go to the first sentence", "ends", "first")
    yield _row(m, g, "reading.last", "G end", "bottom", "Go to the last sentence", "ends", "last")
    yield _row(m, g, "reading.back", "enter e", "to the pair", "Go back to this sentence and its source", "take")
    yield _row(m, g, "reading.leave", "escape R q", "back", "Go back to where you were", "leave")
    m, g = Mode.LIST, Group.LIST
    yield _row(m, g, "list.down", "down j", "down", "The next line", "step", "+1")
    yield _row(m, g, "list.up", "up k", "up", "The line before", "step", "-1")
    yield _row(m, g, "list.page_down", "pagedown", "page down", "A screen down", "page", "+1")
    yield _row(m, g, "list.page_up", "pageup", "page up", "A screen up", "page", "-1")
    yield _row(m, g, "list.first", "home g", "top", "The first line", "ends", "first")
    yield _row(m, g, "list.last", "end G", "bottom", "The last line", "ends", "last")
    yield _row(m, g, "list.take", "enter", "take", "Take this line")
    yield _row(m, g, "list.leave", "escape q", "back", "Leave without a choice", "leave")
    m, g = Mode.FIXES, Group.FIXES
    yield _row(m, g, "fixes.down", "down j n tab", "next place", "The next place", "step", "+1")
    yield _row(m, g, "fixes.up", "up k N shift+tab", "place before", "The place before", "step", "-1")
    yield _row(m, g, "fixes.page_down", "pagedown", "page down", "A screen down", "page", "+1")
    yield _row(m, g, "fixes.page_up", "pageup", "page up", "A screen up", "page", "-1")
    yield _row(m, g, "fixes.first", "home g", "top", "The first place", "ends", "first")
    yield _row(m, g, "fixes.last", "end G", "bottom", "The last place", "ends", "last")
    yield _row(m, g, "fixes.toggle", "space x", "in/out", "Leave this place out, or take it in again", "toggle")
    yield _row(m, g, "fixes.all", "a", "all/none", "Take all sure places in, or leave all out", "toggle_all")
    yield _row(m, g, "fixes.mark", "m", "mark", "Also mark each place as an error: minor, major, critical; again: not")
    yield _row(m, g, "fixes.edit", "e c", "reword", "Write other words for this place", "edit")
    yield _row(m, g, "fixes.apply", "enter", "apply", "Apply the chosen places; one u takes them all back", "apply")
    yield _row(m, g, "fixes.leave", "escape q", "back", "Change nothing", "leave")
    m, g = Mode.PICKER, Group.PICKER
    yield _row(m, g, "picker.down", "down", "down", "The next category", "step", "+1")
    yield _row(m, g, "picker.up", "up", "up", "The category before", "step", "-1")
    yield _row(m, g, "picker.minor", "1", "minor", "Make it minor", "severity", "minor")
    yield _row(m, g, "picker.major", "2", "major", "Make it major", "severity", "major")
    yield _row(m, g, "picker.critical", "3", "critical", "Make it critical", "severity", "critical")
    yield _row(m, g, "picker.lighter", "left", "lighter", "One severity lighter", "weigh", "-1")
    yield _row(m, g, "picker.heavier", "right", "heavier", "One severity heavier", "weigh", "+1")
    yield _row(m, g, "picker.note", "tab", "note", "Write a note with the flag", "note")
    yield _row(m, g, "picker.take", "enter", "take", "Take this category: at first, the last one used")
    yield _row(m, g, "picker.list", "space", "other list", "The next list: business, news, fiction, technical, all")
    yield _row(m, g, "picker.back", "backspace", "back", "The list before; from the first one, back without a flag")
    yield _row(m, g, "picker.leave", "escape", "leave", "Back, without a flag")
    m, g = Mode.SPLIT, Group.SPLIT
    yield _row(
        m, g, "split.right", "right l", "English later", "The cut one sentence later in the English", "cut", "t+"
    )
    yield _row(
        m, g, "split.left", "left h", "English earlier", "The cut one sentence earlier in the English", "cut", "t-"
    )
    yield _row(m, g, "split.down", "down j", "Chinese later", "The cut one sentence later in the Chinese", "cut", "s+")
    yield _row(m, g, "split.up", "up k", "Chinese earlier", "The cut one sentence earlier in the Chinese", "cut", "s-")
    yield _row(m, g, "split.later", ".", "correction later", "The cut in your correction one word later", "cut", "c+")
    yield _row(
        m, g, "split.earlier", ",", "correction earlier", "The cut in your correction one word earlier", "cut", "c-"
    )
    yield _row(m, g, "split.take", "enter S", "split here", "Split here", "take")
    yield _row(m, g, "split.leave", "escape q", "back", "Do not split", "leave")
    m, g = Mode.RATING, Group.RATING
    yield _row(m, g, "rating.more", "right l", "more", "One point more; digits type a score", "step", "+1")
    yield _row(m, g, "rating.less", "left h", "less", "One point less", "step", "-1")
    yield _row(m, g, "rating.ten_more", "up k", "ten more", "Ten points more", "step", "+10")
    yield _row(m, g, "rating.ten_less", "down j", "ten less", "Ten points less", "step", "-10")
    yield _row(m, g, "rating.anchor_up", "pageup", "mark", "The next mark of the scale: 33, 66, 100", "anchor", "+1")
    yield _row(m, g, "rating.anchor_down", "pagedown", "mark before", "The mark before on the scale", "anchor", "-1")
    yield _row(m, g, "rating.zero", "home g", "0", "Nothing is right", "ends", "first")
    yield _row(m, g, "rating.hundred", "end G", "100", "Perfect", "ends", "last")
    yield _row(m, g, "rating.rub_out", "backspace", "rub out", "Rub out the last digit", "rub_out")
    yield _row(m, g, "rating.take_back", "x delete", "take back", "Take your score of the segment back", "take_back")
    yield _row(m, g, "rating.give_it", "enter", "give", "Give the score, and go on to the next unrated one", "give")
    yield _row(m, g, "rating.leave", "escape q", "back", "Back to the words, without a score", "leave")


ACTIONS: tuple[Action, ...] = (*_normal(), *_states(), *_screens(), *of_terms())
BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}
KEYMAP: dict[Mode, dict[str, Action]] = {
    mode: {key: action for action in ACTIONS if action.mode is mode for key in action.keys} for mode in Mode
}


def of_mode(mode: Mode) -> tuple[Action, ...]:
    return tuple(action for action in ACTIONS if action.mode is mode)


KEY_NAMES = {
    "down": "\u2193",
    "up": "\u2191",
    "left": "\u2190",
    "right": "\u2192",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
}


def key_name(key: str) -> str:
    """A key as people write it: `ctrl+r` is `Ctrl-R`."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    shown = KEY_NAMES.get(last, last.upper() if modifiers else last)
    return "-".join([*(modifier.capitalize() for modifier in modifiers), shown])


def keys_line(action: Action) -> str:
    """All keys of an action, for help: `j, ↓`."""
    return ", ".join(key_name(key) for key in action.keys)


def hint(*ids: str, space: str = "  ") -> str:
    """A line of hints such as `a accept  x dismiss`, from the first key of each action."""
    return space.join(f"{first_key(i)} {BY_ID[i].label}" for i in ids)


def first_key(action_id: str) -> str:
    """The key to name for an action, as people write it; where the settings left it none, its command."""
    action = BY_ID[action_id]
    return key_name(action.keys[0]) if action.keys else f":{action.label}"


def key_table() -> str:
    """The keys as a Markdown table, for the README."""
    rows = ["| key | does |", "|---|---|"]
    group = None
    for action in ACTIONS:
        if not action.keys:
            continue
        if action.group is not group:
            group = action.group
            rows.append(f"| **{group}** | |")
        keys = " ".join(f"`{key_name(key)}`".replace("|", "\\|") for key in action.keys)
        rows.append(f"| {keys} | {action.description} |")
    return "\n".join(rows) + "\n"
