"""Workbooks with a password: opened in memory, the password never on a command line."""

from __future__ import annotations

from importlib.util import find_spec

from arcollect.errors import LedgerError, message
from arcollect.ledger.file.apart import limit_of, run_apart

_EXCELS_OWN = "VelvetSweatshop"
"""What Excel itself uses for workbooks that only protect their structure."""


class PasswordError(LedgerError):
    """The file has a password, and none was given; `can_open`: a password would help."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.can_open = find_spec("msoffcrypto") is not None
        remedy = "file.password_remedy" if self.can_open else "file.password_extra"
        super().__init__(message("file.password", name=name), message(remedy))


def unlocked(data: bytes, name: str, password: str | None) -> bytes:
    """The workbook without its password, worked out in a process of its own.

    Raises PasswordError without a password (Excel's own is tried) or without the extra
    `encrypted`, LedgerError for a wrong password or a way of locking nobody knows.
    """
    from arcollect.ledger.file.other import unlock  # noqa: PLC0415  (few files are locked)

    asked = PasswordError(name)
    if not asked.can_open:
        raise asked
    question = unlock.asking(password or _EXCELS_OWN, data)
    code, opened = run_apart(unlock.__name__, "unlock", question)
    if code == 0:
        return opened
    if limit := limit_of(code, name, question):
        raise limit
    if password is None:
        raise asked
    if code == unlock.WRONG:
        raise LedgerError(
            message("file.wrong_password", name=name), message("file.wrong_password_remedy")
        )
    raise LedgerError(message("file.lock_unknown", name=name), message("file.resave"))
