"""Files as they really come: every one through the whole program."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

HEAD = ["客户名称", "单据编号", "单据日期", "到期日", "未收金额"]
ROWS = [
    ["甲公司", "001", "2026-08-01", "2026-08-31", "1,234.50"],
    ["乙公司", "002", "2026-08-01", "2026-09-30", "65.50"],
]
TABLE = [HEAD, *ROWS]
SPREADSHEETML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="应收明细"><Table>{rows}</Table></Worksheet></Workbook>"""


def text(separator: str = ",", rows: list[list[str]] = TABLE) -> str:
    quoted = ([f'"{c}"' if separator in c else c for c in row] for row in rows)
    return "".join(separator.join(row) + "\r\n" for row in quoted)


def xlsx() -> bytes:
    book = xlsxwriter.Workbook(stream := io.BytesIO())
    page = book.add_worksheet()
    for number, row in enumerate(TABLE):
        page.write_row(number, 0, row)
    book.close()
    return stream.getvalue()


def html() -> str:
    rows = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in TABLE)
    return f'<html><meta charset="gbk"><table>{rows}</table></html>'


def spreadsheetml() -> bytes:
    def cell(said: str) -> str:
        kind = "Number" if said.replace(",", "").replace(".", "").isdigit() and "." in said else ""
        plain = said.replace(",", "") if kind else said
        return f'<Cell><Data ss:Type="{kind or "String"}">{plain}</Data></Cell>'

    rows = "".join("<Row>" + "".join(map(cell, row)) + "</Row>" for row in TABLE)
    return SPREADSHEETML.format(rows=rows).encode()


def guarded() -> bytes:
    return "".join("\t".join(f'="{c}"' for c in row) + "\r\n" for row in TABLE).encode("gbk")


FILES = {
    "utf8.csv": text().encode(),
    "bom.csv": text().encode("utf-8-sig"),
    "utf16.csv": text("\t").encode("utf-16"),
    "gbk.csv": text().encode("gb18030"),
    "semicolon.csv": text(";").encode(),
    "bar.txt": text("|").encode(),
    "tab.tsv": text("\t").encode(),
    "preamble.csv": ("应收明细表\r\n单位：甲方公司\r\n\r\n" + text()).encode(),
    "guarded.xls": guarded(),
    "page.xls": html().encode("gbk"),
    "excel2003.xls": spreadsheetml(),
    "really_xlsx.xls": xlsx(),
    "plain.xlsx": xlsx(),
}


def owed(out: str) -> list[str]:
    return [line.split(",")[8] for line in out.splitlines()[1:]]


@pytest.mark.parametrize("name", FILES)
def test_the_content_decides(run, tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    done = run("aging", tmp_path / name, "--lang", "en", "-f", "csv")
    assert done.code == 0, done.err
    assert owed(done.out) == ["1234.50", "65.50", "1300.00"]


@pytest.mark.parametrize("encoding", ["big5", "gb18030"])
def test_an_encoding_can_be_named(run, tmp_path, encoding):
    rows = [["客戶名稱", "到期日", "餘額"], ["甲公司", "2026-08-31", "1300.00"]]
    (tmp_path / "t.csv").write_bytes(text(rows=rows).encode(encoding))
    done = run("aging", tmp_path / "t.csv", "--encoding", encoding, "-f", "csv")
    assert done.code == 0, done.err
    assert "1300.00" in done.out


@pytest.mark.parametrize("name", ["plain.xlsx", "gbk.csv", "page.xls"])
def test_standard_input(spawn, name):
    done = spawn("aging", "-", "--lang", "en", "-f", "csv", input=FILES[name])
    assert done.returncode == 0, done.stderr.decode()
    assert owed(done.stdout.decode("utf-8-sig"))[-1] == "1300.00"


def test_xml_with_a_document_type_is_refused(run, tmp_path):
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + spreadsheetml()[21:]
    (tmp_path / "t.xls").write_bytes(bomb)
    assert run("aging", tmp_path / "t.xls").code == 3


@pytest.fixture
def hidden(tmp_path):
    """A row of 40.00 hidden by a filter, a hidden column, a hidden sheet, bad cells."""
    book = xlsxwriter.Workbook(str(tmp_path / "hidden.xlsx"))
    page, spare = book.add_worksheet("应收明细"), book.add_worksheet("旧表")
    for number, row in enumerate([HEAD, *([*r[:4], 100.0] for r in ROWS)]):
        page.write_row(number, 0, row)
        spare.write_row(number, 0, row)
    page.write_row(3, 0, ["丙公司", "003", "2026-08-01", "2026-08-31", 40.0])
    page.write_row(4, 0, ["丁公司", "004", "2026-08-01", "2026-08-31"])
    page.write_formula(4, 4, "=1+1", None, "")
    page.write_row(5, 0, ["戊公司", "005", "2026-08-01", "2026-08-31"])
    page.write_formula(5, 4, "=NA()", None, "#N/A")
    page.autofilter(0, 0, 5, 4)
    page.set_row(3, None, None, {"hidden": True})
    page.set_column(2, 2, None, None, {"hidden": True})
    spare.hide()
    book.close()
    return tmp_path / "hidden.xlsx"


def test_hidden_parts_count_and_are_reported(run, hidden):
    assert owed(run("aging", hidden, "-f", "csv").out)[-1] == "240.00"
    said = run("check", hidden, "--lang", "en").out
    said = " ".join(said.split())
    for words in ("filter", "hidden columns C", "hidden rows"):
        assert words in said, words


def test_visible_only_leaves_hidden_rows_out(run, hidden):
    assert owed(run("aging", hidden, "--visible-only", "-f", "csv").out)[-1] == "200.00"
    assert "40.00" in run("check", hidden, "--visible-only", "--lang", "en").out


def test_formulas_without_a_value_and_errors_are_named_never_zero(run, hidden):
    said = " ".join(run("check", hidden, "--lang", "en", "-f", "json").out.split())
    assert '"E5"' in said
    assert '"E6"' in said
    assert "no stored result" in said
    assert "error value" in said


def test_dates_that_excel_destroyed_are_refused_by_name(run, tmp_path):
    lost = text(rows=[HEAD, *([*r[:3], "00:00.0", r[4]] for r in ROWS)])
    (tmp_path / "t.csv").write_text(lost, encoding="utf-8")
    done = run("aging", tmp_path / "t.csv", "--lang", "en")
    assert done.code == 3
    assert "“到期日” has lost its dates" in done.err


def test_ids_ruined_in_the_file_are_reported(run, tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "t.xlsx"))
    page = book.add_worksheet()
    page.write_row(0, 0, HEAD)
    page.write_row(1, 0, ["甲公司", 26952000001234567890, "2026-08-01", "2026-08-31", 10])
    book.close()
    said = " ".join(run("check", tmp_path / "t.xlsx", "--lang", "en", "-f", "json").out.split())
    assert "more than 15 digits" in said
    assert '"B2"' in said


def test_times_of_day_are_cut_off(run, tmp_path):
    rows = [HEAD, ["甲公司", "1", "2026-08-01 23:59:59", "2026-08-31 23:59", "5.00"]]
    (tmp_path / "t.csv").write_text(text(rows=rows), encoding="utf-8")
    done = run("aging", tmp_path / "t.csv", "--detail", "--as-of", "2026-09-01", "-f", "csv")
    assert done.code == 0, done.err
    assert "2026-08-31" in done.out
    assert "23:59" not in done.out
