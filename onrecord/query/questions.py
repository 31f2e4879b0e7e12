"""Questions about statements and events. A field that is left out asks for all."""

import msgspec


class StatementQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements.

    ``actor`` is part of a name in any case, a code (``RUSGOV``), or the start of one with ``*`` (``RUS*``); ``country``
    the alpha-3 code of who speaks. ``since`` and ``until`` are ISO dates, months or years, both included, held
    against when it was said and, where the text does not tell, when it was published. Of ``terms``, ``kind``,
    ``certainty`` and ``act`` any one given fits. ``text`` is part of what was said.
    """

    actor: str | None = None
    country: str | None = None
    terms: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    outlet: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    min_confidence: float = 0.0
    limit: int | None = None
    offset: int = 0


class EventQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which events.

    ``actor`` stands on either side, ``source`` and ``target`` on theirs, each as in :class:`StatementQuestion`;
    ``dyad`` names both, ``RUS*>CHN*``. ``country`` is where it took place or an actor on either side. ``terms`` are
    those of the statement it rests on. ``since`` and ``until`` are held against when it took place and, where the
    text does not tell, when it was published. ``text`` is part of the sentence that shows it.
    """

    actor: str | None = None
    source: str | None = None
    target: str | None = None
    dyad: str | None = None
    country: str | None = None
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    outlet: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    min_confidence: float = 0.0
    limit: int | None = None
    offset: int = 0
