"""What the cells under a header look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from arcollect.ledger.headers.normalise import as_text
from arcollect.patterns import Pattern

_DATE = Pattern(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}.*|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}.*|(?:19|20)\d{6}"
    r"|\d{1,2}[- ][a-z]{3,9}[- ,]+\d{2,4}|[a-z]{3,9}\.? \d{1,2},? \d{4}",
    re.IGNORECASE,
)
_PERIOD = Pattern(r"(?:19|20)\d{2}(?:[-/.年]?(?:0?[1-9]|1[0-2])月?)|(?:19|20)\d{2}年")
_MONTH = Pattern(r"(?:0?[1-9]|1[0-2])月?")
_DAYS = Pattern(r"\d{1,3}(?:天|日|days?)?", re.IGNORECASE)
_MONEY = Pattern(r"[(\-+￥¥$€£]*\s*\d[\d, ]*(?:\.\d+)?\)?-?|-?\d{1,3}(?:\.\d{3})*,\d{2}")
_PRICE = Pattern(r"[.,￥¥$€£]")
_FLAG = Pattern(r"[01yn是否有无√xv]|yes|no|true|false", re.IGNORECASE)
_MARK = Pattern(r"[\u221a\u2713\u2714\u2611\u00d7\u2717\u2718\u25a1\u2610是否]|yes|no")
_RECEIVABLES = Pattern(
    r".*(?:accounts? receivable|trade (?:debtors|receivables)|\ba/?r\b|应收账款|应收款).*",
    re.IGNORECASE,
)
_TERMS = Pattern(
    r".*(?:\d+\s*(?:天|日|days?|个月)|月结|票到|货到|款到|见票|预付|验收|质保|现款|货到付款"
    r"|\bnet\b|\beom\b|\bcod\b|prepa|on receipt).*|n?\d{1,3}|\d+/\d+.*",
    re.IGNORECASE | re.DOTALL,
)


def looks_like(kind: str, cells: Sequence[object]) -> bool:
    """Whether four in five non-blank cells look like `kind`; no cells look like nothing.

    Kinds: date, period (a month of a year), month (1–12), days (a day count), money,
    priced (money of which some shows a point, a comma or a currency sign: 1, 2, 3 may be
    numbers of documents), receivables (an account of the general ledger), flag (yes
    or no), terms (payment terms), name (words that are
    none of these). Serial numbers of dates count as dates from 1990 to 2079
    (32,874–65,745). mark: a flag that is no figure.
    """
    texts = [as_text(c).strip() for c in cells]
    filled = [t for t in texts if t]
    if kind == "priced":
        return looks_like("money", cells) and any(_PRICE.search(t) for t in filled)
    alike = sum(_TESTS[kind](t) for t in filled)
    return bool(filled) and alike * 5 >= len(filled) * 4


def _is_date(text: str) -> bool:
    is_serial = text.isdigit() and len(text) == 5 and 32874 <= int(text) <= 65745
    return is_serial or bool(_DATE.fullmatch(text))


def _is_name(text: str) -> bool:
    return not _is_date(text) and not _MONEY.fullmatch(text) and not _TERMS.fullmatch(text)


def _full(pattern: Pattern) -> Callable[[str], bool]:
    return lambda text: bool(pattern.fullmatch(text))


_TESTS: Mapping[str, Callable[[str], bool]] = {
    "date": _is_date,
    "period": _full(_PERIOD),
    "month": _full(_MONTH),
    "days": _full(_DAYS),
    "money": _full(_MONEY),
    "flag": _full(_FLAG),
    "mark": lambda text: bool(_MARK.fullmatch(text.lower())),
    "terms": _full(_TERMS),
    "receivables": _full(_RECEIVABLES),
    "name": _is_name,
}
