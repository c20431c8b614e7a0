"""XML from outside: what is read, and what is refused."""

from __future__ import annotations

import pytest

from workbench.errors import FileProblem
from workbench.formats.safe_xml import parse_xml


def test_names_lose_their_namespace_and_text_keeps_its_order() -> None:
    root = parse_xml(b'<t:a xmlns:t="urn:x" xml:lang="zh-CN">one <t:b>two</t:b>\n three</t:a>', "a.xml")
    assert (root.name, root.language, root.text) == ("a", "zh-CN", "one two three")


def test_a_doctype_that_only_names_a_dtd_is_passed_over() -> None:
    assert parse_xml(b'<!DOCTYPE martif SYSTEM "TBXcore.dtd"><martif>x</martif>', "a.tbx").text == "x"


BOMB = b'<!DOCTYPE z [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><z>&b;</z>'
OUTSIDE = b'<!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/passwd">]><z>&a;</z>'
PARAMETER = b'<!DOCTYPE z [<!ENTITY % a SYSTEM "http://127.0.0.1/a.dtd">%a;]><z/>'
DEEP = b"<a>" * 5000 + b"</a>" * 5000


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (BOMB, "entities"),
        (OUTSIDE, "entities"),
        (PARAMETER, "entities"),
        (DEEP, "deep"),
        (b"<a><b></a>", "line 1"),
        (b"", "XML"),
        (b"no xml", "XML"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "XML"),
        (b"<a>&nbsp;</a>", "line 1"),
        (b"\xff\xfe\x00", "XML"),
    ],
)
def test_refused_in_one_sentence(data: bytes, told: str) -> None:
    with pytest.raises(FileProblem) as problem:
        parse_xml(data, "evil.tbx")
    assert "evil.tbx" in str(problem.value)
    assert told in str(problem.value)


def test_an_entity_behind_a_foreign_doctype_is_refused_and_not_dropped() -> None:
    with pytest.raises(FileProblem):
        parse_xml(b'<!DOCTYPE z SYSTEM "x.dtd"><z>a&unknown;b</z>', "a.xml")
