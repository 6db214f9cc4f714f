"""What another Discord-compatible server may send, well-formed or not: the bot goes on serving."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discord_sandbox import Sandbox
from tests.journeys.conftest import Running, is_served
from tests.journeys.gateway_events import EVENTS, GUILD_OBJECT, INTERACTIONS, MEMBER, THREAD_OBJECT, VOICE_CHANNEL, Json

SECRETS = ("words that nobody may find in a log", "an-interaction-token")

ODD: list[object] = [None, True, -1, 2.5, "", "x", "12", [], ["x"], {}, {"x": "x"}]

Path = tuple[str | int, ...]


def lost(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if "could not be read" in record.getMessage()]


def without(content: Json, key: str) -> Json:
    return {name: value for name, value in content.items() if name != key}


@pytest.mark.usefixtures("bot")
async def test_well_formed_events_are_all_read(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    for event, content in EVENTS.items():
        await sandbox.gateway.dispatch(event, content)
    assert await is_served(sandbox)
    assert lost(caplog) == []
    assert sandbox.gateway.identified == 1


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("event", "content"),
    [
        ("GUILD_CREATE", {**GUILD_OBJECT, "channels": [without(VOICE_CHANNEL, "bitrate")]}),
        ("GUILD_CREATE", {**GUILD_OBJECT, "members": [without(MEMBER, "flags")]}),
        ("GUILD_CREATE", {**GUILD_OBJECT, "threads": [without(THREAD_OBJECT, "owner_id")]}),
        ("MESSAGE_CREATE", {}),
        ("USER_UPDATE", {}),
        ("ENTITLEMENT_CREATE", {}),
        ("ENTITLEMENT_CREATE", None),
        ("INTERACTION_CREATE", {}),
        ("INTERACTION_CREATE", []),
    ],
)
async def test_an_event_that_cannot_be_read_is_lost_alone_with_one_line(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture, event: str, content: Json
) -> None:
    await sandbox.gateway.dispatch(event, content)
    assert await is_served(sandbox)
    [line] = lost(caplog)
    what = "gets no answer" if event == "INTERACTION_CREATE" else "is lost"
    assert re.fullmatch(
        rf"{event} from the gateway could not be read and {what}: \w+Error in discord\.\S+, line \d+", line
    )
    assert sandbox.gateway.identified == 1
    assert "ERROR" not in {record.levelname for record in caplog.records}


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("kind", ["a command", "a suggestion", "a menu"])
@pytest.mark.parametrize("data", [{}, {"name": "brief", "options": [{"name": "topic"}]}, {"name": [], "options": "x"}])
async def test_an_interaction_that_lacks_what_is_asked_for_is_no_loose_end(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture, kind: str, data: Json
) -> None:
    await sandbox.gateway.dispatch("INTERACTION_CREATE", {**INTERACTIONS[kind], "data": data})
    assert await is_served(sandbox)
    assert "never retrieved" not in caplog.text
    assert not any(secret in caplog.text for secret in SECRETS)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("kind", ["a command", "a suggestion", "a menu"])
async def test_an_interaction_that_also_says_oddly_where_to_answer_is_no_loose_end(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    odd: dict[str, object] = {"token": [], "data": {"name": "brief", "options": [{"name": "topic"}]}}
    await sandbox.gateway.dispatch("INTERACTION_CREATE", INTERACTIONS[kind] | odd)
    assert await is_served(sandbox)
    assert "never retrieved" not in caplog.text
    assert "TypeError" in caplog.text


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "frame",
    [
        "no JSON",
        "",
        "[]",
        "null",
        '"text"',
        "[" * 100_000,
        '{"op": 0}',
        '{"op": 0, "t": ["READY"], "d": {}, "s": null}',
        '{"op": 0, "t": "NO_SUCH_EVENT", "d": 1, "s": null}',
        '{"op": 99, "d": {}}',
        '{"op": "0", "d": {}}',
        '{"op": null}',
        '{"op": 0, "t": "RESUMED", "d": null, "s": null}',
        '{"op": 0, "t": "READY", "d": null, "s": null}',
        '{"op": 10, "d": null}',
        '{"op": 11, "d": {"x": 1}}',
        '{"op": 1, "d": "x"}',
        b"\xff\xfe",
    ],
)
async def test_an_odd_frame_is_lost_alone(sandbox: Sandbox, frame: str | bytes) -> None:
    await sandbox.gateway.send_raw(frame)
    assert await is_served(sandbox)
    assert sandbox.gateway.identified == 1


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("frame", [b"no zlib at all\x00\x00\xff\xff", b"\x00\x00\xff\xff"])
async def test_a_broken_stream_is_left_for_a_new_connection(sandbox: Sandbox, frame: bytes) -> None:
    await sandbox.gateway.send_raw(frame)
    await sandbox.resumed(1)
    assert await is_served(sandbox)
    assert sandbox.gateway.identified == 1


def places(content: object, here: Path = ()) -> Iterator[Path]:
    """The way to every key and every item in some JSON."""
    pairs: Sequence[tuple[str | int, object]] = ()
    if isinstance(content, dict):
        pairs = list(cast("Json", content).items())
    elif isinstance(content, list):
        pairs = list(enumerate(cast("list[object]", content)))
    for key, value in pairs:
        yield (*here, key)
        yield from places(value, (*here, key))


def spoilt(content: Any, changes: dict[Path, object]) -> Any:  # noqa: ANN401 # JSON
    """JSON with the parts at some places left out (...), or replaced."""

    def spoil(part: Any, here: Path) -> Any:  # noqa: ANN401 # JSON
        if here in changes:
            return changes[here]
        if isinstance(part, dict):
            made = {key: spoil(value, (*here, key)) for key, value in cast("Json", part).items()}
            return {key: value for key, value in made.items() if value is not ...}
        if isinstance(part, list):
            made = [spoil(value, (*here, at)) for at, value in enumerate(cast("list[object]", part))]
            return [value for value in made if value is not ...]
        return part

    return spoil(content, ())


@st.composite
def odd_events(draw: st.DrawFn) -> tuple[str, Any]:
    named = [*EVENTS.items(), *[("INTERACTION_CREATE", content) for content in INTERACTIONS.values()] * 6]
    event, content = draw(st.sampled_from(named))
    where = st.sampled_from([(), *places(content)])
    changes = draw(st.dictionaries(where, st.sampled_from([..., ..., ..., *ODD]), max_size=4))
    changes.pop((), None) if changes.get(()) is ... else None
    return event, spoilt(content, changes)


async def test_no_odd_event_keeps_the_next_command_from_being_answered(
    sandbox: Sandbox, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    loop = asyncio.get_running_loop()

    async def step(event: str, content: Json) -> None:
        await sandbox.gateway.dispatch(event, content)
        assert await is_served(sandbox)

    @settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
    @given(odd_events())
    def try_all(odd: tuple[str, Any]) -> None:
        asyncio.run_coroutine_threadsafe(step(*odd), loop).result()

    await asyncio.to_thread(try_all)
    await bot.idle()
    assert not bot.task.done()
    assert sandbox.gateway.identified == 1
    assert sandbox.gateway.resumed == 0
    assert "never retrieved" not in caplog.text
    assert not any(secret in caplog.text for secret in SECRETS)
