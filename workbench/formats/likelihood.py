"""How likely bytes are as ordinary text, Chinese or English, in each of the encodings that may be meant.

The sum of the logarithms of the shares that the characters have in such text: those of Chinese characters from
characters.txt (see build_table.py), those of marks and letters from the rules below. What an encoding cannot read costs
more than the rarest character, so a damaged file keeps its encoding.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from workbench.formats.damage import decode_damaged

SAMPLE = 1 << 14
"""Bytes that are enough to tell."""

NARROW = ("utf-8", "gb18030", "big5hkscs", "cp950", "cp1252")
"""Candidates in which ASCII is ASCII. cp950 is Big5 as Windows writes it, which differs in some symbols."""
WIDE = ("utf-16-le", "utf-16-be")
WIDEST = ("utf-32-le", "utf-32-be")

_RARE_HAN = -15.0
_CONTROL = -12.01
_UNREADABLE = -22.0
_UNREADABLE_MORE = -5.0
"""For each further byte of a damaged character."""
_LIKELY_UTF_8 = 8.0
_FOREIGN = -8.0
_FOREIGN_PLACE = re.compile("[^\x00-\x7f](?=[^\x00-\x7f])|[A-Za-z][^\x00-\x7f\xdf-\xff‘’“”–—…™®](?=[A-Za-z])")
"""Where the languages that Windows-1252 was made for seldom have such a character: two of them together, or a symbol
or capital inside a word."""
_STRAY_HAN = -16.0
_STRAY = re.compile(rb"(?<![\x80-\xff])[\x81-\xfe][\x40-\x7e](?![\x80-\xff])")
"""A byte that is not ASCII, alone before a letter: in GB18030 or Big5 a single Chinese character among English, but
far sooner one damaged byte."""
_UNLIKELY_WIDE = -4.0
"""UTF-16 without a byte-order mark is rarer than the other candidates."""
_RAREST_WIDE = -11.5
"""Any bytes are characters of some kind in UTF-16; below this mean they are no text."""
_ODD = -18.0
_NOISE = 0.15
_COMMON = -7.5
_RAREST_MEAN = -12.5


def ranked(data: bytes) -> list[tuple[float, str]]:
    """Encodings with the logarithm of the likelihood of a sample, the likeliest first."""
    runs = _telling_bytes(data)
    narrow = sorted(((score(runs, encoding), encoding) for encoding in NARROW), key=lambda pair: -pair[0])
    head = data[:SAMPLE]
    # On the same bytes as the wide candidates, which cannot be judged by runs that stand apart.
    best_narrow = score(head, narrow[0][1])
    shift = best_narrow - narrow[0][0]
    candidates = WIDE + (WIDEST if b"\x00\x00" in head else ())
    wide = [(score(head, encoding), encoding) for encoding in candidates]
    together = [(likelihood + shift, encoding) for likelihood, encoding in narrow] + wide
    return sorted(together, key=lambda pair: -pair[0])


def _telling_bytes(data: bytes) -> bytes:
    """Runs of bytes that are not ASCII, from all over the file, as much as a sample: ASCII tells nothing, and a file
    may have its only Chinese, or its only damage, far from its beginning. The second byte of GB18030 and Big5 may be
    ASCII from 0x40 on, so a run goes on through those."""
    runs: list[bytes] = []
    length = 0
    for match in re.finditer(rb"[\x00-\x7f]?[\x80-\xff][\x40-\xff]*", data):
        runs.append(match.group())
        length += len(runs[-1]) + 1
        if length >= SAMPLE:
            break
    return b" ".join(runs)[:SAMPLE]


def score(data: bytes, encoding: str) -> float:
    """Natural logarithm of the likelihood that ordinary text in this encoding looks like these bytes."""
    if encoding == "utf-8":
        text, damage = decode_damaged(data, encoding)
        return _likelihood(text) + _LIKELY_UTF_8 + _UNREADABLE_MORE * (damage.bytes - damage.count)
    text = decode_sample(data, encoding)
    if encoding == "cp1252":
        return _likelihood(text) + _lone_byte(text) + _FOREIGN * len(_FOREIGN_PLACE.findall(text))
    if encoding in NARROW:
        return _likelihood(text) + _STRAY_HAN * len(_STRAY.findall(data))
    likelihood = _likelihood(text) + _UNLIKELY_WIDE
    return likelihood if likelihood >= _RAREST_WIDE * len(text) else float("-inf")


def _likelihood(text: str) -> float:
    return sum(map(_weights().__getitem__, text))


def _lone_byte(text: str) -> float:
    """What speaks against Windows-1252 where a single character is not ASCII: that is damage to a UTF-8 file sooner
    than an accent, unless it is one of the marks that word processors put in."""
    odd = [character for character in text if not character.isascii()]
    return 0.0 if len(odd) != 1 or odd[0] in "‘’“”–—…" else _UNREADABLE


def decode_sample(data: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        return decode_damaged(data, encoding)[0]
    return data.decode(encoding, "replace")


def is_noise(sample: bytes, encoding: str) -> bool:
    """Whether even the best reading has more controls, unreadable bytes and rarities than any text, or none but rare
    characters (as Korean has, read in a Chinese encoding)."""
    weights = [_weights()[character] for character in decode_sample(sample, encoding)]
    odd = sum(weight <= _ODD or weight == _CONTROL for weight in weights)
    if odd > max(8, len(weights) * _NOISE):
        return True
    telling = [weight for weight in weights if weight < _COMMON]
    return len(telling) > 50 and sum(telling) < _RAREST_MEAN * len(telling)


class _Weights(dict[str, float]):
    def __missing__(self, character: str) -> float:
        weight = self[character] = _weight_by_block(ord(character))
        return weight


@cache
def _weights() -> _Weights:
    """Natural logarithm of the share of each character in ordinary text, Chinese and English taken together."""
    weights = _Weights()
    table = resources.files("workbench.formats").joinpath("characters.txt").read_text("utf-8")
    for line in table.splitlines():
        tenths, characters = line.split(" ")
        weights.update(dict.fromkeys(characters, int(tenths) / 10))
    for weight, characters in _MARKS:
        weights.update(dict.fromkeys(characters, weight))
    return weights


_MARKS = (
    (-2.8, "，的"),
    (-3.7, "。"),
    (-4.7, "、“”"),
    (-5.5, "：；？！（）\u3000"),
    (-6.0, "《》…—’‘"),
    (-7.0, "「」『』【】·％～￥"),
    (-8.5, "–•‧€£°©®™éèêëàâäöüßñçáíóúôîïÉ〈〉〔〕①②③④⑤ⅠⅡⅢⅣⅰⅱⅲⅳ×"),
    (-14.0, "«»±²³½¼¾§¶¡¿åæøãõòìùûýÀÁÂÄÅÆÇÈÊËÍÎÓÔÖØÚÜŒœŠšŽžºª†‡‰µ¢¥"),
    (-22.0, "¬¤¦¨¯´¸ÿþðÞÐ÷ƒˆ˜‹›‚„Ÿ¹ÃÌÏÒÕÙÛÝ\u00a0\u00ad"),
    (-20.0, "\x00"),
    (-3.8, "\n"),
    (-5.0, "\t\r"),
    (-1.9, " "),
    (-2.3, "e"),
    (-2.8, "taoin"),
    (-3.0, "srh"),
    (-3.5, "dlu"),
    (-4.0, "cmfywgpb"),
    (-5.0, "vk,."),
    (-6.0, "ABCDEFGHIJKLMNOPQRSTUVWXYZ'\"-:()"),
    (-5.0, "0123456789"),
    (-7.0, "xjqz"),
    (_UNREADABLE, "\ufffd\ufeff"),
)

_BLOCKS = (
    # First code point, weight from there on.
    (0x00, _CONTROL),  # controls: they occur in captured terminal output
    (0x20, -7.5),
    (0x7F, -20.0),
    (0xA0, -16.0),
    (0x100, -14.0),  # other Latin letters
    (0x250, -18.0),
    (0x370, -13.0),  # Greek and Cyrillic
    (0x500, -18.0),
    (0x2010, -12.0),  # punctuation and symbols
    (0x2800, -18.0),
    (0x3001, -12.0),
    (0x3040, -11.0),  # kana
    (0x3100, -14.0),
    (0x3400, -17.0),
    (0x4E00, _RARE_HAN),
    (0xA000, -18.0),
    (0xAC00, -16.0),  # Hangul
    (0xD7A4, -20.0),
    (0xF900, -18.0),
    (0xFE30, -14.0),  # vertical and small forms
    (0xFE70, -20.0),
    (0xFF01, -9.0),  # full-width forms
    (0xFF5F, -16.0),
    (0xFFF0, -22.0),
    (0x1F300, -13.0),  # pictures
    (0x1FB00, -20.0),
    (0x20000, -18.0),  # Han extensions
    (0x30000, -20.0),
)


def _weight_by_block(code: int) -> float:
    return next(weight for first, weight in reversed(_BLOCKS) if first <= code)
