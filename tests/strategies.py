"""Generated values of the model, for property tests.

Texts hold whatever a page may hold: lone surrogates, null characters, quotation marks, nothing. Ids are unique within
their kind, as the stages give them; references between values may lead nowhere.
"""

from typing import Any, get_args

from hypothesis import strategies as st

from onrecord.model import record as model
from onrecord.model.page import CleanPage, OffsetMap, PageInfo, Repair
from onrecord.model.record import (
    Actor,
    Event,
    EventPlace,
    EventTime,
    Failure,
    Participant,
    Place,
    Record,
    Statement,
    Time,
)
from onrecord.model.span import Span

_LETTERS = st.characters(codec="utf-8") | st.sampled_from("\ud800\udfff\x00\ue000“”'\n\u202e%_/")
texts = st.text(_LETTERS, max_size=60)
words = st.text(_LETTERS, max_size=12)
names = st.text("abcdeé ÉĞ", min_size=1, max_size=8)
codes = st.sampled_from(["RUSGOV", "CHN", "USAMIL", "---CVL", "UNO"])
countries = st.sampled_from(["RUS", "CHN", "USA", "FRA"])
confidences = st.floats(0, 1)
dates = st.sampled_from(
    ["2024-05-01", "2024-05", "2023", "2024-W18", "2024-05-01T10:00", "2024-04-30/2024-05-02", "XXXX-05-01", "P2D"]
)


def _maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def _one_of(kind: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(kind))


def spans(length: int) -> st.SearchStrategy[Span]:
    """Spans within a text of ``length`` code points, empty ones included."""
    edges = st.integers(0, length)
    return st.tuples(edges, edges).map(lambda pair: Span(*sorted(pair)))


def _tuples(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


def _listed(build: Any, letter: str, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """Up to ``most`` values, each built with its own id."""
    return st.integers(0, most).flatmap(lambda count: st.tuples(*(build(f"{letter}{n}") for n in range(count))))


def _ids(letter: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *(f"{letter}{number}" for number in range(4))])


@st.composite
def records(draw: st.DrawFn, text: str, identity: str = "a") -> Record:
    """Records whose spans point into ``text``."""
    span, many = spans(len(text)), _tuples(spans(len(text)))
    participant = st.builds(Participant, actor=_ids("a"), code=_maybe(codes), span=span)

    def actor(ident: str) -> st.SearchStrategy[Actor]:
        return st.builds(
            Actor, id=st.just(ident), name=names, kind=_one_of(model.ActorKind), title=_maybe(words),
            country=_maybe(countries), sectors=_tuples(st.sampled_from(["GOV", "MIL"])), code=_maybe(codes),
            wikidata=_maybe(words), rule=names, mentions=many, confidence=confidences,
        )  # fmt: skip

    def place(ident: str) -> st.SearchStrategy[Place]:
        return st.builds(
            Place, id=st.just(ident), span=span, name=names, country=_maybe(countries),
            lat=_maybe(st.floats(-90, 90)), lon=_maybe(st.floats(-180, 180)),
            geonameid=_maybe(st.integers(1, 2**31 - 1)), precision=_maybe(_one_of(model.PlacePrecision)),
            use=_one_of(model.PlaceUse), rule=names, confidence=confidences,
        )  # fmt: skip

    def time(ident: str) -> st.SearchStrategy[Time]:
        return st.builds(
            Time, id=st.just(ident), span=span, type=_one_of(model.TimeType), value=dates, mod=_maybe(names),
            anchor=_ids("t") | st.just("published"), rule=names, confidence=confidences,
        )  # fmt: skip

    def statement(ident: str) -> st.SearchStrategy[Statement]:
        return st.builds(
            Statement, id=st.just(ident), content=many, source=many, cue=many, actor=_ids("a"), code=_maybe(codes),
            kind=_one_of(model.StatementKind), terms=_one_of(model.Terms), reason=many, addressee=many, venue=many,
            when=_maybe(dates), certainty=_one_of(model.Certainty), within=_ids("s"), act=_one_of(model.Act),
            rule=names, confidence=confidences,
        )  # fmt: skip

    def event(ident: str) -> st.SearchStrategy[Event]:
        return st.builds(
            Event, id=st.just(ident), type=st.sampled_from(["ASSAULT", "REQUEST"]), mode=_maybe(names),
            contexts=_tuples(names), source=_tuples(participant), target=_tuples(participant), object=many,
            trigger=many, status=_one_of(model.Status), statement=_ids("s"),
            when=_maybe(st.builds(EventTime, value=dates, span=span)),
            where=_maybe(st.builds(EventPlace, place=st.sampled_from(["p0", "p1"]), country=_maybe(countries))),
            evidence=span, also=many, cameo=_maybe(st.just("0232")), quad=st.integers(1, 4),
            goldstein=_maybe(st.floats(-10, 10)), rule=names, confidence=confidences,
        )  # fmt: skip

    return Record(
        id=identity,
        url=draw(_maybe(words)),
        title=draw(_maybe(words)),
        published=draw(_maybe(dates)),
        language=draw(_maybe(st.sampled_from(["en", "de"]))),
        actors=draw(_listed(actor, "a")),
        places=draw(_listed(place, "p")),
        times=draw(_listed(time, "t")),
        statements=draw(_listed(statement, "s")),
        events=draw(_listed(event, "e")),
        failures=draw(_tuples(st.builds(Failure, stage=names, code=st.just("OR-STAGE"), message=words))),
    )


@st.composite
def articles(draw: st.DrawFn, identity: str = "a") -> tuple[CleanPage, Record]:
    """A cleaned page and a record of it."""
    text = draw(words | st.text("The mayor said “no”. ", max_size=60))
    record = draw(records(text, identity))
    repair = st.builds(Repair, rule=names, span=spans(len(text)), before=words, after=words)
    page = CleanPage(
        text=text,
        title=record.title,
        authors=draw(_tuples(words)),
        published=record.published,
        published_from=draw(_maybe(st.just("meta"))),
        outlet=draw(_maybe(names)),
        original_outlet=draw(_maybe(names)),
        language=record.language,
        url=record.url,
        page=PageInfo(points=draw(_maybe(st.integers(0, 9))), related=draw(_tuples(words))),
        repairs=draw(_tuples(repair)),
        offsets=OffsetMap(((0, 0, len(text)),)),
    )
    return page, record
