"""Delivery: ``python -m tests.bench.delivery`` queues real MAS requests, then sends them all to a real gateway.

Everything is as at a terminal: its encrypted database, ``sync.once``, ``guichet-caisse serve`` as a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from click.testing import CliRunner
from sqlite_utils import Database

from app import paths
from app.actions import drafts, enrol, papers, submit, sync
from app.forms import mas
from app.gateway.__main__ import main as caisse
from app.models import text
from app.protocol import enrolment
from app.store import drafts as kept
from app.store import outbox
from app.store.database import open_database
from tests.bench.child import answer, ask
from tests.bench.row import Row, at
from tests.builders import BY_MAIL, SECOND, mas_answers, valmont
from tests.faults.child import ENVIRONMENT

SAISINES = 1000
SUBMITTED = 100
"""Those that are submitted with their draft, and timed."""
KINDS: tuple[dict[str, str], ...] = ({}, SECOND, {"urgent": "care"}, SECOND | BY_MAIL)
"""One side or both, urgent or not, by telephone or by mail."""


class AtLeast(Row):
    """The more, the better."""

    @property
    def ratio(self) -> float:
        return self.limit / self.measured


def rows() -> list[Row]:
    """Three rows of one run."""
    told = ask("delivery")
    rate, bare = SAISINES / told["ours"]["seconds"], SAISINES / told["bare"]["seconds"]
    beside = f"{_cpu(told['ours'])}; {told['size']} bytes a saisine, {told['passes']} passes, every receipt verified"
    against = f"{rate:.0f}/s against {bare:.0f}/s (half of them before, half after); bare: {_cpu(told['bare'])}"
    steps = ", ".join(f"{name} {at(0.5, times):.1f}" for name, times in told["steps"].items())
    submitted = [sum(times) for times in zip(*told["steps"].values(), strict=True)]
    return [
        AtLeast("delivery, the terminal's database included", rate, 350, "/s", beside),
        AtLeast("delivery beside bare PUTs of one commit", 100 * rate / bare, 45, "%", against),
        Row(
            "submit → done, without the screen, p95", at(0.95, submitted), 300, "ms", f"{SUBMITTED} times, p50: {steps}"
        ),
    ]


def _cpu(told: dict[str, float]) -> str:
    ours, theirs = (1000 * told[side] / SAISINES for side in ("client", "server"))
    return f"CPU a saisine {ours:.2f} ms at the terminal, {theirs:.2f} ms at the server"


def main() -> None:
    """Queue, then send: bare, as it is, bare."""
    text.install(paths.TRANSLATIONS)
    text.speak("fr")
    with tempfile.TemporaryDirectory() as name, _gateway(Path(name)) as (address, gateway):
        db = _terminal(Path(name), address)
        steps = _queue(db)
        packages = [bytes(row[0]) for row in db.execute("SELECT package FROM bodies").fetchall()]
        reports: list[sync.Report] = []
        with _server("bare", Path(name)) as (url, bare):
            first = _measured(bare, lambda: _put(url, packages[::2], "a"))
            ours = _measured(gateway, lambda: sync.once(db, reports.append))
            last = _measured(bare, lambda: _put(url, packages[1::2], "b"))
        _check(db, reports)
        db.close()
    both = {side: first[side] + last[side] for side in first}
    size = sum(map(len, packages)) // len(packages)
    answer({"ours": ours, "bare": both, "size": size, "passes": len(reports), "steps": steps})


@contextmanager
def _gateway(folder: Path) -> Iterator[tuple[str, int]]:
    """A gateway that receives for Valmont."""
    _run("init", "--data", folder / "gateway")
    _run("keygen", "999", "--keys", folder / "keys", "--data", folder / "gateway")
    with _process("-m", "app.gateway", "serve", "--port", "0", "--json", "--data", folder / "gateway") as told:
        yield told


@contextmanager
def _server(module: str, folder: Path) -> Iterator[tuple[str, int]]:
    with _process("-m", f"tests.bench.{module}", folder) as told:
        yield told


def _run(*words: object) -> None:
    done = CliRunner().invoke(caisse, [str(word) for word in words])
    assert done.exit_code == 0, done.output


@contextmanager
def _process(*words: object) -> Iterator[tuple[str, int]]:
    """The address that a server says, and the number of its process."""
    command = [sys.executable, *map(str, words)]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield json.loads(server.stdout.readline())["listening"], server.pid
        finally:
            server.terminate()


def _terminal(folder: Path, address: str) -> Database:
    """The store of a terminal, enrolled there."""
    out = folder / "enrolment.json"
    public = folder / "keys" / "999.public.json"
    _run("enrol", "--url", address, "--caisse-keys", public, "--out", out, "--data", folder / "gateway")
    db = open_database(folder / "terminal", os.urandom(32))
    enrol.enrol(db, enrolment.parse(out.read_text("utf-8")), "Accueil de Valmont")
    return db


def _queue(db: Database) -> dict[str, list[float]]:
    """Queue every saisine, each sealed for itself; what the steps of those with a draft cost, in ms."""
    steps: dict[str, list[float]] = {"start": [], "prepare": [], "queue": []}
    for turn in range(SAISINES):
        answers = mas_answers(**KINDS[turn % len(KINDS)], first_name="Oksana " + "ABCDEFGHIJ"[turn % 10])
        _submit(db, answers, _draft(db, answers) if turn < SUBMITTED else None, steps if turn < SUBMITTED else None)
    return steps


def _draft(db: Database, answers: dict[str, str]) -> bytes:
    keys = drafts.begin(kept.salt(db), "mas", mas.FORM.version)
    drafts.keep(db, keys, answers, datetime.now(UTC), 7)
    return keys.id


def _submit(db: Database, answers: dict[str, str], draft: bytes | None, steps: dict[str, list[float]] | None) -> None:
    now = datetime.now().astimezone()
    saisine = papers.saisine(mas.FORM, answers, os.urandom(16), now)
    moments = [time.perf_counter()]
    begun = submit.start(db)
    assert begun
    moments.append(time.perf_counter())
    prepared = submit.prepare(saisine, valmont(), begun, now)
    moments.append(time.perf_counter())
    submit.queue(db, prepared, draft)
    moments.append(time.perf_counter())
    for name, begin, end in zip(steps or {}, moments, moments[1:], strict=False):
        steps[name].append((end - begin) * 1000)  # type: ignore[index]


def _measured(server: int, work: Callable[[], Any]) -> dict[str, float]:
    """Seconds of *work*, and of processors: ours, and that of the process *server*."""
    before, begun, ours = _used(server), time.perf_counter(), time.process_time()
    work()
    seconds, client = time.perf_counter() - begun, time.process_time() - ours
    return {"seconds": seconds, "client": client, "server": _used(server) - before}


def _used(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _put(url: str, packages: list[bytes], run: str) -> None:
    with httpx.Client(base_url=url, verify=False, trust_env=False) as client:  # noqa: S501  plain http, as ours
        for number, package in enumerate(packages):
            assert client.put(f"/{run}/{number}", content=package).status_code == 201


def _check(db: Database, reports: list[sync.Report]) -> None:
    """Nothing was skipped: every receipt is kept, no body is."""
    assert reports[-1].stopped is None
    assert len(outbox.listed(db)) == SAISINES
    assert db.execute("SELECT count(*) FROM outbox WHERE state = 'received' AND receipt IS NOT NULL").fetchall() == [
        (SAISINES,)
    ]
    assert db.execute("SELECT count(*) FROM bodies").fetchall() == [(0,)]


if __name__ == "__main__":
    main()
