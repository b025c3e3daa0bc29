"""The canonical ledger, put together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from arcollect.errors import Message, Problem, Severity, message
from arcollect.ledger.cells.amounts import Scaled
from arcollect.ledger.cells.texts import Texts, compact, same
from arcollect.ledger.forms.control import (
    class_totals,
    money_field,
    printed_totals,
    table_totals,
)
from arcollect.ledger.forms.cutoff import cutoff
from arcollect.ledger.forms.draft import Draft, join
from arcollect.ledger.forms.gather import Gathered
from arcollect.ledger.forms.identity import companies, name_key
from arcollect.ledger.forms.items.dues import TermsBook, set_due_dates
from arcollect.ledger.forms.items.duplicates import duplicate_problems
from arcollect.ledger.forms.logs import IS_LOG
from arcollect.ledger.forms.merges import MERGED, with_word
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.sheet.unit import MONEY
from arcollect.ledger.forms.tables.build import TableSheet
from arcollect.ledger.forms.tables.people import people_of_items
from arcollect.ledger.headers.normalise import language_of
from arcollect.ledger.schema import (
    CONTACT_COLUMNS,
    CUSTOMER_COLUMNS,
    ITEM_COLUMNS,
    RECEIPT_COLUMNS,
    SALES_COLUMNS,
    Control,
    Ledger,
    SheetReading,
    Source,
    empty,
)
from arcollect.policy import Policy

FROM_CUSTOMERS = ("salesperson", "department", "region", "industry", "customer_type")
MARKS = ("is_bad_debt", "is_related_party")


def ledger_of(
    gathered: Gathered, files: Sequence[str], sha256: str, notes: Sequence[Problem]
) -> Ledger:
    """Frames, source, tie-out and problems of everything that was gathered."""
    for table in gathered.tables():
        own = table.draft.text("company")
        table.draft.texts["company"] = companies(own, gathered.policy.company)
    customers = _customers(gathered)
    items = _dated_items(gathered, customers)
    _from_customers(items, customers)
    _related(items, gathered.policy)
    source, doubts = _source(gathered, files, sha256)
    control = _control(gathered)
    people = _people(gathered)
    problems = [*notes, *_problems(gathered), *duplicate_problems(items), *doubts]
    gathered.items.clear()  # the raw cells have told all: their memory serves the frames
    return Ledger(
        items.frame(ITEM_COLUMNS),
        _receipts(gathered.receipts),
        customers.frame(CUSTOMER_COLUMNS) if customers.rows else empty(CUSTOMER_COLUMNS),
        people,
        _frame(gathered.sales, SALES_COLUMNS),
        source,
        control,
        tuple(problems),
    )


def _dated_items(gathered: Gathered, customers: Draft) -> Draft:
    """The items of all sheets, with their due dates."""
    book = TermsBook(gathered.policy, gathered.options)
    for sheet in gathered.items:
        set_due_dates(sheet, _told(sheet.draft, customers, "terms"), book)
    return join([sheet.draft for sheet in gathered.items])


def _people(gathered: Gathered) -> pd.DataFrame:
    listed = [t.draft for t in gathered.contacts if t.draft.rows]
    drafts = [*listed, *people_of_items([s.draft for s in gathered.items], listed)]
    return join(drafts).frame(CONTACT_COLUMNS) if drafts else empty(CONTACT_COLUMNS)


def _frame(tables: Sequence[TableSheet], columns: tuple[str, ...]) -> pd.DataFrame:
    drafts = [t.draft for t in tables if t.draft.rows]
    return join(drafts).frame(columns) if drafts else empty(columns)


def _receipts(tables: Sequence[TableSheet]) -> pd.DataFrame:
    drafts = [t.draft for t in tables if t.draft.rows]
    for draft in drafts:
        draft.texts["reference"] = draft.text("reference").or_else(draft.text("document_no"))
    return join(drafts).frame(RECEIPT_COLUMNS) if drafts else empty(RECEIPT_COLUMNS)


def _customers(gathered: Gathered) -> Draft:
    """One row per company and customer; what people typed in comes first (U-42).

    A later row only fills what an earlier one leaves blank, and says where it stands;
    flags add up. A customer merged into another (合并到) comes after the one that is kept.
    """
    drafts = [t.draft for t in gathered.customers if t.draft.rows]
    if not drafts:
        return Draft(0)
    every = join(drafts)
    key, company = every.text("customer_key"), every.text("company")
    both = key.codes.astype(np.int64) * len(company.words) + company.codes
    order = np.argsort(~every.text(MERGED).blank, kind="stable")
    _, at, back = np.unique(both[order], return_index=True, return_inverse=True)
    first = order[at]
    if len(first) == every.rows:
        return every
    found = every.where(np.sort(first))
    place, kept = np.argsort(np.argsort(first))[back], set(first.tolist())
    for row, into in zip(order.tolist(), place.tolist(), strict=True):
        if row not in kept:
            _fill(found, into, every, row)
    return found


def _fill(into: Draft, at: int, source: Draft, row: int) -> None:
    filled = json.loads(into.text("filled")[at] or "{}")
    where = [source.text("source")[row], source.text("sheet")[row], int(source.value("row")[row])]
    for name, texts in source.texts.items():
        if not into.texts[name][at] and texts[row]:
            into.texts[name] = with_word(into.texts[name], at, texts[row])
            filled[name] = where
    if filled:
        said = json.dumps(filled, ensure_ascii=False)
        into.texts["filled"] = with_word(into.text("filled"), at, said)
    for name, values in source.arrays.items():
        blank = into.arrays[name][at]
        if name != "row" and (pd.isna(blank) or not blank):
            into.arrays[name][at] = values[row]


def _told(items: Draft, customers: Draft, field: str) -> Texts:
    """What the customers sheet says of each item's customer, company by company (U-06).

    A row of the sheet without company speaks for all of them; an item without company
    takes any row of its customer.
    """
    keys, company = items.text("customer_key"), items.text("company")
    found = same("", items.rows)
    for code in np.unique(company.codes) if customers.rows else ():
        theirs = keys.each(_lookup(_words_by_key(customers, field, company.words[code])))
        mine = np.where(company.codes == code, theirs.codes, 0).astype(np.int32)
        found = found.or_else(Texts(mine, theirs.words))
    return found


def _words_by_key(customers: Draft, field: str, company: str) -> dict[str, str]:
    keys, words, own = (customers.text(n) for n in ("customer_key", field, "company"))
    stated = [i for i in range(customers.rows) if words[i]]
    for_all = {keys[i]: words[i] for i in stated if not (own[i] and company)}
    return for_all | {keys[i]: words[i] for i in stated if company and own[i] == company}


def _from_customers(items: Draft, customers: Draft) -> None:
    """Facts of the customers sheet on the items that lack them; marks are added."""
    keys = items.text("customer_key")
    for field in FROM_CUSTOMERS:
        own, told = items.text(field), _told(items, customers, field)
        items.texts[field] = own.or_else(told)
        _mark(items, field, own.blank & ~told.blank)
    for mark in MARKS:
        flags = customers.value(mark)
        named = customers.text("customer_key")
        marked = {named[i] for i in np.flatnonzero(flags)}
        if marked:
            items.arrays[mark] = items.value(mark) | keys.test(marked.__contains__)


def _mark(items: Draft, field: str, rows: NDArray[np.bool_]) -> None:
    """Remember on these rows that the customers sheet has filled in `field`."""
    if not rows.any():
        return
    marks = items.text("inherited")
    count = len(marks.words)
    words = [*marks.words, *(f"{word} {field}".strip() for word in marks.words)]
    items.texts["inherited"] = compact((marks.codes + rows * count).astype(np.int32), words)


def _lookup(known: Mapping[str, str]) -> Callable[[str], str]:
    return lambda key: known.get(key, "")


def _related(items: Draft, policy: Policy) -> None:
    """Mark related parties: by the policy's names, or by its words in the type column."""
    names = {name_key(n) for n in policy.exclude.related_parties}
    words = [w.casefold() for w in policy.exclude.related_words]
    related = items.value("is_related_party")
    if names:
        related = related | items.text("customer").test(lambda n: name_key(n) in names)
        related = related | items.text("customer_code").test(lambda n: name_key(n) in names)
    typed = items.text("customer_type")
    related = related | typed.test(lambda t: any(w in t.casefold() for w in words))
    items.arrays["is_related_party"] = related


def _source(gathered: Gathered, files: Sequence[str], sha256: str) -> tuple[Source, list[Problem]]:
    best, doubts = cutoff(gathered.found, files, gathered.options.balances_as_of)
    has = frozenset(f for s in gathered.items for f in s.body.raw)
    if has >= {"month", "day"}:  # 年, 月, 日 in three columns
        has |= {"issue_date"}
    if gathered.is_closed_by_status:  # the file knows what was paid, as of its own day
        has |= {"paid_minor"}
    orders = {k: v for s in gathered.items for k, v in s.date_order.items()}
    headers = [m.header for s in gathered.items for m in s.body.matches.values()]
    source = Source(
        tuple(files),
        sha256,
        tuple(_reading(f, gathered) for f in gathered.found),
        _form(gathered, has),
        best.day,
        best.said_by,
        language_of(headers),
        money_field(gathered.items),
        has,
        orders,
        tuple(dict.fromkeys(f.profile for f in gathered.found if f.profile and f.role)),
    )
    return source, doubts


def _reading(found: FoundSheet, gathered: Gathered) -> SheetReading:
    """How the sheet was understood, with the units of its amounts."""
    mine = [s.body for s in gathered.items if s.found is found]
    cells = {f: body.money(f) for body in mine for f in MONEY if body.has(f)}
    scaled = {
        f: Scaled(m.column, found.first, m.factor) for f, m in cells.items() if m and m.factor != 1
    }
    return replace(found.reading(), scaled=scaled)


def _form(gathered: Gathered, has: frozenset[str]) -> str:
    """Which form the ledger has (see the schema's `Source`)."""
    if any(s.found.role == "journal" for s in gathered.items):
        return "journal"
    if gathered.by_line:
        return "invoice-lines"
    if "open_minor" in has:
        return "open-items"
    if gathered.receipts and "paid_minor" not in has:
        return "items+receipts"
    return "settlement" if "settled_date" in has else "open-items"


def _control(gathered: Gathered) -> Control:
    read = {id(s.found): class_totals(s) for s in gathered.items}
    read |= {id(s.found): table_totals(s) for s in gathered.tables()}
    used = [f for f in gathered.found if id(f) in read]
    classes = [total for found in used for total in read[id(found)]]
    printed = tuple(p for s in gathered.items for p in printed_totals(s))
    rows = {(f.file, f.name): f.sheet.facts.rows for f in used}
    return Control(tuple(classes), printed, rows)


def _problems(gathered: Gathered) -> Iterator[Problem]:
    """Problems sheet by sheet, then those of the whole."""
    for sheet in gathered.items:
        yield from sheet.place.told()
    for table in gathered.tables():
        yield from table.place.told()
    for found in gathered.found:
        yield from _sheet_notes(found)
    yield from gathered.directory.problems()


def _sheet_notes(found: FoundSheet) -> Iterator[Problem]:
    """Why a sheet is not used, and what was chosen among its columns.

    A contact log is read, only not as a ledger: it is told as what it is.
    """

    def told(severity: Severity, said: Message) -> Problem:
        return Problem(severity, said, found.file, found.name)

    if found.why is not None and found.head:
        is_told = found.sheet.hidden or found.why.key == "ledger.sheet_payables"
        severity = Severity.WARNING if is_told else Severity.NOTICE
        is_log = found.why.key == IS_LOG
        said = found.why if is_log else message("ledger.sheet_unused", why=found.why)
        yield told(severity, said)
    if found.role and found.sheet.hidden:
        yield told(Severity.WARNING, message("ledger.sheet_hidden_used"))
    if found.matching is not None and found.role:
        yield from (told(Severity.WARNING, note) for note in found.matching.notes)
        yield from (told(Severity.NOTICE, d.said) for d in found.matching.ambiguous)
