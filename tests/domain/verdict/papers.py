# ruff: noqa: RUF001 - the texts are in several scripts
"""A small library that texts are checked against."""

from bot.domain.verdict import Check, Checker
from tests.builders import a_document, a_library, a_narration, a_person, a_quotation, an_article, an_instrument

FIRST = a_document(
    "first-paper",
    "A Story",
    "“Many people in the border towns have given food and shelter to those who came across the river,” Ann Smith said. "
    "“Some of them did not stay for more than three days.”",
    "The ministry rejected the report on Monday, saying that it had never asked anybody to send the group back home.",
    "However, the agency had been allowed no access to the nine people held in the town.",
    publisher="First Paper",
)
SECOND = a_document(
    "second-paper",
    "Many people in the border towns have given food and shelter to those who came across the river.",
    "하늘은 파랗고 바다는 깊다고 그 사람은 말했다. 아무도 돌려보내지 않겠다고 약속했다.",
    "外交部发言人表示，这些人是非法入境者，中国依法处理有关问题。",
    publisher="Second Paper",
)
TREATY = an_instrument(
    "river-treaty",
    "River Treaty",
    an_article(
        "33",
        "No State shall return a traveller in any manner whatsoever to the place from which that traveller fled.",
        "The benefit of this provision may not be claimed by a traveller who is a danger to the country.",
    ),
)
SHELTER = a_quotation(
    FIRST,
    "shelter",
    "Many people in the border towns have given food and shelter to those who came across the river,",
    "Ann Smith",
    actor="Helpers",
)
REJECTED = a_narration(FIRST, "rejected", "The ministry rejected the report on Monday", speaker="River ministry")
LIBRARY = a_library(
    FIRST, SECOND, TREATY, SHELTER, REJECTED, a_person("ann-smith", "Ann Smith", "Smith"), a_person("bob", "Bob King")
)
CHECKER = Checker(LIBRARY)
WORDS = "Many people in the border towns have given food and shelter to those who came across the river"


def check(text: str) -> Check:
    return CHECKER.check(text)


def changed(text: str) -> list[tuple[str, str, str]]:
    return [(difference.kind, difference.text, difference.source) for difference in check(text).differences]
