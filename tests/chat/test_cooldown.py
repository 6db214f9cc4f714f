from bot.chat.cooldown import Cooldown
from tests.chat.stopped import Clock


def test_the_first_use_is_free_and_the_next_has_to_wait() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    assert cooldown.wait("ana", 10) == 0
    assert cooldown.wait("ana", 10) == 10
    clock.now += 9.5
    assert cooldown.wait("ana", 10) == 1
    clock.now += 0.5
    assert cooldown.wait("ana", 10) == 0


def test_waiting_is_not_made_longer_by_trying() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    cooldown.wait("ana", 10)
    clock.now += 6
    cooldown.wait("ana", 10)
    clock.now += 4
    assert cooldown.wait("ana", 10) == 0


def test_everyone_waits_for_themselves() -> None:
    cooldown = Cooldown(Clock())
    cooldown.wait(("ana", "brief"), 10)
    assert cooldown.wait(("ana", "quote"), 10) == 0
    assert cooldown.wait(("ben", "brief"), 10) == 0


def test_without_a_cooldown_nobody_waits() -> None:
    cooldown = Cooldown(Clock())
    assert [cooldown.wait("ana", 0) for _ in range(3)] == [0, 0, 0]


def test_those_whose_wait_is_over_are_forgotten() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    for number in range(10_000):
        cooldown.wait(number, 10)
    clock.now += 5
    cooldown.wait("late", 10)
    clock.now += 6
    cooldown.wait("later", 10)
    assert {"late": 115, "later": 121} in vars(cooldown).values()
