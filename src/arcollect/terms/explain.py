"""What terms mean, in a sentence that can be said in any language."""

from __future__ import annotations

from arcollect.errors import Message, message
from arcollect.terms.model import Kind, Start, Terms


def explain(terms: Terms) -> Message:
    """The meaning of `terms`, e.g. 开票当月月末后 60 天，次月 15 日付款."""
    if terms.kind is Kind.STAGED:
        stages = [
            message(
                "terms.stage", percent=f"{s.share_percent.normalize():f}", rule=explain(s.terms)
            )
            for s in terms.stages
        ]
        return message("terms.staged", stages=stages)
    said = _base(terms)
    if terms.pay_day:
        month = "next" if terms.pays_next_month else "first"
        day = "end" if terms.pay_day == 31 else "day"
        said = message(f"terms.pay_{month}_{day}", base=said, day=terms.pay_day)
    if terms.discount:
        percent = f"{terms.discount.percent.normalize():f}"
        said = message("terms.discount", base=said, percent=percent, days=terms.discount.days)
    return said


def start_name(start: Start) -> Message:
    """The event's name (开票日, 货到日 …)."""
    return Message(f"terms.start_{start}")


def _base(terms: Terms) -> Message:
    if terms.kind is Kind.IMMEDIATE:
        return message("terms.immediate")
    month = "month_end" if terms.kind is Kind.MONTH_END else "net"
    length = "months" if terms.months else "days" if terms.days else "now"
    return message(
        f"terms.{month}_{length}",
        start=start_name(terms.start),
        days=terms.days,
        months=terms.months,
    )
