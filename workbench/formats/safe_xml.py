"""XML from outside, read without what makes it dangerous: no entities of its own, nothing fetched, no endless depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from workbench.errors import FileProblem

_DEEPEST = 100
"""Elements within each other; a file of any format read here has about ten."""
_LANGUAGE = "http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class Element:
    """One element. Names are local ones: the namespace says nothing that the reader needs."""

    name: str
    attributes: dict[str, str]
    line: int
    content: list[Element | str] = field(default_factory=list)
    """Elements and character data in it, in order."""

    @property
    def children(self) -> list[Element]:
        return [one for one in self.content if isinstance(one, Element)]

    @property
    def language(self) -> str:
        """Of `xml:lang`, or `lang` without the prefix; empty if it says none."""
        return self.attributes.get(_LANGUAGE) or self.attributes.get("lang", "")

    @property
    def text(self) -> str:
        """All character data in it, white space run together."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for one in self.content:
            if isinstance(one, str):
                yield one
            else:
                yield from one._texts()

    def walk(self) -> Iterator[Element]:
        """It and everything in it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


class _Refused(Exception):
    """Something that no file needs and an attack may use."""


def parse_xml(data: bytes, path: object) -> Element:
    """The root of an XML file.

    A DOCTYPE that only names a DTD is passed over, the DTD is not read. Raises `FileProblem`, with the line, for a
    file that declares entities, refers to unknown ones, is nested too deeply, or is no XML.
    """
    root: list[Element] = []
    open_ones: list[Element] = []
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_ones) >= _DEEPEST:
            raise _Refused("elements are nested too deeply")
        element = Element(name.rpartition("}")[2], attributes, parser.CurrentLineNumber)
        if open_ones:
            open_ones[-1].content.append(element)
        else:
            root.append(element)
        open_ones.append(element)

    def end(_name: str) -> None:
        open_ones.pop()

    def characters(text: str) -> None:
        if open_ones:
            open_ones[-1].content.append(text)

    def refuse(*_anything: Any) -> int:
        raise _Refused("it declares entities, which are not read for safety")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.SkippedEntityHandler = refuse
    remedy = "Save it again as plain XML in UTF-8."
    try:
        parser.Parse(data, True)
    except _Refused as problem:
        raise FileProblem(path, f"line {parser.CurrentLineNumber}: {problem}", remedy) from None
    except expat.ExpatError as error:
        told = expat.errors.messages.get(error.code, str(error))
        raise FileProblem(path, f"line {error.lineno}: this is no sound XML ({told})", remedy) from None
    except (ValueError, LookupError) as error:  # an encoding that Python does not know
        raise FileProblem(path, f"this is no XML that can be read ({error})", remedy) from None
    return root[0]
