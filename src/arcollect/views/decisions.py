"""The decisions a report asks for: stop supply, sue, settle, write off (U-16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.keys import PARTY
from arcollect.analysis.rates import in_base
from arcollect.analysis.years import years_before
from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.views.findings import Findings

SUE_FROM_DAYS = 181  # R000-33
WRITE_OFF_YEARS = 3  # more than three calendar years (U-10, R-LAW-11)
WILFUL = {"wilful", "refuses", "lost", "bankrupt"}
MOST = 12

Party = tuple[str, ...]  # company, customer key, currency


@dataclass(slots=True)
class _Debt:
    """What one customer owes one own company late in one currency, by how old it is."""

    name: str
    overdue_minor: int = 0
    long_minor: int = 0
    oldest_minor: int = 0
    worst_days: int = 0


def decisions_table(found: Findings, lang: Lang) -> Table | None:
    """Candidates only: who, the money concerned, why; the box stays empty.

    Sue counts what is 181 or more days late, write-off what is over three years late;
    items listed apart (retention, related parties …) are no matter for decision.
    """
    every = list(_decisions(found, lang))
    rows, rest = every[:MOST], len(every) - MOST
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
    more = (text("boss.more", lang, count=rest),) if rest > 0 else ()
    return Table("decisions", word("decisions"), columns, (), (*more, word("note")))


def _decisions(found: Findings, lang: Lang) -> Iterator[tuple[str, str, str, Decimal, str]]:
    flags = _flags(found)
    graded_d = {g.customer_key for g in found.grades.grades if g.letter == "D"}
    debts = sorted(_debts(found).items(), key=lambda pair: -_worth(pair, found))
    several = len({company for (company, _, _), _ in debts}) > 1
    for (company, customer, currency), debt in debts:
        name = f"{debt.name} · {company}" if several and company else debt.name
        for key, minor in _matters(debt, flags.get(customer, set()), is_d=customer in graded_d):
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


def _worth(debt: tuple[Party, _Debt], found: Findings) -> Fraction:
    """Overdue money in base currency; without a rate it comes last, never first."""
    (_, _, currency), amounts = debt
    return in_base(amounts.overdue_minor, currency, found.policy) or Fraction(0)


def _debts(found: Findings) -> dict[Party, _Debt]:
    """Never one sum of two own companies, or of two customers of one name (U-06)."""
    items = found.aging.items
    late = items[(items["days_past_due"] > 0) & (items["apart"].astype(str) == "")]
    oldest = np.datetime64(years_before(found.position.as_of, WRITE_OFF_YEARS), "s")
    parties = zip(*(late[c].tolist() for c in PARTY), strict=True)
    facts = zip(
        late["customer"], late["open_minor"], late["days_past_due"],
        late["due_date"] < oldest, strict=True,
    )  # fmt: skip
    debts: dict[Party, _Debt] = {}
    for party, (name, minor, days, is_old) in zip(parties, facts, strict=True):
        debt = debts.setdefault(party, _Debt(str(name)))
        debt.overdue_minor += int(minor)
        debt.worst_days = max(debt.worst_days, int(days))
        if is_old:
            debt.oldest_minor += int(minor)
        elif days >= SUE_FROM_DAYS:
            debt.long_minor += int(minor)
    return debts


def _flags(found: Findings) -> dict[str, set[str]]:
    sheet = found.position.ledger.customers
    pairs = zip(sheet["customer_key"].tolist(), sheet["flags"].tolist(), strict=True)
    return {key: {flag.strip() for flag in str(flags).split(";")} for key, flags in pairs if flags}
