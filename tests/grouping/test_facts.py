"""Which events are one, how a fact is told, and who is one across articles."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.grouping.entities_across import Profile, compared, identities, is_entity, name_key
from onrecord.grouping.facts import facts, keys, links
from onrecord.grouping.happenings import Happening, Party
from onrecord.grouping.likeness import likeness
from onrecord.grouping.telling import told

NORWAY, CHILE = Party("Norway", "NOR", "Norway"), Party("Chile", "CHL", "Chile")
_PARTIES = st.sampled_from([
    (), (NORWAY,), (CHILE,), (Party(None, None, "nine soldiers"),), (Party(None, None, "12 soldiers"),),
    (Party("Anna Berg", "NORGOV", "Berg"),), (Party("Ola Lund", "NORGOV", "Ola Lund"),), (NORWAY, CHILE),
])  # fmt: skip
_DAYS = st.sampled_from([None, "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-01"])


@st.composite
def happenings(draw: st.DrawFn, most: int = 12) -> list[Happening]:
    """Events of a few articles, alike enough to be linked now and then."""
    found = []
    for number in range(draw(st.integers(1, most))):
        day = draw(_DAYS)
        published = draw(_DAYS)
        found.append(
            Happening(
                key=f"a{number // 2}/{number}", article=f"a{number // 2}",
                type=draw(st.sampled_from(["ASSAULT", "AID"])),
                status=draw(st.sampled_from(["actual", "planned", "negated"])), source=draw(_PARTIES),
                target=draw(_PARTIES), first_day=day or published, last_day=day or published, is_dated=day is not None,
                place=draw(st.sampled_from([None, "Oslo"])), trigger=draw(st.sampled_from(["hit", "struck"])),
                evidence=draw(st.sampled_from(["They hit Oslo at dawn.", "A ship struck the pier."])),
                context=draw(st.sampled_from(["Oslo hit at dawn", "Pier struck by ship"])), published=published,
                origin=draw(st.sampled_from(["", "Post", "Mail"])),
            )
        )  # fmt: skip
    return found


@given(happenings(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_facts_part_the_events_whatever_their_order(found: list[Happening], chance: random.Random) -> None:
    groups = facts(found)
    assert sorted(key for group in groups for key in group.members) == sorted(one.key for one in found)
    chance.shuffle(found)
    assert facts(found) == groups
    assert len({group.id for group in groups}) == len(groups)


@given(happenings(), st.data())
@settings(max_examples=60, deadline=None)
def test_peoples_word_overrides_links(found: list[Happening], data: st.DataObject) -> None:
    pairs = st.tuples(st.sampled_from(found), st.sampled_from(found)).map(lambda pair: (pair[0].key, pair[1].key))
    one = data.draw(pairs)
    where = {key: group.id for group in facts(found, together=[one]) for key in group.members}
    assert where[one[0]] == where[one[1]]
    if one[0] != one[1]:
        where = {key: group.id for group in facts(found, apart=[one]) for key in group.members}
        assert where[one[0]] != where[one[1]]


@given(happenings(2))
@settings(max_examples=80, deadline=None)
def test_likeness_is_the_sum_of_its_reasons_and_the_same_both_ways(found: list[Happening]) -> None:
    one, other = found[0], found[-1]
    like = likeness(one, other)
    assert dict(likeness(other, one).reasons) == dict(like.reasons)
    assert like.score == pytest.approx(-3 + sum(points for _, points in like.reasons), abs=0.01)


def event(number: int = 0, **parts: object) -> Happening:
    base = Happening(
        key=f"a{number}/e", article=f"a{number}", type="ASSAULT", source=(NORWAY,),
        target=(Party(None, None, "nine soldiers"),), first_day="2024-05-01", last_day="2024-05-01", is_dated=True,
        trigger="hit", evidence="Norway hit nine soldiers in Oslo.", context="Soldiers hit in Oslo",
        published=f"2024-05-0{number + 1}", origin=f"outlet {number}",
    )  # fmt: skip
    return msgspec.structs.replace(base, **parts)


@pytest.mark.parametrize(
    ("parts", "is_one"),
    [
        ({}, True),
        ({"place": "Oslo", "country": "NOR"}, True),  # told by one alone
        ({"source": ()}, True),
        ({"first_day": "2024-05-09", "last_day": "2024-05-09"}, False),
        ({"target": (Party(None, None, "12 soldiers"),)}, True),  # of one day: they contradict each other
        ({"type": "AID"}, False),
    ],
)
def test_what_is_not_told_does_not_veto_and_another_day_does(parts: dict[str, object], is_one: bool) -> None:
    assert bool(links([event(0), event(1, **parts)])) == is_one


def test_an_event_without_a_day_meets_one_with_a_day() -> None:
    undated = event(1, first_day=None, last_day=None, is_dated=False, published=None)
    assert set(keys(undated)) & set(keys(event(0)))
    assert links([event(0), undated])


def test_a_fact_tells_its_history_denials_and_contradictions() -> None:
    told_ = told(
        [
            event(3, status="negated", by="Chile", cue="denied", origin=""),
            event(0, status="planned"),
            event(1, target=(Party(None, None, "12 soldiers"),), source=(CHILE,), by="police", terms="unnamed_group"),
            event(2, status="planned", origin="outlet 1"),
        ]
    )
    assert [(step.published, step.status) for step in told_.history] == [
        ("2024-05-01", "planned"), ("2024-05-02", "actual"),
    ]  # fmt: skip
    assert (told_.status, told_.reports, told_.outlets, told_.denials) == ("actual", 4, 2, ("a3/e",))
    assert {(one.kind, tuple(version for version, _ in one.versions)) for one in told_.contradictions} == {
        ("number", ("9", "12")),
        ("actor", ("Norway", "Chile")),
    }
    assert [(voice.by, voice.terms) for voice in told_.voices][1] == ("police", "unnamed_group")


def person(name: str, country: str | None = None, *sectors: str, **parts: object) -> Profile:
    return Profile(name=name, kind="person", country=country, sectors=sectors, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (person("José Ruiz", "PER", "GOV"), person("Jose Ruiz", "PER", "ELI"), True),
        (person("Jose Ruiz", "PER", "GOV"), person("Jose Ruiz", "PER", "CVL"), False),
        (person("Jose Ruiz", "PER"), person("Jose Ruiz", "CHL"), False),
        (person("Jose Ruiz", "PER", "GOV"), person("Jose Ruiz"), True),
        (person("Ruiz", "PER", "GOV"), person("Ruiz", "PER", "GOV", alone="x/a1"), False),
        (person("Ana Ruiz", "PER", "GOV"), person("Jose Ruiz", "PER", "GOV"), False),
        (person("Volodymyr Zelensky", wikidata="Q1"), person("Volodymyr Zelenskyy", wikidata="Q1"), True),
        (person("Jose Ruiz", "PER", wikidata="Q1"), person("Jose Ruiz", "PER", wikidata="Q2"), False),
    ],
)
def test_who_is_one(one: Profile, other: Profile, is_one: bool) -> None:
    assert (compared(one, other) is not None) == is_one
    assert (len(identities([one, other])) == 1) == is_one
    assert identities([one, other]) == identities([other, one])


def test_a_name_that_fits_two_joins_neither() -> None:
    two = [person("Jose Ruiz", "PER", "GOV"), person("Jose Ruiz", "CHL", "GOV")]
    assert len(identities([*two, person("Jose Ruiz")])) == 3


@pytest.mark.parametrize(
    ("name", "kind", "is_one"),
    [
        ("Anna Berg", "person", True),
        ("a Turkish official", "person", False),
        ("Human rights groups", "organization", False),
        ("The Hague Court", "organization", True),
        ("Protesters", "group", False),
        ("Two Norwegians", "person", False),
    ],
)
def test_only_names_are_met_again(name: str, kind: str, is_one: bool) -> None:
    assert is_entity(name, kind, None) == is_one


def test_names_are_compared_without_accents_case_and_article() -> None:
    assert name_key("The  Élysée") == name_key("ELYSEE") == "elysee"
