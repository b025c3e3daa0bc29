"""The catalogue of messages as a page, made from what is really said."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from tests.errors import of_chasing, of_commands, of_files, of_headers, of_log, of_outcome, of_rows
from tests.errors.catalogue import Case, Said, answers, line_of, table_of

from arcollect.errors import Severity
from arcollect.text import Lang

CHAPTERS = (of_files, of_headers, of_rows, of_commands, of_log, of_chasing, of_outcome)
CASES: tuple[Case, ...] = tuple(case for chapter in CHAPTERS for case in chapter.CASES)
NAMES = {Lang.EN: "errors.md", Lang.ZH: "errors.zh-CN.md"}
SHOWN_LINES = 8

WORDS: dict[Lang, dict[str, Any]] = {
    Lang.EN: {
        "title": "# What the program says, and what to do",
        "intro": "Every message about a ledger, each made by running the example below it. Generated"
        " by `make docs`. [中文](errors.zh-CN.md)\n\nLook for the words you saw; names, cells and"
        " amounts differ. “Stops” means that nothing was computed; “left out” that the row's money is"
        " listed apart; warnings and notices change no figure by themselves.",
        "stop": ".", "stops": "Stops, exit code {cost}", "excluded": "Row left out", "warning": "Warning",
        "notice": "Notice", "remedy": "It adds: ", "binary": "a file made for the purpose",
        "more": "({count} more lines)",
        "of": {
            "file": "Files", "headers": "Columns and sheets", "ledger": "Ledger rows", "reading": "Statuses, rates",
            "money": "Amounts", "dates": "Dates", "cli": "Command line", "explain": "Explain",
            "standing_why": "Aging", "policy": "Policy file", "files": "Output",
            "log": "Contact log", "evidence": "Evidence", "papers_why": "Papers",
            "templates": "Templates", "lint": "Wording", "statement": "Statements",
            "statement_why": "Months of statements", "mail": "E-mail", "recover_why": "Recovery",
            "provision_why": "Provision", "compare_why": "Comparison", "trend_why": "Trend",
            "trend": "Trend: what is typed", "scripts": "Talking points",
        },
    },
    Lang.ZH: {
        "title": "# 程序说的话，以及怎么办",
        "intro": "关于台账的每一条提示，都由下面的小例子实际运行得到。由 `make docs` 生成。"
        "[English](errors.md)\n\n按您看到的字查找；文件名、单元格和金额会不同。“停止”表示没有计算；“未计入”表示"
        "这一行的金额另外列出；警告和提示本身不改变数字。",
        "stop": "。", "stops": "停止，退出码 {cost}", "excluded": "这一行未计入", "warning": "警告",
        "notice": "提示", "remedy": "并提示：", "binary": "专门制作的文件", "more": "（另有 {count} 行）",
        "of": {
            "file": "文件", "headers": "列与工作表", "ledger": "台账各行", "reading": "状态与汇率", "money": "金额",
            "dates": "日期", "cli": "命令行", "explain": "解释", "standing_why": "账龄",
            "policy": "策略文件", "files": "输出",
            "log": "催收记录", "evidence": "催收证据", "papers_why": "文书", "templates": "模板",
            "lint": "措辞检查", "statement": "对账单", "statement_why": "对账单的月份", "mail": "邮件",
            "recover_why": "处置", "provision_why": "坏账准备", "compare_why": "对比",
            "trend_why": "趋势", "trend": "趋势：选项", "scripts": "沟通要点",
        },
    },
}  # fmt: skip


def page(lang: Lang) -> str:
    """The whole page in one language."""
    own = WORDS[lang]
    chapters = list(own["of"])
    ordered = sorted(CASES, key=lambda case: chapters.index(chapter(case)))
    parts = [f"{own['title']}\n\n{own['intro']}\n"]
    for name, cases in groupby(ordered, key=chapter):
        parts.append(f"\n## {own['of'][name]}\n")
        parts += [entry(case, lang) for case in cases]
    return "".join(parts)


def chapter(case: Case) -> str:
    return case.key.partition(".")[0]


def entry(case: Case, lang: Lang) -> str:
    """One message: said, cost, meaning, example."""
    said = told(case, lang)
    lines = [f"\n### `{case.key}`\n\n> {_flat(said.sentence)}\n"]
    if said.remedy and not case.varies:
        lines.append(f">\n> {WORDS[lang]['remedy']}{_flat(said.remedy)}\n")
    lines.append(
        f"\n**{cost(said, lang)}{WORDS[lang]['stop']}** {case.note(lang)}\n\n```text\n{example(case, lang)}```\n"
    )
    return "".join(lines)


def told(case: Case, lang: Lang) -> Said:
    """What was said with the case's key in it."""
    with tempfile.TemporaryDirectory() as folder:
        said = answers(case, lang, Path(folder))
    if found := [one for one in said if case.key in one.keys]:
        return found[0]
    raise LookupError(case.key)


def cost(said: Said, lang: Lang) -> str:
    own = WORDS[lang]
    if isinstance(said.cost, Severity):
        return str(own[said.cost.value])
    return str(own["stops"]).format(cost=said.cost)


def example(case: Case, lang: Lang) -> str:
    """The command, and the files as they are typed."""
    return f"$ arcollect {line_of(case, lang)}\n" + "".join(_files(case, lang))


def _files(case: Case, lang: Lang) -> Iterator[str]:
    for name, content in case.files.items():
        if isinstance(content, str):
            rows = table_of(content, lang).splitlines()
            shown = rows[:SHOWN_LINES]
            if more := len(rows) - len(shown):
                shown.append(str(WORDS[lang]["more"]).format(count=more))
            yield f"\n{name}:\n" + "".join(f"  {_visible(row)}\n" for row in shown)
        elif name.endswith(".toml") and b"\n" in (data := content(lang)):
            rows = data.decode("utf-8", "backslashreplace").splitlines()
            yield f"\n{name}:\n" + "".join(f"  {row}\n" for row in rows)
        else:
            yield f"\n{name}: {WORDS[lang]['binary']}\n"


def _visible(sentence: str) -> str:
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in sentence)


def _flat(sentence: str) -> str:
    """One line, with what hides or forms markup made visible."""
    return " ".join(_visible(sentence).split()).replace("<", "&lt;").replace("|", "\\|")
