"""Messages about what was asked: the command line, the policy, the output."""

from __future__ import annotations

from collections.abc import Mapping

from tests.errors.catalogue import Case, Content
from tests.errors.of_files import GOOD

LEDGER: Mapping[str, Content] = {"ledger.csv": GOOD}
STRICT = """
客户名称,单据编号,到期日,未收金额
甲公司,D1,2026-01-31,约3万
乙公司,D2,2026-01-31,5.00
"""


def policy(toml: str) -> Mapping[str, Content]:
    return {"ledger.csv": GOOD, "arcollect.toml": lambda _: toml.encode()}


ASKED = (
    Case("cli.missing", "没有写台账。", "No ledger was named.", line="aging"),
    Case("cli.no_option", "没有这个选项。", "There is no such option.", LEDGER, "aging ledger.csv --zzz"),
    Case("cli.no_option_like", "选项写错了，提示里有最接近的。", "The option is misspelt; the nearest is named.",
         LEDGER, "aging ledger.csv --as-off 2026-10-31"),
    Case("cli.no_command", "既不是命令，也没有这个文件。", "Neither a command nor a file.", line="zzzzzz"),
    Case("cli.no_part", "register、policy、log、profiles 后面先写做什么，再写文件。",
         "After register, policy, log or profiles comes what to do, then the file.",
         LEDGER, "register ledger.csv"),
    Case("cli.no_command_like", "命令写错了，提示里有最接近的。", "The command is misspelt; the nearest is named.",
         line="agin"),
    Case("cli.extra", "多写了一个词，常常是文件名里有空格。", "A word too many, often a file name with spaces.",
         line="init one two"),
    Case("cli.date", "日期要写全，例如 2026-10-31。", "Write the whole date, such as 2026-10-31.", LEDGER,
         "aging ledger.csv --as-of tomorrow"),
    Case("cli.date_order", "只有 ymd、dmy、mdy 三种。", "There are ymd, dmy and mdy.", LEDGER,
         "aging ledger.csv --date-order yyy"),
    Case("cli.map", "--map 要写成 字段=列名。", "Write --map FIELD=HEADER.", LEDGER, "aging ledger.csv --map open"),
    Case("cli.twice", "同一个文件写了两次，钱会算两遍。", "One file named twice would count twice.", LEDGER,
         "aging ledger.csv ledger.csv"),
    Case("cli.no_files", "文件夹里没有表格文件。", "The folder holds no spreadsheet.",
         {"exports/readme.txt": "x"}, "aging exports"),
    Case("cli.no_finding", "--fail-on 不认识这个名称；可用的已列出。", "--fail-on does not know the name; those it knows are listed.",
         LEDGER, "aging ledger.csv --fail-on rain"),
    Case("cli.strict", "--strict 要求每一行都能用。先用 arcollect check 看是哪几格。",
         "--strict wants every row usable. See the cells with arcollect check.", {"ledger.csv": STRICT},
         "aging ledger.csv --strict"),
    Case("cli.by", "--by 只能按列出的几种汇总。", "--by takes one of the groupings listed.", LEDGER, "aging ledger.csv --by moon"),
    Case("cli.amount", "--min 后面要写金额。", "--min takes an amount.", LEDGER, "aging ledger.csv --min lots"),
    Case("cli.format", "没有这种输出格式。", "There is no such format.", LEDGER, "aging ledger.csv -f docx"),
    Case("cli.binary", "工作簿不能打到屏幕上，用 -o 写成文件。", "A workbook is no screen output; write it with -o.",
         LEDGER, "aging ledger.csv -f xlsx", terminal=True),
    Case("cli.gl", "--gl-balance 要写成 科目=金额。", "Write --gl-balance ACCOUNT=AMOUNT.", LEDGER,
         "check! ledger.csv --gl-balance 1122"),
    Case("cli.language", "只有中文和英文。", "There are Chinese and English.", LEDGER, "aging ledger.csv --lang fr"),
    Case("cli.anonymise_one", "--anonymise 一次只写一个文件，扩展名 .xlsx。",
         "--anonymise takes one ledger and writes one .xlsx.", LEDGER,
         "check! ledger.csv --anonymise out.csv"),
    Case("reading.rate_unreadable", "--rate 要写成 USD=7.12。", "Write --rate USD=7.12.", LEDGER,
         "aging ledger.csv --rate USD"),
    Case("reading.currency_unknown", "币种要写代码，例如 CNY、USD。", "Write a code such as CNY or USD.", LEDGER,
         "aging ledger.csv --rate CNY=1 --base shells"),
    Case("reading.no_rate", "要换算的币种没有汇率。用 --rate 给出，或写进策略文件 [rates]。",
         "A currency has no rate. Give one with --rate, or under [rates] of the policy.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,币别,未收金额
         甲公司,D1,2026-01-31,USD,100.00
         """}, "aging ledger.csv --base CNY"),
    Case("cli.explain_what", "要写明解释哪张单据或哪个客户。", "Name a document or a customer to explain.", LEDGER,
         "explain ledger.csv"),
    Case("explain.unknown", "台账里没有这个号码或客户。", "The ledger has no such number or customer.", LEDGER,
         "explain ledger.csv D9999999"),
    Case("cli.no_customer", "没有客户的名称或编码里有这几个字。", "No customer's name or code has these words.", LEDGER,
         "grade ledger.csv --customer zzz"),
    Case("cli.no_choice", "只有列出的几种可选。", "One of those listed.", LEDGER, "worklist ledger.csv --by moon"),
    Case("cli.no_owner", "清单里没有这个人负责的客户；有谁已列出。", "Nobody on the list belongs to this name; those who are there are listed.",
         LEDGER, "worklist ledger.csv --owner zzz"),
    Case("scripts.no_reason", "[worklist.scripts] 的左边要写列出的原因之一。",
         "The left side under [worklist.scripts] is one of the reasons listed.",
         policy('[worklist.scripts]\nweather = "x"\n'), "worklist ledger.csv"),
    Case("scripts.placeholder", "沟通要点里只能用列出的占位符，花括号要成对。",
         "Talking points know the placeholders listed; braces come in pairs.",
         policy('[worklist.scripts]\nother = "{name}"\n'), "worklist ledger.csv"),
    Case("scripts.no_folder", "没有这个沟通要点文件夹；可以先生成一份。",
         "There is no such folder of talking points; make one first.", LEDGER,
         "worklist ledger.csv --scripts nowhere"),
    Case("cli.incentive", "优惠要写明由谁批准。", "An incentive names who approved it.", LEDGER,
         "letters ledger.csv -o out --incentive"),
    Case("cli.incentive_over", "提出的优惠已经过期；把函件日期写成今天。",
         "What is held out would be over; date the letters today.",
         {"ledger.csv": """
         客户名称,单据编号,到期日,未收金额,行业
         甲公司,D1,2020-09-30,50000.00,机械制造
         """, "arcollect.toml": lambda _: b'[[company]]\nname = "Suzhou Drives"\n'},
         "letters ledger.csv --as-of 2020-10-30 --no-register --incentive --incentive-approved-by Li"),
    Case("cli.no_templates", "没有这个模板文件夹。", "There is no such folder of templates.", LEDGER,
         "letters ledger.csv -o out --templates nowhere"),
    Case("standing_why.no_due_dates", "一笔到期日都没有，算不出账龄。给 --terms，或按单据日期：--basis issue。",
         "Not one due date: nothing to age by. Give --terms, or age by --basis issue.",
         {"ledger.csv": """
         客户名称,单据编号,单据日期,未收金额
         甲公司,D1,2026-01-05,100.00
         """}, "aging ledger.csv"),
    Case("standing_why.no_issue_dates", "按单据日期要有单据日期列。", "--basis issue needs document dates.", LEDGER,
         "aging ledger.csv --basis issue"),
)  # fmt: skip
POLICY = (
    Case("policy.cannot_read", "--config 的路径不对。", "The path after --config is wrong.", LEDGER,
         "aging ledger.csv --config nowhere.toml"),
    Case("policy.not_utf8", "用文本编辑器另存为 UTF-8。", "Save it as UTF-8 in a text editor.",
         {"ledger.csv": GOOD, "arcollect.toml": lambda _: "# 参数\n".encode("gbk")}, "aging ledger.csv"),
    Case("policy.syntax", "策略文件不合 TOML 写法；已写明是哪一行。", "The policy is no TOML; the line is named.",
         policy("[aging]\nbuckets = [30, 90\n"), "aging ledger.csv"),
    Case("policy.twice", "同一节或同一项写了两次；已写明两处行号。", "A section or a name stands twice; both lines are named.",
         policy('[rates]\nGBP = "9"\n\n[aging]\nbuckets = [30, 90]\n\n[rates]\nUSD = "7"\n'), "aging ledger.csv"),
    Case("policy.at", "策略文件里有一个键或值不对；已写明行号、键和原因。",
         "A key or a value of the policy is wrong; line, key and reason are named.",
         policy("[aging]\nbuckets = [90, 30]\n"), "aging ledger.csv"),
    Case("policy.at_flag", "选项的值不在可选之列。", "The value of an option is none of its choices.", LEDGER,
         "aging ledger.csv --basis birth"),
)  # fmt: skip
OUTPUT = (
    Case("files.is_input", "输出会盖掉输入的台账，所以不写。换一个文件名。",
         "The output would overwrite the ledger, so nothing was written. Take another name.", LEDGER,
         "aging ledger.csv -o ledger.csv"),
    Case("files.cannot_write", "不能写到那里，原因在冒号后面：没有文件夹、没有权限或磁盘已满。",
         "It cannot be written there, for the reason after the colon.", LEDGER,
         "aging ledger.csv -o ledger.csv/x.csv"),
    Case("files.foreign", "输出文件夹里有同名的、不是本程序写的文件，不会覆盖。",
         "A file of that name, not written by this program, is there and is left alone.",
         {"ledger.csv": GOOD, "out/report.xlsx": lambda _: b"mine"}, "report ledger.csv -o out"),
    Case("cli.exists", "初始文件已经有了，不会覆盖；要覆盖就加 --force。",
         "The file is there already and is not overwritten without --force.",
         {"out/arcollect.toml": lambda _: b""}, "init out"),
)  # fmt: skip
CASES = (*ASKED, *POLICY, *OUTPUT)
