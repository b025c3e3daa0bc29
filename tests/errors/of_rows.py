"""Messages about single cells and rows: nothing is dropped without one."""

from __future__ import annotations

import io

import openpyxl
from tests.errors.catalogue import Case, in_language
from tests.errors.of_headers import HEADER, workbook

from arcollect.text import Lang


def one(cell: str, column: int = 3, *, header: str = ",".join(HEADER)) -> dict[str, str]:
    """A ledger of two rows whose first row has this cell."""
    first = ["甲公司", "D1", "2026-01-31", "100.00"]
    first[column] = cell
    return {"ledger.csv": f"{header}\n{','.join(first)}\n乙公司,D2,2026-01-31,5.00\n"}


def ruined_number(lang: Lang) -> bytes:
    stream, book = workbook(lang, A=[HEADER, ("甲公司", 25312000000012345678, "2026-01-31", 9.0)])
    book.close()
    return stream.getvalue()


def error_cell(lang: Lang) -> bytes:
    stream, book = workbook(lang, A=[HEADER, ("乙公司", "D2", "2026-01-31", 5.0)])
    book.worksheets()[0].write_row(2, 0, [in_language("甲公司", lang), "D1", "2026-01-31"])
    book.worksheets()[0].write_formula(2, 3, "=A1/0", None, "#DIV/0!")
    book.close()
    return stream.getvalue()


def formula(lang: Lang, name: str = "甲公司", money: object = "=50+50") -> bytes:
    """openpyxl stores formulas without their results."""
    book = openpyxl.Workbook()
    for row in (
        HEADER,
        (name, "D1", "2026-01-31", money),
        ("乙公司", "D2", "2026-01-31", 5.0),
    ):
        book.active.append([in_language(c, lang) if isinstance(c, str) else c for c in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def nameless(lang: Lang) -> bytes:
    return formula(lang, name="=UPPER(A3)", money=9.0)


def of_kind(lang: Lang, value: object) -> bytes:
    stream, book = workbook(lang, A=[HEADER, ("乙公司", "D2", "2026-01-31", 5.0)])
    book.worksheets()[0].write_row(2, 0, [in_language("甲公司", lang), "D1", "2026-01-31", value])
    book.close()
    return stream.getvalue()


def bool_due(lang: Lang) -> bytes:
    stream, book = workbook(lang, A=[HEADER, ("甲公司", "D1", None, 9.0)])
    book.worksheets()[0].write_boolean(1, 2, True)
    book.close()
    return stream.getvalue()


def many_doubts(_lang: Lang) -> str:
    rows = (f"甲公司,D{n},待定,9.00" for n in range(60))
    return "\n".join([",".join(HEADER), *rows])


def many_doubles(_lang: Lang) -> str:
    rows = (f"甲公司,D{n},2026-01-31,9.00" for n in range(55) for _ in "12")
    return "\n".join([",".join(HEADER), *rows])


LEFT_OUT_ZH = "这一行没有计入，金额单独列出。改好这一格再运行。"
LEFT_OUT_EN = "The row is left out and its money listed. Mend the cell and run again."
KEPT_ZH = "钱照算，列在“无到期日”。改好这一格再运行。"
KEPT_EN = "The money is kept under “no due date”. Mend the cell and run again."

MONEY = tuple(
    Case(key, f"{zh}{LEFT_OUT_ZH}", f"{en} {LEFT_OUT_EN}", one(cell))
    for key, cell, zh, en in (
        ("ledger.amount_unreadable", "见附件", "金额认不出来。", "The amount cannot be read."),
        ("ledger.amount_missing", "", "没有金额：空白不等于 0。", "No amount: blank is not zero."),
        ("money.not_a_number", "见附件", "不是数字。", "No number."),
        ("money.about", "约3万", "约数不能入账。", "An estimate is no amount."),
        ("money.percent", "12.5%", "百分比不是金额。", "A percentage is no amount."),
        ("money.exponent", "1.5E+05", "科学计数可能已丢位数。", "Digits may be lost already."),
        ("money.decimal_comma", '"1.234,50"', "逗号作小数点。", "A comma for the decimals."),
        ("money.point_or_thousands", "1.234", "是一点二三四，还是一千二百三十四？",
         "One and a bit, or a thousand and more?"),
        ("money.two_signs", "-5 Cr", "两个正负号。", "Two signs."),
        ("money.two_currencies", "$5元", "两种货币。", "Two currencies."),
        ("money.too_large", "99999999999999999999", "大得不像金额，可能是编号。",
         "Too large, perhaps an id."),
        ("money.error_cell", "#REF!", "公式错误值。", "A formula error."),
    )
)  # fmt: skip
DAYS = tuple(
    Case(key, f"{zh}{KEPT_ZH}", f"{en} {KEPT_EN}", one(cell, 2))
    for key, cell, zh, en in (
        ("ledger.due_date_unreadable", "待定", "到期日认不出来。", "The due date cannot be read."),
        ("dates.not_a_date", "待定", "不是日期。", "No date."),
        ("dates.impossible", "2026-02-30", "日历上没有这一天。", "No day of the calendar."),
        ("dates.outside", "9999-12-31", "不在 1990—2079 年。", "Not within 1990 to 2079."),
        ("dates.no_day", "2026年7月", "只有月份。", "A month without its day."),
        ("dates.no_year", "7月18日", "没有年份。", "No year."),
        ("dates.destroyed", "00:00.0", "导出时只剩时间，日期没了。", "Only a time survived the export."),
    )
)  # fmt: skip
ORDERS = (
    Case("dates.no_order", "日月顺序没有证据。用 --date-order 说明。",
         "Nothing proves the order of day and month. Give --date-order.", one("03/04/2026", 2)),
    Case("dates.two_digit_year", "年份只有两位，看不出哪一段是年。用 --date-order 说明。",
         "A two-digit year: which part is it? Give --date-order.", one("11/7/18", 2)),
    Case("dates.conflicting_orders", "同一列里两种顺序。改成同一种写法。",
         "Two orders in one column. Write all dates one way.", {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,25/04/2026,100.00
         甲公司,D2,04/25/2026,100.00
         """}),
    Case("dates.against_order", "这一格不合 --date-order（或整列）的顺序。改这一格。",
         "The cell does not fit the order of its column or of --date-order. Mend it.",
         one("13/04/2026", 2), "check ledger.csv --date-order mdy"),
    Case("ledger.dates_destroyed", "整列日期只剩时间（csv 被 Excel 打开后另存过）。用系统导出的原始文件。",
         "A whole column of dates is only times: the csv went through Excel. Use the original file.",
         one("00:00.0", 2)),
    Case("ledger.date_order_borrowed", "这一列自己证明不了顺序，用了同表另一列的。",
         "The column proves no order; that of another column of the sheet was used.",
         {"ledger.csv": """
         客户名称,单据编号,单据日期,到期日,未收金额
         甲公司,D1,25/01/2026,03/04/2026,100.00
         """}),
    Case("ledger.date_unreadable", "这个日期（不是到期日）认不出来，不用它，钱照算。",
         "A date other than the due date cannot be read; it is not used, the money counts.",
         {"ledger.csv": """
         客户名称,单据编号,单据日期,到期日,未收金额
         甲公司,D1,待定,2026-01-31,100.00
         """}),
    Case("ledger.not_a_date", "格子里不是日期（例如 TRUE 或错误值）。",
         "The cell holds no date at all (TRUE, or an error).",
         {"ledger.xlsx": bool_due}, "check ledger.xlsx"),
)  # fmt: skip


CASES = (
    *MONEY,
    *DAYS,
    *ORDERS,
    Case("ledger.not_an_amount", f"格子里不是金额（例如 TRUE）。{LEFT_OUT_ZH}",
         f"The cell holds no amount (TRUE, say). {LEFT_OUT_EN}",
         {"ledger.xlsx": lambda lang: of_kind(lang, value=True)}, "check ledger.xlsx"),
    Case("ledger.error_cell", f"公式出错（#DIV/0! 等）。{LEFT_OUT_ZH}",
         f"A formula error such as #DIV/0!. {LEFT_OUT_EN}", {"ledger.xlsx": error_cell},
         "check ledger.xlsx"),
    Case("ledger.customer_lost", "客户名称是没有结果的公式，不知道是谁的款，单独列出。用 Excel 打开保存一次。",
         "The name is a formula without result: whose money it is cannot be known. Save in Excel.",
         {"ledger.xlsx": nameless}, "check ledger.xlsx"),
    Case("ledger.formula_without_value", "公式没有存结果，不会当作 0。用 Excel 打开保存一次再运行。",
         "A formula without a stored result is never taken as 0. Save once in Excel.",
         {"ledger.xlsx": formula}, "check ledger.xlsx"),
    Case("ledger.side_amount_unreadable", "附带的金额（不是未收金额）认不出来；该格不用，行照算。",
         "A side amount cannot be read; the cell is ignored, the row counts.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,应收金额,未收金额
         甲公司,D1,2026-01-31,约3万,100.00
         """}),
    Case("ledger.not_a_rate", "日违约金率写成了 5 这样的数；要写 0.05% 或 0.0005。",
         "The late fee per day says 5; write 0.05% or 0.0005.", {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额,日违约金率
         甲公司,D1,2026-01-31,100.00,5
         """}),
    Case("reading.filled_closed", "客户名只印一次、小计又对得上：空白行计入这个客户。",
         "A name is printed once and the subtotal adds up: the blank rows are that customer's.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00
         ,D2,2026-01-31,5.00
         甲公司 小计,,,105.00
         """}),
    Case("reading.ditto", "“同上”照上面一笔读。上面没有，就当没有填。",
         "“Ditto” is read as the item above; where there is none, as blank.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00
         同上,D2,同上,5.00
         """}),
    Case("reading.void", "状态是作废，不算应收，不计入。若单据有效，请改状态再导出。",
         "The status says void, so it is no receivable. If it is valid, correct the status.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额,状态
         甲公司,D1,2026-01-31,100.00,作废
         乙公司,D2,2026-01-31,5.00,
         """}),
    Case("ledger.rounded", "不足一分的位数四舍五入了；合计差一两分就是它。",
         "Digits below a cent were rounded; a total off by a cent or two comes from here.",
         one("2.6755")),
    Case("ledger.carried_once", "期初数、承前页重复了前面的余额，只算一次。",
         "An opening balance repeats what the entries lead to: it counts once.",
         {"ledger.csv": """
         客户名称,日期,单据号,摘要,借方,贷方,余额
         甲公司,2026-01-05,X1,销售,500,,500
         甲公司,,,承前页,,,500
         甲公司,2026-02-05,S1,收款,,200,300
         """}),
    Case("ledger.carried_gap", "期初余额与前面各笔对不上，多半缺了月份；差额照算，请补齐期间再导。",
         "The opening balance does not follow from the entries: months are missing between.",
         {"ledger.csv": """
         客户名称,日期,单据号,摘要,借方,贷方,余额
         甲公司,2026-01-05,X1,销售,500,,500
         甲公司,,,期初余额,,,800
         甲公司,2026-03-05,X3,销售,50,,850
         """}),
    Case("reading.decimal_commas", "整列金额都用逗号作小数点：按此读取，请核对合计。",
         "The whole column has a decimal comma: read so; compare the total.",
         {"ledger.csv": """
         客户名称;单据编号;到期日;未收金额
         甲公司;D1;2026-01-31;1.234,50
         乙公司;D2;2026-01-31;-50,00
         """}, "check ledger.csv"),
    Case("reading.mixed_commas", "同一列里小数点写法不一，1.234 说不清是多少。统一写法再导出。",
         "One column, two decimal signs: 1.234 could be either. Write all one way.",
         {"ledger.csv": """
         客户名称;单据编号;到期日;未收金额
         甲公司;D1;2026-01-31;1.234,50
         乙公司;D2;2026-01-31;50,00
         乙公司;D3;2026-01-31;1.234
         """}),
    Case("ledger.maybe_total", "这一行像合计行，却起了客户的名字；是合计就删掉，不然钱会算两遍。",
         "A row looks like a total under a name: delete it if it is, or money counts twice.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00
         乙公司,D2,2026-01-31,50.00
         全体客户,,,150.00
         """}),
    Case("ledger.flag_unclear", "是或否的列里写了别的话，按否处理；不对就改成是。",
         "A yes-or-no column says something else: taken as no. Write yes where it is.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额,是否坏账
         甲公司,D1,2026-01-31,100.00,待核实
         """}),
    Case("ledger.balance_mismatch", "应收减已收不等于余额，以余额为准。请核对这一行。",
         "Amount less paid is not the balance; the balance holds. Check the row.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,应收金额,已收金额,未收金额
         甲公司,D1,2026-01-31,100.00,30.00,60.00
         """}),
    Case("ledger.blank_balance", "余额空白，按应收全额算。已收清请填 0。",
         "The balance is blank: the whole amount counts. Write 0 if it is settled.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,应收金额,未收金额
         甲公司,D1,2026-01-31,100.00,
         """}),
    Case("ledger.blank_balance_settled", "余额空白而应收已全部收到，视为已结清。",
         "The balance is blank and all of the amount is paid: settled.", {"ledger.csv": """
         客户名称,单据编号,到期日,应收金额,已收金额,未收金额
         甲公司,D1,2026-01-31,100.00,100.00,
         甲公司,D2,2026-01-31,100.00,0,100.00
         """}),
    Case("ledger.blank_balance_paid", "余额空白，按应收减已收算。",
         "The balance is blank: amount less paid counts.", {"ledger.csv": """
         客户名称,单据编号,到期日,应收金额,已收金额,未收金额
         甲公司,D1,2026-01-31,100.00,30.00,
         """}),
    Case("ledger.unsigned_credits", "红字和收款都印成正数，已改作负数。若本来就该是正数，请改单据类型。",
         "Credits are printed without a sign and were taken as negative. Check the type column.",
         {"ledger.csv": """
         客户名称,单据编号,单据类型,到期日,未收金额
         甲公司,D1,发票,2026-01-31,100.00
         甲公司,D2,红字发票,2026-01-31,30.00
         """}),
    Case("ledger.unknown_currency", "这个币别不认识，单独合计，决不与别的相加。改成代码。",
         "An unknown currency is totalled apart and never added. Use a code.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,币别,未收金额
         甲公司,D1,2026-01-31,贝壳,100.00
         """}),
    Case("ledger.currency_conflict", "金额格与币别列说的不一样，以金额格为准。请核对。",
         "Cell and currency column differ; the cell holds. Check it.", {"ledger.csv": """
         客户名称,单据编号,到期日,币别,未收金额
         甲公司,D1,2026-01-31,CNY,USD 100.00
         """}),
    Case("ledger.printed_total", "表里印的合计与各行之和不同，以各行为准。真实导出常印错合计。",
         "The printed total is not the sum of the rows; the rows hold. Real exports do this.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00
         合计,,,90.00
         """}),
    Case("ledger.no_customer", f"没有客户。{LEFT_OUT_ZH}", f"There is no customer. {LEFT_OUT_EN}",
         one("", 0)),
    Case("ledger.code_with_names", "同一编码有几个名称，按一个客户算。",
         "One code with several names is one customer.", {"ledger.csv": """
         客户编码,客户名称,单据编号,到期日,未收金额
         001,甲公司,D1,2026-01-31,100.00
         001,丙公司,D2,2026-01-31,5.00
         """}),
    Case("ledger.name_with_codes", "同一名称有几个编码，按几个客户算；要合并请统一编码。",
         "One name with several codes is several customers; unify the codes to merge.",
         {"ledger.csv": """
         客户编码,客户名称,单据编号,到期日,未收金额
         001,甲公司,D1,2026-01-31,100.00
         002,甲公司,D2,2026-01-31,5.00
         """}),
    Case("ledger.duplicate", "号码、客户、日期、金额都一样，可能录了两遍；都照算，请核对。",
         "Same number, customer, date and amount, perhaps entered twice; all count. Check.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00
         甲公司,D1,2026-01-31,100.00
         """}),
    Case("ledger.shared_number", "一个号码属于两个客户，其中一个多半错了。请核对。",
         "One number belongs to two customers; one is likely wrong. Check.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00
         乙公司,D1,2026-02-28,7.00
         """}),
    Case("ledger.lines_once", "一张单据按行列出、每行重复总额，只算一次。",
         "A document is listed by lines that repeat its total; it counts once.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,货物名称,应收金额
         甲公司,D1,2026-01-31,a,100.00
         甲公司,D1,2026-01-31,b,100.00
         甲公司,D2,2026-02-28,a,70.00
         甲公司,D2,2026-02-28,c,70.00
         """}),
    Case("ledger.more", "同类问题只列前 50 处，其余计数。先改列出的，或改导出设置。",
         "Of one kind 50 are listed and the rest counted. Mend the export rather than cells.",
         {"ledger.csv": many_doubts(Lang.ZH)}),
    Case("ledger.more_documents", "重复号码只列前 50 组，其余计数。",
         "Of repeated numbers 50 groups are listed and the rest counted.",
         {"ledger.csv": many_doubles(Lang.ZH)}),
    Case("ledger.ruined_number", "超过 15 位的号码存成了数字，Excel 已把末几位变成 0，无法复原。把该列设为文本再导出。",
         "A number of more than 15 digits stored as a figure has lost its end for good. Export the column as text.",
         {"ledger.xlsx": ruined_number}, "check ledger.xlsx"),
    Case("ledger.hostile_text", "文字里藏有控制字符（会让显示颠倒），已去掉。",
         "The text hid control characters that can reverse what is shown; they were removed.",
         one("甲公司\u202e丁", 0)),
    Case("ledger.no_due_date", "没有到期日的单据单独列出，不算逾期。补到期日，或给 --terms。",
         "Items without a due date are listed apart, never overdue. Add dates or give --terms.",
         one("", 2)),
    Case("ledger.unknown_terms", "付款条件看不懂，没有推算到期日。在策略文件 [terms] 里解释一次即可。",
         "Terms that make no sense give no due date. Explain them once under [terms].",
         {"ledger.csv": """
         客户名称,单据编号,单据日期,付款条件,未收金额
         甲公司,D1,2026-01-05,看情况,100.00
         乙公司,D2,2026-01-05,月结30天,5.00
         """}),
    Case("ledger.due_date_against_terms", "到期日与付款条件推算的不同，以到期日为准。请核对。",
         "The due date is not what the terms give; the due date holds. Check.",
         {"ledger.csv": """
         客户名称,单据编号,单据日期,付款条件,到期日,未收金额
         甲公司,D1,2026-01-05,月结30天,2026-06-30,100.00
         """}),
    Case("ledger.staged_split", "分期付款条件，按各期拆成几笔。",
         "Staged terms: the document was split into its stages.", {"ledger.csv": """
         客户名称,单据编号,单据日期,付款条件,未收金额
         甲公司,D1,2026-01-05,30%预付 70%货到30天,100.00
         """}),
    Case("ledger.staged_whole", "分期付款条件，但只有余额，拆不开；按质保金前的最后一期算到期。",
         "Staged terms with only a rest to see: due with the last stage before retention.",
         {"ledger.csv": """
         客户名称,单据编号,单据日期,付款条件,应收金额,未收金额
         甲公司,D1,2026-01-05,30%预付 70%货到30天,100.00,40.00
         """}),
    Case("ledger.cutoff_conflict", "表头、文件名、命令行说的截止日不同；用了前面的那个。",
         "Title, file name and command line name different cut-off dates; the first is used.",
         {"ledger.csv": """
         截止日期：2026-10-31
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00
         """}, "check ledger.csv --balances-as-of 2026-09-30"),
    Case("ledger.by_file_name", "文件名里的日期与表头不同。",
         "The date in the file name is not the one in the title.", {"ledger_20260930.csv": """
         截止日期：2026-10-31
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00
         """}, "check ledger_20260930.csv"),
    Case("ledger.receipt_amount", "这笔收款的金额认不出来，没有计入。改好这一格。",
         "The receipt's amount cannot be read; it is left out. Mend the cell.",
         {"ledger.csv": one("100.00")["ledger.csv"], "bank.csv": """
         收款日期,客户名称,收款金额
         2026-02-05,甲公司,见附件
         2026-02-06,甲公司,5.00
         """}, "check ledger.csv bank.csv"),
    Case("ledger.receipt_nobody", "看不出谁付的款，没有计入。补上客户。",
         "Nobody can be seen to have paid; it is left out. Add the customer.",
         {"ledger.csv": one("100.00")["ledger.csv"], "bank.csv": """
         收款日期,客户名称,收款金额
         2026-02-05,,7.00
         2026-02-06,甲公司,5.00
         """}, "check ledger.csv bank.csv"),
    Case("ledger.sales_unreadable", "销售额或月份认不出来，周转天数没有用它。",
         "Sales or their month cannot be read; turnover goes without.",
         {"ledger.csv": one("100.00")["ledger.csv"], "sales.csv": """
         月份,销售额
         2026-01,100.00
         2026-02,约3万
         """}, "check ledger.csv sales.csv"),
)  # fmt: skip
