"""Compiling and checking the resources into ``catalogue.db``: public facts only, the TOML stays behind."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from app.models import caisse


class BadResource(Exception):
    """A resource cannot be compiled; the message names file, key and reason."""


def build(resources: Path, target: Path) -> None:
    """Write *target* anew from *resources*; raises BadResource and leaves the old one when something is wrong."""
    from sqlite_utils import Database

    caisses = [_caisse(path) for path in sorted((resources / "catalogue" / "caisses").glob("*.toml"))]
    codes = [row["code"] for row in caisses]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise BadResource(f"code {min(twice)} : deux fichiers de caisse le portent")
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    database = Database(fresh)
    database["caisses"].insert_all(caisses, pk="code")  # type: ignore[union-attr]
    database.close()
    fresh.replace(target)


def _caisse(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return {"code": caisse.parse(data).code, "data": json.dumps(data, ensure_ascii=False)}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, KeyError, AttributeError) as error:
        raise BadResource(f"{path.name}: {error}") from error
