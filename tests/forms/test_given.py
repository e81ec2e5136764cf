"""What the terminal knows of itself when a request begins."""

from dataclasses import replace

from app.forms.given import FIELDS, ceilings, given
from app.models.caisse import Accepts
from app.models.settings import Detector, Settings, Site
from tests.builders import valmont
from tests.forms.tables import of_2025

SITE = Site("Mairie de Valmont", "France Services Valmont")
AGENT = Detector("Camille Morel", "camille@exemple.fr", "CCAS de Valmont", "0199001122")


def known(settings, caisse=None):
    return given(settings, caisse or valmont(), "mas")


def test_at_a_borne_the_person_makes_the_request():
    assert known(Settings("borne", "999", SITE, AGENT)) == {
        "mode": "borne",
        "form": "mas",
        "place": "Mairie de Valmont",
        "local_caisse": "CPAM de Valmont",
        "drawn": "yes",
        "paper": "yes",
        "detector_name": "Demande faite par l’assuré(e) à la borne de Mairie de Valmont",
        "detector_structure": "France Services Valmont",
    }


def test_at_a_poste_the_agent_is_the_detector():
    told = known(Settings("poste", "999", SITE, AGENT))
    assert told["mode"] == "poste"
    assert [told[f"detector_{what}"] for what in ("name", "structure", "email", "phone")] == [
        "Camille Morel", "CCAS de Valmont", "camille@exemple.fr", "0199001122",
    ]  # fmt: skip


def test_an_agent_without_a_structure_has_that_of_the_place():
    told = known(Settings("poste", "999", SITE, Detector(name="Camille Morel")))
    assert told["detector_structure"] == "France Services Valmont"
    assert "detector_email" not in told


def test_a_signature_is_drawn_only_where_the_caisse_takes_it_for_this_form():
    borne = Settings("borne", "999", SITE)
    assert "drawn" not in known(borne, replace(valmont(), accepts={}))
    assert "drawn" not in given(borne, replace(valmont(), accepts={"mas": Accepts(drawn_signature=True)}), "c2s")


def test_each_of_these_answers_has_its_field():
    names = {field.name for field in FIELDS}
    assert (
        set(known(Settings("borne", "999", SITE, AGENT))) | set(known(Settings("poste", "999", SITE, AGENT))) == names
    )


def test_the_ceilings_of_the_day_are_known_to_the_c2s_alone():
    borne, table = Settings("borne", "999", SITE), of_2025()
    assert ceilings.read(given(borne, valmont(), "c2s", table)["ceilings"]) == table
    assert "ceilings" not in given(borne, valmont(), "c2s")
    assert "ceilings" not in given(borne, valmont(), "mas", table)
