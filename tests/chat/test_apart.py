import asyncio
import gc
import threading

from bot.chat.apart import THREADS, Apart


class Work:
    """Work that goes on until the test lets it end."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.may_end = threading.Event()

    def of(self, who: str) -> str:
        self.begun.append(who)
        self.may_end.wait()
        return who


async def settled(work: Work, number: int) -> None:
    while len(work.begun) < number:  # noqa: ASYNC110 # threads begin it, which know of no event
        await asyncio.sleep(0.001)


async def test_of_one_person_one_thing_is_done_at_a_time_and_somebody_elses_beside_it() -> None:
    apart, work = Apart(), Work()
    flood = [asyncio.create_task(apart.do("ana", work.of, "ana")) for _ in range(20)]
    await settled(work, 1)
    other = asyncio.create_task(apart.do("ben", work.of, "ben"))
    await settled(work, 2)
    assert work.begun == ["ana", "ben"]
    work.may_end.set()
    assert await asyncio.gather(other, *flood) == ["ben", *["ana"] * 20]


async def test_no_more_threads_are_at_work_than_that_however_many_people_ask() -> None:
    apart, work = Apart(), Work()
    people = [asyncio.create_task(apart.do(name, work.of, name)) for name in "abcdefgh"]
    await settled(work, THREADS)
    await asyncio.sleep(0.01)
    assert work.begun == list("abcdefgh")[:THREADS]
    work.may_end.set()
    assert await asyncio.gather(*people) == list("abcdefgh")


async def test_nobody_is_remembered_whose_work_is_done() -> None:
    apart, work = Apart(), Work()
    work.may_end.set()
    await asyncio.gather(*(apart.do(number, work.of, "ana") for number in range(50)))
    gc.collect()
    assert len(apart) == 0
