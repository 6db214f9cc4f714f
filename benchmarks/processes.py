"""Bots as processes of their own: what they are told, and how much memory they hold."""

import os
from pathlib import Path


def environment_for(token: str, api_url: str, state: Path) -> dict[str, str]:
    """The environment of a bot that is to know nothing but this."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("DISCORD_", "VERBATIM_"))}
    return own | {"DISCORD_TOKEN": token, "DISCORD_API_URL": api_url, "VERBATIM_STATE": str(state)}


def held(process: int) -> float:
    """The megabytes of a process that are in memory. Linux alone tells it so."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    [kilobytes] = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return int(kilobytes) / 1024
