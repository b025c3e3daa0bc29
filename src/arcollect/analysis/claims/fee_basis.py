"""By which right a document may be charged for lateness, and at which rate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from arcollect.analysis.claims.lpr import Annual
from arcollect.analysis.figures import short_percent
from arcollect.errors import Message, message


class Ground(StrEnum):
    """What a claim for lateness stands on; a letter may only cite this one."""

    CONTRACT = "contract"
    LPR = "lpr"  # 买卖合同解释 18④: nothing was agreed
    SME = "sme"  # 保障中小企业款项支付条例 17


class NoBasis(StrEnum):
    """Why nothing is charged for a document."""

    NONE = "none"  # no clause anywhere
    WAIVED = "waived"  # the ledger says 0 %
    NO_LPR = "no-lpr"  # the table of the policy begins later
    BEFORE_LPR = "before-lpr"
    CURRENCY = "currency"
    NOT_SME = "not-sme"  # we are no SME, or the debtor is neither large nor public
    BEFORE_SME = "before-sme"


@dataclass(frozen=True, slots=True)
class FeeBasis:
    """A right with its scheme: flat, or a second rate once `after_days` have passed."""

    source: str  # row | agreed | customer | policy | lpr | sme
    clause: str
    scheme: str  # flat | tiered | retroactive
    rate_per_day: Fraction
    after_days: int = 0
    later_rate_per_day: Fraction = Fraction(0)
    annual: Annual | None = None  # where the daily rate comes from an LPR
    changes: tuple[tuple[int, Annual], ...] = ()  # (first day past due, another LPR)
    is_floor: bool = False  # raised to the least that article 17 allows

    @property
    def ground(self) -> Ground:
        """Contract, LPR or the regulation for SMEs."""
        return Ground(self.source) if self.source in {"lpr", "sme"} else Ground.CONTRACT

    def pieces(self, days: int) -> tuple[tuple[int, Fraction], ...]:
        """(last day past due, rate per day) of each piece of `days` days past due.

        tiered: days 1-30 at the rate, day 31 on at the second (marginal, X-02);
        retroactive: once day 30 has passed the second rate holds from day 1. An LPR
        that changes cuts where the new one begins.
        """
        if self.changes:
            return self._changing(days)
        if self.scheme == "flat" or days <= self.after_days:
            return ((days, self.rate_per_day),)
        later = (days, self.later_rate_per_day)
        if self.scheme == "retroactive" or not self.after_days:
            return (later,)
        return ((self.after_days, self.rate_per_day), later)

    def rate_on(self, day: int) -> Fraction:
        """The rate of that day past due; on day 0 and before, that of the first day."""
        return next(rate for last, rate in self.pieces(max(day, 1)) if max(day, 1) <= last)

    def at_least(self, floor: Annual) -> FeeBasis:
        """The same basis, no rate of it below a floor (U-32: the LPR at signing)."""
        least = floor.per_day
        low = self.rate_per_day < least
        if not low and (self.scheme == "flat" or self.later_rate_per_day >= least):
            return self
        return replace(
            self,
            rate_per_day=max(self.rate_per_day, least),
            later_rate_per_day=max(self.later_rate_per_day, least),
            annual=floor if low and self.scheme == "flat" else None,
            is_floor=True,
        )

    def why(self, disputed: Message) -> Message:
        """The basis in words; `disputed` says what is left out."""
        facts: dict[str, object] = {"disputed": disputed}
        if self.ground is Ground.LPR and self.annual:
            return message("claims_why.basis_lpr", scheme=_annual_said(self.annual), **facts)
        if self.ground is Ground.SME:
            rate = short_percent(self.rate_per_day)
            return message("claims_why.basis_sme", rate=rate, **facts)
        return message(
            f"claims_why.basis_{self.source}",
            clause=self.clause or message("claims_why.no_number"),
            scheme=self._scheme_said(),
            **facts,
        )

    def _changing(self, days: int) -> tuple[tuple[int, Fraction], ...]:
        rates = [(1, self.rate_per_day), *((first, to.per_day) for first, to in self.changes)]
        begun = [(first, rate) for first, rate in rates if first <= max(days, 1)]
        ends = [first - 1 for first, _ in begun[1:]] + [days]
        return tuple((last, rate) for last, (_, rate) in zip(ends, begun, strict=True))

    def _scheme_said(self) -> Message:
        if self.is_floor and self.annual:
            return message("claims_why.scheme_floor", annual=_annual_said(self.annual))
        return message(
            f"claims_why.scheme_{self.scheme}",
            rate=short_percent(self.rate_per_day),
            after=self.after_days,
            later=short_percent(self.later_rate_per_day),
        )


def by_lpr(found: Annual, due: dt.date, later: tuple[Annual, ...] = ()) -> FeeBasis:
    """LPR and margin from the day of breach; `later` only where the rate follows LPR."""
    changes = tuple(((each.lpr.since - due).days, each) for each in later)
    return FeeBasis("lpr", "", "flat", found.per_day, annual=found, changes=changes)


def _annual_said(found: Annual) -> Message:
    key = "claims_why.annual" if found.margin else "claims_why.annual_plain"
    return message(
        key,
        lpr=short_percent(found.lpr.rate),
        since=found.lpr.since,
        margin=short_percent(found.margin),
        per_year=short_percent(found.per_year),
        basis=found.day_basis,
    )
