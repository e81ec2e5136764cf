"""What a terminal is told about itself."""

import pytest

from app.models.settings import BadSettings, Detector, Devices, parse

SITE = {"name": "Mairie", "structure": "France Services"}
WHOLE = {"mode": "borne", "caisse": "999", "site": SITE}


def refused(**changes):
    """What is said of the whole file with *changes*; None takes a key out."""
    data = {key: value for key, value in (WHOLE | changes).items() if value is not None}
    with pytest.raises(BadSettings) as caught:
        parse(data)
    return str(caught.value)


def test_the_least_a_terminal_is_told():
    settings = parse(WHOLE)
    assert (settings.mode, settings.caisse, settings.site.name) == ("borne", "999", "Mairie")
    assert (settings.site.printer, settings.site.help, settings.detector) == ("", "none", Detector())


def test_an_agent_is_named_at_a_poste():
    assert parse(WHOLE | {"mode": "poste", "detector": {"name": "Camille Morel"}}).detector.name == "Camille Morel"


@pytest.mark.parametrize(("mode", "days"), [("borne", 7), ("poste", 30)])
def test_a_draft_is_kept_longer_where_an_agent_is(mode, days):
    assert parse(WHOLE | {"mode": mode}).days == days


@pytest.mark.parametrize("key", ["mode", "caisse", "site"])
def test_what_is_missing_is_named(key):
    assert refused(**{key: None}) == f"il manque {key}"


def test_what_is_missing_or_strange_in_a_table_is_named_too():
    assert refused(site={"name": "Mairie"}) == "il manque site.structure"
    assert refused(site=SITE | {"printre": "x"}) == "site.printre n’est pas une clé connue"
    assert refused(detector={"nom": "x"}) == "detector.nom n’est pas une clé connue"
    assert refused(site="Mairie") == "site doit être une table"


def test_the_mode_is_one_of_two():
    assert refused(mode="kiosk") == "mode doit être borne ou poste"


def test_help_is_one_of_two():
    assert refused(site=SITE | {"help": "bell"}) == "site.help doit être none ou screen"
    assert parse(WHOLE | {"site": SITE | {"help": "screen"}}).site.help == "screen"


def test_paper_comes_out_where_a_closed_list_says():
    assert refused(site=SITE | {"paper": "là"}) == "site.paper doit être right, left, below, desk ou vide"
    assert parse(WHOLE | {"site": SITE | {"paper": "left"}}).site.paper == "left"


def test_without_devices_there_are_none():
    assert parse(WHOLE).devices == Devices("", "", "", "")


def test_devices_are_told_in_a_table_of_their_own():
    told = {"scanner": "test:0", "feeder": "ADF", "folder": "/srv/scans", "files": "/media"}
    assert parse(WHOLE | {"devices": told}).devices == Devices(**told)


def test_what_is_strange_in_the_devices_is_named():
    assert refused(devices={"scaner": "x"}) == "devices.scaner n’est pas une clé connue"
    assert refused(devices=["x"]) == "devices doit être une table"
    assert refused(devices={"scanner": 3}) == "devices.scanner doit être un texte"
    assert refused(devices={"scanner": "a\nb"}) == "devices.scanner doit être un texte"
    assert refused(devices={"files": "media"}) == "devices.files doit être un chemin entier"
    assert refused(devices={"feeder": "ADF"}) == "devices.feeder est une source de devices.scanner, qui manque"
