"""One statement on paper: from what moved to the blocks on the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from arcollect.analysis.chase.sender import own_company
from arcollect.analysis.chase.statement.model import Statement, Statements
from arcollect.money import show
from arcollect.policy import Policy
from arcollect.policy.model import Company
from arcollect.safe_name import safe_name
from arcollect.text import Lang, text
from arcollect.views.block import (
    Align,
    Block,
    Grid,
    Heading,
    Letterhead,
    PageBreak,
    Run,
    Sign,
    Style,
    Text,
)
from arcollect.views.chase import wording
from arcollect.views.chase.statement import lines
from arcollect.views.chase.template import clean

_LEFT, _RIGHT = Align.LEFT, Align.RIGHT


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences that paper and workbook share; account "" where nothing is to be paid."""

    closing: str
    account: str
    confirmed: str  # the balance as the slip names it


@dataclass(frozen=True, slots=True)
class Paper:
    """A statement ready to be painted; stem is its file name without the ending."""

    statement: Statement
    month: str  # 2026-09
    lang: Lang
    stem: str
    title: str
    blocks: tuple[Block, ...]
    author: str
    day: dt.date
    has_seam: bool
    said: Said
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every block of one statement is made from."""

    statement: Statement
    of: Statements
    company: Company
    policy: Policy
    lang: Lang

    def say(self, key: str, **facts: object) -> str:
        return text(f"statement.{key}", self.lang, **facts)

    def full(self, minor: int) -> str:
        return wording.amount(minor, self.statement.currency, self.lang)

    def bare(self, minor: int) -> str:
        return show(minor, self.statement.currency)

    @property
    def is_sealed(self) -> bool:
        """Whether it bears a seal; an English one of a firm abroad is signed."""
        return wording.is_sealed(self.company.name, self.lang)

    def aside(self, *parts: str) -> str:
        """Parts on one line, apart as the script has it."""
        return ("　" if self.lang is Lang.ZH else " · ").join(parts)

    def own(self, name: str) -> str:
        """Our own data, in English where the policy has it in English."""
        english = str(getattr(self.company, f"{name}_en", "")) if self.lang is Lang.EN else ""
        return clean(english or str(getattr(self.company, name)))


def papers(answer: Statements, policy: Policy, lang: Lang, on: dt.date) -> tuple[Paper, ...]:
    """A statement for every party whose own company has a name, dated `on`.

    Letterhead, account and contact come from the policy's own company; where the policy
    does not know it, from the ledger only its name. In the customer's language, else in
    `lang`. Principal only, with a reservation of all rights (R-LAW-04, W-08); silence
    confirms nothing (民法典 140); agreeing to pay is ticked apart from agreeing with
    the figures, for only that interrupts limitation (U-23).
    """
    made: dict[str, Paper] = {}
    for statement in answer.statements:
        company = own_company(policy, statement.company) or _named(statement.company)
        if company is not None:
            spoken = Lang(statement.language or policy.letters.language or lang)
            desk = _Desk(statement, answer, company, policy, spoken)
            stem = _free(_stem(desk), made)
            made[stem.casefold()] = _paper(desk, stem, on)
    return tuple(made.values())


def _named(name: str) -> Company | None:
    return Company(name=name) if name.strip() else None


def _stem(desk: _Desk) -> str:
    customer = safe_name(desk.statement.customer, max_chars=40, max_bytes=120)
    return safe_name(desk.say("file", month=desk.of.month, customer=customer))


def _free(stem: str, taken: Container[str]) -> str:
    """The stem, numbered where a customer has several accounts (two names may be alike)."""
    several = (stem, *(f"{stem}_{n}" for n in range(2, 10_000)))
    return next(name for name in several if name.casefold() not in taken)


def _paper(desk: _Desk, stem: str, on: dt.date) -> Paper:
    return Paper(
        statement=desk.statement,
        month=desk.of.month,
        lang=desk.lang,
        stem=stem,
        title=_reference(desk),
        blocks=tuple(_blocks(desk, on)),
        author=desk.own("name"),
        day=on,
        has_seam=desk.is_sealed,  # the slip stands on a page of its own
        said=Said(_closing_words(desk), _account(desk), _confirmed(desk)),
    )


def _reference(desk: _Desk) -> str:
    return desk.say("reference", month=lines.month_words(desk.of.first, desk.lang))


def _blocks(desk: _Desk, on: dt.date) -> Iterator[Block]:
    yield from _head(desk)
    yield from _figures(desk)
    yield from _foot(desk, on)
    yield PageBreak()  # a slip is sent back: it must not be torn in two
    yield from _slip(desk)


def _head(desk: _Desk) -> Iterator[Block]:
    statement, lang = desk.statement, desk.lang
    parts = [
        text(f"letters.{name}", lang, value=desk.own(name))
        for name in ("address", "phone", "email")
        if desk.own(name)
    ]
    rows = (desk.aside(*parts),) if parts else ()
    copies = wording.copies(desk.policy.statement.copies, lang) if desk.is_sealed else ""
    yield Letterhead(desk.own("name"), rows, _reference(desk), copies)
    yield Heading(desk.say("heading"), 1)
    to = text("letters.to", lang) + clean(statement.customer)
    yield Text((Run(to, bold=True),), Style.PLAIN)
    if statement.address:
        yield _plain(text("letters.address", lang, value=clean(statement.address)))
    if statement.addressee:
        who = wording.titled(clean(statement.addressee), clean(statement.title), lang)
        yield _plain(text("letters.attention", lang, name=who))
    days = {"last": desk.of.last, "reply": desk.of.reply_by}
    said = {name: wording.long_date(day, lang) for name, day in days.items()}
    yield Text((Run(desk.say("request", **said)),))


def _figures(desk: _Desk) -> Iterator[Block]:
    """The sum, the closing balance in words, what moved, what is open."""
    statement, unit = desk.statement, _unit(desk)
    yield Heading(desk.say("summary", currency=unit), 2)
    *rows, last = lines.summary(statement, desk.of.first, desk.of.last, desk.lang)
    titles = (desk.say("item"), desk.say("amount"))
    body = [(row.label, desk.bare(row.shown_minor)) for row in rows]
    foot = [(last.label, desk.bare(last.minor))]
    if statement.bills_minor:
        foot.append((desk.say("of_which_bills"), desk.bare(statement.bills_minor)))
    if not body:
        body, foot = foot, []
    yield Grid(titles, (_LEFT, _RIGHT), tuple(body), tuple(foot))
    yield _plain(_closing_words(desk))
    if found := list(lines.postings(statement, desk.lang)):
        yield Heading(desk.say("movements", currency=unit), 2)
        yield _moved(desk, found)
    if statement.open:
        yield Heading(desk.say("open", currency=unit), 2)
        yield _open(desk)


def _closing_words(desk: _Desk) -> str:
    minor, currency = desk.statement.closing_minor, desk.statement.currency
    if minor < 0:
        return desk.say("in_credit", amount=desk.full(-minor))
    if minor == 0:
        return desk.say("nothing_open")
    return desk.say("words", words=wording.amount_in_words(minor, currency, desk.lang))


def _moved(desk: _Desk, found: Sequence[lines.Posting]) -> Grid:
    keys = ("day", "what", "document", "more", "less", "balance")
    aligns = (_LEFT, _LEFT, _LEFT, _RIGHT, _RIGHT, _RIGHT)
    rows = [
        (
            str(p.day or ""),
            p.what,
            clean(p.document),
            desk.bare(p.more_minor) if p.more_minor else "",
            desk.bare(p.less_minor) if p.less_minor else "",
            desk.bare(p.balance_minor),
        )
        for p in found
    ]
    more, less = sum(p.more_minor for p in found), sum(p.less_minor for p in found)
    end = desk.bare(desk.statement.closing_minor)
    foot = (desk.say("sum"), "", "", desk.bare(more), desk.bare(less), end)
    return _without_empty(Grid(tuple(map(desk.say, keys)), aligns, tuple(rows), (foot,)))


def _open(desk: _Desk) -> Grid:
    keys = (
        "document", "invoice_no", "contract", "issued", "due", "document_amount",
        "open_amount", "mark",
    )  # fmt: skip
    aligns = (_LEFT, _LEFT, _LEFT, _LEFT, _LEFT, _RIGHT, _RIGHT, _LEFT)
    has_part = any(line.amount_minor != line.open_minor for line in desk.statement.open)
    rows = [
        (
            clean(line.document_no),
            clean(line.invoice_no) if line.invoice_no != line.document_no else "",
            clean(line.contract_no),
            str(line.issue_date or ""),
            str(line.due_date or ""),
            desk.bare(line.amount_minor) if has_part else "",
            desk.bare(line.open_minor),
            lines.mark(line, desk.lang),
        )
        for line in desk.statement.open
    ]
    foot = (desk.say("sum"), "", "", "", "", "", desk.bare(desk.statement.closing_minor), "")
    return _without_empty(Grid(tuple(map(desk.say, keys)), aligns, tuple(rows), (foot,)))


def _without_empty(grid: Grid) -> Grid:
    """The table without columns that have no value in any row; the first one stays."""
    kept = [n == 0 or any(row[n] for row in grid.rows) for n in range(len(grid.titles))]

    def pick(row: Sequence[str]) -> tuple[str, ...]:
        return tuple(value for value, is_kept in zip(row, kept, strict=True) if is_kept)

    aligns = tuple(a for a, is_kept in zip(grid.aligns, kept, strict=True) if is_kept)
    return Grid(pick(grid.titles), aligns, tuple(map(pick, grid.rows)), tuple(map(pick, grid.foot)))


def _foot(desk: _Desk, on: dt.date) -> Iterator[Block]:
    if account := _account(desk):
        yield _plain(account)
    joint = "" if desk.lang is Lang.ZH else " "
    notes = joint.join(map(desk.say, ("note_principal", "note_silence", "note_auditor")))
    yield Text((Run(notes),), Style.NOTE)
    contact = desk.own("contact") or desk.own("signer")
    signed = [text("letters.signed_by", desk.lang, name=contact)] if contact else []
    last = desk.aside(*signed, wording.long_date(on, desk.lang))
    yield Sign((desk.own("name"), last), _seal(desk))


def _account(desk: _Desk) -> str:
    """Where to pay, line by line: only ever from the policy's own company."""
    if desk.statement.closing_minor <= 0 or not desk.own("bank_account"):
        return ""
    names = ("account_name", "bank", "bank_account")
    own = {name: desk.own(name) for name in names}
    own["account_name"] = own["account_name"] or desk.own("name")
    pairs = (
        f"{text(f'letters.{name}', desk.lang)} {value}" for name, value in own.items() if value
    )
    return desk.say("account", parts="\n".join(pairs))


def _seal(desk: _Desk) -> str:
    """The place of our seal, or a line to sign on."""
    seal = desk.policy.statement.seal
    if desk.lang is Lang.EN and not seal.isascii():
        seal = text("letters.company_seal", desk.lang) if desk.is_sealed else ""
    return desk.say("seal", seal=seal) if seal else text("letters.blank", desk.lang)


def _slip(desk: _Desk) -> Iterator[Block]:
    """The reply slip: agrees or differs, and apart from that a promise to pay."""
    statement, lang = desk.statement, desk.lang
    about = {
        "month": lines.month_words(desk.of.first, lang),
        "last": wording.long_date(desk.of.last, lang),
        "amount": _confirmed(desk),
    }
    yield Heading(desk.say("slip"), 2)
    yield _plain(desk.say("slip_to", company=desk.own("name")))
    yield _plain(desk.say("slip_about", **about))
    for key in ("slip_agrees", "slip_differs", "slip_reason"):
        yield _plain(desk.say(key))
    if statement.closing_minor > 0:
        yield _plain(desk.say("slip_pays"))
    signed = (clean(statement.customer), desk.say("slip_person"), desk.say("slip_day"))
    yield Sign(signed, desk.say("slip_seal"))


def _confirmed(desk: _Desk) -> str:
    """The balance to confirm and who owes it: nobody confirms a negative sum."""
    minor = desk.statement.closing_minor
    amount = desk.full(abs(minor))
    if minor == 0:
        return amount
    return desk.say("slip_in_credit" if minor < 0 else "slip_owed", amount=amount)


def _unit(desk: _Desk) -> str:
    code = desk.statement.currency
    return text("letters.unit_cny", desk.lang) if code == "CNY" else code


def _plain(said: str) -> Text:
    return Text((Run(said),), Style.PLAIN)
