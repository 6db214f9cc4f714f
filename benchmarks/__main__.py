"""Measures what the bot finds and how fast: `python -m benchmarks` prints figures, `--write` writes docs/figures.md.

`--large` adds the largest sizes, which take some minutes and a gigabyte or two.
"""

import argparse
import asyncio
import platform
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import (
    altered,
    elsewhere,
    fitting,
    framed,
    growth,
    misspelt,
    questions,
    reloading,
    screens,
    search,
    start,
    unlisted,
    verify,
)
from benchmarks.answering.beside import answering
from benchmarks.answering.long_run import long_run
from benchmarks.shipped import shipped_library
from benchmarks.table import table
from bot.domain.search import Finder, Thresholds
from tests.golden.elsewhere import FOLDER
from tests.golden.misspelling import installed, misspellings

FIGURES = Path(__file__).parent.parent / "docs" / "figures.md"


def main() -> None:
    """Run everything that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--large", action="store_true", help="also 100,000 entries, 10,000 documents and 1,000 briefs")
    parser.add_argument("--write", action="store_true", help="write docs/figures.md")
    chosen = parser.parse_args()
    report = "\n\n".join(_report(large=chosen.large)) + "\n"
    print(report)
    if chosen.write:
        FIGURES.write_text(report, encoding="utf-8")


def _report(*, large: bool) -> list[str]:
    limits = Thresholds()
    shipped = shipped_library()
    finder = Finder(shipped)
    sets = questions.sets(finder)
    machine = f"Python {platform.python_version()}, {platform.machine()}, one thread, {datetime.now(UTC):%d %B %Y}"
    return [
        "# Figures",
        _told(
            f"""Written by `python -m benchmarks --write` ({machine}); `make bench` measures again, without the
            largest sizes. Times are those of a small shared machine: compare rows and columns, not machines."""
        ),
        "## What questions find",
        _told(
            """The golden questions (`tests/golden`) are asked of the shipped library. The *tuning* half is what
            aliases, synonyms and limits were worked out on. The *locked* half was not looked at for that; but it was
            written by the same hand before most of the aliases, and some of its questions come near to one. The
            *strangers* saw the documents and the titles and nothing else; choices were made on their questions. The
            *fresh* questions are by another of them, and were only counted: the best guess at how new ones fare. When
            they were first asked, on 27 November 2026 before all choices, 59.6% had the right answer first, 7.9% a
            wrong one with confidence, 21.9% were refused and 29.8% asked back."""
        ),
        table(["", *sets], questions.rows(sets)),
        _told(
            f"""The limits in use were found with `python -m benchmarks.choose` on the tuning half, what strangers
            asked, half of the other libraries' questions and the public's: a match from a confidence of
            {limits.match}, asked back from {limits.ask}; each further thing that agrees leaves {limits.shared:.0%}
            of the doubt, and another topic raises one where the best leads it by less than {limits.lead} of a word
            as rare as the rarest. What
            each mistake costs is said in that script."""
        ),
        "## What one misspelling costs",
        _told(
            """Each golden question with one word misspelt, beside the same questions as they are: an English word as
            people misspell it, by the dictionary of codespell where it is installed; a Korean one by a slip of the
            keys; a Chinese character for any other common one that sounds the same, which is harsher than life."""
        ),
        misspelt.costs(finder, misspellings(installed())),
        "## What is found in other libraries",
        _told(
            """Invented libraries about something else, with three other names an entry and the same limits. A question
            that shares no word with its entry cannot be found; those that do are counted apart. Off topic are the
            golden questions of the shipped library."""
        ),
        elsewhere.rows(elsewhere.elsewhere(file, shipped.wording) for file in sorted(FOLDER.glob("*.yaml"))),
        "## How fast a question is completed",
        _told(
            """Every key stroke of 60 titles and aliases, a third of them misspelt, asks for 25 briefs. `WRatio` is
            rapidfuzz's `process.extract` with its usual scorer over the same titles and aliases, in the same run.
            Memory is what building the index allocates, beside the library itself."""
        ),
        search.speed((*search.SIZES, search.LARGE) if large else search.SIZES),
        "## How fast a text is checked",
        _told("Texts of 300 characters against invented documents of a thousand words each."),
        verify.speed((*verify.SIZES, verify.LARGE) if large else verify.SIZES),
        "## How loading grows",
        _told(
            """Invented libraries, written as files and read again: each brief has a document of its own with ten pieces
            of evidence, two people, a figure, two events, a note and a term. Seconds of one processor; laying out the
            cards is measured below."""
        ),
        growth.growth((*growth.SIZES, growth.LARGE) if large else growth.SIZES),
        "## How fast every card is laid out",
        _told(
            """Every card of a library is built and laid out in every language, length and view, as `check` does: first
            the shipped library, then invented ones, each brief resting on ten quotations of a document of its own."""
        ),
        fitting.speed((*fitting.SIZES, fitting.LARGE) if large else fitting.SIZES),
        "## How long answers take while everything is read again",
        _told(
            """Every 20 ms a question is completed and the briefing that was found laid out as a message, first at rest,
            then while `/desk reload` reads an invented library again. Milliseconds from when the question was due."""
        ),
        reloading.reloading((*reloading.SIZES, reloading.LARGE) if large else reloading.SIZES),
        "## How fast it starts",
        _told(
            f"""From the process's beginning to READY, against a sandbox in another process; medians of
            {start.STARTS - 1} starts, by turns. Connecting is what comes after all is loaded: logging in, registering
            the commands, the session with the gateway."""
        ),
        start.starting(),
        "## How fast answers are, beside a bare bot",
        _told(
            """From just before an interaction is sent until its answer has arrived whole, at a server of the
            benchmark's own which checks nothing; medians of alternating blocks, one question after another, then 64 at
            once with all kinds mixed. The bare bot is discord.py on the event loop that it comes with; it answers each
            command and button with one static card, made anew each time, and completes by looking for what was typed
            in the titles. What a processor had to do for an answer hardly depends on what else the machine does. Half
            of the key strokes begin a title, half a golden question, every fifth misspelt: most are typed for the first
            time. Of questions some are asked again and again, the others once."""
        ),
        asyncio.run(answering()),
        *([asyncio.run(long_run())] if large else []),
        _told(
            """What was tried beside, and left: orjson in the place of json reads a command's frame in 3 µs instead of 9
            and a press in 10 instead of 22, of some 450 and 550 that an answer takes a processor, and a bare bot in the
            same environment would have it too. One task for a command instead of the two that discord.py begins could
            not be told from chance. Most of what is left is the way through websocket, socket and HTTP, of which both
            bots have the same; and searching for a question in words of its own."""
        ),
        "## Which changes are recognised",
        _told(
            """Runs of 10, 20 and 40 words of the five documents, with more and more of the words replaced by others.
            One changed word is enough for *altered*; when so much is changed that nothing is near, the answer is
            *absent*. The few that stay *exact* hold a whole quotation within its marks and are changed around it."""
        ),
        verify.changes(),
        "## What stored and changed words are taken for",
        _told(
            """Every quotation of a speaker in everyday frames; then sentences and articles with one word changed, where
            the changed words stand nowhere else in the library."""
        ),
        framed.framed(),
        framed.changed(),
        _told(
            """Then frames that people use and no list has, most of them found after the frames' code stood; around
            quotations and articles."""
        ),
        unlisted.unlisted(),
        _told(
            """Last, alterations as somebody who means it would make them: of every paragraph and sentence of the
            documents, pasted without their marks, of every quotation, and of every article with its own, in eighteen
            frames. A change that gives words standing elsewhere in the library is not counted; nor is a first or last
            word cut off, which leaves exact words, with what stands before and after them told."""
        ),
        altered.altered(),
        "## How much of a phone's screen an answer takes",
        _told(
            f"""Every brief with its views, and an answer of every other kind, drawn by Chromium on the sandbox's page
            at {screens.PHONE[0]} by {screens.PHONE[1]}, where messages have {screens.LOG} pixels; of answers that turn
            page by page the first. The height is that of the whole message, with the lines that Discord puts above and
            below; words and characters are those with the buttons'."""
        ),
        screens.screens(),
    ]


def _told(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
