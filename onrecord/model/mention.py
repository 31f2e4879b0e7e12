"""Where the text speaks of an actor: by name, by description or by pronoun."""

from typing import Literal

import msgspec

from onrecord.model.span import Span

MentionForm = Literal["name", "nominal", "pronoun"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place where an actor is spoken of.

    ``span`` is the whole noun phrase without what follows its head ("Russian Finance Minister Anton Siluanov"),
    ``head`` the index of its head token, ``actor`` the id of the actor it means or null where that is not known.
    ``code`` is the code of this mention where it differs from the actor's own (a metonym: "Moscow" as RUSGOV).
    """

    span: Span
    head: int
    form: MentionForm
    actor: str | None
    rule: str
