"""How people ask in everyday words: what becomes of the files, and what is wrong in which line."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.content.load import examine, sound_library
from bot.content.outline import write_asked
from bot.refusal import RefusedError

FERRY = "brief:ferry: |\n  no boat to the mainland\n"


@pytest.fixture
def asked(small: Path, today: date) -> Callable[..., list[str]]:
    """The problems of the small library with these files in it, by language."""

    def problems(**files: str) -> list[str]:
        for language, text in files.items():
            (small / "briefs" / "asked" / f"{language}.yaml").write_text(text, encoding="utf-8")
        return [str(problem) for problem in examine(small / "seeds", small / "briefs", today).problems]

    return problems


def test_the_phrases_of_all_languages_are_those_of_their_item(small: Path, today: date) -> None:
    korean = "# so\nbrief:ferry: |\n\n    육지로 가는 배  \n\n    배가 끊겼\narticle:ports-rule-2: told weeks before\n"
    (small / "briefs" / "asked" / "ko.yaml").write_text(korean, encoding="utf-8")
    library = sound_library(small / "seeds", small / "briefs", today)
    ferry = ("no boat to the mainland", "island left without a ship", "육지로 가는 배", "배가 끊겼")
    assert library.asked == {("brief", "ferry"): ferry, ("article", "ports-rule-2"): ("told weeks before",)}


def test_a_library_without_such_files_is_sound_and_another_one(small: Path, today: date) -> None:
    before = sound_library(small / "seeds", small / "briefs", today)
    shutil.rmtree(small / "briefs" / "asked")
    after = sound_library(small / "seeds", small / "briefs", today)
    assert after.asked == {}
    assert after.digest != before.digest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("brief:fery: |\n  a boat gone", "en.yaml:1: V221 there is no 'brief:fery'; did you mean 'brief:ferry'?"),
        ("ferry: |\n  a boat gone", "1: V221 'ferry' does not say which kind of item; did you mean 'brief:ferry'?"),
        ("quotation:ferry: |\n  a boat gone", "1: V221 'quotation:ferry' does not say which kind of item"),
        (
            "brief:ferry: |\n\n  a boat gone\n  A  boat gone",
            "4: V222 'A  boat gone' stands already in briefs/asked/en.y",
        ),
        ("brief:ferry: |\n  a boat gone\nterm:notice: |\n  a boat gone", "4: V222 'a boat gone' stands already in"),
        ("brief:ferry: |\n  notice", "2: V222 'notice' is a title or an alias of 'article:ports-rule-2'"),
        ("brief:ferry: |\n  ferries gone\n  what is it", "3: V223 'what is it' is made of common words alone"),
        ("brief:ferry: |\n  boat", "2: V223 'boat' is one common word; add what it is about"),
        ("brief:ferry: boat", "1: V223 'boat' is one common word"),
        ("brief:ferry: |\n  one two three four five six seven eight nine", "2: V224 'one two three four five six se"),
        (
            "brief:ferry: |\n  Why did the ferry stop",
            "2: V225 warning: 'Why did the ferry stop' is a title or an alias",
        ),
        ("brief:ferry: |\n\nterm:notice: told weeks before", "1: V031 no phrase stands below 'brief:ferry'"),
        ("brief:ferry:\n", "1: V031 no phrase stands below 'brief:ferry'; write one a line, or remove the key"),
        ("brief:ferry: [a boat gone]", "1: V022 a list stands where phrases are expected; write '|' behind the colon"),
        ("brief:ferry:\n  a boat: gone", "1: V022 a mapping stands where phrases are expected"),
        ("a boat gone", "1: V022 this stands where items are expected; write 'KIND:ID: |' lines"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(asked: Callable[..., list[str]], text: str, told: str) -> None:
    (problem,) = asked(en=text)
    assert told in problem


def test_a_phrase_stands_once_in_the_files_of_all_languages(asked: Callable[..., list[str]]) -> None:
    (problem,) = asked(en=FERRY, ko=FERRY)
    assert "briefs/asked/ko.yaml:2: V222" in problem
    assert "stands already in briefs/asked/en.yaml, line 2;" in problem


def test_a_phrase_for_an_item_that_could_not_be_read_only_follows(small: Path, today: date) -> None:
    for path in ("briefs/topics/ferry.yaml", "briefs/instruments/ports-rule.yaml"):
        (small / path).write_text("title: [", encoding="utf-8")
    both = f"{FERRY}article:ports-rule-2: told weeks before\n"
    (small / "briefs" / "asked" / "en.yaml").write_text(both, encoding="utf-8")
    found = examine(small / "seeds", small / "briefs", today).problems
    assert {problem.code for problem in found} == {"V007"}


def test_an_outline_names_every_brief_and_says_of_each_that_it_is_not_filled_in(small: Path, today: date) -> None:
    write_asked("ja", small / "briefs")
    (problem,) = examine(small / "seeds", small / "briefs", today).problems
    assert (problem.path, problem.code) == ("briefs/asked/ja.yaml", "V031")
    assert "'brief:ferry'" in problem.what


@pytest.mark.parametrize("language", ["en", "klingon", "../en"])
def test_an_outline_is_only_written_for_a_language_and_never_over_a_file(small: Path, language: str) -> None:
    with pytest.raises(RefusedError):
        write_asked(language, small / "briefs")
