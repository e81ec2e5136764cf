"""How people are reached: telephone numbers and e-mail addresses (forms.md 0.3)."""

from __future__ import annotations

from app.models.form import Unreadable
from app.models.text import _

PHONE = _("Écrivez les 10 chiffres du téléphone. Exemple : 06 12 34 56 78.")
EMAIL = _("Vérifiez l’adresse e-mail. Exemple : nom@exemple.fr")


def phone(typed: str) -> str:
    """*typed* in E.164: ten digits from 0, or + and a country code; raises Unreadable.

    A number of the right length is taken even where the numbering plan has no such range yet: nobody is stopped
    for a range that opened after our library.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, "FR")
    except phonenumbers.NumberParseException as error:
        raise Unreadable(PHONE) from error
    if not phonenumbers.is_possible_number(number) or any(letter.isalpha() for letter in typed):
        raise Unreadable(PHONE)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_as_people_read_it(typed: str) -> str:
    """*typed* in pairs, or as it was typed when it is no number."""
    import phonenumbers

    try:
        number = phonenumbers.parse(phone(typed))
    except Unreadable:
        return typed
    french = number.country_code == 33
    form = phonenumbers.PhoneNumberFormat.NATIONAL if french else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, form)


def email(typed: str) -> str:
    """*typed*, normalised; raises Unreadable."""
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(typed, check_deliverability=False, test_environment=False).normalized
    except EmailNotValidError as error:
        raise Unreadable(EMAIL) from error
