"""The view Playbook: browsing a rule, an option, an indicator and a filter; a trial; its record; saving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.trial import Entry, Number, Trial
from tests.screens.photographer import SIZES, SMALL, TALL, WIDE, wait
from ui.playbook.playbook_view import PlaybookView
from ui.playbook.wiring import PLAYBOOK, PlaybookWiring

if TYPE_CHECKING:
    from tests.screens.studio import Studio

VETO, OPTION = "military_objection", "vetted_units"


def playbook(studio: Studio) -> None:
    """Browse, filter, try out, measure and save."""
    with studio.window() as stage:
        window = stage.window
        window.menus.playbook.trigger()
        view = window.views.view(PLAYBOOK)
        assert isinstance(view, PlaybookView)
        view.choose("rule", VETO)
        studio.take(window, "playbook")
        view.choose("indicator", "su_level")
        studio.take(window, "playbook-indicator", (SMALL,))
        view.filter.setText("garrison")
        studio.take(window, "playbook-filter", (SMALL,))
        view.filter.setText("no such words")
        studio.take(window, "playbook-no-match", (SMALL,))
        view.filter.clear()
        trying = next(one for one in window.children() if isinstance(one, PlaybookWiring)).trying
        assert trying is not None
        trying.try_out(trying.trial.switched(Entry("rule", VETO), on=False))
        trying.try_out(trying.trial.turned(Number(Entry("option", OPTION), "political", "unrest"), 2.5))
        view.choose("option", OPTION)
        studio.take(window, "playbook-trial", (*SIZES, TALL))
        trying.measure()
        wait(window)
        studio.take(window, "playbook-trial-record", (TALL,))
        view.strip.save.click()
        studio.take(window, "playbook-save", (WIDE,))
        window.close_form()
        rules = [Entry("rule", rule.id) for rule in window.session.playbook.stance_rules]
        trying.try_out(Trial(frozenset(rules), {Number(Entry("rule", "military_placated"), "strength"): 2.0}))
        view.choose("rule", "military_placated")
        studio.take(window, "playbook-trial-rules")
        window.session.close_assessment()
        window.menus.playbook.trigger()
        studio.take(window, "playbook-nothing-open", (SMALL,))
