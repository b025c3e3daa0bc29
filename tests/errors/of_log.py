"""Messages about the contact log and the evidence."""

from __future__ import annotations

from collections.abc import Mapping

from tests.errors.catalogue import Case, Content
from tests.errors.of_files import GOOD

LEDGER: Mapping[str, Content] = {"ledger.csv": GOOD}
LOG = "Customer,Contact date,Channel,Feedback\nAcme Ltd,2026-01-31,call,agreed\n"
WITH_LOG: Mapping[str, Content] = {**LEDGER, "contact log.csv": lambda _: LOG.encode()}
ADD = 'log add ledger.csv --customer "甲公司"'

CASES = (
    Case("ledger.sheet_is_log", "催收记录里的金额不算应收。", "Amounts of a contact log are no receivables.",
         WITH_LOG, 'check ledger.csv "contact log.csv"'),
    Case("log.nothing", "一次联系总要有点内容。", "A contact has something to say.", LEDGER, ADD),
    Case("log.no_register", "没有登记簿就没有地方记。", "Without a register there is no place to keep it.", LEDGER,
         f"{ADD} --feedback x --no-register"),
    Case("log.bad_promise", "承诺要有金额和日期。", "A promise has an amount and a day.", LEDGER,
         f"{ADD} --promise 50000"),
    Case("log.bad_amount", "金额要写成数字。", "Write the amount in figures.", LEDGER,
         f"{ADD} --confirmed some"),
    Case("log.bad_at", "时间要写日期，后面可以加几点几分。", "Write the day, and the time after it if known.", LEDGER,
         f"{ADD} --feedback x --at 2026-01-30T25:00"),
    Case("log.bad_word", "这个选项只认列出的几个词。", "The option takes one of the words listed.", LEDGER,
         f"{ADD} --channel pigeon"),
    Case("log.no_such_id", "编号要和登记簿里的一样。", "The id must be one of the register's.", LEDGER,
         "log add ledger.csv --withdraw P0"),
    Case("log.no_files", "文件里没有催收记录的列。", "The file has no columns of a contact log.", LEDGER,
         "log import ledger.csv --from ledger.csv"),
    Case("log.left_all", "没有一行能用，就什么也不记。", "Where no row can be used, nothing is noted.",
         {**LEDGER, "log.csv": lambda _: LOG.replace("Acme", "Nobody").encode()},
         "log import ledger.csv --from log.csv"),
    Case("evidence.no_ledger", "归集要有台账，核验要有证据包。", "Packing takes a ledger, checking a pack.",
         line="evidence"),
    Case("evidence.no_folder", "--files 要给出现有的文件夹。", "--files takes a folder that exists.", LEDGER,
         "evidence ledger.csv --files nowhere"),
    Case("evidence.no_list", "证据包里有一个 SHA256SUMS.txt。", "A pack holds a SHA256SUMS.txt.", LEDGER,
         "evidence --verify nowhere"),
    Case("evidence.bad_list", "清单被改坏了。", "The list was damaged.",
         {"pack/SHA256SUMS.txt": lambda _: b"broken"}, "evidence --verify pack"),
)  # fmt: skip
