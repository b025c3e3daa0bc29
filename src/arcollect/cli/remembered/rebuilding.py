"""The register made anew from lists of letters, as far as they say."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.analysis.chase.papers.wish import KINDS
from arcollect.cli import clock
from arcollect.cli.remembered.keeping import recall
from arcollect.cli.remembered.listed import Row, mark_in, rows
from arcollect.cli.remembered.where import path_of
from arcollect.errors import UsageError, message
from arcollect.register.entries import DUNNING, LetterEntry
from arcollect.text import Lang, text

if TYPE_CHECKING:
    from arcollect.cli.steps import Book
    from arcollect.register.store.letters import Mark

_HAS_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"(?P<prefix>.*?)\s*[〔\[(（]?(?P<year>\d{4})[〕\])）]?-?(?P<running>\d+)号?")
_INDEX = {
    name: f"letters.ix_{name}"
    for name in (
        "reference", "level", "company", "customer_code", "customer", "currency", "net", "fee",
        "deadline", "file",
    )
}  # fmt: skip
_PAPERS = {
    name: f"papers.col_{name}"
    for name in ("reference", "company", "customer", "currency", "net", "file")
}
_NEEDED = ("reference", "customer", "currency")
_MARKS = {name: f"register.col_{name}" for name in ("sent_on", "by", "tracking", "arrived_on")}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Letters found in lists.

    known: how many the register holds already; unread: rows with a number that is none
    of ours.
    """

    entries: tuple[LetterEntry, ...]
    marks: tuple[tuple[str, Mark], ...]
    known: int
    unread: int


def rebuilt(book: Book, sources: Sequence[Path]) -> Rebuilt:
    """The letters of these folders or index files, in the order of their numbers.

    A list does not say which documents a letter asked for: the ladder then goes by the
    letter's date. Whether it was sent is known only where the list says so.
    """
    known = {(e.sequence, e.running) for e in recall(book).letters}
    parties = _Parties(book)
    found: dict[tuple[str, int], LetterEntry] = {}
    marks: dict[str, Mark] = {}
    unread = 0
    for index, kind in (each for source in sources for each in _lists_of(source)):
        day, hashes = _as_of(index) or book.as_of, _hashes(index.parent)
        titles, needed = (_INDEX, (*_NEEDED, "level")) if kind == DUNNING else (_PAPERS, _NEEDED)
        for row in rows(index, titles | _MARKS, needed):
            if not (_HAS_DIGIT.search(row.word("reference")) and row.word("customer")):
                continue  # no letter, a total, a note, another table below
            entry = _entry(book, row, parties, (kind, day), hashes)
            if entry is None:
                unread += 1
                continue
            found[entry.sequence, entry.running] = entry
            if (mark := mark_in(row, clock.today(book.policy.time_zone))) is not None:
                marks[entry.number] = mark
    new = tuple(entry for place, entry in sorted(found.items()) if place not in known)
    numbers = {entry.number for entry in new}
    kept = tuple((n, m) for n, m in marks.items() if n in numbers)
    return Rebuilt(new, kept, len(found) - len(new), unread)


def mark_all(book: Book, marks: Sequence[tuple[str, Mark]]) -> None:
    """Note which of them were sent."""
    from arcollect.register.store.letters import mark_sent
    from arcollect.register.store.opening import writing

    if not marks:
        return
    with writing(path_of(book)) as file:
        for number, mark in marks:
            mark_sent(file, number, mark)


def _lists_of(source: Path) -> list[tuple[Path, str]]:
    """The lists of a folder, or one list, each with the kind of paper that it is about."""
    if source.is_file():
        return [(source, _paper_kind(source.name) or DUNNING)]
    listed = sorted(source.glob("*.xlsx")) if source.is_dir() else []
    found = [(path, _paper_kind(path.name)) for path in listed]
    lists = [(path, kind) for path, kind in found if kind]
    places = (source / name for name in ("index.xlsx", "report.xlsx"))  # letters, or a report
    index = next((path for path in places if path.is_file()), source / "index.xlsx")
    if not (index.is_file() or lists):
        raise UsageError(message("register.no_index", path=str(source)))
    return [(index, DUNNING), *lists] if index.is_file() else lists


def _paper_kind(name: str) -> str:
    """Which papers a list is about, by its file's name: 还款协议_甲公司_清单.xlsx."""
    for kind, lang in product(KINDS, Lang):
        named = text(f"papers.kind_{kind}", lang)
        end = text("papers.index_file", lang, kind="")
        if name.startswith(named) and name.removesuffix(".xlsx").endswith(end):
            return kind
    return ""


class _Parties:
    """The ledger's keys for the customers and companies that a list names."""

    def __init__(self, book: Book) -> None:
        items = book.ledger.items
        names = items[["customer_code", "customer", "customer_key"]].astype(str).drop_duplicates()
        self._keys: dict[str, str] = {}
        for code, name, key in names.itertuples(index=False):
            self._keys.setdefault(name, key)
            if code:
                self._keys[code] = key
        self._companies = set(items["company"].astype(str))

    def key(self, code: str, name: str) -> str:
        """By code, else by name; a customer no longer in the ledger goes by what is there."""
        return self._keys.get(code) or self._keys.get(name) or code or name

    def company(self, name: str) -> str:
        """As the ledger names it; "" where it names none."""
        return name if name in self._companies else ""


def _entry(
    book: Book,
    row: Row,
    parties: _Parties,
    about: tuple[str, dt.date],
    hashes: dict[str, str],
) -> LetterEntry | None:
    kind, day = about
    number = row.word("reference")
    if (parts := _NUMBER.fullmatch(number)) is None:
        return None
    currency = row.word("currency") or book.policy.default_currency
    prefix = parts["prefix"] or book.policy.letters.number_prefix
    return LetterEntry(
        number=number,
        company=parties.company(row.word("company")),
        customer_key=parties.key(row.word("customer_code"), row.word("customer")),
        customer=row.word("customer"),
        currency=currency,
        kind=kind,
        level=row.word("level"),
        as_of=day,
        written=day,
        deadline=row.day("deadline"),
        demand_minor=row.minor("net", currency),
        fee_minor=row.minor("fee", currency),
        items=(),
        sha256=hashes.get(row.word("file"), ""),
        run="",
        sequence=f"{prefix if kind == DUNNING else kind}/{parts['year']}",
        running=int(parts["running"]),
    )


def _as_of(index: Path) -> dt.date | None:
    """The date of the figures, from the lines above the header."""
    from arcollect.ledger.file.opening import open_book

    return next(_days(open_book(index).sheets[0].head(10)), None)


def _days(cells: list[list[object]]) -> Iterator[dt.date]:
    for row in cells:
        for cell in row:
            if isinstance(cell, str) and (found := _DAY.search(cell)):
                yield dt.date.fromisoformat(found[0])


def _hashes(folder: Path) -> dict[str, str]:
    """What the folder's manifest says of each file's content."""
    from arcollect.folders import MANIFEST

    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
        return {Path(name).name: str(hashes[-1]) for name, hashes in found.items()}
    except (OSError, ValueError, AttributeError, TypeError, LookupError):
        return {}
