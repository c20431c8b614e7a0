"""Reading the translation memories of other programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import FileProblem
from workbench.memory.tmx import read_tmx

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header/><body>'


def written(folder: Path, body: str, head: str = HEAD, foot: str = "</body></tmx>") -> Path:
    path = folder / "old.tmx"
    path.write_text(head + body + foot, "utf-8")
    return path


def test_units_with_both_languages_are_read_in_order(tmp_path: Path) -> None:
    body = """
    <tu creationid="ann" creationdate="20250304T101112Z">
      <prop type="x-client">someone</prop>
      <tuv xml:lang="EN-US" changedate="20260708T000000Z">
        <seg>It <bpt i="1">&lt;b></bpt>rains<ept i="1">&lt;/b></ept>.</seg>
      </tuv>
      <tuv xml:lang="zh-Hans-CN"><seg>下 <hi>雨</hi> 了。</seg></tuv>
    </tu>
    <tu><tuv lang="zh"><seg>没有英文。</seg></tuv><tuv lang="fr"><seg>Rien.</seg></tuv></tu>
    <tu><tuv lang="zh_TW"><seg> </seg></tuv><tuv lang="en"><seg>Empty.</seg></tuv></tu>
    <tu><tuv lang="zh_TW"><seg>第二
      句。</seg></tuv><tuv lang="en"><seg>The second.</seg></tuv></tu>"""
    found = list(read_tmx(written(tmp_path, body)))
    assert [(one.source, one.target) for one in found] == [("下 雨 了。", "It rains."), ("第二 句。", "The second.")]
    assert (found[0].reviewer, found[0].at, found[1].at) == ("ann", "2026-07-08", "")
    assert found[0].origin == str(tmp_path / "old.tmx")


@pytest.mark.parametrize(
    ("head", "body", "foot", "said"),
    [
        ("<xliff>", "", "</xliff>", "no TMX"),
        (HEAD, "<tu>", "</body></tmx>", "XML"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>', "", "</tmx>", "entities"),
    ],
)
def test_what_is_no_tmx_is_told(tmp_path: Path, head: str, body: str, foot: str, said: str) -> None:
    with pytest.raises(FileProblem, match=said):
        list(read_tmx(written(tmp_path, body, head, foot)))
