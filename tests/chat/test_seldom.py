import logging

import pytest

from bot.chat.seldom import PAUSE, Seldom
from tests.chat.stopped import Clock


def test_a_line_comes_at_once_then_seldom_and_says_how_many_were_kept_back(caplog: pytest.LogCaptureFixture) -> None:
    clock = Clock()
    seldom = Seldom(logging.getLogger("bot.tests"), clock)
    for kind in ("a", "a", "b", "a"):
        seldom.warn(kind, f"{kind} went wrong")
    clock.now += PAUSE
    for _ in range(2):
        seldom.warn("a", "a went wrong")
    clock.now += 3 * PAUSE
    seldom.warn("b", "b went wrong")
    assert caplog.messages == [
        "a went wrong",
        "b went wrong",
        "a went wrong (2 more since the last such line)",
        "b went wrong",
    ]
