"""The Excel briefing beside a bare XlsxWriter script that writes the same cells: equal bytes first, then the times."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from benchmarks.timing import median, paired
from data.workbook import measure
from data.workbook.writer import OPTIONS, fill, workbook_bytes, write_briefing

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.briefing import Briefing

ROUNDS = 9


def export(briefing: Briefing) -> None:
    """Time the export, and the workbook alone beside the bare script, and print."""
    script = recorded(briefing)
    if script.run() != workbook_bytes(briefing):
        raise AssertionError("the bare script does not write what the export writes")

    def ours() -> None:
        measure.line_count.cache_clear()
        workbook_bytes(briefing)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "briefing.xlsx")

        def to_disk() -> None:
            measure.line_count.cache_clear()
            write_briefing(briefing, path)

        whole = median(to_disk, ROUNDS)
    found = paired(ours, script.run, rounds=ROUNDS)
    cells = sum(name.startswith("write_") for _, name, _, _ in script.calls)
    print(f"briefing of {cells:,} cells, written to disk    {whole:8.0f} ms   (at most 1,000)")
    print(f"  the workbook in memory                  {found.measured:8.0f} ms")
    print(
        f"  a bare script writing the same cells    {found.reference:8.0f} ms   ratio {found.ratio:.2f} (at most 1.2)"
    )


class Script:
    """Calls of XlsxWriter in order: number of the object, method, arguments; objects it returns are numbered too."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, str, tuple[Any, ...], dict[str, Any]]] = []

    def run(self) -> bytes:
        """Make the calls on a new workbook and return its bytes."""
        buffer = io.BytesIO()
        with Workbook(buffer, OPTIONS) as workbook:
            made: list[Any] = [workbook]
            for number, name, arguments, options in self.calls:
                given = (made[one.number] if one.__class__ is _Made else one for one in arguments)
                if options or any(one.__class__ is dict for one in arguments):
                    result = getattr(made[number], name)(*(_resolved(one, made) for one in given), **options)
                else:
                    result = getattr(made[number], name)(*given)
                if isinstance(result, _NUMBERED):
                    made.append(result)
        return buffer.getvalue()


def recorded(briefing: Briefing) -> Script:
    """Return the calls that the export makes."""
    script = Script()
    with Workbook(io.BytesIO(), OPTIONS) as workbook:
        fill(_Recorder(workbook, script, [workbook]), briefing)  # type: ignore[arg-type]
    return script


_NUMBERED = (Worksheet, Chart, Format)


class _Made:
    """Stands for an object that an earlier call returned."""

    def __init__(self, number: int) -> None:
        self.number = number


class _Recorder:
    """Passes calls on to an object of XlsxWriter and records them."""

    def __init__(self, target: Any, script: Script, made: list[Any]) -> None:
        self._target, self._script, self._made = target, script, made

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            number = self._number(self._target)
            self._script.calls.append((number, name, tuple(self._named(one) for one in arguments), options))
            result = getattr(self._target, name)(*(_real(one) for one in arguments), **options)
            if isinstance(result, _NUMBERED):
                self._made.append(result)
                return _Recorder(result, self._script, self._made)
            return result

        return call

    def _number(self, one: Any) -> int:
        return next(number for number, known in enumerate(self._made) if known is one)

    def _named(self, one: Any) -> Any:
        """Replace objects of XlsxWriter by their numbers, within dictionaries as well."""
        if isinstance(one, _Recorder):
            return _Made(self._number(one._target))
        if isinstance(one, dict):
            return {key: self._named(value) for key, value in one.items()}
        return one


def _real(one: Any) -> Any:
    if isinstance(one, _Recorder):
        return one._target
    return {key: _real(value) for key, value in one.items()} if isinstance(one, dict) else one


def _resolved(one: Any, made: list[Any]) -> Any:
    if isinstance(one, dict):
        return {key: _resolved(value, made) for key, value in one.items()}
    return made[one.number] if isinstance(one, _Made) else one
