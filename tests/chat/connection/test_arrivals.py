from itertools import chain

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
