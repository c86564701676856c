"""What a panel costs: beside reading, writing and the engine alone, and as rows grow; time must, and memory must not.

python3 dev.py bench panel
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from pyarrow import csv, parquet

from advisor.engine import evaluate_blocks
from data.panel.panel_file import PanelRun, score_panel_file
from data.playbook_files import shipped_playbook
from data.safe_file import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from advisor.arrays import Array
    from advisor.playbook import Playbook

ROWS = 48_000
GROWTH = (100_000, 1_000_000, 5_000_000)
_BASE = 1_000_000
_ROUNDS = 15
_AT_ONCE = 50_000
# Once through everything, so that what is loaded and made once is not counted.
_SMALL = 1_000
_CHILD = "--one"
_SECOND = 1000


@dataclass(frozen=True, slots=True)
class Format:
    """How a library alone reads and writes a whole table."""

    ending: str
    read: Callable[[Path], Any]
    write: Callable[[Any, Path], None]


FORMATS = (Format(".csv", csv.read_csv, csv.write_csv), Format(".parquet", parquet.read_table, parquet.write_table))


def panel(playbook: Playbook) -> None:
    """Print the parts of a run, then time and memory of longer and longer panels."""
    for form in FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            parts(playbook, form, Path(folder))
    growth(playbook)


def parts(playbook: Playbook, form: Format, folder: Path) -> None:
    """Time a whole run and its parts in turn: reading and writing by the library alone, and the engine alone.

    It is processor time, of all threads: what else the machine does matters less to it.
    """
    source, target, kept = folder / f"panel{form.ending}", folder / f"scored{form.ending}", folder / "kept.parquet"
    table = pa.Table.from_batches(batches(playbook, ROWS))
    form.write(table, source)
    best = np.column_stack([table.column(name).to_numpy() for name in playbook.indicator_ids])
    score_panel_file(playbook, PanelRun(source, kept))
    scored = parquet.read_table(kept)
    rounds = [
        (
            processor(lambda: form.read(source)),
            processor(lambda: written_whole(form, scored, target)),
            processor(lambda: engine_alone(playbook, best)),
            processor(lambda: score_panel_file(playbook, PanelRun(source, target))),
        )
        for _ in range(_ROUNDS)
    ]
    reading, writing, engine, whole = (statistics.median(times) for times in zip(*rounds, strict=True))
    ratio = statistics.median(total / (read + write + own) for read, write, own, total in rounds)
    rest = statistics.median((total - read - write) / own for read, write, own, total in rounds)
    print(
        f"{ROWS:,} rows x {len(playbook.options)} options, {form.ending:<9}          {whole:8.0f} ms   "
        f"ratio {ratio:.2f} (at most 2) to the parts alone"
    )
    print(
        f"  reading {reading:.0f}, writing {writing:.0f}, engine {engine:.0f} ms; "
        f"without reading and writing {rest:.1f} times the engine"
    )


def written_whole(form: Format, table: Any, path: Path) -> None:
    """Write a table beside its place, flush it to the disk and put it in place, as every file of ours."""
    with replacing(path) as temporary:
        form.write(table, temporary)


def growth(playbook: Playbook) -> None:
    """Score panels of growing length, each in a process of its own, from CSV to Parquet."""
    took, memory = {}, {}
    for rows in GROWTH:
        with tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder) / "panel.csv", Path(folder) / "scored.parquet"
            write_panel(playbook, source, rows)
            command = [sys.executable, "-m", "benchmarks.panel", _CHILD, str(source), str(target)]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            took[rows], memory[rows] = map(float, said.split())
    base = took[_BASE] / _BASE
    for rows in GROWTH:
        each = took[rows] / rows
        print(
            f"{rows:>9,} rows, CSV to Parquet              {took[rows]:8.0f} ms   {_SECOND * each:5.1f} µs a row   "
            f"ratio {each / base:.2f}   peak {memory[rows]:.0f} MB (at most 1,000)"
        )


def one(source: Path, target: Path) -> None:
    """Score one panel and print processor time in milliseconds and the most memory that this process had, in MB."""
    # Deferred: Windows has no such module, and the other measurements do without it.
    import resource

    playbook, small = shipped_playbook(), source.with_name("small.csv")
    write_panel(playbook, small, _SMALL)
    score_panel_file(playbook, PanelRun(small, target))
    took = processor(lambda: score_panel_file(playbook, PanelRun(source, target)))
    unit = 1 if sys.platform == "darwin" else 1024
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6)


def processor(action: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that a call takes."""
    start = time.process_time()
    action()
    return _SECOND * (time.process_time() - start)


def engine_alone(playbook: Playbook, best: Array) -> None:
    """Evaluate score rows and do nothing with the result."""
    for _ in evaluate_blocks(playbook, best):
        pass


def write_panel(playbook: Playbook, path: Path, rows: int) -> None:
    """Write a panel as CSV."""
    parts_of_it = batches(playbook, rows)
    first = next(parts_of_it)
    with csv.CSVWriter(path, first.schema) as writer:
        writer.write_batch(first)
        for batch in parts_of_it:
            writer.write_batch(batch)


def batches(playbook: Playbook, rows: int) -> Iterator[Any]:
    """Yield rows of cases over twenty years by month, scored in half points at random."""
    random = np.random.default_rng(0)
    dates = np.array([f"{year}-{month:02}" for year in range(2000, 2020) for month in range(1, 13)])
    for start in range(0, rows, _AT_ONCE):
        row = np.arange(start, min(rows, start + _AT_ONCE))
        scores = random.integers(0, 21, (len(playbook.indicators), len(row))) / 2
        case, date = [f"Case {number}" for number in row // len(dates)], dates[row % len(dates)]
        columns = {"case": case, "date": date} | dict(zip(playbook.indicator_ids, scores, strict=True))
        yield pa.RecordBatch.from_pydict(columns)


if __name__ == "__main__":
    if sys.argv[1:2] == [_CHILD]:
        one(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        panel(shipped_playbook())
