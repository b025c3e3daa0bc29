"""Messages about sheets and headers: what stops the whole file."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter
from tests.errors.catalogue import Case, in_language
from tests.errors.of_files import GOOD

from arcollect.text import Lang

HEADER = ("客户名称", "单据编号", "到期日", "未收金额")


def workbook(
    lang: Lang, **sheets: Sequence[Sequence[object]]
) -> tuple[io.BytesIO, xlsxwriter.Workbook]:
    """A workbook with the named sheets, still open for changes."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            words = [in_language(v, lang) if isinstance(v, str) else v for v in row]
            sheet.write_row(at, 0, words)
    return stream, book


def mixed_forms(lang: Lang) -> bytes:
    stream, book = workbook(
        lang,
        A=[HEADER, ("甲公司", "D1", "2026-01-31", 100.0)],
        B=[("客户名称", "单据编号", "到期日", "应收金额"), ("乙公司", "D2", "2026-01-31", 50.0)],
        R=[("客户名称", "收款日期", "收款金额"), ("乙公司", "2026-02-01", 20.0)],
    )
    book.close()
    return stream.getvalue()


def two_sheets(lang: Lang) -> bytes:
    """The second sheet repeats documents of the first."""
    rows = [HEADER, *(("甲公司", f"D{n}", "2026-01-31", 100.0 + n) for n in range(4))]
    stream, book = workbook(lang, A=rows, B=rows[:3])
    book.close()
    return stream.getvalue()


def payables_beside(lang: Lang) -> bytes:
    rows: list[tuple[object, ...]] = [HEADER, ("甲公司", "D1", "2026-01-31", 100.0)]
    stream, book = workbook(lang, A=rows, Payables=[HEADER, ("乙公司", "D2", "2026-01-31", 5.0)])
    book.close()
    return stream.getvalue()


def hidden_sheet(lang: Lang) -> bytes:
    rows: list[tuple[object, ...]] = [HEADER, ("甲公司", "D1", "2026-01-31", 100.0)]
    stream, book = workbook(lang, A=rows, B=[HEADER, ("乙公司", "D2", "2026-01-31", 5.0)])
    book.worksheets()[1].hide()
    book.close()
    return stream.getvalue()


def hidden_customers(lang: Lang) -> bytes:
    rows: list[tuple[object, ...]] = [HEADER, ("甲公司", "D1", "2026-01-31", 100.0)]
    people: list[tuple[object, ...]] = [("客户名称", "信用额度"), ("甲公司", 500.0)]
    stream, book = workbook(lang, A=rows, B=people)
    book.worksheets()[1].hide()
    book.close()
    return stream.getvalue()


def credit_facts(lang: Lang) -> bytes:
    rows: list[tuple[object, ...]] = [HEADER, ("甲公司", "D1", "2026-01-31", 100.0)]
    facts: list[tuple[object, ...]] = [("客户名称", "资产负债率"), ("甲公司", "很高")]
    stream, book = workbook(lang, A=rows, B=facts)
    book.close()
    return stream.getvalue()


def month_ends(lang: Lang) -> bytes:
    """Two month-ends: the first document is still open at the second, in part."""
    older = [HEADER, ("甲公司", "D1", "2026-01-31", 100.0), ("乙公司", "D2", "2026-01-31", 5.0)]
    newer = [HEADER, ("甲公司", "D1", "2026-01-31", 70.0), ("乙公司", "D2", "2026-01-31", 5.0)]
    stream, book = workbook(lang, September=older, October=newer)
    book.close()
    return stream.getvalue()


def sheets_with_an_empty_one(lang: Lang) -> bytes:
    rows: list[tuple[object, ...]] = [HEADER, ("甲公司", "D1", "2026-01-31", 100.0)]
    stream, book = workbook(lang, A=rows, B=[("往来明细表",)])
    book.close()
    return stream.getvalue()


def hidden_rows(lang: Lang) -> bytes:
    rows: list[tuple[object, ...]] = [HEADER, ("甲公司", "D1", "2026-01-31", 100.0)]
    stream, book = workbook(lang, A=[*rows, ("乙公司", "D2", "2026-01-31", 5.0)])
    book.worksheets()[0].set_row(2, None, None, {"hidden": True})
    book.close()
    return stream.getvalue()


def blanks_beside(lang: Lang) -> bytes:
    rows: list[tuple[object, ...]] = [HEADER, ("甲公司", "D1", "2026-01-31", 100.0)]
    stream, book = workbook(lang, A=rows, B=[(" ",), (" ",)])
    book.close()
    return stream.getvalue()


def balances_beside(lang: Lang) -> bytes:
    rows: list[tuple[object, ...]] = [HEADER, ("甲公司", "D1", "2026-01-31", 100.0)]
    balances = [("客户编码", "客户名称", "期初余额", "期末余额"), ("001", "甲公司", 0, 100.0)]
    stream, book = workbook(lang, A=rows, B=balances)
    book.close()
    return stream.getvalue()


CASES = (
    Case("ledger.empty_file", "各工作表都是空的。请确认导出时选了明细。",
         "Every sheet is empty. See that the export holds the detail rows.",
         {"ledger.csv": ",,"}),
    Case("ledger.no_amount_column", "没有一列认得出是金额。请用 --map 指明，或导出带表头的明细。",
         "No column was recognised as money. Name it with --map, or export with headers.",
         {"ledger.csv": """
         客户编码,客户名称,付款条件,信用额度
         001,甲公司,月结30天,1000.00
         """}),
    Case("ledger.no_such_sheet", "--sheet 后面的名字与表里的不一致；下面列出了有哪些。",
         "No sheet has the name after --sheet; the names there are follow.", {"ledger.csv": GOOD},
         'check ledger.csv --sheet "本年"'),
    Case("ledger.balances_only", "余额表每个客户只有一个数，没有单据和日期，算不出账龄。请导出往来明细。",
         "One balance per customer, no documents, no dates: nothing to age. Export open items.",
         {"ledger.csv": """
         客户编码,客户名称,期初余额,期末余额
         001,甲公司,0,100.00
         002,乙公司,5.00,7.00
         """}),
    Case("ledger.no_payables", "应付表里要看得出是应付。", "Payables say that they are payables.",
         {"ledger.csv": GOOD, "other.csv": GOOD + "乙公司,D2,2026-01-31,1.00"},
         "recover ledger.csv --ap other.csv --as-of 2026-10-31 --register none.db"),
    Case("ledger.no_items", "找不到可以当作应收明细的表。看最像的那一行缺什么，用 --map 指明列。",
         "No sheet can serve as open items. See what the best row lacks; name columns by --map.",
         {"ledger.csv": """
         客户名称,单据编号,到期日
         甲公司,D1,2026-01-31
         """}),
    Case("ledger.no_items.near", "表头写法没见过，但与认识的相近。觉得对，就照提示加 --map；不会自动采用。",
         "The headers are new, but like known ones. If the guess is right, add the --map shown.",
         {"ledger.csv": """
         客户名,单据编号,到期日,末收金额
         甲公司,D1,2026-01-31,100.00
         """}),
    Case("ledger.no_items.which", "缺一列，而有几列不认识：看看是不是其中一列，用 --map 说明。",
         "A column is lacking and some are unknown: it may be one of them; say so with --map.",
         {"ledger.csv": """
         送给谁,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00
         """}),
    Case("reading.paid_by_status", "没有余额列，就按付款状态：已付清的不再计为未收。有余额就一并导出。",
         "Without a balance the status decides: paid is paid. Better export the balance as well.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,应收金额,付款状态
         甲公司,D1,2026-01-31,100.00,已付清
         甲公司,D2,2026-02-28,50.00,未付
         """}, "check ledger.csv"),
    Case("reading.part_paid", "付了一部分，没说多少：只好全额计入。请导出未收金额。",
         "Paid in part, nobody says how much: it counts in full. Export the open amount.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,应收金额,付款状态
         甲公司,D1,2026-01-31,100.00,部分付款
         """}, "check ledger.csv"),
    Case("standing_why.too_much", "合计大得不可能，多半是把编号列当成了金额列。用 --map 指明金额列。",
         "The sum is impossibly large: an id column was taken for money. Name the amount column.",
         {"ledger.csv": "客户名称,单据编号,到期日,未收金额\n" + "\n".join(
             f"甲公司,D{n},2026-01-31,900000000000000.00" for n in range(50))},
         "aging ledger.csv"),
    Case("ledger.mixed_forms", "一张表给余额，一张表只给金额，却共用一份收款记录：两种算法会算错，请分开运行。",
         "One sheet states balances, another gross amounts, and they share receipts: run apart.",
         {"ledger.xlsx": mixed_forms}, "check ledger.xlsx"),
    Case("ledger.only_receipts", "只有收款，没有应收单据。与应收明细一起读。",
         "Receipts without documents. Read them together with the open items.",
         {"ledger.csv": """
         收款日期,客户名称,收款金额
         2026-01-31,甲公司,100.00
         """}),
    Case("ledger.no_rows", "有表头，没有一行数据。请确认导出时的筛选条件。",
         "A header without a single row. Check the filter of the export.",
         {"ledger.csv": "客户名称,单据编号,到期日,未收金额"}),
    Case("ledger.nothing_usable", "一行也用不上，常见于认错了金额列。请用 --map 指明。",
         "Not one row is usable, mostly because the wrong column was taken. Name it with --map.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,约3万
         """}),
    Case("ledger.ambiguous", "两列都像同一个意思，选错会算错钱，所以要您来选。",
         "Two columns claim one meaning; the wrong one means wrong money, so you choose.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,到期日,未收金额
         甲公司,D1,2026-01-31,2026-03-31,100.00
         """}),
    Case("headers.first_taken", "两列都像同一个意思，但只是附加资料，先用第一列。要换就用 --map。",
         "Two columns claim one meaning, but only as a side fact: the first is used. See --map.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额,备注,备注
         甲公司,D1,2026-01-31,100.00,x,y
         """}),
    Case("headers.nothing_known", "前 40 行没有认识的列名。用 --map 指出客户、金额、日期各是哪一列。",
         "No known column name in the first 40 rows. Name customer, money and date by --map.",
         {"ledger.csv": """
         名字,送货单,钱
         甲公司,7,100.00
         """}),
    Case("headers.lacking", "认出了表头，但缺金额（或客户、日期）列。请用 --map 补上。",
         "The header is known, but money (or customer, or date) is missing. Add it with --map.",
         {"ledger.csv": """
         客户名称,单据编号,到期日
         甲公司,D1,2026-01-31
         """}),
    Case("headers.needs_customer", "缺客户列。", "The customer column is missing.",
         {"ledger.csv": """
         到期日,备注
         2026-01-31,x
         """}),
    Case("headers.needs_date", "没有到期日、单据日期，也没有付款条件，算不出账龄。请补上日期列。",
         "No due date, document date or terms: nothing to age by. Add a date column.",
         {"ledger.csv": """
         客户名称,货物名称
         甲公司,x
         """}),
    Case("headers.unknown_field", "--map 等号左边要写我们的字段名；下面列出了全部。",
         "The left side of --map is one of our fields; they are listed.", {"ledger.csv": GOOD},
         "check ledger.csv --map wages=D"),
    Case("headers.unknown_column", "--map 等号右边的列名表里没有。照表头抄，或写列字母。",
         "The right side of --map is no column of the sheet. Copy the header, or give the letter.",
         {"ledger.csv": GOOD}, "check ledger.csv --map open=钱"),
    Case("headers.net_only", "有税额列而金额列没写“含税”，这一列可能不含税。有价税合计就用 --map 指明。",
         "A tax column stands beside a bare amount, which may be net. Name the gross by --map.",
         {"ledger.csv": """
         客户名称,发票号码,开票日期,到期日,金额,税额
         甲公司,D1,2026-01-05,2026-01-31,100.00,13.00
         """}),
    Case("headers.unread_money", "分次收款各占一列：不会自动相加。加成一列“已收金额”，或直接导出余额。",
         "Payments in several columns are not added up unasked. Add them up, or export the balance.",
         {"ledger.csv": """
         客户名称,发票号码,到期日,应收金额,第一次收款,第二次收款
         甲公司,D1,2026-01-31,100.00,30.00,20.00
         """}),
    Case("ledger.long_row", "csv 的一行比表头长：逗号没有加引号。核对这一行，或改用 xlsx。",
         "A row of the csv is longer than its header: an unquoted comma. Check it, or use xlsx.",
         {"ledger.csv": GOOD + "\n乙公司,D2,2026-01-31,5.00\n丙公司,D3,2026-01-31,7.00,x"}),
    Case("ledger.cut_amount", "金额被自己的千分位逗号截断：不采用，列出来请您改。",
         "An amount was cut at its own thousands comma: not used, listed for you to mend.",
         {"ledger.csv": GOOD + "\n乙公司,D2,2026-01-31,5.00\n丙公司,D3,2026-01-31,1,200.00"}),
    Case("ledger.other_unit", "表下方另写了单位：不知道哪些金额是万元，所以停下。统一单位再读。",
         "A unit is named below the header: which amounts does it mean? Use one unit throughout.",
         {"ledger.csv": GOOD + "\n单位：万元,,,\n乙公司,D2,2026-01-31,5.00"}),
    Case("ledger.side_by_side", "两张表左右并排：移到两张工作表再读。",
         "Two tables side by side: put each on a sheet of its own.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额,,客户名称,单据编号,到期日,未收金额
         甲公司,D1,2026-01-31,100.00,,乙公司,D2,2026-01-31,5.00
         """}),
    Case("ledger.no_items.nobody", "没有客户列。工作表名是客户的，在表头上方写“客户名称：某某”。",
         "There is no customer column. Write “Customer: NAME” above the header.",
         {"ledger.csv": """
         单据编号,到期日,未收金额
         D1,2026-01-31,100.00
         """}),
    Case("ledger.no_items.net", "只有不含税金额。加一列价税合计。", "Only net amounts. Add the gross.",
         {"ledger.csv": """
         客户名称,发票号码,到期日,不含税金额
         甲公司,D1,2026-01-31,100.00
         """}),
    Case("ledger.other_header", "同一张表里后半截换了列的顺序或含义，照前面的读就会读错，所以停下。",
         "Further down the columns mean something else; read as above they would be wrong.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,应收金额,未收金额
         甲公司,D1,2026-01-31,100.00,80.00
         客户名称,单据编号,到期日,未收金额,应收金额
         乙公司,D2,2026-01-31,5.00,9.00
         """}),
    Case("headers.mixed_scale", "金额是原币、余额是本位币，两者不能比，只用余额。",
         "The amount is in document currency, the balance in local: only the balance is used.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,币别,原币金额,本位币余额
         甲公司,D1,2026-01-31,USD,100.00,712.00
         """}),
    Case("headers.local_only", "只有本位币金额，所以币别列不用，合计都是本位币。",
         "Amounts are in local currency only, so the currency column is not used.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,币别,本位币余额
         甲公司,D1,2026-01-31,USD,712.00
         """}),
    Case("ledger.date_order_unknown", "03/04/2026 可能是 3 月 4 日，也可能是 4 月 3 日。用 --date-order 说明。",
         "03/04/2026 is 3 April or 4 March. Say which with --date-order.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,03/04/2026,100.00
         """}),
    Case("ledger.date_orders_conflict", "同一列里两种日月顺序都有，混了两个来源。请改成同一种写法。",
         "One column holds both orders, from two sources. Write all dates one way.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额
         甲公司,D1,25/04/2026,100.00
         甲公司,D2,04/25/2026,100.00
         """}),
    Case("ledger.default_terms", "--terms（或策略文件）里的付款条件看不懂。照提示的写法写。",
         "The terms after --terms (or in the policy) make no sense. Write them as shown.",
         {"ledger.csv": GOOD}, 'check ledger.csv --terms "看情况"'),
    Case("ledger.book_missing", "策略文件 [books] 写的文件不在。改路径，或删掉这一行。",
         "A file named under [books] of the policy is not there. Mend or remove the line.",
         {"ledger.csv": GOOD, "arcollect.toml": lambda _: b'[books]\ncontacts = "bank.xlsx"\n'},
         "aging ledger.csv"),
    Case("ledger.sheet_unused", "这张表没有用上，并说明原因。", "A sheet was put aside, and why.",
         {"ledger.xlsx": sheets_with_an_empty_one}, "check ledger.xlsx"),
    Case("headers.balances_only", "这张表只有余额，没有用上；别的表有明细。",
         "This sheet holds balances only and was put aside; another one has the items.",
         {"ledger.xlsx": balances_beside}, "check ledger.xlsx"),
    Case("ledger.sheet_empty", "这张表是空的，只有空格。", "The sheet holds nothing but blanks.",
         {"ledger.xlsx": blanks_beside}, "check ledger.xlsx"),
    Case("ledger.sheet_payables", "表名写的是应付，不会当作应收加进来；要用就写 --sheet。",
         "A sheet called payables is not added to the receivables; ask for it with --sheet.",
         {"ledger.xlsx": payables_beside}, "check ledger.xlsx"),
    Case("ledger.sheet_hidden", "旁边有可见的台账，隐藏的那张不会悄悄加进来；要用就写 --sheet。",
         "Beside a visible ledger a hidden one is not added up; ask for it with --sheet.",
         {"ledger.xlsx": hidden_sheet}, "check ledger.xlsx"),
    Case("ledger.sheet_hidden_used", "隐藏的工作表照用，但会告诉您。",
         "A hidden sheet is used all the same, and you are told.",
         {"ledger.xlsx": hidden_customers}, "check ledger.xlsx"),
    Case("ledger.sheet_not_visible", "按您的要求，隐藏的工作表没有采用。",
         "Hidden sheets were left out as you asked.",
         {"ledger.xlsx": hidden_customers}, "check ledger.xlsx --visible-only"),
    Case("ledger.credit_unreadable", "客户资料里的比率或次数读不懂，当作没有填；其余照用。",
         "A share or count on the customers sheet cannot be read: taken as blank.",
         {"ledger.xlsx": credit_facts}, "check ledger.xlsx"),
    Case("ledger.sheet_not_asked", "用 --sheet 指定了别的表。", "Another sheet was asked for.",
         {"ledger.xlsx": two_sheets}, "check ledger.xlsx --sheet A"),
    Case("ledger.sheet_repeats", "这张表的单据在另一张表里都有，再算一遍就重复了。",
         "All its documents are in another sheet: counting them again would double the money.",
         {"ledger.xlsx": two_sheets}, "check ledger.xlsx"),
    Case("ledger.snapshots", "两张表是同一台账的两个时点，相加会重复。用 --sheet 选一张。",
         "Two sheets are one ledger at two dates: added up, money counts twice. Choose one.",
         {"ledger.xlsx": month_ends}, "check ledger.xlsx"),
    Case("ledger.hidden_rows", "隐藏行照算（Excel 求和也算），并报出金额。不要就加 --visible-only。",
         "Hidden rows count, as in Excel's sums, and are reported. Use --visible-only to drop them.",
         {"ledger.xlsx": hidden_rows}, "check ledger.xlsx"),
    Case("ledger.hidden_left_out", "按您的要求没有计入隐藏行，金额在这里。",
         "Hidden rows were left out as you asked; this is their money.",
         {"ledger.xlsx": hidden_rows}, "check ledger.xlsx --visible-only"),
)  # fmt: skip
