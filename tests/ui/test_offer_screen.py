"""The page of an offer: everything it says has room, is read, and is reached by keys alone."""

from datetime import date
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.catalogue import offers
from app.models import reading, text
from app.models.arranged import arranged
from app.models.offer import Reader
from app.models.text import _
from app.ui.screens.offer import OfferScreen
from app.ui.theme import look_for
from app.ui.view import View
from app.ui.widgets.qr import Qr
from tests.catalogue.compiled import lay
from tests.journeys.person import BORNE, POSTE, Person, wait
from tests.ui.room import complaints

TODAY = date(2026, 11, 22)
FORMATS = {"kiosk": look_for(1280, 1024), "portrait": look_for(1080, 1920), "desk": look_for(1366, 768, desk=True)}
PUBLIC = ("c2s", "compte-ameli", "mon-espace-sante", "depistage-cancers", "contact-cpam-25", "contact-3646")
"""The longest, the most contacts and addresses, the widest tables."""
AGENTS = ("mas", "service-social", "espace-partenaires")


@pytest.fixture
def found(tmp_path):
    """The page of a slug, and the cards it is related to."""

    def find(slug, audience="public", caisse=None):
        place, reader = tmp_path / f"{audience}.db", Reader(audience, TODAY, caisse)
        lay(place, audience)
        page = offers.page(place, slug, reader)
        cards = {card.slug: card for card in offers.cards(place, reader)}
        return page, [cards[other] for other in page.offer.related if other in cards]

    return find


@pytest.fixture
def screen(look, shown):
    def show(found, look=look, **kind):
        return shown(made(found, look, **kind), 1048, 952)

    return show


def labels(screen):
    return "\n".join(label.text() for label in screen.findChildren(QLabel))


def made(found, look, *, forms=("mas",), printer=True, said=None):
    page, related = found
    return OfferScreen(page, related, _("Payer moins mes soins"), look, forms=forms, printer=printer, said=said)


def view(found, **kind):
    return View(lambda look: made(found, look, forms=("mas", "c2s"), **kind), home=True)


def settled(shell):
    for _turn in range(10):
        if not complaints(shell):
            return []
        wait(20)
    return complaints(shell)


@pytest.mark.parametrize(
    ("size", "look"), list(product([(1280, 1024), (1366, 768), (1080, 1920)], ["normal", "xlarge"]))
)
def test_the_oddest_pages_have_room_on_a_borne(tmp_path, qtbot, found, size, look):
    shell = Person(tmp_path, BORNE, size).shell
    shell.set_size(look)
    for slug, language in product(PUBLIC, text.LANGUAGES):
        text.speak(language)
        shell.show_view(view(found(slug), said=("success", _("Reprenez toutes vos feuilles."))))
        assert settled(shell) == [], (slug, language)


@pytest.mark.parametrize("look", ["normal", "xlarge"])
def test_the_oddest_pages_have_room_at_a_poste(tmp_path, qtbot, found, look):
    shell = Person(tmp_path, POSTE, (1366, 768)).shell
    shell.set_size(look)
    for slug, language in product(AGENTS, text.LANGUAGES):
        text.speak(language)
        shell.show_view(view(found(slug, "agents")))
        assert settled(shell) == [], (slug, language)


def test_everything_the_page_says_is_there_to_be_read_aloud(found, screen):
    page, related = found("c2s")
    said = labels(screen((page, related)))
    for part in arranged(page).parts:
        for words in (part.title, part.heading, part.text, *part.items, *(note.words for note in part.notes)):
            assert words in said.replace("\u00a0", " ") or words in said
        for leads in part.leads:
            assert all(way.words in said.replace("\u00a0", " ") or way.words in said for way in leads.ways)


def test_what_is_for_agents_is_said_so_in_words(found, screen):
    assert labels(screen(found("mas", "agents", "91"))).count("Agents seulement") == 3
    assert "Agents seulement" not in labels(screen(found("mas", caisse="91")))
    assert labels(screen(found("ipc-action-sociale", "agents", "91"))).count("Agents seulement") == 2


def test_an_agent_is_told_that_the_sheet_is_the_public_s_where_the_page_says_more(found, screen):
    def told(*page):
        return "La fiche imprimée est celle du public." in labels(screen(found(*page), FORMATS["desk"]))

    assert told("mas", "agents", "91")
    assert not told("mas", "public", "91")
    assert not told("ipc-action-sociale", "agents", "91")


def test_the_age_of_a_whole_page_is_said_once(found, screen):
    assert labels(screen(found("depistage-sein"))).count("Information de 2023, à vérifier") == 1
    assert labels(screen(found("tabac"))).count("à vérifier") == 2


def test_every_address_of_its_contacts_is_a_code_once(found, screen):
    page, related = found("contact-3646")
    links = {way.link for part in reading.parts(page) for leads in part.leads for way in leads.ways if way.link}
    shown = [code.accessibleName() for code in screen((page, related)).findChildren(Qr)]
    assert sorted(shown) == sorted(links)


def test_nobody_takes_away_an_address_for_agents(found, screen):
    page, related = found("espace-partenaires", "agents", "91")
    assert reading.main_link(page)
    assert not screen((page, related), FORMATS["desk"]).findChildren(Qr)
    assert not screen(found("depistage-sein", "agents", "42"), FORMATS["desk"]).findChildren(Qr)


@pytest.mark.parametrize("density", FORMATS)
def test_its_buttons_say_what_is_asked(found, screen, qtbot, density):
    page = screen(found("mas"), FORMATS[density])
    for name, signal in (("start", page.start_asked), ("print", page.print_asked), ("back", page.back_asked)):
        with qtbot.waitSignal(signal) as told:
            page.findChild(QWidget, name).click()
        assert told.args == (["mas"] if name == "start" else [])
    with qtbot.waitSignal(page.offer_asked) as told:
        page.findChild(QWidget, "offer.service-social").click()
    assert told.args == ["service-social"]


def test_what_cannot_be_done_here_is_not_there(found, screen):
    page = screen(found("c2s"), printer=False)
    assert page.findChild(QWidget, "start") is None
    assert page.findChild(QWidget, "print") is None


def test_an_answer_of_the_printer_is_heard_first(found, screen):
    page = screen(found("c2s"), said=("warning", _("L’imprimante ne répond pas.")))
    assert page.entrance is page.findChild(QWidget, "said")
    assert page.entrance.accessibleName() == "L’imprimante ne répond pas."


def test_keys_alone_go_through_a_page(found, screen):
    page = screen(found("c2s"))
    page.findChild(QWidget, "title").setFocus()
    positions = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        QTest.keyClick(page.windowHandle(), key)
        positions.append(page.pager.position())
    down, further, back, top, end = positions
    assert 0 == top < down == back < further < end
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Home)
    assert page.pager.position() == 0


@pytest.mark.parametrize("density", FORMATS)
def test_tab_goes_round_everything(found, screen, density):
    page = screen(found("mas"), FORMATS[density])
    page.findChild(QWidget, "title").setFocus()
    seen = []
    for _press in range(20):
        QTest.keyClick(page.windowHandle(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget().objectName())
    assert {"start", "print", "back", "offer.c2s", "offer.service-social"} <= set(seen)
    if density != "portrait":
        assert seen[:2] == ["start", "print"]
    else:
        assert seen.index("offer.c2s") < seen.index("back") < seen.index("print") < seen.index("start")
