"""Who owes us and is owed by us: R003-90."""

from __future__ import annotations

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import Position, stand
from arcollect.analysis.set_off import SetOff, set_off
from arcollect.ledger.schema import Ledger

AS_OF = "2026-11-22"
HEAD = "company  customer  customer_key  currency  document_no  due_date  amount  disputed\n"


def position(book: Ledger) -> Position:
    return stand(book, day(AS_OF), policy())


def met(receivables: str, payables: str, form: str = "open-items") -> SetOff:
    ours, theirs = (position(ledger(HEAD + rows)) for rows in (receivables, payables))
    if form == "journal":
        theirs = position(ledger(HEAD + payables, form="journal"))
    return set_off(ours, theirs)


def test_the_smaller_balance_is_the_most_and_nothing_is_deducted() -> None:
    """80,000 overdue and 30,000 not due against 50,000 that we owe: 50,000."""
    ours = position(
        ledger(HEAD + "-  甲公司  C1  CNY  A1  2026-09-30  80000  0\n"
               "-  甲公司  C1  CNY  A2  2026-12-31  30000  0")
    )  # fmt: skip
    (one,) = set_off(
        ours, position(ledger(HEAD + "-  甲公司  S9  CNY  B1  2026-12-31  50000  0"))
    ).found
    assert (one.receivable_minor, one.due_minor, one.payable_minor) == (
        110_000_00,
        80_000_00,
        50_000_00,
    )
    assert (one.most_minor, one.due_most_minor) == (50_000_00, 50_000_00)
    assert int(ours.open["open_minor"].sum()) == 110_000_00


def test_what_is_disputed_or_not_due_is_no_debt_to_use_alone() -> None:
    found = met("-  甲  甲  CNY  A1  2026-09-30  3000  1000\n-  甲  甲  CNY  A2  2026-12-31  500  0",
                "-  甲  甲  CNY  B1  -  9000  0").found  # fmt: skip
    assert [(one.most_minor, one.due_most_minor) for one in found] == [(3_500_00, 2_000_00)]


@pytest.mark.parametrize(
    ("ours", "theirs", "met_"),
    [
        ("Acme  Ltd", "ＡＣＭＥ ltd", True),
        ("华东（上海）", "华东(上海)", True),
        ("甲公司", "甲公司分公司", False),
        ("甲公司", "甲有限公司", False),
    ],
)
def test_whole_names_only(ours: str, theirs: str, met_: bool) -> None:
    """Written otherwise it is the same name; like another it is not."""
    found = met(f"-  {ours.replace('  ', ' ')}  C1  CNY  A1  2026-09-30  5  0",
                f"-  {theirs}  S1  CNY  B1  2026-09-30  5  0")  # fmt: skip
    assert bool(found.found) is met_


def test_a_code_is_no_name() -> None:
    """Customer 1001 and supplier 1001 are two numberings."""
    rows = "customer  customer_key  customer_code  document_no  due_date  amount\n"
    both = ledger(rows + "1001  1001  1001  A1  2026-09-30  5")
    assert set_off(position(both), position(both)).found == ()


def test_own_companies_and_currencies_never_meet() -> None:
    """U-06."""
    ours = "东方  甲  甲  CNY  A1  2026-09-30  5  0\n西方  甲  甲  USD  A2  2026-09-30  7  0"
    found = met(
        ours, "西方  甲  甲  CNY  B1  2026-09-30  9  0\n西方  甲  甲  USD  B2  2026-09-30  3  0"
    )
    assert [(one.company, one.currency, one.most_minor) for one in found.found] == [
        ("西方", "USD", 300)
    ]
    assert found.is_company_open is False


def test_one_own_company_needs_no_column_but_two_do() -> None:
    theirs = "-  甲  甲  CNY  B1  2026-09-30  9  0"
    alone = met("东方  甲  甲  CNY  A1  2026-09-30  5  0", theirs)
    assert ([one.company for one in alone.found], alone.is_company_open) == (["东方"], False)
    two = met(
        "东方  甲  甲  CNY  A1  2026-09-30  5  0\n西方  乙  乙  CNY  A2  2026-09-30  5  0", theirs
    )
    assert (two.found, two.is_company_open) == ((), True)


def test_a_journal_of_payables_shows_debts_as_credits() -> None:
    """50,000 bought on credit, 10,000 paid: 40,000 are owed."""
    rows = "-  甲  甲  CNY  B1  2026-08-01  -50000  0\n-  甲  甲  CNY  B2  2026-08-20  10000  0"
    found = met("-  甲  甲  CNY  A1  2026-09-30  80000  0", rows, "journal")
    assert [one.payable_minor for one in found.found] == [40_000_00]


def test_a_supplier_paid_ahead_is_owed_nothing() -> None:
    found = met(
        "-  甲  甲  CNY  A1  2026-09-30  80000  0", "-  甲  甲  CNY  B1  2026-08-01  -50  0"
    )
    assert (found.found, found.suppliers, found.owed_minor) == ((), 0, ())


def test_one_name_of_two_customers_is_shown_once_and_given_to_nobody() -> None:
    ours = "-  甲  C1  CNY  A1  2026-09-30  5  0\n-  甲  C2  CNY  A2  2026-09-30  7  0"
    found = met(ours, "-  甲  S1  CNY  B1  2026-09-30  100  0")
    assert [(one.keys, one.most_minor) for one in found.found] == [(("C1", "C2"), 1_200)]
    assert found.payables() == {}
