"""The tables of a record store. Every table and column says what it holds; ``docs/reference/store.md`` is made of it.

``readings.record`` is the whole record of an article, as it was read, reread or corrected; the tables of values hold it
once more, in words, so that they can be asked. An earlier reading stays, with the time at which another took its place.
Change a table only with a step in ``migrations``.

Indexes named ``_told`` hold all that is counted by, in the order of pages: counts read them in place of a table that is
thirty times as large, and pages look up only those rows that fit.
"""

from typing import Any

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, Table, text

from onrecord.model.page import CleanPage
from onrecord.model.record import Record, Spans
from onrecord.store.columns import Words
from onrecord.store.schema_columns import TOKEN as _TOKEN
from onrecord.store.schema_columns import decimal as _decimal
from onrecord.store.schema_columns import json as _json
from onrecord.store.schema_columns import number as _number
from onrecord.store.schema_columns import token as _token
from onrecord.store.schema_columns import words as _words

VERSION = 5

metadata = MetaData()


def _article() -> Column[str]:
    about = "the article, articles.id"
    return Column("article", _TOKEN, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, comment=about)


def _held() -> tuple[Column[str], Column[str]]:
    """From when to when a row is what the record says."""
    return (
        _token("recorded", "since when this is on the record, ISO date-time; empty if the command gave no time"),
        _token("until", "when another took its place, ISO date-time; null while it holds", null=True),
    )


def _value() -> tuple[Column[Any], ...]:
    """A value of a reading. Values are told apart by their place, so that nothing rests on their ids."""
    place = "place among the reading's values of this kind, from 0"
    return (
        _article(),
        Column("reading", Integer, primary_key=True, comment="the reading of that article, readings.number"),
        Column("position", Integer, primary_key=True, comment=place),
        _token("id", "its id in the record"),
        *_held(),
    )


def _of_reading() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["article", "reading"], ["readings.article", "readings.number"], ondelete="CASCADE")


def _days() -> tuple[Column[str], ...]:
    return (
        _token("first_day", "first day it may have been, ISO; null if nothing is known", null=True),
        _token("last_day", "last day it may have been, ISO; null if nothing is known", null=True),
        _token("dated_from", "what gave the days: text, or published where the text names none", null=True),
    )


def _codes(name: str, comment: str) -> Column[str]:
    return Column(name, _TOKEN, nullable=False, server_default="", comment=f"{comment}; for counts")


# Of events, what is asked of them together; see the indexes.
_ASKED = (
    "until",
    "recorded",
    "type",
    "mode",
    "status",
    "quad",
    "terms",
    "sources",
    "targets",
    "last_day",
    "certainty",
    "confidence",
    "rule",
)
_ASKED_OF_STATEMENTS = ("recorded", "kind", "terms", "act", "certainty", "code", "last_day", "confidence", "rule")
_ASKED_OF_ACTORS = ("recorded", "country", "kind", "code", "wikidata", "confidence", "rule")
_ASKED_OF_PLACES = ("recorded", "country", "precision", "use", "confidence", "rule")
_ASKED_OF_TIMES = ("recorded", "type", "mod", "confidence", "rule")
_BARE = text("no_text IS NOT NULL")
_PLACED = text("lat IS NOT NULL")
_SPANS = text("first_day < last_day")


def _spans(name: str) -> Index:
    """Values whose time is less exact than a day, by the first day on which it may be."""
    columns = ("first_day", "article", "position", "until", "last_day")
    return Index(name, *columns, sqlite_where=_SPANS, postgresql_where=_SPANS)


names = Table(
    "names",
    metadata,
    Column("name", Words(), primary_key=True, comment="a name or words as they stand in other tables"),
    _words("folded", "the same in small letters"),
    comment="Every outlet and every actor as named and as printed, once, so that a part of a name is found quickly.",
)

store_version = Table(
    "store_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False, comment="version of these tables"),
    comment="One row: which version of the tables this is.",
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, comment="number of the run, from 1"),
    _token("pipeline", "version of onrecord that read"),
    _words("settings", "its settings and options, JSON"),
    _token("started", "when, as the command gave it, ISO; null if it gave none", null=True),
    _json("sources", tuple[str, ...], "the sources it was given, JSON"),
    _token("state", "running, done, or stopped by an error; one that was killed stays running"),
    _number("stored", "inputs that became an article; null before the end", null=True),
    _number("duplicate", "inputs that were there already; null before the end", null=True),
    _number("rejected", "inputs that were refused; null before the end", null=True),
    comment="Every time that sources were read into this store.",
)

articles = Table(
    "articles",
    metadata,
    Column("id", _TOKEN, primary_key=True, comment="from its words: the same title and text give the same id"),
    _token("digest", "SHA-256 of the input it was read from, hex"),
    _words("location", "the input it was read from: file, file:line, or - for standard input"),
    _words("title", "its headline; no span points into it", null=True),
    _words("url", "its address", null=True),
    _words("outlet", "who published it", null=True),
    _words("original_outlet", "who reported it first, where that is another", null=True),
    _words("published", "ISO date, month or date-time of publication", null=True),
    _token("published_from", "what gave that date: json-ld, meta, visible, address, feed, source", null=True),
    _decimal("published_confidence", "how often such a source is right, 0 to 1; null where not measured", null=True),
    _token("language", "language of the text, as identified", null=True),
    _words("text", "the article without headline and page furniture; every span points into it"),
    _json(
        "page",
        CleanPage,
        "the rest of the cleaned page, JSON: authors, votes, related posts, repairs, the way back to what was found",
    ),
    Column("number", Integer, unique=True, nullable=False, comment="number in the order of storing, from 1"),
    Column("run", Integer, ForeignKey("runs.id"), comment="the run that stored it, runs.id"),
    _token("recorded", "when it was stored, ISO date-time; empty if the command gave no time"),
    _number("no_text", "1 if it was kept without its words (--no-text), null if with them", null=True),
    Index("articles_digest", "digest"),
    Index("articles_published", "published"),
    Index("articles_url", "url"),
    Index("articles_outlet", "outlet"),
    Index("articles_no_text", "no_text", sqlite_where=_BARE, postgresql_where=_BARE),
    Index("articles_outlets", "id", "outlet"),
    Index("articles_titles", "title", "id"),
    Index("articles_numbers", "number", "id"),
    Index("articles_asked", "published", "id", "outlet", "original_outlet", "language", "published_from", "recorded"),
    comment="Every article, as cleaned.",
)

readings = Table(
    "readings",
    metadata,
    _article(),
    Column("number", Integer, primary_key=True, comment="number among the readings of the article, from 1"),
    _token("cause", "read, reread, or decision: people's corrections applied to the reading before"),
    _token("pipeline", "version of onrecord that read it"),
    _words("settings", "the settings it was read with, JSON"),
    *_held(),
    _json("record", Record, "the record, onrecord/1, JSON"),
    comment="Every record that an article has had; the one whose until is null is what the record says now.",
)

inputs = Table(
    "inputs",
    metadata,
    Column("run", Integer, ForeignKey("runs.id"), primary_key=True, comment="the run, runs.id"),
    Column("position", Integer, primary_key=True, comment="place among the inputs of the run, from 0"),
    _words("location", "file, file:line, or - for standard input"),
    _token("digest", "SHA-256 of its bytes, hex; null if it could not be read", null=True),
    _token("outcome", "stored, duplicate or rejected"),
    Column("article", _TOKEN, ForeignKey("articles.id"), comment="the article it became, or is a duplicate of"),
    _token("code", "why it was rejected, an error code", null=True),
    _words("message", "why, in words", null=True),
    Index("inputs_digest", "digest"),
    comment="Every input of every run, and what became of it.",
)

addresses = Table(
    "addresses",
    metadata,
    Column("url", Words(), primary_key=True, comment="an address that was fetched"),
    _token("digest", "SHA-256 of what it sent, hex; as in inputs"),
    _words("etag", "what its server gave to ask whether it has changed", null=True),
    _words("modified", "when its server says that it was changed, as it says it", null=True),
    _number("entries", "of a feed or sitemap that was read to its end, how many inputs it was; else null", null=True),
    comment="Pages that were fetched, so that they are asked for again only if they have changed.",
)

actors = Table(
    "actors",
    metadata,
    *_value(),
    _of_reading(),
    _words("name", "the name, as merged"),
    _token("kind", "person, organization, government, country, group, document"),
    _words("title", "title or role as printed", null=True),
    _token("country", "ISO 3166 alpha-3", null=True),
    _json("sectors", tuple[str, ...], "PLOVER sectors, JSON"),
    _token("code", "country and sector, or a top-level code", null=True),
    _token("wikidata", "Wikidata item", null=True),
    _token("rule", "the rule or model that gave the code"),
    _json("mentions", Spans, "JSON spans of its names and titles"),
    _decimal("confidence", "measured share of right answers of the rule, 0 to 1"),
    Index("actors_codes", "code", "until"),
    Index("actors_article", "article", "until"),
    Index("actors_confidence", "confidence", "article", "position"),
    Index("actors_asked", "name", "article", "position", "until", *_ASKED_OF_ACTORS),
    comment="Who speaks or acts in an article.",
)

statements = Table(
    "statements",
    metadata,
    *_value(),
    _of_reading(),
    _token("kind", "direct, mixed, indirect, declined"),
    _token("terms", "named, anonymous, unnamed_group, organization, document, none"),
    _token("act", "speech, thought"),
    _token("certainty", "certain, probable, possible"),
    _token("actor", "who says it, actors.id of the reading", null=True),
    _words("actor_name", "who says it, by name", null=True),
    _token("code", "who says it, as a code", null=True),
    _words("source", "who says it, as printed"),
    _words("cue", "the word of saying"),
    _words("content", "what is said"),
    _words("reason", "why the source is not named", null=True),
    _words("addressee", "to whom it is said", null=True),
    _words("venue", "where or in what it is said", null=True),
    _token("said", "when it was said, TIMEX3 value", null=True),
    *_days(),
    _token("within", "the statement that holds it, statements.id of the reading", null=True),
    _json("source_spans", Spans, "JSON spans of the source in the text"),
    _json("cue_spans", Spans, "JSON spans of the cue in the text"),
    _json("content_spans", Spans, "JSON spans of the content in the text"),
    _token("rule", "the rule or model that gave it"),
    _decimal("confidence", "measured share of right answers of the rule, 0 to 1"),
    Index("statements_terms", "terms", "kind"),
    Index("statements_codes", "code", "until"),
    Index("statements_asked", "first_day", "article", "position", "until", *_ASKED_OF_STATEMENTS),
    _spans("statements_spans"),
    Index("statements_confidence", "confidence", "article", "position"),
    Index("statements_names", "actor_name", "until"),
    Index("statements_source", "source"),
    Index("statements_article", "article", "until"),
    comment="Who says what, to whom, on what terms.",
)

events = Table(
    "events",
    metadata,
    *_value(),
    _of_reading(),
    _token("type", "PLOVER event type"),
    _token("mode", "PLOVER mode", null=True),
    _token("status", "actual, ongoing, planned, possible, hypothetical, negated"),
    _token("statement", "the statement it rests on, statements.id; null in the outlet's own voice", null=True),
    _words("by", "whose statement that is, as printed", null=True),
    _token("terms", "on which terms that source speaks", null=True),
    _token("certainty", "how certain that source is: certain, probable, possible", null=True),
    _json("contexts", tuple[str, ...], "PLOVER contexts, JSON"),
    _token("happened", "when, an ISO date, month, year or period", null=True),
    *_days(),
    _words("place", "where, by name", null=True),
    _token("country", "where, ISO 3166 alpha-3", null=True),
    _decimal("lat", "where, WGS84 degrees", null=True),
    _decimal("lon", "where, WGS84 degrees", null=True),
    _token("precision", "how exactly that is known: city, region, country", null=True),
    _token("countries", "where and of every actor, with | before and after each; for counts"),
    _codes("sources", "codes of who acts, with | before and after each"),
    _codes("targets", "codes of who is acted on, with | before and after each"),
    _token("cameo", "CAMEO code", null=True),
    _number("quad", "PLOVER quad class, 1 to 4"),
    _decimal("goldstein", "Goldstein score of the CAMEO code", null=True),
    _words("object", "what the event is about", null=True),
    _words("trigger", "the words that name the event"),
    _json("trigger_spans", Spans, "JSON spans of those words in the text"),
    _words("evidence", "the sentence or clause that shows it"),
    _number("start", "where the evidence begins in the text, code points"),
    _number("end", "where the evidence ends, code points"),
    _token("rule", "the rule or model that gave it"),
    _decimal("confidence", "measured share of right answers of the rule, 0 to 1"),
    Index("events_types", "type", "first_day", "article", "position", "until", "last_day"),
    Index("events_country", "country", "first_day", "article", "position", "until"),
    Index("events_confidence", "confidence", "article", "position", "until"),
    Index("events_article", "article", "until"),
    Index("events_place", "place", "until"),
    # All that most questions ask of an event, so that they are answered without a look at its row: by day, by place.
    Index("events_asked", "first_day", "article", "position", "reading", *_ASKED, "country", "contexts"),
    _spans("events_spans"),
    Index(
        "events_spots",
        "lat",
        "lon",
        "place",
        "country",
        "precision",
        *_ASKED,
        "first_day",
        sqlite_where=_PLACED,
        postgresql_where=_PLACED,
    ),
    comment="Who did what to whom, in PLOVER's types.",
)

participants = Table(
    "participants",
    metadata,
    Column("article", _TOKEN, primary_key=True, comment="the article, articles.id"),
    Column("reading", Integer, primary_key=True, comment="the reading of that article, readings.number"),
    Column("event", Integer, primary_key=True, comment="the event, events.position of the reading"),
    Column("side", _TOKEN, primary_key=True, comment="source or target"),
    Column("number", Integer, primary_key=True, comment="place on that side, from 0"),
    _token("actor", "who, actors.id of the reading", null=True),
    _words("name", "who, by name", null=True),
    _token("code", "who, as a code", null=True),
    _token("stem", "the first three letters of the code: its country, or its kind of body", null=True),
    _words("words", "who, as printed"),
    _number("start", "where that stands in the text, code points"),
    _number("end", "where it ends, code points"),
    ForeignKeyConstraint(
        ["article", "reading", "event"], ["events.article", "events.reading", "events.position"], ondelete="CASCADE"
    ),
    Index("participants_code", "code", "side"),
    Index("participants_stem", "stem", "side"),
    Index("participants_name", "name"),
    Index("participants_words", "words"),
    comment="Who stands on which side of an event.",
)

dyads = Table(
    "dyads",
    metadata,
    Column("article", _TOKEN, primary_key=True, comment="the article, articles.id"),
    Column("reading", Integer, primary_key=True, comment="the reading of that article, readings.number"),
    Column("event", Integer, primary_key=True, comment="the event, events.position of the reading"),
    Column("source", _TOKEN, primary_key=True, comment="code of who acts"),
    Column("target", _TOKEN, primary_key=True, comment="code of who is acted on"),
    _token("source_stem", "the first three letters of source"),
    _token("target_stem", "the first three letters of target"),
    _number("first", "1 in the first row of the event with these two stems, else 0"),
    _number("quad", "as of the event", null=True),
    _token("first_day", "as of the event", null=True),
    *_held(),
    ForeignKeyConstraint(
        ["article", "reading", "event"], ["events.article", "events.reading", "events.position"], ondelete="CASCADE"
    ),
    Index("dyads_stems", "source_stem", "target_stem", "first_day", "first", "until"),
    Index("dyads_quads", "source_stem", "target_stem", "quad", "first", "until"),
    Index("dyads_pairs", "source", "target", "until", "article", "reading", "event"),
    comment="Every pair of known codes across an event, once, so that pairs can be asked and counted.",
)

places = Table(
    "places",
    metadata,
    *_value(),
    _of_reading(),
    _words("name", "the place's name"),
    _token("country", "ISO 3166 alpha-3", null=True),
    _decimal("lat", "WGS84 degrees", null=True),
    _decimal("lon", "WGS84 degrees", null=True),
    _number("geonameid", "GeoNames number", null=True),
    _token("precision", "city, region, country", null=True),
    _token("use", "location, metonym, demonym, in_name"),
    _token("rule", "the rule or model that gave it"),
    _number("start", "where it stands in the text, code points"),
    _number("end", "where it ends, code points"),
    _decimal("confidence", "measured share of right answers of the rule, 0 to 1"),
    Index("places_country", "country"),
    Index("places_confidence", "confidence", "article", "position"),
    Index("places_asked", "name", "article", "position", "until", *_ASKED_OF_PLACES),
    Index("places_point", "lat", "lon"),
    Index("places_article", "article", "until", "recorded"),
    comment="Every toponym of an article, whatever its use.",
)

times = Table(
    "times",
    metadata,
    *_value(),
    _of_reading(),
    _token("type", "DATE, TIME, DURATION, SET"),
    _token("value", "TIMEX3 value"),
    _token("mod", "TIMEX3 modifier", null=True),
    _token("anchor", "published, or the id of another time", null=True),
    _token("rule", "the rule or model that gave it"),
    _number("start", "where it stands in the text, code points"),
    _number("end", "where it ends, code points"),
    _decimal("confidence", "measured share of right answers of the rule, 0 to 1"),
    Index("times_asked", "value", "article", "position", "until", *_ASKED_OF_TIMES),
    Index("times_article", "article", "until", "recorded"),
    Index("times_confidence", "confidence", "article", "position"),
    comment="Every expression of time of an article, after TIMEX3.",
)
