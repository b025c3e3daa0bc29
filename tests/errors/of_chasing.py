"""Messages about papers, statements, mail, wording, recovery and provision."""

from __future__ import annotations

from collections.abc import Mapping

from tests.errors.catalogue import Case, Content
from tests.errors.of_files import GOOD

OWN = '[[company]]\nname = "Suzhou Drives"\n'
LEDGER: Mapping[str, Content] = {"ledger.csv": GOOD}
READY: Mapping[str, Content] = {"ledger.csv": GOOD, "arcollect.toml": lambda _: OWN.encode()}
TEXT: Mapping[str, Content] = {"letter.txt": "Please pay."}
SHORT = """
客户名称,单据编号,到期日,未收金额
甲公司,D1,2026-01-31,0.02
"""
DUE = "--as-of 2026-10-31"
PAPER = f"paper ledger.csv {DUE} --no-register --kind"


WORDING = (
    Case("lint.allow_block", "必须改的规则不能放行。", "What must be changed cannot be allowed.", TEXT,
         "lint letter.txt --allow W-01=habit"),
    Case("lint.unknown_rule", "没有这条规则。", "There is no such rule.", TEXT,
         "lint letter.txt --allow W-99=habit"),
    Case("lint.level_unknown", "函件级别是 L0 到 L4。", "Letters have the levels L0 to L4.", TEXT,
         "lint letter.txt --level L9"),
    Case("lint.customer_wanted", "和台账比对金额要说明是哪个客户。", "To compare amounts, say whose they are.",
         {**TEXT, **LEDGER}, "lint letter.txt --ledger ledger.csv"),
    Case("lint.cannot_read", "文件不在，或读不了。", "The file is not there or cannot be read.",
         line="lint letter.txt"),
    Case("lint.not_a_text", "只检查文字；PDF 先转换。", "Texts only; convert a PDF first.",
         {"letter.pdf": lambda _: b"%PDF-1.7\n\x00\xff"}, "lint letter.pdf"),
)  # fmt: skip
SENDING = (
    Case("mail.none", "没有可以发的草稿。", "There is no draft that may go.", {**READY, "drafts/readme.txt": "x"},
         "mail drafts --send --no-register"),
    Case("mail.unreadable", "只认 .eml 草稿或它们的文件夹。", "Name .eml drafts or their folder.", line="mail nothing.eml"),
)  # fmt: skip
PAPERS = (
    Case("papers_why.kind", "没有这种文书；有哪些已列出。", "There is no such paper; those there are are listed.", READY,
         f"{PAPER} poem"),
    Case("papers_why.customer", "这种文书一次只给一个客户。", "This paper is for one customer at a time.", READY,
         f"{PAPER} stop-supply"),
    Case("papers_why.assignee", "债权转让通知要写受让人。", "A notice of assignment names the assignee.", READY,
         f'{PAPER} assignment --customer "甲公司"'),
    Case("papers_why.ground", "已签的订单要有法定理由才能中止。", "Signed orders may be suspended on a ground only.", READY,
         f'{PAPER} stop-supply --customer "甲公司" --suspend SO-1'),
    Case("papers_why.because", "按第527条要写明事实。", "Article 527 wants the facts.", READY,
         f'{PAPER} stop-supply --customer "甲公司" --suspend SO-1 --ground 527'),
    Case("papers_why.too_many", "金额太小，分不出这么多期。", "Too little money for so many payments.",
         {**READY, "ledger.csv": SHORT},
         f'{PAPER} repayment --customer "甲公司" --instalments 12'),
    Case("papers_why.document", "没有这张可以催收的单据。", "No such document that may be asked for.", READY,
         f'{PAPER} stop-supply --customer "甲公司" --document Z9'),
    Case("papers_why.text_alone", "短信、微信只有文本。", "Messages for SMS and WeChat are plain text.", READY,
         f"{PAPER} short --as pdf"),
    Case("templates.none", "文件夹里没有模板。", "The folder holds no templates.", {"mine/readme.txt": "x"},
         "letters --lint-templates mine"),
)  # fmt: skip
STATEMENTS = (
    Case("statement.bad_month", "月份写成 2026-09。", "Write a month as 2026-09.", READY,
         "statement ledger.csv --month 13/2026"),
    Case("statement.needs_month", "登记回执要说明是哪个月。", "A returned slip is of some month.", READY,
         'statement ledger.csv --returned "甲公司" --slip agrees'),
    Case("statement.returned_when", "回执不会在月末以前、也不会在今天以后收到。",
         "No slip comes back before its month has ended, or after today.", READY,
         "statement ledger.csv --returned x --month 2026-01 --slip agrees --on 2026-01-30"),
    Case("statement.needs_slip", "登记回执要说明相符还是不符。", "A returned slip agrees or differs.", READY,
         'statement ledger.csv --returned "甲公司" --month 2026-01'),
    Case("statement.bad_slip", "回执只有相符、不符两种。", "A slip agrees or differs.", READY,
         'statement ledger.csv --returned "甲公司" --month 2026-01 --slip perhaps'),
    Case("statement_why.month_not_there", "台账截止得比这个月早。", "The ledger ends before this month does.", READY,
         "statement ledger.csv --balances-as-of 2026-01-31 --month 2026-09"),
)  # fmt: skip
MONEY = (
    Case("cli.no_sheet", "--with 只认列出的几张表。", "--with takes the sheets listed.", LEDGER,
         "report ledger.csv --with poem"),
    Case("provision_why.no_standard", "用哪套准则由您决定，程序不替您选。", "Which standard applies is yours to say.", LEDGER,
         "provision ledger.csv"),
    Case("provision_why.rates_count", "每个账龄段要有一个损失率。", "Each bucket wants a loss rate.", LEDGER,
         f"provision ledger.csv --standard cas --rates 1%,5% {DUE}"),
    Case("recover_why.no_overdue", "没有这样一个有逾期的客户。", "No such customer with overdue debts.", LEDGER,
         f"recover ledger.csv --customer zzz {DUE}"),
    Case("recover_why.several", "名称对上了几个客户，要写全。", "Several customers fit; write the whole name.",
         {"ledger.csv": "客户名称,单据编号,到期日,未收金额\n甲公司1,D1,2026-01-31,9.00\n甲公司2,D2,2026-01-31,9.00\n"},
         f'recover ledger.csv --customer "甲公司" --assets 5 {DUE}'),
    Case("recover_why.whose", "这几个数字是关于一个客户的。", "These figures are about one customer.", LEDGER,
         f"recover ledger.csv --assets 5 {DUE}"),
)  # fmt: skip
CASES = (*WORDING, *SENDING, *PAPERS, *STATEMENTS, *MONEY)
