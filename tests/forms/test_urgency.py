"""What cannot wait (P6)."""

import pytest

from app.forms.urgency import is_urgent, reason, urgent
from tests.forms.person import borne


@pytest.mark.parametrize("why", urgent.options)
def test_every_reason_but_no_is_urgent(why):
    assert is_urgent(borne(urgent=why).answers) is (why != "no")


def test_who_did_not_say_is_not_urgent():
    assert not is_urgent(borne(urgent="").answers)


def test_the_mark_on_paper_says_what_is_urgent_without_its_yes():
    assert reason(borne(urgent="pregnancy").answers) == "une grossesse"
    assert reason(borne(urgent="no").answers) == ""
