"""Trees that look and work like a table whose rows stand in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeView


def flatten(tree: QTreeView) -> None:
    """Let a tree choose whole rows, which nobody folds away or edits, and fill its width with its columns."""
    tree.setFrameShape(QFrame.Shape.NoFrame)
    tree.setRootIsDecorated(False)
    tree.setIndentation(0)
    tree.setItemsExpandable(False)
    tree.setUniformRowHeights(True)
    tree.setMouseTracking(True)
    tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
