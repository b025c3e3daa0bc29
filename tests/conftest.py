"""Options of the test run."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# A slow machine is no failure. Continuous integration asks for `ci`, the same cases each
# time: a change is judged by what it does, while every run at a desk tries new ones.
settings.register_profile("patient", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "patient"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden-update` accepts what is printed now; read the difference before committing."""
    parser.addoption("--golden-update", action="store_true", help="rewrite tests/golden")


@pytest.fixture(autouse=True, scope="session")
def nobodys_register(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test finds or writes the register of the person who runs it."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))
