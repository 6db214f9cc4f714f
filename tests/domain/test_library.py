from collections.abc import Sequence

import pytest

from bot.domain import receipts
from bot.domain.date import PartialDate
from bot.domain.library import Library, Provision
from bot.domain.model import Carrier, DocumentDate, Item
from tests.builders import (
    a_brief,
    a_document,
    a_figure,
    a_library,
    a_narration,
    a_note,
    a_quotation,
    a_term,
    an_article,
    an_event,
    an_instrument,
)

PAPER = a_document("harbour-2001", "\u201cNobody asked the islanders,\u201d said Mara Lind, who keeps the shop.")


def a_brief_on_the_ferry(title: str = "Why did the ferry stop?", figures: Sequence[str] = ("crossing",)) -> Item:
    return a_brief("ferry", title, rests_on="nobody-asked", figures=figures, articles=["ports-rule-2"])


def the_library(*changed: Item, role: str = "shopkeeper") -> Library:
    return a_library(
        PAPER,
        a_quotation(PAPER, "nobody-asked", "Nobody asked the islanders", "Mara Lind", role=role),
        an_instrument("ports-rule", "Ports Rule", an_article("2", "No port office may end a crossing.")),
        a_figure("crossing", "How many lost their crossing?"),
        *(changed or (a_brief_on_the_ferry(),)),
    )


def test_a_reference_leads_to_evidence_an_article_or_a_note() -> None:
    library = the_library(a_note("came-back"))
    assert library.support("nobody-asked") is library.evidence["nobody-asked"]
    assert library.support("note:came-back") is library.notes["came-back"]
    provision = library.support("article:ports-rule-2")
    assert isinstance(provision, Provision)
    assert provision.citation == "Ports Rule, Article 2"


def test_a_reference_to_nothing_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        the_library().support("note:nothing")


@pytest.mark.parametrize(("number", "key"), [("33", "x-33"), ("1A(2)", "x-1a-2"), ("I", "x-i"), ("12(2)", "x-12-2")])
def test_the_id_of_an_article_is_its_number_in_plain_letters(number: str, key: str) -> None:
    instrument = an_instrument("x", "X", an_article(number))
    assert instrument.article_id(instrument.articles[0]) == key


def test_briefs_are_found_by_what_they_rest_on_and_show() -> None:
    using = the_library(a_brief_on_the_ferry(), a_note("came-back")).briefs_using
    assert using["nobody-asked"] == ("ferry",)
    assert using["figure:crossing"] == ("ferry",)
    assert using["article:ports-rule-2"] == ("ferry",)
    assert "note:came-back" not in using


def test_a_receipt_names_one_wording_in_eight_digits() -> None:
    receipt = receipts.of_brief(the_library(), "ferry")
    assert receipt == receipts.of_brief(the_library(), "ferry")
    key, _, digest = receipt.partition("@")
    assert key == "ferry"
    assert len(digest) == 8
    assert int(digest, 16) >= 0


@pytest.mark.parametrize(
    "changed",
    [
        the_library(a_brief_on_the_ferry(title="Another title")),
        the_library(a_brief_on_the_ferry(figures=[])),
        the_library(role="grocer"),
    ],
    ids=["its own words", "what it shows", "what it rests on"],
)
def test_a_receipt_changes_with_everything_the_answer_shows(changed: Library) -> None:
    assert receipts.of_brief(changed, "ferry") != receipts.of_brief(the_library(), "ferry")


def test_a_receipt_does_not_change_with_what_the_brief_does_not_use() -> None:
    other = the_library(a_brief_on_the_ferry(), a_note("came-back"))
    assert receipts.of_brief(other, "ferry") == receipts.of_brief(the_library(), "ferry")
    assert other.digest != the_library().digest


def test_content_cannot_be_changed_after_it_was_made() -> None:
    with pytest.raises(ValueError, match="frozen"):
        PAPER.title = "Another"


def test_quotations_are_found_by_document_and_by_speaker_in_register_order() -> None:
    paper = a_document("paper", "He said “it is far” and “it is cold”.")
    digest = a_document("digest", "“It is far,” he said.")
    far = a_quotation(paper, "far", "it is far", "Ann Lee").model_copy(
        update={"also_in": (Carrier(document="digest", paragraph=1),)}
    )
    cold = a_quotation(paper, "cold", "it is cold", "Bo Kim")
    said = a_quotation(digest, "said", "It is far,", "Ann Lee")
    library = a_library(paper, digest, cold, far, said, a_narration(paper, "narrated", "He said"))
    assert library.quotations_in == {"paper": (cold, far), "digest": (far, said)}
    assert library.quotations_by == {"bo-kim": (cold,), "ann-lee": (far, said)}


def test_events_are_found_by_the_briefing_that_they_belong_to() -> None:
    first, second = an_event("a", "One.", topics=("x", "y")), an_event("b", "Two.", topics=("x",))
    assert a_library(first, second).events_on == {"x": (first, second), "y": (first,)}


def test_the_years_of_the_documents_are_told_once_each() -> None:
    dates = [DocumentDate(value=PartialDate(year)) for year in (2013, 2005, 2013)]
    papers = [a_document(f"p{number}", "A.", date=date) for number, date in enumerate(dates)]
    assert a_library(*papers).years == (2005, 2013)


def test_readers_count_the_paragraphs_of_the_text_and_no_lines_of_the_file() -> None:
    paper = a_document(
        "p", "Headline", "", "First.", "A caption", "Second.", "First.", "Third.", heading=[1], not_text=[4]
    )
    assert dict(paper.counted) == {3: 1, 5: 2, 6: 3, 7: 4}
    repeating = a_document("p", "First.", "", "First.", "Second.", same_as=[(3, 1)])
    assert dict(repeating.counted) == {1: 1, 3: 1, 4: 2}


def test_how_people_ask_is_in_the_digest_of_the_library_and_in_no_receipt() -> None:
    before = a_library(a_term("one", "One"))
    after = a_library(a_term("one", "One"), asked={("term", "one"): ("in other words",)})
    assert after.digest != before.digest
    assert receipts.of_term(after, "one") == receipts.of_term(before, "one")
