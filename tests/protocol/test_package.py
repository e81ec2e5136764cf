"""The package: the body of the PUT, and the file on a stick; nothing hides in it."""

import io
import tarfile
from contextlib import suppress

import pytest
from hypothesis import given, strategies

from app.protocol.errors import BadManifest, BadPackage, ProtocolTrouble
from app.protocol.package import pack, unpack
from tests.protocol.sending import sealed


def tar(files: list[tuple[str, bytes]], kind: bytes = tarfile.REGTYPE, format: int = tarfile.PAX_FORMAT) -> bytes:  # noqa: A002
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=format) as archive:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.type, entry.size = (kind, len(data)) if name == "form.age" else (tarfile.REGTYPE, len(data))
            archive.addfile(entry, io.BytesIO(data))
    return made.getvalue()


def files_of(sent) -> list[tuple[str, bytes]]:
    return [("manifest.json", sent.manifest_bytes), ("manifest.sig", sent.signature), ("form.age", sent.form)]


def test_it_gives_back_what_was_put_in():
    sent = sealed(b"piece")
    form, piece = (part.sha256 for part in sent.manifest.parts)
    assert unpack(sent.package).parts == {form: sent.form}
    assert unpack(sent.stick).parts == {form: sent.form, piece: sent.pieces[0]}
    assert unpack(sent.stick).signature == sent.signature
    assert unpack(sent.stick).manifest == sent.manifest


def test_the_same_saisine_is_the_same_bytes_every_time():
    sent = sealed()
    assert sent.package == sent.package == sent.stick
    assert pack(sent.manifest_bytes, sent.signature, [sent.form]) == sent.package


def test_any_tar_reads_it():
    with tarfile.open(fileobj=io.BytesIO(sealed(b"a", b"b").stick)) as archive:
        names = archive.getnames()
    assert names == ["manifest.json", "manifest.sig", "form.age", "piece-1.age", "piece-2.age"]


def test_what_the_manifest_does_not_name_is_refused():
    sent = sealed()
    files = files_of(sent)
    for others in (
        files[:2],
        [*files, ("piece-1.age", b"x")],
        [*files, ("notes.txt", b"KOVALENKO")],
        [*files, files[0]],
        [*files[:2], ("form.age", sealed().form)],
        [*files[:2], ("form.age", sent.form + b"x")],
    ):
        with pytest.raises(BadPackage):
            unpack(tar(others))


def test_what_another_program_packs_the_same_way_is_read():
    sent = sealed()
    for kind in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        assert unpack(tar(files_of(sent), format=kind)).parts == unpack(sent.package).parts


def test_nothing_hides_in_the_tar_itself():
    whole = sealed().package
    prefixed, strange, signed = bytearray(whole), bytearray(whole), bytearray(whole)
    prefixed[345:348] = b"dir"
    strange[257:262] = b"other"
    signed[124:136] = b"-0000000001\0"
    for other in (whole + b"x", whole[:-1] + b"x", whole.rstrip(b"\0"), bytes(prefixed), bytes(strange), bytes(signed)):
        with pytest.raises(BadPackage):
            unpack(other)


def test_a_link_or_a_folder_is_no_part():
    files = files_of(sealed())
    for kind in (tarfile.SYMTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE):
        with pytest.raises(BadPackage):
            unpack(tar(files, kind))


def test_a_package_without_a_manifest_is_refused():
    with pytest.raises(BadManifest):
        unpack(tar(files_of(sealed())[1:]))


def test_a_package_cut_anywhere_is_refused():
    whole = sealed().package
    for tenth in range(10):
        with pytest.raises(ProtocolTrouble):
            unpack(whole[: len(whole) * tenth // 11])


@given(strategies.binary(max_size=2000), strategies.integers(0, 511))
def test_no_bytes_surprise_it(raw, place):
    header = bytearray(sealed().package)
    header[place : place + len(raw)] = raw
    for other in (raw, bytes(header)):
        with suppress(ProtocolTrouble):
            unpack(other)
