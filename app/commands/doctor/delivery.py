"""The way to the caisse: the enrolment, the gateway, its time, what waits."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from app.actions.settings import read_settings
from app.commands.common import Call, open_store
from app.commands.doctor.report import Report, State
from app.store import database

if TYPE_CHECKING:
    from app.store.enrolment import Enrolled
    from app.store.outbox import Row
    from app.sync.deliver import Stop

Found = TypeVar("Found")

ENROL = "Demandez un fichier d’inscription à la caisse, puis « guichet setup --enrolment FICHIER »."
SYNC = "« guichet sync --once »"
LONGEST = 20.0
"""Seconds for the gateway, finding its address included: a resolver that hangs listens to no other limit."""
OLD = timedelta(hours=24)
"""A request that has waited for so long is worth a word."""


def enrolled(call: Call) -> Report:
    """There is a gateway, and the caisse has given a key to seal to; else the requests go by paper."""
    from app.actions.submit import keys_in_use

    found = _enrolled(call)
    if found is None:
        return Report("warn", "Ce terminal n’est pas inscrit : les demandes partent sur papier.", ENROL)
    caisse = call.caisse or read_settings(call.data).caisse
    if caisse not in found.keys:
        message = f"Terminal inscrit à {_host(found)}, mais pas pour la caisse {caisse} : les demandes partent"
        return Report("bad", f"{message} sur papier.", ENROL)
    keys = keys_in_use(found, caisse, datetime.now().astimezone())
    if not keys:
        message = f"Terminal inscrit à {_host(found)}, sans clé en service de la caisse {caisse} : les demandes partent"
        way_on = f"{SYNC} prend ses nouvelles clés ; sinon, demandez-lui de les donner à sa passerelle."
        return Report("bad", f"{message} sur papier.", way_on)
    return Report("ok", f"Terminal inscrit à {_host(found)} ; clés en service de la caisse {caisse} : {len(keys)}.")


def _enrolled(call: Call) -> Enrolled | None:
    from app.store import enrolment

    if not (call.data / database.FILE).exists():  # looking must not make a store, nor its key
        return None
    with open_store(call.data) as db:
        return enrolment.enrolled(db)


def _host(enrolled: Enrolled) -> str:
    return urlsplit(enrolled.gateway).netloc


def gateway(call: Call) -> Report:
    """It answers, by its signed word, and knows this terminal; nothing is sent nor kept of what it says."""
    found = _enrolled(call)
    if found is None:
        return Report("ok", "Non interrogée : ce terminal n’est pas inscrit.")
    try:
        stopped = _soon(lambda: _asked(found))
    except TimeoutError:
        message = f"La passerelle {_host(found)} n’a rien répondu en {LONGEST:.0f} secondes."
        return Report("warn", message, "Vérifiez le réseau, le DNS et le proxy ($HTTPS_PROXY).")
    return _answer(found, stopped)


def _asked(enrolled: Enrolled) -> Stop | None:
    """What keeps this terminal from sending now.

    A pass without parcels tells more than the probe, which asks for no token and gives no reason.
    """
    from app.actions import sync

    with sync.route(enrolled) as way:
        return sync.deliver(sync.Outgoing(enrolled, ()), way).stopped


def _soon(ask: Callable[[], Found]) -> Found:
    """What *ask* gives; raises TimeoutError when it takes too long, and leaves it to end with the program."""
    answer: Future[Found] = Future()

    def run() -> None:
        try:
            answer.set_result(ask())
        except BaseException as error:  # noqa: BLE001  it is raised where the answer is read
            answer.set_exception(error)

    Thread(target=run, daemon=True).start()
    return answer.result(timeout=LONGEST)


def _answer(enrolled: Enrolled, stopped: Stop | None) -> Report:
    from app.commands.sync import REASONS
    from app.sync.deliver import Unreachable

    if stopped is None:
        return Report("ok", f"La passerelle {_host(enrolled)} répond, et connaît ce terminal.")
    if not isinstance(stopped, Unreachable):
        return Report("bad", f"La passerelle {_host(enrolled)} répond, mais ne connaît plus ce terminal.", ENROL)
    why = REASONS.get(stopped.why, "sa réponse n’a pas de sens")
    way_on = "Ce qui attend partira plus tard ; si cela dure, vérifiez le réseau, le proxy ($HTTPS_PROXY) et l’horloge."
    # Being offline is a normal state: what this terminal is for goes on (visual.md 1).
    return Report("warn", f"La passerelle {_host(enrolled)} ne peut pas être jointe : {why}.", way_on)


def gateway_clock(call: Call) -> Report:
    """This clock against what the gateway last said: beyond ten minutes, the caisse is told so."""
    from app.actions.submit import DOUBT, clock

    found, now = _enrolled(call), datetime.now().astimezone()
    if found is None:
        return Report("ok", "Non comparée : ce terminal n’est pas inscrit.")
    if found.heard_at is None or found.clock_off is None:
        return Report("warn", "Jamais comparée à l’heure de la passerelle.", f"{SYNC} la compare.")
    heard = f"{found.heard_at.astimezone():%d/%m/%Y %H:%M}"
    if clock(found, now) == "checked":
        return Report(
            "ok", f"D’accord à {_length(found.clock_off)} près avec celle de la passerelle, entendue le {heard}."
        )
    # Wrong when it was heard, or put back since.
    wrong = abs(found.clock_off) > DOUBT.total_seconds()
    off = found.clock_off if wrong else round((now - found.heard_at).total_seconds())
    message = f"{'Avance' if off > 0 else 'Retarde'} de {_length(off)} sur celle de la passerelle, entendue le {heard}"
    way_on = f"Mettez-la à l’heure (timedatectl), puis {SYNC}."
    return Report("bad", f"{message} : les demandes partent avec une heure non vérifiée.", way_on)


def _length(seconds: float) -> str:
    """Roughly, whichever way: people do not count 90 000 seconds."""
    whole = abs(round(seconds))
    for size, unit in ((86_400, "j"), (3_600, "h"), (60, "min")):
        if whole >= 2 * size:
            return f"{whole // size} {unit}"
    return f"{whole} s"


def outbox(call: Call) -> Report:
    """What waits and since when, what was refused."""
    rows = _rows(call)
    waiting = [datetime.fromisoformat(row.made_at) for row in rows if row.state == "waiting"]
    refused = sum(row.state == "refused" for row in rows)
    old = bool(waiting) and datetime.now().astimezone() - min(waiting) >= OLD
    told = (_waiting(waiting), f"Refusées par la passerelle : {refused}." if refused else "")
    ways = (
        f"{SYNC} dit ce qui empêche l’envoi." if old else "",
        "« guichet outbox list » dit pourquoi, « guichet outbox retry » les remet dans la file." if refused else "",
    )
    state: State = "warn" if old or refused else "ok"
    return Report(state, " ".join(filter(None, told)), " ".join(filter(None, ways)))


def _rows(call: Call) -> list[Row]:
    from app.store import outbox as store

    if not (call.data / database.FILE).exists():  # looking must not make a store, nor its key
        return []
    with open_store(call.data) as db:
        return store.listed(db)


def _waiting(made: list[datetime]) -> str:
    if not made:
        return "Aucune demande n’attend."
    oldest = min(made)
    age = datetime.now().astimezone() - oldest
    since = f"{oldest.astimezone():%d/%m/%Y %H:%M} ({_length(max(age, timedelta(0)).total_seconds())})"
    return f"Demandes en attente : {len(made)}, la plus ancienne depuis le {since}."
