"""The token, and the file that it may stand in."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError
from tests.settings.examples import TOKEN, said


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
    assert "is not UTF-8 text" in sentence


def test_what_an_editor_puts_around_a_token_is_no_part_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_bytes(b"\xef\xbb\xbf " + TOKEN.encode() + b" \r\n\r\n")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    settings = Settings.read(tmp_path)
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN


@pytest.mark.parametrize("written", [f'"{TOKEN}"', f"'{TOKEN}'", f"DISCORD_TOKEN={TOKEN}"])
def test_a_token_with_marks_around_it_is_refused_before_discord_refuses_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    (tmp_path / "token").write_text(written, encoding="utf-8")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    (sentence,) = said(tmp_path)
    assert "has more in it than the token" in sentence
    assert TOKEN not in sentence


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


def test_a_secret_is_read_no_further_than_one_can_be_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "/dev/zero")
    (sentence,) = said(tmp_path)
    assert "cannot be read (it is a pipe, a device or the like, and no file)" in sentence
    with (tmp_path / "token").open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    assert said(tmp_path) == (
        f"DISCORD_TOKEN_FILE: {tmp_path}/token has 100,000,000 bytes; it should hold the token alone.",
    )
