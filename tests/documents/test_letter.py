"""The letter that withdraws a request which the caisse has taken up (people.md P16)."""

import io
from datetime import date

from pypdf import PdfReader

from app.documents.letter import withdrawal


def test_it_names_the_request_and_whom_it_goes_to_and_nobody_else() -> None:
    made = PdfReader(io.BytesIO(withdrawal("4T7-KX9-M2Q", "CPAM de Valmont, 1 place du Marché", date(2026, 2, 12))))
    said = " ".join(made.pages[0].extract_text().split())
    assert len(made.pages) == 1
    for known in ("4T7-KX9-M2Q", "CPAM de Valmont 1 place du Marché", "12/02/2026", "Je retire mon accord",
                  "article 17", "Nom et prénom", "Signature"):  # fmt: skip
        assert known in said
