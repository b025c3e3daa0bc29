"""What a sheet is, by the columns it has."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from arcollect.ledger.headers.match import NOTHING_TOLD, match_columns
from arcollect.ledger.headers.names.fields import ROLES
from arcollect.ledger.headers.running import runs_on

WHO = frozenset({"customer", "customer_code"})
PAPER = frozenset({"document_no", "invoice_no"})
MONEY = frozenset({"amount_minor", "open_minor", "base_amount", "base_open"})
WHEN = frozenset(
    {"issue_date", "due_date", "delivery_date", "settled_date", "invoice_received_date"}
)
OF_DEALS = frozenset({"contract_no", "order_no", "delivery_no", "expected_date"})
MASTER = frozenset(
    {
        "terms", "credit_limit_minor", "customer_type", "language", "channel", "flags",
        "is_bad_debt", "is_related_party", "last_letter_level", "last_letter_date",
        "fee_clause", "fee_rate_per_day", "annual_purchases_minor", "industry", "merge_into",
        "open_orders_minor", "assets_minor", "recovery_chance", "limit_approver",
        "debt_ratio", "customers_lost",
        "debt_type",
        "contact_changes", "score_inputs", "credit_updated_date", "customer_since_date",
        "address", "region", "salesperson",
    }
)  # fmt: skip
MAYBE_OF_A_PERSON = frozenset({"address", "region", "salesperson", "industry"})
PERSON = frozenset({"phone", "email", "role", "title"})

_RUNS_ON = "runs_on"

_HINTS = {
    "receipts": re.compile(
        r"收款|回款|到账|到款|receipt|payments?\b|collections?\b", re.IGNORECASE
    ),
    "sales": re.compile(r"销售(?:月报|年报|收入|额|统计|汇总)|sales\b|revenue", re.IGNORECASE),
    "contacts": re.compile(r"联系人|联络人|contacts?\b", re.IGNORECASE),
    "customers": re.compile(r"客户资料|客户档案|客户信息|customers?\b", re.IGNORECASE),
}


def roles_of(
    cells: Sequence[str],
    *,
    overrides: Mapping[str, str] = NOTHING_TOLD,
    samples: Sequence[Sequence[object]] = (),
) -> dict[str, frozenset[str]]:
    """The fields that a header row would have as each kind of sheet."""
    return {role: _fields(cells, role, overrides, samples) for role in ROLES}


def _fields(
    cells: Sequence[str],
    role: str,
    overrides: Mapping[str, str],
    samples: Sequence[Sequence[object]],
) -> frozenset[str]:
    """Fields with a column, or with several that only the user can tell apart.

    A journal whose balance runs on from row to row has `_RUNS_ON` too.
    """
    matching = match_columns(cells, role=role, overrides=overrides, samples=samples)
    runs = role == "journal" and runs_on({m.field: m.column for m in matching.matches}, samples)
    return matching.fields | {a.field for a in matching.ambiguous} | ({_RUNS_ON} if runs else set())


def role_of(fields: Mapping[str, Collection[str]], title: str = "") -> str:
    """The kind of sheet with these columns, "" for none.

    title: the sheet's name and title rows; it decides only what the columns leave
    open (date, customer, amount may be invoices or receipts). "balances" has
    customers and money but neither date nor document: it cannot be aged.
    """
    for role, is_it in _TESTS:
        if is_it({name: set(names) for name, names in fields.items()}, title):
            return role
    return ""


def lacks(fields: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """What a sheet of items would still need: "customer", "money", "date"."""
    items = set(fields["items"])
    needs = {"customer": WHO, "money": MONEY, "date": WHEN | {"terms"}}
    return tuple(name for name, one_of in needs.items() if not items & one_of)


Fields = Mapping[str, set[str]]


def _is_sales(fields: Fields, title: str) -> bool:
    sales, items = fields["sales"], fields["items"]
    stretches = [name for name in sales if name.startswith("period:")]
    if len(stretches) >= 2 and not items & (PAPER | {"due_date", "open_minor"}):
        return True
    has_period = bool(sales & {"period", "year", "month"})
    if "amount_minor" not in sales or not (has_period or stretches):
        return False
    is_ledger = items & (PAPER | {"due_date", "open_minor"}) or "date" in fields["receipts"]
    return not is_ledger or _hints("sales", title)


def _is_journal(fields: Fields, title: str) -> bool:
    del title
    journal = fields["journal"]
    runs = _RUNS_ON in journal
    has_sides = {"debit_minor", "credit_minor"} <= journal or ("debit_minor" in journal and runs)
    has_place = journal & (WHEN | PAPER | {"day", "summary"})
    return has_sides and bool(has_place) and ("due_date" not in journal or runs)


def _is_receipts(fields: Fields, title: str) -> bool:
    receipts, items = fields["receipts"], fields["items"]
    if not {"date", "amount_minor"} <= receipts or items & {"due_date", "open_minor"}:
        return False
    return not items & MONEY or _hints("receipts", title)


def _is_items(fields: Fields, title: str) -> bool:
    del title
    items = fields["items"]
    return bool(items & (WHO | PAPER) and items & MONEY and items & (WHEN | PAPER))


def _is_contacts(fields: Fields, title: str) -> bool:
    contacts, customers = fields["contacts"], fields["customers"]
    is_person = contacts & PERSON and contacts & WHO and not fields["items"] & MONEY
    is_other = _is_dated(fields) or customers & (MASTER - MAYBE_OF_A_PERSON)
    return bool(is_person) and (not is_other or _hints("contacts", title))


def _is_dated(fields: Fields) -> bool:
    """Whether rows are events (documents, calls), not customers or people."""
    return bool(fields["items"] & (PAPER | WHEN) or "date" in fields["receipts"])


def _is_customers(fields: Fields, title: str) -> bool:
    customers, balances = fields["customers"], fields["balances"]
    master = customers & MASTER
    if not customers & WHO or not master:
        return False
    if _is_dated(fields) and not _hints("customers", title):
        return False
    is_balance_list = "closing" in balances or fields["items"] & MONEY
    return not is_balance_list or len(master) >= 3 or _hints("customers", title)


def _is_balances(fields: Fields, title: str) -> bool:
    del title
    balances, items = fields["balances"], fields["items"]
    if items & OF_DEALS and items & MONEY:
        return False  # contracts, orders, plans: documents that lack a day
    has_money = balances & {
        "closing",
        "opening",
        "debit_minor",
        "base_amount",
        "aging_bucket",
    }
    return bool(balances & WHO and (has_money or items & MONEY))


def _hints(role: str, title: str) -> bool:
    return bool(_HINTS[role].search(title))


_TESTS = (
    ("sales", _is_sales),
    ("journal", _is_journal),
    ("receipts", _is_receipts),
    ("items", _is_items),
    ("contacts", _is_contacts),
    ("customers", _is_customers),
    ("balances", _is_balances),
)
