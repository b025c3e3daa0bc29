"""Workbooks with a password: opened in memory, with a password that is never on a command line."""

from __future__ import annotations

import io
from importlib.util import find_spec
from typing import Any

from arcollect.errors import LedgerError, message

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
    """The workbook without its password.

    Raises PasswordError without a password (Excel's own is tried) or without the extra
    `encrypted`, LedgerError for a wrong password or a way of locking nobody knows.
    """
    try:
        import msoffcrypto  # noqa: PLC0415  (an extra)
        from msoffcrypto.exceptions import InvalidKeyError  # noqa: PLC0415
    except ImportError:
        raise PasswordError(name) from None
    try:
        return _opened(msoffcrypto.OfficeFile(io.BytesIO(data)), password or _EXCELS_OWN)
    except InvalidKeyError:
        pass
    except Exception as error:  # a hostile file may raise anything
        if password is None:
            raise PasswordError(name) from None
        raise LedgerError(
            message("file.lock_unknown", name=name), message("file.resave")
        ) from error
    if password is None:
        raise PasswordError(name)
    raise LedgerError(
        message("file.wrong_password", name=name), message("file.wrong_password_remedy")
    )


def _opened(package: Any, password: str) -> bytes:
    stream = io.BytesIO()
    package.load_key(password=password)
    package.decrypt(stream)
    return stream.getvalue()
