"""Files that were made, or went wrong, so that reading them would take for ever, fill the memory, or raise."""

import hashlib
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.bounds import LARGEST_DOCUMENT, LARGEST_FILE, MOST_PARAGRAPHS, MOST_PARTS, MOST_PROBLEMS, MOST_PROBLEMS_IN_ALL
from bot.content.asked import AskedPhrases
from bot.content.load import examine
from bot.content.moderation import Moderation, load_moderation
from bot.content.outline import document_outline
from bot.content.parse import parse
from bot.content.read import read
from bot.content.upload import LARGEST as LARGEST_SETTINGS
from bot.content.upload import settings_in
from bot.domain.problem import ProblemsError
from bot.refusal import RefusedError
from bot.sources import Sources
from tests.examples import SMALL

TODAY = date(2026, 11, 27)
FULL = LARGEST_FILE - 100


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of the small library."""
    return Path(shutil.copytree(SMALL, tmp_path / "library"))


def told(library: Path) -> list[str]:
    return [str(problem) for problem in examine(library / "seeds", library / "briefs", TODAY).problems]


def filled(unit: str, size: int = FULL) -> str:
    return unit * (size // len(unit))


def register(library: Path, content: bytes) -> None:
    """Put another document into the library, with all that the register wants to know."""
    (library / "seeds" / "large.txt").write_bytes(content)
    entry = f"""\
large-2001:
  file: large.txt
  sha256: {hashlib.sha256(content).hexdigest()}
  title: A large one
  publisher: Port library
  publisher_certainty: confirmed
  author: null
  date: {{value: 2003-04}}
  kind: Timetable
  stance: None known.
  label: news-report
"""
    with (library / "seeds" / "documents.yaml").open("a", encoding="utf-8") as written:
        written.write(entry)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("a: &a x\nb: [" + "*a, " * 100_000 + "]\n", "1: V009 '&a' names a place", id="aliases"),
        pytest.param(
            "a0: &a0 [x, x]\n" + "".join(f"a{at}: &a{at} [*a{at - 1}, *a{at - 1}]\n" for at in range(1, 40)),
            "1: V009 '&a0' names a place",
            id="billion laughs",
        ),
        pytest.param(
            "".join(f"k{at}: &a{at} x\n" for at in range(50_000)), "1: V009 '&a0' names a place", id="anchors"
        ),
        pytest.param("a: " + "[" * 10_000 + "]" * 10_000, "1: V013 the file is nested more", id="lists in a line"),
        pytest.param("{a: " * 10_000 + "}" * 10_000, "1: V013 the file is nested more", id="mappings in a line"),
        pytest.param("".join(" " * at + "a:\n" for at in range(1_300)), "21: V013 the file is nested more", id="steps"),
        pytest.param("- " * 400_000 + "x", "1: V013 the file is nested more", id="dashes"),
        pytest.param("? " * 400_000 + "x", "1: V012 a key is a list or a mapping", id="question marks"),
        pytest.param(filled("---\n"), "2: V010 a second document begins", id="documents"),
        pytest.param(filled("- !!python/object:os.system x\n"), "1: V009 'tag:yaml.org,2002:python", id="tags"),
        pytest.param(filled("a: b\n"), "2: V011 'a' is given twice", id="one key again and again"),
        pytest.param(
            "".join(f"k{at}:\n" for at in range(110_000)), f"{MOST_PARTS}: V015 the file has more than", id="keys"
        ),
        pytest.param("a: b\n" + "\t" * 900_000 + "\nc: d\n", "2: V007 this is not YAML", id="a line of tabs"),
        pytest.param(filled("\ta: b\n"), "1: V008 a tab stands in column 1", id="a tab before every key"),
        pytest.param("\ufeff" * 300_000, "", id="byte order marks"),
        pytest.param("a: " + "x\u00a0" + "\u00a0" * 400_000 + "x", "", id="no-break spaces"),
        pytest.param("a: [" + "a, " * 300_000 + "b] #c", "1: V015 the file has more than", id="a list in one line"),
        pytest.param(filled("- a b #c\n"), "1: V014 the text is cut short", id="cuts"),
        pytest.param(filled("- a\u200bb\n"), "1: V008 there is a zero width space", id="zero width"),
        pytest.param("a: b\r\n\u00e9: c\rd: \0\r", "3: V008 there is a control character (U+0000)", id="NUL"),
        pytest.param("a: b\nc: \ud800\n", "2: V008 there is a", id="half a surrogate pair"),
        pytest.param("<<: {a: b}\n<<: {a: c}\n", "2: V011 '<<' is given twice", id="merge keys"),
        pytest.param("a: |\n" + filled("  x\n"), "", id="a long text"),
        pytest.param("a: " + "9" * FULL, "", id="a long number"),
    ],
)
def test_no_yaml_is_more_than_its_problems(text: str, problem: str) -> None:
    problems = [str(one) for one in parse(text, "a.yaml").problems]
    assert len(problems) <= MOST_PROBLEMS + 2
    assert all(len(one) < 5_000 for one in problems)
    assert problems[:1] == [] if not problem else problem in problems[0]


@pytest.mark.parametrize("number", ["9" * FULL, "1e999999999", "1_" * 100_000 + "1", "-0x10", "١٢", "0" * 5_000])
def test_no_number_is_too_long_to_be_refused(tmp_path: Path, number: str) -> None:
    (tmp_path / "moderation.yaml").write_text(f"cooldown: {number}\n", encoding="utf-8")
    try:
        cooldown = load_moderation(tmp_path / "moderation.yaml").cooldown
    except ProblemsError as error:
        [problem] = error.problems
        assert problem.line == 1
        assert len(str(problem)) < 5_000
    else:
        assert cooldown in {0, 12}


def test_many_wrong_servers_are_told_as_far_as_anybody_reads(tmp_path: Path) -> None:
    file = tmp_path / "moderation.yaml"
    servers = "".join(f'  "{10**17 + at}": {{length: short}}\n' for at in range(20_000))
    file.write_text(f"manage_server: no\nservers:\n{servers}", encoding="utf-8")
    with pytest.raises(ProblemsError) as refused:
        load_moderation(file)
    assert len(refused.value.problems) == MOST_PROBLEMS + 1
    file.write_text(f"servers:\n{servers.replace('short', 'shrt')}", encoding="utf-8")
    with pytest.raises(ProblemsError) as refused:
        load_moderation(file)
    assert [problem.code for problem in refused.value.problems] == ["V016"]


@pytest.mark.parametrize(
    "text",
    ["\t" * LARGEST_SETTINGS, filled("\ta: b\n", LARGEST_SETTINGS), filled("a: b\n", LARGEST_SETTINGS), "[" * 60_000],
)
def test_settings_from_discord_are_refused_at_once(text: str) -> None:
    with pytest.raises(ProblemsError) as refused:
        settings_in(text, Moderation(), "100000000000000001")
    assert refused.value.problems


def test_a_file_of_100_megabytes_is_not_read(library: Path) -> None:
    for name in (
        "briefs/notes.yaml",
        "briefs/asked/en.yaml",
        "briefs/topics/more.yaml",
        "seeds/documents.yaml",
        "seeds/harbour.txt",
    ):
        (library / name).parent.mkdir(exist_ok=True)
        with (library / name).open("wb") as file:
            file.truncate(100_000_000)
    problems = told(library)
    assert (
        sum("V003 the file has 100,000,000 bytes; split it: a file may have 1,000,000" in one for one in problems) == 4
    )
    shutil.copy(SMALL / "seeds" / "documents.yaml", library / "seeds")
    assert any(
        "V003 'harbour.txt' has 100,000,000 bytes; split it: a document may have 5,000,000" in one
        for one in told(library)
    )
    with pytest.raises(RefusedError, match=r"it has 100,000,000 bytes, and may have 5,000,000"):
        document_outline(library / "seeds" / "harbour.txt")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"word " * 10_000_000, "V003 'large.txt' has 50,000,000 bytes"),
        (b"word " * (LARGEST_DOCUMENT // 5), "V018 'large.txt' has 5,000,000 characters in line 1, and may have"),
        (b"x\n" * MOST_PARAGRAPHS, "V018 'large.txt' has 100,001 lines, and may have 100,000"),
    ],
)
def test_a_document_that_is_too_large_is_refused_with_its_bound(library: Path, content: bytes, problem: str) -> None:
    register(library, content)
    [said] = told(library)
    assert said.startswith(f"seeds/documents.yaml:24: {problem}")


def test_a_document_of_a_thousand_pages_is_held(library: Path) -> None:
    register(library, b"Some words of a line that is as long as lines mostly are, and one more.\n" * 30_000)
    assert told(library) == []


def test_what_is_no_file_is_neither_waited_for_nor_read(library: Path) -> None:
    os.mkfifo(library / "briefs" / "topics" / "pipe.yaml")
    os.mkfifo(library / "seeds" / "pipe.txt")
    (library / "seeds" / "timetable.txt").unlink()
    os.mkfifo(library / "seeds" / "timetable.txt")
    (library / "briefs" / "topics" / "zero.yaml").symlink_to("/dev/zero")
    (library / "briefs" / "topics" / "circle.yaml").symlink_to("circle.yaml")
    (library / "briefs" / "topics" / "folder.yaml").mkdir()
    (library / "briefs" / "loop").symlink_to(".")
    problems = "\n".join(told(library))
    no_file = "cannot be read (it is a pipe, a device or the like, and no file)"
    assert f"briefs/topics/pipe.yaml:1: V001 the file {no_file}" in problems
    assert f"V001 'timetable.txt' {no_file}" in problems
    assert "V040 'pipe.txt' is not in the register" in problems
    assert "briefs/topics/zero.yaml:1: V002 the file is a link that leaves its folder" in problems
    assert "briefs/topics/circle.yaml:1: V001 the file cannot be read (its link leads in a circle)" in problems
    assert "briefs/topics/folder.yaml:1: V001 the file cannot be read (Is a directory)" in problems
    assert "no file)" in str(read(Path("/dev/zero"), Path("/dev/zero")).problems[0])
    sources = Sources(library / "seeds", library / "briefs", Path("/dev/zero"))
    assert sources.digest() == sources.digest()


def test_a_name_can_neither_break_a_line_nor_end_the_check(library: Path) -> None:
    for folder, ending in (("seeds", b".txt"), ("briefs/topics", b".yaml")):
        (library / folder / os.fsdecode(b"\xff\n\x1b[2J" + ending)).write_text("a: b\n", encoding="utf-8")
    problems = told(library)
    assert all(one.isprintable() for one in problems)
    assert any("'\\udcff\\n\\x1b[2J.txt' is not in the register" in one for one in problems)
    assert Sources(library / "seeds", library / "briefs", library / "none").digest()


def test_what_was_typed_cannot_break_the_line_that_cites_it(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f'"x\\e[2J\\n\\u202e": 1\n"x\\e[2J\\n\\u202e": 2\n? "{"y" * 99_999}"\n: &z 3\n', encoding="utf-8")
    twice, anchor = read(file, tmp_path).problems
    assert "'x\\x1b[2J\\n\\u202e' is given twice" in str(twice)
    assert "'&z' names a place" in str(anchor)


def test_folders_inside_each_other_without_end_are_not_followed(library: Path) -> None:
    deepest = library / "briefs" / "/".join(["a"] * 400)
    deepest.mkdir(parents=True)
    [said] = told(library)
    assert said.startswith("briefs:1: V017 its folders lie more than 20 deep inside each other; take away what does")


def test_a_folder_that_is_larger_than_a_library_is_refused_unread(library: Path) -> None:
    for number in range(11):
        with (library / "briefs" / "topics" / f"x{number}.yaml").open("wb") as file:
            file.truncate(LARGEST_DOCUMENT)
    [said] = told(library)
    assert said.startswith("briefs:1: V017 its files have 55,0")
    assert said.endswith(
        "bytes together; it may hold 50,000,000; take away what does not belong into it; nothing of it is read"
    )


def test_after_very_many_problems_no_more_files_are_read(library: Path) -> None:
    for number in range(25):
        (library / "briefs" / "evidence" / f"x{number}.yaml").write_text(filled("a: &b\n", 6_000), encoding="utf-8")
    problems = told(library)
    assert MOST_PROBLEMS_IN_ALL <= len(problems) < MOST_PROBLEMS_IN_ALL + 3 * MOST_PROBLEMS
    assert sum("and those after it were not read" in one for one in problems) == 1


def test_very_many_asked_items_in_one_line_are_told_as_far_as_anybody_reads() -> None:
    line = "{" + ", ".join(f"brief:x{at}: []" for at in range(30_000)) + "}"
    problems = AskedPhrases([parse(line, "en.yaml")]).problems
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].code == "V016"
