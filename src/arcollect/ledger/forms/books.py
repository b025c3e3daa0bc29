"""Facts typed in by people, joined on every run (U-42)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from arcollect.errors import UsageError, message
from arcollect.ledger.file import open_book
from arcollect.ledger.forms.sheet.found import FoundSheet, look_at
from arcollect.ledger.headers.match import match_columns
from arcollect.ledger.log import LogSheet, logs_in
from arcollect.ledger.options import ReadOptions
from arcollect.policy import Policy


def book_sheets(policy: Policy, options: ReadOptions) -> Iterator[FoundSheet]:
    """The sheets of the policy's `[books]` files, in the role the policy gives them.

    Raises UsageError for a file that is not there.
    """
    for role in ("customers", "contacts", "sales"):
        named = getattr(policy.books, role)
        if named:
            yield from _sheets(_path(named, role, options), role)


def log_book(policy: Policy, options: ReadOptions) -> Iterator[LogSheet]:
    """The contact logs of the policy's `[books] log`."""
    if policy.books.log:
        path = _path(policy.books.log, "log", options)
        yield from logs_in(open_book(path, name=path.name))


def _path(named: str, role: str, options: ReadOptions) -> Path:
    path = Path(named).expanduser()
    if not path.is_absolute() and options.books_folder is not None:
        path = options.books_folder / path
    if not path.is_file():
        raise UsageError(
            message("ledger.book_missing", role=role, path=str(path)),
            message("ledger.book_missing.fix", role=role),
        )
    return path


def _sheets(path: Path, role: str) -> Iterator[FoundSheet]:
    """The sheets that have what the role needs; one file may hold several roles."""
    book = open_book(path, name=path.name)
    for found in look_at(book, path.name, ReadOptions(), {}):
        yield _in_role(found, role) if found.header is not None else found


def _in_role(found: FoundSheet, role: str) -> FoundSheet:
    if found.role in {"customers", "contacts", "sales"} or found.header is None:
        return found
    samples = found.head[found.header.row_last + 1 :][:20]
    matching = match_columns(found.header.cells, role=role, samples=samples)
    known = {"customer", "customer_code"} & matching.fields or role == "sales"
    if known and len(matching.matches) >= 2:
        return replace(found, role=role, matching=matching, why=None)
    return found
