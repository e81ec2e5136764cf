"""Sealing and opening: for the caisse's keys alone, and only what the manifest says."""

import dataclasses
import io
import json
import shutil
import subprocess
import zipfile

import pyrage
import pytest

from app.protocol import archive, parcel
from app.protocol.errors import NoRecipient, NotForThisKey, PartDamaged, Untrusted, WrongPart
from app.protocol.manifest import Part
from app.protocol.opening import open_part
from app.protocol.sealing import Contents, hashes, seal_part
from app.protocol.text import sha256
from tests.protocol.sending import ANSWERS, IDENTITY, NOW, PDF, TERMINAL_KEY, a_cover, a_recipient, sealed

KEYS = [str(IDENTITY)]


def resealed(contents: Contents, files: dict[str, bytes]) -> tuple[bytes, Part]:
    made = seal_part(contents, files, [str(IDENTITY.to_public())])
    return made, Part("form", sha256(made), len(made))


def contents_of(sent: parcel.Sealed, files: dict[str, bytes]) -> Contents:
    said = sent.manifest
    return Contents(said.id, "form", said.reference, said.form, said.form_version, hashes(files))


def test_the_caisse_reads_what_the_terminal_sealed():
    sent = sealed(b"%PDF piece")
    form, piece = sent.manifest.parts
    assert open_part(sent.form, form, sent.manifest, KEYS) == {"saisine.json": ANSWERS, "formulaire.pdf": PDF}
    assert open_part(sent.pieces[0], piece, sent.manifest, KEYS) == {"piece.pdf": b"%PDF piece"}


def test_each_key_in_use_opens_it():
    other = pyrage.x25519.Identity.generate()
    both = [a_recipient(), a_recipient(identity=other)]
    sent = parcel.seal(a_cover(), ANSWERS, PDF, both, TERMINAL_KEY)
    for identity in (IDENTITY, other):
        assert open_part(sent.form, sent.manifest.parts[0], sent.manifest, [str(identity)])["formulaire.pdf"] == PDF
    assert sent.manifest.key_ids == tuple(one.key_id for one in both)


def test_the_key_of_another_department_does_not_open_it():
    sent = sealed()
    for key in (str(pyrage.x25519.Identity.generate()), "no key"):
        with pytest.raises(NotForThisKey):
            open_part(sent.form, sent.manifest.parts[0], sent.manifest, [key])


def test_nothing_is_sealed_to_nobody_nor_to_another_caisse():
    with pytest.raises(NoRecipient):
        parcel.seal(a_cover(), ANSWERS, PDF, [], TERMINAL_KEY)
    with pytest.raises(Untrusted):
        parcel.seal(a_cover(), ANSWERS, PDF, [a_recipient(), a_recipient("998")], TERMINAL_KEY)
    with pytest.raises(Untrusted):
        parcel.seal_piece(a_cover().face, PDF, [a_recipient("998")])
    with pytest.raises(Untrusted):
        sealed(to=dataclasses.replace(a_recipient(), recipient="age1" + "q" * 58))


def test_a_part_that_is_not_the_one_of_the_manifest_is_refused():
    sent = sealed()
    part = sent.manifest.parts[0]
    for other in (sent.form[:-1], sent.form[:-1] + bytes([sent.form[-1] ^ 1]), sealed().form, b""):
        with pytest.raises(PartDamaged):
            open_part(other, part, sent.manifest, KEYS)


@pytest.mark.parametrize(
    "changes", [{"id": "0" * 32}, {"reference": "222-222-222"}, {"role": "piece"}, {"form": "c2s"}, {"form_version": 9}]
)
def test_a_part_that_says_another_saisine_inside_is_refused(changes):
    sent, files = sealed(), {"saisine.json": ANSWERS, "formulaire.pdf": PDF}
    made, part = resealed(dataclasses.replace(contents_of(sent, files), **changes), files)
    with pytest.raises(WrongPart):
        open_part(made, part, sent.manifest, KEYS)


def test_a_part_whose_files_are_not_the_ones_it_names_is_refused():
    sent, files = sealed(), {"saisine.json": ANSWERS, "formulaire.pdf": PDF}
    said = contents_of(sent, files)
    for inside in (files | {"formulaire.pdf": b"%PDF other"}, files | {"more.txt": b""}, {"saisine.json": ANSWERS}):
        made, part = resealed(said, inside)
        with pytest.raises(WrongPart):
            open_part(made, part, sent.manifest, KEYS)


def a_zip(compression: int = zipfile.ZIP_STORED, twice: bool = False, padding: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive_:
        archive_.writestr("contents.json", b"{}")
        archive_.writestr("padding", padding)
        if twice:
            with pytest.warns(UserWarning, match="Duplicate"):
                archive_.writestr("contents.json", b"{}")
    return made.getvalue()


def padded(zip_: bytes) -> bytes:
    """A zip may begin with anything: here with what brings it to the right size."""
    return bytes(-len(zip_) % archive.STEP) + zip_


@pytest.mark.parametrize(
    "inside",
    [
        b"not a zip", padded(b""), a_zip(), padded(a_zip(zipfile.ZIP_DEFLATED)), padded(a_zip(twice=True)),
        padded(a_zip(padding=b"hidden")), padded(a_zip()).replace(b"{}", b"{]"),
    ],
)  # fmt: skip
def test_what_is_sealed_and_no_zip_of_ours_is_refused(inside):
    sent = sealed()
    made = pyrage.encrypt(inside, [IDENTITY.to_public()])
    with pytest.raises(WrongPart):
        open_part(made, Part("form", sha256(made), len(made)), sent.manifest, KEYS)


def test_the_size_of_a_part_tells_only_sixteen_kib_steps():
    parts = [parcel.seal(a_cover(), b"x" * n, PDF, [a_recipient()], TERMINAL_KEY).form for n in range(0, 9000, 300)]
    assert {len(pyrage.decrypt(part, [IDENTITY])) for part in parts} == {archive.STEP}
    assert len(archive.zipped({"a": bytes(20_000)})) == 2 * archive.STEP


def test_a_zip_says_nothing_of_the_machine_or_the_hour():
    assert archive.zipped({"a": b"1"}) == archive.zipped({"a": b"1"})
    with zipfile.ZipFile(io.BytesIO(archive.zipped({"a": b"1"}))) as made:
        assert made.testzip() is None
        assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_contents_are_those_of_the_security_page():
    sent = sealed()
    plain = pyrage.decrypt(sent.form, [IDENTITY])
    with zipfile.ZipFile(io.BytesIO(plain)) as made:
        assert made.namelist() == ["contents.json", "saisine.json", "formulaire.pdf", "padding"]
        assert json.loads(made.read("contents.json")) == {
            "id": sent.id, "role": "form", "reference": sent.manifest.reference, "form": "mas", "form_version": 1,
            "sha256": {"saisine.json": sha256(ANSWERS), "formulaire.pdf": sha256(PDF)},
        }  # fmt: skip


def test_no_secret_stands_in_what_python_prints():
    sent = sealed()
    assert "ABCD" not in repr(a_cover())
    assert "age-encryption" not in repr(sent)
    assert sent.manifest.made_at == NOW.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.skipif(shutil.which("age") is None, reason="Debian's age is not installed")
def test_debians_age_opens_it(tmp_path):
    (tmp_path / "key").write_text(f"{IDENTITY}\n")
    (tmp_path / "form.age").write_bytes(sealed().form)
    done = subprocess.run(["age", "-d", "-i", "key", "form.age"], cwd=tmp_path, capture_output=True, check=True)
    assert archive.unzipped(done.stdout)["formulaire.pdf"] == PDF
