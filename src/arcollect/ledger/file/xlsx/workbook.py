"""Which sheets a workbook has, and which cell styles are dates or show a currency."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from arcollect.currencies import currency_code
from arcollect.ledger.file.xlsx.archive import Archive, Damaged

# Built-in number formats that are dates or times: 14-22 and 45-47 everywhere,
# 27-36 and 50-58 in Chinese, Japanese and Korean Excel (31 is yyyy年m月d日).
_BUILTIN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)
_TAGGED = re.compile(r"\[\$([^\]-]+)(?:-([0-9A-Fa-f]+))?[^\]]*\]")  # [$€-407]
_BRACKETS = re.compile(r"\[[^\]]*\]")  # colours, conditions, countries
_QUOTED = re.compile(r'"([^"]+)"|\\(.)|([$€£¥￥₩₹])')  # "US$" \$ €
# The bare signs of Windows' locales that mean more than one currency.
_LOCAL_SIGNS = {
    ("$", 0x0C04): "HKD", ("$", 0x0404): "TWD", ("$", 0x1009): "CAD", ("$", 0x0C0C): "CAD",
    ("$", 0x0C09): "AUD", ("$", 0x1004): "SGD", ("$", 0x1409): "NZD", ("$", 0x080A): "MXN",
    ("¥", 0x0411): "JPY", ("￥", 0x0411): "JPY",
}  # fmt: skip
_MOST_STYLES = 1_000_000


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One worksheet: its name on the tab, its part in the zip, hidden or not."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the small parts say about all sheets."""

    sheets: tuple[SheetPart, ...]
    strings: str  # name of the shared strings part, "" if there is none
    date_styles: frozenset[int]
    money_styles: Mapping[int, str]  # cell style → the currency that its format shows
    date_1904: bool
    has_links: bool  # formulas may show values from other files (T-37)


def read_workbook(archive: Archive) -> Workbook:
    """Sheets in tab order with everything needed to read them; raises Damaged."""
    home = _office_document(archive)
    root = _xml(archive, home)
    links = dict(_relations(archive, home))
    kinds = dict(links.values())
    styles = kinds.get("styles", "")
    dates, money = _styles(archive, styles) if styles in archive else (frozenset[int](), {})
    return Workbook(
        sheets=tuple(_sheets(root, links, archive)),
        strings=kinds.get("sharedStrings", ""),
        date_styles=dates,
        money_styles=money,
        date_1904=_is_1904(root),
        has_links="externalLink" in kinds,
    )


def _office_document(archive: Archive) -> str:
    for _, (kind, part) in _relations(archive, ""):
        if kind == "officeDocument" and part in archive:
            return part
    return "xl/workbook.xml"


def _relations(archive: Archive, part: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Relation id → (last word of its type, target part)."""
    folder, file = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{file}.rels")
    if path not in archive:
        return
    for link in _xml(archive, path):
        target = link.get("Target", "").replace("\\", "/")
        whole = target if target.startswith("/") else posixpath.join(folder, target)
        kind = link.get("Type", "").rpartition("/")[2]
        yield link.get("Id", ""), (kind, posixpath.normpath(whole).lstrip("/"))


def _sheets(
    root: Element, links: dict[str, tuple[str, str]], archive: Archive
) -> Iterator[SheetPart]:
    for sheet in _all(root, "sheet"):
        ids = [value for key, value in sheet.items() if key.endswith("}id")]
        kind, part = links.get(ids[0] if ids else "", ("", ""))
        if kind in ("chartsheet", "dialogsheet") or "macro" in kind.lower():
            continue
        if part not in archive:
            raise Damaged(part)
        hidden = sheet.get("state", "visible") != "visible"
        yield SheetPart(sheet.get("name", ""), part, hidden)


def _is_1904(root: Element) -> bool:
    said = [found.get("date1904", "0") for found in _all(root, "workbookPr")]
    return any(value in ("1", "true") for value in said)


def _styles(archive: Archive, part: str) -> tuple[frozenset[int], dict[int, str]]:
    """The cell styles that are dates, and those that show a currency."""
    root = _xml(archive, part)
    dates, money = set(_BUILTIN_DATES), dict[int, str]()
    for custom in _all(root, "numFmt"):
        number = _whole(custom.get("numFmtId"))
        dates.discard(number)
        if is_date_format(custom.get("formatCode", "")):
            dates.add(number)
        elif currency := format_currency(custom.get("formatCode", "")):
            money[number] = currency
    cells = next(iter(_all(root, "cellXfs")), None)
    if cells is None or len(cells) > _MOST_STYLES:
        return frozenset(), {}
    used = [_whole(style.get("numFmtId")) for style in cells]
    return (
        frozenset(style for style, number in enumerate(used) if number in dates),
        {style: money[number] for style, number in enumerate(used) if number in money},
    )


def is_date_format(code: str) -> bool:
    """Whether a number format shows a date or a time.

    Text in quotes, colours, locales and conditions do not count, so that
    0.00"元" and [Red]0.00 are numbers and [$-804]yyyy"年"m"月" is a date. Only
    the first section is asked. General"日" is a number.
    """
    bare = _NOT_LETTERS.sub("", code.partition(";")[0]).lower()
    letters = bare.replace("general", "")
    return bool(_DATE_LETTERS.search(letters)) and not re.search(r"[#?]", letters)


def format_currency(code: str) -> str:
    """The ISO code of the currency that a number format shows, "" for none.

    [$€-407] and "US$" name it; a bare $ or ¥ with a country means that country's. Only the
    first section is asked. Built-in formats show the currency of whoever looks: none.
    """
    first = code.partition(";")[0]
    for sign, country in _TAGGED.findall(first):
        known = _LOCAL_SIGNS.get((sign.strip(), int(country, 16) & 0xFFFF if country else 0))
        if known or (known := currency_code(sign)):
            return known
    bare = _BRACKETS.sub("", first)
    words = ("".join(found).strip() for found in _QUOTED.findall(bare))
    return next((named for word in words if (named := currency_code(word))), "")


def _all(root: Element, tag: str) -> list[Element]:
    return [found for found in root.iter() if _local(found) == tag]


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _whole(value: str | None) -> int:
    return int(value) if value and value.isdecimal() else 0


def _xml(archive: Archive, part: str) -> Element:
    try:
        root: Element = fromstring(bytes(archive.whole(part)))
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Damaged(part) from error
    return root
