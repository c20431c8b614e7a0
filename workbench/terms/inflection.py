"""English inflection: which forms are the same word, and how a chosen word takes the form that a place asks for."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR_PLURALS = {
    "children": "child", "feet": "foot", "geese": "goose", "lives": "life", "knives": "knife", "wives": "wife",
    "leaves": "leaf", "halves": "half", "selves": "self", "shelves": "shelf", "wolves": "wolf", "men": "man",
    "women": "woman", "mice": "mouse", "people": "person", "teeth": "tooth", "analyses": "analysis",
    "bases": "basis", "crises": "crisis", "criteria": "criterion", "data": "datum", "diagnoses": "diagnosis",
    "hypotheses": "hypothesis", "indices": "index", "matrices": "matrix", "phenomena": "phenomenon",
    "theses": "thesis", "bacteria": "bacterium", "media": "medium", "strata": "stratum",
}  # fmt: skip
_PLURAL_OF = {one: many for many, one in _IRREGULAR_PLURALS.items()}

_IRREGULAR_VERBS = {  # base: (past, past participle)
    "be": ("was", "been"), "become": ("became", "become"), "begin": ("began", "begun"), "break": ("broke", "broken"),
    "bring": ("brought", "brought"), "build": ("built", "built"), "buy": ("bought", "bought"),
    "catch": ("caught", "caught"), "choose": ("chose", "chosen"), "come": ("came", "come"), "cut": ("cut", "cut"),
    "do": ("did", "done"), "draw": ("drew", "drawn"), "drive": ("drove", "driven"), "fall": ("fell", "fallen"),
    "feed": ("fed", "fed"), "fight": ("fought", "fought"), "find": ("found", "found"), "fly": ("flew", "flown"),
    "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"), "grow": ("grew", "grown"),
    "have": ("had", "had"), "hit": ("hit", "hit"), "hold": ("held", "held"), "keep": ("kept", "kept"),
    "know": ("knew", "known"), "lead": ("led", "led"), "leave": ("left", "left"), "let": ("let", "let"),
    "lose": ("lost", "lost"), "make": ("made", "made"), "mean": ("meant", "meant"), "meet": ("met", "met"),
    "pay": ("paid", "paid"), "put": ("put", "put"), "read": ("read", "read"), "rise": ("rose", "risen"),
    "run": ("ran", "run"), "say": ("said", "said"), "see": ("saw", "seen"), "sell": ("sold", "sold"),
    "send": ("sent", "sent"), "set": ("set", "set"), "show": ("showed", "shown"), "spend": ("spent", "spent"),
    "spread": ("spread", "spread"), "stand": ("stood", "stood"), "take": ("took", "taken"),
    "think": ("thought", "thought"), "win": ("won", "won"), "write": ("wrote", "written"),
}  # fmt: skip
_BASE_OF = {form: base for base, forms in _IRREGULAR_VERBS.items() for form in forms if form != base} | {"were": "be"}

_UNCOUNTABLE = (
    "traffic information advice equipment knowledge research progress software hardware money news evidence "
    "growth empowerment matchmaking intermediation decentralization decentralisation innovation infrastructure "
    "logistics commerce e-commerce finance retail content hype momentum capital funding manufacturing data "
    "training feedback music furniture luggage weather work behaviour behavior health wealth steel iron consumption"
)
UNCOUNTABLE = frozenset(_UNCOUNTABLE.split())
"""Nouns without a plural, which take no `a`."""

_COUNTED_ING = (
    "thing something anything nothing everything king ring string spring wing sibling building setting offering "
    "meeting listing ranking warning painting feeling finding hearing beginning ending opening drawing filing "
    "rating holding saving earning reading recording ruling sitting wedding blessing crossing gathering greeting"
    " dealing ceiling being"
)
COUNTED_ING = frozenset(_COUNTED_ING.split())
"""Nouns in -ing that are things one counts; others name what is done, and stand without article or plural."""

_PLURAL_CALLERS = (
    "these those many several few both various numerous countless multiple two three four five six seven eight nine "
    "ten eleven twelve dozens hundreds thousands millions"
)
PLURAL_CALLERS = frozenset(_PLURAL_CALLERS.split())
"""Words that want a plural behind them."""

_VOWEL_SOUND = ("hour", "honest", "honor", "honour", "heir")
_CONSONANT_SOUND = ("uni", "use", "usa", "usu", "eu", "one", "once", "ubiq", "utop", "ura", "uti")
_NOT_UNI = ("unin", "unim", "unid", "unif ")
_LETTERS_LIKE_VOWELS = "AEFHILMNORSX"


def singular(word: str) -> str:
    """The lower-case singular of a lower-case word, by rule; a word that is no plural comes back as it is."""
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=65536)
def noun_forms(word: str) -> frozenset[str]:
    """Keys under which a word is found as a noun: itself and its singular, lower-case, without a possessive."""
    plain = strip_possessive(word.lower())
    return frozenset((plain, singular(plain)))


@lru_cache(maxsize=65536)
def word_forms(word: str) -> frozenset[str]:
    """Keys under which a word is found whatever its part of speech: noun keys, and candidates for a verb's base."""
    plain = strip_possessive(word.lower())
    forms = set(noun_forms(word))
    if plain in _BASE_OF:
        forms.add(_BASE_OF[plain])
    for ending in ("ing", "ed"):
        if plain.endswith(ending) and len(plain) > len(ending) + 2:
            forms.update(_verb_bases(plain[: -len(ending)], ending))
    return frozenset(forms)


def _verb_bases(stem: str, ending: str) -> set[str]:
    if not any(vowel in stem for vowel in "aeiouy"):
        return set()
    bases = {stem, stem + "e"}
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiouls":
        bases = {stem[:-1]}
    elif len(stem) > 2 and stem[-1] == stem[-2]:
        bases.add(stem[:-1])
    if ending == "ed" and stem.endswith("i"):
        bases = {stem[:-1] + "y"}
    return bases


def strip_possessive(word: str) -> str:
    for tail in ("'s", "\u2019s", "'", "\u2019"):
        if word.endswith(tail):
            return word[: -len(tail)]
    return word


def is_plural(word: str) -> bool:
    plain = strip_possessive(word.lower())
    return singular(plain) != plain and plain not in UNCOUNTABLE


def is_mass(word: str) -> bool:
    """True for a noun that stands alone in the singular: `traffic`, `timing`, `openness`."""
    low = word.lower()
    return low in UNCOUNTABLE or low.endswith(("ness", "ism")) or (low.endswith("ing") and low not in COUNTED_ING)


def plural(word: str) -> str:
    """The plural of one word, its capitals kept; an uncountable word or one that is plural comes back as it is."""
    low = word.lower()
    if low in UNCOUNTABLE or is_plural(word):
        return word
    if low in _PLURAL_OF:
        many = _PLURAL_OF[low]
        return many.capitalize() if word[:1].isupper() else many
    if low.endswith("y") and len(low) > 1 and low[-2] not in "aeiou":
        return word[:-1] + "ies"
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


def to_form(base: str, form: str) -> str:
    """The verb `base` in the form `ing`, `ed`, `en` (past participle), `s` or `` (the base itself)."""
    low = base.lower()
    if form == "ed" and low in _IRREGULAR_VERBS:
        return _IRREGULAR_VERBS[low][0]
    if form == "en" and low in _IRREGULAR_VERBS:
        return _IRREGULAR_VERBS[low][1]
    if form == "s":
        return plural(base) if low not in UNCOUNTABLE else base + "s"
    if form in ("ing", "ed", "en"):
        ending = "ing" if form == "ing" else "ed"
        if low.endswith("e") and not low.endswith(("ee", "oe", "ye")):
            return base[:-1] + ending
        if ending == "ed" and low.endswith("y") and low[-2:-1] not in tuple("aeiou"):
            return base[:-1] + "ied"
        return (base + base[-1] if _doubles(low) else base) + ending
    return base


def _doubles(low: str) -> bool:
    """Whether the last consonant doubles before -ing: one syllable of consonant, vowel, consonant."""
    vowels = sum(c in "aeiouy" for c in low)
    return len(low) > 2 and vowels == 1 and low[-2] in "aeiou" and low[-1] not in "aeiouwxy" and low[-3] not in "aeiou"


def form_of(word: str) -> str:
    """Which form an English verb form shows: `ing`, `ed`, `s` or `` for anything else."""
    low = word.lower()
    if low in _BASE_OF:
        return "ed"
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return ending
    return "s" if is_plural(low) else ""


def article(following: str) -> str:
    """`a` or `an` for the words that follow, by how they sound."""
    word = following.lstrip("\"'\u201c\u2018([")
    low = word.lower()
    first = low.split(" ")[0].split("-")[0]
    if not low:
        return "a"
    head = word.split(" ")[0].split("-")[0]
    if head.isupper() and head.isalpha() and (len(head) == 1 or not any(v in head for v in "AEIOUY") or len(head) <= 3):
        return "an" if head[0] in _LETTERS_LIKE_VOWELS else "a"
    if low[0].isdigit():
        return "an" if low[0] == "8" or first in {"11", "18"} else "a"
    if low.startswith(_VOWEL_SOUND):
        return "an"
    if low.startswith(_CONSONANT_SOUND) and not low.startswith(_NOT_UNI):
        return "a"
    return "an" if low[0] in "aeiou" else "a"
