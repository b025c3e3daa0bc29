"""The policy as a table and as a file."""

from __future__ import annotations

import tomllib

import pytest

from arcollect.policy import Policy
from arcollect.policy.keys import keys
from arcollect.policy.load import load
from arcollect.text import Lang
from arcollect.views.policy import changed_table, policy_file, policy_table


@pytest.mark.parametrize("lang", Lang)
def test_the_written_file_is_exactly_the_default_policy(lang):
    assert Policy.model_validate(tomllib.loads(policy_file(lang))) == Policy()


@pytest.mark.parametrize("lang", Lang)
def test_every_key_is_in_the_file(lang):
    lines = [line.removeprefix("# ") for line in policy_file(lang).splitlines()]
    for key in keys().values():
        name = key.name.rpartition(".")[2]
        assert any(line.startswith((f"{name} =", f"[{key.name}]", f"[[{name}]]")) for line in lines)


@pytest.mark.parametrize("lang", Lang)
def test_uncommented_examples_are_valid(lang, tmp_path):
    """Somebody takes away every "# " in front of a setting."""
    toml = "\n".join(
        line.removeprefix("# ") if " = " in line or "[[" in line else line
        for line in policy_file(lang).splitlines()
        if not line.startswith("# ") or " = " in line or "[[" in line
    )
    path = tmp_path / "arcollect.toml"
    path.write_text(toml, encoding="utf-8")
    policy = load(path).policy
    assert len(policy.company) == 1
    assert policy.rates


def test_the_table_shows_origin_and_rule(tmp_path):
    path = tmp_path / "arcollect.toml"
    path.write_text("[grade]\nlong_days = 45\n", encoding="utf-8")
    table = policy_table(load(path), Lang.EN)
    rows = dict(
        zip(
            table.columns[0].values,
            zip(*(c.values for c in table.columns), strict=True),
            strict=True,
        )
    )
    assert rows["grade.long_days"][1:4] == ("45", "arcollect.toml:2", "R000-43")
    assert rows["grade.late_share_c"][1:4] == ("1/3", "default", "U-13")
    assert rows["fee.rate_per_day"][1] == "0.05%"
    assert rows["ratios.vat_rate"][1] == "(not set)"


def test_a_changed_value_is_toned(tmp_path):
    path = tmp_path / "arcollect.toml"
    path.write_text("[grade]\nlong_days = 45\n", encoding="utf-8")
    key, value, *_ = policy_table(load(path), Lang.EN).columns
    toned = [name for name, tone in zip(key.values, value.tones, strict=True) if tone != "plain"]
    assert toned == ["grade.long_days"]


@pytest.mark.parametrize("lang", Lang)
def test_a_written_file_says_nothing_that_nobody_said(lang):
    made = Policy.model_validate(tomllib.loads(policy_file(lang)))
    assert not {"base_currency", "default_currency"} & made.model_fields_set
    assumed = {name for name in made.recover.model_fields_set if "chance" in name}
    assert not assumed | ({"assignment_low", "assignment_high"} & made.recover.model_fields_set)


def test_what_is_not_the_default_stands_beside_it():
    """Our own company, the language and where files lie change no figure."""
    raw = {
        "language": "zh", "company": [{"name": "甲"}], "books": {"log": "x.xlsx"},
        "aging": {"small_difference": "5000", "buckets": [30, 60]},
        "rates": {"USD": "7.1"}, "exclude": {"related_parties": ["乙"]}, "worklist": {"owners": {}},
    }  # fmt: skip
    table = changed_table(Policy.model_validate(raw), Lang.EN)
    shown = {c.key: list(c.values) for c in table.columns}
    rows = zip(shown["key"], shown["value"], shown["default_value"], strict=True)
    assert list(rows) == [
        ("aging.buckets", "30, 60", "30, 90, 180"),
        ("aging.small_difference", "5,000", "100"),
        ("exclude.related_parties", "乙", "(not set)"),
    ]


def test_where_all_is_default_it_says_so():
    table = changed_table(Policy(), Lang.ZH)
    assert len(table) == 0
    assert table.notes == ("全部为默认值；各默认值见 arcollect policy show。",)
