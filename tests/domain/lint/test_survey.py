from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.citation.citations import Citations
from tests.builders import a_survey, an_article, an_instrument

TREATY = an_instrument("a-treaty", "1951 Treaty", an_article("3"), an_article("IV"), names=["Treaty", "조약"])
PIECES = st.sampled_from(
    [
        "Article",
        "Art.",
        "articles",
        "3",
        "IV",
        "iv",
        "(1)",
        "Treaty",
        "조약",
        "第三条",
        "제3조",
        "the",
        "and",
        "of",
        ",",
        "4",
    ]
)
SENTENCES = st.tuples(st.lists(PIECES, max_size=8), st.sampled_from([" ", "", "-"])).map(
    lambda both: both[1].join(both[0])
)


@given(SENTENCES)
@example("Article IV")
@example("art. iv")
@example("Treaty 第三条")
@example("조약 제사조")
def test_no_citation_is_missed_by_looking_for_a_numeral_first(sentence: str) -> None:
    assert a_survey(TREATY).cited(sentence) == Citations([TREATY]).cited(sentence)


def test_what_two_rules_need_is_worked_out_once() -> None:
    survey = a_survey(TREATY)
    assert survey.once(lambda each: [each]) == [survey]

    def instruments(each: object) -> list[object]:
        return [each]

    assert survey.once(instruments) is survey.once(instruments)
