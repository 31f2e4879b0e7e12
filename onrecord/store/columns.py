"""Column types that take every Python string and every frozen value, and give back what was put in."""

import json
import re
from typing import Any

import msgspec
from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

# What a database refuses in a text: lone surrogates (no UTF-8) and, in PostgreSQL, the null character. They are kept
# as a private-use character and four hex digits; that character itself likewise, so that the way back is exact.
_MARK = "\ue000"
_UNSTORABLE = re.compile(f"[\x00\ud800-\udfff{_MARK}]")
_ESCAPED = re.compile(f"{_MARK}([0-9a-f]{{4}})")


def storable(value: str) -> str:
    """``value`` as a database can hold it."""
    return _UNSTORABLE.sub(lambda found: f"{_MARK}{ord(found[0]):04x}", value)


class Words(TypeDecorator[str]):
    """Text, whatever it holds."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Escapes what cannot be stored."""
        return value if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as it was."""
        if value is None or _MARK not in value:
            return value
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)


class Token(Words):
    """A short text of ours: a kind, a code, an id, a date; compared by code point in every database."""

    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL would sort by the rules of a language."""
        return dialect.type_descriptor(Text(collation="C") if dialect.name == "postgresql" else Text())


class Json(TypeDecorator[Any]):
    """A value of ``of`` (anything msgspec knows) as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, of: Any) -> None:
        super().__init__()
        self.of = of
        self._encoder = msgspec.json.Encoder()
        self._decoder = msgspec.json.Decoder(of)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The value as JSON, escaped to ASCII where it is no UTF-8."""
        if value is None:
            return None
        try:
            return self._encoder.encode(value).decode()
        except UnicodeEncodeError:
            return json.dumps(msgspec.to_builtins(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The value as it was."""
        if value is None:
            return None
        try:
            return self._decoder.decode(value)
        except msgspec.DecodeError:  # an escaped lone surrogate, which only the standard library takes
            return msgspec.convert(json.loads(value), self.of)
