"""Which of our own companies a ledger means."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.policy import Policy
    from arcollect.policy.model import Company


def own_company(policy: Policy, name: str) -> Company | None:
    """The own company that the ledger calls `name`, None when the policy has none.

    Compared by name, short name, aliases and English name without regard to
    width, case or spaces (U-06). A ledger that names no company belongs to the
    only one of the policy; with several nobody can tell.
    """
    if not _plain(name):
        return policy.company[0] if len(policy.company) == 1 else None
    return next((c for c in policy.company if _plain(name) in _names(c)), None)


def _names(company: Company) -> set[str]:
    names = (company.name, company.short, company.name_en, *company.aliases)
    return {_plain(n) for n in names} - {""}


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
