-- The meetings that took place, one row for each who was there, in order of time. A projection.
CREATE TABLE gathering (
  name TEXT NOT NULL,
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  first TEXT NOT NULL,
  fact TEXT NOT NULL,
  day TEXT NOT NULL,
  places TEXT NOT NULL,
  people TEXT NOT NULL,
  filed TEXT NOT NULL,
  PRIMARY KEY (name, low, high, first, fact)
) WITHOUT ROWID;
CREATE INDEX gathering_fact ON gathering (fact);
