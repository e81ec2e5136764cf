"""The structure of a PDF: what each text is, in reading order, for those who hear the page (reportlab writes none).

Whoever draws says what a stretch of the page is (``marked``); each text that nobody marked is a paragraph, and lines
and boxes are decoration. What is read is read in the order in which it was drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

Canvas = Any
Area = tuple[float, float, float, float]
"""Left, bottom, right and top."""

OPEN, CLOSE, BETWEEN = "%<", "%>", "\t"
"""A mark in the code of a page; to a reader of PDF that found one, a comment."""
ARTIFACT = "Artifact"
"""What is not read: decoration, what stands on every page."""
LINE_END, BLANK = " T* ET", " ( ) Tj"
PAINTED = ("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh")
ENTRY = "<< /S /{role} /P {parent} /Pg {page} /K {number}{more} >>"


@contextmanager
def marked(canvas: Canvas, role: str, alt: str = "", area: Area | None = None) -> Iterator[None]:
    """What is drawn meanwhile is one *role* of PDF: P, H1, Figure… or ARTIFACT; the outermost mark counts.

    *alt*: what is said instead of a figure, which fills *area*.
    """
    placed = " ".join(f"{side:.2f}" for side in area or ())
    canvas.addLiteral(BETWEEN.join((OPEN + role, placed, " ".join(alt.split()))))
    yield
    canvas.addLiteral(CLOSE)


@contextmanager
def spelt(canvas: Canvas, words: str) -> Iterator[None]:
    """What is drawn meanwhile, letter by letter, reads *words* (plain digits and letters) to whoever copies it."""
    if words:
        canvas.addLiteral(f"/Span <</ActualText ({words})>> BDC")
    yield
    if words:
        canvas.addLiteral("EMC")


@dataclass
class Stretch:
    """Some code of a page in one role; "" is what nobody marked."""

    role: str
    area: str = ""
    alt: str = ""
    code: list[str] = field(default_factory=list)

    @property
    def told(self) -> bool:
        """Whether there is anything to read: words, or a figure that says what it shows."""
        return self.role != ARTIFACT and bool(self.alt or any(map(_says, self.code)))


def stretches(code: Iterable[str]) -> list[Stretch]:
    """*code* by its marks; texts that follow one another are one paragraph, as the lines of one are drawn."""
    found, depth = [Stretch("")], 0
    for item in code:
        if item.startswith(OPEN):
            depth += 1
            if depth == 1:
                role, area, alt = item.removeprefix(OPEN).split(BETWEEN)
                found.append(Stretch(role, area, alt))
        elif item == CLOSE:
            depth -= 1
            if depth == 0:
                found.append(Stretch(""))
        else:
            _place(found, item, loose=depth == 0)
    return found


def _place(found: list[Stretch], item: str, *, loose: bool) -> None:
    """At the end of what was *found*, or apart from it: a saved state is not half in a mark and half out."""
    if loose:
        role = "P" if _says(item) else ""
        apart = item in ("q", "Q") or found[-1].code[-1:] in (["q"], ["Q"])
        if role != found[-1].role or apart:
            found.append(Stretch(role))
    found[-1].code.append(item)


def _says(item: str) -> bool:
    return item.startswith("BT ") and "Tj" in item


def _parted(code: Sequence[str]) -> list[str]:
    """*code* with a blank after each text, or the last word of a line would be read as one with the first of the next.

    A blank is the character 32 of every font that reportlab writes.
    """
    return [item.removesuffix(LINE_END) + BLANK + LINE_END if _says(item) else item for item in code]


def _paints(code: Sequence[str]) -> bool:
    return any(_says(item) or item.rstrip().rpartition(" ")[2] in PAINTED for item in code)


class Tree:
    """The structure of one document: filled page after page, then hung into it."""

    def __init__(self) -> None:
        self._pages: list[list[Stretch]] = []

    def page(self, code: Sequence[str]) -> list[str]:
        """The *code* of one page, its marks in the words of PDF."""
        self._pages.append([])
        return [line for stretch in stretches(code) for line in self._written(stretch)]

    def _written(self, stretch: Stretch) -> list[str]:
        if stretch.told:
            self._pages[-1].append(stretch)
            return [f"/{stretch.role} <</MCID {len(self._pages[-1]) - 1}>> BDC", *_parted(stretch.code), "EMC"]
        if _paints(stretch.code):
            return [f"/{ARTIFACT} BMC", *stretch.code, "EMC"]
        return stretch.code

    def hang(self, canvas: Canvas) -> None:
        """Give the document of *canvas*, whose pages are all shown, its structure."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary

        file = canvas._doc  # noqa: SLF001  reportlab has no other way to its objects
        root, whole = PDFDictionary({"Type": "/StructTreeRoot"}), PDFDictionary({"Type": "/StructElem"})
        at_root, at_whole = file.Reference(root, "tags"), file.Reference(whole, "tags whole")
        parent = _number(at_whole, file)
        told = [self._page(number, parent, file) for number in range(len(self._pages))]
        listed = [entry for number, kids in enumerate(told) for entry in (number, PDFArray(kids))]
        root.dict.update(K=at_whole, ParentTree=PDFDictionary({"Nums": PDFArray(listed)}), ParentTreeNextKey=len(told))
        whole.dict.update(S="/Document", P=at_root, K=PDFArray([kid for kids in told for kid in kids]))
        canvas.setCatalogEntry("StructTreeRoot", root)
        canvas.setCatalogEntry("MarkInfo", {"Marked": "true"})

    def _page(self, page: int, parent: str, file: Any) -> list[Any]:
        """A reference to each element of *page*, by its number in the code."""
        shown = file.Pages.pages[page]
        shown.__Defaults__ = {**shown.__Defaults__, "StructParents": page, "Tabs": "/S"}
        at = _number(file.Reference(shown), file)
        return [
            file.Reference(_entry(stretch, number, parent, at), f"tags {page} {number}")
            for number, stretch in enumerate(self._pages[page])
        ]


def _number(reference: Any, file: Any) -> str:
    return str(reference.format(file).decode("ascii"))


def _entry(stretch: Stretch, number: int, parent: str, page: str) -> str:
    said = f" /Alt <FEFF{stretch.alt.encode('utf-16-be').hex()}>" if stretch.alt else ""
    placed = f" /A << /O /Layout /BBox [{stretch.area}] >>" if stretch.area else ""
    return ENTRY.format(role=stretch.role, parent=parent, page=page, number=number, more=said + placed)
