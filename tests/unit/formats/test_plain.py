"""Reading plain text files, and what is said of those that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.errors import FileProblem
from workbench.formats import plain
from workbench.formats.plain import read_document
from workbench.model.span import Side


def written(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_document_is_the_file(tmp_path: Path) -> None:
    text = "\u3000\u3000风口。\r\n\r\n\t第二行\r\n没有结尾换行"
    document = read_document(written(tmp_path, text.encode("utf-8-sig"), "风口.txt"))
    assert document.text == text
    assert document.name == "风口.txt"
    assert document.encoding == "utf-8-sig"
    assert document.side is Side.SOURCE
    assert document.warnings == ()


def test_the_script_decides_the_side_unless_it_is_given(tmp_path: Path) -> None:
    path = written(tmp_path, b"The pace is approaching.")
    assert read_document(path).side is Side.TARGET
    assert read_document(path, Side.SOURCE).side is Side.SOURCE
    assert read_document(written(tmp_path, b"")).text == ""


def test_encoding_and_warnings_reach_the_document(tmp_path: Path) -> None:
    path = written(tmp_path, "风口".encode("gb18030") + b"\xff")
    assert read_document(path, encoding="latin-1").text == "·ç¿Úÿ"
    damaged = read_document(written(tmp_path, "好的一行".encode() + b"\xff"))
    assert "byte 12" in damaged.warnings[0]


def problem(path: object, **options: str) -> str:
    with pytest.raises(FileProblem) as raised:
        read_document(path, **options)  # type: ignore[arg-type]
    message = str(raised.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    assert raised.value.remedy
    assert raised.value.exit_status == 2
    return message


def test_missing(tmp_path: Path) -> None:
    assert "there is no such file" in problem(tmp_path / "none.txt")
    assert "there is no such file" in problem(tmp_path / "no" / "folder" / "a.txt")
    assert "a part of this path is a file" in problem(written(tmp_path, b"x") / "b.txt")


def test_a_folder(tmp_path: Path) -> None:
    assert "this is a folder" in problem(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a pipe or a device" in problem(tmp_path / "pipe")
    assert "a pipe or a device" in problem("/dev/null")


def test_not_readable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, b"x")

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "you may not read this file" in problem(path)


def test_a_disk_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, b"x")

    def fail(self: Path, mode: str) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert "Input/output error" in problem(path)


def test_impossible_paths(tmp_path: Path) -> None:
    assert "cannot be read" in problem("a\x00b")
    assert "cannot be read" in problem(tmp_path / ("x" * 5000))
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "cannot be read" in problem(loop)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "LARGEST", 3 << 20)
    path = written(tmp_path, b"a" * (3 << 20))
    assert len(read_document(path).text) == 3 << 20
    assert "it has 4 MiB, and the limit is 3 MiB" in problem(written(tmp_path, b"a" * (4 << 20)))


def test_fifty_megabytes_are_refused_with_the_limit_named(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "the limit is 32 MiB" in problem(path)


def test_binary_and_unknown_encodings(tmp_path: Path) -> None:
    assert "a PDF document" in problem(written(tmp_path, b"%PDF-1.7 ..."))
    assert "there is no encoding 'klingon'" in problem(written(tmp_path, b"x"), encoding="klingon")
