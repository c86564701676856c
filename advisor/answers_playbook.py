"""Which playbook all numbers come from, and what it was fitted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Answer, Part, Subject

if TYPE_CHECKING:
    from advisor.answers import Known

_HASH_SHOWN = 12


def playbook_answer(known: Known) -> Answer:
    """Return name, version and size of the playbook, and the episodes its stance was fitted on."""
    playbook, fit = known.playbook, known.playbook.stance_fit
    fitted = "equal weights; nothing was fitted" if fit is None else f"fitted on {len(fit.episodes)} past episodes"
    return Answer(
        title=f"{playbook.identity.name} playbook",
        value=f"version {playbook.identity.version}",
        meaning="The files of the playbook hold every weight, rule and threshold, each with its reason and source.",
        parts=(
            Part("Indicators", str(len(playbook.indicators)), "", Subject("confidence")),
            Part("Options", str(len(playbook.options)), "", Subject("win_set")),
            Part("Rules", str(len(playbook.rules) + len(playbook.stance_rules))),
            Part("Stance", "", fitted, Subject("stance")),
            Part("Futures drawn", f"{playbook.uncertainty.draws:,}", "from a fixed seed", Subject("stance_chance")),
            *(
                (Part("SHA-256 of its files", f"{playbook.identity.sha256[:_HASH_SHOWN]}…"),)
                if playbook.identity.sha256
                else ()
            ),
        ),
        changes=("Another playbook, or another version: every number is computed anew from the same scores.",),
    )
