"""One customer, one position, every paper."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.analysis.chase.stood import daily_fee, position
from tests.views.chase.cases import COMPANY, CONTACTS, items

from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.chase.papers.draw import draw
from arcollect.analysis.chase.papers.paper import Papers
from arcollect.analysis.chase.papers.wish import Wish
from arcollect.policy import Policy
from arcollect.text import Lang
from arcollect.views.chase.letter import Letter, compose
from arcollect.views.chase.papers.paper import Drawn, compose_papers

CUSTOMER = "甲机械制造有限公司"
WISHES: dict[str, dict[str, Any]] = {
    "stop-supply": {},
    "stop-supply-526": {"orders": ("HT20260815",), "ground": "526"},
    "stop-supply-527": {
        "orders": ("HT20260815",),
        "ground": "527",
        "because": "贵司主要账户已被查封（有裁定书为证）",
    },
    "repayment": {},
    "assignment": {"assignee": "示例商业保理有限公司"},
    "reconciliation": {},
    "partial-payment": {},
}
"""Name of the case: what is asked for."""


@cache
def policy(**papers: object) -> Policy:
    """The own company of the examples; it is a small one."""
    return Policy.model_validate({"company": [{**COMPANY, "is_sme": True}], "papers": papers})


def papers(name: str, ledger: str = "", **papers_policy: object) -> Papers:
    """The papers of one case: three documents, 100,000.00 received and not applied."""
    last = items(1, 1).splitlines()[1].replace("125,000.00", "-100,000.00")
    where = position(ledger or items(3, 98) + last, "2026-10-31", contacts=CONTACTS)
    kind = name.removesuffix("-526").removesuffix("-527")
    wish = Wish(kind, CUSTOMER, **WISHES[name])
    return draw(where, daily_fee(where), policy(**papers_policy), wish)


def drawn(name: str, lang: Lang) -> Drawn:
    """The paper of one case."""
    (made,) = compose_papers(papers(name), policy(), lang)
    return made


def letter(level: str, flag: str, lang: Lang, customer_type: str = "-") -> Letter:
    """A letter to a customer with a flag, its last letter one level below."""
    last = {"L1": "L0", "L2": "L1", "L3": "L2"}[level]
    customers = f"""
        customer  last_letter_level  last_letter_date  flags  customer_type
        {CUSTOMER}  {last}  2026-09-30  {flag}  {customer_type}
    """
    days = {"L1": 45, "L2": 50, "L3": 98}[level]
    where = position(items(2, days), "2026-10-31", customers, CONTACTS)
    (made,) = compose(dun(where, daily_fee(where), policy()), policy(), lang)
    return made
