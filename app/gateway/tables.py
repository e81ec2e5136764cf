"""The tables, the same on SQLite and PostgreSQL: manifests and statuses in clear, parts sealed, nothing else.

Moments are RFC 3339 texts, which both databases keep and compare alike.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

gateway = Table(
    "gateway",
    metadata,
    Column("schema", Integer, primary_key=True),
    Column("cursor", BigInteger, nullable=False),  # of the last event; its row lock puts events in the order of commits
)

terminals = Table(
    "terminals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("public_key", Text, nullable=False, unique=True),
    Column("token_sha256", Text, nullable=False, unique=True),
    Column("enrolled_at", Text, nullable=False),
)

codes = Table(
    "codes",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("expires_at", Text, nullable=False),
    Column("public_key", Text),
    Column("used_at", Text),
)

caisses = Table(
    "caisses",
    metadata,
    Column("code", Text, primary_key=True),
    Column("signing_key", Text, nullable=False),
)

recipients = Table(
    "recipients",
    metadata,
    Column("key_id", Text, primary_key=True),
    Column("caisse", Text, ForeignKey("caisses.code"), nullable=False),
    Column("body", Text, nullable=False),
    Column("signature", Text, nullable=False),
)

saisines = Table(
    "saisines",
    metadata,
    Column("id", Text, primary_key=True),
    Column("terminal", Text, ForeignKey("terminals.id"), nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("counter_reused", Boolean, nullable=False),
    Column("caisse", Text, ForeignKey("caisses.code"), nullable=False),
    Column("manifest", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("manifest_sha256", Text, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("fetched_at", Text),
    Column("status", Text, nullable=False),
    Column("code", Text),
    Index("saisines_counters", "terminal", "counter"),
)

parts = Table(
    "parts",
    metadata,
    Column("saisine", Text, ForeignKey("saisines.id", ondelete="CASCADE"), primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("body", LargeBinary),  # none once it is erased: the receipt still says that it was held
    Column("fetched_at", Text),
)

uploads = Table(
    "uploads",
    metadata,
    Column("id", Text, primary_key=True),
    Column("saisine", Text, ForeignKey("saisines.id", ondelete="CASCADE"), nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("come", BigInteger, nullable=False),  # bytes in its chunks: none of them is left once it is a part
    Column("expires_at", Text, nullable=False),
    UniqueConstraint("saisine", "sha256"),
)

chunks = Table(
    "chunks",
    metadata,
    Column("upload", Text, ForeignKey("uploads.id", ondelete="CASCADE"), primary_key=True),
    Column("start", BigInteger, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("id", Text, primary_key=True),
    Column("manifest_sha256", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("cursor", BigInteger, primary_key=True, autoincrement=False),
    Column("terminal", Text),  # none: for all
    Column("saisine", Text),  # none: the recipients have changed
    Column("status", Text),
    Column("at", Text),
    Column("code", Text),
    Index("events_terminals", "terminal", "cursor"),
)
