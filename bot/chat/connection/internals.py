"""Everything in discord.py 2.7.1 that we rely on beyond what it documents, each with its reason.

What is of the gateway's connection stands in `gateway.py`, which goes with this file; nothing else in the bot may touch
these. `tests/chat/connection/test_internals.py` holds that each is still there and behaves as is said here: read it
first when the pinned version changes.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar, cast

import aiohttp
import discord
import yarl
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route

_COMPONENTS = "components of the message"
"""A key in the data of an interaction that Discord has not."""

_IN_HAND = ("CommandTree-invoker", "discord.py: on_interaction")
"""What the tasks in which interactions are answered are called (app_commands/tree.py, client.py)."""

_LONGEST_LIMIT = 30.0
"""Seconds; discord.py takes no fewer."""

ODD = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
"""What comes of text that is not JSON, and of JSON that is not as Discord writes it."""

ClientT = TypeVar("ClientT", bound=discord.Client)

_log = logging.getLogger(__name__)


def talk_to(api: str, gateway: yarl.URL) -> None:
    """Turn to another server: there is no setting for it.

    `Route.BASE` is read whenever a request is made (by webhooks and interactions as well), `DEFAULT_GATEWAY` whenever
    a session is begun.
    """
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = gateway


def server() -> str:
    """The address of the API that requests go to."""
    return Route.BASE


def answers_in_hand() -> set[asyncio.Task[Any]]:
    """The tasks that are answering something. discord.py starts them and keeps no list."""
    return {task for task in asyncio.all_tasks() if task.get_name() in _IN_HAND}


def role_ids(member: discord.Member) -> tuple[str, ...]:
    """Those that came with an interaction. `Member.roles` asks the cache, which is empty without the guilds intent."""
    return tuple(map(str, member._roles))  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # see the docstring


def finished(view: ui.LayoutView) -> ui.LayoutView:
    """The view, stopped before it is sent: the view store keeps nothing of it, so that nothing runs out or piles up."""
    view.stop()
    return view


def mark_answered(interaction: discord.Interaction[Any], kind: discord.InteractionResponseType) -> None:
    """Make discord.py know that a first answer of a kind was taken, for `is_done`, `type` and what follows it."""
    interaction.response._response_type = kind  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # nothing but sending through it sets it


def give_back(interaction: discord.Interaction[Any]) -> None:
    """Break the one cycle that an interaction is in, with its response: both go when nobody uses the interaction.

    Left to the collector, those that are there when a reload has it leave alone all that there is would stay for good.
    """
    interaction.extras.clear()
    with suppress(AttributeError):  # nobody has asked for the response
        del interaction._cs_response  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # where `response` is kept


async def new_session(client: discord.Client, connector: aiohttp.TCPConnector, seconds: float) -> None:
    """Throw away the HTTP session that a failed login leaves open, with its connector, and log in through another.

    Each attempt of discord.py's at a request takes so long at most, and what is limited for longer than half a minute
    raises `discord.RateLimited`: it would wait five minutes for a server that says nothing, and for ever where a limit
    lasts so long. To cancel it from outside while a limit on everything lasts would hold all later requests.
    """
    await client.http.close()
    client.http.connector = connector
    client.http.max_ratelimit_timeout = _LONGEST_LIMIT
    timeout = aiohttp.ClientTimeout(total=seconds)
    vars(client.http)["request"] = partial(type(client.http).request, client.http, timeout=timeout)


class OddInteractionError(app_commands.AppCommandError):
    """An interaction lacks what discord.py takes for granted; the cause is what it stumbled over."""


class GuardedTree(app_commands.CommandTree[ClientT]):
    """A tree that answers for every interaction.

    The task that discord.py answers a command in looks at `AppCommandError` alone. What data without a name or an
    option without a value raises would only be printed by the event loop, with its message, when the task is forgotten.
    """

    async def in_turn(
        self, interaction: discord.Interaction[ClientT], answering: Callable[[], Awaitable[None]]
    ) -> None:
        """Answer, unless something speaks against it now; for the tree to decide."""
        raise NotImplementedError

    async def _call(self, interaction: discord.Interaction[ClientT]) -> None:
        try:
            await self.in_turn(interaction, partial(super()._call, interaction))
        except app_commands.AppCommandError:
            raise
        except Exception as error:  # noqa: BLE001 # whatever it is, somebody waits for an answer
            odd = OddInteractionError("The interaction could not be read.")
            odd.__cause__ = error
            await self._answer_for(interaction, odd)

    async def _answer_for(self, interaction: discord.Interaction[ClientT], odd: OddInteractionError) -> None:
        try:
            await self.on_error(interaction, odd)
        except Exception as error:  # noqa: BLE001 # where to answer may be as odd as the rest
            _log.warning("An interaction %s: %s", lost("INTERACTION_CREATE"), place(error))


def set_aside(content: Any) -> None:  # noqa: ANN401 # JSON
    """Put the components of a message that was pressed where `whole_message` finds them."""
    match content:
        case {"message": {"components": list()}, "data": dict()}:
            content["data"][_COMPONENTS], content["message"]["components"] = content["message"]["components"], []
        case _:
            pass


def whole_message(interaction: discord.Interaction[Any]) -> discord.Message | None:
    """The message that was pressed, with its components.

    Discord sends them with each press, and an object for each takes longer to make than all else that is read of it;
    but hardly a press has anything to do with them.
    """
    message, data = interaction.message, cast("dict[str, Any]", interaction.data or {})
    components = data.pop(_COMPONENTS, None)
    if message is not None and components is not None:
        message._handle_components(components)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # as it does itself
    return message


def lost(event: str) -> str:
    """What is said of an event that could not be read."""
    return "gets no answer" if event == "INTERACTION_CREATE" else "is lost"


def place(error: BaseException) -> str:
    """The kind of an error and where it was raised, without its message, which may quote what was sent."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = (
        "" if trace is None else f" in {cast('str', trace.tb_frame.f_globals.get('__name__'))}, line {trace.tb_lineno}"
    )
    return f"{type(error).__name__}{where}"
