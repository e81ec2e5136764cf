"""The first path: home, questions, an encrypted commit, and back to the same page by the code."""

from tests.builders import mas_answers
from tests.journeys.person import Person


def test_a_woman_alone_at_a_borne_reaches_the_sheets(tmp_path, qtbot):
    person = Person(tmp_path)
    person.starts()
    steps = person.fills(mas_answers())
    assert steps == [
        "caisse", "person", "notice", "motives", "engaged", "urgent", "names", "number", "ways", "reach", "language",
        "avoid", "review", "consent", "sign",
    ]  # fmt: skip
    person.until(lambda: person.sees("preview") is not None, "the sheets")
