"""A PDF gives its pages, on A4, and nothing else; one that does more than show them is refused."""

from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from pypdf import PdfReader

from app.documents.scans.treat import turn
from tests.documents.scans.made import (
    SECRET,
    action,
    box,
    cleaned,
    corner,
    drawn,
    exif,
    file,
    letter,
    locked,
    opened,
    red,
    refused,
    saved,
    scanned,
    shown,
)

LETTER = (612, 792)


def with_root(**said) -> bytes:
    pdf = drawn()
    for key, value in said.items():
        pdf.Root[f"/{key}"] = value
    return saved(pdf)


def with_link(kind: str, **said) -> bytes:
    pdf = drawn()
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 99, 99], A=action(kind, **said))
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])
    return saved(pdf)


def with_attachment() -> bytes:
    pdf = drawn()
    pdf.attachments["facture.xml"] = b"<facture/>"
    return saved(pdf)


def with_file_note() -> bytes:
    pdf = drawn()
    inside = Dictionary(Type=Name.Filespec, F="a.exe", EF=Dictionary(F=Stream(pdf, b"MZ")))
    note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=inside)
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
    return saved(pdf)


def with_form(**said) -> bytes:
    """A field that somebody filled in, whose words a reader paints from its appearance."""
    pdf = drawn()
    seen = Stream(pdf, b"/Tx BMC BT /F1 12 Tf 2 2 Td (Kovalenko) Tj ET EMC")
    seen.update(Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 20], Resources=pdf.pages[0].Resources
    ))  # fmt: skip
    field = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="nom", V="Kovalenko", Rect=[100, 100, 300, 120], F=4,
        AP=Dictionary(N=seen),
    ))  # fmt: skip
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=[field], **said)
    return saved(pdf)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (locked("secret", "secret"), "encrypted"),
        (with_root(OpenAction=action("JavaScript", JS=String("app.alert(1)"))), "script"),
        (with_root(OpenAction=action("Launch", F="cmd.exe")), "script"),
        (with_root(Names=Dictionary(JavaScript=Dictionary(Names=["a", action("JavaScript", JS="1")]))), "script"),
        (with_root(AA=Dictionary(WC=action("JavaScript", JS="1"))), "script"),
        (with_link("JavaScript", JS="1"), "script"),
        (with_link("GoTo", Next=action("Launch", F="cmd.exe")), "script"),
        (with_form(XFA=[]), "script"),
        (with_attachment(), "attachment"),
        (with_file_note(), "attachment"),
        (saved(drawn(200)), "pages"),
        (saved(drawn(61)), "pages"),
        (saved(Pdf.new()), "empty"),
        (b"%PDF-1.4\n", "damaged"),
        (saved(drawn())[:-100], "damaged"),
        (saved(drawn(9))[:900], "damaged"),
    ],
)
def test_a_pdf_that_is_not_just_whole_pages_is_refused(data, code):
    assert refused(data) == code


def test_one_that_only_forbids_to_be_changed_is_taken():
    assert cleaned(locked("", "secret")).pages == 1


def test_one_with_a_wrong_table_of_contents_is_mended():
    data = saved(drawn()).replace(b"startxref\n", b"startxref\n1")
    assert cleaned(data).pages == 1


def test_sixty_pages_are_taken_and_come_in_their_order():
    made = cleaned(saved(drawn(60)))
    assert made.pages == 60
    words = [page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages]
    assert words == [f"Page {number}" for number in range(60)]


def test_sixty_pages_in_two_files_are_too_many_with_one_more():
    assert refused(saved(drawn(60)), file(corner(), "PNG")) == "pages"


def test_several_files_are_one_piece_in_their_order():
    made = cleaned(saved(drawn(2)), file(corner(), "JPEG"), saved(drawn(1)))
    pdf = opened(made)
    assert made.pages == 4
    assert red(shown(pdf.pages[2]))[0]


def test_one_bad_file_spoils_the_piece():
    assert refused(file(corner(), "JPEG"), b"PK\3\4") == "unknown"


def test_nothing_is_left_but_what_is_seen():
    pdf = drawn()
    pdf.docinfo["/Author"] = SECRET
    pdf.Root.Lang = String(SECRET)
    pdf.Root.Metadata = Stream(pdf, SECRET.encode())
    pdf.pages[0].PieceInfo = Dictionary(A=String(SECRET))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action("URI", URI=SECRET))
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])
    pdf.pages[0].AA = Dictionary(O=action("URI", URI=SECRET))
    pdf.pages.extend(Pdf.open(BytesIO(scanned(corner(size=(960, 640))))).pages)
    [(_name, image)] = pdf.pages[1].resources.XObject.items()
    image.write(file(corner(size=(960, 640)), "JPEG", exif=exif(1), comment=SECRET), filter=Name.DCTDecode)
    image.Metadata = Stream(pdf, SECRET.encode())
    data = saved(pdf, compress_streams=False)
    assert data.count(SECRET.encode()) == 8
    clean = opened(cleaned(data))
    assert SECRET.encode() not in saved(clean, compress_streams=False, object_stream_mode=0)
    assert set(clean.Root.keys()) == {"/Type", "/Pages"}
    assert "/Info" not in clean.trailer
    assert "/Annots" not in clean.pages[0]


def test_what_was_filled_into_a_form_is_still_seen():
    made = cleaned(with_form())
    assert "Kovalenko" in PdfReader(BytesIO(made.pdf)).pages[0].extract_text()
    assert "/AcroForm" not in opened(made).Root


@pytest.mark.parametrize(
    ("size", "wanted"),
    [((595, 842), [595, 842]), (LETTER, [595, 842]), ((842, 595), [842, 595]), ((1684, 1191), [842, 595]),
     ((200, 400), [595, 842]), ((14400, 14400), [595, 842])],
)  # fmt: skip
def test_a_page_is_of_a4_as_it_stands_or_lies(size, wanted):
    pdf = opened(cleaned(saved(drawn(1, size))))
    assert box(pdf.pages[0])[2:] == wanted


def test_a_page_that_is_turned_stays_turned():
    pdf = drawn(2)
    pdf.pages[0].Rotate = 90
    clean = opened(cleaned(saved(pdf)))
    assert [page.rotation for page in clean.pages] == [90, 0]


def test_a_letter_sized_page_that_is_turned_lies():
    pdf = drawn(1, LETTER)
    pdf.pages[0].Rotate = 90
    clean = opened(cleaned(saved(pdf)))
    assert box(clean.pages[0])[2:] == [842, 595]


def test_a_page_without_a_size_is_damaged():
    pdf = drawn()
    pdf.pages[0].MediaBox = Array([0, 0, 0, 0])
    assert refused(saved(pdf)) == "damaged"


def test_a_picture_in_a_pdf_that_says_it_is_enormous_is_refused():
    data = scanned(corner(size=(960, 640)))
    pdf = Pdf.open(BytesIO(data))
    [(_name, image)] = pdf.pages[0].resources.XObject.items()
    image.Width, image.Height = 20_000, 20_000
    assert refused(saved(pdf)) == "pixels"


def test_a_picture_in_a_pdf_that_was_cut_is_damaged():
    pdf = Pdf.open(BytesIO(scanned(letter())))
    [(_name, image)] = pdf.pages[0].resources.XObject.items()
    coded = image.read_raw_bytes()
    for left in coded[: len(coded) // 2], coded[: len(coded) // 2] + b"\xff\xd9":
        image.write(left, filter=Name.DCTDecode)
        assert refused(saved(pdf)) == "damaged"


def test_a_page_turns_a_quarter_to_the_right():
    made = cleaned(file(corner(), "JPEG"), file(corner(), "JPEG"))
    pdf = opened(turn(turn(made.pdf, 1).pdf, 1))
    assert [page.rotation for page in pdf.pages] == [0, 180]


@pytest.mark.parametrize("data", [file(letter(), "JPEG"), saved(drawn(2, LETTER)), with_form(), scanned(letter())])
def test_the_same_file_gives_the_same_bytes(data):
    assert cleaned(data) == cleaned(data)
    assert cleaned(data, data) == cleaned(data, data)


def test_a_drawing_that_is_made_smaller_is_whole():
    clean = opened(cleaned(saved(drawn(1, (1190, 1684)))))
    drawing = clean.pages[0].resources.XObject["/Whole"]
    across, _b, _c, down, *_moved = clean.pages[0].Contents.read_bytes().split(b" cm")[0].split()[-6:]
    assert [float(side) for side in drawing.BBox] == [0, 0, 1190, 1684]
    assert float(across) == pytest.approx(0.5, abs=0.001) == float(down)


def test_cleaning_what_is_clean_changes_nothing():
    made = cleaned(saved(drawn(2)), file(letter(), "JPEG"))
    assert cleaned(made.pdf) == made


def test_qpdf_finds_nothing_to_say():
    made = cleaned(saved(drawn(2, LETTER)), file(corner(), "PNG"), with_form(), scanned(letter()))
    with Pdf.open(BytesIO(made.pdf)) as opened:
        assert opened.check_pdf_syntax() == []
