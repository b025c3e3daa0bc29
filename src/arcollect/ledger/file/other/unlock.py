"""Runs in a process of its own: a workbook with a password, and the password, in; without, out."""

from __future__ import annotations

import io
import json
import sys

from arcollect.ledger.file.apart import TOO_LARGE, UNREADABLE, bound

WRONG = 68  # exit code: the password is another


def asking(password: str, data: bytes) -> bytes:
    """What this child reads: the password in a line of its own, then the file."""
    return json.dumps(password).encode() + b"\n" + data


def main() -> int:
    """Read, unlock, write; the exit code says what went wrong."""
    bound()
    said, _, data = sys.stdin.buffer.read().partition(b"\n")
    from msoffcrypto import OfficeFile  # noqa: PLC0415  (an extra)
    from msoffcrypto.exceptions import InvalidKeyError  # noqa: PLC0415

    opened = io.BytesIO()
    try:
        package = OfficeFile(io.BytesIO(data))
        package.load_key(password=json.loads(said))
        package.decrypt(opened)
    except InvalidKeyError:
        return WRONG
    except MemoryError:
        return TOO_LARGE
    except Exception:  # noqa: BLE001 - a hostile file may raise anything
        return UNREADABLE
    sys.stdout.buffer.write(opened.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
