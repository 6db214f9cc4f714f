"""Messages, forms and what comes before an answer, as HTML for one reader."""

from collections.abc import Sequence

from discord_sandbox.console.components import Components, file_card, local, picture
from discord_sandbox.console.html import NOTHING, Html, element, join
from discord_sandbox.console.markdown import Markdown, Mentioned
from discord_sandbox.records.channels import Message
from discord_sandbox.records.components import walk
from discord_sandbox.records.interactions import Interaction
from discord_sandbox.records.kinds import CommandType, Kind
from discord_sandbox.records.payload import Payload, object_in
from discord_sandbox.records.people import User
from discord_sandbox.records.transcript import transcript
from discord_sandbox.world.population import Population


class Draw:
    """Draws what people in the sandbox see."""

    def __init__(self, population: Population) -> None:
        self._population = population

    def message(self, message: Message, *, given: Sequence[Payload] = (), continued: bool = False) -> Html:
        """A whole message.

        `given` are the files of the command it answers. A `continued` one follows another of the same author and needs
        no head.
        """
        above = self._above(message, given)
        continued = continued and not above
        head = NOTHING if continued else join(avatar(message.author), self._head(message))
        classes = ["message", "ephemeral" if message.ephemeral else "", "continued" if continued else ""]
        attributes = {
            "class": " ".join(filter(None, classes)),
            "id": f"message-{message.id}",
            "data-message": message.id,
            "tabindex": "0",
            "aria-label": f"Message from {message.author.display_name}",
        }
        return element(
            "article",
            attributes,
            above,
            head,
            element("div", {"class": "body"}, *self._body(message)),
            _only_you() if message.ephemeral else NOTHING,
            _tools(can_be_answered=not message.loading),
        )

    def pending(self, interaction: Interaction) -> Html:
        """A command on its way, until it is answered or fails."""
        attributes = {
            "class": "message pending",
            "id": f"pending-{interaction.id}",
            "aria-label": "A command on its way",
        }
        bot, above = self._population.bot, _used(interaction.user, interaction.label, interaction.files)
        said = element("div", {"class": "body"}, element("span", {"class": "status"}, "Sending command…"))
        return element("article", attributes, above, avatar(bot), name_line(bot), said)

    def failed(self, interaction: Interaction) -> Html:
        """A command that was not answered, in Discord's words."""
        attributes = {"class": "message failed ephemeral", "id": f"pending-{interaction.id}"}
        bot, above = self._population.bot, _used(interaction.user, interaction.label, interaction.files)
        words = element("span", {"class": "status"}, "The application did not respond")
        said = element("div", {"class": "body"}, words)
        return element("article", attributes, above, avatar(bot), name_line(bot), said, _only_you())

    def _body(self, message: Message) -> list[Html]:
        if message.loading:
            dots = element("span", {"class": "dots", "aria-hidden": "true"}, "•••")
            thinking = f"{message.author.display_name} is thinking…"
            return [element("span", {"class": "status thinking"}, dots, thinking)]
        return self._content(message.payload)

    def _content(self, payload: Payload) -> list[Html]:
        """All that a message holds, or one that it forwards."""
        markdown = Markdown(self._names(everyone=bool(payload.get("mention_everyone"))))
        components = Components(markdown)
        edited = element("small", {"class": "edited"}, "(edited)") if payload["edited_timestamp"] else NOTHING
        shown_files = {part["file"]["url"] for part in walk(payload["components"]) if part["type"] == Kind.FILE}
        v2 = bool(payload["components"]) and not payload["content"] and not payload["embeds"]
        loose = [file for file in payload["attachments"] if not v2 and file["url"] not in shown_files]
        return [
            element("div", {"class": "content"}, markdown.block(payload["content"])) if payload["content"] else NOTHING,
            *(components.embed(embed) for embed in payload["embeds"]),
            *(_attachment(file) for file in loose),
            *(components.draw(component) for component in payload["components"]),
            _poll(payload["poll"]) if payload.get("poll") else NOTHING,
            *(_sticker(item) for item in payload.get("sticker_items", ())),
            *(self._forwarded(snapshot["message"]) for snapshot in payload.get("message_snapshots", ())),
            edited,
        ]

    def _forwarded(self, payload: Payload) -> Html:
        label = element("div", {"class": "label"}, "↪ Forwarded")
        return element("div", {"class": "forwarded"}, label, *self._content(payload))

    def _names(self, *, everyone: bool) -> Mentioned:
        guilds = self._population.guilds.values()
        return Mentioned(
            users={user.id: user.display_name for user in self._population.users.values()},
            roles={role.id: role.name.removeprefix("@") for guild in guilds for role in guild.roles.values()},
            channels={channel.id: channel.name for channel in self._population.channels.values()},
            everyone=everyone,
        )

    def _above(self, message: Message, given: Sequence[Payload]) -> Html:
        referenced = message.payload.get("referenced_message")
        if not referenced:
            return self._command(message, given)
        author = self._population.users[referenced["author"]["id"]]
        text = next((line for line in transcript(referenced).splitlines() if line.strip(" -#*_>")), "")
        target = {"class": "preview", "type": "button", "data-jump": referenced["id"]}
        words = text.strip("#*_>- ") or "Click to see the message"
        return element(
            "div",
            {"class": "above"},
            small_avatar(author),
            element("b", None, author.display_name),
            element("button", target, words),
        )

    def _command(self, message: Message, given: Sequence[Payload]) -> Html:
        """Who used which command with which files to get a message, if it is the first answer to one."""
        interaction = object_in(message.payload.get("interaction"))
        if not interaction:
            return NOTHING
        typed = message.payload["interaction_metadata"]["command_type"] == CommandType.CHAT_INPUT
        mark = "/" if typed else ""
        return _used(self._population.users[interaction["user"]["id"]], mark + interaction["name"], given)

    def _head(self, message: Message) -> Html:
        sent = {"datetime": message.payload["timestamp"], "class": "sent"}
        return name_line(message.author, element("time", sent, message.payload["timestamp"][11:16]))


def _attachment(file: Payload) -> Html:
    if str(file["content_type"]).startswith("image/"):
        return picture(file, file.get("description") or "", spoiler=False)
    return file_card(file["filename"], file["size"], file["url"])


def _poll(poll: Payload) -> Html:
    answers = [element("li", None, answer["poll_media"]["text"]) for answer in poll["answers"]]
    question = element("p", {"class": "question"}, poll["question"]["text"])
    return element("div", {"class": "poll"}, question, element("ul", None, *answers))


def _sticker(item: Payload) -> Html:
    return element("span", {"class": "sticker"}, f"Sticker: {item['name']}")


def avatar(user: User) -> Html:
    """A round picture made of the first letter."""
    return element("span", {"class": f"avatar {_shade(user)}", "aria-hidden": "true"}, _letter(user))


def small_avatar(user: User) -> Html:
    """The same, small."""
    return element("span", {"class": f"avatar small {_shade(user)}", "aria-hidden": "true"}, _letter(user))


def name_line(user: User, *after: Html) -> Html:
    """A name, marked if it is an app's."""
    badge = element("span", {"class": "badge"}, "APP") if user.bot else NOTHING
    return element("div", {"class": "head"}, element("b", {"class": "name"}, user.display_name), badge, *after)


def _letter(user: User) -> str:
    return "" if user.bot else user.display_name[:1]


def _shade(user: User) -> str:
    return "bot" if user.bot else f"shade-{sum(map(ord, user.username)) % 5}"


def _used(user: User, command: str, files: Sequence[Payload]) -> Html:
    what = element("span", {"class": "used"}, command)
    name = element("b", None, user.display_name)
    given = (" with ", *map(_given, files)) if files else ()
    return element("div", {"class": "above"}, small_avatar(user), name, " used ", what, *given)


def _given(file: Payload) -> Html:
    """A file that a command was given, to save."""
    name, size = file["filename"], f"{file['size']:,} bytes"
    pin = element("span", {"aria-hidden": "true"}, "📎 ")
    return element("a", {"class": "given", "href": local(file["url"]), "download": name, "title": size}, pin, name)


def _only_you() -> Html:
    dismiss = element("button", {"type": "button", "class": "plain", "data-dismiss": True}, "Dismiss message")
    eye = element("span", {"aria-hidden": "true"}, "👁 ")
    return element("div", {"class": "only-you"}, eye, "Only you can see this • ", dismiss)


def _tools(*, can_be_answered: bool) -> Html:
    apps = {
        "type": "button",
        "data-apps": True,
        "aria-haspopup": "menu",
        "title": "Apps",
        "aria-label": "Apps for this message",
    }
    raw = {"type": "button", "data-raw": True, "title": "JSON", "aria-label": "Show the JSON of this message"}
    menu = element("button", apps, "⋯") if can_be_answered else NOTHING
    return element("div", {"class": "tools"}, element("button", raw, "{ }"), menu)
