"""Copies that are at hand are listed in the letter, others never (R000-30)."""

from __future__ import annotations

import pytest

LEDGER = """\
客户编码,客户名称,单据编号,合同编号,单据日期,到期日,应收金额,未收金额
C1,甲公司,AR-001,HT2026001,2026-06-01,2026-07-01,50000.00,50000.00
C2,乙公司,AR-002,HT2026002,2026-09-01,2026-09-20,60000.00,60000.00
"""
CONTACTS = """\
客户编码,客户名称,联系人,职务,角色
C1,甲公司,王建国,总经理,老板
"""
POLICY = """
[[company]]
name = "示例贸易有限公司"
[letters]
by_segment = false
[books]
contacts = "contacts.csv"
"""
FILES = ("HT2026001 合同.pdf", "sub/AR-001送货单.jpg", "HT2026001 第2期送货单.jpg",
         "HT2026002 合同.pdf", "HT2026001 催款函.pdf", "不知道.pdf")  # fmt: skip


@pytest.fixture
def letters(run, tmp_path):
    (tmp_path / "arcollect.toml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "contacts.csv").write_text(CONTACTS, encoding="utf-8")
    (tmp_path / "台账.csv").write_text(LEDGER, encoding="utf-8")
    for name in FILES:
        path = tmp_path / "papers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")

    def written(*more, lang="zh"):
        line = ("--as-of", "2026-10-31", "--as", "txt", "-o", "out", "--no-register")
        done = run("letters", tmp_path / "台账.csv", *line, "--lang", lang, *more)
        found = sorted((tmp_path / "out").glob("*.txt"))
        return done, {path.name.split("_")[2]: path.read_text("utf-8") for path in found}

    return written


def test_l3_lists_what_the_folder_holds_for_this_customer(letters):
    done, said = letters("--enclose", "papers")
    assert done.code == 0
    assert "附件：合同（1份）、送货、签收凭证（2份）" in said["L3"]
    assert "附件" not in said["L1"]  # another customer, below L3


def test_in_english(letters):
    _, said = letters("--enclose", "papers", lang="en")
    assert "Enclosed: contract (1), proof of delivery (2)" in said["L3"]


def test_without_the_folder_nothing_is_listed(letters):
    assert "附件" not in letters()[1]["L3"]


def test_a_folder_that_is_not_there(letters):
    done, said = letters("--enclose", "nowhere")
    assert (done.code, said) == (2, {})
    assert "nowhere" in done.err
