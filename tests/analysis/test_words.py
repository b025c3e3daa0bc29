"""Every message of the standing and the fees can be said, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pandas as pd
import pytest
from tests.analysis.build import day, ledger, policy

import arcollect.analysis as stage
from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.analysis.standing.grade import grade
from arcollect.analysis.standing.pool import focus
from arcollect.analysis.standing.ratios import measure
from arcollect.errors import Message
from arcollect.text import Lang, say, words

BOOK = ledger(
    """
    customer  document_no  issue_date  due_date  amount  open  disputed  is_bad_debt
    甲  A1  2023-03-12  2023-04-11  180,000  180,000  1,000  -
    甲  A2  2023-06-01  2023-08-11  80,000  80,000  -  -
    乙  B1  2023-05-01  2023-06-20  100,000  99.00  -  -
    丙  C1  2023-05-01  2023-06-20  100,000  0  -  -
    丁  D1  2023-05-01  2023-07-10  5  5  -  -
    戊  E1  2023-05-01  2023-07-10  5  5  -  yes
    己  F1  2022-05-01  2022-08-10  5  5  -  -
    """,
    receipts="""
    date        customer  reference  amount
    2023-07-02  丙        C1         100,000
    2023-07-03  甲        -          20,000
    """,
    customers="""
    customer  flags          annual_purchases  fee_rate_per_day
    丁        lost;bankrupt  -                 -
    丙        -              2,000,000         -
    甲        -              -                 0.0005
    """,
    sales="year  month  amount\n2023  7  90,000\n2023  6  900,000",
    cutoff=day("2023-07-17"),
)  # fmt: skip
FULL = {
    "ratios": {
        "annual_revenue": "500,000", "opening_receivables": "200,000",
        "industry_turnover": "8", "vat_rate": "13%",
    },
    "fee": {"basis": "contract", "scheme": "tiered"},
}  # fmt: skip


def messages(found: object) -> Iterator[Message]:
    if isinstance(found, Message):
        yield found
    elif is_dataclass(found):
        for field in fields(found):
            yield from messages(getattr(found, field.name))
    elif isinstance(found, dict):
        for value in found.values():
            yield from messages(value)
    elif isinstance(found, (list, tuple)):
        for value in found:
            yield from messages(value)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("sections", [{}, FULL])
@pytest.mark.parametrize("mode", ["auto", "separate", "fifo", "net"])
def test_every_message_can_be_said(sections, lang, mode):
    rules = policy(**sections, aging={"credits": mode})
    position = stand(BOOK, day("2023-07-18"), rules)
    aging = age(position, rules)
    answers = (
        position.credits_why, position.problems, grade(position, rules),
        focus(position, rules), measure(position, aging, rules), late_fee(position, rules),
    )  # fmt: skip
    said = [say(message, lang) for message in messages(answers)]
    assert len(said) > 40
    assert not [text for text in said if "{" in text or "None" in text]


@pytest.mark.parametrize("chapter", ["standing_why", "claims_why"])
def test_both_languages_have_the_same_keys_and_placeholders(chapter):
    zh, en = (words(chapter, lang) for lang in Lang)
    assert {k: set(re.findall(r"{\w+}", v)) for k, v in zh.items()} == {
        k: set(re.findall(r"{\w+}", v)) for k, v in en.items()
    }


def test_every_key_in_the_code_has_words():
    folder = Path(next(iter(stage.__path__)))
    code = "\n".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    for chapter in ("standing_why", "claims_why"):
        named = set(re.findall(rf'(?<!f)"({chapter}\.\w+)"', code))
        assert named
        assert named <= set(words(chapter, Lang.ZH))


def test_a_frame_is_never_changed_by_an_analysis():
    before = {name: getattr(BOOK, name).copy() for name in ("items", "receipts", "customers")}
    position = stand(BOOK, day("2023-07-18"), policy())
    grade(position, policy())
    late_fee(position, policy(fee={"basis": "contract"}))
    for name, frame in before.items():
        pd.testing.assert_frame_equal(frame, getattr(BOOK, name))
