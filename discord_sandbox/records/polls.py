"""Polls as messages hold them.

Source: Discord API documentation, "Poll Resource".
"""

from copy import deepcopy

from discord_sandbox.records.payload import Payload

HOURS = 24
"""For how long a poll takes votes unless it says so."""


def hours_of(asked: Payload) -> int:
    """For how long a poll is to take votes."""
    return asked.get("duration") or HOURS


def new_poll(asked: Payload, expiry: str) -> Payload:
    """The poll of a request that was accepted, before anybody has voted."""
    return {
        "question": {"text": asked["question"]["text"]},
        "answers": [
            {"answer_id": place, "poll_media": deepcopy(answer["poll_media"])}
            for place, answer in enumerate(asked["answers"], start=1)
        ],
        "expiry": expiry,
        "allow_multiselect": bool(asked.get("allow_multiselect")),
        "layout_type": 1,
        "results": {"is_finalized": False, "answer_counts": []},
    }
