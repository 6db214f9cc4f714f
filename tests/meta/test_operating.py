"""What docs/operating.md promises is what the code does."""

import re
from pathlib import Path

import pytest

from bot import health
from bot.chat.connection.allowance import A_DAY, AT_ONCE, EVERY
from bot.chat.connection.client import GRACE
from bot.chat.connection.endings import CLOSE_CODES, NO_TOKEN, NOT_THIS_BOT
from bot.chat.connection.gateway import ACKNOWLEDGED
from bot.chat.connection.invitation import PERMISSIONS
from bot.chat.connection.patience import FIRST, LONGEST
from bot.chat.connection.session import HANDSHAKE, LASTING, STEADY, STRETCH, TRIES
from bot.settings import variables
from bot.usage.copies import COPIES_KEPT_DAYS
from bot.usage.key import KEY_DAYS
from bot.usage.privacy import FILES, File, page
from bot.usage.schema import KEPT_DAYS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "PRIVACY.md"
TEXT = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def test_every_setting_is_explained() -> None:
    explained = {line.split("`")[1] for line in TEXT.splitlines() if line.startswith(("| `DISCORD_", "| `VERBATIM_"))}
    assert explained == variables().keys()


def test_the_days_that_things_are_kept_are_told() -> None:
    told = TEXT.replace("\n", " ")
    assert f"Counts are kept for {KEPT_DAYS} days" in told
    assert f"a key that lasts {KEY_DAYS} days" in told
    assert f"deleted after {COPIES_KEPT_DAYS} days" in told


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.id)
def test_every_file_that_the_bot_writes_is_told(file: File) -> None:
    _, _, table = TEXT.partition("| file | what it is | if it is lost |")
    for name in file.names:
        assert f"`{name}`" in table.partition("\n\n")[0]


def test_the_page_on_privacy_is_what_the_definitions_say() -> None:
    """`make generated` writes it again."""
    assert PAGE.read_text(encoding="utf-8") == page()


def recipe() -> dict[str, list[str]]:
    """What the systemd unit sets, by name; some names are set more than once."""
    _, _, unit = TEXT.partition("```ini\n")
    found: dict[str, list[str]] = {}
    for line in unit.partition("```")[0].splitlines():
        name, set_to, value = line.partition("=")
        if set_to:
            found.setdefault(name, []).append(value)
    return found


def told_codes() -> dict[int, str]:
    _, _, table = TEXT.partition("| code | when |")
    rows = [line.split("|") for line in table.partition("\n\n")[0].splitlines() if line.startswith("| ")]
    return {int(row[1]): row[2] for row in rows}


def test_every_exit_code_is_told_with_what_it_is_for() -> None:
    told = told_codes()
    assert told.keys() == {0, 1, 2, NO_TOKEN, NOT_THIS_BOT}
    for code, (exit_code, _) in CLOSE_CODES.items():
        assert str(code) in told[exit_code]
    assert "401" in told[NO_TOKEN]
    assert "`run --live`" in told[NOT_THIS_BOT]


def test_systemd_does_not_restart_what_no_restart_can_help() -> None:
    unit = recipe()
    assert unit["RestartPreventExitStatus"] == [f"{NO_TOKEN} {NOT_THIS_BOT}"]
    assert unit["Restart"] == ["on-failure"]
    assert unit["ExecStart"][0].endswith("-m bot run --live")
    assert float(unit["TimeoutStopSec"][0]) > GRACE


def test_systemd_never_gives_up() -> None:
    unit = recipe()
    assert unit["StartLimitIntervalSec"] == ["0"]
    assert 1 <= float(unit["RestartSec"][0]) <= 30


def test_the_permissions_that_the_link_asks_for_are_told() -> None:
    """By the names that the portal has for them."""
    told = " ".join(TEXT.split()).partition("The link to a server asks for")[2].partition("Answers to commands")[0]
    asked = {name for name, granted in PERMISSIONS if granted}
    names = {name.lower().replace(" ", "_") for name in re.findall(r"\*([^*]+)\*", told)}
    assert {"read_messages" if name == "view_channels" else name for name in names} == asked


def test_what_systemd_sets_are_settings() -> None:
    assert {value.partition("=")[0] for value in recipe()["Environment"]} <= variables().keys()


def test_the_figures_of_health_and_pauses_are_told() -> None:
    assert f"every {health.EVERY:g} seconds" in TEXT
    assert f"touched for {health.STALE:g} seconds" in TEXT.replace("\n", " ")
    assert f"unanswered for more than {ACKNOWLEDGED:g} seconds" in TEXT.replace("\n", " ")
    told = TEXT.replace("\n", " ")
    assert f"from half a second to {LONGEST:g}," in told
    assert FIRST == 0.5
    assert f"pauses therefore grow to {LONGEST * STRETCH:g} seconds" in told
    assert f"no more than {AT_ONCE} of them are begun one after the other" in told
    assert f"then one more every {EVERY / 60:g} minutes, so {A_DAY} in a day at most" in told
    assert f"lasted for {STEADY:g} seconds or four times the pause" in told
    assert LASTING == 4
    assert f"within {HANDSHAKE:g} seconds, or on which no session begins within {3 * HANDSHAKE:g} more" in told
    assert TRIES == 3
    assert "three connections" in told
