"""Who stands on which side of an event: arguments of a verb or noun, led back to the actors they mean."""

from collections.abc import Iterable

from onrecord.model.document import Document
from onrecord.model.record import Participant
from onrecord.model.span import Span
from onrecord.model.token import Parse

_SUBJECTS = ("nsubj", "nsubjpass")
_INHERITING = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp", "prep", "acl"})
_OBJECT_CONTROL = frozenset(
    {
        "help",
        "ask",
        "urge",
        "force",
        "push",
        "allow",
        "let",
        "make",
        "order",
        "persuade",
        "encourage",
        "press",
        "tell",
        "want",
        "enable",
        "convince",
        "lead",
        "direct",
        "instruct",
        "command",
        "invite",
        "require",
        "compel",
        "authorize",
        "authorise",
    }
)


def subjects(parse: Parse, verb: int) -> list[int]:
    """Heads of the subject of ``verb``: its own, or that of the verb it hangs on; for "asked X to do" it is X."""
    seen = set()
    while verb not in seen:
        seen.add(verb)
        own = parse.children(verb, *_SUBJECTS)
        token = parse.tokens[verb]
        if own:
            is_relative = token.dep == "relcl" and parse.tokens[own[-1]].tag in ("WP", "WDT")
            return [token.head if is_relative else own[-1]]
        governor = parse.tokens[token.head]
        if token.dep in ("relcl", "acl") and governor.pos in ("NOUN", "PROPN", "PRON"):
            return [token.head]
        if token.head == verb or token.dep not in _INHERITING:
            return []
        objects = parse.children(token.head, "dobj")
        if token.dep in ("xcomp", "ccomp") and governor.lemma in _OBJECT_CONTROL and objects:
            return [objects[0]]
        if token.dep == "pcomp" and governor.text.lower() in _BLAMING:
            blamed = parse.children(governor.head, "dobj", "nsubjpass")
            if blamed:
                return [blamed[0]]
        verb = token.head
    return []


def agents(parse: Parse, verb: int) -> list[int]:
    """Whoever a passive is done by."""
    return [below for child in parse.children(verb, "agent") for below in parse.children(child, "pobj")]


def objects(parse: Parse, verb: int) -> list[int]:
    """Heads of the direct object, or of the noun that a relative clause without one hangs on."""
    own = [c for c in parse.children(verb, "dobj", "dative") if parse.tokens[c].pos != "ADP"]
    if parse.tokens[verb].dep != "relcl":
        return own
    # "The groups which they accused", "the groups they accused": what the clause hangs on.
    is_relative = all(parse.tokens[c].tag in ("WP", "WDT") for c in own)
    if any(parse.tokens[c].tag == "WP$" for s in parse.children(verb, *_SUBJECTS) for c in parse.children(s, "poss")):
        return own  # "whose boat sank" has no object
    does_itself = any(parse.tokens[c].tag in ("WP", "WDT") for c in parse.children(verb, *_SUBJECTS))
    return [parse.tokens[verb].head] if is_relative and not does_itself else own


def prepositional(parse: Parse, index: int, *words: str) -> list[int]:
    """Objects of the prepositions ``words`` below ``index``, and below its object or particle."""
    out: list[int] = []
    places = [index, *parse.children(index, "dobj", "prt", "prep", "acomp")]
    places += [other for place in places[1:] for other in parse.children(place, "conj")]  # "more time and tents from"
    for place in places:
        for child in parse.children(place, "prep", "dative", "agent"):
            if parse.tokens[child].text.lower() in words:
                out += parse.children(child, "pobj")
    return list(dict.fromkeys(out))


def possessors(parse: Parse, noun: int) -> list[int]:
    """Who a noun belongs to: possessor, nationality or name before it, "X-led"."""
    out = list(parse.children(noun, "poss"))
    out += [c for c in parse.children(noun, "amod", "compound", "nmod") if parse.tokens[c].text[:1].isupper()]
    for child in parse.children(noun, "amod"):
        if parse.tokens[child].text.lower() in ("led", "backed"):
            out += [c for c in parse.subtree(child) if parse.tokens[c].pos in ("PROPN",)]
    return out


def participants(document: Document, heads: Iterable[int]) -> tuple[Participant, ...]:
    """The actors that ``heads`` and what is coordinated with them mean; without a code, those they belong to."""
    found: dict[str, Participant] = {}
    for head in heads:
        for index in (head, *_coordinated(document.parse, head)):
            participant = _participant(document, index)
            if participant is not None:
                found.setdefault(participant.actor or participant.code or str(participant.span), participant)
    return tuple(found.values())


def is_nobody(parse: Parse, head: int) -> bool:
    """Whether a noun phrase names nobody: "no group", "nobody"."""
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


def _participant(document: Document, head: int) -> Participant | None:
    parse = document.parse
    own = _mentioned(document, head)
    if own is not None and own.code:
        return own
    inner = [*parse.children(head, "poss", "amod", "compound", "nmod")]
    words = _PARTIES if parse.tokens[head].lemma.lower() in _TREATIES else ("of",)
    for child in parse.children(head, "prep"):
        if parse.tokens[child].text.lower() in words:
            inner += parse.children(child, "pobj")
    for index in inner:
        found = _mentioned(document, index)
        if found is not None and found.code:
            span = parse.span(*parse.nominal(head))
            return Participant(actor=found.actor, code=found.code, span=span)
    return own


_TREATIES = frozenset("accord agreement ceasefire contract deal pact relation tie treaty truce understanding".split())
_PARTIES = ("of", "with", "between")
_BLAMING = frozenset({"for", "of"})  # "praised X for doing", "accused X of doing"
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
