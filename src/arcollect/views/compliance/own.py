"""What the policy knows when a text is looked through: our names, bank and rates (U-27)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.views.compliance.finding import Known

if TYPE_CHECKING:
    from arcollect.policy import Policy
    from arcollect.policy.model import Company

_NAMES = ("name", "name_en", "bank", "bank_en", "account_name", "account_name_en")


def own_facts(policy: Policy) -> Known:
    """Our companies, their banks and account holders may be named; so much was agreed."""
    fee = policy.fee
    later = fee.tier_rate_per_day if fee.scheme != "flat" else fee.rate_per_day
    rates = (fee.rate_per_day, later) if fee.basis == "contract" else ()
    latest = max(fee.lpr, key=lambda lpr: lpr.since, default=None)
    return Known(
        parties=frozenset(name for company in policy.company for name in _names(company)),
        will_sue=policy.letters.will_sue,
        competitors=policy.lint.competitors,
        words=policy.lint.words,
        rates=rates,
        lpr=latest.rate if latest else None,
    )


def _names(company: Company) -> list[str]:
    named = [str(getattr(company, name)) for name in _NAMES]
    return [name for name in (*named, *company.aliases) if name.strip()]
