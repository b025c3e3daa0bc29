"""The forms a ledger takes: staged, retained, billed, excluded, several companies."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.ledger.layouts.made import balances, delimited, laid, stood, table, ties_out, workbook

from arcollect.errors import LedgerError, UsageError
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy
from arcollect.policy.model import Exclusions

OCTOBER = dt.date(2026, 10, 31)


def ledger(text: str, name: str = "ledger.csv", policy: Policy | None = None) -> Ledger:
    return laid(delimited(table(text)), name, policy)


def apart(book: Ledger, policy: Policy | None = None) -> dict[str, str]:
    open_ = stood(book, OCTOBER, policy).open
    return dict(zip(open_["document_no"].astype(str), open_["apart"].astype(str), strict=True))


STAGED = """客户名称|单据编号|单据日期|验收日期|付款条件|应收金额|已收金额
    甲|A1|2026-03-01|2026-05-01|30%预付 60%验收 10%质保12个月|1,000.01|300.00"""


def test_staged_terms_split_to_the_cent_and_retention_waits() -> None:
    """1,000.01: 30 % with the order, 60 % on acceptance, 10 % a year after acceptance."""
    book = ledger(STAGED)
    items = book.items
    assert items["amount_minor"].tolist() == [300_00, 600_01, 100_00]
    assert items["paid_minor"].tolist() == [300_00, 0, 0]
    assert [str(d)[:10] for d in items["due_date"]] == ["2026-03-01", "2026-05-01", "2027-05-01"]
    assert list(apart(book).values()) != []
    assert stood(book, OCTOBER).open["apart"].tolist() == ["", "retention"]


def test_bills_in_hand_are_apart_until_they_mature_and_return_when_dishonoured() -> None:
    book = laid(
        workbook(
            table("""客户名称|单据编号|单据日期|到期日|应收金额
                甲|A1|2026-05-01|2026-06-30|100.00
                乙|B1|2026-05-01|2026-06-30|60.00"""),
            "应收",
            收款=table("""收款日期|客户名称|收款金额|核销单据号|收款方式|票据到期日|是否拒付
                2026-07-01|甲|100.00|A1|银行承兑汇票|2027-01-01|否
                2026-07-01|乙|60.00|B1|商业承兑汇票|2026-10-01|是"""),
        ),
        "ledger.xlsx",
    )
    assert book.receipts["method"].tolist() == ["bill", "bill"]
    position = stood(book, OCTOBER)
    assert position.open["customer"].tolist() == ["乙"]  # dishonoured: owed again
    assert not position.payments["is_cash"].any()


IN_TRANSIT = """客户名称|单据编号|单据类型|单据日期|到期日|票据到期日|未收金额
    甲|P1|应收票据|2026-08-01|2026-09-01|2027-02-01|100.00
    甲|P2|应收票据|2026-03-01|2026-04-01|2026-09-01|50.00"""


def test_a_bill_among_the_items_is_in_transit() -> None:
    book = ledger(IN_TRANSIT)
    assert apart(book) == {"P1": "bill", "P2": ""}


@pytest.mark.parametrize(
    ("columns", "cells", "reason"),
    [
        ("是否关联方", "是", "related"),
        ("客户类型", "内部往来", "related"),
        ("是否质保金", "是", "retention"),
        ("备注", "质保金", "retention"),
        ("账销案存", "是", "written-off"),
    ],
)
def test_exclusions_by_column_stay_in_the_totals(columns: str, cells: str, reason: str) -> None:
    book = ledger(f"""客户名称|单据编号|单据日期|到期日|未收金额|{columns}
        甲|A1|2026-05-01|2026-12-30|100.00|{cells}
        乙|A2|2026-05-01|2026-09-30|50.00|""")
    assert apart(book) == {"A1": reason, "A2": ""}
    assert stood(book, OCTOBER).open["open_minor"].sum() == 150_00


def test_exclusions_by_policy_and_small_differences() -> None:
    policy = Policy(exclude=Exclusions(related_parties=("华东（上海）公司",)))
    book = ledger(
        """客户名称|单据编号|单据日期|到期日|应收金额|未收金额
        华东(上海)公司|A1|2026-05-01|2026-09-30|100.00|100.00
        乙|A2|2026-05-01|2026-09-30|5000.00|0.37""",
        policy=policy,
    )
    assert apart(book, policy) == {"A1": "related", "A2": "small"}


COMPANIES = """我方公司|客户名称|单据编号|单据日期|到期日|未收金额
    澜亭电机|甲|A1|2026-05-01|2026-09-30|100.00
    澜亭贸易|甲|R1|2026-06-01||-100.00"""


def test_several_own_companies_are_never_netted() -> None:
    book = ledger(COMPANIES)
    position = stood(book, OCTOBER)
    assert position.open["open_minor"].tolist() == [100_00]
    assert position.credits["unapplied_minor"].tolist() == [100_00]


OPENING = """客户名称|单据编号|单据类型|单据日期|到期日|未收金额
    甲||期初余额|||100.00
    甲|A1|应收单|2026-05-01|2026-09-30|50.00"""


def test_an_opening_balance_without_date_has_no_due_date() -> None:
    book = ledger(OPENING)
    position = stood(book, OCTOBER)
    assert position.open["has_due_date"].tolist() == [False, True]
    assert ties_out(book)


SETTLED = """customerID|invoiceNumber|InvoiceDate|DueDate|InvoiceAmount|SettledDate
    C1|0001|2026-05-01|2026-06-30|100.00|2026-10-31
    C1|0002|2026-05-01|2026-06-30|50.00|2026-11-01"""


def test_settled_documents_count_by_the_day_they_were_settled() -> None:
    book = ledger(SETTLED)
    assert book.source.form == "settlement"
    assert stood(book, OCTOBER).open["open_minor"].tolist() == [50_00]


TITLED = """应收明细表
    {title}
    客户名称|单据编号|单据日期|到期日|应收金额|未收金额
    甲|A1|2026-08-01|2026-09-30|100.00|60.00"""


@pytest.mark.parametrize(
    ("title", "name", "day", "by"),
    [
        ("截止日期：2026-10-31", "l.csv", OCTOBER, "l!A2"),
        ("截至2026年10月31日", "l.csv", OCTOBER, "l!A2"),
        ("As at 31 October 2026", "l.csv", OCTOBER, "l!A2"),
        ("x", "应收账龄_20261031.csv", OCTOBER, "file name"),
        ("x", "l.csv", None, ""),
    ],
)
def test_the_cut_off_of_titles_and_file_names(
    title: str, name: str, day: dt.date | None, by: str
) -> None:
    source = ledger(TITLED.format(title=title), name).source
    assert (source.cutoff, source.cutoff_from) == (day, by)


def test_the_flag_wins_and_a_conflict_is_said() -> None:
    data = delimited(table(TITLED.format(title="截止日期：2026-10-31")))
    book = laid(data, "l.csv", balances_as_of=dt.date(2026, 9, 30))
    assert (book.source.cutoff, book.source.cutoff_from) == (dt.date(2026, 9, 30), "flag")
    assert "ledger.cutoff_conflict" in {p.said.key for p in book.problems}


def test_a_later_balance_without_dates_is_refused_for_an_earlier_day() -> None:
    book = ledger(TITLED.format(title="截止日期：2026-10-31"))
    with pytest.raises(LedgerError):
        stood(book, dt.date(2026, 9, 30))
    assert stood(book, dt.date(2026, 11, 30)).open["open_minor"].tolist() == [60_00]


LATER = """客户名称|单据编号|单据日期|到期日|未收金额
    甲|A1|2026-08-01|2026-09-30|60.00
    甲|A2|2026-11-01|2026-12-30|40.00"""


def test_documents_of_later_days_are_left_out_and_counted() -> None:
    book = ledger(LATER)
    position = stood(book, OCTOBER)
    assert dict(position.left_out) == {"CNY": 1}
    assert dict(position.left_out_minor) == {"CNY": 40_00}
    assert position.open["open_minor"].sum() == balances(book)["甲", "CNY"] - 40_00


def test_terms_that_make_no_sense_stop_the_run() -> None:
    with pytest.raises(UsageError):
        laid(delimited(table(TITLED.format(title="x"))), "l.csv", default_terms="老规矩")
