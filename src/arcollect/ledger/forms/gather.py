"""All sheets read, before they are one ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from arcollect.errors import Severity, message
from arcollect.ledger.forms.identity import Directory
from arcollect.ledger.forms.items.build import ItemSheet, read_items
from arcollect.ledger.forms.items.lines import count_documents_once
from arcollect.ledger.forms.items.states import close_paid
from arcollect.ledger.forms.merges import learn_merges, name_kept
from arcollect.ledger.forms.sheet.currency import header_currency
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.tables.build import TableSheet
from arcollect.ledger.forms.tables.customers import read_contacts, read_customers
from arcollect.ledger.forms.tables.receipts import read_receipts
from arcollect.ledger.forms.tables.sales import read_sales
from arcollect.ledger.options import ReadOptions
from arcollect.money import currency_code
from arcollect.policy import Policy

_OF_ITEMS = frozenset({"items", "journal"})


@dataclass(slots=True)
class Gathered:
    """The typed sheets by role; the typed-in books come before the ledger's own."""

    policy: Policy
    options: ReadOptions
    found: list[FoundSheet]
    items: list[ItemSheet] = field(default_factory=list)
    receipts: list[TableSheet] = field(default_factory=list)
    customers: list[TableSheet] = field(default_factory=list)
    contacts: list[TableSheet] = field(default_factory=list)
    sales: list[TableSheet] = field(default_factory=list)
    directory: Directory = field(default_factory=Directory)
    by_line: bool = False
    is_closed_by_status: bool = False

    def tables(self) -> list[TableSheet]:
        """All sheets beside the items."""
        return [*self.receipts, *self.customers, *self.contacts, *self.sales]


def gather(
    found: Sequence[FoundSheet],
    typed_in: Sequence[FoundSheet],
    policy: Policy,
    options: ReadOptions,
) -> Gathered:
    """Read every sheet in its role; then customer keys, which need all of them.

    The items come first: where they are in one currency, it is that of the sheets beside
    them which name none.
    """
    gathered = Gathered(policy, options, [*found, *typed_in])
    in_order = sorted([*typed_in, *found], key=lambda sheet: sheet.role not in _OF_ITEMS)
    for sheet in in_order:
        if sheet.role not in _OF_ITEMS and gathered.policy is policy:
            gathered.policy = _of_one_currency(gathered)
        _read(gathered, sheet)
    _tell_currency(gathered)
    _learn(gathered)
    if not gathered.receipts:  # where receipts are listed they say what was paid
        items = [sheet for sheet in gathered.items if sheet.found.role == "items"]
        closed = [close_paid(sheet.body, sheet.draft, sheet.keep) for sheet in items]
        gathered.is_closed_by_status = any(closed)
    if any(sheet.found.role == "journal" for sheet in gathered.items):
        _settle_journals(gathered.items)
    return gathered


def _settle_journals(sheets: Sequence[ItemSheet]) -> None:
    # most ledgers have no journal: its rules are loaded where one stands
    from arcollect.ledger.forms.journal.carried import count_openings_once  # noqa: PLC0415
    from arcollect.ledger.forms.journal.vouchers import tell_vouchers_apart  # noqa: PLC0415

    count_openings_once(sheets)
    tell_vouchers_apart(sheets)


def _read(gathered: Gathered, sheet: FoundSheet) -> None:
    policy, options = gathered.policy, gathered.options
    match sheet.role:
        case "items" | "journal":
            read = read_items(sheet, policy, options)
            gathered.by_line |= sheet.role == "items" and count_documents_once(read)
            gathered.items.append(read)
        case "receipts":
            gathered.receipts.append(read_receipts(sheet, policy, options))
        case "customers":
            gathered.customers.append(read_customers(sheet, policy, options))
            people = read_contacts(sheet)
            if people.draft.rows:
                gathered.contacts.append(people)
        case "contacts":
            gathered.contacts.append(read_contacts(sheet))
        case "sales":
            gathered.sales.append(read_sales(sheet, policy))


def _of_one_currency(gathered: Gathered) -> Policy:
    """The policy, with the items' only currency for amounts that name none.

    Not where the policy says itself what an amount without a currency is.
    """
    policy = gathered.policy
    named = {w for s in gathered.items for w in s.draft.text("currency").words if w}
    is_one = len(named) == 1 and all(currency_code(word) == word for word in named)
    if not is_one or "default_currency" in policy.model_fields_set:
        return policy
    return policy.model_copy(update={"default_currency": named.pop()})


def _tell_currency(gathered: Gathered) -> None:
    """Say where a sheet took its currency from the items; the usual one needs no words."""
    currency = gathered.policy.default_currency
    if currency == type(gathered.policy)().default_currency:
        return
    for table in gathered.tables():
        headers = [match.header for match in table.body.matches.values()]
        names_it = table.body.has("currency") or any(map(header_currency, headers))
        if not names_it and currency in table.draft.text("currency").words:
            said = message("reading.ledger_currency", currency=currency)
            fix = message("reading.sheet_currency.fix")
            table.place.tell(Severity.NOTICE, said, remedy=fix)


def _learn(gathered: Gathered) -> None:
    """One customer key for all sheets: code, else the name's only code, else the name."""
    drafts = [s.draft for s in gathered.items] + [t.draft for t in gathered.tables()]
    for draft in drafts:
        gathered.directory.learn(draft.text("_code"), draft.text("customer"))
    learn_merges(gathered.directory, gathered.customers)
    for draft in drafts:
        codes, names = draft.text("_code"), draft.text("customer")
        draft.texts["customer_key"] = gathered.directory.keys(codes, names)
        named = codes.each(lambda c: gathered.directory.name_of(c) or c)
        draft.texts["customer"] = names.or_else(named)
    name_kept(gathered.directory, gathered.customers)
