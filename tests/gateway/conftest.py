"""A gateway for each test."""

import pytest

from tests.gateway.house import a_house


@pytest.fixture
def house(tmp_path):
    with a_house(tmp_path / "gateway") as made:
        yield made


@pytest.fixture
def terminal(house):
    return house.a_terminal()
