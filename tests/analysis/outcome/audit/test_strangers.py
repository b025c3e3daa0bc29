"""Who paid, what customers share, and of whom the books show little."""

from __future__ import annotations

import pytest
from tests.analysis.outcome.audit.desk import fields, look, rows_of, said

from arcollect.analysis.outcome.audit.hint import Weight
from arcollect.analysis.outcome.audit.payers import payers
from arcollect.analysis.outcome.audit.sharing import comparable, sharing
from arcollect.analysis.outcome.audit.unproven import unproven


def payer(name: str, customer: str = "甲乙贸易有限公司", **more: object):
    receipts = f"customer  date  amount  payer\n{customer}  2026-10-08  100  {name}"
    return look(payers, receipts=receipts, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("甲乙贸易有限公司", []),
        ("甲乙贸易有限公司（上海分公司）", []),
        ("甲乙 贸易有限公司 ", []),
        ("丙丁实业有限公司", ["payer_other"]),
        ("张三", ["payer_person"]),
        ("乙", ["payer_customer"]),
        ("=1+1", ["payer_other"]),
        ("[/]", ["payer_other"]),
        ("NA", ["payer_other"]),
    ],
)
def test_the_payer_is_compared_with_the_customer(name, expected):
    items = "customer  document_no  amount\n甲乙贸易有限公司  1  5\n乙  2  5"
    receipts = f"customer  date  amount  payer\n甲乙贸易有限公司  2026-10-08  100  {name}"
    expected = [] if name == "乙" else expected  # part of the customer's own name
    assert said(look(payers, items, receipts=receipts)) == expected


def test_another_customer_as_payer_weighs_most():
    items = "customer  document_no  amount\n甲公司  1  5\n丙公司  2  5"
    (hint,) = look(
        payers, items, receipts="customer  date  amount  payer\n甲公司  2026-10-08  100  丙公司"
    ).hints
    assert (hint.weight, hint.measured.key) == (Weight.HIGH, "audit_why.payer_customer")


def test_names_of_one_group_are_the_same():
    group = {"audit": {"same_group": [["甲乙贸易有限公司", "丙丁实业有限公司"]]}}
    assert payer("丙丁实业有限公司", sections=group).hints == ()


def test_no_payer_column_is_said():
    found = payer("-")
    assert (found.looked_at, fields(found)) == (0, {"payer"})


def test_one_account_of_two_customers():
    found = look(sharing, customers="""
        customer  bank_account         address
        甲公司    6222 0212 3456 7890  北京市
        乙公司    6222021234567890     北京市
        丙公司    6222021234560000     北京市
    """)  # fmt: skip
    (hint,) = found.hints
    assert (hint.measured.key, hint.measured.facts["end"]) == (
        "audit_why.shared_account", "7890",
    )  # fmt: skip
    assert [place.row for place in hint.places] == [2, 3]
    assert fields(found) == {"customer_tax_id", "phone", "address"}


def test_phones_addresses_and_the_accounts_of_payers():
    found = look(
        sharing,
        contacts="""
            customer  phone          address
            甲公司    138-0000-1111  上海市浦东新区张江路 88 号
            乙公司    +8613800001111 -
        """.replace("1111 -", "1111  -"),
        customers="customer  address\n丙公司  上海市浦东新区张江路88号",
        receipts="""
            customer  date        amount  payer_account
            甲公司    2026-10-08  5       33010000123
            乙公司    2026-10-08  5       33010000123
        """,
    )
    assert sorted(said(found)) == ["shared_account", "shared_address", "shared_phone"]


def test_one_name_under_two_codes_shares_with_nobody():
    customers = """
        customer_key  customer  bank_account
        C1            甲公司    6222021234567890
        C2            甲 公司   6222021234567890
    """
    assert look(sharing, customers=customers).hints == ()


@pytest.mark.parametrize("value", ["123", "00000000", "", "电话同上"])
def test_what_says_nothing_is_not_compared(value):
    assert comparable("phone", value) == ""


PAPERS = """
    customer  document_no  issue_date  due_date    contract_no  customer_tax_id  amount  paid
    甲        1            2026-05-01  2026-06-01  -            -                5000    0
    乙        2            2026-05-01  2026-06-01  HT1          9132             4321    1
"""


def test_nothing_received_and_little_on_paper():
    found = look(unproven, PAPERS)
    (hint,) = found.hints
    assert (hint.whose.customer, hint.amount_minor) == ("甲", 500_000)
    assert [m.key for m in hint.measured.facts["seen"]] == [  # type: ignore[attr-defined]
        "audit_why.lacks_receipt", "audit_why.lacks_customer_tax_id", "audit_why.lacks_contract_no",
    ]  # fmt: skip


def test_a_single_receipt_is_enough():
    receipts = "customer  date  amount\n甲  2026-10-08  1"
    assert look(unproven, PAPERS, receipts=receipts).hints == ()


def test_thirty_days_after_the_due_date_is_too_early():
    fresh = PAPERS.replace("2026-06-01", "2026-10-01")
    assert look(unproven, fresh).hints == ()
    assert rows_of(look(unproven, PAPERS.replace("2026-06-01", "2026-09-30"))) == [[2]]


def test_what_the_ledger_keeps_of_nobody_is_no_hint():
    bare = PAPERS.replace("HT1 ", "-   ").replace("9132", "-   ")
    found = look(unproven, bare)
    assert found.hints == ()
    assert {"contract_no", "customer_tax_id"} <= fields(found)


def test_a_ledger_without_receipts_cannot_say_never():
    found = look(unproven)
    assert (found.looked_at, fields(found)) == (0, {"date"})


def test_a_renamed_customer_shares_with_itself():
    found = look(
        sharing,
        customers="customer_key  customer  address\nC1  新名公司  上海市张江路 88 号",
        contacts="customer_key  customer  address\nC1  旧名公司  上海市张江路 88 号",
    )
    assert found.hints == ()
