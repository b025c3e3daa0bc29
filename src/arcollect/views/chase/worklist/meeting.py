"""The page for the weekly receivables meeting (R001-01, R003-54)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arcollect.analysis.chase.worklist.entry import Entry, Section
from arcollect.money import from_minor
from arcollect.text import Lang, say, text
from arcollect.views.chase.worklist.listing import lead_line
from arcollect.views.chase.worklist.page import (
    group_table,
    pareto_lines,
    reasons_table,
)
from arcollect.views.chase.worklist.words import (
    first_line,
    owner_word,
    promise_word,
    section_word,
    title,
    told_apart,
)
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Page, Part, Table

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.entry import Worklist

_MOST = 10
LINES_ABOVE, ONE_SHEET = 3, 60  # a table's title and header; what A4 holds readably


def meeting_page(answer: Worklist, lang: Lang, changes: Sequence[Table] = ()) -> Page:
    """What the meeting goes through: sections, who comes first, promises, reasons, owners.

    changes: tables of what has changed since the last snapshot; without them the page
    says how to get them.
    """
    name = text("worklist.meeting", lang)
    if not answer.entries:
        return Page("meeting", name, (text("worklist.none", lang, as_of=answer.as_of),))
    promised = [e for e in answer.entries if e.promised_on is not None]
    changed: Sequence[Part] = changes or (text("worklist.meeting_no_changes", lang),)
    parts: list[Part] = [
        lead_line(answer, lang, answer.entries),
        _sections(answer, lang),
        *changed,
        _rows("top", answer.entries[:_MOST], answer, lang),
        *([_rows("promised", promised, answer, lang)] if promised else []),
        reasons_table(answer, lang),
        group_table(answer, "owner", lang),
        *pareto_lines(answer, lang),
    ]
    signed = tuple(text(f"worklist.meeting_sign.{n}", lang) for n in ("sales", "finance", "chair"))
    first = first_line(answer, lang)
    lines = sum(len(part) + LINES_ABOVE for part in parts if isinstance(part, Table))
    return Page(
        "meeting", name, tuple(parts), first=first, signatures=signed,
        one_sheet=lines <= ONE_SHEET,
    )  # fmt: skip


def _sections(answer: Worklist, lang: Lang) -> Table:
    """How many accounts and how much overdue money each section has, per currency."""
    found = [
        (section, currency, [e for e in answer.entries if e.section is section])
        for section in Section
        for currency in sorted({e.party[2] for e in answer.entries})
    ]
    mine = [(s, c, [e for e in rows if e.party[2] == c]) for s, c, rows in found]
    kept = [(s, c, rows) for s, c, rows in mine if rows]
    money = [from_minor(sum(e.account.overdue_minor for e in rows), c) for _, c, rows in kept]
    column, counts = Columns("worklist.col.", kept, lang), [len(rows) for *_, rows in kept]
    columns = (
        column("section", Kind.TEXT, lambda row: section_word(row[0], lang)),
        column("currency", Kind.TEXT, lambda row: row[1]),
        Column("customers", text("worklist.by.customers", lang), Kind.COUNT, counts),
        Column("overdue", title("overdue", lang), Kind.MONEY, money),
    )
    return Table("meeting.sections", text("worklist.meeting_sections", lang), columns)


def _rows(key: str, rows: Sequence[Entry], answer: Worklist, lang: Lang) -> Table:
    """A few rows with who does what by when."""
    column, name = Columns("worklist.col.", rows, lang), told_apart(answer)
    columns = (
        column("customer", Kind.TEXT, name, wide=True),
        column("currency", Kind.TEXT, lambda e: e.party[2]),
        column("overdue", Kind.MONEY, lambda e: from_minor(e.account.overdue_minor, e.party[2])),
        column("worst_days", Kind.DAYS, lambda e: e.account.worst_days),
        column("promise", Kind.TEXT, lambda e: promise_word(e, lang)),
        column("action", Kind.TEXT, lambda e: say(e.main, lang), wide=True),
        column("owner", Kind.TEXT, lambda e: owner_word(e, lang)),
        column("deadline", Kind.DATE, lambda e: e.deadline),
    )
    return Table(f"meeting.{key}", text(f"worklist.meeting_{key}", lang), columns)
