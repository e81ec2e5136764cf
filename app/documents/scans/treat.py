"""Files into one clean PDF: each becomes one of its own, then they are laid one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf

from app.documents.scans import copied, heic, images, inside, pdfs
from app.documents.scans.judged import judged
from app.documents.scans.kinds import Kind, kind_of
from app.documents.scans.layout import fitted, jpeg, sheet
from app.documents.scans.lighter import lighten
from app.documents.scans.outcome import MOST_PAGES, Cleaned, Unfit
from app.documents.scans.plain import Picture
from app.documents.scans.quality import doubts
from app.models.pieces import LIMIT, Doubt

Told = Callable[[float], None]
Seen = Iterator[Picture | None]
"""The picture of each page as it is laid down; None: the page is drawn, there is nothing to doubt."""


def clean(files: Iterable[bytes], count: int, told: Told = lambda _part: None) -> Cleaned:
    """The *count* *files* as one pièce, its pages in their order; raises Unfit. Holds one of the files at a time."""
    found: set[Doubt] = set()
    pages, parts = 0, []
    with judged():
        for done, data in enumerate(files):
            into = Pdf.new()
            for picture in _laid(data, into, partial(_tell, told, done, count)):
                pages += 1
                if pages > MOST_PAGES:
                    raise Unfit("pages")
                found.update(() if picture is None else doubts(picture))
            if not into.pages:
                raise Unfit("empty")
            parts.append(_light(into))
        pdf = _joined(parts)
    told(1.0)
    return Cleaned(pdf, pages, tuple(sorted(found, reverse=True)))


def turn(pdf: bytes, page: int, told: Told = lambda _part: None) -> Cleaned:
    """The pièce *pdf* with its *page* (the first is 0) a quarter turned to the right; raises Unfit."""
    with judged(), Pdf.open(BytesIO(pdf)) as turned:
        turned.pages[page].rotate(90, relative=True)
        data = _written(turned)
    return clean([data], 1, told)


def _tell(told: Told, done: int, count: int, share: float) -> None:
    told((done + share) / count)


def _laid(data: bytes, into: Pdf, told: Told) -> Seen:
    """Lay the pages of the file *data* into *into*, and give what is seen of each."""
    kind = kind_of(data)
    if kind == "pdf":
        source = pdfs.opened(data)
        pdfs.check(source)
        for page in copied.copy(source, into):
            yield inside.scanned(page)
            told(len(into.pages) / len(source.pages))
        return
    for picture in _pictures(data, kind):
        paper = fitted(picture)
        into.pages.extend(Pdf.open(BytesIO(sheet(jpeg(paper)))).pages)
        yield paper
        told(1 - 1 / (len(into.pages) + 1))  # nobody knows how many there are in a TIFF


def _pictures(data: bytes, kind: Kind) -> Iterator[Picture]:
    return iter([heic.picture(data)]) if kind == "heic" else images.pictures(data, kind)


def _joined(parts: list[bytes]) -> bytes:
    """All pages in one; raises Unfit when it does not read as it should."""
    whole = parts[0]
    if len(parts) > 1:
        into = Pdf.new()
        for part in parts:
            into.pages.extend(Pdf.open(BytesIO(part)).pages)
        whole = _light(into)
    with Pdf.open(BytesIO(whole)) as made:
        if made.check_pdf_syntax():
            raise Unfit("damaged")
    return whole


def _light(pdf: Pdf) -> bytes:
    """*pdf* in at most as many bytes as a pièce may have, its pictures plainer if need be; raises Unfit."""
    lighten(pdf, LIMIT)
    data = _written(pdf)
    if len(data) > LIMIT:
        raise Unfit("too-big")
    return data


def _written(pdf: Pdf) -> bytes:
    """Its bytes; the same pages give the same."""
    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()
