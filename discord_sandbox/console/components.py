"""Components and embeds as HTML, as Discord draws them.

Source: Discord API documentation, "Component Reference" and "Messages Resource".
"""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from discord_sandbox.console.html import NOTHING, Html, element, join
from discord_sandbox.console.markdown import Markdown, link
from discord_sandbox.records.kinds import ButtonStyle, Kind
from discord_sandbox.records.payload import Payload, list_in, object_in

if TYPE_CHECKING:
    from collections.abc import Callable

BUTTON_CLASS = {
    ButtonStyle.PRIMARY: "primary",
    ButtonStyle.SECONDARY: "secondary",
    ButtonStyle.SUCCESS: "success",
    ButtonStyle.DANGER: "danger",
    ButtonStyle.LINK: "link",
    ButtonStyle.PREMIUM: "premium",
}
PEOPLE_AND_PLACES = {
    Kind.USER_SELECT: "people",
    Kind.ROLE_SELECT: "roles",
    Kind.MENTIONABLE_SELECT: "people and roles",
    Kind.CHANNEL_SELECT: "channels",
}


class Components:
    """Draws the components and embeds of one message."""

    def __init__(self, markdown: Markdown) -> None:
        self._markdown = markdown
        self._drawers: dict[int, Callable[[Payload], Html]] = {
            Kind.ACTION_ROW: self._row,
            Kind.BUTTON: self._button,
            Kind.STRING_SELECT: self._select,
            Kind.SECTION: self._section,
            Kind.TEXT_DISPLAY: self._text,
            Kind.THUMBNAIL: self._thumbnail,
            Kind.MEDIA_GALLERY: self._gallery,
            Kind.FILE: lambda part: file_card(part["name"], part["size"], part["file"]["url"], spoiler=_hidden(part)),
            Kind.SEPARATOR: self._separator,
            Kind.CONTAINER: self._container,
            **dict.fromkeys(PEOPLE_AND_PLACES, self._other_select),
        }

    def draw(self, component: Payload) -> Html:
        """One component with all it contains."""
        return self._drawers[component["type"]](component)

    def embed(self, embed: Payload) -> Html:
        """One embed of old."""
        author, footer = object_in(embed.get("author")), object_in(embed.get("footer"))
        title: str = embed.get("title") or ""
        fields = [
            element(
                "div",
                {"class": "field inline" if field.get("inline") else "field"},
                element("div", {"class": "name"}, self._markdown.inline(field["name"])),
                element("div", {"class": "value"}, self._markdown.block(field["value"])),
            )
            for field in list_in(embed.get("fields"))
        ]
        linked = link(embed["url"], self._markdown.inline(title)) if embed.get("url") else self._markdown.inline(title)
        parts = [
            element("div", {"class": "author"}, author.get("name") or "") if author else NOTHING,
            element("div", {"class": "title"}, linked) if title else NOTHING,
            element("div", {"class": "description"}, self._markdown.block(embed.get("description") or "")),
            element("div", {"class": "fields"}, *fields) if fields else NOTHING,
            picture(embed["image"], "", spoiler=False) if embed.get("image") else NOTHING,
            element("div", {"class": "footer"}, footer.get("text") or "") if footer else NOTHING,
        ]
        return element("div", {"class": "embed", "data-accent": _colour(embed.get("color"))}, *parts)

    def _text(self, part: Payload) -> Html:
        return element("div", {"class": "text"}, self._markdown.block(part["content"]))

    def _row(self, part: Payload) -> Html:
        return element("div", {"class": "row"}, *map(self.draw, part["components"]))

    def _button(self, part: Payload) -> Html:
        kind = BUTTON_CLASS[part["style"]]
        emoji = object_in(part.get("emoji")).get("name")
        label = join(
            element("span", {"class": "emoji", "aria-hidden": "true"}, emoji) if emoji else NOTHING,
            part.get("label") or ("" if emoji else "Premium"),
        )
        if kind == "link":
            outward = element("span", {"class": "outward", "aria-hidden": "true"}, "↗")
            attributes = {
                "class": "button link",
                "href": part["url"] if str(part["url"]).startswith(("https://", "http://")) else None,
                "target": "_blank",
                "rel": "noopener noreferrer nofollow",
                "title": part["url"],
            }
            return element("a", attributes, label, outward)
        attributes = {
            "class": f"button {kind}",
            "type": "button",
            "data-press": part.get("custom_id"),
            "disabled": bool(part.get("disabled")) or kind == "premium",
            "aria-label": None if part.get("label") else emoji,
        }
        return element("button", attributes, label)

    def _select(self, part: Payload) -> Html:
        options = [self._option(option) for option in part["options"]]
        chosen = [option["label"] for option in part["options"] if option.get("default")]
        shown = ", ".join(chosen) or part.get("placeholder") or "Make a selection"
        attributes = {
            "class": "chooser" if chosen else "chooser unset",
            "type": "button",
            "aria-haspopup": "listbox",
            "aria-expanded": "false",
            "disabled": bool(part.get("disabled")),
        }
        listing = {
            "role": "listbox",
            "tabindex": "-1",
            "hidden": True,
            "aria-label": part.get("placeholder") or "Options",
            "aria-multiselectable": "true" if part.get("max_values", 1) > 1 else None,
        }
        data = {
            "class": "select",
            "data-choose": part["custom_id"],
            "data-least": str(part.get("min_values", 1)),
            "data-most": str(part.get("max_values", 1)),
        }
        return element("div", data, element("button", attributes, shown), element("ul", listing, *options))

    def _option(self, option: Payload) -> Html:
        emoji = object_in(option.get("emoji")).get("name")
        description: str = option.get("description") or ""
        attributes = {
            "role": "option",
            "data-value": option["value"],
            "aria-selected": "true" if option.get("default") else "false",
        }
        return element(
            "li",
            attributes,
            element("span", {"class": "emoji", "aria-hidden": "true"}, emoji) if emoji else NOTHING,
            element(
                "span",
                {"class": "label"},
                element("span", {"class": "name"}, option["label"]),
                element("span", {"class": "description"}, description) if description else NOTHING,
            ),
        )

    def _other_select(self, part: Payload) -> Html:
        what = PEOPLE_AND_PLACES[part["type"]]
        text = f"{part.get('placeholder') or 'Make a selection'} (menus of {what} are not simulated)"
        return element("button", {"class": "chooser unset", "type": "button", "disabled": True}, text)

    def _section(self, part: Payload) -> Html:
        texts = element("div", {"class": "texts"}, *map(self.draw, part["components"]))
        return element("div", {"class": "section"}, texts, self.draw(part["accessory"]))

    def _thumbnail(self, part: Payload) -> Html:
        drawn = picture(part["media"], part.get("description") or "", spoiler=_hidden(part))
        return element("div", {"class": "thumbnail"}, drawn)

    def _gallery(self, part: Payload) -> Html:
        items = [picture(item["media"], item.get("description") or "", spoiler=_hidden(item)) for item in part["items"]]
        return element("div", {"class": f"gallery of-{min(len(items), 4)}"}, *items)

    def _separator(self, part: Payload) -> Html:
        size = "large" if part.get("spacing") == 2 else "small"  # noqa: PLR2004 - Discord's number for it
        line = "line" if part.get("divider", True) else "space"
        return element("div", {"class": f"separator {size} {line}", "role": "separator"})

    def _container(self, part: Payload) -> Html:
        attributes = {
            "class": "container veiled" if _hidden(part) else "container",
            "data-accent": _colour(part.get("accent_color")),
        }
        return element("div", attributes, *map(self.draw, part["components"]))


def picture(media: Payload, description: str, *, spoiler: bool) -> Html:
    """A picture of the bot's own. Those of other sites are named, not fetched: the page asks nobody else."""
    kind = "picture veiled" if spoiler else "picture"
    address = local(media["url"])
    if address is None:
        missing = element(
            "span", {"class": "missing"}, description or "Picture", " (", link(media["url"], "elsewhere"), ")"
        )
        return element("span", {"class": kind}, missing)
    attributes = {
        "src": address,
        "alt": description,
        "title": description or None,
        "width": str(media["width"]) if media.get("width") else None,
        "height": str(media["height"]) if media.get("height") else None,
    }
    return element("span", {"class": kind}, element("img", attributes))


def file_card(name: str, size: int, url: str, *, spoiler: bool = False) -> Html:
    """A file to save."""
    return element(
        "div",
        {"class": "file veiled" if spoiler else "file"},
        element("span", {"class": "icon", "aria-hidden": "true"}, "📄"),
        element("a", {"href": local(url), "download": name}, name),
        element("span", {"class": "size"}, f"{size:,} bytes"),
    )


def local(url: str) -> str | None:
    """The path of one of the sandbox's own files, None for any other address."""
    path = urlsplit(url).path
    own = urlsplit(url).hostname == "127.0.0.1" and path.startswith(("/attachments/", "/ephemeral-attachments/"))
    return path if own else None


def _hidden(part: Payload) -> bool:
    return bool(part.get("spoiler"))


def _colour(number: int | None) -> str | None:
    return None if number is None else f"#{number:06x}"
