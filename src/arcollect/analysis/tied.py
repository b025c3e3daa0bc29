"""Does it tie out: from the file's money to the balance at the as-of date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.ledger.schema import RowClass

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.ledger.schema import Ledger


@dataclass(frozen=True, slots=True)
class Bridge:
    """in_file - later - paid = balance = open - unapplied, in minor units of `currency`.

    in_file: money of the usable rows; later: of documents issued after the as-of date;
    paid: received or settled up to that date (negative where payments were rolled back).
    """

    currency: str
    in_file_minor: int
    later_minor: int
    paid_minor: int
    balance_minor: int
    open_minor: int
    unapplied_minor: int


def balances(ledger: Ledger, position: Position | None, company: str = "") -> dict[str, int]:
    """The ledger's own balance by currency, of one own company or of all ("").

    Open debits less unapplied credits where a position could be taken, else the plain
    sum of balances in the file. Minor units.
    """
    if position is None:
        return dict(_sums(ledger, "items", "open_minor", company))
    total = _sums(position, "open", "open_minor", company)
    total.subtract(_sums(position, "credits", "unapplied_minor", company))
    return dict(total)


def bridges(ledger: Ledger, position: Position) -> Iterator[Bridge]:
    """How the file's money becomes the balance, for each currency where they differ."""
    opened = _sums(position, "open", "open_minor", "")
    apart = _sums(position, "credits", "unapplied_minor", "")
    for currency, minor in sorted(_in_file(ledger).items()):
        balance = opened[currency] - apart[currency]
        later = position.left_out_minor.get(currency, 0)
        if minor != balance:
            paid = minor - later - balance
            money = (minor, later, paid, balance, opened[currency], apart[currency])
            yield Bridge(currency, *money)


def _in_file(ledger: Ledger) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in ledger.control.classes:
        if one.role == "items" and one.row_class is RowClass.ITEM:
            total.update(dict(one.money))
    return total


def _sums(of: Ledger | Position, table: str, column: str, company: str) -> Counter[str]:
    frame = getattr(of, table)
    kept = frame[frame["company"] == company] if company else frame
    money = kept.groupby("currency", observed=True)[column].sum()
    return Counter({str(currency): int(minor) for currency, minor in money.items()})
