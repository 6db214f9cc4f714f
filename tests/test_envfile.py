"""`.env` and secrets that were made, or went wrong, so that reading them would take for ever or fill the memory."""

import os
from pathlib import Path

import pytest

from bot import health
from bot.bounds import LARGEST_ENV
from bot.settings import Settings, SettingsError, variables

LAUGHS = "A0=haha\n" + "".join(f"A{at}=${{A{at - 1}}}${{A{at - 1}}}\n" for at in range(1, 60))


@pytest.fixture(autouse=True)
def _no_settings_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in variables():
        monkeypatch.delenv(variable, raising=False)


def said(folder: Path) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        Settings.read(folder)
    return [sentence.replace(str(folder), "") for sentence in refused.value.sentences]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(LAUGHS, "/.env:14: the value refers to others too often, or would be very long;", id="laughs"),
        pytest.param("A=" + "${" * 8_000, "/.env:1: the value refers to others too often", id="references"),
        pytest.param("A=" + "${B:-" * 3_000, "/.env:1: the value refers to others too often", id="defaults"),
        pytest.param("A=b\nB=\0\n", "/.env is not UTF-8 text; save it as UTF-8.", id="NUL"),
        pytest.param("\ufeffVERBATIM_SEED=x\n", "/.env:1: there is no setting VERBATIM_SEED;", id="byte order mark"),
        pytest.param(
            "\ufeffVERBATIM_LOG_LEVEL=x\n", "VERBATIM_LOG_LEVEL is 'X', which will not do;", id="read behind it"
        ),
        pytest.param(
            "VERBATIM_STATE=~nobody-here/x\n", "VERBATIM_STATE: nobody here has the home folder of", id="a home"
        ),
        pytest.param("VERBATIM_LOG_LEVEL=" + "x" * 9_000, "VERBATIM_LOG_LEVEL is 'XXXX", id="a long value"),
    ],
)
def test_no_env_file_is_more_than_a_few_sentences(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / ".env").write_text(text, encoding="utf-8")
    sentences = said(tmp_path)
    assert sentences[0].startswith(sentence)
    assert all(len(one) < 500 for one in sentences)
    assert health.state_folder(tmp_path, {}).is_relative_to(tmp_path)


def test_a_value_may_refer_to_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACE", "somewhere")
    (tmp_path / ".env").write_text("\ufeffVERBATIM_STATE=${PLACE}/${NAME:-state}\n", encoding="utf-8")
    assert Settings.read(tmp_path).state == tmp_path / "somewhere" / "state"
    assert health.state_folder(tmp_path, {}) == tmp_path / "somewhere" / "state"


def test_an_env_file_that_is_none_is_neither_waited_for_nor_read(tmp_path: Path) -> None:
    with (tmp_path / ".env").open("wb") as file:
        file.truncate(100_000_000)
    assert said(tmp_path) == [f"/.env has 100,000,000 bytes; settings fit into {LARGEST_ENV:,}."]
    (tmp_path / ".env").unlink()
    os.mkfifo(tmp_path / ".env")
    pipe = "/.env cannot be read (it is a pipe, a device or the like, and no file); correct its permissions."
    assert said(tmp_path) == [pipe]
    assert health.state_folder(tmp_path, {}) == tmp_path / "state"


def test_a_secret_is_read_no_further_than_one_can_be_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "/dev/zero")
    [sentence] = said(tmp_path)
    assert "cannot be read (it is a pipe, a device or the like, and no file)" in sentence
    with (tmp_path / "token").open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    assert said(tmp_path) == ["DISCORD_TOKEN_FILE: /token has 100,000,000 bytes; it should hold the token alone."]
