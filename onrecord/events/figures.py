"""What is no event whatever its word: what is done to oneself, by a thing, in a picture, or by another verb."""

from onrecord.events.ontology import lexicon
from onrecord.events.selection import Sense, is_body, is_somebody

_ONESELF = frozenset(
    "herself himself itself myself oneself ourself ourselves themselves themself yourself yourselves".split()
)
_PICTURES = frozenset(
    "animation cartoon clip film footage image movie painting photo photograph picture portrait scene video".split()
)
_PARTICLES = frozenset({"aside", "away", "back", "forward", "off", "out", "up"})  # others are prepositions misread
_NEAR = 4  # words after its verb; what stands farther off is no particle of it
_BLOWS = frozenset({"ASSAULT", "COERCE"})
_DEPICTED = frozenset({"acl", "conj", "pcomp", "pobj", "prep", "relcl"})
# What acts for whoever issued it.
_INSTRUMENTS = frozenset(
    "bill clause constitution court decree directive edict judgment law legislation measure order resolution ruling "
    "sanction statute treaty verdict".split()
)
_PERSONAL = frozenset(
    "AGREE AID COERCE CONCEDE CONSULT COOPERATE MOBILIZE REJECT RETREAT SANCTION SUPPORT THREATEN".split()
)
_POINTING = frozenset({"that", "this", "these", "those", "which", "what"})
_GIVING_UP = frozenset({"blow_up", "give_up", "hand_over", "turn_over"})  # done to oneself, these are deeds


def is_figure(sense: Sense) -> bool:
    """Whether a use tells of no event by how it is built."""
    return _is_done_to_oneself(sense) or _is_other_verb(sense) or _is_depicted(sense) or _is_done_by_thing(sense)


def _is_done_to_oneself(sense: Sense) -> bool:
    """ "Picked herself up", "shot itself in the foot": what binds oneself is a promise all the same."""
    parse, trigger = sense.parse, sense.trigger
    objects = {parse.tokens[c].text.lower() for c in parse.children(trigger.index, "dobj") if c not in trigger.tokens}
    is_deed = trigger.entry.type == "AGREE" or trigger.entry.words in _GIVING_UP
    return not is_deed and bool(objects & _ONESELF)


def _is_other_verb(sense: Sense) -> bool:
    """Whether a particle makes it another verb, which is not listed: "signed up", "backed up", "seized upon"."""
    parse, entry = sense.parse, sense.trigger.entry
    if entry.pos != "verb" or entry.words != parse.tokens[sense.trigger.index].lemma.lower():
        return False
    at = sense.trigger.index
    ways = {parse.tokens[c].text.lower() for c in parse.children(at, "prep")}
    has_object = bool(parse.children(at, "dobj", "nsubjpass", "auxpass")) or parse.tokens[at].dep in ("acl", "relcl")
    if entry.frame == "object" and not has_object and ways & {"on", "upon"}:
        return True
    near = [c for c in parse.children(at, "prt") if c - at <= _NEAR]
    particles = {parse.tokens[c].text.lower() for c in near} & _PARTICLES
    return any(f"{entry.words}_{particle}" not in lexicon().verbs for particle in particles)


def _is_depicted(sense: Sense) -> bool:
    """ "Images of officers greeting them": shown, and told by nobody. What a video shows of a blow has happened."""
    parse, at = sense.parse, sense.trigger.index
    if sense.trigger.entry.type in _BLOWS:
        return False
    for above in parse.ancestors(at):
        if parse.tokens[at].dep not in _DEPICTED:
            return False
        if parse.tokens[above].lemma.lower() in _PICTURES:
            return True
        at = above
    return False


def _is_done_by_thing(sense: Sense) -> bool:
    """ "The scandal disqualifies her": a thing, or what belongs to somebody, is not that somebody's act."""
    parse, trigger = sense.parse, sense.trigger
    if trigger.entry.pos != "verb" or trigger.entry.type not in _PERSONAL:
        return False
    if parse.children(trigger.index, "csubj"):
        return True
    own = parse.children(trigger.index, "nsubj") or parse.children(trigger.index, "agent")
    return bool(own and trigger.source) and all(_is_thing(sense, head) for head in trigger.source)


def _is_thing(sense: Sense, head: int) -> bool:
    token = sense.parse.tokens[head]
    is_open = token.pos in ("NOUN", "VERB") or token.text.lower() in _POINTING
    if not is_open or token.lemma.lower() in _INSTRUMENTS or is_body(sense.parse, head):
        return False
    return not is_somebody(sense.document, head)
