"""Workbooks with other scores typed in and all stored results thrown away, and what the engine says of the scores."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from advisor.findings import judge
from advisor.model_table import model_table
from advisor.scores import Score, ScoreSheet
from advisor.wording import VERDICT_WORDS
from data.workbook.model_layout import OPTION_ROWS
from data.workbook.names import near
from data.workbook.score_rows import BEST, HIGH, LOW
from data.workbook.table import HEADER_ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import numpy as np

    from advisor.playbook import Playbook
    from data.workbook.model_layout import OptionRow

Value = float | str | bool
TOLERANCE = 1e-9
STEPS: tuple[OptionRow, ...] = (
    *("factors_domestic", "factors_external", "rules_domestic", "rules_external", "rules_interaction", "cap_excess"),
    *("domestic", "external", "interaction", "vetoes", "delivered", "worth"),
)
_FORMULA = re.compile(r'(<c r="[A-Z]+\d+"(?: s="\d+")?)(?: t="\w+")?>(<f>.*?</f>)<v>[^<]*</v></c>')
_NAME = re.compile(r'<definedName name="([^"_][^"]*)">([^<!]+)!\$([A-Z]+)\$(\d+)</definedName>')


def random_sheet(playbook: Playbook, base: ScoreSheet, random: np.random.Generator) -> ScoreSheet:
    """Return scores with some moved, by whole, half or odd points, some taken out and some put in."""
    changed, moved, blank = base, random.uniform(0.1, 1.0), float(random.choice([0.0, 0.1, 0.4]))
    for name in playbook.indicator_ids:
        if random.random() < blank:
            changed = changed.with_score(name, None)
        elif random.random() < moved:
            step = float(random.choice([1.0, 0.5, 0.001]))
            value = min(10.0, step * round(random.uniform(0, 10) / step))
            changed = changed.with_score(name, Score(value, value, value))
    return changed


def edge_sheets(playbook: Playbook) -> Iterator[ScoreSheet]:
    """Yield the sheets at the ends: nothing scored, everything at one value, only one indicator scored."""
    names = playbook.indicator_ids
    yield ScoreSheet()
    for value in (0.0, 2.0, 5.0, 8.0, 10.0):
        yield ScoreSheet(dict.fromkeys(names, Score(value, value, value)))
    yield ScoreSheet({names[0]: Score(10, 10, 10)})
    # A quarter not scored may still lead; one more may not.
    for missing in (len(names) // 4, len(names) // 4 + 1):
        yield ScoreSheet(dict.fromkeys(names[missing:], Score(2, 2, 2)))


def with_scores(content: bytes, playbook: Playbook, sheet: ScoreSheet) -> bytes:
    """Return a workbook with these scores typed into Pressures and without a stored result in any formula cell."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        pressures = _part(old.read("xl/workbook.xml").decode(), "Pressures")
        for entry in old.namelist():
            text = old.read(entry)
            if entry.startswith("xl/worksheets/sheet"):
                text = _FORMULA.sub(r"\1>\2</c>", text.decode()).encode()
            if entry == pressures:
                text = _typed(text.decode(), playbook, sheet).encode()
            new.writestr(entry, text)
    return written.getvalue()


def named_cells(content: bytes) -> dict[str, tuple[str, str]]:
    """Return sheet and address of every name that is defined in a workbook, and of the steps to each standing."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        listing = archive.read("xl/workbook.xml").decode()
    cells = {}
    for name, sheet, column, row in _NAME.findall(listing):
        cells[name] = (sheet, f"{column}{row}")
        kind, _, option = name.partition("_")
        if kind == "standing":
            above = int(row) - OPTION_ROWS.index("standing")
            cells |= {f"{step} of {option}": (sheet, f"{column}{above + OPTION_ROWS.index(step)}") for step in STEPS}
    return cells


def expected(playbook: Playbook, sheet: ScoreSheet) -> dict[str, Value]:
    """Return what the engine says, by the names under which a workbook says it."""
    best = judge(playbook, sheet)
    rules = [rule.id for rule in playbook.rules] + [rule.id for rule in playbook.stance_rules]
    values: dict[str, Value] = {f"factor_{name}": value for name, value in best.factors.items()}
    values |= {f"degree_{name}": best.degree(name) for name in rules}
    for option in best.options:
        values[f"standing_{option.id}"] = option.standing
        values[f"rank_{option.id}"] = float(option.rank)
        values[f"verdict_{option.id}"] = VERDICT_WORDS[option.verdict]
    for term in model_table(playbook, best).options:
        values |= {f"{step} of {term.id}": float(getattr(term, step)) for step in STEPS}
    values |= {"stance_index": best.stance.index, "stance_class": best.stance.stance_class}
    return {**values, "unscored_share": best.unscored_share}


def differences(wanted: Mapping[str, Value], found: Mapping[str, object]) -> list[str]:
    """Return what a workbook says otherwise than the engine."""
    return [
        f"{name}: {found.get(name)!r}, engine {value!r}"
        for name, value in wanted.items()
        if not _same(value, found.get(name))
    ]


def without_results(content: bytes) -> Iterable[str]:
    """Yield the formula cells of a workbook that carry no stored result, the empty text included."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.namelist():
            if entry.startswith("xl/worksheets/sheet"):
                for cell in archive.read(entry).decode().split("</c>"):
                    if re.search("<f[ />]", cell) and not re.search(r"<v[^>]*>[^<]*\S[^<]*</v>", cell):
                        yield f"{entry}: {cell[cell.rindex('<c ') :]}"


def _same(value: Value, found: object) -> bool:
    if isinstance(value, float):
        return isinstance(found, int | float) and abs(found - value) <= TOLERANCE
    return found == value


def _part(listing: str, sheet: str) -> str:
    names = re.findall(r'<sheet name="([^"]+)"', listing)
    return f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"


def _typed(xml: str, playbook: Playbook, sheet: ScoreSheet) -> str:
    values: dict[str, float | None] = {}
    for row, name in enumerate(playbook.indicator_ids, HEADER_ROW + 1):
        score = sheet.get(name)
        given = (score.low, score.best, score.high) if score else (None, None, None)
        values |= {near(row, column): value for column, value in zip((LOW, BEST, HIGH), given, strict=True)}

    def cell(found: re.Match[str]) -> str:
        if found[1] not in values:
            return found[0]
        value = values[found[1]]
        content = "/>" if value is None else f"><v>{value!r}</v></c>"
        return f'<c r="{found[1]}"{found[2]}{content}'

    return re.sub(r'<c r="([A-Z]+\d+)"( s="\d+")?(?:/>|><v>[^<]*</v></c>)', cell, xml)
