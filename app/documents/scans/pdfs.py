"""PDF files: opened, and refused when they do more than show pages, or cannot be read whole."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Object, PasswordError, Pdf, PdfError, Stream, String

from app.documents.scans.outcome import MOST_PAGES, Code, Unfit

END = b"%%EOF"
LAST = 2048
"""Bytes in which the end is looked for: some programs write after it."""
RUNS = frozenset({"/JavaScript", "/Launch"})
"""Kinds of action that run something."""
SCRIPTED = ("/JS", "/JavaScript", "/XFA")
EMBEDDED = frozenset({"/EmbeddedFile", "/FileAttachment"})


def opened(data: bytes) -> Pdf:
    """The document *data*; raises Unfit. One that only forbids to be changed opens without a password, and is taken.

    A table of contents that is a little wrong is mended; a file that was cut is not: half a paper is no paper.
    """
    try:
        return _opened(data, mending=False)
    except PdfError:
        if END not in data[-LAST:]:
            raise Unfit("damaged") from None
        return _opened(data, mending=True)


def _opened(data: bytes, *, mending: bool) -> Pdf:
    try:
        return Pdf.open(BytesIO(data), attempt_recovery=mending)
    except PasswordError:
        raise Unfit("encrypted") from None


def check(pdf: Pdf) -> None:
    """Raise Unfit when *pdf* has too many pages, or none, or holds a script or other files."""
    count = len(pdf.pages)
    if count > MOST_PAGES:
        raise Unfit("pages")
    if not count:
        raise Unfit("empty")
    for thing in pdf.objects:
        for part in within(thing):
            if code := _harm(part):
                raise Unfit(code)


def within(thing: Object) -> Iterator[Dictionary | Stream]:
    """The dictionaries and streams of *thing*, but for what it only refers to."""
    waiting = [thing]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Dictionary | Stream):
            yield part
            waiting += [value for _key, value in part.items() if _is_here(value)]
        elif isinstance(part, Array):
            waiting += [value for value in part if _is_here(value)]


def _is_here(value: object) -> bool:
    return isinstance(value, Array | Dictionary) and not value.is_indirect


def _harm(part: Dictionary | Stream) -> Code | None:
    """What *part* would do beyond showing something."""
    if str(part.get("/S")) in RUNS or any(_is_script(part, key) for key in SCRIPTED):
        return "script"
    if str(part.get("/Type")) in EMBEDDED or str(part.get("/Subtype")) in EMBEDDED or "/EmbeddedFiles" in part:
        return "attachment"
    if isinstance(part, Stream) and "/F" in part:
        return "attachment"  # its data are in another file
    return None


def _is_script(part: Dictionary | Stream, key: str) -> bool:
    """Names of fonts and drawings are free: one called /JS is not a script."""
    return key in part and (key != "/JS" or isinstance(part[key], String | Stream))
