from pathlib import Path

import pytest
from pydantic import ValidationError

import bot.settings
from bot.settings import Settings, SettingsError, variables
from tests.settings.examples import TOKEN, said


def test_without_any_variable_everything_stands_in_the_project(tmp_path: Path) -> None:
    settings = Settings.read(tmp_path)
    assert settings.token is None
    assert settings.api_url is None
    assert settings.seeds == tmp_path / "seeds"
    assert settings.briefs == tmp_path / "briefs"
    assert settings.moderation == tmp_path / "moderation.yaml"
    assert settings.usage_database == tmp_path / "state" / "usage.sqlite3"
    assert settings.usage_key_file == tmp_path / "state" / "usage.key"
    assert settings.log_of_the_sandbox().usage_database == tmp_path / "state" / "sandbox" / "usage.sqlite3"
    assert settings.log_of_the_sandbox().usage_key_file == tmp_path / "state" / "sandbox" / "usage.key"
    assert settings.registered_commands == tmp_path / "state" / "commands.sha256"
    assert settings.pulse == tmp_path / "state" / "serving"
    assert (settings.sandbox_port, settings.log_level) == (8700, "INFO")


def test_every_variable_reaches_its_field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("documents", "content"):
        (tmp_path / folder).mkdir()
    given = {
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_URL": "http://127.0.0.1:8700/api/v10/",
        "VERBATIM_SEEDS": "documents",
        "VERBATIM_BRIEFS": str(tmp_path / "content"),
        "VERBATIM_MODERATION": "ours.yaml",
        "VERBATIM_USAGE_DB": "elsewhere/counts.db",
        "VERBATIM_STATE": "kept",
        "VERBATIM_USAGE_KEY": "0123456789abcdef",
        "VERBATIM_SANDBOX_PORT": "0",
        "VERBATIM_LOG_LEVEL": "debug",
    }
    for variable, value in given.items():
        monkeypatch.setenv(variable, value)
    settings = Settings.read(tmp_path)
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.api_url == "http://127.0.0.1:8700/api/v10"
    assert settings.seeds == tmp_path / "documents"
    assert settings.briefs == tmp_path / "content"
    assert settings.moderation == tmp_path / "ours.yaml"
    assert settings.usage_database == tmp_path / "elsewhere" / "counts.db"
    assert settings.usage_key_file == tmp_path / "kept" / "usage.key"
    assert settings.usage_key is not None
    assert settings.usage_key.get_secret_value() == "0123456789abcdef"
    assert (settings.sandbox_port, settings.log_level) == (0, "DEBUG")
    assert given.keys() | {"DISCORD_TOKEN_FILE"} == variables().keys()


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("VERBATIM_SANDBOX_PORT=1\nVERBATIM_LOG_LEVEL=ERROR\n", encoding="utf-8")
    monkeypatch.setenv("VERBATIM_SANDBOX_PORT", "2")
    settings = Settings.read(tmp_path)
    assert (settings.sandbox_port, settings.log_level) == (2, "ERROR")


def test_an_empty_variable_does_not_hide_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("VERBATIM_SANDBOX_PORT=1\n", encoding="utf-8")
    monkeypatch.setenv("VERBATIM_SANDBOX_PORT", "")
    assert Settings.read(tmp_path).sandbox_port == 1


def test_a_path_may_begin_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("VERBATIM_USAGE_DB", "~/counts.sqlite3")
    assert Settings.read(tmp_path).usage_database == tmp_path / "home" / "counts.sqlite3"


@pytest.mark.parametrize("blank", ["", "  ", "\t"])
def test_a_blank_value_counts_as_unset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blank: str) -> None:
    for variable in variables():
        monkeypatch.setenv(variable, blank)
    settings = Settings.read(tmp_path)
    assert settings.token is None
    assert settings.sandbox_port == 8700
    assert settings.seeds == tmp_path / "seeds"


def test_settings_cannot_be_changed(tmp_path: Path) -> None:
    settings = Settings.read(tmp_path)
    with pytest.raises(ValidationError, match="frozen"):
        settings.sandbox_port = 1  # pyright: ignore[reportAttributeAccessIssue] # that is the test


@pytest.mark.parametrize("port", ["ninety", "-1", "65536", "8700.5"])
def test_an_impossible_port_is_named_with_what_is_possible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, port: str
) -> None:
    monkeypatch.setenv("VERBATIM_SANDBOX_PORT", port)
    (sentence,) = said(tmp_path)
    assert sentence.startswith(f"VERBATIM_SANDBOX_PORT is '{port}', which will not do; give a port from 1 to 65535")


def test_an_unknown_log_level_is_named_with_the_known_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBATIM_LOG_LEVEL", "loud")
    assert said(tmp_path) == (
        "VERBATIM_LOG_LEVEL is 'LOUD', which will not do; give DEBUG, INFO, WARNING, ERROR or CRITICAL.",
    )


@pytest.mark.parametrize("variable", ["VERBATIM_SEEDS", "VERBATIM_BRIEFS"])
def test_a_content_folder_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "elsewhere")
    assert said(tmp_path) == (f"{variable}: there is no folder {tmp_path / 'elsewhere'}; make it or correct the path.",)


@pytest.mark.parametrize("variable", ["VERBATIM_SEEDS", "VERBATIM_STATE", "VERBATIM_USAGE_DB", "DISCORD_TOKEN_FILE"])
def test_a_path_that_no_file_can_have_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, "seeds" * 1000)
    with pytest.raises(SettingsError, match=f"{variable}: the path has more characters"):
        Settings.read(tmp_path)


def test_all_mistakes_are_said_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_API_URL", "https://example.org")
    monkeypatch.setenv("VERBATIM_USAGE_KEY", "short")
    monkeypatch.setenv("VERBATIM_SANDBOX_PORT", "x")
    monkeypatch.setenv("VERBATIM_LOG_LEVEL", "x")
    assert len(said(tmp_path)) == 4


def test_nothing_is_read_when_the_module_is_imported() -> None:
    assert not any(isinstance(value, Settings) for value in vars(bot.settings).values())


def test_what_the_bot_writes_is_kept_beside_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBATIM_USAGE_DB", "elsewhere/counts.sqlite3")
    settings = Settings.read(tmp_path)
    assert settings.state == tmp_path / "elsewhere"


def test_a_state_folder_holds_the_database_too_unless_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERBATIM_STATE", "kept")
    settings = Settings.read(tmp_path)
    assert settings.usage_database == tmp_path / "kept" / "usage.sqlite3"
    assert settings.usage_key_file == tmp_path / "kept" / "usage.key"
    monkeypatch.setenv("VERBATIM_USAGE_DB", "state/usage.sqlite3")
    settings = Settings.read(tmp_path)
    assert settings.usage_database == tmp_path / "state" / "usage.sqlite3"
    assert settings.usage_key_file == tmp_path / "kept" / "usage.key"
