"""Which encoding a file is in, and its text.

A byte-order mark decides; else strict UTF-8; else the encoding under which the bytes are the likeliest text
(likelihood.py). What cannot be read in it becomes U+FFFD, and a warning says where.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.errors import FileProblem
from workbench.formats.damage import Damage, decode_damaged
from workbench.formats.likelihood import NARROW, SAMPLE, WIDE, decode_sample, is_noise, ranked, score
from workbench.model.span import Side

_SHORT = 64
"""Up to so many bytes, Chinese in another encoding may be valid UTF-8 by chance."""

_PLAIN_ENGLISH = re.compile(rb"[A-Za-z0-9\s.,;:!?'\"()-]*")

_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"PK\x03\x04", "a zip archive, as Word, Excel and other office files are"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"SQLite format 3\x00", "a database (perhaps a project of this program)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
_SAVE_AS_TEXT = "Save the text itself as plain text in UTF-8 and open that."
_NAME_IT = "If you know its encoding, name it with --encoding."

_CLOSE = 3.0
"""A lead, in natural logarithms of probability, under which the runner-up is mentioned: odds of 20 to 1."""
_WORST_DAMAGE = 0.25


@dataclass(frozen=True, slots=True)
class Encodings:
    """What the user says about the encoding of each side; None where it is to be recognised."""

    source: str | None = None
    target: str | None = None

    def of(self, side: Side) -> str | None:
        return self.source if side is Side.SOURCE else self.target


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte-order mark and otherwise untouched, and how it was read."""

    text: str
    encoding: str
    """As Python names it; `utf-8-sig` is UTF-8 with a byte-order mark."""
    runner_up: str | None = None
    """The encoding that is likeliest after it, if the bytes had to be judged."""
    warnings: tuple[str, ...] = ()


def decode(data: bytes, encoding: str | None = None, name: str = "") -> Decoded:
    """The text of a file's bytes.

    Without `encoding` it is recognised; bytes that cannot be read become U+FFFD, one for each damaged character, and a
    warning names their places. With `encoding` every byte must be readable in it. Raises FileProblem, about `name`, for
    what is not text, for an unknown encoding, and for bytes that the named encoding does not have.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise FileProblem(name, f"this is {kind}, not plain text", _SAVE_AS_TEXT)
    if encoding is not None:
        return _decode_as(data, encoding, name)
    marked = _marked(data)
    if marked:
        return _read(data, marked, name)
    zeros = data.count(0)
    if zeros * 32 <= len(data):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if len(data) > _SHORT or not _reads_better_wide(data):
                return Decoded(text, "utf-8", None, _about_zeros(data, zeros))
    return _judge(data, zeros, name)


def _reads_better_wide(data: bytes) -> bool:
    """Whether a few bytes that happen to be UTF-8 are far likelier Chinese in UTF-16: `/nyr:S?e` is 港特区政. The other
    reading must be common characters throughout, so that no English is taken for rare ones."""
    if _PLAIN_ENGLISH.fullmatch(data):
        return False
    best_score, best = max((score(data, encoding), encoding) for encoding in WIDE)
    return best_score >= max(score(data, "utf-8"), -10.0 * len(decode_sample(data, best)))


def _marked(data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        # FF FE 00 00 also begins a UTF-16 text whose first character is NUL.
        if data.startswith(mark) and (not encoding.startswith("utf-32") or len(data) % 4 == 0):
            return encoding
    return None


def _decode_as(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError, UnicodeError):
        codec = None
    if codec is None or not getattr(codec, "_is_text_encoding", True):
        raise FileProblem(
            name,
            f"there is no encoding {encoding!r}",
            "Name one such as utf-8, gb18030, big5, utf-16 or cp1252 with --encoding, or leave it out.",
        )
    try:
        text = data.decode(codec.name)
    except UnicodeError as error:
        # Some codecs (utf-16 for a lone half, idna) raise errors that do not say where.
        start = getattr(error, "start", 0)
        byte = f" 0x{data[start]:02X}" if start < len(data) else ""
        raise FileProblem(
            name,
            f"byte {start}{byte} in line {_line_of(data, codec.name, start)} is not {codec.name}",
            "Name another encoding with --encoding, or leave it out to have it recognised.",
        ) from None
    return Decoded(_without_mark(text, codec.name), codec.name)


def _without_mark(text: str, encoding: str) -> str:
    """The text without its byte-order mark, where the codec has left it in."""
    return text if encoding in ("utf-8-sig", "utf-16", "utf-32") else text.removeprefix("\ufeff")


def _read(data: bytes, encoding: str, name: str, runner_up: str | None = None, warnings: Iterable[str] = ()) -> Decoded:
    """Read all of the data in an encoding that was recognised."""
    text, damage = decode_damaged(data, encoding)
    if damage.count > max(3, len(text) * _WORST_DAMAGE):
        raise FileProblem(name, "this is not text in any encoding that this program recognises", _NAME_IT)
    found = (*warnings, *_about_damage(data, encoding, damage))
    return Decoded(_without_mark(text, encoding), encoding, runner_up, found)


def _about_damage(data: bytes, encoding: str, damage: Damage) -> Iterable[str]:
    if not damage.count:
        return
    places = [f"byte {at} (line {_line_of(data, encoding, at)})" for at in damage.places]
    more = f" and {damage.count - len(places)} more" if damage.count > len(places) else ""
    what = "1 damaged character was" if damage.count == 1 else f"{damage.count} damaged characters were"
    yield f"{what} replaced by U+FFFD, because these bytes are not {encoding}: {', '.join(places)}{more}."


def _line_of(data: bytes, encoding: str, at: int) -> int:
    if encoding.startswith(("utf-16", "utf-32")):
        return data[:at].decode(encoding, "replace").count("\n") + 1
    return data.count(b"\n", 0, at) + 1


def _about_zeros(data: bytes, zeros: int) -> tuple[str, ...]:
    if not zeros:
        return ()
    at = data.index(0)
    line = data.count(b"\n", 0, at) + 1
    return (f"The file holds {zeros} NUL character{'s' * (zeros > 1)}, the first at byte {at} (line {line}).",)


def _judge(data: bytes, zeros: int, name: str) -> Decoded:
    candidates = ranked(data)
    best_score, best = candidates[0]
    is_binary = zeros > max(3, len(data) / 1000) and best in NARROW
    if is_binary or is_noise(data[:SAMPLE], best):
        raise FileProblem(name, "this is not plain text", f"{_SAVE_AS_TEXT} {_NAME_IT}")
    # cp950 and Big5-HKSCS read most files alike; naming one as the other's rival would only confuse.
    others = [pair for pair in candidates[1:] if {best, pair[1]} != {"cp950", "big5hkscs"}]
    second_score, second = others[0]
    warnings = []
    if best_score - second_score < _CLOSE:
        warnings.append(f"The encoding was guessed as {best}; it could also be {second}. {_NAME_IT}")
    if best in NARROW:
        warnings += _about_zeros(data, zeros)
    return _read(data, best, name, second, warnings)
