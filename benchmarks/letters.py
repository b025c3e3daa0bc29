"""Seconds of cpu to write 1,000 letters, by us and as a colleague would.

    python benchmarks/letters.py ours docx|pdf
    python benchmarks/letters.py naive docx|pdf

docx: ours from what is due to the bytes of every file; naive: docxtpl, one template of the
same size filled and saved per letter, its facts given.

pdf: both set in type what is composed already. naive: what the documentation of typst
shows, `typst.compile(page, font_paths=[…], sys_inputs=…)` per letter, with the same page
and the same font folder as ours; like any such call it looks for the system's fonts anew
and writes tags (a fiftieth of the letters, times fifty: each costs the same).
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import docx
import pandas as pd
import typst
from docxtpl import DocxTemplate

from arcollect import LedgerFile, Policy, dun, late_fee, read, stand
from arcollect.render.letters.pdf import Press
from arcollect.render.letters.write import letter_files
from arcollect.text import Lang
from arcollect.views.chase.letter import Letter, compose

LETTERS = 1_000
AS_OF = dt.date(2026, 10, 31)
OURS = {
    "name": "示例轴承有限公司", "address": "示例路100号", "phone": "0571-5550-0100",
    "signer": "张敏", "bank": "示例银行", "bank_account": "0000 0000 0000 0000 001",
}  # fmt: skip


def due(folder: Path) -> tuple[object, Policy]:
    """Letters due to 1,000 customers with three documents each."""
    rows = [
        (f"客户{n:04d}有限公司", f"XS-{n:04d}-{k}", f"2026-0{5 + k}-11", f"2026-0{6 + k}-10",
         f"{12_345 + n * 7 + k}.50")
        for n in range(LETTERS)
        for k in range(3)
    ]  # fmt: skip
    head = ["客户名称", "单据编号", "单据日期", "到期日", "未收金额"]
    path = folder / "letters.csv"
    pd.DataFrame(rows, columns=head).to_csv(path, index=False)
    policy = Policy.model_validate({"company": [OURS]})
    position = stand(read([LedgerFile(path)], policy), AS_OF, policy)
    return dun(position, late_fee(position, policy), policy), policy


def ours(kind: str, letters: Sequence[Letter]) -> None:
    """The bytes of every file; as pdf the letters alone, without the docx to print them."""
    if kind == "docx":
        letter_files(letters, Lang.ZH, (kind,))
        return
    press = Press()
    for letter in letters:
        press.pdf(letter)


def naive_docx(letters: list[Letter]) -> None:
    """A template of the same size, filled and saved once per letter."""
    made = docx.Document()
    for name in ("our", "title", "customer", "body", "total", "pay", "sign"):
        made.add_paragraph(f"{{{{ {name} }}}}")
    table = made.add_table(rows=4, cols=5)
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"{{{{ items[{number}][{column}] }}}}"
    kept = io.BytesIO()
    made.save(kept)
    for letter in letters:
        template = DocxTemplate(io.BytesIO(kept.getvalue()))
        items = [[d.document_no, d.due_date, d.days_past_due, d.amount_minor, d.open_minor]
                 for d in letter.notice.items]  # fmt: skip
        facts = {"customer": letter.notice.customer, "items": [*items, [""] * 5, [""] * 5]}
        template.render({**facts, **dict.fromkeys(("our", "title", "body", "pay"), "示例" * 40)})
        template.save(io.BytesIO())


def naive_pdf(letters: list[Letter]) -> None:
    """A compiler for every letter."""
    press, caught = Press(), []
    page = (resources.files("arcollect.render.letters") / "skeleton" / "letter.typ").read_bytes()
    folder = str(Path(str(press._fonts.loaded.fonts()[0].path)).parent)  # noqa: SLF001
    press._compiler = _Catcher(caught)  # type: ignore[assignment]  # noqa: SLF001
    for letter in letters:
        press.pdf(letter)
    started = time.process_time()
    for data in caught:
        typst.compile(page, font_paths=[folder], sys_inputs=data)
    print((time.process_time() - started) * LETTERS / len(letters))


class _Catcher:
    """Takes what the press would compile."""

    def __init__(self, caught: list[dict[str, str]]) -> None:
        self.caught = caught

    def compile(self, *, sys_inputs: dict[str, str], **_: object) -> bytes:
        """Keep the data of one letter."""
        self.caught.append(sys_inputs)
        return b""


def main() -> None:
    """Print the seconds."""
    who, kind = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        dunning, policy = due(Path(folder))
    if (who, kind) == ("naive", "pdf"):
        naive_pdf(list(compose(dunning, policy, Lang.ZH))[: LETTERS // 50])
        return
    is_ready = who == "naive" or kind == "pdf"
    ready = compose(dunning, policy, Lang.ZH) if is_ready else ()
    started = time.process_time()
    if who == "naive":
        naive_docx(list(ready))
    else:
        ours(kind, ready or compose(dunning, policy, Lang.ZH))
    print(time.process_time() - started)


if __name__ == "__main__":
    main()
