"""Outlines: nothing in them can be published, and each thing that is still to be said is one problem."""

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest

from bot.content.causes import texts
from bot.content.load import examine
from bot.content.outline import (
    brief_outline,
    document_outline,
    introduction_outline,
    write_brief,
    write_introduction,
)
from bot.content.parse import parse
from bot.domain.model import Brief, DocumentEntry, Introduction
from bot.refusal import RefusedError

TODAY = date(2026, 11, 26)


def test_a_new_brief_says_of_each_key_once_that_it_is_not_filled_in(small: Path) -> None:
    write_brief("pier", small / "briefs", TODAY)
    problems = examine(small / "seeds", small / "briefs", TODAY).problems
    assert {(problem.path, problem.code) for problem in problems} == {("briefs/topics/pier.yaml", "V031")}
    named = [re.findall(r"'(\w+)'", problem.what)[0] for problem in problems]
    assert named == ["title", "group", "text", "rests_on", "text", "rests_on", "as_of"]
    assert len({problem.line for problem in problems}) == len(problems)


def test_no_hint_of_an_outline_is_text(small: Path) -> None:
    assert [*texts(parse(brief_outline("pier", TODAY), "a.yaml").value)] == ["2026-11-26", "2027-11-26"]
    entry = parse(document_outline(small / "seeds" / "harbour.txt"), "a.yaml")
    digest = hashlib.sha256((small / "seeds" / "harbour.txt").read_bytes()).hexdigest()
    assert [*texts(entry.value)] == ["harbour.txt", digest, "false"]


def test_an_introduction_says_of_each_key_that_it_is_not_filled_in(small: Path) -> None:
    (small / "briefs" / "library.yaml").unlink()
    assert write_introduction(small / "briefs") == small / "briefs" / "library.yaml"
    problems = examine(small / "seeds", small / "briefs", TODAY).problems
    assert {problem.path for problem in problems} == {"briefs/library.yaml"}
    assert [re.findall(r"'(\w+)'", problem.what)[0] for problem in problems] == ["subject", "drawn_from"]
    with pytest.raises(RefusedError, match="is already there"):
        write_introduction(small / "briefs")


def test_a_library_need_not_say_what_it_is_about(small: Path) -> None:
    (small / "briefs" / "library.yaml").unlink()
    examined = examine(small / "seeds", small / "briefs", TODAY)
    assert examined.is_sound
    assert examined.library is not None
    assert examined.library.introduction("en") is None


def test_an_outline_knows_every_key_that_must_be_there(small: Path) -> None:
    for model, text in (
        (Brief, brief_outline("pier", TODAY)),
        (DocumentEntry, document_outline(small / "seeds" / "harbour.txt")),
        (Introduction, introduction_outline()),
    ):
        for name, field in model.model_fields.items():
            if field.is_required() and name != "id":
                assert re.search(rf"^ *(# )?{name}:", text, re.MULTILINE), name


def test_a_new_document_says_of_each_key_once_what_is_still_to_be_said(small: Path) -> None:
    (small / "seeds" / "pier.txt").write_text("The pier is old.", encoding="utf-8")
    with (small / "seeds" / "documents.yaml").open("a", encoding="utf-8") as register:
        register.write(document_outline(small / "seeds" / "pier.txt"))
    problems = examine(small / "seeds", small / "briefs", TODAY).problems
    assert {problem.path for problem in problems} == {"seeds/documents.yaml"}
    named = sorted(re.findall(r"'(\w+)'", problem.what)[0] for problem in problems)
    assert named == ["author", "kind", "label", "publisher", "publisher_certainty", "stance", "title", "value"]


def test_the_folder_of_briefs_is_made_where_there_is_none(tmp_path: Path) -> None:
    assert write_brief("pier", tmp_path / "briefs", TODAY).read_text(encoding="utf-8") == brief_outline("pier", TODAY)


def test_a_brief_that_is_there_is_not_written_over(small: Path) -> None:
    before = (small / "briefs" / "topics" / "ferry.yaml").read_text(encoding="utf-8")
    with pytest.raises(RefusedError, match="is already there"):
        write_brief("ferry", small / "briefs", TODAY)
    assert (small / "briefs" / "topics" / "ferry.yaml").read_text(encoding="utf-8") == before


def test_on_the_29th_of_february_a_brief_is_reviewed_on_the_28th() -> None:
    assert "review_by: 2029-02-28" in brief_outline("pier", date(2028, 2, 29))
