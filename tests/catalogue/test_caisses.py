"""Reading the caisses of the catalogue."""

import pytest

from app.catalogue.build import build
from app.catalogue.caisses import NoCatalogue, UnknownCaisse, find
from app.paths import RESOURCES
from tests.builders import valmont


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    target = tmp_path_factory.mktemp("built") / "catalogue.db"
    build(RESOURCES, target)
    return target


def test_a_caisse_is_found_as_its_file_describes_it(catalogue):
    assert find(catalogue, "999") == valmont()


@pytest.mark.parametrize("code", ["", "000", "999'", "\udc99"])
def test_a_code_that_is_not_there_is_unknown(catalogue, code):
    with pytest.raises(UnknownCaisse):
        find(catalogue, code)


def test_without_a_catalogue_it_is_said_and_none_is_made(tmp_path):
    with pytest.raises(NoCatalogue):
        find(tmp_path / "catalogue.db", "999")
    assert not (tmp_path / "catalogue.db").exists()


def test_a_file_that_is_no_catalogue_is_said(tmp_path):
    (tmp_path / "catalogue.db").write_text("pas une base de données" * 100, encoding="utf-8")
    with pytest.raises(NoCatalogue):
        find(tmp_path / "catalogue.db", "999")


def test_reading_does_not_write(catalogue):
    before = catalogue.read_bytes()
    find(catalogue, "999")
    assert catalogue.read_bytes() == before
