"""On what terms a source speaks: by name, as somebody unnamed, as a body, a document, or not at all."""

from onrecord.attribution.drafts import Draft, Sheet
from onrecord.model.mention import Mention
from onrecord.model.record import Actor, Terms

_GROUPS = frozenset({"they", "we", "some", "many", "others", "several", "both", "few", "most", "those", "all"})
_BODIES = frozenset({"organization", "government", "country"})


def terms_of(sheet: Sheet, draft: Draft, mention: Mention | None, actor: Actor | None) -> Terms:
    """The terms, from whom the source means and how it is spoken of."""
    if draft.source is None:
        return "none"
    if actor is not None:
        return _of_actor(sheet, draft, actor)
    token = sheet.parse.tokens[draft.source]
    if token.text.lower() in _GROUPS:
        return "unnamed_group"
    if token.pos == "PROPN":
        is_person = any(n.label == "PERSON" and n.first <= draft.source < n.last for n in sheet.parse.names)
        return "named" if is_person else "organization"
    if token.pos == "PRON":
        return "named"
    return "unnamed_group" if token.tag == "NNS" else "anonymous" if mention else "document"


def _of_actor(sheet: Sheet, draft: Draft, actor: Actor) -> Terms:
    if actor.kind == "document":
        return "document"
    if actor.kind in _BODIES:
        return "organization"
    if actor.kind == "group":
        head = sheet.parse.tokens[draft.source] if draft.source is not None else None
        return (
            "organization"
            if head is not None and head.tag not in ("NNS", "NNPS") and head.pos == "NOUN"
            else "unnamed_group"
        )
    return (
        "named"
        if actor.name[:1].isupper()
        and any(word[:1].isupper() for word in actor.name.split()[1:] or [actor.name])
        and (actor.rule != "nominal" and not _is_described(actor))
        else "anonymous"
    )


def _is_described(actor: Actor) -> bool:
    """Whether the actor has only descriptions for a name ("a U.S. official")."""
    first, *rest = actor.name.split()
    last = (rest or [first])[-1]
    return first.lower() in {"a", "an", "the", "one", "another", "his", "her", "their"} or last[:1].islower()
