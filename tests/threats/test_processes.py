"""What the running program writes, connects to and starts is what docs/threats.md says, and all of that happens.

The bot serves on the sandbox, as it would on Discord, and does whatever it can; then without a token; then the commands
of the command line are run. Every Python process of it writes down what it does.
"""

import asyncio
import json
import re
import shutil
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from bot.usage import schema
from bot.usage.log import PAUSE
from discord_sandbox import Sandbox, Upload
from tests.journeys.process import ROOT, SMALL, Bot, environment_of
from tests.threats.document import named, table
from tests.threats.watched import Watch

SESSION = Path(__file__).with_name("cli_session.py")
COMPILED = "import module"
SEEN = "seen by the tests"
FOR_THE_TEST = {"TMPDIR", "HOME", "log", "moderation.yaml", "copy", "copy/module.py", "python", "/dev/null"}


@dataclass
class Run:
    """Everything that was done, with the folders that it was done in."""

    folder: Path
    watch: Watch
    modes: dict[str, int] = field(default_factory=dict[str, int])
    """The mode of every path that was seen there, by what the document calls it."""

    def name(self, path: str) -> str:
        """What the document calls a path."""
        return path.removeprefix(f"{self.folder}/")

    def look(self) -> None:
        """Note the modes of all there is."""
        for path in self.folder.rglob("*"):
            if self.watch.python.parent.parent not in (path, *path.parents):
                self.modes.setdefault(self.name(str(path)), stat.S_IMODE(path.stat().st_mode))

    def environment(self, **more: str) -> dict[str, str]:
        """The folders that a process is to write to."""
        (self.folder / "TMPDIR").mkdir(exist_ok=True)
        return {
            "VERBATIM_SEEDS": str(self.folder / "seeds"),
            "VERBATIM_BRIEFS": str(self.folder / "briefs"),
            "TMPDIR": str(self.folder / "TMPDIR"),
            "HOME": str(self.folder / "HOME"),
            "PYTHONDONTWRITEBYTECODE": "1",
            **more,
        }


@pytest.fixture
def run(tmp_path: Path) -> Run:
    watching = tmp_path / "python"
    watching.mkdir()
    for part in ("seeds", "briefs"):
        shutil.copytree(SMALL / part, tmp_path / part)
    (tmp_path / "briefs" / "library.yaml").unlink()
    figures = tmp_path / "briefs" / "figures.yaml"
    *_, statement = figures.read_text(encoding="utf-8").splitlines()
    with figures.open("a", encoding="utf-8") as file:  # of two statements there is a chart
        file.write(f"{statement.replace('The harbour office', 'The port office')}\n")
    (tmp_path / "HOME").mkdir(mode=0o500)
    return Run(tmp_path, Watch(watching))


async def test_what_it_does_is_what_the_document_says(sandbox: Sandbox, run: Run) -> None:
    given = {run.name(str(path)) for path in run.folder.rglob("*")}
    await it_serves(sandbox, run)
    own_port = await it_is_tried_out(sandbox, run)
    await commands_are_run(sandbox, run)
    await python_compiles(run)

    done = {run.name(path) for path in run.watch.written()} | (run.modes.keys() - given)
    ours = {path for path in done if path not in FOR_THE_TEST}
    rows = {path: row for row in table("What is written") for path in named(row["path"])}
    assert {path for path in ours if not any(fits(path, row) for row in rows)} == set()
    assert {
        row for row, told in rows.items() if told[SEEN] == "yes" and not any(fits(path, row) for path in ours)
    } == set()
    modes = {(path, f"{mode:04o}") for path, mode in run.modes.items() if path in ours - given}
    made = {run.name(path): mode for path, mode in reversed(run.watch.events("folder"))}  # the first time it is made
    modes |= {(path, f"{mode & 0o755:04o}") for path, mode in made.items()}
    wrong = {(path, mode) for path, mode in modes if mode not in {rows[row]["mode"] for row in rows if fits(path, row)}}
    assert wrong == set()

    network = [(event, tuple(address)) for event, address in run.watch.events("network")]
    here = {("127.0.0.1", sandbox.port), ("127.0.0.1", own_port)}
    assert {address for event, address in network if event != "socket.bind"} == here
    assert {address for event, address in network if event == "socket.bind"} == {("127.0.0.1", 0)}, "the sandbox's own"
    started(run)


def started(run: Run) -> None:
    """Compare what was started by the bot, and with which environment, with the document."""
    by_the_test = {("-m", "bot", "run"), (str(SESSION),), ("-c", COMPILED)}
    rows = {
        tuple(named(row["program"])[0].split()): set(named(row["its environment"])) for row in table("What is started")
    }
    told = {program[1:]: allowed for program, allowed in rows.items() if program[0] == "python"}
    found = set[tuple[str, ...]]()
    for (interpreter, *arguments), environment in run.watch.events("process"):
        assert interpreter == str(run.watch.python)
        if not any(tuple(arguments[: len(ours)]) == ours for ours in by_the_test):
            program = tuple(argument.removeprefix(f"{ROOT}/") for argument in arguments)
            assert set(environment) <= told[program] | {"LC_CTYPE"}, "LC_CTYPE is of Python's own making"
            found.add(program)
    assert found == told.keys()
    others = {program for _, (program, *_) in run.watch.events("child")} - {str(run.watch.python)}
    assert others <= {program[0] for program in rows if program[0] != "python"}


async def it_serves(sandbox: Sandbox, run: Run) -> None:
    """The bot, with a database that is damaged, does whatever it can be asked for."""
    state = run.folder / "state"
    state.mkdir(mode=0o700)
    (state / "usage.sqlite3").touch(mode=0o600)
    (state / "usage.sqlite3").write_bytes(b"no database at all" * 99)
    desk = sandbox.population.places["desk"].channel
    bot = Bot(
        sandbox,
        run.folder,
        f"servers: {{{desk.guild.id if desk.guild else 0}: {{reports_channel: {desk.id}}}}}\n",
        program=(str(run.watch.python), "-m", "bot", "run", "--live"),
        more=run.environment(),
    )
    await bot.start()
    try:
        with closing(sqlite3.connect(bot.database)) as reader:
            await everything(sandbox)
            await asyncio.sleep(2 * PAUSE)
            reader.execute("SELECT count(*) FROM counts").fetchone()  # while somebody reads, the journal stays
            run.look()
    finally:
        await bot.end()
    run.look()
    assert bot.process is not None
    assert bot.process.returncode == 0


async def everything(sandbox: Sandbox) -> None:
    member, moderator = sandbox.actor(), sandbox.actor("moderator")
    desk = sandbox.population.places["desk"].channel
    await member.command("brief", topic="ferry", public=True)
    await member.type("brief", "topic", "fer")
    await member.command("figures", topic="people-without-a-crossing")
    await member.command("check", text="“The ferry sailed at night.”")
    await (await member.command("check", file=Upload("draft.md", b"> The ferry sailed at night.\n"))).settled()
    card = await member.command("define", term="notice")
    form = await member.press(card, "Report a problem")
    report = {"What is wrong?": "a letter", "What kind of problem is it?": "other"}
    await (await member.submit(form, report)).settled()
    rules = Upload("settings.yaml", f"reports_channel: {desk.id}\n".encode())
    await (await moderator.command("desk settings", file=rules)).settled()
    await (
        await moderator.command("desk schedule add", what="ferry", day="monday", time="09:00", zone="UTC", channel=desk)
    ).settled()
    await (await moderator.command("desk post", what="ferry")).settled()
    await (await moderator.command("desk reload")).settled()
    await (await moderator.command("desk stats")).settled()
    await (await moderator.command("desk status")).settled()


async def it_is_tried_out(sandbox: Sandbox, run: Run) -> int:
    """The bot without a token, in its own sandbox; returns the port of that."""
    own = {"DISCORD_TOKEN": "", "DISCORD_API_URL": "", "VERBATIM_SANDBOX_PORT": "0"}
    bot = Bot(
        sandbox, run.folder, "{}\n", program=(str(run.watch.python), "-m", "bot", "run"), more=run.environment(**own)
    )
    before = len(bot.log)
    await bot.launch()
    try:
        while b"Connected as" not in bot.log[before:]:
            await asyncio.sleep(0.05)
            assert bot.process is not None
            assert bot.process.returncode is None
    finally:
        await bot.end()
    run.look()
    port = re.search(rb"http://127\.0\.0\.1:(\d+)/", bot.log[before:])
    assert port
    return int(port[1])


async def commands_are_run(sandbox: Sandbox, run: Run) -> None:
    """The commands of the command line, each of which ends as it should; the database is of an earlier version."""
    folder = run.folder
    database = folder / "state" / "usage.sqlite3"
    database.write_bytes(b"")
    with closing(sqlite3.connect(database)) as earlier:
        earlier.executescript(";".join(schema.STEPS[0]) + "; PRAGMA user_version = 1")
    commands = [
        ["check"],
        ["verify", "Telling people beforehand."],
        ["show", "term:notice"],
        ["sync"],
        ["invite"],
        ["schema", str(folder / "schemas")],
        ["diff", str(SMALL), str(SMALL)],
        ["new", "brief", "a-new-brief"],
        ["new", "asked", "ko"],
        ["new", "introduction"],
        ["new", "document", str(folder / "seeds" / "harbour.txt")],
        ["usage", "--json"],
        ["usage", "export"],
        ["usage", "privacy"],
        ["usage", "purge", "--before", "2001-01-01"],
    ]
    environment = environment_of(sandbox, folder / "moderation.yaml", folder / "state")
    environment |= run.environment(PYTHONPATH=str(ROOT))
    session = await asyncio.create_subprocess_exec(
        str(run.watch.python),
        str(SESSION),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=environment,
        cwd=folder,
    )
    printed, _ = await session.communicate("".join(f"{json.dumps(command)}\n" for command in commands).encode())
    ended = re.findall(r"^ENDED .*", printed.decode(), re.MULTILINE)
    assert ended == [f"ENDED {command[:2]} 0" for command in commands], printed.decode()[-3000:]
    run.look()


async def python_compiles(run: Run) -> None:
    """A module, in a copy of the code that nobody has used before."""
    copy = run.folder / "copy"
    copy.mkdir()
    (copy / "module.py").write_text("", encoding="utf-8")
    compiling = await asyncio.create_subprocess_exec(str(run.watch.python), "-c", COMPILED, cwd=copy, env={})
    assert await compiling.wait() == 0
    run.look()


def fits(path: str, row: str) -> bool:
    """Whether a path is one of a row; in a row `*` has no slash in it, but at the beginning."""
    if row.startswith("*/"):
        return fnmatchcase(path, row)
    parts, patterns = path.split("/"), row.split("/")
    return len(parts) == len(patterns) and all(map(fnmatchcase, parts, patterns))
