"""One entry an actor: full names first, then surnames, titles, acronyms and definite descriptions."""

from collections import Counter

import msgspec

from onrecord.entities.candidates import Candidate
from onrecord.entities.lexicon import Tenure, fold, officeholders, surnames
from onrecord.entities.roles import Role, title_in
from onrecord.model.document import Document
from onrecord.model.mention import Mention
from onrecord.model.record import Actor
from onrecord.model.span import Span

# Nominals that belong to a country even when the text names none beside them: the country it is about.
_NATIONAL = frozenset(
    {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "CVL", "REF", "LAB", "AGR", "REB", "MED", "PRM"}
)
_LEAST_SHARE = 0.5
_LEAST_COUNT = 2


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
        self._groups: list[_Group] = []
        self._placed: list[tuple[Candidate, _Group]] = []
        self._countries: Counter[str] = Counter()

    def add(self, candidate: Candidate) -> None:
        """Joins ``candidate`` to the actor it means, or starts a new one."""
        if candidate.role.country:
            self._countries[candidate.role.country] += 1
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
        """The actor that the candidate is in apposition to: "the minister, Ana Ruiz", "Ana Ruiz, the minister"."""
        token = self._document.parse.tokens[candidate.head]
        if token.dep != "appos" or candidate.kind != "person":
            return None
        for other, group in reversed(self._placed[-6:]):
            if other.head == token.head and group.kind == "person" and group.form != candidate.form:
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
        if not candidate.definite:
            return None
        head = self._document.parse.tokens[candidate.head].lemma.lower()
        for group in reversed(self._groups):
            fits = candidate.role.country is None or group.role.country in (None, candidate.role.country)
            title = (group.role.title or "").lower()
            is_person = group.kind == "person" and candidate.kind == "person"
            if fits and (head in group.heads or (is_person and title.split()[-1:] == [head])):
                return group
        return None

    def result(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        """Actors by first mention, and the mentions with their ids."""
        about = self._about()
        actors = []
        ids: dict[int, str] = {}
        for number, group in enumerate(sorted(self._groups, key=lambda g: min(g.mentions)), 1):
            ids[id(group)] = f"a{number}"
            actors.append(self._actor(group, f"a{number}", about))
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

    def _about(self) -> str | None:
        """The country that most mentions of countries and most cities name, if it is most of them."""
        named = self._countries + Counter(
            place.country
            for place in self._document.places
            if place.use == "location" and place.country and place.precision in ("city", "region")
        )
        ranked = named.most_common(1)
        if not ranked or ranked[0][1] < _LEAST_COUNT or ranked[0][1] < _LEAST_SHARE * named.total():
            return None
        return ranked[0][0]

    def _actor(self, group: _Group, identity: str, about: str | None) -> Actor:
        role, wikidata = group.role, None
        if group.kind == "person" and group.form == "name":
            role, wikidata = self._in_office(group)
        if role.country is None and not role.top and about and group.kind != "document":
            national = role.sector in _NATIONAL and (group.form == "nominal" or group.kind == "government")
            if national or (role.sector in _NATIONAL and group.kind == "person" and role.sector != "CVL"):
                role = msgspec.structs.replace(role, country=about, rule="context")
        return Actor(
            id=identity,
            name=group.name,
            kind=group.kind,  # type: ignore[arg-type]  # one of the kinds of the tables
            title=role.title,
            country=role.country,
            sectors=(role.sector,) if role.sector else (),
            code=role.code,
            wikidata=wikidata,
            rule=role.rule,
            mentions=tuple(sorted(set(group.mentions))),
        )

    def _in_office(self, group: _Group) -> tuple[Role, str | None]:
        """The role of a person with what the table of office-holders has for the day of publication."""
        held = self._tenures(group)
        if not held or len({tenure.wikidata for tenure in held}) > 1:
            return group.role, None
        day = (self._document.published or "")[:10]
        holding = [tenure for tenure in held if day and tenure.covers(day)]
        role = group.role
        if role.country and role.sector:
            return role, held[0].wikidata
        if holding:
            sector = role.sector or sector_of(holding[-1])
            rule = "office-holder" if day <= holding[-1].asof else "office-holder, unverified after"
            country = role.country or holding[-1].country[:3]
            return msgspec.structs.replace(role, country=country, sector=sector, rule=rule), held[0].wikidata
        if role.country is None:
            other = role.sector or ("ELI" if day and all(t.end and t.end < day for t in held) else None)
            role = msgspec.structs.replace(
                role, country=held[0].country[:3], sector=other, rule="office-holder, other time"
            )
        return role, held[0].wikidata

    def _tenures(self, group: _Group) -> list[Tenure]:
        """What the table has for the full name; for a title and a surname, the one who held that office on the day."""
        name = fold(group.name)
        held = [t for t in officeholders().get(name, ()) if group.role.country in (None, t.country[:3])]
        day = (self._document.published or "")[:10]
        if held or " " in name or not day or not group.role.title:
            return held
        office = fold(group.role.title)
        return [
            tenure
            for tenure in surnames().get(name, ())
            if fold(tenure.position) == office
            and tenure.covers(day)
            and group.role.country in (None, tenure.country[:3])
        ]


def sector_of(tenure: Tenure) -> str:
    """The sector of an office by its words; GOV where they don't say, since the table is of public offices."""
    found = title_in(tenure.position.split(" of ")[0].split(" for ")[0].split())
    return found[2].sector if found and found[2].sector not in {"=", "-", "BUS", "EDU"} else "GOV"


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
    is_open = mine.sector is None or (mine.top is None and candidate.form == "name")
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
