# ruff: noqa: RUF001 - the texts have every sort of mark
"""Whatever is stored is exact in every listed frame, and is not once a word of it is changed."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.text.folding import WORDS
from tests import shipped

LIBRARY, CHECKER = shipped.library(), shipped.checker()
FRAMES = (
    "{words}",
    "“{words}”",
    "> {words}",
    "> {words}\nthoughts?",
    "look\n> {words}\n> — Somebody Famous",
    "{words} — Somebody Famous, U.S. envoy",
    "{words}\n\n— Somebody Famous",
    "Somebody Famous: {words}",
    "{words} (Somebody Famous)",
    "- {words}",
    "1. {words}",
    "## A heading\n{words}",
    "[{words}](https://example.org/a)",
    "**{words}** #refugees <@123> 🙏",
    "Listen to this: “{words}” What do you think?",
    "„{words}“",
    "« {words} »",
    "「{words}」",
    "Today I read “{words}” https://example.org",
    ">>> {words}\n— Somebody Famous",
    "||{words}||",
    "```\n{words}\n```",
    "&gt; {words}",
    "<blockquote>{words}</blockquote><p>Somebody Famous</p>",
    "{words}¹",
    "[1] {words}",
    "① {words}",
    "(1/3) {words} (edited)",
    "{words}\n\n12:31 PM · Jun 4, 2013 · Web",
    "Replying to @somebody\n{words}\n#refugees #UNHCR",
    "{words}\n\nis this real?",
    "이거 진짜예요? {words}",
    "他说：“{words}”",
)
CHANGES: tuple[Callable[[str], str], ...] = (
    lambda _: "never",
    lambda _: "Perhaps",
    lambda _: "eleven",
    lambda _: "children",
    lambda _: "",
    lambda word: f"{word} {word}",
    lambda word: f"[not] {word}",
    lambda word: f"(not) {word}",
    lambda word: f"[10,000] {word}",
    str.swapcase,
    lambda word: word.replace("e", "\N{CYRILLIC SMALL LETTER IE}", 1),
    lambda word: word[:1] + word[2:],
)


def _sentences() -> Iterator[str]:
    for document in LIBRARY.documents.values():
        for number, paragraph in enumerate(document.paragraphs, 1):
            if number not in document.not_text:
                yield from re.split(r"(?<=[a-z]{3}[.!?])\s", paragraph)
    for provision in LIBRARY.provisions.values():
        yield from (part.text for part in provision.article.paragraphs)


def _folded() -> Iterator[str]:
    for document in LIBRARY.documents.values():
        yield WORDS(" ".join(document.paragraphs))
    for provision in LIBRARY.provisions.values():
        yield WORDS(" ".join(part.text for part in provision.article.paragraphs))


SENTENCES = [text for text in _sentences() if len(text.split()) >= 8 and not re.search('[“”"‘«|…]|\\.{3}', text)]
EVERYTHING = list(_folded())


@settings(max_examples=150)
@given(st.sampled_from(SENTENCES), st.sampled_from(FRAMES))
def test_a_stored_passage_is_exact_in_every_frame_and_nobody_is_accused(words: str, frame: str) -> None:
    found = CHECKER.check(frame.format(words=words))
    assert (found.verdict, found.attribution) in {("exact", None), ("exact", "same")}


@settings(max_examples=150)
@given(st.sampled_from(SENTENCES), st.sampled_from(FRAMES), st.data())
def test_a_changed_passage_is_exact_in_no_frame(words: str, frame: str, data: st.DataObject) -> None:
    parts = words.split()
    place = data.draw(st.integers(1, len(parts) - 2))
    parts[place] = data.draw(st.sampled_from(CHANGES))(parts[place])
    changed = " ".join(filter(None, parts))
    folded = WORDS(changed).strip(" .,;:!?-")
    if not any(folded in text for text in EVERYTHING) and folded != WORDS(words).strip(" .,;:!?-"):
        assert CHECKER.check(frame.format(words=changed)).verdict != "exact"


@given(st.text(max_size=400))
def test_any_text_at_all_gets_a_verdict(text: str) -> None:
    assert CHECKER.check(text).verdict in {"exact", "altered", "absent"}


@given(st.text(alphabet="“”\"'‘’«»„[]().…> -\n:aB1¹\u00ad\ufffc—", max_size=120))
def test_nor_does_any_heap_of_marks_do_harm(text: str) -> None:
    assert CHECKER.check(text).verdict in {"exact", "altered", "absent"}


@pytest.mark.parametrize("size", [600, 20_000])
def test_a_very_long_text_gets_a_verdict(size: int) -> None:
    assert CHECKER.check(("“a ‘b «c [d] … " * size)[:size]).verdict in {"exact", "absent"}
