"""The command line as a person or a program uses it: a process, its output and its exit code."""

import asyncio
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from base64 import urlsafe_b64encode
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.usage.desk_state import DeskState
from bot.usage.key import Keys, read_keys
from bot.usage.log import UsageLog

Run = Callable[..., subprocess.CompletedProcess[str]]

SMALL = Path(__file__).parent / "content" / "small"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small library, with a place for the bot's own files."""
    shutil.copytree(SMALL, tmp_path / "small")
    return tmp_path / "small"


@pytest.fixture
def environment(small: Path, root: Path) -> dict[str, str]:
    """An environment in which the small library is the content and nothing else is set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VERBATIM_", "DISCORD_"))}
    return kept | {
        "PYTHONPATH": str(root),
        "VERBATIM_SEEDS": str(small / "seeds"),
        "VERBATIM_BRIEFS": str(small / "briefs"),
        "VERBATIM_MODERATION": str(root / "moderation.yaml"),
        "VERBATIM_USAGE_DB": str(small / "state" / "usage.sqlite3"),
        "VERBATIM_SANDBOX_PORT": "0",
        "COLUMNS": "200",
    }


@pytest.fixture
def bot(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run a command, from another folder than the project's."""

    def run(*arguments: str, given: str = "", **changes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", *arguments],
            input=given,
            env=environment | changes,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return run


def test_check_is_silent_about_sound_content_and_exits_0(bot: Run) -> None:
    checked = bot("check")
    assert checked.returncode == 0, checked.stdout
    assert "0 problems, 0 warnings" in checked.stdout
    assert "harbour-2001: 1 of 1 quotations and 2 of 2 claims used" in checked.stdout


def test_check_lists_every_problem_and_exits_1(bot: Run, small: Path) -> None:
    (small / "briefs" / "notes.yaml").write_text("", encoding="utf-8")
    (small / "briefs" / "people.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    checked = bot("check")
    assert checked.returncode == 1
    assert "briefs/notes.yaml:1: V005 the file is empty; " in checked.stdout
    assert "briefs/people.yaml:2: V011 'a' is given twice, first in line 1; " in checked.stdout
    assert not checked.stderr


def test_what_follows_is_a_number_in_words_and_in_json(bot: Run, small: Path) -> None:
    (small / "briefs" / "people.yaml").unlink()
    told = json.loads(bot("check", "--json").stdout)
    (problem,) = told["problems"]
    assert problem["code"] == "V001"
    assert problem["follows"] > 1
    assert f"\n    {problem['follows']} more follow from this\n" in bot("check").stdout


def test_check_tells_programs_the_same_in_json(bot: Run, small: Path) -> None:
    (small / "briefs" / "notes.yaml").write_text("", encoding="utf-8")
    told = json.loads(bot("check", "--json").stdout)
    assert {"path": "briefs/notes.yaml", "line": 1, "what": "the file is empty"}.items() <= told["problems"][0].items()


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


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Nobody asked the islanders", "exact"),
        ("Nobody told the islanders", "altered"),
        ("The moon is made of cheese and everybody knows it", "absent"),
    ],
)
def test_verify_gives_its_verdict_in_json(bot: Run, text: str, verdict: str) -> None:
    told = json.loads(bot("verify", "--json", text).stdout)
    assert told["verdict"] == verdict
    assert set(told) >= {
        "verdict",
        "document",
        "paragraph",
        "also",
        "quotation",
        "source_words",
        "differences",
        "attribution",
    }


def test_verify_reports_on_every_quotation_of_a_file_and_ends_with_1_where_one_is_altered(
    bot: Run, tmp_path: Path
) -> None:
    file = tmp_path / "draft.md"
    file.write_text("He wrote “Nobody asked the islanders”.\n", encoding="utf-8")
    exact = bot("verify", "--file", str(file))
    assert exact.returncode == 0
    assert "1 quotation was checked." in exact.stdout
    file.write_text("“Nobody asked the islanders”\n\n“Nobody told the islanders”\n", encoding="utf-8")
    altered = bot("verify", "--file", str(file))
    assert altered.returncode == 1
    assert "· line 3" in altered.stdout
    told = bot("verify", "--json", "--file", str(file))
    assert told.returncode == 1
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert [(line["line"], line["verdict"]) for line in lines] == [(1, "exact"), (3, "altered")]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("draft.docx", b"words", "`.txt` or `.md`"),
        ("draft.txt", b"\xb1\xb9", "not UTF-8"),
        ("draft.txt", b"a" * (200 * 1024 + 1), "larger than 200 KB"),
        ("draft.txt", b"", "no words"),
    ],
)
def test_verify_refuses_a_file_it_cannot_check(
    bot: Run, tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    (tmp_path / name).write_bytes(content)
    refused = bot("verify", "--file", name)
    assert refused.returncode == 1
    assert complaint in refused.stderr
    assert "Traceback" not in refused.stderr


def test_verify_takes_either_a_text_or_a_file(bot: Run) -> None:
    refused = bot("verify", "--file", "missing.txt")
    assert "cannot be read" in refused.stderr
    both = bot("verify", "--file", "missing.txt", "words")
    assert (both.returncode, "not both" in both.stderr) == (1, True)


def test_verify_reads_one_text_a_line(bot: Run) -> None:
    lines = bot("verify", "--json", "-", given="Nobody asked the islanders\nNobody told the islanders\n").stdout
    assert [json.loads(line)["verdict"] for line in lines.splitlines()] == ["exact", "altered"]


def test_search_gives_its_outcome_in_json(bot: Run) -> None:
    told = json.loads(bot("search", "--json", "--limit", "2", "why did the ferry stop").stdout)
    assert told["query"] == "why did the ferry stop"
    assert told["outcome"] == "match"
    assert told["results"][0]["kind"] == "brief"
    assert told["results"][0]["id"] == "ferry"
    assert set(told["results"][0]) == {"kind", "id", "score", "why"}
    assert len(told["results"]) <= 2


def test_show_prints_a_card_with_its_sources(bot: Run) -> None:
    shown = bot("show", "ferry").stdout
    assert "Why did the ferry stop?" in shown
    assert "Nobody asked the islanders" in shown


def test_show_knows_the_kinds_apart(bot: Run) -> None:
    assert "How many people lost their crossing?" in bot("show", "figure:people-without-a-crossing").stdout
    missing = bot("show", "figure:ferry")
    assert missing.returncode == 1
    assert "There is no figure 'ferry'" in missing.stderr


def test_show_prints_the_view_that_is_named(bot: Run) -> None:
    assert "Harbour office" not in bot("show", "ferry").stdout
    assert "Harbour office: About 40 people" in bot("show", "ferry", "--view", "who").stdout
    missing = bot("show", "ferry", "--view", "quote")
    assert missing.returncode == 1
    assert "'ferry' has no view 'quote'. There are: card, short, sources, who, quotes" in missing.stderr
    assert "There is no item 'fery'" in bot("show", "fery", "--view", "who").stderr


def test_show_html_is_a_page(bot: Run) -> None:
    page = bot("show", "ferry", "--html").stdout
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "<script" not in page


def test_quote_prints_a_stanza_that_can_be_pasted(bot: Run, small: Path) -> None:
    stanza = bot("quote", "The harbour office said that about 40 people").stdout
    assert "kind: narration" in stanza
    assert "paragraph: 3" in stanza
    evidence = small / "briefs" / "evidence" / "harbour-2001.yaml"
    evidence.write_text(evidence.read_text(encoding="utf-8") + stanza, encoding="utf-8")
    assert "does not stand" not in bot("check").stdout


def test_quote_shows_the_nearest_words_and_the_difference(bot: Run) -> None:
    quoted = bot("quote", "Nobody told the islanders")
    assert quoted.returncode == 1
    assert "Nobody asked the islanders" in quoted.stdout
    assert "the document has 'asked', you have 'told'" in quoted.stdout


def test_diff_tells_what_changed_and_its_entry_passes_once_it_is_filled_in(bot: Run, small: Path) -> None:
    topic = small / "briefs/topics/ferry.yaml"
    text = topic.read_text(encoding="utf-8")
    topic.write_text(text.replace("Why did the ferry stop?", "Why does the ferry not run?"), encoding="utf-8")
    told = bot("diff", str(SMALL), str(small))
    assert told.returncode == 0
    assert "  title: Why [\N{MINUS SIGN}did] [+does] the ferry" in told.stdout
    entry = bot("diff", str(SMALL), str(small), "--correction", "ferry").stdout
    assert entry.splitlines()[1:] == told.stdout.split("# For briefs/corrections.yaml")[1].splitlines()[1:]
    corrections = small / "briefs/corrections.yaml"
    corrections.write_text(entry, encoding="utf-8")
    assert bot("check").stdout.count("V207 'TODO' only holds the place") == 3
    corrections.write_text(entry.replace("TODO", "It says more."), encoding="utf-8")
    library = small / "briefs/library.yaml"
    library.write_text(
        library.read_text(encoding="utf-8").replace("Why did the ferry stop?", "Why does the ferry not run?")
    )
    assert "corrections.yaml" not in bot("check").stdout


def test_diff_of_the_same_says_so_and_refuses_what_is_no_library_or_no_change(bot: Run, small: Path) -> None:
    assert bot("diff", str(SMALL), str(small)).stdout == "Nothing has changed.\n"
    assert "is not there" in bot("diff", str(SMALL), str(small / "seeds")).stderr
    refused = bot("diff", str(SMALL), str(small), "--correction", "ferry")
    assert refused.returncode == 1
    assert "nothing to correct" in refused.stderr


def test_new_brief_writes_an_outline_once(bot: Run, small: Path) -> None:
    assert bot("new", "brief", "harbour-office").returncode == 0
    outline = small / "briefs" / "topics" / "harbour-office.yaml"
    assert outline.exists()
    again = bot("new", "brief", "harbour-office")
    assert again.returncode == 1
    assert "is already there" in again.stderr
    assert "harbour-office.yaml:" in bot("check").stdout


def test_new_brief_refuses_what_cannot_be_an_id(bot: Run, small: Path) -> None:
    for slug in ("Harbour Office", "../outside", "x" * 61):
        refused = bot("new", "brief", slug)
        assert refused.returncode == 1
        assert "cannot be an id" in refused.stderr
    assert len(list((small / "briefs").rglob("*.yaml"))) == len(list((SMALL / "briefs").rglob("*.yaml")))


def test_new_document_prints_an_entry_with_the_digest(bot: Run, small: Path) -> None:
    entry = bot("new", "document", str(small / "seeds" / "harbour.txt")).stdout
    digest = (SMALL / "seeds" / "documents.yaml").read_text(encoding="utf-8").split("sha256: ")[1].split()[0]
    assert f"sha256: {digest}" in entry


def test_schema_writes_a_schema_for_every_kind_of_file(bot: Run, tmp_path: Path) -> None:
    bot("schema", str(tmp_path / "schemas"))
    written = {file.name for file in (tmp_path / "schemas").iterdir()}
    assert {"topics.schema.json", "evidence.schema.json", "documents.schema.json"} <= written
    topics = json.loads((tmp_path / "schemas" / "topics.schema.json").read_text(encoding="utf-8"))
    assert "title" in topics["properties"]
    assert "id" not in topics["properties"]
    assert topics["properties"]["group"]["enum"] == ["harbour"]


def test_usage_of_nothing_is_empty(bot: Run) -> None:
    assert json.loads(bot("usage", "--json").stdout) == {"total": 0, "rows": []}


def test_usage_is_told_whole_in_a_narrow_window(bot: Run, small: Path) -> None:
    async def counted() -> None:
        async with UsageLog(
            small / "state" / "usage.sqlite3", Keys.fixed(b"a key for tests, and for tests alone")
        ) as usage:
            usage.count("brief", "match", place="server", subject="what-became-of-the-ferry")

    asyncio.run(counted())
    lines = bot("usage", COLUMNS="60").stdout.splitlines()
    columns = [line.split("│")[3].strip() for line in lines if line.count("│") > 3]
    assert "".join(columns) == "what-became-of-the-ferry"


def counts_of(small: Path, keys: Keys, server: int) -> None:
    async def counted() -> None:
        async with UsageLog(small / "state" / "usage.sqlite3", keys) as usage:
            usage.count("brief", "match", place="server", server=server, subject="what-became-of-the-ferry")
        await DeskState(small / "state" / "usage.sqlite3").put(str(server), "settings", "cooldown: 5\n")

    asyncio.run(counted())


def test_what_is_of_one_server_can_be_purged_alone(bot: Run, small: Path) -> None:
    keys = read_keys(None, small / "state" / "usage.key", date(2026, 1, 1))
    for server in (11, 22):
        counts_of(small, keys, server)
    purged = bot("usage", "purge", "--server", "11")
    assert purged.returncode == 0
    assert purged.stdout.splitlines()[:2] == [
        "1 row deleted.",
        "1 value of its moderators deleted; a bot that runs knows them until it is stopped.",
    ]
    assert json.loads(bot("usage", "--json").stdout)["total"] == 1
    assert "- `desk_state`: 2 rows" in bot("usage", "privacy").stdout, "the other's settings, and the last day seen"


def test_without_a_key_no_counts_of_one_server_are_purged_but_what_its_moderators_set_is(bot: Run, small: Path) -> None:
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    refused = bot("usage", "purge", "--server", "11")
    assert refused.returncode == 1
    assert "There is no key in" in refused.stderr
    assert "1 value of its moderators deleted" in refused.stderr
    assert json.loads(bot("usage", "--json").stdout)["total"] == 1
    assert "- `desk_state`: 1 row" in bot("usage", "privacy").stdout, "the last day seen"


def test_purging_says_that_another_reader_keeps_old_pages_alive(bot: Run, small: Path) -> None:
    database = small / "state" / "usage.sqlite3"
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM counts").fetchall()
        purged = bot("usage", "purge")
    assert "1 row deleted." in purged.stdout
    assert "Another program is reading the database and keeps old pages alive" in purged.stdout
    assert "keeps old pages alive" not in bot("usage", "purge").stdout
    assert b"what-became-of-the-ferry" not in database.read_bytes()


def test_copies_of_the_database_go_with_what_was_counted(bot: Run, small: Path) -> None:
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    copy = small / "state" / "usage.sqlite3.version-1-1"
    copy.write_bytes(b"what-became-of-the-ferry")
    assert "1 copy of the database deleted." in bot("usage", "purge").stdout
    assert not copy.exists()


def test_a_database_that_is_locked_is_named_as_locked(bot: Run, small: Path) -> None:
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    with closing(sqlite3.connect(small / "state" / "usage.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = bot("usage", "purge")
    assert refused.returncode == 1
    assert "is locked" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_sandbox_counts_into_a_database_of_its_own(bot: Run, environment: dict[str, str], small: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "Connected as" in line:
                break
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
    assert (small / "state" / "sandbox" / "usage.key").exists()
    assert not (small / "state" / "usage.key").exists()
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    assert json.loads(bot("usage", "--json").stdout)["total"] == 1
    assert json.loads(bot("usage", "--sandbox", "--json").stdout)["total"] == 0


def test_what_is_kept_is_told_with_the_present_numbers_of_rows(bot: Run, root: Path) -> None:
    told = bot("usage", "privacy").stdout
    assert told.startswith((root / "PRIVACY.md").read_text(encoding="utf-8"))
    assert told.endswith("## Now\n\n- `counts`: 0 rows\n- `desk_state`: 0 rows\n")


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
