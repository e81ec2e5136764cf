"""Writes app/gateway/openapi.json again: ``python -m tests.gateway.openapi``."""

import json
from pathlib import Path

import app
from app.gateway.service import api


def page() -> str:
    """The calls as the code declares them."""
    return json.dumps(api().openapi(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


FILE = Path(app.__file__).parent / "gateway" / "openapi.json"

if __name__ == "__main__":
    FILE.write_text(page(), "utf-8")
