"""What a run is to read."""

import msgspec

from onrecord.config import Settings


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a run reads and how; kept with it, so that it can be continued as it began."""

    sources: tuple[str, ...]
    columns: tuple[str, ...] = ()
    limit: int | None = None
    follow: bool = False
    settings: Settings
    keep_text: bool = True
