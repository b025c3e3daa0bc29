"""Money in: the receipts sheet."""

from __future__ import annotations

import re

import numpy as np

from arcollect.errors import Severity, message
from arcollect.ledger.cells.amounts import Money
from arcollect.ledger.cells.texts import Texts, same
from arcollect.ledger.forms.identity import unruined
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.currency import places_of, row_currencies
from arcollect.ledger.forms.sheet.dating import Dates
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.sheet.hidden import hidden_rows, leave_out_hidden, tell_hidden
from arcollect.ledger.forms.sheet.rows import CODE, Rows
from arcollect.ledger.forms.tables.build import Mask, TableSheet, open_body, table
from arcollect.ledger.options import ReadOptions
from arcollect.ledger.schema import RowClass
from arcollect.numerals import simplified
from arcollect.policy import Policy

PLAIN = ("customer", "reference", "document_no", "payer", "method", "bill_no", "remark", "cashier")
WANTED = frozenset(
    {
        *PLAIN,
        "date",
        "company",
        "customer_code",
        "currency",
        "amount_minor",
        "summary",
        "bill_maturity",
        "is_dishonoured",
        "payer_account",
        "status",
        "payment_state",
        "document_type",
    }
)
_BILL = re.compile(r"承兑|汇票|票据|本票|bill|draft|acceptance", re.IGNORECASE)
_DISHONOURED = re.compile(r"拒付|退票|拒绝付款|未兑付|dishono|bounced|returned", re.IGNORECASE)


def read_receipts(found: FoundSheet, policy: Policy, options: ReadOptions) -> TableSheet:
    """The receipts of a sheet: money in is positive, a refund negative.

    A row without a readable amount or without anybody who paid is excluded and
    listed; an unreadable date keeps its money with a warning.
    """
    body, rows = open_body(found, WANTED)
    hidden = hidden_rows(found, body, rows)
    leave_out_hidden(rows, hidden, options)
    cells = body.money("amount_minor")
    if cells is None:
        return table(found, body, rows, body.nowhere(), PLAIN)
    currency = row_currencies(body, [cells], policy.default_currency)
    money = cells.minor(places_of(currency))
    tell_hidden(body, currency, money.minor, hidden, options)
    nobody = body.text("customer").blank & body.text("customer_code").blank
    nobody &= body.text("payer").blank & body.text("reference").blank
    keep = _usable(body, rows, money, currency, nobody)
    sheet = table(found, body, rows, keep, PLAIN)
    draft, at = sheet.draft, sheet.keep
    draft.arrays["amount_minor"] = money.minor[at]
    draft.texts["currency"] = currency.where(at)
    paid_by = draft.text("payer")
    no_code = Texts(np.where(sheet.draft.text("_code").blank, paid_by.codes, 0), paid_by.words)
    draft.texts["customer"] = draft.text("customer").or_else(no_code)
    account = unruined(body.text("payer_account"), body.ruined.get("payer_account"))
    draft.texts["payer_account"] = account.where(at)
    _dates(sheet, options)
    _bills(sheet)
    return sheet


def _usable(body: Body, rows: Rows, money: Money, currency: Texts, nobody: Mask) -> Mask:
    """Rows with money and somebody who paid; the others are listed with their amount."""
    items = rows.are(RowClass.ITEM)
    no_money = ~money.stated
    for row in np.flatnonzero(items & (no_money | nobody)):
        key = "ledger.receipt_amount" if no_money[row] else "ledger.receipt_nobody"
        minor = None if no_money[row] else int(money.minor[row])
        body.place.tell(
            Severity.EXCLUDED,
            message(key),
            row=int(row),
            column=body.column("amount_minor"),
            raw=body.quote("amount_minor", int(row)),
            money=(minor, currency[int(row)]),
        )
    rows.classes[items & (no_money | nobody)] = CODE[RowClass.UNUSABLE]
    return rows.are(RowClass.ITEM)


def _dates(sheet: TableSheet, options: ReadOptions) -> None:
    body, at = sheet.body, sheet.keep
    dates = Dates(body, ("date", "bill_maturity"), options)
    here = body.nowhere()
    here[at] = True
    for field in ("date", "bill_maturity"):
        if body.has(field):
            read = dates.get(field)
            dates.tell_bad(field, read, here, "ledger.date_unreadable")
            sheet.draft.arrays[field] = read.days[at]


def _bills(sheet: TableSheet) -> None:
    """Mark bills (银行承兑汇票): by the method's words, a bill number or a maturity."""
    body, draft, at = sheet.body, sheet.draft, sheet.keep
    is_bill = draft.text("method").test(lambda w: bool(_BILL.search(simplified(w))))
    is_bill |= ~draft.text("bill_no").blank | ~np.isnat(draft.value("bill_maturity"))
    bill, cash = same("bill", draft.rows), same("cash", draft.rows)
    codes = np.where(is_bill, 2, 1).astype(np.int32)
    draft.texts["method"] = Texts(codes, ["", *cash.words[1:], *bill.words[1:]])
    draft.arrays["is_dishonoured"] = _bounced(body)[at]


def _bounced(body: Body) -> Mask:
    """Bills that came back: by the status, or by the mark, in whatever words it says so."""
    states = [body.text(f) for f in ("status", "payment_state")]
    bounced = np.logical_or(
        *(s.test(lambda w: bool(_DISHONOURED.search(simplified(w)))) for s in states)
    )
    mark = body.text("is_dishonoured")
    worded = mark.test(lambda w: bool(_DISHONOURED.search(simplified(w))))
    bounced |= worded & ~mark.test(lambda w: w.startswith(("未", "否", "无")))
    plain = np.flatnonzero(~worded)
    bounced[plain] |= body.flag("is_dishonoured", plain)
    found: Mask = bounced
    return found
