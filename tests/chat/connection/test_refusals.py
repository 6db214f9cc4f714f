import json
import math

import pytest

from bot.chat.connection.refusals import UNSAID, asked_to_wait
from bot.chat.connection.wire import Response


@pytest.mark.parametrize(
    ("said", "header", "seconds"),
    [
        ({"retry_after": 0.25}, None, 0.25),
        ({"retry_after": 0.25}, "1", 0.25),
        ({"retry_after": 0}, "7", 0.0),
        ({"retry_after": -3}, None, 0.0),
        ({"retry_after": None}, "2", 2.0),
        ({"retry_after": "soon"}, "2", 2.0),
        ({"retry_after": 10**400}, None, UNSAID),
        ({}, "Fri, 01 Jan 2027 00:00:00 GMT", UNSAID),
        ({}, "nan", UNSAID),
        ({}, "inf", math.inf),
        ([60], None, UNSAID),
        ({}, None, UNSAID),
    ],
)
def test_a_limit_lasts_as_long_as_it_says_and_a_moment_where_it_does_not(
    said: object, header: str | None, seconds: float
) -> None:
    headers = {} if header is None else {"Retry-After": header}
    assert asked_to_wait(Response(429, "", headers, json.dumps(said).encode())) == (seconds, False)
