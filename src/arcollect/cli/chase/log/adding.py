"""One entry of the log, typed as options."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias, TypeVar

import typer

from arcollect.cli import clock
from arcollect.cli.bundle import spread
from arcollect.cli.options import Reading, Remembering
from arcollect.cli.remembered import journalled, recall, remember
from arcollect.cli.steps import read, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.errors import LedgerError, Message, UsageError, message
from arcollect.text import say, text

if TYPE_CHECKING:
    from arcollect.analysis.chase.log.parties import Known, Parties
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.register.entries import (
        ContactEntry,
        DisputeEntry,
        History,
        PromiseEntry,
    )

    Logged: TypeAlias = ContactEntry | PromiseEntry | DisputeEntry

Text = str | None
Word = TypeVar("Word", bound=StrEnum)
_NO_TIME = dt.time()  # only the day is known


@dataclass(frozen=True, slots=True)
class Said:
    """What happened, with whom, when, how."""

    customer: Annotated[Text, typer.Option("--customer", metavar="NAME", help="help.log_who")] = (
        None
    )
    company: Annotated[Text, typer.Option("--company", metavar="NAME", help="help.log_company")] = (
        None
    )
    currency: Annotated[
        Text, typer.Option("--currency", metavar="CNY", help="help.log_currency")
    ] = None
    at: Annotated[Text, typer.Option("--at", metavar="TIME", help="help.log_at")] = None
    channel: Annotated[Text, typer.Option("--channel", metavar="WORD", help="help.log_channel")] = (
        None
    )
    ours: Annotated[Text, typer.Option("--by", metavar="NAME", help="help.log_by")] = None
    person: Annotated[Text, typer.Option("--person", metavar="NAME", help="help.log_person")] = None
    action: Annotated[Text, typer.Option("--action", metavar="TEXT", help="help.log_action")] = None
    feedback: Annotated[
        Text, typer.Option("--feedback", metavar="TEXT", help="help.log_feedback")
    ] = None
    reason: Annotated[Text, typer.Option("--reason", metavar="WORD", help="help.log_reason")] = None
    next_step: Annotated[
        Text, typer.Option("--next-step", metavar="TEXT", help="help.log_next_step")
    ] = None
    next_on: Annotated[Text, typer.Option("--next-on", metavar="DATE", help="help.log_next_on")] = (
        None
    )
    proof: Annotated[Text, typer.Option("--proof", metavar="WORD", help="help.log_proof")] = None
    proof_ref: Annotated[
        Text, typer.Option("--proof-ref", metavar="TEXT", help="help.log_proof_ref")
    ] = None
    confirmed: Annotated[
        Text, typer.Option("--confirmed", metavar="AMOUNT", help="help.log_confirmed")
    ] = None
    document: Annotated[
        Text, typer.Option("--document", metavar="NUMBER", help="help.log_document")
    ] = None
    promise: Annotated[
        list[str] | None,
        typer.Option("--promise", metavar="AMOUNT@DATE", help="help.log_promise"),
    ] = None
    dispute: Annotated[
        Text, typer.Option("--dispute", metavar="AMOUNT|all", help="help.log_dispute")
    ] = None
    owner: Annotated[Text, typer.Option("--owner", metavar="NAME", help="help.log_owner")] = None
    complaint: Annotated[bool, typer.Option("--complaint", help="help.log_complaint")] = False
    pause_until: Annotated[
        Text, typer.Option("--pause-until", metavar="DATE", help="help.log_pause")
    ] = None
    corrects: Annotated[
        Text, typer.Option("--corrects", metavar="ID", help="help.log_corrects")
    ] = None
    withdraw: Annotated[
        Text, typer.Option("--withdraw", metavar="ID", help="help.log_withdraw")
    ] = None
    close_dispute: Annotated[
        Text, typer.Option("--close-dispute", metavar="ID", help="help.log_close")
    ] = None


@spread
def add(said: Said, reading: Reading, remembering: Remembering) -> None:
    """A contact with promises, a dispute or a complaint; or the end of one (R000-23).

    Nothing is overwritten: a correction is a new entry that names the old one.
    """
    book = read(reading, remembering.flags())
    must_keep(book)
    position = _standing(book)
    entries = [*_ended(said, recall(book), book), *_made(said, book, position)]
    if not entries:
        raise UsageError(message("log.nothing"), message("log.nothing_hint"))
    count = remember(book, entries, journalled(book, position, "log add", len(entries)))
    for entry in entries:
        typer.echo(entry.id)
    if reading.quiet:
        return
    key = "log.added" if count else "log.nothing_new"
    tell(text(key, book.lang, **({"count": count} if count else {})), "green")
    for remark in _remarks(entries, position):
        tell(say(remark, book.lang), "yellow")


def _remarks(entries: Sequence[Logged], position: Position | None) -> Iterator[Message]:
    """What to look at in entries that were kept all the same."""
    from arcollect.analysis.chase.log.debt import above_debt
    from arcollect.analysis.chase.log.entries import odd_hours
    from arcollect.analysis.chase.log.proof import lacks_proof
    from arcollect.register.entries import ContactEntry, PromiseEntry

    for contact in (entry for entry in entries if isinstance(entry, ContactEntry)):
        if contact.at.time() != _NO_TIME and (odd := odd_hours(contact.at.time())):
            yield odd
        if lacks_proof(contact):
            yield message("log.gap")
    made = [e for e in entries if isinstance(e, PromiseEntry) and e.withdrawn_on is None]
    if position is not None:
        yield from (above for each in made if (above := above_debt(each, position)))


def _standing(book: Book) -> Position | None:
    """What is open; None where the ledger cannot say, which is no reason not to log."""
    try:
        return stand_documents(book)
    except LedgerError:
        return None


def must_keep(book: Book) -> None:
    """Logging without a register would only seem to log."""
    if not book.policy.records.keep:
        raise UsageError(message("log.no_register"))


def _made(said: Said, book: Book, position: Position | None) -> Iterator[Logged]:
    """The new entries: one contact, its promises, its dispute."""
    from arcollect.analysis.chase.log.entries import id_of, promise_of, too_early
    from arcollect.analysis.chase.log.parties import Parties
    from arcollect.register.entries import DisputeEntry

    if not _says_something(said):
        return
    parties = Parties(book.ledger)
    known = _party(said, parties)
    contact = _contact(said, known, book, position)
    yield contact
    for raw in said.promise or ():
        minor, day = _promise(raw, contact.currency)
        made = promise_of(contact, day, minor, said.document or "")
        if (early := too_early(made)) is not None:
            raise UsageError(early)
        yield made
    if said.dispute is not None:
        whole = said.dispute.strip().casefold() in {"all", "全部"}
        minor = 0 if whole else _minor("--dispute", said.dispute, contact.currency)
        facts = (contact.id, minor, said.document or "")
        yield DisputeEntry(
            "D" + id_of(*facts),
            *contact.party[:2],
            contact.customer,
            contact.currency,
            contact.at.date(),
            minor,
            said.document or "",
            said.reason or said.feedback or "",
            said.owner or "",
        )


def _says_something(said: Said) -> bool:
    return any(
        (
            said.feedback, said.promise, said.dispute, said.complaint, said.action,
            said.confirmed, said.next_step, said.reason, said.proof, said.channel,
        )
    )  # fmt: skip


def _party(said: Said, parties: Parties) -> Known:
    found: Known | Message = (
        parties.find(said.customer, said.company or "", said.currency or "")
        if said.customer
        else message("log_why.nobody")
    )
    if isinstance(found, Message):
        raise UsageError(found, message("log.who_hint"))
    return found


def _contact(said: Said, known: Known, book: Book, position: Position | None) -> ContactEntry:
    from arcollect.analysis.chase.log.debt import Overdue, overdue
    from arcollect.analysis.chase.log.entries import contact_id, impossible
    from arcollect.register.entries import Channel, ContactEntry, Proof, Reason

    at = _at(said.at, book.policy.time_zone)
    late = overdue(position, known.party, at.date()) if position else Overdue(0, 0)
    contact = ContactEntry(
        "",
        at,
        *known.party[:2],
        known.customer,
        known.party[2],
        _word("--channel", said.channel, Channel) or Channel.OTHER,
        ours=said.ours or "",
        person=said.person or "",
        amount_minor=late.minor,
        days_past_due=late.worst_days,
        action=said.action or "",
        feedback=said.feedback or "",
        next_step=said.next_step or "",
        next_on=clock.day(said.next_on, "--next-on") if said.next_on else None,
        reason=_word("--reason", said.reason, Reason),
        proof=_word("--proof", said.proof, Proof) or Proof.NONE,
        proof_ref=said.proof_ref or "",
        confirmed_minor=(
            _minor("--confirmed", said.confirmed, known.party[2]) if said.confirmed else None
        ),
        is_complaint=said.complaint,
        pause_until=clock.day(said.pause_until, "--pause-until") if said.pause_until else None,
        corrects=said.corrects or "",
    )
    if (wrong := impossible(contact, clock.today(book.policy.time_zone))) is not None:
        raise UsageError(wrong)
    return replace(contact, id=contact_id(contact))


def _ended(said: Said, history: History, book: Book) -> Iterator[Logged]:
    """New versions of what is withdrawn, closed or corrected."""
    today = _at(said.at, book.policy.time_zone).date()
    if said.withdraw:
        yield replace(_with_id(history.promises, said.withdraw), withdrawn_on=today)
    if said.close_dispute:
        yield replace(_with_id(history.disputes, said.close_dispute), closed_on=today)
    if said.corrects:
        _with_id(history.contacts, said.corrects)
        for promise in history.promises:
            if promise.contact == said.corrects and promise.withdrawn_on is None:
                yield replace(promise, withdrawn_on=today)


Entry = TypeVar("Entry", "ContactEntry", "PromiseEntry", "DisputeEntry")


def _with_id(entries: tuple[Entry, ...], asked: str) -> Entry:
    for entry in entries:
        if entry.id == asked:
            return entry
    raise UsageError(message("log.no_such_id", asked=asked), message("log.no_such_id_hint"))


def _at(raw: str | None, time_zone: str) -> dt.datetime:
    """A day, or a day and a time; today where none is given."""
    if raw is None:
        return dt.datetime.combine(clock.today(time_zone), dt.time())
    words = raw.replace("T", " ").split()
    try:
        time = (
            dt.time.fromisoformat(words[1].replace("：", ":").zfill(5)) if words[1:] else dt.time()
        )
    except ValueError:
        raise UsageError(message("log.bad_at", raw=raw)) from None
    if not words or len(words) > 2:
        raise UsageError(message("log.bad_at", raw=raw))
    return dt.datetime.combine(clock.day(words[0], "--at"), time)


def _promise(raw: str, currency: str) -> tuple[int, dt.date]:
    amount, _, day = raw.partition("@")
    if not amount.strip() or not day.strip():
        raise UsageError(message("log.bad_promise", raw=raw), message("log.bad_promise_hint"))
    return _minor("--promise", amount, currency), clock.day(day.strip(), "--promise")


def _minor(option: str, raw: str, currency: str) -> int:
    from arcollect.money import parse_amount, to_minor

    read = parse_amount(raw)
    if isinstance(read, Message) or read.value is None or read.value <= 0:
        why = read if isinstance(read, Message) else message("log_why.no_amount")
        raise UsageError(message("log.bad_amount", option=option, raw=raw, why=why))
    return to_minor(read.value, currency)[0]


def _word(option: str, raw: str | None, kind: type[Word]) -> Word | None:
    """The channel, reason or proof that a person means; UsageError lists the words."""
    from arcollect.analysis.chase.log.words import meant
    from arcollect.views.chase.worklist.sheet import meaning

    if raw is None:
        return None
    name = kind.__name__.lower()
    found = meaning(name, raw) or meant(kind, raw)
    if not isinstance(found, kind):
        known = [
            message("log.word", code=value.value, word=message(f"worklist.{name}.{value}"))
            for value in kind
            if value
        ]
        raise UsageError(
            message("log.bad_word", option=option, raw=raw),
            message("log.bad_word_hint", known=known),
        )
    return found
