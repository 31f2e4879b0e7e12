"""Tables of furniture that a user made: JSON, folded outlet → folded lines."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from onrecord.errors import SettingsError


@lru_cache(maxsize=4)
def learned(path: str) -> Mapping[str, frozenset[str]]:
    """The table at ``path``, read once; an empty one for an empty path.

    Raises:
        SettingsError: it cannot be read, or is no such table.
    """
    if not path:
        return {}
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=dict[str, frozenset[str]])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise SettingsError(f"furniture {path}: {error}; make it with `onrecord furniture`") from error


def shown(table: Mapping[str, tuple[str, ...]]) -> str:
    """The table as it is kept: one line of text to a line of the file, so that it can be looked through."""
    return json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
