"""An empty workbook to fill: six sheets, drop-downs, one example row (U-42)."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import xlsxwriter

from arcollect.render.xlsx.workbook import CREATED, FONTS, OPTIONS
from arcollect.text import Lang, text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = 2_000  # rows prepared with formats and drop-downs
_MUST = {
    "customer", "amount_minor", "open_minor", "due_date", "receipt_amount", "sales_amount",
    "contact",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its field, its example (a date or number shows its kind), a choice.

    choices: "" for free text, else the key of the words offered in a drop-down.
    is_log: a column of the log, whose headers are questions (`ledger.log` reads them).
    has_hint: what to type is said beside the cell.
    """

    name: str
    example: str | float | dt.date = ""
    choices: str = ""
    is_log: bool = False
    has_hint: bool = False

    def title(self, lang: Lang) -> str:
        """The header, in words that our own reader knows."""
        key = "starter.log" if self.is_log else "headers.field"
        return text(f"{key}.{self.name}", lang)


_ISSUED = dt.date(2026, 8, 18)
SHEETS: dict[str, tuple[Field, ...]] = {
    "items": (
        Field("company"), Field("customer_code", "C001"), Field("customer", "customer"),
        Field("document_type", "type", "types"), Field("document_no", "XS-2026-0001"),
        Field("invoice_no"), Field("contract_no", "HT-2026-018"), Field("order_no"),
        Field("issue_date", _ISSUED), Field("delivery_date", _ISSUED),
        Field("terms", "terms"), Field("due_date", dt.date(2026, 10, 30)),
        Field("currency", "CNY", "currencies"), Field("amount_minor", 113_000.0),
        Field("paid_minor", 13_000.0), Field("open_minor", 100_000.0),
        Field("disputed_minor"), Field("salesperson", "person"), Field("goods"),
        Field("delivery_proof"), Field("guarantor"), Field("guarantee_end_date"),
        Field("fee_rate_per_day", 0.0005), Field("fee_clause"),
        Field("is_retention", "", "yes_no"), Field("remark"),
    ),
    "customers": (
        Field("customer_code", "C001"), Field("customer", "customer"),
        Field("customer_type", "kind", "kinds"), Field("industry"), Field("region"),
        Field("debt_type", "", "debt_types"), Field("debt_project"),
        Field("project_progress"), Field("funding_source"),
        Field("salesperson", "person"), Field("terms", "terms"),
        Field("credit_limit_minor", 500_000.0), Field("currency", "CNY", "currencies"),
        Field("open_orders_minor"), Field("limit_approver"),
        Field("language", "zh", "languages"), Field("address"),
        Field("is_related_party", "", "yes_no"), Field("is_bad_debt", "", "yes_no"),
        Field("flags", "", "flags", has_hint=True), Field("debt_ratio"),
        Field("customers_lost", has_hint=True), Field("contact_changes", has_hint=True),
        Field("assets_minor", has_hint=True), Field("recovery_chance", has_hint=True),
        Field("customer_since_date"), Field("credit_updated_date"),
        Field("score_inputs", has_hint=True), Field("last_letter_level", "", "levels"),
        Field("last_letter_date"), Field("fee_rate_per_day"), Field("fee_clause"),
        Field("merge_into"), Field("remark"),
    ),
    "contacts": (
        Field("customer_code", "C001"), Field("customer", "customer"),
        Field("contact", "contact"), Field("title", "title"), Field("role", "role", "roles"),
        Field("phone", "010-5555-0100"), Field("email", "name@example.com"),
    ),
    "receipts": (
        Field("date", dt.date(2026, 9, 30)), Field("customer_code", "C001"),
        Field("customer", "customer"), Field("currency", "CNY", "currencies"),
        Field("receipt_amount", 13_000.0), Field("reference", "XS-2026-0001"),
        Field("method", "", "methods"), Field("bill_no"), Field("bill_maturity"),
    ),
    "log": (
        Field("day", dt.date(2026, 11, 2), is_log=True),
        Field("customer", "customer", is_log=True),
        Field("channel", "", "channels", is_log=True),
        Field("answer", "", "answers", is_log=True),
        Field("promised_day", is_log=True),
        Field("promised", is_log=True),
        Field("reason", "", "reasons", is_log=True),
        Field("next_step", is_log=True),
    ),
    "sales": (
        Field("period", "2026-08"), Field("customer_code", "C001"),
        Field("customer", "customer"), Field("currency", "CNY", "currencies"),
        Field("sales_amount", 100_000.0),
    ),
}  # fmt: skip
"""Sheets and their columns; titles are the words of `headers.field`, so that the
workbook reads back without any `--map`. The log is for people: its headers are such
that no reader takes it for customers or contacts."""

_DATES = {
    "date", "bill_maturity", "last_letter_date", "promised_day", "guarantee_end_date",
    "customer_since_date", "credit_updated_date",
}  # fmt: skip
_MONEY = {
    "disputed_minor", "credit_limit_minor", "promised", "open_orders_minor", "assets_minor",
}  # fmt: skip
_RATES = {"fee_rate_per_day", "debt_ratio", "customers_lost", "recovery_chance"}


def starter(lang: Lang) -> bytes:
    """The workbook in `lang`; the same bytes every time."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"created": CREATED, "comments": ""})
    formats = _formats(book, FONTS[lang])
    for name, fields in SHEETS.items():
        sheet = book.add_worksheet(text(f"starter.{name}", lang))
        _page(sheet)
        for column, field in enumerate(fields):
            _column(sheet, column, field, formats, lang)
    book.close()
    return out.getvalue()


def _page(sheet: Worksheet) -> None:
    """Header in sight, on screen and on every printed page (U-16)."""
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 22)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _formats(book: Workbook, font: str) -> dict[str, Format]:
    plain = {"font_name": font, "font_size": 10}
    head = {**plain, "bold": True, "border": 1, "font_color": "#FFFFFF"}
    return {
        "must": book.add_format({**head, "bg_color": "#C55A11"}),
        "may": book.add_format({**head, "bg_color": "#305496"}),
        "text": book.add_format({**plain, "num_format": "@"}),
        "date": book.add_format({**plain, "num_format": "yyyy-mm-dd"}),
        "money": book.add_format({**plain, "num_format": "#,##0.00"}),
        "rate": book.add_format({**plain, "num_format": "0.00%"}),
    }


def _column(
    sheet: Worksheet, column: int, field: Field, formats: dict[str, Format], lang: Lang
) -> None:
    kind = _kind(field)
    title = field.title(lang)
    sheet.set_column(column, column, _width(title, kind), formats[kind])
    sheet.write_string(0, column, title, formats["must" if field.name in _MUST else "may"])
    if rule := _rule(field, lang):
        sheet.data_validation(1, column, ROWS, column, rule)
    _example(sheet, column, field, formats[kind], lang)


def _rule(field: Field, lang: Lang) -> dict[str, object]:
    """The drop-down of a column and what is said beside its cells; {} for neither."""
    rule: dict[str, object] = {}
    if field.choices:
        offered = text(f"starter.choices.{field.choices}", lang).split("|")
        rule = {"validate": "list", "source": offered, "error_type": "information"}
    if field.has_hint:
        rule = {"validate": "any", **rule, "input_title": field.title(lang)}
        rule["input_message"] = text(f"starter.hint.{field.name}", lang)
    return rule


def _example(sheet: Worksheet, column: int, field: Field, look: Format, lang: Lang) -> None:
    example = field.example
    if isinstance(example, dt.date):
        sheet.write_datetime(1, column, dt.datetime.combine(example, dt.time()), look)
    elif isinstance(example, float):
        sheet.write_number(1, column, example, look)
    elif example:
        known = example.islower() and example.isalpha() and len(example) > 2
        shown = text(f"starter.example.{example}", lang) if known else example
        sheet.write_string(1, column, shown, look)


def _kind(field: Field) -> str:
    if field.name in _RATES:
        return "rate"
    if isinstance(field.example, float) or field.name in _MONEY:
        return "money"
    return "date" if isinstance(field.example, dt.date) or field.name in _DATES else "text"


def _width(title: str, kind: str) -> int:
    wide = sum(2 if ord(c) > 0x2E7F else 1 for c in title)
    return max(wide + 3, {"money": 14, "date": 12}.get(kind, 13))
