"""Everything the program reads beside its code goes into the folder."""

from __future__ import annotations

from pathlib import Path

from distribution.contents import shipped_files

ROOT = Path(__file__).resolve().parents[2]


def test_playbooks_cases_fonts_migrations_and_documents_are_shipped_where_the_program_looks_for_them() -> None:
    shipped = dict(shipped_files(ROOT))
    assert shipped["data/playbooks/counternarcotics/rules.toml"] == "data/playbooks/counternarcotics"
    assert shipped["data/cases/peru.toml"] == "data/cases"
    assert shipped["ui/fonts/Inter-Regular.ttf"] == "ui/fonts"
    assert any(name.startswith("data/library/migrations/") for name in shipped)
    assert shipped["docs/model.md"] == "ui/help/docs"
    assert shipped["docs/images/score.png"] == "ui/help/docs/images"
    assert not any(name.endswith((".py", ".pyc")) for name in shipped)
