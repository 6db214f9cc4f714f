"""A small bot on the real discord.py client: one of everything the sandbox has to carry."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any, Self, TypeAlias

import discord
from discord import app_commands, ui

AnyItem: TypeAlias = ui.Item[Any]
"""An item of whatever view; discord.py cannot say of which one a dynamic item is."""

FRUIT = ["apple", "banana", "cherry", "date", "elderberry"]


def png(width: int, height: int, grey: int = 120) -> bytes:
    """A plain picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = (b"\0" + bytes([grey]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Counter(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"v1:count:(?P<number>\d+)"):
    """A button whose whole state is in its custom id."""

    def __init__(self, number: int) -> None:
        super().__init__(ui.Button(label=f"Count to {number}", custom_id=f"v1:count:{number}"))
        self.number = number

    @classmethod
    async def from_custom_id(cls, _interaction: discord.Interaction, _item: AnyItem, match: re.Match[str], /) -> Self:
        return cls(int(match["number"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=card(f"Counted to {self.number}.", self.number + 1))


class Ask(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"v1:ask"):
    """A button that opens a form."""

    def __init__(self) -> None:
        button = ui.Button[ui.LayoutView](
            label="Report a problem", custom_id="v1:ask", style=discord.ButtonStyle.danger
        )
        super().__init__(button)

    @classmethod
    async def from_custom_id(cls, _interaction: discord.Interaction, _item: AnyItem, _match: re.Match[str], /) -> Self:
        return cls()

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Report())


class Share(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"v1:share"):
    """A button that posts publicly, and says whether Discord let it."""

    def __init__(self) -> None:
        super().__init__(ui.Button(label="Post to channel", custom_id="v1:share"))

    @classmethod
    async def from_custom_id(cls, _interaction: discord.Interaction, _item: AnyItem, _match: re.Match[str], /) -> Self:
        return cls()

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=card("Posting.", 1))
        posted = await interaction.followup.send(view=card("Posted by you.", 1), wait=True)
        said = "It stayed private." if posted.flags.ephemeral else "It is public."
        await interaction.edit_original_response(view=card(said, 1))


class Basket(ui.DynamicItem[ui.Select[ui.LayoutView]], template=r"v1:basket"):
    """A select menu that outlives restarts."""

    def __init__(self) -> None:
        options = [discord.SelectOption(label=fruit.title(), value=fruit) for fruit in FRUIT]
        super().__init__(ui.Select(custom_id="v1:basket", placeholder="Pick fruit", options=options, max_values=2))

    @classmethod
    async def from_custom_id(cls, _interaction: discord.Interaction, _item: AnyItem, _match: re.Match[str], /) -> Self:
        return cls()

    async def callback(self, interaction: discord.Interaction) -> None:
        picked = ", ".join(self.item.values)
        await interaction.response.send_message(f"You picked {picked}.", ephemeral=True)


class Report(ui.Modal, title="Report a problem"):
    """A form with a line, a paragraph, radio buttons and a box."""

    def __init__(self) -> None:
        super().__init__()
        self.what = ui.TextInput[Self](style=discord.TextStyle.paragraph, max_length=200)
        self.kind = ui.RadioGroup[Self](
            options=[
                discord.RadioGroupOption(label="A wrong word", value="word"),
                discord.RadioGroupOption(label="A wrong date", value="date"),
            ]
        )
        self.sure = ui.Checkbox[Self]()
        self.add_item(ui.Label(text="What is wrong?", component=self.what))
        self.add_item(ui.Label(text="Kind", description="Choose the nearest.", component=self.kind))
        self.add_item(ui.Label(text="I am sure", component=self.sure))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        said = f"{self.what.value} / {self.kind.value} / {self.sure.value}"
        await interaction.response.send_message(f"Thank you: {said}", ephemeral=True)


def row(*items: AnyItem) -> ui.ActionRow[ui.LayoutView]:
    """Buttons or a menu beside each other."""
    return ui.ActionRow(*items)


def card(text: str, number: int) -> ui.LayoutView:
    """A Components V2 card."""
    view = ui.LayoutView(timeout=None)
    link = ui.Button[ui.LayoutView](label="Where it stands", url="https://example.org/a")
    view.add_item(
        ui.Container(
            ui.TextDisplay(f"## {text}"),
            ui.Separator(),
            ui.Section[ui.LayoutView]("One text beside a button.", accessory=link),
            row(Counter(number), Ask(), Share()),
            row(Basket()),
            accent_colour=0x2E6FD0,
        )
    )
    return view


def spelled(message: discord.Message | discord.MessageSnapshot) -> Iterator[str]:
    """All that discord.py read of a message, one thing a line."""
    yield from (f"text {text}" for text in [message.content] if text)
    yield from (f"embed {embed.title}: {embed.description}" for embed in message.embeds)
    yield from (f"file {file.filename}" for file in message.attachments)
    yield from (f"sticker {sticker.name}" for sticker in message.stickers)
    yield from (f"component {part.content}" for part in message.components if isinstance(part, discord.TextDisplay))
    if isinstance(message, discord.Message):
        if message.poll:
            yield f"poll {message.poll.question}: {', '.join(answer.text for answer in message.poll.answers)}"
        for snapshot in message.message_snapshots:
            yield from (f"forwarded {line}" for line in spelled(snapshot))


class TinyBot(discord.Client):
    """Registers its commands when it connects, and answers them."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        super().__init__(
            intents=intents or discord.Intents.none(),
            max_messages=None,
            guild_ready_timeout=0,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.tree = app_commands.CommandTree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        self.seen: list[discord.Interaction] = []
        add_commands(self.tree)
        add_reading(self.tree)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without discord.py's five seconds before it identifies anew."""

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Counter, Ask, Share, Basket)
        await self.tree.sync()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self.seen.append(interaction)


def add_commands(tree: app_commands.CommandTree) -> None:
    """All commands of the tiny bot."""

    @tree.command(description="Shows a fruit")
    @app_commands.describe(name="Which fruit", loud="In capitals", public="Seen by all")
    async def fruit(interaction: discord.Interaction, name: str, loud: bool = False, public: bool = False) -> None:
        said = name.upper() if loud else name
        await interaction.response.send_message(view=card(said, 1), ephemeral=not public)

    @fruit.autocomplete("name")
    async def suggest(_interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=name.title(), value=name) for name in FRUIT if typed.lower() in name]

    @tree.command(description="Thinks first")
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(view=card("Thought about it.", 1))
        await interaction.followup.send("A second thought.", ephemeral=True)

    @tree.command(description="Never answers")
    async def silent(_interaction: discord.Interaction) -> None:
        return

    @tree.command(description="Sends a picture")
    async def picture(interaction: discord.Interaction) -> None:
        view = ui.LayoutView(timeout=None)
        item = discord.MediaGalleryItem("attachment://chart.png", description="A grey chart")
        view.add_item(ui.MediaGallery(item))
        view.add_item(ui.File("attachment://notes.txt"))
        files = [discord.File(io.BytesIO(png(320, 120)), "chart.png"), discord.File(io.BytesIO(b"words"), "notes.txt")]
        await interaction.response.send_message(view=view, files=files, ephemeral=True)

    @tree.command(description="An embed, as before")
    async def old(interaction: discord.Interaction, text: app_commands.Range[str, 1, 50]) -> None:
        embed = discord.Embed(title="Old", description=text, colour=0x2E6FD0, url="https://example.org")
        embed.add_field(name="Field", value="Value")
        embed.set_footer(text="Foot")
        await interaction.response.send_message(text, embed=embed)

    @tree.context_menu(name="Count words")
    async def count_words(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"{len(message.content.split())} words", ephemeral=True)

    desk = app_commands.Group(
        name="desk",
        description="For moderators",
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    @desk.command(description="Reads everything again")
    async def reload(interaction: discord.Interaction) -> None:
        allowed = interaction.permissions.manage_guild
        await interaction.response.send_message("Reloaded." if allowed else "Only moderators may.", ephemeral=True)

    tree.add_command(desk)


def add_reading(tree: app_commands.CommandTree) -> None:
    """The command that takes a file."""

    @tree.command(description="Reads a file aloud")
    @app_commands.describe(file="What is read", note="Said with it")
    async def read(interaction: discord.Interaction, file: discord.Attachment, note: str = "") -> None:
        words = (await file.read()).decode()
        kind = f"{file.content_type}, {file.size} bytes, ephemeral: {file.ephemeral}"
        answer = discord.File(io.BytesIO(words.upper().encode()), "aloud.md")
        await interaction.response.send_message(
            f"{file.filename} ({kind}): {words} {note}", file=answer, ephemeral=True
        )

    @tree.context_menu(name="Spell out")
    async def spell_out(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message("\n".join(spelled(message)), ephemeral=True)

    @read.autocomplete("note")
    async def suggest_note(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        known = "file" in interaction.namespace and isinstance(interaction.namespace.file, discord.Object)
        return [app_commands.Choice(name=f"{typed}, with a file" if known else typed, value=typed)]
