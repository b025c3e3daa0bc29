"""By which clause a document may be charged for lateness, and at which rate."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.figures import short_percent
from arcollect.errors import Message, message

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.keys import Flags
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class FeeBasis:
    """A clause with its scheme: flat, or a second rate once `after_days` have passed."""

    source: str  # row | customer | policy
    clause: str
    scheme: str  # flat | tiered | retroactive
    rate_per_day: Fraction
    after_days: int = 0
    later_rate_per_day: Fraction = Fraction(0)

    def pieces(self, days: int) -> tuple[tuple[int, Fraction], ...]:
        """(last day past due, rate per day) of each piece of `days` days past due.

        tiered: days 1-30 at the rate, day 31 on at the second (marginal, X-02);
        retroactive: once day 30 has passed the second rate holds from day 1.
        """
        if self.scheme == "flat" or days <= self.after_days:
            return ((days, self.rate_per_day),)
        later = (days, self.later_rate_per_day)
        if self.scheme == "retroactive" or not self.after_days:
            return (later,)
        return ((self.after_days, self.rate_per_day), later)

    def why(self, disputed: Message) -> Message:
        """The basis in words; `disputed` says what is left out."""
        return message(
            f"claims_why.basis_{self.source}",
            clause=self.clause or message("claims_why.no_number"),
            scheme=self._scheme_said(),
            disputed=disputed,
        )

    def _scheme_said(self) -> Message:
        return message(
            f"claims_why.scheme_{self.scheme}",
            rate=short_percent(self.rate_per_day),
            after=self.after_days,
            later=short_percent(self.later_rate_per_day),
        )


class FeeBases:
    """Finds the basis of a document: its own row, its customer, the policy, or none."""

    def __init__(self, ledger: Ledger, policy: Policy) -> None:
        self.policy = policy
        self.rows = _stated_rows(ledger.items)
        sheet = ledger.customers
        self.customers = {
            (str(company), str(key)): (str(clause), _exact(rate))
            for company, key, clause, rate in sheet[
                ["company", "customer_key", "fee_clause", "fee_rate_per_day"]
            ].itertuples(index=False)
            if clause or not math.isnan(rate)
        }

    def possible(self, items: pd.DataFrame) -> Flags:
        """Which open items could have a basis: a quick sieve before `of`."""
        if self.policy.fee.basis == "contract":
            return np.ones(len(items), dtype=bool)
        keys = [key for _, key in self.customers]
        by_row = items["item"].isin(list(self.rows))
        return (by_row | items["customer_key"].isin(keys)).to_numpy(bool)

    def of(self, item: int, company: str, customer_key: str) -> FeeBasis | None:
        """The first basis found; a clause without a rate takes the policy's rate.

        That needs the policy's basis "contract": a rate is never assumed (U-22).
        """
        typed = self.customers.get((company, customer_key))
        typed = typed or self.customers.get(("", customer_key))
        for source, found in (("row", self.rows.get(item)), ("customer", typed)):
            if found and (basis := self._stated(source, *found)):
                return basis
        if self.policy.fee.basis == "contract":
            return self._by_policy("policy", self.policy.fee.clause)
        return None

    def _stated(self, source: str, clause: str, rate: Fraction | None) -> FeeBasis | None:
        if rate is not None:
            return FeeBasis(source, clause, "flat", rate) if rate > 0 else None
        if self.policy.fee.basis == "contract":
            return self._by_policy(source, clause)
        return None

    def _by_policy(self, source: str, clause: str) -> FeeBasis:
        fee = self.policy.fee
        return FeeBasis(
            source, clause, fee.scheme, fee.rate_per_day, fee.tier_after_days,
            fee.tier_rate_per_day,
        )  # fmt: skip


def _stated_rows(items: pd.DataFrame) -> dict[int, tuple[str, Fraction | None]]:
    stated = (items["fee_clause"] != "") | items["fee_rate_per_day"].notna()
    found = items.loc[stated, ["fee_clause", "fee_rate_per_day"]]
    return {
        int(label): (str(clause), _exact(rate))
        for label, (clause, rate) in zip(found.index, found.itertuples(index=False), strict=True)
    }


def _exact(rate: float) -> Fraction | None:
    """The rate as it was written: 0.0005, not its nearest binary fraction."""
    return None if math.isnan(rate) else Fraction(Decimal(repr(float(rate))))
