"""Reading somebody's message: everything in it that is text, and the names of what is not.

Text is what was typed, what embeds and components say, the question of a poll, and the same of what was forwarded.
Pictures, stickers, sound and files are not read; whoever asks is told so.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import discord
from discord import components

from bot.cards.unread import Unread
from bot.domain.verdict.wordless import has_words

_Carrier = discord.Message | discord.MessageSnapshot

_UNREAD_COMPONENTS: dict[type[components.Component], Unread] = {
    components.ThumbnailComponent: "picture",
    components.MediaGalleryComponent: "picture",
    components.FileComponent: "file",
}
_UNREAD_TYPES: dict[str, Unread] = {"image": "picture", "video": "video", "audio": "sound"}

_ESCAPED = re.compile(r"\\([^\w\s])")
"""What Discord shows without its backslash; our own cards are full of them."""


@dataclass(frozen=True, slots=True)
class MessageReading:
    """What was read of a message: its texts in their order, each with words in it, and what was not read."""

    texts: tuple[str, ...]
    unread: tuple[Unread, ...]

    @property
    def text(self) -> str:
        """All of it as one."""
        return "\n".join(self.texts)


def read(message: discord.Message) -> MessageReading:
    """Everything that a message says, also where it is somebody else's, forwarded. Nothing of it is kept."""
    carriers: tuple[_Carrier, ...] = (message, *message.message_snapshots)
    texts = [_ESCAPED.sub(r"\1", text) for carrier in carriers for text in _texts(carrier) if has_words(text)]
    unread: dict[Unread, None] = dict.fromkeys(name for carrier in carriers for name in _unread(carrier))
    return MessageReading(tuple(dict.fromkeys(texts)), tuple(unread))


def _texts(carrier: _Carrier) -> Iterator[str]:
    yield carrier.content or ""
    for embed in carrier.embeds:
        yield from _of_embed(embed)
    yield from _of_components(_components(carrier))
    if isinstance(carrier, discord.Message) and carrier.poll is not None:
        yield str(carrier.poll.question or "")


def _components(carrier: _Carrier) -> Sequence[components.Component]:
    """discord.py sets none on a message that was sent without the key."""
    return getattr(carrier, "components", ())


def _of_embed(embed: discord.Embed) -> Iterator[str]:
    """The parts of an embed, each by itself: a title is not part of the words below it."""
    fields = (part for field in embed.fields for part in (field.name, field.value))
    for part in (embed.author.name, embed.title, embed.description, *fields, embed.footer.text):
        yield str(part or "")


def _of_components(some: Iterable[components.Component]) -> Iterator[str]:
    for component in some:
        if isinstance(component, components.TextDisplay):
            yield str(component.content or "")
        elif isinstance(component, components.Container | components.SectionComponent):
            yield from _of_components(component.children)


def _unread(carrier: _Carrier) -> Iterator[Unread]:
    for attachment in carrier.attachments:
        family = (attachment.content_type or "").partition("/")[0]
        yield _UNREAD_TYPES.get(family, "file")
    if carrier.stickers:
        yield "sticker"
    if any(embed.image.url or embed.thumbnail.url for embed in carrier.embeds):
        yield "picture"
    if any(embed.video.url for embed in carrier.embeds):
        yield "video"
    yield from _unread_components(_components(carrier))
    if isinstance(carrier, discord.Message) and carrier.poll is not None:
        yield "answers"


def _unread_components(some: Iterable[components.Component]) -> Iterator[Unread]:
    for component in some:
        name = _UNREAD_COMPONENTS.get(type(component))
        if name is not None:
            yield name
        elif isinstance(component, components.Container):
            yield from _unread_components(component.children)
        elif isinstance(component, components.SectionComponent):
            yield from _unread_components([component.accessory])
