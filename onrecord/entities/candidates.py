"""Noun phrases that may speak of an actor, each with what its own words say."""

from collections.abc import Iterator

import msgspec

from onrecord.entities.candidate import Candidate, belongs_after, surface
from onrecord.entities.lexicon import Known, acting_seats, titles
from onrecord.entities.listed import is_actor, is_place, listed
from onrecord.entities.name_spans import body_range, left_edge, run_on, with_article
from onrecord.entities.names_apart import names_apart, shared_surname
from onrecord.entities.nominals import is_award, nominal_at
from onrecord.entities.offices import begins_given, is_listed
from onrecord.entities.roles import Role, actor_at, role_of, role_of_known, title_in
from onrecord.entities.seats import is_plural_of_nation, seated, shared_title
from onrecord.entities.unseen import unseen
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.token import Name, Parse, Token

# What the parser may take a person or body for; a place in none of our tables that has a job is a person.
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})
_NOT_NAMES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "god", "internet"}
)


def candidates(document: Document) -> list[Candidate]:
    """Every candidate in text order, at most one a head token; names before nominals."""
    parse, day = document.parse, (document.published or "")[:10]
    taken: dict[int, Candidate] = {}
    claimed: set[int] = set()
    for first, last, known in listed(parse):
        if is_actor(document, first, last, known):
            head = parse.head_of(parse.span(first, last))
            if head is not None:
                taken[head] = _of_known(parse, head, first, last, known, day)
        claimed.update(range(first, last))
    for name in names_apart(parse):
        if not claimed.issuperset(range(name.first, name.last)):
            is_nobody = is_place(document, name) or any(is_award(parse, i) for i in range(name.first, name.last))
            candidate = None if is_nobody else _of_name(parse, name, day)
            if candidate is not None and candidate.head not in taken:
                taken[candidate.head] = candidate
    named = {i for c in taken.values() for i in parse.tokens_in(c.span)} | claimed
    interviewed = _interviewed(document)
    if interviewed is not None and named.isdisjoint(parse.tokens_in(interviewed.span)):
        taken[interviewed.head] = interviewed
        named.update(parse.tokens_in(interviewed.span))
    surnames = {candidate.head: candidate for candidate in _surnames(parse, taken)}
    taken.update(surnames)
    named.update(surnames)
    for candidate in unseen(document, named):
        taken.setdefault(candidate.head, candidate)
        named.update(parse.tokens_in(candidate.span))
    for head in range(len(parse.tokens)):
        if head not in taken and head not in claimed:
            nominal = nominal_at(parse, head, named, day)
            if nominal is not None:
                taken[head] = nominal
    return [taken[head] for head in sorted(taken) if not _only_describes(parse, taken[head], taken)]


def _interviewed(document: Document) -> Candidate | None:
    """The name behind "interview(s) (with)" in the headline, which the parser often takes for no name."""
    parse = document.parse
    headline = Span(0, document.paragraph_at(0).end)
    run: list[int] = []
    after = False
    for index in parse.tokens_in(headline):
        token = parse.tokens[index]
        after = after or token.lemma.lower() in _INTERVIEW
        is_name = token.tag == "NNP" and token.text[:1].isupper() and token.text.lower() not in _NOT_NAMES
        if after and is_name:
            run.append(index)
        elif len(run) > 1:
            break
        else:
            run = []
            if after and token.text.lower() in _ENDS_INTERVIEWED:
                return None
    if len(run) < 2:
        return None
    span = parse.span(run[0], run[-1] + 1)
    return Candidate(head=run[-1], span=span, form="name", name=span.of(document.text), kind="person", role=Role())


_INTERVIEW = frozenset({"interview"})
_ENDS_INTERVIEWED = frozenset({"on", "about", "of", "over", "for", ",", ":", ";", "'", "‘", "“", '"'})


def _only_describes(parse: Parse, candidate: Candidate, taken: dict[int, Candidate]) -> bool:
    """Whether a nationality is told of another actor and means nobody itself: "the Turkish minister"."""
    token = parse.tokens[candidate.head]
    if candidate.known is None or candidate.known.use not in {"nation", "people"}:
        return False
    other = taken.get(token.head)
    return token.dep in {"amod", "compound", "nmod"} and other is not None and other.span.contains(candidate.span)


def _surnames(parse: Parse, taken: dict[int, Candidate]) -> Iterator[Candidate]:
    """Surnames alone of people named in full elsewhere, where the parser saw no name or took it for something else."""
    full = [c.name.split()[-1] for c in taken.values() if c.kind == "person" and c.form == "name" and " " in c.name]
    known = {name for name in full if len(name) > _SHORTEST_SURNAME}
    covered = {i for c in taken.values() if c.kind == "person" for i in parse.tokens_in(c.span)}
    for index, token in enumerate(parse.tokens):
        if token.text in known and index not in covered and not _is_part(parse, index):
            span = Span(token.start, token.end)
            yield Candidate(head=index, span=span, form="name", name=token.text, kind="person", role=Role())


_SHORTEST_SURNAME = 2  # letters


def _is_part(parse: Parse, index: int) -> bool:
    """Whether a capitalised word stands beside it: part of another name."""
    beside = [i for i in (index - 1, index + 1) if 0 <= i < len(parse.tokens)]
    return any(parse.tokens[i].pos == "PROPN" and parse.tokens[i].text[:1].isupper() for i in beside)


_KINDS = {"country": "country", "nation": "group", "people": "group", "capital": "government", "body": "organization"}


def _of_known(parse: Parse, head: int, first: int, last: int, known: Known, day: str) -> Candidate:
    if known.use == "capital":
        known = acting_seats().get(known.name, known)
    role = role_of_known(known, day)
    kind = "government" if known.use == "metonym" and role.sector in _STATE else _KINDS.get(known.use, "organization")
    if known.use in ("body", "metonym"):
        role = _of_its_owner(parse, head, first, last, role)
    if known.use == "nation" and parse.tokens[head].dep not in _BEFORE and is_plural_of_nation(parse.tokens[head].text):
        role = msgspec.structs.replace(role, sector="CVL")
    if known.use in ("nation", "people") and (one := _one_of(parse, head, first)) is not None:
        sector = "CVL" if known.use == "nation" else role.sector
        return Candidate(
            head=head, span=parse.span(one, last), form="nominal", name=surface(parse, one, last), kind="person",
            role=msgspec.structs.replace(role, kind="person", sector=sector),
        )  # fmt: skip
    start, end = first, last
    if parse.tokens[head].dep not in {"amod", "compound", "nmod"}:
        is_body = known.use in ("body", "metonym")
        start = left_edge(parse, head, first) if is_body else with_article(parse, first)
        end = run_on(parse, first, last) if is_body and last - first > 1 else last
    return Candidate(
        head=head, span=parse.span(start, end), form="name",
        name=known.name if known.use in {"country", "nation", "people"} else surface(parse, first, last),
        kind=kind, role=msgspec.structs.replace(role, kind=kind), known=known,
    )  # fmt: skip


def _of_its_owner(parse: Parse, head: int, first: int, last: int, role: Role) -> Role:
    """The role with the country that the body's own words name: "Peru's Congress" is not the one in Washington.

    Of letters that stand for a body of another country nothing else is known.
    """
    owner = _owner_country(parse, head)
    if owner is None or role.sector in _SHARED_NAMES:
        return msgspec.structs.replace(role, country=owner or role.country)
    is_acronym = last - first == 1 and parse.tokens[first].text.isupper()
    is_other = is_acronym and role.top is None and owner not in (role.country, role.usual)
    return Role(kind=role.kind, country=owner, rule="title+nationality") if is_other else role


def _one_of(parse: Parse, head: int, first: int) -> int | None:
    """The "a" or "one" before a single member of a people ("An Iraqi was held"); null for a people as such."""
    token = parse.tokens[head]
    is_single = token.pos in ("NOUN", "PROPN") and token.tag not in ("NNS", "NNPS")
    start = parse.nominal(head)[0]
    is_noun = is_single and token.dep not in {"amod", "compound", "nmod"}
    if is_noun and first and parse.tokens[first - 1].text.lower() in _ONE:
        return first - 1
    return start if is_noun and parse.tokens[start].text.lower() in _EACH else None


_BEFORE = frozenset({"amod", "compound", "nmod"})
_ONE = frozenset({"a", "an", "one", "another"})
_EACH = frozenset({"every", "each", "any"})
_STATE = frozenset({"GOV", "LEG", "MIL"})
_SHARED_NAMES = frozenset({"LEG", "JUD", "PTY", "GOV", "MIL"})


def _owner_country(parse: Parse, head: int) -> str | None:
    """The country whose name or nationality stands before a noun."""
    for child in parse.children(head, "poss", "amod", "compound", "nmod"):
        known = actor_at(parse, child, child + 1)
        if known is not None and known.use in ("country", "nation"):
            return known.code[:3]
    return None


def _of_name(parse: Parse, name: Name, day: str) -> Candidate | None:
    head = parse.head_of(name.span)
    if head is None or name.label not in _NAMED or parse.tokens[head].text.lower() in _NOT_NAMES:
        return None
    written = surface(parse, name.first, name.last)
    has_seat = seated(parse, name.last, Role()).country is not None
    is_told = has_seat or _is_described_as_person(parse, head) or _is_titled(parse, name)
    if name.label == "PERSON" or is_told or is_listed(written):
        return _of_person(parse, name, head, day)
    if name.label not in ("ORG", "NORP") or _is_part_of_title(parse, name):
        return None
    first, last = body_range(parse, name.first, name.last)
    title = title_in([token.text for token in parse.tokens[first:last]])
    if title is not None and title[1] == last - first and title[2].kind == "person":
        return None  # "The State Department spokesperson" is nobody's name, whatever the parser says.
    role = role_of(parse, _before_purpose(parse, first, last), day)
    after = belongs_after(parse, head)
    if role.country is None and after:
        role = msgspec.structs.replace(role, country=role_of(parse, after).country)
    kind = role.kind if role.kind in {"government", "organization"} else "organization"
    return Candidate(
        head=head, span=parse.span(left_edge(parse, head, first), last), form="name", name=surface(parse, first, last),
        kind=kind, role=role,
    )  # fmt: skip


def _before_purpose(parse: Parse, first: int, last: int) -> range:
    """Of "Centre for Law and Justice" the words up to "for": after it stands what a body is for, not what it is."""
    for at in range(first + 1, last):
        if parse.tokens[at].text.lower() in {"for", "against", "on"}:
            return range(first, at + 1)
    return range(first, last)


def _is_described_as_person(parse: Parse, head: int) -> bool:
    """Whether a job stands in apposition: "Li Wen, the province's governor"."""
    return any(
        (found := title_in([parse.tokens[i].text for i in range(*parse.nominal(child))])) is not None
        and found[2].kind == "person"
        and found[1] == len(range(*parse.nominal(child)))
        for child in parse.children(head, "appos")
    )


def _is_part_of_title(parse: Parse, name: Name) -> bool:
    """Whether a word is only the field of an office: "State" in "Secretary of State", "Energy" in "Energy Minister"."""
    at = name.first
    if name.last - at > 1:
        return False
    first = max(0, at - 2)
    around = title_in([token.text for token in parse.tokens[first : at + 2]])
    if around is not None and around[1] - around[0] > 1 and around[0] <= at - first < around[1]:
        return True
    after = parse.tokens[at + 1].text.lower() if at + 1 < len(parse.tokens) else ""
    return f"{parse.tokens[at].text.lower()} ministry" in titles() and after in titles()


def _is_titled(parse: Parse, name: Name) -> bool:
    """Whether a job in the singular stands before a name of two or three words that says of no body: "envoy Li Wen"."""
    token = parse.tokens[name.first - 1] if name.first else None
    title = titles().get(token.text.lower()) if token is not None else None
    if token is None or title is None or title.kind != "person":
        return False
    words = [each.text for each in parse.tokens[name.first : name.last]]
    is_full = 2 <= len(words) <= 3 and all(word[:1].isupper() for word in words)
    is_before = (token.dep, token.tag) in (("compound", "NN"), ("compound", "NNP")) and token.head in range(
        name.first, name.last
    )
    return is_full and is_before and title_in(words) is None


def _of_person(parse: Parse, name: Name, head: int, day: str) -> Candidate | None:
    first, last = name.first, name.last
    while last - first > 1 and parse.tokens[last - 1].text in {"'s", "’s", "'", "’"}:
        last -= 1
    while name.label != "PERSON" and first and _is_given(parse, first - 1, head):
        first -= 1
    title = title_in([token.text.rstrip(".") for token in parse.tokens[first : last - 1]])
    is_title = title is not None and title[0] == 0 and title[2].kind != "document"
    inner = first + title[1] if title and is_title and not begins_given(surface(parse, first, last)) else first
    while last - inner > 1 and parse.tokens[inner].text.rstrip(".").lower() in _HONORIFICS:
        inner += 1
    if last - inner > _FULL_NAME and inner and parse.tokens[inner - 1].text == "of":
        place = actor_at(parse, inner, inner + 1)  # "Governor of Washington Ana Ruiz"
        inner += place is not None and place.use in ("country", "capital")
    if head >= last or not parse.tokens[inner].text[:1].isupper():
        head = last - 1
    before = _after_others(parse, min(parse.nominal(head)[0], first), first)
    return Candidate(
        head=head, span=parse.span(before, last), form="name", kind="person",
        name=shared_surname(parse, inner, last) or surface(parse, inner, last),
        role=_person_role(parse, range(before, inner), head, last, day),
    )  # fmt: skip


_FULL_NAME = 2  # words


def _is_given(parse: Parse, index: int, head: int) -> bool:
    """Whether the word before a place's name that a person has is part of it: "Ines | Paris, a teacher"."""
    token = parse.tokens[index]
    is_part = (token.pos, token.dep, token.head) == ("PROPN", "compound", head)
    return is_part and token.text[:1].isupper() and token.text.lower() not in titles()


def _after_others(parse: Parse, start: int, first: int) -> int:
    """The last beginning after a mark that sets apart or a verb: the phrase of one person holds none.

    A number right before the name counts what bears it: "900 | Ana Ruiz prints".
    """
    if first > start and parse.tokens[first - 1].pos == "NUM" and parse.tokens[first - 1].text[:1].isdigit():
        return first
    return next((i + 1 for i in range(first - 1, start - 1, -1) if _sets_apart(parse.tokens[i])), start)


def _sets_apart(token: Token) -> bool:
    return token.text in {";", ":", "–", "—"} or token.tag in {"VBZ", "VBD", "VBP"}


_HONORIFICS = frozenset(
    "mr mrs ms miss sir lord lady dame sen rep gov gen col lt capt dr prof president minister senator judge king "
    "pope rev".split()
)


def _person_role(parse: Parse, before: range, head: int, last: int, day: str) -> Role:
    """The role in the words before the name, in its apposition, or in the noun the name stands beside."""
    told = seated(parse, last, role_of(parse, before, day) if before else Role())
    for other in _appositions(parse, head, last):
        role = role_of(parse, other, day)
        if role.title and (told.title is None or (told.country is None and role.country)):
            told = role if told.title is None else msgspec.structs.replace(told, country=role.country, rule=role.rule)
    return shared_title(parse, head, told)


def _appositions(parse: Parse, head: int, last: int) -> Iterator[list[int]]:
    without = frozenset({"relcl", "acl", "punct", "conj", "cc", "advcl", "ccomp", "parataxis"})
    for child in parse.children(head, "appos"):
        yield parse.subtree(child, without)
    noun = described_by(parse, head)
    if noun is not None:
        yield [i for i in parse.subtree(noun, without | {"appos"}) if i < head]


def described_by(parse: Parse, head: int) -> int | None:
    """The noun that a name in apposition belongs to: the job, and not the place or body right before the name.

    "The head of the fire service in Lima, Ana Ruiz": the parser may hang the name on "Lima".
    """
    token = parse.tokens[head]
    if token.dep != "appos" or parse.tokens[token.head].pos not in {"NOUN", "PROPN"}:
        return None
    noun = token.head
    while (above := _phrase_above(parse, noun)) is not None:
        noun = above
        title = titles().get(parse.tokens[noun].lemma.lower())
        if title is not None and title.kind == "person":
            return noun
    return token.head


def _phrase_above(parse: Parse, index: int) -> int | None:
    """The noun whose "of …" or "in …" phrase a noun ends."""
    token = parse.tokens[index]
    above = parse.tokens[token.head]
    return above.head if token.dep == "pobj" and above.dep == "prep" else None
