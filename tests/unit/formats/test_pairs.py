"""PAIRS.tsv and PAIRS.jsonl."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.errors import FileProblem
from workbench.formats.pairs import Pair, read_pairs


def pairs(path: Path, data: bytes, **more: str) -> list[Pair]:
    path.write_bytes(data)
    return list(read_pairs(path, **more))


def test_no_quoting_no_header_and_lines_end_with_lf_or_crlf_only(tmp_path: Path) -> None:
    data = '1\t他说"好"。\tHe said "fine.\r\n"2"\t甲\u2028乙\ta\x0bb\x85c\rd\n3\t\t\tref'.encode()
    assert pairs(tmp_path / "p.tsv", data) == [
        Pair("1", '他说"好"。', 'He said "fine.'),
        Pair('"2"', "甲\u2028乙", "a\x0bb\x85c\rd"),
        Pair("3", "", "", "ref"),
    ]


def test_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert pairs(tmp_path / "p.tsv", b"\xef\xbb\xbf7\ta\tb\n") == [Pair("7", "a", "b")]


def test_named_encoding(tmp_path: Path) -> None:
    assert pairs(tmp_path / "p.tsv", "1\t风口\tx\n".encode("utf-16"), encoding="utf-16") == [Pair("1", "风口", "x")]
    assert pairs(tmp_path / "p.tsv", "1\t风口\tx\n".encode("gb18030"), encoding="gb18030") == [Pair("1", "风口", "x")]


@pytest.mark.parametrize("block", [65535, 65536, 65537])
def test_characters_and_line_ends_across_blocks(tmp_path: Path, block: int) -> None:
    text = "风" * (block // 3)
    got = pairs(tmp_path / "p.tsv", f"1\t{text}\tx\r\n2\t{text}\ty\r\n".encode())
    assert got == [Pair("1", text, "x"), Pair("2", text, "y")]


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"id": 1, "source": "甲\t\n", "target": "a", "extra": 0},
        {"id": "x", "source": "", "target": "", "reference": "r"},
    ]
    data = "\n\n".join(json.dumps(row) for row in rows).encode()
    assert pairs(tmp_path / "p.jsonl", data) == [Pair("1", "甲\t\n", "a"), Pair("x", "", "", "r")]


def test_a_bad_byte_stays_one_character_and_is_told(tmp_path: Path) -> None:
    path, told = tmp_path / "p.tsv", []
    path.write_bytes(b"1\ta\tb\n2\tc\xffd\te\n3\tf\tg\n")
    got = list(read_pairs(path, warn=told.append))
    assert [pair.source for pair in got] == ["a", "c\ufffdd", "f"]
    assert len(told) == 1
    assert "row 2" in told[0]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("p.tsv", b"1\ta\tb\nonly\ttwo\n", "row 2 has 2 columns"),
        ("p.tsv", b"1\ta\tb\tr\tmore\n", "row 1 has 5 columns"),
        ("p.jsonl", b'{"id": 1, "source": "a", "target": "b"}\n{', "row 2 is not JSON"),
        ("p.jsonl", b"[]", "row 1 is not a JSON object"),
        ("p.jsonl", b'{"id": 1, "source": 3, "target": "b"}', "row 1 needs the texts"),
        ("p.jsonl", b'{"source": "a", "target": "b"}', "row 1 needs an `id`"),
        ("p.jsonl", b"[" * 100_000, "row 1 is not JSON"),
    ],
)
def test_a_row_that_does_not_fit_is_named(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(FileProblem, match=said):
        pairs(tmp_path / name, data)


def test_missing_file_and_unknown_encoding(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no such file"):
        list(read_pairs(tmp_path / "none.tsv"))
    with pytest.raises(FileProblem, match="unknown"):
        pairs(tmp_path / "p.tsv", b"1\ta\tb\n", encoding="klingon")
    with pytest.raises(FileProblem, match="a folder"):
        list(read_pairs(tmp_path))


def test_the_encoding_is_recognised_from_the_first_rows_that_tell_it(tmp_path: Path) -> None:
    plain = b"".join(b"%d\tabc\tan English row\n" % n for n in range(9000))
    data = plain + "zh\t风口来了，谁都想飞得更高。\tThe wind is up.\n".encode("gb18030") * 9
    assert pairs(tmp_path / "late.tsv", data)[-1].source.startswith("风口来了")


def test_a_row_longer_than_many_blocks_is_one_row(tmp_path: Path) -> None:
    long = "风" * 500_000
    read = pairs(tmp_path / "long.tsv", f"1\t{long}\tx\n2\ta\tb".encode())
    assert [(pair.id, len(pair.source)) for pair in read] == [("1", 500_000), ("2", 1)]


def test_true_is_no_id(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="row 1 needs an `id`"):
        pairs(tmp_path / "p.jsonl", b'{"id": true, "source": "a", "target": "b"}')
