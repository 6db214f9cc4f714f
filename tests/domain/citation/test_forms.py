"""How people write what they cite, on the shipped library: each form of `forms.yaml` is read as what it means."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.citation.articlenumber import article_numbers
from bot.domain.citation.citations import Citations
from bot.domain.citation.grammar import RULES
from bot.domain.library import Library
from bot.domain.search import Finder
from tests.builders import an_article, an_instrument

FORMS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "forms.yaml").read_text(encoding="utf-8"))
EACH = [(wanted, form) for wanted, forms in FORMS.items() for form in forms]

TREATY = an_instrument(
    "sea-treaty",
    "Sea Treaty",
    *(an_article(number, "One", "Two") for number in ("1A(2)", "1F", "3", "12", "33", "42(1)")),
    names=["Sea Treaty", "바다협약", "海洋公约"],
)
CITATIONS = Citations([TREATY])


@pytest.mark.parametrize(("wanted", "form"), EACH)
def test_a_form_is_read_as_what_it_cites(finder: Finder, wanted: str, form: str) -> None:
    reading = finder.cited(form)
    cited = [
        (each.article or f"held: {each.instrument}") + (f"({each.paragraph})" if each.paragraph else "")
        for each in reading.citations
    ]
    if wanted == "none":
        assert cited == []
    elif wanted.startswith("asked: "):
        assert set(wanted.removeprefix("asked: ").split(" & ")) <= set(cited)
    elif wanted.startswith("instrument: "):
        assert cited == []
        assert reading.instruments == (wanted.removeprefix("instrument: "),)
    else:
        assert list(dict.fromkeys(cited)) == wanted.split(" & ")


@pytest.mark.parametrize(("wanted", "form"), EACH)
def test_a_form_finds_what_it_cites(finder: Finder, wanted: str, form: str) -> None:
    answer = finder.search(form)
    found = [f"{hit.kind}:{hit.id}" for hit in answer.results]
    kind, _, ids = wanted.rpartition(": ")
    articles = list(dict.fromkeys(f"article:{each.partition('(')[0]}" for each in ids.split(" & ")))
    if wanted == "none":
        assert answer.outcome != "match" or answer.results[0].kind != "article"
    elif kind == "held":
        assert answer.outcome == "none"
        assert all(each.startswith(f"article:{ids}-") for each in found)
        assert found
    elif kind == "instrument":
        assert (answer.outcome, found[0]) == ("match", f"instrument:{ids}")
    elif kind == "asked":
        assert answer.outcome == "ask"
        assert set(articles) <= set(found)
    else:
        assert answer.outcome in {"match", "ask"}
        assert found[: len(articles)] == articles


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_the_example_of_a_rule_is_read(rule: object) -> None:
    (example,) = [each.example for each in RULES if each is rule]
    named = [(example.index(name), example.index(name) + len(name)) for name in ("Sea Treaty",) if name in example]
    assert article_numbers(example, named)


def _written(number: int) -> Iterator[str]:
    """Ways to write an article of a treaty."""
    tens, ones = divmod(number, 10)
    han = "〇一二三四五六七八九"
    in_han = ("" if tens < 2 else han[tens]) + ("十" if tens else "") + (han[ones] if ones else "")
    yield from (f"{word}{number}" for word in ("Article ", "art. ", "Art.", "ART ", "art", "article no. ", "Article #"))
    yield from (f"제{number}조", f"제 {number} 조", f"第{number}条", f"第{number}條", f"第{in_han}条")
    yield from (f"the {number}th article", f"§ {number} Sea Treaty", f"sea treaty {number}", f"{number} Sea Treaty")
    yield from (f"바다협약 {number}조", f"바다 협약 제{number}조", f"海洋公约第{in_han}条", f"海洋公約第{number}條")


def test_every_stored_article_is_read_with_every_name_of_its_treaty(finder: Finder, shipped: Library) -> None:
    for provision in shipped.provisions.values():
        number = provision.article.number
        for name in provision.instrument.names:
            for form in (
                f"{name} {number}",
                f"Article {number} of the {name}",
                f"{name}, art. {number}",
                f"{number} {name}",
            ):
                cited = [each.article for each in finder.citations.read(form).citations]
                assert cited == [provision.id], form


@given(st.data())
def test_every_way_to_write_a_stored_article_reads_back(data: st.DataObject) -> None:
    number = data.draw(st.sampled_from((3, 12, 33)))
    form = data.draw(st.sampled_from(list(_written(number))))
    assert [each.article for each in CITATIONS.read(form).citations] == [f"sea-treaty-{number}"], form


@given(
    st.sampled_from((" and ", ", ", "; ", "/", " & ", " or ")),
    st.sampled_from(("Arts. {} of the Sea Treaty", "Articles {}")),
)
def test_a_list_is_read_whole(joined: str, form: str) -> None:
    read = CITATIONS.read(form.format(f"12{joined}33")).citations
    assert [each.article for each in read] == ["sea-treaty-12", "sea-treaty-33"]


@given(st.sampled_from(("-", "\u2013", " to ", " through ", "~", "\u2011", "\u2212")))
def test_a_range_has_what_lies_between(dash: str) -> None:
    read = CITATIONS.read(f"Sea Treaty, arts. 3{dash}33").citations
    assert [each.article for each in read] == ["sea-treaty-3", "sea-treaty-12", "sea-treaty-33"]


@given(st.text(alphabet="0123456789 ()[].,;-\u2013§ artICLEandof第条제조항款と및和NAMExiv", max_size=40))
def test_whatever_is_typed_is_read_without_complaint(text: str) -> None:
    for citation in CITATIONS.read(text).citations:
        assert citation.start < citation.end
