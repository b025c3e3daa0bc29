"""Three lines for a chat, to go with a salesperson's workbook (U-41)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from arcollect.analysis.chase.worklist.entry import Entry, Section
from arcollect.money import show
from arcollect.text import Lang, joined, listed, text

_NAMED = 3


def chat_lines(
    name: str, rows: Sequence[Entry], as_of: dt.date, back_by: dt.date, lang: Lang
) -> tuple[str, str, str]:
    """How much is overdue, whom to call first, and to hand the workbook back.

    Nothing but names of customers, amounts and days: chats travel far (R-LAW-13).
    """
    late = [e for e in rows if e.account.overdue_minor]
    urgent = sum(e.section is Section.URGENT for e in rows)
    facts = {"name": name, "as_of": as_of, "late": len(late), "urgent": urgent}
    said = listed([_total(late, c) for c in sorted({e.party[2] for e in late})], lang)
    first = "worklist.chat_late" if late else "worklist.chat_none"
    named = joined([_row(e, lang) for e in rows[:_NAMED]], lang)
    return (
        text(first, lang, **facts, overdue=said, count=len(rows)),
        text("worklist.chat_first", lang, named=named),
        text("worklist.chat_back", lang, day=back_by),
    )


def _total(late: Sequence[Entry], currency: str) -> str:
    minor = sum(e.account.overdue_minor for e in late if e.party[2] == currency)
    return f"{currency} {show(minor, currency)}"


def _row(entry: Entry, lang: Lang) -> str:
    account = entry.account
    minor = account.asked_minor or entry.upcoming_minor or account.open_minor
    amount = f"{account.party[2]} {show(minor, account.party[2])}"
    key = "worklist.chat_row" if account.asked_days else "worklist.chat_row_ahead"
    facts = {"customer": account.customer, "amount": amount, "days": account.asked_days}
    return text(key, lang, **facts)
