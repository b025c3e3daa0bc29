"""One number format per kind, one fill per tone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arcollect.views.table import Kind, Tone

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

NUMBERS = {
    Kind.MONEY: "#,##0.00;[Red]-#,##0.00;-",
    Kind.PERCENT: "0.00%",
    Kind.DAYS: "0",
    Kind.COUNT: "#,##0",
    Kind.NUMBER: "#,##0.00##",
    Kind.DATE: "yyyy-mm-dd",
    Kind.ID: "@",
    Kind.TEXT: "@",
}
MONEY_BY_PLACES = {0: "#,##0;[Red]-#,##0;-", 3: "#,##0.000;[Red]-#,##0.000;-"}
TONES: dict[Tone, dict[str, Any]] = {
    Tone.PLAIN: {},
    Tone.GOOD: {"font_color": "#006100", "bg_color": "#E2F0D9"},
    Tone.WATCH: {"font_color": "#7F6000", "bg_color": "#FFF2CC"},
    Tone.BAD: {"font_color": "#9C0006", "bg_color": "#FFC7CE"},
    Tone.MUTED: {"font_color": "#7F7F7F"},
}
ROLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": "#1F3864"},
    "lead": {"font_color": "#595959"},
    "first": {"bold": True, "font_size": 12, "font_color": "#1F3864", "bg_color": "#DDEBF7"},
    "first_lines": {
        "bold": True, "font_size": 12, "font_color": "#1F3864", "bg_color": "#DDEBF7",
        "text_wrap": True, "valign": "vcenter",
    },
    "heading": {"bold": True, "font_size": 12, "font_color": "#1F3864"},
    "head": {
        "bold": True, "font_color": "#FFFFFF", "bg_color": "#305496", "border": 1,
        "border_color": "#BFBFBF", "text_wrap": True, "align": "center", "valign": "vcenter",
    },
    "lead_lines": {"font_color": "#595959", "text_wrap": True, "valign": "top"},
    "note": {"font_color": "#595959"},
    "note_lines": {"font_color": "#595959", "text_wrap": True, "valign": "top"},
    "said": {"font_color": "#595959", "valign": "vcenter", "indent": 1},
    "label": {"bold": True, "valign": "vcenter"},
    "figure": {"bold": True, "font_size": 12, "align": "right", "valign": "vcenter"},
    "sign": {"top": 1, "font_color": "#595959"},
}  # fmt: skip


class Formats:
    """The workbook's formats, each made once."""

    def __init__(self, book: Workbook, font: str) -> None:
        self.book, self.font = book, font
        self.made: dict[tuple[object, ...], Format] = {}

    def role(self, name: str, tone: Tone = Tone.PLAIN) -> Format:
        """The format of a title, note, figure …"""
        return self._make(("role", name, tone), {**ROLES[name], **TONES[tone]})

    def cell(
        self, kind: Kind, tone: Tone, *, total: bool = False, wrap: bool = False,
        places: int = 2, quote: bool = False, right: bool = False,
    ) -> Format:  # fmt: skip
        """The format of a body cell; `quote` keeps risky text text after an edit (T-01).

        Words stand a little off the cell before them; `right` sets them like figures.
        """
        key = (kind, tone, total, wrap, places, quote, right)
        if key in self.made:
            return self.made[key]
        number = NUMBERS[kind]
        if kind is Kind.MONEY:
            number = MONEY_BY_PLACES.get(places, number)
        look: dict[str, Any] = {
            "num_format": number,
            "border": 1,
            "border_color": "#D9D9D9",
        }
        look |= {"valign": "vcenter", **_aligned(kind, right=right), **TONES[tone]}
        look |= {"text_wrap": True} if wrap else {}
        look |= {"quote_prefix": True} if quote else {}
        look |= {"bold": True, "top": 2, "bg_color": "#F2F2F2"} if total else {}
        return self._make(key, look)

    def _make(self, key: tuple[object, ...], look: dict[str, Any]) -> Format:
        if key not in self.made:
            self.made[key] = self.book.add_format({"font_name": self.font, "font_size": 10, **look})
        return self.made[key]


def _aligned(kind: Kind, *, right: bool) -> dict[str, Any]:
    """Words left with a gap, days of the calendar in the middle, figures right."""
    if kind in {Kind.TEXT, Kind.ID}:
        return {"align": "right"} if right else {"align": "left", "indent": 1}
    return {"align": "center"} if kind is Kind.DATE else {}
