SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.actors (
    article character varying NOT NULL COLLATE pg_catalog."C",
    reading integer NOT NULL,
    "position" integer NOT NULL,
    id character varying NOT NULL COLLATE pg_catalog."C",
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    name text NOT NULL,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    title text,
    country character varying COLLATE pg_catalog."C",
    sectors text NOT NULL,
    code character varying COLLATE pg_catalog."C",
    wikidata character varying COLLATE pg_catalog."C",
    rule character varying NOT NULL COLLATE pg_catalog."C",
    mentions text NOT NULL,
    confidence double precision NOT NULL
);
COMMENT ON TABLE public.actors IS 'Who speaks or acts in an article.';
COMMENT ON COLUMN public.actors.article IS 'the article, articles.id';
COMMENT ON COLUMN public.actors.reading IS 'the reading of that article, readings.number';
COMMENT ON COLUMN public.actors."position" IS 'place among the reading''s values of this kind, from 0';
COMMENT ON COLUMN public.actors.id IS 'its id in the record';
COMMENT ON COLUMN public.actors.recorded IS 'since when this is on the record, ISO date-time; empty if the command gave no time';
COMMENT ON COLUMN public.actors.until IS 'when another took its place, ISO date-time; null while it holds';
COMMENT ON COLUMN public.actors.name IS 'the name, as merged';
COMMENT ON COLUMN public.actors.kind IS 'person, organization, government, country, group, document';
COMMENT ON COLUMN public.actors.title IS 'title or role as printed';
COMMENT ON COLUMN public.actors.country IS 'ISO 3166 alpha-3';
COMMENT ON COLUMN public.actors.sectors IS 'PLOVER sectors, JSON';
COMMENT ON COLUMN public.actors.code IS 'country and sector, or a top-level code';
COMMENT ON COLUMN public.actors.wikidata IS 'Wikidata item';
COMMENT ON COLUMN public.actors.rule IS 'the rule or model that gave the code';
COMMENT ON COLUMN public.actors.mentions IS 'JSON spans of its names and titles';
COMMENT ON COLUMN public.actors.confidence IS 'measured share of right answers of the rule, 0 to 1';
CREATE TABLE public.addresses (
    url text NOT NULL,
    digest character varying NOT NULL COLLATE pg_catalog."C",
    etag text,
    modified text
);
COMMENT ON TABLE public.addresses IS 'Pages that were fetched, so that they are asked for again only if they have changed.';
COMMENT ON COLUMN public.addresses.url IS 'an address that was fetched';
COMMENT ON COLUMN public.addresses.digest IS 'SHA-256 of what it sent, hex; as in inputs';
COMMENT ON COLUMN public.addresses.etag IS 'what its server gave to ask whether it has changed';
COMMENT ON COLUMN public.addresses.modified IS 'when its server says that it was changed, as it says it';
CREATE TABLE public.articles (
    id character varying NOT NULL COLLATE pg_catalog."C",
    digest character varying NOT NULL COLLATE pg_catalog."C",
    location text NOT NULL,
    title text,
    url text,
    outlet text,
    original_outlet text,
    published text,
    published_from character varying COLLATE pg_catalog."C",
    language character varying COLLATE pg_catalog."C",
    text text NOT NULL,
    page text NOT NULL,
    number integer NOT NULL,
    run integer,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, "left"(((COALESCE(title, ''::text) || ' '::text) || text), 400000))) STORED
);
COMMENT ON TABLE public.articles IS 'Every article, as cleaned.';
COMMENT ON COLUMN public.articles.id IS 'from its words: the same title and text give the same id';
COMMENT ON COLUMN public.articles.digest IS 'SHA-256 of the input it was read from, hex';
COMMENT ON COLUMN public.articles.location IS 'the input it was read from: file, file:line, or - for standard input';
COMMENT ON COLUMN public.articles.title IS 'its headline; no span points into it';
COMMENT ON COLUMN public.articles.url IS 'its address';
COMMENT ON COLUMN public.articles.outlet IS 'who published it';
COMMENT ON COLUMN public.articles.original_outlet IS 'who reported it first, where that is another';
COMMENT ON COLUMN public.articles.published IS 'ISO date, month or date-time of publication';
COMMENT ON COLUMN public.articles.published_from IS 'what gave that date: json-ld, meta, visible, address, source';
COMMENT ON COLUMN public.articles.language IS 'language of the text, as identified';
COMMENT ON COLUMN public.articles.text IS 'the article without headline and page furniture; every span points into it';
COMMENT ON COLUMN public.articles.page IS 'the rest of the cleaned page, JSON: authors, votes, related posts, repairs, the way back to what was found';
COMMENT ON COLUMN public.articles.number IS 'number in the order of storing, from 1';
COMMENT ON COLUMN public.articles.run IS 'the run that stored it, runs.id';
COMMENT ON COLUMN public.articles.recorded IS 'when it was stored, ISO date-time; empty if the command gave no time';
CREATE TABLE public.decisions (
    id character varying NOT NULL COLLATE pg_catalog."C",
    action character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying COLLATE pg_catalog."C",
    article character varying COLLATE pg_catalog."C",
    author text NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    reason text,
    decision text NOT NULL
);
COMMENT ON TABLE public.decisions IS 'What people decided about values, facts, entities and stories. An undo is one more row.';
COMMENT ON COLUMN public.decisions.id IS 'made of all that it says, so that one imported twice is one';
COMMENT ON COLUMN public.decisions.action IS 'accept, reject, edit, add, merge, split or undo';
COMMENT ON COLUMN public.decisions.kind IS 'what it is about: actor, place, time, statement, event, fact, entity, story';
COMMENT ON COLUMN public.decisions.article IS 'the article that it is about, articles.id; null if an undo of none here';
COMMENT ON COLUMN public.decisions.author IS 'who decided';
COMMENT ON COLUMN public.decisions.recorded IS 'when, ISO date-time';
COMMENT ON COLUMN public.decisions.reason IS 'why, in the author''s words';
COMMENT ON COLUMN public.decisions.decision IS 'the whole of it, JSON';
CREATE TABLE public.deliveries (
    watch text NOT NULL,
    key character varying NOT NULL COLLATE pg_catalog."C",
    output text NOT NULL
);
COMMENT ON TABLE public.deliveries IS 'Which matches went where, so that each goes there once.';
COMMENT ON COLUMN public.deliveries.watch IS 'matches.watch';
COMMENT ON COLUMN public.deliveries.key IS 'matches.key';
COMMENT ON COLUMN public.deliveries.output IS 'where it went: lines, webhook, terminal with its address';
CREATE TABLE public.dyads (
    article character varying NOT NULL COLLATE pg_catalog."C",
    reading integer NOT NULL,
    event integer NOT NULL,
    source character varying NOT NULL COLLATE pg_catalog."C",
    target character varying NOT NULL COLLATE pg_catalog."C",
    source_stem character varying NOT NULL COLLATE pg_catalog."C",
    target_stem character varying NOT NULL COLLATE pg_catalog."C",
    first integer NOT NULL,
    first_day character varying COLLATE pg_catalog."C",
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C"
);
COMMENT ON TABLE public.dyads IS 'Every pair of known codes across an event, once, so that pairs can be asked and counted.';
COMMENT ON COLUMN public.dyads.article IS 'the article, articles.id';
COMMENT ON COLUMN public.dyads.reading IS 'the reading of that article, readings.number';
COMMENT ON COLUMN public.dyads.event IS 'the event, events.position of the reading';
COMMENT ON COLUMN public.dyads.source IS 'code of who acts';
COMMENT ON COLUMN public.dyads.target IS 'code of who is acted on';
COMMENT ON COLUMN public.dyads.source_stem IS 'the first three letters of source';
COMMENT ON COLUMN public.dyads.target_stem IS 'the first three letters of target';
COMMENT ON COLUMN public.dyads.first IS '1 in the first row of the event with these two stems, else 0';
COMMENT ON COLUMN public.dyads.first_day IS 'as of the event';
COMMENT ON COLUMN public.dyads.recorded IS 'since when this is on the record, ISO date-time; empty if the command gave no time';
COMMENT ON COLUMN public.dyads.until IS 'when another took its place, ISO date-time; null while it holds';
CREATE TABLE public.entities (
    number integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    id character varying NOT NULL COLLATE pg_catalog."C",
    name text,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    country character varying COLLATE pg_catalog."C",
    wikidata character varying COLLATE pg_catalog."C",
    codes text NOT NULL,
    articles integer NOT NULL
);
COMMENT ON TABLE public.entities IS 'Actors across articles: the same person in a hundred of them is one.';
COMMENT ON COLUMN public.entities.number IS 'number of the row; means nothing';
COMMENT ON COLUMN public.entities.recorded IS 'since when the record says this, ISO date-time';
COMMENT ON COLUMN public.entities.until IS 'when it said so no more, ISO date-time; null while it does';
COMMENT ON COLUMN public.entities.id IS 'from the profile that names it best';
COMMENT ON COLUMN public.entities.name IS 'its name, as most articles have it';
COMMENT ON COLUMN public.entities.kind IS 'person, organization, government, country';
COMMENT ON COLUMN public.entities.country IS 'ISO 3166 alpha-3';
COMMENT ON COLUMN public.entities.wikidata IS 'Wikidata item';
COMMENT ON COLUMN public.entities.codes IS 'codes that articles give it, JSON';
COMMENT ON COLUMN public.entities.articles IS 'articles that it is in';
CREATE SEQUENCE public.entities_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.entities_number_seq OWNED BY public.entities.number;
CREATE TABLE public.entity_mentions (
    number integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    entity character varying NOT NULL COLLATE pg_catalog."C",
    article character varying NOT NULL COLLATE pg_catalog."C",
    actor character varying NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL,
    wikidata character varying COLLATE pg_catalog."C",
    profile text NOT NULL,
    score double precision,
    reasons text NOT NULL
);
COMMENT ON TABLE public.entity_mentions IS 'Which actors of which articles are which entity.';
COMMENT ON COLUMN public.entity_mentions.number IS 'number of the row; means nothing';
COMMENT ON COLUMN public.entity_mentions.recorded IS 'since when the record says this, ISO date-time';
COMMENT ON COLUMN public.entity_mentions.until IS 'when it said so no more, ISO date-time; null while it does';
COMMENT ON COLUMN public.entity_mentions.entity IS 'entities.id';
COMMENT ON COLUMN public.entity_mentions.article IS 'the article, articles.id';
COMMENT ON COLUMN public.entity_mentions.actor IS 'the actor, actors.id of the reading';
COMMENT ON COLUMN public.entity_mentions.name_key IS 'its name as names are compared';
COMMENT ON COLUMN public.entity_mentions.wikidata IS 'Wikidata item';
COMMENT ON COLUMN public.entity_mentions.profile IS 'what the article says of it, JSON';
COMMENT ON COLUMN public.entity_mentions.score IS 'how surely it belongs here, the higher the surer; null if it stands alone';
COMMENT ON COLUMN public.entity_mentions.reasons IS 'what speaks for and against, with points, JSON';
CREATE SEQUENCE public.entity_mentions_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.entity_mentions_number_seq OWNED BY public.entity_mentions.number;
CREATE TABLE public.events (
    article character varying NOT NULL COLLATE pg_catalog."C",
    reading integer NOT NULL,
    "position" integer NOT NULL,
    id character varying NOT NULL COLLATE pg_catalog."C",
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    type character varying NOT NULL COLLATE pg_catalog."C",
    mode character varying COLLATE pg_catalog."C",
    status character varying NOT NULL COLLATE pg_catalog."C",
    statement character varying COLLATE pg_catalog."C",
    by text,
    terms character varying COLLATE pg_catalog."C",
    contexts text NOT NULL,
    happened character varying COLLATE pg_catalog."C",
    first_day character varying COLLATE pg_catalog."C",
    last_day character varying COLLATE pg_catalog."C",
    dated_from character varying COLLATE pg_catalog."C",
    place text,
    country character varying COLLATE pg_catalog."C",
    lat double precision,
    lon double precision,
    "precision" character varying COLLATE pg_catalog."C",
    countries character varying NOT NULL COLLATE pg_catalog."C",
    cameo character varying COLLATE pg_catalog."C",
    quad integer NOT NULL,
    goldstein double precision,
    object text,
    trigger text NOT NULL,
    trigger_spans text NOT NULL,
    evidence text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    rule character varying NOT NULL COLLATE pg_catalog."C",
    confidence double precision NOT NULL
);
COMMENT ON TABLE public.events IS 'Who did what to whom, in PLOVER''s types.';
COMMENT ON COLUMN public.events.article IS 'the article, articles.id';
COMMENT ON COLUMN public.events.reading IS 'the reading of that article, readings.number';
COMMENT ON COLUMN public.events."position" IS 'place among the reading''s values of this kind, from 0';
COMMENT ON COLUMN public.events.id IS 'its id in the record';
COMMENT ON COLUMN public.events.recorded IS 'since when this is on the record, ISO date-time; empty if the command gave no time';
COMMENT ON COLUMN public.events.until IS 'when another took its place, ISO date-time; null while it holds';
COMMENT ON COLUMN public.events.type IS 'PLOVER event type';
COMMENT ON COLUMN public.events.mode IS 'PLOVER mode';
COMMENT ON COLUMN public.events.status IS 'actual, ongoing, planned, possible, hypothetical, negated';
COMMENT ON COLUMN public.events.statement IS 'the statement it rests on, statements.id; null in the outlet''s own voice';
COMMENT ON COLUMN public.events.by IS 'whose statement that is, as printed';
COMMENT ON COLUMN public.events.terms IS 'on which terms that source speaks';
COMMENT ON COLUMN public.events.contexts IS 'PLOVER contexts, JSON';
COMMENT ON COLUMN public.events.happened IS 'when, an ISO date, month, year or period';
COMMENT ON COLUMN public.events.first_day IS 'first day it may have been, ISO; null if nothing is known';
COMMENT ON COLUMN public.events.last_day IS 'last day it may have been, ISO; null if nothing is known';
COMMENT ON COLUMN public.events.dated_from IS 'what gave the days: text, or published where the text names none';
COMMENT ON COLUMN public.events.place IS 'where, by name';
COMMENT ON COLUMN public.events.country IS 'where, ISO 3166 alpha-3';
COMMENT ON COLUMN public.events.lat IS 'where, WGS84 degrees';
COMMENT ON COLUMN public.events.lon IS 'where, WGS84 degrees';
COMMENT ON COLUMN public.events."precision" IS 'how exactly that is known: city, region, country';
COMMENT ON COLUMN public.events.countries IS 'where and of every actor, with | before and after each; for counts';
COMMENT ON COLUMN public.events.cameo IS 'CAMEO code';
COMMENT ON COLUMN public.events.quad IS 'PLOVER quad class, 1 to 4';
COMMENT ON COLUMN public.events.goldstein IS 'Goldstein score of the CAMEO code';
COMMENT ON COLUMN public.events.object IS 'what the event is about';
COMMENT ON COLUMN public.events.trigger IS 'the words that name the event';
COMMENT ON COLUMN public.events.trigger_spans IS 'JSON spans of those words in the text';
COMMENT ON COLUMN public.events.evidence IS 'the sentence or clause that shows it';
COMMENT ON COLUMN public.events.start IS 'where the evidence begins in the text, code points';
COMMENT ON COLUMN public.events."end" IS 'where the evidence ends, code points';
COMMENT ON COLUMN public.events.rule IS 'the rule or model that gave it';
COMMENT ON COLUMN public.events.confidence IS 'measured share of right answers of the rule, 0 to 1';
CREATE TABLE public.fact_keys (
    key bigint NOT NULL,
    event character varying NOT NULL COLLATE pg_catalog."C",
    published character varying NOT NULL COLLATE pg_catalog."C",
    article character varying NOT NULL COLLATE pg_catalog."C"
);
COMMENT ON TABLE public.fact_keys IS 'By what events of different articles find each other; made anew out of the record whenever it changes.';
COMMENT ON COLUMN public.fact_keys.key IS 'hash of a type with a name and a time';
COMMENT ON COLUMN public.fact_keys.event IS 'the event: article, type, place of its trigger';
COMMENT ON COLUMN public.fact_keys.published IS 'day of publication; 9999 if unknown';
COMMENT ON COLUMN public.fact_keys.article IS 'the article, articles.id';
CREATE TABLE public.fact_links (
    number integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    one character varying NOT NULL COLLATE pg_catalog."C",
    other character varying NOT NULL COLLATE pg_catalog."C",
    one_article character varying NOT NULL COLLATE pg_catalog."C",
    other_article character varying NOT NULL COLLATE pg_catalog."C",
    score double precision,
    reasons text NOT NULL
);
COMMENT ON TABLE public.fact_links IS 'Pairs of events that are likely one, with what speaks for it. Facts are made of these and of decisions.';
COMMENT ON COLUMN public.fact_links.number IS 'number of the row; means nothing';
COMMENT ON COLUMN public.fact_links.recorded IS 'since when the record says this, ISO date-time';
COMMENT ON COLUMN public.fact_links.until IS 'when it said so no more, ISO date-time; null while it does';
COMMENT ON COLUMN public.fact_links.one IS 'an event';
COMMENT ON COLUMN public.fact_links.other IS 'another one that is likely the same';
COMMENT ON COLUMN public.fact_links.one_article IS 'the article of the one, articles.id';
COMMENT ON COLUMN public.fact_links.other_article IS 'the article of the other, articles.id';
COMMENT ON COLUMN public.fact_links.score IS 'how surely it belongs here, the higher the surer; null if it stands alone';
COMMENT ON COLUMN public.fact_links.reasons IS 'what speaks for and against, with points, JSON';
CREATE SEQUENCE public.fact_links_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.fact_links_number_seq OWNED BY public.fact_links.number;
CREATE TABLE public.fact_reports (
    number integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    fact character varying NOT NULL COLLATE pg_catalog."C",
    event character varying NOT NULL COLLATE pg_catalog."C",
    article character varying NOT NULL COLLATE pg_catalog."C",
    event_id character varying NOT NULL COLLATE pg_catalog."C",
    role character varying NOT NULL COLLATE pg_catalog."C",
    origin text,
    score double precision,
    reasons text NOT NULL
);
COMMENT ON TABLE public.fact_reports IS 'Which events of which articles are which fact.';
COMMENT ON COLUMN public.fact_reports.number IS 'number of the row; means nothing';
COMMENT ON COLUMN public.fact_reports.recorded IS 'since when the record says this, ISO date-time';
COMMENT ON COLUMN public.fact_reports.until IS 'when it said so no more, ISO date-time; null while it does';
COMMENT ON COLUMN public.fact_reports.fact IS 'facts.id';
COMMENT ON COLUMN public.fact_reports.event IS 'the event, named so that it outlives a rereading';
COMMENT ON COLUMN public.fact_reports.article IS 'the article, articles.id';
COMMENT ON COLUMN public.fact_reports.event_id IS 'its id in the record, events.id';
COMMENT ON COLUMN public.fact_reports.role IS 'tells or denies';
COMMENT ON COLUMN public.fact_reports.origin IS 'who is behind the report; empty if unknown';
COMMENT ON COLUMN public.fact_reports.score IS 'how surely it belongs here, the higher the surer; null if it stands alone';
COMMENT ON COLUMN public.fact_reports.reasons IS 'what speaks for and against, with points, JSON';
CREATE SEQUENCE public.fact_reports_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.fact_reports_number_seq OWNED BY public.fact_reports.number;
CREATE TABLE public.facts (
    number integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    id character varying NOT NULL COLLATE pg_catalog."C",
    type character varying NOT NULL COLLATE pg_catalog."C",
    status character varying NOT NULL COLLATE pg_catalog."C",
    reports integer NOT NULL,
    outlets integer NOT NULL,
    denials integer NOT NULL,
    contradictions integer NOT NULL,
    published character varying COLLATE pg_catalog."C",
    first_day character varying COLLATE pg_catalog."C",
    last_day character varying COLLATE pg_catalog."C",
    place text,
    country character varying COLLATE pg_catalog."C",
    telling text NOT NULL
);
COMMENT ON TABLE public.facts IS 'Events as the reports tell them together. One that a single article tells is a fact with one report.';
COMMENT ON COLUMN public.facts.number IS 'number of the row; means nothing';
COMMENT ON COLUMN public.facts.recorded IS 'since when the record says this, ISO date-time';
COMMENT ON COLUMN public.facts.until IS 'when it said so no more, ISO date-time; null while it does';
COMMENT ON COLUMN public.facts.id IS 'from its first report';
COMMENT ON COLUMN public.facts.type IS 'PLOVER event type';
COMMENT ON COLUMN public.facts.status IS 'what the reports say by now: actual, ongoing, planned, possible, hypothetical, negated';
COMMENT ON COLUMN public.facts.reports IS 'articles that tell of it';
COMMENT ON COLUMN public.facts.outlets IS 'independent outlets among them: no copies, no reposts';
COMMENT ON COLUMN public.facts.denials IS 'events of it that deny it';
COMMENT ON COLUMN public.facts.contradictions IS 'things that reports do not agree on';
COMMENT ON COLUMN public.facts.published IS 'day of the first report';
COMMENT ON COLUMN public.facts.first_day IS 'first day it may have been, ISO';
COMMENT ON COLUMN public.facts.last_day IS 'last day it may have been, ISO';
COMMENT ON COLUMN public.facts.place IS 'where, by name';
COMMENT ON COLUMN public.facts.country IS 'where, ISO 3166 alpha-3';
COMMENT ON COLUMN public.facts.telling IS 'history, voices, denials, contradictions, JSON';
CREATE SEQUENCE public.facts_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.facts_number_seq OWNED BY public.facts.number;
CREATE TABLE public.inputs (
    run integer NOT NULL,
    "position" integer NOT NULL,
    location text NOT NULL,
    digest character varying COLLATE pg_catalog."C",
    outcome character varying NOT NULL COLLATE pg_catalog."C",
    article character varying COLLATE pg_catalog."C",
    code character varying COLLATE pg_catalog."C",
    message text
);
COMMENT ON TABLE public.inputs IS 'Every input of every run, and what became of it.';
COMMENT ON COLUMN public.inputs.run IS 'the run, runs.id';
COMMENT ON COLUMN public.inputs."position" IS 'place among the inputs of the run, from 0';
COMMENT ON COLUMN public.inputs.location IS 'file, file:line, or - for standard input';
COMMENT ON COLUMN public.inputs.digest IS 'SHA-256 of its bytes, hex; null if it could not be read';
COMMENT ON COLUMN public.inputs.outcome IS 'stored, duplicate or rejected';
COMMENT ON COLUMN public.inputs.article IS 'the article it became, or is a duplicate of';
COMMENT ON COLUMN public.inputs.code IS 'why it was rejected, an error code';
COMMENT ON COLUMN public.inputs.message IS 'why, in words';
CREATE TABLE public.linked (
    article character varying NOT NULL COLLATE pg_catalog."C",
    reading integer NOT NULL,
    origin text NOT NULL
);
COMMENT ON TABLE public.linked IS 'What the second passes have seen of each article, so that they take in only what is new or changed.';
COMMENT ON COLUMN public.linked.article IS 'articles.id';
COMMENT ON COLUMN public.linked.reading IS 'the reading of it that the second passes have seen';
COMMENT ON COLUMN public.linked.origin IS 'who is behind the report; empty if unknown';
CREATE TABLE public.matches (
    watch text NOT NULL,
    key character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying NOT NULL COLLATE pg_catalog."C",
    article character varying COLLATE pg_catalog."C",
    day character varying COLLATE pg_catalog."C",
    found character varying NOT NULL COLLATE pg_catalog."C",
    what text NOT NULL,
    sentence text,
    title text,
    outlet text,
    url text
);
COMMENT ON TABLE public.matches IS 'What watches found, each once. A level that changed has no article.';
COMMENT ON COLUMN public.matches.watch IS 'watches.name';
COMMENT ON COLUMN public.matches.key IS 'what tells it from others, also when its article is reread';
COMMENT ON COLUMN public.matches.kind IS 'event, statement, level, actor, confirmation, denial';
COMMENT ON COLUMN public.matches.article IS 'the article, articles.id';
COMMENT ON COLUMN public.matches.day IS 'first day that it may have been, ISO';
COMMENT ON COLUMN public.matches.found IS 'when it was found, ISO date-time';
COMMENT ON COLUMN public.matches.what IS 'what was found, in a line';
COMMENT ON COLUMN public.matches.sentence IS 'the words of the article that show it';
COMMENT ON COLUMN public.matches.title IS 'the article''s headline';
COMMENT ON COLUMN public.matches.outlet IS 'who published it';
COMMENT ON COLUMN public.matches.url IS 'the article''s address';
CREATE TABLE public.names (
    name text NOT NULL,
    folded text NOT NULL
);
COMMENT ON TABLE public.names IS 'Every outlet and every actor as named and as printed, once, so that a part of a name is found quickly.';
COMMENT ON COLUMN public.names.name IS 'a name or words as they stand in other tables';
COMMENT ON COLUMN public.names.folded IS 'the same in small letters';
CREATE TABLE public.participants (
    article character varying NOT NULL COLLATE pg_catalog."C",
    reading integer NOT NULL,
    event integer NOT NULL,
    side character varying NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    actor character varying COLLATE pg_catalog."C",
    name text,
    code character varying COLLATE pg_catalog."C",
    stem character varying COLLATE pg_catalog."C",
    words text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL
);
COMMENT ON TABLE public.participants IS 'Who stands on which side of an event.';
COMMENT ON COLUMN public.participants.article IS 'the article, articles.id';
COMMENT ON COLUMN public.participants.reading IS 'the reading of that article, readings.number';
COMMENT ON COLUMN public.participants.event IS 'the event, events.position of the reading';
COMMENT ON COLUMN public.participants.side IS 'source or target';
COMMENT ON COLUMN public.participants.number IS 'place on that side, from 0';
COMMENT ON COLUMN public.participants.actor IS 'who, actors.id of the reading';
COMMENT ON COLUMN public.participants.name IS 'who, by name';
COMMENT ON COLUMN public.participants.code IS 'who, as a code';
COMMENT ON COLUMN public.participants.stem IS 'the first three letters of the code: its country, or its kind of body';
COMMENT ON COLUMN public.participants.words IS 'who, as printed';
COMMENT ON COLUMN public.participants.start IS 'where that stands in the text, code points';
COMMENT ON COLUMN public.participants."end" IS 'where it ends, code points';
CREATE TABLE public.places (
    article character varying NOT NULL COLLATE pg_catalog."C",
    reading integer NOT NULL,
    "position" integer NOT NULL,
    id character varying NOT NULL COLLATE pg_catalog."C",
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    name text NOT NULL,
    country character varying COLLATE pg_catalog."C",
    lat double precision,
    lon double precision,
    geonameid integer,
    "precision" character varying COLLATE pg_catalog."C",
    use character varying NOT NULL COLLATE pg_catalog."C",
    rule character varying NOT NULL COLLATE pg_catalog."C",
    start integer NOT NULL,
    "end" integer NOT NULL,
    confidence double precision NOT NULL
);
COMMENT ON TABLE public.places IS 'Every toponym of an article, whatever its use.';
COMMENT ON COLUMN public.places.article IS 'the article, articles.id';
COMMENT ON COLUMN public.places.reading IS 'the reading of that article, readings.number';
COMMENT ON COLUMN public.places."position" IS 'place among the reading''s values of this kind, from 0';
COMMENT ON COLUMN public.places.id IS 'its id in the record';
COMMENT ON COLUMN public.places.recorded IS 'since when this is on the record, ISO date-time; empty if the command gave no time';
COMMENT ON COLUMN public.places.until IS 'when another took its place, ISO date-time; null while it holds';
COMMENT ON COLUMN public.places.name IS 'the place''s name';
COMMENT ON COLUMN public.places.country IS 'ISO 3166 alpha-3';
COMMENT ON COLUMN public.places.lat IS 'WGS84 degrees';
COMMENT ON COLUMN public.places.lon IS 'WGS84 degrees';
COMMENT ON COLUMN public.places.geonameid IS 'GeoNames number';
COMMENT ON COLUMN public.places."precision" IS 'city, region, country';
COMMENT ON COLUMN public.places.use IS 'location, metonym, demonym, in_name';
COMMENT ON COLUMN public.places.rule IS 'the rule or model that gave it';
COMMENT ON COLUMN public.places.start IS 'where it stands in the text, code points';
COMMENT ON COLUMN public.places."end" IS 'where it ends, code points';
COMMENT ON COLUMN public.places.confidence IS 'measured share of right answers of the rule, 0 to 1';
CREATE TABLE public.readings (
    article character varying NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    cause character varying NOT NULL COLLATE pg_catalog."C",
    pipeline character varying NOT NULL COLLATE pg_catalog."C",
    settings text NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    record text NOT NULL
);
COMMENT ON TABLE public.readings IS 'Every record that an article has had; the one whose until is null is what the record says now.';
COMMENT ON COLUMN public.readings.article IS 'the article, articles.id';
COMMENT ON COLUMN public.readings.number IS 'number among the readings of the article, from 1';
COMMENT ON COLUMN public.readings.cause IS 'read, reread, or decision: people''s corrections applied to the reading before';
COMMENT ON COLUMN public.readings.pipeline IS 'version of onrecord that read it';
COMMENT ON COLUMN public.readings.settings IS 'the settings it was read with, JSON';
COMMENT ON COLUMN public.readings.recorded IS 'since when this is on the record, ISO date-time; empty if the command gave no time';
COMMENT ON COLUMN public.readings.until IS 'when another took its place, ISO date-time; null while it holds';
COMMENT ON COLUMN public.readings.record IS 'the record, onrecord/1, JSON';
CREATE TABLE public.runs (
    id integer NOT NULL,
    pipeline character varying NOT NULL COLLATE pg_catalog."C",
    settings text NOT NULL,
    started character varying COLLATE pg_catalog."C",
    sources text NOT NULL,
    state character varying NOT NULL COLLATE pg_catalog."C",
    stored integer,
    duplicate integer,
    rejected integer
);
COMMENT ON TABLE public.runs IS 'Every time that sources were read into this store.';
COMMENT ON COLUMN public.runs.id IS 'number of the run, from 1';
COMMENT ON COLUMN public.runs.pipeline IS 'version of onrecord that read';
COMMENT ON COLUMN public.runs.settings IS 'its settings and options, JSON';
COMMENT ON COLUMN public.runs.started IS 'when, as the command gave it, ISO; null if it gave none';
COMMENT ON COLUMN public.runs.sources IS 'the sources it was given, JSON';
COMMENT ON COLUMN public.runs.state IS 'running, done, or stopped by an error; one that was killed stays running';
COMMENT ON COLUMN public.runs.stored IS 'inputs that became an article; null before the end';
COMMENT ON COLUMN public.runs.duplicate IS 'inputs that were there already; null before the end';
COMMENT ON COLUMN public.runs.rejected IS 'inputs that were refused; null before the end';
CREATE SEQUENCE public.runs_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.runs_id_seq OWNED BY public.runs.id;
CREATE TABLE public.statements (
    article character varying NOT NULL COLLATE pg_catalog."C",
    reading integer NOT NULL,
    "position" integer NOT NULL,
    id character varying NOT NULL COLLATE pg_catalog."C",
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    kind character varying NOT NULL COLLATE pg_catalog."C",
    terms character varying NOT NULL COLLATE pg_catalog."C",
    act character varying NOT NULL COLLATE pg_catalog."C",
    certainty character varying NOT NULL COLLATE pg_catalog."C",
    actor character varying COLLATE pg_catalog."C",
    actor_name text,
    code character varying COLLATE pg_catalog."C",
    source text NOT NULL,
    cue text NOT NULL,
    content text NOT NULL,
    reason text,
    addressee text,
    venue text,
    said character varying COLLATE pg_catalog."C",
    first_day character varying COLLATE pg_catalog."C",
    last_day character varying COLLATE pg_catalog."C",
    dated_from character varying COLLATE pg_catalog."C",
    within character varying COLLATE pg_catalog."C",
    source_spans text NOT NULL,
    cue_spans text NOT NULL,
    content_spans text NOT NULL,
    rule character varying NOT NULL COLLATE pg_catalog."C",
    confidence double precision NOT NULL
);
COMMENT ON TABLE public.statements IS 'Who says what, to whom, on what terms.';
COMMENT ON COLUMN public.statements.article IS 'the article, articles.id';
COMMENT ON COLUMN public.statements.reading IS 'the reading of that article, readings.number';
COMMENT ON COLUMN public.statements."position" IS 'place among the reading''s values of this kind, from 0';
COMMENT ON COLUMN public.statements.id IS 'its id in the record';
COMMENT ON COLUMN public.statements.recorded IS 'since when this is on the record, ISO date-time; empty if the command gave no time';
COMMENT ON COLUMN public.statements.until IS 'when another took its place, ISO date-time; null while it holds';
COMMENT ON COLUMN public.statements.kind IS 'direct, mixed, indirect, declined';
COMMENT ON COLUMN public.statements.terms IS 'named, anonymous, unnamed_group, organization, document, none';
COMMENT ON COLUMN public.statements.act IS 'speech, thought';
COMMENT ON COLUMN public.statements.certainty IS 'certain, probable, possible';
COMMENT ON COLUMN public.statements.actor IS 'who says it, actors.id of the reading';
COMMENT ON COLUMN public.statements.actor_name IS 'who says it, by name';
COMMENT ON COLUMN public.statements.code IS 'who says it, as a code';
COMMENT ON COLUMN public.statements.source IS 'who says it, as printed';
COMMENT ON COLUMN public.statements.cue IS 'the word of saying';
COMMENT ON COLUMN public.statements.content IS 'what is said';
COMMENT ON COLUMN public.statements.reason IS 'why the source is not named';
COMMENT ON COLUMN public.statements.addressee IS 'to whom it is said';
COMMENT ON COLUMN public.statements.venue IS 'where or in what it is said';
COMMENT ON COLUMN public.statements.said IS 'when it was said, TIMEX3 value';
COMMENT ON COLUMN public.statements.first_day IS 'first day it may have been, ISO; null if nothing is known';
COMMENT ON COLUMN public.statements.last_day IS 'last day it may have been, ISO; null if nothing is known';
COMMENT ON COLUMN public.statements.dated_from IS 'what gave the days: text, or published where the text names none';
COMMENT ON COLUMN public.statements.within IS 'the statement that holds it, statements.id of the reading';
COMMENT ON COLUMN public.statements.source_spans IS 'JSON spans of the source in the text';
COMMENT ON COLUMN public.statements.cue_spans IS 'JSON spans of the cue in the text';
COMMENT ON COLUMN public.statements.content_spans IS 'JSON spans of the content in the text';
COMMENT ON COLUMN public.statements.rule IS 'the rule or model that gave it';
COMMENT ON COLUMN public.statements.confidence IS 'measured share of right answers of the rule, 0 to 1';
CREATE TABLE public.store_version (
    version integer NOT NULL
);
COMMENT ON TABLE public.store_version IS 'One row: which version of the tables this is.';
COMMENT ON COLUMN public.store_version.version IS 'version of these tables';
CREATE TABLE public.stories (
    number integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    id character varying NOT NULL COLLATE pg_catalog."C",
    articles integer NOT NULL,
    first_day character varying COLLATE pg_catalog."C",
    last_day character varying COLLATE pg_catalog."C"
);
COMMENT ON TABLE public.stories IS 'Articles that tell of one affair.';
COMMENT ON COLUMN public.stories.number IS 'number of the row; means nothing';
COMMENT ON COLUMN public.stories.recorded IS 'since when the record says this, ISO date-time';
COMMENT ON COLUMN public.stories.until IS 'when it said so no more, ISO date-time; null while it does';
COMMENT ON COLUMN public.stories.id IS 'from the articles in it';
COMMENT ON COLUMN public.stories.articles IS 'articles in it, copies included';
COMMENT ON COLUMN public.stories.first_day IS 'when its first article was published';
COMMENT ON COLUMN public.stories.last_day IS 'when its last article was published';
CREATE SEQUENCE public.stories_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.stories_number_seq OWNED BY public.stories.number;
CREATE TABLE public.story_articles (
    number integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    story character varying NOT NULL COLLATE pg_catalog."C",
    article character varying NOT NULL COLLATE pg_catalog."C",
    copy_of character varying COLLATE pg_catalog."C"
);
COMMENT ON TABLE public.story_articles IS 'Which articles are in which story, and which are copies of others.';
COMMENT ON COLUMN public.story_articles.number IS 'number of the row; means nothing';
COMMENT ON COLUMN public.story_articles.recorded IS 'since when the record says this, ISO date-time';
COMMENT ON COLUMN public.story_articles.until IS 'when it said so no more, ISO date-time; null while it does';
COMMENT ON COLUMN public.story_articles.story IS 'stories.id';
COMMENT ON COLUMN public.story_articles.article IS 'the article, articles.id';
COMMENT ON COLUMN public.story_articles.copy_of IS 'the article that it is a copy of, articles.id';
CREATE SEQUENCE public.story_articles_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.story_articles_number_seq OWNED BY public.story_articles.number;
CREATE TABLE public.times (
    article character varying NOT NULL COLLATE pg_catalog."C",
    reading integer NOT NULL,
    "position" integer NOT NULL,
    id character varying NOT NULL COLLATE pg_catalog."C",
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    type character varying NOT NULL COLLATE pg_catalog."C",
    value character varying NOT NULL COLLATE pg_catalog."C",
    mod character varying COLLATE pg_catalog."C",
    anchor character varying COLLATE pg_catalog."C",
    rule character varying NOT NULL COLLATE pg_catalog."C",
    start integer NOT NULL,
    "end" integer NOT NULL,
    confidence double precision NOT NULL
);
COMMENT ON TABLE public.times IS 'Every expression of time of an article, after TIMEX3.';
COMMENT ON COLUMN public.times.article IS 'the article, articles.id';
COMMENT ON COLUMN public.times.reading IS 'the reading of that article, readings.number';
COMMENT ON COLUMN public.times."position" IS 'place among the reading''s values of this kind, from 0';
COMMENT ON COLUMN public.times.id IS 'its id in the record';
COMMENT ON COLUMN public.times.recorded IS 'since when this is on the record, ISO date-time; empty if the command gave no time';
COMMENT ON COLUMN public.times.until IS 'when another took its place, ISO date-time; null while it holds';
COMMENT ON COLUMN public.times.type IS 'DATE, TIME, DURATION, SET';
COMMENT ON COLUMN public.times.value IS 'TIMEX3 value';
COMMENT ON COLUMN public.times.mod IS 'TIMEX3 modifier';
COMMENT ON COLUMN public.times.anchor IS 'published, or the id of another time';
COMMENT ON COLUMN public.times.rule IS 'the rule or model that gave it';
COMMENT ON COLUMN public.times.start IS 'where it stands in the text, code points';
COMMENT ON COLUMN public.times."end" IS 'where it ends, code points';
COMMENT ON COLUMN public.times.confidence IS 'measured share of right answers of the rule, 0 to 1';
CREATE TABLE public.tombstones (
    id integer NOT NULL,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL,
    made character varying NOT NULL COLLATE pg_catalog."C",
    author text NOT NULL,
    reason text NOT NULL
);
COMMENT ON TABLE public.tombstones IS 'What was forgotten: digests only, so that nothing of it is kept.';
COMMENT ON COLUMN public.tombstones.id IS 'number, from 1';
COMMENT ON COLUMN public.tombstones.kind IS 'article, outlet or actor';
COMMENT ON COLUMN public.tombstones.key IS 'SHA-256, hex, of what is not to be read in again';
COMMENT ON COLUMN public.tombstones.made IS 'when, ISO date-time';
COMMENT ON COLUMN public.tombstones.author IS 'who had it forgotten';
COMMENT ON COLUMN public.tombstones.reason IS 'why';
CREATE SEQUENCE public.tombstones_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.tombstones_id_seq OWNED BY public.tombstones.id;
CREATE TABLE public.votes (
    person text NOT NULL,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    article character varying NOT NULL COLLATE pg_catalog."C",
    key character varying NOT NULL COLLATE pg_catalog."C",
    vote integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL
);
COMMENT ON TABLE public.votes IS 'One vote a person and thing. A fact is named by one of its events; votes go where that event goes.';
COMMENT ON COLUMN public.votes.person IS 'who votes, by a name or token of the caller''s';
COMMENT ON COLUMN public.votes.kind IS 'article, statement or fact';
COMMENT ON COLUMN public.votes.article IS 'the article, or the one whose statement or event names what is voted on';
COMMENT ON COLUMN public.votes.key IS 'which of its statements or events: kind, spans and type, JSON';
COMMENT ON COLUMN public.votes.vote IS '1 up, -1 down';
COMMENT ON COLUMN public.votes.recorded IS 'when, ISO date-time';
COMMENT ON COLUMN public.votes.subject IS 'what names it whatever is read anew or merged, JSON';
CREATE TABLE public.watches (
    name text NOT NULL,
    rule text NOT NULL,
    made character varying NOT NULL COLLATE pg_catalog."C",
    seen character varying NOT NULL COLLATE pg_catalog."C"
);
COMMENT ON TABLE public.watches IS 'Rules that are held against every article that comes in.';
COMMENT ON COLUMN public.watches.name IS 'its name, as its author gave it';
COMMENT ON COLUMN public.watches.rule IS 'the question and what about it is watched, JSON';
COMMENT ON COLUMN public.watches.made IS 'when it was set, ISO date-time';
COMMENT ON COLUMN public.watches.seen IS 'readings recorded up to then have been looked at; empty: none';
ALTER TABLE ONLY public.entities ALTER COLUMN number SET DEFAULT nextval('public.entities_number_seq'::regclass);
ALTER TABLE ONLY public.entity_mentions ALTER COLUMN number SET DEFAULT nextval('public.entity_mentions_number_seq'::regclass);
ALTER TABLE ONLY public.fact_links ALTER COLUMN number SET DEFAULT nextval('public.fact_links_number_seq'::regclass);
ALTER TABLE ONLY public.fact_reports ALTER COLUMN number SET DEFAULT nextval('public.fact_reports_number_seq'::regclass);
ALTER TABLE ONLY public.facts ALTER COLUMN number SET DEFAULT nextval('public.facts_number_seq'::regclass);
ALTER TABLE ONLY public.runs ALTER COLUMN id SET DEFAULT nextval('public.runs_id_seq'::regclass);
ALTER TABLE ONLY public.stories ALTER COLUMN number SET DEFAULT nextval('public.stories_number_seq'::regclass);
ALTER TABLE ONLY public.story_articles ALTER COLUMN number SET DEFAULT nextval('public.story_articles_number_seq'::regclass);
ALTER TABLE ONLY public.tombstones ALTER COLUMN id SET DEFAULT nextval('public.tombstones_id_seq'::regclass);
INSERT INTO public.actors VALUES ('article-0', 1, 0, 'a0', '2024-05-03T08:00:00+00:00', NULL, 'governor 0', 'person', NULL, NULL, '[]', 'PERGOV', NULL, 'test', '[[10,30]]', 1);
INSERT INTO public.actors VALUES ('article-1', 1, 0, 'a0', '2024-05-03T08:00:00+00:00', NULL, 'governor 0', 'person', NULL, NULL, '[]', 'PERGOV', NULL, 'test', '[[10,30]]', 1);
INSERT INTO public.articles VALUES ('article-0', 'ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac', '0.txt', 'Report 0', NULL, 'The Lima Post', NULL, '2024-05-04', NULL, 'en', 'Report 0. The governor of Lima said on Friday that the army had asked for help. ', '{"text":"","title":"Report 0","authors":[],"published":"2024-05-04","published_from":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}', 1, 1, '2024-05-03T08:00:00+00:00', DEFAULT);
INSERT INTO public.articles VALUES ('article-1', 'f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d', '1.txt', 'Report 1', NULL, 'The Lima Post', NULL, '2024-05-04', NULL, 'en', 'Report 1. The governor of Lima said on Friday that the army had asked for help. ', '{"text":"","title":"Report 1","authors":[],"published":"2024-05-04","published_from":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}', 2, 1, '2024-05-03T08:00:00+00:00', DEFAULT);
INSERT INTO public.dyads VALUES ('article-0', 1, 0, 'PERMIL', 'PER', 'PER', 'PER', 1, '2024-05-03', '2024-05-03T08:00:00+00:00', NULL);
INSERT INTO public.dyads VALUES ('article-1', 1, 0, 'PERMIL', 'PER', 'PER', 'PER', 1, '2024-05-03', '2024-05-03T08:00:00+00:00', NULL);
INSERT INTO public.events VALUES ('article-0', 1, 0, 'e0', '2024-05-03T08:00:00+00:00', NULL, 'REQUEST', NULL, 'actual', 's0', 'The governor of Lima', 'named', '[]', '2024-05-03', '2024-05-03', '2024-05-03', 'text', NULL, NULL, NULL, NULL, NULL, '|PER|', NULL, 3, NULL, NULL, ' aske', '[[63,68]]', 'The governor of Lima said on Friday that the army had asked for help.', 10, 79, 'test', 1);
INSERT INTO public.events VALUES ('article-1', 1, 0, 'e0', '2024-05-03T08:00:00+00:00', NULL, 'REQUEST', NULL, 'actual', 's0', 'The governor of Lima', 'named', '[]', '2024-05-03', '2024-05-03', '2024-05-03', 'text', NULL, NULL, NULL, NULL, NULL, '|PER|', NULL, 3, NULL, NULL, ' aske', '[[63,68]]', 'The governor of Lima said on Friday that the army had asked for help.', 10, 79, 'test', 1);
INSERT INTO public.inputs VALUES (1, 0, '0.txt', 'ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac', 'stored', 'article-0', NULL, NULL);
INSERT INTO public.inputs VALUES (1, 1, '1.txt', 'f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d', 'stored', 'article-1', NULL, NULL);
INSERT INTO public.names VALUES ('governor 0', 'governor 0');
INSERT INTO public.names VALUES ('The governor of Lima', 'the governor of lima');
INSERT INTO public.names VALUES ('Lima', 'lima');
INSERT INTO public.names VALUES ('The Lima Post', 'the lima post');
INSERT INTO public.participants VALUES ('article-0', 1, 0, 'source', 0, 'a0', 'governor 0', 'PERMIL', 'PER', 'The governor of Lima', 10, 30);
INSERT INTO public.participants VALUES ('article-0', 1, 0, 'target', 0, NULL, NULL, 'PER', 'PER', 'Lima', 26, 30);
INSERT INTO public.participants VALUES ('article-1', 1, 0, 'source', 0, 'a0', 'governor 0', 'PERMIL', 'PER', 'The governor of Lima', 10, 30);
INSERT INTO public.participants VALUES ('article-1', 1, 0, 'target', 0, NULL, NULL, 'PER', 'PER', 'Lima', 26, 30);
INSERT INTO public.readings VALUES ('article-0', 1, 'read', '0.1.0', '{}', '2024-05-03T08:00:00+00:00', NULL, '{"schema":"onrecord/1","id":"article-0","url":null,"title":"Report 0","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","actor_rule":null,"rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}');
INSERT INTO public.readings VALUES ('article-1', 1, 'read', '0.1.0', '{}', '2024-05-03T08:00:00+00:00', NULL, '{"schema":"onrecord/1","id":"article-1","url":null,"title":"Report 1","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","actor_rule":null,"rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}');
INSERT INTO public.runs VALUES (1, '0.1.0', '{}', '2024-05-03T08:00:00+00:00', '["pages"]', 'done', 2, 0, 0);
INSERT INTO public.statements VALUES ('article-0', 1, 0, 's0', '2024-05-03T08:00:00+00:00', NULL, 'indirect', 'named', 'speech', 'certain', 'a0', 'governor 0', NULL, 'The governor of Lima', 'said', 'that the army had asked for help', NULL, NULL, NULL, NULL, '2024-05-04', '2024-05-04', 'published', NULL, '[[10,30]]', '[[31,35]]', '[[46,78]]', 'test', 1);
INSERT INTO public.statements VALUES ('article-1', 1, 0, 's0', '2024-05-03T08:00:00+00:00', NULL, 'indirect', 'named', 'speech', 'certain', 'a0', 'governor 0', NULL, 'The governor of Lima', 'said', 'that the army had asked for help', NULL, NULL, NULL, NULL, '2024-05-04', '2024-05-04', 'published', NULL, '[[10,30]]', '[[31,35]]', '[[46,78]]', 'test', 1);
INSERT INTO public.store_version VALUES (3);
SELECT pg_catalog.setval('public.entities_number_seq', 1, false);
SELECT pg_catalog.setval('public.entity_mentions_number_seq', 1, false);
SELECT pg_catalog.setval('public.fact_links_number_seq', 1, false);
SELECT pg_catalog.setval('public.fact_reports_number_seq', 1, false);
SELECT pg_catalog.setval('public.facts_number_seq', 1, false);
SELECT pg_catalog.setval('public.runs_id_seq', 1, true);
SELECT pg_catalog.setval('public.stories_number_seq', 1, false);
SELECT pg_catalog.setval('public.story_articles_number_seq', 1, false);
SELECT pg_catalog.setval('public.tombstones_id_seq', 1, false);
ALTER TABLE ONLY public.actors
    ADD CONSTRAINT actors_pkey PRIMARY KEY (article, reading, "position");
ALTER TABLE ONLY public.addresses
    ADD CONSTRAINT addresses_pkey PRIMARY KEY (url);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_number_key UNIQUE (number);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT decisions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (watch, key, output);
ALTER TABLE ONLY public.dyads
    ADD CONSTRAINT dyads_pkey PRIMARY KEY (article, reading, event, source, target);
ALTER TABLE ONLY public.entities
    ADD CONSTRAINT entities_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.entity_mentions
    ADD CONSTRAINT entity_mentions_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (article, reading, "position");
ALTER TABLE ONLY public.fact_keys
    ADD CONSTRAINT fact_keys_pkey PRIMARY KEY (key, event);
ALTER TABLE ONLY public.fact_links
    ADD CONSTRAINT fact_links_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.fact_reports
    ADD CONSTRAINT fact_reports_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.facts
    ADD CONSTRAINT facts_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.inputs
    ADD CONSTRAINT inputs_pkey PRIMARY KEY (run, "position");
ALTER TABLE ONLY public.linked
    ADD CONSTRAINT linked_pkey PRIMARY KEY (article);
ALTER TABLE ONLY public.matches
    ADD CONSTRAINT matches_pkey PRIMARY KEY (watch, key);
ALTER TABLE ONLY public.names
    ADD CONSTRAINT names_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.participants
    ADD CONSTRAINT participants_pkey PRIMARY KEY (article, reading, event, side, number);
ALTER TABLE ONLY public.places
    ADD CONSTRAINT places_pkey PRIMARY KEY (article, reading, "position");
ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_pkey PRIMARY KEY (article, number);
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_pkey PRIMARY KEY (article, reading, "position");
ALTER TABLE ONLY public.store_version
    ADD CONSTRAINT store_version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.stories
    ADD CONSTRAINT stories_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.story_articles
    ADD CONSTRAINT story_articles_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.times
    ADD CONSTRAINT times_pkey PRIMARY KEY (article, reading, "position");
ALTER TABLE ONLY public.tombstones
    ADD CONSTRAINT tombstones_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_pkey PRIMARY KEY (person, kind, article, key);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_pkey PRIMARY KEY (name);
CREATE INDEX actors_code ON public.actors USING btree (code);
CREATE INDEX actors_name ON public.actors USING btree (name, article, "position", until);
CREATE INDEX articles_digest ON public.articles USING btree (digest);
CREATE INDEX articles_outlet ON public.articles USING btree (outlet);
CREATE INDEX articles_published ON public.articles USING btree (published);
CREATE INDEX articles_url ON public.articles USING btree (url);
CREATE INDEX articles_words ON public.articles USING gin (words);
CREATE INDEX decisions_article ON public.decisions USING btree (article);
CREATE INDEX decisions_kind ON public.decisions USING btree (kind);
CREATE INDEX dyads_codes ON public.dyads USING btree (source, target, until);
CREATE INDEX dyads_stems ON public.dyads USING btree (source_stem, target_stem, first_day, first, until);
CREATE INDEX entities_id ON public.entities USING btree (id);
CREATE INDEX entities_wikidata ON public.entities USING btree (wikidata);
CREATE INDEX entity_mentions_article ON public.entity_mentions USING btree (article, actor);
CREATE INDEX entity_mentions_entity ON public.entity_mentions USING btree (entity);
CREATE INDEX entity_mentions_name ON public.entity_mentions USING btree (name_key);
CREATE INDEX entity_mentions_wikidata ON public.entity_mentions USING btree (wikidata);
CREATE INDEX events_confidence ON public.events USING btree (confidence, article, "position", until);
CREATE INDEX events_countries ON public.events USING btree (countries, until);
CREATE INDEX events_country ON public.events USING btree (country, first_day, article, "position", until);
CREATE INDEX events_days ON public.events USING btree (first_day, article, "position", until);
CREATE INDEX events_point ON public.events USING btree (lat, lon);
CREATE INDEX events_type ON public.events USING btree (type, first_day, article, "position", until);
CREATE INDEX fact_keys_article ON public.fact_keys USING btree (article);
CREATE INDEX fact_keys_order ON public.fact_keys USING btree (key, published, article, event);
CREATE INDEX fact_links_one ON public.fact_links USING btree (one);
CREATE INDEX fact_links_other ON public.fact_links USING btree (other);
CREATE INDEX fact_reports_article ON public.fact_reports USING btree (article, event_id);
CREATE INDEX fact_reports_event ON public.fact_reports USING btree (event);
CREATE INDEX fact_reports_fact ON public.fact_reports USING btree (fact);
CREATE INDEX facts_days ON public.facts USING btree (first_day);
CREATE INDEX facts_id ON public.facts USING btree (id);
CREATE INDEX inputs_digest ON public.inputs USING btree (digest);
CREATE INDEX matches_found ON public.matches USING btree (watch, found);
CREATE INDEX participants_code ON public.participants USING btree (code, side);
CREATE INDEX participants_name ON public.participants USING btree (name);
CREATE INDEX participants_stem ON public.participants USING btree (stem, side);
CREATE INDEX participants_words ON public.participants USING btree (words);
CREATE INDEX places_country ON public.places USING btree (country);
CREATE INDEX places_name ON public.places USING btree (name, article, "position");
CREATE INDEX places_point ON public.places USING btree (lat, lon);
CREATE INDEX statements_code ON public.statements USING btree (code);
CREATE INDEX statements_confidence ON public.statements USING btree (confidence, article, "position");
CREATE INDEX statements_days ON public.statements USING btree (first_day, article, "position", until);
CREATE INDEX statements_name ON public.statements USING btree (actor_name);
CREATE INDEX statements_source ON public.statements USING btree (source);
CREATE INDEX statements_terms ON public.statements USING btree (terms, kind);
CREATE INDEX stories_id ON public.stories USING btree (id);
CREATE INDEX story_articles_article ON public.story_articles USING btree (article);
CREATE INDEX story_articles_story ON public.story_articles USING btree (story);
CREATE INDEX times_value ON public.times USING btree (value, article, "position");
CREATE INDEX votes_article ON public.votes USING btree (article);
ALTER TABLE ONLY public.actors
    ADD CONSTRAINT actors_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.actors
    ADD CONSTRAINT actors_article_reading_fkey FOREIGN KEY (article, reading) REFERENCES public.readings(article, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_watch_key_fkey FOREIGN KEY (watch, key) REFERENCES public.matches(watch, key) ON DELETE CASCADE;
ALTER TABLE ONLY public.dyads
    ADD CONSTRAINT dyads_article_reading_event_fkey FOREIGN KEY (article, reading, event) REFERENCES public.events(article, reading, "position") ON DELETE CASCADE;
ALTER TABLE ONLY public.entity_mentions
    ADD CONSTRAINT entity_mentions_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_article_reading_fkey FOREIGN KEY (article, reading) REFERENCES public.readings(article, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.fact_keys
    ADD CONSTRAINT fact_keys_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.fact_links
    ADD CONSTRAINT fact_links_one_article_fkey FOREIGN KEY (one_article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.fact_links
    ADD CONSTRAINT fact_links_other_article_fkey FOREIGN KEY (other_article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.fact_reports
    ADD CONSTRAINT fact_reports_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.inputs
    ADD CONSTRAINT inputs_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id);
ALTER TABLE ONLY public.inputs
    ADD CONSTRAINT inputs_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id);
ALTER TABLE ONLY public.linked
    ADD CONSTRAINT linked_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.matches
    ADD CONSTRAINT matches_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.matches
    ADD CONSTRAINT matches_watch_fkey FOREIGN KEY (watch) REFERENCES public.watches(name) ON DELETE CASCADE;
ALTER TABLE ONLY public.participants
    ADD CONSTRAINT participants_article_reading_event_fkey FOREIGN KEY (article, reading, event) REFERENCES public.events(article, reading, "position") ON DELETE CASCADE;
ALTER TABLE ONLY public.places
    ADD CONSTRAINT places_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.places
    ADD CONSTRAINT places_article_reading_fkey FOREIGN KEY (article, reading) REFERENCES public.readings(article, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_article_reading_fkey FOREIGN KEY (article, reading) REFERENCES public.readings(article, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.story_articles
    ADD CONSTRAINT story_articles_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.times
    ADD CONSTRAINT times_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.times
    ADD CONSTRAINT times_article_reading_fkey FOREIGN KEY (article, reading) REFERENCES public.readings(article, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
