"""A sandbox alone, for a bot that is started elsewhere."""

import argparse
import asyncio
import signal
import sys
from contextlib import suppress

from discord_sandbox.server import BOT_NAME, Sandbox

HIGHEST_PORT = 65_535


def main(arguments: list[str] | None = None) -> int:
    """Serve until Ctrl-C or SIGTERM. Returns 0, or 1 if the port cannot be used."""
    parser = argparse.ArgumentParser("python -m discord_sandbox", description="Start a sandbox, a small Discord.")
    parser.add_argument("--port", type=_port, default=0, help="the port on 127.0.0.1; without it any that is free")
    parser.add_argument("--bot-name", default=BOT_NAME, help="what the bot is called; %(default)s without it")
    parser.add_argument("--bot-about", default="", help="a sentence on what it is for, for the console's first screen")
    chosen = parser.parse_args(arguments)
    # Where the loop takes no signals, Ctrl-C arrives as an exception.
    with suppress(KeyboardInterrupt):
        return asyncio.run(_serve(Sandbox(bot_name=chosen.bot_name, bot_about=chosen.bot_about), chosen.port))
    return 0


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; it takes a number from 0 to {HIGHEST_PORT}")
    return int(text)


async def _serve(sandbox: Sandbox, port: int) -> int:
    told_to_stop = asyncio.Event()
    with suppress(NotImplementedError):
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, told_to_stop.set)
    try:
        await sandbox.start(port)
        lines = f"Console  {sandbox.console_url}\nAPI      {sandbox.api_url}\nToken    {sandbox.token}"
        print(lines, flush=True)  # noqa: T201 - this is what it was started for
        await told_to_stop.wait()
    except OSError as error:
        sentence = f"Port {port} cannot be used ({error.strerror}); name another with --port."
        print(sentence, file=sys.stderr)  # noqa: T201 - said to whoever started it
        return 1
    finally:
        await sandbox.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
