"""Text cells: trimmed, hostile characters out, ids kept as they are."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.ledger.fake import Uncomputed, column

from arcollect.ledger.cells.texts import Texts, clean, of_words, same, text_column


def read(*cells: object) -> list[str]:
    texts = text_column(column(*cells)).texts
    return [texts[i] for i in range(len(texts))]


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  甲公司 \u3000", "甲公司"),
        ("甲\n公司\t二部", "甲 公司 二部"),
        ("WAL-MAR  corp", "WAL-MAR corp"),
        ("\ufeff甲\u200b", "甲"),
        ("甲\u202e乙\x07", "甲乙"),
        ("A\ud800B", "AB"),
        ("华东（上海）", "华东（上海）"),
        ("/", ""),
        ("--", ""),
        ("———", ""),
        ("#N/A", ""),
        ("-12", "-12"),
        ("#12", "#12"),
        ("NA", "NA"),
        ("null", "null"),
        ("None", "None"),
        ("=1+1", "=1+1"),
        ("'=1+1", "=1+1"),
        ("'@x", "@x"),
        ("'n Beetje BV", "'n Beetje BV"),
    ],
)
def test_a_text_is_kept_but_for_its_accidents(raw: str, kept: str) -> None:
    assert clean(raw) == kept
    assert read(raw) == [kept]


def test_numbers_in_an_id_column_are_their_digits() -> None:
    assert read("00123", 1930571429.0, 12.5, True, dt.date(2026, 1, 5), None) == [
        "00123", "1930571429", "12.5", "TRUE", "2026-01-05", "",
    ]  # fmt: skip


def test_a_number_that_excel_has_cut_is_flagged() -> None:
    read_back = text_column(column(25312000000012345678, 123456789012345, "x"))
    assert read_back.ruined.tolist() == [True, False, False]


def test_error_cells_and_formulas_without_value_are_blank_and_flagged() -> None:
    found = text_column(column("#REF!", Uncomputed(), "ok"))
    assert found.error.tolist() == [True, True, False]
    assert found.texts.blank.tolist() == [True, True, False]


def test_hostile_characters_are_reported() -> None:
    assert text_column(column("甲\u202e乙", "丙 丁", "a\nb")).hostile.tolist() == [
        True,
        False,
        False,
    ]


def test_words_that_become_equal_are_one_word() -> None:
    texts = text_column(column("甲 ", "甲", " 甲")).texts
    assert texts.words == ["", "甲"]


def test_or_else_fills_only_what_is_blank() -> None:
    mixed = of_words(["甲", "", "乙", ""]).or_else(of_words(["x", "y", "乙", ""]))
    assert [mixed[i] for i in range(4)] == ["甲", "y", "乙", ""]
    assert same("", 2).or_else(same("z", 2)).words == ["", "z"]


def test_the_ledger_keeps_categories_with_a_blank_word() -> None:
    made = of_words(["NA", "", "NA"]).categorical()
    assert list(made) == ["NA", "", "NA"]
    assert not made.isna().any()


def test_chosen_rows_forget_other_words() -> None:
    texts: Texts = of_words(["a", "b", "c"])
    assert texts.where(texts.test(lambda w: w != "b")).words == ["", "a", "c"]
