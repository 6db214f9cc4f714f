"""What can come of a command or a button, in the words that are counted."""

from typing import Literal

Outcome = Literal[
    "match",
    "ask",
    "none",
    "none_of_these",
    "not_meant",
    "boundary",
    "exact",
    "altered",
    "absent",
    "shown",
    "posted",
    "removed",
    "reported",
    "reloaded",
    "denied",
    "cooldown",
    "unread",
    "gone",
    "failed",
]
"""What came of a command or a button."""

SHOWN: tuple[Outcome, ...] = ("match", "shown", "exact", "altered")
"""Of these the subject was shown to whoever asked."""

MISSED: tuple[Outcome, ...] = ("none", "ask", "none_of_these", "not_meant")
"""Of these the subject is what came nearest to what was asked, or empty where nothing did."""
