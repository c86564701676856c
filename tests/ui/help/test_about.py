from __future__ import annotations

from typing import TYPE_CHECKING

from ui.help.about import about_document
from ui.help.licences import program_version

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def test_about_names_program_playbook_hash_and_licences(playbook: Playbook) -> None:
    text, identity = about_document(playbook), playbook.identity
    assert f"| Second Image | {program_version()} |" in text
    assert f"| Playbook version | {identity.version} |" in text
    assert f"| Playbook SHA-256 | {identity.sha256} |" in text
    assert "SIL Open Font License 1.1" in text
    assert "| numpy |" in text
