"""Options of the test run."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # a slow machine is no failure
if "HYPOTHESIS_PROFILE" not in os.environ:
    settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden-update` accepts what is printed now; read the difference before committing."""
    parser.addoption("--golden-update", action="store_true", help="rewrite tests/golden")


@pytest.fixture(autouse=True, scope="session")
def nobodys_register(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test finds or writes the register of the person who runs it."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))
