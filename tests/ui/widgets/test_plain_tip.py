from __future__ import annotations

from PySide6.QtGui import QTextDocument

from ui.widgets.plain_tip import plain_tip


def test_what_was_typed_is_shown_and_not_carried_out() -> None:
    typed = 'A <b>bold</b> claim <img src="//server/picture.png">'
    document = QTextDocument()
    document.setHtml(plain_tip(typed))
    assert document.toPlainText() == typed
    assert plain_tip("Roads < 3 & falling") == "Roads < 3 & falling"
