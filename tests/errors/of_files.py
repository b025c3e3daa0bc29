"""Messages about files that cannot be read."""

from __future__ import annotations

import io
import zipfile

import xlsxwriter
from tests import hostile_files as odd
from tests.errors.catalogue import Case, table_of

from arcollect.text import Lang

GOOD = """
客户名称,单据编号,到期日,未收金额
甲公司,D1,2026-01-31,100.00
"""


def changed(part: str, old: str, new: str) -> bytes:
    """The sound workbook with a piece of one part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odd.good())) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            data = before.read(name).decode()
            assert name != part or old in data
            after.writestr(name, data.replace(old, new, 1) if name == part else data)
    return stream.getvalue()


def in_formats(*codes: str) -> bytes:
    """A ledger whose balances have these number formats."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page = book.add_worksheet("应收")
        page.write_row(0, 0, ("客户名称", "单据编号", "到期日", "未收金额"))
        for row, code in enumerate(codes, 1):
            page.write_row(row, 0, (f"甲公司{row}", f"D{row}", "2026-01-31"))
            page.write_number(row, 3, 100, book.add_format({"num_format": code}))
    return stream.getvalue()


def many_parts(_lang: Lang) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(2_100):
            package.writestr(f"{number}.xml", "")
    return stream.getvalue()


def utf16_part(_lang: Lang) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odd.good())) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.decode().encode("utf-16") if "sheet1" in name else data)
    return stream.getvalue()


def linked(_lang: Lang) -> bytes:
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    other = f'<Relationship Id="rId99" Type="{links}/externalLink" Target="x.xml"/></Relationships>'
    return changed("xl/_rels/workbook.xml.rels", "</Relationships>", other)


def irregular(_lang: Lang) -> bytes:
    twice = '<!-- x --><c r="A1" r="A1"'
    return changed("xl/worksheets/sheet1.xml", '<c r="A1"', twice)


def no_sheets(_lang: Lang) -> bytes:
    with zipfile.ZipFile(io.BytesIO(odd.good())) as package:
        book = package.read("xl/workbook.xml").decode()
    sheets = book[book.index("<sheets>") : book.index("</sheets>")]
    return changed("xl/workbook.xml", sheets, "<sheets>")


CASES = (
    Case("reading.format_currency", "没有币种列，只有单元格格式带美元符号：按美元计，请核对。",
         "Only the number format of the cells shows a dollar: the amounts count as dollars.",
         {"ledger.xlsx": lambda _: in_formats("[$$-409]#,##0.00")}, "check ledger.xlsx"),
    Case("reading.format_currencies", "没有币种列，单元格格式却有几种货币符号：不能相加，请写明币种。",
         "The number formats show several currencies and no column names them: say which is which.",
         {"ledger.xlsx": lambda _: in_formats("[$$-409]#,##0.00", "[$€-2]#,##0.00")},
         "check ledger.xlsx"),
    Case("file.empty", "文件里一个字也没有，多半是导出中断。请重新导出。",
         "There is not a byte of content; most likely the export broke off. Export it again.",
         {"ledger.csv": lambda _: b""}),
    Case("file.missing", "路径或文件名写错了，或者扩展名不对。请核对后再试。",
         "The path, the name or the extension is mistyped. Correct it.", line="check no-such.xlsx"),
    Case("file.unreadable", "操作系统不让读，原因在冒号后面。请把文件复制到本机磁盘再试。",
         "The system refuses, for the reason after the colon. Copy the file to a local disk.",
         {"ledger.csv": GOOD}, "check ledger.csv/sheet"),
    Case("file.damaged", "文件只下载了一半，或传输中损坏。请重新下载；Excel 能打开时另存一份。",
         "Half a download, or damaged on the way. Download again; if Excel opens it, save a copy.",
         {"ledger.xlsx": lambda _: odd.good()[:3000]}, "check ledger.xlsx"),
    Case("file.foreign", "这是图片、PDF 或别的文件，改了扩展名也不是表格。请从系统里导出表格。",
         "A picture, a PDF or something else, whatever its name. Export a spreadsheet.",
         {"ledger.xlsx": lambda _: odd.PNG}, "check ledger.xlsx"),
    Case("file.password_ods", "带密码的 ods 文件打不开；去掉密码，或另存为 xlsx。",
         "An ods file with a password cannot be opened: save it without, or as xlsx.",
         {"ledger.ods": lambda _: odd.locked_ods()}, "check ledger.ods"),
    Case("file.password", "文件有打开密码。装了附加组件 encrypted 就会问密码；否则请在 Excel 里去掉密码再存。",
         "The file has a password. With the extra `encrypted` it is asked for; else remove it.",
         {"ledger.xlsx": lambda _: odd.encrypted()}, "check ledger.xlsx", varies=True),
    Case("file.parts", "正常的工作簿只有几十个部件。这个文件可能有恶意，请在 Excel 里另存一份。",
         "A real workbook has a few dozen parts; this one may be malicious. Save a copy in Excel.",
         {"ledger.xlsx": many_parts}, "check ledger.xlsx"),
    Case("file.bomb", "很小的文件解开后极大，会占满内存，所以没有读。请在 Excel 里另存一份。",
         "A tiny file unpacks to something huge and was not read. Save a copy in Excel.",
         {"ledger.xlsx": lambda _: odd.bomb()}, "check ledger.xlsx"),
    Case("file.doctype", "正常的导出不会有文档类型或实体声明，它们可用来读取本机文件，所以没有读。",
         "No real export declares entities; they can be made to read your files. It was not read.",
         {"ledger.xlsx": lambda _: odd.doctype()}, "check ledger.xlsx"),
    Case("file.utf16_xml", "部件的编码不合规范，无法安全检查。请在 Excel 里另存一份。",
         "A part has an encoding that cannot be checked safely. Save a copy in Excel.",
         {"ledger.xlsx": utf16_part}, "check ledger.xlsx"),
    Case("file.far_cell", "某个单元格离表格很远，多半是误按键留下的。删掉多余的行列即可。",
         "A stray cell lies far from the table, mostly a slip of a key. Delete what is stray.",
         {"ledger.xlsx": lambda _: odd.far_cell()}, "check ledger.xlsx"),
    Case("file.no_sheet", "工作簿里只有图表页或宏，没有工作表。请导出明细表。",
         "The workbook has no worksheet, only charts or macros. Export the detail.",
         {"ledger.xlsx": no_sheets}, "check ledger.xlsx"),
    Case("file.is_text", "名字是工作簿，内容却是文字（CSV）；已按文字读取，请核对列和金额。",
         "It is called a workbook but holds text; it was read as text. Compare the totals.",
         {"ledger.xlsx": lambda lang: table_of(GOOD, lang).encode()}, "check ledger.xlsx"),
    Case("file.no_table", "网页里没有表格，常见于登录过期时“导出”的登录页。请重新登录再导出。",
         "A web page without a table, often the login page of an expired visit. Log in, export.",
         {"ledger.xls": lambda _: b"<html><body>Please log in</body></html>"}, "check ledger.xls"),
    Case("file.undecodable", "文字的编码看不出来。用 --encoding 指明，或另存为 .xlsx。",
         "No encoding fits the text. Name one with --encoding, or save as .xlsx.",
         {"ledger.csv": lambda _: b"\xff\xfe\x00\xd8\x00\x00"}),
    Case("file.unknown_encoding", "编码名写错了。常用的有 utf-8、gb18030、big5。",
         "The encoding is misspelt. Usual ones: utf-8, gb18030, big5.", {"ledger.csv": GOOD},
         "check ledger.csv --encoding utf-88"),
    Case("file.wrong_encoding", "指明的编码与内容不符。不写 --encoding 时会自动判断。",
         "The encoding named does not fit. Leave out --encoding: it is found by itself.",
         {"ledger.csv": lambda _: "客户名称,金额\n".encode("gb18030")},
         "check ledger.csv --encoding utf-8"),
    Case("file.csv_broken", "多半是少了一个引号，后面的内容都成了同一格。请改引号，或另存为 .xlsx。",
         "Mostly a missing quotation mark: all the rest became one cell. Mend it or save as .xlsx.",
         {"ledger.csv": lambda _: ('a,b\n"x' + "y," * 5_000_100).encode()}),
    Case("file.csv_quote", "多写了一个引号，从那里起的几行成了同一格。请删掉或补上引号，或另存为 .xlsx。",
         "A stray quotation mark made several rows one cell. Take it out or close it.",
         {"ledger.csv": """
客户名称,单据编号,到期日,未收金额
"甲公司,D1,2026-01-31,100.00
乙公司",D2,2026-02-28,50.00
"""}),
    Case("ledger.same_file", "同一个文件的两份副本，金额会重复。只写一份。",
         "Two copies of one file would count its money twice. Name one.",
         {"ledger.csv": GOOD, "ledger (1).csv": GOOD}, 'aging ledger.csv "ledger (1).csv"'),
    Case("file.open_in_excel", "Excel 正开着这个文件，未保存的改动读不到。先保存再运行。",
         "Excel holds the file; unsaved changes are not seen. Save first.",
         {"ledger.csv": GOOD, "~$ledger.csv": lambda _: odd.LOCK}),
    Case("file.owner_file", "~$ 开头的是 Excel 的临时标记，不是台账。去掉 ~$。",
         "~$ marks an open file and is not the ledger. Leave out ~$.",
         {"~$ledger.xlsx": lambda _: odd.LOCK}, "check ~$ledger.xlsx"),
    Case("file.tolerant", "文件内部不规范（第三方程序所写）；数字照读，但错误值看不出来。核对合计。",
         "Irregular inside (written by another program). It was read; compare the totals.",
         {"ledger.xlsx": irregular}, "check ledger.xlsx"),
    Case("ledger.visible_unknown", "文件内部不规范，看不出哪些行隐藏，所以不猜。用 Excel 另存一次。",
         "What such a file hides cannot be told, and nothing is guessed. Save it anew in Excel.",
         {"ledger.xlsx": irregular}, "aging ledger.xlsx --visible-only"),
    Case("file.links", "公式引用了别的文件，存的结果可能过期。在 Excel 里更新链接再保存。",
         "Formulas refer to other files; stored results may be stale. Update links, save.",
         {"ledger.xlsx": linked}, "check ledger.xlsx"),
)  # fmt: skip
