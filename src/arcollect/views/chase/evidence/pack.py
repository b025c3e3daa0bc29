"""One customer's evidence as a workbook: checklist, account, log, letters, files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.evidence.checklist import Status
from arcollect.analysis.chase.evidence.masking import masked
from arcollect.text import Lang, listed, text
from arcollect.views.amounts import decimals
from arcollect.views.chase.evidence.summary import open_words
from arcollect.views.chase.log import log_tables
from arcollect.views.chase.register.ways import way_word
from arcollect.views.claims.late_fee import fee_tables
from arcollect.views.claims.limits import limits_tables
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Page, Report, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.chase.evidence.checklist import Check
    from arcollect.analysis.chase.evidence.packs import Pack
    from arcollect.analysis.chase.evidence.papers import Collected
    from arcollect.analysis.chase.promises import Promises
    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.analysis.claims.limits.limitation import Limits
    from arcollect.analysis.money_in import Money
    from arcollect.register.entries import History, LetterEntry

TONES = {
    Status.HAVE: Tone.GOOD,
    Status.PART: Tone.WATCH,
    Status.MISSING: Tone.BAD,
    Status.LOOK: Tone.WATCH,
    Status.NOT_NEEDED: Tone.MUTED,
}
_CLAUSES = frozenset({"payment_date", "fee_clause"})


@dataclass(frozen=True, slots=True)
class Beside:
    """What other chapters know of the same customer, and the files with their hashes."""

    fees: Fees
    money: Sequence[tuple[str, Money]]  # currency, money that came in
    history: History  # of this customer, masked
    promises: Promises
    limits: Limits
    left_out: frozenset[str]  # paths too large to copy
    rows: Mapping[int, str]  # where each document stands in the ledger: 明细!12


def pack_report(pack: Pack, beside: Beside, as_of_line: str, lang: Lang) -> Report:
    """The sheets of one pack, the checklist first."""
    title = text("evidence.pack_title", lang, customer=pack.customer)
    pages = (
        _page("checklist", [checklist_table(pack, lang)], lang),
        _page("account", [*_account(pack, beside.rows, lang), _money(beside.money, lang)], lang),
        _page("fees", fee_tables(beside.fees, lang), lang),
        _page("log", log_tables(beside.history, beside.promises, lang), lang),
        _page("letters", [_letters(pack, lang), _months(pack, lang)], lang),
        _page("limits", limits_tables(beside.limits, lang, every=True), lang),
        _page("files", [files_table(pack, beside.left_out, lang)], lang),
    )
    lead = (as_of_line, *([pack.company] if pack.company else []), open_words(pack))
    return Report(title, pages, lead, text("evidence.keep", lang), {"lang": str(lang)})


def checklist_table(pack: Pack, lang: Lang) -> Table:
    """Have, missing, not needed: the electronic copies found, a box for the paper."""
    checks = pack.checks
    column = Columns("evidence.", checks, lang)
    tones = [TONES[check.status] for check in checks]
    columns = (
        column("point", Kind.TEXT, lambda c: text(f"evidence.check.{c.key}", lang), wide=True),
        column("status", Kind.TEXT, lambda c: text(f"evidence.status.{c.status}", lang), tones),
        column("counted", Kind.TEXT, lambda c: f"{c.have}/{c.of}" if c.of else ""),
        column("electronic", Kind.TEXT, lambda c: _copies(c, lang)),
        column("paper", Kind.TEXT, _box),
        column("recorded", Kind.TEXT, lambda c: listed(map(masked, c.recorded), lang), wide=True),
        column("lacking", Kind.TEXT, lambda c: listed(_lacking(c), lang), wide=True),
        column("how", Kind.TEXT, lambda c: _how(c, lang), wide=True),
    )
    notes = (text("evidence.boxes", lang), text("evidence.minimum", lang))
    return Table("evidence.checklist", text("evidence.checklist", lang), columns, (), notes)


def files_table(pack: Pack, left_out: frozenset[str], lang: Lang) -> Table:
    """The manifest: every collected file with its SHA-256 (R003-51)."""
    column = Columns("evidence.", pack.papers, lang)
    columns = (
        column("path", Kind.TEXT, lambda p: p.file.path, wide=True),
        column("kind", Kind.TEXT, lambda p: text(f"evidence.kind.{p.kind}", lang)),
        column("numbers", Kind.TEXT, lambda p: listed(p.numbers, lang)),
        column("size", Kind.COUNT, lambda p: p.file.size),
        column("sha256", Kind.ID, lambda p: p.file.sha256),
        column("copied", Kind.TEXT, lambda p: _copied(p.file, left_out, lang)),
    )
    note = text("evidence.manifest_rule", lang)
    return Table("evidence.files", text("evidence.files", lang), columns, (), (note,))


def _account(pack: Pack, rows: Mapping[int, str], lang: Lang) -> list[Table]:
    """The open documents, one table per currency so that each foots, with their rows."""
    currencies = sorted({d.currency for d in pack.documents})
    return [_documents(pack, rows, currency, lang) for currency in currencies]


def _documents(pack: Pack, places: Mapping[int, str], currency: str, lang: Lang) -> Table:
    rows = [d for d in pack.documents if d.currency == currency]
    column = Columns("evidence.", rows, lang)
    amounts = decimals([d.open_minor for d in rows], currency)
    columns = (
        column("document_no", Kind.ID, lambda d: d.document_no),
        column("invoice_no", Kind.ID, lambda d: d.invoice_no),
        column("contract_no", Kind.ID, lambda d: d.contract_no),
        column("order_no", Kind.ID, lambda d: d.order_no, minor=True),
        column("issue_date", Kind.DATE, lambda d: d.issue_date),
        column("terms", Kind.TEXT, lambda d: d.terms, minor=True),
        column("due_date", Kind.DATE, lambda d: d.due_date),
        column("days", Kind.DAYS, lambda d: max(d.days_past_due, 0)),
        column("row", Kind.TEXT, lambda d: places.get(d.item, ""), minor=True),
        column("amount", Kind.MONEY, lambda d: decimals([d.amount_minor], currency)[0]),
        Column(
            "open", text("evidence.open", lang), Kind.MONEY, amounts,
            total=sum(amounts, start=decimals([0], currency)[0]), sums=True,
        ),
    )  # fmt: skip
    title = f"{text('evidence.account', lang)} {currency}"
    label = text("common.total", lang)
    return Table(f"evidence.account.{currency}", title, columns, (), (), label)


def _money(money: Sequence[tuple[str, Money]], lang: Lang) -> Table:
    column = Columns("evidence.", money, lang)
    columns = (
        column("date", Kind.DATE, lambda m: m[1].day),
        column("currency", Kind.TEXT, lambda m: m[0]),
        column("received", Kind.MONEY, lambda m: decimals([m[1].minor], m[0])[0]),
        column("names", Kind.TEXT, lambda m: m[1].names, wide=True),
    )
    note = text("evidence.received_rule", lang)
    return Table("evidence.received", text("evidence.receipts", lang), columns, (), (note,))


def _level(letter: LetterEntry, lang: Lang) -> str:
    """L2; of other papers what they are."""
    return letter.level or text(f"papers.kind_{letter.kind}", lang)


def _letters(pack: Pack, lang: Lang) -> Table:
    column = Columns("evidence.", pack.letters, lang)
    columns = (
        column("number", Kind.ID, lambda o: o.number),
        column("level", Kind.TEXT, lambda o: _level(o, lang)),
        column("letter_as_of", Kind.DATE, lambda o: o.as_of),
        column("currency", Kind.TEXT, lambda o: o.currency),
        column("demand", Kind.MONEY, lambda o: decimals([o.demand_minor], o.currency)[0]),
        column("state", Kind.TEXT, lambda o: text(f"evidence.letter.{o.state}", lang)),
        column("sent_on", Kind.DATE, lambda o: o.sent_on),
        column("by", Kind.TEXT, lambda o: way_word(o.by, lang)),
        column("tracking", Kind.ID, lambda o: o.tracking),
        column("arrived_on", Kind.DATE, lambda o: o.arrived_on),
        column("sha256", Kind.ID, lambda o: o.sha256, minor=True),
    )
    note = text("evidence.letters_rule", lang)
    return Table("evidence.letters", text("evidence.letters", lang), columns, (), (note,))


def _months(pack: Pack, lang: Lang) -> Table:
    rows = pack.months
    column = Columns("evidence.", rows, lang)
    tones = {"sealed": Tone.GOOD, "sent": Tone.WATCH, "made": Tone.BAD, "none": Tone.BAD}
    columns = (
        column("month", Kind.TEXT, lambda m: m.month),
        column(
            "status", Kind.TEXT, lambda m: text(f"evidence.month.{m.state}", lang),
            [tones[m.state] for m in rows],
        ),
        column("sent_on", Kind.DATE, lambda m: m.sent_on),
        column("returned_on", Kind.DATE, lambda m: m.returned_on),
    )  # fmt: skip
    note = text("evidence.months_rule", lang)
    return Table("evidence.months", text("evidence.months", lang), columns, (), (note,))


def _page(key: str, tables: Sequence[Table], lang: Lang) -> Page:
    return Page(f"evidence.{key}", text(f"evidence.page.{key}", lang), tuple(tables))


def _copies(check: Check, lang: Lang) -> str:
    return text("evidence.copies", lang, count=len(check.files)) if check.files else "—"


def _how(check: Check, lang: Lang) -> str:
    if check.status is Status.HAVE:
        return ""
    is_clause = check.key in _CLAUSES and check.status is Status.LOOK
    return text(f"evidence.how.{'clause' if is_clause else check.key}", lang)


def _box(check: Check) -> str:
    return "—" if check.status is Status.NOT_NEEDED else "□"


def _lacking(check: Check) -> Iterable[str]:
    """Documents as they are; months in a row as first–last."""
    if check.key != "statements":
        return check.lacking
    runs: list[list[str]] = []
    for month in check.lacking:
        if runs and _after(runs[-1][-1]) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return [run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def _after(month: str) -> str:
    year, number = map(int, month.split("-"))
    return f"{year + number // 12}-{number % 12 + 1:02}"


def _copied(file: Collected, left_out: frozenset[str], lang: Lang) -> str:
    return text("evidence.too_large" if file.path in left_out else "common.yes", lang)
