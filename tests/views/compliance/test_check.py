"""What must not be said to a debtor, in any text."""

from __future__ import annotations

from fractions import Fraction

import pytest
from pydantic import ValidationError

from arcollect.policy import Policy
from arcollect.views.compliance.check import check
from arcollect.views.compliance.finding import BLOCKS, Known
from arcollect.written import Paragraph

US, THEM = "我方贸易有限公司", "甲机械有限公司"
FACTS = "合同HT20230503货款125,000.00元已于2026/9/16到期。"
PARTIES = Known(parties=frozenset({US, THEM}))


def rules(*texts: str, **known):
    said = [Paragraph("line", n, text) for n, text in enumerate(texts, 1)]
    facts = Known(**{"parties": PARTIES.parties, **known})
    return {f.rule for f in check(said, facts)}


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("你们什么时候付款", "W-10"),  # G-20, R000-53
        ("你方应于月底前付款", "W-10"),  # R000-53
        ("请你司尽快付款", "W-10"),  # R000-53
        ("不还钱就让你好看", "W-01"),  # G-20, R002-09
        ("XX公司：请付款", "W-07"),  # G-20, R000-15
        ("{{ customer }}：请付款", "W-07"),  # G-20
        ("应付金额为 nan 元", "W-07"),  # G-20
        ("应付人民币元整，请核对", "W-07"),
        ("尊敬的[客户名称]", "W-07"),
        ("如不付款后果自负", "W-01"),
        ("再不付款就上门堵门", "W-01"),
        ("不付款我们就在网上曝光", "W-01"),
        ("Pay now, or else.", "W-01"),
        ("You will regret this.", "W-01"),
        ("We shall publish you on a blacklist.", "W-01"),
        ("You will be blacklisted.", "W-01"),
        ("Your firm goes onto the industry black list.", "W-01"),
        ("我们会把贵司拉进行业黑名单", "W-01"),
        ("我们将通知贵司的供应商", "W-02"),
        ("只好告诉您的家人", "W-02"),
        ("We will inform your customers.", "W-02"),
        (
            "听说你们和XX公司在合作一个项目,他们上周还问起你们的付款情况",
            "W-03",
        ),  # R000-54
        ("顺达轴承有限公司上月已经付清", "W-03"),
        ("Shunda Bearings Ltd has paid already.", "W-03"),
        ("今晚11点我会致电贵司", "W-04"),
        ("请于22:00来电", "W-04"),
        ("明早7:59电话联系", "W-04"),
        ("We will call at 11 pm.", "W-04"),
        ("公安机关将传唤贵司负责人", "W-05"),
        ("否则将上报征信", "W-05"),
        ("已报送央行", "W-05"),
        ("We will report you to the credit bureau.", "W-05"),
        ("Your directors will go to jail.", "W-05"),
        ("You may end up in prison.", "W-05"),
        ("The bailiffs will call on you.", "W-05"),
        ("This will damage your credit rating.", "W-05"),
        ("Pay, or suffer the consequences.", "W-01"),
        ("We will come to your house.", "W-01"),
        ("Dear [NAME],", "W-07"),
        ("Please pay [Insert amount] now.", "W-07"),
        ("律师函", "W-06"),
        ("本律师受委托致函", "W-06"),
        ("双方确认货款与违约金合计188,820.00元", "W-08"),  # R-LAW-04
        ("五日内未回复视为确认", "W-08"),  # U-23
        ("我司放弃追究违约责任", "W-08"),
        ("We waive the late fee.", "W-08"),
        ("180,000×0.05%×98天=2,940元", "W-09"),
        ("18万×万分之五×98天=2940元", "W-09"),
        ("贵司一拖再拖，毫无诚信", "W-11"),
        ("请立即付款！！", "W-11"),
        ("若未在3日内还款，我们将启动法律程序", "W-13"),
        ("We will take legal action.", "W-13"),
        ("贵司的竞争对手都已付清", "W-15"),  # R002-12
        ("本月付清可享九折", "W-16"),
        ("A 5% discount if you pay today.", "W-16"),
        ("本周付清，另送礼品一份", "R000-17"),
        ("付清后返现2%给您个人", "R000-17"),
        ("经批准，付清可得购物卡", "R000-17"),  # approval makes no bribe lawful
        ("Pay today and receive a gift card.", "R000-17"),
        ("We offer cash back.", "R000-17"),
        ("Pay any part today and choose a gift.", "R000-17"),
        ("另加收滞纳金", "U-22"),
    ],
)
def test_each_sample_fails_with_its_rule(said, rule):
    assert rule in rules(said)


@pytest.mark.parametrize(
    "said",
    [
        "180,000.00×0.05%×98天=8,820.00元",
        "180,000.00×0.05%×40天+120,000.00×0.05%×58天=7,080.00元",
        "180,000.00×3.65%÷365×98天=1,764.00元",
        "本函不视为我司放弃依据合同及法律享有的任何权利。",
        "Nothing in this letter waives any right under the contract.",
        "开户行：中国工商银行股份有限公司上海浦东支行",  # U-27
        "受让人：丙资产管理有限公司（民法典第546条通知）",  # U-27
        "本合同纠纷由卖方所在地人民法院管辖。",  # U-27
        "The courts at the seller's domicile have jurisdiction.",
        "型号 XX-200 的轴承两套",  # U-27
        "None of these items has been paid.",
        "曝光机一台，含税价120,000.00元",
        "不得在22:00至次日8:00致电客户。",
        "不得公示黑名单。",
        "不得列入任何黑名单。",
        "我们将于明天上午10点致电贵司核对。",  # R000-53: 我们 and 贵司 are fine
        "请于8:00来电",
        "请于21:59来电",  # G-12d: before 22:00 is allowed
        "以中国人民银行授权全国银行间同业拆借中心公布的一年期LPR为准。",
        "本月付清可享九折，须经我司书面批准后生效。",
        "双方人员不得收受礼品、回扣。",
        "Our staff never accept gifts.",
        "礼品盒两箱，应付12,000.00元",
        "如需补送送货单，请随时告知，我们配合办理。",
        f"致：{THEM}",
        f"{THEM}尚欠货款，请安排付款。",
    ],
)
def test_what_a_careful_letter_says_is_no_finding(said):
    assert rules(said) == set()


def test_a_customer_called_so_is_no_threat():
    assert (
        rules("Blacklist Records Ltd owes us.", parties=frozenset({US, "Blacklist Records Ltd"}))
        == set()
    )


def test_a_lawyers_letter_that_says_it_is_a_draft():
    assert rules("律师函草稿（供律师审核）", "律师函") == set()  # R-LAW-09


@pytest.mark.parametrize("name", ["null", "Nanjing", "XX-200", "老赖机械", "你们好贸易", "None"])
def test_a_customers_name_is_never_a_finding(name):
    assert rules(f"{name}尚欠货款。", parties=frozenset({US, name})) == set()  # U-27


def test_the_parties_are_the_addressee_and_the_signer_where_nobody_said():
    letter = [
        "致：乙轴承有限公司",
        "贵司欠付甲机械有限公司货款，请安排。",
        "甲机械有限公司（盖章）",
    ]
    assert rules(*letter, parties=frozenset()) == set()
    assert rules(*letter, "丙齿轮有限公司也在催款。", parties=frozenset()) == {"W-03"}


def test_names_may_run_into_the_words_before_them():
    found = check([Paragraph("line", 1, "听说贵司与顺达轴承有限公司往来")], PARTIES)
    assert [f.said for f in found if f.rule == "W-03"] == ["顺达轴承有限公司"]


def test_a_decided_suit_may_be_announced():
    assert rules("我司将依法提起诉讼。", will_sue=True) == set()
    assert rules("我司将依法提起诉讼。") == {"W-13"}


@pytest.mark.parametrize(
    ("said", "known", "expected"),
    [
        ("违约金按每日千分之一计算", {"rates": (Fraction(5, 10_000),)}, {"W-14"}),
        ("违约金按每日万分之五计算", {"rates": (Fraction(5, 10_000),)}, set()),
        ("0.05% per day", {"lpr": Fraction(3, 100)}, {"W-14"}),  # 18.25 % a year > 3.9 %
        ("0.01% per day", {"lpr": Fraction(3, 100)}, set()),  # 3.65 % a year
        ("0.05% per day", {}, set()),
    ],
)
def test_a_rate_is_held_against_what_was_agreed(said, known, expected):
    assert rules(said, **known) == expected


def test_figures_are_held_against_the_ledger():
    known = {"amounts": frozenset({"180000", "8820"}), "days": frozenset({98})}
    assert rules("欠款180,000.00元，逾期98天，违约金8,820.00元。", **known) == set()
    assert rules("欠款18万元，逾期98天。", **known) == set()
    assert rules("欠款180,000.00元，违约金2,940元。", **known) == {"W-09"}
    assert rules("已逾期45天。", **known) == {"W-09"}


def test_a_competitor_of_the_policy():
    assert rules("宏图机电已经付清。", competitors=("宏图机电",)) == {"W-15"}


@pytest.mark.parametrize(
    ("level", "said", "expected"),
    [
        ("L1", f"{FACTS}我司资金周转有压力，需要配合请告知。", []),
        ("L1", f"{FACTS}请尽快付款。", ["own", "help"]),
        ("L2", f"{FACTS}请于2026年11月30日前付款，否则承担违约责任。", []),
        ("L2", f"{FACTS}请付款。", ["deadline", "liability"]),
        ("L3", f"{FACTS}请于11月30日前付款。", ["consequence", "moment", "copied", "enclosed"]),
    ],
)
def test_what_a_level_must_say(level, said, expected):
    assert lacking(level, said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("贵司不守信用，请于7日内付款并承担违约责任。", ["amount", "day", "number"]),
        ("欠款8,820.00元，请于7日内付款并承担违约责任。", ["day", "number"]),
        ("12.5万元应于11月30日前付，否则承担违约责任。", ["number"]),
        ("合同号HT20230503，欠款￥500，请于2026-11-30前付款并承担违约责任。", []),
        ("Invoice 20260012: CNY 500 was due on 30 June; pay by then, all rights reserved.", []),
        ("You owe us for 30 days past 12 orders; pay by then, all rights reserved.",
         ["amount", "day", "number"]),
    ],
)  # fmt: skip
def test_a_letter_speaks_in_facts(said, expected):  # R001-08
    """Amount, date and number: three facts at least, whatever else it says."""
    assert lacking("L2", said) == expected


def test_words_of_the_company_itself_are_warned_of():  # R001-08
    assert rules("贵司应当懂得感恩。", words=("懂得感恩",)) == {"W-11"}
    assert rules("贵司应当懂得感恩。") == set()
    assert (
        rules("懂得感恩贸易尚欠货款。", words=("感恩",), parties=frozenset({"懂得感恩贸易"}))
        == set()
    )


def lacking(level, said):
    """What the check misses in a letter of a level (W-12)."""
    facts = Known(parties=PARTIES.parties, level=level)
    found = check([Paragraph("line", 1, said)], facts)
    return [f.said for f in found if f.rule == "W-12"]


def test_findings_know_their_place_and_severity():
    (found,) = check([Paragraph("line", 7, "不还钱就让你好看")], PARTIES)
    assert (found.unit, found.number, found.said, found.is_block) == ("line", 7, "让你好看", True)
    assert frozenset({"W-01", "W-05", "W-07", "W-09"}) <= BLOCKS


@pytest.mark.parametrize("allow", [{"W-01": "x"}, {"W-10": " "}, {"W-99": "x"}])
def test_the_policy_cannot_silence_what_must_be_changed(allow):
    with pytest.raises(ValidationError):
        Policy.model_validate({"lint": {"allow": allow}})
    assert Policy.model_validate({"lint": {"allow": {"W-10": "their habit"}}}).lint.allow


@pytest.mark.parametrize(
    "name", ["Baker & Sons Ltd", "Bank of Leeds Trading Ltd", "甲 & 乙有限公司", "=1+1 有限公司"]
)
@pytest.mark.parametrize("label", ["To: ", "致："])
def test_the_addressee_is_no_stranger_whatever_its_name(label, name):
    assert "W-03" not in rules(
        f"{label}{name}", f"{name}：", f"Dear {name},", "请付款", parties=frozenset({US})
    )
