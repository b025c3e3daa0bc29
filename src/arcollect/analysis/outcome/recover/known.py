"""What somebody typed in about a debtor: nothing of it is looked up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.rates import in_base, minor_threshold
from arcollect.money import half_up

if TYPE_CHECKING:
    from decimal import Decimal

    import pandas as pd

    from arcollect.policy import Policy
    from arcollect.policy.outcome.recover import Case


@dataclass(frozen=True, slots=True)
class Known:
    """Facts about the debtor, minor units of the debt's currency; None: nobody knows."""

    assets_minor: int | None = None
    goods_minor: int | None = None
    payables_minor: int | None = None
    insured_minor: int | None = None
    insured_until: dt.date | None = None
    chance: Fraction | None = None


class Knowledge:
    """The command line, the policy's `[[recover.case]]`, the customers sheet: first to speak.

    Amounts of a case are in base currency, those of the sheet in the row's own. In the
    sheet no assets and 0 are the same: nobody knows; only a case can say 0.
    """

    def __init__(self, customers: pd.DataFrame, policy: Policy, typed: Case | None) -> None:
        self.policy, self.typed = policy, typed
        self.sheet: dict[str, tuple[Fraction | None, Fraction | None]] = {}
        names = ("customer_key", "assets_minor", "currency", "recovery_chance")
        for key, minor, code, share in zip(*(customers[n] for n in names), strict=True):
            assets = in_base(int(minor), str(code), policy) if minor > 0 else None
            self.sheet[str(key)] = assets, _part(str(share))

    def of(self, key: str, customer: str, currency: str) -> Known:
        """What is known of one customer; amounts without a rate stay unknown."""
        case = self.typed or self._case(key, customer)
        assets, chance = self.sheet.get(key, (None, None))
        if case is None:
            return Known(self._minor(assets, currency), chance=chance)
        return Known(
            self._minor(assets if case.assets is None else case.assets, currency),
            self._minor(case.goods, currency),
            self._minor(case.payables, currency),
            self._minor(case.insured, currency),
            case.insured_until,
            chance if case.chance is None else case.chance,
        )

    def _case(self, key: str, customer: str) -> Case | None:
        cases = self.policy.recover.case
        return next((case for case in cases if case.customer in {key, customer}), None)

    def _minor(self, amount: Decimal | Fraction | None, currency: str) -> int | None:
        if amount is None:
            return None
        exact = minor_threshold(amount, currency, self.policy)
        return None if exact is None else half_up(exact)


def _part(share: str) -> Fraction | None:
    """A chance as typed in; more than 100 % is none."""
    found = Fraction(share) if share else None
    return None if found is None or found > 1 else found
