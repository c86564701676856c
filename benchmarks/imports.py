"""Measure the import of a large ACLED export: a file is made, read and removed.

python3 dev.py bench imports; 500 MB of events.
"""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.progress import Cancelled, Watch
from data.importers.acled import ACLED
from data.importers.countries import country

if TYPE_CHECKING:
    from collections.abc import Iterator

MB = 1 << 20
MEGABYTES = 500
HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)
COUNTRIES = (("604", "Peru", "PER"), ("068", "Bolivia", "BOL"), ("170", "Colombia", "COL"), ("218", "Ecuador", "ECU"))
TYPES = ("Protests", "Riots", "Battles", "Violence against civilians", "Strategic developments")
NOTE = "On this day invented protesters gathered in an invented place for an invented reason, said nobody. " * 2


def imports() -> None:
    """Read a file in a process of its own, whose memory nothing else has filled before."""
    subprocess.run([sys.executable, "-m", "benchmarks.imports"], check=True)


def measure(megabytes: int = MEGABYTES) -> None:
    """Make the file, read it, cancel it halfway, and print times and memory."""
    country("Peru")  # names of countries are loaded once a process, and not what is measured here
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "acled.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(rows(megabytes * MB))
        before = peak()
        began = time.perf_counter()
        read = ACLED.read(path, "Peru", None, dt.date(2026, 1, 1))
        took = time.perf_counter() - began
        size, used = path.stat().st_size / MB, read.provenance
        print(f"{size:,.0f} MB, {used.rows:,} rows, {used.rows_used:,} used: {took:.1f} s, {size / took:,.0f} MB/s")
        print(f"peak memory {peak():,.0f} MB, {before:,.0f} MB of it before reading")
        print(f"stopped {stopped_after(path):.3f} s after asking for it at half of the file")


def rows(size: int) -> Iterator[str]:
    """Yield lines of the size asked for."""
    chance = random.Random(1)
    yield HEADER + "\r\n"
    written, number = 0, 0
    first = dt.date(2018, 1, 1)
    while written < size:
        number += 1
        code, name, letters = chance.choice(COUNTRIES)
        day = first + dt.timedelta(days=chance.randrange(2800))
        kind = chance.choice(TYPES)
        line = (
            f"{letters}{number},{day.isoformat()},{day.year},1,Demonstrations,{kind},Peaceful protest,"
            f"Protesters ({name}),Labor group,Protesters,,,,Protesters only,,{code},South America,{name},Region,"
            f"Province,District,Town,-12.0464,-77.0428,1,Invented daily,National,"
            f'"{NOTE}",{chance.randrange(3)},crowd size=many,1\r\n'
        )
        written += len(line)
        yield line


def stopped_after(path: Path) -> float:
    """Return the seconds from asking to stop to being told that it has stopped."""
    asked: list[float] = []

    def progress(share: float, _what: str) -> None:
        if share >= 0.5 and not asked:
            asked.append(time.perf_counter())

    try:
        ACLED.preview(path, None, "Peru", Watch(progress, lambda: bool(asked)))
    except Cancelled:
        return time.perf_counter() - asked[0]
    raise AssertionError("it was not stopped")


def peak() -> float:
    """Return the most memory this process has held, in MB."""
    # Deferred: Windows has no such module, and the other groups do without it.
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (MB if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    measure()
