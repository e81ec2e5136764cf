"""What is read of a stranger's answer: a code of ours, or a number, never his words."""

from datetime import UTC, datetime

import pytest

from app.sync import answers

AT = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"null", b'{"code": 1}', b'{"code": "A B"}', b"[" * 9999, b"\xff"]
)
def test_a_body_without_a_code_of_our_shape_is_a_plain_refusal(body):
    assert answers.code(body) == "refused"


def test_a_code_is_read():
    assert answers.code(b'{"code": "bad-package", "more": 1}') == "bad-package"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 7),
        (" 0 ", 0),
        ("999999999", answers.LONGEST),
        ("Mon, 04 May 2026 10:01:00 GMT", 60),
        ("Mon, 04 May 2026 09:00:00 GMT", 0),
        ("Mon, 04 May 2026 10:01:00 -0000", 60),
        ("Mon, 04 May 2099 10:01:00 GMT", answers.LONGEST),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("1e9", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_by_the_gateways_clock(text, seconds):
    assert answers.retry_after({"Retry-After": text}, AT) == seconds
    assert answers.retry_after({}, AT) is None
