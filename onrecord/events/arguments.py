"""The words on each side of a verb or noun: its subject, objects, prepositional objects and possessors."""

from onrecord.model.token import Parse

_SUBJECTS = ("nsubj", "nsubjpass")
_INHERITING = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp", "prep", "acl"})
_BLAMING = frozenset({"for", "of"})  # "praised X for doing", "accused X of doing"
_OBJECT_CONTROL = frozenset(
    "advise allow appoint ask assign authorise authorize beg cause command compel convince direct elect enable "
    "encourage force help hire instruct invite lead let make order permit persuade press pressure push require send "
    "tell train urge want".split()
)
# Whose subject does what the infinitive behind them says: "unwilling to condemn", unlike "hard to condemn".
_WILLING = frozenset(
    "able afraid bound certain determined eager glad happy inclined keen likely loath poised prepared quick ready "
    "reluctant sure unable unlikely unwilling willing".split()
)
# Who has, makes or signs one is who is to carry it out: "has a plan to deport", "signed an order to ban".
_HAVING = frozenset("announce devise draft get have issue make outline sign take unveil use".split())


def subjects(parse: Parse, verb: int) -> list[int]:
    """Heads of the subject of ``verb``: its own, or that of the verb it hangs on; for "asked X to do" it is X."""
    seen = set()
    while verb not in seen:
        seen.add(verb)
        own = parse.children(verb, *_SUBJECTS)
        token = parse.tokens[verb]
        if own:
            is_relative = token.dep == "relcl" and parse.tokens[own[-1]].tag in ("WP", "WDT")
            return [described(parse, token.head) if is_relative else own[-1]]
        governor = parse.tokens[token.head]
        if token.dep in ("relcl", "acl") and governor.pos in ("NOUN", "PROPN", "PRON"):
            having = _having(parse, verb)
            if having is None:
                return [described(parse, token.head)]
            verb = having
            continue
        if token.dep == "xcomp" and governor.dep == "acomp" and governor.lemma.lower() in _WILLING:
            verb = governor.head
            continue
        if token.head == verb or token.dep not in _INHERITING:
            return []
        if token.dep == "conj" and _is_finite(parse, verb):
            verb = _finite_above(parse, token.head)
            continue
        if token.dep in ("xcomp", "ccomp", "advcl") and (controlling := _controlling(parse, token.head)):
            return controlling[:1]
        if token.dep == "pcomp" and governor.text.lower() in _BLAMING:
            blamed = parse.children(governor.head, "dobj", "nsubjpass")
            if blamed:
                return [blamed[0]]
            noun = parse.tokens[governor.head]
            if noun.dep == "dobj" and parse.tokens[noun.head].lemma.lower() in _HAVING:
                verb = noun.head  # "has no intention of joining"
                continue
        verb = token.head
    return []


def described(parse: Parse, noun: int) -> int:
    """Of whom a noun behind "is" is told: of "Ruiz is a hawk who …" the head is "Ruiz"; else the noun itself."""
    token = parse.tokens[noun]
    first = noun
    while parse.tokens[first].dep == "conj":
        first = parse.tokens[first].head
    above = parse.tokens[first].head
    if token.text[:1].isupper() or parse.tokens[first].dep != "attr" or parse.tokens[above].lemma.lower() != "be":
        return noun
    while parse.tokens[above].dep == "conj" and not parse.children(above, *_SUBJECTS):
        above = parse.tokens[above].head  # "is rude and is a hawk who"
    own = [c for c in parse.children(above, "nsubj") if parse.tokens[c].pos == "PROPN" or _is_he(parse, c)]
    return own[-1] if own else noun


def _is_he(parse: Parse, index: int) -> bool:
    return parse.tokens[index].text.lower() in ("he", "she", "i")


def _having(parse: Parse, verb: int) -> int | None:
    """The verb whose subject is to do what an infinitive on its object says, the object being nobody's own."""
    noun = parse.tokens[verb].head
    is_infinitive = any(parse.tokens[c].text.lower() == "to" for c in parse.children(verb, "aux"))
    is_held = parse.tokens[noun].dep == "dobj" and parse.tokens[parse.tokens[noun].head].lemma.lower() in _HAVING
    return parse.tokens[noun].head if is_infinitive and is_held and not parse.children(noun, "poss") else None


_TENSED = frozenset({"VBZ", "VBD", "VBP", "MD"})


def _is_finite(parse: Parse, verb: int) -> bool:
    helping = parse.children(verb, "aux", "auxpass")
    return any(parse.tokens[i].tag in _TENSED for i in helping or (verb,))


def _finite_above(parse: Parse, verb: int) -> int:
    """The verb that a finite one is coordinated with: of "let them stay and backs it" not "stay" but "let"."""
    at = verb
    while not _is_finite(parse, at):
        token = parse.tokens[at]
        if token.head == at or token.dep not in _INHERITING:
            return verb
        at = token.head
    return at


def _controlling(parse: Parse, governor: int) -> list[int]:
    """Who is to do what somebody is asked or made to do: "asked X to", "the firm that X hired to", "called on X to"."""
    if parse.tokens[governor].lemma.lower() in _OBJECT_CONTROL:
        return objects(parse, governor)
    if parse.tokens[governor].lemma.lower() != "call":
        return []
    called = [c for c in parse.children(governor, "prep") if parse.tokens[c].text.lower() in ("on", "upon")]
    return [below for child in called if child > governor for below in parse.children(child, "pobj")]


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
    if any(parse.tokens[c].tag == "WRB" for c in parse.children(verb, "advmod")):
        return own  # "Israel, where she met reporters"
    does_itself = any(parse.tokens[c].tag in ("WP", "WDT") for c in parse.children(verb, *_SUBJECTS))
    return [parse.tokens[verb].head] if is_relative and not does_itself else own


def prepositional(parse: Parse, index: int, *words: str) -> list[int]:
    """Objects of the prepositions ``words`` below ``index``, and below its object or particle."""
    out: list[int] = []
    places = [index, *parse.children(index, "dobj", "prt", "prep", "acomp")]
    places += [other for place in places[1:] for other in parse.children(place, "conj")]  # "more time and tents from"
    for place in places:
        for child in parse.children(place, "prep", "dative", "agent"):
            if parse.tokens[child].text.lower() in words and not _is_fronted(parse, place, child):
                out += parse.children(child, "pobj")
    return list(dict.fromkeys(out))


def _is_fronted(parse: Parse, place: int, preposition: int) -> bool:
    """Whether a phrase only sets the scene ("On Twitter, she called …"), or tells whose word it is ("according to")."""
    if parse.tokens[place].text.lower() == "according":
        return True
    is_asked = any(parse.tokens[c].tag in ("WP", "WDT") for c in parse.children(preposition, "pobj"))
    return preposition < place and not is_asked


def possessors(parse: Parse, noun: int) -> list[int]:
    """Who a noun belongs to: possessor, nationality or name before it, "X-led"; not whom a war is named after."""
    out = list(parse.children(noun, "poss"))
    named = [c for c in parse.children(noun, "amod", "compound", "nmod") if parse.tokens[c].text[:1].isupper()]
    out += [c for c in named if c not in suffering(parse, noun)]
    for child in parse.children(noun, "amod"):
        if parse.tokens[child].text.lower() in ("led", "backed"):
            out += [c for c in parse.subtree(child) if parse.tokens[c].pos in ("PROPN",)]
    return out


def suffering(parse: Parse, noun: int) -> list[int]:
    """On whom something is done, by the name before it: "the Iraq war", "Iran sanctions", but "the U.S. sanctions"."""
    token = parse.tokens[noun]
    if token.lemma.lower() not in _NAMED_AFTER:
        return []
    before = (c for c in parse.children(noun, "compound", "nmod") if parse.tokens[c].pos == "PROPN")
    return [c for c in before if parse.tokens[c].text[1:2].islower()]


_NAMED_AFTER = frozenset({"blockade", "embargo", "invasion", "sanction", "war"})
