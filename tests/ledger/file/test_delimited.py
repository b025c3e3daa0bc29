"""Text files: encodings, separators, guarded codes, preambles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.errors import LedgerError
from arcollect.ledger.file import open_book
from arcollect.ledger.file.delimited import encoding_of, separator_of

TEXT = "客户编码,客户名称,金额\n00123,甲公司,1\n"


def grid(data: bytes, **options: Any) -> list[list[object]]:
    return open_book(None, data=data, name="t.csv", **options).sheets[0].head(100)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_encodings_are_found(encoding: str) -> None:
    assert grid(TEXT.encode(encoding)) == [
        ["客户编码", "客户名称", "金额"],
        ["00123", "甲公司", "1"],
    ]


def test_big5_is_read_when_asked() -> None:
    assert grid("客戶,金額\n".encode("big5"), encoding="big5") == [["客戶", "金額"]]


def test_wrong_and_unknown_encodings_are_errors() -> None:
    for encoding, key in (("utf-8", "wrong"), ("klingon", "unknown")):
        with pytest.raises(LedgerError) as caught:
            grid(TEXT.encode("gb18030"), encoding=encoding)
        assert caught.value.said.key == f"file.{key}_encoding"


@pytest.mark.parametrize("encoding", ["base64", "rot13", "zlib", "hex"])
def test_what_encodes_no_text_is_no_encoding(encoding: str) -> None:
    with pytest.raises(LedgerError) as caught:
        grid(TEXT.encode(), encoding=encoding)
    assert caught.value.said.key == "file.unknown_encoding"


HEAD = "客户名称,单据编号,到期日,未收金额\n"
SWALLOWED = {
    "to the end": '甲,"D1,2026-01-31,100\n乙,D2,2026-01-31,5\n丙,D3,2026-01-31,7\n',
    "to the next": '"甲,D1,2026-01-31,100\n乙",D2,2026-01-31,5\n丙,D3,2026-01-31,7\n',
    "old line ends": '"甲,D1,2026-01-31,100\r乙",D2,2026-01-31,5\r丙,D3,2026-01-31,7\r',
}


@pytest.mark.parametrize("rows", SWALLOWED.values(), ids=SWALLOWED.keys())
def test_a_stray_quotation_mark_never_swallows_rows(rows: str) -> None:
    with pytest.raises(LedgerError) as caught:
        grid((HEAD + rows).encode())
    assert caught.value.said.key == "file.csv_quote"
    assert caught.value.said.facts["line"] == 2


def test_several_lines_in_a_cell_are_its_own() -> None:
    rows = '"甲公司\n一号楼, 二层\n上海",D1,2026-01-31,100\n'
    assert grid((HEAD + rows).encode())[1][0] == "甲公司\n一号楼, 二层\n上海"


def test_utf8_goes_before_gb18030() -> None:
    assert encoding_of("应收账款".encode(), "x") == "utf-8"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found(separator: str) -> None:
    sample = "应收账款明细表\n" + separator.join(["a", "b", "c"]) + "\n" + separator.join("123")
    assert separator_of(sample) == separator


def test_commas_in_amounts_do_not_fool_the_separator() -> None:
    assert separator_of("客户;金额\n甲;1,234.50\n乙;2,000.00\n") == ";"


def test_guarded_codes_trailing_tabs_and_quotes() -> None:
    rows = grid(b'code,name\n"=""001""","x\ny"\n00123\t,"a ""b"""\n')
    assert rows == [["code", "name"], ["001", "x\ny"], ["00123", 'a "b"']]


def test_a_guarded_code_is_its_plain_twin() -> None:
    column = (
        open_book(None, data=b'a,b\n001,x\n"=""001""",x\n,x\n  ,x\n', name="t.csv")
        .sheets[0]
        .columns([0])[0]
    )
    assert column.pool == ["a", "001"]
    assert column.text.tolist() == [0, 1, 1, -1, -1]


def test_preamble_and_blank_rows_keep_their_numbers() -> None:
    rows = grid("截止日期 2026-11-21\n\n客户,金额\n甲,1\n,,,\n".encode())
    assert rows == [
        ["截止日期 2026-11-21", None],
        [None, None],
        ["客户", "金额"],
        ["甲", "1"],
    ]


def test_a_column_beyond_the_file_is_empty() -> None:
    sheet = open_book(None, data=b"a,b\n1,2\n", name="t.csv").sheets[0]
    assert sheet.columns([1, 9])[9].kind.tolist() == [0, 0]
    assert sheet.facts.columns == 2


FIELD = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters='="'),
    min_size=1,
).filter(lambda s: s.strip() == s)


@given(st.lists(st.lists(FIELD, min_size=3, max_size=3), min_size=2, max_size=8))
@settings(deadline=None, max_examples=60)
def test_what_was_written_is_read(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(f'"{field}"' for field in row) for row in rows)
    assert grid(b"\xef\xbb\xbf" + text.encode()) == rows


@pytest.mark.parametrize("encoding", ["big5", "gb18030"])
def test_header_words_tell_big5_from_gb18030(encoding: str) -> None:
    header = ["客戶名稱", "單據編號", "到期日", "應收餘額"]
    assert grid((",".join(header) + "\n").encode(encoding)) == [header]
