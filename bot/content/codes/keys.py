"""Problems with keys and with what stands behind them."""

from bot.domain.problem import Explanation

UNKNOWN_KEY = Explanation(
    "V020",
    "Every key is one that its place knows.",
    "A misspelt key would be read by nobody, and what it says would be missing without a word.",
    bad="""\
# briefs/people.yaml
mara-lind:
  remark: keeps the shop""",
    good="""\
# briefs/people.yaml
mara-lind:
  role: shopkeeper""",
)
MISSING_KEY = Explanation(
    "V021",
    "What every entry of its kind must say is said.",
    "A card is built from these keys; without one it would have a hole, or say less than it should.",
    bad="""\
# briefs/glossary.yaml
pier:
  term: pier""",
    good="""\
# briefs/glossary.yaml
pier:
  term: pier
  definition: Where ships land.""",
)
WRONG_KIND = Explanation(
    "V022",
    "A list stands where a list belongs, text where text belongs, and keys where keys belong.",
    "A list with one entry is still a list, and `text: [so]` is no text.",
    bad="""\
# briefs/topics/ferry.yaml
aliases: ferry""",
    good="""\
# briefs/topics/ferry.yaml
aliases: [ferry]""",
)
WRONG_LENGTH = Explanation(
    "V023",
    "Text is neither empty nor longer than its place on the card.",
    "Nothing is ever cut to fit: what is too long is shortened by whoever knows what matters.",
    bad="""\
# briefs/topics/ferry.yaml
title: Why did the ferry, which had gone to the island every day since the harbour was built, stop in May?""",
    good="""\
# briefs/topics/ferry.yaml
title: Why did the ferry stop in May?""",
)
NOT_A_NUMBER = Explanation(
    "V024",
    "A whole number is written in digits, and lies within its bounds.",
    "Numbers are compared, drawn and added up by the program; words and separators differ by language.",
    bad="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  paragraph: five""",
    good="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  paragraph: 5""",
)
UNKNOWN_WORD = Explanation(
    "V025",
    "Where only some words are possible, one of them is written.",
    "The program does something else for each of them, and nothing for a word that it does not know.",
    bad="""\
# briefs/boundaries.yaml
secret-landing:
  reply: {en: We do not describe landing places., kr: 상륙 지점은 안내하지 않습니다.}""",
    good="""\
# briefs/boundaries.yaml
secret-landing:
  reply: {en: We do not describe landing places., ko: 상륙 지점은 안내하지 않습니다.}""",
)
WRONG_FORM = Explanation(
    "V026",
    "Ids, addresses, digests and file names have their form.",
    "An id stands in file names and in buttons, where capitals and spaces would not survive.",
    bad="""\
# briefs/glossary.yaml
Notice Given:
  term: notice
  definition: Telling people beforehand.""",
    good="""\
# briefs/glossary.yaml
notice-given:
  term: notice
  definition: Telling people beforehand.""",
)
NOT_A_DATE = Explanation(
    "V027",
    "A date is written 2005, 2005-02 or 2005-02-04, as far as it is known.",
    "Other forms are read one way here and another way there, and an unknown day must stay unknown.",
    bad="""\
# briefs/topics/ferry.yaml
as_of: June 2001""",
    good="""\
# briefs/topics/ferry.yaml
as_of: 2001-06""",
)
CONTRADICTION = Explanation(
    "V028",
    "The keys of an entry agree with each other.",
    "Some keys need another one, and some exclude one: a quotation has a speaker, a silent position has no text.",
    bad="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  speaker: null""",
    good="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  speaker: Mara Lind""",
)
DECIDED_ELSEWHERE = Explanation(
    "V029",
    "What the file's name or the entry's key decides is not written again.",
    "Two places for one thing come to differ.",
    bad="""\
# briefs/topics/ferry.yaml
id: ferry""",
    good="""\
# briefs/topics/ferry.yaml
title: Why did the ferry stop?""",
)
ID_TAKEN = Explanation(
    "V030",
    "An id names one thing of its kind, in one file.",
    "References name things by their ids; with two of one name, nobody knows which is meant.",
    bad="$ cp briefs/evidence/harbour-2001.yaml briefs/evidence/timetable-2003.yaml",
    good="""\
# briefs/glossary.yaml
notice-again:
  term: notice again
  definition: Telling people twice.""",
)
UNFILLED = Explanation(
    "V031",
    "What was begun is filled in.",
    "An outline has every key that must be there and leaves what follows it to you.",
    bad="""\
# briefs/topics/ferry.yaml
title:""",
    good="""\
# briefs/topics/ferry.yaml
title: Why did the ferry stop?""",
)
MISPLACED_KEY = Explanation(
    "V032",
    "A key stands in its own place.",
    "The spaces before a key decide what it belongs to. The message says where it belongs.",
    bad="""\
# briefs/topics/ferry.yaml
rests_on: [harbour-forty-people]""",
    good="""\
# briefs/topics/ferry.yaml
answer:
  text: The paper does not say why.
  rests_on: [harbour-forty-people]""",
)

ALL = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_KIND,
    WRONG_LENGTH,
    NOT_A_NUMBER,
    UNKNOWN_WORD,
    WRONG_FORM,
    NOT_A_DATE,
    CONTRADICTION,
    DECIDED_ELSEWHERE,
    ID_TAKEN,
    UNFILLED,
    MISPLACED_KEY,
)
