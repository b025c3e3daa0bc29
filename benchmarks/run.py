"""Our times and memory against a baseline in the same run, as ratios.

    python benchmarks/run.py            help, 1,000 and 200,000 rows, reading, writing, FIFO
    python benchmarks/run.py --full     also 1,048,575 rows (several minutes)
    python benchmarks/run.py --check    exit 1 when a "must" is broken

Whole processes, taken in turn (ours, baseline, ours, …), medians of the ratios pair by
pair: machines drift, ratios hold. POSIX only (wait4).
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from make_ledger import make

HERE = Path(__file__).parent
DATA = HERE / "data"
PYTHON = sys.executable
# compiled modules may be kept, as on any installed machine
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
    "XDG_DATA_HOME": str(DATA / "register")  # nobody's own
}


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: seconds on the clock, seconds of cpu, peak MiB.

    own: the cpu seconds that it printed itself, 0 where it printed something else.
    """

    wall: float
    cpu: float
    peak_mib: float
    own: float


@dataclass(frozen=True, slots=True)
class Race:
    """Ours against a baseline; `must` bounds the ratios of time and of memory."""

    name: str
    ours: list[str]
    baseline: list[str]
    runs: int
    figure: str  # wall, cpu or own
    must: float
    must_memory: float | None = None


def run(command: list[str]) -> Run:
    """Run a command to its end; raises RuntimeError when it fails."""
    with tempfile.TemporaryFile() as printed:
        started = time.perf_counter()
        child = os.posix_spawn(
            command[0], command, ENVIRONMENT,
            file_actions=[(os.POSIX_SPAWN_DUP2, printed.fileno(), 1),
                          (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)],
        )  # fmt: skip
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) != 0:
            raise RuntimeError(f"failed: {' '.join(command)}")
        printed.seek(0)
        own = _seconds(printed.read(100))
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, own)


def _seconds(printed: bytes) -> float:
    try:
        return float(printed)
    except ValueError:
        return 0.0


def race(entry: Race) -> bool:
    """Run a race, print its line, and say whether its musts hold."""
    run(entry.ours), run(entry.baseline)  # warm up
    pairs = [(run(entry.ours), run(entry.baseline)) for _ in range(entry.runs)]
    times = [getattr(a, entry.figure) / getattr(b, entry.figure) for a, b in pairs]
    memory = [a.peak_mib / b.peak_mib for a, b in pairs]
    ratio, ratio_memory = statistics.median(times), statistics.median(memory)
    ours = statistics.median(getattr(a, entry.figure) for a, _ in pairs)
    theirs = statistics.median(getattr(b, entry.figure) for _, b in pairs)
    holds = ratio <= entry.must and ratio_memory <= (entry.must_memory or ratio_memory)
    print(
        f"{entry.name:<28} {entry.figure} {ours:8.3f} s / {theirs:8.3f} s = {ratio:6.3f}x"
        f" (must {entry.must:g}x)   memory {pairs[0][0].peak_mib:6.0f} / "
        f"{pairs[0][1].peak_mib:6.0f} MiB = {ratio_memory:5.2f}x   {'ok' if holds else 'BROKEN'}",
        flush=True,
    )
    return holds


def races(folder: str, sizes: list[int]) -> list[Race]:
    """The help page against an empty python; `aging` against the naive script."""
    arcollect = [PYTHON, "-m", "arcollect"]
    found = [Race("--help", [*arcollect, "--help"], [PYTHON, "-c", "pass"], 9, "cpu", 14)]
    for rows in sizes:
        ledger = str(make(DATA, rows))
        ours = [*arcollect, "aging", ledger, "--as-of", "2026-11-21", "-o", f"{folder}/a.csv"]
        naive = [PYTHON, str(HERE / "naive.py"), ledger, f"{folder}/b.xlsx"]
        small = rows <= 1_000
        found.append(
            Race(f"aging, {rows:,} rows", ours, naive, 5 if small else 3 if rows < 10**6 else 1,
                 "wall", 1.2 if small else 0.2, None if small else 1.0)
        )  # fmt: skip
    return [
        *found,
        *(race for rows in sizes if rows > 1_000 for race in readings(rows)),
        *(workbook(rows) for rows in sizes if 1_000 < rows < 10**6),
        matching(),
        *letters(),
    ]


def workbook(rows: int) -> Race:
    """A formatted detail workbook against pandas and openpyxl without formats."""
    ledger, line = str(make(DATA, rows)), [PYTHON, str(HERE / "workbook.py")]
    ours, naive = [*line, "ours", ledger], [*line, "naive", ledger]
    return Race("detail workbook, 200,000", ours, naive, 1, "own", 0.4)


def matching() -> Race:
    """The oldest paid first, against a loop with queues."""
    line = [PYTHON, str(HERE / "matching.py")]
    return Race("FIFO, 1,000,000 invoices", [*line, "ours"], [*line, "naive"], 3, "own", 0.15)


def letters() -> list[Race]:
    """1,000 letters against a docxtpl loop and against a compiler for each."""
    line = [PYTHON, str(HERE / "letters.py")]
    return [
        Race(
            f"1,000 letters, {kind}", [*line, "ours", kind], [*line, "naive", kind], 1, "own", must
        )
        for kind, must in (("docx", 0.3), ("pdf", 0.2))
    ]


def readings(rows: int) -> list[Race]:
    """Reading alone: against a colleague's code, and against nothing but unpacking."""
    ledger, reading = str(make(DATA, rows)), [PYTHON, str(HERE / "reading.py")]
    ours, runs = [*reading, "ours", ledger], 3 if rows < 10**6 else 1
    return [
        Race(f"reading, {rows:,} rows", ours, [*reading, "naive", ledger], runs, "own", 0.2, 1.0),
        Race("  against plain unpacking", ours, [*reading, "inflate", ledger], runs, "own", 10.5),
    ]


def main() -> int:
    """Run all races; 1 when `--check` was given and a must is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    sizes = [1_000, 200_000, *([1_048_575] if asked.full else [])]
    with tempfile.TemporaryDirectory() as folder:
        held = [race(entry) for entry in races(folder, sizes)]
    return 1 if asked.check and not all(held) else 0


if __name__ == "__main__":
    sys.exit(main())
