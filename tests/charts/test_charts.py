import asyncio
import struct
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.cards.statement import comparable
from bot.charts.charts import Charts
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.model import Figure, Statement
from bot.words.catalogue import Catalogue, Words
from tests.builders import a_library

ENDLESS = "import time, sys\nsys.stdin.read()\nopen(sys.argv[0] + '.started', 'w').close()\ntime.sleep(600)\n"


def a_statement(low: int | None, high: int | None, counts: str = "people in hiding", year: int = 2006) -> Statement:
    return Statement(
        low=low, high=high, as_of=PartialDate(year), counts=counts, holder="A Holder", via="A Paper", rests_on=("x",)
    )


def a_figure(*statements: Statement, key: str = "figure") -> Figure:
    return Figure(id=key, question="How many?", why_they_differ="They do.", statements=statements)


@pytest.fixture(scope="module")
def words() -> Words:
    return Catalogue.load().words("en")


@pytest.fixture
def library() -> Library:
    return a_library(
        a_figure(a_statement(10, 30), a_statement(None, 40), a_statement(5, None), a_statement(7, 7)),
        a_figure(a_statement(10, 30), a_statement(5, 9, counts="people who left"), key="lone"),
    )


async def test_comparable_statements_are_drawn_and_lone_ones_are_not(words: Words, library: Library) -> None:
    drawn = await Charts(words).of(library)
    assert set(drawn) == {"figure"}
    assert drawn["figure"].startswith(b"\x89PNG")
    width, height = struct.unpack(">II", drawn["figure"][16:24])
    assert width == 968
    assert height > 400


async def test_a_library_is_drawn_once(words: Words, library: Library) -> None:
    charts = Charts(words)
    first, again = await asyncio.gather(charts.of(library), charts.of(library))
    assert again is first
    other = replace(library, figures={"figure": a_figure(a_statement(1, 2), a_statement(3, 4))})
    assert (await charts.of(other))["figure"] != first["figure"]


def test_only_statements_of_the_very_same_thing_are_comparable() -> None:
    statements = (
        a_statement(1, 2, year=2007),
        a_statement(3, 4, year=2005),
        a_statement(5, 6, counts="people who left"),
    )
    assert comparable(a_figure(*statements)) == {"people in hiding": [statements[1], statements[0]]}


@pytest.mark.parametrize(
    "program", ["raise SystemExit('no fonts')", "print('[]')", "print('{\"figure\": 7}')", "print('x')"]
)
async def test_a_child_that_fails_costs_the_picture_and_nothing_else(
    words: Words, library: Library, tmp_path: Path, program: str
) -> None:
    child = tmp_path / "child.py"
    child.write_text(program, encoding="utf-8")
    assert await Charts(words, child).of(library) == {}


async def test_a_child_that_never_ends_is_ended(words: Words, library: Library, tmp_path: Path) -> None:
    child = tmp_path / "child.py"
    child.write_text(ENDLESS, encoding="utf-8")
    assert await Charts(words, child, seconds=2).of(library) == {}
    assert (tmp_path / "child.py.started").exists()


async def test_a_letter_that_the_font_lacks_costs_that_picture_alone(words: Words) -> None:
    library = a_library(
        a_figure(a_statement(1, 2), a_statement(3, 4)),
        a_figure(a_statement(1, 2, counts="북한 사람"), a_statement(3, 4, counts="북한 사람"), key="korean"),
    )
    assert set(await Charts(words).of(library)) == {"figure"}


async def test_the_child_is_not_told_the_token(
    words: Words, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    told = tmp_path / "told"
    child = tmp_path / "child.py"
    child.write_text(f"import os\nopen({str(told)!r}, 'w').write(repr(dict(os.environ)))\n", encoding="utf-8")
    await Charts(words, child).of(library)
    assert "secret" not in told.read_text(encoding="utf-8")


def test_the_bot_never_loads_matplotlib() -> None:
    program = "import bot.cli, bot.charts.charts, bot.cards.routes, sys; print('matplotlib' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert ended.stdout.strip() == "False"


async def test_counts_by_day_are_drawn_on_one_picture_without_words(words: Words) -> None:
    monday = date(2026, 11, 2)
    drawn = await Charts(words).of_days([(monday + timedelta(days=number), number % 9) for number in range(34)])
    assert drawn is not None
    width, height = struct.unpack(">II", drawn[16:24])
    assert width == 968
    assert height < 500


async def test_where_the_child_fails_there_is_no_picture_of_the_days(words: Words, tmp_path: Path) -> None:
    child = tmp_path / "child.py"
    child.write_text("raise SystemExit('no fonts')", encoding="utf-8")
    assert await Charts(words, child).of_days([(date(2026, 11, 2), 4)]) is None


async def test_days_that_are_asked_for_at_once_are_drawn_by_one_child_and_the_same_days_once(
    words: Words, library: Library, tmp_path: Path
) -> None:
    child = tmp_path / "child.py"
    child.write_text(
        "import base64, json, sys\n"
        "asked = json.load(sys.stdin)\n"
        f"open({str(tmp_path / 'drawn')!r}, 'a').write(f'{{len(asked)}}\\n')\n"
        "images = {each['id']: base64.b64encode(json.dumps(each).encode()).decode() for each in asked}\n"
        "print(json.dumps(images))\n",
        encoding="utf-8",
    )
    charts = Charts(words, child)
    counts = [[(date(2026, 11, 2), number % 3)] for number in range(9)]
    drawing = asyncio.create_task(charts.of(library))
    await asyncio.sleep(0)
    drawn = await asyncio.gather(*map(charts.of_days, counts))
    await drawing
    assert [f'"count": {number % 3}'.encode() in (image or b"") for number, image in enumerate(drawn)] == [True] * 9
    assert (tmp_path / "drawn").read_text(encoding="utf-8").split() == ["1", "3"]
    assert await charts.of_days(counts[0]) is not None
