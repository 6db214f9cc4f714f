"""What travels over the websocket: opcodes, close codes, and the JSON object in a frame.

Source: Discord API documentation, "Gateway" and "Opcodes and Status Codes".
"""

import json
from enum import IntEnum
from typing import Any, cast

from aiohttp import WSMessage, WSMsgType

from discord_sandbox.records.payload import Payload, object_in

GOODBYES = (1000, 1001)
"""The codes with which a client gives its session up."""


class Op(IntEnum):
    """What a frame is."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE_UPDATE = 3
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class Close(IntEnum):
    """Why the gateway hangs up."""

    GOING_AWAY = 1001
    UNKNOWN_ERROR = 4000
    UNKNOWN_OPCODE = 4001
    DECODE_ERROR = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    INVALID_SEQUENCE = 4007
    DISALLOWED_INTENTS = 4014


class ClosedError(Exception):
    """The connection must end with this code."""

    def __init__(self, code: Close) -> None:
        super().__init__(code.name)
        self.code = code


def frame_in(message: WSMessage) -> Payload:
    """The JSON object in a message of the websocket. Raises ClosedError."""
    try:
        frame: Any = json.loads(message.data) if message.type is WSMsgType.TEXT else None
    except ValueError:
        raise ClosedError(Close.DECODE_ERROR) from None
    if not isinstance(frame, dict):
        raise ClosedError(Close.DECODE_ERROR)
    return object_in(cast("object", frame))
