"""The patterns by which numbers are found in English; what each is for stands in `numerals_english`."""

from __future__ import annotations

import re

from workbench.text.numerals_english_words import (
    CURRENCIES,
    DECADES,
    MONTHS,
    MULTIPLES,
    ORDINALS,
    SCALES,
    SPANS,
    TENS,
    UNITS,
)
from workbench.text.numerals_english_words import VAGUE as VAGUE_WORDS

_NOUNS = ("chapter", "article", "part", "volume", "phase", "title", "book", "act", "section", "world", "stage", "type")
_OTHERS = ("hundred", "dozen", "half", "quarter", "several", "few", "couple", "both", "once", "a", "an", *_NOUNS)
WORDS = sorted(
    {*UNITS, *TENS, *ORDINALS, *VAGUE_WORDS, *MULTIPLES, *MONTHS, *DECADES, *SCALES, *SPANS, *_OTHERS},
    key=len,
    reverse=True,
)
START = re.compile(
    r"(?<![A-Za-z\d'’])(?:" + "|".join(WORDS) + r")(?![A-Za-z])|(?<!\d)\d|[½⅓⅔¼¾]|(?<![A-Za-z])['’](?=\d0s)",
    re.IGNORECASE,
)
NONE = re.compile(
    r"(?i:third[- ](?:part(?:y|ies)|world|person|reich)|first[- ](?:aid|lady|class|hand|and foremost)|first of all"
    r"|at (?:first|once|sixes)\b|for once"
    r"|once (?:upon|again|more|and for all|the|a|an|it|you|we|they|he|she|this|that)\b"
    r"|second[- ](?:hand|nature|thoughts?|guess\w*)|one[- ](?:another|by one|self|on one|day|sided)|oneself"
    r"|no one|the one\b"
    r"|every(?:one| one)|each one|any ?one|some ?one|this one|that one|which one|one['’]s\b"
    r"|one of (?=the|my|our|his|her|their|its|these|those|many)|point[- ]to[- ]point"
    r"|half[- ](?:hearted|time|brother|sister|way)\w*)"
    # Names with digits: B2C, GPT-4, v2.3.1, 5G; a currency's name before its figure is none.
    r"|\b(?!(?:RMB|CNY|USD|EUR|HKD|GBP|JPY|NT|US|HK|Rs)\d)[A-Za-z]{1,40}\d{1,24}(?:\.\d{1,24}){0,9}[\w-]*"
    r"|\b[A-Z][A-Za-z]{0,40}-\d{1,24}(?:\.\d{1,24}){0,9}\w*"
    r"|\d{25,}|(?<!\d)\d{1,24}(?:\.\d{1,24}){2,9}|(?<!\d)\d{1,24}[GKDP]\b|(?<!\d)\d{1,3}[A-Z][A-Za-z]{0,20}\d\w*"
)
MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
MONTH_DAY = re.compile(
    MONTH
    + r"(?: (?:the )?(3[01]|[12]?\d)(?:st|nd|rd|th)?(?![\d:]|[.,]\d|st|nd|rd|th|s\b| ?%))?"
    + r"(?:,? ?(?:of )?((?:1\d|20|21)\d\d)(?!\d))?",
    re.IGNORECASE,
)
DAY_MONTH = re.compile(r"(3[01]|[12]?\d)(?:st|nd|rd|th)? (?:of )?(?=" + MONTH + ")", re.IGNORECASE)
MONTH_CONTEXT = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|last|next|this|early|late|mid|during|between|before|after|and|on|for)"
    r"[ -]"
    r"|\d(?:st|nd|rd|th)? )\Z",
    re.IGNORECASE,
)
DECADE = re.compile(r"(?:mid-|early-|late-)?(?:((?:1\d|20)\d)0['’]?s\b|['’]?([1-9])0['’]?s\b)")
SPOKEN_YEAR = re.compile(
    rf"(nineteen|twenty)[ -](?:(hundred)|(?:oh[ -])?({'|'.join([*TENS, *list(UNITS)[1:]])})"
    rf"(?:[ -]({'|'.join(list(UNITS)[1:10])}))?)\b(?![ -]?(?:hundred|thousand|million|billion))",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:1\d|20|21)\d\d(?![\d,.]*\d)")
COUNTED = re.compile(
    r" ?(?:%|per ?cent|[a-z]{0,2}illion|thousand|hundred|dozen|years|yuan|dollars|people|met(?:er|re)s|km|kg|m\b)"
)
"""After four digits: an amount and no year."""
VAGUE = re.compile(
    r"(?:(tens|dozens|hundreds|thousands|millions|billions|trillions)"
    r"(?: (?:and|of) (tens|hundreds|thousands|millions|billions))?(?: of (thousands|millions|billions))?"
    r"|(?:a )?(several|few|couple)(?: of)?(?:[ -](dozen|hundred|thousand|million|billion|trillion)s?)?"
    r"(?: (thousand|million|billion|trillion))?(?: (decades|centuries))?"
    r"|(decades?|centur(?:y|ies)))\b",
    re.IGNORECASE,
)
YEAR_PAIR = re.compile(r"((?:1\d|20)\d\d)[-–—/](\d\d)(?![\d,.]*\d)")
CENTURY = re.compile(r"[- ]centur(?:y|ies)\b", re.IGNORECASE)
HALF_DAY = re.compile(r" ?(?:([ap])\.?m\b\.?|o['’]clock)", re.IGNORECASE)
HALF_WORDS = re.compile(
    r" (?:o['’]clock )?(?:(in the morning)|(in the afternoon|in the evening|at night))", re.IGNORECASE
)
PAST = re.compile(
    rf"(half|quarter|twenty|ten|five|\d{{1,2}})(?: minutes?)?[ -](past|to)[ -]"
    rf"({'|'.join(list(UNITS)[1:13])}|1[0-2]|[1-9])\b"
    r"(?! ?(?:%|percent|per|hundred|thousand|million|billion))",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"(?: ?-?)(?:(%|‰)(?![ -]points?\b)|(per ?cent(?:age)?\b|pct\b)(?![ -]points?\b)"
    r"|((?:%|per ?cent(?:age)?|pct)[ -]points?\b|pp\b|p\.p\.)|(basis[ -]points?\b|bps\b))",
    re.IGNORECASE,
)
SPAN = re.compile(r"[ -](decade|decades|century|centuries)\b", re.IGNORECASE)
AND_A_HALF = re.compile(
    r"(?:an?|one) (year|month|week|day|hour|century|decade|mile|kilomet(?:er|re)) and a half\b", re.IGNORECASE
)
ROMAN = re.compile(
    r"(?:Chapter|Article|Part|Volume|Phase|Title|Book|Act|Section|World War|Stage|Type) ([IVX]{1,6})\b(?!['’])"
)
LENT = re.compile(r" (?:and|to) (?=[\d$€£¥a-z])")
SHARE_OF_ONE = re.compile(r"(?: of)? (?:an? |one )?per ?cent(?:age)?( points?)?\b", re.IGNORECASE)
POINTS = re.compile(r"[ -]points?\b", re.IGNORECASE)
ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
LINK = re.compile(r" ?[-–—~] ?| (?:to|or) |%? ?[-–—] ?| ?(?:%|per ?cent) to ", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|between)(?: \w+){0,2} ?[$€£¥]?\Z", re.IGNORECASE)
TIMES = re.compile(r"(?: ?x\b|[- ]?fold\b| times?\b(?! (?:a|per|in|this|last|each|every)\b))", re.IGNORECASE)
GROWN = re.compile(
    r"(?:increas|r[io]se|grow|grew|expand|up|rais|improv|jump|soar|more|higher|add)\w*(?: \w+){0,3}[- ]*\Z",
    re.IGNORECASE,
)
MORE_THAN = re.compile(r" (?:more|higher|larger|bigger|greater|faster|longer|over)\b", re.IGNORECASE)
OF_SCALE = re.compile(
    r"(?: of)? an? (hundred|thousand|million|billion|trillion|decade|century)\b|[ -](decade|century)\b", re.IGNORECASE
)
OF = re.compile(
    r"(?: an?\b|[ -]of\b|\s*[.,;)%]"
    r"|[ -](?:more|less|the|as|its|their|our|his|her|century|year|hour|day|month|mile|that|this)\b)",
    re.IGNORECASE,
)
SUFFIX = re.compile(r" ?([KkMmBbTt])(?![A-Za-z\d²³/])")
ROUGH_BEFORE = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|some|nearly|almost|roughly|over|above|under|below|at least|at most"
    r"|(?:more|less|fewer) than|up to|as (?:many|much|few) as|no (?:more|less|fewer) than|close to|exceed(?:s|ed|ing)?"
    r"|nearing|estimated|surpass(?:es|ed|ing)?|beyond|circa|near)(?: an?| the)?|[~≈>≥<≤])"
    r" ?(?:[A-Z]{1,3})?[$€£¥]?\Z",
    re.IGNORECASE,
)
ROUGH_AFTER = re.compile(
    r" ?\+|[- ]odd\b"
    r"|(?: \w+){0,2} (?:or (?:so|more|less|thereabouts|above|below)|and (?:above|over|more|below)|plus)\b",
    re.IGNORECASE,
)
CURRENCY = re.compile(
    " ?-?(?:(?:of )?(?:" + "|".join(f"(?P<{code}>{words})" for words, code in CURRENCIES) + r"))\b", re.IGNORECASE
)
SIGN = re.compile(r"(US|HK|A|C|RMB|CNY|USD|EUR|NT)? ?([$€£¥])? ?\Z")
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY"}
NAMED = {"HK": "HKD", "A": "AUD", "C": "CAD", "RMB": "CNY", "CNY": "CNY", "USD": "USD", "EUR": "EUR", "NT": "TWD"}
