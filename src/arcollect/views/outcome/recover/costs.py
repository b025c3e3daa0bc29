"""What the court charges on each claim, and what an agreed plan pays when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.analysis.chase.promises import rolled
from arcollect.analysis.claims.court_fees import Charge, CourtFee
from arcollect.analysis.figures import short_percent
from arcollect.analysis.outcome.recover.option import Way
from arcollect.analysis.outcome.recover.weigh import way_said
from arcollect.dates import add_months
from arcollect.money import show
from arcollect.text import Lang, say, text
from arcollect.views.columns import Columns
from arcollect.views.outcome.recover.options import company_column
from arcollect.views.table import Kind, Table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from arcollect.analysis.outcome.recover.option import Option
    from arcollect.analysis.outcome.recover.weigh import Weighed

    Row = tuple[Weighed, tuple[Option, int]]

YUAN = "CNY"


def fees_table(weighed: Sequence[Weighed], lang: Lang) -> Table:
    """Every charge with its formula and article (G-16); claims in other money in yuan."""
    rows = [(w, fee) for w in weighed for fee in w.case.fees]
    column = Columns("recover.", rows, lang, YUAN)
    columns = [
        column("customer", Kind.TEXT, lambda r: r[0].debt.customer, wide=True),
        column("charge", Kind.TEXT, lambda r: _charge(r[1], lang), wide=True),
        column.money("base", lambda r: r[1].base_minor),
        column.words("formula", lambda r: fee_formula(r[1], lang)),
        column.money("amount", lambda r: r[1].fee_minor),
        column(
            "article", Kind.TEXT, lambda r: text("recover.articles", lang, article=r[1].article)
        ),
    ]
    if company := company_column(weighed, rows, lang):
        columns.insert(0, company)
    title = text("recover.fees", lang)
    notes = (text("recover.base_rule", lang), text("recover.estimate", lang))
    return Table("recover.fees", title, tuple(columns), (), notes)


def fee_formula(fee: CourtFee, lang: Lang) -> str:
    """188,820.00×2%+300.00, the steps of the statute as one line."""
    line = _line(fee, lang)
    if fee.charge is Charge.HALVED:
        return text("recover.half", lang, line=line)
    if fee.charge is Charge.PAYMENT_ORDER:
        return text("recover.third", lang, line=line)
    if fee.is_capped:
        return text("recover.capped", lang, line=line, amount=show(fee.fee_minor, YUAN))
    return line


def _line(fee: CourtFee, lang: Lang) -> str:
    plus = show(abs(fee.plus_minor), YUAN)
    if not fee.rate:
        return text("recover.fixed", lang, amount=plus)
    sign = "+" if fee.plus_minor >= 0 else "-"
    return text(
        "recover.line",
        lang,
        base=show(fee.base_minor, YUAN),
        rate=short_percent(fee.rate),
        plus=f"{sign}{plus}" if fee.plus_minor else "",
    )


def _charge(fee: CourtFee, lang: Lang) -> str:
    return text(f"recover.charge_{fee.charge.replace('-', '_')}", lang)


def schedule_table(weighed: Sequence[Weighed], currency: str, as_of: dt.date, lang: Lang) -> Table:
    """Every payment of every plan; those of one plan add up to its nominal amount.

    With the day it would be due if the plan were signed on the as-of date, a workday, and as a
    promise to log: what is agreed is followed up to the day (R001-14).
    """
    rows = [
        (w, (option, number))
        for w in weighed
        for option in w.options
        for number in range(len(option.instalments))
    ]
    column = Columns("recover.", rows, lang, currency)
    columns = [
        column("customer", Kind.TEXT, lambda r: r[0].debt.customer, wide=True),
        column("way", Kind.TEXT, lambda r: say(way_said(r[1][0].way), lang)),
        column("number", Kind.COUNT, lambda r: r[1][1] + 1),
        column("month", Kind.TEXT, lambda r: _month(r[1][0], r[1][1], lang)),
        column.money("amount", lambda r: r[1][0].instalments[r[1][1]]),
        column("due_on", Kind.DATE, lambda r: _day(r, as_of)),
        column("promise", Kind.TEXT, lambda r: _promise(r, as_of), minor=True),
    ]
    if company := company_column(weighed, rows, lang):
        columns.insert(0, company)
    title = text("recover.schedules", lang, currency=currency)
    notes = (text("recover.schedule_note", lang, as_of=as_of),)
    return Table(f"recover.schedules.{currency}", title, tuple(columns), (), notes)


def _day(row: Row, as_of: dt.date) -> dt.date:
    """The day of one payment, so many months on, moved to the next workday (R-LAW-14)."""
    weighed, (option, number) = row
    return rolled(add_months(as_of, _months_on(option, number)), weighed.case.policy)


def _promise(row: Row, as_of: dt.date) -> str:
    """AMOUNT@DATE, as `log add --promise` takes it; goods are no money to wait for."""
    weighed, (option, number) = row
    if option.way is Way.GOODS and number == 0:
        return ""
    amount = show(option.instalments[number], weighed.debt.currency)
    return f"{amount}@{_day(row, as_of)}"


def _month(option: Option, number: int, lang: Lang) -> str:
    """When a payment is due: in which month, or at once."""
    month = _months_on(option, number)
    return str(month) if month else text("recover.at_once", lang)


def _months_on(option: Option, number: int) -> int:
    """A plan of n payments ends in month `months`."""
    return (option.months or 0) - len(option.instalments) + 1 + number
