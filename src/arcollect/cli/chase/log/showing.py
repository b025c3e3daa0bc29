"""The log on the screen or in a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from arcollect.analysis.asked import is_asked_for
from arcollect.cli import clock
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering, Customer, ReadingMaybe, Remembering
from arcollect.cli.remembered import recall
from arcollect.cli.remembered.place import place_of
from arcollect.cli.steps import note, problems, read, stand_documents
from arcollect.text import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from arcollect.register.entries import History


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose entries."""

    customer: Customer = None


@spread
def show(whose: Whose, reading: ReadingMaybe, remembering: Remembering, out: Answering) -> None:
    """Contacts, promises judged against receipts, disputes (R003-43, R003-69).

    Without a ledger the register of the policy's company is shown, promises unjudged.
    """
    _show(whose, reading, remembering, out)


@spread
def export(whose: Whose, reading: ReadingMaybe, remembering: Remembering, out: Answering) -> None:
    """The same as a workbook beside the ledger, or as `-o` and `-f` say."""
    _show(whose, reading, remembering, out, is_file=True)


def _show(
    whose: Whose,
    reading: ReadingMaybe,
    remembering: Remembering,
    out: Answering,
    *,
    is_file: bool = False,
) -> None:
    make = _judged if reading.ledger else _unjudged
    answer, then = make(whose, reading, remembering)
    if is_file and out.output is None and out.format is None:
        name = text("log.file_name", answer.lang, day=f"{answer.as_of:%Y%m%d}")
        beside = answer.inputs[0].parent / name if answer.inputs else name
        out = replace(out, output=str(beside))
    emit(answer, out)
    then()


def _judged(
    whose: Whose, reading: ReadingMaybe, remembering: Remembering
) -> tuple[Answer, Callable[[], None]]:
    """The log of a ledger's register, its promises judged by the money that came in."""
    from arcollect.analysis.chase.promises import judge
    from arcollect.views.chase.log import log_tables

    book = read(reading, remembering.flags())
    position = stand_documents(book)
    history = of_customer(recall(book), whose.customer)
    tables = log_tables(history, judge(history, position, book.policy), book.lang)
    found = problems(book, position)
    answer = Answer("log", book.lang, tables, None, book.as_of, found, book.inputs)
    return answer, lambda: note(book, position)


def _unjudged(
    whose: Whose, reading: ReadingMaybe, remembering: Remembering
) -> tuple[Answer, Callable[[], None]]:
    """The log of the policy's register, without any ledger."""
    from arcollect.analysis.chase.promises import unchecked
    from arcollect.register.store import whole
    from arcollect.views.chase.log import log_tables

    place = place_of((), remembering, reading)
    place.refuse_without()
    place.tell_missing()
    as_of = clock.day(reading.as_of, "--as-of") if reading.as_of else place.today
    history = of_customer(whole.history(place.path), whose.customer)
    tables = log_tables(history, unchecked(history, as_of, place.policy), place.lang)
    return Answer("log", place.lang, tables, None, as_of), lambda: None


def of_customer(history: History, customer: str | None) -> History:
    """Only the entries of customers whose name or code contains these words."""
    if customer is None:
        return history
    fits = partial(is_asked_for, customer)
    return replace(
        history,
        contacts=tuple(c for c in history.contacts if fits(c.customer, c.customer_key)),
        promises=tuple(p for p in history.promises if fits(p.customer, p.customer_key)),
        disputes=tuple(d for d in history.disputes if fits(d.customer, d.customer_key)),
    )
