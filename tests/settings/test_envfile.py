"""An `.env` with mistakes, and one that was made, or went wrong, so that reading it would never end."""

import os
from pathlib import Path

import pytest

from bot import health
from bot.bounds import LARGEST_ENV
from bot.settings import Settings
from tests.settings.examples import said

LAUGHS = "A0=haha\n" + "".join(f"A{at}=${{A{at - 1}}}${{A{at - 1}}}\n" for at in range(1, 60))


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
    assert sentences[0].removeprefix(str(tmp_path)).startswith(sentence)
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
    assert said(tmp_path) == (f"{tmp_path}/.env has 100,000,000 bytes; settings fit into {LARGEST_ENV:,}.",)
    (tmp_path / ".env").unlink()
    os.mkfifo(tmp_path / ".env")
    pipe = f"{tmp_path}/.env cannot be read (it is a pipe, a device or the like, and no file); correct its permissions."
    assert said(tmp_path) == (pipe,)
    assert health.state_folder(tmp_path, {}) == tmp_path / "state"
