-- The truth: events, never changed, never deleted.
CREATE TABLE device (
    num INTEGER PRIMARY KEY,
    id  BLOB NOT NULL UNIQUE CHECK (length(id) = 8)
) STRICT;

CREATE TABLE event (
    seq     INTEGER PRIMARY KEY,            -- the order of arrival here
    device  INTEGER NOT NULL REFERENCES device (num),
    counter INTEGER NOT NULL CHECK (counter > 0),
    at      INTEGER NOT NULL,               -- milliseconds
    wall    INTEGER NOT NULL,               -- milliseconds
    offset  INTEGER NOT NULL,               -- seconds
    kind    TEXT NOT NULL,
    body    TEXT NOT NULL,
    hash    BLOB NOT NULL CHECK (length(hash) = 16),
    UNIQUE (device, counter, hash)
) STRICT;

-- All kinds but the commonest are few: settings, aliases, clocks are found by their kind.
CREATE INDEX event_rare ON event (kind) WHERE kind <> 'review';

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'an event is never changed');
END;

CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'an event is never deleted');
END;

-- What is known of this copy: device, marker, projection, stale.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- From here on: derived from the events, rebuilt at any time.
CREATE TABLE place (
    num     INTEGER PRIMARY KEY,
    locator TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE fact (
    seq   INTEGER PRIMARY KEY,              -- the event's
    place INTEGER,                          -- the card in whose history it stands
    at    INTEGER NOT NULL,                 -- re-timed
    void  INTEGER NOT NULL,
    day   INTEGER,                          -- the day on which the answer counts
    tally INTEGER                           -- what it adds to that day
) STRICT;

CREATE INDEX fact_place ON fact (place) WHERE place IS NOT NULL;

CREATE TABLE undo (
    seq     INTEGER PRIMARY KEY,
    device  BLOB NOT NULL,                  -- of the target, which may not have arrived
    counter INTEGER NOT NULL,
    hash    BLOB NOT NULL
) STRICT;

CREATE INDEX undo_target ON undo (hash);

-- Aliases in force, each from both sides.
CREATE TABLE edge (
    card TEXT NOT NULL,                     -- the card of a, without part
    a    TEXT NOT NULL,
    b    TEXT NOT NULL,
    seq  INTEGER NOT NULL,
    PRIMARY KEY (card, a, b, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX edge_seq ON edge (seq);

CREATE TABLE state (
    locator TEXT PRIMARY KEY,
    packed  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE day (
    day      INTEGER PRIMARY KEY,
    reviews  INTEGER NOT NULL,
    new      INTEGER NOT NULL,
    again    INTEGER NOT NULL,
    hard     INTEGER NOT NULL,
    good     INTEGER NOT NULL,
    easy     INTEGER NOT NULL,
    mature   INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    practice INTEGER NOT NULL,
    took_ms  INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE version (
    card        TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    text        TEXT NOT NULL,
    PRIMARY KEY (card, fingerprint)
) STRICT, WITHOUT ROWID;
