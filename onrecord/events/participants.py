"""The actors that the words on a side of an event mean, or that they belong to."""

from collections.abc import Iterable

from onrecord.events.arguments import suffering
from onrecord.model.document import Document
from onrecord.model.record import Participant
from onrecord.model.span import Span
from onrecord.model.token import Parse


def participants(document: Document, heads: Iterable[int]) -> tuple[Participant, ...]:
    """The actors that ``heads`` and what is coordinated with them mean; without a code, those they belong to."""
    found: dict[str, Participant] = {}
    for head in heads:
        is_one = _mentioned(document, head) is not None
        for index in (head, *_coordinated(document.parse, head)):
            # Beside an actor stand actors, and not the deeds of others: "to charge Ruiz, or their praise of her".
            participant = _participant(document, index) if index == head or not is_one else _actor(document, index)
            if participant is not None:
                found.setdefault(participant.actor or participant.code or str(participant.span), participant)
    return tuple(found.values())


def is_nobody(parse: Parse, head: int) -> bool:
    """Whether a noun phrase names nobody: "no group", "nobody", but not "neither Ruiz nor Wen"."""
    if parse.tokens[head].pos == "PROPN" and parse.children(head, "conj"):
        return False
    words = {parse.tokens[i].text.lower() for i in (head, *parse.children(head, "det"))}
    return bool(words & {"no", "nobody", "none", "neither"})


def _coordinated(parse: Parse, head: int) -> list[int]:
    out = []
    queue = list(parse.children(head, "conj"))
    while queue:
        index = queue.pop(0)
        if parse.tokens[index].pos in ("NOUN", "PROPN", "PRON"):
            out.append(index)
            queue += parse.children(index, "conj")
    return out


def _actor(document: Document, index: int) -> Participant | None:
    """Who is coordinated with an actor: one who is named, or who belongs to somebody by a word before it."""
    participant = _participant(document, index)
    is_anybody = _mentioned(document, index) is not None or not document.parse.children(index, "poss")
    return participant if is_anybody else None


def _participant(document: Document, head: int) -> Participant | None:
    """The actor of a noun, or whose it is; nobody for a paper that is nobody's: "a resolution"."""
    own = _mentioned(document, head)
    actor = document.actor(own.actor) if own is not None else None
    if own is not None and (own.code or (actor is not None and actor.kind == "person")):
        return own
    owned = next(filter(None, (_owned(document, head, index) for index in _belonging(document.parse, head))), None)
    return owned or (None if actor is not None and actor.kind == "document" else own)


def _belonging(parse: Parse, head: int) -> list[int]:
    """Heads of what stands before a noun or behind its "of", and may say whose it is."""
    inner = list(parse.children(head, "poss", "amod", "compound", "nmod"))
    words = _PARTIES if parse.tokens[head].lemma.lower() in _TREATIES else ("of",)
    for child in parse.children(head, "prep"):
        if parse.tokens[child].text.lower() in words:
            inner += parse.children(child, "pobj")
    return inner


def _owned(document: Document, head: int, index: int) -> Participant | None:
    """What belongs to an actor as that actor: "Peru's plan", "Danish planes", but not "its rival" or "a Green town"."""
    parse, found = document.parse, _mentioned(document, index)
    if found is None or not found.code:
        return None
    lemma, is_before = parse.tokens[head].lemma.lower(), parse.tokens[index].dep in ("amod", "compound", "nmod")
    sector = found.code[3:]
    if lemma in _SOMEBODY_ELSE:
        # "Danish donors" are people of Denmark, and "her donors" or "U.N. staffers" who knows.
        is_of_land = is_before and not sector and found.code not in _OF_NO_LAND
        return Participant(code=f"{found.code}CVL", span=_phrase(parse, head)) if is_of_land else None
    if (is_before and lemma in _LANDS and sector) or index in suffering(parse, head):
        return None
    return Participant(actor=found.actor, code=found.code, span=_phrase(parse, head))


def _phrase(parse: Parse, head: int) -> Span:
    return parse.span(*parse.nominal(head))


# Whoever is called so by somebody is another one.
_SOMEBODY_ELSE = frozenset(
    "backer biographer challenger contributor customer defender detractor donor enemy foe follower fundraiser handler "
    "interpreter opponent predecessor replacement rival staffer successor surrogate veteran warrior".split()
)
_OF_NO_LAND = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"})
# What is called after a party or faith that is strong there, or after who wrote it.
_LANDS = frozenset(
    "area bastion city county district document electorate email enclave heartland message neighborhood neighbourhood "
    "region report state stronghold suburb territory town village ward".split()
)
_TREATIES = frozenset("accord agreement ceasefire contract deal pact relation tie treaty truce understanding".split())
_PARTIES = ("of", "with", "between")
_SPEAKER = frozenset({"i", "we", "me", "us", "my", "our", "ourselves", "myself"})


def _mentioned(document: Document, head: int) -> Participant | None:
    token = document.parse.tokens[head]
    if token.text.lower() in _SPEAKER and token.text != "US":
        span = Span(token.start, token.end)
        said = document.statement_at(span)
        return Participant(actor=said.actor, code=said.code, span=span) if said and said.actor else None
    mention = document.mention_headed(head)
    if mention is None or mention.actor is None:
        return None
    actor = document.actor(mention.actor)
    return Participant(actor=mention.actor, code=actor.code if actor else None, span=mention.span)
