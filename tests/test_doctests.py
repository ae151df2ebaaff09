"""The examples in docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

import crawler
import parsers
import storage
import xuncha

# Alembic's own entry point runs when it is imported; __main__ starts the program.
NOT_IMPORTED = ("storage.migrations", "xuncha.__main__")
MODULES = sorted(
    found.name
    for package in (crawler, parsers, storage, xuncha)
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not found.name.startswith(NOT_IMPORTED)
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
