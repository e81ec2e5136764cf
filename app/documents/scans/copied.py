"""The pages of a PDF copied into a fresh one: what they show, on A4, and nothing that is not shown."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Rectangle, Stream

from app.documents.scans import inside
from app.documents.scans.bare import bare
from app.documents.scans.layout import A4
from app.documents.scans.outcome import MOST_PIXELS, Unfit

PAGE = frozenset({"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/Rotate", "/Group"})
RESOURCES = frozenset(
    {"/Font", "/XObject", "/ColorSpace", "/ExtGState", "/Pattern", "/Shading", "/ProcSet", "/Properties"}
)
UNSEEN = (
    "/Metadata", "/PieceInfo", "/OPI", "/AF", "/LastModified", "/StructParent", "/StructParents", "/Alternates", "/Ref",
    "/PtData", "/Measure", "/OC", "/Thumb", "/Name",
)  # fmt: skip
"""What a drawing or a picture says of itself beyond what it shows."""
NEARLY = 0.02
"""How far from A4 a page may be, for its part, and be left as it is."""


def copy(source: Pdf, into: Pdf) -> Iterator[Page]:
    """Lay each page of *source* into *into*, and give it as it was there; *source* is no more the same afterwards."""
    source.generate_appearance_streams()
    source.flatten_annotations("all")  # what was filled into a form, or stamped, is drawn on the page
    for page in source.pages:
        _strip(page)
        if _is_a4(page):
            page.obj.MediaBox = Array([*page.cropbox])
            _keep_only(page.obj, PAGE)
            into.pages.append(page)
        else:
            _laid(page, into)
        yield page


def _laid(page: Page, into: Pdf) -> None:
    """In the middle of an A4 sheet, smaller if need be: a ticket stays as small as it is."""
    wide, high = _size(page)
    sheet = A4 if wide <= high else A4[::-1]
    times = min(1.0, sheet[0] / wide, sheet[1] / high)
    left, bottom = (sheet[0] - wide * times) / 2, (sheet[1] - high * times) / 2
    blank = into.add_blank_page(page_size=sheet)
    drawing = into.copy_foreign(page.as_form_xobject())
    name = blank.add_resource(drawing, Name.XObject, Name.Whole)  # else it would be called otherwise every time
    where = Rectangle(left, bottom, sheet[0] - left, sheet[1] - bottom)
    blank.obj.Contents = into.make_stream(
        blank.calc_form_xobject_placement(
            drawing, name, where, invert_transformations=True, allow_shrink=True, allow_expand=False
        )
    )


def _size(page: Page) -> tuple[float, float]:
    """As it is seen, in points."""
    left, bottom, right, top = (float(side) for side in page.cropbox)
    unit = float(page.obj.get("/UserUnit", 1))
    wide, high = abs(right - left) * unit, abs(top - bottom) * unit
    if min(wide, high) < 1:
        raise Unfit("damaged")
    return (high, wide) if page.rotation % 180 else (wide, high)


def _is_a4(page: Page) -> bool:
    short, long = sorted(_size(page))
    near = abs(short / A4[0] - 1) <= NEARLY and abs(long / A4[1] - 1) <= NEARLY
    return near and page.obj.get("/UserUnit", 1) == 1


def _keep_only(thing: Object, kept: frozenset[str]) -> None:
    """Take all out of *thing* but what is under the *kept* keys."""
    for key in set(thing.keys()) - kept:
        del thing[key]


def _strip(page: Page) -> None:
    page.obj.Resources = page.resources  # inherited ones too
    _strip_resources(page.obj.Resources)
    for stream in _streams(page.obj.Resources):
        for key in UNSEEN:
            if key in stream:
                del stream[key]
        if "/Resources" in stream:
            _strip_resources(stream.Resources)
        if stream.get("/Subtype") == "/Image":
            _strip_image(stream)
        elif stream.get("/Subtype") == "/PS":
            raise Unfit("script")


def _strip_resources(resources: Object) -> None:
    """Layers and marks of the content keep their names and lose what they say; a layer that was hidden is seen."""
    _keep_only(resources, RESOURCES)
    marks = resources.get("/Properties")
    if isinstance(marks, Dictionary):
        resources.Properties = Dictionary({key: Dictionary() for key in marks})


def _streams(thing: Object) -> Iterator[Stream]:
    """All that can be reached from *thing*, once."""
    seen: set[tuple[int, int]] = set()
    waiting = [thing]
    while waiting:
        part = waiting.pop()
        if part.is_indirect:
            if part.objgen in seen:
                continue
            seen.add(part.objgen)
        if isinstance(part, Stream):
            yield part
        if isinstance(part, Dictionary | Stream):
            waiting += [value for _key, value in part.items() if isinstance(value, Array | Dictionary | Stream)]
        elif isinstance(part, Array):
            waiting += [value for value in part if isinstance(value, Array | Dictionary | Stream)]


def _strip_image(image: Stream) -> None:
    if int(image.get("/Width", 0)) * int(image.get("/Height", 0)) > MOST_PIXELS:
        raise Unfit("pixels")
    coded = inside.jpeg_of(image)
    if coded is not None:
        image.write(bare(coded), filter=Name.DCTDecode, decode_parms=inside.last(image, "/DecodeParms"))
