-- What the analyst keeps.

CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    playbook TEXT
) STRICT;

CREATE TABLE assessments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    country TEXT NOT NULL,
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of)),
    issue TEXT NOT NULL DEFAULT '',
    us_preferred_policy TEXT NOT NULL DEFAULT '',
    playbook TEXT,
    analyst TEXT NOT NULL DEFAULT '',
    period_start TEXT CHECK (period_start IS date(period_start)),
    period_end TEXT CHECK (period_end IS date(period_end)),
    coded_blind INTEGER NOT NULL DEFAULT 0 CHECK (coded_blind IN (0, 1)),
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX assessments_by_case ON assessments (case_id, as_of);

CREATE TABLE outcomes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id INTEGER NOT NULL UNIQUE REFERENCES assessments (id) ON DELETE CASCADE,
    stance TEXT NOT NULL CHECK (stance IN ('divergent', 'contested', 'aligned')),
    justification TEXT NOT NULL,
    decision_date TEXT CHECK (decision_date IS date(decision_date)),
    source TEXT NOT NULL,
    verified INTEGER CHECK (verified IN (0, 1)),
    alternative_stance TEXT NOT NULL
) STRICT;

CREATE TABLE scores (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    indicator TEXT NOT NULL CHECK (indicator <> ''),
    low REAL NOT NULL,
    best REAL NOT NULL,
    high REAL NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('low', 'moderate', 'high')),
    justification TEXT NOT NULL,
    UNIQUE (assessment_id, indicator),
    CHECK (0 <= low AND low <= best AND best <= high AND high <= 10)
) STRICT;

CREATE TABLE facts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    after_coding_date INTEGER NOT NULL CHECK (after_coding_date IN (0, 1))
) STRICT;
CREATE INDEX facts_by_assessment ON facts (assessment_id, position);

CREATE TABLE series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    description TEXT NOT NULL
) STRICT;
CREATE INDEX series_by_case ON series (case_id, position);

CREATE TABLE points (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    value REAL NOT NULL,
    source TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX points_by_series ON points (series_id, position);

-- What was done to it. A step is what one undo takes back; "dropped" is undone and overtaken by a newer edit.

CREATE TABLE steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    label TEXT NOT NULL,
    case_id INTEGER,
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX steps_by_state ON steps (state);

CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL
) STRICT;
CREATE INDEX changes_by_step ON changes (step_id);

-- One value a row, and not one JSON text a change: SQLite writes reals into JSON with 15 digits, and undo must be exact.
CREATE TABLE cells (
    change_id INTEGER NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
    column_name TEXT NOT NULL,
    old ANY,
    new ANY,
    PRIMARY KEY (change_id, column_name)
) STRICT, WITHOUT ROWID;

-- One row. Outside a transaction of the program open_step is NULL, so that a write that belongs to no step fails.
CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    open_step INTEGER REFERENCES steps (id),
    recording INTEGER NOT NULL DEFAULT 1 CHECK (recording IN (0, 1)),
    seeded_at TEXT
) STRICT;
INSERT INTO state (id) VALUES (1);
