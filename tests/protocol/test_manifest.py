"""The manifest: the fields of protocol.md, written in one way and read strictly."""

import json
from uuid import UUID

import pytest
from hypothesis import given, strategies

from app.models.reference import reference
from app.protocol import manifest
from app.protocol.errors import BadManifest
from app.protocol.manifest import Part
from app.protocol.text import canonical
from tests.protocol.sending import a_cover, sealed

FIELDS = {
    "protocol", "id", "counter", "terminal", "caisse", "form", "form_version", "key_ids", "made_at", "clock",
    "priority", "reference", "cancel_sha256", "parts",
}  # fmt: skip
"""protocol.md, Manifest; ``replaces`` may stand beside them."""


def told(**changes):
    value = json.loads(sealed().manifest_bytes) | changes
    return canonical({name: it for name, it in value.items() if it != "absent"})


def test_it_has_the_fields_of_the_protocol_and_no_other():
    assert json.loads(sealed().manifest_bytes).keys() == FIELDS
    replacing = sealed(replaces=bytes(16))
    assert json.loads(replacing.manifest_bytes).keys() == FIELDS | {"replaces"}
    assert replacing.manifest.replaces == str(UUID(int=0))


def test_what_is_written_is_read_back():
    sent = sealed(b"a", b"b", replaces=bytes(16), priority="urgent")
    assert manifest.parse(sent.manifest_bytes) == sent.manifest
    assert [part.role for part in sent.manifest.parts] == ["form", "piece", "piece"]


def test_its_reference_is_made_from_its_id():
    request = a_cover()
    assert sealed(id=request.id).manifest.reference == reference(request.id)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "KOVALENKO"}, {"protocol": 2}, {"protocol": "absent"}, {"parts": "absent"}, {"key_ids": "absent"},
        {"clock": "absent"}, {"clock": "perhaps"}, {"counter": -1}, {"counter": True}, {"counter": 1.0},
        {"counter": 2**60}, {"counter": "1"}, {"form": "Mas"}, {"form": None}, {"caisse": "Valmont-sur-Mer"},
        {"made_at": "2026-05-04T10:00:00+02:00"}, {"made_at": "2026-5-4T10:00:00Z"}, {"made_at": "hier"},
        {"reference": "KOV-ALE-NKO"}, {"reference": None}, {"replaces": "no"}, {"replaces": None}, {"key_ids": []},
        {"key_ids": ["x"]}, {"key_ids": 3}, {"terminal": "borne 1"}, {"terminal": 3}, {"id": str(UUID(int=1))},
        {"cancel_sha256": "ABCD-EFGH-JKLM"}, {"parts": []}, {"parts": [1]}, {"parts": 1},
        {"parts": [{"role": "form", "sha256": "a" * 64, "size": 1, "name": "x"}]},
        {"parts": [{"role": "piece", "sha256": "a" * 64, "size": 1}]},
        {"parts": [{"role": "form", "sha256": "A" * 64, "size": 1}]},
        {"parts": [{"role": "form", "sha256": "a" * 64, "size": -1}]},
        {"parts": [{"role": "form", "sha256": "a" * 64, "size": 1}, {"role": "piece", "sha256": "a" * 64, "size": 1}]},
    ],
)  # fmt: skip
def test_anything_else_is_refused(changes):
    with pytest.raises(BadManifest):
        manifest.parse(told(**changes))


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"1", b"null", b"\xff", b"[" * 100_000, b"9" * 5000, b'{"parts":[{}],"protocol":1}']
)
def test_what_is_no_manifest_at_all_is_refused(raw):
    with pytest.raises(BadManifest):
        manifest.parse(raw)


def test_it_may_be_written_in_one_way_only():
    raw = sealed().manifest_bytes
    twice = raw.replace(b'{"caisse":', b'{"caisse":"998","caisse":')
    for other in (raw + b" ", json.dumps(json.loads(raw)).encode(), twice):
        assert other != raw
        with pytest.raises(BadManifest):
            manifest.parse(other)


def test_no_error_repeats_what_was_received():
    with pytest.raises(BadManifest) as caught:
        manifest.parse(told(name="KOVALENKO"))
    assert "KOVALENKO" not in str(caught.value)
    assert caught.value.__cause__ is None


@given(strategies.binary() | strategies.text().map(str.encode))
def test_no_bytes_surprise_it(raw):
    with pytest.raises(BadManifest):
        manifest.parse(raw)


def test_a_part_says_its_role_its_hash_and_its_size():
    sent = sealed()
    assert sent.manifest.parts == (Part("form", sent.manifest.parts[0].sha256, len(sent.form)),)
