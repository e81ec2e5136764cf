"""What is only to read: marks, notes and columns, with room for every word."""

import pytest
from PySide6.QtWidgets import QWidget

from app.models.reading import Leads, Note, Part, Way
from app.ui.theme import Look
from app.ui.widgets import part
from app.ui.widgets.lines import DOT, Line, Lines, written
from app.ui.widgets.qr import Qr
from app.ui.widgets.stack import Columns, Row, Stack

ADDRESS = "www.doctolib.fr/centre-de-sante/besancon/centre-d-examens-de-sante-de-la-cpam-du-doubs"


def words(widgets):
    return [widget.text() for widget in widgets if isinstance(widget, Lines)]


def part_of(**kind):
    plain = Part("good", "Bon à savoir", "", "", (), False, None, (), (), False)
    return plain._replace(**kind)


def rows(given, look, link=""):
    return [row.widget for row in part.rows([given], look, main_link=link)]


def test_the_number_of_a_step_is_read_and_a_dot_is_not(look):
    lines = [Line(written("Appelez", look), mark="1"), Line(written("Écrivez", look), mark=DOT)]
    assert Lines(lines, look).text() == "1. Appelez\nÉcrivez"


@pytest.mark.parametrize("size", ["normal", "large", "xlarge"])
def test_an_address_is_broken_and_never_widens_a_page(styled, size):
    look = Look(size=size)
    lines = Lines([Line(written(f"Écrivez sur {ADDRESS}", look), mark="globe-hemisphere-west")], look)
    least = lines.minimumSizeHint().width()
    assert least < 400
    assert lines.heightForWidth(least) > 2 * lines.heightForWidth(2000)


def test_a_part_reads_from_its_title_to_its_notes(look):
    given = part_of(heading="Vite", text="Trois jours.", items=("lundi", "mardi"), notes=(Note("over", "Périmé"),))
    assert words(rows(given, look)) == ["Bon à savoir\nVite\nTrois jours.\nlundi\nmardi", "Périmé"]


def test_a_contact_has_the_code_of_its_address_unless_it_stands_elsewhere(look):
    way = Way("globe-hemisphere-west", "www.ameli.fr", "https://www.ameli.fr")
    given = part_of(leads=(Leads("Le site", (way,), False),))
    beside = rows(given, look)[-1]
    assert beside.findChild(Qr).accessibleName() == "https://www.ameli.fr"
    assert isinstance(rows(given, look, "https://www.ameli.fr")[-1], Lines)


def test_parts_for_agents_that_follow_one_another_stand_in_one_frame_with_their_ages(look):
    old = part_of(title="", text="Trois.", notes=(Note("dated", "Vieux"),), agents=True)
    given = [part_of(text="Un."), part_of(text="Deux.", agents=True), old, part_of(text="Quatre.")]
    before, frame, after = (row.widget for row in part.rows(given, look, main_link=""))
    assert words([before, after]) == ["Bon à savoir\nUn.", "Bon à savoir\nQuatre."]
    assert words(frame.findChildren(QWidget)) == ["Agents seulement", "Bon à savoir\nDeux.", "Trois.", "Vieux"]


def test_columns_stand_one_under_the_other_where_there_is_no_room(look):
    main, aside = (
        Stack([Row(0, Lines([Line(written(text, look))], look))], look) for text in ("Bonjour à tous", "Ici")
    )
    columns = Columns(main, aside, look, across=100, most=600)
    beside, under = columns.areas(600), columns.areas(columns.minimumSizeHint().width())
    assert beside[1].left() > beside[0].right()
    assert under[1].top() > under[0].bottom()
