"""Whose register a file is: the names of our own companies that it knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from arcollect.errors import ArcollectError
from arcollect.register.store.opening import reading

_KNOWN = """
SELECT name FROM own_names UNION SELECT company FROM letters UNION SELECT company FROM contacts
UNION SELECT company FROM promises UNION SELECT company FROM statements
"""


def own_names(path: Path) -> frozenset[str]:
    """Every name that an own company has in a register; none for a file that is no register."""
    try:
        with reading(path) as file:
            found = [] if file is None else file.execute(_KNOWN).fetchall()
    except (ArcollectError, sqlite3.Error):
        return frozenset()
    return frozenset(name for (name,) in found if name)


def note_names(file: sqlite3.Connection, names: Iterable[str]) -> None:
    """Remember names of our own companies, so that the file is found under each of them."""
    rows = [(name,) for name in names]
    file.executemany("INSERT OR IGNORE INTO own_names (name) VALUES (?)", rows)
