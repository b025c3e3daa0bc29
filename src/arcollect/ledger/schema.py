"""The canonical ledger: column names, types and invariants. Nobody else spells them.

Frames hold text as pandas `category` with "" for blank (never NaN), so that a
customer called "NA" is a customer; money as `int64` minor units of the row's
currency; dates as `datetime64[s]` with NaT for none; flags as `bool`.

Signs: in `items` debit > 0, credits and receipts < 0; in `receipts` > 0 is money in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from arcollect.errors import Message, Problem

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.ledger.cells.amounts import Scaled
    from arcollect.ledger.log.row import LogRow


class ItemKind(StrEnum):
    """What a row of `items` is."""

    INVOICE = "invoice"
    CREDIT = "credit"  # red-letter invoice, credit note
    RECEIPT = "receipt"  # money in, booked among the items
    OPENING = "opening"  # opening balance
    BILL = "bill"  # 应收票据: bank or commercial acceptance bill in hand (U-03)


class RowClass(StrEnum):
    """What a row of a sheet is; every row has exactly one class."""

    TITLE = "title"
    HEADER = "header"
    GROUP = "group"  # group header: a customer's name alone, filled down
    ITEM = "item"
    LINE = "line"  # a further line of an invoice whose total is counted once
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    BLANK = "blank"
    UNUSABLE = "unusable"  # bad amount or customer: listed, with its amount


# items ---------------------------------------------------------------------
TEXT_FIELDS = (
    "company",
    "customer_key",
    "customer_code",
    "customer",
    "document_no",
    "invoice_no",
    "order_no",
    "contract_no",
    "kind",
    "terms",
    "currency",
    "salesperson",
    "department",
    "region",
    "industry",
    "goods",
    "remark",
    "customer_type",
    "dispute_reason",
    "fee_clause",
    "bill_no",
    "guarantor",
    "delivery_proof",
    "operator",
    "approver",
    "collector",
    "contract_signer",
    "customer_tax_id",
)
DATE_FIELDS = (
    "issue_date",
    "delivery_date",
    "due_date",
    "stated_due_date",
    "settled_date",
    "invoice_received_date",
    "acceptance_date",
    "bill_maturity",
    "signed_date",
    "guarantee_end_date",
    "entry_date",
)
MONEY_FIELDS = ("amount_minor", "paid_minor", "open_minor", "disputed_minor")
FLAG_FIELDS = ("is_bad_debt", "is_related_party", "is_retention", "is_disputed", "is_written_off")
ITEM_COLUMNS = (
    "source",
    "sheet",
    "row",  # file name, sheet name, Excel row (1-based)
    *TEXT_FIELDS,
    *DATE_FIELDS,
    *MONEY_FIELDS,
    "base_minor",
    "base_for_minor",
    "fee_rate_per_day",
    *FLAG_FIELDS,
    "due_from",
    "inherited",
)
"""Columns of `Ledger.items`.

stated_due_date: the due date as the file prints it; due_date: the one used.
due_from: category, where `due_date` comes from: "column", "terms:row",
"terms:customer", "terms:policy", "issue" or "" (none).
inherited: names of the fields that the customers sheet filled in where the row says
nothing, with a space between; "policy-terms" for terms that hold by default.
operator, approver, collector, contract_signer: who entered, checked, collects and signed
(制单人, 审核人, 催收员, 合同签订人); entry_date: the day on which the row was entered.
amount_minor: the document's amount; paid_minor: paid so far as the file says (0 when
there is no such column); open_minor: the balance as the file says, else amount - paid
(settled rows keep their amount in open_minor when only a settled date closes them:
`position` decides by the as-of date).
base_minor, base_for_minor: by the file's own base-currency column so much base money is
so much document money (both > 0; 0 and 0 where it says nothing or nobody asked).
fee_rate_per_day: float64 from the file, NaN for none (0.0005 is 万分之五).
"""

RECEIPT_COLUMNS = (
    "source",
    "sheet",
    "row",
    "date",
    "company",
    "customer_key",
    "customer",
    "currency",
    "amount_minor",
    "reference",
    "payer",
    "method",
    "bill_no",
    "bill_maturity",
    "is_dishonoured",
    "remark",
    "cashier",
    "payer_account",
)
"""Columns of `Ledger.receipts`: amount_minor > 0 is money in; reference names the
document it pays ("" when undesignated); method: category "cash" or "bill"; cashier: who
of us handled the money (出纳); payer_account: the account that it came from."""

CUSTOMER_COLUMNS = (
    "source",
    "sheet",
    "row",
    "filled",  # JSON: field -> [source, sheet, row] where another row filled it in
    "company",
    "customer_key",
    "customer_code",
    "customer",
    "customer_type",
    "industry",
    "region",
    "salesperson",
    "department",
    "terms",
    "credit_limit_minor",
    "currency",
    "language",
    "channel",
    "address",
    "is_bad_debt",
    "is_related_party",
    "flags",
    "last_letter_level",
    "last_letter_date",
    "fee_clause",
    "fee_rate_per_day",
    "contract_no",
    "annual_purchases_minor",
    "open_orders_minor",
    "limit_approver",
    "assets_minor",
    "recovery_chance",
    "debt_ratio",
    "customers_lost",
    "contact_changes",
    "score_inputs",
    "credit_updated_date",
    "customer_since_date",
    "remark",
    "customer_tax_id",
    "bank_account",
    "collector",
    "collector_since_date",
    "contract_signer",
    "approved_limit_minor",
    "debt_type",
    "debt_project",
    "project_progress",
    "funding_source",
)
"""Columns of `Ledger.customers`; customer_type: "" | large | public | sme | other
(大型企业, 机关/事业单位, 中小企业); flags: words separated by ";" ("lost", "refuses",
"bankrupt", "wilful", "cash-tight", "dishonest-list", "transfer-risk", "litigation",
"no-assignment");
last_letter_level: "" | "L0" … "L4" as typed in (已发函级别); more flags: "profit-down",
"bank-overdue", "core-lost", "line-stopped", "industry-policy", "legal-rep-change",
"equity-change", "tax-abnormal" (R003-25, R003-48, R003-59, R003-86). debt_ratio,
recovery_chance and customers_lost: exact shares as text ("0.715"), contact_changes a
whole number as text, "" where nothing is known; assets_minor: what can be enforced into,
0 for unknown; score_inputs: "name=points" pairs (R003-29); approved_limit_minor: the
credit limit as it was approved, 0 for unknown; debt_type: project | dealer |
manufacturer, or the words as typed (R002-02, R002-03)."""

CONTACT_COLUMNS = (
    "source",
    "sheet",
    "row",
    "customer_key",
    "customer",
    "contact",
    "role",
    "title",
    "phone",
    "email",
    "department",
    "address",
)
"""Columns of `Ledger.contacts`; role: purchasing | finance | owner | executive | other."""

SALES_COLUMNS = (
    "source",
    "sheet",
    "row",
    "company",
    "customer_key",
    "customer",
    "year",
    "month",
    "currency",
    "amount_minor",
)
"""Columns of `Ledger.sales`; month 0 = the whole year; customer_key "" = all customers."""


@dataclass(frozen=True, slots=True)
class Match:
    """One mapped column: where it stands, what it says, what it means."""

    field: str
    header: str
    column: int  # 0-based
    sample: str = ""
    how: str = "alias"  # alias | flag | policy | profile


@dataclass(frozen=True, slots=True)
class SheetReading:
    """How one sheet was understood."""

    file: str
    sheet: str
    role: str  # items | receipts | customers | contacts | sales | "" (not used)
    header_row: int = 0  # Excel row (1-based) of the header's last line, 0 = none found
    matches: tuple[Match, ...] = ()
    unmapped: tuple[str, ...] = ()
    why_unused: Message | None = None
    hidden: bool = False
    hidden_rows: int = 0
    hidden_columns: tuple[str, ...] = ()
    filtered: bool = False
    header: tuple[tuple[str, ...], ...] = ()  # the header's lines as printed
    scaled: Mapping[str, Scaled] = field(default_factory=dict)  # fields in another unit (万元)


@dataclass(frozen=True, slots=True)
class ClassTotal:
    """How many rows of a class, and their money by currency in minor units.

    money: the balance column's (else amount's) money, of receipts what came in; empty
    where a class carries none. role: what the sheet is (see `SheetReading`).
    """

    file: str
    sheet: str
    row_class: RowClass
    rows: int
    money: Mapping[str, int] = field(default_factory=dict)
    role: str = "items"


@dataclass(frozen=True, slots=True)
class PrintedTotal:
    """A total that the file itself prints, against ours (a warning when they differ)."""

    sheet: str
    cell: str
    label: str
    field: str  # amount_minor | paid_minor | open_minor
    printed_minor: int
    computed_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Control:
    """Every row of the file, by class, with its money: the tie-out (invariant 1).

    For each sheet: rows by class add up to `sheet_rows`; money of all item and unusable
    rows equals the plain sum of the sheet's money column less total and subtotal rows.
    """

    classes: tuple[ClassTotal, ...]
    printed: tuple[PrintedTotal, ...] = ()
    sheet_rows: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the figures come from."""

    files: tuple[str, ...]
    sha256: str
    readings: tuple[SheetReading, ...]
    form: str  # open-items | settlement | items+receipts | journal | invoice-lines
    cutoff: dt.date | None = None
    cutoff_from: str = ""  # "明细!A2", "file name", "flag"
    language: str = "zh"
    money_field: str = "open_minor"  # which money the control totals count
    has: frozenset[str] = frozenset()  # fields mapped in items, e.g. "due_date", "open_minor"
    date_order: Mapping[str, str] = field(default_factory=dict)
    profiles: tuple[str, ...] = ()  # remembered ways of reading that were used


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the file says: frames with the columns above, and how they were read."""

    items: pd.DataFrame
    receipts: pd.DataFrame
    customers: pd.DataFrame
    contacts: pd.DataFrame
    sales: pd.DataFrame
    source: Source
    control: Control
    problems: tuple[Problem, ...] = ()
    log: tuple[LogRow, ...] = ()  # the contact log sheets (催收记录), as typed


def empty(columns: tuple[str, ...]) -> pd.DataFrame:
    """A frame of no rows with the right column types."""
    import numpy as np  # noqa: PLC0415  (heavy: only where frames are made)
    import pandas as pd  # noqa: PLC0415

    no_text = pd.Categorical([])  # made once: a new one per column takes longer than a file
    types = {name: dtype_of(name) for name in columns}
    return pd.DataFrame(
        {n: no_text if t == "category" else np.empty(0, dtype=t) for n, t in types.items()}
    )


def dtype_of(name: str) -> str:
    """The pandas dtype of a canonical column, by its name."""
    if name.endswith("_minor") or name in {"row", "year", "month"}:
        return "int64"
    if name.endswith(("_date", "_maturity")) or name == "date":
        return "datetime64[s]"
    if name.startswith("is_"):
        return "bool"
    if name == "fee_rate_per_day":
        return "float64"
    return "category"
