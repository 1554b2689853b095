-- A revision is one state of an article's words; nothing here is ever changed or deleted.
CREATE TABLE revision (
  seq INTEGER PRIMARY KEY,
  article TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL,
  outlet TEXT,
  published TEXT NOT NULL,
  lang TEXT,
  url TEXT,
  title TEXT,
  text TEXT NOT NULL,
  learned TEXT NOT NULL,
  UNIQUE (article, number),
  UNIQUE (article, hash)
);
CREATE INDEX revision_outlet ON revision (outlet);

-- A reading is one revision read by one version of the reader.
CREATE TABLE reading (
  seq INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revision (seq),
  reader TEXT NOT NULL,
  learned TEXT NOT NULL,
  UNIQUE (revision, reader)
);

-- A projection: of each article, the latest reading of its latest revision.
CREATE TABLE current_reading (
  article TEXT PRIMARY KEY,
  reading INTEGER NOT NULL UNIQUE REFERENCES reading (seq)
);

-- An observation is a fact as one reading found it. low and high bound its time as days, for sorting alone.
CREATE TABLE observation (
  seq INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES reading (seq),
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  named INTEGER NOT NULL,
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  fact TEXT NOT NULL,
  sentence_at INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  UNIQUE (reading, id)
);
CREATE INDEX observation_id ON observation (id);
CREATE INDEX observation_low ON observation (low, high);
CREATE INDEX observation_kind ON observation (kind, low, high);

-- The names that an observation's slots hold, one row each, for filters.
CREATE TABLE mention (
  value TEXT NOT NULL,
  kind TEXT NOT NULL,
  slot TEXT NOT NULL,
  observation INTEGER NOT NULL REFERENCES observation (seq),
  PRIMARY KEY (value, kind, slot, observation)
) WITHOUT ROWID;
CREATE INDEX mention_observation ON mention (observation);

-- Full text, folded by the program before it comes here (FTS5 leaves đ alone); rowid is revision.seq, observation.seq.
CREATE VIRTUAL TABLE revision_words USING fts5 (title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE quote_words USING fts5 (quote, content = '', tokenize = 'unicode61 remove_diacritics 2');
