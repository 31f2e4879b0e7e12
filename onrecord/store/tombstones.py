"""What was forgotten and must not come in again, known by digests alone."""

from hashlib import sha256
from typing import Literal

from sqlalchemy import Connection, select

from onrecord.model.masking import without_actor
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store.schema_tombstones import tombstones

Kind = Literal["article", "outlet", "actor"]


def key(kind: Kind, what: str | None) -> str | None:
    """The digest under which something is known; null of nothing."""
    return sha256(f"{kind}:{what}".encode("utf-8", "surrogatepass")).hexdigest() if what else None


def is_forgotten(
    connection: Connection, digest: str | None, identity: str | None = None, outlet: str | None = None
) -> bool:
    """Whether an input of this digest, an article of this id, or one of this outlet, was forgotten."""
    keys = [key("article", digest), key("article", identity), key("outlet", outlet)]
    columns = tombstones.c
    asked = select(columns.id).where(columns.key.in_([each for each in keys if each])).limit(1)
    return connection.execute(asked).first() is not None


def allowed(connection: Connection, page: CleanPage, record: Record) -> tuple[CleanPage, Record]:
    """Page and record without the actors that were forgotten."""
    columns = tombstones.c
    buried = set(connection.execute(select(columns.key).where(columns.kind == "actor")).scalars())
    if buried:
        for actor in record.actors:
            for name in (actor.name, actor.wikidata):
                if name and key("actor", name) in buried:
                    page, record = without_actor(page, record, name)
    return page, record
