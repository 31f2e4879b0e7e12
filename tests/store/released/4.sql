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
INSERT INTO "actors" VALUES('article-0',1,0,'a0','2024-05-04T08:00:00+00:00',NULL,'governor 0','person',NULL,NULL,'[]','PERGOV',NULL,'test','[[10,30]]',1.0);
INSERT INTO "actors" VALUES('article-1',1,0,'a0','2024-05-04T08:00:00+00:00',NULL,'governor 0','person',NULL,NULL,'[]','PERGOV',NULL,'test','[[10,30]]',1.0);
CREATE TABLE addresses (
	url TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	etag TEXT, 
	modified TEXT, 
	entries INTEGER, 
	PRIMARY KEY (url)
);
CREATE TABLE arrivals (
	article TEXT NOT NULL, 
	address TEXT, 
	sketch BLOB NOT NULL, 
	precedence TEXT NOT NULL, 
	original TEXT, 
	position INTEGER, 
	day TEXT, 
	words BLOB, 
	vector BLOB, 
	story TEXT NOT NULL, 
	score DOUBLE, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (article), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "arrivals" VALUES('article-0',NULL,X'01D6B9CFC80D3F17FFC273309CCF7523860F749319DD9546A0D7F0ADDD78604C3D73C78036A21650BC01A9681FF54A5AABE109437A0EFB62A5D6D0B4112A06A3E2E1347ED2E19AA5DF9C6E6BF5E83EB717E2D8317DC5E9C5AFDCB0C2211131D1C2970B7E747C6ED542A8703B30E89BDA','2024-05-04 0999999999920 ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac article-0','article-1',1,'2024-05-04',X'D30BC918450134069224CA011E82D9336C007F7315464501DEF6EF5B6C00DEB1F89ACA013E68C4BE6C001B6986C36C00C6A8DEDB8000',X'34069224CC08DEB1F89ACC08D30BC9183E067F7315463E06C6A8DEDB75021E82D9331302DEF6EF5B13023E68C4BE13021B6986C31302','53a6692091fc',0.0,'like no story');
INSERT INTO "arrivals" VALUES('article-1',NULL,X'4C549D139AA15D1101D6B9CFC80D3F17FFC273309CCF7523860F749319DD9546A0D7F0ADDD78604CBC01A9681FF54A5AABE109437A0EFB6207CB98F8D7E4C46FE2E1347ED2E19AA5DF9C6E6BF5E83EB717E2D8317DC5E9C5AFDCB0C2211131D1C2970B7E747C6ED542A8703B30E89BDA','2024-05-04 0999999999920 f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d article-1',NULL,NULL,NULL,NULL,NULL,'53a6692091fc',1.0,'a copy of article-0');
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
	published_confidence DOUBLE, 
	language TEXT, 
	text TEXT NOT NULL, 
	page TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	run INTEGER, 
	recorded TEXT NOT NULL, 
	no_text INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (number), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "articles" VALUES('article-0','ffd4da8fd4781ab1a3ccf5a9dd573ef1aaedc99ac43d1b4f2998030a437d21ac','0.txt','Report 0',NULL,'The Lima Post',NULL,'2024-05-04',NULL,NULL,'en','Report 0. The governor of Lima said on Friday that the army had asked for help. ','{"text":"","title":"Report 0","authors":[],"published":"2024-05-04","published_from":null,"published_confidence":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}',1,1,'2024-05-04T08:00:00+00:00',NULL);
INSERT INTO "articles" VALUES('article-1','f485a90ee9f7058ec6637a37a4714773e4a0e935a6a2a76024f6d43b80af657d','1.txt','Report 1',NULL,'The Lima Post',NULL,'2024-05-04',NULL,NULL,'en','Report 1. The governor of Lima said on Friday that the army had asked for help. ','{"text":"","title":"Report 1","authors":[],"published":"2024-05-04","published_from":null,"published_confidence":null,"updated":null,"outlet":"The Lima Post","original_outlet":null,"language":"en","url":null,"page":{"points":null,"related":[],"tags":[],"section":null},"repairs":[],"offsets":{"pieces":[]}}',2,1,'2024-05-04T08:00:00+00:00',NULL);
CREATE TABLE copy_keys (
	"key" BIGINT NOT NULL, 
	article TEXT NOT NULL, 
	PRIMARY KEY ("key", article), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "copy_keys" VALUES(1675072742534796801,'article-0');
INSERT INTO "copy_keys" VALUES(2555176633337365247,'article-0');
INSERT INTO "copy_keys" VALUES(5086214456102621062,'article-0');
INSERT INTO "copy_keys" VALUES(5503531638148093856,'article-0');
INSERT INTO "copy_keys" VALUES(5770978327494357821,'article-0');
INSERT INTO "copy_keys" VALUES(6506282126938800572,'article-0');
INSERT INTO "copy_keys" VALUES(7132310353144832427,'article-0');
INSERT INTO "copy_keys" VALUES(-6699621140130638171,'article-0');
INSERT INTO "copy_keys" VALUES(-6513645616861224478,'article-0');
INSERT INTO "copy_keys" VALUES(-5242496775445635873,'article-0');
INSERT INTO "copy_keys" VALUES(-4185597237166284265,'article-0');
INSERT INTO "copy_keys" VALUES(-3372895809225827153,'article-0');
INSERT INTO "copy_keys" VALUES(-3067377456419989566,'article-0');
INSERT INTO "copy_keys" VALUES(-2694304658197796798,'article-0');
INSERT INTO "copy_keys" VALUES(1251333954604979276,'article-1');
INSERT INTO "copy_keys" VALUES(1675072742534796801,'article-1');
INSERT INTO "copy_keys" VALUES(2555176633337365247,'article-1');
INSERT INTO "copy_keys" VALUES(5086214456102621062,'article-1');
INSERT INTO "copy_keys" VALUES(5503531638148093856,'article-1');
INSERT INTO "copy_keys" VALUES(6506282126938800572,'article-1');
INSERT INTO "copy_keys" VALUES(7132310353144832427,'article-1');
INSERT INTO "copy_keys" VALUES(8053813649885154055,'article-1');
INSERT INTO "copy_keys" VALUES(-6513645616861224478,'article-1');
INSERT INTO "copy_keys" VALUES(-5242496775445635873,'article-1');
INSERT INTO "copy_keys" VALUES(-4185597237166284265,'article-1');
INSERT INTO "copy_keys" VALUES(-3372895809225827153,'article-1');
INSERT INTO "copy_keys" VALUES(-3067377456419989566,'article-1');
INSERT INTO "copy_keys" VALUES(-2694304658197796798,'article-1');
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
	quad INTEGER, 
	first_day TEXT, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	PRIMARY KEY (article, reading, event, source, target), 
	FOREIGN KEY(article, reading, event) REFERENCES events (article, reading, position) ON DELETE CASCADE
);
INSERT INTO "dyads" VALUES('article-0',1,0,'PERMIL','PER','PER','PER',1,3,'2024-05-03','2024-05-04T08:00:00+00:00',NULL);
INSERT INTO "dyads" VALUES('article-1',1,0,'PERMIL','PER','PER','PER',1,3,'2024-05-03','2024-05-04T08:00:00+00:00',NULL);
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
	certainty TEXT, 
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
	sources TEXT DEFAULT '' NOT NULL, 
	targets TEXT DEFAULT '' NOT NULL, 
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
INSERT INTO "events" VALUES('article-0',1,0,'e0','2024-05-04T08:00:00+00:00',NULL,'REQUEST',NULL,'actual','s0','The governor of Lima','named','certain','[]','2024-05-03','2024-05-03','2024-05-03','text',NULL,NULL,NULL,NULL,NULL,'|PER|','|PERMIL|','|PER|',NULL,3,NULL,NULL,' aske','[[63,68]]','The governor of Lima said on Friday that the army had asked for help.',10,79,'test',1.0);
INSERT INTO "events" VALUES('article-1',1,0,'e0','2024-05-04T08:00:00+00:00',NULL,'REQUEST',NULL,'actual','s0','The governor of Lima','named','certain','[]','2024-05-03','2024-05-03','2024-05-03','text',NULL,NULL,NULL,NULL,NULL,'|PER|','|PERMIL|','|PER|',NULL,3,NULL,NULL,' aske','[[63,68]]','The governor of Lima said on Friday that the army had asked for help.',10,79,'test',1.0);
CREATE TABLE fact_keys (
	"key" BIGINT NOT NULL, 
	event TEXT NOT NULL, 
	published TEXT NOT NULL, 
	article TEXT NOT NULL, 
	PRIMARY KEY ("key", event), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "fact_keys" VALUES(2918479378846455831,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(4849912323013467623,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(5851206177270211446,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(6213636506378602204,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(6640184402177918591,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(6928664981237325147,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(7066124875529245371,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(7435511342043826222,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(8040328946346481587,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(8485341719308396028,'article-0/REQUEST/63-68/10,26','2024-05-04','article-0');
INSERT INTO "fact_keys" VALUES(2918479378846455831,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
INSERT INTO "fact_keys" VALUES(4849912323013467623,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
INSERT INTO "fact_keys" VALUES(5851206177270211446,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
INSERT INTO "fact_keys" VALUES(6213636506378602204,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
INSERT INTO "fact_keys" VALUES(6640184402177918591,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
INSERT INTO "fact_keys" VALUES(6928664981237325147,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
INSERT INTO "fact_keys" VALUES(7066124875529245371,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
INSERT INTO "fact_keys" VALUES(7435511342043826222,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
INSERT INTO "fact_keys" VALUES(8040328946346481587,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
INSERT INTO "fact_keys" VALUES(8485341719308396028,'article-1/REQUEST/63-68/10,26','2024-05-04','article-1');
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
INSERT INTO "fact_links" VALUES(1,'2024-05-04T08:00:00+00:00',NULL,'article-0/REQUEST/63-68/10,26','article-1/REQUEST/63-68/10,26','article-0','article-1',6.317,'[["time",1.0],["source",0.7],["target",1.2],["trigger",0.8],["words",2.917],["context",2.7]]');
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
INSERT INTO "fact_reports" VALUES(1,'2024-05-04T08:00:00+00:00',NULL,'37a76375f1dc','article-0/REQUEST/63-68/10,26','article-0','e0','tells','The Lima Post',6.317,'[["time",1.0],["source",0.7],["target",1.2],["trigger",0.8],["words",2.917],["context",2.7]]');
INSERT INTO "fact_reports" VALUES(2,'2024-05-04T08:00:00+00:00',NULL,'37a76375f1dc','article-1/REQUEST/63-68/10,26','article-1','e0','tells','The Lima Post',6.317,'[["time",1.0],["source",0.7],["target",1.2],["trigger",0.8],["words",2.917],["context",2.7]]');
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
INSERT INTO "facts" VALUES(1,'2024-05-04T08:00:00+00:00',NULL,'37a76375f1dc','REQUEST','actual',2,1,0,0,'2024-05-04','2024-05-03','2024-05-03',NULL,NULL,'{"history":[{"published":"2024-05-04","status":"actual","event":"article-0/REQUEST/63-68/10,26"}],"voices":[{"event":"article-0/REQUEST/63-68/10,26","article":"article-0","by":"The governor of Lima","terms":"named"},{"event":"article-1/REQUEST/63-68/10,26","article":"article-1","by":"The governor of Lima","terms":"named"}],"denials":[],"contradictions":[]}');
CREATE TABLE feeds (
	"key" TEXT NOT NULL, 
	person TEXT NOT NULL, 
	watch TEXT, 
	made TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	FOREIGN KEY(watch) REFERENCES watches (name) ON DELETE CASCADE
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
CREATE TABLE link_state (
	name TEXT NOT NULL, 
	value INTEGER NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "link_state" VALUES('articles',2);
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
CREATE TABLE questions (
	person TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	question TEXT NOT NULL, 
	made TEXT NOT NULL, 
	PRIMARY KEY (person, name)
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
INSERT INTO "readings" VALUES('article-0',1,'read','0.1.0','{}','2024-05-04T08:00:00+00:00',NULL,'{"schema":"onrecord/1","id":"article-0","url":null,"title":"Report 0","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","actor_rule":null,"rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}');
INSERT INTO "readings" VALUES('article-1',1,'read','0.1.0','{}','2024-05-04T08:00:00+00:00',NULL,'{"schema":"onrecord/1","id":"article-1","url":null,"title":"Report 1","published":"2024-05-04","language":"en","actors":[{"id":"a0","name":"governor 0","kind":"person","title":null,"country":null,"sectors":[],"code":"PERGOV","wikidata":null,"rule":"test","mentions":[[10,30]],"confidence":1.0}],"places":[],"times":[],"statements":[{"id":"s0","content":[[46,78]],"source":[[10,30]],"cue":[[31,35]],"actor":"a0","code":null,"kind":"indirect","terms":"named","reason":[],"addressee":[],"venue":[],"when":null,"certainty":"certain","within":null,"act":"speech","actor_rule":null,"rule":"test","confidence":1.0}],"events":[{"id":"e0","type":"REQUEST","mode":null,"contexts":[],"source":[{"actor":"a0","code":"PERMIL","span":[10,30]}],"target":[{"actor":null,"code":"PER","span":[26,30]}],"object":[],"trigger":[[63,68]],"status":"actual","statement":"s0","when":{"value":"2024-05-03","span":[39,45]},"where":null,"evidence":[10,79],"also":[],"cameo":null,"quad":3,"goldstein":null,"rule":"test","confidence":1.0}],"failures":[]}');
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
INSERT INTO "runs" VALUES(1,'0.1.0','{}','2024-05-04T08:00:00+00:00','["a"]','done',2,0,0);
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
INSERT INTO "statements" VALUES('article-0',1,0,'s0','2024-05-04T08:00:00+00:00',NULL,'indirect','named','speech','certain','a0','governor 0',NULL,'The governor of Lima','said','that the army had asked for help',NULL,NULL,NULL,NULL,'2024-05-04','2024-05-04','published',NULL,'[[10,30]]','[[31,35]]','[[46,78]]','test',1.0);
INSERT INTO "statements" VALUES('article-1',1,0,'s0','2024-05-04T08:00:00+00:00',NULL,'indirect','named','speech','certain','a0','governor 0',NULL,'The governor of Lima','said','that the army had asked for help',NULL,NULL,NULL,NULL,'2024-05-04','2024-05-04','published',NULL,'[[10,30]]','[[31,35]]','[[46,78]]','test',1.0);
CREATE TABLE store_version (
	version INTEGER NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "store_version" VALUES(4);
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
INSERT INTO "stories" VALUES(1,'2024-05-04T08:00:00+00:00',NULL,'53a6692091fc',2,'2024-05-04','2024-05-04');
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
INSERT INTO "story_articles" VALUES(1,'2024-05-04T08:00:00+00:00',NULL,'53a6692091fc','article-0','article-1');
INSERT INTO "story_articles" VALUES(2,'2024-05-04T08:00:00+00:00',NULL,'53a6692091fc','article-1',NULL);
CREATE TABLE story_decisions (
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	story TEXT NOT NULL, 
	"into" TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	score DOUBLE, 
	recorded TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE story_moves (
	decision INTEGER NOT NULL, 
	article TEXT NOT NULL, 
	PRIMARY KEY (decision, article), 
	FOREIGN KEY(decision) REFERENCES story_decisions (number) ON DELETE CASCADE, 
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
	erased INTEGER, 
	PRIMARY KEY (id)
);
CREATE TABLE unlinked (
	article TEXT NOT NULL, 
	PRIMARY KEY (article), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE versions (
	number INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	until TEXT, 
	address TEXT NOT NULL, 
	article TEXT NOT NULL, 
	earlier TEXT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE, 
	FOREIGN KEY(earlier) REFERENCES articles (id) ON DELETE CASCADE
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
CREATE INDEX facts_asked ON facts (first_day, id, until, type, last_day, status, country, outlets, denials, contradictions);
CREATE INDEX facts_id ON facts (id);
CREATE INDEX facts_published ON facts (published, until);
CREATE INDEX entities_wikidata ON entities (wikidata);
CREATE INDEX entities_id ON entities (id);
CREATE INDEX stories_id ON stories (id);
CREATE INDEX stories_asked ON stories (last_day, id, until, articles);
CREATE INDEX story_decisions_story ON story_decisions (story);
CREATE INDEX story_decisions_into ON story_decisions ("into");
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_asked ON articles (published, id, outlet, original_outlet, language, published_from, recorded);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_outlets ON articles (id, outlet);
CREATE INDEX articles_no_text ON articles (no_text) WHERE no_text IS NOT NULL;
CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_titles ON articles (title, id);
CREATE INDEX articles_numbers ON articles (number, id);
CREATE INDEX articles_digest ON articles (digest);
CREATE INDEX inputs_digest ON inputs (digest);
CREATE INDEX votes_article ON votes (article);
CREATE INDEX fact_keys_order ON fact_keys ("key", published, article, event);
CREATE INDEX fact_keys_article ON fact_keys (article);
CREATE INDEX fact_links_other ON fact_links (other);
CREATE INDEX fact_links_one ON fact_links (one);
CREATE INDEX fact_reports_score ON fact_reports (score);
CREATE INDEX fact_reports_event ON fact_reports (event);
CREATE INDEX fact_reports_fact ON fact_reports (fact);
CREATE INDEX fact_reports_article ON fact_reports (article, event_id);
CREATE INDEX entity_mentions_entity ON entity_mentions (entity);
CREATE INDEX entity_mentions_name ON entity_mentions (name_key);
CREATE INDEX entity_mentions_article ON entity_mentions (article, actor);
CREATE INDEX entity_mentions_wikidata ON entity_mentions (wikidata);
CREATE INDEX story_articles_story ON story_articles (story);
CREATE INDEX story_articles_article ON story_articles (article);
CREATE INDEX arrivals_position ON arrivals (position);
CREATE INDEX arrivals_story ON arrivals (story);
CREATE INDEX arrivals_address ON arrivals (address);
CREATE INDEX arrivals_original ON arrivals (original);
CREATE INDEX copy_keys_article ON copy_keys (article);
CREATE INDEX story_moves_article ON story_moves (article);
CREATE INDEX versions_address ON versions (address);
CREATE INDEX versions_earlier ON versions (earlier);
CREATE INDEX versions_article ON versions (article);
CREATE INDEX matches_found ON matches (watch, found);
CREATE INDEX actors_asked ON actors (name, article, position, until, recorded, country, kind, code, wikidata, confidence, rule);
CREATE INDEX actors_article ON actors (article, until);
CREATE INDEX actors_confidence ON actors (confidence, article, position);
CREATE INDEX actors_codes ON actors (code, until);
CREATE INDEX statements_names ON statements (actor_name, until);
CREATE INDEX statements_source ON statements (source);
CREATE INDEX statements_terms ON statements (terms, kind);
CREATE INDEX statements_codes ON statements (code, until);
CREATE INDEX statements_article ON statements (article, until);
CREATE INDEX statements_asked ON statements (first_day, article, position, until, recorded, kind, terms, act, certainty, code, last_day, confidence, rule);
CREATE INDEX statements_confidence ON statements (confidence, article, position);
CREATE INDEX statements_spans ON statements (first_day, article, position, until, last_day) WHERE first_day < last_day;
CREATE INDEX events_country ON events (country, first_day, article, position, until);
CREATE INDEX events_spans ON events (first_day, article, position, until, last_day) WHERE first_day < last_day;
CREATE INDEX events_place ON events (place, until);
CREATE INDEX events_types ON events (type, first_day, article, position, until, last_day);
CREATE INDEX events_asked ON events (first_day, article, position, reading, until, recorded, type, mode, status, quad, terms, sources, targets, last_day, certainty, confidence, rule, country, contexts);
CREATE INDEX events_confidence ON events (confidence, article, position, until);
CREATE INDEX events_spots ON events (lat, lon, place, country, precision, until, recorded, type, mode, status, quad, terms, sources, targets, last_day, certainty, confidence, rule, first_day) WHERE lat IS NOT NULL;
CREATE INDEX events_article ON events (article, until);
CREATE INDEX places_article ON places (article, until, recorded);
CREATE INDEX places_point ON places (lat, lon);
CREATE INDEX places_confidence ON places (confidence, article, position);
CREATE INDEX places_country ON places (country);
CREATE INDEX places_asked ON places (name, article, position, until, recorded, country, precision, use, confidence, rule);
CREATE INDEX times_asked ON times (value, article, position, until, recorded, type, mod, confidence, rule);
CREATE INDEX times_article ON times (article, until, recorded);
CREATE INDEX times_confidence ON times (confidence, article, position);
CREATE INDEX participants_code ON participants (code, side);
CREATE INDEX participants_stem ON participants (stem, side);
CREATE INDEX participants_words ON participants (words);
CREATE INDEX participants_name ON participants (name);
CREATE INDEX dyads_stems ON dyads (source_stem, target_stem, first_day, first, until);
CREATE INDEX dyads_pairs ON dyads (source, target, until, article, reading, event);
CREATE INDEX dyads_quads ON dyads (source_stem, target_stem, quad, first, until);
CREATE VIRTUAL TABLE articles_words USING
    fts5(title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 0');
INSERT INTO articles_words (articles_words) VALUES ('rebuild');
COMMIT;
