"""Pronouns, resolved where it is safe: the nearest fitting subject, or nobody."""

from collections.abc import Iterator

from onrecord.gender import PRONOUNS, is_one_body, may_be
from onrecord.model.document import Document
from onrecord.model.mention import Mention
from onrecord.model.record import Actor
from onrecord.model.span import Span
from onrecord.model.token import Parse

_GROUP = frozenset({"they", "them", "their", "themselves"})
_THING = frozenset({"it", "its", "itself"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_READ = PRONOUNS.keys() | _GROUP | _THING | _RELATIVE
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_REACH = 3  # sentences back


def resolve(document: Document) -> Iterator[Mention]:
    """A mention for every pronoun that may stand for an actor; ``actor`` is null where it is not clear for whom."""
    parse = document.parse
    actors = {actor.id: actor for actor in document.actors}
    by_sentence: dict[int, list[Mention]] = {}
    for mention in document.mentions:
        by_sentence.setdefault(parse.sentence_index(mention.head), []).append(mention)
    resolved: dict[int, str] = {}
    at_head = {mention.head: mention for mention in document.mentions}
    for index, token in enumerate(parse.tokens):
        word = token.text.lower()
        if token.pos not in {"PRON", "DET", "SCONJ"} or word not in _READ:
            continue
        if word in _RELATIVE:
            actor = _antecedent(document, index, at_head, resolved)
            if actor is None:
                continue
            rule = "relative"
        else:
            actor, rule = _nearest(document, index, word, by_sentence, actors, resolved), "pronoun"
        if actor:
            resolved[index] = actor
        yield Mention(span=Span(token.start, token.end), head=index, form="pronoun", actor=actor, rule=rule)


def _antecedent(document: Document, index: int, at_head: dict[int, Mention], resolved: dict[int, str]) -> str | None:
    """The actor that a relative clause hangs on."""
    parse = document.parse
    for above in parse.ancestors(index):
        if parse.tokens[above].dep == "relcl":
            noun = parse.tokens[above].head
            found = at_head.get(noun)
            return found.actor if found else resolved.get(noun)
    return None


def _nearest(
    document: Document,
    index: int,
    word: str,
    by_sentence: dict[int, list[Mention]],
    actors: dict[str, Actor],
    resolved: dict[int, str],
) -> str | None:
    """The subject nearest before the pronoun, in its sentence or one of the last few, of the right kind."""
    parse = document.parse
    here = parse.sentence_index(index)
    acting = _acting(parse, index)
    doers = {m.actor for m in by_sentence.get(here, ()) if m.head in acting}
    for back in range(_REACH):
        before = [m for m in by_sentence.get(here - back, ()) if m.head < index and m.actor and m.actor not in doers]
        fitting = [m for m in before if _fits(actors[m.actor or ""], word, m)]
        earlier = [
            actor for at, actor in resolved.items()
            if parse.sentence_index(at) == here - back and at < index and actor not in doers
            and _fits(actors[actor], word, None)
        ]  # fmt: skip
        subjects = [m for m in fitting if parse.tokens[m.head].dep in {"nsubj", "nsubjpass"}]
        if subjects:
            return subjects[-1].actor
        if earlier:
            return earlier[-1]
        if len({m.actor for m in fitting}) == 1:
            return fitting[0].actor
        if len({m.actor for m in fitting}) > 1 and word in PRONOUNS:
            return fitting[-1].actor if back == 0 else fitting[0].actor
    return None


def _acting(parse: Parse, index: int) -> list[int]:
    """The subject of the verb that a pronoun is the object of: it would be "themselves"."""
    if parse.tokens[index].dep not in _OBJECTS:
        return []
    verb = next((i for i in parse.ancestors(index) if parse.tokens[i].pos in ("VERB", "AUX")), None)
    return [] if verb is None else [*parse.children(verb, "nsubj", "nsubjpass")]


def _fits(actor: Actor, word: str, mention: Mention | None) -> bool:
    if word in PRONOUNS:
        return may_be(actor, word)
    if word in _GROUP:
        return actor.kind in {"group", "organization", "government"} and (mention is None or mention.form != "pronoun")
    return is_one_body(actor)
