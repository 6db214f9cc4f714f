import asyncio

from bot.chat.turns import AT_ONCE, IN_HAND, LINE, SECONDS, Turn, Turns
from tests.chat.stopped import Clock


async def passes(number: int) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


async def all_at_once(turns: Turns, who: str, number: int) -> list[asyncio.Task[Turn]]:
    begun = [asyncio.create_task(turns.begin(who)) for _ in range(number)]
    await passes(1)
    return begun


def going(tasks: list[asyncio.Task[Turn]]) -> int:
    return sum(task.done() and task.result() == "go" for task in tasks)


async def test_whoever_asks_for_little_goes_on_at_once_and_is_forgotten() -> None:
    turns = Turns()
    assert [await turns.begin(who) for who in ("ana", "ana", "ben")] == ["go"] * 3
    for who in ("ana", "ben", "ana"):
        turns.end(who)
    assert not len(turns)


async def test_few_of_one_person_begin_in_one_pass_and_somebody_else_at_once() -> None:
    turns = Turns()
    flood = await all_at_once(turns, "ana", 20)
    for _ in range(3):
        before = going(flood)
        other = await all_at_once(turns, "ben", 1)
        assert going(other) == 1
        turns.end("ben")
        assert going(flood) - before <= AT_ONCE
    await passes(20)
    assert going(flood) == 20


async def test_no_more_than_so_many_are_in_hand_and_the_next_follows_when_one_is_done() -> None:
    turns = Turns()
    flood = await all_at_once(turns, "ana", IN_HAND + 5)
    await passes(IN_HAND)
    assert going(flood) == IN_HAND
    turns.end("ana")
    await passes(3)
    assert going(flood) == IN_HAND + 1


async def test_what_the_line_has_no_room_for_is_turned_away_and_nothing_is_left_of_the_rest() -> None:
    turns = Turns()
    flood = await all_at_once(turns, "ana", 1000)
    assert sum(task.done() and task.result() == "full" for task in flood) == 1000 - LINE - AT_ONCE
    for _ in range(LINE + AT_ONCE):
        await passes(3)
        turns.end("ana")
    assert not len(turns)


async def test_what_has_waited_longer_than_discord_does_is_given_up() -> None:
    clock = Clock()
    turns = Turns(clock)
    flood = await all_at_once(turns, "ana", IN_HAND + 2)
    await passes(IN_HAND)
    clock.now += SECONDS + 1
    for _ in range(IN_HAND):
        turns.end("ana")
    await passes(3)
    assert [task.result() for task in flood[-2:]] == ["late", "late"]
    assert not len(turns)


async def test_whoever_is_cancelled_while_they_wait_or_as_they_are_called_takes_nobodys_place() -> None:
    turns = Turns()
    await all_at_once(turns, "ana", IN_HAND)
    await passes(IN_HAND)
    waiting = await all_at_once(turns, "ana", 4)
    waiting[0].cancel()
    turns.end("ana")
    turns.end("ana")
    await passes(1)
    waiting[1].cancel()
    await asyncio.gather(*waiting[:2], return_exceptions=True)
    assert [task.cancelled() for task in waiting] == [True, True, False, False]
    for _ in range(IN_HAND):
        await passes(3)
        turns.end("ana")
    assert not len(turns)
