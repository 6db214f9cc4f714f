"""Treaty texts, and who is bound, are locked twice: in their files and here, so that no edit changes one unnoticed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cards.address import Address
from bot.cards.card import Text
from bot.cards.layout.pages import pages
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.search import Finder
from bot.words.catalogue import Catalogue

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"\(<[^>]*>\)")
STATES = ["china", "north-korea", "south-korea", "laos", "vietnam"]

AS_COMPARED = {
    "convention-against-torture-1": "52b69e81c9304831",
    "convention-against-torture-3": "3e3c44ad4981c705",
    "iccpr-12": "a68458892273c31f",
    "refugee-convention-1a-2": "68bb99bc8bb464b5",
    "refugee-convention-1c": "d968f34096b5d645",
    "refugee-convention-1f": "63fc03c88c8fb5c9",
    "refugee-convention-31": "82b472da70970826",
    "refugee-convention-32": "e7d4f2f50851711b",
    "refugee-convention-33": "2b90441c15094f81",
    "refugee-convention-35": "5f22ea783ed90044",
    "refugee-convention-38": "0a530d1227591ced",
    "refugee-convention-42-1": "c9ab9552d284bd19",
    "refugee-protocol-i": "e44a403e3ad85a81",
    "refugee-protocol-ii": "520195f1c5964201",
    "refugee-protocol-iv": "ed3933c9bb665d28",
    "refugee-protocol-vii-1": "9d8c23d268a6e594",
    "rights-of-the-child-22": "b8937d6f0160080b",
    "rights-of-the-child-3": "eddfea00063b8a03",
    "rights-of-the-child-37": "6c4186376ab9faed",
    "trafficking-protocol-3-a": "1272d649743b1fef",
    "trafficking-protocol-3-c": "7232835f09e0b8df",
    "universal-declaration-13": "0296cf048b3075a8",
    "universal-declaration-14": "c8a31977501f2c23",
}
"""The beginnings of the digests of number, heading and paragraphs, from the day the texts were compared."""

IN_OTHER_LANGUAGES = {
    "convention-against-torture-3/fr": "ea7f8f641313cf73",
    "refugee-convention-33/fr": "61fba8af701e23f0",
    "universal-declaration-13/zh": "984413c226bd4d33",
    "universal-declaration-13/fr": "e0ea739ccbeff0cc",
    "universal-declaration-14/zh": "8829bd5f3bd95b19",
    "universal-declaration-14/fr": "1f4b763e08fbd5aa",
}
"""The same of the official texts in other languages."""

AS_LISTED = {
    "china": {
        "refugee-convention": "- 1982-09-24 14 16(3)",
        "iccpr": "1998-10-05 -",
        "refugee-protocol": "- 1982-09-24 IV",
        "convention-against-torture": "1986-12-12 1988-10-04 20 30(1)",
        "rights-of-the-child": "1990-08-29 1992-03-02",
        "trafficking-protocol": "- 2010-02-08",
    },
    "north-korea": {
        "refugee-convention": "- -",
        "iccpr": "- 1981-09-14",
        "refugee-protocol": "- -",
        "convention-against-torture": "- -",
        "rights-of-the-child": "1990-08-23 1990-09-21",
        "trafficking-protocol": "- -",
    },
    "south-korea": {
        "refugee-convention": "- 1992-12-03",
        "iccpr": "- 1990-04-10",
        "refugee-protocol": "- 1992-12-03",
        "convention-against-torture": "- 1995-01-09",
        "rights-of-the-child": "1990-09-25 1991-11-20",
        "trafficking-protocol": "2000-12-13 2015-11-05",
    },
    "laos": {
        "refugee-convention": "- -",
        "iccpr": "2000-12-07 2009-09-25",
        "refugee-protocol": "- -",
        "convention-against-torture": "2010-09-21 2012-09-26",
        "rights-of-the-child": "- 1991-05-08",
        "trafficking-protocol": "- 2003-09-26",
    },
    "vietnam": {
        "refugee-convention": "- -",
        "iccpr": "- 1982-09-24",
        "refugee-protocol": "- -",
        "convention-against-torture": "2013-11-07 2015-02-05",
        "rights-of-the-child": "1990-01-26 1990-02-28",
        "trafficking-protocol": "- 2012-06-08",
    },
}
"""When each state signed and joined, and which articles it reserves, as the lists were read."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


def iso(told: PartialDate | None) -> str:
    return told.iso if told else "-"


def test_every_article_has_the_text_that_was_compared(shipped: Library) -> None:
    stored = {key: provision.article.digest[:16] for key, provision in shipped.provisions.items()}
    assert stored == AS_COMPARED


def test_every_text_in_another_language_is_the_one_that_was_compared(shipped: Library) -> None:
    def stored() -> Iterator[tuple[str, str]]:
        for key, provision in shipped.provisions.items():
            for language, text in provision.article.texts.items():
                yield f"{key}/{language}", text.digest(provision.article.number)[:16]

    assert dict(stored()) == IN_OTHER_LANGUAGES


def test_every_state_stands_as_the_lists_were_read(shipped: Library) -> None:
    stored = {
        state: {
            each.instrument.id: " ".join(
                [iso(each.party.signed), iso(each.party.joined), *(one.article for one in each.party.reservations)]
            )
            for each in memberships
        }
        for state, memberships in shipped.parties.items()
    }
    assert stored == AS_LISTED


def test_no_state_is_left_unverified(shipped: Library) -> None:
    for memberships in shipped.parties.values():
        for each in memberships:
            assert each.party.source is not None, (each.instrument.id, each.party.state)


def test_the_card_of_disputes_says_that_china_reserves_the_article(shipped: Library, catalogue: Catalogue) -> None:
    card = card_at(shipped, Address("article", "refugee-protocol-iv"), Options(catalogue.words("en-US")))
    assert card is not None
    assert "China does not accept Article IV" in plain(card)


@pytest.mark.parametrize("language", ["en-US", "ko"])
def test_who_is_bound_fits_one_message_and_about_a_phone(shipped: Library, catalogue: Catalogue, language: str) -> None:
    words = catalogue.words(language)
    for address in (Address("parties"), *(Address("parties", state) for state in STATES)):
        card = card_at(shipped, address, Options(words))
        assert card is not None
        assert len(pages(card, words)) == 1
        texts = [block.markdown for block in card.blocks if isinstance(block, Text)]
        assert len(ADDRESS.sub("", "\n".join([card.title, *texts]))) <= 1_000


@pytest.mark.parametrize(
    ("locale", "begins"), [("zh-CN", "人人在各国境内"), ("zh-TW", "人人在各国境内"), ("fr", "Toute personne")]
)
def test_readers_of_chinese_and_french_see_the_declaration_in_their_language(
    shipped: Library, catalogue: Catalogue, locale: str, begins: str
) -> None:
    options = Options(catalogue.words(locale), locale=locale)
    card = card_at(shipped, Address("article", "universal-declaration-13"), options)
    assert card is not None
    assert begins in plain(card)


@pytest.mark.parametrize(
    ("question", "instruments", "states"),
    [
        ("who is bound", (), ()),
        ("parties", (), ()),
        ("당사국", (), ()),
        ("is Laos party to the Refugee Convention?", ("refugee-convention",), ("laos",)),
        ("has China ratified CAT", ("convention-against-torture",), ("china",)),
        ("when was the refugee convention signed", ("refugee-convention",), ()),
        ("베트남은 난민협약에 가입했나", ("refugee-convention",), ("vietnam",)),
        ("北朝鲜是难民公约的缔约国吗", ("refugee-convention",), ("north-korea",)),
        ("which treaties is South Korea party to", (), ("south-korea",)),
    ],
)
def test_questions_about_who_is_bound_are_read(
    finder: Finder, question: str, instruments: tuple[str, ...], states: tuple[str, ...]
) -> None:
    asked = finder.bound(question)
    assert asked is not None
    assert asked.instruments == instruments
    assert asked.states == states


@pytest.mark.parametrize(
    "question",
    [
        "article 33 refugee convention",
        "what did the communist party say",
        "agreement china signed with pyongyang",
        "CAT 3",
        "reservations to the refugee convention",
    ],
)
def test_other_questions_are_not_taken_for_them(finder: Finder, question: str) -> None:
    assert finder.bound(question) is None
