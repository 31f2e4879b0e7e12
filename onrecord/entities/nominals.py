"""Actors without a name: offices, jobs, bodies and groups of people."""

import msgspec

from onrecord.entities.candidate import OF_MAKERS, Candidate, belongs_after, surface
from onrecord.entities.lexicon import titles
from onrecord.entities.roles import actor_at, role_of, title_in
from onrecord.model.token import Parse


def nominal_at(parse: Parse, head: int, named: set[int], day: str) -> Candidate | None:
    """The office, body or group that the noun ``head`` names; null for other nouns and for parts of ``named`` ones."""
    token = parse.tokens[head]
    if token.pos not in {"NOUN", "PROPN", "ADJ", "NUM"} or token.dep in {
        "compound",
        "amod",
        "nummod",
        "npadvmod",
        "quantmod",
    }:
        return None
    if (token.pos == "ADJ" and token.dep not in {"nsubj", "pobj"}) or (head in named and token.pos == "PROPN"):
        return None
    first, last = parse.nominal(head)
    first = _after_time(parse, first, head)
    own = list(range(first, last))
    title = titles().get(token.text.lower()) or titles().get(token.lemma.lower())
    apart = _WORDS_APART & {token.text.lower(), title.words} if title is not None else frozenset()
    if title is None or apart or token.text.lower() in _VIEWS or is_award(parse, head):
        return None
    if token.text in OWNED and not parse.children(head, "poss"):
        return None
    if title.words == "campaign" and _is_drive(parse, head):
        return None
    after = belongs_after(parse, head, OF_MAKERS) if title.kind == "document" else belongs_after(parse, head)
    role = role_of(parse, [*own, *after], day)
    ending = title_in([parse.tokens[i].text for i in own])
    if ending is None or ending[1] != len(own):
        role = msgspec.structs.replace(
            role, sector=role.sector if title.sector in "=-" else title.sector, title=token.text
        )
    if token.text == "people" and role.country and parse.tokens[first].text.lower() == "the":
        role = msgspec.structs.replace(role, sector="CVL")  # "The Cuban people" are its public.
    owner = _whose(parse, head)
    if owner is not None and role.country is None and not role.top:
        role = msgspec.structs.replace(role, country=owner, rule="title+nationality")
    plural = token.tag == "NNS"
    kind = "group" if plural and title.kind == "person" else title.kind
    determiner = parse.tokens[first].text.lower()
    # "Prime Minister's Questions": an office with a capital and no article is that of the one who holds it.
    are_capital = all(parse.tokens[i].tag == "NNP" and parse.tokens[i].text.istitle() for i in own)
    return Candidate(
        head=head, span=parse.span(first, last), form="nominal", name=surface(parse, first, last), kind=kind,
        role=msgspec.structs.replace(role, kind=kind),
        definite=(are_capital and kind in _SINGLE) or determiner in _DEFINITE,
    )  # fmt: skip


_SINGLE = frozenset({"person", "organization", "government"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})


OWNED = frozenset({"office"})  # that of somebody speaks for them, and is not another's


def _after_time(parse: Parse, first: int, head: int) -> int:
    """Where the phrase begins behind a day that the parser puts before it: "a vote on Monday in parliament"."""
    days = (
        name for name in parse.names if name.label in ("DATE", "TIME") and first <= name.first and name.last <= head
    )
    after = max((name.last for name in days if parse.tokens[name.last - 1].pos == "PROPN"), default=first)
    while first < after < head and parse.tokens[after].text.lower() in _WHERE:
        after += 1
    return after


_WHERE = frozenset({"outside", "inside", "near", "across", "around"})


def is_award(parse: Parse, head: int) -> bool:
    """Whether "of the Year" and the like make it what is awarded, and nobody: "the Man of the Match"."""
    words = [token.text for token in parse.tokens[head : head + 4]]
    return words[0][:1].isupper() and words[1:3] == ["of", "the"] and words[-1] in _AWARDED


_AWARDED = frozenset("Year Match Month Week Day Decade Century Season Tournament Game Series".split())


def _whose(parse: Parse, head: int) -> str | None:
    """The country that "whose" leads back to: "Peru, whose government …"."""
    for child in parse.children(head, "poss"):
        if parse.tokens[child].text.lower() == "whose":
            for above in parse.ancestors(child):
                if parse.tokens[above].dep == "relcl":
                    noun = parse.tokens[above].head
                    known = actor_at(parse, noun, noun + 1)
                    return known.code[:3] if known and known.use in ("country", "capital") else None
    return None


def _is_drive(parse: Parse, head: int) -> bool:
    """Whether a campaign is an effort and not somebody's candidacy: "the air campaign against the rebels"."""
    kinds = {parse.tokens[c].lemma.lower() for c in parse.children(head, "amod", "compound", "nmod")}
    return bool(kinds & _DRIVES) or any(parse.tokens[c].text.lower() == "against" for c in parse.children(head, "prep"))


_DRIVES = frozenset(
    "ad advertising air aerial awareness bombing disinformation education information intimidation marketing military "
    "petition pressure propaganda publicity relations smear terror vaccination violent".split()
)
_VIEWS = frozenset({"liberal", "conservative"})  # one alone is mostly an adjective; several are people
# Too often no actor when they stand alone, though they are titles beside a name.
_WORDS_APART = frozenset(
    "state others side house capital market team headquarters branch cell wing unit arm affiliate model minor "
    "dead poor green division band club trust society bench missile shelling armor armour "
    "majority minority mission he she they subject museum library laboratory hotel restaurant factory shop plantation "
    "village household host executive youth diaspora believer faithful reader viewer visitor guest partner spouse "
    "national native hunter accused executive crew corps clan offshoot faction successor predecessor guard engineer "
    "designer architect publisher blog refinery utility supermarket pharmacy convent monastery parish".split()
)
