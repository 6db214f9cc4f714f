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
NOBODY_MODERATES = Explanation(
    "V803",
    "Somebody is left who can reload.",
    "Who has shut everybody out could mend it no more from Discord.",
    bad="""\
# moderation.yaml
manage_server: no""",
    good="""\
# moderation.yaml
manage_server: no
servers:
  "100000000000000001":
    moderator_roles: ["100000000000000002"]""",
)
UNKNOWN_ZONE = Explanation(
    "V804",
    "A time zone has its name of the IANA database.",
    "Abbreviations such as KST or CST mean one zone here and another there, and know no summer time.",
    bad="""\
# moderation.yaml
servers:
  "100000000000000001":
    schedules:
      every-monday: {brief: ferry, days: monday, time: "09:00", zone: Seoul, channel: "100000000000000003"}""",
    good="""\
# moderation.yaml
servers:
  "100000000000000001":
    schedules:
      every-monday: {brief: ferry, days: monday, time: "09:00", zone: Asia/Seoul, channel: "100000000000000003"}""",
)
UNKNOWN_BRIEF = Explanation(
    "V805",
    "The briefings that are hidden or posted by schedule are in the library.",
    "A misspelt one would be shown after all, or never posted.",
    bad="""\
# moderation.yaml
hidden: [fery]""",
    good="""\
# moderation.yaml
hidden: [ferry]""",
)
HOSTS_ALONE = Explanation(
    "V806",
    "Settings that are given from Discord are those of one server.",
    "What concerns every server, such as who operates the bot and what is counted, is for its host to decide.",
    bad="""\
# settings.yaml
log:
  counts: no""",
    good="""\
# settings.yaml
cooldown: 3""",
)
FOREIGN_CHANNEL = Explanation(
    "V807",
    "Settings that are given from Discord name channels of their own server, and a hundred at most.",
    "Else one server could have the bot write in another.",
    bad="""\
# settings.yaml
reports_channel: "100000000000000009\"""",
    good="""\
# settings.yaml
reports_channel: "100000000000000003\"""",
)

ALL = (
    UNKNOWN_COMMAND,
    NOT_AN_ID,
    NOBODY_MODERATES,
    UNKNOWN_ZONE,
    UNKNOWN_BRIEF,
    HOSTS_ALONE,
    FOREIGN_CHANNEL,
)
