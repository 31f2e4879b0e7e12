"""One entry an actor: full names first, then surnames, titles, acronyms and definite descriptions."""

import re

import msgspec

from onrecord.entities.candidacy import is_running, may_stand
from onrecord.entities.candidate import Candidate, belongs_after, surface
from onrecord.entities.candidates import described_by
from onrecord.entities.context import Context
from onrecord.entities.group import Group, agree, enrich, has_more_words, is_one, key_of
from onrecord.entities.lexicon import fold
from onrecord.entities.name_forms import PARTICLES
from onrecord.entities.named_again import named_again
from onrecord.entities.named_alike import is_of_gender, same_body, same_person, same_word
from onrecord.entities.nested import places_within
from onrecord.entities.nominals import OWNED
from onrecord.entities.offices import Tenure, same_office, standing, tenures
from onrecord.entities.roles import TOP_LEVEL, Role, in_full
from onrecord.entities.roster import RULE
from onrecord.entities.serving import owner_of, served_by
from onrecord.model.document import Document
from onrecord.model.mention import Mention
from onrecord.model.record import WITHIN, Actor

# Whoever is told by such a sector without a country belongs to the one that the article is about; unknown attackers,
# refugees and transnational groups don't.
_NATIONAL = frozenset("GOV MIL COP JUD LEG SPY OPP PTY CVL LAB AGR REB MED PRM CRM REL EDU JRN BUS SOC UNK ELI".split())
_ARMED = frozenset({"REB", "PRM"})  # fight where the article is, whosever politics it follows
# A name alone tells its country less well than an office does.
_NATIONAL_BODIES = _NATIONAL - {"BUS", "REB", "CRM", "PRM"}
# Words for somebody who may be from anywhere.
_ANYWHERE = frozenset(
    "source insider critic supporter observer expert analyst other ally smuggler trafficker pirate hacker "
    "mercenary tourist traveler traveller investor trader economist diplomat envoy mediator delegate".split()
)


class Merging:
    """Takes candidates in text order and joins those that mean the same actor."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._day = (document.published or "")[:10]
        self._groups: list[Group] = []
        self._placed: list[tuple[Candidate, Group]] = []
        self._context = Context(document)
        spans = (place.span for place in document.places)
        self._places = frozenset(
            document.parse.tokens[i].text for span in spans for i in document.parse.tokens_in(span)
        )

    def add(self, candidate: Candidate) -> None:
        """Joins ``candidate`` to the actor it means, or starts a new one."""
        if candidate.role.country:
            self._context.note(candidate.span.start, candidate.role.country)
        group = self._apposed_or_alike(candidate)
        if group is None:
            candidate = self._inheriting(candidate)
            group = Group(candidate.name, candidate.kind, candidate.form, candidate.role, set(), [], key_of(candidate))
            self._groups.append(group)
        else:
            if candidate.form == "name" and group.form == "name" and has_more_words(candidate.name, group.name):
                group.name = candidate.name
            self._take_title(group, candidate)
            candidate = self._inheriting(candidate)  # "Ana Ruiz, the minister's adviser"
            enrich(group, candidate.role, candidate.form)
        if candidate.role.rule == RULE:
            group.role, group.kind, group.wikidata = candidate.role, candidate.kind, candidate.wikidata
        if group.kind == "person" and group.form == "name" and group.role.country is None and not group.role.top:
            # Known now, so that "the Turkish president" further on is not taken for somebody else's president.
            group.role = self._in_office(group)[0]
        if group.role.country and candidate.role.country is None:
            self._context.note_again(candidate.span.start, group.role.country)
        group.mentions.append(candidate.span)
        group.heads.add(self._document.parse.tokens[candidate.head].lemma.lower())
        self._placed.append((candidate, group))

    def _take_title(self, group: Group, candidate: Candidate) -> None:
        """The title beside a name further on, where the code came from the tables; without a day, the code with it."""
        mine, told = group.role, candidate.role
        if candidate.form == "name" and told.title and mine.title is None and mine.rule.startswith(_OF_TABLE):
            if not self._day:
                group.role = Role(kind=mine.kind)
            elif told.sector == mine.sector:
                group.role = msgspec.structs.replace(mine, title=told.title)

    def _apposed_or_alike(self, candidate: Candidate) -> Group | None:
        """The actor the candidate means by its place or its name; a description takes the name of who it describes."""
        beside = self._beside(candidate)
        if beside is None or candidate.form == "nominal" or beside.form == "name":
            return beside or self._match(candidate)
        named = self._match(candidate)
        if named is None or named is beside:
            beside.name, beside.form, beside.key = candidate.name, "name", key_of(candidate)
            return beside
        self._take_over(named, beside)
        enrich(named, beside.role, candidate.form)
        return named

    def _take_over(self, group: Group, other: Group) -> None:
        """Makes the mentions of ``other`` those of ``group``."""
        group.mentions += other.mentions
        group.heads |= other.heads
        self._placed = [(c, group if g is other else g) for c, g in self._placed]
        self._groups.remove(other)

    def _join_listed(self) -> None:
        """Makes those one who are the same person in the tables of office-holders: "Qaddafi", "Muammar Gadhafi".

        Those of one spelling were told apart, by gender or initial: "Mr. Clinton", "Mrs. Clinton".
        """
        listed: dict[str, Group] = {}
        people = [g for g in self._groups if g.kind == "person" and g.form == "name" and g.role.rule != RULE]
        for group in people:
            held = self._held(group)
            first = listed.setdefault(held[0].wikidata or held[0].person, group) if held else group
            if fold(first.name).split()[-1] != fold(group.name).split()[-1]:
                if has_more_words(group.name, first.name):
                    first.name = group.name
                enrich(first, group.role, group.form)
                self._take_over(first, group)

    def _inheriting(self, candidate: Candidate) -> Candidate:
        """Somebody's spokesman or brother has that one's country, and the sector where the title leaves it open."""
        role = candidate.role
        if role.country or role.top or candidate.kind == "document":
            return candidate
        owner = owner_of(self._document.parse, self._placed[-8:], candidate)
        if owner is None or not owner.role.country:
            return candidate
        sector = role.sector or self._sector_of(owner)
        inherited = msgspec.structs.replace(role, country=owner.role.country, sector=sector, rule="possessor")
        return msgspec.structs.replace(candidate, role=inherited)

    def _sector_of(self, owner: Group) -> str | None:
        """The sector that who works for somebody has by that."""
        if owner.kind not in ("person", "government", "organization"):
            return None
        return self._standing(owner, owner.role).sector if owner.kind == "person" else owner.role.sector

    def _serving(self, group: Group, role: Role) -> Role:
        """An adviser "to" somebody has that one's country and sector, where the words leave them open."""
        if group.form == "name" or role.sector or role.top:
            return role
        owner = served_by(self._document.parse, self._placed, group)
        if owner is None or not owner.role.country:
            return role
        country = role.country or owner.role.country
        return msgspec.structs.replace(role, country=country, sector=self._sector_of(owner), rule="possessor")

    def _beside(self, candidate: Candidate) -> Group | None:
        """The actor that the candidate is in apposition to: "the minister, Ana Ruiz", "state news agency IRNA"."""
        parse = self._document.parse
        described = described_by(parse, candidate.head)
        if candidate.kind not in _APPOSED:
            return None
        for other, group in reversed(self._placed[-6:]):
            is_close = group.kind == "person" or candidate.head - other.head == 1
            is_apposed = described is not None and other.head == described and is_close
            if (is_apposed or self._follows_comma(candidate, other)) and agree(group, candidate):
                return group
        return None

    def _follows_comma(self, candidate: Candidate, other: Candidate) -> bool:
        """Whether a name follows a definite description and a comma, as in "Peru's president, Ana Ruiz, said".

        In "After talks with the president, Ana Ruiz left" no mark ends the apposition.
        """
        text = self._document.text
        between, after = text[other.span.end : candidate.span.start], text[candidate.span.end :][:1]
        is_pair = candidate.form == "name" and other.form == "nominal" and candidate.kind == other.kind == "person"
        is_told = other.definite or other.role.country is not None
        is_apart = self._document.parse.tokens[other.head].dep == "pobj" and after.isspace()
        return is_pair and between == ", " and is_told and not is_apart

    def _match(self, candidate: Candidate) -> Group | None:
        if candidate.form == "nominal":
            return self._described(candidate)
        key = key_of(candidate)
        alike = (group for group in reversed(self._groups) if group.key == key or is_one(group, candidate))
        text = self._document.text
        same = [group for group in alike if is_of_gender(group, candidate, text)]
        if same:
            return same[0]
        if candidate.kind == "person":
            person = same_person(self._groups, candidate, text)
            return person or same_word(self._groups, candidate, text)
        if (bracketed := self._bracketed(candidate)) is not None or candidate.known is not None:
            return bracketed
        # The parser may take a surname alone for a body.
        first, _, more = fold(candidate.name).partition(" ")
        person = same_person(self._groups, candidate, text) if not more or first in PARTICLES else None
        return person or same_body(self._groups, candidate, text)

    def _bracketed(self, candidate: Candidate) -> Group | None:
        """The body whose acronym stands in brackets behind it, or whose full name stands behind its acronym."""
        parse = self._document.parse
        first = next(iter(parse.tokens_in(candidate.span)))
        if first < 2 or parse.tokens[first - 1].text != "(":
            return None
        before = parse.tokens[first - 2].end
        for other, group in reversed(self._placed[-4:]):
            is_short = candidate.name.isupper() or other.name.isupper()
            if other.span.end == before and other.form == "name" and group.kind != "person" and is_short:
                return group
        return None

    def _described(self, candidate: Candidate) -> Group | None:
        """A definite description ("the official") is the nearest actor before that was called so."""
        head = self._document.parse.tokens[candidate.head].lemma.lower()
        if head in OWNED:
            return self._same_words(candidate)
        if not candidate.definite:
            return self._same_words(candidate) or self._same_force(candidate, head)
        title = (candidate.role.title or "").lower()
        for group in sorted(self._groups, key=lambda g: max(g.mentions), reverse=True):
            told = in_full(group.role.title or "")
            fits = candidate.role.country is None or group.role.country in (None, candidate.role.country)
            is_person = group.kind == "person" and candidate.kind == "person"
            if fits and is_person and " " in title and told.split()[-1:] == [head] and told != title:
                continue  # "The home secretary" is not the secretary of something else.
            if is_person and title and group.role.sector == "ELI" != candidate.role.sector:
                continue  # "The president" is not the former one.
            is_called = head in group.heads or (is_person and told.split()[-1:] == [head])
            if not (fits and is_called and self._agrees(candidate, group)):
                continue
            if self._is_of_same(candidate, group) and not self._is_anyone(group):
                return group
        return self._in_the_office(candidate, title) if candidate.kind == "person" and title else None

    def _agrees(self, candidate: Candidate, group: Group) -> bool:
        """Whether both are one or both are several: "the city" is none of "two cities"."""
        first = next(c for c, g in self._placed if g is group)
        one, other = (self._document.parse.tokens[c.head].tag.endswith("S") for c in (first, candidate))
        is_single = group.kind == "person" and group.form == "name"
        return one == other if first.form == candidate.form == "nominal" else not (is_single and other)

    def _is_anyone(self, group: Group) -> bool:
        """Whether it was told without meaning one: "the country" is none of "every country"."""
        parse = self._document.parse
        first = next(c for c, g in self._placed if g is group)
        return first.form == "nominal" and parse.tokens[parse.tokens_in(first.span).start].text.lower() in _ANYONE

    def _is_of_same(self, candidate: Candidate, group: Group) -> bool:
        """Whether both belong to one: neither "the governor of Ohio" nor "the Ohio governor" is that of Texas."""
        mine = self._belongings(candidate)
        for form, own in (("nominal", mine), ("name", mine & self._places)):
            told = (c for c, g in self._placed if g is group and c.form == form)
            theirs = {word for other in told for word in self._belongings(other)}
            theirs &= theirs if form == "nominal" else self._places
            if own and theirs and own.isdisjoint(theirs):
                return False
        return True

    def _belongings(self, candidate: Candidate) -> set[str]:
        """The names in the phrases before and behind the head that say to whom it belongs."""
        parse = self._document.parse
        inside = parse.tokens_in(candidate.span) if candidate.form == "nominal" else ()
        before = (i for i in inside if i < candidate.head and parse.tokens[i].text in self._places)
        after = belongs_after(parse, candidate.head)
        return {parse.tokens[i].text for i in (*before, *after) if parse.tokens[i].pos == "PROPN"}

    def _in_the_office(self, candidate: Candidate, title: str) -> Group | None:
        """The person named before who held the office on the day: "the president"."""
        for group in reversed(self._groups):
            is_of_table = group.role.title is None or group.role.rule.startswith(_OF_TABLE)
            if group.kind == "person" and group.form == "name" and is_of_table and self._day:
                held = tenures(group.name, self._day, candidate.role.country)
                if same_office(held, title, self._day):
                    return group
        return None

    def _same_words(self, candidate: Candidate) -> Group | None:
        """ "Peru's Great Library" said again in the same words: the name that owns it makes it one."""
        parse = self._document.parse
        owners = (parse.tokens[i].pos == "PROPN" for i in parse.children(candidate.head, "poss"))
        is_owned = any(owners) and parse.tokens[candidate.head].tag in ("NN", "NNP")
        same = (g for g in self._groups if g.form == "nominal" and g.name == candidate.name)
        return next(same, None) if is_owned else None

    def _same_force(self, candidate: Candidate, head: str) -> Group | None:
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
        self._join_listed()
        self._name_again()
        self._add_places()
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

    def _name_again(self) -> None:
        """Gives every actor the places where its name stands again, within the name of another or alone."""
        parse = self._document.parse
        numbers = {id(group): number for number, group in enumerate(self._groups)}
        placed = [(candidate, numbers[id(group)]) for candidate, group in self._placed]
        for first, last, number in named_again(parse, placed):
            group, span = self._groups[number], parse.span(first, last)
            group.mentions.append(span)
            head = parse.head_of(span)
            if head is not None and not any(c.span.contains(span) for c, _ in placed):
                name = surface(parse, first, last)
                again = Candidate(head=head, span=span, form="name", name=name, kind=group.kind, role=group.role)
                self._placed.append((again, group))

    def _add_places(self) -> None:
        """Gives every town or region that an actor belongs to an entry of its own."""
        for (place, part), spans in places_within(self._document, [c for c, _ in self._placed]).items():
            role = Role(kind="government", country=place.country, rule=WITHIN)
            self._groups.append(
                Group(part or place.name, "government", "name", role, set(), list(spans), f"place:{place.id}:{part}")
            )

    def _actor(self, group: Group, identity: str) -> Actor:
        role, wikidata = group.role, group.wikidata
        if group.kind == "person" and group.form == "name" and role.rule != RULE:
            role, wikidata = self._in_office(group)
            role = self._standing(group, role)
        role = self._serving(group, role)
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

    def _standing(self, group: Group, role: Role) -> Role:
        """The role with the sector of a politician for who is running for office and holds none."""
        if role.top or not may_stand(role.sector) or not is_running(self._document.parse, group.mentions):
            return role
        return msgspec.structs.replace(role, sector="PTY", also=None)

    def _in_context(self, group: Group, role: Role) -> Role:
        """The role with the country of the article, for those whose sector makes them belong to one."""
        if role.usual and (self._context.names(role.usual) or self._context.is_silent):
            return msgspec.structs.replace(role, country=role.usual)
        is_body = group.form == "name" and group.kind != "person"
        if role.sector not in (_NATIONAL_BODIES if is_body else _NATIONAL) or group.kind == "document":
            return role
        if group.heads & _ANYWHERE or _is_of_many(group):
            return role
        found = self._context.country_at(min(group.mentions).start, role.sector not in _ARMED)
        return msgspec.structs.replace(role, country=found[0], rule=found[1]) if found else role

    def _is_abroad(self, country: str | None) -> bool:
        """Whether the article speaks of countries, and not of this one."""
        return country is not None and not self._context.is_silent and not self._context.names(country)

    def _held(self, group: Group) -> tuple[Tenure, ...]:
        """What the tables have of a person; nothing of a surname alone in an article that is not of its country."""
        role = group.role
        title = role.title if role.sector not in (None, "ELI") else None
        held = tenures(group.name, self._day, role.country, title)
        is_told = bool(held) and (" " in group.name or title is not None or self._context.names(held[0].country[:3]))
        return held if is_told else ()

    def _in_office(self, group: Group) -> tuple[Role, str | None]:
        """The role of a person with what the tables of office-holders have for the day of publication."""
        role, held = group.role, self._held(group)
        if not held:
            return role, None
        told = standing(held, self._day, TOP_LEVEL)
        if role.country is None and told.rule == _OF_OTHER_TIME and self._is_abroad(told.country):
            return role, None  # more likely a namesake
        sector = same_office(held, role.title, self._day) or role.sector
        if role.country and sector:
            return msgspec.structs.replace(role, sector=sector), told.wikidata
        if sector is None and told.top:
            return msgspec.structs.replace(role, top=told.top, also=told.also, rule=told.rule), told.wikidata
        country, sector = role.country or told.country, sector or told.sector
        return msgspec.structs.replace(role, country=country, sector=sector, rule=told.rule), told.wikidata


_OF_OTHER_TIME = "office-holder, other time"


def _is_of_many(group: Group) -> bool:
    """Whether its words say that it is of a part of the world, or of several countries: "a European diplomat"."""
    words = set(re.findall(r"[a-z]+", group.name.lower()))
    return group.form != "name" and bool(words & _OF_MANY or (words & _OF_OTHERS and group.heads & _ABROAD))


# Words for parts of the world and for several countries; "foreign" only of these, since a foreign minister is at home.
_OF_MANY = frozenset(
    "african allied arab asian balkan baltic european global gulf international latin multinational nordic "
    "scandinavian transatlantic western world".split()
)
_OF_OTHERS = frozenset({"foreign", "overseas"})
_ABROAD = frozenset("diplomat embassy envoy fighter force government leader official power soldier troop".split())
_APPOSED = frozenset({"person", "organization", "government", "group"})
_ANYONE = frozenset("any each every either neither no what whatever which whichever".split())
_OF_TABLE = "office-holder"  # how the rules begin that tables of office-holders give
