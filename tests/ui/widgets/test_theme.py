"""The look comes from the tokens."""

from app.ui.theme import Look, layout_for, look_for


def test_a_layout_is_the_nearest_of_its_kind():
    assert layout_for(1280, 1024, desk=False) == "kiosk-1280x1024"
    assert layout_for(1360, 768, desk=False) == "kiosk-1366x768"
    assert layout_for(1080, 1920, desk=False) == "portrait-1080x1920"
    assert layout_for(1280, 1024, desk=True) == "desk-1366x768"


def test_the_desk_writes_smaller():
    assert Look(density="desk").type("display") == Look(density="desk").type("h1")
    assert Look(density="desk").type("body").size < Look().type("body").size


def test_the_words_of_the_rail_stop_growing_in_a_short_window():
    assert look_for(1366, 768, size="xlarge").rail.size == "large"
    assert look_for(1280, 1024, size="xlarge").rail.size == "xlarge"


def test_the_rail_is_wider_at_the_largest_letters():
    assert look_for(1280, 1024, size="xlarge").layout("rail") > look_for(1280, 1024).layout("rail")
