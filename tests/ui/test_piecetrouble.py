"""Whatever keeps a pièce out, there is a sentence for it."""

from typing import get_args

import pytest

from app.actions import files, scanning
from app.actions.cleaning import Code, Unfit
from app.actions.pieces import NotKept
from app.ui.piecetrouble import sentence

TROUBLES = [
    *(scanning.ScanTrouble(code) for code in get_args(scanning.Code) if code != "cancelled"),
    *(Unfit(code) for code in get_args(Code) if code != "cancelled"),
    *(files.FileTrouble(code) for code in get_args(files.Code)),
    NotKept("too-big"),
    NotKept("too-many"),
]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda one: f"{type(one).__name__}-{one.code}")
def test_each_code_has_a_sentence(trouble):
    assert str(sentence(trouble)).endswith(".")


def test_what_nobody_foresaw_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        sentence(ZeroDivisionError())
