"""Reply slips that came back: noted, and listed (`arcollect statement --returned`)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli import clock
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering
from arcollect.cli.remembered import journalled, recall, remember
from arcollect.cli.talk.telling import tell
from arcollect.dates import month_end
from arcollect.errors import UsageError, message
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.cli.steps import Book
    from arcollect.register.entries import StatementEntry

_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?")
_SLIPS = {"agrees": "agrees", "相符": "agrees", "differs": "differs", "不符": "differs"}
_Text = str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """A slip that came back, or the list of all of them."""

    returned: Annotated[
        _Text, typer.Option("--returned", metavar="CUSTOMER", help="help.returned")
    ] = None
    slip: Annotated[_Text, typer.Option("--slip", metavar="agrees|differs", help="help.slip")] = (
        None
    )
    pays: Annotated[bool, typer.Option("--pays", help="help.pays")] = False
    on: Annotated[_Text, typer.Option("--on", metavar="DATE", help="help.slip_on")] = None
    currency: Annotated[
        _Text, typer.Option("--currency", metavar="CODE", help="help.slip_currency")
    ] = None
    overview: Annotated[bool, typer.Option("--overview", help="help.overview")] = False


def returned(book: Book, reply: Reply, month: str | None) -> None:
    """Note the slip of one statement in the register (U-23).

    UsageError for a slip that came back before its month had ended, or after today: its
    day may count for limitation.
    """
    from arcollect.views.chase.statement.replies import slip_word

    if month is None:
        raise UsageError(message("statement.needs_month"))
    if reply.slip is None:
        raise UsageError(message("statement.needs_slip"))
    if (slip := _SLIPS.get(reply.slip.strip().lower())) is None:
        raise UsageError(message("statement.bad_slip", raw=reply.slip))
    today = clock.today(book.policy.time_zone)
    day = clock.day(reply.on, "--on") if reply.on else today
    year, number = month_of(month)
    _refuse_day(day, month_end(dt.date(year, number, 1)), today)
    found = _find(recall(book).statements, reply, f"{year}-{number:02d}")
    entry = replace(found, slip=slip, returned_on=day, pays=reply.pays)
    remember(book, [entry], journalled(book, None, "statement --returned", 1))
    word = slip_word(entry, book.lang)
    facts = {"customer": entry.customer, "month": entry.month, "slip": word}
    tell(text("statement.returned", book.lang, **facts), "green")
    if found.slip and (found.slip, found.pays) != (entry.slip, entry.pays):
        before = slip_word(found, book.lang)
        tell(text("statement.returned_before", book.lang, slip=before), "yellow")


def _refuse_day(day: dt.date, last: dt.date, today: dt.date) -> None:
    if not last <= day <= today:
        raise UsageError(message("statement.returned_when", day=day, last=last))


def all_replies(book: Book, shape: str | None) -> None:
    """Months by customers: what came back and what did not."""
    from arcollect.views.chase.statement.replies import replies_table

    table = replies_table(recall(book).statements, book.lang)
    said = Answer("statement_replies", book.lang, [table], None, book.as_of, (), book.inputs)
    emit(said, Answering(None, shape))


def month_of(raw: str) -> tuple[int, int]:
    """A month typed by a person: 2026-09, 2026/9, 2026年9月; UsageError for anything else."""
    found = _MONTH.fullmatch(raw.strip())
    if found and 1990 <= int(found[1]) <= 2079 and 1 <= int(found[2]) <= 12:
        return int(found[1]), int(found[2])
    raise UsageError(message("statement.bad_month", raw=raw), message("statement.bad_month_hint"))


def _find(entries: Sequence[StatementEntry], reply: Reply, month: str) -> StatementEntry:
    """The one statement that is meant: by code or whole name, else by part of the name."""
    asked = str(reply.returned)
    wanted, code = asked.strip().casefold(), (reply.currency or "").upper()
    of_month = [e for e in entries if e.month == month and code in {"", e.currency}]
    exact = [e for e in of_month if wanted in {e.customer.casefold(), e.customer_key.casefold()}]
    found = exact or [e for e in of_month if wanted in e.customer.casefold()]
    if not found:
        said = message("statement.no_such", asked=asked, month=month)
        raise UsageError(said, message("statement.no_such_hint"))
    if len(found) > 1:
        names = [f"{e.customer} ({e.currency})" for e in found]
        several = message("statement.several", asked=asked, names=names)
        raise UsageError(several, message("statement.several_hint"))
    return found[0]
