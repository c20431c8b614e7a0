"""Error categories: the hierarchy that Google and WMT use for MQM, with a letter, a definition and an example each.

Source of names and limits: template-mqm.js of google-research/google-research (March 2025), as listed in the project's
notes on formats; definitions are ours, in one line.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Category:
    name: str
    """`Main/Sub` as it stands in exports."""
    letter: str
    """The key that chooses it; unique."""
    definition: str
    example: str = ""
    source_side: bool = False
    """True where the marked words lie in the source only."""
    its_type: str = "other"
    """The ITS 2.0 localization quality issue type it maps to."""


CATEGORIES: tuple[Category, ...] = (
    Category(
        "Accuracy/Mistranslation",
        "m",
        "The words say something else than the source.",
        "风口 'hot trend' as 'tuyere'",
        its_type="mistranslation",
    ),
    Category(
        "Terminology/Inappropriate for context",
        "t",
        "Not the term that this field uses, or the wrong sense of it.",
        "industry Internet for 产业互联网",
        its_type="terminology",
    ),
    Category(
        "Terminology/Inconsistent",
        "i",
        "One term rendered in several ways without need.",
        "C-end, terminal C, C side",
        its_type="terminology",
    ),
    Category(
        "Accuracy/Omission",
        "o",
        "Something in the source is missing from the translation.",
        "再次 'again' left out",
        source_side=True,
        its_type="omission",
    ),
    Category(
        "Accuracy/Addition",
        "a",
        "The translation says something that the source does not.",
        "'famous' without a word for it",
        its_type="addition",
    ),
    Category(
        "Accuracy/Source language fragment",
        "f",
        "Source words stand untranslated.",
        "Chinese characters in the English",
        its_type="untranslated",
    ),
    Category(
        "Fluency/Grammar",
        "g",
        "The sentence breaks a rule of grammar.",
        "this is the Internet is the real look",
        its_type="grammar",
    ),
    Category("Fluency/Spelling", "s", "A word is misspelt or wrongly capitalised.", "tuyair", its_type="misspelling"),
    Category(
        "Fluency/Punctuation",
        "p",
        "Punctuation is wrong, missing or doubled.",
        "no space after a full stop",
        its_type="typographical",
    ),
    Category(
        "Fluency/Inconsistency",
        "n",
        "The text contradicts itself in form: names, spelling, numbers.",
        its_type="inconsistency",
    ),
    Category(
        "Fluency/Register", "r", "Too formal or too casual for the text.", "gonna in a report", its_type="register"
    ),
    Category(
        "Fluency/Text-Breaking",
        "b",
        "Paragraphs or lines are broken in the wrong place.",
        "two paragraphs run together",
        its_type="formatting",
    ),
    Category("Fluency/Character encoding", "c", "Characters are garbled.", "â€™ for ’", its_type="characters"),
    Category(
        "Style/Unnatural or awkward",
        "w",
        "Understandable and correct, but nobody would write it so.",
        "people will not feel the same experience",
        its_type="style",
    ),
    Category(
        "Style/Bad sentence structure", "u", "The sentence is built so that it is hard to follow.", its_type="style"
    ),
    Category(
        "Style/Archaic or obscure word choice", "v", "A word that readers no longer use or know.", its_type="style"
    ),
    Category("Accuracy/Gender Mismatch", "h", "He for she, or a title of the wrong gender.", its_type="mistranslation"),
    Category(
        "Accuracy/Creative Reinterpretation",
        "k",
        "Freely rewritten, the sense kept in spirit.",
        its_type="mistranslation",
    ),
    Category(
        "Locale convention/Number format",
        "d",
        "Numbers, dates, money, names or addresses in the wrong form.",
        "36.2 in 2019. %",
        its_type="locale-violation",
    ),
    Category("Non-translation!", "z", "The whole segment is no translation at all.", its_type="uncategorized"),
    Category(
        "Source issue", "x", "The source itself is faulty; never counted against the translation.", source_side=True
    ),
    Category("Other", "e", "None of these; say what in a note."),
)

BY_NAME: dict[str, Category] = {category.name: category for category in CATEGORIES}
BY_LETTER: dict[str, Category] = {category.letter: category for category in CATEGORIES}
DEFAULT = "Accuracy/Mistranslation"
SOURCE_ISSUE = "Source issue"

_OF_CHECK = {
    "term.inconsistent": "Terminology/Inconsistent",
    "term": "Terminology/Inappropriate for context",
    "segment.omission": "Accuracy/Omission",
    "segment.addition": "Accuracy/Addition",
    "text.untranslated": "Accuracy/Source language fragment",
    "number": "Accuracy/Mistranslation",
    "negation": "Accuracy/Mistranslation",
    "spacing": "Fluency/Punctuation",
    "punctuation": "Fluency/Punctuation",
    "quotes": "Fluency/Punctuation",
    "characters": "Fluency/Character encoding",
    "layout": "Fluency/Text-Breaking",
    "grammar": "Fluency/Grammar",
    "spelling": "Fluency/Spelling",
    "style": "Style/Unnatural or awkward",
}


def category_of_check(check: str) -> str:
    """The category that an accepted finding of a check gets, by the longest known prefix of its dotted id."""
    while check:
        if check in _OF_CHECK:
            return _OF_CHECK[check]
        check = check.rpartition(".")[0]
    return DEFAULT
