import asyncio

import pytest

from bot.chat import ahead
from bot.chat.ahead import MOST, Ahead


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "APART", 0.0)


async def test_pieces_are_done_one_at_a_time_and_others_come_between_them() -> None:
    done, doing = list[str](), Ahead()
    doing.add([lambda name=name: done.append(name) for name in "abc"])
    assert done == []
    while len(done) < 3:
        before = len(done)
        await asyncio.sleep(0)
        assert len(done) - before <= 1
    assert done == ["a", "b", "c"]


async def test_a_piece_that_fails_holds_up_no_other() -> None:
    done, doing = asyncio.Event(), Ahead()
    doing.add([lambda: 1 // 0, done.set])
    await done.wait()


async def test_of_too_many_pieces_the_newest_are_done() -> None:
    done, doing, last = list[int](), Ahead(), asyncio.Event()
    doing.add([lambda number=number: done.append(number) for number in range(MOST + 20)])
    doing.add([last.set])
    await last.wait()
    assert done == list(range(21, MOST + 20))
