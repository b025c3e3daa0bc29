"""What may be written off: inside, in the books, for tax – three lists (X-34)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from arcollect.analysis.claims.governing import is_prc
from arcollect.analysis.rates import in_base, in_yuan
from arcollect.analysis.years import years_before
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

Row = Mapping[Hashable, Any]

_NOT = frozenset({"red-blue", "bill", "retention", "written-off"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One document on one list: internal | books | tax, with the reason."""

    list: str
    company: str
    customer_key: str
    customer: str
    currency: str
    document_no: str
    due_date: dt.date
    days_past_due: int
    open_minor: int
    why: Message


@dataclass(frozen=True, slots=True)
class WrittenOff:
    """One debt written off and still chased (账销案存, U-07)."""

    company: str
    customer: str
    currency: str
    document_no: str
    due_date: dt.date | None
    open_minor: int


def candidates(position: Position, policy: Policy) -> tuple[Candidate, ...]:
    """Open documents that may be written off, each list apart (X-34, R003-78).

    internal: at least 91 days past due; books: more than 3 years past due, or the debtor
    is marked bankrupt or a bad debt; tax (公告 2011-25): more than 3 years, or more than
    one year and at most 50,000 or 1/10,000 of the year's income, per document (G-24).
    Being on a list is no proof: every line still needs its evidence. The tax list is by
    Chinese rules: where they do not govern there is none.
    """
    found = []
    taxed = is_prc(policy, position.open)
    flags = _flags(position)
    day = position.as_of
    items = position.open[position.open["days_past_due"] > 0]
    for row in items.to_dict("records"):
        if row["apart"] not in _NOT:
            reasons = _reasons(row, flags.get(row["customer_key"], frozenset()), day, policy)
            found += [_candidate(name, row, why) for name, why in reasons if taxed or name != "tax"]
    order = ("internal", "books", "tax")
    return tuple(sorted(found, key=lambda c: (order.index(c.list), c.currency, -c.open_minor)))


def written_off(position: Position) -> tuple[WrittenOff, ...]:
    """Every debt written off and still open, largest first (U-07)."""
    rows = position.open[position.open["apart"].astype(object) == "written-off"]
    found = [
        WrittenOff(
            r["company"], r["customer"], r["currency"], r["document_no"],
            r["due_date"].date() if r["has_due_date"] else None, int(r["open_minor"]),
        )
        for r in rows.to_dict("records")
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda w: (w.currency, -w.open_minor, w.customer)))


def _reasons(
    row: Row, flags: frozenset[str], day: dt.date, policy: Policy
) -> Iterator[tuple[str, Message]]:
    """The lists that a document belongs to, each with why."""
    rules, due = policy.provision, row["due_date"].date()
    if row["days_past_due"] >= rules.internal_days:
        yield "internal", message("provision_why.internal", days=rules.internal_days)
    is_old = due < years_before(day, rules.tax_years)
    if is_old:
        yield "books", message("provision_why.books_years", years=rules.tax_years)
    elif red := sorted(flags & {"bankrupt", "bad-debt"}):
        yield "books", message(f"provision_why.books_{red[0].replace('-', '_')}")
    if is_old:
        yield "tax", message("provision_why.tax_years", years=rules.tax_years)
    elif due < years_before(day, rules.tax_small_years) and (why := _small(row, policy)):
        yield "tax", why


def _small(row: Row, policy: Policy) -> Message | None:
    """Whether a document is small enough for tax: an amount in yuan, or a share of income."""
    rules, years = policy.provision, policy.provision.tax_small_years
    money = int(row["open_minor"]), str(row["currency"])
    in_law, value = in_yuan(*money, policy), in_base(*money, policy)
    if in_law is not None and in_law <= Fraction(rules.tax_small_amount):
        limit = f"{rules.tax_small_amount:,.2f}"
        return message("provision_why.tax_small", years=years, limit=limit)
    if value is None or rules.annual_income is None:
        return None
    if value > rules.tax_small_share * Fraction(rules.annual_income):
        return None
    return message("provision_why.tax_share", years=years, income=f"{rules.annual_income:,.2f}")


def _candidate(name: str, row: Row, why: Message) -> Candidate:
    return Candidate(
        list=name,
        company=str(row["company"]),
        customer_key=str(row["customer_key"]),
        customer=str(row["customer"]),
        currency=str(row["currency"]),
        document_no=str(row["document_no"]),
        due_date=row["due_date"].date(),
        days_past_due=int(row["days_past_due"]),
        open_minor=int(row["open_minor"]),
        why=why,
    )


def _flags(position: Position) -> dict[str, frozenset[str]]:
    """Flags of the customers sheet, and bad-debt marks, by customer."""
    customers, items = position.ledger.customers, position.ledger.items
    found: dict[str, frozenset[str]] = {}
    for key, words in zip(customers["customer_key"], customers["flags"], strict=True):
        found[str(key)] = found.get(str(key), frozenset()) | set(str(words).split(";"))
    for frame in (customers, items):
        for key in frame.loc[frame["is_bad_debt"].to_numpy(bool), "customer_key"].unique():
            found[str(key)] = found.get(str(key), frozenset()) | {"bad-debt"}
    return found
