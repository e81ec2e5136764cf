"""The notice that is read before anything is kept (P3)."""

from dataclasses import replace

from app.forms import mas
from app.forms.notice import notice
from app.forms.recipient import Recipient
from app.models.text import Text
from tests.builders import valmont

HERE = Recipient(Text("CPAM de Valmont"), valmont())


def said(to=HERE, days=7):
    """Each paragraph's text under its title."""
    return {str(paragraph.title): str(paragraph.text) for paragraph in notice(mas.FORM, to, days)}


def test_the_six_subjects_of_the_notice():
    assert list(said()) == [
        "Qui reçoit vos réponses", "Pourquoi", "Ce qui est gardé ici", "À la caisse",
        "Ce qui n’est pas obligatoire", "Vos droits",
    ]  # fmt: skip


def test_who_receives_is_named():
    assert said()["Qui reçoit vos réponses"].startswith("CPAM de Valmont.")


def test_how_long_it_is_kept_here_is_counted():
    assert "7 jours au plus" in said()["Ce qui est gardé ici"]
    assert "30 jours au plus" in said(days=30)["Ce qui est gardé ici"]
    assert "1 jour au plus" in said(days=1)["Ce qui est gardé ici"]


def test_eighteen_months_at_the_caisse_and_a_right_to_refuse_studies():
    assert "18 mois" in said()["À la caisse"]
    assert "vous pouvez refuser" in said()["À la caisse"]


def test_rights_have_an_address_and_that_of_the_cnil():
    assert valmont().dpo_address in said()["Vos droits"]
    assert "3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07" in said()["Vos droits"]


def test_an_address_that_is_not_known_is_not_guessed():
    for unknown in (Recipient(Text("CPAM")), Recipient(Text("CPAM"), replace(valmont(), dpo_address=""))):
        assert "écrivez à votre caisse." in said(unknown)["Vos droits"]
