"""What a text must not say to a debtor: `arcollect lint`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering, AsOf, Config, Customer, Reading, Remembering
from arcollect.cli.steps import load_policy
from arcollect.cli.talk import language
from arcollect.cli.talk.telling import tell
from arcollect.errors import ExitCode, UsageError, message
from arcollect.text import Lang, text

if TYPE_CHECKING:
    from arcollect.policy import Policy
    from arcollect.views.compliance.finding import Known
    from arcollect.views.compliance.report import Found
    from arcollect.written import Paragraph

app = single()


@dataclass(frozen=True, slots=True)
class Checking:
    """Which texts, and what is known about them."""

    texts: Annotated[list[str], typer.Argument(metavar="FILE...", help="help.texts")]
    level: Annotated[
        str | None, typer.Option("--level", metavar="L1|L2|L3", help="help.lint_level")
    ] = None
    ledger: Annotated[
        str | None, typer.Option("--ledger", metavar="LEDGER", help="help.lint_ledger")
    ] = None
    customer: Customer = None
    allow: Annotated[
        list[str] | None, typer.Option("--allow", metavar="W-10=REASON", help="help.allow")
    ] = None
    as_of: AsOf = None
    config: Config = None


@app.command(cls=Command)
@spread
def lint(checking: Checking, remembering: Remembering, out: Answering) -> None:
    """Every passage that breaks a rule, with why and a better wording (R003-66, U-27).

    Exit 1 when anything has to be changed; a warning that was allowed stays in the list
    with its reason, and the reason in the register's journal.
    """
    from arcollect.views.compliance.report import lint_table

    asked = _allowed(checking.allow or ())
    level = _level(checking.level)
    read = [(name, _content(name)) for name in checking.texts]
    texts = [(name, _paragraphs(name, content)) for name, content in read]
    policy = _policy(checking, remembering)
    lang = language.speak(Lang(policy.language or _written_in(texts)))
    known, allowed = replace(_known(checking, policy), level=level), {**policy.lint.allow, **asked}
    found = [each for name, said in texts for each in _found(name, said, known, allowed)]
    table = lint_table(found, len(texts), lang, level)
    inputs = [Path(name) for name in checking.texts if name != "-"]
    emit(Answer("lint", lang, [table], inputs=inputs), out)
    passed = {(f.finding.rule, f.finding.allowed) for f in found if f.finding.rule in asked}
    _keep(policy, [content for _, content in read], passed, lang)
    if any(each.finding.is_block for each in found):
        raise typer.Exit(ExitCode.FINDING)


def _found(
    name: str, said: Sequence[Paragraph], known: Known, allowed: dict[str, str]
) -> list[Found]:
    from arcollect.views.compliance.check import check
    from arcollect.views.compliance.report import Found

    shown = "stdin" if name == "-" else Path(name).name
    found = (replace(f, allowed=allowed.get(f.rule, "")) for f in check(said, known))
    return [Found(shown, finding) for finding in found]


def _keep(
    policy: Policy, texts: Sequence[bytes], passed: Collection[tuple[str, str]], lang: Lang
) -> None:
    """What was let pass on this run goes into the journal, where there is a register."""
    from arcollect.cli.remembered import keep_allowed

    if not passed:
        return
    try:
        path = keep_allowed(policy, texts, passed)
    except UsageError:
        tell(text("lint.not_kept", lang), "yellow")
        return
    if path is not None:
        tell(text("register.written", lang, path=str(path)), "green")


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(message("lint.cannot_read", file=name, reason=reason)) from error


def _paragraphs(name: str, content: bytes) -> tuple[Paragraph, ...]:
    from arcollect.written import paragraphs

    return paragraphs("stdin.txt" if name == "-" else Path(name).name, content)


def _policy(checking: Checking, remembering: Remembering) -> Policy:
    beside = checking.ledger or checking.texts[0]
    reading = Reading(ledger=[beside], config=checking.config)
    return load_policy(reading, remembering.flags()).policy


def _written_in(texts: Sequence[tuple[str, Sequence[Paragraph]]]) -> str:
    """The language of the texts, unless another was asked for."""
    asked = language.asked_for()
    is_chinese = any("一" <= c <= "鿿" for _, said in texts for p in said for c in p.text)
    return asked or (Lang.ZH if is_chinese else language.spoken())


def _known(checking: Checking, policy: Policy) -> Known:
    """Our own names and bank, agreed rates, and with `--ledger` the customer's figures."""
    from arcollect.views.compliance.own import own_facts

    known = own_facts(policy)
    if checking.ledger is None:
        given = frozenset({checking.customer} if checking.customer else ())
        return replace(known, parties=known.parties | given)
    if not checking.customer:
        raise UsageError(message("lint.customer_wanted"))
    account = _account(checking, checking.ledger, checking.customer)
    return replace(
        known,
        parties=known.parties | account.parties | {checking.customer},
        amounts=account.amounts,
        days=account.days,
        rates=account.rates or known.rates,
    )


def _account(checking: Checking, ledger: str, customer: str) -> Known:
    from arcollect.analysis.claims.late_fee import late_fee
    from arcollect.cli.steps import read, stand_documents
    from arcollect.views.compliance.account import known_of
    from arcollect.views.explain.find import customer_key

    book = read(Reading(ledger=[ledger], config=checking.config, as_of=checking.as_of))
    position = stand_documents(book)
    key = customer_key(book.ledger, customer)
    return known_of(position, late_fee(position, book.policy), key)


def _level(asked: str | None) -> str:
    from arcollect.views.compliance.content import LEVELS

    level = (asked or "").upper()
    if level and level not in LEVELS:
        known = message("cli.choose", known=LEVELS)
        raise UsageError(message("lint.level_unknown", asked=asked), known)
    return level


def _allowed(raw: Sequence[str]) -> dict[str, str]:
    """Rule by rule the reason for letting it pass; UsageError for a block."""
    from arcollect.views.compliance.finding import BLOCKS, RULES

    found: dict[str, str] = {}
    for word in raw:
        rule, sign, reason = word.partition("=")
        rule = rule.strip().upper()
        if not (sign and reason.strip()) or rule not in RULES:
            raise UsageError(message("lint.unknown_rule", rule=word), message("lint.allow_form"))
        if rule in BLOCKS:
            raise UsageError(message("lint.allow_block", rule=rule))
        found[rule] = reason.strip()
    return found
