"""English number words and their values, and the words around them that change what they mean."""

from __future__ import annotations

UNITS = {
    word: value
    for value, word in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        )
    )
}  # fmt: skip
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
} | {"fourty": 40}
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mn": 10**6, "bn": 10**9, "tn": 10**12,
    "mln": 10**6, "bln": 10**9, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
SUFFIXES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
"""Scales that are written right after the digits; beyond k they are units of measure as often."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + ending: value for word, value in ORDINALS.items() if value > 2 for ending in ("", "s")
}
"""Denominators: third, thirds, quarter."""

VAGUE = {"dozens": (24, 99), "tens": (20, 99), "hundreds": (100, 999), "thousands": (1000, 9999)} | {
    word + "s": (value, 1000 * value - 1) for word, value in SCALES.items() if len(word) > 6
}
MULTIPLES = {
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "triples": 3, "tripling": 3,
    "treble": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quintuple": 5, "quintupled": 5,
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8,
    "ninefold": 9, "tenfold": 10, "hundredfold": 100, "twice": 2, "thrice": 3, "halved": -2, "halving": -2, "halve": -2,
}  # fmt: skip
"""Verbs and adverbs of growth by their factor; a negative one divides."""

MONTHS = {
    name: value
    for value, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
CURRENCIES = (
    ("(?:U\\.?S\\.? )?dollars?|USD", "USD"), ("euros?|EUR", "EUR"), ("yen|JPY", "JPY"), ("pounds? sterling|GBP", "GBP"),
    ("(?:HK|Hong Kong) dollars?|HKD", "HKD"), ("won", "KRW"), ("rubles?|roubles?", "RUB"), ("rupees?", "INR"),
    ("yuan|renminbi|RMB|CNY", "CNY"),
)  # fmt: skip
SPANS = {"decade": 10, "decades": 10, "century": 100, "centuries": 100}
"""Lengths of time that Chinese counts in years: seven decades are 70年."""
