import pytest

from bot.domain.verdict import Checker
from tests.builders import a_document, a_library, an_article, an_instrument
from tests.domain.verdict.papers import WORDS, check


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        (f'Ann Smith: "{WORDS}"', "same"),
        (f'"{WORDS}" - Smith', "same"),
        (f'First Paper wrote: "{WORDS}"', "same"),
        (f'Second Paper wrote: "{WORDS}"', "same"),
        (f'Bob King said "{WORDS}"', "other"),
        (f'What a line by the River ministry: "{WORDS}"', "other"),
        (f'As Ann Smith said in 1999: "{WORDS}"', "other"),
        (f'As Ann Smith said in 2013: "{WORDS}"', "same"),
        (f'Somebody said in 1999: "{WORDS}"', "other"),
        (f'Somebody told me: "{WORDS}"', None),
        (f"“{WORDS}”", None),
        ('River Treaty: "No State shall return a traveller in any manner whatsoever"', "same"),
        ('Bob King: "No State shall return a traveller in any manner whatsoever"', "other"),
    ],
)
def test_a_speaker_or_date_named_around_the_words_is_compared_with_the_librarys(
    text: str, attribution: str | None
) -> None:
    found = check(text)
    assert (found.verdict, found.attribution) == ("exact", attribution)


def test_a_year_in_the_name_of_a_treaty_is_no_date_of_the_words() -> None:
    treaty = an_instrument("old-treaty", "1951 Treaty", an_article("3", "Everyone may cross the river at any time."))
    paper = a_document("p", "The 1951 Treaty says that “everyone may cross the river” here.", publisher="New Paper")
    found = Checker(a_library(treaty, paper)).check('1951 Treaty: "Everyone may cross the river at any time."')
    assert found.attribution == "same"
