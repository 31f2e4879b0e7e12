BEGIN TRANSACTION;
CREATE TABLE actors (
	article TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
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
	PRIMARY KEY (article, position), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "actors" VALUES('article-0',0,'a0','governor 0','person',NULL,NULL,'[]','PERGOV',NULL,'test','[[10,30]]',1.0);
INSERT INTO "actors" VALUES('article-1',0,'a0','governor 0','person',NULL,NULL,'[]','PERGOV',NULL,'test','[[10,30]]',1.0);
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
	record TEXT NOT NULL, 
	pipeline TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "articles" VALUES('article-0','ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac','0.txt','Report 0',NULL,'The Lima Post',NULL,'2024-05-04',NULL,'en','Report 0. The governor of Lima said on Friday that the army had asked for help. ','{"text":"","title":"Report 0","authors":[],"published":"2024-05-04","published_from":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}','{"schema":"onrecord/1","id":"article-0","url":null,"title":"Report 0","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}','0.1.0');
INSERT INTO "articles" VALUES('article-1','f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d','1.txt','Report 1',NULL,'The Lima Post',NULL,'2024-05-04',NULL,'en','Report 1. The governor of Lima said on Friday that the army had asked for help. ','{"text":"","title":"Report 1","authors":[],"published":"2024-05-04","published_from":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}','{"schema":"onrecord/1","id":"article-1","url":null,"title":"Report 1","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}','0.1.0');
CREATE TABLE events (
	article TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
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
	PRIMARY KEY (article, position), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "events" VALUES('article-0',0,'e0','REQUEST',NULL,'actual','s0','The governor of Lima','named','[]','2024-05-03','2024-05-03','2024-05-03','text',NULL,NULL,NULL,3,NULL,NULL,' aske','[[63,68]]','The governor of Lima said on Friday that the army had asked for help.',10,79,'test',1.0);
INSERT INTO "events" VALUES('article-1',0,'e0','REQUEST',NULL,'actual','s0','The governor of Lima','named','[]','2024-05-03','2024-05-03','2024-05-03','text',NULL,NULL,NULL,3,NULL,NULL,' aske','[[63,68]]','The governor of Lima said on Friday that the army had asked for help.',10,79,'test',1.0);
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
CREATE TABLE participants (
	article TEXT NOT NULL, 
	event INTEGER NOT NULL, 
	side TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	actor TEXT, 
	name TEXT, 
	code TEXT, 
	words TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	PRIMARY KEY (article, event, side, number), 
	FOREIGN KEY(article, event) REFERENCES events (article, position) ON DELETE CASCADE
);
INSERT INTO "participants" VALUES('article-0',0,'source',0,'a0','governor 0','PERMIL','The governor of Lima',10,30);
INSERT INTO "participants" VALUES('article-0',0,'target',0,NULL,NULL,'PER','Lima',26,30);
INSERT INTO "participants" VALUES('article-1',0,'source',0,'a0','governor 0','PERMIL','The governor of Lima',10,30);
INSERT INTO "participants" VALUES('article-1',0,'target',0,NULL,NULL,'PER','Lima',26,30);
CREATE TABLE places (
	article TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
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
	PRIMARY KEY (article, position), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
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
INSERT INTO "runs" VALUES(1,'0.1.0','{}','2024-05-01T08:00:00+00:00','["pages"]','done',2,0,0);
CREATE TABLE statements (
	article TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
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
	PRIMARY KEY (article, position), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "statements" VALUES('article-0',0,'s0','indirect','named','speech','certain','a0','governor 0',NULL,'The governor of Lima','said','that the army had asked for help',NULL,NULL,NULL,NULL,'2024-05-04','2024-05-04','published',NULL,'[[10,30]]','[[31,35]]','[[46,78]]','test',1.0);
INSERT INTO "statements" VALUES('article-1',0,'s0','indirect','named','speech','certain','a0','governor 0',NULL,'The governor of Lima','said','that the army had asked for help',NULL,NULL,NULL,NULL,'2024-05-04','2024-05-04','published',NULL,'[[10,30]]','[[31,35]]','[[46,78]]','test',1.0);
CREATE TABLE store_version (
	version INTEGER NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "store_version" VALUES(1);
CREATE TABLE times (
	article TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	value TEXT NOT NULL, 
	mod TEXT, 
	anchor TEXT, 
	rule TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	confidence DOUBLE NOT NULL, 
	PRIMARY KEY (article, position), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE INDEX articles_digest ON articles (digest);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX inputs_digest ON inputs (digest);
CREATE INDEX actors_code ON actors (code);
CREATE INDEX statements_terms ON statements (terms, kind);
CREATE INDEX statements_days ON statements (first_day, article, position);
CREATE INDEX statements_code ON statements (code);
CREATE INDEX events_country ON events (country);
CREATE INDEX events_type ON events (type, status);
CREATE INDEX events_days ON events (first_day, article, position);
CREATE INDEX places_country ON places (country);
CREATE INDEX participants_code ON participants (code, side);
COMMIT;
