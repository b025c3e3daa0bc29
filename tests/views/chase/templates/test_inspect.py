"""What is wrong with a template, with its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from arcollect.text import Lang, say
from arcollect.views.chase.letter import page
from arcollect.views.chase.slots import SLOTS
from arcollect.views.chase.template import folder
from arcollect.views.chase.templates.fields import TEMPLATES, fields_of
from arcollect.views.chase.templates.inspect import inspect
from arcollect.views.chase.templates.page import fields_page, how_to
from arcollect.views.chase.templates.sample import samples

ROOT = Path(__file__).parents[4]


def found(tmp_path, written, name="zh/L2"):
    path = tmp_path / f"{name}.md.j2"
    path.parent.mkdir(exist_ok=True)
    path.write_text(written, encoding="utf-8")
    return [(f.line, f.said.key.partition(".")[2], f.near[:1]) for f in inspect(tmp_path)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("好\n\n{{ totl }}", [(3, "no_field", ("total",))]),
        ("{{ own.fone }}", [(1, "no_part", ("phone",))]),
        ("{% for i in items %}\n{{ i.amonut }}\n{% endfor %}", [(2, "no_part", ("amount",))]),
        ("{% for p in plan %}{{ p.lefft }}{% endfor %}", [(1, "no_part", ("left",))]),
        ("\n```itmes\n```", [(2, "no_block", ("items",))]),
        ("```items\ndocument, duedate\n```", [(2, "no_column", ("document",))]),
        ("{% if clause %}", [(1, "syntax", ())]),
        ("a\n{{ total|fomat }}", [(2, "syntax", ())]),
        ('{% include "_totl.md.j2" %}', [(1, "no_include", ())]),
        ("{{ assignee }}", [(1, "no_field", ())]),  # only other papers know it
        ("\n后果自负", [(2, "finding", ())]),
        ("\n应付2,940.00元", [(2, "finding", ())]),
        ("{{ 'a' * 99 }}", [(0, "bad_template", ())]),
        ("{{ own }}", [(0, "bad_template", ())]),
    ],
)
def test_every_fault_has_its_line_and_the_nearest_name(tmp_path, written, expected):
    named = found(tmp_path, written)
    mended = [(line, key) for line, key, _ in named if key not in {"warned", "lacks"}]
    assert mended == [e[:2] for e in expected]
    assert all(
        near == want[2] for (_, _, near), want in zip(named, expected, strict=False) if want[2]
    )


@pytest.mark.parametrize("first", ["{{ totl }}", "{% if clause %}", "```itmes\n```"])
def test_names_and_wording_are_told_in_one_pass(tmp_path, first):
    """Not the wording only after every name is right."""
    lines = first.count("\n") + 1
    named = found(tmp_path, f"{first}\n后果自负\n应付2,940.00元\n律师函\n")
    assert [(line, key) for line, key, _ in named if key == "finding"] == [
        (lines + 1, "finding"), (lines + 2, "finding"), (lines + 3, "finding")
    ]  # fmt: skip
    assert len(named) == 4


def test_every_passage_that_breaks_a_rule_is_told(tmp_path):
    named = found(tmp_path, "后果自负。\n\n我们将通知贵司的供应商。\n\n你们应当付款。")
    assert [(line, key) for line, key, _ in named if line] == [
        (1, "finding"), (3, "finding"), (5, "warned")
    ]  # fmt: skip


def test_what_a_level_lacks_is_said_in_words(tmp_path):
    path = tmp_path / "L2.md.j2"
    path.write_text("请付款。", encoding="utf-8")
    said = {say(fault.said, Lang.ZH) for fault in inspect(tmp_path)}
    assert "自定义模板 W-12：缺少：付款期限" in said


def test_a_plain_field_has_no_parts(tmp_path):
    (tmp_path / "L1.md.j2").write_text("# x\n\n{{ customer.foo }}\n", encoding="utf-8")
    (fault,) = inspect(tmp_path)
    assert (fault.line, fault.said.facts["name"]) == (3, "customer.foo")


def test_a_name_set_in_the_template_is_known(tmp_path):
    assert (
        found(
            tmp_path,
            "{% set x = total %}{{ x }}{% for i in cc %}{{ i }}{% endfor %}",
            "zh/short-L2",
        )
        == []
    )


def test_a_file_that_replaces_nothing_is_told(tmp_path):
    assert found(tmp_path, "x", "zh/L7") == [(0, "replaces_nothing", ("L4",))]


def test_a_file_in_another_encoding_is_told(tmp_path):
    (tmp_path / "L2.md.j2").write_bytes("催款函".encode("gbk"))
    assert [f.said.key for f in inspect(tmp_path)] == ["templates.not_utf8"]


def test_the_set_itself_has_no_fault(tmp_path):  # R000-15
    for lang in Lang:
        shutil.copytree(folder() / lang, tmp_path / lang)
    assert [(f.file, say(f.said, Lang.ZH)) for f in inspect(tmp_path)] == []


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_table_of_fields_is_what_templates_get(template, lang):
    """Neither more nor less; so the check and the page can be believed."""
    known = fields_of(template)
    for context in samples(template, lang):
        assert set(context) == set(known)
        for field in (f for f in known.values() if f.parts):
            group = context[field.name]
            group = group[0] if field.is_list and group else group
            assert not group or set(group) == set(field.parts)
        page(template, context, lang, None)


@pytest.mark.parametrize(
    ("lang", "name"), [(Lang.EN, "templates.md"), (Lang.ZH, "templates.zh-CN.md")]
)
def test_the_page_is_up_to_date(lang, name):
    kept = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert kept == how_to(lang) + "\n" + fields_page(lang)
    assert all(f"`{slot}`" in kept for slot in SLOTS)
