"""The caisses a gateway receives for, and the keys they have signed: it hands them out and cannot make one."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, insert, select

from app.gateway import events, tables
from app.gateway.database import put, writing
from app.gateway.keyring import PublicKeys
from app.gateway.tables import caisses
from app.protocol.envelope import Envelope
from app.protocol.errors import Untrusted
from app.protocol.recipients import Recipient, verify
from app.protocol.text import b64


def register(engine: Engine, keys: PublicKeys) -> None:
    """Receive for the caisse of *keys* from now on; its recipients replace the earlier ones, and terminals hear of it.

    Raises Untrusted when they are not signed by the key that this caisse came with the first time.
    """
    verified = [(verify(one.value(), {keys.caisse: keys.signing_key}), one) for one in keys.recipients]
    with writing(engine) as connection:
        put(connection, caisses, {"code": keys.caisse, "signing_key": b64(keys.signing_key)})
        known = select(caisses.c.signing_key).where(caisses.c.code == keys.caisse)
        if connection.execute(known).scalar_one() != b64(keys.signing_key):
            raise Untrusted
        connection.execute(delete(tables.recipients).where(tables.recipients.c.caisse == keys.caisse))
        for recipient, signed in verified:
            connection.execute(insert(tables.recipients).values(_row(recipient, signed)))
        events.add(connection)


def _row(recipient: Recipient, signed: Envelope) -> dict[str, str]:
    sent = {"body": signed.body.decode(), "signature": b64(signed.signature)}
    return {"key_id": recipient.key_id, "caisse": recipient.caisse, **sent}


def known(connection: Connection) -> frozenset[str]:
    """The codes of the caisses this gateway receives for."""
    return frozenset(connection.execute(select(caisses.c.code)).scalars())
