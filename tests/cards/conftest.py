"""A small library with something of every kind, distressing words among it."""

import pytest

from bot.cards.options import Options
from bot.domain.date import PartialDate
from bot.domain.law import Party
from bot.domain.library import Library
from bot.domain.model import Departure, DocumentDate, Figure, Position, Source, Statement
from bot.words.catalogue import Catalogue, Words
from tests.builders import (
    a_boundary,
    a_brief,
    a_document,
    a_library,
    a_narration,
    a_note,
    a_quotation,
    a_term,
    a_wording,
    an_article,
    an_event,
    an_instrument,
)

PARAGRAPHS = (
    "The ministry answered on Monday. “We returned nobody,” the spokesman said, and left the room at once.",
    "Officials wrote that about 300,000 people had fled. Another report counts 10,000 to 30,000 of them in hiding.",
    "“They were beaten in the camps,” a witness told the paper. She did not give her name.",
    "The law says that no state may return refugees to a place where their life would be threatened.",
    "The rest of the page tells of the weather in the border towns. " * 12,
)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture(scope="session")
def english(catalogue: Catalogue) -> Words:
    return catalogue.words("en-US")


@pytest.fixture(scope="session")
def korean(catalogue: Catalogue) -> Words:
    return catalogue.words("ko")


@pytest.fixture
def options(english: Words) -> Options:
    return Options(english)


@pytest.fixture(scope="session")
def library() -> Library:
    paper = a_document(
        "a-paper", *PARAGRAPHS, publisher="A Paper", url="https://paper.example/1", defects=("no dateline",)
    )
    digest = a_document(
        "a-digest",
        "It repeats that the ministry “returned nobody” this year.",
        publisher="A Digest",
        publisher_certainty="likely",
        date=DocumentDate(value=PartialDate(2005, 2), inferred=True, because="its first line says so"),
    )
    denial = a_quotation(paper, "denial", "We returned nobody", "A Spokesman", role="ministry", actor="A State")
    beaten = a_quotation(paper, "beaten", "They were beaten in the camps", "A Witness", flags=("distressing",))
    fragment = a_quotation(
        digest,
        "fragment",
        "returned nobody",
        "A Spokesman",
        role="ministry",
        actor="A State",
        via="A Paper",
        flags=("fragment", "second-hand", "never-alone"),
        departs=Departure(note="Two words are missing.", original="We returned nobody"),
    )
    fled = a_narration(paper, "fled", "about 300,000 people had fled")
    hiding = a_narration(paper, "hiding", "counts 10,000 to 30,000 of them in hiding")
    paraphrase = a_narration(
        paper,
        "paraphrase",
        "no state may return refugees to a place where their life would be threatened",
        compares="a-treaty-33",
    )
    figure = Figure(
        id="fled",
        question="How many have fled?",
        why_they_differ="They count at different times.",
        statements=(
            Statement(
                low=10_000,
                high=30_000,
                as_of=PartialDate(2007),
                counts="people in hiding",
                holder="B",
                rests_on=("hiding",),
            ),
            Statement(
                low=300_000, as_of=PartialDate(2006), counts="people in hiding", holder="A", via="C", rests_on=("fled",)
            ),
            Statement(high=7, as_of=PartialDate(2005), counts="people who came back", holder="D", rests_on=("fled",)),
        ),
    )
    treaty = an_instrument(
        "a-treaty",
        "A Treaty",
        an_article("33", "No State shall return a refugee to a territory where his life would be threatened.", "But."),
        an_article("34", described="Told in our words.", not_stored="All of it.", paragraphs=()),
        adopted=PartialDate(1951, 7, 28),
        in_force=PartialDate(1954, 4, 22),
        url="https://law.example/treaty",
        parties=(
            Party(state="Aland", standing="acceded", source=Source(title="A list", publisher="A depositary")),
            Party(state="Bland", standing="not verified"),
        ),
    )
    law = an_instrument("a-law", "A Law", kind="law", reported=("fled",))
    brief = a_brief(
        "returns",
        "Who was returned?",
        "A spokesman said that nobody was.",
        answer="The paper does not settle it.",
        rests_on="denial",
        positions=(
            Position(actor="A State", text="Nobody was returned, its spokesman said.", rests_on=("denial", "fragment")),
            Position(actor="Another State", silent=True),
            Position(actor="Witnesses", text="One spoke of beatings.", rests_on=("beaten",)),
        ),
        figures=("fled",),
        articles=("a-treaty-33",),
        notes=("a-note",),
        see_also=("hard",),
    )
    hard = a_brief(
        "hard",
        "What happened in the camps?",
        "She gave no name.",
        answer="A witness spoke of beatings.",
        rests_on="beaten",
        content_note="Describes beatings.",
    )
    return a_library(
        *(paper, digest, denial, beaten, fragment, fled, hiding, paraphrase, figure, treaty, law, brief, hard),
        a_note("a-note", "A second list differs."),
        an_event("monday", "The ministry answered.", "denial", date="2013-06-03", topics=("returns",)),
        an_event("later", "A list was drawn up.", "note:a-note", date="2014", inferred=True, topics=("returns",)),
        an_event("camps", "She spoke of beatings.", "beaten", date="2012", topics=("hard",)),
        a_term("return", "Return", "Going back.", used_in=("denial", "article:a-treaty-33"), see_also=("returns",)),
        a_boundary(
            "names", ("names",), reply={"en": "We name nobody.", "ko": "이름을 밝히지 않습니다."}, instead=("returns",)
        ),
        wording=a_wording(),
    )
