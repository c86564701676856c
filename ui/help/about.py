"""What the program is, as a document: its version, the playbook it judges by, and the licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.help.licences import FONTS, UNKNOWN, libraries, program_version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.playbook import Playbook

WHAT_IT_IS = (
    "How a partner government's domestic politics bear on contested cooperation, and which options it can live with."
)


def about_document(playbook: Playbook) -> str:
    """Return all of it; where a library does not say what its licence is, that is said."""
    identity = playbook.identity
    facts = (
        ("Second Image", program_version()),
        ("Playbook", f"{identity.name} ({identity.id})"),
        ("Playbook version", identity.version),
        ("Playbook SHA-256", identity.sha256 or "not read from files"),
        ("Licence of Second Image", "MIT"),
    )
    return "\n".join(
        (
            "# About Second Image",
            "",
            WHAT_IT_IS,
            "",
            _table(("Item", "Value"), facts),
            "## Fonts",
            "",
            _table(("Font", "Licence", "From"), FONTS),
            "## Libraries",
            "",
            f"As each library describes itself where it is installed; “{UNKNOWN}” where it says nothing.",
            "",
            _table(("Library", "Version", "Licence"), ((one.name, one.version, one.licence) for one in libraries())),
        )
    )


def _table(titles: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    head = f"| {' | '.join(titles)} |\n|{'---|' * len(titles)}"
    lines = [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join((head, *lines, ""))
