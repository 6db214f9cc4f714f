import os
from pathlib import Path

import pytest
import yarl
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import bot.settings
from bot.settings import Settings, SettingsError, variables

TOKEN = "MTE.a-made-up-token.xyz"  # noqa: S105 - made up for the tests


@pytest.fixture(autouse=True)
def _no_settings_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in variables():
        monkeypatch.delenv(variable, raising=False)


def said(folder: Path) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as refused:
        Settings.read(folder)
    return refused.value.sentences


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


# The token


def test_blanks_around_the_token_are_no_part_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", f"  {TOKEN}\n")
    token = Settings.read(tmp_path).token
    assert token is not None
    assert token.get_secret_value() == TOKEN


def test_the_token_may_come_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n", encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    settings = Settings.read(tmp_path)
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.warnings() == ()


def test_a_token_file_that_everyone_can_read_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN, encoding="utf-8")
    file.chmod(0o644)
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(file))
    (warning,) = Settings.read(tmp_path).warnings()
    assert "chmod 600" in warning
    assert TOKEN not in warning


def test_a_secret_that_a_container_engine_mounted_is_not_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.settings.MOUNTED_SECRETS", tmp_path / "secrets")
    file = tmp_path / "secrets" / "token"
    file.parent.mkdir()
    file.write_text(TOKEN, encoding="utf-8")
    file.chmod(0o444)
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(file))
    assert Settings.read(tmp_path).warnings() == ()


def test_a_missing_token_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "nowhere")
    (sentence,) = said(tmp_path)
    assert sentence == f"DISCORD_TOKEN_FILE: there is no file {tmp_path / 'nowhere'}; make it or correct the path."


def test_an_empty_token_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text(" \n", encoding="utf-8")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    (sentence,) = said(tmp_path)
    assert "is empty" in sentence


def test_a_folder_is_no_token_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN_FILE", ".")
    (sentence,) = said(tmp_path)
    assert "cannot be read" in sentence


def test_a_token_file_that_is_not_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    (sentence,) = said(tmp_path)
    assert "is not text" in sentence


def test_a_token_and_a_token_file_together_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text(TOKEN, encoding="utf-8")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    (sentence,) = said(tmp_path)
    assert "both set" in sentence


@pytest.mark.parametrize("token", ["Bot secret-part", "secret-part\nsecond", "secret-part…", "secret-part\x07"])
def test_a_token_with_strange_characters_is_refused_and_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", token)
    (sentence,) = said(tmp_path)
    assert sentence.startswith("DISCORD_TOKEN has")
    assert "secret" not in sentence


def test_secrets_do_not_show_when_settings_are_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("VERBATIM_USAGE_KEY", "a-key-that-is-long-enough")
    shown = repr(Settings.read(tmp_path))
    assert TOKEN not in shown
    assert "a-key-that" not in shown


def test_a_secret_never_shows_beside_another_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("VERBATIM_USAGE_KEY", "too-short")
    monkeypatch.setenv("VERBATIM_SANDBOX_PORT", "ninety")
    with pytest.raises(SettingsError) as refused:
        Settings.read(tmp_path)
    assert len(refused.value.sentences) == 2
    assert TOKEN not in str(refused.value)
    assert "too-short" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


# Another API


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8700/api/v10",
        "http://localhost:1/api",
        "https://127.8.9.1/api/v10",
        "http://[::1]:8700/api/v10",
    ],
)
def test_an_api_on_this_machine_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DISCORD_API_URL", url)
    assert Settings.read(tmp_path).api_url == url


@pytest.mark.parametrize(
    "url",
    [
        "https://discord.com/api/v10",
        "http://10.0.0.1/api",
        "http://127.0.0.1.example.org/api",
        "http://127.0.0.1@example.org/api",
        "http://example.org\\@127.0.0.1/api",
        "http://localhost.example.org/api",
        "http://0.0.0.0:8700/api",
        "http://[::]:8700/api",
    ],
)
def test_an_api_elsewhere_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DISCORD_API_URL", url)
    (sentence,) = said(tmp_path)
    assert sentence.startswith("DISCORD_API_URL")
    assert "only this machine" in sentence


def test_the_address_kept_is_the_one_that_was_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsers disagree about a backslash; once it is gone, the client's parser sees the same host as ours."""
    monkeypatch.setenv("DISCORD_API_URL", "http://127.0.0.1:80\\@example.org/api")
    kept = Settings.read(tmp_path).api_url
    assert kept is not None
    assert yarl.URL(kept).host == "127.0.0.1"


@pytest.mark.parametrize("url", ["127.0.0.1:8700/api", "ftp://127.0.0.1/api", "http://", "yes", "http://[::1/"])
def test_what_is_no_address_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DISCORD_API_URL", url)
    (sentence,) = said(tmp_path)
    assert sentence.startswith(f"DISCORD_API_URL is {url!r}, which is no address")


@pytest.mark.parametrize(
    "url", ["http://name:word@127.0.0.1/api", "http://127.0.0.1/api?x=1", "http://127.0.0.1/api#x"]
)
def test_an_address_with_more_than_a_path_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DISCORD_API_URL", url)
    (sentence,) = said(tmp_path)
    assert "only scheme, host, port and path" in sentence


# Everything else


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


def test_a_mistyped_name_in_the_file_is_named_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("# ours\nPATH_TO_SOMETHING=1\nDISCORD_TOKN=abc\n", encoding="utf-8")
    (sentence,) = said(tmp_path)
    assert sentence == f"{tmp_path / '.env'}:3: there is no setting DISCORD_TOKN; did you mean DISCORD_TOKEN?"


def test_a_line_of_the_file_that_says_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("VERBATIM_LOG_LEVEL=INFO\nthis is not a setting!\n", encoding="utf-8")
    (sentence,) = said(tmp_path)
    assert sentence.startswith(f"{tmp_path / '.env'}:2: ")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"VERBATIM_LOG_LEVEL=\xff\n")
    (sentence,) = said(tmp_path)
    assert "not UTF-8" in sentence


def test_nothing_is_read_when_the_module_is_imported() -> None:
    assert not any(isinstance(value, Settings) for value in vars(bot.settings).values())


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40))
def test_no_text_at_all_makes_a_traceback(text: str) -> None:
    variable = "DISCORD_API_URL"
    os.environ[variable] = text
    try:
        settings = Settings.read(Path())
    except SettingsError as refused:
        assert refused.sentences  # noqa: PT017 - most texts are refused, the others are not
    else:
        assert not text.strip() or settings.api_url
    finally:
        del os.environ[variable]


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
