"""One entry an actor: full names first, then surnames, titles, acronyms and definite descriptions."""

import msgspec

from onrecord.entities.candidates import Candidate, described_by
from onrecord.entities.context import Context
from onrecord.entities.lexicon import fold
from onrecord.entities.offices import standing, tenures
from onrecord.entities.roles import TOP_LEVEL, Role
from onrecord.model.document import Document
from onrecord.model.mention import Mention
from onrecord.model.record import Actor
from onrecord.model.span import Span

# Whoever is told by such a sector without a country belongs to the one that the article is about; unknown attackers,
# refugees and transnational groups don't.
_NATIONAL = frozenset("GOV MIL COP JUD LEG SPY OPP PTY CVL LAB AGR REB MED PRM CRM REL EDU JRN BUS SOC UNK ELI".split())
# A name alone tells its country less well than an office does.
_NATIONAL_BODIES = _NATIONAL - {"BUS", "REB", "CRM", "PRM"}
# Words for somebody who may be from anywhere.
_ANYWHERE = frozenset(
    "source insider critic supporter opponent observer expert analyst other ally smuggler trafficker pirate hacker "
    "mercenary tourist traveler traveller investor trader economist".split()
)


class _Group(msgspec.Struct):
    """An actor in the making."""

    name: str
    kind: str
    form: str
    role: Role
    heads: set[str]
    mentions: list[Span]
    key: str


class Merging:
    """Takes candidates in text order and joins those that mean the same actor."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._day = (document.published or "")[:10]
        self._groups: list[_Group] = []
        self._placed: list[tuple[Candidate, _Group]] = []
        self._context = Context(document)

    def add(self, candidate: Candidate) -> None:
        """Joins ``candidate`` to the actor it means, or starts a new one."""
        if candidate.role.country:
            self._context.note(candidate.span.start, candidate.role.country)
        group = self._beside(candidate) or self._match(candidate)
        if group is None:
            candidate = self._inheriting(candidate)
            group = _Group(candidate.name, candidate.kind, candidate.form, candidate.role, set(), [], _key(candidate))
            self._groups.append(group)
        else:
            _enrich(group, candidate)
        if group.kind == "person" and group.form == "name" and group.role.country is None:
            # Known now, so that "the Turkish president" further on is not taken for somebody else's president.
            group.role = self._in_office(group)[0]
            if group.role.country:
                self._context.note(candidate.span.start, group.role.country)
        group.mentions.append(candidate.span)
        group.heads.add(self._document.parse.tokens[candidate.head].lemma.lower())
        self._placed.append((candidate, group))

    def _inheriting(self, candidate: Candidate) -> Candidate:
        """Somebody's spokesman or brother has that one's country, and the sector where the title leaves it open."""
        role = candidate.role
        if role.country or role.top or candidate.kind == "document":
            return candidate
        owners = [g for c, g in self._placed[-8:] if self._is_owner(c, candidate)]
        if not owners or not owners[-1].role.country:
            return candidate
        owner = owners[-1].role
        sector = role.sector or (owner.sector if owners[-1].kind in ("person", "government", "organization") else None)
        inherited = msgspec.structs.replace(role, country=owner.country, sector=sector, rule="possessor")
        return msgspec.structs.replace(candidate, role=inherited)

    def _is_owner(self, owner: Candidate, candidate: Candidate) -> bool:
        """Whether ``owner`` is the possessor inside the candidate's own words."""
        token = self._document.parse.tokens[owner.head]
        return token.dep == "poss" and candidate.span.contains(owner.span) and owner.head != candidate.head

    def _beside(self, candidate: Candidate) -> _Group | None:
        """The actor that the candidate is in apposition to: "the minister, Ana Ruiz", "state news agency IRNA"."""
        parse = self._document.parse
        token = parse.tokens[candidate.head]
        if token.dep != "appos" or candidate.kind not in _APPOSED:
            return None
        described = described_by(parse, candidate.head)
        for other, group in reversed(self._placed[-6:]):
            is_close = group.kind == "person" or candidate.head - other.head == 1
            if other.head == described and is_close and _are_alike(group, candidate) and group.form != candidate.form:
                if candidate.form == "name":
                    group.name, group.form, group.key = candidate.name, "name", _key(candidate)
                return group
        return None

    def _match(self, candidate: Candidate) -> _Group | None:
        same = [group for group in reversed(self._groups) if group.key == _key(candidate)]
        if candidate.form == "nominal":
            return self._described(candidate)
        if same:
            return same[0]
        if candidate.kind == "person":
            return self._same_person(candidate)
        if candidate.known is not None:
            return None
        # The parser may take a surname alone for a body.
        person = self._same_person(candidate) if " " not in candidate.name else None
        return person or self._same_body(candidate)

    def _same_person(self, candidate: Candidate) -> _Group | None:
        """A surname or a first name alone is the person whose full name stands elsewhere before, if there is one."""
        words = fold(candidate.name).split()
        for group in reversed(self._groups):
            if group.kind == "person" and group.form == "name":
                full = fold(group.name).split()
                if len(words) == 1 and words[0] in (full[-1], full[0]):
                    return group
                if len(words) > 1 and words[-1] == full[-1] and (len(full) == 1 or words[0] == full[0]):
                    return group
        return None

    def _same_body(self, candidate: Candidate) -> _Group | None:
        """An acronym of a name before, or its first or last words."""
        short = candidate.name
        for group in reversed(self._groups):
            if group.kind in {"organization", "government"} and group.form == "name" and " " in group.name:
                if short.isupper() and len(short) > 1 and short == _acronym(group.name):
                    return group
                if " " not in short and short[:1].isupper() and group.name.split()[0] == short and len(short) > 3:
                    return group
        return None

    def _described(self, candidate: Candidate) -> _Group | None:
        """A definite description ("the official") is the nearest actor before that was called so."""
        head = self._document.parse.tokens[candidate.head].lemma.lower()
        if not candidate.definite:
            return self._same_force(candidate, head)
        for group in reversed(self._groups):
            fits = candidate.role.country is None or group.role.country in (None, candidate.role.country)
            title = (group.role.title or "").lower()
            is_person = group.kind == "person" and candidate.kind == "person"
            if fits and (head in group.heads or (is_person and title.split()[-1:] == [head])):
                return group
        return None

    def _same_force(self, candidate: Candidate, head: str) -> _Group | None:
        """ "Indonesian navy" is "the Indonesian Navy" of before: one body of a kind and a country."""
        is_one = self._document.parse.tokens[candidate.head].tag in ("NN", "NNP") and candidate.role.kind != "person"
        for group in reversed(self._groups):
            role, told = group.role, candidate.role
            is_same = role.country and (role.country, role.sector) == (told.country, told.sector)
            if is_same and is_one and head in group.heads:
                return group
        return None

    def result(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        """Actors by first mention, and the mentions with their ids."""
        actors = []
        ids: dict[int, str] = {}
        for number, group in enumerate(sorted(self._groups, key=lambda g: min(g.mentions)), 1):
            ids[id(group)] = f"a{number}"
            actors.append(self._actor(group, f"a{number}"))
        mentions = tuple(
            Mention(
                span=c.span,
                head=c.head,
                form="name" if c.form == "name" else "nominal",
                actor=ids[id(g)],
                rule=c.role.rule,
            )
            for c, g in self._placed
        )
        return tuple(actors), mentions

    def _actor(self, group: _Group, identity: str) -> Actor:
        role, wikidata = group.role, None
        if group.kind == "person" and group.form == "name":
            role, wikidata = self._in_office(group)
        if role.country is None and not role.top:
            role = self._in_context(group, role)
        return Actor(
            id=identity,
            name=group.name,
            kind=group.kind,  # type: ignore[arg-type]  # one of the kinds of the tables
            title=role.title,
            country=role.country,
            sectors=role.sectors,
            code=role.code,
            wikidata=wikidata,
            rule=role.rule,
            mentions=tuple(sorted(set(group.mentions))),
        )

    def _in_context(self, group: _Group, role: Role) -> Role:
        """The role with the country of the article, for those whose sector makes them belong to one."""
        if role.usual and (self._context.names(role.usual) or self._context.country_at(0) is None):
            return msgspec.structs.replace(role, country=role.usual)
        is_body = group.form == "name" and group.kind != "person"
        if role.sector not in (_NATIONAL_BODIES if is_body else _NATIONAL) or group.kind == "document":
            return role
        if group.heads & _ANYWHERE:
            return role
        found = self._context.country_at(min(group.mentions).start)
        return msgspec.structs.replace(role, country=found[0], rule=found[1]) if found else role

    def _in_office(self, group: _Group) -> tuple[Role, str | None]:
        """The role of a person with what the tables of office-holders have for the day of publication."""
        role = group.role
        title = role.title if role.sector not in (None, "ELI") else None
        held = tenures(group.name, self._day, role.country, title)
        if not held or (" " not in group.name and title is None and not self._context.names(held[0].country[:3])):
            return role, None
        told = standing(held, self._day, TOP_LEVEL)
        if role.country and role.sector:
            return role, told.wikidata
        if role.sector is None and told.top:
            return msgspec.structs.replace(role, top=told.top, rule=told.rule), told.wikidata
        country, sector = role.country or told.country, role.sector or told.sector
        return msgspec.structs.replace(role, country=country, sector=sector, rule=told.rule), told.wikidata


_APPOSED = frozenset({"person", "organization", "government", "group"})


def _are_alike(group: _Group, candidate: Candidate) -> bool:
    return (group.kind == "person") == (candidate.kind == "person")


def _key(candidate: Candidate) -> str:
    if candidate.known is not None:
        return f"{candidate.known.use}:{candidate.known.code}:{candidate.known.name}"
    if candidate.form == "nominal" and not candidate.definite:
        return f"nominal:{candidate.head}"
    return f"{candidate.kind == 'person'}:{fold(candidate.name)}"


def _enrich(group: _Group, candidate: Candidate) -> None:
    if candidate.form == "name" and group.form == "name" and len(candidate.name.split()) > len(group.name.split()):
        group.name = candidate.name
    mine, theirs = group.role, candidate.role
    is_open = mine.sector is None or (mine.top is None and (candidate.form == "name" or group.form == "nominal"))
    adds_country = mine.country is None and theirs.country is not None
    adds_sector = mine.sector is None and theirs.sector is not None
    if is_open and (adds_country or adds_sector):
        group.role = msgspec.structs.replace(
            mine,
            title=mine.title or theirs.title,
            sector=mine.sector or theirs.sector,
            country=mine.country or theirs.country,
            rule=theirs.rule if mine.country is None else mine.rule,
        )


def _acronym(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
