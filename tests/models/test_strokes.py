"""A drawn signature as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.strokes import read, write

points = st.tuples(st.integers(0, 1000), st.integers(0, 1000))
drawings = st.lists(st.lists(points, min_size=1).map(tuple)).map(tuple)


@given(drawings)
def test_what_is_drawn_is_read_back(drawn):
    assert read(write(drawn)) == drawn


def test_strokes_are_apart_and_points_in_order():
    assert read("100,200 140,120;400,150") == (((100, 200), (140, 120)), ((400, 150),))


@pytest.mark.parametrize("typed", ["", ";", "x", "1", "1;2", "12345,6", "6,12345", "-1,5", "\uff11,\uff12"])
def test_what_is_not_a_point_is_left_out(typed):
    assert read(typed) == ()


@given(st.text())
def test_whatever_is_kept_is_read(typed):
    assert all(0 <= number <= 9999 for stroke in read(typed) for point in stroke for number in point)
