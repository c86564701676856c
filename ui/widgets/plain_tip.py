"""Tooltips that show what somebody typed as it was typed."""

from __future__ import annotations

import re
from html import escape

_LIKE_A_TAG = re.compile(r"<\s*[/!?a-zA-Z]|&lt;")


def plain_tip(text: str) -> str:
    """Return a tooltip that shows a text letter by letter.

    Qt takes a tooltip with a tag in it for rich text, and would fetch the pictures that it names.
    """
    if not _LIKE_A_TAG.search(text):
        return text
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
