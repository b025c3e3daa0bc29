"""Drafts leave the house, or show that they would: `arcollect mail`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli import clock
from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering, Config, Format, Remembering
from arcollect.cli.remembered import known_without_ledger, path_without_ledger
from arcollect.cli.talk.asking import is_somebody_there
from arcollect.cli.talk.language import asked_for, speak, spoken
from arcollect.cli.talk.telling import tell
from arcollect.errors import ExitCode, UsageError, message
from arcollect.text import Lang, text

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.cli.chase.mailing.drafts import Draft
    from arcollect.policy import Policy
    from arcollect.register.entries import History
    from arcollect.views.table import Table

app = single()


@dataclass(frozen=True, slots=True)
class Sending:
    """Which drafts, and whether they really go."""

    paths: Annotated[list[str], typer.Argument(metavar="EML...", help="help.drafts")]
    send: Annotated[bool, typer.Option("--send", help="help.send")] = False
    yes: Annotated[bool, typer.Option("--yes", help="help.yes")] = False
    mail_password_file: Annotated[
        str | None, typer.Option("--mail-password-file", metavar="FILE", help="help.mail_password")
    ] = None
    config: Config = None
    format: Format = None


@dataclass(frozen=True, slots=True)
class _Desk:
    """What one run has before it."""

    policy: Policy
    lang: Lang
    history: History
    register: Path | None
    day: dt.date


@app.command(cls=Command)
@spread
def mail(sending: Sending, remembering: Remembering) -> None:
    """A rehearsal, unless `--send` is given and confirmed."""
    from arcollect.cli.chase.mailing.drafts import drafts, state

    found = drafts(sending.paths)
    desk = _desk(sending, remembering)
    results = [state(draft, desk.history, desk.day) for draft in found]
    if sending.send:
        results = _send(found, results, sending, desk)
    table = _table(found, results, desk.lang)
    emit(Answer("mail", desk.lang, [table]), Answering(None, sending.format))
    if not sending.send:
        tell(text("mail.dry", desk.lang), "yellow")
        return
    sent = results.count("was_sent")
    tell(text("mail.sent_count", desk.lang, count=sent), "green")
    if any(result.startswith("refused:") for result in results):
        raise typer.Exit(ExitCode.OUTPUT)


def _desk(sending: Sending, remembering: Remembering) -> _Desk:
    from arcollect.policy.load import Places, load
    from arcollect.register.entries import History
    from arcollect.register.store import whole

    config = Path(sending.config) if sending.config else None
    first = Path(sending.paths[0])
    beside = (first if first.is_dir() else first.parent).resolve().parent
    policy = load(config, Places(beside, Path.cwd(), os.environ), remembering.flags()).policy
    lang = speak(Lang(asked_for() or policy.language or spoken()))
    day = clock.today(policy.time_zone)
    register = _register(policy, must_be_known=sending.send)
    history = whole.history(register) if register else History()
    return _Desk(policy, lang, history, register, day)


def _register(policy: Policy, *, must_be_known: bool) -> Path | None:
    """Sending without a register could send twice; a rehearsal can do without one."""
    if not policy.records.keep:
        return None
    return path_without_ledger(policy) if must_be_known else known_without_ledger(policy)


def _send(found: Sequence[Draft], results: list[str], sending: Sending, desk: _Desk) -> list[str]:
    """Hand over what may go, after a yes; each is noted once the server took it."""
    from arcollect.cli.chase.mailing.smtp import connected, deliver, password

    ready = [draft for draft, result in zip(found, results, strict=True) if not result]
    if not ready:
        raise UsageError(message("mail.none"))
    secret = password(desk.policy.mail, sending.mail_password_file)
    if not _confirmed(len(ready), sending, desk.lang):
        raise typer.Exit(ExitCode.USAGE)
    said = dict.fromkeys((str(d.path) for d in ready), "")
    with connected(desk.policy.mail, secret) as server:
        for draft in ready:
            why = deliver(server, draft.bare())
            said[str(draft.path)] = f"refused:{why}" if why else "was_sent"
            if not why:
                _note(draft, desk)
    pairs = zip(found, results, strict=True)
    return [said.get(str(draft.path), "") or result for draft, result in pairs]


def _confirmed(count: int, sending: Sending, lang: Lang) -> bool:
    if sending.yes:
        return True
    if not is_somebody_there():
        raise UsageError(message("mail.needs_yes"))
    return typer.confirm(text("mail.confirm", lang, count=count), err=True)


def _note(draft: Draft, desk: _Desk) -> None:
    """The register says that it went out today, by e-mail."""
    from arcollect.cli.chase.mailing.drafts import statement_of
    from arcollect.register.store import letters, whole
    from arcollect.register.store.opening import writing

    if desk.register is None or not desk.register.exists():
        return
    if draft.kind == "statement":
        entry = statement_of(draft, desk.history)
        if entry is not None:
            whole.keep(desk.register, [replace(entry, sent_on=desk.day)])
        return
    if any(entry.number == draft.mark for entry in desk.history.letters):
        with writing(desk.register) as file:
            letters.mark_sent(file, draft.mark, letters.Mark(desk.day, desk.day, "email"))


def _table(found: Sequence[Draft], results: Sequence[str], lang: Lang) -> Table:
    from arcollect.views.table import Column, Kind, Table

    def column(key: str, values: list[str]) -> Column:
        return Column(key, text(f"mail.{key}", lang), Kind.TEXT, values, wide=key == "about")

    columns = (
        column("file", [d.path.name for d in found]),
        column("to", [d.to for d in found]),
        column("cc", [str(d.mail["Cc"] or "") for d in found]),
        column("about", [str(d.mail["Subject"] or "") for d in found]),
        column("what", list(_said(results, lang))),
    )
    return Table("mail", text("mail.title", lang), columns)


def _said(results: Sequence[str], lang: Lang) -> Iterator[str]:
    for result in results:
        key, _, why = result.partition(":")
        yield text(f"mail.{key or 'would_send'}", lang, why=why)
