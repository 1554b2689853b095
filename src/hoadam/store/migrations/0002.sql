-- A moment is one transaction that added to the record: record time is counted in moments.
CREATE TABLE moment (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL UNIQUE
);
ALTER TABLE reading ADD COLUMN moment INTEGER REFERENCES moment (seq);
INSERT INTO moment (seq, at) SELECT row_number() OVER (ORDER BY min(seq)), learned FROM reading GROUP BY learned;
UPDATE reading SET moment = (SELECT m.seq FROM moment m WHERE m.at = reading.learned);
CREATE INDEX reading_moment ON reading (moment);

-- What a person decided, as it was asked for; rows are never changed or deleted, undoing one is a new row.
CREATE TABLE act (
  seq INTEGER PRIMARY KEY,
  moment INTEGER NOT NULL REFERENCES moment (seq),
  verb TEXT NOT NULL,
  target TEXT NOT NULL,
  other TEXT,
  slot TEXT,
  value TEXT,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  undoes INTEGER REFERENCES act (seq)
);
CREATE INDEX act_undoes ON act (undoes);
CREATE INDEX act_moment ON act (moment);

-- The observations that an act is about, so described that each is found again after another reading.
CREATE TABLE anchor (
  act INTEGER NOT NULL REFERENCES act (seq),
  place INTEGER NOT NULL,
  side INTEGER NOT NULL,
  observation TEXT NOT NULL,
  article TEXT NOT NULL,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  keys TEXT NOT NULL,
  PRIMARY KEY (act, place)
) WITHOUT ROWID;
CREATE INDEX anchor_article ON anchor (article);
CREATE INDEX anchor_observation ON anchor (observation);

-- The definitions of processes that facts are filed by; the last of a name counts.
CREATE TABLE definition (
  seq INTEGER PRIMARY KEY,
  moment INTEGER NOT NULL REFERENCES moment (seq),
  name TEXT NOT NULL,
  content TEXT NOT NULL
);

-- Where each reader of `changes` stopped.
CREATE TABLE bookmark (
  reader TEXT PRIMARY KEY,
  moment INTEGER NOT NULL
);

-- All below is a projection, made anew by `rebuild`. `opened` and `closed` are moments; 9007199254740992 is not closed.

-- A report is an observation of an article's current reading as merging sees it; `fact` where people corrected it.
CREATE TABLE report (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  observation INTEGER NOT NULL REFERENCES observation (seq),
  article TEXT NOT NULL,
  kind TEXT NOT NULL,
  outlet TEXT,
  published TEXT NOT NULL,
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  derived INTEGER NOT NULL,
  filed TEXT NOT NULL,
  fact TEXT,
  opened INTEGER NOT NULL,
  closed INTEGER NOT NULL
);
CREATE INDEX report_id ON report (id, closed);
CREATE INDEX report_article ON report (article, closed);

-- The names that a report's slots hold, its outlet and its processes, one row each, for filters.
DROP TABLE mention;
CREATE TABLE mention (
  value TEXT NOT NULL,
  kind TEXT NOT NULL,
  slot TEXT NOT NULL,
  report INTEGER NOT NULL REFERENCES report (seq),
  PRIMARY KEY (value, kind, slot, report)
) WITHOUT ROWID;
CREATE INDEX mention_report ON mention (report);

-- Texts that copy one another: bands of their signatures, and the earliest article of each group.
CREATE TABLE band (
  band INTEGER NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (band, article)
) WITHOUT ROWID;
CREATE TABLE signed (
  article TEXT PRIMARY KEY,
  published TEXT NOT NULL,
  revision INTEGER NOT NULL,
  signature BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE copy (
  article TEXT NOT NULL,
  root TEXT NOT NULL,
  opened INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  PRIMARY KEY (article, opened)
) WITHOUT ROWID;
CREATE INDEX copy_root ON copy (root, closed);

-- Which reports are compared: those of one block.
CREATE TABLE block (
  key TEXT NOT NULL,
  published TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (key, published, id)
) WITHOUT ROWID;

-- What rules and people (`act`) hold of two reports, by the ids of their observations.
CREATE TABLE link (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  relation TEXT NOT NULL,
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  weight INTEGER NOT NULL,
  act INTEGER REFERENCES act (seq),
  opened INTEGER NOT NULL,
  closed INTEGER NOT NULL
);
CREATE INDEX link_one ON link (one, closed);
CREATE INDEX link_other ON link (other, closed);
CREATE INDEX link_contradicts ON link (opened) WHERE relation = 'contradicts';

-- Which reports a merged fact is put together from.
CREATE TABLE member (
  fact TEXT NOT NULL,
  report INTEGER NOT NULL REFERENCES report (seq),
  day TEXT NOT NULL,
  opened INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  PRIMARY KEY (fact, report, opened)
) WITHOUT ROWID;
CREATE INDEX member_report ON member (report, closed);
CREATE INDEX member_opened ON member (opened);
CREATE INDEX member_closed ON member (closed) WHERE closed < 9007199254740992;

-- A merged fact, one row for each stretch of days of publication (`since` to before `until`) and of record time;
-- `first` sorts the facts of one day.
CREATE TABLE fact (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  first TEXT NOT NULL,
  named INTEGER NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  opened INTEGER NOT NULL,
  closed INTEGER NOT NULL
);
CREATE INDEX fact_id ON fact (id, closed);
CREATE INDEX fact_opened ON fact (opened);
CREATE INDEX fact_closed ON fact (closed) WHERE closed < 9007199254740992;
CREATE INDEX fact_now ON fact (low, high, first, id, kind, named)
  WHERE closed = 9007199254740992 AND until = '9999-12-32';
CREATE INDEX fact_now_kind ON fact (kind, low, high, first, id, named)
  WHERE closed = 9007199254740992 AND until = '9999-12-32';
CREATE INDEX fact_then ON fact (low, high, first, id, kind, named, since, until, opened, closed);
CREATE INDEX fact_then_kind ON fact (kind, low, high, first, id, named, since, until, opened, closed);
