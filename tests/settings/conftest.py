"""Nothing of the environment in which the tests run reaches a test of the settings."""

import pytest

from bot.settings import variables


@pytest.fixture(autouse=True)
def _no_settings_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in variables():
        monkeypatch.delenv(variable, raising=False)
