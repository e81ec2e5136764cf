"""What answers and silences mean. Every result is a code of ours, or a number: no word of a stranger."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from app.sync.deliver import NotEnrolled, Outcome, Received, Refused, Unreachable

LONGEST = 3600.0
"""Seconds that a gateway may ask for."""
DATES = (9, 10)
"""X509_V_ERR_CERT_NOT_YET_VALID and …_HAS_EXPIRED (openssl x509_vfy.h): most often this terminal's clock."""


@dataclass(frozen=True)
class Answer:
    """An answer that the gateway has signed the time of, *at*."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    at: datetime


def meaning(answer: Answer) -> Outcome:
    """What an answer without a receipt means (protocol.md, What an answer means)."""
    if answer.status in (401, 403):
        return NotEnrolled()
    if answer.status == 410:
        return Received()
    if answer.status in (413, 422):
        return Refused(code(answer.body))
    if answer.status in (429, 503):
        return Unreachable("busy", retry_after(answer.headers, answer.at))
    return Unreachable("answer")


def code(body: bytes) -> str:
    """The code in an error's body; ``refused`` when it has none of our shape."""
    try:
        told = json.loads(body)["code"]
    except (ValueError, TypeError, KeyError, RecursionError):
        told = ""
    return told if isinstance(told, str) and re.fullmatch("[a-z][a-z0-9-]{0,39}", told) else "refused"


def retry_after(headers: Mapping[str, str], at: datetime) -> float | None:
    """Seconds in Retry-After, be it a number or a date, by the gateway's own clock; None when it says nothing."""
    text = headers.get("Retry-After", "").strip()
    if re.fullmatch("[0-9]{1,9}", text):
        return min(float(text), LONGEST)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max((moment - at).total_seconds(), 0.0), LONGEST)


def silence(error: BaseException) -> str:
    """Why there is no answer: ``certificate-date``, ``certificate``, ``slow`` or ``network``."""
    import ssl

    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "certificate-date" if cause.verify_code in DATES else "certificate"
        if isinstance(cause, TimeoutError):
            return "slow"
    return "network"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
