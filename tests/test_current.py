"""What is in force: loaded whole or not at all, and given back once nothing uses it."""

import asyncio
import gc
import os
import resource
import shutil
import signal
import sys
import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot import checking as checking_module
from bot.charts.charts import Charts
from bot.checking import Checking, CheckingError
from bot.content.moderation import load_moderation
from bot.content.proved import proved_library
from bot.current import Current, Reloaded
from bot.domain.problem import ProblemsError
from bot.report import report_on, whole_snapshot
from bot.snapshot import Snapshot
from bot.sources import Sources
from bot.words.catalogue import ENGLISH, Catalogue
from tests.checks_under_way import check_begun


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture
def sources(root: Path, tmp_path: Path) -> Sources:
    """A small library of its own, to be changed and broken."""
    content = Path(shutil.copytree(root / "tests/content/small", tmp_path / "content"))
    (tmp_path / "moderation.yaml").write_text("{}\n", encoding="utf-8")
    return Sources(content / "seeds", content / "briefs", tmp_path / "moderation.yaml")


@pytest.fixture
def current(sources: Sources, catalogue: Catalogue, today: date) -> Current:
    charts = Charts(catalogue.words(ENGLISH), seconds=0)
    return Current(sources, whole_snapshot(sources, catalogue, today), charts)


def break_name(sources: Sources) -> None:
    file = sources.briefs / "topics" / "ferry.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")


def break_rule(sources: Sources) -> None:
    file = sources.briefs / "topics" / "ferry.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Why", "title: Why 7,777 times"), encoding="utf-8")


def break_fit(sources: Sources) -> None:
    """A name so long that title, small print and buttons leave no room."""
    file = sources.seeds / "documents.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("publisher: ", f"publisher: {'Very ' * 500}", 1), encoding="utf-8")


def break_moderation(sources: Sources) -> None:
    sources.moderation.write_text("posting: sometimes\n", encoding="utf-8")


@pytest.mark.parametrize("break_it", [break_name, break_rule, break_fit, break_moderation])
async def test_what_check_refuses_a_start_and_a_reload_refuse_with_the_same_problems(
    sources: Sources, catalogue: Catalogue, today: date, current: Current, break_it: object
) -> None:
    before = current.snapshot
    assert callable(break_it)
    break_it(sources)
    report = report_on(sources, catalogue, today)
    assert not report.is_sound
    with pytest.raises(ProblemsError) as at_start:
        whole_snapshot(sources, catalogue, today)
    with pytest.raises(ProblemsError) as at_reload:
        await current.reload()
    assert at_start.value.problems == report.problems
    assert at_reload.value.problems == report.problems == current.problems
    assert current.snapshot is before


async def test_whoever_asks_for_a_reload_while_one_waits_shares_that_one(current: Current) -> None:
    begun = asyncio.create_task(current.reload())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    later = await asyncio.gather(*(current.reload() for _ in range(30)))
    assert (await begun).snapshot is not later[0].snapshot, "files may have changed after it began"
    assert len({id(one.snapshot) for one in later}) == 1


async def test_a_reload_puts_content_and_decisions_in_force_together(sources: Sources, current: Current) -> None:
    before = current.snapshot
    file = sources.briefs / "topics" / "ferry.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Why did", "title: Why really did"), encoding="utf-8")
    sources.moderation.write_text("posting: nobody\n", encoding="utf-8")
    reloaded = await current.reload()
    assert current.snapshot is reloaded.snapshot is not before
    assert reloaded.moderation == ("posting",)
    assert [change.id for change in reloaded.changes.changed] == ["ferry"]
    assert current.snapshot.library.briefs["ferry"].title.startswith("Why really did")
    assert current.snapshot.moderation == load_moderation(sources.moderation)


def go_away(folder: Path) -> None:
    shutil.rmtree(folder)


def be_a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("not a folder", encoding="utf-8")


def be_a_circle(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to(folder.name)


def be_a_pipe(folder: Path) -> None:
    shutil.rmtree(folder)
    os.mkfifo(folder)


@pytest.mark.parametrize(
    ("vanish", "late"), [(go_away, False), (go_away, True), (be_a_file, True), (be_a_circle, False), (be_a_pipe, False)]
)
async def test_a_folder_that_vanishes_changes_nothing_and_is_told(
    sources: Sources, current: Current, vanish: Callable[[Path], None], *, late: bool
) -> None:
    """Before the reload, or in the middle of it."""
    before = current.snapshot
    reloading = asyncio.create_task(current.reload())
    if late:
        await check_begun()
    vanish(sources.briefs)
    with pytest.raises((ProblemsError, CheckingError)) as caught:
        await reloading
    assert current.snapshot is before
    if isinstance(caught.value, ProblemsError):
        assert any("briefs" in problem.path for problem in caught.value.problems)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes as Linux shows them")
async def test_a_process_that_is_killed_or_has_no_memory_while_it_checks_changes_nothing(current: Current) -> None:
    def kill(process: int) -> None:
        os.kill(process, signal.SIGKILL)

    def take_memory(process: int) -> None:
        resource.prlimit(process, resource.RLIMIT_AS, (30_000_000, 30_000_000))

    before = current.snapshot
    for end, why in ((kill, "was killed"), (take_memory, "ended with")):
        reloading = asyncio.create_task(current.reload())
        end(await check_begun())
        with pytest.raises(CheckingError, match=why):
            await reloading
        assert current.snapshot is before
    await current.reload()
    assert current.snapshot is not before


async def test_checking_that_takes_too_long_is_given_up(sources: Sources, today: date) -> None:
    with Checking(sources, today) as checking, pytest.raises(CheckingError, match="took more than"):
        await checking.result_within(0.01)


async def test_where_the_program_itself_was_moved_away_that_is_what_is_said(
    current: Current, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking_module, "_ROOT", tmp_path / "moved")
    with pytest.raises(CheckingError, match=r"folder that the bot runs from, .*moved, is not there any more") as caught:
        await current.reload()
    assert "memory" not in str(caught.value)


async def test_all_who_reload_while_one_is_under_way_share_the_next(sources: Sources, current: Current) -> None:
    first = [asyncio.create_task(current.reload()) for _ in range(10)]
    await check_begun()
    with (sources.briefs / "topics/ferry.yaml").open("a", encoding="utf-8") as file:
        file.write("# another line\n")
    second = [asyncio.create_task(current.reload()) for _ in range(10)]
    outcomes = await asyncio.gather(*first, *second, return_exceptions=True)
    assert len({id(outcome) for outcome in outcomes[:10]}) == 1
    assert len({id(outcome) for outcome in outcomes[10:]}) == 1
    assert isinstance(outcomes[-1], Reloaded)
    assert current.snapshot is outcomes[-1].snapshot


def test_the_process_that_checks_says_which_bytes_it_has_read(sources: Sources, today: date) -> None:
    with Checking(sources, today) as checking:
        checked = checking.result()
    assert checked.is_sound
    assert checked.digest == sources.digest()
    (sources.briefs / "notes.yaml").write_text("# another\n", encoding="utf-8")
    assert checked.digest != sources.digest()


def test_a_snapshot_that_nothing_uses_is_given_back_without_the_collector(sources: Sources) -> None:
    library = proved_library(sources.seeds, sources.briefs)
    snapshot = Snapshot.of(library, load_moderation(sources.moderation))
    snapshot.finder.search("why did the ferry stop")
    snapshot.checker.check("the ferry did not run")
    parts = [weakref.ref(part) for part in (library, snapshot.finder, snapshot.checker)]
    gc.disable()
    try:
        gc.collect()
        del snapshot, library
        assert [part() for part in parts] == [None, None, None]
        assert gc.collect() == 0, "a part of a part is in a cycle"
    finally:
        gc.enable()


def test_a_briefing_that_the_moderators_file_hides_and_nobody_has_is_warned_of(
    sources: Sources, catalogue: Catalogue, today: date
) -> None:
    sources.moderation.write_text('cooldown: 0\nhidden: [fery]\nservers: {"1": {hidden: [ferry]}}\n', encoding="utf-8")
    report = report_on(sources, catalogue, today)
    assert report.is_sound
    (warning,) = [problem for problem in report.problems if problem.code == "V805"]
    assert str(warning) == (
        "moderation.yaml:2: V805 warning: the library has no briefing 'fery'; did you mean 'ferry'?"
    )
