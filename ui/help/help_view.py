"""The view Help: documents at the left, the one chosen beside them, and a search over all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QPalette, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.help.about import about_document
from ui.help.documents import Document, documents_folder, read_documents, search
from ui.help.keys import keys_document
from ui.help.ruled_table import rule
from ui.help.topics import ABOUT, FIRST, GUIDE, KEYS
from ui.tokens import SPACE, font, tokens
from ui.widgets.clear_button import ClearButton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QResizeEvent, QShowEvent, QTextBlock

    from advisor.playbook import Playbook

WIDTH = 258
KEYS_TITLE = "Keyboard shortcuts"
MADE = ((KEYS, KEYS_TITLE), (ABOUT, "About Second Image"))
MISSING = "# Help\n\nThe documents are not where they belong; install Second Image again."
_PLACE = Qt.ItemDataRole.UserRole
_MARGIN = 20.0
_CODE = "`"
_MOST_WIDTH, _LEADING = 860, 125.0
_HEADINGS, _TEXT = {1: 25, 2: 19, 3: 15}, 13.0
_FIRST_COLUMN = 340.0
"""So wide that the keys of all groups stand below each other."""


class HelpView(QWidget):
    """Reads no network: a link to the web is shown and can be copied, and leads nowhere else."""

    def __init__(self, playbook: Playbook, menu_keys: Callable[[], Iterable[tuple[str, str]]]) -> None:
        super().__init__()
        self._playbook, self._menu_keys = playbook, menu_keys
        self._read = read_documents()
        self._shown: Document | None = None
        self._heading = FIRST
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText("Search help…")
        self.wanted.setAccessibleName("Search help")
        ClearButton(self.wanted)
        self.contents = QListWidget()
        self.contents.setAccessibleName("Contents of the help")
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName("Help text")
        self.browser.setFont(font(_TEXT))
        self.browser.document().setDefaultFont(font(_TEXT))
        self.browser.document().setDocumentMargin(_MARGIN)
        self.browser.setSearchPaths([str(documents_folder())])
        self.copy = QPushButton("Copy this page")
        self._lay_out()
        self.wanted.textChanged.connect(self._list)
        self.contents.currentItemChanged.connect(lambda item, _: self._choose(item))
        self.browser.anchorClicked.connect(self._follow)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.browser.toPlainText()))
        self.setFocusProxy(self.wanted)
        self._list("")
        self.show_topic(GUIDE)

    @property
    def shown(self) -> str:
        """The title of the document shown."""
        return self._shown.title if self._shown else ""

    def show_topic(self, name: str, heading: str = FIRST) -> None:
        """Show a document from one of its headings on."""
        # What the program is made of is looked up only where it is asked for.
        known = (self._about,) if name == ABOUT else (self._keys,) if name == KEYS else self._read
        found = next((one for one in known if one.name == name), None)
        self._show(found or Document(name, MISSING), heading)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The list was laid out before the style sheet gave its rows their height.
        self.contents.doItemsLayout()
        self._go_to(self._heading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lines_short()
        self._go_to(self._heading)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            # Links take their colour from the theme in which a document was written.
            bar = self.browser.verticalScrollBar()
            place = bar.value()
            self._write()
            bar.setValue(place)

    def _documents(self) -> tuple[Document, ...]:
        """Return all documents, those made from the program itself last."""
        return (*self._read, self._keys, self._about)

    @property
    def _keys(self) -> Document:
        """The document of the keys, made anew, because menus change."""
        return Document(KEYS, keys_document(self._menu_keys()))

    @cached_property
    def _about(self) -> Document:
        return Document(ABOUT, about_document(self._playbook))

    def _list(self, wanted: str) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        if wanted.strip():
            for hit in search(self._documents(), wanted):
                self._add(hit.heading.replace(_CODE, ""), (hit.document.name, hit.heading), hit.snippet)
            if not self.contents.count():
                self._add("Nothing found", None, "")
        else:
            for document in self._read:
                self._add(document.short_title, (document.name, document.title), document.title)
                for heading in document.headings[1:] if document.name == GUIDE else ():
                    self._add(f"    {heading}", (document.name, heading), "")
            for name, title in MADE:
                self._add(title, (name, title), "")
        self.contents.blockSignals(False)

    def _add(self, text: str, place: tuple[str, str] | None, tip: str) -> None:
        item = QListWidgetItem(text, self.contents)
        item.setData(_PLACE, place)
        item.setToolTip(tip)
        if place is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _choose(self, item: QListWidgetItem | None) -> None:
        place = None if item is None else item.data(_PLACE)
        if place is not None:
            self.show_topic(*place)

    def _show(self, document: Document, heading: str) -> None:
        if self._shown != document:
            self._shown = document
            self._write()
        self._go_to(heading)

    def _write(self) -> None:
        if self._shown is not None:
            self.browser.setMarkdown(self._shown.text)
            self._dress()

    def _go_to(self, heading: str) -> None:
        """Scroll to a heading; where the view is not laid out yet, this is done again when it is."""
        self._heading, wanted = heading, heading.replace(_CODE, "")
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text() == wanted:
                self.browser.setTextCursor(QTextCursor(block))
                top = self.browser.document().documentLayout().blockBoundingRect(block).top()
                self.browser.verticalScrollBar().setValue(int(top - _MARGIN))
                return
            block = block.next()
        self.browser.verticalScrollBar().setValue(0)

    def _dress(self) -> None:
        """Set headings in serif and tables without Qt's grey borders."""
        document = self.browser.document()
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor = QTextCursor(block)
            space = QTextBlockFormat()
            close = block.textList() is not None or cursor.currentTable() is not None
            space.setTopMargin(SPACE[4] if level > 1 else 0 if close else SPACE[1])
            space.setBottomMargin(0)
            space.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(space)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                face = QTextCharFormat()
                face.setFont(font(_HEADINGS.get(level, _TEXT), serif=True, bold=True))
                cursor.mergeCharFormat(face)
            _lighten(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                rule(frame, tokens(self.palette()), _FIRST_COLUMN if self.shown == KEYS_TITLE else None)
        self._keep_lines_short()

    def _keep_lines_short(self) -> None:
        """Leave what is wider than a page empty at the right."""
        frame = self.browser.document().rootFrame()
        form = frame.frameFormat()
        form.setRightMargin(max(_MARGIN, self.browser.viewport().width() - _MOST_WIDTH + _MARGIN))
        frame.setFrameFormat(form)

    def _follow(self, url: QUrl) -> None:
        name, heading = url.path().removesuffix(".md"), url.fragment()
        if any(one.name == name for one in self._read):
            self.show_topic(name, heading)
        else:
            QGuiApplication.clipboard().setText(url.toString())
            self.told.setText(f"Copied the address {url.toString()}")
            self.told.show()

    def _lay_out(self) -> None:
        self.told = QLabel()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        for list_or_text in (self.contents, self.browser):
            list_or_text.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.contents.setWordWrap(True)
        self.contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.contents.setMinimumSize(QSize(WIDTH - 2 * SPACE[3], 0))
        side = QFrame()
        side.setObjectName("side")
        side.setFixedWidth(WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[1])
        for widget in (self.wanted, self.contents, self.copy, self.told):
            column.addWidget(widget, 1 if widget is self.contents else 0)
        self.told.setWordWrap(True)
        self.told.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.browser, 1)


def _lighten(block: QTextBlock) -> None:
    """Take the bold that is shipped for what Markdown makes bolder, which Qt would smear."""
    heavy, place = list[tuple[int, int]](), block.begin()
    while not place.atEnd():
        piece = place.fragment()
        if piece.charFormat().fontWeight() > QFont.Weight.DemiBold:
            heavy.append((piece.position(), piece.length()))
        place += 1
    face = QTextCharFormat()
    face.setFontWeight(QFont.Weight.DemiBold)
    for start, length in heavy:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(face)
