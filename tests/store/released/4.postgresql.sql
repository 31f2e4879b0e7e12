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
CREATE TABLE public.addresses (
    url text NOT NULL,
    digest character varying NOT NULL COLLATE pg_catalog."C",
    etag text,
    modified text,
    entries integer
);
CREATE TABLE public.arrivals (
    article character varying NOT NULL COLLATE pg_catalog."C",
    address text,
    sketch bytea NOT NULL,
    precedence text NOT NULL,
    original character varying COLLATE pg_catalog."C",
    "position" integer,
    day character varying COLLATE pg_catalog."C",
    words bytea,
    vector bytea,
    story character varying NOT NULL COLLATE pg_catalog."C",
    score double precision,
    reason text NOT NULL
);
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
    published_confidence double precision,
    language character varying COLLATE pg_catalog."C",
    text text NOT NULL,
    page text NOT NULL,
    number integer NOT NULL,
    run integer,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    no_text integer
);
CREATE TABLE public.articles_words (
    number integer NOT NULL,
    part integer NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE public.copy_keys (
    key bigint NOT NULL,
    article character varying NOT NULL COLLATE pg_catalog."C"
);
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
CREATE TABLE public.deliveries (
    watch text NOT NULL,
    key character varying NOT NULL COLLATE pg_catalog."C",
    output text NOT NULL
);
CREATE TABLE public.dyads (
    article character varying NOT NULL COLLATE pg_catalog."C",
    reading integer NOT NULL,
    event integer NOT NULL,
    source character varying NOT NULL COLLATE pg_catalog."C",
    target character varying NOT NULL COLLATE pg_catalog."C",
    source_stem character varying NOT NULL COLLATE pg_catalog."C",
    target_stem character varying NOT NULL COLLATE pg_catalog."C",
    first integer NOT NULL,
    quad integer,
    first_day character varying COLLATE pg_catalog."C",
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C"
);
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
    certainty character varying COLLATE pg_catalog."C",
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
    sources character varying DEFAULT ''::character varying NOT NULL COLLATE pg_catalog."C",
    targets character varying DEFAULT ''::character varying NOT NULL COLLATE pg_catalog."C",
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
CREATE TABLE public.fact_keys (
    key bigint NOT NULL,
    event character varying NOT NULL COLLATE pg_catalog."C",
    published character varying NOT NULL COLLATE pg_catalog."C",
    article character varying NOT NULL COLLATE pg_catalog."C"
);
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
CREATE SEQUENCE public.facts_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.facts_number_seq OWNED BY public.facts.number;
CREATE TABLE public.feeds (
    key character varying NOT NULL COLLATE pg_catalog."C",
    person text NOT NULL,
    watch text,
    made character varying NOT NULL COLLATE pg_catalog."C"
);
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
CREATE TABLE public.link_state (
    name character varying NOT NULL COLLATE pg_catalog."C",
    value integer NOT NULL
);
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
CREATE TABLE public.names (
    name text NOT NULL,
    folded text NOT NULL
);
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
CREATE TABLE public.questions (
    person text NOT NULL,
    name text NOT NULL,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    question text NOT NULL,
    made character varying NOT NULL COLLATE pg_catalog."C"
);
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
CREATE TABLE public.store_version (
    version integer NOT NULL
);
CREATE TABLE public.stories (
    number integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    id character varying NOT NULL COLLATE pg_catalog."C",
    articles integer NOT NULL,
    first_day character varying COLLATE pg_catalog."C",
    last_day character varying COLLATE pg_catalog."C"
);
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
CREATE SEQUENCE public.story_articles_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.story_articles_number_seq OWNED BY public.story_articles.number;
CREATE TABLE public.story_decisions (
    number integer NOT NULL,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    story character varying NOT NULL COLLATE pg_catalog."C",
    "into" character varying NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL,
    score double precision,
    recorded character varying NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE public.story_decisions_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.story_decisions_number_seq OWNED BY public.story_decisions.number;
CREATE TABLE public.story_moves (
    decision integer NOT NULL,
    article character varying NOT NULL COLLATE pg_catalog."C"
);
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
CREATE TABLE public.tombstones (
    id integer NOT NULL,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL,
    made character varying NOT NULL COLLATE pg_catalog."C",
    author text NOT NULL,
    reason text NOT NULL,
    erased integer
);
CREATE SEQUENCE public.tombstones_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.tombstones_id_seq OWNED BY public.tombstones.id;
CREATE TABLE public.unlinked (
    article character varying NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.versions (
    number integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    until character varying COLLATE pg_catalog."C",
    address text NOT NULL,
    article character varying NOT NULL COLLATE pg_catalog."C",
    earlier character varying NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE public.versions_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.versions_number_seq OWNED BY public.versions.number;
CREATE TABLE public.votes (
    person text NOT NULL,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    article character varying NOT NULL COLLATE pg_catalog."C",
    key character varying NOT NULL COLLATE pg_catalog."C",
    vote integer NOT NULL,
    recorded character varying NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL
);
CREATE TABLE public.watches (
    name text NOT NULL,
    rule text NOT NULL,
    made character varying NOT NULL COLLATE pg_catalog."C",
    seen character varying NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.entities ALTER COLUMN number SET DEFAULT nextval('public.entities_number_seq'::regclass);
ALTER TABLE ONLY public.entity_mentions ALTER COLUMN number SET DEFAULT nextval('public.entity_mentions_number_seq'::regclass);
ALTER TABLE ONLY public.fact_links ALTER COLUMN number SET DEFAULT nextval('public.fact_links_number_seq'::regclass);
ALTER TABLE ONLY public.fact_reports ALTER COLUMN number SET DEFAULT nextval('public.fact_reports_number_seq'::regclass);
ALTER TABLE ONLY public.facts ALTER COLUMN number SET DEFAULT nextval('public.facts_number_seq'::regclass);
ALTER TABLE ONLY public.runs ALTER COLUMN id SET DEFAULT nextval('public.runs_id_seq'::regclass);
ALTER TABLE ONLY public.stories ALTER COLUMN number SET DEFAULT nextval('public.stories_number_seq'::regclass);
ALTER TABLE ONLY public.story_articles ALTER COLUMN number SET DEFAULT nextval('public.story_articles_number_seq'::regclass);
ALTER TABLE ONLY public.story_decisions ALTER COLUMN number SET DEFAULT nextval('public.story_decisions_number_seq'::regclass);
ALTER TABLE ONLY public.tombstones ALTER COLUMN id SET DEFAULT nextval('public.tombstones_id_seq'::regclass);
ALTER TABLE ONLY public.versions ALTER COLUMN number SET DEFAULT nextval('public.versions_number_seq'::regclass);
INSERT INTO public.actors VALUES ('article-0', 1, 0, 'a0', '2024-05-04T08:00:00+00:00', NULL, 'governor 0', 'person', NULL, NULL, '[]', 'PERGOV', NULL, 'test', '[[10,30]]', 1);
INSERT INTO public.actors VALUES ('article-1', 1, 0, 'a0', '2024-05-04T08:00:00+00:00', NULL, 'governor 0', 'person', NULL, NULL, '[]', 'PERGOV', NULL, 'test', '[[10,30]]', 1);
INSERT INTO public.arrivals VALUES ('article-0', NULL, '\x01d6b9cfc80d3f17ffc273309ccf7523860f749319dd9546a0d7f0addd78604c3d73c78036a21650bc01a9681ff54a5aabe109437a0efb62a5d6d0b4112a06a3e2e1347ed2e19aa5df9c6e6bf5e83eb717e2d8317dc5e9c5afdcb0c2211131d1c2970b7e747c6ed542a8703b30e89bda', '2024-05-04 0999999999920 ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac article-0', 'article-1', 1, '2024-05-04', '\xd30bc918450134069224ca011e82d9336c007f7315464501def6ef5b6c00deb1f89aca013e68c4be6c001b6986c36c00c6a8dedb8000', '\x34069224cc08deb1f89acc08d30bc9183e067f7315463e06c6a8dedb75021e82d9331302def6ef5b13023e68c4be13021b6986c31302', '53a6692091fc', 0, 'like no story');
INSERT INTO public.arrivals VALUES ('article-1', NULL, '\x4c549d139aa15d1101d6b9cfc80d3f17ffc273309ccf7523860f749319dd9546a0d7f0addd78604cbc01a9681ff54a5aabe109437a0efb6207cb98f8d7e4c46fe2e1347ed2e19aa5df9c6e6bf5e83eb717e2d8317dc5e9c5afdcb0c2211131d1c2970b7e747c6ed542a8703b30e89bda', '2024-05-04 0999999999920 f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d article-1', NULL, NULL, NULL, NULL, NULL, '53a6692091fc', 1, 'a copy of article-0');
INSERT INTO public.articles VALUES ('article-0', 'ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac', '0.txt', 'Report 0', NULL, 'The Lima Post', NULL, '2024-05-04', NULL, NULL, 'en', 'Report 0. The governor of Lima said on Friday that the army had asked for help. ', '{"text":"","title":"Report 0","authors":[],"published":"2024-05-04","published_from":null,"published_confidence":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}', 1, 1, '2024-05-04T08:00:00+00:00', NULL);
INSERT INTO public.articles VALUES ('article-1', 'f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d', '1.txt', 'Report 1', NULL, 'The Lima Post', NULL, '2024-05-04', NULL, NULL, 'en', 'Report 1. The governor of Lima said on Friday that the army had asked for help. ', '{"text":"","title":"Report 1","authors":[],"published":"2024-05-04","published_from":null,"published_confidence":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}', 2, 1, '2024-05-04T08:00:00+00:00', NULL);
INSERT INTO public.articles_words VALUES (1, 0, '''0'':2 ''report'':1');
INSERT INTO public.articles_words VALUES (1, 1, '''0'':2 ''army'':12 ''asked'':14 ''for'':15 ''friday'':9 ''governor'':4 ''had'':13 ''help'':16 ''lima'':6 ''of'':5 ''on'':8 ''report'':1 ''said'':7 ''that'':10 ''the'':3,11');
INSERT INTO public.articles_words VALUES (2, 0, '''1'':2 ''report'':1');
INSERT INTO public.articles_words VALUES (2, 1, '''1'':2 ''army'':12 ''asked'':14 ''for'':15 ''friday'':9 ''governor'':4 ''had'':13 ''help'':16 ''lima'':6 ''of'':5 ''on'':8 ''report'':1 ''said'':7 ''that'':10 ''the'':3,11');
INSERT INTO public.copy_keys VALUES (1675072742534796801, 'article-0');
INSERT INTO public.copy_keys VALUES (2555176633337365247, 'article-0');
INSERT INTO public.copy_keys VALUES (5086214456102621062, 'article-0');
INSERT INTO public.copy_keys VALUES (5503531638148093856, 'article-0');
INSERT INTO public.copy_keys VALUES (5770978327494357821, 'article-0');
INSERT INTO public.copy_keys VALUES (6506282126938800572, 'article-0');
INSERT INTO public.copy_keys VALUES (7132310353144832427, 'article-0');
INSERT INTO public.copy_keys VALUES (-6699621140130638171, 'article-0');
INSERT INTO public.copy_keys VALUES (-6513645616861224478, 'article-0');
INSERT INTO public.copy_keys VALUES (-5242496775445635873, 'article-0');
INSERT INTO public.copy_keys VALUES (-4185597237166284265, 'article-0');
INSERT INTO public.copy_keys VALUES (-3372895809225827153, 'article-0');
INSERT INTO public.copy_keys VALUES (-3067377456419989566, 'article-0');
INSERT INTO public.copy_keys VALUES (-2694304658197796798, 'article-0');
INSERT INTO public.copy_keys VALUES (1251333954604979276, 'article-1');
INSERT INTO public.copy_keys VALUES (1675072742534796801, 'article-1');
INSERT INTO public.copy_keys VALUES (2555176633337365247, 'article-1');
INSERT INTO public.copy_keys VALUES (5086214456102621062, 'article-1');
INSERT INTO public.copy_keys VALUES (5503531638148093856, 'article-1');
INSERT INTO public.copy_keys VALUES (6506282126938800572, 'article-1');
INSERT INTO public.copy_keys VALUES (7132310353144832427, 'article-1');
INSERT INTO public.copy_keys VALUES (8053813649885154055, 'article-1');
INSERT INTO public.copy_keys VALUES (-6513645616861224478, 'article-1');
INSERT INTO public.copy_keys VALUES (-5242496775445635873, 'article-1');
INSERT INTO public.copy_keys VALUES (-4185597237166284265, 'article-1');
INSERT INTO public.copy_keys VALUES (-3372895809225827153, 'article-1');
INSERT INTO public.copy_keys VALUES (-3067377456419989566, 'article-1');
INSERT INTO public.copy_keys VALUES (-2694304658197796798, 'article-1');
INSERT INTO public.dyads VALUES ('article-0', 1, 0, 'PERMIL', 'PER', 'PER', 'PER', 1, 3, '2024-05-03', '2024-05-04T08:00:00+00:00', NULL);
INSERT INTO public.dyads VALUES ('article-1', 1, 0, 'PERMIL', 'PER', 'PER', 'PER', 1, 3, '2024-05-03', '2024-05-04T08:00:00+00:00', NULL);
INSERT INTO public.events VALUES ('article-0', 1, 0, 'e0', '2024-05-04T08:00:00+00:00', NULL, 'REQUEST', NULL, 'actual', 's0', 'The governor of Lima', 'named', 'certain', '[]', '2024-05-03', '2024-05-03', '2024-05-03', 'text', NULL, NULL, NULL, NULL, NULL, '|PER|', '|PERMIL|', '|PER|', NULL, 3, NULL, NULL, ' aske', '[[63,68]]', 'The governor of Lima said on Friday that the army had asked for help.', 10, 79, 'test', 1);
INSERT INTO public.events VALUES ('article-1', 1, 0, 'e0', '2024-05-04T08:00:00+00:00', NULL, 'REQUEST', NULL, 'actual', 's0', 'The governor of Lima', 'named', 'certain', '[]', '2024-05-03', '2024-05-03', '2024-05-03', 'text', NULL, NULL, NULL, NULL, NULL, '|PER|', '|PERMIL|', '|PER|', NULL, 3, NULL, NULL, ' aske', '[[63,68]]', 'The governor of Lima said on Friday that the army had asked for help.', 10, 79, 'test', 1);
INSERT INTO public.fact_keys VALUES (2918479378846455831, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (4849912323013467623, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (5851206177270211446, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (6213636506378602204, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (6640184402177918591, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (6928664981237325147, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (7066124875529245371, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (7435511342043826222, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (8040328946346481587, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (8485341719308396028, 'article-0/REQUEST/63-68/10,26', '2024-05-04', 'article-0');
INSERT INTO public.fact_keys VALUES (2918479378846455831, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_keys VALUES (4849912323013467623, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_keys VALUES (5851206177270211446, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_keys VALUES (6213636506378602204, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_keys VALUES (6640184402177918591, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_keys VALUES (6928664981237325147, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_keys VALUES (7066124875529245371, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_keys VALUES (7435511342043826222, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_keys VALUES (8040328946346481587, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_keys VALUES (8485341719308396028, 'article-1/REQUEST/63-68/10,26', '2024-05-04', 'article-1');
INSERT INTO public.fact_links VALUES (1, '2024-05-04T08:00:00+00:00', NULL, 'article-0/REQUEST/63-68/10,26', 'article-1/REQUEST/63-68/10,26', 'article-0', 'article-1', 6.317, '[["time",1.0],["source",0.7],["target",1.2],["trigger",0.8],["words",2.917],["context",2.7]]');
INSERT INTO public.fact_reports VALUES (1, '2024-05-04T08:00:00+00:00', NULL, '37a76375f1dc', 'article-0/REQUEST/63-68/10,26', 'article-0', 'e0', 'tells', 'The Lima Post', 6.317, '[["time",1.0],["source",0.7],["target",1.2],["trigger",0.8],["words",2.917],["context",2.7]]');
INSERT INTO public.fact_reports VALUES (2, '2024-05-04T08:00:00+00:00', NULL, '37a76375f1dc', 'article-1/REQUEST/63-68/10,26', 'article-1', 'e0', 'tells', 'The Lima Post', 6.317, '[["time",1.0],["source",0.7],["target",1.2],["trigger",0.8],["words",2.917],["context",2.7]]');
INSERT INTO public.facts VALUES (1, '2024-05-04T08:00:00+00:00', NULL, '37a76375f1dc', 'REQUEST', 'actual', 2, 1, 0, 0, '2024-05-04', '2024-05-03', '2024-05-03', NULL, NULL, '{"history":[{"published":"2024-05-04","status":"actual","event":"article-0/REQUEST/63-68/10,26"}],"voices":[{"event":"article-0/REQUEST/63-68/10,26","article":"article-0","by":"The governor of Lima","terms":"named"},{"event":"article-1/REQUEST/63-68/10,26","article":"article-1","by":"The governor of Lima","terms":"named"}],"denials":[],"contradictions":[]}');
INSERT INTO public.inputs VALUES (1, 0, '0.txt', 'ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac', 'stored', 'article-0', NULL, NULL);
INSERT INTO public.inputs VALUES (1, 1, '1.txt', 'f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d', 'stored', 'article-1', NULL, NULL);
INSERT INTO public.link_state VALUES ('articles', 2);
INSERT INTO public.names VALUES ('governor 0', 'governor 0');
INSERT INTO public.names VALUES ('The governor of Lima', 'the governor of lima');
INSERT INTO public.names VALUES ('Lima', 'lima');
INSERT INTO public.names VALUES ('The Lima Post', 'the lima post');
INSERT INTO public.participants VALUES ('article-0', 1, 0, 'source', 0, 'a0', 'governor 0', 'PERMIL', 'PER', 'The governor of Lima', 10, 30);
INSERT INTO public.participants VALUES ('article-0', 1, 0, 'target', 0, NULL, NULL, 'PER', 'PER', 'Lima', 26, 30);
INSERT INTO public.participants VALUES ('article-1', 1, 0, 'source', 0, 'a0', 'governor 0', 'PERMIL', 'PER', 'The governor of Lima', 10, 30);
INSERT INTO public.participants VALUES ('article-1', 1, 0, 'target', 0, NULL, NULL, 'PER', 'PER', 'Lima', 26, 30);
INSERT INTO public.readings VALUES ('article-0', 1, 'read', '0.1.0', '{}', '2024-05-04T08:00:00+00:00', NULL, '{"schema":"onrecord/1","id":"article-0","url":null,"title":"Report 0","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","actor_rule":null,"rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}');
INSERT INTO public.readings VALUES ('article-1', 1, 'read', '0.1.0', '{}', '2024-05-04T08:00:00+00:00', NULL, '{"schema":"onrecord/1","id":"article-1","url":null,"title":"Report 1","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","actor_rule":null,"rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}');
INSERT INTO public.runs VALUES (1, '0.1.0', '{}', '2024-05-04T08:00:00+00:00', '["a"]', 'done', 2, 0, 0);
INSERT INTO public.statements VALUES ('article-0', 1, 0, 's0', '2024-05-04T08:00:00+00:00', NULL, 'indirect', 'named', 'speech', 'certain', 'a0', 'governor 0', NULL, 'The governor of Lima', 'said', 'that the army had asked for help', NULL, NULL, NULL, NULL, '2024-05-04', '2024-05-04', 'published', NULL, '[[10,30]]', '[[31,35]]', '[[46,78]]', 'test', 1);
INSERT INTO public.statements VALUES ('article-1', 1, 0, 's0', '2024-05-04T08:00:00+00:00', NULL, 'indirect', 'named', 'speech', 'certain', 'a0', 'governor 0', NULL, 'The governor of Lima', 'said', 'that the army had asked for help', NULL, NULL, NULL, NULL, '2024-05-04', '2024-05-04', 'published', NULL, '[[10,30]]', '[[31,35]]', '[[46,78]]', 'test', 1);
INSERT INTO public.store_version VALUES (4);
INSERT INTO public.stories VALUES (1, '2024-05-04T08:00:00+00:00', NULL, '53a6692091fc', 2, '2024-05-04', '2024-05-04');
INSERT INTO public.story_articles VALUES (1, '2024-05-04T08:00:00+00:00', NULL, '53a6692091fc', 'article-0', 'article-1');
INSERT INTO public.story_articles VALUES (2, '2024-05-04T08:00:00+00:00', NULL, '53a6692091fc', 'article-1', NULL);
SELECT pg_catalog.setval('public.entities_number_seq', 1, false);
SELECT pg_catalog.setval('public.entity_mentions_number_seq', 1, false);
SELECT pg_catalog.setval('public.fact_links_number_seq', 1, true);
SELECT pg_catalog.setval('public.fact_reports_number_seq', 2, true);
SELECT pg_catalog.setval('public.facts_number_seq', 1, true);
SELECT pg_catalog.setval('public.runs_id_seq', 1, true);
SELECT pg_catalog.setval('public.stories_number_seq', 1, true);
SELECT pg_catalog.setval('public.story_articles_number_seq', 2, true);
SELECT pg_catalog.setval('public.story_decisions_number_seq', 1, false);
SELECT pg_catalog.setval('public.tombstones_id_seq', 1, false);
SELECT pg_catalog.setval('public.versions_number_seq', 1, false);
ALTER TABLE ONLY public.actors
    ADD CONSTRAINT actors_pkey PRIMARY KEY (article, reading, "position");
ALTER TABLE ONLY public.addresses
    ADD CONSTRAINT addresses_pkey PRIMARY KEY (url);
ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT arrivals_pkey PRIMARY KEY (article);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_number_key UNIQUE (number);
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_words
    ADD CONSTRAINT articles_words_pkey PRIMARY KEY (number, part);
ALTER TABLE ONLY public.copy_keys
    ADD CONSTRAINT copy_keys_pkey PRIMARY KEY (key, article);
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
ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.inputs
    ADD CONSTRAINT inputs_pkey PRIMARY KEY (run, "position");
ALTER TABLE ONLY public.link_state
    ADD CONSTRAINT link_state_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.matches
    ADD CONSTRAINT matches_pkey PRIMARY KEY (watch, key);
ALTER TABLE ONLY public.names
    ADD CONSTRAINT names_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.participants
    ADD CONSTRAINT participants_pkey PRIMARY KEY (article, reading, event, side, number);
ALTER TABLE ONLY public.places
    ADD CONSTRAINT places_pkey PRIMARY KEY (article, reading, "position");
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_pkey PRIMARY KEY (person, name);
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
ALTER TABLE ONLY public.story_decisions
    ADD CONSTRAINT story_decisions_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.story_moves
    ADD CONSTRAINT story_moves_pkey PRIMARY KEY (decision, article);
ALTER TABLE ONLY public.times
    ADD CONSTRAINT times_pkey PRIMARY KEY (article, reading, "position");
ALTER TABLE ONLY public.tombstones
    ADD CONSTRAINT tombstones_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.unlinked
    ADD CONSTRAINT unlinked_pkey PRIMARY KEY (article);
ALTER TABLE ONLY public.versions
    ADD CONSTRAINT versions_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_pkey PRIMARY KEY (person, kind, article, key);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_pkey PRIMARY KEY (name);
CREATE INDEX actors_article ON public.actors USING btree (article, until);
CREATE INDEX actors_asked ON public.actors USING btree (name, article, "position", until, recorded, country, kind, code, wikidata, confidence, rule);
CREATE INDEX actors_codes ON public.actors USING btree (code, until);
CREATE INDEX actors_confidence ON public.actors USING btree (confidence, article, "position");
CREATE INDEX arrivals_address ON public.arrivals USING btree (address);
CREATE INDEX arrivals_original ON public.arrivals USING btree (original);
CREATE INDEX arrivals_position ON public.arrivals USING btree ("position");
CREATE INDEX arrivals_story ON public.arrivals USING btree (story);
CREATE INDEX articles_asked ON public.articles USING btree (published, id, outlet, original_outlet, language, published_from, recorded);
CREATE INDEX articles_digest ON public.articles USING btree (digest);
CREATE INDEX articles_no_text ON public.articles USING btree (no_text) WHERE (no_text IS NOT NULL);
CREATE INDEX articles_numbers ON public.articles USING btree (number, id);
CREATE INDEX articles_outlet ON public.articles USING btree (outlet);
CREATE INDEX articles_outlets ON public.articles USING btree (id, outlet);
CREATE INDEX articles_published ON public.articles USING btree (published);
CREATE INDEX articles_titles ON public.articles USING btree (title, id);
CREATE INDEX articles_url ON public.articles USING btree (url);
CREATE INDEX articles_words_words ON public.articles_words USING gin (words);
CREATE INDEX copy_keys_article ON public.copy_keys USING btree (article);
CREATE INDEX decisions_article ON public.decisions USING btree (article);
CREATE INDEX decisions_kind ON public.decisions USING btree (kind);
CREATE INDEX dyads_pairs ON public.dyads USING btree (source, target, until, article, reading, event);
CREATE INDEX dyads_quads ON public.dyads USING btree (source_stem, target_stem, quad, first, until);
CREATE INDEX dyads_stems ON public.dyads USING btree (source_stem, target_stem, first_day, first, until);
CREATE INDEX entities_id ON public.entities USING btree (id);
CREATE INDEX entities_wikidata ON public.entities USING btree (wikidata);
CREATE INDEX entity_mentions_article ON public.entity_mentions USING btree (article, actor);
CREATE INDEX entity_mentions_entity ON public.entity_mentions USING btree (entity);
CREATE INDEX entity_mentions_name ON public.entity_mentions USING btree (name_key);
CREATE INDEX entity_mentions_wikidata ON public.entity_mentions USING btree (wikidata);
CREATE INDEX events_article ON public.events USING btree (article, until);
CREATE INDEX events_asked ON public.events USING btree (first_day, article, "position", reading, until, recorded, type, mode, status, quad, terms, sources, targets, last_day, certainty, confidence, rule, country, contexts);
CREATE INDEX events_confidence ON public.events USING btree (confidence, article, "position", until);
CREATE INDEX events_country ON public.events USING btree (country, first_day, article, "position", until);
CREATE INDEX events_place ON public.events USING btree (place, until);
CREATE INDEX events_spans ON public.events USING btree (first_day, article, "position", until, last_day) WHERE ((first_day)::text < (last_day)::text);
CREATE INDEX events_spots ON public.events USING btree (lat, lon, place, country, "precision", until, recorded, type, mode, status, quad, terms, sources, targets, last_day, certainty, confidence, rule, first_day) WHERE (lat IS NOT NULL);
CREATE INDEX events_types ON public.events USING btree (type, first_day, article, "position", until, last_day);
CREATE INDEX fact_keys_article ON public.fact_keys USING btree (article);
CREATE INDEX fact_keys_order ON public.fact_keys USING btree (key, published, article, event);
CREATE INDEX fact_links_one ON public.fact_links USING btree (one);
CREATE INDEX fact_links_other ON public.fact_links USING btree (other);
CREATE INDEX fact_reports_article ON public.fact_reports USING btree (article, event_id);
CREATE INDEX fact_reports_event ON public.fact_reports USING btree (event);
CREATE INDEX fact_reports_fact ON public.fact_reports USING btree (fact);
CREATE INDEX fact_reports_score ON public.fact_reports USING btree (score);
CREATE INDEX facts_asked ON public.facts USING btree (first_day, id, until, type, last_day, status, country, outlets, denials, contradictions);
CREATE INDEX facts_id ON public.facts USING btree (id);
CREATE INDEX facts_published ON public.facts USING btree (published, until);
CREATE INDEX inputs_digest ON public.inputs USING btree (digest);
CREATE INDEX matches_found ON public.matches USING btree (watch, found);
CREATE INDEX participants_code ON public.participants USING btree (code, side);
CREATE INDEX participants_name ON public.participants USING btree (name);
CREATE INDEX participants_stem ON public.participants USING btree (stem, side);
CREATE INDEX participants_words ON public.participants USING btree (words);
CREATE INDEX places_article ON public.places USING btree (article, until, recorded);
CREATE INDEX places_asked ON public.places USING btree (name, article, "position", until, recorded, country, "precision", use, confidence, rule);
CREATE INDEX places_confidence ON public.places USING btree (confidence, article, "position");
CREATE INDEX places_country ON public.places USING btree (country);
CREATE INDEX places_point ON public.places USING btree (lat, lon);
CREATE INDEX statements_article ON public.statements USING btree (article, until);
CREATE INDEX statements_asked ON public.statements USING btree (first_day, article, "position", until, recorded, kind, terms, act, certainty, code, last_day, confidence, rule);
CREATE INDEX statements_codes ON public.statements USING btree (code, until);
CREATE INDEX statements_confidence ON public.statements USING btree (confidence, article, "position");
CREATE INDEX statements_names ON public.statements USING btree (actor_name, until);
CREATE INDEX statements_source ON public.statements USING btree (source);
CREATE INDEX statements_spans ON public.statements USING btree (first_day, article, "position", until, last_day) WHERE ((first_day)::text < (last_day)::text);
CREATE INDEX statements_terms ON public.statements USING btree (terms, kind);
CREATE INDEX stories_asked ON public.stories USING btree (last_day, id, until, articles);
CREATE INDEX stories_id ON public.stories USING btree (id);
CREATE INDEX story_articles_article ON public.story_articles USING btree (article);
CREATE INDEX story_articles_story ON public.story_articles USING btree (story);
CREATE INDEX story_decisions_into ON public.story_decisions USING btree ("into");
CREATE INDEX story_decisions_story ON public.story_decisions USING btree (story);
CREATE INDEX story_moves_article ON public.story_moves USING btree (article);
CREATE INDEX times_article ON public.times USING btree (article, until, recorded);
CREATE INDEX times_asked ON public.times USING btree (value, article, "position", until, recorded, type, mod, confidence, rule);
CREATE INDEX times_confidence ON public.times USING btree (confidence, article, "position");
CREATE INDEX versions_address ON public.versions USING btree (address);
CREATE INDEX versions_article ON public.versions USING btree (article);
CREATE INDEX versions_earlier ON public.versions USING btree (earlier);
CREATE INDEX votes_article ON public.votes USING btree (article);
ALTER TABLE ONLY public.actors
    ADD CONSTRAINT actors_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.actors
    ADD CONSTRAINT actors_article_reading_fkey FOREIGN KEY (article, reading) REFERENCES public.readings(article, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT arrivals_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id);
ALTER TABLE ONLY public.articles_words
    ADD CONSTRAINT articles_words_number_fkey FOREIGN KEY (number) REFERENCES public.articles(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.copy_keys
    ADD CONSTRAINT copy_keys_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
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
ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_watch_fkey FOREIGN KEY (watch) REFERENCES public.watches(name) ON DELETE CASCADE;
ALTER TABLE ONLY public.inputs
    ADD CONSTRAINT inputs_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id);
ALTER TABLE ONLY public.inputs
    ADD CONSTRAINT inputs_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id);
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
ALTER TABLE ONLY public.story_moves
    ADD CONSTRAINT story_moves_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.story_moves
    ADD CONSTRAINT story_moves_decision_fkey FOREIGN KEY (decision) REFERENCES public.story_decisions(number) ON DELETE CASCADE;
ALTER TABLE ONLY public.times
    ADD CONSTRAINT times_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.times
    ADD CONSTRAINT times_article_reading_fkey FOREIGN KEY (article, reading) REFERENCES public.readings(article, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.unlinked
    ADD CONSTRAINT unlinked_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.versions
    ADD CONSTRAINT versions_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.versions
    ADD CONSTRAINT versions_earlier_fkey FOREIGN KEY (earlier) REFERENCES public.articles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id) ON DELETE CASCADE;
