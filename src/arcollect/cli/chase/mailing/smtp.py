"""The mail server: one connection, one mail after the other."""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.errors import OutputError, UsageError, message

if TYPE_CHECKING:
    from arcollect.policy.chase.mail import MailPolicy

_PATIENCE_SECONDS = 30
_PASSWORD = "ARCOLLECT_MAIL_PASSWORD"  # noqa: S105  (the name of a variable)


def password(rules: MailPolicy, file: str | None) -> str:
    """The first line of the file, else the environment; never from the command line.

    "" where the server wants no login. Raises UsageError where a user has no password.
    """
    if not rules.user:
        return ""
    found = os.environ.get(_PASSWORD, "")
    if file is not None:
        try:
            found = Path(file).read_text(encoding="utf-8-sig").partition("\n")[0].rstrip("\r")
        except (OSError, ValueError) as error:
            said = message("cli.password_file", path=file)
            raise UsageError(said, message("cli.password_file_hint")) from error
    if not found:
        hint = message("mail.no_password_hint")
        raise UsageError(message("mail.no_password", user=rules.user), hint)
    return found


@contextmanager
def connected(rules: MailPolicy, secret: str) -> Iterator[smtplib.SMTP]:
    """A server that took our login; OutputError (exit 4) with its reason when it does not.

    Encrypted as the policy says, certificates checked.
    """
    if not rules.host:
        raise UsageError(message("mail.no_host"), message("mail.no_host_hint"))
    try:
        server = _open(rules)
    except (OSError, smtplib.SMTPException) as error:
        raise _refused(rules, error) from error
    try:
        if rules.user:
            server.login(rules.user, secret)
    except (OSError, smtplib.SMTPException) as error:
        server.close()
        raise _refused(rules, error) from error
    with server:
        yield server


def deliver(server: smtplib.SMTP, mail: EmailMessage) -> str:
    """Hand one mail over; "" when the server took it for everybody, else its reason."""
    try:
        refused = server.send_message(mail)
    except (OSError, smtplib.SMTPException) as error:
        return _why(error)
    return ", ".join(sorted(refused))


def _open(rules: MailPolicy) -> smtplib.SMTP:
    context = ssl.create_default_context()
    where = (rules.host, rules.port)
    if rules.security == "tls":
        return smtplib.SMTP_SSL(*where, timeout=_PATIENCE_SECONDS, context=context)
    server = smtplib.SMTP(*where, timeout=_PATIENCE_SECONDS)
    if rules.security == "starttls":
        server.starttls(context=context)
    return server


def _refused(rules: MailPolicy, error: Exception) -> OutputError:
    facts = {"host": rules.host, "port": rules.port, "why": _why(error)}
    return OutputError(message("mail.no_server", **facts), message("mail.no_server_hint"))


def _why(error: Exception) -> str:
    """What went wrong, on one line."""
    if isinstance(error, smtplib.SMTPResponseException):
        raw = error.smtp_error
        said = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
        return f"{error.smtp_code} {' '.join(said.split())}"
    return " ".join(str(error).split()) or type(error).__name__
