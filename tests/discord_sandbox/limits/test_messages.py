"""Messages and their components: one row for everything Discord refuses, and the last size it takes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discord_sandbox.limits import check_message
from discord_sandbox.records.errors import DiscordError
from tests.discord_sandbox.limits.made_up import (
    ANSWER,
    LINE,
    PICTURE,
    V2,
    Json,
    button,
    buttons,
    container,
    embed,
    faults,
    gallery,
    link,
    menu,
    options,
    poll,
    row,
    section,
    text,
    v2,
)

NOTHING: Json = {}


@pytest.mark.parametrize(
    "message",
    [
        {"content": "x" * 2000},
        {"content": "x", "components": [buttons(5)] + [row(link()) for _ in range(4)]},
        {"components": [row(button())]},
        {"sticker_ids": ["1"]},
        embed(title="x" * 256, description="x" * 4096, footer={"text": "x" * 1648}),
        {"embeds": [{"description": "x"}] * 10},
        embed(fields=[{"name": "x" * 100, "value": "x" * 100}] * 25),
        v2(text("x" * 4000)),
        v2(*[LINE] * 40),
        v2(container(*[LINE] * 39)),
        v2(text("字" * 3386)),
        v2(section(text(), text(), text())),
        v2(section(text(), accessory={"type": 11, "media": {"url": PICTURE}, "description": "x" * 1024})),
        v2(gallery(*[PICTURE] * 10)),
        v2(row(menu(options=options(25), min_values=0, max_values=25, placeholder="x" * 150))),
        v2(row({"type": 5, "custom_id": "people"})),
        v2(row(link(url="https://e.org/" + "x" * 498))),
        v2(row(button(label="x" * 80, custom_id="x" * 100))),
        v2(row(button(label="", emoji={"name": "🔎"}), button(custom_id="2", emoji={"id": "1", "name": "own"}))),
        v2(row({"type": 2, "style": 6, "sku_id": "1"})),
        v2(container(text(), accent_color=0xFFFFFF, spoiler=True)),
        v2({"type": 14, "divider": False, "spacing": 2}),
        v2({**text(), "id": 7}, {**text(), "id": 0}, {**text(), "id": 0}),
        {"content": "x", "allowed_mentions": {"parse": ["roles"], "users": [str(one) for one in range(100)]}},
        poll(),
        poll(question={"text": "x" * 300}, answers=[ANSWER] * 10, duration=768, allow_multiselect=True),
        {"message_reference": {"type": 1, "message_id": "1", "channel_id": "1"}},
    ],
)
def test_what_discord_takes_is_taken(message: Json) -> None:
    check_message(message)


@pytest.mark.parametrize(
    ("message", "path", "code"),
    [
        ({"content": "x" * 2001}, "content", "BASE_TYPE_MAX_LENGTH"),
        ({"content": 5}, "content", "STRING_TYPE_CONVERT"),
        ({"content": "x", "tts": "yes"}, "tts", "BOOLEAN_TYPE_CONVERT"),
        ({"content": "x", "flags": "64"}, "flags", "NUMBER_TYPE_COERCE"),
        (poll(question={}), "poll.question.text", "BASE_TYPE_REQUIRED"),
        ({"poll": {}}, "poll.question", "BASE_TYPE_REQUIRED"),
        (poll(question={"text": "x" * 301}), "poll.question.text", "BASE_TYPE_BAD_LENGTH"),
        (poll(answers=[]), "poll.answers", "BASE_TYPE_BAD_LENGTH"),
        (poll(answers=[ANSWER] * 11), "poll.answers", "BASE_TYPE_BAD_LENGTH"),
        (poll(answers=[{"poll_media": None}]), "poll.answers.0.poll_media", "BASE_TYPE_REQUIRED"),
        (poll(answers=[{"poll_media": {"text": "x" * 56}}]), "poll.answers.0.poll_media.text", "BASE_TYPE_BAD_LENGTH"),
        (poll(duration=769), "poll.duration", "NUMBER_TYPE_MAX"),
        (poll(layout_type=2), "poll.layout_type", "BASE_TYPE_CHOICES"),
        (poll(allow_multiselect=1), "poll.allow_multiselect", "BOOLEAN_TYPE_CONVERT"),
        ({**v2(text()), **poll()}, "poll", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
        ({"components": {}}, "components", "LIST_TYPE_CONVERT"),
        ({"components": ["row"]}, "components.0", "MODEL_TYPE_CONVERT"),
        ({"components": [row(link())] * 6}, "components", "BASE_TYPE_MAX_LENGTH"),
        ({"components": [text()]}, "components.0.type", "UNION_TYPE_CHOICES"),
        ({"components": [container(text())]}, "components.0.type", "UNION_TYPE_CHOICES"),
        ({"components": [{"components": [NOTHING]}]}, "components.0.type", "BASE_TYPE_REQUIRED"),
        # Components V2 and what may not go with it.
        (v2(text(), content="x"), "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
        (v2(text(), embeds=[{"title": "x"}]), "embeds", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
        (v2(text(), sticker_ids=["1"]), "sticker_ids", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
        (v2(*[LINE] * 41), "components", "BASE_TYPE_MAX_LENGTH"),
        (v2(container(*[LINE] * 20), *[LINE] * 20), "components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"),
        (v2(*[section(text())] * 14), "components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"),
        (v2(text("x" * 4001)), "components.0.content", "BASE_TYPE_BAD_LENGTH"),
        (v2(text("x" * 2000), text("x" * 2001)), "components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"),
        (v2(text("")), "components.0.content", "BASE_TYPE_BAD_LENGTH"),
        (v2({"type": 10}), "components.0.content", "BASE_TYPE_REQUIRED"),
        (v2({**text(), "id": 3}, {**text(), "id": 3}), "components.1.id", "COMPONENT_ID_DUPLICATED"),
        (v2({"type": 4, "custom_id": "x"}), "components.0.type", "UNION_TYPE_CHOICES"),
        (v2({"type": 18, "label": "x"}), "components.0.type", "UNION_TYPE_CHOICES"),
        (v2({"type": [1]}), "components.0.type", "UNION_TYPE_CHOICES"),
        (v2(button()), "components.0.type", "UNION_TYPE_CHOICES"),
        (v2({"type": 14, "spacing": 3}), "components.0.spacing", "BASE_TYPE_CHOICES"),
        # Containers, sections, media.
        (v2(container(container(text()))), "components.0.components.0.type", "UNION_TYPE_CHOICES"),
        (v2(container()), "components.0.components", "BASE_TYPE_BAD_LENGTH"),
        (v2(container(text(), accent_color=0x1000000)), "components.0.accent_color", "NUMBER_TYPE_MAX"),
        (v2(section(*[text()] * 4)), "components.0.components", "BASE_TYPE_BAD_LENGTH"),
        (v2(section()), "components.0.components", "BASE_TYPE_BAD_LENGTH"),
        (v2(section(link())), "components.0.components.0.type", "UNION_TYPE_CHOICES"),
        (v2({"type": 9, "components": [text()]}), "components.0.accessory", "BASE_TYPE_REQUIRED"),
        (v2(section(text(), accessory=menu())), "components.0.accessory.type", "UNION_TYPE_CHOICES"),
        (v2(gallery()), "components.0.items", "BASE_TYPE_BAD_LENGTH"),
        (v2(gallery(*[PICTURE] * 11)), "components.0.items", "BASE_TYPE_BAD_LENGTH"),
        (v2(gallery("ftp://a/b.png")), "components.0.items.0.media.url", "URL_TYPE_INVALID_SCHEME"),
        (v2(gallery(PICTURE, description="x" * 1025)), "components.0.items.0.description", "BASE_TYPE_MAX_LENGTH"),
        (v2(gallery("attachment://a.png")), "components.0.items.0.media.url", "REFERENCED_ATTACHMENT_NOT_FOUND"),
        (v2({"type": 13, "file": {"url": PICTURE}}), "components.0.file.url", "URL_TYPE_INVALID_SCHEME"),
        (v2({"type": 13}), "components.0.file", "BASE_TYPE_REQUIRED"),
        (embed(image={"url": "attachment://a.png"}), "embeds.0.image.url", "REFERENCED_ATTACHMENT_NOT_FOUND"),
        # Rows and buttons.
        (v2(row()), "components.0.components", "BASE_TYPE_BAD_LENGTH"),
        (v2(buttons(6)), "components.0.components", "BASE_TYPE_BAD_LENGTH"),
        (v2(row(button(), menu())), "components.0.components.1", "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
        (v2(row(menu(), menu(custom_id="2"))), "components.0.components.0", "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
        (v2(row(text())), "components.0.components.0.type", "UNION_TYPE_CHOICES"),
        (v2(row(button(label="x" * 81))), "components.0.components.0.label", "BASE_TYPE_MAX_LENGTH"),
        (v2(row(button(custom_id="x" * 101))), "components.0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH"),
        (v2(row(button(custom_id=""))), "components.0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH"),
        (v2(row(button(custom_id=None))), "components.0.components.0.custom_id", "BASE_TYPE_REQUIRED"),
        (v2(row(button(label=None))), "components.0.components.0", "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"),
        (v2(row(button(style=7))), "components.0.components.0.style", "BASE_TYPE_CHOICES"),
        (v2(row(button(url=PICTURE))), "components.0.components.0.url", "BUTTON_COMPONENT_FIELD_NOT_ALLOWED"),
        (v2(row(link(custom_id="x"))), "components.0.components.0.custom_id", "BUTTON_COMPONENT_FIELD_NOT_ALLOWED"),
        (v2(row(link(url=None))), "components.0.components.0.url", "BASE_TYPE_REQUIRED"),
        (v2(row(link(url="https://e.org/" + "x" * 499))), "components.0.components.0.url", "BASE_TYPE_BAD_LENGTH"),
        (v2(row(link(url="javascript:alert(1)"))), "components.0.components.0.url", "URL_TYPE_INVALID_SCHEME"),
        (v2(row(link(url="example.org"))), "components.0.components.0.url", "URL_TYPE_INVALID_URL"),
        (v2(row(link(url="https://a b/"))), "components.0.components.0.url", "URL_TYPE_INVALID_URL"),
        (v2(row({"type": 2, "style": 6})), "components.0.components.0.sku_id", "BASE_TYPE_REQUIRED"),
        (
            v2(row({"type": 2, "style": 6, "sku_id": "1", "label": "x"})),
            "components.0.components.0.label",
            "BUTTON_COMPONENT_FIELD_NOT_ALLOWED",
        ),
        (
            v2(row(button(emoji={"name": ":mag:"}))),
            "components.0.components.0.emoji.name",
            "BUTTON_COMPONENT_INVALID_EMOJI",
        ),
        (v2(row(button()), row(button())), "components.1.components.0.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"),
        (
            v2(container(row(button())), section(text(), accessory=button())),
            "components.1.accessory.custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        # Select menus.
        (v2(row(menu(options=[]))), "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH"),
        (v2(row(menu(options=options(26)))), "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH"),
        (v2(row(menu(options=None))), "components.0.components.0.options", "BASE_TYPE_REQUIRED"),
        (v2(row(menu(placeholder="x" * 151))), "components.0.components.0.placeholder", "BASE_TYPE_MAX_LENGTH"),
        (v2(row(menu(max_values=3))), "components.0.components.0.max_values", "NUMBER_TYPE_MAX"),
        (v2(row(menu(min_values=2))), "components.0.components.0.min_values", "NUMBER_TYPE_MAX"),
        (v2(row(menu(min_values=-1))), "components.0.components.0.min_values", "NUMBER_TYPE_MIN"),
        (v2(row(menu(max_values=26))), "components.0.components.0.max_values", "NUMBER_TYPE_MAX"),
        (
            v2(row(menu(options=[{"label": "a", "value": "1"}, {"label": "b", "value": "1"}]))),
            "components.0.components.0.options.1",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        ),
        (
            v2(row(menu(options=[{"label": "x" * 101, "value": "1"}]))),
            "components.0.components.0.options.0.label",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            v2(row(menu(options=[{"label": "a", "value": "x" * 101}]))),
            "components.0.components.0.options.0.value",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            v2(row(menu(options=[{"label": "a", "value": "1", "description": "x" * 101}]))),
            "components.0.components.0.options.0.description",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            v2(row(menu(options=[{"label": "a", "value": str(one), "default": True} for one in range(2)]))),
            "components.0.components.0.options",
            "SELECT_COMPONENT_TOO_MANY_DEFAULTS",
        ),
        (
            v2(row({"type": 5, "custom_id": "people", "options": options(1)})),
            "components.0.components.0.options",
            "SELECT_COMPONENT_OPTIONS_NOT_ALLOWED",
        ),
        # Embeds and mentions.
        ({"embeds": [{"title": "x"}] * 11}, "embeds", "BASE_TYPE_MAX_LENGTH"),
        (embed(title="x" * 257), "embeds.0.title", "BASE_TYPE_MAX_LENGTH"),
        (embed(description="x" * 4097), "embeds.0.description", "BASE_TYPE_MAX_LENGTH"),
        (embed(footer={"text": "x" * 2049}), "embeds.0.footer.text", "BASE_TYPE_MAX_LENGTH"),
        (embed(author={"name": "x" * 257}), "embeds.0.author.name", "BASE_TYPE_MAX_LENGTH"),
        (embed(url="ftp://x"), "embeds.0.url", "URL_TYPE_INVALID_SCHEME"),
        (embed(fields=[{"name": "x", "value": "x"}] * 26), "embeds.0.fields", "BASE_TYPE_MAX_LENGTH"),
        (embed(fields=[{"name": "", "value": "x"}]), "embeds.0.fields.0.name", "BASE_TYPE_BAD_LENGTH"),
        (embed(fields=[{"name": "x", "value": "x" * 1025}]), "embeds.0.fields.0.value", "BASE_TYPE_BAD_LENGTH"),
        ({"embeds": [{"description": "x" * 3001}] * 2}, "embeds", "MAX_EMBED_SIZE_EXCEEDED"),
        ({"content": "x", "allowed_mentions": {"parse": ["all"]}}, "allowed_mentions.parse", "BASE_TYPE_CHOICES"),
        (
            {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
            "allowed_mentions",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
        (
            {"content": "x", "allowed_mentions": {"roles": [str(one) for one in range(101)]}},
            "allowed_mentions.roles",
            "BASE_TYPE_MAX_LENGTH",
        ),
    ],
)
def test_what_discord_refuses_is_refused_where_it_stands(message: Json, path: str, code: str) -> None:
    assert faults(message).get(path) == code


def test_all_faults_are_reported_at_once() -> None:
    message = v2(row(button(label="x" * 81), menu(placeholder="x" * 151)), content="x")
    assert faults(message) == {
        "content": "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        "components.0.components.0.label": "BASE_TYPE_MAX_LENGTH",
        "components.0.components.1": "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        "components.0.components.1.placeholder": "BASE_TYPE_MAX_LENGTH",
    }


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"content": ""},
        {"content": " \n"},
        {"content": None, "components": []},
        {"embeds": [NOTHING]},
        {"embeds": [{"type": "rich"}]},
        {"flags": V2},
        {"flags": V2, "components": []},
    ],
)
def test_an_empty_message_is_refused(message: Json) -> None:
    with pytest.raises(DiscordError) as caught:
        check_message(message)
    assert caught.value.refusal.code == 50006


def test_a_file_alone_is_a_message_and_may_be_referred_to() -> None:
    check_message({}, files=["a.png"])
    check_message(
        v2(gallery("attachment://a.png"), {"type": 13, "file": {"url": "attachment://b"}}), files=["a.png", "b"]
    )
    check_message(embed(thumbnail={"url": "attachment://a.png"}), files=["a.png"])


def server_fails(*texts: str) -> bool:
    """Whether status 500 is the answer."""
    try:
        check_message(v2(*map(text, texts)))
    except DiscordError as error:
        assert error.refusal.status == 500  # noqa: PT017 - anything else is the test's own mistake
        return True
    return False


@given(st.integers(min_value=1, max_value=8), st.sampled_from(["字", "é", "a", "한"]), st.data())
def test_the_server_fails_one_byte_above_its_limit(displays: int, mark: str, data: st.DataObject) -> None:
    width = len(mark.encode())
    room = 10_170 - 12 * displays
    total = min(room // width, 3990)
    cuts = sorted(
        data.draw(st.lists(st.integers(1, total - 1), min_size=displays - 1, max_size=displays - 1, unique=True))
    )
    pieces = [mark * (end - start) for start, end in zip([0, *cuts], [*cuts, total], strict=True)]
    assert not server_fails(*pieces)
    fits_exactly = sum(len(piece.encode()) for piece in pieces)
    if width == 3:
        pieces[0] += "a" * (room - fits_exactly)
        assert not server_fails(*pieces)
        assert server_fails(pieces[0] + "a", *pieces[1:])


def test_the_server_fails_above_64_pictures() -> None:
    check_message(v2(*[gallery(*[PICTURE] * 8)] * 8))
    with pytest.raises(DiscordError) as caught:
        check_message(v2(*[gallery(*[PICTURE] * 8)] * 8, gallery(PICTURE)))
    assert caught.value.refusal.status == 500


SIZES: dict[int, list[Callable[[int], Json]]] = {
    5: [lambda size: v2(buttons(size))],
    10: [lambda size: {"embeds": [{"title": "x"}] * size}],
    25: [lambda size: v2(row(menu(options=options(size))))],
    40: [lambda size: v2(*[LINE] * size), lambda size: v2(container(*[LINE] * (size - 1)))],
    80: [lambda size: v2(row(button(label="字" * size)))],
    100: [lambda size: v2(row(button(custom_id="x" * size)))],
    150: [lambda size: v2(row(menu(placeholder="x" * size)))],
    256: [lambda size: embed(title="x" * size)],
    2000: [lambda size: {"content": "字" * size}],
    4000: [lambda size: v2(text("x" * size))],
    4096: [lambda size: embed(description="x" * size)],
}
"""For each limit the messages that may be so large in one way."""


@given(
    st.sampled_from([(make, limit) for limit, makers in SIZES.items() for make in makers]),
    st.integers(min_value=-2, max_value=30),
)
def test_a_size_is_taken_up_to_its_limit_and_not_one_beyond(
    case: tuple[Callable[[int], Json], int], beyond: int
) -> None:
    make, limit = case
    message = make(limit + beyond)
    if beyond <= 0:
        check_message(message)
    else:
        assert faults(message)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "components", "accessory", "items", "media", "url", "options", "emoji", "flags"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["content", "components", "embeds", "flags", "allowed_mentions"]), json_values))
def test_no_json_makes_the_check_itself_fail(message: Json) -> None:
    try:
        check_message(message)
    except DiscordError as error:
        assert error.refusal.code in (0, 50006, 50035)  # noqa: PT017 - refusing is right, anything else is not
