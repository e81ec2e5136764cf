"""The code at the end of a request: what it says is true of the file that goes with it."""

import hashlib
import io

from pypdf import PdfReader

from app.actions import papers
from tests.builders import SECOND, mas_answers, mas_saisine, valmont


def test_the_paper_bears_the_digest_of_the_file_that_is_sealed_with_it():
    saisine = mas_saisine(mas_answers(**SECOND))
    digest = hashlib.sha256(papers.told(saisine, valmont())).hexdigest()
    last = PdfReader(io.BytesIO(papers.document(saisine, valmont()))).pages[-1].extract_text()
    assert digest in "".join(last.split())
    assert f"Demande {saisine.reference}" in last


def test_other_answers_have_another_digest():
    one, other = (papers.told(mas_saisine(mas_answers(phone=phone)), valmont())
                  for phone in ("06 39 98 12 34", "06 39 98 12 35"))  # fmt: skip
    assert hashlib.sha256(one).digest() != hashlib.sha256(other).digest()
