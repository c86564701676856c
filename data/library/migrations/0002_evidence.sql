-- Evidence of a case, its settings, who judged, with which playbook, and what was briefed.

CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (text <> ''),
    source TEXT NOT NULL,
    link TEXT NOT NULL,
    date TEXT NOT NULL,
    reliability TEXT NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
    credibility INTEGER NOT NULL CHECK (credibility BETWEEN 1 AND 6),
    bearing TEXT NOT NULL CHECK (bearing IN ('for', 'against', 'neutral'))
) STRICT;
CREATE INDEX notes_by_case ON notes (case_id);

CREATE TABLE note_indicators (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    indicator TEXT NOT NULL CHECK (indicator <> ''),
    UNIQUE (note_id, indicator)
) STRICT;

CREATE TABLE note_assessments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    UNIQUE (note_id, assessment_id)
) STRICT;
CREATE INDEX note_assessments_by_assessment ON note_assessments (assessment_id);

CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    source TEXT NOT NULL,
    link TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_case ON events (case_id);

CREATE TABLE analysts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    organisation TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- Numbers by name: the weight of an objective, a limit of the plan, an option pinned or ruled out and its place there.
CREATE TABLE settings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    item TEXT NOT NULL,
    value REAL NOT NULL,
    UNIQUE (case_id, name, item)
) STRICT;

CREATE TABLE scored_with (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id INTEGER NOT NULL UNIQUE REFERENCES assessments (id) ON DELETE CASCADE,
    playbook TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE locks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id INTEGER NOT NULL UNIQUE REFERENCES assessments (id) ON DELETE CASCADE,
    at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
    who TEXT NOT NULL,
    reason TEXT NOT NULL,
    playbook TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    result TEXT NOT NULL
) STRICT;

-- The step that was last when this one was made, 0 before the first: with it, the library as it was after any step can
-- be found again. Steps that were overtaken before this version do not know theirs.

ALTER TABLE steps ADD COLUMN parent INTEGER;
UPDATE steps SET parent = coalesce((
    SELECT max(earlier.id) FROM steps AS earlier WHERE earlier.id < steps.id AND earlier.state <> 'dropped'
), 0) WHERE state <> 'dropped';

CREATE INDEX changes_by_row ON changes (table_name, row_id);

-- Full-text search. The index holds no copy of the texts: it finds them in the view, by the indexes on its ids.
-- Triggers note in "unindexed" what a transaction makes stale, with the words that the index has of it; the program
-- brings the index up to date before the commit, for triggers may not touch the index of a file that is not trusted.

CREATE INDEX notes_searchable ON notes (id * 8 + 0);
CREATE INDEX scores_searchable ON scores (id * 8 + 1) WHERE justification <> '';
CREATE INDEX facts_searchable ON facts (id * 8 + 2);
CREATE INDEX assessments_searchable ON assessments (id * 8 + 3);
CREATE INDEX events_searchable ON events (id * 8 + 4);

CREATE VIEW searchable (id, text, source) AS
    SELECT id * 8 + 0, text, source FROM notes
    UNION ALL SELECT id * 8 + 1, justification, '' FROM scores WHERE justification <> ''
    UNION ALL SELECT id * 8 + 2, text, source FROM facts
    UNION ALL SELECT id * 8 + 3, note, issue FROM assessments
    UNION ALL SELECT id * 8 + 4, text, source FROM events;

CREATE TABLE unindexed (
    id INTEGER PRIMARY KEY,
    text TEXT,
    source TEXT
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    text, source,
    content = 'searchable', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO search (search) VALUES ('rebuild');
