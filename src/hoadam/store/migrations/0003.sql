-- whole: were all articles filed anew at the moment of the definition itself, as those of a small record are?
ALTER TABLE definition ADD COLUMN whole INTEGER NOT NULL DEFAULT 1;

-- Where a definition was not: the articles after `after` up to `until` (NULL: all others) were at this moment.
CREATE TABLE refiled (
  moment INTEGER PRIMARY KEY REFERENCES moment (seq),
  after TEXT NOT NULL,
  until TEXT
);

-- Whom a fact names, one row each, in the order in which a person's facts stand: those that tell an office first.
-- since and last: when the first and the last of its reports were published. A projection, as all below.
CREATE TABLE named (
  name TEXT NOT NULL,
  office INTEGER NOT NULL,
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  first TEXT NOT NULL,
  fact TEXT NOT NULL,
  since TEXT NOT NULL,
  last TEXT NOT NULL,
  filed TEXT NOT NULL
);
CREATE INDEX named_order ON named (name, office DESC, low, high, first, fact);
CREATE INDEX named_since ON named (name, since);
CREATE INDEX named_last ON named (name, last);
CREATE INDEX named_fact ON named (fact);

-- Where a party stands on an issue, one row a fact.
CREATE TABLE stance (
  issue TEXT NOT NULL,
  party TEXT NOT NULL,
  first TEXT NOT NULL,
  fact TEXT NOT NULL,
  stance TEXT,
  last TEXT NOT NULL,
  reports INTEGER NOT NULL,
  filed TEXT NOT NULL,
  PRIMARY KEY (issue, party, first, fact)
) WITHOUT ROWID;
CREATE INDEX stance_fact ON stance (fact);

-- How often something stands in the facts of today; see tallies.py for what is counted. scope is a process, '' where
-- all facts are counted, '-' where those of no process are.
CREATE TABLE tally (
  sort TEXT NOT NULL,
  scope TEXT NOT NULL,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (sort, scope, one, other)
) WITHOUT ROWID;
CREATE INDEX tally_most ON tally (sort, scope, count DESC, one, other) WHERE sort IN ('person', 'pair');

-- What changed, by the day of publication.
CREATE INDEX member_day ON member (day, opened, closed, fact);
