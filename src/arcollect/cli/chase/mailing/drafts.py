"""E-mail drafts that we wrote, read back from their files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from arcollect.errors import UsageError, message
from arcollect.register.entries import History, LetterState, StatementEntry

_OURS = ("X-Arcollect", "X-Unsent")


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: kind "letter" with its number, "statement" with month and party, or ""."""

    path: Path
    mail: EmailMessage
    kind: str
    mark: str

    @property
    def to(self) -> str:
        """Whom it goes to, as written in the draft."""
        return str(self.mail["To"] or "")

    @property
    def day(self) -> dt.date:
        """The day that the letter bears; the first of all days where it bears none."""
        moment = getattr(self.mail["Date"], "datetime", None)
        return moment.date() if moment else dt.date.min

    @property
    def addresses(self) -> list[str]:
        """Every address it goes to, copies too."""
        heads = [h for name in ("To", "Cc") if (h := self.mail[name]) is not None]
        return [a.addr_spec for head in heads for a in head.addresses if a.addr_spec]

    def bare(self) -> EmailMessage:
        """The mail without what only drafts and our register need."""
        for name in _OURS:
            del self.mail[name]
        return self.mail


def drafts(paths: Iterable[str]) -> list[Draft]:
    """Every draft named, and those in folders named, by file name.

    Raises UsageError for a path that cannot be read.
    """
    return [_draft(path) for path in _files(paths)]


def state(draft: Draft, history: History, today: dt.date) -> str:
    """Why this draft is not sent: a key of the chapter `mail`, "" when it may be."""
    if not draft.kind:
        return "not_ours"
    if draft.day > today:
        return "dated_later"
    if not draft.addresses or draft.mail["From"] is None:
        return "no_sender" if draft.addresses else "no_to"
    if draft.kind == "statement":
        found = statement_of(draft, history)
        return "sent_before" if found is not None and found.sent_on is not None else ""
    return _letter_state(draft.mark, history, today)


def _letter_state(number: str, history: History, today: dt.date) -> str:
    """The same for a letter: cancelled, sent, or with an offer that is over."""
    known = [entry for entry in history.letters if entry.number == number]
    states = {entry.state for entry in known}
    if LetterState.CANCELLED in states:
        return "was_cancelled"
    if LetterState.SENT in states:
        return "sent_before"
    is_over = any(entry.offer and entry.offer.pay_by < today for entry in known)
    return "offer_over" if is_over else ""


def statement_of(draft: Draft, history: History) -> StatementEntry | None:
    """The statement that a draft carries, as the register knows it."""
    from arcollect.cli.chase.mailing.posting import party_mark

    for entry in history.statements:
        if f"{entry.month} {party_mark(entry.party)}" == draft.mark:
            return entry
    return None


def _files(paths: Iterable[str]) -> Iterator[Path]:
    for raw in paths:
        path = Path(raw)
        if path.is_dir():
            yield from sorted(path.glob("*.eml"))
        else:
            yield path


def _draft(path: Path) -> Draft:
    try:
        mail = message_from_bytes(path.read_bytes(), policy=policy.SMTP)
    except (OSError, ValueError) as error:
        hint = message("mail.unreadable_hint")
        raise UsageError(message("mail.unreadable", path=str(path)), hint) from error
    kind, _, mark = str(mail["X-Arcollect"] or "").partition(" ")
    known = kind if kind in {"letter", "statement"} and mark else ""
    return Draft(path, mail, known, mark.strip())
