"""Which column is which, and what must never be taken for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.errors import LedgerError, UsageError
from arcollect.ledger.headers.find import find_header
from arcollect.ledger.headers.match import match_columns
from arcollect.ledger.headers.names.doubts import DOUBTS
from arcollect.ledger.headers.names.fields import FIELDS, ROLES, index_of
from arcollect.ledger.headers.normalise import language_of, normal
from arcollect.numerals import SIMPLIFIED, TRADITIONAL
from arcollect.text import Lang, say, words

CUSTOMER_COLUMNS = (
    "客户编码 客户名称 企业类型 行业 地区 业务员 部门 付款条件 信用额度 币种 语言 送达方式 "
    "收件地址 是否坏账 关联方 风险标记 已发函级别 已发函日期 违约金条款 "
    "日违约金率 合同编号 年采购额 备注"
)
CUSTOMER_FIELDS = (
    "customer_code customer customer_type industry region salesperson department terms "
    "credit_limit_minor currency language channel address is_bad_debt is_related_party flags "
    "last_letter_level last_letter_date fee_clause fee_rate_per_day contract_no "
    "annual_purchases_minor remark"
)


def fields_of(
    headers: str,
    role: str = "items",
    samples: Sequence[Sequence[object]] = (),
    overrides: Mapping[str, str] | None = None,
) -> dict[str, str]:
    matching = match_columns(headers.split(), role=role, samples=samples, overrides=overrides or {})
    return {m.header: m.field for m in matching.matches}


@pytest.mark.parametrize(
    ("header", "never"),
    [
        ("最后一笔回款日期", "settled_date"),
        ("Last_Payment_Date", "settled_date"),
        ("预计回款日期", "due_date"),
        ("预计到账日期", "due_date"),
        ("Expected_Date", "due_date"),
        ("合同总额", "amount_minor"),
        ("合同金额", "amount_minor"),
        ("律师费金额", "amount_minor"),
        ("未开票金额", "amount_minor"),
        ("未开票金额", "open_minor"),
        ("预收金额", "open_minor"),
        ("未收款金额占比", "open_minor"),
        ("客户采购订单号", "customer"),
        ("客户属性", "customer"),
        ("对方科目", "gl_account"),
        ("逾期金额", "open_minor"),
        ("票据到期日", "due_date"),
        ("到期金额", "due_date"),
        ("Unpaid", "paid_minor"),
        ("税额", "amount_minor"),
        ("是否核销", "is_written_off"),
        ("催收日期", "last_letter_date"),
    ],
)
def test_a_header_is_never_taken_for(header: str, never: str) -> None:
    matching = match_columns([header], role="items")
    assert never not in matching.fields
    assert never not in {s.field for s in matching.suggestions}


def test_days_of_credit_are_terms() -> None:
    for header in ("授信天数", "账期天数", "Credit Days", "信用期"):
        assert match_columns([header], role="items").fields == {"terms"}


def test_customers_sheet_in_chinese() -> None:
    found = fields_of(CUSTOMER_COLUMNS, "customers")
    assert list(found.values()) == CUSTOMER_FIELDS.split()


def test_english_columns_of_every_kind() -> None:
    items = "Own company,Open Amount,Due Date,Late fee per day,Late fee clause,Related party"
    matching = match_columns(items.split(","), role="items")
    assert [m.field for m in matching.matches] == [
        "company", "open_minor", "due_date", "fee_rate_per_day", "fee_clause",
        "is_related_party",
    ]  # fmt: skip


def test_receipts_speak_of_dates_and_references() -> None:
    found = fields_of(
        "收款日期 客户名称 收款金额 收款方式 核销单据号 票据号 票据到期日", "receipts"
    )
    assert list(found.values()) == [
        "date", "customer", "amount_minor", "method", "reference", "bill_no", "bill_maturity",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        ("未收金额 余额", {"未收金额": "open_minor"}),
        ("余额 未收金额", {"未收金额": "open_minor"}),
        ("单据日期 记账日期", {"单据日期": "issue_date"}),
        ("应收金额 开票金额", {"应收金额": "amount_minor"}),
    ],
)
def test_the_better_spelling_wins(headers: str, wanted: dict[str, str]) -> None:
    assert fields_of(headers) == wanted


@pytest.mark.parametrize(
    ("headers", "header", "field"),
    [
        ("客户 金额", "客户", "customer"),
        ("客户 客户名称 金额", "客户", "customer_code"),
        ("客户 客户编码 金额", "客户", "customer"),
        ("公司名称 金额", "公司名称", "customer"),
        ("公司名称 客户名称 金额", "公司名称", "company"),
        ("金额 税额 价税合计", "金额", "net_amount"),
        ("金额 到期日", "金额", "amount_minor"),
        ("Amount Tax Total", "Total", "amount_minor"),
        ("Amount Tax Total", "Amount", "net_amount"),
        ("Total AmountDue", "Total", "amount_minor"),
        ("Total 0-30 31-60", "Total", "open_minor"),
        ("单位 客户名称", "单位", "company"),
        ("单位 数量 单价", "单位", "unit"),
        ("本位币金额 到期日", "本位币金额", "amount_minor"),
        ("本位币金额 原币金额", "本位币金额", "base_amount"),
        ("应收账款 已收金额", "应收账款", "amount_minor"),
        ("应收账款 开票金额", "应收账款", "open_minor"),
    ],
)
def test_other_columns_decide(headers: str, header: str, field: str) -> None:
    assert fields_of(headers)[header] == field


@pytest.mark.parametrize(
    ("header", "cell", "field"),
    [
        ("账期", dt.date(2026, 10, 31), "due_date"),
        ("账期", "2026-10-31", "due_date"),
        ("账期", 60.0, "terms"),
        ("账期", "月结60", "terms"),
        ("账期", "202610", "period"),
        ("Due", 1200.5, "open_minor"),
        ("Due", "31/10/2026", "due_date"),
        ("付款方式", "月结30天", "terms"),
        ("付款方式", "银行转账", "method"),
        ("质保金", "是", "is_retention"),
        ("质保金", 25000.0, "retention_amount"),
        ("坏账", True, "is_bad_debt"),
        ("单位", "华东机电有限公司", "customer"),
    ],
)
def test_samples_decide(header: str, cell: object, field: str) -> None:
    assert fields_of(header, samples=[[cell], [None]]) == {header: field}


def test_an_empty_invoice_number_yields_to_the_digital_one() -> None:
    samples: list[list[object]] = [["", "25312000000012345678"], [None, "25312000000012345679"]]
    assert fields_of("发票号码 数电发票号码", samples=samples) == {"数电发票号码": "invoice_no"}


def test_two_equal_money_columns_are_not_guessed() -> None:
    matching = match_columns(["未收金额(USD)", "未收金额(CNY)"], role="items")
    assert "open_minor" not in matching.fields
    assert matching.ambiguous[0].columns == (0, 1)
    assert "A 未收金额(USD)" in say(matching.ambiguous[0].said, Lang.ZH)


def test_the_first_of_two_remarks_is_taken() -> None:
    matching = match_columns(["备注", "客户名称", "备注.1", " "], role="items")
    assert matching.column("remark") == 0
    assert matching.ambiguous[0].taken == 0
    assert matching.unmapped == ()


def test_local_money_is_not_counted_in_the_documents_currency() -> None:
    matching = match_columns(["币别", "本位币", "未收金额(本位币)"], role="items")
    assert matching.column("currency") == 1
    matching = match_columns(["币别", "未收金额(本位币)"], role="items")
    assert matching.column("currency") is None
    assert [n.key for n in matching.notes] == ["headers.local_only"]


def test_the_sides_of_an_account_in_local_currency_are_not_the_documents() -> None:
    """A row of dollars whose 本期应收 stands in yuan must not become dollars."""
    matching = match_columns(
        ["币种", "本期应收 本币", "本期收回 本币", "余额 本币"], role="journal"
    )
    assert matching.fields >= {"debit_minor", "credit_minor", "running_balance"}
    assert matching.column("currency") is None
    assert [n.key for n in matching.notes] == ["headers.local_only"]


def test_a_local_amount_is_not_set_against_a_documents_balance() -> None:
    assert fields_of("应收金额(本位币) 未收金额") == {
        "应收金额(本位币)": "base_amount",
        "未收金额": "open_minor",
    }


def test_an_amount_beside_tax_without_a_gross_one_is_noted() -> None:
    matching = match_columns(["金额", "税额"], role="items")
    assert matching.column("amount_minor") == 0
    assert [n.key for n in matching.notes] == ["headers.net_only"]


def test_a_likeness_is_only_suggested() -> None:
    matching = match_columns(["客户名字", "末收金额"], role="items")
    assert matching.matches == ()
    assert [s.field for s in matching.suggestions] == ["customer", "open_minor"]
    assert "--map 客户名称=客户名字" in say(matching.suggestions[0].said, Lang.ZH)


@pytest.mark.parametrize("left", ["客户", "customer", "Customer Name", "客户名称"])
def test_the_user_says_what_a_column_is(left: str) -> None:
    matching = match_columns(["客户名称", "往来户"], role="items", overrides={left: "往来户"})
    assert matching.column("customer") == 1
    assert matching.matches[-1].how == "flag"
    assert [b.header for b in matching.beaten] == ["客户名称"]


def test_a_column_letter_will_do_unless_a_header_says_it() -> None:
    assert fields_of("x y z", overrides={"open": "C"}) == {"z": "open_minor"}
    assert fields_of("c y z", overrides={"open": "C"}) == {"c": "open_minor"}


def test_an_unknown_field_lists_the_fields() -> None:
    with pytest.raises(UsageError) as caught:
        match_columns(["甲"], role="items", overrides={"星座": "甲"})
    assert "星座" in say(caught.value.said, Lang.ZH)
    assert caught.value.hint is not None
    assert "未收金额" in say(caught.value.hint, Lang.ZH)


def test_an_unknown_column_lists_the_headers() -> None:
    with pytest.raises(LedgerError) as caught:
        match_columns(["甲", "乙"], role="items", overrides={"客户": "丙"})
    assert caught.value.hint is not None
    assert "甲、乙" in say(caught.value.hint, Lang.ZH)


def test_a_field_of_another_sheet_is_passed_over() -> None:
    assert fields_of("客户名称", overrides={"信用额度": "丙", "语言": "丁"}, role="sales") == {
        "客户名称": "customer"
    }


def test_a_receipt_amount_is_not_the_invoice_amount() -> None:
    matching = match_columns(["收款金额1"], role="receipts")
    assert [say(s.said, Lang.ZH) for s in matching.suggestions] == [
        "“收款金额1”不认识，是不是“收款金额”？如果是，请加 --map 收款金额=收款金额1"
    ]


# every spelling, in every dress -------------------------------------------------
SURE = [
    (role, spelling, field.name)
    for role in ROLES
    for field in index_of(role).fields.values()
    for spelling in field.spellings
    if index_of(role).sure.get(normal(spelling)) and normal(spelling) not in DOUBTS
]
_BACK = str.maketrans(dict(zip(SIMPLIFIED, TRADITIONAL, strict=True)))
_WIDE = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})
DRESSES: Mapping[str, Callable[[str], str]] = {
    "as is": str,
    "spaced": "  ".join,
    "upper": str.upper,
    "traditional": lambda s: s.translate(_BACK),
    "full width": lambda s: s.translate(_WIDE),
    "required": lambda s: f"* {s}：\n",
    "tabs": lambda s: f"\t{s}\u00a0\ufeff",
    "old 帐": lambda s: s.replace("账", "帐"),
}


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(SURE), st.sampled_from(sorted(DRESSES)), st.integers(0, 3))
def test_every_known_spelling_maps_the_same_in_any_dress(
    known: tuple[str, str, str], dress: str, before: int
) -> None:
    role, spelling, name = known
    cells = [*(["一列谁也不认识的字"] * before), DRESSES[dress](spelling)]
    matching = match_columns(cells, role=role)
    wanted = index_of(role).sure[normal(spelling)].field.name
    assert matching.column(wanted) == before
    assert wanted == name or name in {f.name for f in FIELDS}


SHEETS = {
    "items": "customer document_no issue_date due_date amount_minor paid_minor open_minor",
    "receipts": "customer date amount_minor payer",
    "customers": "customer terms credit_limit_minor language",
    "contacts": "customer contact phone email",
}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(SHEETS)), st.data())
def test_a_sheet_of_any_synonyms_is_read_the_same(role: str, data: st.DataObject) -> None:
    names = SHEETS[role].split()
    choices = {n: sorted(s for r, s, f in SURE if (r, f) == (role, n)) for n in names}
    cells = [data.draw(st.sampled_from(choices[n])) for n in names]
    cells.insert(data.draw(st.integers(0, len(cells))), "一列谁也不认识的字")
    found = find_header([["台账"], cells])
    assert found is not None
    assert (found.row_first, found.role) == (1, role), cells
    matching = match_columns(cells, role=role)
    assert sorted(m.field for m in matching.matches) == sorted(names), cells


def test_no_spelling_means_two_fields_by_accident() -> None:
    for role in ROLES:
        seen: dict[str, str] = {}
        for field in index_of(role).fields.values():
            for spelling in field.spellings:
                key = normal(spelling)
                if key in index_of(role).doubtful:
                    continue
                assert seen.setdefault(key, field.name) == field.name, (role, spelling)


def test_every_field_has_a_name_that_can_be_typed() -> None:
    for lang in Lang:
        labels = words("headers", lang)
        for field in FIELDS:
            label = labels[f"headers.field.{field.name}"]
            if field.used and (field.name != "amount_minor" or "items" in field.roles):
                assert any(
                    key in index_of(role).sure or key in index_of(role).doubtful
                    for role in field.roles
                    for key in [normal(label)]
                ), (lang, field.name, label)


def test_units_and_copies_make_no_difference() -> None:
    assert {normal(h) for h in ("应收金额", "应收金额（元）", "应收金额(万元)", "应收金额.1")} == {
        "应收金额"
    }
    assert normal("金额(本位币)") != normal("金额(原币)")
    assert normal("时间（天）") != normal("时间")


def test_the_language_of_most_headers() -> None:
    assert language_of(["客户", "Due Date", "金额"]) == "zh"
    assert language_of(["Customer", "Due Date", "备注"]) == "en"
    assert language_of([]) == "zh"
