"""A set of templates to start from, and checking it, without a ledger."""

from __future__ import annotations

import pytest
from docx import Document


def test_the_set_is_copied_once_and_own_changes_stay(run, tmp_path):
    done = run("letters", "--init-templates", "mine", "--lang", "en")
    assert done.code == 0
    assert "mine" in done.err
    mine = tmp_path / "mine" / "zh" / "L2.md.j2"
    mine.write_text("改过", encoding="utf-8")
    assert run("letters", "--init-templates", "mine").code == 0
    assert mine.read_text(encoding="utf-8") == "改过"
    readme = (tmp_path / "mine" / "README.md").read_text(encoding="utf-8")
    assert "`total_words`" in readme
    assert "同名文件替换" in readme


def test_the_copied_set_is_sound(run):
    run("letters", "--init-templates", "mine")
    done = run("letters", "--lint-templates", "mine", "--lang", "en")
    assert (done.code, done.out.count("\n")) == (0, 1)


def test_a_fault_names_file_line_and_the_nearest_field(run, tmp_path):
    (tmp_path / "L2.md.j2").write_text("好\n{{ totl }}", encoding="utf-8")
    done = run("letters", "--lint-templates", ".", "--lang", "en")
    assert done.code == 1
    assert 'mend,L2.md.j2,2,"There is no field' in done.out.replace("there is no", "There is no")
    assert "total" in done.out


def test_word_templates_are_checked_too(run, tmp_path):
    made = Document()
    made.add_paragraph("{{ custmer }} {{ total }}")
    made.save(tmp_path / "L2.docx")
    done = run("letters", "--lint-templates", ".", "--lang", "en")
    assert done.code == 1
    assert "custmer" in done.out
    assert "customer" in done.out


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_without_templates_there_is_nothing_to_check(run, folder):
    done = run("letters", "--lint-templates", folder, "--lang", "en")
    assert done.code == 2
    assert "Traceback" not in done.err


def test_every_unknown_field_of_a_word_template_is_told(run, tmp_path):
    made = Document()
    made.add_paragraph("{{ custmer }} {{ totl }} {{ customer }}")
    made.save(tmp_path / "L2.docx")
    done = run("letters", "--lint-templates", ".", "--lang", "en")
    assert done.code == 1
    assert "custmer" in done.out
    assert "totl" in done.out
    assert done.out.count("L2.docx") == 2
