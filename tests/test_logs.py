import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot.logs import set_up_logging

TOKEN = "MTE.a-made-up-token.made-up-and-long-enough"  # noqa: S105 - made up for the tests


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("bot")
    handlers, levels = root.handlers[:], (root.level, ours.level)
    root.handlers.clear()
    yield
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    ours.setLevel(levels[1])


def test_a_line_has_time_level_logger_and_text(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO")
    logging.getLogger("bot.chat").warning("Something %s.", "happened")
    time, rest = capsys.readouterr().err.split(" ", 1)
    assert time.endswith("Z")
    assert rest == "WARNING bot.chat: Something happened.\n"


def test_the_token_is_hidden_wherever_it_would_stand(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("DEBUG", [TOKEN])
    logger = logging.getLogger("bot.chat")
    logger.info("Bot %s", TOKEN)
    logger.info("headers=%r", {"Authorization": f"Bot {TOKEN}"})
    try:
        raise ValueError(f"wrong: {TOKEN}")  # noqa: TRY301 - a traceback is what is tested
    except ValueError:
        logger.exception("It failed.")
    logged = capsys.readouterr().err
    assert TOKEN not in logged
    assert logged.count("[hidden]") >= 3
    assert "ValueError: wrong: [hidden]" in logged


@pytest.mark.parametrize(
    "address",
    [
        "https://discord.com/api/v10/interactions/123456/aW50ZXJhY3Rpb24/callback?with_response=1",
        "POST /webhooks/123456/aW50ZXJhY3Rpb24",
        "'http://127.0.0.1:8700/api/v10/webhooks/123456/aW50ZXJhY3Rpb24/messages/@original'",
    ],
)
def test_a_token_in_an_address_is_hidden(capsys: pytest.CaptureFixture[str], address: str) -> None:
    set_up_logging("INFO")
    logging.getLogger("discord.http").warning("We are being rate limited: %s", address)
    logged = capsys.readouterr().err
    assert "aW50ZXJhY3Rpb24" not in logged
    assert "/123456/[hidden]" in logged


def test_an_id_in_an_address_is_hidden_and_one_that_we_name_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO")
    address = "https://discord.com/api/v10/channels/987654321098765432/messages/123456789012345678"
    logging.getLogger("discord.http").warning("We are being rate limited. PUT %s responded with 429.", address)
    logging.getLogger("bot.chat").warning("The channel 111222333444555666 of moderation.yaml is not there.")
    logged = capsys.readouterr().err
    assert "987654321098765432" not in logged
    assert "123456789012345678" not in logged
    assert "/channels/[hidden]/messages/[hidden]" in logged
    assert "111222333444555666" in logged


@pytest.mark.parametrize("library", ["discord", "discord.gateway", "aiosqlite", "asyncio", "aiohttp.client"])
def test_libraries_stay_at_info_when_we_debug(capsys: pytest.CaptureFixture[str], library: str) -> None:
    set_up_logging("DEBUG")
    logging.getLogger(library).debug("a whole event")
    logging.getLogger(library).info("worth knowing")
    logging.getLogger("bot.usage.log").debug("our own detail")
    logged = capsys.readouterr().err
    assert "a whole event" not in logged
    assert "worth knowing" in logged
    assert "our own detail" in logged


def test_a_higher_level_quiets_everyone(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("ERROR")
    logging.getLogger("discord").warning("one")
    logging.getLogger("bot.chat").warning("two")
    assert capsys.readouterr().err == ""


def test_an_empty_secret_hides_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO", [""])
    logging.getLogger("bot").info("plain")
    assert "[hidden]" not in capsys.readouterr().err


def test_setting_up_twice_logs_once(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO")
    set_up_logging("INFO")
    logging.getLogger("bot").info("once")
    assert capsys.readouterr().err.count("once") == 1


def test_importing_sets_nothing_up() -> None:
    program = "import logging, bot.logs; assert not logging.getLogger().handlers"
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own program


def test_what_discord_py_warns_of_at_every_start_and_we_chose_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO")
    logging.getLogger("discord.state").warning(
        "Guilds intent seems to be disabled. This may cause state related issues."
    )
    logging.getLogger("discord.client").warning("Something else is wrong.")
    assert capsys.readouterr().err.count("WARNING") == 1


PROGRAM = """
import asyncio, gc, logging, sys, threading, warnings
from bot.logs import set_up_logging, take_in_the_rest
from bot.chat.failure import log_unheard

TOKEN = sys.argv[1]
TYPED = "what-somebody-typed"
set_up_logging("DEBUG", [TOKEN])
take_in_the_rest()

class Odd:
    def __del__(self):
        raise ValueError(TYPED)

def fail():
    raise ValueError(TYPED)

async def answer(typed):
    raise ValueError(typed)

async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.0
    loop.set_exception_handler(log_unheard)
    forgotten = asyncio.create_task(answer(TYPED))
    lost = loop.create_future()
    loop.call_soon(lost.set_result, TYPED)
    await lost
    loop.call_soon(fail)
    await asyncio.to_thread(str.upper, TYPED)
    await asyncio.sleep(0.01)
    del forgotten
    gc.collect()
    await asyncio.sleep(0)

asyncio.run(main())
Odd()
logging.getLogger("bot").info("%d of them", TYPED)
thread = threading.Thread(target=fail)
thread.start()
thread.join()
warnings.warn("the address was http://127.0.0.1/webhooks/1/aW50ZXJhY3Rpb24 with " + TOKEN)
answer(TYPED)
gc.collect()
raise RuntimeError("it ends with " + TOKEN)
"""


@pytest.mark.parametrize("flags", [(), ("-X", "dev")])
def test_what_python_says_past_the_log_stands_in_it_without_secrets_and_what_was_typed(flags: tuple[str, ...]) -> None:
    environment = {**os.environ, "PYTHONASYNCIODEBUG": "1"}
    ended = subprocess.run(  # noqa: S603 # our own program
        [sys.executable, *flags, "-c", PROGRAM, TOKEN], capture_output=True, text=True, check=False, env=environment
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    log = ended.stderr
    assert log.count("ERROR bot.chat.failure: In the event loop: ") == 2
    assert re.search(r"Raised where nothing could be done\n(  .*\n)+ValueError\n", log)
    assert re.search(r"Raised in a thread\n(  .*\n)+ValueError\n", log)
    assert "WARNING py.warnings: " in log
    assert "RuntimeWarning: coroutine" in log
    assert "WARNING asyncio: Executing [hidden] took " in log
    assert "RuntimeError: it ends with [hidden]" in log
    assert not [line for line in log.splitlines() if "what-somebody-typed" in line and "TYPED =" not in line]
    for form in (TOKEN, TOKEN.rpartition(".")[2], "aW50ZXJhY3Rpb24"):
        assert form not in log


def test_the_secret_part_of_a_token_and_one_in_an_address_are_hidden_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("DEBUG", ["a token/with=all+kinds", TOKEN])
    written = "a%20token%2Fwith%3Dall%2Bkinds"
    logging.getLogger("bot.chat").warning("%s and only %s", written, TOKEN.rpartition(".")[2])
    assert capsys.readouterr().err.endswith("[hidden] and only [hidden]\n")


def test_libraries_name_nobody_and_say_nothing_of_what_an_error_says(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO")
    try:
        raise ValueError("what somebody typed")  # noqa: TRY301 - a traceback is what is tested
    except ValueError:
        logging.getLogger("discord.app_commands.tree").exception("Ignoring: (User: %s)", 1575793532369633281)
    logged = capsys.readouterr().err
    assert logged.count("ValueError") == 2, "where it was raised and which it is"
    assert "(User: [hidden])" in logged
    assert "typed" not in logged.rpartition("ValueError")[2]
