"""From terms and events to the day on which money is due."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from arcollect.dates import add_months, month_end
from arcollect.errors import Message, message
from arcollect.terms.explain import explain, start_name
from arcollect.terms.model import Kind, Start, Terms


@dataclass(frozen=True, slots=True)
class Due:
    """A due date, the event it counts from, and the sentence that explains it.

    date is None where the event's date is not known: the item then has no due
    date, which is better than one that is too early (U-01).
    """

    date: dt.date | None
    start_used: Start
    why: Message


@dataclass(frozen=True, slots=True)
class StageDue:
    """When one share of a staged payment is due."""

    share_percent: Decimal
    label: Message
    due: Due


def due_date(
    terms: Terms,
    *,
    issue: dt.date | None,
    delivery: dt.date | None = None,
    invoice_received: dt.date | None = None,
    acceptance: dt.date | None = None,
) -> Due:
    """The due date by `terms` (U-01): 月结60 of 2026-03-05 is 2026-05-30.

    票到N天 counts from the receipt of the invoice, else from its issue, and says
    so; 货到 and 验收 never fall back on the invoice. Of staged terms the date on
    which everything is due; None while one stage has none (see `stage_dues`).
    """
    events = {
        Start.ISSUE: issue,
        Start.ORDER: issue,
        Start.INVOICE: invoice_received,
        Start.DELIVERY: delivery,
        Start.ACCEPTANCE: acceptance,
        Start.RETENTION: acceptance,
    }
    if terms.kind is Kind.STAGED:
        return _last(terms, [_due(stage.terms, events) for stage in terms.stages])
    return _due(terms, events)


def stage_dues(
    terms: Terms,
    *,
    issue: dt.date | None,
    delivery: dt.date | None = None,
    invoice_received: dt.date | None = None,
    acceptance: dt.date | None = None,
) -> tuple[StageDue, ...]:
    """When each share of staged terms is due; one share of 100 % for other terms."""

    def due(own: Terms) -> Due:
        return due_date(
            own,
            issue=issue,
            delivery=delivery,
            invoice_received=invoice_received,
            acceptance=acceptance,
        )

    if terms.kind is not Kind.STAGED:
        return (StageDue(Decimal(100), explain(terms), due(terms)),)
    return tuple(StageDue(s.share_percent, explain(s.terms), due(s.terms)) for s in terms.stages)


def _due(terms: Terms, events: dict[Start, dt.date | None]) -> Due:
    used = terms.start
    if used is Start.RETENTION and not (terms.days or terms.months):
        return Due(None, used, message("terms.no_retention_period", raw=terms.raw))
    if used is Start.INVOICE and events[used] is None:
        used = Start.ISSUE
    start = events[used]
    if start is None:
        return Due(None, used, message("terms.no_start", start=start_name(used), raw=terms.raw))
    date = _count(terms, start)
    key = "terms.why" if used is terms.start else "terms.why_from_issue"
    facts = {"terms": explain(terms), "start": start_name(used), "from_date": start, "due": date}
    return Due(date, used, Message(key, facts))


def _count(terms: Terms, start: dt.date) -> dt.date:
    by_month = terms.kind is Kind.MONTH_END
    day = month_end(start) if by_month else start
    if terms.months:
        day = add_months(day, terms.months)
        day = month_end(day) if by_month else day
    day += dt.timedelta(days=terms.days)
    return _on_pay_day(terms, day) if terms.pay_day else day


def _on_pay_day(terms: Terms, day: dt.date) -> dt.date:
    later = terms.pays_next_month or day.day > _pay_day(terms, day).day
    return _pay_day(terms, add_months(day.replace(day=1), 1) if later else day)


def _pay_day(terms: Terms, month: dt.date) -> dt.date:
    return month.replace(day=min(terms.pay_day, month_end(month).day))


def _last(terms: Terms, dues: list[Due]) -> Due:
    unknown = next((due for due in dues if due.date is None), None)
    if unknown:
        return Due(None, unknown.start_used, unknown.why)
    last = max(dues, key=lambda due: due.date or dt.date.min)
    said = message("terms.why_staged", terms=explain(terms), last=last.why)
    return Due(last.date, last.start_used, said)
