"""Files are written whole or not at all, and inputs never."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from workbench.errors import FileProblem
from workbench.formats.atomic import write_atomically


def refused(path: object, *arguments: object, **options: object) -> str:
    with pytest.raises(FileProblem) as raised:
        write_atomically(path, *(arguments or ("new",)), **options)  # type: ignore[arg-type]
    message = str(raised.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    assert raised.value.remedy
    return message


def test_text_and_bytes_arrive_as_they_are(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", "风口\r\nx\n\ud800")
    assert (tmp_path / "a").read_bytes() == "风口\r\nx\n\ufffd".encode()
    write_atomically(str(tmp_path / "b"), b"\xff\x00")
    assert (tmp_path / "b").read_bytes() == b"\xff\x00"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_an_existing_file_is_replaced_only_on_request(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    assert "there is a file of this name already" in refused(path)
    assert path.read_text() == "old"
    write_atomically(path, "new", replace=True)
    assert path.read_text() == "new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    real = os.fsync

    def another_program_is_faster(descriptor: int) -> None:
        real(descriptor)
        path.write_text("theirs")

    monkeypatch.setattr(os, "fsync", another_program_is_faster)
    assert "there is a file of this name already" in refused(path)
    assert path.read_text() == "theirs"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_without_hard_links_it_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(source: object, target: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", no_links)
    write_atomically(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text() == "new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("replace", [True, False])
def test_inputs_are_never_written_to(tmp_path: Path, replace: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "source.txt"
    source.write_text("input")
    (tmp_path / "folder").mkdir()
    link, hard = tmp_path / "link", tmp_path / "hard"
    link.symlink_to(source)
    hard.hardlink_to(source)
    monkeypatch.chdir(tmp_path)
    for path in [source, link, hard, tmp_path / "folder" / ".." / "source.txt", "source.txt"]:
        assert "one of the input files" in refused(path, "new", replace=replace, never=["other", source])
        assert "one of the input files" in refused(source, "new", replace=replace, never=(path,))
    assert source.read_text() == "input"
    write_atomically(tmp_path / "out", "new", replace=replace, never=[source, tmp_path / "missing"])


def test_an_input_that_is_gone_is_still_not_written_to(tmp_path: Path) -> None:
    assert "one of the input files" in refused(tmp_path / "gone", "new", never=[tmp_path / "gone"])
    assert not list(tmp_path.iterdir())


def test_links_are_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    link.symlink_to(real)
    write_atomically(link, "new", replace=True)
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_rights(tmp_path: Path) -> None:
    path = tmp_path / "a"
    before = os.umask(0o027)
    try:
        write_atomically(path, "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_atomically(path, "newer", replace=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "quota"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "you may not write in this folder"),
        (errno.EIO, "cannot be written"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_failures_leave_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str, call: str
) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        assert said in refused(path, "new", replace=True)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a", "new")
    assert not list(tmp_path.iterdir())


def test_the_file_is_on_the_disk_before_it_takes_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the folder after it: the order is what makes a power cut harmless."""
    path = tmp_path / "a"
    path.write_text("old")
    seen: list[str] = []
    real = os.fsync

    def note(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else f"file of {os.fstat(descriptor).st_size}"
        seen.append(f"{kind}, named file reads {path.read_text()}")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    write_atomically(path, "new text", replace=True)
    assert seen == ["file of 8, named file reads old", "folder, named file reads new text"]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "there is a folder of this name" in refused(tmp_path, replace=True)
    assert "there is no such folder" in refused(tmp_path / "no" / "a")
    assert "a part of this path is a file" in refused(tmp_path / "file" / "a")
    assert "the name is too long" in refused(tmp_path / ("x" * 300))
    assert "not a path" in refused("a\x00b")
    assert "a pipe or a device" in refused("/dev/null", replace=True)
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    assert "you may not write in this folder" in refused(folder / "a")
