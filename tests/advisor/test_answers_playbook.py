from __future__ import annotations

from dataclasses import replace

from advisor.answers_playbook import playbook_answer
from tests.advisor.known_peru import PLAYBOOK, known


def test_the_playbook_says_its_version_and_what_it_was_fitted_on() -> None:
    found = playbook_answer(known())
    assert found.value == f"version {PLAYBOOK.identity.version}"
    notes = [part.note for part in found.parts]
    assert any(note.startswith("fitted on ") for note in notes)
    unfitted = playbook_answer(replace(known(), playbook=replace(PLAYBOOK, stance_fit=None)))
    assert "equal weights; nothing was fitted" in [part.note for part in unfitted.parts]
