from collections.abc import Mapping, Sequence

import pytest

from bot.domain.law import Reservation
from bot.domain.lint.rules.disordered_laws import disordered_laws
from bot.domain.lint.rules.misdated_names import misdated_names
from bot.domain.lint.rules.mistaken_comparisons import mistaken_comparisons
from bot.domain.lint.rules.unfounded_citations import unfounded_citations
from bot.domain.lint.rules.unlocked_articles import unlocked_articles
from bot.domain.lint.rules.unsourced_parties import unsourced_parties
from tests.builders import a_brief, a_document, a_narration, a_survey, an_article, an_instrument, found_by

TEXT = "No State shall expel or return anyone to a country where he would be in danger."
ARTICLE = an_article("3", TEXT)
SOURCE = {"title": "List", "publisher": "Office"}


def locked(text: str, lock: str | None) -> list[tuple[tuple[str | int, ...], str]]:
    survey = a_survey(an_instrument("a-treaty", "Treaty", an_article("3", text, sha256=lock)))
    return [(finding.spot.path, finding.mend) for finding in unlocked_articles(survey)]


def test_a_text_that_was_locked_is_left_alone() -> None:
    assert locked(TEXT, ARTICLE.digest) == []


@pytest.mark.parametrize("text", [TEXT.replace("No", "Every"), TEXT.replace(".", ","), TEXT + " Never.", TEXT.lower()])
def test_a_text_that_changed_since_it_was_locked_is_refused(text: str) -> None:
    ((path, mend),) = locked(text, ARTICLE.digest)
    assert path == ("articles", 0, "sha256")
    assert mend.endswith(f"write sha256: {an_article('3', text).digest}")


def test_a_text_that_was_never_locked_is_refused() -> None:
    ((path, mend),) = locked(TEXT, None)
    assert path == ("articles", 0)
    assert mend.endswith(f"write sha256: {ARTICLE.digest}")


def test_a_text_in_another_language_is_locked_as_well() -> None:
    text = {"paragraphs": [{"text": "Aucun État."}], "compared": "deux copies"}
    article = an_article("3", TEXT, sha256=ARTICLE.digest, texts={"fr": text})
    ((path, mend),) = [
        (finding.spot.path, finding.mend) for finding in unlocked_articles(a_survey(an_instrument("t", "T", article)))
    ]
    assert path == ("articles", 0, "texts", "fr")
    assert mend.endswith(f"write sha256: {article.texts['fr'].digest('3')}")


def test_dates_of_a_state_need_a_source() -> None:
    party = {"state": "China", "ratified": "1988-10-04"}
    survey = a_survey(an_instrument("a", "A", ARTICLE, parties=[party]))
    assert [finding.spot.path for finding in unsourced_parties(survey)] == [("parties", 0)]


@pytest.mark.parametrize(
    "party",
    [
        {"state": "China"},
        {"state": "China", "absent": True, "acceded": "1982"},
        {"state": "China", "ratified": "1982", "acceded": "1982"},
    ],
)
def test_a_party_says_one_thing_about_how_it_stands(party: Mapping[str, object]) -> None:
    with pytest.raises(ValueError, match=r"standing|absent|not both"):
        an_instrument("a", "A", ARTICLE, parties=[party])


@pytest.mark.parametrize(("reserved", "number"), [("30(1)", "30"), ("14", "14(2)"), ("IV", "IV"), ("1", "1C")])
def test_a_reservation_touches_the_article_that_holds_it(reserved: str, number: str) -> None:
    assert Reservation(article=reserved).touches(number)


@pytest.mark.parametrize(("reserved", "number"), [("IV", "V"), ("3", "33"), ("16(3)", "16(1)")])
def test_a_reservation_leaves_other_articles_alone(reserved: str, number: str) -> None:
    assert not Reservation(article=reserved).touches(number)


def test_the_number_and_the_heading_are_locked_with_the_text() -> None:
    assert (
        len({article.digest for article in (ARTICLE, an_article("33", TEXT), an_article("3", TEXT, heading="Return"))})
        == 3
    )


def test_a_treaty_binds_nobody_before_it_is_adopted() -> None:
    def found(
        adopted: str | None = None, in_force: str | None = None, parties: Sequence[Mapping[str, object]] = ()
    ) -> list[tuple[str | int, ...]]:
        treaty = an_instrument("a", "A", ARTICLE, adopted=adopted, in_force=in_force, parties=parties)
        survey = a_survey(treaty)
        return [finding.spot.path for finding in found_by(survey, disordered_laws, unsourced_parties)]

    bound = {"state": "China", "standing": "acceded", "bound_since": "1982-12-23", "source": SOURCE}
    assert found(adopted="1951-07-28", in_force="1954-04-22", parties=[bound]) == []
    assert found(adopted="1951-07-28", in_force="1950-04-22") == [("in_force",)]
    assert found(adopted="1991-07-28", parties=[bound]) == [("parties", 0, "bound_since")]
    assert found(parties=[{**bound, "source": None}]) == [("parties", 0, "bound_since")]


def test_the_year_in_a_name_is_that_of_the_adoption() -> None:
    def found(names: Sequence[str] = (), **more: object) -> list[tuple[str | int, ...]]:
        treaty = an_instrument("a", "1951 Convention", ARTICLE, names=names, adopted="1951-07-28", **more)
        return [finding.spot.path for finding in misdated_names(a_survey(treaty))]

    assert found(names=["Convention of 1951", "the Convention"], aliases=["1967 Convention"]) == []
    assert found(names=["Convention of 1957"]) == [("names", 0)]
    assert found(title="Convention of 1915") == [("title",)]


def test_a_wording_is_compared_with_the_article_that_it_words() -> None:
    paper = a_document(
        "a-paper", "No state may return people to a country where they would be in danger.", "Rain fell all day."
    )
    treaty = an_instrument("a-treaty", "Treaty", ARTICLE, an_article("4", "Everyone may seek asylum."))

    def found(words: str, compares: str) -> list[str]:
        evidence = a_narration(paper, "e", words, compares=compares)
        return [finding.what for finding in mistaken_comparisons(a_survey(paper, treaty, evidence))]

    wording = "No state may return people to a country where they would be in danger"
    assert found(wording, "a-treaty-3") == []
    assert found(wording, "a-treaty-4") == ["only 7% of these words stand in 'a-treaty-4'"]
    assert found("Rain fell all day", "a-treaty-3") == ["only 0% of these words stand in 'a-treaty-3'"]


def test_an_article_that_a_claim_cites_is_one_that_it_rests_on() -> None:
    paper = a_document("a-paper", "Under Article 3 of the Treaty, nobody is returned. Rain fell.")
    naming = a_narration(paper, "naming", "Under Article 3 of the Treaty, nobody is returned")
    rain = a_narration(paper, "rain", "Rain fell")
    treaty = an_instrument("a-treaty", "Treaty", ARTICLE, an_article("4", "Everyone may seek asylum."))

    def found(text: str, rests_on: str, articles: Sequence[str] = ()) -> list[str]:
        brief = a_brief("b", "B", text, rests_on=rests_on, articles=articles)
        return [finding.what for finding in unfounded_citations(a_survey(paper, naming, rain, treaty, brief))]

    assert found("Article 3 of the Treaty forbids it.", "article:a-treaty-3") == []
    assert found("Article 3 of the Treaty forbids it.", "naming") == []
    assert found("Article 4 of the Treaty forbids it.", "rain", articles=["a-treaty-4"]) == []
    assert found("Article 3 forbids it, and Article 3 binds.", "article:a-treaty-3") == []
    assert found("Article 3 forbids it.", "naming") == []
    (what,) = found("Article 4 of the Treaty forbids it.", "article:a-treaty-3")
    assert what == "Article 4 is cited, and nothing that this rests on is that article or names it"
    assert found("Article 4 forbids it.", "article:a-treaty-3") == [what]
    assert found("Article 4 forbids it.", "naming") == [what]
    assert len(found("Articles 3 and 4 of the Treaty forbid it.", "article:a-treaty-3")) == 1
    assert len(found("Article 33 of the Treaty forbids it.", "article:a-treaty-3")) == 1
