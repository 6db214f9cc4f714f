"""The finder on a small library: what finds what, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model import Brief, Kind
from bot.domain.search import Answer, Finder, Hit, Thresholds, best_names
from bot.domain.search.entries import entries
from tests.builders import (
    a_boundary,
    a_brief,
    a_document,
    a_figure,
    a_library,
    a_person,
    a_quotation,
    a_term,
    a_wording,
    an_article,
    an_instrument,
)

PAPER = a_document("harbour-news", "“Nobody was ever asked about the ferry,” Ann Smith said.", publisher="Harbour News")
WORDING = a_wording(
    stop_words=("a", "about", "do", "does", "i", "in", "is", "it", "me", "of", "tell", "the", "to", "what", "的", "는"),
    light_words=("why", "happen", "언제"),
    abbreviations={"hn": "harbour news", "r": "about"},
    synonyms={
        "ferry": ("ferries", "연락선", "渡轮", "フェリー"),
        "timetable": ("schedule", "시간표", "时间表", "時刻表"),
        "lighthouse": ("등대", "灯塔", "灯台"),
    },
)
LIBRARY = a_library(
    a_brief(
        "ferry-times",
        "When does the ferry leave?",
        "It leaves at noon.",
        aliases=("ferry timetable", "boat times", "뱃시간"),
    ),
    a_brief(
        "lighthouse",
        "Who keeps the lighthouse?",
        "A keeper keeps it, says the harbour master.",
        aliases=("beacon", "등대지기"),
    ),
    a_brief("fish-market", "What is sold at the fish market?", "Cod and herring.", aliases=("herring", "강제송환")),
    a_brief("north-pier", "The north pier", "It was built of stone.", aliases=("north pier collapse",)),
    a_brief("south-pier", "The south pier", "It was built of wood.", aliases=("south pier collapse",)),
    a_term("ferry", "ferry", "A boat that carries people across."),
    a_term("pier", "pier", "A structure that reaches into the water."),
    a_figure("fishing-boats", "How many fishing boats are there?"),
    an_instrument(
        "sea-treaty",
        "Sea Treaty",
        an_article("3", "Everyone may sail."),
        an_article("33", "Nobody may be turned away."),
    ),
    an_instrument("river-treaty", "River Treaty", an_article("5", "Everyone may row.")),
    PAPER,
    a_quotation(PAPER, "nobody-asked", "Nobody was ever asked about the ferry,", "Ann Smith", role="harbour master"),
    a_boundary(
        "keepers-home",
        ("where", "address"),
        ("keeper", "keepers", "등대지기", "灯塔看守"),
        none_of=("book",),
        instead=("lighthouse",),
    ),
    wording=WORDING,
)
FINDER = Finder(LIBRARY)


def first(text: str) -> str:
    return named(FINDER.search(text).results[0])


def named(hit: Hit) -> str:
    return f"{hit.kind}:{hit.id}"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When does the ferry leave?", "brief:ferry-times"),
        ("ferry timetable", "brief:ferry-times"),
        ("tell me about the timetable of the ferry", "brief:ferry-times"),
        ("FERRY TIMES", "brief:ferry-times"),
        ("fery timetable", "brief:ferry-times"),
        ("ferry schedule", "brief:ferry-times"),
        ("boattimes", "brief:ferry-times"),
        ("연락선 시간표", "brief:ferry-times"),
        ("연락선은 언제", "brief:ferry-times"),
        ("渡輪的時間表", "brief:ferry-times"),
        ("フェリーの時刻表", "brief:ferry-times"),
        ("뱃시간은?", "brief:ferry-times"),
        ("lighthouse keeper", "brief:lighthouse"),
        ("bacon beacon", "brief:lighthouse"),
        ("등대는 누가", "brief:lighthouse"),
        ("燈塔", "brief:lighthouse"),
        ("herring", "brief:fish-market"),
        ("nobody was ever asked", "quotation:nobody-asked"),
        ("hn", "document:harbour-news"),
        ("how many fishing boats", "figure:fishing-boats"),
        ("sea treaty art 33", "article:sea-treaty-33"),
        ("define ferry", "term:ferry"),
        ("what is a pier", "term:pier"),
        ("that harbour news piece", "document:harbour-news"),
    ],
)
def test_a_question_finds_its_answer_first(question: str, answer: str) -> None:
    assert FINDER.search(question).outcome in {"match", "ask"}
    assert first(question) == answer


def test_one_clear_best_is_a_match_and_says_what_matched() -> None:
    answer = FINDER.search("ferry timetable")
    assert answer.outcome == "match"
    assert (answer.results[0].why, answer.results[0].matched) == ("alias", "ferry timetable")


def test_several_that_are_as_good_are_asked_about() -> None:
    answer = FINDER.search("the pier")
    assert answer.outcome in {"ask", "match"}
    answer = FINDER.search("pier collapse")
    assert answer.outcome == "ask"
    assert {named(hit) for hit in answer.results} >= {"brief:north-pier", "brief:south-pier"}


@pytest.mark.parametrize(
    "text", ["quantum chromodynamics", "best pizza in town", "xyzzy", "피자 맛집", "量子力学", "", "the", "???"]
)
def test_what_the_library_does_not_cover_and_nothing_comes_near_is_none_without_results(text: str) -> None:
    assert FINDER.search(text) == Answer("none", ())


def test_what_comes_near_is_named_where_there_is_no_answer() -> None:
    no_answers = Thresholds(match=2, ask=2, near=0.2)
    answer = Finder(LIBRARY, thresholds=no_answers).search("pier collapse")
    assert answer.outcome == "none"
    assert 0 < len(answer.results) <= 3
    assert all(hit.score >= no_answers.near for hit in answer.results)


def test_a_way_of_asking_for_where_nothing_fits_never_takes_a_question_from_what_fits() -> None:
    wide = a_boundary("in-danger", ("my",), ("ferry", "soldiers"), where_nothing_fits=True, urgent=True)
    finder = Finder(a_library(a_brief("ferry-times", "When does my ferry leave?", "At noon."), wide))
    fitting = finder.search("when does my ferry leave")
    assert (fitting.outcome, fitting.results[0].id) == ("match", "ferry-times")
    otherwise = finder.search("soldiers in my house")
    assert (otherwise.outcome, otherwise.results[0].id) == ("boundary", "in-danger")
    assert finder.boundary("soldiers in my house") is None


def test_danger_comes_before_other_boundaries_though_its_way_of_asking_is_wide() -> None:
    wide = a_boundary("in-danger", ("my",), ("soldiers",), where_nothing_fits=True, urgent=True)
    finder = Finder(
        a_library(a_brief("ferry-times", "When does the ferry leave?"), a_boundary("routes", ("cross",)), wide)
    )
    assert finder.search("soldiers took my son, where do we cross").results[0].id == "in-danger"
    assert finder.search("where do we cross").results[0].id == "routes"


def test_a_boundary_comes_first_with_what_to_read_instead() -> None:
    answer = FINDER.search("where does the keeper live")
    assert answer.outcome == "boundary"
    assert [named(hit) for hit in answer.results] == ["boundary:keepers-home", "brief:lighthouse"]


@pytest.mark.parametrize(
    "text", ["WHERE is the keeper", "adress of the keepers", "where 등대지기는", "灯塔看守 where", "address, keeper's"]
)
def test_a_boundary_is_recognised_misspelt_and_in_any_script(text: str) -> None:
    assert FINDER.search(text).outcome == "boundary"


@pytest.mark.parametrize("text", ["who is the keeper", "where is the housekeeper", "where is the keeper book"])
def test_a_boundary_needs_every_group_as_a_whole_word_and_nothing_that_excuses(text: str) -> None:
    assert FINDER.search(text).outcome != "boundary"


def test_a_bare_number_that_may_be_the_start_of_another_is_asked_about() -> None:
    answer = FINDER.search("article 3")
    assert answer.outcome == "ask"
    assert [named(hit) for hit in answer.results][:2] == ["article:sea-treaty-3", "article:sea-treaty-33"]


def test_a_citation_of_one_article_is_a_match() -> None:
    answer = FINDER.search("sea treaty article 3")
    assert (answer.outcome, named(answer.results[0])) == ("match", "article:sea-treaty-3")


@pytest.mark.parametrize("text", ["sea treaty article 4", "river treaty 33", "GDPR article 33"])
def test_for_an_article_that_is_not_held_nothing_is_answered_and_what_is_held_of_its_treaty_named(text: str) -> None:
    answer = FINDER.search(text)
    assert answer.outcome == "none"
    treaty = "-".join(text.split()[:2])
    held = [f"article:{key}" for key, provision in LIBRARY.provisions.items() if provision.instrument.id == treaty]
    assert [named(hit) for hit in answer.results if hit.kind == "article"] == held


def test_results_are_limited_to_the_kinds_and_entries_wanted() -> None:
    terms = FINDER.search("ferry", kinds=("term",))
    assert [named(hit) for hit in terms.results] == ["term:ferry"]
    no_ferry = FINDER.complete("ferry", where=lambda _, key: key != "ferry-times")
    assert no_ferry
    assert all(hit.id != "ferry-times" for hit in no_ferry)


def test_a_long_message_is_searched_sentence_by_sentence() -> None:
    chatter = "I went for a walk this morning and met a friend who had lost a red umbrella near some old houses."
    answer = FINDER.search(f"{chatter} {chatter.replace('red', 'blue')} What is the ferry timetable? {chatter}")
    assert named(answer.results[0]) == "brief:ferry-times"


@pytest.mark.parametrize("text", ["ferry timetable", "pier", "연락선", "sea treaty 33", "quantum"])
def test_the_same_question_has_the_same_answer(text: str) -> None:
    assert FINDER.search(text) == Finder(LIBRARY).search(text)


def test_an_empty_field_offers_briefs_first() -> None:
    hits = FINDER.complete("")
    assert [named(hit) for hit in hits[:2]] == ["brief:ferry-times", "brief:lighthouse"]
    assert all(hit.why == "start" for hit in hits)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("l", "brief:lighthouse"),
        ("ligh", "brief:lighthouse"),
        ("when does the fer", "brief:ferry-times"),
        ("her", "brief:fish-market"),
        ("north p", "brief:north-pier"),
        ("ㄱㅈㅅㅎ", "brief:fish-market"),
        ("강", "brief:fish-market"),
        ("강젯", "brief:fish-market"),
        ("뱃시", "brief:ferry-times"),
        ("灯", "brief:lighthouse"),
    ],
)
def test_choices_come_from_the_first_letter_on(typed: str, expected: str) -> None:
    assert named(FINDER.complete(typed, kinds=("brief",))[0]) == expected


@pytest.mark.parametrize("typed", ["sur-p", "sur p", "Sur-Pla", "sur place"])
def test_what_begins_so_comes_before_what_only_speaks_of_it(typed: str) -> None:
    speaking = a_brief(
        "hunger", "Why did they leave?", "Some speak of a sur place claim, others of a place of surplus."
    )
    begun = a_brief("sur-place", "Refugees sur place", aliases=("sur-place refugees",))
    finder = Finder(a_library(speaking, begun))
    assert named(finder.complete(typed, kinds=("brief",))[0]) == "brief:sur-place"


def test_an_empty_field_follows_the_order_of_the_groups() -> None:
    briefs = [a_brief(key, key.capitalize(), group=group) for key, group in (("boats", "late"), ("nets", "early"))]
    finder = Finder(a_library(*briefs, wording=a_wording(groups={"early": "Early", "late": "Late"})))
    assert [hit.id for hit in finder.complete("", kinds=("brief",))] == ["nets", "boats"]


def test_an_article_is_completed_from_its_number() -> None:
    hits = FINDER.complete("3", kinds=("article",))
    assert [named(hit) for hit in hits[:2]] == ["article:sea-treaty-3", "article:sea-treaty-33"]


def test_there_are_never_more_choices_than_discord_takes() -> None:
    many = Finder(a_library(*(a_brief(f"pier-{number}", f"Pier number {number}") for number in range(60))))
    assert len(many.complete("")) == len(many.complete("pier")) == len(many.complete("p")) == 25


def test_names_are_ranked_for_a_half_typed_one() -> None:
    names = ["Ann Smith", "Harbour master", "Smith, Bob", "Ana Lopez"]
    assert best_names("", names) == tuple(names)
    assert best_names("smi", names) == ("Smith, Bob", "Ann Smith")
    assert best_names("habour", names) == ("Harbour master",)


@given(st.text(max_size=400))
def test_any_text_at_all_can_be_searched_and_completed(text: str) -> None:
    answer = FINDER.search(text)
    assert answer.outcome in {"match", "ask", "none", "boundary"}
    assert all(0 <= hit.score <= 1 for hit in answer.results)
    hits = FINDER.complete(text)
    assert len({(hit.kind, hit.id) for hit in hits}) == len(hits) <= 25


@given(st.sampled_from(list(LIBRARY.briefs.values())), st.data())
def test_every_title_is_offered_at_every_letter_of_it_that_says_something(brief: Brief, data: st.DataObject) -> None:
    title = brief.title
    typed = title[: data.draw(st.integers(len(title) // 2, len(title)))]
    assert brief.id in {hit.id for hit in FINDER.complete(typed, kinds=("brief",))}


def test_somebody_with_a_briefing_is_found_as_a_person_where_people_are_looked_for() -> None:
    finder = Finder(a_library(a_brief("ann", "What happened to Ann Smith?", "She left."), a_person("ann", "Ann Smith")))
    assert [(hit.kind, hit.id) for hit in finder.search("Ann Smith", kinds=("term", "person")).results] == [
        ("person", "ann")
    ]
    assert finder.search("who is Ann Smith").results[0].kind == "brief"


@pytest.mark.parametrize(
    "question",
    [
        *("hey can someone please explain the ferry timetable thing", "so waht about teh ferry timetable betwen them"),
        *(
            "ferry timetable? n when r u going",
            "혹시 연락선 시간표 좀 알려주실 수 있나요",
            "연락선 시간표가 궁금한데요",
        ),
        *("请问渡轮的时间表到底是什么样的", "有没有人知道渡轮的时间表", "フェリーの時刻表について教えてください"),
    ],
)
def test_what_is_grammar_needs_no_stop_list_of_the_library(question: str) -> None:
    answer = FINDER.search(question)
    assert (answer.outcome, answer.results[0].id) == ("match", "ferry-times")


@pytest.mark.parametrize("question", ["ferry timetable for seoul weather bitcoin pizza", "연락선 날씨 피자 지도"])
def test_names_of_things_that_a_library_lacks_keep_their_weight(question: str) -> None:
    assert FINDER.search(question).outcome != "match"


@pytest.mark.parametrize("typed", ["등대지", "강제송", "연락선의", "渡轮的时间"])
def test_half_typed_korean_and_chinese_is_searched_as_it_is_completed(typed: str) -> None:
    answer = FINDER.search(typed)
    assert answer.outcome in {"match", "ask"}
    assert answer.results[0].id == FINDER.complete(typed)[0].id


@pytest.mark.parametrize("typed", ["渡伦的时间表", "渡轮的时间彪"])
def test_a_name_with_one_wrong_character_of_the_same_sound_is_found(typed: str) -> None:
    answer = FINDER.search(typed)
    assert answer.outcome in {"match", "ask"}
    assert answer.results[0].id == "ferry-times"


def test_how_people_ask_leads_to_the_entry_by_its_title_and_is_itself_never_shown() -> None:
    library = a_library(
        a_brief("ferry", "Why did the ferry stop?"), asked={("brief", "ferry"): ("island without boats",)}
    )
    (entry,) = entries(library)
    assert entry.asked == ("island without boats",)
    assert all("island" not in phrase.text for phrase in entry.phrases)
    assert [(hit.why, hit.matched) for hit in Finder(library).suggest("island w")] == [("text", entry.title)]


@pytest.mark.parametrize(
    "letters", ["a", "refugee", "3", "三", "三十万", "탈북자", "각갂", "难民", "ナンミン", "9 million ", "million "]
)
@pytest.mark.parametrize("ending", ["", "万"])
def test_thousands_of_letters_or_figures_in_one_word_can_be_searched_and_completed(letters: str, ending: str) -> None:
    text = (letters * 6000)[:5999] + ending
    assert FINDER.search(text).outcome in {"match", "ask", "none"}
    assert len(FINDER.complete(text)) <= 25


@given(
    st.sampled_from([phrase for brief in LIBRARY.briefs.values() for phrase in (brief.title, *brief.aliases)]),
    st.data(),
)
def test_what_a_search_is_sure_of_is_the_first_choice_at_every_letter(phrase: str, data: st.DataObject) -> None:
    typed = phrase[: data.draw(st.integers(0, len(phrase)))] + data.draw(st.sampled_from(["", " ", "s", " xyzzy"]))
    wanted: tuple[tuple[Kind, ...] | None, ...] = (None, ("brief",), ("term", "person"))
    for kinds in wanted:
        answer = FINDER.search(typed, 1, kinds)
        if answer.outcome == "match":
            assert FINDER.complete(typed, kinds)[0] == answer.results[0]
