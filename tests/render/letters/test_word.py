"""A company's own Word template: filled, checked, the same bytes twice."""

from __future__ import annotations

import io
import sys

import pytest
from docx import Document
from tests.analysis.chase.stood import daily_fee, position
from tests.views.chase.cases import items, policy

from arcollect.analysis.chase.dunning import dun
from arcollect.errors import UsageError, message
from arcollect.render.letters.write import letter_files
from arcollect.text import Lang, say
from arcollect.views.chase.letter import compose
from arcollect.views.chase.letters_index import index_tables

HOSTILE = ["甲 & 乙 <贸易>", "[/]", "=1+1", "{{7*7}}", "**x**", "null", "{% raw %}", "$&\\1"]
ROWS = ["{{ own.name }}", "致：{{ customer }}", "共{{ total }}，请于{{ deadline }}前付款。"]


def template(folder, *paragraphs):
    """A Word template of L2 with an item table."""
    made = Document()
    for said in paragraphs or ROWS:
        made.add_paragraph(said)
    table = made.add_table(rows=3, cols=2)
    table.rows[0].cells[0].text = "{%tr for i in items %}"
    table.rows[1].cells[0].text = "{{ i.document }}"
    table.rows[1].cells[1].text = "{{ i.demanded }}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    made.save(folder / "L2.docx")
    return folder


def letters(folder, name="甲机械制造有限公司"):
    where = position(items(2, 45, name), "2026-10-31")
    dunning = dun(where, daily_fee(where), policy())
    return compose(dunning, policy(), Lang.ZH, folder)


def words(content):
    made = Document(io.BytesIO(content))
    cells = [c.text for t in made.tables for row in t.rows for c in row.cells]
    return [*(p.text for p in made.paragraphs), *cells]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_come_out_literally(tmp_path, name):
    (letter,) = letters(template(tmp_path), name)
    said = words(letter_files([letter], Lang.ZH)[f"{letter.stem}.docx"])
    assert f"致：{name}" in said
    assert "共人民币230,000.00元，请于2026年11月9日前付款。" in said
    assert said[-4:] == ["AR2026-0001", "125,000.00", "AR2026-0002", "105,000.00"]


def test_the_same_letter_gives_the_same_bytes(tmp_path):
    one, two = (letter_files(letters(template(tmp_path)), Lang.ZH) for _ in range(2))
    assert one == two


def test_it_keeps_its_look_and_stays_out_of_the_print_file(tmp_path):
    made = letters(template(tmp_path))
    assert list(letter_files(made, Lang.ZH)) == [f"{made[0].stem}.docx"]


@pytest.mark.parametrize(
    ("paragraph", "key"),
    [
        ("{{ nobody }}", "letters.bad_template"),
        ("{{ items.append(1) }}", "letters.bad_template"),
        ("{{ ''.__class__.__mro__ }}", "letters.bad_template"),
        ("{{ 'a' * 999999999 }}", "letters.bad_template"),
        ("{{ own }}", "letters.bad_template"),
        ("{% if total %}", "letters.bad_template"),
        ("你好", "letters.word_lacks"),  # T-36: customer and total in any case
        ("{{ customer }} {{ total }} 后果自负", "letters.finding"),
    ],
)
def test_what_must_not_leave_is_refused(tmp_path, paragraph, key):
    made = letters(template(tmp_path, paragraph))
    with pytest.raises(UsageError) as caught:
        letter_files(made, Lang.ZH)
    assert caught.value.said.key == key
    assert "L2.docx" in say(caught.value.said, Lang.ZH)


def test_without_the_extra_one_sentence_names_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    made = letters(template(tmp_path))
    with pytest.raises(UsageError) as caught:
        letter_files(made, Lang.ZH)
    assert caught.value.said == message("letters.no_word")
    assert caught.value.hint is not None
    assert "arcollect[word-templates]" in say(caught.value.hint, Lang.EN)


def test_it_keeps_its_own_look_and_so_is_printed_alone(tmp_path):
    """It is not in the print file; the list says so, and what its words had better not say."""
    written = letters(template(tmp_path, *ROWS, "{{ total }}：你们必须付款。"))
    assert list(letter_files(written, Lang.ZH)) == [f"{written[0].stem}.docx"]
    where = position(items(2, 45), "2026-10-31")
    index, _ = index_tables(dun(where, daily_fee(where), policy()), written, Lang.ZH)
    notes = "\n".join(index.notes)
    assert f"请单独打印：{written[0].stem}.docx" in notes
    assert "你们" in notes
