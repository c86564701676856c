from __future__ import annotations

from typing import TYPE_CHECKING

from ui.help.documents import Document, documents_folder, plain, read_documents, search

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = Document("guide", "# Guide\n\nFirst *words*.\n\n## Plan\n\nSee [the model](model.md) | for budgets.\n")


def test_a_document_is_parted_by_its_headings() -> None:
    assert GUIDE.title == "Guide"
    assert GUIDE.headings == ("Guide", "Plan")
    assert GUIDE.sections == (("Guide", "First words ."), ("Plan", "See the model for budgets."))


def test_words_are_found_below_their_heading_and_headings_first() -> None:
    other = Document("other", "# Budgets\n\nNothing.\n")
    assert [(hit.document.name, hit.heading) for hit in search([GUIDE, other], "BUDGET")] == [
        ("other", "Budgets"),
        ("guide", "Plan"),
    ]
    assert search([GUIDE], "budgets nowhere") == ()
    assert search([GUIDE], "  ") == ()


def test_a_snippet_shows_the_words_around() -> None:
    text = f"# A\n\n{'before ' * 40}needle {'after ' * 40}\n"
    (hit,) = search([Document("a", text)], "needle")
    assert hit.snippet.startswith("…")
    assert "needle" in hit.snippet
    assert hit.snippet.endswith("…")


def test_the_guide_comes_first_and_a_missing_folder_is_no_error(tmp_path: Path) -> None:
    assert read_documents()[0].name == "guide"
    assert (documents_folder() / "guide.md").is_file()
    assert read_documents(tmp_path) == ()


def test_markup_is_left_out() -> None:
    assert plain("a `b` [c](d) ![e](f)") == "a b c"
