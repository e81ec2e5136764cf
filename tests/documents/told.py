"""What a program that reads pages aloud finds in a PDF: the tree of its tags, and the words under each."""

from __future__ import annotations

import io
import re
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DecodedStreamObject, NameObject

STRETCH = re.compile(rb"<</MCID (\d+)>> BDC(.*?)\nEMC", re.DOTALL)
SHOWN = (b"Tj", b"TJ", b"'", b'"')


def opened(made: bytes) -> Any:
    """The PDF, whose objects are read as they come."""
    return PdfReader(io.BytesIO(made))


def elements(made: bytes) -> list[Any]:
    """The elements under the document, in reading order."""
    whole = opened(made).root_object["/StructTreeRoot"]["/K"]
    assert whole["/S"] == "/Document"
    return [kid.get_object() for kid in whole["/K"]]


def roles(made: bytes) -> list[str]:
    """What each element is."""
    return [element["/S"][1:] for element in elements(made)]


def said(made: bytes) -> list[tuple[str, str]]:
    """Each element, and the words that it holds."""
    reader = opened(made)
    words = {(number, mark): text for number, page in enumerate(reader.pages) for mark, text in _words(page)}
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    return [
        (element["/S"][1:], " ".join(words[pages[element.raw_get("/Pg").idnum], element["/K"]].split()))
        for element in elements(made)
    ]


def _words(page: Any) -> list[tuple[int, str]]:
    """The words in each mark of *page*, by its number: what is read of the page when it shows nothing else."""
    whole = page.get_contents().get_data()
    return [(int(number), _read(page, code)) for number, code in STRETCH.findall(whole)]


def _read(page: Any, code: bytes) -> str:
    content = DecodedStreamObject()
    content.set_data(code)
    page[NameObject("/Contents")] = content
    return str(page.extract_text())


def marks(page: Any) -> list[tuple[int, str]]:
    """The number and the role of each mark on *page*, in drawing order; fails when something is shown outside one."""
    found, depth = [], 0
    for operands, operator in page.get_contents().operations:
        if operator in (b"BDC", b"BMC"):
            depth += 1
            assert depth == 1
            if operator == b"BDC":
                found.append((operands[1]["/MCID"], operands[0][1:]))
        elif operator == b"EMC":
            depth -= 1
        elif operator in (*SHOWN, b"S", b"f", b"f*", b"B", b"B*"):
            assert depth == 1, operator
    assert depth == 0
    return found
