"""The decisions a report asks for: stop supply, sue, settle, write off (U-16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.views.findings import Findings

SUE_FROM_DAYS = 181  # R000-33
WRITE_OFF_FROM_DAYS = 3 * 365 + 1  # more than three years (U-10, R-LAW-11)
WILFUL = {"wilful", "refuses", "lost", "bankrupt"}
MOST = 12


@dataclass(slots=True)
class _Debt:
    """The overdue money of one customer in one currency, by how old it is."""

    customer_key: str
    overdue_minor: int = 0
    long_minor: int = 0
    oldest_minor: int = 0
    worst_days: int = 0


def decisions_table(found: Findings, lang: Lang) -> Table | None:
    """Candidates only: who, the money concerned, why; the box stays empty.

    Sue counts what is 181 or more days late, write-off what is over three years late;
    items listed apart (retention, related parties …) are no matter for decision.
    """
    rows = list(_decisions(found, lang))[:MOST]
    if not rows:
        return None

    def word(key: str) -> str:
        return text(f"boss.{key}", lang)

    matters, names, currencies, amounts, reasons = zip(*rows, strict=True)
    columns = (
        Column("decision", word("decision"), Kind.TEXT, matters, [Tone.BAD] * len(rows)),
        Column("customer", word("customer"), Kind.TEXT, names, wide=True),
        Column("currency", text("common.currency", lang), Kind.TEXT, currencies),
        Column("amount", word("amount"), Kind.MONEY, amounts),
        Column("why", word("why"), Kind.TEXT, reasons, wide=True),
        Column("yes", word("answer"), Kind.TEXT, [word("box")] * len(rows)),
    )
    return Table("decisions", word("decisions"), columns, (), (word("note"),))


def _decisions(found: Findings, lang: Lang) -> Iterator[tuple[str, str, str, Decimal, str]]:
    flags = _flags(found)
    graded_d = {g.customer_key for g in found.grades.grades if g.letter == "D"}
    debts = sorted(_debts(found).items(), key=lambda pair: -pair[1].overdue_minor)
    for (name, currency), debt in debts:
        marked = flags.get(debt.customer_key, set())
        for key, minor in _matters(debt, marked, is_d=debt.customer_key in graded_d):
            (amount,) = decimals([minor], currency)
            why = text(f"boss.why_{key}", lang, days=debt.worst_days)
            yield text(f"boss.{key}", lang), name, currency, amount, why


def _matters(debt: _Debt, flags: set[str], *, is_d: bool) -> Iterator[tuple[str, int]]:
    if debt.oldest_minor:
        yield "write_off", debt.oldest_minor
    if debt.long_minor:
        yield "sue", debt.long_minor
    if "cash-tight" in flags:
        yield "settle", debt.overdue_minor
    if is_d or flags & WILFUL:
        yield "stop", debt.overdue_minor


def _debts(found: Findings) -> dict[tuple[str, str], _Debt]:
    items = found.aging.items
    late = items[(items["days_past_due"] > 0) & (items["apart"].astype(str) == "")]
    columns = ("customer", "currency", "customer_key", "open_minor", "days_past_due")
    debts: dict[tuple[str, str], _Debt] = defaultdict(lambda: _Debt(""))
    for name, currency, key, minor, days in zip(*(late[c].tolist() for c in columns), strict=True):
        debt = debts[name, currency]
        debt.customer_key = key
        debt.overdue_minor += minor
        debt.worst_days = max(debt.worst_days, days)
        if days >= WRITE_OFF_FROM_DAYS:
            debt.oldest_minor += minor
        elif days >= SUE_FROM_DAYS:
            debt.long_minor += minor
    return debts


def _flags(found: Findings) -> dict[str, set[str]]:
    sheet = found.position.ledger.customers
    pairs = zip(sheet["customer_key"].tolist(), sheet["flags"].tolist(), strict=True)
    return {key: {flag.strip() for flag in str(flags).split(";")} for key, flags in pairs if flags}
