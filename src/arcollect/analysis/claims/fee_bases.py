"""Which right a document has: its own row's, its contract's, its customer's, the law's."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pandas as pd

from arcollect.analysis.claims.fee_basis import FeeBasis, NoBasis, by_lpr
from arcollect.analysis.claims.lpr import LPR_CURRENCY, LPR_SINCE, LprTable, annual
from arcollect.policy.companies import own_company

if TYPE_CHECKING:
    from arcollect.analysis.keys import Flags
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy
    from arcollect.policy.claims.fee import AgreedFee

_LARGE = frozenset({"large", "public"})
_Typed: TypeAlias = tuple[str, Fraction | None]  # clause, rate per day


@dataclass(frozen=True, slots=True)
class Document:
    """What decides about the right to charge for one document."""

    item: int
    company: str
    customer_key: str
    customer: str
    currency: str
    due_date: dt.date


@dataclass(frozen=True, slots=True)
class _More:
    """What only the ledger's own row says."""

    contract_no: str
    customer_type: str
    signed_date: dt.date | None


class FeeBases:
    """Finds the basis of a document, or the reason why there is none."""

    def __init__(self, ledger: Ledger, policy: Policy) -> None:
        self.policy = policy
        self.items = ledger.items
        self.lpr = LprTable(policy.fee.lpr)
        self.rows = _stated_rows(ledger.items)
        self._smes: dict[str, bool] = {}  # by the ledger's name for our company
        sheet = ledger.customers
        self.customers = dict(_typed(sheet))
        named = zip(sheet["company"], sheet["customer_key"], strict=True)
        self.types = dict(zip(named, sheet["customer_type"].astype(str), strict=True))

    def possible(self, items: pd.DataFrame) -> Flags:
        """Which documents could have a basis: a quick sieve before `of`."""
        if self.policy.fee.basis != "none" or self.policy.fee.agreed:
            return np.ones(len(items), dtype=bool)
        keys = [key for _, key in self.customers]
        by_row = items["item"].isin(list(self.rows))
        return (by_row | items["customer_key"].isin(keys)).to_numpy(bool)

    def of(self, document: Document) -> FeeBasis | NoBasis:
        """The first basis found; a clause without a rate takes the policy's rate.

        In order: the row, the contract or customer agreed in the policy, the customers
        sheet, then what the policy says for all: contract, LPR, SME or nothing. A rate
        is never assumed (U-22); a rate of 0 says that nothing was agreed to be due. Against
        large enterprises and public bodies an SME's agreed rate is never below the LPR
        at signing (R-LAW-01, U-32).
        """
        agreed = self._agreed(document)
        if agreed is not None:
            return self._floored(agreed, document) if agreed.rate_per_day else NoBasis.WAIVED
        match self.policy.fee.basis:
            case "contract":
                found = self._by_policy("policy", self.policy.fee.clause)
                return self._floored(found, document)
            case "lpr":
                return self._by_lpr(document)
            case "sme":
                return self._by_sme(document)
        return NoBasis.NONE

    def _agreed(self, document: Document) -> FeeBasis | None:
        for source, typed in self._written(document):
            if typed and (basis := self._stated(source, *typed)):
                return basis
            if source == "row" and (special := self._special(document)):
                return special
        return None

    def _written(self, document: Document) -> Iterator[tuple[str, _Typed | None]]:
        key = document.customer_key
        yield "row", self.rows.get(document.item)
        sheet = self.customers.get((document.company, key))
        yield "customer", sheet or self.customers.get(("", key))

    def _special(self, document: Document) -> FeeBasis | None:
        if not self.policy.fee.agreed:
            return None
        more = self._more(document.item)
        names = {document.customer, document.customer_key}
        fits = (
            a
            for a in self.policy.fee.agreed
            if (a.contract or a.customer)
            and a.contract in {"", more.contract_no}
            and (not a.customer or a.customer in names)
        )
        best = max(fits, key=lambda a: bool(a.contract), default=None)
        return _special_basis(best) if best else None

    def _stated(self, source: str, clause: str, rate: Fraction | None) -> FeeBasis | None:
        if rate is not None:
            return FeeBasis(source, clause, "flat", rate)
        if self.policy.fee.basis == "contract":
            return self._by_policy(source, clause)
        return None

    def _by_policy(self, source: str, clause: str) -> FeeBasis:
        fee = self.policy.fee
        return FeeBasis(
            source, clause, fee.scheme, fee.rate_per_day, fee.tier_after_days,
            fee.tier_rate_per_day,
        )  # fmt: skip

    def _by_lpr(self, document: Document) -> FeeBasis | NoBasis:
        fee, breach = self.policy.fee, document.due_date + dt.timedelta(days=1)
        if document.currency not in {"", LPR_CURRENCY}:
            return NoBasis.CURRENCY
        if breach < LPR_SINCE:
            return NoBasis.BEFORE_LPR
        found = self.lpr.at(breach)
        if found is None:
            return NoBasis.NO_LPR
        later = self.lpr.changes(breach) if fee.lpr_follows == "changes" else ()
        rates = tuple(annual(lpr, fee) for lpr in later)
        return by_lpr(annual(found, fee), document.due_date, rates)

    def _by_sme(self, document: Document) -> FeeBasis | NoBasis:
        if not self._is_protected(document):
            return NoBasis.NOT_SME
        if document.due_date < self.policy.fee.sme_due_from:
            return NoBasis.BEFORE_SME
        return FeeBasis("sme", "", "flat", self.policy.fee.sme_rate_per_day)

    def _floored(self, basis: FeeBasis, document: Document) -> FeeBasis:
        """Article 17: what an SME agreed with a large debtor is at least the LPR."""
        if not self._is_protected(document):
            return basis
        more = self._more(document.item)
        if more.signed_date is None:
            return basis
        is_old = document.due_date < self.policy.fee.sme_due_from
        lpr = self.lpr.at(more.signed_date)
        if lpr is None or is_old or document.currency not in {"", LPR_CURRENCY}:
            return basis
        plain = self.policy.fee.model_copy(update={"lpr_margin": Fraction(0)})
        return basis.at_least(annual(lpr, plain))

    def _is_protected(self, document: Document) -> bool:
        """Whether we are an SME and the debtor a large enterprise or public body."""
        if not self._is_sme(document.company):
            return False
        more = self._more(document.item)
        key = document.customer_key
        typed = self.types.get((document.company, key)) or self.types.get(("", key), "")
        return (more.customer_type or typed) in _LARGE

    def _is_sme(self, company: str) -> bool:
        if company not in self._smes:
            own = own_company(self.policy, company)
            self._smes[company] = own is not None and own.is_sme
        return self._smes[company]

    def _more(self, item: int) -> _More:
        get = self.items.at
        signed = get[item, "signed_date"]
        return _More(
            str(get[item, "contract_no"]),
            str(get[item, "customer_type"]),
            None if pd.isna(signed) else signed.date(),  # type: ignore[union-attr, arg-type]
        )


def _special_basis(agreed: AgreedFee) -> FeeBasis:
    return FeeBasis(
        "agreed", agreed.clause, agreed.scheme, agreed.rate_per_day, agreed.tier_after_days,
        agreed.tier_rate_per_day,
    )  # fmt: skip


def _typed(sheet: pd.DataFrame) -> Iterator[tuple[tuple[str, str], _Typed]]:
    columns = ["company", "customer_key", "fee_clause", "fee_rate_per_day"]
    for company, key, clause, rate in sheet[columns].itertuples(index=False):
        if clause or not math.isnan(rate):
            yield (str(company), str(key)), (str(clause), _exact(rate))


def _stated_rows(items: pd.DataFrame) -> dict[int, _Typed]:
    stated = (items["fee_clause"] != "") | items["fee_rate_per_day"].notna()
    found = items.loc[stated, ["fee_clause", "fee_rate_per_day"]]
    return {
        int(label): (str(clause), _exact(rate))
        for label, (clause, rate) in zip(found.index, found.itertuples(index=False), strict=True)
    }


def _exact(rate: float) -> Fraction | None:
    """The rate as it was written: 0.0005, not its nearest binary fraction."""
    return None if math.isnan(rate) else Fraction(Decimal(repr(float(rate))))
