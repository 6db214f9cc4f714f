"""Measures how much of a phone's screen every answer takes: `python -m benchmarks.screens [--pictures FOLDER]`.

Every card is asked for in the sandbox and drawn by Chromium on its page, at the size of a phone and of a desk. Without
Chromium there is nothing to measure, and that is said.
"""

import argparse
import asyncio
import re
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Locator, Page, ViewportSize, async_playwright

from benchmarks.shipped import ROOT
from benchmarks.table import table
from bot.cards.address import Address, parse
from bot.charts.charts import Charts
from bot.chat.connection import connect
from bot.chat.connection.connect import Login
from bot.current import Current
from bot.domain.library import Library
from bot.report import whole_snapshot
from bot.sources import Sources
from bot.usage.key import Keys
from bot.usage.log import UsageLog
from bot.words.catalogue import ENGLISH, Catalogue
from discord_sandbox import Sandbox
from discord_sandbox.actors.actor import Actor
from discord_sandbox.actors.replies import Reply
from tests.browser import BROWSER, SWITCHES

PHONE, DESK = (390, 844), (1280, 800)
LOG = 740
"""Pixels of a phone that the messages have on the sandbox's page; the rest is the heading and the line to type in."""
HEAD = ("", "cards", "words", "at most", "characters", "at most", "screens", "at most")


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer to look at: what it is called, the command, and the button or choice pressed on it, if any."""

    group: str
    name: str
    command: str
    options: tuple[tuple[str, str], ...] = ()
    pressed: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer as it was drawn."""

    asked: Asked
    words: int
    characters: int
    screens: float


def screens(pictures: Path | None = None) -> str:
    """A table: a row for each group of answers."""
    if BROWSER is None:
        return "There is no Chromium here to draw the cards."
    seen = asyncio.run(_all_seen(pictures))
    groups = dict.fromkeys(one.asked.group for one in seen)
    return table(HEAD, (_row(group, [one for one in seen if one.asked.group == group]) for group in groups))


def _row(group: str, seen: Sequence[Seen]) -> list[str]:
    columns = ([one.words for one in seen], [one.characters for one in seen], [one.screens for one in seen])
    words, characters, heights = columns
    return [
        group,
        str(len(seen)),
        *(str(round(value)) for value in (sum(words) / len(seen), max(words))),
        *(str(round(value)) for value in (sum(characters) / len(seen), max(characters))),
        *(f"{value:.2f}" for value in (sum(heights) / len(seen), max(heights))),
    ]


async def _all_seen(pictures: Path | None) -> list[Seen]:
    async with shipped_bot() as (sandbox, library, _), console(sandbox) as page:
        asker = sandbox.actor("member", "server")
        seen: list[Seen] = []
        for asked in _first(library):
            reply = await asker.command(asked.command, **dict(asked.options))
            seen.append(await _drawn(page, asked, reply, pictures))
            if asked.group == "/brief":
                for pressed in _leading_on(reply):
                    view = Asked(f"/brief: {_view(pressed)}", f"{asked.name}-{_view(pressed)}", "brief", asked.options)
                    again = await asker.command(asked.command, **dict(asked.options))
                    seen.append(await _drawn(page, view, await _press(asker, again, pressed), pictures))
        return seen


def _first(library: Library) -> Iterator[Asked]:
    """Every brief, and one answer or more of every other kind."""
    for key in library.briefs:
        yield Asked("/brief", f"brief-{key}", "brief", (("topic", key),))
    for key in library.provisions:
        yield Asked("/treaty", f"article-{key}", "treaty", (("reference", key),))
    for command, option, items in (
        ("quote", "search", library.quotations),
        ("figures", "topic", library.figures),
        ("define", "term", library.terms),
        ("source", "document", library.documents),
    ):
        for key in items:
            yield Asked(f"/{command}", f"{command}-{key}", command, ((option, key),))
    for command in ("topics", "quote", "treaty", "figures", "timeline", "define", "source", "help", "about", "privacy"):
        yield Asked(f"/{command} alone", command, command)
    for key in library.briefs:
        if key in library.events_on:
            yield Asked("/timeline", f"timeline-{key}", "timeline", (("topic", key),))


def _leading_on(reply: Reply) -> Iterator[str]:
    """The custom ids and values that lead from a brief to another view of it."""
    ids = [button.custom_id or "" for button in reply.buttons]
    ids += [choice.value for select in reply.selects for choice in select.options]
    for one in ids:
        leads_to = parse(one)
        if isinstance(leads_to, Address) and leads_to.kind == "brief" and leads_to.view not in {"card", "short"}:
            yield one


def _view(custom_id: str) -> str:
    leads_to = parse(custom_id)
    return f"{leads_to.view}{' opened' * leads_to.opened}" if isinstance(leads_to, Address) else ""


async def _press(asker: Actor, reply: Reply, pressed: str) -> Reply:
    if any(button.custom_id == pressed for button in reply.buttons):
        return await asker.press(reply, pressed)
    menu = next(select for select in reply.selects if any(choice.value == pressed for choice in select.options))
    return await asker.choose(reply, menu.custom_id, pressed)


async def _drawn(page: Page, asked: Asked, reply: Reply, pictures: Path | None) -> Seen:
    message = await message_of(page, reply)
    text = _shown(reply.text())
    box = await message.bounding_box()
    if pictures:
        for name, (width, height) in (("phone", PHONE), ("desk", DESK)):
            await page.set_viewport_size({"width": width, "height": height})
            await message.evaluate("message => message.scrollIntoView({block: 'start'})")
            await page.screenshot(path=pictures / f"{asked.name}.{name}.png")
        await page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    return Seen(asked, len(text.split()), len(text), (box["height"] if box else 0) / LOG)


async def message_of(page: Page, reply: Reply) -> Locator:
    """The last message on the page, once it is the reply's."""
    message = page.locator(".message:not(.pending)").last
    first = _shown(reply.text()).strip().split("\n", 1)[0][:20]
    await message.get_by_text(first).first.wait_for(timeout=5000)
    return message


def _shown(markdown: str) -> str:
    """About what a reader sees of some Markdown: links without their addresses, no marks."""
    return re.sub(r"\]\(\S+?\)|\\(?=\W)|[*_`#>]|^-# ", "", markdown, flags=re.MULTILINE)


@asynccontextmanager
async def shipped_bot() -> AsyncGenerator[tuple[Sandbox, Library, UsageLog]]:
    """The shipped bot in a sandbox, with what it counts into."""
    catalogue = Catalogue.load()
    sources = Sources(ROOT / "seeds", ROOT / "briefs", ROOT / "moderation.yaml")
    snapshot = whole_snapshot(sources, catalogue, datetime.now(UTC).date())
    current = Current(sources, snapshot, Charts(catalogue.words(ENGLISH)))
    async with AsyncExitStack() as stack:
        state = Path(stack.enter_context(TemporaryDirectory()))
        sandbox = await stack.enter_async_context(Sandbox(bot_name="Verbatim", patience=20))
        usage = await stack.enter_async_context(
            UsageLog(state / "usage.sqlite3", Keys.fixed(b"for figures, and for figures alone"))
        )
        serving = asyncio.create_task(
            connect.run(Login(sandbox.token, state / "commands.sha256", sandbox.api_url), current, usage)
        )
        await sandbox.connected()
        yield sandbox, snapshot.library, usage
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


@asynccontextmanager
async def console(sandbox: Sandbox, size: tuple[int, int] = PHONE, scale: float = 1) -> AsyncGenerator[Page]:
    """The sandbox's page in a browser, with this many dots a pixel."""
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=BROWSER, args=SWITCHES)
        viewport: ViewportSize = {"width": size[0], "height": size[1]}
        page = await browser.new_page(viewport=viewport, device_scale_factor=scale)
        await page.goto(sandbox.console_url)
        await page.get_by_text("Verbatim is online").wait_for(state="attached")
        yield page
        await browser.close()


def main() -> None:
    """Print the table, and draw the pictures if a folder for them is named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screens", description=__doc__)
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="keep a picture of every card here")
    pictures: Path | None = parser.parse_args().pictures
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    print(screens(pictures))


if __name__ == "__main__":
    main()
