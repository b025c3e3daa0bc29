"""How letters leave: e-mail drafts for those who want e-mail, a list for the post."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from arcollect.cli.talk.telling import tell
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.chase.post import Directory
    from arcollect.cli.steps import Book
    from arcollect.register.entries import Party
    from arcollect.render.letters.write import Making
    from arcollect.views.chase.letter import Letter
    from arcollect.views.chase.mailing.envelope import Addressed, Envelope
    from arcollect.views.chase.papers.paper import Drawn
    from arcollect.views.chase.statement.paper import Paper

_BESIDE = {"email": "eml", "wechat": "txt"}


def for_letters(
    book: Book, written: Sequence[Letter | Drawn], kinds: Sequence[str], title: str = ""
) -> Making:
    """How the files of these letters or papers are made.

    title: of the print file, "" for letters.

    A customer whose channel (发送方式) is e-mail gets a draft besides, one whose channel
    is WeChat the plain text, whatever the formats of the run.
    """
    from arcollect.views.chase.mailing.envelope import Addressed

    addressed = [
        Addressed(
            x,
            x.notice.company,
            x.notice.customer_key,
            x.notice.addressee,
            x.notice.cc,
            f"letter {x.reference}",
        )
        for x in written
    ]
    return _making(book, addressed, kinds, title)


def for_statements(
    book: Book, written: Sequence[Paper], kinds: Sequence[str], title: str
) -> Making:
    """How the files of these statements are made; by e-mail where the customer wants it."""
    from arcollect.views.chase.mailing.envelope import Addressed

    addressed = [
        Addressed(
            p,
            p.statement.company,
            p.statement.customer_key,
            p.statement.addressee,
            mark=f"statement {p.month} {party_mark(p.statement.party)}",
        )
        for p in written
    ]
    return _making(book, addressed, kinds, title)


def party_mark(party: Party) -> str:
    """Whose statement a draft is, without naming anybody."""
    return hashlib.sha256("\0".join(party).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def mailing_list(book: Book, written: Sequence[Letter]) -> dict[str, bytes]:
    """The list for the post as a workbook of its own; nothing where nothing is posted."""
    from arcollect.analysis.chase.post import directory
    from arcollect.cli.emit import as_report
    from arcollect.render import xlsx
    from arcollect.views.chase.mailing.listing import mailing_table

    table = mailing_table(written, directory(book.ledger), book.policy, book.lang)
    name = f"{text('mail.list_file', book.lang)}.xlsx"
    return {name: xlsx.write(as_report([table], book.lang))} if len(table) else {}


def _making(book: Book, addressed: Sequence[Addressed], kinds: Sequence[str], title: str) -> Making:
    from arcollect.analysis.chase.post import directory
    from arcollect.render.letters.write import Making
    from arcollect.views.chase.mailing.envelope import envelope

    known, pdf = directory(book.ledger), book.policy.pdf
    own = {a.paper.stem: _own(a, known, kinds) for a in addressed}
    mailed = [a for a in addressed if "eml" in own[a.paper.stem] and not a.paper.is_draft]
    heads = {a.paper.stem: envelope(a, known, book.policy) for a in mailed}
    _miss_addresses(book, heads.values())
    return Making(title, pdf.font, pdf.font_path, heads, own)


def _own(of: Addressed, known: Directory, kinds: Sequence[str]) -> tuple[str, ...]:
    beside = _BESIDE.get(known.channel(of.company, of.customer_key))
    return tuple(dict.fromkeys((*kinds, *([beside] if beside else []))))


def _miss_addresses(book: Book, heads: Collection[Envelope]) -> None:
    """Say on stderr how many drafts wait for an address, and that ours is not known."""
    if book.reading.quiet:
        return
    if count := sum(not head.to for head in heads):
        tell(text("mail.no_address", book.lang, count=count), "yellow")
    if count := sum(not head.sender[1] for head in heads):
        tell(text("mail.no_sender_yet", book.lang, count=count), "yellow")
