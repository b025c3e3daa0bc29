"""Letters as pdf: the same bytes twice, every text literal, no boxes."""

from __future__ import annotations

import shutil
import subprocess
from unittest.mock import patch

import pytest
from tests.render.letters.papers import HOSTILE, Sheet

from arcollect.errors import UsageError
from arcollect.render.letters import fonts
from arcollect.text import Lang
from arcollect.views.block import (
    Align,
    Grid,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    PayTo,
    Run,
    Sign,
    Style,
    Text,
)

pytest.importorskip("typst")
pytest.importorskip("fontTools")
from arcollect.render.letters.pdf import Press

EVERY = (
    Letterhead("宏远轴承有限公司", ("地址：示例路",), "催字〔2026〕001号", "一式两份"),
    Heading("催款函", 1),
    Text((Run("致：甲公司", bold=True),), Style.PLAIN),
    Text((Run("第一行\n第二行"),)),
    Listing(((Run("其一"),), (Run("其二"),)), is_ordered=True),
    Grid(("单据号", "金额"), (Align.LEFT, Align.RIGHT), (("A1", "1.00"),), (("合计", "1.00"),)),
    PayTo("收款账户", (("户名", "宏远"),)),
    Text((Run("说明"),), Style.NOTE),
    Sign(("宏远", "2026年9月30日"), "（盖章处：公章）"),
    PageBreak(),
    Heading("附件", 2),
)


def words(pdf, tmp_path):
    """The text of a pdf as poppler reads it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_the_same_letter_is_the_same_file():
    first, second = (Press().pdf(Sheet(EVERY)) for _ in range(2))
    assert first == second
    assert first.startswith(b"%PDF-")


def test_every_kind_of_block_is_on_the_page(tmp_path):
    read = words(Press().pdf(Sheet(EVERY)), tmp_path).replace(" ", "")
    for said in (
        "催字〔2026〕001号",
        "催款函",
        "致：甲公司",
        "第二行",
        "2.",
        "合计",
        "户名",
        "附件",
    ):
        assert said in read
    assert "第1页" in read
    assert "骑缝章" in read


@pytest.mark.parametrize("name", HOSTILE)
def test_markup_in_a_name_stays_text(name, tmp_path):
    grid = Grid((name,), (Align.LEFT,), ((name,),), ((name,),))
    sheet = Sheet((Text((Run(name),)), grid), title=name, author=name)
    read = words(Press().pdf(sheet), tmp_path)
    assert read.count(name) == 4


def test_a_character_that_no_font_has_is_an_error():
    with pytest.raises(UsageError) as caught:
        Press().pdf(Sheet((Text((Run("甲\U0001f600公司"),)),)))
    assert caught.value.said.key == "letters.no_glyph"
    assert "U+1F600" in str(caught.value.said.facts["signs"])


def test_english_letters_too(tmp_path):
    sheet = Sheet((Text((Run("Dear Sir, thank you."),)),), lang=Lang.EN)
    assert "Page 1 of 1" in words(Press().pdf(sheet), tmp_path)


@pytest.mark.parametrize(
    ("font", "path", "key"),
    [("No Such Font", "", "letters.no_font"), ("", "/no/such/folder", "letters.no_font_path")],
)
def test_fonts_that_are_not_there(font, path, key):
    with pytest.raises(UsageError) as caught:
        fonts.find(font, path)
    assert caught.value.said.key == key


def test_without_the_extra_the_remedy_is_named():
    with patch.object(fonts, "find_spec", return_value=None), pytest.raises(UsageError) as caught:
        fonts.find()
    assert caught.value.hint is not None
    assert caught.value.hint.key == "letters.no_pdf_hint"
