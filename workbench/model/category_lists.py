"""Lists of categories to choose from: a short one for each kind of text, a team's own, and all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from string import ascii_uppercase

from workbench.model.typology import BY_NAME, CATEGORIES, Category


@dataclass(frozen=True, slots=True)
class CategoryList:
    """Some categories under a name."""

    name: str
    categories: tuple[Category, ...]


_ACCURACY = ("Accuracy/Mistranslation", "Accuracy/Omission", "Accuracy/Addition")
_TASKS = {
    "business": (
        *_ACCURACY,
        "Terminology/Inappropriate for context",
        "Terminology/Inconsistent",
        "Locale convention/Number format",
        "Fluency/Grammar",
        "Fluency/Punctuation",
        "Style/Unnatural or awkward",
        "Fluency/Register",
    ),
    "news": (
        *_ACCURACY,
        "Fluency/Inconsistency",
        "Locale convention/Number format",
        "Terminology/Inappropriate for context",
        "Fluency/Grammar",
        "Fluency/Punctuation",
        "Fluency/Text-Breaking",
        "Style/Unnatural or awkward",
    ),
    "fiction": (
        *_ACCURACY,
        "Style/Unnatural or awkward",
        "Fluency/Register",
        "Accuracy/Creative Reinterpretation",
        "Accuracy/Gender Mismatch",
        "Style/Bad sentence structure",
        "Style/Archaic or obscure word choice",
        "Fluency/Grammar",
        "Fluency/Punctuation",
    ),
    "technical": (
        "Terminology/Inappropriate for context",
        "Terminology/Inconsistent",
        *_ACCURACY,
        "Accuracy/Source language fragment",
        "Locale convention/Number format",
        "Style/Bad sentence structure",
        "Fluency/Grammar",
        "Fluency/Spelling",
        "Fluency/Punctuation",
    ),
}
"""What errors in such texts mostly are, the weightier first."""

ALL = CategoryList("all", CATEGORIES)
TASKS = tuple(CategoryList(task, tuple(BY_NAME[name] for name in names)) for task, names in _TASKS.items())


def lists(own: CategoryList | None, first: str = "") -> tuple[CategoryList, ...]:
    """The lists to walk through: the one named `first` (else a team's own, else that for business), all, the others."""
    known = [*filter(None, [own]), *TASKS, ALL]
    front = next((one for one in known if one.name == first), known[0])
    return tuple(dict.fromkeys((front, *filter(None, [own]), ALL, *TASKS)))


def with_letters(categories: Iterable[Category]) -> tuple[Category, ...]:
    """A team's categories, each with a letter of its own: the one it asks for, else a capital of its name."""
    made: list[Category] = []
    for category in categories:
        taken = {one.letter for one in made}
        offers = [category.letter, *category.name.rpartition("/")[2].upper(), *ascii_uppercase]
        made.append(replace(category, letter=next((o for o in offers if o.isalpha() and o not in taken), "")))
    return tuple(made)
