"""Where an English sentence ends, also where machine translation left out the space after its stop."""

from __future__ import annotations

import re

from workbench.text.abbreviations import (
    ALWAYS,
    CAPITAL_EXTENSIONS,
    CLOCK,
    EXTENSIONS,
    GLUED_STARTERS,
    LABELLED,
    NUMBERED,
    SOMETIMES,
    SOMETIMES_CAPITAL,
    SPEECH,
    STARTERS,
    TIME_WORDS,
)
from workbench.text.blocks import MARKER
from workbench.text.nesting import OPENING, Nest
from workbench.text.stops import Stop

_GOES_ON = frozenset(",;:%)]}/&=+°，、；：）】》")
_MARKS = frozenset("’'”»")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’][a-z]+)?")
_TOKEN = re.compile(r"[\w.'’&/-]+\Z")
_NUMBER = re.compile(r"\d[\d.,]*\Z")
_DOTTED = re.compile(r"[A-Za-z]{1,4}(?:\.[A-Za-z]{1,4})+\Z")
_ADDRESS = re.compile(r"://|\bwww\.|@|\A[\\/.~]|[\\_?=#]")
_CHUNK_BEFORE = re.compile(r"[^\s\u2e80-\uffee“”\"<>()]{0,120}\Z")
_TAG = re.compile(
    r"(?:The |My |His |Her |Their |Our )?(?:[A-Z][\w’'-]*|[a-z-]+)(?:\s+[A-Z][\w’'-]*){0,3}(?:\s+\w+ly)?"
    r"\s+([a-z]+)\b(.{0,20})"
)
_PRONOUNS = frozenset(("he", "she", "they", "i", "we", "it", "you", "the", "my", "his", "her", "their", "our"))
_BULLETS = frozenset("•●○■□◆◇▪▶►➢➤✓✔–—-*$€£¥#@")


def ends_sentence(stop: Stop) -> bool:
    """Whether the sentence ends at a stop of English text."""
    following = stop.text[stop.following]
    if following in _GOES_ON or (following in _MARKS and not _turned_mark(stop)):
        return False
    run = stop.run
    if run == "…" or (len(run) > 1 and not run.strip(".…")):
        return _ends_at_ellipsis(stop)
    if "!" in run or "?" in run or run.strip(".") != "":
        return _ends_at_cry(stop)
    return _ends_at_full_stop(stop)


def is_short_cry(text: str) -> bool:
    """A word in a quotation, such as `No.`, which stays with what is said next."""
    return len(text) <= 24 and len(text.split()) <= 1


def _turned_mark(stop: Stop) -> bool:
    """Whether the closing mark or apostrophe that follows opens a quotation, whichever way it is turned."""
    ahead = stop.ahead(2)
    return len(ahead) > 1 and ahead[1].isalnum() and (stop.spaced or ahead[0] == "'")


def _opens_sentence(stop: Stop) -> bool:
    """Whether what follows can begin a sentence, by its first character alone."""
    first = stop.first_letter()
    if first.islower():
        return stop.habits.lower_case and stop.spaced
    return first.isalnum() or (stop.spaced and first in _BULLETS)


def _next_word(stop: Stop) -> str:
    found = _WORD.match(stop.ahead(40).lstrip("“‘\"'([ "))
    return found.group() if found else ""


def _starts(word: str) -> bool:
    """Whether a capitalised word is one that begins sentences."""
    return word[:1].isupper() and (word.casefold() in STARTERS or re.split("['’]", word.casefold())[0] in STARTERS)


def _ends_at_ellipsis(stop: Stop) -> bool:
    if not _opens_sentence(stop) or stop.first_letter().islower():
        return False
    said = stop.text[max(stop.sentence, stop.begin - 80) : stop.begin].split()
    if said and said[-1].casefold().strip("“\"'‘") == _next_word(stop).casefold():
        return False  # stammering
    return len(said) > 2


def _ends_at_cry(stop: Stop) -> bool:
    if not _opens_sentence(stop):
        return False
    if not stop.spaced and stop.tail == stop.end:
        if _in_address(stop) and not _leaves_address(stop):
            return False
        if not stop.before.isalnum() and stop.before not in "'’\"”)%":
            return stop.before in ".!?"
    if stop.closed is not None:
        return _ends_after_closing(stop)
    return not stop.text.endswith("Yahoo", stop.sentence, stop.begin) or _starts(_next_word(stop))


def _ends_after_closing(stop: Stop) -> bool:
    """After a quotation or a bracket that closes on the stop: `“Is it?” He asked.` is one sentence."""
    pair = stop.closed
    assert pair is not None
    if pair.nest is not Nest.QUOTE:
        return pair.open <= stop.sentence
    return not _is_tag(stop)


def _is_tag(stop: Stop) -> bool:
    """Whether what follows a quotation says who spoke it."""
    full_stop = "." in stop.run
    text = stop.ahead(120)
    if text[:1].casefold() != text[:1] and _starts(_next_word(stop)) and _next_word(stop).casefold() not in _PRONOUNS:
        return False
    found = _TAG.match(text)
    if not found or found.group(1) not in SPEECH:
        return False
    if not full_stop:
        # `He asked at once: “Who?”` leads the next quotation in.
        return not re.match(r"[^.!?]{0,60}[:“‘]", found.group(2) + text[found.end() :])
    # After a full stop a tag is short; `He said that ...` begins a sentence of its own.
    return bool(re.match(r"(?:\s+\w+ly)?\s*(?:[.!?,:;]|\Z)", found.group(2)))


def _in_address(stop: Stop) -> bool:
    """Whether the stop lies in a web or mail address, a path or an identifier."""
    head = _CHUNK_BEFORE.search(stop.text, max(stop.sentence, stop.begin - 120), stop.begin)
    return bool(head and _ADDRESS.search(head.group()))


def _leaves_address(stop: Stop) -> bool:
    """Whether a stop in an address is followed by a plain word that begins a sentence: `example.com.The shop`."""
    word = _next_word(stop)
    return len(word) > 1 and _starts(word) and bool(re.match(r"[\w’']+,?\s", stop.ahead(40)))


def _ends_at_full_stop(stop: Stop) -> bool:
    if stop.before.isspace() and not stop.spaced and stop.begin > stop.sentence:
        return False  # .NET, .5
    if stop.tail > stop.end and stop.closed is not None:
        return _opens_sentence(stop) and _ends_after_closing(stop)
    found = _TOKEN.search(stop.text, max(stop.sentence, stop.begin - 40), stop.begin)
    token = found.group() if found else ""
    if not stop.spaced and stop.tail == stop.end:
        return _ends_glued(stop, token)
    if _first_word_is_extension(stop):
        return False
    return _ends_spaced(stop, token)


def _first_word_is_extension(stop: Stop) -> bool:
    """`JD. com`: a name that the machine cut."""
    word = _next_word(stop)
    return word.islower() and word in ("com", "net", "org", "cn")


def _ends_spaced(stop: Stop, token: str) -> bool:
    first = stop.first_letter()
    word = _next_word(stop)
    if not token or token[-1] in "'’":
        return _opens_sentence(stop) or first.islower()
    if _NUMBER.match(token):
        return _ends_after_number(stop, token)
    if len(token) == 1 and token.isalpha():
        return _ends_after_letter(stop, token, word)
    verdict = _after_abbreviation(stop, token, word)
    if verdict is not None:
        return verdict
    if first.islower():
        # In cased text a small letter after a stop is a slip, unless the word before looks cut short.
        return stop.habits.lower_case or (len(token) > 2 and bool(re.search("[aeiouy]", token)))
    return first.isalnum() or stop.text[stop.following] in _BULLETS


def _after_abbreviation(stop: Stop, token: str, word: str) -> bool | None:
    """Whether the sentence ends after an abbreviation; None where the token is none."""
    short = re.split(r"[-/]", token)[-1]
    key = short.casefold()
    following = stop.text[stop.following]
    first = stop.first_letter()
    if key == "etc":
        return first.isupper()
    if key in ALWAYS:
        return False
    if key in NUMBERED and (first.isdigit() or re.match(r"[(\[]?(?:[A-Z]\d|[IVX]+\b|[A-Z]\b(?!['’]))", stop.ahead(8))):
        return key in ("no", "p", "r") and word in ("I", "A")
    if key in CLOCK and "." in key:
        return first.isupper() and word.casefold() not in TIME_WORDS
    known = key in SOMETIMES or (key in SOMETIMES_CAPITAL and short[:1].isupper())
    if known or (_DOTTED.match(short) and key.rpartition(".")[2] not in EXTENSIONS):
        return _starts(word) and following not in "("
    return None


def _ends_after_number(stop: Stop, token: str) -> bool:
    first = stop.first_letter()
    at = stop.begin - len(token)
    if MARKER.match(stop.text[at : stop.end]) and len(token.replace(".", "")) <= 3:
        head = stop.text[max(stop.sentence, at - 4) : at].rstrip()
        clock = re.search(r"\d:\Z", stop.text[max(stop.sentence, at - 2) : at])
        if not head or (head[-1] in ":;,，；：(（—" and not clock):
            return False
    if first.isdigit():
        # `3. 5` is a decimal that was cut; a year on either side is not.
        return (len(token) >= 4 and "," not in token) or bool(re.match(r"\d{4}(?!\d)", stop.ahead(5)))
    if not stop.spaced and stop.tail == stop.end:
        return bool(re.match(r"[A-Z][a-z]+|[IA]\b|[A-Z]{2,}\s|[“\"(]+[A-Z]", stop.ahead(12)))
    return _opens_sentence(stop)


def _ends_after_letter(stop: Stop, letter: str, word: str) -> bool:
    """A single letter: an initial, a list letter, or a label such as in `from end C to end B.`"""
    at = stop.begin - 1
    if at == stop.sentence or not stop.first_letter().isalnum():
        return False
    if stop.first_letter().islower():
        return stop.habits.lower_case and not letter.islower()
    if _starts(word) and not re.match(r"[A-Z]\.", stop.ahead(2)):
        return True
    previous = re.search(r"([A-Za-z]+)\s+\Z", stop.text[max(stop.sentence, at - 24) : at])
    return bool(previous) and previous.group(1).casefold() in LABELLED  # type: ignore[union-attr]


def _ends_glued(stop: Stop, token: str) -> bool:
    """A full stop with no space after it: `another.While` ends, `Node.js`, `U.S.-China` and `J.Smith` do not."""
    text = stop.ahead(48)
    opened = text.lstrip("“‘\"'([")
    word = _next_word(stop)
    if not opened[:1].isupper():
        return _ends_before_small(stop, token, opened)
    if _in_address(stop):
        return _leaves_address(stop)
    if _NUMBER.match(token):
        return _ends_after_number(stop, token)
    if len(token) == 1 and token.isalpha():
        return _ends_after_letter(stop, token, word)
    verdict = _after_abbreviation(stop, token, word)
    if verdict is not None:
        return verdict
    run = re.match(r"[\w'’&-]+", opened)
    whole = run.group() if run else ""
    if whole.casefold() in (EXTENSIONS if whole.isupper() else CAPITAL_EXTENSIONS) and not _starts(word):
        return False
    after = opened[len(whole) : len(whole) + 1]
    if not token or token.islower() or text[:1] in OPENING:
        return after != "." or len(whole) > 1 or bool(re.match(r"(?:[A-Z]\.){2}", opened))
    if _starts(word):
        return after not in ("(", ".")
    return bool(re.match(r",?\s+[a-z]", opened[len(whole) :])) or (stop.habits.glued and after not in ("(", "."))


def _ends_before_small(stop: Stop, token: str, opened: str) -> bool:
    """The same before a small letter or a figure, where a name of a file or a site is far more likely."""
    key = token.casefold()
    if key in ALWAYS | NUMBERED | SOMETIMES or _DOTTED.match(token) or _in_address(stop):
        return False
    word = _next_word(stop)
    if opened[:1].isdigit():
        # `2.5` and `word.12` with a note number are not; `healthy.12 years` and `rate.3. Foo` are.
        figure = re.match(r"(?:\d+(?:[.,]\d+)*(?:\s+[a-z]{2}|-[a-z]|%)|\d{1,2}[.)]\s|(?:19|20)\d\d[\s,])", opened)
        return bool(figure) and token.isalpha() and len(token) > 2
    if not re.match(r"[a-z]+(?:['’][a-z]+)?,?\s+[a-z\d]", opened):
        return False
    if word in GLUED_STARTERS:
        return len(token) > 3 and token.isalpha()
    return stop.habits.lower_case and word not in EXTENSIONS and (not token or len(token) > 1)
