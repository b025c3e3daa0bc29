"""Evidence: who needs it, which file is whose, what is missing."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.evidence.checklist import Check, Status
from arcollect.analysis.chase.evidence.masking import masked
from arcollect.analysis.chase.evidence.packs import Packs, collect
from arcollect.analysis.chase.evidence.papers import Collected, Kind, kind_of, sort_papers
from arcollect.analysis.position import stand
from arcollect.register.entries import Channel, ContactEntry, History, Proof, StatementEntry

ITEMS = """
    customer  document_no  contract_no  invoice_no  issue_date  due_date    amount
    甲公司    XS-1         HT1          F-1         2023-03-01  2023-04-18  180
    甲公司    XS-2         HT10         -           2023-05-01  2023-06-30   20
    乙公司    XS-3         HT2          F-3         2023-04-10  2023-04-19   50
"""
PARTY = ("", "甲公司", "甲公司", "CNY")


def packs(
    files: tuple[str, ...] = (),
    history: History | None = None,
    as_of: str = "2023-07-18",
    customer: str | None = None,
) -> Packs:
    position = stand(ledger(ITEMS), day(as_of), policy())
    found = [Collected(name, "0" * 64, 1) for name in files]
    return collect(position, history or History(), found, customer)


def check(found: Packs, key: str) -> Check:
    return next(c for c in found.packs[0].checks if c.key == key)


def test_more_than_ninety_days_not_ninety() -> None:
    """R000-19: 甲 is 91 days late, 乙 90."""
    assert [pack.customer for pack in packs().packs] == ["甲公司"]


def test_a_named_customer_needs_no_lateness() -> None:
    assert [p.customer for p in packs(as_of="2023-05-01", customer="乙").packs] == ["乙公司"]


def test_a_number_counts_only_whole() -> None:
    """HT1 is not HT10."""
    found = packs(("合同HT10.pdf", "合同_ht1_盖章.pdf"))
    assert (check(found, "contract").status, check(found, "contract").have) == (Status.HAVE, 2)
    assert [p.numbers for p in found.packs[0].papers] == [("HT10",), ("HT1",)]


@pytest.mark.parametrize(
    "name", ["随便.jpg", "XS-1和XS-3对账.pdf", "甲公司分公司合同.pdf", "XS-11.pdf"]
)
def test_a_file_of_nobody_or_of_two_is_not_guessed(name: str) -> None:
    found = packs((name,))
    assert [file.path for file in found.unassigned] == [name]


def test_a_number_without_its_paper_is_on_record_only() -> None:
    found = check(packs(("发票 F-1.pdf",)), "invoice")
    assert (found.status, found.have, found.of) == (Status.PART, 1, 2)
    assert (found.recorded, found.lacking) == (("F-1",), ("XS-2",))


def test_a_seal_can_only_be_seen() -> None:
    assert check(packs(), "sealed").status is Status.MISSING
    assert check(packs(("合同HT1.pdf",)), "sealed").status is Status.LOOK
    assert check(packs(), "identity").status is Status.NOT_NEEDED


def test_months_without_a_sealed_statement_are_named() -> None:
    """R000-22: March to June; July has not ended."""
    slip = StatementEntry("2023-04", *PARTY, 1, day("2023-05-03"), "", "", day("2023-05-03"),
        "agrees", day("2023-05-10"))  # fmt: skip
    found = packs(history=History(statements=(slip,)))
    assert check(found, "statements").lacking == ("2023-03", "2023-05", "2023-06")


def test_a_call_needs_its_recording() -> None:
    """R003-69."""
    at = dt.datetime(2023, 6, 10, 14, 30)
    call = ContactEntry("c", at, *PARTY, Channel.CALL, proof=Proof.RECORDING)
    bare = ContactEntry("d", at, *PARTY, Channel.CALL)
    assert check(packs(history=History(contacts=(call,))), "calls").status is Status.HAVE
    assert check(packs(history=History(contacts=(call, bare))), "calls").status is Status.PART


def test_personal_numbers_are_masked_and_invoice_numbers_kept() -> None:
    """X-24, R-LAW-13; 11010519491231002X is the specimen of the standard."""
    assert masked("身份证11010519491231002X，电话13812345678") == "身份证***，电话138***5678"
    assert masked("发票23320000000500000004、110105194912310021") == (
        "发票23320000000500000004、110105194912310021"
    )


def test_nobody_elses_entries_are_in_a_pack() -> None:
    other = ContactEntry("c", dt.datetime(2023, 6, 10), "", "乙公司", "乙公司", "CNY", Channel.CALL)
    assert packs(history=History(contacts=(other,))).packs[0].contacts == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("送货单.jpg", Kind.DELIVERY), ("购销合同.pdf", Kind.CONTRACT), ("通话录音.mp3", Kind.CALL),
        ("对账单.pdf", Kind.STATEMENT), ("EMS回执.jpg", Kind.RECEIPT_OF_LETTER),
        ("催款函.pdf", Kind.LETTER), ("1.pdf", Kind.OTHER),
    ],
)  # fmt: skip
def test_kinds_by_name(name: str, kind: Kind) -> None:
    assert kind_of(name) is kind


def test_a_whole_name_serves_where_no_number_stands() -> None:
    files = [Collected("甲公司对账单.pdf", "", 1)]
    found = sort_papers(files, {("", "甲公司"): ["XS-1"]}, {("", "甲公司"): ["甲公司"]})
    assert found.papers[("", "甲公司")][0].kind is Kind.STATEMENT


def test_a_clause_in_the_ledger_still_has_to_be_read_in_the_contract() -> None:
    """R000-20: a due date column is no proof that the contract names the day."""
    found = check(packs(), "payment_date")
    assert (found.status, found.have, found.of) == (Status.LOOK, 2, 2)
    assert check(packs(), "fee_clause").status is Status.MISSING
