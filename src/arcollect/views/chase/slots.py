"""The parts of a letter that are built from facts, not written in a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from arcollect.errors import UsageError, message
from arcollect.text import Lang, listed, text
from arcollect.views.block import (
    Align,
    Block,
    Grid,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    PayTo,
    Run,
    Sign,
    Style,
    Text,
)
from arcollect.views.chase.fee_rows import STEP
from arcollect.views.chase.template import clean

Facts: TypeAlias = Mapping[str, Any]

_RIGHT = frozenset({"amount", "open", "demanded", "fee", "days"})
COLUMNS = (
    "document", "invoice", "order", "contract", "goods", "issued", "issued_iso", "due_iso",
    "days", "amount", "open", "demanded", "fee", "formula",
)  # fmt: skip


_BETWEEN: Mapping[Lang, str] = {Lang.ZH: "　", Lang.EN: " · "}
_SUMMED = ("demanded", "open")
_LESS: Mapping[object, str] = {
    "": "less_unapplied", "part": "less_both", "all": "less_credited"
}  # fmt: skip
_FORM_ROWS = 4
_ROOM_TO_WRITE, _ROOM_TO_SEAL = 22, 44  # points
_NET: Mapping[object, str] = {
    True: "advance",
    False: "balance",
}  # of an account; other papers demand


def slot(name: str, body: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """The blocks of one fenced slot: ```items, ```pay-to, ```sign …

    Values come from the facts as they are (a customer called `**x**` stays
    so); `body` may list the columns of a table. Raises UsageError for a slot
    or column that does not exist.
    """
    if name not in SLOTS:
        raise _unknown(name, SLOTS)
    return SLOTS[name](body, facts, lang)


def _letterhead(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    own = facts["own"]
    parts = [
        text(f"letters.{k}", lang, value=clean(own[k]))
        for k in ("address", "phone", "email")
        if own[k]
    ]
    head = Letterhead(
        name=clean(own["name"]),
        lines=(_BETWEEN[lang].join(parts),) if parts else (),
        reference=facts["reference"],
        copies=facts["copies"],
    )
    return (head,)


def _address(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    to = text("letters.to", lang) + clean(facts["customer"])
    lines = [Text((Run(to, bold=True),), Style.PLAIN)]
    if facts["customer_address"]:
        where = text("letters.address", lang, value=clean(facts["customer_address"]))
        lines.append(_plain(where))
    if facts["addressee"]:
        who = text("letters.attention", lang, name=clean(facts["addressee"]))
        lines.append(_plain(who))
    return tuple(lines)


def _salutation(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    said = text("letters.colon", lang, name=clean(facts["salutation"]))
    return (Text((Run(said),), Style.GREETING),)


def _items(body: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """The documents with their total; a net line where money waits to be applied."""
    names = _columns(body, facts)
    unit = facts["currency"]
    rows = tuple(tuple(_cell(i, n) for n in names) for i in facts["items"])
    titles = tuple(text(f"letters.col_{n}", lang, currency=unit) for n in names)
    aligns = tuple(Align.RIGHT if n in _RIGHT else Align.LEFT for n in names)
    foot = [("sum", facts["gross_bare"])]
    if facts["unapplied"]:
        foot.append((_LESS[facts["credited"]], facts["unapplied_bare"]))
        foot.append((_NET.get(facts.get("we_owe"), "net"), facts["total_bare"]))
    return (Grid(titles, aligns, rows, tuple(_foot(k, v, names, lang) for k, v in foot)),)


def _foot(key: str, value: str, names: list[str], lang: Lang) -> tuple[str, ...]:
    label = text(f"letters.{key}", lang)
    return (label, *(value if n in _SUMMED else "" for n in names[1:]))


def _columns(body: str, facts: Facts) -> list[str]:
    """The columns asked for, less those that no document has a value for."""
    asked = [name.strip() for name in body.replace("\n", ",").split(",") if name.strip()]
    for name in asked:
        if name not in COLUMNS:
            raise _unknown(name, COLUMNS)
    full = [n for n in asked if any(str(i[n]) for i in facts["items"])]
    return [n for n in full if n != "amount" or any(i["has_part"] for i in facts["items"])]


def _cell(item: Facts, name: str) -> str:
    return clean(str(item[name]))


def _fees(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    del lang
    lines = facts["fee_lines"]
    return (Listing(tuple((Run(line),) for line in lines)),) if lines else ()


def _paid_late(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """A table of its own, so that nobody takes it for a part of the principal."""
    is_here = facts["paid_late"] and not facts["paid_late_annexed"]
    return (_paid_late_grid(facts, lang),) if is_here else ()


def _paid_late_grid(facts: Facts, lang: Lang) -> Grid:
    names = ("document", "due_iso", "paid_iso", "formula", "fee")
    return Grid(
        titles=tuple(text(f"letters.col_{n}", lang, currency=facts["currency"]) for n in names),
        aligns=(*(Align.LEFT,) * 4, Align.RIGHT),
        rows=tuple(tuple(_cell(fee, n) for n in names) for fee in facts["paid_late"]),
        foot=((text("letters.sum", lang), "", "", "", facts["paid_late_bare"]),),
    )


def _pay_to(body: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """Our account; where it is unknown nothing, or lines to fill in for body `blank`."""
    own = facts["own"]
    names = ("account_name", "bank", "bank_account")
    if not own["bank_account"]:
        blanks = tuple((text(f"letters.{n}", lang), text("letters.blank", lang)) for n in names)
        return (PayTo(text("letters.pay_to", lang), blanks),) if body.strip() == "blank" else ()
    pairs = [(text(f"letters.{n}", lang), clean(own[n])) for n in names if own[n]]
    note = text("letters.pay_reference_text", lang, reference=facts["reference"])
    pairs.append((text("letters.pay_reference", lang), note))
    return (PayTo(text("letters.pay_to", lang), tuple(pairs)),)


def _plan(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """The dated payments of a plan with their total."""
    if not facts["plan"]:
        return ()
    names = ("number", "due_iso", "amount", "left")
    grid = Grid(
        titles=tuple(text(f"letters.plan_{n}", lang, currency=facts["currency"]) for n in names),
        aligns=(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT),
        rows=tuple(tuple(part[n] for n in names) for part in facts["plan"]),
        foot=((text("letters.sum", lang), "", facts["total_bare"], ""),),
    )
    return (grid,)


def _plan_form(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """A payment plan to fill in by hand (R003-83)."""
    names = ("number", "due_iso", "amount", "left")
    titles = tuple(text(f"letters.plan_{n}", lang, currency=facts["currency"]) for n in names)
    rows = tuple((str(n), "", "", "") for n in range(1, _FORM_ROWS + 1))
    return (Grid(titles, (Align.LEFT,) * len(names), rows, room=_ROOM_TO_WRITE),)


def _new_page(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    del facts, lang
    return (PageBreak(),)


def _both_sign(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """The places of both sides of an agreement, side by side; the hand fills them in."""
    sides = (clean(facts["own"]["name"]), clean(facts["customer"]))
    titles = tuple(text(f"letters.side_{n}", lang, name=name) for n, name in enumerate(sides, 1))
    names = ("seal", "signer", "date") if facts["own"]["seal"] else ("signer", "date")
    blanks = tuple(text(f"letters.blank_{n}", lang) for n in names)
    rows = tuple((blank, blank) for blank in blanks)
    return (Grid(titles, (Align.LEFT, Align.LEFT), rows, room=_ROOM_TO_SEAL),)


def _copied(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    if not facts["cc"]:
        return ()
    names = listed((clean(n) for n in facts["cc"]), lang)
    return (_plain(text("letters.copied", lang, names=names)),)


def _enclosures(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    if not facts["enclosures"]:
        return ()
    names = listed(facts["enclosures"], lang)
    return (_plain(text("letters.enclosures", lang) + names),)


def _sign(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    own = facts["own"]
    lines = [clean(own["name"])]
    if own["signer"]:
        key = "letters.signed_by_titled" if own["signer_title"] else "letters.signed_by"
        named = {"name": clean(own["signer"]), "title": clean(own["signer_title"])}
        lines.append(text(key, lang, **named))
    lines.append(facts["date"])
    mark = text("letters.seal", lang, seal=own["seal"]) if own["seal"] else ""
    return (Sign(tuple(lines), mark or text("letters.blank", lang)),)


def _annex(_: str, facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """The fee on pages of its own: of every document where there are many, and step by step."""
    blocks = (*_annexed_fees(facts, lang), *_annexed_paid_late(facts, lang))
    steps = _annexed_steps(facts, lang)
    return (*blocks, *steps) if blocks or not steps else (PageBreak(), *steps)


def _annexed_fees(facts: Facts, lang: Lang) -> tuple[Block, ...]:
    if not facts["is_annexed"]:
        return ()
    names = ["document", "formula", "fee"]
    charged = [i for i in facts["items"] if i["formula"]]
    grid = Grid(
        titles=tuple(text(f"letters.col_{n}", lang, currency=facts["currency"]) for n in names),
        aligns=(Align.LEFT, Align.LEFT, Align.RIGHT),
        rows=tuple((_cell(i, "document"), i["formula"], i["fee"]) for i in charged),
        foot=((text("letters.sum", lang), "", facts["fee_bare"]),),
    )
    return (PageBreak(), Heading(facts["enclosures"][0], 2), grid)


def _annexed_steps(facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """Each step a row: from, to, days, base, rate and fee, not rounded."""
    if not facts["fee_steps"]:
        return ()
    right = {"days", "base", "fee"}
    grid = Grid(
        titles=tuple(
            text(f"letters.step_{name}", lang, currency=facts["currency"]) for name in STEP
        ),
        aligns=tuple(Align.RIGHT if name in right else Align.LEFT for name in STEP),
        rows=tuple(tuple(clean(row[name]) for name in STEP) for row in facts["fee_steps"]),
    )
    heading = Heading(text("letters.annex_steps", lang), 2)
    return (heading, grid, Text((Run(text("fee.rounding", lang)),), Style.NOTE))


def _annexed_paid_late(facts: Facts, lang: Lang) -> tuple[Block, ...]:
    if not facts["paid_late_annexed"]:
        return ()
    title = text("letters.annex_paid_late", lang, count=facts["paid_late_count"])
    return (PageBreak(), Heading(title, 2), _paid_late_grid(facts, lang))


def _plain(said: str) -> Text:
    return Text((Run(said),), Style.PLAIN)


def _unknown(name: str, known: Mapping[str, object] | tuple[str, ...]) -> UsageError:
    return UsageError(message("letters.bad_slot", slot=name, known=list(known)))


SLOTS: Mapping[str, Callable[[str, Facts, Lang], tuple[Block, ...]]] = {
    "letterhead": _letterhead,
    "address": _address,
    "salutation": _salutation,
    "items": _items,
    "fees": _fees,
    "paid-late": _paid_late,
    "pay-to": _pay_to,
    "plan": _plan,
    "plan-form": _plan_form,
    "new-page": _new_page,
    "copied": _copied,
    "enclosures": _enclosures,
    "sign": _sign,
    "both-sign": _both_sign,
    "annex": _annex,
}
