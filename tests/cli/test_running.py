import signal
import subprocess
import sys
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest

from tests.cli.process import Run


def test_invite_prints_a_link_to_a_server_and_one_to_an_account(bot: Run) -> None:
    token = f"{urlsafe_b64encode(b'1312345678901234567').decode().rstrip('=')}.Gabcde.secret"
    told = bot("invite", DISCORD_TOKEN=token)
    links = [line.strip() for line in told.stdout.splitlines() if line.startswith("  https://discord.com/oauth2/")]
    assert len(links) == 2
    assert all("client_id=1312345678901234567" in link for link in links)
    assert "secret" not in told.stdout


def test_invite_without_a_token_says_where_to_put_it(bot: Run) -> None:
    told = bot("invite")
    assert told.returncode == 1
    assert told.stderr.startswith("There is no token: put it after DISCORD_TOKEN= in .env.")


def test_a_mistake_in_the_environment_is_one_sentence(bot: Run) -> None:
    refused = bot("check", VERBATIM_LOG_LEVEL="LOUD")
    assert refused.returncode == 1
    assert "VERBATIM_LOG_LEVEL" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_an_address_that_is_not_loopback_is_refused(bot: Run) -> None:
    refused = bot("run", DISCORD_API_URL="https://example.org/api/v10", DISCORD_TOKEN="x" * 70)
    assert refused.returncode == 1
    assert "DISCORD_API_URL" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_bot_does_not_start_with_broken_content(bot: Run, small: Path) -> None:
    (small / "briefs" / "notes.yaml").write_text("", encoding="utf-8")
    refused = bot("run")
    assert refused.returncode == 1
    assert "briefs/notes.yaml:1: V005 the file is empty" in refused.stderr


def test_the_bot_does_not_start_with_a_broken_moderators_file(bot: Run, small: Path) -> None:
    broken = small / "moderation.yaml"
    broken.write_text("visibillity: private\n", encoding="utf-8")
    refused = bot("run", VERBATIM_MODERATION=str(broken))
    assert refused.returncode == 1
    assert "moderation.yaml:1:" in refused.stderr
    assert "visibility" in refused.stderr


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_the_sandbox_runs_in_good_health_until_it_is_told_to_stop(
    bot: Run, environment: dict[str, str], told: signal.Signals
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert "http://127.0.0.1:" in process.stdout.readline()
        assert "DISCORD_TOKEN" in process.stdout.readline()
        while "Connected as" not in process.stderr.readline():
            assert process.poll() is None
        while bot("health").returncode != 0:
            assert process.poll() is None
        process.send_signal(told)
        assert process.wait(timeout=30) == 0
    assert bot("health").returncode == 1
