"""Problems that only the moderators' file can have."""

from bot.domain.problem import Explanation

UNKNOWN_COMMAND = Explanation(
    "V801",
    "The commands that are switched on are commands of the bot.",
    "A misspelt one would be off without a word.",
    bad="""\
# moderation.yaml
commands: [brief, qoute]""",
    good="""\
# moderation.yaml
commands: [brief, quote]""",
)
NOT_AN_ID = Explanation(
    "V802",
    "Servers, channels and roles are named by their ids.",
    "Names change, and two channels may share one. Discord shows an id to who turns on Developer Mode.",
    bad="""\
# moderation.yaml
servers:
  our-server:
    cooldown: 3""",
    good="""\
# moderation.yaml
servers:
  "100000000000000001":
    cooldown: 3""",
)

ALL = (UNKNOWN_COMMAND, NOT_AN_ID)
