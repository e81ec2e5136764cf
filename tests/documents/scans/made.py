"""Files as people bring them, made here: pages of text in our own fonts, photographs of them, PDFs of any kind."""

from __future__ import annotations

import base64
import random
import struct
import zlib
from functools import cache
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Encryption, Name, Page, Pdf
from PIL import Image, ImageChops, ImageDraw, ImageFont

from app.documents.scans.outcome import Cleaned, Unfit
from app.documents.scans.treat import clean
from app.paths import FONTS

Picture = Image.Image
SAID = "La caisse vous informe que votre demande de prise en charge a été reçue et sera étudiée sous un mois"
SECRET = "Telephone de Oksana"  # noqa: S105
"""What the metadata of each file made here says, and no clean one may."""

HEIC = base64.b64decode("""
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAA
AAAERAAAIAAQAAAAABxQABAAAAAAAAAFoAAgAAAAACHwABAAAAAAAAAIYAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVp
bmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA4GlwcnAAAADAaXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGE
ABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAi
QAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABgAAAAQAAAABBwaXhpAAAAAAMICAgAAAAJaXJvdAMAAAAYaXBtYQAAAAAAAAABAA
EFgQIDBIUAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAOhtZGF0AAAAVigBr1iHqB0kv//nO7//Kj0h9iV50bi350GYvT+J/uGygMhhweoU
0PnxgZr0a3h0snX4AwY2gKgmV8AKxE5MZNUEUMf9MjTyF//h3QceUKV/raL7e2qYAAAABkV4aWYAAE1NACoAAAAIAAMBDwACAAAAFAAAADIBEg
ADAAAAAQAGAACIJQAEAAAAAQAAAEYAAAAAVGVsZXBob25lIGRlIE9rc2FuYQAAAgABAAIAAAACTgAAAAACAAUAAAADAAAAZAAAAAAAAAAwAAAA
AQAAADMAAAABAAAAGAAAAAE=
""")
"""96 × 64 points, the first quarter red, held as orientation 6 says (a quarter to the right); it says where."""


@cache
def letter(lines: int = 48, size: int = 28) -> Picture:
    """A page of A4 at 200 points to the inch with so many *lines*."""
    page = Image.new("RGB", (1654, 2339), (250, 250, 250))
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(str(FONTS / "NotoSans-Regular.ttf"), size)
    words = random.Random(1)  # noqa: S311  the same page every time
    for line in range(lines):
        said = " ".join(words.choice(SAID.split()) for _word in range(300 // size))
        draw.text((150, 150 + line * size * 1.5), said, fill=(20, 20, 20), font=font)
    return page


def noisy(picture: Picture, much: float = 10) -> Picture:
    """As the sensor of a camera sees it."""
    noise = Image.effect_noise(picture.size, much)
    return Image.merge("RGB", [ImageChops.add(band, noise, 1, -128) for band in picture.split()])


def on_a_table(picture: Picture, tone: int = 40, room: int = 400) -> Picture:
    """A photograph of the page that shows what it lies on."""
    table = Image.new("RGB", (picture.width + 2 * room, picture.height + 2 * room), (tone, tone, tone))
    table.paste(picture, (room, room))
    return noisy(table, 5)


def corner(mode: str = "RGB", size: tuple[int, int] = (96, 64)) -> Picture:
    """White, the first quarter of it red."""
    picture = Image.new("RGB", size, "white")
    picture.paste((255, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    return picture.convert(mode)


def file(picture: Picture, kind: str, **said: Any) -> bytes:
    """*picture* in a file of its *kind*."""
    out = BytesIO()
    picture.save(out, kind, **said)
    return out.getvalue()


def exif(orientation: int) -> Image.Exif:
    """Which way up, whose, and where."""
    told = Image.Exif()
    told[0x112], told[0x10F] = orientation, SECRET
    told.get_ifd(0x8825)[1] = "N"
    return told


def declared(wide: int, high: int) -> bytes:
    """A PNG that says it has as many points, and holds few bytes."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*said) for said in ((b"IHDR", head), (b"IDAT", body), (b"IEND", b"")))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def drawn(pages: int = 1, size: tuple[float, float] = (595, 842)) -> Pdf:
    """A PDF of *pages* with a line of text each."""
    pdf = Pdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number in range(pages):
        page = pdf.add_blank_page(page_size=size)
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = pdf.make_stream(b"BT /F1 24 Tf 20 20 Td (Page %d) Tj ET" % number)
    return pdf


def saved(pdf: Pdf, **said: Any) -> bytes:
    """Its bytes."""
    out = BytesIO()
    pdf.save(out, **said)
    return out.getvalue()


def locked(user: str, owner: str) -> bytes:
    """A PDF under passwords."""
    return saved(drawn(), encryption=Encryption(user=user, owner=owner))


def scanned(*pictures: Picture, quality: int = 80) -> bytes:
    """A PDF whose pages are one picture each."""
    return file(pictures[0], "PDF", save_all=True, append_images=pictures[1:], resolution=200, quality=quality)


def opened(made: Cleaned) -> Pdf:
    """The clean PDF."""
    return Pdf.open(BytesIO(made.pdf), attempt_recovery=False)


def cleaned(*files: bytes) -> Cleaned:
    """What comes of *files*."""
    return clean(files, len(files))


def refused(*files: bytes) -> str:
    """The code of the reason why *files* are not taken."""
    try:
        clean(files, len(files))
    except Unfit as unfit:
        return unfit.code
    return ""


def shown(page: Page) -> Picture:
    """The picture that a page of ours is."""
    [(_name, image)] = page.resources.XObject.items()
    return Image.open(BytesIO(image.read_raw_bytes()))


def tone(picture: Picture, at: tuple[int, int]) -> int:
    """How light *picture* is there, from 0 to 255."""
    return picture.convert("L").crop((*at, at[0] + 1, at[1] + 1)).tobytes()[0]


def red(picture: Picture) -> tuple[bool, bool, bool, bool]:
    """Which quarters are red: the upper two, then the lower two."""
    points = [
        picture.convert("RGB").getpixel((x * picture.width // 4, y * picture.height // 4))
        for y in (1, 3)
        for x in (1, 3)
    ]
    first, second, third, fourth = (isinstance(point, tuple) and point[1] < 128 for point in points)
    return first, second, third, fourth


def action(kind: str, **said: Any) -> Dictionary:
    """An action of a PDF."""
    return Dictionary(Type=Name.Action, S=Name(f"/{kind}"), **said)


def box(page: Page) -> list[int]:
    """The size of *page*, in whole points."""
    return [round(float(side)) for side in Array(page.mediabox)]
