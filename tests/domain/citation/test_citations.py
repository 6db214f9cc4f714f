import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.citation.citations import Citations
from tests.builders import an_article, an_instrument

REFUGEES = an_instrument(
    "refugee-convention",
    "1951 Refugee Convention",
    an_article("1A(2)", "As a result of events"),
    an_article("31(1)", "No penalties"),
    an_article("33", "No Contracting State", "The benefit"),
    an_article("35", "Co-operation", "Reports"),
    an_article("38", "Any dispute"),
    names=[
        "1951 Convention",
        "Refugee Convention",
        "CSR51",
        "Convention relating to the Status of Refugees",
        "난민협약",
        "难民公约",
        "難民条約",
        "UN refugee convention",
    ],
)
PROTOCOL = an_instrument(
    "refugee-protocol",
    "1967 Protocol",
    an_article("I", "The States Parties", "For the purpose", "Applied by"),
    an_article("IV", "Any dispute"),
    names=["1967 Protocol", "Refugee Protocol", "난민의정서"],
)
TORTURE = an_instrument(
    "convention-against-torture",
    "Convention against Torture",
    an_article("3", "No State Party", "For the purpose"),
    names=["CAT", "UNCAT", "Torture Convention", "고문방지협약", "禁止酷刑公约"],
)
DECLARATION = an_instrument(
    "universal-declaration",
    "Universal Declaration",
    an_article("13", "Movement", "Leave"),
    an_article("14", "Asylum", "Not invoked"),
    names=["UDHR", "Universal Declaration of Human Rights", "세계인권선언"],
)
COVENANT = an_instrument("iccpr", "ICCPR", an_article("12(2)", "Everyone shall be free to leave"))
BORDER = an_instrument("border-protocol", "1964 border protocol", names=["border protocol"])
CITATIONS = Citations([REFUGEES, PROTOCOL, TORTURE, DECLARATION, COVENANT, BORDER])


def read(text: str) -> list[str]:
    return [
        f"{citation.article}{':' + citation.paragraph if citation.paragraph else ''}"
        if citation.article
        else f"not stored: {citation.instrument} {citation.printed}"
        for citation in CITATIONS.read(text).citations
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("33(1)", ["refugee-convention-33:1"]),
        ("33 (1)", ["refugee-convention-33:1"]),
        ("33.1", ["refugee-convention-33:1"]),
        ("33", ["refugee-convention-33"]),
        ("Art. 33 para 1", ["refugee-convention-33:1"]),
        ("art33", ["refugee-convention-33"]),
        ("ART 33 §1", ["refugee-convention-33:1"]),
        ("article 33, paragraph 2", ["refugee-convention-33:2"]),
        ("paragraph 2 of article 33", ["refugee-convention-33:2"]),
        ("article 33 refugee convention", ["refugee-convention-33"]),
        ("text of article 33 refugee convention", ["refugee-convention-33"]),
        ("what does article 33 say", ["refugee-convention-33"]),
        ("Article 33 of the 1951 Convention", ["refugee-convention-33"]),
        ("refugee  CONVENTION ART.33", ["refugee-convention-33"]),
        ("refugee convetion article 33", ["refugee-convention-33"]),
        ("CSR51 33", ["refugee-convention-33"]),
        ("refugee convention article thirty-three", ["refugee-convention-33"]),
        ("CAT article three", ["convention-against-torture-3"]),
        ("csr 51 33(2)", ["refugee-convention-33:2"]),
        ("refugee convention's article 35", ["refugee-convention-35"]),
        ("CAT 3", ["convention-against-torture-3"]),
        ("cat3", ["convention-against-torture-3"]),
        ("CAT art 3(1)", ["convention-against-torture-3:1"]),
        ("torture convention art. 3", ["convention-against-torture-3"]),
        ("3 CAT", ["convention-against-torture-3"]),
        ("1967 protocol I", ["refugee-protocol-i"]),
        ("1967 protocol i", ["refugee-protocol-i"]),
        ("1967 Protocol 1", ["refugee-protocol-i"]),
        ("1967 protocol article iv", ["refugee-protocol-iv"]),
        ("protocol of 1967", []),
        ("refugee protocol art 4", ["refugee-protocol-iv"]),
        ("Article I(2) of the 1967 Protocol", ["refugee-protocol-i:2"]),
        ("1A(2)", ["refugee-convention-1a-2"]),
        ("1 A (2)", ["refugee-convention-1a-2"]),
        ("Article 1.A.2", ["refugee-convention-1a-2"]),
        ("1a2 refugee convention", ["refugee-convention-1a-2"]),
        ("1(A)(2) refugee convention", ["refugee-convention-1a-2"]),
        ("article 31 refugee convention", ["refugee-convention-31-1"]),
        ("UDHR 14", ["universal-declaration-14"]),
        ("udhr14", ["universal-declaration-14"]),
        ("iccpr 12(2)", ["iccpr-12-2"]),
        ("ICCPR article 12", ["iccpr-12-2"]),
        ("난민협약 33조", ["refugee-convention-33"]),
        ("난민협약 제33조 제1항", ["refugee-convention-33:1"]),
        ("난민협약의 33조 1항", ["refugee-convention-33:1"]),
        ("33조", ["refugee-convention-33"]),
        ("제33조 내용", ["refugee-convention-33"]),
        ("제삼십삼조", ["refugee-convention-33"]),
        ("고문방지협약 3조", ["convention-against-torture-3"]),
        ("난민협약33", ["refugee-convention-33"]),
        ("第33条", ["refugee-convention-33"]),
        ("第三十三条", ["refugee-convention-33"]),
        ("難民条約第33条1項", ["refugee-convention-33:1"]),
        ("难民公约第三十三条第一款", ["refugee-convention-33:1"]),
        ("禁止酷刑公约第三条", ["convention-against-torture-3"]),
        ("第３３条", ["refugee-convention-33"]),
    ],
)
def test_a_reference_is_read_in_any_case_spacing_and_script(typed: str, expected: list[str]) -> None:
    assert read(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("refugee convention 34", ["not stored: refugee-convention 34"]),
        ("Article 32 of the Refugee Convention", ["not stored: refugee-convention 32"]),
        ("CAT 33", ["not stored: convention-against-torture 33"]),
        ("33(9) refugee convention", ["not stored: refugee-convention 33(9)"]),
        ("31(2) refugee convention", ["not stored: refugee-convention 31(2)"]),
        ("udhr 1", ["not stored: universal-declaration 1"]),
        ("1967 protocol VII", ["not stored: refugee-protocol VII"]),
        ("난민협약 34조", ["not stored: refugee-convention 34"]),
        ("border protocol article 4", ["not stored: border-protocol 4"]),
    ],
)
def test_an_unknown_article_of_a_known_instrument_is_not_stored(typed: str, expected: list[str]) -> None:
    assert read(typed) == expected


def test_a_number_that_several_instruments_have_gives_them_all() -> None:
    assert read("article 1") == ["refugee-convention-1a-2", "refugee-protocol-i"]


def test_a_name_that_two_instruments_share_gives_both() -> None:
    shared = [
        an_instrument("one", "One", an_article("2"), names=["Protocol"]),
        an_instrument("two", "Two", an_article("2"), names=["Protocol"]),
    ]
    assert [citation.article for citation in Citations(shared).read("protocol 2").citations] == ["one-2", "two-2"]


@pytest.mark.parametrize(
    ("typed", "stranger"),
    [
        ("GDPR article 33", "gdpr"),
        ("article 33 gdpr", "gdpr"),
        ("article 3 of the geneva convention", "geneva"),
        ("geneva convention art 3", "convention"),
        ("echr 3(1)", "echr"),
        ("헌법 제33조", "헌법"),
        ("宪法第三十三条", "宪法"),
    ],
)
def test_a_number_beside_an_unknown_instrument_is_nothing(typed: str, stranger: str) -> None:
    reading = CITATIONS.read(typed)
    assert reading.citations == ()
    assert reading.stranger == stranger


@pytest.mark.parametrize(
    "typed",
    ["", "hello", "article", "9 people", "2013", "300,000", "half a million", "구조", "top 10 cats", "art 99", "0"],
)
def test_what_is_no_reference_is_not_read_as_one(typed: str) -> None:
    assert read(typed) == []


def test_an_instrument_without_a_number_is_still_named() -> None:
    reading = CITATIONS.read("who signed the refugee convention?")
    assert reading.instruments == ("refugee-convention",)
    assert reading.citations == ()


def test_the_word_i_is_no_roman_numeral_in_running_text() -> None:
    assert read("refugee convention i think it is old") == []


def test_each_number_goes_to_the_instrument_beside_it() -> None:
    assert read("compare article 33 of the refugee convention with CAT 3") == [
        "refugee-convention-33",
        "convention-against-torture-3",
    ]


@pytest.mark.parametrize(
    ("sentence", "ranges"),
    [
        ("Under Article 33 of the 1951 Convention, states may not.", ["Article 33", "1951 Convention"]),
        ("No reservations to Articles 1, 3, 4, 16(1), 33 and 36 to 46.", ["Articles 1, 3, 4, 16(1), 33 and 36 to 46"]),
        ("CAT 3 names no exception for 25,000 people.", ["CAT 3"]),
        ("In 1951 nobody counted 33 people.", []),
        ("The 1967 Protocol has 11 articles.", ["1967 Protocol"]),
    ],
)
def test_citations_and_names_in_a_sentence_are_found_with_their_ranges(sentence: str, ranges: list[str]) -> None:
    assert [sentence[start:end] for start, end in CITATIONS.within(sentence)] == ranges


def test_a_citation_is_printed_with_its_instrument_and_paragraph() -> None:
    [citation] = CITATIONS.read("art 33 para 1").citations
    assert CITATIONS.printed(citation) == "1951 Refugee Convention, Article 33(1)"


@given(
    st.sampled_from(
        [
            citation
            for text in ("33(1)", "CAT 3", "UDHR 14(2)", "1967 protocol IV", "1A(2)")
            for citation in CITATIONS.read(text).citations
        ]
    )
)
def test_what_is_printed_reads_back_as_itself(citation: object) -> None:
    printed = CITATIONS.printed(citation)  # type: ignore[arg-type]  # the strategy yields citations
    [again] = CITATIONS.read(printed).citations
    assert (again.article, again.paragraph) == (citation.article, citation.paragraph)  # type: ignore[attr-defined]  # the same


class _Thorough(Citations):
    """Reads every text to its end."""

    def may_cite(self, text: str) -> bool:
        del text
        return True


THOROUGH = _Thorough([REFUGEES, PROTOCOL, TORTURE, DECLARATION, COVENANT, BORDER])


CITING = (
    *(
        "three",
        "Thirty-three",
        "iv",
        "art iv",
        "articals iv",
        "refugea protocal",
        "Torure Convention",
        "cat",
        "\u00a7 3",
    ),
    *("un refugee convension", "1951 convention 3", "난민 협약", "제3조", "第三条", "难民公约", "\uff13\uff13"),
)
BESIDE = ("what", "is", "a", "i", "half", "of", "the", "dozen", "status", "조", "条", "(1)", "\u00ad", "refugee")
GAPS = (" ", "  ", "\t", "\u3000", "", "-", ".")


@given(
    st.sampled_from(CITING), st.lists(st.sampled_from(BESIDE) | st.text(max_size=3), max_size=3), st.sampled_from(GAPS)
)
def test_no_text_that_cites_is_passed_over_for_its_single_words(citing: str, beside: list[str], gap: str) -> None:
    text = gap.join([*beside, citing])
    assert CITATIONS.read(text) == THOROUGH.read(text)


@given(st.text(max_size=300))
def test_any_text_at_all_can_be_read(text: str) -> None:
    CITATIONS.read(text)
    for start, end in CITATIONS.within(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("typed", ["cat 3 hurricane", "cat 5 cable", "article 33 constitution", "article 33 gdpr"])
def test_a_number_in_another_matter_is_not_read(typed: str) -> None:
    assert read(typed) == []


@pytest.mark.parametrize(
    "typed", ["cat 3", "what does cat 3 say", "CAT 3 hurricane", "cat 3 state party", "cat art. 3(1)"]
)
def test_a_short_name_in_lower_case_is_one_where_nothing_else_stands_beside_it(typed: str) -> None:
    assert CITATIONS.read(typed).citations[0].article == "convention-against-torture-3"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("CAT 3 and 33 of the Refugee Convention", ["convention-against-torture-3", "refugee-convention-33"]),
        ("Refugee Convention 33, CAT 3", ["refugee-convention-33", "convention-against-torture-3"]),
        ("Art. 33 Refugee Convention; Article 3 CAT", ["refugee-convention-33", "convention-against-torture-3"]),
        ("CAT 3, Refugee Convention 33", ["convention-against-torture-3", "refugee-convention-33"]),
        ("난민협약 33조, 고문방지협약 3조", ["refugee-convention-33", "convention-against-torture-3"]),
    ],
)
def test_a_name_that_follows_goes_before_one_that_went_before(typed: str, expected: list[str]) -> None:
    assert read(typed) == expected


def test_a_number_of_people_after_an_article_is_no_article() -> None:
    assert [each.article for each in CITATIONS.cited("Article 33 and 35 people of the Refugee Convention")] == [
        "refugee-convention-33"
    ]
