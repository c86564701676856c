from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from advisor.method_text import likelihood_bands, method_facts, method_sections
from advisor.playbook import Identity, Playbook
from advisor.trial import NOTHING, Derivation, Origin
from tests import briefings

PLAYBOOK = briefings.playbook()


def all_text(playbook: Playbook = PLAYBOOK, blank: bool = False) -> str:
    found = briefings.findings_of(briefings.BLANK) if blank else briefings.findings()
    sections = method_sections(playbook, found)
    return " ".join(paragraph for section in sections for paragraph in section.paragraphs)


def test_the_method_explains_every_word_of_the_briefing() -> None:
    text = all_text()
    for word in ("standing", "veto", "win-set", "stance index", "ICD 203", "Confidence", "Lead", "Hold in reserve"):
        assert word in text


def test_the_method_states_its_limits() -> None:
    text = all_text()
    assert "Differences of standing below 1 mean nothing" in text
    assert "knew how they ended" in text


def test_the_numbers_of_the_playbook_are_filled_in() -> None:
    changed = replace(PLAYBOOK, verdict=replace(PLAYBOOK.verdict, lead_worth=2.75, reserve_standing=-1.5))
    assert "worth at least 2.75" in all_text(changed)
    assert "at least −1.5" in all_text(changed)


def test_scores_that_are_missing_are_counted() -> None:
    assert "22 not scored here" in all_text(blank=True)
    assert "All of them are scored here." in all_text()


def test_a_stance_that_is_not_fitted_says_so() -> None:
    unfitted = replace(PLAYBOOK, stance_fit=None)
    assert "not fitted to past episodes" in all_text(unfitted)
    assert ("Stance model", "not fitted") in method_facts(unfitted, briefings.findings())


def test_the_facts_name_playbook_hash_draws_and_fit() -> None:
    facts = dict(method_facts(PLAYBOOK, briefings.findings()))
    assert facts["Playbook"] == "Counternarcotics (counternarcotics), version 1.0"
    assert facts["Playbook hash (SHA-256)"] == PLAYBOOK.identity.sha256
    assert facts["Indicators scored"] == "22 of 22"
    assert "seed 1" in facts["Draws"]
    assert "past episodes" in facts["Stance model"]


def test_a_playbook_that_was_not_read_from_files_has_no_hash() -> None:
    made = replace(PLAYBOOK, identity=Identity("made", "Made", "1"))
    assert dict(method_facts(made, briefings.findings()))["Playbook hash (SHA-256)"] == "none: not read from files"


def test_the_seven_terms_of_icd_203_follow_each_other_without_a_gap() -> None:
    bands = likelihood_bands()
    assert [band.words for band in bands] == [
        "almost no chance",
        "very unlikely",
        "unlikely",
        "roughly even chance",
        "likely",
        "very likely",
        "almost certain",
    ]
    assert all(one.high == next_one.low for one, next_one in pairwise(bands))


def test_a_briefing_says_what_a_playbook_of_ones_own_was_made_from() -> None:
    made, found = replace(PLAYBOOK, derivation=Derivation((Origin("drugs", "1.0"),), NOTHING)), briefings.findings()
    assert "Made from the playbook" not in dict(method_facts(PLAYBOOK, found))
    assert dict(method_facts(made, found))["Made from the playbook"].startswith("drugs 1.0, with 0 changes")
