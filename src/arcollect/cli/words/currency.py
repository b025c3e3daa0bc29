"""`--rate USD=7.12 --base CNY`: in which currency the tables are."""

from __future__ import annotations

import sys
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcollect.analysis.position import Position
    from arcollect.policy.load import LoadedPolicy
    from arcollect.text import Lang
    from arcollect.views.table import Table


def with_rates(loaded: LoadedPolicy, rates: Sequence[str] | None, base: str | None) -> LoadedPolicy:
    """The policy with the rates and the base currency of this run.

    With another base than the policy's, the policy's own rates mean nothing and are
    dropped. UsageError for what cannot be read.
    """
    policy = loaded.policy
    wanted = _currency(base, "--base") if base else policy.base_currency
    kept = policy.rates if wanted == policy.base_currency else {}
    told = dict(_rate(raw) for raw in rates or ())
    changed: dict[str, object] = {"rates": {**kept, **told}}
    if base:
        changed |= {"base_currency": wanted, "in_base_currency": True}
    return replace(loaded, policy=policy.model_copy(update=changed))


def rates_named(tables: Sequence[Table], position: Position, lang: Lang) -> list[Table]:
    """The tables with the rates that were used above the first of them."""
    if position.converted is None:
        return list(tables)
    first, *others = tables
    return [replace(first, lead=(*first.lead, say(position.converted, lang))), *others]


def tell_rates(position: Position, lang: Lang) -> None:
    """The rates on stderr where the answer itself may be bare rows (csv in a pipe)."""
    if position.converted is not None and not sys.stdout.isatty():
        tell(say(position.converted, lang), "cyan")


def _rate(raw: str) -> tuple[str, Decimal]:
    currency, _, number = raw.partition("=")
    try:
        found = Decimal(number.strip())
    except InvalidOperation:
        found = Decimal(0)
    if not found.is_finite() or found <= 0:
        raise UsageError(
            message("reading.rate_unreadable", raw=raw), message("reading.rate_unreadable.fix")
        )
    return _currency(currency.strip(), "--rate"), found


def _currency(word: str, option: str) -> str:
    from arcollect.money import currency_code

    code = currency_code(word)
    if code is None:
        raise UsageError(
            message("reading.currency_unknown", word=word, option=option),
            message("reading.currency_unknown.fix"),
        )
    return code
