"""Spreadsheets in, one canonical ledger out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from arcollect.errors import ArcollectError, LedgerError, Message, Problem, Severity, message
from arcollect.ledger.file import open_book
from arcollect.ledger.file.grid import Book
from arcollect.ledger.forms.books import book_sheets, log_book
from arcollect.ledger.forms.gather import Gathered, gather
from arcollect.ledger.forms.logs import without_logs
from arcollect.ledger.forms.recall import Recall, recall, remembered
from arcollect.ledger.forms.sheet.found import (
    HEAD_ROWS,
    LEDGER_ROLES,
    FoundSheet,
    ambiguities,
    is_called,
    look_at,
    settle_sides,
)
from arcollect.ledger.forms.sheet.hidden import settle_hidden
from arcollect.ledger.forms.sheet.ours import without_retold
from arcollect.ledger.forms.subset import refuse_snapshots, without_subsets
from arcollect.ledger.forms.whole import ledger_of
from arcollect.ledger.headers.names.fields import field_named
from arcollect.ledger.headers.normalise import as_text, language_of
from arcollect.ledger.headers.overrides import column_called, told_columns
from arcollect.ledger.headers.payables import speaks_of_payables
from arcollect.ledger.headers.suggest import label
from arcollect.ledger.options import LedgerFile, ReadOptions
from arcollect.ledger.question import AmbiguousColumnsError, questions, side_by_side
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy

_EXAMPLES = {"customer": "customer", "money": "open_minor", "date": "due_date"}
BALANCE_FIELDS = frozenset({"open_minor", "paid_minor"})


def read(files: Sequence[LedgerFile], policy: Policy, options: ReadOptions) -> Ledger:
    """The ledger that one or several files hold: every row used, or listed with a reason.

    Sheets are told apart by their columns: items or journals (concatenated),
    receipts, customers, contacts, sales; the policy's `[books]` are joined. Raises
    LedgerError where no sheet can be used, where two columns claim one meaning, or
    where the order of day and month cannot be proved; UsageError for options and
    books that cannot be.
    """
    books = [_open(file, options) for file in files]
    _refuse_same(books)
    _refuse_unknown_sheet(books, options)
    if options.is_payables:
        _refuse_receivables(books)
    recalls = [recall(book, options) for book in books]
    options = remembered(options, recalls)
    found = [
        sheet
        for book, recalled in zip(books, recalls, strict=True)
        for sheet in look_at(book, book.name, options, policy.columns, recalled.profile)
    ]
    try:
        return _ledger_of(books, found, recalls, policy, options)
    except ArcollectError as error:
        error.language = _language(found)
        raise


def _language(found: Sequence[FoundSheet]) -> str:
    """What the headers of the sheets are written in, "" where there is none."""
    words = [cell for s in found if s.header for cell in s.header.cells if cell.strip()]
    return language_of(words) if words else ""


def _ledger_of(
    books: Sequence[Book],
    found: list[FoundSheet],
    recalls: Sequence[Recall],
    policy: Policy,
    options: ReadOptions,
) -> Ledger:
    """The ledger of the sheets that were looked at."""
    found = settle_sides(settle_hidden(found, options), options)
    found, logs = without_logs(without_retold(found))
    _refuse_unknown_maps(found, policy, options)
    typed_in = list(book_sheets(policy, options))
    _refuse_unusable(found)
    gathered = gather(found, typed_in, policy, options)
    without_subsets(gathered)
    refuse_snapshots(gathered)
    _refuse_empty(gathered)
    _refuse_mixed(gathered)
    notes = [p for book in books for p in book.notes if isinstance(p, Problem)]
    notes += [p for recalled in recalls for p in recalled.notes]
    ledger = ledger_of(gathered, [b.name for b in books], _digest(books), notes)
    return replace(
        ledger, log=tuple(row for log in [*logs, *log_book(policy, options)] for row in log.rows)
    )


def _refuse_mixed(gathered: Gathered) -> None:
    """Balances in one sheet and gross amounts in another cannot share the receipts.

    Beside balances receipts are history, without them they pay: one reading for both
    would count the receipts of one sheet wrongly.
    """
    balanced = {
        bool(BALANCE_FIELDS & set(sheet.body.raw)): sheet.found.sheet.name
        for sheet in gathered.items
        if sheet.found.role == "items"
    }
    if gathered.receipts and len(balanced) > 1:
        raise LedgerError(
            message("ledger.mixed_forms", balanced=balanced[True], gross=balanced[False]),
            message("ledger.mixed_forms_hint"),
        )


def _open(file: LedgerFile, options: ReadOptions) -> Book:
    return open_book(
        file.path,
        data=file.data,
        name=file.label,
        encoding=options.encoding,
        password=options.password,
    )


def _refuse_same(books: Sequence[Book]) -> None:
    """The same bytes under two names are one ledger: its money would count twice."""
    first: dict[str, str] = {}
    for book in books:
        if book.sha256 in first:
            raise LedgerError(
                message("ledger.same_file", name=book.name, other=first[book.sha256]),
                message("cli.twice_hint"),
            )
        first[book.sha256] = book.name


def _refuse_receivables(books: Sequence[Book]) -> None:
    """A list of payables says so somewhere: else last month's receivables would be owed by us."""
    sheets = [sheet for book in books for sheet in book.sheets]
    names = [*(book.name for book in books), *(sheet.name for sheet in sheets)]
    cells = (cell for sheet in sheets for row in sheet.head(HEAD_ROWS) for cell in row)
    if not speaks_of_payables([*names, *cells]):
        raise LedgerError(
            message("ledger.no_payables", files=[book.name for book in books]),
            message("ledger.no_payables.fix"),
        )


def _digest(books: Sequence[Book]) -> str:
    """One file's own hash; of several files the hash of their hashes, in order."""
    if len(books) == 1:
        return books[0].sha256
    return hashlib.sha256("\n".join(b.sha256 for b in books).encode()).hexdigest()


def _refuse_unknown_sheet(books: Sequence[Book], options: ReadOptions) -> None:
    """`--sheet` must name a sheet of one of the files."""
    sheets = [sheet for book in books for sheet in book.sheets]
    if options.sheet and not any(is_called(sheet, options.sheet) for sheet in sheets):
        raise LedgerError(
            message("ledger.no_such_sheet", files=[b.name for b in books], sheet=options.sheet),
            message("ledger.no_such_sheet.fix", sheets=[s.name for s in sheets]),
        )


def _refuse_unknown_maps(found: Sequence[FoundSheet], policy: Policy, options: ReadOptions) -> None:
    """Every `--map` must name a column of some sheet: a slip must not go unnoticed.

    The policy's own column names may be meant for another export.
    """
    headers = [s.header.cells for s in found if s.header is not None]
    for field, column in options.maps.items():
        of_policy = policy.columns.get(field) == column
        if (
            headers
            and not of_policy
            and all(column_called(column, cells) is None for cells in headers)
        ):
            told_columns(max(headers, key=len), "items", {field: column})


def _refuse_unusable(found: Sequence[FoundSheet]) -> None:
    ledgers = [s for s in found if s.role in LEDGER_ROLES]
    for sheet in (s for s in found if s.role in LEDGER_ROLES | {"receipts"}):
        asked = list(questions(sheet.file, sheet.name, sheet.matching)) if sheet.matching else []
        if asked and sheet.matching:
            if beside := side_by_side(sheet.file, sheet.name, sheet.matching):
                raise beside
            raise AmbiguousColumnsError(asked, list(ambiguities(sheet)))
    if not ledgers:
        raise _nothing_found(found)


def _nothing_found(found: Sequence[FoundSheet]) -> LedgerError:
    """What was looked at, the best row found, what it lacks, and what may be meant."""
    headed = [s for s in found if s.header is not None]
    if not headed:
        names = [f"{s.file}!{s.name}" for s in found]
        return LedgerError(
            message("ledger.empty_file", sheets=names), message("ledger.empty_file.fix")
        )
    balances = [s for s in headed if s.header and s.header.role == "balances"]
    if balances:
        said = message("ledger.balances_only", file=balances[0].file, sheet=balances[0].name)
        return LedgerError(said, message("ledger.balances_only.fix"))
    if receipts := [s for s in found if s.role == "receipts"]:
        said = message("ledger.only_receipts", file=receipts[0].file, sheet=receipts[0].name)
        return LedgerError(said, message("ledger.only_receipts.fix"))
    best = max(headed, key=lambda s: (not s.sheet.hidden, s.header.score if s.header else 0))
    looked = [f"{s.file}!{s.name}" for s in found]
    where = f"{best.name}!{best.header.row_first + 1}" if best.header and best.why else best.name
    why = best.why or _no_amount(best)
    said = message("ledger.no_items", sheets=looked, best=where, why=why)
    return LedgerError(said, _remedy(best))


def _no_amount(best: FoundSheet) -> Message:
    """No column of money was known: what stands in the first row with several words."""
    rows = ([as_text(cell) for cell in line if as_text(cell)] for line in best.head)
    words = next((row for row in rows if len(row) > 1), [])
    return message("ledger.no_amount_column", words=words[:12])


def _remedy(best: FoundSheet) -> Message:
    header = best.header
    near = [s.said for s in header.nearest][:5] if header else []
    if near:
        return message("ledger.no_items.near", suggestions=near)
    if header and header.lacking and header.strangers:
        need = header.lacking[0]
        return message(
            "ledger.no_items.which",
            columns=header.strangers[:8],
            need=message(f"headers.needs_{need}"),
            field=label(_EXAMPLES[need]),
            column=header.strangers[0],
        )
    if header and header.lacking == ("customer",):
        return message("ledger.no_items.nobody")
    if header and any(field_named(cell, "items") == "net_amount" for cell in header.cells):
        return message("ledger.no_items.net")
    return message("ledger.no_items.fix")


def _lacking_customers(found: FoundSheet) -> FoundSheet:
    """A sheet of documents that names nobody: no column, no heading, no title does."""
    if found.header is None:
        return found
    header = replace(found.header, role="", lacking=("customer",))
    return replace(found, header=header, role="", why=header.why)


def _refuse_empty(gathered: Gathered) -> None:
    """No usable item at all: the first reasons are in the error itself."""
    if any(sheet.draft.rows for sheet in gathered.items):
        return
    if nobody := [s.found for s in gathered.items if not s.names_customers]:
        raise _nothing_found([_lacking_customers(found) for found in nobody])
    names = [f"{s.found.file}!{s.found.name}" for s in gathered.items]
    told = [p for sheet in gathered.items for p in sheet.place.told()]
    lost = [p for p in told if p.severity is Severity.EXCLUDED][:3]
    if not lost:
        raise LedgerError(message("ledger.no_rows", sheets=names), message("ledger.empty_file.fix"))
    reasons = [message("ledger.at_cell", cell=f"{p.sheet}!{p.cell}", said=p.said) for p in lost]
    raise LedgerError(
        message("ledger.nothing_usable", sheets=names, reasons=reasons),
        message("ledger.nothing_usable.fix"),
    )
