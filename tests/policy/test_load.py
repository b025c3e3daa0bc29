"""Which policy holds, where each value comes from, and what is wrong with it."""

from __future__ import annotations

from decimal import Decimal
from textwrap import dedent

import pytest

from arcollect.errors import ExitCode, UsageError
from arcollect.policy import Policy
from arcollect.policy.load import Given, Places, load
from arcollect.text import Lang, say


@pytest.fixture
def write(tmp_path):
    def write_toml(toml, folder="."):
        path = tmp_path / folder / "arcollect.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(toml), encoding="utf-8")
        return path

    return write_toml


def mistakes(path, lang=Lang.EN, **more):
    with pytest.raises(UsageError) as caught:
        load(path, **more)
    assert caught.value.exit_code is ExitCode.USAGE
    hint = caught.value.hint
    return say(caught.value.said, lang), say(hint, lang) if hint else ""


def test_without_a_file_every_default_holds(tmp_path):
    loaded = load(places=Places(tmp_path, tmp_path))
    assert loaded.policy == Policy()
    assert loaded.path is None
    assert loaded.origins == {}


def test_a_value_knows_its_line(write):
    path = write("""
        language = "en"
        [grade]
        # longer
        long_days = 45
    """)
    loaded = load(path)
    assert loaded.policy.grade.long_days == 45
    assert loaded.origins == {
        "language": "arcollect.toml:2",
        "grade.long_days": "arcollect.toml:5",
    }


def test_flag_beats_variable_beats_file(write):
    path = write("[aging]\nbuckets = [10]\nbasis = 'issue'\ncredits = 'net'")
    env = {"ARCOLLECT_AGING_BUCKETS": "20,40", "ARCOLLECT_AGING_BASIS": "due"}
    flags = (Given("--buckets", "aging.buckets", "30,60"),)
    loaded = load(path, Places(env=env), flags)
    assert loaded.policy.aging.buckets == (30, 60)
    assert loaded.policy.aging.basis == "due"
    assert loaded.policy.aging.credits == "net"
    assert loaded.origins["aging.buckets"] == "--buckets"
    assert loaded.origins["aging.basis"] == "ARCOLLECT_AGING_BASIS"


def test_the_file_beside_the_ledger_comes_first(tmp_path, write):
    beside = write("language = 'zh'", "ledgers")
    here = write("language = 'en'", "here")
    own = write("base_currency = 'EUR'", "home/arcollect")
    env = {"XDG_CONFIG_HOME": str(own.parent.parent)}
    places = Places(beside.parent, here.parent, env)
    assert load(places=places).path == beside
    assert load(places=Places(tmp_path, here.parent, env)).path == here
    assert load(places=Places(tmp_path, tmp_path, env)).path == own
    assert load(here, places).path == here


def test_the_variable_names_the_file(write):
    path = write("language = 'zh'", "elsewhere")
    assert load(places=Places(env={"ARCOLLECT_CONFIG": str(path)})).path == path


def test_books_stand_beside_the_policy(write):
    path = write("[books]\ncustomers = 'customers.xlsx'", "deep")
    assert load(path).policy.books.customers == str(path.parent / "customers.xlsx")
    assert load(path).policy.books.sales == ""


def test_every_mistake_is_named_with_its_line(write):
    path = write("""
        [grade]
        long_dys = 60
        long_count = "two"
        [pool]
        share = 0.8
        [fee]
        basis = "law"
        [[company]]
        short = "A"
    """)
    said, _ = mistakes(path)
    assert said.split("\n") == [
        'arcollect.toml:4 grade.long_count: must be a whole number, not "two".',
        "arcollect.toml:3 grade.long_dys: there is no such key; did you mean grade.long_days?",
        'arcollect.toml:6 pool.share: write a rate as text in quotes, "15%" or "0.05%", '
        "not as the decimal number 0.8 (it would lose precision).",
        'arcollect.toml:8 fee.basis: "law" is not one of: none, contract, lpr, sme.',
        "arcollect.toml:9 company.1.name: is required and not there.",
    ]


def test_a_key_in_the_wrong_section_is_found(write):
    said, _ = mistakes(write("long_days = 60"))
    assert said.endswith("did you mean grade.long_days?")


def test_an_unquoted_chinese_name_is_explained(write):
    said, hint = mistakes(write('[columns]\n客户 = "往来单位"'), Lang.ZH)
    assert said == 'arcollect.toml:2 这一行的写法有误：客户 = "往来单位"'
    assert hint == '中文名称要加英文双引号：写成 "客户" = …'


def test_an_unquoted_percentage_is_explained(write):
    said, hint = mistakes(write("[fee]\n\nrate_per_day = 0.05%"))
    assert said.startswith("arcollect.toml:3 ")
    assert hint == 'A percentage needs quotes: "0.05%".'


def test_a_bad_flag_names_the_flag():
    flags = (Given("--buckets", "aging.buckets", "60,30"),)
    said, hint = mistakes(None, given=flags)
    assert said.startswith("--buckets: bucket limits must be rising")
    assert hint == ""


def test_a_mistyped_variable_is_not_ignored():
    said, _ = mistakes(None, places=Places(env={"ARCOLLECT_AGING_BUCKET": "30"}))
    assert "ARCOLLECT_AGING_BUCKET: there is no such key; did you mean aging.buckets" in said


def test_other_programs_variables_are_left_alone():
    env = {"ARCOLLECT_UNATTENDED": "1", "ARCOLLECT_HOME": "/opt", "ARCOLLECT_DEBUG": "1"}
    assert load(places=Places(env=env)).origins == {}


def test_a_mistyped_top_level_variable_is_not_ignored():
    said, _ = mistakes(None, places=Places(env={"ARCOLLECT_DEFALT_TERMS": "net 30"}))
    assert "ARCOLLECT_DEFALT_TERMS" in said


def test_a_missing_file_is_said(tmp_path):
    said, hint = mistakes(tmp_path / "none.toml")
    assert "none.toml cannot be read" in said
    assert "--config" in hint


def test_gbk_is_recognised(tmp_path):
    path = tmp_path / "arcollect.toml"
    path.write_bytes('default_terms = "月结60"'.encode("gbk"))
    assert "is not UTF-8" in mistakes(path)[0]


def test_notepads_byte_order_mark_is_fine(tmp_path):
    path = tmp_path / "arcollect.toml"
    path.write_bytes(b"\xef\xbb\xbflanguage = 'zh'")
    assert load(path).policy.language == "zh"


def test_a_company_has_a_name_and_a_share_is_part_of_a_whole(write):
    path = write("""
        [grade]
        prepayment_c = "130%"
        [[company]]
        name = " "
    """)
    said, _ = mistakes(path)
    assert 'arcollect.toml:3 grade.prepayment_c: must not be above 100%: "130%".' in said
    assert "arcollect.toml:5 company.1.name: must not be empty." in said


def test_rates_are_known_by_their_code_and_positive(tmp_path):
    path = tmp_path / "arcollect.toml"
    path.write_text('[rates]\nusd = "7.10"\n', encoding="utf-8")
    assert load(path).policy.rates == {"USD": Decimal("7.10")}
    path.write_text('[rates]\nEUR = "0"\n', encoding="utf-8")
    with pytest.raises(UsageError):
        load(path)


@pytest.mark.parametrize(
    ("toml", "here", "above"),
    [
        ("[rates]\nGBP = '9'\n\n[pool]\nshare = '80%'\n[rates]\nUSD = '7'\n", 6, 1),
        ("language = 'en'\n[pool]\nmax_names = 3\nmax_names = 4\n", 4, 3),
    ],
)
def test_what_is_said_twice_names_both_lines(write, toml, here, above):
    said, hint = mistakes(write(toml))
    assert said.startswith(f"arcollect.toml:{here} says again what line {above} has said")
    assert f"line {above}" in hint
