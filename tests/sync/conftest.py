"""One gateway for each test: half a tenth of a second."""

import pytest

from tests.sync.hall import Hall, terminal


@pytest.fixture
def hall(tmp_path):
    hall = Hall(tmp_path)
    yield hall
    hall.close()


@pytest.fixture
def db(tmp_path, hall):
    db = terminal(tmp_path / "terminal", hall)
    yield db
    db.close()
