"""Polls.

Source: Discord API documentation, "Poll Resource", section "Poll Create Request Object". Lengths are Unicode
code points.
"""

from discord_sandbox.limits.form import FormBody

QUESTION = 300
ANSWERS = 10
ANSWER = 55
LONGEST = 32 * 24
"""Hours, at most, for which votes are taken."""


def check_poll(message: FormBody) -> None:
    """The poll of a message, if it has one."""
    poll = message.item("poll")
    if poll is None:
        return
    if poll.require("question") and (question := poll.item("question")) is not None:
        question.required_text("text", 1, QUESTION)
    for answer in poll.required_items("answers", 1, ANSWERS):
        if answer.require("poll_media") and (media := answer.item("poll_media")) is not None:
            media.required_text("text", 1, ANSWER)
    poll.number("duration", 1, LONGEST)
    poll.choice("layout_type", (1,), default=1)
    poll.flag("allow_multiselect")
