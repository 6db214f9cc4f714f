"""Problems with how people ask for an item in everyday words."""

from bot.domain.problem import Explanation

UNKNOWN_ITEM = Explanation(
    "V221",
    "Phrases stand below the kind and the id of an item that there is.",
    "Below a mistyped id they would lead nowhere, and whoever asks so would not be answered.",
    bad="""\
# briefs/asked/en.yaml
brief:fery: |
  boat to the mainland gone""",
    good="""\
# briefs/asked/en.yaml
brief:ferry: |
  boat to the mainland gone""",
)
TWICE = Explanation(
    "V222",
    "A phrase stands once, and leads to one item.",
    "With a phrase of two items, or one that is a title or an alias of another, the bot has to ask back what it could "
    "have answered. Capitals, width and spaces do not tell phrases apart, nor does the file they stand in.",
    bad="""\
# briefs/asked/en.yaml
brief:ferry: |
  boat to the mainland gone
term:notice: |
  Boat to the mainland gone""",
    good="""\
# briefs/asked/en.yaml
brief:ferry: |
  boat to the mainland gone
term:notice: |
  told weeks before""",
)
SAYS_NOTHING = Explanation(
    "V223",
    "A phrase says something: it is not one common word, nor made of words that only hold others together.",
    "It would bring the item before everybody who uses the word, whatever they ask.",
    bad="""\
# briefs/asked/en.yaml
brief:ferry: |
  boat""",
    good="""\
# briefs/asked/en.yaml
brief:ferry: |
  boat to the mainland gone""",
)
TOO_LONG = Explanation(
    "V224",
    "A phrase has at most eight words.",
    "Every word of it counts when a question is compared with it; in a whole sentence the ones that matter are few.",
    bad="""\
# briefs/asked/en.yaml
brief:ferry: |
  how are my kids getting to school without the boat""",
    good="""\
# briefs/asked/en.yaml
brief:ferry: |
  kids to school without the boat""",
)
NEEDLESS = Explanation(
    "V225",
    "A phrase is no title or alias of its own item.",
    "By these the item is found already. It is only a warning.",
    bad="""\
# briefs/asked/en.yaml
brief:ferry: |
  why did the ferry stop""",
    good="""\
# briefs/asked/en.yaml
brief:ferry: |
  boat to the mainland gone""",
)

ALL = (UNKNOWN_ITEM, TWICE, SAYS_NOTHING, TOO_LONG, NEEDLESS)
