"""One broken file for each kind of problem, made from a small library that has none."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.content.load import examine
from bot.content.moderation import Moderation
from bot.content.proved import library_in
from bot.domain.lint.engine import lint
from bot.domain.problem import ProblemsError
from bot.domain.search import Finder
from bot.refusal import RefusedError
from bot.snapshot import Snapshot
from tests.builders import a_library
from tests.examples import rewrite


def problems(folder: Path, today: date) -> list[str]:
    return [str(problem) for problem in examine(folder / "seeds", folder / "briefs", today).problems]


def test_the_small_library_has_no_problems(small: Path, today: date) -> None:
    examined = examine(small / "seeds", small / "briefs", today)
    assert examined.problems == ()
    assert examined.is_sound


def test_the_finder_that_is_built_for_the_lints_is_the_one_that_they_ask_and_that_is_handed_on(
    small: Path, today: date
) -> None:
    examined = examine(small / "seeds", small / "briefs", today)
    library, finder = examined.library, examined.finder
    assert library is not None
    assert finder is not None
    of_nothing = Finder(a_library())
    assert [one.code for one in lint(library, today, finder=finder)] == []
    assert {one.code for one in lint(library, today, finder=of_nothing)} == {"V215"}
    assert Snapshot.of(library, Moderation(), finder=finder).finder is finder
    rewrite(small / "seeds" / "harbour.txt", "Nobody asked", "Nobody told")
    assert examine(small / "seeds", small / "briefs", today).finder is None


@pytest.mark.parametrize(
    ("path", "old", "new", "problem"),
    [
        # of form
        (
            "briefs/topics/ferry.yaml",
            "group:",
            "grouop:",
            "ferry.yaml:2: V020 'grouop' is not a key we know; did",
        ),
        (
            "briefs/topics/ferry.yaml",
            "title:",
            "titel:",
            "V020 'titel' is not a key we know; did you mean 'title'?",
        ),
        ("briefs/topics/ferry.yaml", "title: Why", "title: Why\ntitle: How", "'title' is given twice"),
        ("briefs/topics/ferry.yaml", "as_of: 2001-06", "as_of: June 2001", "'June 2001' is not a date; write 2005"),
        ("briefs/topics/ferry.yaml", "title: Why did", "title: Why " + "so " * 40 + "did", "shorten it to at most 90"),
        ("briefs/topics/ferry.yaml", "aliases: [ferry, crossing]", "aliases: ferry", "write a list"),
        ("briefs/topics/ferry.yaml", "title: Why", "id: ferry\ntitle: Why", "'id' is decided by the file's name"),
        ("briefs/figures.yaml", "low: 40", "low: forty", "'forty' is not a whole number; write digits only"),
        ("briefs/figures.yaml", "high: 40", "high: 30", "low is above high"),
        ("briefs/figures.yaml", "people-without-a-crossing:", "", "figures.yaml:"),
        ("briefs/glossary.yaml", "notice:", "Notice Given:", "does not have the form of 'id'; use lower-case letters"),
        (
            "briefs/evidence/harbour-2001.yaml",
            "kind: quotation",
            "kind: quote",
            "write 'quotation' or 'narration'",
        ),
        ("briefs/evidence/harbour-2001.yaml", "speaker: Mara Lind", "", "a quotation needs its speaker"),
        (
            "seeds/documents.yaml",
            "file: harbour.txt",
            "file: ../harbour.txt",
            "a path that leaves the folder is not read",
        ),
        # of proof
        (
            "seeds/harbour.txt",
            "islanders",
            "Islanders",
            "documents.yaml:3: V042 'harbour.txt' is not the file that",
        ),
        ("seeds/documents.yaml", "harbour.txt", "quay.txt", "'quay.txt' cannot be read"),
        (
            "briefs/evidence/harbour-2001.yaml",
            "[Nobody asked",
            "[Nobody told",
            "does not stand in harbour-2001, paragraph 5",
        ),
        (
            "briefs/evidence/harbour-2001.yaml",
            "paragraph: 5",
            "paragraph: 7",
            "does not stand in harbour-2001, paragraph 7",
        ),
        (
            "briefs/evidence/harbour-2001.yaml",
            "kind: narration",
            "kind: quotation\n  speaker: X",
            "not inside quotation",
        ),
        ("briefs/evidence/harbour-2001.yaml", "kind: quotation", "kind: narration", "begins or ends inside quotation"),
        # of reference and sense
        ("briefs/topics/ferry.yaml", "[harbour-nobody-asked]", "[harbour-nobody-askd]", "harbour-nobody-asked"),
        ("briefs/topics/ferry.yaml", "about 40 people lost", "about 50 people lost", "'50'"),
        ("briefs/topics/ferry.yaml", "“Nobody asked the islanders”", "“Nobody told the islanders”", "Nobody told"),
    ],
)
def test_each_mistake_is_named_with_its_file(  # noqa: PLR0913, PLR0917 - a table of mistakes
    small: Path, today: date, path: str, old: str, new: str, problem: str
) -> None:
    rewrite(small / path, old, new)
    found = problems(small, today)
    assert any(problem in said for said in found), found
    assert not examine(small / "seeds", small / "briefs", today).is_sound


def test_problems_of_form_and_of_sense_are_reported_together(small: Path, today: date) -> None:
    rewrite(small / "briefs/glossary.yaml", "term: notice", "trem: notice")
    rewrite(small / "briefs/topics/ferry.yaml", "about 40 people lost", "about 50 people lost")
    rewrite(small / "briefs/evidence/harbour-2001.yaml", "[Nobody asked", "[Nobody told")
    found = "\n".join(problems(small, today))
    assert "'trem' is not a key we know" in found
    assert "'50'" in found
    assert "Nobody told" in found


def test_what_rests_on_broken_evidence_is_not_reported_as_resting_on_nothing(small: Path, today: date) -> None:
    rewrite(small / "briefs/evidence/harbour-2001.yaml", "[Nobody asked", "[Nobody told")
    assert all("evidence" in problem.split(":")[0] for problem in problems(small, today))


def test_every_broken_file_is_reported_at_once(small: Path, today: date) -> None:
    (small / "briefs/notes.yaml").write_text("", encoding="utf-8")
    (small / "briefs/people.yaml").write_bytes(b"\xff\xfe")
    (small / "briefs/wording.yaml").unlink()
    found = "\n".join(problems(small, today))
    assert "briefs/notes.yaml:1: V005 the file is empty" in found
    assert "briefs/people.yaml:1: V004 the file is not UTF-8 text" in found
    assert "briefs/wording.yaml:1: V001 the file cannot be read" in found


def test_a_file_that_nothing_reads_is_a_problem(small: Path, today: date) -> None:
    shutil.copy(small / "briefs/topics/ferry.yaml", small / "briefs/topics/ferry2.yml")
    shutil.copy(small / "briefs/topics/ferry.yaml", small / "briefs/ferry3.yaml")
    found = problems(small, today)
    assert [problem.split(";")[0] for problem in found] == [
        "briefs/ferry3.yaml:1: V006 nothing reads this file",
        "briefs/topics/ferry2.yml:1: V006 nothing reads this file",
    ]


def test_a_folder_that_nothing_reads_is_one_problem(small: Path, today: date) -> None:
    shutil.copy(small / "briefs/topics/ferry.yaml", small / "briefs/topics/pier.yaml")
    (small / "briefs/topics").rename(small / "briefs/topic")
    (said,) = problems(small, today)
    assert said.startswith("briefs/topic:1: V006 nothing reads the 2 files in this folder; move them to topics/")


def test_a_document_beside_the_register_is_a_problem(small: Path, today: date) -> None:
    (small / "seeds/stray.txt").write_text("Nobody registered me.", encoding="utf-8")
    assert any("'stray.txt' is not in the register" in problem for problem in problems(small, today))


def test_an_id_may_stand_in_one_file_only(small: Path, today: date) -> None:
    evidence = small / "briefs/evidence"
    shutil.copy(small / "seeds/harbour.txt", small / "seeds/again.txt")
    register = small / "seeds/documents.yaml"
    text = register.read_text(encoding="utf-8")
    second = text.replace("harbour-2001:", "again-2001:").replace("harbour.txt", "again.txt")
    register.write_text(text + second, encoding="utf-8")
    shutil.copy(evidence / "harbour-2001.yaml", evidence / "again-2001.yaml")
    assert any("is already an id in briefs/evidence/again-2001.yaml" in problem for problem in problems(small, today))


def test_evidence_for_a_document_that_is_not_registered_is_a_problem(small: Path, today: date) -> None:
    evidence = small / "briefs/evidence"
    (evidence / "harbour-2001.yaml").rename(evidence / "harbour-2002.yaml")
    assert any("there is no document 'harbour-2002'" in problem for problem in problems(small, today))


def test_repeated_paragraphs_in_the_register_must_be_the_same_text(small: Path, today: date) -> None:
    label = "label: news-report\n"
    rewrite(small / "seeds/documents.yaml", label, label + "  same_as: [[5, 3]]\n  not_text: [99]\n")
    found = "\n".join(problems(small, today))
    assert [said.split(";")[0] for said in found.splitlines()] == [
        "seeds/documents.yaml:12: V046 paragraphs 5 and 3 are not the same text",
        "seeds/documents.yaml:13: V045 there is no paragraph 99",
    ]


def test_a_folder_that_has_been_checked_is_read_and_proved_again(small: Path) -> None:
    assert "ferry" in library_in(small).briefs
    rewrite(small / "seeds" / "harbour.txt", "Nobody asked", "Nobody told")
    with pytest.raises(ProblemsError):
        library_in(small)
    shutil.rmtree(small / "seeds")
    with pytest.raises(RefusedError, match="give a folder that has seeds and briefs"):
        library_in(small)
