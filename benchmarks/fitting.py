"""How long every card of a library takes to build and to lay out, in all languages, lengths and views."""

import random
from collections.abc import Iterator
from time import perf_counter

from benchmarks.shipped import shipped_library
from benchmarks.table import table
from bot.cards.layout.limits import fits
from bot.cards.routes import every_card
from bot.domain.library import Library
from bot.domain.model import Item
from bot.words.catalogue import Catalogue
from tests.builders import a_brief, a_document, a_library, a_quotation, an_event

SIZES = (50, 200)
LARGE = 1_000
HEAD = ("briefs", "pieces of evidence", "cards", "built in, s", "laid out in, s", "that do not fit")
_EVIDENCE = 10
_DISTRESSING = 0.05
_SEED = 1951
_WORDS = ("harbour", "office", "ferry", "people", "crossing", "month", "notice", "paper", "island", "rule", "poster")


def speed(sizes: tuple[int, ...] = SIZES) -> str:
    """A table: a row for the shipped library, then one for each number of briefs."""
    libraries = (shipped_library(), *(_library(size) for size in sizes))
    return table(HEAD, map(_row, libraries))


def _row(library: Library) -> list[str]:
    cards = refused = 0
    building = laying_out = 0.0
    catalogue = Catalogue.load()
    for language in catalogue.languages:
        words = catalogue.words(language)
        begun = perf_counter()
        for _, card in every_card(library, words):
            built = perf_counter()
            building += built - begun
            refused += bool(fits(card, words))
            begun = perf_counter()
            laying_out += begun - built
            cards += 1
        building += perf_counter() - begun
    counts = (len(library.briefs), len(library.evidence), cards)
    return [*(f"{count:,}" for count in counts), f"{building:.2f}", f"{laying_out:.2f}", f"{refused:,}"]


def _library(briefs: int) -> Library:
    """So many briefs, each resting on ten quotations of a document of its own."""
    chance = random.Random(_SEED)  # noqa: S311 - figures, not secrets
    return a_library(*(item for number in range(briefs) for item in _items(number, chance)))


def _items(number: int, chance: random.Random) -> Iterator[Item]:
    said = [_sentence(chance) for _ in range(_EVIDENCE)]
    document = a_document(f"paper-{number}", *(_paragraph(words, chance) for words in said))
    yield document
    keys = [f"said-{number}-{place}" for place in range(_EVIDENCE)]
    for key, words in zip(keys, said, strict=True):
        flags = ("distressing",) if chance.random() < _DISTRESSING else ()
        speaker = f"Speaker {chance.randrange(200)}"
        yield a_quotation(document, key, words, speaker, role="clerk", actor="An Office", flags=flags)
    sentences = [{"text": _sentence(chance), "rests_on": keys[place : place + 2]} for place in range(0, _EVIDENCE, 2)]
    yield a_brief(f"brief-{number}", f"{_sentence(chance)[:60]}?", claims=sentences, rests_on=keys[0])
    yield an_event(f"event-{number}", _sentence(chance), keys[0], topics=(f"brief-{number}",))


def _paragraph(said: str, chance: random.Random) -> str:
    return f"{_sentence(chance)} “{said}” a clerk told the paper. {_sentence(chance)} {_sentence(chance)}"


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(12, 20))).capitalize() + "."
