"""Who is bound by what, and what states reserve: generated from what the instruments tell of each state."""

import pytest

from bot.cards.address import Address
from bot.cards.card import Press
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.domain.library import Library
from bot.words.catalogue import Words
from tests.builders import a_library, an_article, an_instrument
from tests.cards.shown import shown

LIST = {"title": "A list", "publisher": "A depositary"}
DECISION = {"title": "A decision", "publisher": "An assembly", "date": "1982-08-23"}
RESERVED = {"article": "IV", "text": "on disputes", "source": DECISION}


@pytest.fixture
def treaties() -> Library:
    old = an_instrument(
        "old",
        "The Old Treaty",
        an_article("IV", "A court decides."),
        an_article("V", "A state may leave."),
        tag="Old",
        adopted="1967-01-31",
        parties=(
            {
                "state": "North Aland",
                "acceded": "1982-09-24",
                "reservations": [RESERVED],
                "as_of": "2012",
                "source": LIST,
            },
            {"state": "Bland", "absent": True, "source": LIST},
        ),
    )
    new = an_instrument(
        "new",
        "The New Treaty",
        adopted="1984-12-10",
        parties=(
            {"state": "North Aland", "signed": "1998-10-05", "source": LIST},
            {
                "state": "Bland",
                "signed": "2010-09-21",
                "ratified": "2012-09-26",
                "bound_since": "2012-10-26",
                "computed": "the thirtieth day",
                "source": LIST,
            },
        ),
    )
    return a_library(new, old)


def test_a_line_for_each_state_tells_what_binds_it_the_oldest_first(treaties: Library, options: Options) -> None:
    text = plain(shown(treaties, Address("parties"), options))
    assert "North Aland: Old 1982°; only signed: The New Treaty 1998" in text
    assert "Bland: The New Treaty 2012; not a party: Old" in text
    assert "From outside our documents, as of 2012 to 2012." in text


def test_a_state_has_a_page_with_dates_reservations_and_up_to_when_the_source_tells(
    treaties: Library, options: Options
) -> None:
    card = shown(treaties, Address("parties", "north-aland"), options)
    text = plain(card)
    assert card.title == "North Aland and the treaties"
    assert "The Old Treaty: acceded 24 September 1982; reserves Article IV (on disputes)" in text
    assert "The New Treaty: signed 5 October 1998, not ratified" in text
    assert "(on disputes) (2012)" in text
    assert "Reservations: An assembly" in text
    assert Press("All states", Address("parties")) in card.actions
    assert card_at(treaties, Address("parties", "cland"), options) is None


def test_a_reservation_stands_where_its_article_stands_and_nowhere_else(treaties: Library, options: Options) -> None:
    text = plain(shown(treaties, Address("article", "old-iv"), options))
    assert "Reservations\n- North Aland does not accept Article IV (on disputes)." in text
    assert "A decision, An assembly, 23 August 1982" in text
    assert "Reservations" not in plain(shown(treaties, Address("article", "old-v"), options))


def test_an_instrument_tells_of_every_state_and_names_each_source_once(treaties: Library, options: Options) -> None:
    text = plain(shown(treaties, Address("instrument", "new"), options))
    assert "Bland: signed 21 September 2010, ratified 26 September 2012, bound since 26 October 2012" in text
    assert text.count("A list, A depositary") == 1
    assert "Date computed: the thirtieth day." in text


@pytest.mark.parametrize(
    ("kind", "made"),
    [("treaty", "Adopted"), ("agreement", "Signed"), ("law", "Became law"), ("declaration", "Adopted")],
)
def test_an_agreement_is_signed_and_a_law_becomes_law(options: Options, kind: str, made: str) -> None:
    library = a_library(an_instrument("a", "An Instrument", kind=kind, adopted="1964-06-09"))
    assert f"{made} 9 June 1964" in plain(shown(library, Address("instrument", "a"), options))


def test_a_reader_sees_the_official_text_of_their_language_first_and_the_english_one_press_away(
    english: Words,
) -> None:
    own = {"paragraphs": [{"text": "Un tribunal décide."}], "compared": "deux copies"}
    library = a_library(an_instrument("a", "A Treaty", an_article("IV", "A court decides.", texts={"fr": own})))
    french = Options(english, locale="fr")
    address = Address("article", "a-iv")
    card = shown(library, address, french)
    text = plain(card)
    assert "Un tribunal décide.\nTreaty text, in French" in text
    assert "A court decides." not in text
    about = plain(shown(library, Address("article", "a-iv", "about"), french))
    assert "Wording compared in: two copies\nIn French: deux copies" in about
    assert Press("English text", Address("article", "a-iv", "english")) in card.actions
    back = shown(library, Address("article", "a-iv", "english"), french)
    assert "A court decides." in plain(back)
    assert Press("Back to the article", address) in back.actions
    for locale in ("en-US", "ko", "zh-CN"):
        other = shown(library, address, Options(english, locale=locale))
        assert "A court decides." in plain(other)
        assert not any(press.label == "English text" for press in other.actions)


def test_what_led_to_a_part_of_an_article_leads_to_the_whole(options: Options) -> None:
    library = a_library(an_instrument("a", "A Treaty", an_article("12", "One.", "Two.", formerly=["12(2)"])))
    assert plain(shown(library, Address("article", "a-12-2"), options)).startswith("A Treaty, Article 12")
    assert list(library.provisions) == ["a-12"]
