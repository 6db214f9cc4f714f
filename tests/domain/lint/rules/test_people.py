import pytest

from bot.domain.lint.rules.strange_names import strange_names
from bot.domain.lint.rules.unsupported_names import unsupported_names
from tests.builders import (
    a_brief,
    a_document,
    a_narration,
    a_note,
    a_person,
    a_quotation,
    a_survey,
    an_article,
    an_instrument,
)

PAPER = a_document(
    "a-paper",
    "A paper quotes Ann Buwalda of Jubilee. “China must give access,” she said, and many agreed.",
    "The U.N. and Korean groups said something else.",
    aliases=("The Paper",),
)
ACCESS = a_quotation(PAPER, "access", "China must give access", "Ann Buwalda")
GROUPS = a_narration(PAPER, "groups", "The U.N. and Korean groups said something else")
ANN = a_person("ann-buwalda", "Ann Buwalda", "Buwalda")
KIM = a_person("kim", "Rev. Kim Dong-Shik", "Kim Dong-Shik", "Kim")
TREATY = an_instrument("a-treaty", "1951 Convention", an_article("33", "No State shall return anyone."))
NAMES = ("China", "Chinese", "North Korea", "UN", "Seoul", "Laos", "Jubilee")


def strange(text: str) -> list[str]:
    brief = a_brief("a-brief", "A brief", text)
    survey = a_survey(PAPER, ACCESS, GROUPS, ANN, KIM, TREATY, brief, names_ok=NAMES)
    return [finding.what for finding in strange_names(survey)]


@pytest.mark.parametrize(
    "text",
    [
        "Something was said by Ann Buwalda.",
        "In March, Buwalda's group wrote to Seoul; the Chinese did not answer.",
        "Rev. Kim Dong-Shik was abducted. Kim had lived elsewhere.",
        "Article 33 of the 1951 Convention binds China.",
        "The document A/HRC/25/63 says so, and so does 22 U.S.C. 7844.",
        "She said: “Nobody Knows Anything”.",
        "North Korea's answer (in North Korea) is not known.",
        "Groups of many kinds agreed. Nobody else did.",
    ],
)
def test_known_names_and_ordinary_words_are_left_alone(text: str) -> None:
    assert strange(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was said by Kim Something.", "Kim Something"),
        ("Kim Something said it.", "Kim Something"),
        ("It was said by Barack Obama.", "Barack Obama"),
        ("Barack Obama said it.", "Barack Obama"),
        ("Then, Obama said it.", "Obama"),
        ("It was said by Ann Buwalta.", "Ann Buwalta"),
        ("Anne Buwalda said it.", "Anne Buwalda"),
        ("It was said by Kim Buwalda.", "Kim Buwalda"),
        ("It happened in Narnia.", "Narnia"),
        ("Kim Dong-Shake was abducted.", "Kim Dong-Shake"),
        ("It was Kim Jong-un who said it.", "Kim Jong"),
    ],
)
def test_a_name_that_is_not_listed_is_found(text: str, name: str) -> None:
    assert strange(text) == [f"'{name}' is not a name we know"]


@pytest.mark.parametrize("field", ["speaker", "role", "actor", "via"])
def test_who_speaks_and_through_whom_must_be_known_too(field: str) -> None:
    given = {"speaker": "Ann Buwalda", field: "editor Jon Doe"}
    evidence = a_quotation(PAPER, "access", "China must give access", **given)
    (finding,) = strange_names(a_survey(PAPER, evidence, ANN, names_ok=NAMES))
    assert (finding.what, finding.spot.path) == ("'Jon Doe' is not a name we know", (field,))


def test_a_name_in_a_note_must_be_known_as_well() -> None:
    (finding,) = strange_names(a_survey(a_note("n", "The letter was signed by Barack Obama.")))
    assert finding.spot.section == "note"


def unsupported(text: str, rests_on: str) -> list[str]:
    brief = a_brief("a-brief", "A brief", text, rests_on=rests_on)
    short = {"un": "united nations", "pyongyang": "north korea"}
    survey = a_survey(PAPER, ACCESS, GROUPS, ANN, KIM, TREATY, brief, names_ok=NAMES, abbreviations=short)
    return [finding.what for finding in unsupported_names(survey)]


def test_a_person_may_be_named_whose_words_they_are() -> None:
    assert unsupported("China must give access, Buwalda says.", "access") == []


def test_a_person_whom_nothing_beside_the_words_names_is_refused() -> None:
    (what,) = unsupported("China must give access, Kim says.", "access")
    assert what == "'Kim' is named in nothing that this rests on, nor beside it in the document"


def test_another_name_may_stand_anywhere_in_the_document() -> None:
    assert unsupported("Jubilee and others in Korea said something else.", "groups") == []
    assert unsupported("The UN said something else about North Korea.", "groups") != []


def test_a_place_that_the_document_never_names_is_refused() -> None:
    (what,) = unsupported("Groups in Laos said something else.", "groups")
    assert what == "'Laos' is named in nothing that this rests on, nor in its documents"
