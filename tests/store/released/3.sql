BEGIN TRANSACTION;
CREATE TABLE actors (
	article TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT, 
	country TEXT, 
	sectors TEXT NOT NULL, 
	code TEXT, 
	wikidata TEXT, 
	rule TEXT NOT NULL, 
	mentions TEXT NOT NULL, 
	confidence DOUBLE NOT NULL, 
	PRIMARY KEY (article, reading, position), 
	FOREIGN KEY(article, reading) REFERENCES readings (article, number) ON DELETE CASCADE, 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "actors" VALUES('article-0',1,0,'a0','2024-05-03T08:00:00+00:00',NULL,'governor 0','person',NULL,NULL,'[]','PERGOV',NULL,'test','[[10,30]]',1.0);
INSERT INTO "actors" VALUES('article-1',1,0,'a0','2024-05-03T08:00:00+00:00',NULL,'governor 0','person',NULL,NULL,'[]','PERGOV',NULL,'test','[[10,30]]',1.0);
CREATE TABLE addresses (
	url TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	etag TEXT, 
	modified TEXT, 
	PRIMARY KEY (url)
);
CREATE TABLE articles (
	id TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	location TEXT NOT NULL, 
	title TEXT, 
	url TEXT, 
	outlet TEXT, 
	original_outlet TEXT, 
	published TEXT, 
	published_from TEXT, 
	language TEXT, 
	text TEXT NOT NULL, 
	page TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	run INTEGER, 
	recorded TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (number), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "articles" VALUES('article-0','ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac','0.txt','Report 0',NULL,'The Lima Post',NULL,'2024-05-04',NULL,'en','Report 0. The governor of Lima said on Friday that the army had asked for help. ','{"text":"","title":"Report 0","authors":[],"published":"2024-05-04","published_from":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}',1,1,'2024-05-03T08:00:00+00:00');
INSERT INTO "articles" VALUES('article-1','f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d','1.txt','Report 1',NULL,'The Lima Post',NULL,'2024-05-04',NULL,'en','Report 1. The governor of Lima said on Friday that the army had asked for help. ','{"text":"","title":"Report 1","authors":[],"published":"2024-05-04","published_from":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}',2,1,'2024-05-03T08:00:00+00:00');
CREATE VIRTUAL TABLE articles_words USING
    fts5(title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE decisions (
	id TEXT NOT NULL, 
	action TEXT NOT NULL, 
	kind TEXT, 
	article TEXT, 
	author TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	reason TEXT, 
	decision TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE deliveries (
	watch TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	output TEXT NOT NULL, 
	PRIMARY KEY (watch, "key", output), 
	FOREIGN KEY(watch, "key") REFERENCES matches (watch, "key") ON DELETE CASCADE
);
CREATE TABLE dyads (
	article TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	event INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	target TEXT NOT NULL, 
	source_stem TEXT NOT NULL, 
	target_stem TEXT NOT NULL, 
	first INTEGER NOT NULL, 
	first_day TEXT, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	PRIMARY KEY (article, reading, event, source, target), 
	FOREIGN KEY(article, reading, event) REFERENCES events (article, reading, position) ON DELETE CASCADE
);
INSERT INTO "dyads" VALUES('article-0',1,0,'PERMIL','PER','PER','PER',1,'2024-05-03','2024-05-03T08:00:00+00:00',NULL);
INSERT INTO "dyads" VALUES('article-1',1,0,'PERMIL','PER','PER','PER',1,'2024-05-03','2024-05-03T08:00:00+00:00',NULL);
CREATE TABLE entities (
	number INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	id TEXT NOT NULL, 
	name TEXT, 
	kind TEXT NOT NULL, 
	country TEXT, 
	wikidata TEXT, 
	codes TEXT NOT NULL, 
	articles INTEGER NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE entity_mentions (
	number INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	entity TEXT NOT NULL, 
	article TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	wikidata TEXT, 
	profile TEXT NOT NULL, 
	score DOUBLE, 
	reasons TEXT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE events (
	article TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	type TEXT NOT NULL, 
	mode TEXT, 
	status TEXT NOT NULL, 
	statement TEXT, 
	"by" TEXT, 
	terms TEXT, 
	contexts TEXT NOT NULL, 
	happened TEXT, 
	first_day TEXT, 
	last_day TEXT, 
	dated_from TEXT, 
	place TEXT, 
	country TEXT, 
	lat DOUBLE, 
	lon DOUBLE, 
	precision TEXT, 
	countries TEXT NOT NULL, 
	cameo TEXT, 
	quad INTEGER NOT NULL, 
	goldstein DOUBLE, 
	object TEXT, 
	"trigger" TEXT NOT NULL, 
	trigger_spans TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	rule TEXT NOT NULL, 
	confidence DOUBLE NOT NULL, 
	PRIMARY KEY (article, reading, position), 
	FOREIGN KEY(article, reading) REFERENCES readings (article, number) ON DELETE CASCADE, 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "events" VALUES('article-0',1,0,'e0','2024-05-03T08:00:00+00:00',NULL,'REQUEST',NULL,'actual','s0','The governor of Lima','named','[]','2024-05-03','2024-05-03','2024-05-03','text',NULL,NULL,NULL,NULL,NULL,'|PER|',NULL,3,NULL,NULL,' aske','[[63,68]]','The governor of Lima said on Friday that the army had asked for help.',10,79,'test',1.0);
INSERT INTO "events" VALUES('article-1',1,0,'e0','2024-05-03T08:00:00+00:00',NULL,'REQUEST',NULL,'actual','s0','The governor of Lima','named','[]','2024-05-03','2024-05-03','2024-05-03','text',NULL,NULL,NULL,NULL,NULL,'|PER|',NULL,3,NULL,NULL,' aske','[[63,68]]','The governor of Lima said on Friday that the army had asked for help.',10,79,'test',1.0);
CREATE TABLE fact_keys (
	"key" BIGINT NOT NULL, 
	event TEXT NOT NULL, 
	published TEXT NOT NULL, 
	article TEXT NOT NULL, 
	PRIMARY KEY ("key", event), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE fact_links (
	number INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	one TEXT NOT NULL, 
	other TEXT NOT NULL, 
	one_article TEXT NOT NULL, 
	other_article TEXT NOT NULL, 
	score DOUBLE, 
	reasons TEXT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(one_article) REFERENCES articles (id) ON DELETE CASCADE, 
	FOREIGN KEY(other_article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE fact_reports (
	number INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	fact TEXT NOT NULL, 
	event TEXT NOT NULL, 
	article TEXT NOT NULL, 
	event_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	origin TEXT, 
	score DOUBLE, 
	reasons TEXT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE facts (
	number INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	status TEXT NOT NULL, 
	reports INTEGER NOT NULL, 
	outlets INTEGER NOT NULL, 
	denials INTEGER NOT NULL, 
	contradictions INTEGER NOT NULL, 
	published TEXT, 
	first_day TEXT, 
	last_day TEXT, 
	place TEXT, 
	country TEXT, 
	telling TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE inputs (
	run INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	location TEXT NOT NULL, 
	digest TEXT, 
	outcome TEXT NOT NULL, 
	article TEXT, 
	code TEXT, 
	message TEXT, 
	PRIMARY KEY (run, position), 
	FOREIGN KEY(run) REFERENCES runs (id), 
	FOREIGN KEY(article) REFERENCES articles (id)
);
INSERT INTO "inputs" VALUES(1,0,'0.txt','ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac','stored','article-0',NULL,NULL);
INSERT INTO "inputs" VALUES(1,1,'1.txt','f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d','stored','article-1',NULL,NULL);
CREATE TABLE linked (
	article TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	PRIMARY KEY (article), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE matches (
	watch TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	article TEXT, 
	day TEXT, 
	found TEXT NOT NULL, 
	what TEXT NOT NULL, 
	sentence TEXT, 
	title TEXT, 
	outlet TEXT, 
	url TEXT, 
	PRIMARY KEY (watch, "key"), 
	FOREIGN KEY(watch) REFERENCES watches (name) ON DELETE CASCADE, 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE names (
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "names" VALUES('governor 0','governor 0');
INSERT INTO "names" VALUES('The governor of Lima','the governor of lima');
INSERT INTO "names" VALUES('Lima','lima');
INSERT INTO "names" VALUES('The Lima Post','the lima post');
CREATE TABLE participants (
	article TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	event INTEGER NOT NULL, 
	side TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	actor TEXT, 
	name TEXT, 
	code TEXT, 
	stem TEXT, 
	words TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	PRIMARY KEY (article, reading, event, side, number), 
	FOREIGN KEY(article, reading, event) REFERENCES events (article, reading, position) ON DELETE CASCADE
);
INSERT INTO "participants" VALUES('article-0',1,0,'source',0,'a0','governor 0','PERMIL','PER','The governor of Lima',10,30);
INSERT INTO "participants" VALUES('article-0',1,0,'target',0,NULL,NULL,'PER','PER','Lima',26,30);
INSERT INTO "participants" VALUES('article-1',1,0,'source',0,'a0','governor 0','PERMIL','PER','The governor of Lima',10,30);
INSERT INTO "participants" VALUES('article-1',1,0,'target',0,NULL,NULL,'PER','PER','Lima',26,30);
CREATE TABLE places (
	article TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	name TEXT NOT NULL, 
	country TEXT, 
	lat DOUBLE, 
	lon DOUBLE, 
	geonameid INTEGER, 
	precision TEXT, 
	use TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	confidence DOUBLE NOT NULL, 
	PRIMARY KEY (article, reading, position), 
	FOREIGN KEY(article, reading) REFERENCES readings (article, number) ON DELETE CASCADE, 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE readings (
	article TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	cause TEXT NOT NULL, 
	pipeline TEXT NOT NULL, 
	settings TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	record TEXT NOT NULL, 
	PRIMARY KEY (article, number), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "readings" VALUES('article-0',1,'read','0.1.0','{}','2024-05-03T08:00:00+00:00',NULL,'{"schema":"onrecord/1","id":"article-0","url":null,"title":"Report 0","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","actor_rule":null,"rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}');
INSERT INTO "readings" VALUES('article-1',1,'read','0.1.0','{}','2024-05-03T08:00:00+00:00',NULL,'{"schema":"onrecord/1","id":"article-1","url":null,"title":"Report 1","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","actor_rule":null,"rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}');
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	pipeline TEXT NOT NULL, 
	settings TEXT NOT NULL, 
	started TEXT, 
	sources TEXT NOT NULL, 
	state TEXT NOT NULL, 
	stored INTEGER, 
	duplicate INTEGER, 
	rejected INTEGER, 
	PRIMARY KEY (id)
);
INSERT INTO "runs" VALUES(1,'0.1.0','{}','2024-05-03T08:00:00+00:00','["pages"]','done',2,0,0);
CREATE TABLE statements (
	article TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	kind TEXT NOT NULL, 
	terms TEXT NOT NULL, 
	act TEXT NOT NULL, 
	certainty TEXT NOT NULL, 
	actor TEXT, 
	actor_name TEXT, 
	code TEXT, 
	source TEXT NOT NULL, 
	cue TEXT NOT NULL, 
	content TEXT NOT NULL, 
	reason TEXT, 
	addressee TEXT, 
	venue TEXT, 
	said TEXT, 
	first_day TEXT, 
	last_day TEXT, 
	dated_from TEXT, 
	within TEXT, 
	source_spans TEXT NOT NULL, 
	cue_spans TEXT NOT NULL, 
	content_spans TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	confidence DOUBLE NOT NULL, 
	PRIMARY KEY (article, reading, position), 
	FOREIGN KEY(article, reading) REFERENCES readings (article, number) ON DELETE CASCADE, 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "statements" VALUES('article-0',1,0,'s0','2024-05-03T08:00:00+00:00',NULL,'indirect','named','speech','certain','a0','governor 0',NULL,'The governor of Lima','said','that the army had asked for help',NULL,NULL,NULL,NULL,'2024-05-04','2024-05-04','published',NULL,'[[10,30]]','[[31,35]]','[[46,78]]','test',1.0);
INSERT INTO "statements" VALUES('article-1',1,0,'s0','2024-05-03T08:00:00+00:00',NULL,'indirect','named','speech','certain','a0','governor 0',NULL,'The governor of Lima','said','that the army had asked for help',NULL,NULL,NULL,NULL,'2024-05-04','2024-05-04','published',NULL,'[[10,30]]','[[31,35]]','[[46,78]]','test',1.0);
CREATE TABLE store_version (
	version INTEGER NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "store_version" VALUES(3);
CREATE TABLE stories (
	number INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	id TEXT NOT NULL, 
	articles INTEGER NOT NULL, 
	first_day TEXT, 
	last_day TEXT, 
	PRIMARY KEY (number)
);
CREATE TABLE story_articles (
	number INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	story TEXT NOT NULL, 
	article TEXT NOT NULL, 
	copy_of TEXT, 
	PRIMARY KEY (number), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE times (
	article TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	type TEXT NOT NULL, 
	value TEXT NOT NULL, 
	mod TEXT, 
	anchor TEXT, 
	rule TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	confidence DOUBLE NOT NULL, 
	PRIMARY KEY (article, reading, position), 
	FOREIGN KEY(article, reading) REFERENCES readings (article, number) ON DELETE CASCADE, 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE tombstones (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	made TEXT NOT NULL, 
	author TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE votes (
	person TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	article TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	vote INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	PRIMARY KEY (person, kind, article, "key"), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE watches (
	name TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	made TEXT NOT NULL, 
	seen TEXT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE INDEX decisions_article ON decisions (article);
CREATE INDEX decisions_kind ON decisions (kind);
CREATE INDEX facts_id ON facts (id);
CREATE INDEX facts_days ON facts (first_day);
CREATE INDEX entities_wikidata ON entities (wikidata);
CREATE INDEX entities_id ON entities (id);
CREATE INDEX stories_id ON stories (id);
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_digest ON articles (digest);
CREATE INDEX articles_url ON articles (url);
CREATE INDEX inputs_digest ON inputs (digest);
CREATE INDEX votes_article ON votes (article);
CREATE INDEX fact_keys_order ON fact_keys ("key", published, article, event);
CREATE INDEX fact_keys_article ON fact_keys (article);
CREATE INDEX fact_links_other ON fact_links (other);
CREATE INDEX fact_links_one ON fact_links (one);
CREATE INDEX fact_reports_event ON fact_reports (event);
CREATE INDEX fact_reports_article ON fact_reports (article, event_id);
CREATE INDEX fact_reports_fact ON fact_reports (fact);
CREATE INDEX entity_mentions_article ON entity_mentions (article, actor);
CREATE INDEX entity_mentions_name ON entity_mentions (name_key);
CREATE INDEX entity_mentions_entity ON entity_mentions (entity);
CREATE INDEX entity_mentions_wikidata ON entity_mentions (wikidata);
CREATE INDEX story_articles_story ON story_articles (story);
CREATE INDEX story_articles_article ON story_articles (article);
CREATE INDEX matches_found ON matches (watch, found);
CREATE INDEX actors_name ON actors (name, article, position, until);
CREATE INDEX actors_code ON actors (code);
CREATE INDEX statements_name ON statements (actor_name);
CREATE INDEX statements_source ON statements (source);
CREATE INDEX statements_terms ON statements (terms, kind);
CREATE INDEX statements_code ON statements (code);
CREATE INDEX statements_days ON statements (first_day, article, position, until);
CREATE INDEX statements_confidence ON statements (confidence, article, position);
CREATE INDEX events_country ON events (country, first_day, article, position, until);
CREATE INDEX events_point ON events (lat, lon);
CREATE INDEX events_type ON events (type, first_day, article, position, until);
CREATE INDEX events_countries ON events (countries, until);
CREATE INDEX events_days ON events (first_day, article, position, until);
CREATE INDEX events_confidence ON events (confidence, article, position, until);
CREATE INDEX places_country ON places (country);
CREATE INDEX places_name ON places (name, article, position);
CREATE INDEX places_point ON places (lat, lon);
CREATE INDEX times_value ON times (value, article, position);
CREATE INDEX participants_name ON participants (name);
CREATE INDEX participants_words ON participants (words);
CREATE INDEX participants_code ON participants (code, side);
CREATE INDEX participants_stem ON participants (stem, side);
CREATE INDEX dyads_stems ON dyads (source_stem, target_stem, first_day, first, until);
CREATE INDEX dyads_codes ON dyads (source, target, until);
INSERT INTO articles_words (articles_words) VALUES ('rebuild');
COMMIT;
