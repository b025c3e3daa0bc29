"""`letters --incentive`: off by default, approved by name, kept in the register."""

from __future__ import annotations

import datetime as dt

import pytest

from arcollect.cli import clock
from arcollect.register.entries import OfferEntry
from arcollect.register.store import whole

AS_OF = ("--as-of", "2026-10-31")
ASKED = ("--incentive", "--incentive-approved-by", "王总")
LEDGER = """\
客户编码,客户名称,单据编号,单据日期,到期日,应收金额,未收金额,行业
C1,甲公司,A1,2026-08-01,2026-08-31,100.00,100.00,机械制造
C2,乙公司,B1,2026-08-01,2026-08-31,300.00,300.00,物流
"""


pytestmark = pytest.mark.usefixtures("own_company")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The day of the figures."""
    monkeypatch.setattr(clock, "today", lambda _: dt.date(2026, 10, 31))


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text(LEDGER, encoding="utf-8")
    return path


@pytest.fixture
def register(tmp_path):
    return tmp_path / "data" / "arcollect" / "示例贸易有限公司.db"


def letters_of(folder):
    return {path.stem: path.read_text("utf-8") for path in folder.glob("*.txt")}


def test_nothing_is_held_out_unless_somebody_asks(run, ledger, register, tmp_path):
    done = run("letters", ledger, *AS_OF, "-o", "out", "--as", "txt")
    assert done.code == 0
    assert not any("优惠" in said for said in (done.out, *letters_of(tmp_path / "out").values()))
    assert [entry.offer for entry in whole.history(register).letters] == [None, None]


def test_the_offer_is_in_letter_index_and_register(run, ledger, register, tmp_path):
    done = run("letters", ledger, *AS_OF, "-o", "out", "--as", "txt", *ASKED)
    assert done.code == 0
    one, other = (said for _, said in sorted(letters_of(tmp_path / "out").items()))
    offered = one if "甲公司" in one else other
    assert "优惠5%" in offered.replace("\n", "")
    assert "王总" not in offered
    assert "下一份订单价款优惠 5%（批准人：王总）" in done.out
    assert "行业“物流”没有定好" in done.out
    assert "1 份函件提出了优惠（批准人：王总），2026-11-02 当天失效" in done.err
    kept = {entry.customer_key: entry.offer for entry in whole.history(register).letters}
    assert kept["C2"] is None
    assert kept["C1"] == OfferEntry("discount", "5%", dt.date(2026, 11, 2), "王总")
    assert (
        "2026-11-02前付清，下一份订单价款优惠 5%（批准人：王总）"
        in run("letters", "--history", ledger, *AS_OF).out
    )


def test_the_industry_of_the_customers_sheet_counts(run, ledger, tmp_path):  # R000-17
    """Retail: a longer warranty; hostile names stay on one line, as they are."""
    ledger.write_text(
        LEDGER.replace(",行业", "").replace(",机械制造", "").replace(",物流", ""), "utf-8"
    )
    sheet = tmp_path / "客户资料.csv"
    sheet.write_text("客户编码,客户名称,行业,信用额度,地区\nC1,甲公司,家电零售,500,华东\n", "utf-8")
    asked = ("--incentive", "--incentive-approved-by", "[/]\n=1+1  甲 & 乙 <贸易>")
    done = run("letters", ledger, sheet, *AS_OF, "-o", "out", *asked)
    said = "下一份订单的货物延长质保 3 个月（批准人：[/] =1+1 甲 & 乙 <贸易>）"
    assert said in done.out
    assert "台账没有这个客户的行业" in done.out


def test_writing_again_without_it_takes_the_offer_back(run, ledger, register):
    run("letters", ledger, *AS_OF, "-o", "out", *ASKED)
    run("letters", ledger, *AS_OF, "-o", "out")
    assert [entry.offer for entry in whole.history(register).letters] == [None, None]


@pytest.mark.parametrize("asked", [ASKED[:1], ASKED[1:], (*ASKED[:2], "  ")])
def test_without_a_name_nothing_is_written(run, ledger, tmp_path, asked):  # W-16
    done = run("letters", ledger, *AS_OF, "-o", "out", *asked)
    assert done.code == 2
    assert "--incentive-approved-by" in done.err
    assert not (tmp_path / "out").exists()


def test_an_offer_that_is_over_is_not_made(run, ledger, tmp_path, monkeypatch):
    """The next workday after Saturday 31 October is Monday; on Tuesday it is too late."""
    monkeypatch.setattr(clock, "today", lambda _: dt.date(2026, 11, 3))
    done = run("letters", ledger, *AS_OF, "-o", "out", *ASKED)
    assert done.code == 2
    assert "--letter-date 2026-11-03" in done.err
    assert not (tmp_path / "out").exists()
    again = run("letters", ledger, *AS_OF, "-o", "out", *ASKED, "--letter-date", "2026-11-03")
    assert "2026-11-04 当天失效" in again.err


def test_the_letters_pass_our_own_check(run, ledger, tmp_path):
    run("letters", ledger, *AS_OF, "-o", "out", "--as", "txt", *ASKED)
    assert run("lint", *(tmp_path / "out").glob("*.txt")).code == 0


def test_a_draft_whose_offer_is_over_is_not_sent(run, ledger, tmp_path, monkeypatch):
    """On Monday it may go, on Tuesday what it says is no longer true."""
    contacts = tmp_path / "联系人.csv"
    contacts.write_text(
        "客户编码,客户名称,联系人,职务,邮箱\nC1,甲公司,李四,会计,li@example.com\n", "utf-8"
    )
    path = tmp_path / "arcollect.toml"
    sender = '[[company]]\nemail = "ar@example.com"'
    path.write_text(path.read_text("utf-8").replace("[[company]]", sender), "utf-8")
    run("letters", ledger, contacts, *AS_OF, "-o", "out", "--as", "eml", *ASKED)
    said = {}
    for day in (2, 3):
        monkeypatch.setattr(clock, "today", lambda _, day=day: dt.date(2026, 11, day))
        said[day] = run("mail", "out", "--config", path, "--lang", "zh").out
    assert "优惠已过期" not in said[2]
    assert said[3].count("优惠已过期") == 1
