"""Reading alone, three ways, each as a process of its own.

    python benchmarks/reading.py ours|naive|inflate LEDGER

Prints the cpu seconds that it took, imports not counted.
"""

from __future__ import annotations

import sys
import time
import zipfile
from importlib import import_module
from pathlib import Path

import pandas as pd

from arcollect.ledger import LedgerFile, read
from arcollect.policy import Policy

import_module("arcollect.ledger.forms.reading")  # `read` imports it when first called


def ours(path: Path) -> int:
    """The ledger as every command gets it: rows that became items."""
    return len(read([LedgerFile(path)], Policy()).items)


def naive(path: Path) -> int:
    """What a colleague would write: read_excel, then dates and amounts per column."""
    rows = pd.read_excel(path, engine="openpyxl")
    rows["到期日"] = pd.to_datetime(rows["到期日"].astype(str), format="mixed", errors="coerce")
    rows["未收金额"] = pd.to_numeric(rows["未收金额"], errors="coerce")
    return len(rows)


def inflate(path: Path) -> int:
    """Nothing but unpacking every part: no reader of xlsx can do less."""
    with zipfile.ZipFile(path) as package:
        total = 0
        for name in package.namelist():
            with package.open(name) as part:
                while block := part.read(1 << 20):
                    total += len(block)
    return total


if __name__ == "__main__":
    began = time.process_time()
    {"ours": ours, "naive": naive, "inflate": inflate}[sys.argv[1]](Path(sys.argv[2]))
    print(time.process_time() - began)
