"""How Chinese characters are spelled in pinyin without tones, in all readings: 仇 is `chou`, and as a name `qiu`."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import product


@lru_cache(maxsize=1 << 14)
def spellings(characters: str) -> frozenset[str]:
    """All that some characters (few: the readings multiply) may be spelled like, syllables together."""
    return frozenset("".join(parts) for parts in product(*(_syllables(one) for one in characters)))


@lru_cache(maxsize=1 << 14)
def _syllables(character: str) -> tuple[str, ...]:
    from workbench.evidence.words import syllable, toneless
    from workbench.lexicon.lookup import lexicon

    read = set(lexicon().readings(character))
    plain = {one for pinyin in read if (one := toneless(pinyin))} | {syllable(character)} - {""}
    for pinyin in read:  # ü is written u, v and yu
        letters = unicodedata.normalize("NFD", pinyin.lower())
        if "u\u0308" in letters:
            plain |= {toneless(letters.replace("u\u0308", other)) for other in ("v", "yu")}
    return tuple(sorted(plain))
