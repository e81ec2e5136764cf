"""Reading the mapping file that a caisse gives with its blank official PDF (people.md P18).

Strictly: a key, an answer, a page or a field of the PDF that nobody knows is a fault, named with its key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.documents.mapping import (
    OF_REQUEST,
    PARTS,
    SIZE,
    Blank,
    Filled,
    Plan,
    SigningPlace,
    Ticked,
    Written,
    fields,
    named,
)
from app.models.fields import Choice, Choices, Signature
from app.models.form import Form
from app.models.sheet import Keys, Place, Read, several, string, whole


def plan(data: object, form: Form, blank: Blank) -> Plan:
    """The mapping of a parsed file, for *form* on *blank*; raises Malformed with every fault."""
    return whole(data, lambda value, place: _plan(value, place, form, blank))


def _plan(value: object, place: Place, form: Form, blank: Blank) -> Plan:
    answer = _answer(form)
    with Keys(value, place) as keys:
        made = Plan(
            keys.may("field", several(_filled(form, blank, answer)), ()),
            keys.may("text", several(_written(form, blank, answer)), ()),
            keys.may("tick", several(_ticked(form, blank, answer)), ()),
            keys.may("signature", several(_signed(form, blank, answer)), ()),
        )
    placed = [each.answer for each in made.signatures or ()]
    for name, known in fields(form).items():
        if isinstance(known, Signature) and name not in placed:
            place.within("signature").wrong(f"{name} manque : cette signature n’aurait pas de place")
    return made


def _answer(form: Form) -> Read[str]:
    def read(value: object, place: Place) -> str:
        said = string(value, place)
        if said and said not in OF_REQUEST and named(form, said) is None:
            place.wrong(f"{said} : réponse inconnue du formulaire {form.id}")
        return said

    return read


def _option(form: Form, answer: str) -> Callable[[str, Place], None]:
    """Whether an option may be chosen in *answer*; a box to tick alone has « yes »."""
    known = named(form, answer)
    options = tuple(known.options) if isinstance(known, Choice | Choices) else ("yes",)

    def check(option: str, place: Place) -> None:
        if option not in options:
            place.wrong(f"{option} : ce n’est pas une réponse de {answer} ({', '.join(options)})")

    return check


def _filled(form: Form, blank: Blank, answer: Read[str]) -> Read[Filled]:
    def read(value: object, place: Place) -> Filled:
        with Keys(value, place) as keys:
            made = Filled(
                keys.need("name", string),
                keys.need("answer", answer),
                keys.may("part", string, ""),
                keys.may("states", _texts, {}),
            )
        _parted(made, place, form)
        _fits(made, place, form, blank)
        return made

    return read


def _parted(made: Filled | Written, place: Place, form: Form) -> None:
    known = named(form, made.answer) if made.answer else None
    parts = next((parts for kind, parts in PARTS.items() if isinstance(known, kind)), ())
    if made.part and made.part not in parts:
        place.within("part").wrong(f"{made.part} : {made.answer} n’a que {', '.join(parts)}" if parts else "n’en a pas")


def _fits(made: Filled, place: Place, form: Form, blank: Blank) -> None:
    if not made.name or not made.answer:
        return
    if made.name not in blank.fields:
        place.within("name").wrong(f"{made.name} : le PDF n’a pas ce champ")
        return
    on = blank.fields[made.name]
    if bool(on) != bool(made.states):
        place.within("states").wrong("manque : ce champ se coche" if on else "ce champ ne se coche pas")
    if len(made.states) > 1 and isinstance(named(form, made.answer), Choices):
        place.within("states").wrong(f"{made.answer} a plusieurs réponses à la fois : une case, un champ pour chacune")
    for option, state in made.states.items():
        _option(form, made.answer)(option, place.within("states").within(option))
        if state not in on:
            place.within("states").within(option).wrong(f"{state} : ce champ n’a que {', '.join(on)}")


def _texts(value: object, place: Place) -> Mapping[str, str]:
    with Keys(value, place) as keys:
        return {key: keys.need(key, string) for key in (value if isinstance(value, Mapping) else ())}


def _written(form: Form, blank: Blank, answer: Read[str]) -> Read[Written]:
    def read(value: object, place: Place) -> Written:
        with Keys(value, place) as keys:
            made = Written(
                *_at(keys, blank),
                keys.need("answer", answer),
                keys.may("part", string, ""),
                keys.may("size", _number, SIZE),
                keys.may("room", _number, 0.0),
                keys.may("comb", _number, 0.0),
                keys.may("cells", _count, 0),
            )
        _parted(made, place, form)
        if bool(made.room) == bool(made.comb) or bool(made.comb) != bool(made.cells):
            place.wrong("il faut soit room (largeur, en mm), soit comb (d’une case à l’autre) et cells (leur nombre)")
        return made

    return read


def _ticked(form: Form, blank: Blank, answer: Read[str]) -> Read[Ticked]:
    def read(value: object, place: Place) -> Ticked:
        with Keys(value, place) as keys:
            made = Ticked(
                *_at(keys, blank),
                keys.need("answer", answer),
                keys.need("option", string),
                keys.may("size", _number, SIZE),
            )
        if made.answer and made.option:
            _option(form, made.answer)(made.option, place.within("option"))
        return made

    return read


def _signed(form: Form, blank: Blank, answer: Read[str]) -> Read[SigningPlace]:
    def read(value: object, place: Place) -> SigningPlace:
        with Keys(value, place) as keys:
            made = SigningPlace(
                *_at(keys, blank),
                keys.need("answer", answer),
                keys.need("width", _number),
                keys.need("height", _number),
            )
        if made.answer and not isinstance(named(form, made.answer), Signature):
            place.within("answer").wrong(f"{made.answer} : ce n’est pas une signature")
        return made

    return read


def _at(keys: Keys, blank: Blank) -> tuple[int, float, float]:
    def page(value: object, place: Place) -> int:
        number = _count(value, place)
        if number > blank.pages:
            place.wrong(f"la page {number} manque : le PDF en a {blank.pages}")
        return number

    return keys.need("page", page), keys.need("x", _number), keys.need("y", _number)


def _number(value: object, place: Place) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 2000:
        place.wrong("doit être un nombre de millimètres ou de points, plus grand que 0")
        return 0.0
    return float(value)


def _count(value: object, place: Place) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 1000:
        place.wrong("doit être un nombre entier, plus grand que 0")
        return 0
    return value
