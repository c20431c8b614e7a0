"""How Chinese characters are spelled in pinyin without tones, in all readings: 仇 is `chou`, and as a name `qiu`."""

from __future__ import annotations

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

    read = {toneless(entry.pinyin) for entry in lexicon().entries(character)} | {syllable(character)}
    plain = {one for one in read if one}
    return tuple(sorted({other for one in plain for other in (one, one.replace("v", "u"), one.replace("v", "yu"))}))
