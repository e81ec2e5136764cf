"""The papers that each made-up person is to be asked, written from the documents before any declaration.

Each line says what is asked, whose it is where the request has several people, and ``?`` for « si vous l’avez ». Where
it comes from, marked as in forms.md (S2… the source documents, LAW an article, PUB a public page, INF inferred):

S1106. identity, residence_permit, birth_certificate (never required): S2. translation: PUB puma-doctorant. work_proof:
PUB F16620, ameli-foreign. residence_proof, exempt_proof: S2, LAW D160-2. rib: PUB puma-doctorant, INF that it is not
required. domiciliation: LAW L160-5 (who has no home elects domicile), PUB cnle (the certificate is what proves it), INF
that it is joined.
S1110. rib: S2. placement: people.md P8; INF that the educator has such a paper, so never required.
S3705. filiation, guardianship: PUB F16620. adoption: PUB spparis. One for all the children: INF.
C2S. tax_notice of each adult, not with the RSA: PUB cpam67. foreign_papers: PUB cpam67, F10027, LAW L161-1-4.
rsa_certificate: PUB F10027. temporary_protection: PUB cpam17 in the first 12 months, people.md P12 after (« the
ordinary C2S with the new APS », INF of rules.md 7). domiciliation: as above, never required here, for the C2S asks
little (P10).
No RIB, Caf paper nor identity: P10.
MAS. Nothing: no source asks any.
Every form. guardianship_decision of whom a guardian asks for: P2 and the page itself (« la décision du juge »), INF for
a child under 16 whose guardian signs (P8). signed_paper of an absent person, when the page was answered so: P2; a
procuration is on the compte ameli, and no paper.
What no answer tells cannot be asked: who is domiciled in an S1110 or an S3705 writes it in their address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Papers = tuple[str, ...]

PEOPLE: Mapping[tuple[str, str], Papers] = {
    ("s1106", "ukrainian-domiciled-after-a-year"): (
        "residence_permit", "birth_certificate ?", "translation ?", "domiciliation", "residence_proof", "rib ?",
    ),
    ("s1106", "employee-from-portugal"): ("identity", "birth_certificate ?", "work_proof", "rib ?"),
    ("s1106", "no-address-waiting-number"): (
        "residence_permit", "birth_certificate ?", "domiciliation", "residence_proof", "rib ?",
    ),
    ("s1106", "french-born-in-wallis"): ("identity", "birth_certificate ?", "exempt_proof", "rib ?"),
    ("s1106", "sixteen-tomorrow"): ("identity", "birth_certificate ?", "exempt_proof", "rib ?"),
    ("s1106", "joins-insured-husband"): ("residence_permit", "birth_certificate ?", "exempt_proof", "rib ?"),
    ("s1110", "sixteen-today"): ("rib",),
    ("s1110", "sixteen-on-29-february"): ("rib",),
    ("s1110", "young-person-in-care"): ("placement ?",),
    ("s1110", "eighteen-today"): ("rib",),
    ("s3705", "one-mother-one-child"): ("filiation",),
    ("s3705", "two-parents-first-day"): ("filiation",),
    ("s3705", "two-parents-second-day"): ("filiation",),
    ("s3705", "guardian-with-waiting-number"): ("filiation", "guardianship"),
    ("c2s", "alone-tenant"): ("tax_notice: Marie-Ange D’Hérouville",),
    ("c2s", "rsa-mother"): (),
    ("c2s", "couple-with-ages-at-the-limit"): (
        "tax_notice: Jean-Loup L’Herbier", "tax_notice: Thanh-Mai Nguyen", "tax_notice: Capucine L’Herbier",
    ),
    ("c2s", "ten-people"): (
        "temporary_protection: Надія Шаповаленко", "tax_notice: Надія Шаповаленко",
        "tax_notice: Serhii Shapovalenko", "tax_notice: Alina Shapovalenko", "tax_notice: Borys Shapovalenko",
        "tax_notice: Daria Shapovalenko", "tax_notice: Marko Bondar",
    ),
    ("c2s", "collection-refused-above-the-ceiling"): ("tax_notice: Björn Mac Aodha",),
    ("c2s", "self-employed-and-foreign-pension"): (
        "tax_notice: Ana-Lucía Ortiz de la Peña", "tax_notice: Joaquín Ortiz de la Peña", "foreign_papers",
    ),
    ("c2s", "domiciled-and-urgent"): (
        "tax_notice: Abd-el-Kader M’Barek", "rsa_certificate: Abd-el-Kader M’Barek",
        "domiciliation: Abd-el-Kader M’Barek ?",
    ),
}  # fmt: skip
"""Everybody of the situations who comes to the page of the papers; who is stopped before does not."""

GUARDIAN = {
    "for_whom": "guardian", "decision": "yes", "helper_name": "Anne Martin", "signer_name": "Martin",
    "signer_first_name": "Anne", "signer_link": "guardian",
}  # fmt: skip
ABSENT = {"for_whom": "absent", "basis": "paper", "helper_name": "Anne Martin", "signature": "", "on_paper": "yes"}
BY_PROCURATION = ABSENT | {"basis": "procuration"}
HELPED = {"for_whom": "helped", "helper_name": "Anne Martin"}


@dataclass(frozen=True)
class Otherwise:
    """The same person, who answers these *changes* too, and is asked these *papers*."""

    form: str
    name: str
    changes: Mapping[str, str]
    papers: Papers


def _work(*more: str) -> Papers:
    """What the employee from Portugal joins."""
    return ("identity", "birth_certificate ?", "work_proof", "rib ?", *more)


def _exempt(case: str) -> Otherwise:
    """Whatever spares the three months has one paper."""
    return Otherwise("s1106", "joins-insured-husband", {"exempt": case}, PEOPLE["s1106", "joins-insured-husband"])


MARIA, SALMA, ANNE = "Maria-João Inês D’Oliveira-Vaz", "Salma Bel-Haj", "Anne-Lise Maëlle Le Goff-D’Arras"
ELODIE, MARIE = "Élodie Saint-Clair", "Marie-Ange D’Hérouville"

OTHERWISE = (
    # For somebody else (P2)
    Otherwise("s1106", "employee-from-portugal", GUARDIAN, _work(f"guardianship_decision: {MARIA}")),
    Otherwise("s1106", "employee-from-portugal", ABSENT, _work(f"signed_paper: {MARIA}")),
    Otherwise("s1106", "employee-from-portugal", BY_PROCURATION, _work()),
    Otherwise("s1106", "employee-from-portugal", HELPED, _work()),
    Otherwise(
        "s1106", "sixteen-tomorrow", {"for_whom": "child", "helper_name": "Hery", "signer_link": "guardian"},
        ("identity", "birth_certificate ?", "exempt_proof", "rib ?", "guardianship_decision: Ny-Aina Rakotomalala"),
    ),
    Otherwise("s1106", "sixteen-tomorrow", {"for_whom": "child"}, PEOPLE["s1106", "sixteen-tomorrow"]),
    Otherwise("s1110", "sixteen-today", ABSENT, ("rib", f"signed_paper: {ANNE}")),
    Otherwise("s1110", "sixteen-today", BY_PROCURATION, ("rib",)),
    Otherwise("s1110", "sixteen-today", HELPED, ("rib",)),
    Otherwise("s3705", "one-mother-one-child", GUARDIAN, ("filiation", f"guardianship_decision: {ELODIE}")),
    Otherwise("s3705", "one-mother-one-child", ABSENT, ("filiation", f"signed_paper: {ELODIE}")),
    Otherwise("s3705", "one-mother-one-child", HELPED, ("filiation",)),
    Otherwise("c2s", "alone-tenant", GUARDIAN, (f"tax_notice: {MARIE}", f"guardianship_decision: {MARIE}")),
    Otherwise("c2s", "alone-tenant", ABSENT, (f"tax_notice: {MARIE}", f"signed_paper: {MARIE}")),
    Otherwise("c2s", "alone-tenant", HELPED, (f"tax_notice: {MARIE}",)),
    Otherwise("c2s", "rsa-mother", GUARDIAN, ("guardianship_decision: Aïcha Ould-Ahmed",)),
    # In care, taken in, adopted
    Otherwise("s1110", "sixteen-today", {"care": "yes"}, ("rib", "placement ?")),
    Otherwise("s1110", "sixteen-today", {"account": "no"}, ()),
    Otherwise("s3705", "one-mother-one-child", {"link": "other"}, ("filiation", "guardianship")),
    Otherwise("s3705", "one-mother-one-child", {"link": "adopter"}, ("filiation", "adoption")),
    Otherwise("s3705", "two-parents-second-day", {"second_link": "other"}, ("filiation", "guardianship")),
    Otherwise(
        "s3705", "two-parents-second-day", {"link": "guardian", "second_link": "adopter"},
        ("filiation", "guardianship", "adoption"),
    ),
    # S1106: where from, born where, of what they live
    Otherwise("s1106", "employee-from-portugal", {"nationality": "french", "birth_place": "france"}, (
        "identity", "work_proof", "rib ?",
    )),
    Otherwise("s1106", "employee-from-portugal", {"home": "elected"}, (
        "identity", "birth_certificate ?", "domiciliation", "work_proof", "rib ?",
    )),
    Otherwise("s1106", "joins-insured-husband", {"exempt": "none"}, (
        "residence_permit", "birth_certificate ?", "residence_proof", "rib ?",
    )),
    *map(_exempt, ("benefits", "studies", "family", "refugee", "minor", "care", "volunteer")),
    # C2S: the RSA spares everything but the address, a life abroad, who waits for the RSA
    Otherwise("c2s", "rsa-mother", {"home": "elected", "elected": "CCAS"}, ("domiciliation: Aïcha Ould-Ahmed ?",)),
    Otherwise("c2s", "rsa-mother", {"lived_abroad": "yes"}, ()),
    Otherwise("c2s", "alone-tenant", {"lived_abroad": "yes"}, (f"tax_notice: {MARIE}", "foreign_papers")),
    Otherwise("c2s", "alone-tenant", {"benefits": "aspa", "worked": "no"}, (f"tax_notice: {MARIE}",)),
    Otherwise("c2s", "alone-tenant", {"protected": "yes", "protected_since": "1/3/2024"}, (
        f"temporary_protection: {MARIE}", f"tax_notice: {MARIE}",
    )),
    Otherwise("c2s", "rsa-mother", {"protected": "yes", "protected_since": "1/3/2024"}, (
        "temporary_protection: Aïcha Ould-Ahmed",
    )),
    Otherwise("c2s", "couple-with-ages-at-the-limit", {"members/m2/member_rsa_asked": "yes"}, (
        *PEOPLE["c2s", "couple-with-ages-at-the-limit"], "rsa_certificate: Capucine L’Herbier",
    )),
)  # fmt: skip
"""The same people, of whom one thing is otherwise."""

OKSANA = "Oksana KOVALENKO"
DANYLO = {
    "for_whom": "child", "helper_name": "Iryna Kovalenko", "first_name": "Danylo", "nir": "none",
    "birth_date": "14/3/2015", "signer_name": "Kovalenko", "signer_first_name": "Iryna",
}  # fmt: skip
MAS: tuple[tuple[Mapping[str, str], Papers], ...] = (
    ({}, ()),
    ({"motives": "care", "care": "surgery", "since": "months", "causes": "cost"}, ()),
    ({"ways": "mail", "home": "elected", "elected": "CCAS", "street": "2 place de la Mairie"}, ()),
    ({"urgent": "hospital"}, ()),
    (GUARDIAN, (f"guardianship_decision: {OKSANA}",)),
    (ABSENT, (f"signed_paper: {OKSANA}",)),
    (BY_PROCURATION, ()),
    (HELPED, ()),
    (DANYLO | {"signer_link": "parent"}, ()),
    (DANYLO | {"signer_link": "guardian"}, ("guardianship_decision: Danylo KOVALENKO",)),
)
"""The MAS of a woman alone at a borne, and of whoever else these changes make of her."""
