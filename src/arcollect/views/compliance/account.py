"""What is true of one customer's account: the figures a text may state (W-09)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from arcollect.money import from_minor
from arcollect.views.compliance.figures import plain
from arcollect.views.compliance.finding import Known

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.analysis.position import Position

_OF_ITEM = ("amount_minor", "open_minor", "disputed_minor", "credited_minor", "recorded_minor")


def known_of(position: Position, fees: Fees, customer_key: str) -> Known:
    """Names, amounts and days of one customer, over its companies and currencies.

    Amounts: every document's own, what is overdue, demanded net of unapplied money, fees,
    and the sums of these by company and currency; nothing that would have to be guessed.
    """
    open_ = position.open[position.open["customer_key"] == customer_key]
    credits_ = position.credits[position.credits["customer_key"] == customer_key]
    own = [f for f in (*fees.items, *fees.settled) if f.customer_key == customer_key]
    amounts = set(_amounts(open_, credits_))
    amounts |= {_plain(fee.fee_minor, fee.currency) for fee in own}
    amounts |= set(_with_fees(open_, credits_, fees, customer_key))
    late = open_["days_past_due"]
    return Known(
        parties=frozenset(map(str, open_["customer"].unique())),
        amounts=frozenset(amounts),
        days=frozenset(int(n) for n in late[late > 0]),
        rates=tuple(sorted({step.rate_per_day for fee in own for step in fee.steps})),
    )


def _amounts(open_: pd.DataFrame, credits_: pd.DataFrame) -> Iterator[str]:
    for row in open_.to_dict("records"):
        for name in _OF_ITEM:
            yield _plain(int(row[name]), str(row["currency"]))
        yield _plain(int(row["open_minor"]) - int(row["disputed_minor"]), str(row["currency"]))
    for row in credits_.to_dict("records"):
        for name in ("amount_minor", "unapplied_minor"):
            yield _plain(int(row[name]), str(row["currency"]))


def _with_fees(
    open_: pd.DataFrame, credits_: pd.DataFrame, fees: Fees, customer_key: str
) -> Iterator[str]:
    """Sums of one company and currency: open, overdue, net, fee, and net with fee."""
    for (company, currency), rows in open_.groupby(["company", "currency"], observed=True):
        free = credits_[(credits_["company"] == company) & (credits_["currency"] == currency)]
        unapplied = int(free["unapplied_minor"].sum())
        late = rows[rows["days_past_due"] > 0]
        plain_late = late[late["apart"].astype(object) == ""]
        demanded = int((plain_late["open_minor"] - plain_late["disputed_minor"]).sum())
        fee = sum(
            f.fee_minor
            for f in fees.items
            if (f.customer_key, f.company, f.currency) == (customer_key, company, currency)
        )
        sums = (int(rows["open_minor"].sum()), int(late["open_minor"].sum()), demanded)
        for minor in (*sums, unapplied, fee):
            yield _plain(minor, str(currency))
            yield _plain(minor - unapplied, str(currency))
        yield _plain(demanded - unapplied + fee, str(currency))
        yield _plain(demanded + fee, str(currency))


def _plain(minor: int, currency: str) -> str:
    return plain(from_minor(minor, currency))
