"""The whole list as one table: U-40's columns, why, what to do, and blanks to fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from arcollect.analysis.chase.worklist.entry import Entry, Section, Worklist
from arcollect.money import from_minor, show
from arcollect.text import Lang, joined, say, text
from arcollect.views.amounts import places
from arcollect.views.chase.worklist import sheet
from arcollect.views.chase.worklist.scripts import talking_points
from arcollect.views.chase.worklist.words import (
    contact_word,
    formula,
    masked,
    owner_word,
    promise_word,
    reason_word,
    score,
    section_word,
    segment_word,
    sentences,
    slot_word,
)
from arcollect.views.table import Column, Kind, Table, Tone, Value

TONES = {
    Section.URGENT: Tone.BAD,
    Section.BROKEN: Tone.BAD,
    Section.DISPUTE: Tone.WATCH,
    Section.GOLDEN: Tone.WATCH,
    Section.INTERNAL: Tone.MUTED,
}
_WIDE = {"customer", "why", "action", "talk"}
_FILL_KINDS = {
    "contacted_on": Kind.DATE,
    "promised_on": Kind.DATE,
    "next_on": Kind.DATE,
    "promised_amount": Kind.MONEY,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """How the list is worded: the language, scripts of one's own, phones in full or not."""

    lang: Lang
    scripts: Mapping[str, str]
    calls: tuple[int, int, int] = (1, 3, 1)  # a day, in 7 days, core in 7 days
    call_minutes: int = 0  # between two calls of one owner; 0: not spread
    in_full: bool = False  # phone numbers: only where the list is a file to work from


def worklist_table(answer: Worklist, how: Wording, entries: Sequence[Entry] | None = None) -> Table:
    """Every row in order, or only `entries`; totals where all are in one currency.

    The overdue column of the whole list foots with the aging table. Blanks with
    drop-downs and hidden keys stand at the right: `sheet` says how they are read back.
    """
    lang = how.lang
    rows = answer.entries if entries is None else entries
    columns = _Columns(rows, lang)
    one = columns.currency is not None
    return Table(
        key="worklist",
        title=text("worklist.title", lang),
        columns=(
            *_who(columns, how),
            *_money(columns, answer),
            *_past(columns),
            *_what(columns, how),
            *_blanks(len(rows), lang),
            *_hidden(rows, answer),
        ),
        lead=(lead_line(answer, lang, rows),),
        notes=tuple(notes(answer, how, rows)),
        total_label=text("worklist.total", lang) if one and rows else "",
    )


def lead_line(answer: Worklist, lang: Lang, rows: Sequence[Entry]) -> str:
    """As of when, how many accounts, how many of them overdue."""
    late = sum(bool(e.account.overdue_minor) for e in rows)
    return text("worklist.lead", lang, as_of=answer.as_of, count=len(rows), late=late)


def notes(answer: Worklist, how: Wording, rows: Sequence[Entry]) -> Iterable[str]:
    """The rules behind the columns, then what would make the list better."""
    lang = how.lang
    if len({e.party[2] for e in rows}) > 1:
        yield from _totals(rows, lang)
    yield text("worklist.note_amounts", lang)
    yield text("worklist.note_rule", lang)
    day, week, core = how.calls
    yield text("worklist.note_slot", lang, day=day, week=week, core=core)
    if how.call_minutes:
        yield text("worklist.note_spread", lang, minutes=how.call_minutes)
    yield text(f"worklist.note_track_{answer.track}", lang)
    typed = "typed" if answer.is_sales_typed else "invoices"
    yield text(f"worklist.note_sales_{typed}", lang)
    yield from caveats(answer, lang)


def caveats(answer: Worklist, lang: Lang) -> Iterable[str]:
    """What the list could not know, and which column or command would tell."""
    for note in answer.notes:
        yield text("worklist.more", lang, note=say(note, lang))


def _totals(rows: Sequence[Entry], lang: Lang) -> Iterable[str]:
    for currency in sorted({e.party[2] for e in rows}):
        minor = sum(e.account.overdue_minor for e in rows if e.party[2] == currency)
        if minor:
            facts = {"currency": currency, "overdue": show(minor, currency)}
            yield text("worklist.total_other", lang, **facts)


class _Columns:
    """A maker of columns over the same rows."""

    def __init__(self, rows: Sequence[Entry], lang: Lang) -> None:
        self.rows, self.lang = rows, lang
        found = {e.party[2] for e in rows}
        self.currency = next(iter(found)) if len(found) == 1 else None

    def of(
        self, key: str, kind: Kind, value: Callable[[Entry], Value], *, minor: bool = True
    ) -> Column:
        """One column of plain values."""
        values = [value(e) for e in self.rows]
        title = text(f"worklist.col.{key}", self.lang)
        return Column(key, title, kind, values, wide=key in _WIDE, minor=minor)

    def money(
        self, key: str, value: Callable[[Entry], int | None], title: str = "", *, minor: bool = True
    ) -> Column:
        """Amounts of each row's own currency; a total only where there is one currency."""
        minors = [value(e) for e in self.rows]
        values: list[Value] = [
            None if m is None else from_minor(m, e.party[2])
            for m, e in zip(minors, self.rows, strict=True)
        ]
        total = None
        if self.currency is not None:
            total = from_minor(sum(m or 0 for m in minors), self.currency)
        title = title or text(f"worklist.col.{key}", self.lang)
        sums = total is not None
        return Column(key, title, Kind.MONEY, values, total=total, sums=sums, minor=minor)


def _who(columns: _Columns, how: Wording) -> tuple[Column, ...]:
    lang = how.lang
    numbers = {id(e): n for n, e in enumerate(columns.rows, 1)}

    def phone(entry: Entry) -> str:
        number = entry.person.phone if entry.person else ""
        return number if how.in_full else masked(number)

    tones = [TONES.get(e.section, Tone.PLAIN) for e in columns.rows]
    words = [section_word(e.section, lang) for e in columns.rows]
    title = text("worklist.col.section", lang)
    return (
        columns.of("rank", Kind.COUNT, lambda e: numbers[id(e)]),
        Column("section", title, Kind.TEXT, words, tones),
        columns.of("company", Kind.TEXT, lambda e: e.party[0]),
        columns.of("customer_code", Kind.ID, lambda e: e.account.customer_code),
        columns.of("customer", Kind.TEXT, lambda e: e.account.customer, minor=False),
        columns.of("salesperson", Kind.TEXT, lambda e: e.account.salesperson),
        columns.of("department", Kind.TEXT, lambda e: e.account.department),
        columns.of("contact", Kind.TEXT, lambda e: e.person.name if e.person else ""),
        columns.of("phone", Kind.ID, phone),
        columns.of("currency", Kind.TEXT, lambda e: e.party[2]),
    )


def _money(columns: _Columns, answer: Worklist) -> tuple[Column, ...]:
    buckets = [
        columns.money(f"bucket_{first}", _bucket(n), _bucket_title(first, last, columns.lang))
        for n, (first, last) in enumerate(answer.bucket_names)
    ]
    return (
        columns.money("not_due", lambda e: e.account.not_due_minor),
        *buckets,
        columns.money("no_due_date", lambda e: e.account.no_due_date_minor),
        columns.money("unapplied", lambda e: -e.account.unapplied_minor),
        columns.money("balance", lambda e: e.account.balance_minor),
        columns.money("overdue", lambda e: e.account.overdue_minor, minor=False),
        columns.money("disputed", lambda e: e.account.disputed_minor),
        columns.money("bills", lambda e: e.bills_minor),
        columns.money("asked", lambda e: e.account.asked_minor),
        columns.money("upcoming", lambda e: e.upcoming_minor),
        columns.of("upcoming_on", Kind.DATE, lambda e: e.upcoming_on),
        columns.of("worst_days", Kind.DAYS, lambda e: e.account.worst_days, minor=False),
        columns.of("cumulative", Kind.PERCENT, _cumulative),
    )


def _bucket(number: int) -> Callable[[Entry], int]:
    return lambda e: e.account.bucket_minor[number]


def _bucket_title(first: int, last: int | None, lang: Lang) -> str:
    if last is None:
        return text("worklist.col.bucket_last", lang, before=first - 1)
    return text("worklist.col.bucket", lang, first=first, last=last)


def _cumulative(entry: Entry) -> Decimal | None:
    return None if entry.cumulative is None else places(entry.cumulative, 4)


def _limit_use(entry: Entry) -> Decimal | None:
    if not entry.limit_minor:
        return None
    return places(Fraction(max(0, entry.account.balance_minor), entry.limit_minor), 4)


def _past(columns: _Columns) -> tuple[Column, ...]:
    lang = columns.lang
    return (
        columns.of("last_paid", Kind.DATE, lambda e: e.last_paid),
        columns.money("last_paid_amount", lambda e: e.last_paid_minor or None),
        columns.money("sales", lambda e: e.sales_minor),
        columns.money("limit", lambda e: e.limit_minor),
        columns.of("limit_use", Kind.PERCENT, _limit_use),
        columns.of("last_contact", Kind.TEXT, lambda e: contact_word(e, lang)),
        columns.of("promise", Kind.TEXT, lambda e: promise_word(e, lang)),
        columns.of("reason_known", Kind.TEXT, lambda e: reason_word(e, lang)),
        columns.of("grade", Kind.TEXT, lambda e: e.grade),
        columns.of("segment", Kind.TEXT, lambda e: segment_word(e, lang)),
        columns.of("limitation", Kind.DAYS, lambda e: e.limitation_days),
    )


def _what(columns: _Columns, how: Wording) -> tuple[Column, ...]:
    lang = how.lang
    return (
        columns.of("why", Kind.TEXT, lambda e: joined(e.why, lang)),
        columns.of("priority", Kind.COUNT, lambda e: _whole(score(e))),
        columns.of("formula", Kind.TEXT, lambda e: formula(e, lang)),
        columns.of("owner", Kind.TEXT, lambda e: owner_word(e, lang)),
        columns.of("action", Kind.TEXT, lambda e: sentences(e.actions, lang), minor=False),
        columns.of("letter", Kind.TEXT, lambda e: e.letter),
        columns.of("deadline", Kind.DATE, lambda e: e.deadline, minor=False),
        columns.of("slot", Kind.TEXT, lambda e: slot_word(e, lang)),
        columns.of("talk", Kind.TEXT, lambda e: talking_points(e, how.scripts, lang)),
    )


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else int(value)


def _blanks(count: int, lang: Lang) -> Iterable[Column]:
    for key in sheet.BLANKS:
        kind, title = _FILL_KINDS.get(key, Kind.TEXT), sheet.blank_title(key, lang)
        offered = sheet.choices(key, lang)
        yield Column(key, title, kind, [None] * count, minor=True, fill=True, choices=offered)


def _hidden(rows: Sequence[Entry], answer: Worklist) -> Iterable[Column]:
    found: dict[str, Callable[[Entry], str]] = {
        "company": lambda e: e.party[0],
        "customer_key": lambda e: e.party[1],
        "customer": lambda e: e.account.customer,
        "currency": lambda e: e.party[2],
        "as_of": lambda _: answer.as_of.isoformat(),
        "overdue_minor": lambda e: str(e.account.overdue_minor),
        "days_past_due": lambda e: str(e.account.worst_days),
    }
    for key in sheet.HIDDEN:
        title = sheet.hidden_title(key)
        yield Column(title, title, Kind.ID, [found[key](e) for e in rows], hidden=True)
