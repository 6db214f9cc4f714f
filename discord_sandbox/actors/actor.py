"""A person who uses the bot."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy

from discord_sandbox.actors.controls import button_on, has_control, menu_on, options_of
from discord_sandbox.actors.invoke import Invoker
from discord_sandbox.actors.options import NotOfferedError, fill, point, upload
from discord_sandbox.actors.replies import NoAnswerError, Reply, Suggestion
from discord_sandbox.actors.saying import message_body, poll_body, sticker_items
from discord_sandbox.records.channels import Channel, Message
from discord_sandbox.records.interactions import Interaction, InteractionType
from discord_sandbox.records.kinds import CommandType, Kind, OptionType
from discord_sandbox.records.languages import translated
from discord_sandbox.records.payload import Payload
from discord_sandbox.records.people import User
from discord_sandbox.records.permissions import Permission
from discord_sandbox.records.places import Place
from discord_sandbox.world.attachments import Upload
from discord_sandbox.world.posting import Post
from discord_sandbox.world.state import Change, State


class Actor:
    """One person in one place, with Discord set to one language.

    Whatever Discord's client would not offer them raises NotOfferedError; a bot that does not answer in time raises
    NoAnswerError.
    """

    def __init__(self, state: State, invoker: Invoker, user: User, place: Place, locale: str) -> None:
        self._state = state
        self._invoker = invoker
        self.user = user
        self.place = place
        self.locale = locale

    def commands(self) -> list[Payload]:
        """The commands Discord offers here, as registered; to an app none."""
        return [] if self.user.bot else self._state.commands.offered(self.user, self.place)

    def messages(self) -> list[Message]:
        """What this person sees in the channel, oldest first."""
        in_guild = self.place.channel.guild is not None
        if in_guild and Permission.VIEW_CHANNEL not in self.place.member_permissions(self.user):
            return []
        return [message for message in self.place.channel.messages.values() if message.seen_by(self.user)]

    async def command(self, name: str, /, **options: object) -> Reply:
        """Run a command, with the names of subcommands after it: `command("settings show")`.

        An option takes what its type says; one for an attachment an `Upload("notes.txt", b"words")`, one for a channel
        the channel, its id or its name.
        """
        return await self.answered(await self.start_command(name, options))

    async def type(self, name: str, option: str, text: str, /, **others: object) -> list[Suggestion]:
        """Type into an option and return the choices offered; the `others` may be half filled in."""
        reply = await self.answered(await self.start_typing(name, option, text, others))
        choices: list[Payload] = reply.acknowledgement["data"]["choices"]
        return [Suggestion(translated(choice, "name", self.locale), choice["value"]) for choice in choices]

    async def menu(self, name: str, target: Message | User) -> Reply:
        """Pick a context menu command on a message or a person."""
        return await self.answered(await self.start_menu(name, target))

    async def press(self, where: Reply | Message, button: str) -> Reply:
        """Press a button, named by its label or its custom id."""
        return await self.answered(await self.start_press(where, button))

    async def choose(self, where: Reply | Message, menu: str, *values: str) -> Reply:
        """Pick options, named by label or value, of a select menu named by custom id or placeholder."""
        return await self.answered(await self.start_choice(where, menu, values))

    async def submit(self, form: Reply, values: Mapping[str, object]) -> Reply:
        """Send a form off; see `Modal.fill` for the values."""
        return await self.answered(await self.start_submission(form.interaction, values))

    def say(
        self,
        text: str = "",
        *,
        files: Iterable[Upload] = (),
        stickers: Iterable[str] = (),
        embeds: Iterable[Payload] = (),
        components: Iterable[Payload] = (),
    ) -> Message:
        """Post an ordinary message in the channel.

        Stickers are named. Embeds are as Discord's documentation has them: a person's are the previews of their links.
        Components are for apps; with neither text nor embeds the message is one of Components V2.
        """
        body = message_body(text, embeds, components)
        if body["components"] and not self.user.bot:
            raise NotOfferedError("Only apps post components.")
        items = sticker_items(stickers, self._state.snowflakes)
        if items:
            body["sticker_ids"] = [item["id"] for item in items]
        uploads = [Upload(file.filename, file.content, number) for number, file in enumerate(files)]
        return self._post(body, uploads, {"sticker_items": items} if items else {})

    def poll(self, question: str, *answers: str) -> Message:
        """Post a poll in the channel."""
        return self._post(poll_body(question, answers))

    def forward(self, message: Message) -> Message:
        """Forward a message, from wherever it is, into the channel."""
        if message.deleted or message.audience is not None or "poll" in message.payload:
            raise NotOfferedError("Private messages, polls and messages that are gone cannot be forwarded.")
        extra = message.forwarded()
        return self._post({"message_reference": extra["message_reference"]}, extra=extra)

    async def start_command(self, name: str, options: Mapping[str, object]) -> Interaction:
        """As `command`, without waiting for the answer."""
        command, path = self._named(name)
        filled = fill(command, path, options)
        attachments = upload(filled.options, self._upload)
        content = _content(command, {"options": filled.options})
        channels = point(filled.options, self._channel)
        resolved = {"attachments": attachments, "channels": channels}
        if attachments or channels:
            content["resolved"] = {key: found for key, found in resolved.items() if found}
        return await self._send(InteractionType.COMMAND, content, f"/{name}", command=command)

    async def start_typing(self, name: str, option: str, text: str, others: Mapping[str, object]) -> Interaction:
        """As `type`, without waiting for the answer."""
        command, path = self._named(name)
        filled = fill(command, path, {**others, option: text}, focus=option)
        # Files are sent with the command, not before: until then they have an id and nothing to resolve it.
        upload(filled.options, lambda _: {"id": self._state.snowflakes.next()})
        content = _content(command, {"options": filled.options})
        label = f"/{name}, typing in {option}"
        kind = filled.focused["type"] if filled.focused else OptionType.STRING
        return await self._send(InteractionType.AUTOCOMPLETE, content, label, command=command, option_type=kind)

    async def start_menu(self, name: str, target: Message | User) -> Interaction:
        """As `menu`, without waiting for the answer."""
        kind = CommandType.MESSAGE if isinstance(target, Message) else CommandType.USER
        command = self._find(name, kind)
        if isinstance(target, Message):
            self._must_see(target)
            resolved: Payload = {"messages": {target.id: deepcopy(target.payload)}}
        else:
            resolved = {"users": {target.id: target.payload()}}
            if self.place.channel.guild is not None:
                member = self.place.channel.guild.member_payload(target)
                resolved["members"] = {target.id: {**member, "permissions": "0"}}
        content = _content(command, {"target_id": target.id, "resolved": resolved})
        return await self._send(InteractionType.COMMAND, content, name, command=command)

    async def start_press(self, where: Reply | Message, button: str) -> Interaction:
        """As `press`, without waiting for the answer."""
        message = self._holding(where, button)
        chosen = button_on(message, button)
        content: Payload = {
            "custom_id": chosen.custom_id,
            "component_type": int(Kind.BUTTON),
            "id": chosen.component_id,
        }
        return await self._send(InteractionType.COMPONENT, content, f"the button {chosen.label}", source=message)

    async def start_choice(self, where: Reply | Message, menu: str, values: Iterable[str]) -> Interaction:
        """As `choose`, without waiting for the answer."""
        message = self._holding(where, menu)
        select = menu_on(message, menu)
        chosen = options_of(select, list(values))
        content: Payload = {
            "custom_id": select.custom_id,
            "component_type": int(Kind.STRING_SELECT),
            "id": select.component_id,
            "values": chosen,
        }
        label = f"the menu {select.placeholder or menu}"
        return await self._send(InteractionType.COMPONENT, content, label, source=message)

    async def start_submission(self, opened_by: Interaction, values: Mapping[str, object]) -> Interaction:
        """As `submit`, without waiting for the answer."""
        modal = Reply(opened_by, self._state).modal
        label = f"the form {modal.title}"
        return await self._send(InteractionType.MODAL_SUBMIT, modal.fill(values), label, source=opened_by.source)

    async def answered(self, interaction: Interaction) -> Reply:
        """Wait for the first answer to what a `start_…` method sent."""
        try:
            async with asyncio.timeout(self._state.patience):
                await self._state.signal.until(lambda: interaction.answer is not None)
        except TimeoutError:
            interaction.failed = True
            self._state.announce(Change("failed", interaction=interaction))
            limit = f"{self._state.patience:g} s"
            raise NoAnswerError(f"{interaction.label}: the bot did not answer within {limit}.") from None
        return Reply(interaction, self._state)

    def _post(self, body: Payload, uploads: Sequence[Upload] = (), extra: Payload | None = None) -> Message:
        channel = self.place.channel
        if channel.guild and Permission.SEND_MESSAGES not in self.place.member_permissions(self.user):
            raise NotOfferedError(f"{self.user.display_name} may not send messages in {self.place.title}.")
        return Post(self._state).create(channel, self.user, body, uploads, extra=extra)

    def _upload(self, file: Upload) -> Payload:
        return self._state.attachments.store_option(file, self._state.application_id)

    def _channel(self, named: str | Channel) -> Payload:
        """A channel of this server, given by its name or id, with what this person may do in it."""
        guild = self.place.channel.guild
        wanted = {named.id} if isinstance(named, Channel) else {named, named.removeprefix("#")}
        for channel in self._state.population.channels.values():
            permissions = channel.permissions(self.user)
            if (
                channel.guild is not None
                and channel.guild is guild
                and wanted & {channel.id, channel.name}
                and Permission.VIEW_CHANNEL in permissions
            ):
                return channel.payload(permissions=permissions)
        raise NotOfferedError(f"{self.user.display_name} sees no channel {named!r} in {self.place.title}.")

    async def _send(  # noqa: PLR0913 - what was done, and on what
        self,
        kind: InteractionType,
        content: Payload,
        label: str,
        *,
        source: Message | None = None,
        command: Payload | None = None,
        option_type: int = OptionType.STRING,
    ) -> Interaction:
        return await self._invoker.send(
            kind,
            content,
            user=self.user,
            place=self.place,
            locale=self.locale,
            label=label,
            source=source,
            command=command,
            option_type=option_type,
        )

    def _holding(self, where: Reply | Message, name: str) -> Message:
        """The message with a button or menu of that name: of a reply's messages the first that has one."""
        if isinstance(where, Message):
            self._must_see(where)
            return where
        for message in where.messages:
            if has_control(message, name):
                self._must_see(message)
                return message
        return where.message

    def _must_see(self, message: Message) -> None:
        if not message.seen_by(self.user) or message.channel is not self.place.channel:
            raise NotOfferedError(f"{self.user.display_name} does not see that message in {self.place.title}.")

    def _named(self, name: str) -> tuple[Payload, list[str]]:
        first, *path = name.split()
        return self._find(first, CommandType.CHAT_INPUT), path

    def _find(self, name: str, kind: CommandType) -> Payload:
        offered = [command for command in self.commands() if command["type"] == kind]
        for command in offered:
            if command["name"] == name:
                return command
        known = ", ".join(command["name"] for command in offered) or "none"
        raise NotOfferedError(f"Discord does not offer {name!r} in {self.place.title}; it offers: {known}.")


def _content(command: Payload, more: Payload) -> Payload:
    """The `data` of an interaction with a command."""
    content: Payload = {"id": command["id"], "name": command["name"], "type": command["type"], **more}
    if "guild_id" in command:
        content["guild_id"] = command["guild_id"]
    return content
