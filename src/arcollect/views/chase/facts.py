"""Everything a letter may say: plain texts, numbers and lists, nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from arcollect.analysis.chase.evidence.papers import Kind, Paper
from arcollect.analysis.chase.ladder import RUNGS
from arcollect.analysis.chase.notice import Demand, Notice
from arcollect.analysis.chase.papers.plan import proposal
from arcollect.analysis.claims.fee_kept import KeptFee
from arcollect.analysis.claims.instalments import Instalment
from arcollect.money import show
from arcollect.policy import Policy
from arcollect.policy.model import Company
from arcollect.register.entries import Reason
from arcollect.text import Lang, listed, text
from arcollect.views.chase import wording
from arcollect.views.chase.fee_rows import FEE_LINES, fee_rows

_SME_RULES_FROM = dt.date(2025, 6, 1)  # 国务院令第802号
_ENCLOSED = (Kind.CONTRACT, Kind.DELIVERY, Kind.INVOICE, Kind.STATEMENT, Kind.CALL)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is made from, besides the notice itself."""

    as_of: dt.date
    written: dt.date
    policy: Policy
    company: Company
    reference: str
    lang: Lang
    balances_on: dt.date | None = None  # an earlier cut-off of the ledger
    papers: Sequence[Paper] = ()  # copies at hand that may be enclosed


def facts(notice: Notice, on: Occasion) -> dict[str, Any]:
    """The whole context of a template (T-35: no objects, nothing to call)."""
    items = [_item(d, notice, on.lang) for d in notice.items]
    fees, kept = _fees(notice, on.lang), paid_late(notice, on.lang)
    steps = fee_rows(notice)
    stepped = [text("letters.annex_steps", on.lang)] if steps else []
    return {
        "level": notice.level,
        "reference": on.reference,
        "date": wording.long_date(on.written, on.lang),
        **_dates(on),
        "deadline": wording.long_date(notice.deadline, on.lang),
        "appointment": _appointment(notice, on.lang),
        "own": _own(on.company, on.lang),
        **_customer(notice, on.lang),
        "items": items,
        "lead": items[0] if items else {},
        "count": len(items),
        "worst_days": max(notice.worst_days, 0),
        **_amounts(notice, on.lang),
        **_past(notice, on.lang),
        **_held_out(notice, on.lang),
        **fees,
        **kept,
        **_policy(notice, on),
        **_offers(
            notice,
            on,
            [*fees["enclosures"], *_annexed(kept, on.lang), *stepped, *_copies(notice, on)],
        ),
        "fee_steps": steps,
    }


def _dates(on: Occasion) -> dict[str, str]:
    """The day of the balances; and the day that lateness is counted to, where it is later."""
    balances = on.balances_on or on.as_of
    later = wording.long_date(on.as_of, on.lang) if on.as_of != balances else ""
    return {"as_of": wording.long_date(balances, on.lang), "counted_to": later}


def _item(item: Demand, notice: Notice, lang: Lang) -> dict[str, Any]:
    money = notice.currency
    return {
        "document": item.document_no or item.invoice_no,
        "invoice": item.invoice_no if item.document_no not in {"", item.invoice_no} else "",
        "order": item.order_no,
        "contract": item.contract_no,
        "goods": item.goods,
        "issued": _date(item.issue_date, lang),
        "issued_iso": item.issue_date.isoformat() if item.issue_date else "",
        "delivered": _date(item.delivery_date, lang),
        "terms": _readable(item.terms, lang),
        "due": wording.long_date(item.due_date, lang),
        "due_iso": item.due_date.isoformat(),
        "days": max(item.days_past_due, 0),
        "amount": show(item.amount_minor, money),
        "open": show(item.open_minor, money),
        "demanded": show(item.demanded_minor, money),
        "demanded_full": wording.amount(item.demanded_minor, money, lang),
        "has_part": item.demanded_minor != item.amount_minor,
        "fee": show(item.fee_minor, money),
        "formula": wording.fee_formula(item, money, lang) if item.fee_minor else "",
    }


def _date(day: dt.date | None, lang: Lang) -> str:
    return wording.long_date(day, lang) if day else ""


def _appointment(notice: Notice, lang: Lang) -> str:
    moment = notice.appointment
    return wording.appointment(moment, lang) if moment else ""


def _own(company: Company, lang: Lang) -> dict[str, str]:
    """Our own data; in English where the policy has it in English."""

    def own(name: str) -> str:
        english = str(getattr(company, f"{name}_en")) if lang is Lang.EN else ""
        return english or str(getattr(company, name))

    return {
        "name": own("name"),
        "short": own("name") if lang is Lang.EN else company.short or company.name,
        "address": own("address"),
        "phone": company.phone,
        "email": company.email,
        "contact": own("contact") or own("signer"),
        "signer": own("signer"),
        "signer_title": own("signer_title"),
        "bank": own("bank"),
        "bank_account": company.bank_account,
        "account_name": own("account_name") or company.name,
        "seal": _seal(company, lang),
    }


def _seal(company: Company, lang: Lang) -> str:
    """The name of the seal; "" where a signature does (an English letter of a firm abroad)."""
    usual = text("letters.company_seal", lang) if wording.is_sealed(company.name, lang) else ""
    return _readable(company.seal, lang) or usual


def _customer(notice: Notice, lang: Lang) -> dict[str, Any]:
    titles = notice.cc_titles or ("",) * len(notice.cc)
    return {
        "customer": notice.customer,
        "customer_address": notice.address,
        "addressee": wording.titled(notice.addressee, notice.addressee_title, lang),
        "salutation": wording.salutation(notice, lang),
        "cc": [wording.titled(*pair, lang) for pair in zip(notice.cc, titles, strict=True)],
        "contracts": _joined((d.contract_no for d in notice.items), lang),
    }


def _amounts(notice: Notice, lang: Lang) -> dict[str, Any]:
    held = dict(notice.not_demanded)
    if notice.level == "L0":
        held["disputed"] = sum(d.disputed_minor for d in notice.items)
    total = notice.gross_minor - notice.unapplied_minor
    grand = total + notice.fee_minor

    def full(minor: int) -> str:
        return wording.amount(minor, notice.currency, lang)

    return {
        "currency": _unit(notice.currency, lang),
        "gross": full(notice.gross_minor),
        "gross_bare": show(notice.gross_minor, notice.currency),
        "unapplied": full(notice.unapplied_minor) if notice.unapplied_minor else "",
        "credited": _credited(notice),
        "unapplied_bare": show(notice.unapplied_minor, notice.currency),
        "total": full(total),
        "total_bare": show(total, notice.currency),
        "total_words": wording.amount_in_words(total, notice.currency, lang),
        "grand": full(grand),
        "grand_words": wording.amount_in_words(grand, notice.currency, lang),
        "disputed": full(held["disputed"]) if held.get("disputed") else "",
        "bills": full(held["bill"]) if held.get("bill") else "",
    }


def _past(notice: Notice, lang: Lang) -> dict[str, Any]:
    """The earlier letter and the promise not kept; empty texts where there is none."""
    past, money = notice.earlier, notice.currency
    promised = past.promised_for is not None
    return {
        "earlier_date": _date(past.letter_on, lang),
        "earlier_number": past.number,
        "earlier_deadline": _date(past.deadline, lang),
        "earlier_all": past.is_about_all,
        "promise_made": _date(past.promised_on, lang),
        "promise_due": _date(past.promised_for, lang),
        "promise_amount": wording.amount(past.promised_minor, money, lang) if promised else "",
        "promise_missing": wording.amount(past.missing_minor, money, lang) if promised else "",
    }


def _held_out(notice: Notice, lang: Lang) -> dict[str, str]:
    """What the letter offers for paying at once; empty texts where it offers nothing."""
    offer = notice.offer
    return {
        "offer": wording.offer(offer, lang) if offer else "",
        "offer_day": wording.long_date(offer.pay_by, lang) if offer else "",
    }


def _credited(notice: Notice) -> str:
    """Whether what is not applied are our credit notes: all, part, or "" for receipts."""
    if not notice.credited_minor:
        return ""
    return "all" if notice.credited_minor == notice.unapplied_minor else "part"


def _fees(notice: Notice, lang: Lang) -> dict[str, Any]:
    """The clause for every letter that cites one, amounts from L3 only (U-22)."""
    cited = [d for d in notice.items if d.fee_steps]
    steps = sorted((s for d in cited for s in d.fee_steps), key=lambda s: s.rate_per_day)
    grounds = tuple(dict.fromkeys(d.ground for d in cited))
    charged = [d for d in cited if d.fee_minor] if notice.fee_minor else []
    lines = [_fee_line(d, notice, lang, named=len(charged) > 1) for d in charged]
    is_annexed = len(charged) > FEE_LINES
    annexes = [text("letters.annex_fees", lang, count=len(charged))]
    clause = _joined((wording.clause(d.clause, lang) for d in cited), lang)
    return {
        "has_basis": bool(cited),
        "clause": clause,
        "ground": wording.ground(grounds, clause, lang),
        "fee_word": wording.fee_word(grounds, lang),
        "rate": _joined((wording.step_rate_in_words(s, lang) for s in steps), lang),
        "fee": wording.amount(notice.fee_minor, notice.currency, lang) if charged else "",
        "fee_bare": show(notice.fee_minor, notice.currency),
        "fee_lines": [] if is_annexed else lines,
        "fee_waits": bool(cited and notice.unapplied_minor and RUNGS[notice.level] >= 3),
        "is_annexed": is_annexed,
        "enclosures": annexes if is_annexed else [],
    }


def _fee_line(item: Demand, notice: Notice, lang: Lang, *, named: bool) -> str:
    formula = wording.fee_formula(item, notice.currency, lang)
    document = item.document_no or item.invoice_no
    if not named:
        return formula
    return text("letters.fee_line", lang, document=document, formula=formula)


def paid_late(notice: Notice, lang: Lang) -> dict[str, Any]:
    """The fee of items paid late, apart from everything that is still owed (U-22)."""
    kept = notice.paid_late
    clause = _joined((wording.clause(fee.clause, lang) for fee in kept), lang)
    full = wording.amount(notice.paid_late_minor, notice.currency, lang)
    together = notice.fee_minor + notice.paid_late_minor
    both = wording.amount(together, notice.currency, lang)
    return {
        "paid_late": [_paid(fee, notice.currency, lang) for fee in kept],
        "paid_late_count": len(kept),
        "paid_late_ground": wording.ground(("contract",), clause, lang) if kept else "",
        "paid_late_fee": full if kept else "",
        "fees_together": both if kept and notice.fee_minor else "",
        "paid_late_bare": show(notice.paid_late_minor, notice.currency),
        "paid_late_annexed": len(kept) > FEE_LINES,
    }


def _paid(fee: KeptFee, currency: str, lang: Lang) -> dict[str, Any]:
    return {
        "document": fee.document_no,
        "due_iso": fee.due_date.isoformat(),
        "paid_iso": fee.paid_on.isoformat(),
        "formula": wording.fee_formula(fee, currency, lang),
        "fee": show(fee.fee_minor, currency),
    }


def _annexed(kept: dict[str, Any], lang: Lang) -> list[str]:
    count = kept["paid_late_count"]
    is_annexed = kept["paid_late_annexed"]
    return [text("letters.annex_paid_late", lang, count=count)] if is_annexed else []


def _copies(notice: Notice, on: Occasion) -> list[str]:
    """The kinds of papers at hand, with how many of each; none below L3 (R000-30)."""
    if RUNGS[notice.level] < 3:
        return []
    kinds = [paper.kind for paper in on.papers]
    return [
        text(f"letters.copy_{kind}", on.lang, count=kinds.count(kind))
        for kind in _ENCLOSED
        if kind in kinds
    ]


def _policy(notice: Notice, on: Occasion) -> dict[str, Any]:
    rules = on.policy.letters
    is_sealed = wording.is_sealed(on.company.name, on.lang)
    in_copies = is_sealed and RUNGS[notice.level] >= 2
    return {
        "own_difficulty": _readable(rules.own_difficulty, on.lang),
        "hold_new_orders": rules.hold_new_orders,
        "will_sue": rules.will_sue,
        "copies": wording.copies(rules.copies, on.lang) if in_copies else "",
        "cites_prc_law": is_sealed,
    }


def _offers(notice: Notice, on: Occasion, enclosed: Sequence[str]) -> dict[str, Any]:
    """What the letter holds out: a plan, good practice; and the law for small firms."""
    total = notice.gross_minor - notice.unapplied_minor
    gives_advice = on.policy.papers.good_practice and notice.level == "L0"
    is_offered = notice.variant == Reason.CASH_TIGHT and total > 0
    offered = proposal(total, notice.currency, notice.deadline, on.policy) if is_offered else ()
    return {
        **plan_facts(offered, notice.currency, on.lang),
        "sme_debtor": _sme_debtor(notice, on.company),
        "good_practice": gives_advice,
        "tells_rating": notice.segment == "risk",
        "enclosures": [
            *enclosed,
            *([text("letters.good_practice", on.lang)] if gives_advice else []),
        ],
    }


def plan_facts(plan: Sequence[Instalment], currency: str, lang: Lang) -> dict[str, Any]:
    """The payments of a plan as a letter shows them; empty where there is none."""
    rows = [
        {
            "number": str(part.number),
            "due": wording.long_date(part.due_date, lang),
            "due_iso": part.due_date.isoformat(),
            "amount": show(part.amount_minor, currency),
            "left": show(part.left_minor, currency),
        }
        for part in plan
    ]
    first = rows[0]["due"] if rows else ""
    return {"plan": rows, "plan_count": len(rows), "plan_first": first}


def _sme_debtor(notice: Notice, company: Company) -> str:
    """Large or public where the rules on paying small firms hold for every item (R-LAW-08).

    They came into force on 2025-06-01: an older delivery, or one without a date, is
    under other rules, and the letter does not cite them.
    """
    days = [d.delivery_date or d.issue_date for d in notice.items]
    is_covered = all(day is not None and day >= _SME_RULES_FROM for day in days)
    is_debtor = notice.customer_type in {"large", "public"}
    return notice.customer_type if company.is_sme and is_debtor and is_covered and days else ""


def _readable(said: str, lang: Lang) -> str:
    """A text of the policy, left out of an English letter when it is Chinese."""
    return "" if lang is Lang.EN and not said.isascii() else said


def _joined(values: Any, lang: Lang) -> str:
    found = [v for v in dict.fromkeys(values) if v]
    return listed(found, lang)


def _unit(currency: str, lang: Lang) -> str:
    return text("letters.unit_cny", lang) if currency == "CNY" else currency
