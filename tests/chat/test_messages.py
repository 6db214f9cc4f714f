"""What is read of a message, as discord.py makes it of what Discord sends."""

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.messages import MessageReading, read
from tests.chat.made_up import MEDIA, Payload, attachment, forwarded, message

NOTHING: st.SearchStrategy[Payload] = st.just({})
TEXTS = st.text(max_size=40)
TEXT = st.fixed_dictionaries({"type": st.just(10), "content": TEXTS})
LINK: Payload = {"type": 2, "style": 5, "label": "Open", "url": "https://example.org"}
SELECT: Payload = {"type": 3, "custom_id": "a", "options": [{"label": "a", "value": "b"}]}
OTHERS: list[Payload] = [
    {"type": 12, "items": [{"media": MEDIA}]},
    {"type": 13, "file": MEDIA},
    {"type": 14},
    {"type": 1, "components": [LINK]},
    {"type": 1, "components": [SELECT]},
    {"type": 99, "components": []},
]
PICTURE: Payload = {"type": 11, "media": MEDIA}
SECTION = st.fixed_dictionaries(
    {"type": st.just(9), "components": st.lists(TEXT, min_size=1, max_size=3), "accessory": st.just(PICTURE)}
)
PARTS = TEXT | SECTION | st.sampled_from(OTHERS)
CONTAINER = st.fixed_dictionaries({"type": st.just(17), "components": st.lists(PARTS, max_size=4)})
EMBED: st.SearchStrategy[Payload] = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS | st.none(),
        "description": TEXTS | st.none(),
        "type": st.sampled_from(["rich", "link", "video", "poll_result"]),
        "url": TEXTS,
        "author": st.fixed_dictionaries({}, optional={"name": TEXTS}),
        "footer": st.fixed_dictionaries({}, optional={"text": TEXTS}),
        "image": st.fixed_dictionaries({}, optional={"url": TEXTS}),
        "thumbnail": st.fixed_dictionaries({}, optional={"url": TEXTS}),
        "video": st.fixed_dictionaries({}, optional={"url": TEXTS}),
        "fields": st.lists(st.fixed_dictionaries({"name": TEXTS, "value": TEXTS}), max_size=3),
    },
)
STICKER = st.fixed_dictionaries({"id": st.just("3"), "name": TEXTS, "format_type": st.just(1)})
ATTACHMENT = st.sampled_from([None, "image/png", "video/mp4", "audio/ogg", "text/plain", "odd"]).map(attachment)
CONTENT = st.fixed_dictionaries(
    {},
    optional={
        "content": TEXTS,
        "embeds": st.lists(EMBED, max_size=3),
        "components": st.lists(PARTS | CONTAINER, max_size=4),
        "attachments": st.lists(ATTACHMENT, max_size=3),
        "sticker_items": st.lists(STICKER, max_size=2),
    },
)


@st.composite
def polls(draw: st.DrawFn) -> Payload:
    answers = draw(st.lists(TEXTS, max_size=3))
    poll: Payload = {"question": {"text": draw(TEXTS)}, "allow_multiselect": False, "layout_type": 1}
    poll["answers"] = [{"answer_id": number, "poll_media": {"text": one}} for number, one in enumerate(answers, 1)]
    poll["expiry"] = "2026-01-02T00:00:00+00:00"
    return {"poll": poll}


@given(CONTENT, polls() | NOTHING, CONTENT.map(forwarded) | NOTHING)
def test_any_message_is_read(content: Payload, poll: Payload, snapshot: Payload) -> None:
    found = read(message({**content, **poll, **snapshot}))
    assert all(text.strip() for text in found.texts)
    assert len(set(found.unread)) == len(found.unread)


def test_texts_are_read_in_their_order_and_once() -> None:
    section = {
        "type": 9,
        "components": [{"type": 10, "content": "in a section"}],
        "accessory": {"type": 11, "media": MEDIA},
    }
    found = read(
        message(
            {
                "content": "typed",
                "embeds": [
                    {"title": "a title", "description": "a description", "fields": [{"name": "n", "value": "v"}]}
                ],
                "components": [{"type": 17, "components": [section, {"type": 10, "content": "typed"}]}],
                **forwarded({"content": "forwarded", "sticker_items": [{"id": "3", "name": "s", "format_type": 1}]}),
            }
        )
    )
    assert found == MessageReading(
        ("typed", "a title", "a description", "n", "v", "in a section", "forwarded"), ("picture", "sticker")
    )


def test_what_is_escaped_is_read_as_it_is_shown() -> None:
    assert read(message({"content": r"\[R\]efugees \*and\* defectors"})).texts == ("[R]efugees *and* defectors",)
