"""`arcollect fee`: as booked, step by step, and by law."""

from __future__ import annotations

import pytest

BOOK = """\
客户名称,单据编号,单据日期,到期日,应收金额,未收金额,日违约金率
甲公司,A1,2023-03-12,2023-04-11,180000.00,180000.00,0.0005
乙公司,B1,2023-03-12,2023-04-11,5000.00,5000.00,
"""


@pytest.fixture
def fee(run, ledger):
    ledger.write_text(BOOK, encoding="utf-8")

    def asked(*more):
        return run("fee", ledger, "--as-of", "2023-07-18", "-q", *more)

    return asked


def test_the_formula_and_what_has_no_basis(fee):
    said = fee("-f", "md").out
    assert "180,000.00×0.05%×98 = 8,820.00" in said
    assert "1 张逾期单据没有约定依据（CNY 5,000.00）" in said


def test_steps_are_the_main_table_when_asked(fee):
    lines = fee("-f", "csv", "--steps").out.splitlines()
    assert lines[0].split(",")[2:5] == ["自", "至", "天数"]
    assert lines[1].split(",")[2:5] == ["2023-04-12", "2023-07-18", "98"]


def test_by_law_the_rule_is_printed(fee):
    said = fee("-f", "md", "--allocate", "law").out
    assert "民法典第560条" in said
    assert "8,820.00" in said


def test_an_unknown_allocation(fee):
    assert fee("--allocate", "whim").code == 2


def test_an_lpr_of_the_policy(fee, tmp_path):
    (tmp_path / "arcollect.toml").write_text(
        '[fee]\nbasis = "lpr"\n[[fee.lpr]]\nsince = "2022-08-22"\nrate = "3.65%"\n',
        encoding="utf-8",
    )
    said = fee("-f", "md").out
    assert "5,000.00×4.745%÷365×98 = 63.70" in said  # 5,000 x 4.745 % x 98 / 365
    assert "四倍 LPR 是民间借贷的上限，对买卖合同不是法定标准" in said  # R-LAW-02


@pytest.mark.parametrize("margin", ["29%", "51%"])
def test_a_margin_beyond_the_interpretation(fee, tmp_path, margin):
    (tmp_path / "arcollect.toml").write_text(f'[fee]\nlpr_margin = "{margin}"\n', encoding="utf-8")
    found = fee()
    assert found.code == 2
    assert "30% 至 50%" in found.err or "30% to 50%" in found.err
