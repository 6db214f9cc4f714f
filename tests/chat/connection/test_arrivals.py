import time
from itertools import chain

import discord
import pytest

from bot.chat.connection import arrivals
from bot.chat.connection.arrivals import Arrivals


def test_only_the_last_ones_are_remembered_in_the_order_in_which_they_arrived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "KEPT", 3)
    arrived = Arrivals()
    wanted = [arrived.wanted({"id": one}, replayed=False) for one in chain("abc", "a", "d", "bcd", "a", "cd")]
    assert wanted == [*[True] * 3, False, True, *[False] * 3, True, *[False] * 2]


@pytest.mark.parametrize("interaction", [None, [], {}, {"id": 7}, "id"])
def test_what_cannot_be_read_is_for_others_to_complain_of(interaction: object) -> None:
    arrived = Arrivals()
    assert [arrived.wanted(interaction, replayed=True) for _ in range(2)] == [True, True]


def test_a_clock_that_jumps_makes_nothing_too_late_and_nothing_early(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time

    def asked(seconds_ago: float) -> dict[str, str]:
        made = now() - seconds_ago - discord.utils.DISCORD_EPOCH / 1000
        return {"id": str(int(made * 1000) << 22)}

    for ahead in (86_400.0, -86_400.0):
        monkeypatch.setattr(time, "time", now)
        arrived = Arrivals()
        assert arrived.wanted(asked(0.1), replayed=False)
        monkeypatch.setattr(time, "time", lambda ahead=ahead: now() + ahead)
        assert arrived.wanted(asked(0.2), replayed=True)
        assert not arrived.wanted(asked(60), replayed=True)
