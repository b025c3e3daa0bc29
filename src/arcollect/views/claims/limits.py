"""Until when each document can be enforced: the alarm and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.analysis.claims.limits.limitation import Alarm
from arcollect.money import show
from arcollect.text import Lang, joined, text
from arcollect.views.amounts import decimals
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Page, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.claims.limits.clock import Event
    from arcollect.analysis.claims.limits.limitation import Limit, Limits
    from arcollect.views.table import Value

TONES = {
    Alarm.EXPIRED: Tone.MUTED,
    Alarm.URGENT: Tone.BAD,
    Alarm.NEAR: Tone.WATCH,
    Alarm.UNDATED: Tone.WATCH,
    Alarm.FAR: Tone.GOOD,
}
_NAMED = 3  # unproven events that are spelled out


def limits_tables(found: Limits, lang: Lang, *, every: bool = False) -> list[Table]:
    """The documents by alarm, the sums by alarm, and the guarantees where there are any.

    Documents far from their end are one row per currency unless `every` is asked for.
    """
    tables = [_documents(found, lang, every=every), _sums(found, lang)]
    return [*tables, _guarantees(found, lang)] if found.has_guarantors else tables


def limits_pages(found: Limits, lang: Lang) -> tuple[Page, ...]:
    """The sheet 时效 of the report."""
    tables = limits_tables(found, lang)
    return (Page("limits", text("limits.sheet", lang), tuple(tables), first=_first(found, lang)),)


def alarm_word(alarm: Alarm, lang: Lang) -> str:
    """The colour and what it means, in words."""
    return text(f"limits.alarm.{alarm}", lang)


def _first(found: Limits, lang: Lang) -> str:
    """The most pressing document that can still be saved, "" where none is near."""
    for one in found.limits:
        if one.alarm in {Alarm.URGENT, Alarm.NEAR} and one.clock:
            return text(
                "limits.first",
                lang,
                customer=one.customer,
                document=one.document_no,
                end=one.clock.end,
                days=one.days_left,
            )
    return ""


def _documents(found: Limits, lang: Lang, *, every: bool) -> Table:
    rows = [one for one in found.limits if every or one.alarm is not Alarm.FAR]
    rest = [] if every else _rest(found, rows)
    columns = [*_who(rows, lang), *_when(rows, lang)]
    columns = [_with(column, _folded(column.key, rest, lang)) for column in columns]
    title = text("limits.title", lang)
    return Table("limits", title, tuple(columns), (), tuple(_notes(found, lang)))


def _who(rows: Sequence[Limit], lang: Lang) -> list[Column]:
    column = Columns("limits.", rows, lang)
    tones = [TONES[one.alarm] for one in rows]
    columns = [
        column("alarm", Kind.TEXT, lambda o: alarm_word(o.alarm, lang), tones),
        column("customer", Kind.TEXT, lambda o: o.customer, wide=True),
        column("document_no", Kind.ID, lambda o: o.document_no),
        column("currency", Kind.TEXT, lambda o: o.currency),
        column("open", Kind.MONEY, lambda o: decimals([o.open_minor], o.currency)[0]),
        column("due_date", Kind.DATE, lambda o: o.due_date),
    ]
    if any(one.company for one in rows):
        columns.insert(1, column("company", Kind.TEXT, lambda o: o.company, minor=True))
    return columns


def _when(rows: Sequence[Limit], lang: Lang) -> list[Column]:
    column = Columns("limits.", rows, lang)
    tones = [TONES[one.alarm] for one in rows]
    return [
        column("start", Kind.DATE, lambda o: o.clock.start if o.clock else None, minor=True),
        column("by", Kind.TEXT, lambda o: _started_by(o, lang)),
        column("end", Kind.DATE, lambda o: o.clock.end if o.clock else None),
        column("days_left", Kind.DAYS, lambda o: o.days_left, tones),
        column("to_do", Kind.TEXT, lambda o: _to_do(o, lang), wide=True),
        column("perhaps", Kind.DATE, lambda o: o.perhaps, minor=True),
        column("unproven", Kind.TEXT, lambda o: _unproven(o.unproven, lang), wide=True, minor=True),
    ]


def _started_by(one: Limit, lang: Lang) -> str:
    if one.clock is None:
        return text("limits.by.undated", lang)
    if one.clock.by is not None:
        return event_word(one.clock.by, lang)
    if one.due_date is None:
        return text("limits.by.deadline", lang)
    return text("limits.by.last_part" if one.is_last_part else "limits.by.due", lang)


def event_word(event: Event, lang: Lang) -> str:
    """What interrupted limitation, and when."""
    detail = event.detail
    if event.kind == "contact":
        detail = ""
    said = text(f"limits.event.{event.kind}", lang, day=event.day)
    return text("limits.event_of", lang, said=said, detail=detail) if detail else said


def _to_do(one: Limit, lang: Lang) -> str:
    if one.kind == "bill":
        return text("limits.to_do.bill", lang)
    saved = one.alarm is Alarm.EXPIRED and one.perhaps is not None
    return text(f"limits.to_do.{'prove' if saved else one.alarm}", lang)


def _unproven(events: Sequence[Event], lang: Lang) -> str:
    latest = sorted(events, key=lambda e: e.day)[-_NAMED:]
    return joined((event_word(event, lang) for event in latest), lang)


def _rest(found: Limits, shown: Sequence[Limit]) -> list[tuple[str, list[Limit]]]:
    """By currency, the documents that are not shown one by one."""
    known = {one.item for one in shown}
    rest = [one for one in found.limits if one.item not in known]
    currencies = sorted({one.currency for one in rest})
    return [(c, [one for one in rest if one.currency == c]) for c in currencies]


def _folded(key: str, rest: list[tuple[str, list[Limit]]], lang: Lang) -> list[Value]:
    return [_folded_cell(key, currency, of, lang) for currency, of in rest]


def _folded_cell(key: str, currency: str, of: list[Limit], lang: Lang) -> Value:
    made: dict[str, Value] = {
        "alarm": alarm_word(Alarm.FAR, lang),
        "customer": text("limits.other", lang, count=len(of)),
        "currency": currency,
        "open": decimals([sum(one.open_minor for one in of)], currency)[0],
        "days_left": min(one.days_left or 0 for one in of),
        "end": min(one.clock.end for one in of if one.clock),
    }
    return made.get(key, None if key in {"due_date", "start", "perhaps"} else "")


def _with(column: Column, more: list[Value]) -> Column:
    tones = [*column.tones, *[Tone.GOOD] * len(more)] if column.tones else ()
    return replace(column, values=[*column.values, *more], tones=tones)


def _sums(found: Limits, lang: Lang) -> Table:
    """Per currency and alarm: how many documents and how much; they add up to all open."""
    keys = [
        (currency, alarm)
        for currency in sorted({one.currency for one in found.limits})
        for alarm in Alarm
        if any(one.currency == currency and one.alarm is alarm for one in found.limits)
    ]
    of = {k: [o for o in found.limits if (o.currency, o.alarm) == k] for k in keys}
    amounts = [decimals([sum(o.open_minor for o in of[k])], k[0])[0] for k in keys]
    tones = [TONES[alarm] for _, alarm in keys]

    def title(key: str) -> str:
        return text(f"limits.{key}", lang)

    is_single = len({currency for currency, _ in keys}) == 1
    columns = (
        Column("alarm", title("alarm"), Kind.TEXT, [alarm_word(a, lang) for _, a in keys], tones),
        Column("currency", title("currency"), Kind.TEXT, [currency for currency, _ in keys]),
        Column(
            "documents", title("documents"), Kind.COUNT, [len(of[k]) for k in keys],
            total=sum(map(len, of.values())), sums=True,
        ),
        Column(
            "open", title("open"), Kind.MONEY, amounts,
            total=sum(amounts, Decimal(0)) if is_single else None, sums=is_single,
        ),
    )  # fmt: skip
    notes = () if is_single else (_totals(found, lang),)
    return Table("limits.sums", title("sums"), columns, (), notes, text("common.total", lang))


def _totals(found: Limits, lang: Lang) -> str:
    totals: dict[str, int] = {}
    for one in found.limits:
        totals[one.currency] = totals.get(one.currency, 0) + one.open_minor
    shown = [f"{currency} {show(minor, currency)}" for currency, minor in sorted(totals.items())]
    return text("limits.totals", lang, amounts=shown)


def _guarantees(found: Limits, lang: Lang) -> Table:
    rows = sorted(
        (one for one in found.limits if one.guarantee),
        key=lambda one: one.guarantee.days_left if one.guarantee else 0,
    )
    held = [one.guarantee for one in rows if one.guarantee]
    column = Columns("limits.", rows, lang)
    tones = [TONES[g.alarm] for g in held]
    words = [alarm_word(g.alarm, lang) for g in held]
    columns = (
        Column("alarm", text("limits.alarm", lang), Kind.TEXT, words, tones),
        Column("guarantor", text("limits.guarantor", lang), Kind.TEXT, [g.guarantor for g in held]),
        column("customer", Kind.TEXT, lambda o: o.customer, wide=True),
        column("document_no", Kind.ID, lambda o: o.document_no),
        column("currency", Kind.TEXT, lambda o: o.currency),
        column("open", Kind.MONEY, lambda o: decimals([o.open_minor], o.currency)[0]),
        column("due_date", Kind.DATE, lambda o: o.due_date),
        Column("end", text("limits.guarantee_end", lang), Kind.DATE, [g.end for g in held]),
        Column(
            "agreed", text("limits.guarantee_from", lang), Kind.TEXT,
            [text(f"limits.guarantee.{_agreed(g.is_agreed)}", lang) for g in held],
        ),
        Column("days_left", text("limits.days_left", lang), Kind.DAYS, [g.days_left for g in held]),
    )  # fmt: skip
    title = text("limits.guarantees", lang)
    rule = "limits.guarantee_rule" if found.is_prc else "limits.guarantee_elsewhere"
    note = text(rule, lang, months=found.guarantee_months)
    return Table("limits.guarantees", title, columns, (), (note,))


def _agreed(is_agreed: bool) -> str:  # noqa: FBT001
    return "agreed" if is_agreed else "by_law"


def _notes(found: Limits, lang: Lang) -> list[str]:
    days = {"warn": found.warn_days, "urgent": found.urgent_days, "years": found.years}
    rule = "limits.rule" if found.is_prc else "limits.rule_elsewhere"
    notes = [text(rule, lang, as_of=found.as_of, **days), text("limits.careful", lang)]
    if any(one.unproven for one in found.limits):
        notes.append(text("limits.to_prove", lang))
    if any(one.alarm is Alarm.UNDATED for one in found.limits):
        notes.append(text("limits.undated" if found.is_prc else "limits.undated_elsewhere", lang))
    if not found.has_guarantors:
        notes.append(text("limits.no_guarantors", lang))
    return [*notes, text("limits.advice" if found.is_prc else "limits.advice_elsewhere", lang)]
