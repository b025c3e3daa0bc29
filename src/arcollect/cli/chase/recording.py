"""Letters go into the register before they go into the folder.

A run that is cut short in between has drafts without a file, which the next run writes;
never a file with a number that the register does not know.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from arcollect.cli.remembered import journalled, remember
from arcollect.register.entries import DUNNING, ClaimedItem, LetterEntry, LetterState, OfferEntry

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import Notice, Offer
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History, Snapshot
    from arcollect.views.chase.letter import Letter
    from arcollect.views.chase.papers.paper import Drawn


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What one run writes: its letters, and every file by its name in the folder.

    state: how everything stands, where it is to be kept (R003-10).
    """

    command: str
    letters: Sequence[Letter | Drawn]
    files: Mapping[str, bytes]
    state: Snapshot | None = None


def recorder(book: Book, position: Position, out: Outgoing) -> Callable[[], object]:
    """What `folder.fill` calls before the first file changes."""
    allowed = [(w.rule, w.allowed) for each in out.letters for w in each.warnings if w.allowed]
    run = journalled(book, position, out.command, len(out.letters), allowed)
    entries = list(_entries(book, out, run.id))
    kept = () if out.state is None else (_of_run(out.state, run.id),)
    return lambda: remember(book, [run, *entries, *kept])


def _of_run(state: Snapshot, run: str) -> Snapshot:
    return replace(state, head=replace(state.head, run=run))


def issued(history: History) -> frozenset[str]:
    """The hashes of letters that were sent: their files stay where they are."""
    return frozenset(e.sha256 for e in history.letters if e.state is LetterState.SENT)


def _entries(book: Book, out: Outgoing, run: str) -> Iterator[LetterEntry]:
    first: dict[str, bytes] = {}  # of a letter in several formats
    for name, data in out.files.items():
        first.setdefault(PurePosixPath(name).stem, data)
    for letter in out.letters:
        yield _entry(book, letter, hashlib.sha256(first[letter.stem]).hexdigest(), run)


def _entry(book: Book, letter: Letter | Drawn, sha256: str, run: str) -> LetterEntry:
    notice = letter.notice
    return LetterEntry(
        number=letter.reference,
        company=notice.company,
        customer_key=notice.customer_key,
        customer=notice.customer,
        currency=notice.currency,
        kind=letter.kind,
        level=notice.level if letter.kind == DUNNING else "",
        as_of=book.as_of,
        written=letter.day,
        deadline=notice.deadline if notice.level != "L0" else None,
        demand_minor=notice.demand_minor,
        fee_minor=notice.fee_minor + notice.paid_late_minor,
        items=_items(notice),
        sha256=sha256,
        run=run,
        is_forced=any(why.key == "chase_why.forced" for why in notice.level_why),
        sequence=letter.number.sequence,
        running=letter.number.running,
        offer=_offer(getattr(letter, "offer", None)),
    )


def _offer(held_out: Offer | None) -> OfferEntry | None:
    """What the letter holds out, with who approved it (W-16); papers hold out nothing."""
    if held_out is None:
        return None
    from arcollect.analysis.figures import short_percent

    size = short_percent(held_out.share) if held_out.share else str(held_out.months)
    return OfferEntry(held_out.kind, size, held_out.pay_by, held_out.approved_by)


def _items(notice: Notice) -> tuple[ClaimedItem, ...]:
    """What is demanded, then documents of which only the fee is claimed: nothing is open."""
    charged = bool(notice.fee_minor)
    kept = (ClaimedItem(k.document_no, k.due_date, 0, 0, k.fee_minor) for k in notice.paid_late)
    demanded = (
        ClaimedItem(
            item.document_no or item.invoice_no,
            item.due_date,
            item.open_minor,
            item.demanded_minor,
            item.fee_minor if charged else 0,
        )
        for item in notice.items
    )
    return (*demanded, *kept)
