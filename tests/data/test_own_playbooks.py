"""A playbook of one's own is a whole copy for its owner alone, found by its id; or nothing of it is left."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from advisor.trial import Entry, Number, Trial
from data.errors import InvalidFiles
from data.own_playbooks import (
    PlaybookNotAtHand,
    PlaybookNotSaved,
    add_own,
    chosen_playbook,
    folder_of,
    known_playbooks,
    own_folder,
    own_playbook,
    save_own,
    source_of,
)
from data.playbook_files import SHIPPED
from data.toml_files import MAX_BYTES
from tests.data.playbook_folder import copied, edit

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook

TRIAL = Trial(frozenset({Entry("rule", "military_objection")}), {Number(Entry("rule", "unrest_core"), "strength"): 0.5})


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_copy_keeps_every_file_and_comment_and_says_what_it_was_made_from(playbook: Playbook) -> None:
    kept = save_own(playbook, TRIAL, "  No   veto of the army ")
    assert (kept.id, kept.name, kept.version) == (
        "counternarcotics-no-veto-of-the-army",
        "No veto of the army",
        "1.0-own",
    )
    shipped, copied = files(SHIPPED / "counternarcotics"), files(kept.folder)
    assert {name for name in copied if copied[name] != shipped.get(name)} == {"playbook.toml", "changes.toml"}
    modes = {stat.S_IMODE(path.stat().st_mode) for path in kept.folder.iterdir()}
    assert (modes, stat.S_IMODE(kept.folder.stat().st_mode)) == ({0o600}, 0o700)
    made = chosen_playbook(kept.id)
    assert made.identity.sha256 not in ("", playbook.identity.sha256)
    assert made.derivation is not None
    assert made.derivation.origins[0].sha256 == playbook.identity.sha256
    assert "military_objection" not in made.rule
    assert [one.name for one in known_playbooks()] == ["Counternarcotics", "No veto of the army"]
    again = save_own(made, Trial(numbers={Number(Entry("rule", "unrest_core"), "strength"): 0.5}), "Weaker still")
    changes = (again.folder / "changes.toml").read_text(encoding="utf-8")
    assert "strength = 0.25" in changes
    assert "counternarcotics-no-veto-of-the-army" in changes
    assert again.version == "1.0-own"


@pytest.mark.parametrize(
    ("name", "words"), [("Counternarcotics", "already"), ("counterNARCOTICS", "already"), ("???", "needs a letter")]
)
def test_a_name_that_is_taken_or_none_is_refused(playbook: Playbook, name: str, words: str) -> None:
    with pytest.raises(PlaybookNotSaved, match=words):
        save_own(playbook, TRIAL, name)
    assert not own_folder().exists()


def test_changes_that_make_no_playbook_leave_nothing_behind(playbook: Playbook) -> None:
    wrong = Trial(numbers={Number(Entry("rule", "unrest_core"), "strength"): 9.0})
    with pytest.raises(PlaybookNotSaved, match=r"use 1\.5 or less"):
        save_own(playbook, wrong, "Too strong")
    assert list(own_folder().iterdir()) == []


def test_a_disk_that_cannot_take_it_is_said(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.own_playbooks.os.rename", full)
    monkeypatch.setattr("data.own_playbooks.read_playbook", lambda _: playbook)
    with pytest.raises(PlaybookNotSaved, match="No space left"):
        save_own(playbook, TRIAL, "Mine")
    assert list(own_folder().iterdir()) == []


def test_a_playbook_written_elsewhere_is_taken_in_once_and_only_without_problems(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    with pytest.raises(PlaybookNotSaved, match="give this one another id and name"):
        add_own(folder)
    edit(folder, "playbook.toml", 'id = "counternarcotics"', 'id = "../Mining Policy"')
    edit(folder, "playbook.toml", 'name = "Counternarcotics"', 'name = "Mining"')
    (folder / "notes.txt").write_text("not part of it", encoding="utf-8")
    made = add_own(folder)
    assert (made.folder, made.id) == (own_folder() / "mining-policy", "../Mining Policy")
    assert {name: text for name, text in files(folder).items() if name != "notes.txt"} == files(made.folder)
    assert [one.name for one in known_playbooks()] == ["Counternarcotics", "Mining"]
    with pytest.raises(PlaybookNotSaved, match="already"):
        add_own(folder)
    edit(folder, "rules.toml", "[[rule]]", "[[rool]]")
    with pytest.raises(InvalidFiles, match="rool"):
        add_own(folder)


def test_what_is_gone_or_broken_falls_back_to_the_shipped_one(playbook: Playbook) -> None:
    assert (own_playbook("gone"), folder_of("gone")) == (None, None)
    assert chosen_playbook("gone").identity == playbook.identity
    broken = own_folder() / "broken"
    broken.mkdir(parents=True)
    assert chosen_playbook("broken").identity == playbook.identity
    for endless in ("deep = " + "[" * 5000, "#" * (MAX_BYTES + 1)):
        (broken / "playbook.toml").write_text(endless, encoding="utf-8")
        assert folder_of("broken") == broken
    (broken / "no file.toml").mkdir()
    assert chosen_playbook("broken").identity == playbook.identity


def test_a_playbook_changed_on_disk_since_is_not_copied(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.own_playbooks.playbook_hash", lambda _: "another")
    with pytest.raises(PlaybookNotAtHand, match="has changed since"):
        save_own(playbook, TRIAL, "Mine")
    monkeypatch.setattr("data.own_playbooks.folder_of", lambda _: None)
    with pytest.raises(PlaybookNotAtHand, match="are gone"):
        source_of(playbook)
