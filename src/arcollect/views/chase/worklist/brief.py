"""One page per customer: what to know before picking up the phone (U-43)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import percent
from arcollect.money import from_minor, show
from arcollect.text import Lang, joined, say, text
from arcollect.views.chase.worklist.nodes import nodes_table
from arcollect.views.chase.worklist.scripts import own_scripts, talking_points
from arcollect.views.chase.worklist.sheet import word_of
from arcollect.views.chase.worklist.words import (
    masked,
    owner_word,
    sentences,
    slot_word,
    title,
)
from arcollect.views.columns import Columns
from arcollect.views.standing.grade import grade_word
from arcollect.views.standing.segment import debt_word
from arcollect.views.table import Column, Figure, Kind, Page, Part, Table, Tone, Value

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.brief import Brief
    from arcollect.policy import Policy

_MOST_RECEIPTS, _MOST_CONTACTS, _MOST_LETTERS = 6, 5, 5


def brief_page(
    briefs: Sequence[Brief], as_of: dt.date, policy: Policy, lang: Lang, *, in_full: bool = False
) -> Page:
    """The credit file of a customer, one part per own company and currency (R001-26).

    in_full: phone numbers whole, for a page that is kept or printed, not for a screen.
    """
    name = briefs[0].account.customer
    parts: list[Part] = [text("worklist.brief_lead", lang, as_of=as_of)]
    for one in briefs:
        if len(briefs) > 1:
            company, _, currency = one.account.party
            parts.append(f"{one.account.customer} {company} {currency}".strip())
        parts.extend(_parts(one if in_full else _discreet(one), policy, lang))
    entry = next((b.entry for b in briefs if b.entry is not None), None)
    first = say(entry.main, lang) if entry else ""
    heading = text("worklist.brief", lang, customer=name)
    return Page(
        "worklist_brief", heading, tuple(parts), landscape=False, first=first, one_sheet=True
    )


def _discreet(one: Brief) -> Brief:
    people = tuple(replace(person, phone=masked(person.phone)) for person in one.people)
    return replace(one, people=people)


def _parts(one: Brief, policy: Policy, lang: Lang) -> Iterator[Part]:
    yield _headline(one, lang)
    if one.entry is not None:
        yield _talk(one, policy, lang)
    yield _documents(one, lang)
    if (nodes := nodes_table(one, policy, lang)) is not None:
        yield nodes
    tables = (_people, _money, _promises, _contacts, _letters, _disputes)
    found = [table(one, lang) for table in tables]
    yield from (table for table in found if len(table))
    empty = [table.title for table in found if not len(table)]
    if empty:
        yield text("worklist.brief_empty", lang, what=empty)


def _headline(one: Brief, lang: Lang) -> tuple[Figure, ...]:
    account, currency = one.account, one.account.party[2]
    late = Tone.BAD if account.overdue_minor else Tone.PLAIN
    days = text("worklist.brief_days", lang, days=account.worst_days)
    shown = (
        ("overdue", _shown(account.overdue_minor, currency), late, days),
        ("balance", _shown(account.balance_minor, currency), Tone.PLAIN, ""),
        ("grade", grade_word(one.grade, lang) if one.grade else "—", Tone.PLAIN, _why(one, lang)),
        ("segment", _segment(one, lang), Tone.PLAIN, _score(one, lang)),
        ("limit", *_limit(one)),
        ("sales", _known(one.sales_minor, currency), Tone.PLAIN, ""),
        ("terms", one.terms or "—", Tone.PLAIN, ""),
        ("salesperson", account.salesperson or "—", Tone.PLAIN, ""),
        *_debt(one, lang),
    )
    return tuple(
        Figure(key, title(key, lang), said, tone, verdict) for key, said, tone, verdict in shown
    )


def _debt(one: Brief, lang: Lang) -> Iterator[tuple[str, str, Tone, str]]:
    """What kind of debt it is; of a project how far it is and who pays for it (R002-02)."""
    sheet = one.segment.score.facts.sheet if one.segment else None
    if sheet is None or not sheet.debt_type:
        return
    yield "debt_type", debt_word(sheet.debt_type, lang), Tone.PLAIN, sheet.project
    if sheet.debt_type == "project":
        unknown = text("worklist.brief_ask", lang)
        yield "progress", sheet.progress or unknown, Tone.PLAIN, ""
        yield "funding", sheet.funding or unknown, Tone.PLAIN, ""


def _why(one: Brief, lang: Lang) -> str:
    return joined(one.grade.reasons[:1], lang) if one.grade else ""


def _segment(one: Brief, lang: Lang) -> str:
    name = one.segment.name if one.segment else ""
    return text(f"worklist.segment.{name}", lang) if name else "—"


def _score(one: Brief, lang: Lang) -> str:
    score = one.segment.score.score if one.segment else None
    return "" if score is None else text("worklist.brief_score", lang, score=score)


def _limit(one: Brief) -> tuple[str, Tone, str]:
    """The limit, and how much of it is used."""
    if not one.limit_minor:
        return "—", Tone.PLAIN, ""
    used = Fraction(max(0, one.account.balance_minor), one.limit_minor)
    tone = Tone.BAD if used > 1 else Tone.PLAIN
    return _shown(one.limit_minor, one.account.party[2]), tone, percent(used)


def _talk(one: Brief, policy: Policy, lang: Lang) -> Table:
    """What to do, by when, by whom, when to call, what to say."""
    entry = one.entry
    assert entry is not None  # noqa: S101  (the caller asks only then)
    said = {
        "why": joined(entry.why, lang),
        "action": sentences(entry.actions, lang),
        "deadline": entry.deadline.isoformat(),
        "slot": slot_word(entry, lang),
        "owner": owner_word(entry, lang),
        "limitation": "" if entry.limitation_days is None else str(entry.limitation_days),
        "talk": talking_points(entry, own_scripts(policy.worklist, lang), lang),
    }
    kept = {key: words for key, words in said.items() if words}
    names = [title(key, lang) for key in kept]
    columns = (
        Column("what", text("worklist.brief_what", lang), Kind.TEXT, names),
        Column(
            "said", text("worklist.brief_said", lang), Kind.TEXT, list(kept.values()), wide=True
        ),
    )
    return Table("worklist.talk", text("worklist.brief_talk", lang), columns)


def _documents(one: Brief, lang: Lang) -> Table:
    """Open documents, the latest first; they foot with the account."""
    rows = sorted(one.account.documents, key=lambda d: -d.days_past_due)
    currency = one.account.party[2]
    money = [from_minor(d.open_minor, currency) for d in rows]
    total = from_minor(one.account.open_minor, currency)
    column = Columns("worklist.col.", rows, lang)
    columns = (
        column("document", Kind.ID, lambda d: d.number),
        column("due_date", Kind.DATE, lambda d: d.due_date),
        column("worst_days", Kind.DAYS, lambda d: max(0, d.days_past_due)),
        Column("open", title("balance", lang), Kind.MONEY, money, total=total, sums=True),
        column("disputed", Kind.MONEY, lambda d: _money_of(d.disputed_minor, currency)),
    )
    label = text("worklist.total", lang)
    heading = text("worklist.brief_documents", lang)
    return Table("worklist.documents", heading, columns, total_label=label)


def _people(one: Brief, lang: Lang) -> Table:
    column = Columns("worklist.col.", one.people, lang)
    columns = (
        column("contact", Kind.TEXT, lambda p: p.name),
        column("title", Kind.TEXT, lambda p: p.title),
        column("phone", Kind.ID, lambda p: p.phone),
    )
    return Table("worklist.people", text("worklist.brief_people", lang), columns)


def _money(one: Brief, lang: Lang) -> Table:
    rows, currency = one.money[:_MOST_RECEIPTS], one.account.party[2]
    column = Columns("worklist.col.", rows, lang)
    columns = (
        column("day", Kind.DATE, lambda m: m.day),
        column("amount", Kind.MONEY, lambda m: _money_of(m.minor, currency)),
        column("document", Kind.ID, lambda m: m.names),
    )
    return Table("worklist.receipts", text("worklist.brief_receipts", lang), columns)


def _promises(one: Brief, lang: Lang) -> Table:
    currency = one.account.party[2]
    column = Columns("worklist.col.", one.promises, lang)
    columns = (
        column("day", Kind.DATE, lambda j: j.promise.due_on),
        column("amount", Kind.MONEY, lambda j: _money_of(j.promise.amount_minor, currency)),
        column("state", Kind.TEXT, lambda j: say(j.why, lang)),
    )
    return Table("worklist.promises", text("worklist.brief_promises", lang), columns)


def _contacts(one: Brief, lang: Lang) -> Table:
    column = Columns("worklist.col.", one.contacts[:_MOST_CONTACTS], lang)
    columns = (
        column("day", Kind.DATE, lambda c: c.at.date()),
        column("channel", Kind.TEXT, lambda c: word_of(c.channel, lang)),
        column("person", Kind.TEXT, lambda c: c.person),
        column("feedback", Kind.TEXT, lambda c: c.feedback),
        column("next_step", Kind.TEXT, lambda c: c.next_step),
    )
    return Table("worklist.contacts", text("worklist.brief_contacts", lang), columns)


def _letters(one: Brief, lang: Lang) -> Table:
    column = Columns("worklist.col.", one.letters[:_MOST_LETTERS], lang)
    columns = (
        column("number", Kind.ID, lambda x: x.number),
        column("letter", Kind.TEXT, lambda x: x.level),
        column("day", Kind.DATE, lambda x: x.sent_on or x.written),
        column("state", Kind.TEXT, lambda x: text(f"worklist.letter_{x.state}", lang)),
    )
    return Table("worklist.letters", text("worklist.brief_letters", lang), columns)


def _disputes(one: Brief, lang: Lang) -> Table:
    currency = one.account.party[2]
    column = Columns("worklist.col.", one.disputes, lang)
    columns = (
        column("day", Kind.DATE, lambda d: d.opened_on),
        column("document", Kind.ID, lambda d: d.document_no),
        column("amount", Kind.MONEY, lambda d: _money_of(d.amount_minor, currency)),
        column("reason_known", Kind.TEXT, lambda d: d.reason),
        column("closed", Kind.DATE, lambda d: d.closed_on),
    )
    return Table("worklist.disputes", text("worklist.brief_disputes", lang), columns)


def _money_of(minor: int, currency: str) -> Value:
    return from_minor(minor, currency)


def _shown(minor: int, currency: str) -> str:
    return f"{currency} {show(minor, currency)}".strip()


def _known(minor: int | None, currency: str) -> str:
    return "—" if minor is None else _shown(minor, currency)
