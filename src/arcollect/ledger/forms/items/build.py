"""The items of one sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Severity, message
from arcollect.ledger.cells.texts import Texts, same
from arcollect.ledger.forms.draft import Draft, begin
from arcollect.ledger.forms.identity import companies, unruined
from arcollect.ledger.forms.items.amounts import Amounts, Cells, resolve
from arcollect.ledger.forms.items.base import put_base
from arcollect.ledger.forms.items.entered import put_entry_date
from arcollect.ledger.forms.items.kinds import kinds, minus_signs
from arcollect.ledger.forms.items.states import leave_out_void
from arcollect.ledger.forms.items.unlabelled import settle_unlabelled, tell_likely_totals
from arcollect.ledger.forms.journal.entries import entries, entry_days, on_credit_side
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.dating import Dates
from arcollect.ledger.forms.sheet.example import leave_out_examples
from arcollect.ledger.forms.sheet.fill import (
    fill_closed,
    fill_dittos,
    fill_groups,
    fill_merges,
    settle_parents,
)
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.sheet.hidden import hidden_rows, leave_out_hidden, tell_hidden
from arcollect.ledger.forms.sheet.moved import leave_out_cut_amounts, refuse_other_header
from arcollect.ledger.forms.sheet.place import Place
from arcollect.ledger.forms.sheet.rows import CODE, Rows, classify
from arcollect.ledger.forms.sheet.unit import refuse_other_unit, tell_unit, title_unit
from arcollect.ledger.forms.tables.people import PEOPLE
from arcollect.ledger.headers.normalise import as_text
from arcollect.ledger.options import ReadOptions
from arcollect.ledger.schema import (
    DATE_FIELDS,
    FLAG_FIELDS,
    MONEY_FIELDS,
    TEXT_FIELDS,
    RowClass,
)
from arcollect.numerals import simplified
from arcollect.policy import Policy

PLAIN = tuple(f for f in TEXT_FIELDS if f not in {"customer_key", "kind", "currency", "company"})
DATED = tuple(f for f in DATE_FIELDS if f not in {"stated_due_date", "entry_date"})
WHO = frozenset({"customer", "customer_code"})
LINES = ("line_no", "quantity", "unit_price", "net_amount")
WANTED = frozenset(
    {
        *PLAIN,
        *PEOPLE,
        *DATED,
        "entry_date",
        *MONEY_FIELDS,
        *FLAG_FIELDS,
        *LINES,
        "company",
        "currency",
        "fee_rate_per_day",
        "document_type",
        "summary",
        "debit_minor",
        "credit_minor",
        "running_balance",
        "written_off",
        "status",
        "payment_state",
        "deposit_days",
        "shipment_days",
        "acceptance_days",
        "retention_days",
        "warranty",
        "direction",
        "year",
        "month",
        "day",
    }
)
_OF_CUSTOMER = re.compile(
    r"\s*(?:(?:客户(?:名称)?|往来单位(?:名称)?|单位名称|对方单位|户名|customer(?: name)?|account)"
    r"\s*[:：]|(?:(?:会计|明细)?科目(?:名称)?\s*[:：])?\s*\d*\s*应收账款\s*[-—–_/\\])"
    r"\s*(\S.*?)\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年(?:度)?")

Mask = NDArray[np.bool_]


@dataclass(slots=True)
class ItemSheet:
    """A sheet of items or journal entries, read; `draft` holds the usable rows."""

    found: FoundSheet
    body: Body
    rows: Rows
    cells: Cells
    amounts: Amounts
    draft: Draft
    keep: NDArray[np.int64]  # body rows of the draft
    date_order: dict[str, str]

    @property
    def place(self) -> Place:
        """Where its problems are."""
        return self.body.place

    @property
    def names_customers(self) -> bool:
        """Whether a column, a group header or the title names any customer."""
        fields = ("customer", "customer_code")
        return any(self.body.has(f) or not self.body.text(f).blank.all() for f in fields)


def read_items(found: FoundSheet, policy: Policy, options: ReadOptions) -> ItemSheet:
    """Type a sheet's rows, say what each is, and keep the usable items.

    Only a missing or unreadable amount or customer excludes a row; it is listed
    with its amount where that can be read.
    """
    body, rows = _classified(found)
    hidden = hidden_rows(found, body, rows)
    leave_out_hidden(rows, hidden, options)
    grouped = _fill_customers(found, body, rows)
    cells = Cells(body, policy.default_currency)
    items = rows.are(RowClass.ITEM)
    dates = Dates(body, DATED, options)
    if found.role == "journal":
        journal = entries(cells, rows.opening)
        amounts, kind = journal.amounts, journal.kinds
    else:
        amounts = _signed(body, resolve(cells, items), items)
        kind = kinds(body.text("document_type"), rows.opening, _deciding(amounts))
    settle_unlabelled(rows, amounts, grouped=grouped)
    tell_likely_totals(body, rows, amounts)
    tell_hidden(body, cells.currency, amounts.open, hidden, options)
    keep = _usable(found, body, rows, cells, amounts)
    draft = begin(body, keep, (*PLAIN, *PEOPLE))
    at = np.flatnonzero(keep)
    _put_amounts(draft, amounts, at)
    put_base(draft, found, body, amounts, at, policy)
    draft.texts["kind"] = kind.where(at)
    draft.texts["currency"] = cells.currency.where(at)
    _put_who(draft, body, policy, at)
    _put_dates(draft, body, dates, at, journal=found.role == "journal")
    put_entry_date(draft, body, at, options)
    _put_doubts(draft, body, rows, at)
    _put_rest(draft, body, policy, at)
    return ItemSheet(found, body, rows, cells, amounts, draft, at, dates.orders)


def _fill_customers(found: FoundSheet, body: Body, rows: Rows) -> bool:
    """Customers from parents, group headers or the title; whether there were groups."""
    settle_parents(body, rows)
    grouped = fill_groups(body, rows)
    if not grouped:
        fill_closed(body, rows)
    _customer_of_title(found, body)
    leave_out_examples(body, rows)
    return grouped


def _put_who(draft: Draft, body: Body, policy: Policy, at: NDArray[np.int64]) -> None:
    codes = unruined(body.text("customer_code"), body.ruined.get("customer_code"))
    draft.texts["_code"] = codes.where(at)
    draft.texts["company"] = companies(body.text("company"), policy.company).where(at)


def _classified(found: FoundSheet) -> tuple[Body, Rows]:
    """The sheet's cells and what each row is; refused where columns or units change."""
    body = _body(found)
    refuse_other_header(body, found.role)
    rows = classify(body)
    refuse_other_unit(found, body, rows)
    return body, rows


def _body(found: FoundSheet) -> Body:
    matches = found.matching.matches if found.matching else ()
    place = Place(found.file, found.name, found.first)
    wanted = [m for m in matches if m.field in WANTED]
    body = Body(found.sheet, place, wanted, extra=(0, 1), unit=title_unit(found))
    body.told_later = WHO
    body.year = _year_of_header(found)
    tell_unit(body)
    fill_merges(body, found.sheet.facts)
    fill_dittos(body)
    return body


def _year_of_header(found: FoundSheet) -> int:
    """The year that an account prints once above its columns 月 and 日; 0 for none or two."""
    rows = found.head[: found.first] if found.role == "journal" else []
    said = {
        m[1] for row in rows for cell in row for m in [_YEAR.fullmatch(as_text(cell).strip())] if m
    }
    return int(said.pop()) if len(said) == 1 else 0


def _customer_of_title(found: FoundSheet, body: Body) -> None:
    """A sheet without a customer column may name its one customer above the header."""
    if body.has("customer") or body.has("customer_code") or found.header is None:
        return
    for row in found.head[: found.header.row_first]:
        for cell in row:
            text = as_text(cell)
            said = _OF_CUSTOMER.fullmatch(simplified(text))
            if said:
                body.put("customer", same(text[said.start(1) : said.end(1)], body.rows))


def _signed(body: Body, amounts: Amounts, items: Mask) -> Amounts:
    """Minus where the document type or the direction column (余额方向) says credit."""
    flip = minus_signs(body, body.text("document_type"), items, _deciding(amounts))
    flip |= items & on_credit_side(body) & (_deciding(amounts) > 0)
    if not flip.any():
        return amounts
    sign = np.where(flip, -1, 1)
    return Amounts(
        amounts.amount * sign, amounts.paid * sign, amounts.open * sign, amounts.disputed,
        amounts.missing, amounts.bad, amounts.decides,
    )  # fmt: skip


def _deciding(amounts: Amounts) -> NDArray[np.int64]:
    return np.where(amounts.amount != 0, amounts.amount, amounts.open)


def _usable(found: FoundSheet, body: Body, rows: Rows, cells: Cells, amounts: Amounts) -> Mask:
    """Item rows with money and a customer; the others become UNUSABLE and are listed."""
    leave_out_cut_amounts(found, body, rows, amounts.bad)
    leave_out_void(body, rows, amounts.open, cells.currency)
    items = rows.are(RowClass.ITEM)
    nobody = items & body.text("customer").blank & body.text("customer_code").blank
    unusable = items & (amounts.unusable | nobody)
    for row in np.flatnonzero(unusable):
        at = int(row)
        if amounts.unusable[at]:
            _tell_amount(body, cells, amounts, at)
        else:
            _tell_nobody(body, at, (int(amounts.open[at]), cells.currency[at]))
    for field in sorted(WHO):
        body.tell_lost(field, items & ~nobody)
    rows.classes[unusable] = CODE[RowClass.UNUSABLE]
    return rows.are(RowClass.ITEM)


def _tell_nobody(body: Body, row: int, money: tuple[int, str]) -> None:
    """A row without a customer, and why where a formula was to say the name."""
    field = "customer" if body.has("customer") else "customer_code"
    lost = body.lost(field, row)
    said = message("ledger.customer_lost", why=lost) if lost else message("ledger.no_customer")
    body.place.tell(
        Severity.EXCLUDED,
        said,
        row=row,
        column=body.column(field),
        raw=body.quote(field, row),
        remedy=message("ledger.no_customer.fix"),
        money=money,
    )


def _tell_amount(body: Body, cells: Cells, amounts: Amounts, row: int) -> None:
    order = (amounts.decides, "open_minor", "amount_minor", "paid_minor", "credit_minor")
    bad = [f for f in order if f in cells.money and cells.get(f).bad[row]]
    field = bad[0] if bad else amounts.decides
    said = message("ledger.amount_unreadable", why=cells.why(field, row)) if bad else message(
        "ledger.amount_missing")  # fmt: skip
    other = cells.get("amount_minor")
    known = int(other.minor[row]) if bad and other.stated[row] else None
    body.place.tell(
        Severity.EXCLUDED,
        said,
        row=row,
        column=body.column(field),
        raw=body.quote(field, row),
        remedy=message("ledger.amount_unreadable.fix"),
        money=(known, cells.currency[row]),
    )


def _put_amounts(draft: Draft, amounts: Amounts, at: NDArray[np.int64]) -> None:
    draft.arrays["amount_minor"] = amounts.amount[at]
    draft.arrays["paid_minor"] = amounts.paid[at]
    draft.arrays["open_minor"] = amounts.open[at]
    draft.arrays["disputed_minor"] = amounts.disputed[at]


def _put_dates(
    draft: Draft, body: Body, dates: Dates, at: NDArray[np.int64], *, journal: bool
) -> None:
    here = np.zeros(body.rows, dtype=bool)
    here[at] = True
    for field in DATED:
        if not body.has(field) and not (journal and field == "issue_date"):
            continue
        read = dates.get(field)
        key = "ledger.due_date_unreadable" if field == "due_date" else "ledger.date_unreadable"
        dates.tell_bad(field, read, here, key)
        if journal and field == "issue_date":
            read = entry_days(body, read)
        name = "stated_due_date" if field == "due_date" else field
        draft.arrays[name] = read.days[at]
    if not journal and not body.has("issue_date"):
        _date_by_delivery(draft, body)


def _date_by_delivery(draft: Draft, body: Body) -> None:
    """A sheet whose only day of a sale is that of its delivery dates its documents by it."""
    days = draft.arrays.get("delivery_date")
    if days is None or np.isnat(days).all():
        return
    draft.arrays["issue_date"] = days
    said = message("reading.delivery_is_issue", header=body.header("delivery_date"))
    body.place.tell(Severity.NOTICE, said, column=body.column("delivery_date"))


def _put_doubts(draft: Draft, body: Body, rows: Rows, at: NDArray[np.int64]) -> None:
    """An opening balance (期初余额) has no date of its own; a cut number names nothing."""
    if "issue_date" in draft.arrays:
        days = draft.arrays["issue_date"].copy()
        days[rows.opening[at]] = np.datetime64("NaT")
        draft.arrays["issue_date"] = days
    field = "document_no" if body.has("document_no") else "invoice_no"
    draft.arrays["is_ruined"] = body.ruined.get(field, body.nowhere())[at]


def _put_rest(draft: Draft, body: Body, policy: Policy, at: NDArray[np.int64]) -> None:
    for field in FLAG_FIELDS:
        draft.arrays[field] = body.flag(field, at)
    disputed = draft.arrays["is_disputed"]
    whole = disputed & (draft.value("disputed_minor") == 0)
    draft.arrays["disputed_minor"] = np.where(
        whole, draft.arrays["open_minor"], draft.value("disputed_minor")
    )
    draft.arrays["is_disputed"] = disputed | (draft.value("disputed_minor") != 0)
    if body.has("fee_rate_per_day"):
        here = np.isin(np.arange(body.rows), at)
        draft.arrays["fee_rate_per_day"] = body.rates("fee_rate_per_day", here)[at]
    if body.has("summary"):
        summary = body.text("summary").where(at)
        draft.texts["remark"] = draft.text("remark").or_else(summary)
    words = tuple(w.casefold() for w in policy.exclude.retention_words if w)
    for texts in (draft.text("remark"), draft.text("goods"), body.text("document_type").where(at)):
        draft.arrays["is_retention"] = draft.arrays["is_retention"] | _mentions(texts, words)


def _mentions(texts: Texts, words: tuple[str, ...]) -> Mask:
    return texts.test(lambda t: bool(t) and any(w in simplified(t.casefold()) for w in words))
