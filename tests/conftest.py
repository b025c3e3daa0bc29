"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden-update` accepts what is printed now; read the difference before committing."""
    parser.addoption("--golden-update", action="store_true", help="rewrite tests/golden")
