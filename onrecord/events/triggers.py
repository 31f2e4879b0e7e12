"""The words that name events, with the entry of the lexicon that fits how they are used."""

from collections.abc import Iterator

import msgspec

from onrecord.events.arguments import agents, objects, possessors, prepositional, subjects, suffering
from onrecord.events.frames import fitting
from onrecord.events.ontology import Entry, Lexicon
from onrecord.model.token import Parse

_LONGEST_NOUN = 3


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A word that names an event: its head token, its tokens, the entry, and the heads of its two sides."""

    index: int
    tokens: tuple[int, ...]
    entry: Entry
    source: tuple[int, ...]
    target: tuple[int, ...]
    object: tuple[int, ...] = ()
    rule: str


def triggers(parse: Parse, lexicon: Lexicon) -> Iterator[Trigger]:
    """Every trigger, in text order; a noun under a light verb ("impose sanctions") takes its sides from the verb."""
    acts: dict[int, Trigger] = {}
    for index, token in enumerate(parse.tokens):
        if token.pos == "VERB" or (token.pos == "AUX" and token.dep == "ROOT"):
            found = _of_verb(parse, index, lexicon)
            if found is not None:
                acts[index] = found
    taken = {index for found in acts.values() for index in found.tokens}
    for index, token in enumerate(parse.tokens):
        known = acts.get(index)
        if known is None and index not in taken and token.pos in ("NOUN", "PROPN"):
            known = _of_noun(parse, index, lexicon)
            above = acts.get(token.head) if token.dep == "dobj" else None
            if known and above and above.entry.type == known.entry.type:
                known = None  # "provided aid": the verb has told it
        if known is not None:
            yield _shared(parse, known, acts)


def _shared(parse: Parse, act: Trigger, acts: dict[int, Trigger]) -> Trigger:
    """The act with the target of the one before it, where it has none: "cut ties with X and imposed an embargo"."""
    verb = parse.tokens[act.index].head if act.rule == "light-verb" else act.index
    token = parse.tokens[verb]
    before = acts.get(token.head) if token.dep == "conj" and not parse.children(verb, "nsubj", "nsubjpass") else None
    if act.target or act.entry.frame == "none" or before is None or act.object:
        return act
    if act.rule != "light-verb" and parse.children(verb, "dobj"):
        return act  # "scolded X but did not recommend prosecution": what it is done to is told
    is_alike = before.entry.quad == act.entry.quad
    return msgspec.structs.replace(act, target=before.target) if is_alike else act


def _of_verb(parse: Parse, verb: int, lexicon: Lexicon) -> Trigger | None:
    token = parse.tokens[verb]
    if token.dep in ("amod", "compound"):
        return None
    for words, tokens in _phrases(parse, verb, lexicon):
        for entry in lexicon.verbs.get(words, ()):
            found = _fitted(parse, verb, tokens, entry, lexicon)
            if found is not None:
                return found
        if "_" in words and words in lexicon.verbs:
            return None  # "carry out" is not "carry"
    return None


def _phrases(parse: Parse, verb: int, lexicon: Lexicon) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The words that the lexicon may list a verb under, longest first, with their tokens."""
    lemma = parse.tokens[verb].lemma.lower()
    particle = next(iter(parse.children(verb, "prt")), None)
    alone: list[tuple[str, tuple[int, ...]]] = [(lemma, (verb,))]
    if particle is not None:
        alone.insert(0, (f"{lemma}_{parse.tokens[particle].text.lower()}", (verb, particle)))
    for words, tokens in alone:
        if words in lexicon.openings:
            for held in parse.children(verb, "dobj", "nsubjpass", "attr", "acomp"):
                yield f"{words} {parse.tokens[held].lemma.lower()}", (*tokens, held)
                if parse.tokens[held].lemma.lower() in _GENERIC:  # "resume the peace process"
                    for part in parse.children(held, "compound"):
                        yield f"{words} {parse.tokens[part].lemma.lower()}", (*tokens, part, held)
            for preposition in parse.children(verb, "prep"):
                for held in parse.children(preposition, "pobj"):
                    joined = f"{words} {parse.tokens[preposition].text.lower()} {parse.tokens[held].lemma.lower()}"
                    yield joined, (*tokens, preposition, held)
    yield from alone


def _fitted(parse: Parse, verb: int, tokens: tuple[int, ...], entry: Entry, lexicon: Lexicon) -> Trigger | None:
    """The trigger if the verb is used in the frame of the entry."""
    passive = _is_passive(parse, verb, entry)
    source = agents(parse, verb) if passive else subjects(parse, verb)
    if passive and not source and entry.type == "ASSAULT":
        source = _attack(parse, verb, lexicon)
    rule = "verb-passive" if passive else "verb"
    target, held = fitting(parse, verb, entry, passive)
    if target is None:
        return None
    if not target and " " in entry.words and entry.type in _AGAINST_ITS_OWNER:
        target = [c for i in tokens[1:] for c in (*possessors(parse, i), *prepositional(parse, i, "of", "from"))]
    if not target and entry.type == "REQUEST":
        target = [
            c
            for i in _leavings(parse, [*held, *objects(parse, verb)])
            for c in (*possessors(parse, i), *prepositional(parse, i, "of"))
        ]
    sides = {"source": tuple(source), "target": tuple(target), "object": tuple(held)}
    act = Trigger(index=verb, tokens=tokens, entry=entry, rule=rule, **sides)
    return _of_what_is_held(parse, act, lexicon) if entry.frame == "clause" and entry.type in _COMMITTING else act


def _leavings(parse: Parse, held: list[int]) -> list[int]:
    """The nouns among what is asked for, behind a preposition too, that say that somebody is to leave an office."""
    below = [i for head in held if parse.tokens[head].pos == "ADP" for i in parse.children(head, "pobj")]
    return [i for i in (*held, *below) if parse.tokens[i].lemma.lower() in _LEAVING]


# Asked of whoever is to leave: "demanded her resignation".
_LEAVING = frozenset("departure dismissal impeachment ouster removal resignation".split())
# Done to whose the thing is: "froze his accounts", "rejected the union's request".
_AGAINST_ITS_OWNER = frozenset({"COERCE", "CONCEDE", "REJECT", "SANCTION"})
# What is done to somebody; with nobody it is done to, the subject is: "Activist released", "Two killed in blast".
_SUFFERED = frozenset({"abduct", "arrest", "convict", "deport", "release", "targeted"})
_STRUCK = frozenset({"kill", "injure", "wound", "hurt"})


def _is_passive(parse: Parse, verb: int, entry: Entry) -> bool:
    token = parse.tokens[verb]
    if parse.children(verb, "nsubjpass", "auxpass"):
        return True
    if token.tag == "VBN" and token.dep in ("acl", "relcl") and not parse.children(verb, "aux", "nsubj"):
        return True
    # A headline leaves out "was".
    is_done_to = entry.frame == "object" and (entry.mode in _SUFFERED or entry.words in _STRUCK)
    return is_done_to and token.dep == "ROOT" and token.tag in ("VBD", "VBN") and not _has_object(parse, verb)


def _has_object(parse: Parse, verb: int) -> bool:
    return bool(parse.children(verb, "dobj", "dative", "aux", "ccomp", "xcomp"))


_COMMITTING = frozenset({"AGREE", "REJECT", "THREATEN"})
_HOSTILE = 4  # PLOVER's class of material conflict


def _of_what_is_held(parse: Parse, act: Trigger, lexicon: Lexicon) -> Trigger:
    """A promise or threat with the target of the act that it holds; a promise to harm or oppose is a threat."""
    inner = next((i for i in act.object if parse.tokens[i].dep == "xcomp" and parse.tokens[i].pos == "VERB"), None)
    if inner is None:
        return act
    held = _of_verb(parse, inner, lexicon)
    if held is None:
        return msgspec.structs.replace(act, target=act.target or tuple(_affected(parse, inner)))
    is_hostile = held.entry.quad == _HOSTILE or held.entry.type == "REJECT"
    if is_hostile and act.entry.type == "AGREE" and not parse.children(inner, "neg"):
        entry = msgspec.structs.replace(act.entry, type="THREATEN", mode=None, cameo="13", quad=3)
        act = msgspec.structs.replace(act, entry=entry)
    beside = prepositional(parse, inner, "to", "with") if act.entry.type == "REJECT" else []
    return msgspec.structs.replace(act, target=act.target or (*held.target, *beside))


def _affected(parse: Parse, verb: int) -> list[int]:
    """Whom it concerns that somebody is to do something; what is only then made or chosen is nobody yet."""
    if parse.tokens[verb].pos != "VERB":
        return []
    made = parse.tokens[verb].lemma.lower() in _BRINGING_ABOUT
    beside = prepositional(parse, verb, "to", "with", "from", "against")
    return beside if made else [*objects(parse, verb), *beside]


_BRINGING_ABOUT = frozenset(
    "appoint assemble bring build choose convene create establish find form found get have hire hold join launch make "
    "name nominate organise organize pick run select send start use win".split()
)


def _attack(parse: Parse, verb: int, lexicon: Lexicon) -> list[int]:
    """Whose deed a passive tells of: "killed in an attack by X", "in a clash with X"."""
    beside = [verb, *parse.children(verb, "conj")]  # "were killed and others injured in an attack by X"
    for noun in (found for one in beside for found in prepositional(parse, one, "in", "during")):
        entry, _ = _named(parse, noun, lexicon)
        if entry is not None and entry.type == "ASSAULT":
            return [*possessors(parse, noun), *prepositional(parse, noun, "by", "with")]
    return []


_LIGHT = frozenset(
    "impose hold launch carry make stage conduct give provide send issue declare sign reach announce mount wage "
    "exert enforce have begin start open resume continue face receive deliver offer pay host attend "
    "draw".split()
)
# Only more of a deed is one: "stepped up pressure", "intensified the shelling"; more of a word is not.
_RAISING = frozenset({"apply", "escalate", "intensify", "maintain", "ramp", "renew", "step"})
_DEEDS = frozenset({2, 4})  # PLOVER's classes of material acts
_TAKING = frozenset({"draw", "face", "receive", "suffer", "undergo"})


_GENERIC = frozenset("campaign effort operation regime drive wave package measure policy process round series".split())


def _is_light(verb: str, entry: Entry) -> bool:
    return verb in _LIGHT or (verb in _RAISING and entry.quad in _DEEDS)


def _of_noun(parse: Parse, noun: int, lexicon: Lexicon) -> Trigger | None:
    entry, tokens = _named(parse, noun, lexicon)
    if entry is None:
        return None
    if parse.tokens[noun].dep == "compound":
        # "Sanctions campaign": the sides are those of the campaign.
        noun = parse.tokens[noun].head
        if parse.tokens[noun].lemma.lower() not in _GENERIC:
            return None
    governor = parse.tokens[noun].head
    verb = (
        governor
        if parse.tokens[noun].dep in ("dobj", "nsubjpass") and _is_light(parse.tokens[governor].lemma.lower(), entry)
        else None
    )
    if entry.frame == "mutual":
        return _mutual(parse, noun, entry, tokens, verb)
    owners = possessors(parse, noun)
    source = [*owners, *prepositional(parse, noun, "by", "from")]
    aimed = (
        ("against", "on", "to", "at", "into", "for")
        if entry.type == "SUPPORT"
        else ("against", "on", "to", "at", "into")
    )
    target = prepositional(parse, noun, *aimed)
    target += suffering(parse, noun)
    if entry.frame == "of" or not owners or entry.type in _OF_SOMEBODY:
        target = [*target, *prepositional(parse, noun, "of")]
    if entry.frame == "of" and not target:
        # "His arrest", "the journalist's release": the possessor is who it was done to.
        target, source = list(parse.children(noun, "poss")), prepositional(parse, noun, "by")
    if verb is not None:
        doer = subjects(parse, verb) if parse.tokens[noun].dep == "dobj" else agents(parse, verb)
        if parse.tokens[verb].lemma.lower() in _TAKING:
            target = doer or target
            source = source or prepositional(parse, verb, "from", "by")
        else:
            source = doer or source
        given = [c for c in parse.children(verb, "dative") if parse.tokens[c].pos != "ADP"]
        target = target or given or prepositional(parse, verb, "against", "on", "to", "at")
    above = parse.tokens[parse.tokens[noun].head]
    if not target and source and parse.tokens[noun].dep == "pobj" and above.text.lower() == "under":
        target = _of_whom_said(parse, above.head)
    if not source and not target:
        return None
    rule = "light-verb" if verb is not None else "noun"
    held = _held_by_noun(parse, noun)
    if entry.type in _COMMITTING and not target:
        target = [other for head in held for other in _affected(parse, head)]
    sides = {"source": tuple(source), "target": tuple(target), "object": held}
    return Trigger(index=noun, tokens=tokens, entry=entry, rule=rule, **sides)


def _of_whom_said(parse: Parse, index: int) -> list[int]:
    """Who is "under pressure": the subject of the verb, or the noun itself."""
    return subjects(parse, index) if parse.tokens[index].pos in ("VERB", "AUX") else [index]


# Acts whose "of" says to whom, also behind a possessor: "her criticism of X", unlike "her promise of help".
_OF_SOMEBODY = frozenset({"ACCUSE", "ASSAULT", "COERCE", "REJECT", "SUPPORT"})


def _held_by_noun(parse: Parse, noun: int) -> tuple[int, ...]:
    """What is refused, asked or promised: "the refusal to sign", "a call for"."""
    to_do = [
        c for c in parse.children(noun, "acl") if any(parse.tokens[a].text == "to" for a in parse.children(c, "aux"))
    ]
    return (*to_do, *parse.children(noun, "ccomp"), *prepositional(parse, noun, "for"))


def _mutual(parse: Parse, noun: int, entry: Entry, tokens: tuple[int, ...], verb: int | None) -> Trigger | None:
    """ "Talks between", "a meeting with": all sides; "in a meeting with X" takes the subject of its clause too.

    An agreement is an event only where it is reached, not where it is spoken of.
    """
    if entry.type == "AGREE" and verb is None:
        return None
    sides = [*possessors(parse, noun), *prepositional(parse, noun, "between", "among", "of")]
    partners = prepositional(parse, noun, "with") or (prepositional(parse, verb, "with") if verb is not None else [])
    if verb is None and len(sides) + len(partners) == 1:
        above = parse.tokens[noun].head
        clause = parse.tokens[above].head
        if parse.tokens[above].dep == "prep" and parse.tokens[clause].pos == "VERB":
            sides = [*subjects(parse, clause), *sides]
    if verb is not None:
        sides = [*subjects(parse, verb), *sides]
    if not sides:
        sides, partners = partners, []
    if not sides:
        return None
    both = {"source": tuple(sides), "target": tuple(partners)}
    return Trigger(index=noun, tokens=tokens, entry=entry, rule="noun-mutual", **both)


def _named(parse: Parse, noun: int, lexicon: Lexicon) -> tuple[Entry | None, tuple[int, ...]]:
    """The entry of the noun with the words before it, the longest that is listed."""
    for length in range(min(_LONGEST_NOUN, noun + 1), 0, -1):
        first = noun - length + 1
        words = [*(parse.tokens[i].text.lower() for i in range(first, noun)), parse.tokens[noun].lemma.lower()]
        entries = lexicon.nouns.get(" ".join(words))
        if entries:
            return entries[0], tuple(range(first, noun + 1))
    return None, ()
