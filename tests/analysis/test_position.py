"""What is open at the as-of date."""

from __future__ import annotations

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.errors import LedgerError

JULY = day("2026-07-18")


def opened(book, as_of=JULY, **sections):
    """document number -> open minor units"""
    found = stand(book, as_of, policy(**sections)).open
    return dict(zip(found["document_no"], found["open_minor"], strict=True))


def unapplied(book, as_of=JULY, **sections):
    return stand(book, as_of, policy(**sections)).credits["unapplied_minor"].tolist()


# the as-of date ----------------------------------------------------------------
def test_documents_issued_later_are_left_out_and_counted():
    book = ledger("""
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-05-01  2026-06-30  100.00
        甲        A2           2026-07-19  2026-08-31  70.00
    """)
    position = stand(book, JULY, policy())
    assert position.open["document_no"].tolist() == ["A1"]
    assert (position.left_out, position.left_out_minor) == ({"CNY": 1}, {"CNY": 7000})


def test_settled_on_the_as_of_date_is_paid():
    book = ledger("""
        customer  document_no  issue_date  due_date    settled_date  amount
        甲        A1           2026-05-01  2026-06-30  2026-07-18    1.00
        甲        A2           2026-05-01  2026-06-30  2026-07-19    2.00
        甲        A3           2026-05-01  2026-06-30  -             3.00
    """)
    assert opened(book) == {"A2": 200, "A3": 300}


def test_a_settled_date_does_not_close_an_open_balance():
    book = ledger("""
        customer  document_no  issue_date  settled_date  amount  open
        甲        A1           2026-05-01  2026-06-30    10.00   4.00
        甲        A2           2026-05-01  2026-06-30    10.00   0.00
    """)
    assert opened(book) == {"A1": 400}


def test_the_day_of_a_part_payment_does_not_close_the_rest():
    """1,000 less 300 received on 10 March: 700 remain; before that day all of it."""
    book = ledger("""
        customer  document_no  issue_date  due_date    settled_date  amount   paid
        甲        A1           2026-01-05  2026-03-05  2026-03-10    1000.00  300.00
        甲        A2           2026-01-05  2026-03-05  2026-03-10    50.00    50.00
        甲        A3           2026-01-05  2026-03-05  2026-03-10    20.00    -
    """)
    assert opened(book) == {"A1": 70000}
    assert opened(book, day("2026-03-09")) == {"A1": 100000, "A2": 5000, "A3": 2000}
    payments = stand(book, JULY, policy()).payments
    assert payments["amount_minor"].tolist() == [30000, 5000, 2000]


def test_an_open_cent_stays():
    book = ledger("""
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-05-01  2026-06-30  100.00  0.01
    """)
    assert opened(book) == {"A1": 1}  # A08


def test_dated_receipts_roll_a_later_balance_back():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-05-01  2026-06-30  100.00  30.00
        """,
        receipts="""
        date        customer  reference  amount
        2026-07-18  甲        A1         20.00
        2026-08-05  甲        A1         50.00
        """,
        cutoff=day("2026-08-31"),
    )
    position = stand(book, JULY, policy())
    assert position.open["open_minor"].tolist() == [8000]
    assert position.rolled_back
    assert opened(book, day("2026-08-31")) == {"A1": 3000}


def test_later_settlements_are_added_back():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    settled_date  amount  open
        甲        A1           2026-05-01  2026-06-30  2026-08-02    100.00  0.00
        """,
        cutoff=day("2026-08-31"),
    )
    assert opened(book) == {"A1": 10000}


def test_a_later_balance_without_dated_receipts_is_refused():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-05-01  2026-06-30  100.00  30.00
        """,
        cutoff=day("2026-08-31"),
    )
    with pytest.raises(LedgerError) as refused:
        stand(book, JULY, policy())
    assert refused.value.said.key == "standing_why.later_state"
    assert refused.value.said.facts["day"] == day("2026-08-31")


def test_an_earlier_cut_off_is_fine_and_said():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-05-01  2026-06-30  100.00  30.00
        """,
        cutoff=day("2026-06-30"),
    )
    position = stand(book, JULY, policy())
    assert position.open["open_minor"].tolist() == [3000]
    assert [p.said.key for p in position.problems] == ["standing_why.cut_off_differs"]


def test_due_today_is_not_late_and_no_due_date_is_zero():
    book = ledger("""
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-05-01  2026-07-18  1.00
        甲        A2           2026-05-01  2026-07-19  1.00
        甲        A3           2026-05-01  -           1.00
    """)
    found = stand(book, JULY, policy()).open
    assert found["days_past_due"].tolist() == [0, -1, 0]
    assert found["has_due_date"].tolist() == [True, True, False]


def test_basis_issue_ages_by_issue_date_but_lateness_stays_by_due_date():
    book = ledger("""
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-05-19  2026-07-08  1.00
    """)
    row = stand(book, JULY, policy(aging={"basis": "issue"})).open.iloc[0]
    assert (row["age_days"], row["days_past_due"]) == (60, 10)


# receipts ----------------------------------------------------------------------
PAID_BY_RECEIPTS = {
    "items": """
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-03-01  2026-04-30  100.00
        甲        A2           2026-05-01  2026-06-30  50.00
        """,
    "receipts": """
        date        customer  reference  amount
        2026-05-10  甲        A2         50.00
        2026-06-10  甲        -          30.00
        2026-07-19  甲        A1         100.00
        """,
}


def test_without_balances_receipts_pay_what_they_name():
    book = ledger(PAID_BY_RECEIPTS["items"], receipts=PAID_BY_RECEIPTS["receipts"])
    assert opened(book) == {"A1": 10000}
    assert unapplied(book) == [0, 3000]


def test_with_balances_designated_receipts_are_history():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-03-01  2026-04-30  100.00  60.00
        """,
        receipts="""
        date        customer  reference  amount
        2026-05-10  甲        A1         40.00
        2026-06-10  甲        -          30.00
        """,
    )
    position = stand(book, JULY, policy())
    assert position.open["open_minor"].tolist() == [6000]
    assert position.credits["unapplied_minor"].tolist() == [3000]
    assert position.payments["amount_minor"].tolist() == [4000]


def test_a_receipts_sheet_without_any_reference_is_history_beside_balances():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-03-01  2026-04-30  100.00  60.00
        """,
        receipts="""
        date        customer  amount
        2026-05-10  甲        40.00
        """,
    )
    assert unapplied(book) == []


def test_a_dishonoured_bill_returns_to_receivables():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-03-01  2026-04-30  100.00
        """,
        receipts="""
        date        customer  reference  amount  method  is_dishonoured
        2026-05-10  甲        A1         100.00  bill    yes
        """,
    )
    assert opened(book) == {"A1": 10000}


def test_a_receipt_paid_ahead_waits_for_its_document():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    amount
        甲        A9           2026-08-01  2026-08-31  100.00
        """,
        receipts="""
        date        customer  reference  amount
        2026-07-01  甲        A9         100.00
        """,
    )
    assert unapplied(book) == [10000]


# credits -----------------------------------------------------------------------
CREDITS = """
    customer  document_no  invoice_no  kind     issue_date  due_date    amount
    甲        A1           F1          invoice  2026-02-01  2026-03-31  100.00
    甲        A2           F2          invoice  2026-05-01  2026-06-30  50.00
    甲        C1           F2          credit   2026-07-01  -           -20.00
    甲        R1           -           receipt  2026-07-10  -           -110.00
    乙        B1           F9          invoice  2026-02-01  2026-03-31  70.00
"""


@pytest.mark.parametrize(
    ("mode", "still_open", "rest"),
    [
        ("separate", {"A1": 10000, "A2": 5000}, [2000, 11000]),
        ("auto", {"A1": 10000, "A2": 3000}, [0, 11000]),
        ("by-reference", {"A1": 10000, "A2": 3000}, [0, 11000]),
        ("fifo", {"A2": 2000}, [0, 0]),
        # 1-30 days: C1 (17) and R1 (8) meet A2 (18 days late), A1 is 109 days late
        ("net", {"A1": 10000}, [0, 8000]),
    ],
)
def test_credit_modes(mode, still_open, rest):
    book = ledger(CREDITS)
    sections = {"aging": {"credits": mode}}
    assert opened(book, **sections) == {**still_open, "B1": 7000}
    assert unapplied(book, **sections) == rest


def test_a_journal_is_fifo_by_default():
    assert stand(ledger(CREDITS, form="journal"), JULY, policy()).credits_mode == "fifo"
    assert stand(ledger(CREDITS), JULY, policy()).credits_mode == "by-reference"


def test_nothing_crosses_companies_customers_or_currencies():
    book = ledger("""
        company  customer  currency  kind     issue_date  amount
        子       甲        CNY       invoice  2026-02-01  10.00
        丑       甲        CNY       receipt  2026-02-02  -10.00
        子       乙        CNY       receipt  2026-02-02  -10.00
        子       甲        USD       receipt  2026-02-02  -10.00
    """)
    position = stand(book, JULY, policy(aging={"credits": "fifo"}))
    assert position.open["open_minor"].tolist() == [1000]
    assert position.credits["unapplied_minor"].tolist() == [1000, 1000, 1000]


def test_an_overpayment_is_an_advance():
    book = ledger(
        """
        customer  kind     issue_date  amount
        甲        invoice  2026-02-01  50.00
        甲        receipt  2026-02-20  -80.00
        """,
        form="journal",
    )
    assert opened(book) == {}
    assert unapplied(book) == [3000]  # A15


def test_fifo_pays_the_earliest_due_first_and_says_which():
    book = ledger(CREDITS)
    position = stand(book, JULY, policy(aging={"credits": "fifo"}))
    found = position.matches[["item", "amount_minor", "how"]]
    assert list(found.itertuples(index=False, name=None)) == [
        (1, 2000, "reference"),
        (0, 10000, "fifo"),
        (1, 1000, "fifo"),
    ]


def test_a_red_letter_invoice_finds_its_document_in_the_remark():
    book = ledger("""
        customer  document_no  kind     issue_date  amount  remark
        甲        AR202601001  invoice  2026-01-05  30.00   -
        甲        HC0007       credit   2026-02-05  -30.00  红冲AR202601001
    """)
    assert opened(book) == {}


# listed apart ------------------------------------------------------------------
def apart(items, customers="", **sections):
    book = ledger(items, customers=customers)
    return stand(book, JULY, policy(**sections)).open["apart"].astype(str).tolist()


def test_small_differences_only_of_part_paid_documents():
    marks = apart("""
        customer  issue_date  amount  open
        甲        2026-05-01  500.00  99.99
        甲        2026-05-01  500.00  100.00
        甲        2026-05-01  99.99   99.99
    """)
    assert marks == ["small", "", ""]


def test_small_differences_are_compared_in_base_currency():
    items = """
        customer  issue_date  currency  amount  open
        甲        2026-05-01  USD       500.00  14.28
        甲        2026-05-01  USD       500.00  14.29
    """
    assert apart(items, rates={"USD": "7"}) == ["small", ""]
    assert apart(items) == ["", ""]  # no rate, not tested


def test_related_parties_by_flag_name_and_word():
    marks = apart(
        """
        customer  issue_date  amount  is_related_party  remark
        甲        2026-05-01  5.00    yes               -
        乙        2026-05-01  5.00    -                 -
        丙        2026-05-01  5.00    -                 内部往来款
        丁        2026-05-01  5.00    -                 -
        戊        2026-05-01  5.00    -                 -
        """,
        customers="""
        customer  is_related_party
        丁        yes
        """,
        exclude={"related_parties": ["乙"]},
    )
    assert marks == ["related", "related", "related", "related", ""]


def test_retention_is_apart_until_it_is_due():
    marks = apart("""
        customer  issue_date  due_date    amount  goods
        甲        2026-05-01  2026-07-19  5.00    质保金
        甲        2026-05-01  2026-07-18  5.00    质保金
    """)
    assert marks == ["retention", ""]


def test_bills_in_hand_and_written_off():
    marks = apart("""
        customer  kind  issue_date  due_date    bill_maturity  amount  is_written_off
        甲        bill  2026-05-01  2026-07-01  2026-09-01     5.00    -
        甲        bill  2026-05-01  2026-07-01  2026-07-01     5.00    -
        甲        bill  2026-05-01  2026-07-01  2026-09-01     5.00    yes
    """)
    assert marks == ["bill", "", "written-off"]


def test_red_and_blue_cancel_also_where_credits_stay_separate():
    marks = apart(CREDITS.replace("-20.00", "-50.00"), aging={"credits": "separate"})
    assert marks == ["", "red-blue", ""]


# history -----------------------------------------------------------------------
def test_documents_know_when_they_were_paid_and_how_late():
    book = ledger(PAID_BY_RECEIPTS["items"], receipts=PAID_BY_RECEIPTS["receipts"])
    found = stand(book, JULY, policy()).documents
    assert found["days_late"].tolist() == [79, 0]  # open since 30 April; paid early
    assert found["is_open"].tolist() == [True, False]
    assert str(found["settled_date"].iloc[1].date()) == "2026-05-10"


def test_a_closed_document_without_a_date_is_not_called_punctual():
    book = ledger("""
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-03-01  2026-04-30  100.00  0.00
    """)
    row = stand(book, JULY, policy()).documents.iloc[0]
    assert not row["is_open"]
    assert str(row["settled_date"]) == "NaT"


def test_part_of_a_document_may_be_disputed():
    book = ledger("""
        customer  issue_date  amount  disputed  is_disputed
        甲        2026-03-01  100.00  30.00     -
        甲        2026-03-01  100.00  -         yes
    """)
    position = stand(book, JULY, policy())
    assert position.open["disputed_minor"].tolist() == [3000, 10000]


def test_a_roll_back_says_which_payments_have_no_date():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-05-01  2026-06-30  100.00  30.00
        甲        A2           2026-05-01  2026-06-30  100.00  30.00
        """,
        receipts="""
        date        customer  reference  amount
        2026-08-05  甲        A1         70.00
        """,
        cutoff=day("2026-08-31"),
    )
    position = stand(book, JULY, policy())
    assert position.open["open_minor"].tolist() == [10000, 3000]
    assert position.problems[-1].said.facts == {"rows": 1, "as_of": JULY}


def test_nothing_rolled_back_is_not_called_rolled_back():
    book = ledger("""
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-05-01  2026-06-30  100.00  100.00
        甲        A2           2026-08-01  2026-09-30  100.00  100.00
    """)
    position = stand(book, JULY, policy())
    assert not position.rolled_back
    assert position.left_out == {"CNY": 1}


def test_a_receipt_among_the_items_is_counted_once():
    book = ledger(
        """
        customer  document_no  kind     issue_date  amount   open
        甲        A1           invoice  2026-03-01  100.00   60.00
        甲        R1           receipt  2026-06-10  -30.00   -30.00
        """,
        receipts="""
        date        customer  reference  amount
        2026-05-10  甲        A1         40.00
        2026-06-10  甲        -          30.00
        2026-06-11  甲        -          7.00
        """,
    )
    assert unapplied(book) == [3000, 700]


def test_a_receipt_of_another_own_company_is_not_the_one_booked_here():  # U-06
    book = ledger(
        """
        company  customer  document_no  kind     issue_date  due_date    amount
        一       甲        A1           invoice  2026-01-05  2026-03-01  500
        二       甲        A2           invoice  2026-01-05  2026-03-01  500
        一       甲        R1           receipt  2026-02-05  -           -100
        """,
        receipts="""
        company  date        customer  amount
        二       2026-07-01  甲        100
        """,
    )
    credits_ = stand(book, JULY, policy()).credits
    assert dict(zip(credits_["company"], credits_["amount_minor"], strict=True)) == {
        "一": 10000,
        "二": 10000,
    }


def test_sums_never_wrap_round() -> None:
    rows = "\n".join(
        f"        C1  A{n}  2026-01-05  2026-02-05  9000000000000000.00  9000000000000000.00"
        for n in range(11)
    )
    book = ledger(
        f"""
        customer_key  document_no  issue_date  due_date    amount  open
{rows}
        """
    )
    with pytest.raises(LedgerError):
        stand(book, day("2026-10-31"), policy())


def test_a_document_is_known_by_its_invoice_where_it_has_no_number() -> None:
    book = ledger("""
        customer  document_no  invoice_no  due_date    amount
        甲        -            I-1         2026-06-30  100.00
        甲        D-2          I-2         2026-06-30  100.00
    """)
    position = stand(book, day("2026-10-31"), policy())
    assert list(position.open["document_no"]) == ["I-1", "D-2"]
    assert list(position.documents["document_no"]) == ["I-1", "D-2"]
