"""What each route of ``/api/v1`` answers, by its name: the type, and an example of it about an invented affair."""

from typing import Any

from onrecord.model.page import CleanPage
from onrecord.model.record import Actor, Event, Participant, Record
from onrecord.model.span import Span
from onrecord.query import (
    KINDS,
    ActorRow,
    ArticleRow,
    Count,
    DecisionRow,
    Dyad,
    EntityRow,
    EventRow,
    FactRow,
    InputRow,
    Page,
    PlaceRow,
    RankRow,
    RunRow,
    Side,
    StatementRow,
    TimeRow,
)
from onrecord.query.agreeing import AgreementRow, VerdictRow
from onrecord.query.arrived import StoryReport, StoryRow
from onrecord.query.counting import Classes, Relation
from onrecord.query.fact_review import DoubtRow
from onrecord.query.linked import EntityMention, FactReport
from onrecord.query.reviewing import ReviewRow
from onrecord.query.why import Line
from onrecord.store.feeding import FeedRow
from onrecord.store.watching import Match, WatchRow
from onrecord.web.described import Answer
from onrecord.web.front import Front, FrontRow
from onrecord.web.parties import (
    ActorPage,
    DyadPage,
    Events,
    Evidence,
    Other,
    Role,
    Statements,
    Way,
)
from onrecord.web.progress import Progress
from onrecord.web.reading import ArticlePage, StoryPage
from onrecord.web.shapes import (
    Agreement,
    Bar,
    Counts,
    Decided,
    Dyads,
    Edge,
    FeedAddress,
    Kept,
    Network,
    Node,
    Place,
    Removed,
    Rows,
    Spots,
    Stretch,
    Timeline,
    Total,
    Voted,
    Watches,
)

_ID, _DAY, _OUTLET, _TITLE = "3f2a9c0d11e4", "2024-03-05", "The Rift Courier", "Kenya asks Uganda for power"
_TEXT = "Kenya asked Uganda for power on Tuesday, its energy minister said."
_OF: dict[str, Any] = {"article": _ID, "title": _TITLE, "outlet": _OUTLET, "published": _DAY, "url": None}
_READ: dict[str, Any] = {"confidence": 0.91, "rule": "clause"}
_WHEN: dict[str, Any] = {"first_day": _DAY, "last_day": _DAY, "dated_from": "text"}
_SIDES = tuple(
    Side(name=name, code=code, words=name, span=Span(start, start + len(name)))
    for name, code, start in (("Kenya", "KEN", 0), ("Uganda", "UGA", 12))
)

EVENT = EventRow(
    **_OF, **_READ, **_WHEN, id="e1", happened=_DAY, source=_SIDES[:1], target=_SIDES[1:], type="REQUEST",
    mode="assist", contexts=("economic",), object="power", status="actual", statement="s1", by="its energy minister",
    terms="named", certainty="certain", place="Nairobi", country="KEN", lat=-1.28, lon=36.82, evidence=_TEXT,
    trigger="asked", cameo="0231", quad=3, goldstein=-0.3, evidence_span=Span(0, len(_TEXT)),
    trigger_spans=(Span(6, 11),),
)  # fmt: skip
STATEMENT = StatementRow(
    **_OF, **_READ, **_WHEN, id="s1", said=_DAY, code="KENGOV", actor="a1", actor_name="its energy minister",
    source="its energy minister", cue="said", kind="indirect", terms="named", reason=None,
    content="Kenya asked Uganda for power on Tuesday", addressee=None, venue=None, certainty="certain", act="speech",
    source_spans=(Span(41, 60),), cue_spans=(Span(61, 65),), content_spans=(Span(0, 39),),
)  # fmt: skip
ACTOR = ActorRow(
    **_OF, **_READ, id="a1", name="Kenya", role=None, kind="country", country="KEN", sectors=(), code="KEN",
    wikidata="Q114", mentions=(Span(0, 5),),
)  # fmt: skip
PLACE = PlaceRow(
    **_OF, **_READ, id="p1", name="Nairobi", country="KEN", lat=-1.28, lon=36.82, geonameid=184745, precision="city",
    use="location", span=Span(0, 7),
)  # fmt: skip
TIME = TimeRow(**_OF, **_READ, id="t1", type="DATE", value=_DAY, mod=None, anchor="published", span=Span(32, 39))
ARTICLE = ArticleRow(
    article=_ID, title=_TITLE, outlet=_OUTLET, original_outlet=None, published=_DAY, published_from="json-ld",
    language="en", url=None, location="rift/power.html", recorded="2024-03-06T08:00:00+00:00",
)  # fmt: skip
_OF_KIND = {
    "events": Answer(Page[EventRow], Page((EVENT,), "WyJkYXkiLG51bGxd")),
    "statements": Answer(Page[StatementRow], Page((STATEMENT,), None)),
    "actors": Answer(Page[ActorRow], Page((ACTOR,), None)),
    "places": Answer(Page[PlaceRow], Page((PLACE,), None)),
    "times": Answer(Page[TimeRow], Page((TIME,), None)),
    "articles": Answer(Page[ArticleRow], Page((ARTICLE,), None)),
}
_STORY = StoryRow(
    id="5d0e77", title=_TITLE, first_day=_DAY, last_day="2024-03-06", articles=2, independent=2, first=_ID,
    outlets=("Lake Post", _OUTLET), copies=(), unattributed=(), moved=(),
    reports=(
        StoryReport(article=_ID, title=_TITLE, outlet=_OUTLET, original_outlet=None, published=_DAY, copy_of=None),
        StoryReport(article="90b1f2c4d7aa", title="Kampala weighs Kenyan plea", outlet="Lake Post", copy_of=None,
                    original_outlet=None, published="2024-03-06"),
    ),
)  # fmt: skip
_FACT = FactRow(
    id="81c0aa5e2f47", type="REQUEST", source="Kenya [KEN]", target="Uganda [UGA]", status="actual", first_day=_DAY,
    last_day=_DAY, place="Nairobi", country="KEN", reports=2, outlets=2, denials=0, contradictions=0, published=_DAY,
    evidence=_TEXT, history=({"day": _DAY, "status": "actual"},), disputes=(),
    told=(
        FactReport(article=_ID, event="e1", outlet=_OUTLET, published=_DAY, title=_TITLE, role="tells", status="actual",
                   by="its energy minister", terms="named", evidence=_TEXT, source="Kenya [KEN]", target="Uganda [UGA]",
                   score=None, reasons=()),
    ),
)  # fmt: skip
_RANKED: dict[str, Any] = {
    "points": 2, "up": 3, "down": 1, "terms": {"votes": 0.34, "outlets": 1.0, "novelty": 2.0, "age": -0.5},
}  # fmt: skip
_FRONT = FrontRow(
    id=_ID, kind="article", title=_TITLE, href=f"/articles/{_ID}", vote=_ID, cast="up", published=_DAY, outlet=_OUTLET,
    original_outlet=None, articles=2, reports=2, **_RANKED, why=("votes +0.34 (3 up, 1 down)",),
)  # fmt: skip
_ENTITY = EntityRow(
    id="KEN", name="Kenya", kind="country", country="KEN", codes=("KEN",), wikidata="Q114", articles=1,
    mentions=(
        EntityMention(article=_ID, actor="a1", name="Kenya", code="KEN", outlet=_OUTLET, published=_DAY, title=_TITLE,
                      score=None, reasons=()),
    ),
)  # fmt: skip
_MATCH = Match(
    watch="requests", key="1f", kind="event", article=_ID, day=_DAY, found="2024-03-06T08:01:00+00:00",
    what="Kenya [KEN] → Uganda [UGA]: REQUEST", sentence=_TEXT, title=_TITLE, outlet=_OUTLET,
)  # fmt: skip
_RECORD = Record(
    id=_ID, title=_TITLE, published=_DAY, language="en",
    actors=(
        Actor(id="a1", name="Kenya", kind="country", country="KEN", code="KEN", rule="country", mentions=(Span(0, 5),)),
    ),
    events=(
        Event(id="e1", type="REQUEST", source=(Participant(actor="a1", code="KEN", span=Span(0, 5)),), status="actual",
              trigger=(Span(6, 11),), evidence=Span(0, len(_TEXT)), quad=3, rule="clause"),
    ),
)  # fmt: skip
_ARTICLE_PAGE = ArticlePage(
    location="rift/power.html", digest="9c1f", page=CleanPage(text=_TEXT, title=_TITLE, outlet=_OUTLET, published=_DAY),
    record=_RECORD, reading=1, pipeline="0.1.0", recorded="2024-03-06T08:00:00+00:00", previous=None, next=ARTICLE,
    story=_STORY, facts=(_FACT,), cast=None,
)  # fmt: skip
_SEEN = Evidence(article=_ID, actor="a1", title=_TITLE, outlet=_OUTLET, published=_DAY)
_ACTOR_PAGE = ActorPage(
    name="Kenya", entity=_ENTITY, terms=(Count("named", 1),), said=Statements(count=1, rows=(STATEMENT,)),
    roles=(Role(role="energy minister", code="KENGOV", first=_DAY, last=_DAY, articles=1, evidence=(_SEEN,)),),
    did=Events(count=1, rows=(EVENT,)), suffered=Events(count=0, rows=()), others=(Other("UGA", 1, 0),), unit="month",
    over_time=(Count("2024-03", 2),),
)  # fmt: skip
_WAY = Way(
    source="KEN", target="UGA", count=1, types=(Count("REQUEST", 1),), statuses=(Count("actual", 1),),
    years=(Classes("2024", (0, 0, 1, 0)),), rows=(EVENT,),
)  # fmt: skip
_EDGE = Edge("KEN", "UGA", 1, 3, (0, 0, 1, 0), "KEN → UGA: 1, most of it conflict in words", "/events?dyad=KEN*%3EUGA*")
_RUN = RunRow(
    run=1, started="2024-03-06T08:00:00+00:00", state="done", inputs=2, stored=1, duplicate=0, rejected=1,
    reasons={"OR-NO-ARTICLE": 1}, sources=("rift/",), pipeline="0.1.0", settings="{}",
)  # fmt: skip
_INPUT = InputRow(
    position=0, location="rift/power.html", outcome="stored", article=_ID, code=None, message=None, digest="9c1f"
)
_DECISION = DecisionRow(
    id="c0ffee12", time="2024-03-07T10:00:00+00:00", author="Ana", action="edit", kind="actor", article=_ID,
    words="energy minister", field="code", value="KENGOV", undoes=None, reason=None, state="applied",
)  # fmt: skip
_RANK = RankRow(
    place=1, id=_ID, title=_TITLE, published=_DAY, rank=2.84, why="votes +0.34 (3 up, 1 down)", **_RANKED
)  # fmt: skip
_WATCHES = Watches((WatchRow("requests", '{"events":{"type":["REQUEST"]}}', "2024-03-01", "2024-03-06"),), (_MATCH,))


_TO_REVIEW = ReviewRow(
    article=_ID, id="e1", kind="event", title=_TITLE, outlet=_OUTLET, published=_DAY, confidence=0.41, rule="clause",
    text=(("Kenya ", False), ("asked", True), (" Uganda for power on Tuesday", False)), places={"p1": "Nairobi"},
    fields={"type": "REQUEST", "status": "actual"}, actors={"a1": "Kenya"}, times={_DAY: "Tuesday"}, verdicts={},
)  # fmt: skip
_VERDICT = VerdictRow(
    article=_ID, kind="event", value="e1", words="asked", confidence=0.41, verdicts={"Ana": "accept", "Ben": "reject"},
    differs=True,
)  # fmt: skip
_AGREED = AgreementRow(
    kind="all", reviewers=("Ana", "Ben"), values=10, agreed=9, share=0.9, kappa=0.8, alpha=0.8
)  # fmt: skip
_TIMELINE = Timeline(
    unit="month", chosen=False, counts=(Bar("2024-03", 1, "/events?since=2024-03&until=2024-03"),), less_exact=0,
    undated=0, ranges=(Stretch("2024-03-01", "2024-03-31", 1, "/events?since=2024-03-01&until=2024-03-31"),),
    ranges_of=1,
)  # fmt: skip
_NETWORK = Network(
    nodes=(Node("KEN", "KEN", 1, "/actors/KEN*"), Node("UGA", "UGA", 1, "/actors/UGA*")), edges=(_EDGE,), shown=2, of=2,
    edges_shown=1, edges_of=1,
)  # fmt: skip
_PLACE = Place(
    name="Nairobi", country="KEN", lat=-1.28, lon=36.82, precision="city", count=1, href="/events?place=Nairobi"
)  # fmt: skip
_PROGRESS = Progress(
    run=2, phase="reading", inputs=3, stored=2, duplicate=0, rejected=1, reasons={"OR-NO-ARTICLE": 1}, total=9,
    remaining=6, refused=(_INPUT,), said=None,
)  # fmt: skip
_KEPT = Kept(
    person="Ana", name="Talks", kind="events", made="2024-03-06T08:00:00+00:00", question={"type": ["CONSULT"]},
    address="/events?type=CONSULT",
)  # fmt: skip
_FEED = FeedRow(key="b94d27b9", person="Ana", watch="requests", made="2024-03-06T08:00:00+00:00")
_COUNTS = Answer(Counts, Counts((Count("KEN", 12), Count(None, 3))))

ANSWERS: dict[str, Answer] = {
    "front": Answer(Front, Front(kind="articles", articles=26, rows=(_FRONT,), stories=())),
    "article": Answer(ArticlePage, _ARTICLE_PAGE),
    "story": Answer(StoryPage, StoryPage(story=_STORY, facts=(_FACT,))),
    "why": Answer(Rows[Line], Rows((Line("rule", "clause, right in 91 of 100"),))),
    "facts": Answer(Rows[FactRow], Rows((_FACT,))),
    "fact": Answer(FactRow, _FACT),
    "entities": Answer(Rows[EntityRow], Rows((_ENTITY,))),
    "entity": Answer(ActorPage, _ACTOR_PAGE),
    "dyads": Answer(Rows[Relation], Rows((Relation("KEN", "UGA", 1, (0, 0, 1, 0)),))),
    "dyad": Answer(DyadPage, DyadPage(source="KEN", target="UGA", ways=(_WAY,))),
    "rank": Answer(Rows[RankRow], Rows((_RANK,))),
    "runs": Answer(Rows[RunRow], Rows((_RUN,))),
    "run": Answer(Rows[InputRow], Rows((_INPUT,))),
    "watches": Answer(Watches, _WATCHES),
    "decisions": Answer(Rows[DecisionRow], Rows((_DECISION,))),
    "review": Answer(Rows[ReviewRow], Rows((_TO_REVIEW,))),
    "review_facts": Answer(Rows[DoubtRow], Rows((DoubtRow(fact=_FACT, report=_FACT.told[0]),))),
    "agreement": Answer(Agreement, Agreement(rows=(_AGREED,), values=(_VERDICT,))),
    "timeline": Answer(Timeline, _TIMELINE),
    "network": Answer(Network, _NETWORK),
    "map": Answer(Spots, Spots(places=(_PLACE,), shown=1, of=1)),
    "progress": Answer(Progress, _PROGRESS),
    "read": Answer(Progress, _PROGRESS),
    "stop": Answer(Progress, _PROGRESS),
    "continue": Answer(Progress, _PROGRESS),
    "questions": Answer(Rows[Kept], Rows((_KEPT,))),
    "keep": Answer(Kept, _KEPT),
    "rename": Answer(Kept, _KEPT),
    "remove": Answer(Removed, Removed("Talks")),
    "watch_question": Answer(Watches, _WATCHES),
    "between": Answer(Dyads, Dyads((Dyad("KEN", "UGA", 1),))),
    **_OF_KIND,
    **{f"{kind}_count": Answer(Total, Total(12)) for kind in (*KINDS, "facts")},
    **{f"{kind}_{way}": _COUNTS for kind in (*KINDS, "facts") for way in ("by", "over")},
    "vote": Answer(Voted, Voted(_ID, "up")),
    "decide": Answer(Decided, Decided(("c0ffee12",))),
    "watch": Answer(Watches, _WATCHES),
    "feeds": Answer(Rows[FeedRow], Rows((_FEED,))),
    "unsubscribe": Answer(Rows[FeedRow], Rows(())),
    "subscribe": Answer(FeedAddress, FeedAddress("b94d27b9", "/feeds/Zk3…Qx.atom", "/feeds/Zk3…Qx.json")),
    "unwatch": Answer(Watches, Watches((), ())),
}
