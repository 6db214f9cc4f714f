"""What authors are told of a key or a value that does not fit."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.content.load import examine
from bot.content.mending import mended
from bot.content.parse import parse
from bot.content.shape import shaped
from bot.domain.law import Instrument
from bot.domain.model import Brief, DocumentEntry, EvidenceEntry, Figure, Introduction, Item, Person

TODAY = date(2026, 11, 26)

BRIEF = """\
title: Why?
group: harbour
answer:
  text: So.
  rests_on: [a]
claims:
  - text: So.
    rests_on: [a]
as_of: 2001
reviewed: 2026-11-22
review_by: 2027-11-22
"""


def told(text: str, model: type[Item] = Brief, key: str = "a") -> list[str]:
    problems = shaped(parse(text, "a.yaml"), model, {"id": key}).problems
    return [str(problem) for problem in problems]


def test_a_brief_without_mistakes_is_told_nothing() -> None:
    assert told(BRIEF) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("title:", "titel:", "a.yaml:1: V020 'titel' is not a key we know; did you mean 'title'?"),
        ("group:", "grp:", "a.yaml:2: V020 'grp' is not a key we know; did you mean 'group'?"),
        ("as_of:", "as-of:", "a.yaml:9: V020 'as-of' is not a key we know; did you mean 'as_of'?"),
        ("  text: So.", "  txt: So.", "a.yaml:4: V020 'txt' is not a key we know; did you mean 'text'?"),
        ("claims:\n", "note: x\nclaims:\n", "a.yaml:6: V020 'note' is not a key we know; did you mean 'notes'?"),
        (
            "claims:\n",
            "rests_on: [a]\nclaims:\n",
            "a.yaml:6: V032 'rests_on' stands in the wrong place; it",
        ),
        (
            "  rests_on: [a]\n",
            "  rests_on: [a]\n  aliases: [b]\n",
            "V032 'aliases' stands in the wrong place; it",
        ),
        ("title: Why?", "title: [Why?]", "a.yaml:1: V022 a list stands where text is expected; write text"),
        ("title: Why?", "title:", "a.yaml:1: V031 'title' is not filled in; write it after the ':'"),
        ("  - text: So.\n    rests_on: [a]\n", "", "a.yaml:6: V031 'claims' is not filled in; write it after the ':'"),
        ("  rests_on: [a]\nclaims", "  rests_on: []\nclaims", "a.yaml:5: V031 the list 'rests_on' is empty; give at"),
        ("  - text: So.\n", "  - text:\n", "a.yaml:7: V031 'text' is not filled in; write it after the ':'"),
        ("as_of: 2001", "as_of: 1. 5. 2001", "a.yaml:9: V027 '1. 5. 2001' is not a date; write 2005, 2005-02 or"),
        ("as_of: 2001", "as_of: 2001\ncontent_note: ''", "a.yaml:10: V023 'content_note' is an empty text; write it"),
        (
            "as_of: 2001",
            "as_of: 2001\nfigures: [A b]",
            "a.yaml:10: V026 'A b' does not have the form of 'figures';",
        ),
        ("as_of: 2001", "as_of: 2001\nfigures:", "a.yaml:10: V031 'figures' is not filled in; write it, or remove the"),
        ("as_of: 2001", "as_of: 2001\npositions: [{actor: x}]", "V028 a position needs text and rests_on, or silent"),
    ],
)
def test_one_mistake_is_one_sentence_with_what_to_do(old: str, new: str, problem: str) -> None:
    assert old in BRIEF
    (said,) = told(BRIEF.replace(old, new, 1))
    assert problem in said


def test_a_list_that_is_too_long_is_told_how_many_there_may_be() -> None:
    questions = "subject: So.\ndrawn_from: a newspaper\nquestions: [a, b, c, d]\n"
    assert told(questions, Introduction, "en") == ["a.yaml:3: V023 'questions' has 4 entries; leave at most 3"]


def test_a_word_that_is_no_language_is_told_which_there_are() -> None:
    (said,) = told("subject: So.\ndrawn_from: a newspaper\n", Introduction, "korean")
    assert "V025 'korean' is none of the languages of Discord's interface; did you mean 'ko'? There are bg" in said


def test_an_article_was_formerly_none_that_is_stored_as_well() -> None:
    article = "{number: '%s', paragraphs: [{number: '1', text: So.}], compared: Two copies.%s}"
    articles = ", ".join((article % ("31", ", formerly: ['33']"), article % ("33", "")))
    treaty = f"title: A Treaty\nshort: Treaty\nkind: treaty\nnames: [treaty]\narticles: [{articles}]\n"
    (said,) = told(treaty, Instrument)
    assert "article 31 was formerly 33, but article 33 is stored here; take 33 out of 'formerly'" in said


def test_a_key_in_the_wrong_place_is_told_every_place_that_knows_it() -> None:
    (said,) = told("rests_on: [a]\n" + BRIEF)
    assert said.endswith("it belongs under 'answer' or under a claim or under a position")
    (said,) = told(BRIEF.replace("  text: So.", "  text: So.\n  review_by: 2027", 1))
    assert said.endswith("it belongs at the top, not under another key")


def test_a_key_that_no_place_knows_is_told_which_there_are() -> None:
    (said,) = told("names: [A]\nrole: b\nbasis: c\nbirthday: 2001\n", Person)
    assert said.endswith("'birthday' is not a key we know; remove it, or use one of: names, role, basis")


def test_what_the_file_name_decides_is_not_written_again() -> None:
    assert told("id: b\n" + BRIEF) == [
        "a.yaml:1: V029 'id' is decided by the file's name or the entry's id; remove the line"
    ]


def test_a_mistake_hides_no_other_in_the_same_item() -> None:
    said = told(BRIEF.replace("title:", "titel:").replace("as_of: 2001", "as_of: May").replace("[a]", "[A]"))
    assert sorted(problem.split(" ")[1] for problem in said) == ["V020", "V026", "V026", "V027"]


@given(
    st.sampled_from([Brief, DocumentEntry, EvidenceEntry, Figure, Instrument, Person]),
    st.dictionaries(
        st.sampled_from(["title", "answer", "claims", "words", "kind", "date", "statements", "articles", "names", "x"]),
        st.recursive(
            st.none() | st.text(max_size=4),
            lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
            max_leaves=4,
        ),
        max_size=6,
    ),
)
def test_whatever_is_written_is_made_an_item_or_none(model: type[Item], value: dict[str, object]) -> None:
    """Mending never fails, and what it makes fits the model."""
    try:
        model.model_validate({**value, "id": "a"})
    except ValidationError as error:
        made = mended(model, {**value, "id": "a"}, error)
        assert made.item is None or isinstance(made.item, model)


@pytest.mark.parametrize("name", [".#ferry.yaml", "._ferry.yaml", ".ferry.yaml.swp", "ferry.yaml~"])
def test_what_editors_leave_behind_is_no_content(small: Path, name: str) -> None:
    for folder in ("briefs/topics", "briefs/evidence", "briefs", "seeds"):
        (small / folder / name).write_text("not: [YAML", encoding="utf-8")
    (small / "seeds" / "._harbour.txt").write_text("nothing", encoding="utf-8")
    (small / "briefs" / ".obsidian").mkdir()
    (small / "briefs" / ".obsidian" / "a.yaml").write_text("a: 1", encoding="utf-8")
    assert examine(small / "seeds", small / "briefs", TODAY).problems == ()
