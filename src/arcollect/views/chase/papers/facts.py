"""What a paper may say, besides what every letter may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arcollect.money import show
from arcollect.text import listed, text
from arcollect.views.chase import wording
from arcollect.views.chase.facts import Occasion, facts, plan_facts

if TYPE_CHECKING:
    from arcollect.analysis.chase.papers.paper import Line, Paper

FINANCE_SEAL = ("reconciliation",)
"""Papers that take the finance seal (财务专用章) instead of the company's (U-25)."""


_UNKNOWN = ("goods", "delivered", "terms", "days", "fee", "formula")
"""What a letter says of an item and an account does not."""


def paper_facts(paper: Paper, on: Occasion) -> dict[str, Any]:
    """The context of a paper's template: the facts of a letter, and the wish."""
    known = facts(paper.notice, on)
    wish, lang = paper.wish, on.lang
    known |= plan_facts(paper.plan, paper.notice.currency, lang)
    known |= {
        "assignee": wish.assignee.strip(),
        "orders": listed(wish.orders, lang),
        "stop_ground": wish.ground,
        "because": wish.because.strip().rstrip("。.；;"),
    }
    if wish.kind in FINANCE_SEAL:
        seal = text("letters.finance_seal", lang) if known["own"]["seal"] else ""
        known["own"] = {**known["own"], "seal": seal}
        known |= _account(paper, on)
    return known


def _account(paper: Paper, on: Occasion) -> dict[str, Any]:
    """The whole account, its balance without a sign (`we_owe` says whose it is)."""
    lines = [_line(line, paper.notice.currency, on) for line in paper.lines]
    net, currency = abs(paper.net_minor), paper.notice.currency
    return {
        "items": lines,
        "lead": lines[0] if lines else {},
        "count": len(lines),
        "total": wording.amount(net, currency, on.lang),
        "total_bare": show(net, currency),
        "we_owe": paper.net_minor < 0,
        "total_words": wording.amount_in_words(net, currency, on.lang),
    }


def _line(line: Line, currency: str, on: Occasion) -> dict[str, Any]:
    money = show(line.open_minor, currency)
    return {
        **dict.fromkeys(_UNKNOWN, ""),
        "document": line.document_no or line.invoice_no,
        "invoice": line.invoice_no if line.document_no not in {"", line.invoice_no} else "",
        "order": line.order_no,
        "contract": line.contract_no,
        "issued": wording.long_date(line.issue_date, on.lang) if line.issue_date else "",
        "issued_iso": line.issue_date.isoformat() if line.issue_date else "",
        "due": wording.long_date(line.due_date, on.lang) if line.due_date else "",
        "due_iso": line.due_date.isoformat() if line.due_date else "",
        "amount": show(line.amount_minor, currency),
        "open": money,
        "demanded": money,
        "demanded_full": wording.amount(line.open_minor, currency, on.lang),
        "has_part": line.open_minor != line.amount_minor,
    }
