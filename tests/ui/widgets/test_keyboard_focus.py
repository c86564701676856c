from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent

from ui.widgets.keyboard_focus import KeyboardFocus

Reason = Qt.FocusReason


def focus_in(reason: Qt.FocusReason) -> QFocusEvent:
    return QFocusEvent(QEvent.Type.FocusIn, reason)


@pytest.mark.parametrize("reason", [Reason.TabFocusReason, Reason.BacktabFocusReason, Reason.ShortcutFocusReason])
def test_a_focus_that_came_by_a_key_has_a_ring(reason: Qt.FocusReason) -> None:
    focus = KeyboardFocus()
    focus.arrived(focus_in(reason))
    assert focus.ring


def test_a_focus_that_came_by_a_click_has_none_until_a_key_is_used() -> None:
    focus = KeyboardFocus()
    focus.arrived(focus_in(Reason.TabFocusReason))
    focus.arrived(focus_in(Reason.MouseFocusReason))
    assert not focus.ring
    focus.key_used()
    assert focus.ring
    focus.mouse_used()
    assert not focus.ring


@pytest.mark.parametrize("ring", [True, False])
def test_a_window_that_comes_back_leaves_the_ring_as_it_was(ring: bool) -> None:
    focus = KeyboardFocus()
    focus.ring = ring
    focus.arrived(focus_in(Reason.ActiveWindowFocusReason))
    assert focus.ring is ring
