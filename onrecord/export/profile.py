"""What of a record may be shared: a profile leaves out names, words of the articles, or addresses, in every format."""

import tomllib
from typing import Any, Literal

import msgspec

from onrecord.errors import SettingsError
from onrecord.model.masking import without_text
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.store import StoredArticle

Part = Literal["names", "text", "addresses", "outlets"]

# Field of a row → the part it belongs to. What is copied from an article, an address too, may hold a name.
_FIELDS: dict[str, Part] = {
    **dict.fromkeys(("actor_name", "name", "role", "wikidata", "by", "source", "words"), "names"),
    **dict.fromkeys(
        ("title", "cue", "content", "reason", "addressee", "venue", "object", "evidence", "trigger", "place"), "text"
    ),
    **dict.fromkeys(("url", "location"), "addresses"),
    **dict.fromkeys(("outlet", "original_outlet"), "outlets"),
}


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is left out. Without ``names`` go all words and addresses too, since they may hold one; without ``outlets``
    the addresses, which name them.

    Spans stay true: where the words go, each character of the text but blanks is a block.
    """

    without: frozenset[Part] = frozenset()

    @property
    def parts(self) -> frozenset[Part]:
        """What is left out, and what goes with it."""
        gone: frozenset[Part] = self.without
        if "names" in gone:
            gone |= {"text", "addresses"}
        return gone | {"addresses"} if "outlets" in gone else gone

    def row(self, row: Any) -> Any:
        """An answer without what is left out: null, or empty where a value must be."""
        gone = self.parts
        if not gone:
            return row
        values = msgspec.structs.asdict(row)
        sides = {
            name: tuple(msgspec.structs.replace(side, name=None, words="") for side in value)
            for name, value in values.items()
            if "names" in gone and name in ("source", "target") and isinstance(value, tuple)
        }
        blank = {
            name: "" if field.type is str else None
            for field in msgspec.structs.fields(row)
            if (name := field.name) not in sides and _FIELDS.get(name) in gone and not isinstance(values[name], tuple)
        }
        return msgspec.structs.replace(row, **sides, **blank)

    def article(self, article: StoredArticle) -> StoredArticle:
        """An article without what is left out."""
        gone = self.parts
        if not gone:
            return article
        page, record = article.page, article.record
        if "text" in gone:
            page, record = without_text(page, record)
        page, record = self._addressed(page, record)
        if "names" in gone:
            page, record = msgspec.structs.replace(page, authors=()), _unnamed(record)
        location = "" if "addresses" in gone else article.location
        return msgspec.structs.replace(article, page=page, record=record, location=location)

    def _addressed(self, page: CleanPage, record: Record) -> tuple[CleanPage, Record]:
        if "addresses" in self.parts:
            page, record = msgspec.structs.replace(page, url=None), msgspec.structs.replace(record, url=None)
        if "outlets" in self.parts:
            page = msgspec.structs.replace(page, outlet=None, original_outlet=None)
        return page, record


def _unnamed(record: Record) -> Record:
    actors = tuple(
        msgspec.structs.replace(actor, name=actor.code or actor.kind, title=None, wikidata=None)
        for actor in record.actors
    )
    places = tuple(msgspec.structs.replace(place, name="") for place in record.places)
    return msgspec.structs.replace(record, actors=actors, places=places, failures=())


def profile(text: str) -> Profile:
    """A profile as TOML: ``without = ["names"]``.

    Raises:
        SettingsError: it is no TOML, or something in it is unknown.
    """
    try:
        return msgspec.convert(tomllib.loads(text), Profile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f'a profile says without = ["names", "text", "addresses", "outlets"]: {error}') from error
