"""Document currency or local currency (原币/本位币): never both in one figure."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.errors import Message, message
from arcollect.ledger.headers.names.fields import Index
from arcollect.ledger.headers.normalise import normal

_MONEY = {"amount_minor": "base_amount", "open_minor": "base_open"}
_SIDES = {"debit_minor", "credit_minor"}
_LOCAL_WORDS = (
    "本位币",
    "本币",
    "折人民币",
    "localcur",
    "companycodecurrency",
    "cocdcrcy",
    "accountingcurrency",
    "reportingcurrency",
    "loccur",
    "lcy",
    "baseamount",
    "localbalance",
    "basebalance",
    "dmbtr",
)


def one_scale(given: dict[int, str], cells: Sequence[str], index: Index) -> tuple[Message, ...]:
    """Make the money columns speak one currency; changes `given`.

    Where only local-currency columns exist they are the money, and the currency
    column must be the local one too: the document's 币别 would make dollars of yuan.
    Where an amount in local currency stands beside a balance in the document's, the
    balance alone is used; a local balance pulls a local amount with it if there is one.
    The sides of an account (本期应收本币, 本期收回本币) are money as well.
    """
    sides = [c for c, name in given.items() if name in _SIDES]
    if sides:
        return _local_currency(given, cells) if _is_local(cells[sides[0]]) else ()
    columns = {name: c for c, name in given.items() if name in _MONEY}
    local = {name for name, c in columns.items() if _is_local(cells[c])}
    if not local or "base_open" not in index.fields:
        return ()
    if local != set(columns):
        return _mixed(given, columns, local)
    return _local_currency(given, cells)


def _mixed(given: dict[int, str], columns: dict[str, int], local: set[str]) -> tuple[Message, ...]:
    if "amount_minor" in local:
        given[columns["amount_minor"]] = "base_amount"
        return ()
    other = next((c for c, name in given.items() if name == "base_amount"), None)
    if other is None:
        return (message("headers.mixed_scale"),)
    given[columns["amount_minor"]] = "document_amount"
    given[other] = "amount_minor"
    return ()


def _local_currency(given: dict[int, str], cells: Sequence[str]) -> tuple[Message, ...]:
    by_name = {name: c for c, name in given.items()}
    document, base = by_name.get("currency"), by_name.get("base_currency")
    if document is None and base is None:
        return ()
    if document is not None:
        given[document] = "document_currency"
    if base is not None:
        given[base] = "currency"
        return ()
    said = cells[document] if document is not None else ""
    return (message("headers.local_only", header=said.strip()),)


def _is_local(header: str) -> bool:
    key = normal(header)
    return key == "fbalanceamt" or any(word in key for word in _LOCAL_WORDS)
