"""A token that opens nothing, and what is said of settings that will not do."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError

TOKEN = "MTE.a-made-up-token.xyz"  # noqa: S105 - made up for the tests


def said(folder: Path) -> tuple[str, ...]:
    """Every sentence with which the settings of a folder are refused."""
    with pytest.raises(SettingsError) as refused:
        Settings.read(folder)
    return refused.value.sentences
