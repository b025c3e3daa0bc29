"""The list for the post (邮寄清单): what goes where, and blanks for what happened."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.analysis.chase.post import Directory
from arcollect.policy import Policy
from arcollect.text import Lang, listed, text
from arcollect.views.chase import wording
from arcollect.views.chase.letter import Letter
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table

_FILLED_IN = ("sent_on", "by", "tracking", "arrived_on")
_MOST = 3  # contracts named in the contents; the rest are counted


def mailing_table(letters: Sequence[Letter], known: Directory, policy: Policy, lang: Lang) -> Table:
    """One row per letter to post: addressee, address, phone, contents, copies (U-25).

    What the carrier writes on its slip is 内件品名 "催款函(合同号/金额)", so that the slip
    itself proves what was inside. The last columns are blank and read back by
    `letters --import-sent`. Drafts for a lawyer are not ours to post.
    """
    rows = [letter for letter in letters if not letter.is_draft]
    column = Columns("mail.", rows, lang)

    columns = (
        column("number", Kind.ID, lambda x: x.reference),
        column("customer", Kind.TEXT, lambda x: x.notice.customer),
        column("addressee", Kind.TEXT, lambda x: x.notice.addressee),
        column("address", Kind.TEXT, lambda x: x.notice.address),
        column("phone", Kind.ID, lambda x: _phone(x, known)),
        column("channel", Kind.TEXT, lambda x: channel_word(x, known, lang)),
        column("contents", Kind.TEXT, _contents),
        column("copies", Kind.COUNT, lambda _: policy.letters.copies),
        *_blanks(len(rows), lang),
    )
    notes = (text("mail.list_note", lang),)
    return Table("mailing", text("mail.list", lang), columns, notes=notes)


def channel_word(letter: Letter, known: Directory, lang: Lang) -> str:
    """How the customer wants it, "" where nobody said."""
    way = known.channel(letter.notice.company, letter.notice.customer_key)
    return text(f"mail.way_{way}", lang) if way else ""


def _phone(letter: Letter, known: Directory) -> str:
    return known.person(letter.notice.customer_key, letter.notice.addressee).phone


def _contents(letter: Letter) -> str:
    """催款函(HT2026030/228,490.17元): the contracts and the amount of this letter."""
    notice, lang = letter.notice, letter.lang
    contracts = [c for c in dict.fromkeys(d.contract_no for d in notice.items) if c]
    named = listed(contracts[:_MOST], lang)
    if len(contracts) > _MOST:
        named = text("mail.and_more", lang, named=named, count=len(contracts))
    minor = notice.demand_minor or notice.gross_minor
    amount = wording.amount(minor, notice.currency, lang)
    about = "/".join(part for part in (named, amount) if part)
    return text("mail.contents_text", lang, about=about)


def _blanks(count: int, lang: Lang) -> list[Column]:
    offered = tuple(text(f"mail.by_{way}", lang) for way in ("post", "courier", "email", "hand"))
    kinds = {"sent_on": Kind.DATE, "arrived_on": Kind.DATE, "tracking": Kind.ID, "by": Kind.TEXT}
    return [
        Column(
            key,
            text(f"mail.{key}", lang),
            kinds[key],
            [None] * count,
            fill=True,
            choices=offered if key == "by" else (),
        )
        for key in _FILLED_IN
    ]
