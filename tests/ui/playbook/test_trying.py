"""A trial shows its effect at once and its likelihoods a moment later, and touches nothing of the assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.trial import NOTHING, Entry, Trial

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.playbook.conftest import FakePlaybooks
    from ui.playbook.trying import Trying
    from ui.session import Session


def off(session: Session) -> Trial:
    return Trial(frozenset({Entry("rule", rule.id) for rule in session.playbook.stance_rules}))


def test_best_scores_are_compared_at_once_and_likelihoods_follow(
    trying: Trying, session: Session, qtbot: QtBot
) -> None:
    before, playbook = session.best, session.playbook
    assert trying.try_out(off(session))
    assert trying.effect is not None
    assert trying.effect.before.index != trying.effect.after.index
    assert not trying.effect.complete
    qtbot.waitUntil(lambda: trying.effect is not None and trying.effect.complete)
    assert session.best is before
    assert session.playbook is playbook
    assert session.library.undo_label is None
    trying.put_back()
    assert trying.trial == NOTHING
    assert not trying.is_on


def test_an_edit_of_the_scores_is_compared_too(trying: Trying, session: Session) -> None:
    trying.try_out(off(session))
    first = trying.effect
    session.set_score("su_level", None)
    assert trying.effect is not None
    assert trying.effect != first
    session.close_assessment()
    assert trying.effect is None


def test_what_does_not_fit_is_refused_and_the_trial_stays(trying: Trying, session: Session, qtbot: QtBot) -> None:
    everything = Trial(frozenset(Entry("option", name) for name in session.playbook.option_ids))
    with qtbot.waitSignal(trying.refused) as told:
        assert not trying.try_out(everything)
    assert told.args is not None
    assert "leave at least one" in told.args[0]
    assert trying.trial == NOTHING


def test_the_record_is_of_the_trial_as_it_stands(
    trying: Trying, session: Session, playbooks: FakePlaybooks, qtbot: QtBot
) -> None:
    trying.try_out(off(session))
    trying.measure()
    qtbot.waitUntil(lambda: trying.record is not None)
    trying.put_back()
    assert trying.record is None
    playbooks.error = OSError("the disk is gone")
    with qtbot.waitSignal(trying.failed) as told:
        trying.measure()
    assert told.args is not None
    assert "the disk is gone" in told.args[0]
