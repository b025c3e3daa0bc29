"""Fixtures of the reading tests."""

from __future__ import annotations

import pytest
from tests.ledger.fake import Desk


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Reads ledgers from lists."""
    return Desk(monkeypatch)
