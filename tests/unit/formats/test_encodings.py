"""Encodings are recognised, damage stays local, and what is not text is refused in one sentence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from opencc import OpenCC

from tests.hostile.corpus import BYTES, SMALL
from workbench.errors import FileProblem
from workbench.formats import build_table
from workbench.formats.encodings import decode

SEEDS = Path(__file__).parents[3] / "seeds"
ARTICLES = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
CHINESE = next(text for text in ARTICLES if "产业互联网" in text)
ENGLISH = "\n".join(text for text in ARTICLES if text != CHINESE)
TRADITIONAL = OpenCC("s2tw").convert(CHINESE)


def windows(text: str, length: int, count: int, seed: int) -> list[str]:
    """Pieces of a text that hold some Chinese, the same in each run."""
    chance = random.Random(seed)
    starts = (chance.randrange(len(text) - length) for _ in range(20 * count))
    pieces = (text[start : start + length] for start in starts)
    return [piece for piece in pieces if sum(ch > "\u4dff" for ch in piece) * 3 >= length][:count]


@pytest.mark.parametrize("length", [4, 6, 10, 30, 300])
@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", CHINESE),
        ("utf-8-sig", CHINESE),
        ("gb18030", CHINESE),
        ("gbk", CHINESE),
        ("big5", TRADITIONAL),
        ("cp950", TRADITIONAL),
        ("big5hkscs", TRADITIONAL),
        ("gb18030", TRADITIONAL),
        ("utf-16", CHINESE),
        ("utf-16-le", CHINESE),
        ("utf-16-be", TRADITIONAL),
        ("utf-32", CHINESE),
    ],
)
def test_chinese_samples(encoding: str, text: str, length: int) -> None:
    right = total = 0
    for piece in windows(text, length, 150, length):
        try:
            data = piece.encode(encoding)
        except UnicodeEncodeError:
            continue  # Big5 does not have every character of a text that was written in simplified ones
        total += 1
        right += decode(data).text == piece
    assert total > 50
    assert right / total >= 0.99


@pytest.mark.parametrize("text", [CHINESE, TRADITIONAL, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-16"])
def test_whole_articles(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.warnings == ()


def test_names_of_encodings() -> None:
    assert decode(CHINESE.encode("utf-8")).encoding == "utf-8"
    assert decode(CHINESE.encode("utf-8-sig")).encoding == "utf-8-sig"
    assert decode(CHINESE.encode("gbk")).encoding == "gb18030"
    assert decode(TRADITIONAL.encode("big5", "ignore")).encoding in ("big5hkscs", "cp950")
    assert decode(CHINESE.encode("utf-16")).encoding == "utf-16-le"
    assert decode(b"\xfe\xff" + CHINESE.encode("utf-16-be")).encoding == "utf-16-be"


def test_windows_english() -> None:
    for text in ["He said “yes” – don’t", "café au lait, naïve", "It’s", "£5 or €6", "Der größte Käse für Österreich"]:
        decoded = decode(text.encode("cp1252"))
        assert (decoded.text, decoded.encoding) == (text, "cp1252")


def test_english_is_never_taken_for_short_utf_16() -> None:
    """The notorious case is `Bush hid the facts`."""
    for text in [
        "Bush hid the facts",
        "this app can break",
        "KNKNIN",
        "POINTS",
        "BRINGS",
        "ok",
        "A1B2",
        *ENGLISH.split()[:3000],
    ]:
        assert decode(text.encode()).text == text


def test_nothing_but_the_byte_order_mark_is_removed() -> None:
    text = "\u3000\u3000首行。\r\n\r\n第二行\t\ufeff。\rx\n\n"
    for encoding in ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"]:
        assert decode(text.encode(encoding)).text == text
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfa").text == "\ufeffa"


def _damaged(text: str, encoding: str, place: int, byte: int, inserted: bool) -> bytes:
    data = text.encode(encoding)
    return data[:place] + bytes([byte]) + data[place + (not inserted) :]


@pytest.mark.parametrize("inserted", [True, False])
@pytest.mark.parametrize("byte", [0xFF, 0xFE, 0xC0, 0x80, 0xB7, 0xE5])
def test_a_bad_byte_never_turns_utf_8_into_something_else(byte: int, inserted: bool) -> None:
    chance = random.Random(byte)
    pieces = [ENGLISH[start : start + 300] for start in range(0, 3000, 300)]
    for text in [CHINESE, CHINESE[:200], CHINESE[100:120], ENGLISH, *pieces]:
        for _ in range(20):
            data = _damaged(text, "utf-8", chance.randrange(len(text.encode())), byte, inserted)
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                # In English without any other such byte, it may be a mark that a word processor put in.
                assert decode(data).encoding in (("utf-8",) if not text.isascii() else ("utf-8", "cp1252"))


def test_a_bad_byte_is_one_replaced_character_and_its_place_is_named() -> None:
    decoded = decode("第一行\n第二".encode() + b"\xff" + "行，好".encode())
    assert decoded.text == "第一行\n第二\ufffd行，好"
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == (
        "1 damaged character was replaced by U+FFFD, because these bytes are not utf-8: byte 16 (line 2).",
    )


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_character_with_a_bad_byte_anywhere_is_one_replaced_character(place: int) -> None:
    data = bytearray("一二三四五六".encode())
    data[6 + place] = 0xFF
    assert decode(bytes(data)).text == "一二\ufffd四五六"


def test_more_bad_bytes_are_counted_and_the_first_named() -> None:
    data = ("这是好的一行字\n" * 50).encode().replace(b"\n", b"\xff\n")[:-1]
    decoded = decode(data)
    assert decoded.text.count("\ufffd") == 50
    assert decoded.warnings[0].startswith("50 damaged characters were replaced")
    assert "byte 21 (line 1), byte 44 (line 2)" in decoded.warnings[0]
    assert decoded.warnings[0].endswith("and 45 more.")


def test_damage_behind_a_byte_order_mark_is_named_by_its_place_in_the_file() -> None:
    decoded = decode(b"\xef\xbb\xbf" + "好".encode() + b"\xff" + "好".encode())
    assert decoded.text == "好\ufffd好"
    assert "byte 6 (line 1)" in decoded.warnings[0]


def test_a_bad_byte_far_from_any_other() -> None:
    decoded = decode(b"Plain English. " * 5000 + b"\xff " + "“quoted”".encode())
    assert (decoded.encoding, decoded.text.count("\ufffd")) == ("utf-8", 1)
    decoded = decode(b"Plain English.\n" * 5000 + b"ba\xa3d")
    assert (decoded.encoding, decoded.text[-4:]) == ("utf-8", "ba\ufffdd")
    assert "line 5001" in decoded.warnings[0]


@pytest.mark.parametrize("byte", [0xFF, 0x80, 0xC4, 0xA1])
def test_damaged_gb18030_never_becomes_utf_8(byte: int) -> None:
    chance = random.Random(byte)
    for text in [CHINESE, CHINESE[:200], CHINESE[300:400]]:
        for _ in range(20):
            data = _damaged(text, "gb18030", chance.randrange(len(text.encode("gb18030"))), byte, inserted=False)
            assert decode(data).encoding == "gb18030"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16", "utf-16-le"])
def test_a_character_cut_off_at_the_end(encoding: str) -> None:
    text = TRADITIONAL[:40].replace("\n", "") if encoding == "big5" else CHINESE[:40].replace("\n", "")
    text = text.encode(encoding, "ignore").decode(encoding).rstrip("，,。")
    decoded = decode(text.encode(encoding)[:-1])
    assert decoded.text == text[:-1] + "\ufffd"
    assert len(decoded.warnings) == 1


def test_the_sample_may_end_inside_a_character() -> None:
    for start in ["", "a", "ab"]:
        text = start + CHINESE * 20
        decoded = decode(text.encode("gb18030"))
        assert (decoded.text, decoded.warnings) == (text, ())


def test_the_runner_up_is_told_and_a_close_call_is_warned_of() -> None:
    decoded = decode("风口频出下，产业互联网的脚步近了。".encode("gb18030"))
    assert decoded.runner_up in ("big5hkscs", "cp950")
    assert decoded.warnings == ()
    close = [decode(piece.encode("gb18030")) for piece in windows(CHINESE, 2, 300, 7)]
    warned = [decoded for decoded in close if decoded.warnings]
    assert warned
    assert all("it could also be" in decoded.warnings[0] and "--encoding" in decoded.warnings[0] for decoded in warned)
    assert decode(b"ascii").runner_up is None


def test_a_named_encoding_overrules() -> None:
    data = "风口".encode("gb18030")
    assert decode(data, "gbk").text == "风口"
    assert decode(data, "latin-1").text == "·ç¿Ú"
    assert decode(data, "GB18030").encoding == "gb18030"
    assert decode("\ufeff风口".encode(), "utf-8").text == "风口"
    assert decode("\ufeff风口".encode("utf-16-le"), "utf-16-le").text == "风口"
    assert decode("风口".encode("utf-16"), "utf-16").text == "风口"


@pytest.mark.parametrize("encoding", ["klingon", "", "hex", "rot13", "base64", "a\x00b", "x" * 1000])
def test_an_unknown_encoding_is_said_to_be(encoding: str) -> None:
    with pytest.raises(FileProblem, match="there is no encoding"):
        decode(b"abc", encoding, "a.txt")


def test_a_wrong_encoding_names_the_byte() -> None:
    with pytest.raises(FileProblem, match=r"a\.txt: byte 4 0xB7 in line 2 is not utf-8"):
        decode(b"abc\n" + "风口".encode("gb18030"), "utf-8", "a.txt")
    with pytest.raises(FileProblem, match="byte 2"):
        decode(b"a\x00b", "utf-16-le", "a.txt")
    with pytest.raises(FileProblem, match="byte 1 "):
        decode("a风".encode(), "ascii", "a.txt")


@pytest.mark.parametrize("kind", ["png", "zip", "pdf", "old-word", "gzip", "elf", "zeros", "all-bytes"])
def test_binary_files_are_refused(kind: str) -> None:
    with pytest.raises(FileProblem, match=r"^x\.bin: this is .*not plain text") as raised:
        decode(BYTES[kind], None, "x.bin")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("kind", ["png", "zip", "pdf", "old-word", "gzip", "elf"])
def test_a_named_encoding_does_not_make_a_binary_file_text(kind: str) -> None:
    with pytest.raises(FileProblem, match="not plain text"):
        decode(BYTES[kind], "latin-1", "x.bin")


@pytest.mark.parametrize("size", [300, 5000, 50_000])
def test_noise_is_refused(size: int) -> None:
    chance = random.Random(size)
    for _ in range(20):
        with pytest.raises(FileProblem):
            decode(chance.randbytes(size))


BINARY = {"png", "zip", "pdf", "old-word", "gzip", "elf", "zeros", "all-bytes"}


@pytest.mark.parametrize("name", sorted(set(BYTES) - BINARY))
def test_odd_files_are_read(name: str) -> None:
    decoded = decode(BYTES[name])
    decoded.text.encode("utf-8")
    if name in ("gb18030", "utf-16-le-bom", "utf-16-be-bom", "utf-32-bom"):
        assert decoded.text.startswith("风口")
    if name in ("gb18030-cut", "utf-8-cut", "utf-8-bad-byte", "utf-8-surrogate", "utf-16-odd"):
        assert decoded.text.count("\ufffd") == 1
        assert len(decoded.warnings) == 1


@pytest.mark.parametrize("name", sorted(set(SMALL) - {"nul"}))
def test_hostile_texts_in_utf_8_come_back(name: str) -> None:
    """Lone surrogates cannot be in a file; a text that begins with a byte-order mark loses it; one that is half NULs
    could be anything."""
    text = SMALL[name].encode("utf-8", "ignore").decode("utf-8")
    decoded = decode(text.encode("utf-8"))
    assert decoded.text == text.removeprefix("\ufeff")


def test_stray_nuls_are_kept_and_named() -> None:
    text = "第一行\n" + "好" * 40 + "\x00完"
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.warnings == ("The file holds 1 NUL character, the first at byte 130 (line 2).",)


def test_empty_files() -> None:
    assert decode(b"").text == ""
    assert decode(b"\xef\xbb\xbf").text == ""
    assert decode(b"\xff\xfe").text == ""
    assert decode(b"\n").text == "\n"


def test_a_line_of_fifty_million_bytes() -> None:
    for data in [b"a" * 50_000_000, "风".encode() * 16_000_000, "风口".encode("gb18030") * 10_000_000]:
        assert len(decode(data).text) in (50_000_000, 16_000_000, 20_000_000)


@pytest.mark.slow
def test_the_table_is_what_the_script_makes() -> None:
    assert build_table.TABLE.read_text("utf-8") == build_table.build()
