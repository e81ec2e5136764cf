"""What happens next, once the sheets are in hand (P6, P29)."""

from dataclasses import replace

from app.forms import mas
from app.forms.after import bringing, steps, steps_once_there, steps_when_sent
from app.forms.recipient import recipient
from app.models.text import Text, speaking
from tests.builders import mas_answers, mas_saisine, valmont
from tests.forms.person import borne


def first(local, **changes):
    answers = borne(**changes).answers
    return str(steps(mas.FORM, recipient(answers, local), answers)[0])


def test_the_sheets_go_to_the_desk_or_to_the_address_of_the_caisse():
    assert first(valmont()) == "Donnez vos feuilles à l’accueil, ou envoyez-les : CPAM de Valmont, 99900 Valmont."


def test_an_address_that_is_not_known_is_not_guessed():
    assert first(replace(valmont(), postal_address="")).endswith("Elles vont à : CPAM de Valmont.")
    assert first(valmont(), caisse="msa", department="Creuse").endswith("Elles vont à : MSA du département : Creuse.")


def test_what_is_urgent_is_given_at_once():
    assert first(valmont(), urgent="hospital") == "C’est urgent : donnez vos feuilles à l’accueil maintenant."


def test_then_someone_calls_and_else_there_is_a_number():
    answers = borne().answers
    _first, *then = (str(step) for step in steps(mas.FORM, recipient(answers, valmont()), answers))
    assert then == [
        "Une personne de votre caisse vous contacte, comme vous l’avez choisi.",
        "Sans nouvelle, appelez le 3646 avec ce numéro. Vous pouvez aussi le donner à l’accueil.",
    ]


def test_what_leaves_by_itself_says_so_first_and_what_has_arrived_does_not():
    alone = mas_saisine(mas_answers())
    first_, *then = steps_when_sent(alone)
    assert str(first_) == "Cet appareil envoie votre demande, même après votre départ."
    assert tuple(then) == steps_once_there(alone) == mas.FORM.afterwards


def test_papers_that_stay_behind_are_named_in_each_language_and_nobody_with_them():
    papers = (Text("Mon premier papier"), Text("Non"))
    (said,) = bringing(papers)
    assert str(said) == "Apportez à l’accueil, avec ce numéro : Mon premier papier\N{NO-BREAK SPACE}· Non."
    with speaking("en"):
        assert str(said).endswith("Mon premier papier\N{NO-BREAK SPACE}· No.")
    assert bringing(()) == ()


def test_who_has_papers_to_bring_hears_it_before_what_the_caisse_does():
    guarded = mas_saisine(mas_answers(for_whom="guardian"))
    assert guarded.to_bring
    said, *then = steps_once_there(guarded)
    assert str(said).startswith("Apportez à l’accueil, avec ce numéro : ")
    assert tuple(then) == mas.FORM.afterwards
