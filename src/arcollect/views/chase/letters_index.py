"""Who gets a letter, who gets none, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from arcollect.analysis.chase.notice import Dunning, Gap, NoLetter, Notice
from arcollect.errors import Message, message
from arcollect.money import from_minor, show
from arcollect.text import Lang, say, text
from arcollect.views.chase.letter import Letter
from arcollect.views.chase.word import print_alone_note
from arcollect.views.columns import Columns
from arcollect.views.compliance.report import said
from arcollect.views.table import Column, Kind, Table, Tone, Value
from arcollect.workdays import known_year

_Account = tuple[Notice | NoLetter, Letter | None]

_OWN_CONTACTS = ("own_phone", "own_contact", "own_bank_account")
_MONEY = ("open", "overdue", "held", "gross", "unapplied", "net", "fee")


def index_tables(
    dunning: Dunning,
    letters: Sequence[Letter],
    lang: Lang,
    ending: str = "docx",
    codes: Mapping[str, str] | None = None,
) -> list[Table]:
    """Every (company, customer, currency) with its letter or the reason for none.

    The second table holds the missing facts (U-21; a sheet, not a CSV: U-26).
    Totals stand only where all rows are in one currency; open and overdue are
    those of the aging table, so the index ties out to it. codes: the customers' own
    codes by our key; who has none shows none.
    """
    known = codes or {}
    return [_index(dunning, letters, lang, ending, known), _gaps(dunning.gaps, lang, known)]


def missing_company(silent: Sequence[NoLetter]) -> Message | None:
    """The one line to say when letters wait for our own company's data (U-21).

    A company that the ledger names, or several to choose from, are named in it.
    """
    why = next((one.why for one in silent if "own_company" in one.missing), None)
    if why is None or why.key != "chase_why.no_company_at_all":
        return why
    return message("letters.no_own_company")


def own_gaps(dunning: Dunning, lang: Lang) -> str:
    """Which of our own data the letters of a run do without; "" where none is missing.

    Their slots are left out of the letters, labels and all.
    """
    missing = dict.fromkeys(
        fact for n in dunning.notices for fact in n.would_improve if fact in _OWN_CONTACTS
    )
    if not missing:
        return ""
    facts = [text(f"letters.fact_{fact}", lang) for fact in missing]
    return text("letters.own_gaps", lang, facts=facts)


def _index(
    dunning: Dunning, letters: Sequence[Letter], lang: Lang, ending: str, codes: Mapping[str, str]
) -> Table:
    accounts: list[_Account] = [(letter.notice, letter) for letter in letters]
    accounts += [(silent, None) for silent in dunning.silent]
    currencies = {account.currency for account, _ in accounts}
    column = Columns("letters.ix_", accounts, lang)
    tones = [_tone(account) for account, _ in accounts]
    money = [_money(accounts, name, lang, one=len(currencies) == 1) for name in _MONEY]
    columns = (
        column("reference", Kind.ID, lambda a: a[1].reference if a[1] else ""),
        column("level", Kind.TEXT, lambda a: _level(a[0], lang), tones),
        column(
            "company",
            Kind.TEXT,
            lambda a: a[0].company or (a[1].author if a[1] else ""),
            minor=True,
        ),
        column("customer_code", Kind.ID, lambda a: codes.get(a[0].customer_key, ""), minor=True),
        column("customer", Kind.TEXT, lambda a: a[0].customer, wide=True),
        replace(
            column("currency", Kind.TEXT, lambda a: a[0].currency),
            total=next(iter(currencies)) if len(currencies) == 1 else None,
        ),
        *money,
        column("worst_days", Kind.DAYS, lambda a: _from_notice(a[0], "worst_days")),
        column("deadline", Kind.DATE, lambda a: _from_notice(a[0], "deadline"), minor=True),
        column("addressee", Kind.TEXT, lambda a: _from_notice(a[0], "addressee"), minor=True),
        column("why", Kind.TEXT, lambda a: _why(*a, lang), wide=True),
        column("file", Kind.TEXT, lambda a: f"{a[1].stem}.{ending}" if a[1] else "", minor=True),
    )
    counts = {"letters": len(letters), "silent": len(dunning.silent)}
    return Table(
        key="letters",
        title=text("letters.index", lang),
        columns=columns,
        lead=(text("letters.index_lead", lang, as_of=dunning.as_of, **counts),),
        notes=(
            *_notes(letters, lang),
            *print_alone_note(letters, lang),
            *_warnings(letters, lang),
        ),
        total_label=text("letters.sum", lang) if len(currencies) == 1 else "",
    )


def _notes(letters: Sequence[Letter], lang: Lang) -> Iterator[str]:
    """How the columns add up; and where a deadline rests on weekends alone (T-39)."""
    yield text("letters.index_note", lang)
    yield text("letters.index_note_l0", lang)
    for year in sorted({letter.notice.deadline.year for letter in letters}):
        if not known_year(year):
            yield text("letters.unknown_year", lang, year=year)


def _warnings(letters: Sequence[Letter], lang: Lang) -> tuple[str, ...]:
    """What the user's own templates say that ours would not (U-27)."""
    found = {(f.rule, said(f, lang), f.allowed) for letter in letters for f in letter.warnings}
    return tuple(
        text("letters.lacks" if rule == "W-12" else "letters.warned", lang, rule=rule, said=words)
        + (text("letters.allowed", lang, reason=reason) if reason else "")
        for rule, words, reason in sorted(found)
    )


def _money(accounts: Sequence[_Account], name: str, lang: Lang, *, one: bool) -> Column:
    minors = [_minor(account, name) for account, _ in accounts]
    values = [from_minor(m, a.currency) for m, (a, _) in zip(minors, accounts, strict=True)]
    total = from_minor(sum(minors), accounts[0][0].currency) if one else None
    title = text(f"letters.ix_{name}", lang)
    minor = name not in {"overdue", "net"}
    return Column(name, title, Kind.MONEY, values, total=total, sums=one, minor=minor)


def _minor(account: Notice | NoLetter, name: str) -> int:
    """One amount of a row; `held` is the overdue money that is not demanded.

    Who gets no letter could still be asked for the rest: only net is nothing there.
    """
    if name == "held":
        return sum(m for why, m in account.not_demanded if why != "no-due-date")
    if name in {"open", "overdue", "unapplied"}:
        return int(getattr(account, f"{name}_minor"))
    if isinstance(account, NoLetter):
        return _minor(account, "overdue") - _minor(account, "held") if name == "gross" else 0
    return {
        "gross": account.gross_minor,
        "net": account.demand_minor,
        "fee": account.fee_minor + account.paid_late_minor,
    }[name]


def _level(account: Notice | NoLetter, lang: Lang) -> str:
    none = text("letters.level_none", lang)
    return account.level if isinstance(account, Notice) else none


def _from_notice(account: Notice | NoLetter, name: str) -> Value:
    found: Value = getattr(account, name, None)
    return found


def _why(account: Notice | NoLetter, letter: Letter | None, lang: Lang) -> str:
    reasons = account.level_why if isinstance(account, Notice) else (account.why,)
    said = [say(reason, lang) for reason in reasons]
    if letter is not None and letter.variant:
        said.append(text(f"letters.variant_{letter.variant}", lang))
    if isinstance(account, Notice) and account.offer_why is not None:
        is_lost = letter is not None and account.offer is not None and letter.offer is None
        key = "letters.offer_unsaid"
        said.append(text(key, lang) if is_lost else say(account.offer_why, lang))
    if isinstance(account, Notice) and account.paid_late:
        amount = show(account.paid_late_minor, account.currency)
        facts = {"count": len(account.paid_late), "amount": amount}
        said.append(text("letters.why_paid_late", lang, **facts))
    if repeated := dict(account.not_demanded).get("repeated"):
        amount = show(repeated, account.currency)
        said.append(text("letters.why_repeated", lang, amount=amount))
    return text("letters.because", lang).join(said)


def _tone(account: Notice | NoLetter) -> Tone:
    if isinstance(account, Notice):
        return Tone.PLAIN
    return Tone.WATCH if account.missing else Tone.MUTED


def _gaps(gaps: Sequence[Gap], lang: Lang, codes: Mapping[str, str]) -> Table:
    """Required facts first, then what would improve a letter."""
    rows = sorted(gaps, key=lambda gap: not gap.is_mandatory)
    column = Columns("letters.ix_", rows, lang)
    tones = [Tone.WATCH if g.is_mandatory else Tone.PLAIN for g in rows]
    columns = (
        column("need", Kind.TEXT, lambda g: _need(g, lang), tones),
        column("fact", Kind.TEXT, lambda g: text(f"letters.fact_{g.fact}", lang)),
        column("company", Kind.TEXT, lambda g: g.company, minor=True),
        column("customer_code", Kind.ID, lambda g: codes.get(g.customer_key, ""), minor=True),
        column("customer", Kind.TEXT, lambda g: g.customer, wide=True),
        column("document", Kind.ID, lambda g: g.document, minor=True),
        column("row", Kind.TEXT, lambda g: g.row, minor=True),
        column("currency", Kind.TEXT, lambda g: g.currency),
        column("amount", Kind.MONEY, _concerned),
    )
    title = text("letters.gaps", lang)
    notes = (text("letters.gaps_note", lang),)
    return Table("letters_gaps", title, columns, notes=notes)


def _need(gap: Gap, lang: Lang) -> str:
    return text(f"letters.need_{'mandatory' if gap.is_mandatory else 'optional'}", lang)


def _concerned(gap: Gap) -> Value:
    return from_minor(gap.amount_minor, gap.currency) if gap.is_mandatory else None
