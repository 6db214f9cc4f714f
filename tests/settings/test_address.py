"""Another address of Discord's API: only on this machine."""

import os
from pathlib import Path

import pytest
import yarl
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import Settings, SettingsError
from tests.settings.examples import said


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
