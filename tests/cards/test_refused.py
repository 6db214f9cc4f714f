"""Why Discord did not take a message, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.refused import NEEDED, why_refused
from bot.words.catalogue import Catalogue

CATALOGUE = Catalogue.load()


@given(st.sampled_from(["en", "ko"]), st.integers(0, 599), st.integers(0, 1_000_000), st.lists(st.sampled_from(NEEDED)))
def test_whatever_discord_says_there_is_a_reason_with_its_number(
    locale: str, status: int, code: int, lacking: list[str]
) -> None:
    told = why_refused(status, code, CATALOGUE.words(locale), lacking)
    assert len(told) > 5
    assert "{" not in told
    if code or status:
        assert str(code or status) in told


@pytest.mark.parametrize(
    ("status", "code", "told"),
    [
        (403, 50001, "*View Channel*"),
        (403, 50013, "*Send Messages*"),
        (403, 50013, "*Embed Links*"),
        (404, 10003, "channel is gone"),
        (404, 10004, "no longer in that server"),
        (404, 10008, "message to answer is gone"),
        (400, 50083, "thread is closed"),
        (400, 160002, "*Read Message History*"),
        (400, 160005, "thread is locked"),
        (400, 200000, "AutoMod"),
        (429, 0, "Try again in a minute"),
        (429, 20016, "Slowmode"),
        (500, 0, "Try again later"),
        (503, 0, "503"),
        (0, 0, "Try again later"),
        (400, 99999, "99999"),
    ],
)
def test_each_code_says_what_is_missing(status: int, code: int, told: str) -> None:
    assert told in why_refused(status, code, CATALOGUE.words("en"))


def test_what_is_known_to_be_missing_is_named_and_nothing_else() -> None:
    told = why_refused(403, 50013, CATALOGUE.words("en"), ["embed_links"])
    assert "*Embed Links*" in told
    assert "*Send Messages*" not in told
