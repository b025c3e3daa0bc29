"""Facts of a company that does not exist, to try a template with."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any

from arcollect.analysis.chase.earlier import NOTHING, Earlier
from arcollect.analysis.chase.notice import Demand, Notice, Offer
from arcollect.analysis.chase.papers.paper import Line, Paper
from arcollect.analysis.chase.papers.plan import proposal
from arcollect.analysis.chase.papers.wish import KINDS, Wish
from arcollect.analysis.claims.fee_kept import KeptFee
from arcollect.analysis.claims.late_fee import FeeStep
from arcollect.policy import Policy
from arcollect.text import Lang
from arcollect.views.chase.facts import Occasion, facts
from arcollect.views.chase.papers.facts import paper_facts

AS_OF = dt.date(2026, 10, 31)
_DUE = dt.date(2026, 7, 25)
_ONE_DAY = dt.timedelta(days=1)
_DAYS = 98
_AMOUNT = 180_000_00
_FEE = 8_820_00  # 180,000.00 × 0.05 % × 98 days
_OWN = {
    "name": "示例传动设备有限公司", "name_en": "Sample Drives Co., Ltd.", "short": "示例传动",
    "address": "示例市示例路100号", "address_en": "100 Sample Road, Sample City",
    "phone": "000-5550 0100", "email": "ar@example.com", "contact": "张敏",
    "contact_en": "Zhang Min", "signer": "沈知远", "signer_en": "Shen Zhiyuan",
    "signer_title": "财务经理", "signer_title_en": "Finance Manager", "bank": "示例银行示例支行",
    "bank_en": "Sample Bank", "bank_account": "0000 0000 0000 0001", "is_sme": True,
}  # fmt: skip
_DIFFICULTY = {
    Lang.ZH: "近期原材料价格上涨，我司资金周转较紧，恳请理解。",
    Lang.EN: "Material prices have risen of late and our own cash is tight.",
}
_EARLIER = Earlier(
    dt.date(2026, 9, 18), "催字〔2026〕000号", dt.date(2026, 9, 28), is_about_all=True,
    promised_on=dt.date(2026, 9, 25), promised_for=dt.date(2026, 10, 15),
    promised_minor=50_000_00, missing_minor=30_000_00,
)  # fmt: skip
_OFFER = Offer("discount", dt.date(2026, 11, 2), "沈知远", share=Fraction(5, 100))
_BARE = Policy.model_validate({"company": [{"name": _OWN["name"]}]})


def samples(template: str, lang: Lang) -> tuple[dict[str, Any], ...]:
    """Contexts of a template: with every fact, and with the mandatory ones alone (U-21).

    A template that can be filled with both has no sentence that breaks when an
    optional fact is missing.
    """
    return (_context(template, lang, _rich(lang)), _context(template, lang, _BARE))


@cache
def _rich(lang: Lang) -> Policy:
    """A policy with everything filled in."""
    letters = {"own_difficulty": _DIFFICULTY[lang], "will_sue": True}
    return Policy.model_validate(
        {"company": [_OWN], "letters": letters, "papers": {"good_practice": True}}
    )


def _context(template: str, lang: Lang, policy: Policy) -> dict[str, Any]:
    is_full = policy is not _BARE
    notice = _full(template, lang) if is_full else _bare(template)
    on = Occasion(AS_OF, AS_OF, policy, policy.company[0], "催字〔2026〕001号", lang)
    if template not in KINDS:
        return facts(notice, on)
    return paper_facts(_paper(template, notice, policy), on)


def _full(template: str, lang: Lang) -> Notice:
    """A notice with everything known, two items, a fee and money not yet applied."""
    people = ("王建国", "总经理") if lang is Lang.ZH else ("Ms Wang", "General Manager")
    desks = ("李敏", "赵云") if lang is Lang.ZH else ("Mr Li", "Ms Zhao")
    step = FeeStep(_DUE + _ONE_DAY, AS_OF, _DAYS, _AMOUNT, Fraction(5, 10_000), Fraction(_FEE))
    rich = replace(
        _item(), invoice_no="26320000000000000001", order_no="PO-0001", contract_no="HT2026001",
        goods="定制轴承" if lang is Lang.ZH else "bearings", issue_date=dt.date(2026, 5, 26),
        delivery_date=dt.date(2026, 5, 26), terms="月结60" if lang is Lang.ZH else "net 60",
        disputed_minor=20_000_00, fee_minor=_FEE, clause="第8条", fee_steps=(step,),
    )  # fmt: skip
    return replace(
        _bare(template),
        items=(rich, replace(rich, item=1, document_no="AR-0002", due_date=dt.date(2026, 8, 1))),
        gross_minor=2 * _AMOUNT,
        unapplied_minor=0 if "L3" in template or "L4" in template else 60_000_00,
        demand_minor=2 * _AMOUNT,
        not_demanded=(("bill", 30_000_00), ("disputed", 40_000_00)),
        fee_minor=2 * _FEE if _level(template) in {"L3", "L4"} else 0,
        appointment=dt.datetime(2026, 11, 2, 15),  # noqa: DTZ001  (local time)
        addressee=people[0],
        addressee_title=people[1],
        cc=desks,
        cc_titles=("采购经理", "财务主管") if lang is Lang.ZH else ("Purchasing", "Finance"),
        address="示例市示例路8号" if lang is Lang.ZH else "8 Sample Road",
        segment="risk",
        customer_type="large",
        paid_late=(_paid_late(),) if _level(template) in {"L3", "L4"} else (),
        offer=_OFFER if template in {"L1", "L1-short", "L2"} else None,
        earlier=_EARLIER if _level(template) in {"L2", "L3", "L4"} else NOTHING,
    )


def _bare(template: str) -> Notice:
    level = _level(template)
    return Notice(
        company="",
        customer_key="C1",
        customer="示例机械制造有限公司",
        currency="CNY",
        level=level,
        table_level=level,
        level_why=(),
        items=(_item(),),
        gross_minor=_AMOUNT,
        unapplied_minor=0,
        demand_minor=_AMOUNT,
        not_demanded=(),
        fee_minor=0,
        worst_days=_DAYS,
        deadline=dt.date(2026, 11, 9),
        appointment=None,
        addressee="",
        addressee_title="",
        cc=(),
        language="",
        would_improve=(),
        variant=template.partition("-")[2] if template.startswith("L") else "",
    )


def _level(template: str) -> str:
    """L2 of L2-wilful and short-L2; L1-short of itself; L2 of a paper."""
    plain = template.removeprefix("short-")
    known = ("L1-short", "L0", "L1", "L2", "L3", "L4")
    return next((level for level in known if plain.startswith(level)), "L2")


def _item() -> Demand:
    return Demand(
        item=0,
        document_no="AR-0001",
        invoice_no="",
        order_no="",
        contract_no="",
        goods="",
        issue_date=None,
        delivery_date=None,
        terms="",
        due_date=_DUE,
        days_past_due=_DAYS,
        amount_minor=_AMOUNT,
        open_minor=_AMOUNT,
        disputed_minor=0,
        demanded_minor=_AMOUNT,
        fee_minor=0,
    )


def _paid_late() -> KeptFee:
    """9,000.00 due; half paid after 10 days, the rest after 30: 45.00 + 45.00."""
    due, rate = dt.date(2026, 6, 30), Fraction(5, 10_000)
    half, paid = dt.date(2026, 7, 10), dt.date(2026, 7, 30)
    steps = (
        FeeStep(due + _ONE_DAY, half, 10, 9_000_00, rate, Fraction(45_00)),
        FeeStep(half + _ONE_DAY, paid, 20, 4_500_00, rate, Fraction(45_00)),
    )
    return KeptFee(2, "AR-0000", due, paid, 90_00, steps, "第8条")


def _paper(kind: str, notice: Notice, policy: Policy) -> Paper:
    total = notice.gross_minor - notice.unapplied_minor
    is_full = policy is not _BARE
    wish = Wish(
        kind,
        notice.customer_key,
        assignee="示例保理有限公司",
        orders=("PO-0009",) if is_full else (),
        ground="526" if is_full else "",
    )
    plan = proposal(total, notice.currency, notice.deadline, policy)
    has_plan = kind in {"repayment", "partial-payment"}
    lines = tuple(
        Line(d.document_no, d.invoice_no, d.order_no, d.contract_no, d.issue_date, d.due_date,
             d.amount_minor, d.open_minor)
        for d in notice.items
    )  # fmt: skip
    is_account = kind == "reconciliation"
    return Paper(
        wish,
        AS_OF,
        AS_OF,
        replace(notice, items=()) if is_account else notice,
        plan if has_plan else (),
        lines if is_account else (),
    )
