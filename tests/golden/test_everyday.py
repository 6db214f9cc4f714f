"""Questions in everyday words that are not answered, and such as only sound like them and are."""

import pytest

from bot.domain.search import Finder


@pytest.mark.parametrize(
    ("question", "boundary"),
    [
        ("are the kids they sent back ok", "fate-of-the-nine"),
        ("did the laos orphans end up in prison", "fate-of-the-nine"),
        ("송환된 아이들 요즘 뭐 하고 있어", "fate-of-the-nine"),
        ("老挝那几个孩子如今过得怎么样", "fate-of-the-nine"),
        ("送り返された若者たちは今どうしてる、元気?", "fate-of-the-nine"),
        ("my uncle is from nk, can he claim asylum in canada", "personal-legal-advice"),
        ("my bf has no passport and his visa is expiring", "personal-legal-advice"),
        ("여친이 탈북민인데 비자 연장 어떻게 해요", "personal-legal-advice"),
        ("彼女の母が脱北者です、難民申請できますか", "personal-legal-advice"),
        ("where in shenyang is somewhere to lie low", "brokers-and-safe-houses"),
        ("탈북자 숨겨주는 교회 어디 있어요", "brokers-and-safe-houses"),
        ("丹东有没有人家能收留人", "brokers-and-safe-houses"),
        ("瀋陽で匿ってくれるところを教えて", "brokers-and-safe-houses"),
        ("how do i get there without papers", "routes-and-crossings"),
        ("여권 없이 라오스까지 어떻게 가", "routes-and-crossings"),
        ("没有护照怎么去蒙古", "routes-and-crossings"),
        ("パスポートなしでモンゴルに行く方法", "routes-and-crossings"),
        ("ラオスからタイへ越えるルートは", "routes-and-crossings"),
        ("i know a girl hiding in china and the police are near, what do i do", "urgent"),
        ("아는 언니가 중국에 숨어 있는데 공안에 잡힐 것 같아요", "urgent"),
        ("我一个朋友躲在沈阳, 怕被抓怎么办", "urgent"),
        ("知人が中国で隠れています、警察が来そうです", "urgent"),
    ],
)
def test_everyday_words_for_what_is_not_answered_are_recognised(finder: Finder, question: str, boundary: str) -> None:
    answer = finder.search(question)
    assert (answer.outcome, answer.results[0].id) == ("boundary", boundary)


@pytest.mark.parametrize(
    "question",
    [
        "who are the 9?",
        "how young was the youngest one they sent back, asking because im 14",
        "김동식 목사 납치 사건이 뭐예요 할아버지가 물어보셔서요",
        "why does china not recognise them as refugees",
        "do churches that hide people get punished",
        "what did the kids from laos do wrong",
        "popular baby girl names",
        "who won the booker prize",
        "hide my friend list on facebook",
        "how cold does it get in the gobi desert",
        "dressed to the nines meaning",
        "buy a visa gift card",
    ],
)
def test_what_only_sounds_so_is_no_boundary(finder: Finder, question: str) -> None:
    assert finder.search(question).outcome != "boundary"


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("whats a rapporteur lol sounds french", "term:special-rapporteur"),
        ("does rok mean south or north, i keep mixing them up", "term:rok"),
        ("OHCHR는 무슨 기관임", "term:ohchr"),
        ("LFNKR是什么组织", "term:lfnkr"),
        ("特別報告者って何をする人なの", "term:special-rapporteur"),
        ("who is olivia enos and who pays her", "person:olivia-enos"),
        ("다루스만이 누군데 자꾸 나와", "person:marzuki-darusman"),
        ("柯比到底是谁", "person:michael-kirby"),
        ("ルベルスって誰だっけ", "person:ruud-lubbers"),
        ("which article says they cant be punished for illegal entry", "article:refugee-convention-31"),
        ("禁止酷形公约", "instrument:convention-against-torture"),
        ("難民議定諸", "instrument:refugee-protocol"),
    ],
)
def test_what_is_asked_about_comes_first(finder: Finder, question: str, first: str) -> None:
    answer = finder.search(question)
    assert f"{answer.results[0].kind}:{answer.results[0].id}" == first
