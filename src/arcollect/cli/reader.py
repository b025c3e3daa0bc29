"""Reading, with the two questions that only a person can answer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.cli import kept_profiles
from arcollect.cli.talk.asking import choose_column, is_somebody_there, password_for
from arcollect.cli.talk.language import spoken
from arcollect.cli.talk.telling import tell, working
from arcollect.errors import UsageError, message
from arcollect.text import Lang, text

if TYPE_CHECKING:
    from arcollect.cli.options import Reading
    from arcollect.ledger.file.locked import PasswordError
    from arcollect.ledger.options import LedgerFile, ReadOptions
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy

_MOST_QUESTIONS = 20


def read_ledger(
    files: Sequence[LedgerFile], policy: Policy, options: ReadOptions, reading: Reading
) -> Ledger:
    """The ledger; on a terminal, missing passwords and doubtful columns are asked for.

    In cron the same doubt is an error that names the columns and the `--map` to give.
    Profiles are tried by their headers; `--profile` names one. Rows of a log sheet that
    cannot be taken are added to its problems.
    """
    from arcollect.ledger import read
    from arcollect.ledger.file.locked import PasswordError
    from arcollect.ledger.question import AmbiguousColumnsError

    options = _with_profiles(options, reading)
    for _ in range(_MOST_QUESTIONS):
        try:
            with working("cli.reading", quiet=reading.quiet):
                ledger = read(files, policy, options)
            break
        except AmbiguousColumnsError as error:
            answer = choose_column(error.question) if is_somebody_there() else None
            if answer is None:
                raise
            options = replace(options, maps={**options.maps, error.question.name: answer})
        except PasswordError as error:
            options = replace(options, password=_asked_password(error))
    _tell_profiles(ledger, policy, quiet=reading.quiet)
    return _with_log_problems(ledger)


def _with_log_problems(ledger: Ledger) -> Ledger:
    """Rows of the ledger's own log sheet that are not taken are problems like any other."""
    if not ledger.log:
        return ledger
    from arcollect.analysis.chase.log.entries import sheet_problems

    return replace(ledger, problems=(*ledger.problems, *sheet_problems(ledger)))


def password(reading: Reading) -> str | None:
    """The password of `--password-file` (its first line), else ARCOLLECT_PASSWORD.

    Never an argument: other users of the computer see the arguments of a program.
    """
    if reading.password_file is None:
        return os.environ.get("ARCOLLECT_PASSWORD") or None
    path = Path(reading.password_file)
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise UsageError(
            message("cli.password_file", path=str(path)), message("cli.password_file_hint")
        ) from None
    return next(iter(lines), "") or None


def _asked_password(error: PasswordError) -> str:
    typed = password_for(error.name) if error.can_open and is_somebody_there() else None
    if typed is None:
        raise error
    return typed


def _with_profiles(options: ReadOptions, reading: Reading) -> ReadOptions:
    options = replace(options, password=password(reading))
    if reading.profile:
        asked = (kept_profiles.load(reading.profile),)
        return replace(options, profiles=asked, is_profile_asked=True)
    return replace(options, profiles=kept_profiles.readable())


def _tell_profiles(ledger: Ledger, policy: Policy, *, quiet: bool) -> None:
    used = ledger.source.profiles
    if used and not quiet:
        lang = Lang(policy.language or ledger.source.language or spoken())
        tell(text("profiles.used", lang, names=used), "cyan")
