"""One tiny reproducer per message: what was typed, what was in the files, what is said."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.program import run

from arcollect.cli.clock import day
from arcollect.errors import ArcollectError, Message, Problem, Severity
from arcollect.ledger import LedgerFile, ReadOptions, read
from arcollect.policy import Policy
from arcollect.text import Lang, say, text, words

Content = str | Callable[[Lang], bytes]
"""A text table as it is shown (in Chinese), or a function that makes the bytes."""


@dataclass(frozen=True, eq=False)
class Case:
    """How one message comes about, and what a person should know about it.

    A line that begins with `check` is read directly; any other runs the program.
    """

    key: str
    zh: str
    en: str
    files: Mapping[str, Content] = field(default_factory=lambda: MappingProxyType({}))
    line: str = "check ledger.csv"
    terminal: bool = False
    varies: bool = False  # the remedy depends on what is installed: the page leaves it out

    def note(self, lang: Lang) -> str:
        return self.zh if lang is Lang.ZH else self.en


@dataclass(frozen=True)
class Said:
    """What the program answered: a cost (exit code or severity), a sentence, a remedy."""

    cost: int | Severity
    sentence: str
    remedy: str
    keys: frozenset[str]


ENGLISH = {
    "客户名称": "Customer Name", "客户编码": "Customer Code", "单据编号": "Document No",
    "单据类型": "Document Type", "单据日期": "Document Date", "到期日": "Due Date",
    "付款条件": "Payment Terms", "应收金额": "Invoice Amount", "已收金额": "Paid Amount",
    "未收金额": "Open Amount", "币别": "Currency", "收款日期": "Receipt Date",
    "收款金额": "Receipt Amount", "发票号码": "Invoice Number", "开票日期": "Invoice Date",
    "信用额度": "Credit Limit", "资产负债率": "Debt Ratio", "月份": "Month", "销售额": "Sales", "期末余额": "Closing Balance",
    "期初余额": "Opening Balance", "货物名称": "Goods", "甲公司": "Acme Ltd", "乙公司": "Bolt Ltd",
    "丙公司": "Crane Ltd", "合计": "Total", "红字发票": "Credit Memo", "发票": "Invoice",
    "原币金额": "Document Amount", "本位币余额": "Local Balance",
    "约3万": "about 3", "待定": "tbd", "贝壳": "shells", "月结60天": "net 60", "月结30天": "net 30",
    "看情况": "we shall see", "截止日期": "As of", "台账": "ledger", "名字": "Called", "备注": "Remark",
    "送货单": "Slip", "钱": "Dosh", "编制：张三": "made by Zhang", "往来明细表": "Customer list",
    "客户名": "Custmer Name", "送给谁": "Sent to", "付款状态": "Payment Status",
    "已付清": "Paid", "未付": "Unpaid", "部分付款": "Partial", "末收金额": "Opne Amount", "见附件": "see attached",
    "丁": "Ding", "第一次收款": "1st payment", "第二次收款": "2nd payment", "同上": "ditto",
    "单位：万元": "in thousands", "小计": "Subtotal", "不含税金额": "Net Amount",
    "客户": "Customer Name", "日违约金率": "Late Fee Per Day", "状态": "Status", "作废": "Void",
    "税额": "Tax Amount", "金额": "Amount", "明细": "items", "本年": "this year", "第一笔": "first",
}  # fmt: skip
_LONGEST_FIRST = sorted(ENGLISH, key=len, reverse=True)


def in_language(chinese: str, lang: Lang) -> str:
    """A table or a command line in the reader's language."""
    if lang is Lang.EN:
        for word in _LONGEST_FIRST:
            chinese = chinese.replace(word, ENGLISH[word])
    return chinese


def line_of(case: Case, lang: Lang) -> str:
    """What is typed; `check!` is the program itself, as it is for every other command."""
    return in_language(case.line, lang).replace("check!", "check")


def table_of(content: str, lang: Lang) -> str:
    """A text table without the indentation of the source."""
    lines = (line.strip() for line in in_language(content, lang).strip().splitlines())
    return "".join(f"{line}\n" for line in lines)


def answers(case: Case, lang: Lang, folder: Path) -> list[Said]:
    """Everything that is said about a case, with the temporary folder taken out."""
    for name, content in case.files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        data = table_of(content, lang).encode() if isinstance(content, str) else content(lang)
        path.write_bytes(data)
    typed = shlex.split(line_of(case, lang))
    found = (
        _read(typed, lang, folder)
        if case.line.startswith("check ")
        else _ran(case, typed, lang, folder)
    )
    return [_without(folder, said) for said in found]


def _read(typed: list[str], lang: Lang, folder: Path) -> Iterator[Said]:
    names, options = _told(typed[1:])
    try:
        ledger = read([LedgerFile(folder / name) for name in names], Policy(), options)
    except ArcollectError as error:
        yield _spoken(int(error.exit_code), error.said, error.hint, lang)
    else:
        for problem in ledger.problems:
            yield _of_problem(problem, lang)


def _told(typed: list[str]) -> tuple[list[str], ReadOptions]:
    """The files and the options of a line, as the program understands them."""
    names, told, rest = [], dict[str, Any](), iter(typed)
    for word in rest:
        match word:
            case "--visible-only":
                told["visible_only"] = True
            case "--map":
                name, _, header = next(rest).partition("=")
                told.setdefault("maps", {})[name] = header
            case "--terms":
                told["default_terms"] = next(rest)
            case "--balances-as-of":
                told["balances_as_of"] = day(next(rest), word)
            case "--sheet" | "--date-order" | "--encoding":
                told[word[2:].replace("-", "_")] = next(rest)
            case _:
                names.append(word)
    return names, ReadOptions(**told)


def _of_problem(problem: Problem, lang: Lang) -> Said:
    said = _spoken(problem.severity, problem.said, problem.remedy, lang)
    place = "!".join(part for part in (problem.sheet, problem.cell) if part)
    sentence = f"{place}: {said.sentence}" if place else said.sentence
    return Said(said.cost, sentence, said.remedy, said.keys)


def _spoken(cost: int | Severity, said: Message, remedy: Message | None, lang: Lang) -> Said:
    keys = frozenset({*keys_in(said), *(keys_in(remedy) if remedy else ())})
    return Said(cost, say(said, lang), say(remedy, lang) if remedy else "", keys)


def keys_in(said: object) -> Iterator[str]:
    """The keys of a message and of all messages inside it."""
    if isinstance(said, Message):
        yield said.key
        for fact in said.facts.values():
            yield from keys_in(fact)
    elif isinstance(said, list | tuple):
        for one in said:
            yield from keys_in(one)


def _ran(case: Case, typed: list[str], lang: Lang, folder: Path) -> list[Said]:
    """What the program itself says on stderr, told apart by its own words."""
    names = {Path(name).parts[0] for name in case.files} | {"out"}
    line = [str(folder / word) if Path(word).parts[:1] and Path(word).parts[0] in names else word
            for word in typed]  # fmt: skip
    done = run(*line, terminal=case.terminal, ARCOLLECT_LANG=lang)
    sentence, remedy = done.err, ""
    for each in Lang:
        error, hint = (text(key, each, said="") for key in ("cli.error", "cli.hint"))
        if hint in sentence:
            sentence, _, remedy = sentence.partition(hint)
        sentence = sentence.rpartition(error)[2].strip()
    keys = {case.key} if any(_says(case.key, sentence, each) for each in Lang) else set()
    if keys and remedy:
        keys |= {case.key + end for end in (".fix", "_hint") if _is_said(case.key + end, lang)}
    return [Said(done.code, sentence, remedy.strip(), frozenset(keys))]


def _is_said(key: str, lang: Lang) -> bool:
    return key in words(key.partition(".")[0], lang)


def _says(key: str, sentence: str, lang: Lang) -> bool:
    template = words(key.partition(".")[0], lang)[key]
    shape = ".*".join(re.escape(part) for part in re.split(r"\{\w+(?::[^{}]*)?\}", template))
    return re.fullmatch(shape, sentence, re.DOTALL) is not None


def _without(folder: Path, said: Said) -> Said:
    def bare(sentence: str) -> str:
        return sentence.replace(f"{folder}/", "").replace(str(folder), ".")

    return replace(said, sentence=bare(said.sentence), remedy=bare(said.remedy))
