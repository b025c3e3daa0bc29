"""The policy as a table to read and as a file to fill."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import groupby

from arcollect.policy.keys import Key, keys
from arcollect.policy.load import LoadedPolicy
from arcollect.policy.model import Company, Policy
from arcollect.text import Lang, text
from arcollect.views.table import Column, Kind, Table, Tone

# What stands behind "# name = " for keys that have no default.
_BLANK = {
    "as_of": "2026-10-31",
    "annual_revenue": '"12,000,000.00"',
    "opening_receivables": '"1,500,000.00"',
    "industry_turnover": '"7.0"',
    "vat_rate": '"13%"',
    "small_claims_limit": '"50,000.00"',
    "opening": '"100,000.00"',
    "annual_income": '"12,000,000.00"',
    "since": "2026-06-30",
    "overdue_ratio": '"12%"',
    "overdue_ratio_cut": '"15%"',
    "overdue_ratio_cut_points": '"6%"',
    "dso": '"45"',
    "dso_cut": '"20%"',
    "turnover": '"8"',
    "turnover_gain": '"30%"',
    "collection_rate": '"80%"',
    "middle_aged_rate": '"50%"',
    "high_risk_rate": '"65%"',
    "bad_debt_ratio": '"5%"',
    "first_contact_days": "7",
    "evidence_days": "15",
    "contract_to_cash_days": "60",
    "cost": '"20,000.00"',
    "cost_ratio": '"2%"',
    "steps_logged": '"95%"',
    "cost_before": '"25,000.00"',
    "cost_cut": '"20%"',
    "bonus_rate": '"1%"',
    "current_assets": '"20,000,000.00"',
    "total_assets": '"35,000,000.00"',
}

# Writing these down says something even where it is the default: whose currency it is,
# whose assumption (`analysis.rates.settled`, `recover`). They begin as comments.
_SPOKEN = ("base_currency", "default_currency", "recover.assignment_", "recover.chance_")

_NO_FIGURES = frozenset(
    {"company", "language", "time_zone", "as_of", "rates", "worklist.scripts_folder"}
)


def policy_table(loaded: LoadedPolicy, lang: Lang) -> Table:
    """Every key with its value, where the value comes from, its rule and its meaning.

    A changed value is toned, so that it is found at a glance.
    """
    known = list(keys().values())
    toned = {"value": [Tone.WATCH if k.name in loaded.origins else Tone.PLAIN for k in known]}
    default = text("policy.default", lang)
    cells = {
        "key": [key.name for key in known],
        "value": [_shown(_value(loaded.policy, key), lang) for key in known],
        "origin": [loaded.origins.get(key.name, default) for key in known],
        "rule": [key.rule for key in known],
        "meaning": [text(f"policy.doc.{key.name}", lang) for key in known],
    }
    columns = tuple(
        Column(k, text(f"policy.{k}", lang), Kind.TEXT, v, toned.get(k, ()), wide=k == "meaning")
        for k, v in cells.items()
    )
    return Table(
        key="policy",
        title=text("policy.title", lang),
        columns=columns,
        lead=(_where(loaded, lang),),
        notes=(text("policy.precedence", lang),),
    )


def changed_table(policy: Policy, lang: Lang) -> Table:
    """Every value that changes a figure or a wording and is not the default, with the default.

    Flags and the environment count as the file does. Not in it: names and places of files
    and mail, our own company, and the rates, which are said by themselves.
    """
    changed = [key for key in keys().values() if _is_figure(key) and _is_changed(policy, key)]
    cells = {
        "key": [key.name for key in changed],
        "value": [_shown(_value(policy, key), lang) for key in changed],
        "default_value": [_shown(key.default, lang) for key in changed],
        "rule": [key.rule for key in changed],
        "meaning": [text(f"policy.doc.{key.name}", lang) for key in changed],
    }
    columns = tuple(
        Column(k, text(f"policy.{k}", lang), Kind.TEXT, v, wide=k in {"value", "meaning"})
        for k, v in cells.items()
    )
    notes = () if changed else (text("policy.unchanged", lang),)
    return Table("changed", text("policy.changed", lang), columns, notes=notes)


def _is_figure(key: Key) -> bool:
    return key.name not in _NO_FIGURES and key.section not in {"books", "records", "mail", "pdf"}


def _is_changed(policy: Policy, key: Key) -> bool:
    """Whether a value is another one; an empty table is as good as none."""
    value = _value(policy, key)
    return value != key.default and not (value in ((), {}) and not key.default)


def policy_file(lang: Lang) -> str:
    """A commented TOML with every key at its default: it reads back as `Policy()`.

    Keys that have no default, tables with names of one's own, and defaults that would
    count as ours once they are written down, are comments.
    """
    heads = ("policy.head", "policy.head_rates", "policy.head_place")
    lines = [f"# {text(head, lang)}" for head in heads]
    for section, members in groupby(sorted(keys().values(), key=_place), _heading):
        lines.append("")
        if section:
            lines.append(f"# {text(f'policy.section.{section}', lang)}")
        if section not in {"", "company"}:
            lines.append(f"[{section}]")
        for key in members:
            lines += _entry(key, lang)
    return "\n".join(lines) + "\n"


def _heading(key: Key) -> str:
    """The section an entry stands under; free tables and companies are their own."""
    return key.name if key.is_free or key.name == "company" else key.section


def _place(key: Key) -> tuple[int, int]:
    """Order in the file: plain top-level keys, sections, free tables, companies."""
    order = list(keys()).index(key.name)
    if key.name == "company":
        return 3, order
    return 2 if key.is_free else 1 if key.section else 0, order


def _entry(key: Key, lang: Lang) -> Iterator[str]:
    if key.name == "company":
        yield from _company(lang)
        return
    name = key.name.rpartition(".")[2]
    if key.is_free:
        yield f"# {text(f'policy.example.{name}', lang)}"
        return
    rule = f"  [{key.rule}]" if key.rule else ""
    yield f"# {text(f'policy.doc.{key.name}', lang)}{rule}"
    if key.of_tables:
        yield f"# {name} = {text(f'policy.example.{name}', lang)}"
    elif key.default is None:
        yield f"# {name} = {_BLANK[name]}"
    else:
        yield f"{'# ' * key.name.startswith(_SPOKEN)}{name} = {_toml(key.default)}"


def _company(lang: Lang) -> Iterator[str]:
    example = text("policy.example.company_name", lang)
    yield "# [[company]]"
    for name, info in Company.model_fields.items():
        value = _toml(example if name == "name" else info.default)
        yield f"# {name} = {value}  # {text(f'policy.doc.company.{name}', lang)}"


def _toml(value: object) -> str:
    """A value as TOML; rates and amounts as text, so that nothing is a float."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return f'"{_plain(value)}"'


def _plain(value: object) -> str:
    if isinstance(value, Fraction):
        return _rate(value)
    if isinstance(value, Decimal):
        return f"{value:,f}"
    return str(value)


def _rate(share: Fraction) -> str:
    """15 % as "15%"; a share without a finite decimal stays a fraction: "1/3"."""
    hundredth = share * 100
    rest = hundredth.denominator
    while rest % 2 == 0:
        rest //= 2
    while rest % 5 == 0:
        rest //= 5
    if rest != 1:
        return str(share)
    exact = Decimal(hundredth.numerator) / Decimal(hundredth.denominator)
    return f"{exact.normalize():f}%"


def _value(policy: Policy, key: Key) -> object:
    return reduce(getattr, key.name.split("."), policy)


def _shown(value: object, lang: Lang) -> str:
    if value is None or value in ("", (), {}):
        return text("policy.unset", lang)
    if isinstance(value, dict):
        return ", ".join(f"{k} = {_plain(v)}" for k, v in value.items())
    if isinstance(value, tuple) and not isinstance(value[0], int | str | dt.date):
        return text("policy.tables", lang, count=len(value))
    if isinstance(value, tuple):
        return ", ".join(_plain(one) for one in value)
    return str(value).lower() if isinstance(value, bool) else _plain(value)


def _where(loaded: LoadedPolicy, lang: Lang) -> str:
    if loaded.path is None:
        return text("policy.no_file", lang)
    return text("policy.file", lang, path=str(loaded.path))
