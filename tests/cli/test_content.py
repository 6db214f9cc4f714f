import json
from pathlib import Path

from tests.cli.process import Run
from tests.examples import SMALL


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
