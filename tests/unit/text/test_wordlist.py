"""The compiled word list gives the same answers one by one as all at once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from workbench.text.variants import converted
from workbench.text.wordlist import Wordlist, compile_wordlist, wordlist


def test_every_look_up_gives_what_the_whole_list_has() -> None:
    words = wordlist()
    known = words.all_weights()
    chance = random.Random(1)
    runs = chance.sample(sorted(known), 5000)
    letters = sorted({run[0] for run in runs})
    asked = [
        *runs,
        *(run + chance.choice(letters) for run in runs),
        *("".join(chance.choices(letters, k=length)) for length in (1, 2, 3, 5) for _ in range(1000)),
        "\ud800",
        "\ud800中",
        "中\udfff",
        "\U0010ffff\U0010ffff",
        "\x00",
    ]
    assert [(run, words.weight(run)) for run in asked] == [(run, known.get(run)) for run in asked]
    assert any(words.weight(run) is None for run in asked)
    assert any(words.weight(run) == 0.0 for run in asked)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: b"WBWORDS\x02" + data[8:], lambda data: data[:12]]
)
def test_a_damaged_list_or_one_of_another_version_is_refused(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "words.dat"
    compile_wordlist(path)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ValueError, match="word list"):
        Wordlist(path)


def test_the_simplified_forms_are_those_of_opencc() -> None:
    assert wordlist().simplified() == converted("t2s")
