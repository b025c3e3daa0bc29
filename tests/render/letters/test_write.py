from __future__ import annotations

import io
import re
import zipfile
from html import unescape

import docx
import pytest
from markdown_it import MarkdownIt
from tests.analysis.chase.stood import NO_FEES, position
from tests.views.chase.cases import CASES, items, letter, policy

from arcollect.analysis.chase.dunning import dun
from arcollect.render.letters.width import width, wrap
from arcollect.render.letters.write import FORMATS, letter_files
from arcollect.text import Lang
from arcollect.views.chase.letter import compose

HOSTILE = ["甲 & 乙 <贸易>", "[/]", "=1+1", "{{7*7}}", "**x**", "a|b", "_a_", 'q"uote', "1. 甲"]


def one(name):
    where = position(items(2, 45, name), "2026-10-31")
    (made,) = compose(dun(where, NO_FEES, policy()), policy(), Lang.ZH)
    return made


def read_docx(data):
    """All text of a docx: paragraphs, then cells."""
    opened = docx.Document(io.BytesIO(data))
    cells = (c.text for t in opened.tables for r in t.rows for c in r.cells)
    return "\n".join([*(p.text for p in opened.paragraphs), *cells])


def read(kind, data):
    """What a reader of this format sees."""
    if kind == "docx":
        return read_docx(data)
    said = data.decode()
    if kind == "md":
        said = MarkdownIt("commonmark").enable("table").render(said)
    return unescape(re.sub("<[^>]+>", "", said)) if kind in {"html", "md"} else said


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", HOSTILE)
def test_customers_names_come_out_literally(name, kind):
    """T-36: re-opened, every name is in the text."""
    said = read(kind, FORMATS[kind](one(name)))
    assert f"致：{name}" in said


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("level", CASES)
def test_every_format_says_the_same_amounts(level, lang, kind):
    made = letter(level, lang)
    said = read(kind, FORMATS[kind](made))
    gross = made.notice.gross_minor // 100
    assert f"{gross:,}.00" in said
    assert all(d.document_no in said for d in made.notice.items)
    assert "3300 0000 0000 0000 001" in said


def test_same_letters_same_bytes():
    """T-38."""
    made = [letter("L3", Lang.ZH), letter("L1", Lang.EN)]
    kinds = tuple(FORMATS)
    assert letter_files(made, Lang.ZH, kinds) == letter_files(made, Lang.ZH, kinds)


def test_print_file_holds_every_letter_on_its_own_pages():
    made = [letter("L1", Lang.ZH), letter("L3", Lang.ZH), letter("L4", Lang.ZH)]
    files = letter_files(made, Lang.ZH)
    assert len(files) == 4
    opened = docx.Document(io.BytesIO(files["催款函_打印合集.docx"]))
    assert len(opened.sections) == 2  # the lawyer's draft is not ours to send
    inner = zipfile.ZipFile(io.BytesIO(files["催款函_打印合集.docx"]))
    assert inner.read("word/document.xml").decode().count('<w:pgNumType w:start="1"/>') == 2


@pytest.mark.parametrize(("kinds", "is_there"), [(("pdf",), True), (("txt", "md"), False)])
def test_what_goes_on_paper_is_in_the_print_file_whatever_its_format(kinds, is_there):
    """U-25: one docx to print, also where the letters are pdf."""
    if "pdf" in kinds:
        pytest.importorskip("typst")
    files = letter_files([letter("L2", Lang.ZH)], Lang.ZH, kinds)
    assert ("催款函_打印合集.docx" in files) is is_there


def test_no_letters_no_files():
    assert letter_files([], Lang.ZH) == {}


def test_docx_is_a4_with_east_asian_fonts_and_a_repeated_header():
    data = FORMATS["docx"](letter("L3", Lang.ZH))
    inner = zipfile.ZipFile(io.BytesIO(data))
    body, styles = (inner.read(f"word/{n}.xml").decode() for n in ("document", "styles"))
    assert 'w:eastAsia="宋体"' in styles
    assert 'w:eastAsia="黑体"' in styles
    assert "<w:tblHeader/>" in body
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in body
    assert "NUMPAGES" in inner.read("word/footer_zh.xml").decode()
    assert len(data) < 12_000


def test_seam_mark_from_the_second_page_on():
    """U-25: 骑缝章 only where there is another page; a lawyer's draft is not ours to seal."""
    body = zipfile.ZipFile(io.BytesIO(FORMATS["docx"](letter("L1", Lang.ZH))))
    section = body.read("word/document.xml").decode().partition("<w:sectPr>")[2]
    assert '<w:headerReference w:type="default" r:id="rHeader_zh"/>' in section
    assert '<w:headerReference w:type="first" r:id="rHeader_none"/>' in section
    assert "<w:titlePg/>" in section
    draft = zipfile.ZipFile(io.BytesIO(FORMATS["docx"](letter("L4", Lang.ZH))))
    assert "rHeader_zh" not in draft.read("word/document.xml").decode()


def test_the_print_file_counts_pages_without_a_total():
    """A foot of many letters says 第2页: only Word knows how many pages a section has."""
    files = letter_files([letter("L1", Lang.ZH), letter("L3", Lang.ZH)], Lang.ZH)
    foot = zipfile.ZipFile(io.BytesIO(files["催款函_打印合集.docx"])).read("word/footer_zh.xml")
    assert "第" in foot.decode()
    assert "PAGE" in foot.decode()
    assert "PAGES" not in foot.decode()
    assert "共" not in foot.decode()


def test_text_lines_fit_and_obey_the_comma():
    lines = wrap("人民币一百元，" * 12, 20)
    assert all(width(line) <= 22 for line in lines)
    assert not any(line.startswith("，") for line in lines)
