"""Everything on disk: playbooks and cases (TOML), the library (SQLite), the briefing workbook. No Qt, no judgement."""
