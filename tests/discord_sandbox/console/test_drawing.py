"""Messages and forms as the page gets them."""

from typing import Any

import pytest

from discord_sandbox import Sandbox
from discord_sandbox.actors.modals import Modal
from discord_sandbox.console.components import Components, local
from discord_sandbox.console.draw import Draw
from discord_sandbox.console.forms import draw_form
from discord_sandbox.console.markdown import Markdown, Mentioned

BAD = '"><img src=x onerror=alert(1)>'
SAFE = "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"


def drawn(component: dict[str, Any]) -> str:
    return Components(Markdown(Mentioned())).draw(component)


@pytest.mark.parametrize(
    "component",
    [
        {"type": 10, "content": BAD},
        {"type": 2, "style": 1, "label": BAD, "custom_id": BAD},
        {"type": 2, "style": 5, "label": BAD, "url": "https://e.org/" + BAD},
        {"type": 2, "style": 2, "emoji": {"name": BAD}, "custom_id": "x"},
        {
            "type": 3,
            "custom_id": BAD,
            "placeholder": BAD,
            "options": [{"label": BAD, "value": BAD, "description": BAD}],
        },
        {"type": 12, "items": [{"media": {"url": "https://e.org/" + BAD}, "description": BAD}]},
        {"type": 11, "media": {"url": "http://127.0.0.1:1/attachments/" + BAD}, "description": BAD},
        {"type": 13, "file": {"url": "https://e.org"}, "name": BAD, "size": 1},
        {"type": 6, "custom_id": BAD, "placeholder": BAD},
    ],
)
def test_nothing_the_bot_sends_becomes_html(component: dict[str, Any]) -> None:
    html = drawn(component)
    assert "<img src=x" not in html
    assert SAFE in html


def test_only_the_sandboxes_own_files_are_fetched() -> None:
    assert local("http://127.0.0.1:99/attachments/1/2/a.png") == "/attachments/1/2/a.png"
    assert local("http://127.0.0.1:99/ephemeral-attachments/1/2/a.txt") == "/ephemeral-attachments/1/2/a.txt"
    assert local("https://e.org/attachments/1/2/a.png") is None
    assert local("http://127.0.0.1:99/console/setup") is None
    assert "<img" not in drawn({"type": 12, "items": [{"media": {"url": "https://e.org/a.png"}}]})


def test_every_kind_of_button_can_be_told_apart() -> None:
    kinds = ["primary", "secondary", "success", "danger"]
    for style, kind in enumerate(kinds, 1):
        html = drawn({"type": 2, "style": style, "label": "Go", "custom_id": "go"})
        assert html == f'<button class="button {kind}" type="button" data-press="go">Go</button>'
    disabled = drawn({"type": 2, "style": 1, "label": "Go", "custom_id": "go", "disabled": True})
    assert disabled == '<button class="button primary" type="button" data-press="go" disabled>Go</button>'
    link = drawn({"type": 2, "style": 5, "label": "Go", "url": "https://e.org"})
    assert 'href="https://e.org" target="_blank"' in link
    odd = drawn({"type": 2, "style": 5, "label": "Go", "url": "discord://settings"})
    assert "href" not in odd


def test_a_form_has_a_field_for_every_kind_of_question() -> None:
    def label(component: dict[str, Any], number: int) -> dict[str, Any]:
        return {"type": 18, "id": number, "label": f"Label {BAD}", "component": component}

    options = [{"label": "A", "value": "a", "description": BAD}, {"label": "B", "value": "b", "default": True}]
    html = draw_form(
        Modal(
            {
                "custom_id": "form",
                "title": BAD,
                "components": [
                    {"type": 10, "content": "Read **this**"},
                    label({"type": 4, "custom_id": "line", "style": 1, "value": BAD, "min_length": 3}, 1),
                    label({"type": 4, "custom_id": "text", "style": 2, "required": False}, 2),
                    label({"type": 21, "custom_id": "one", "options": options}, 3),
                    label({"type": 22, "custom_id": "some", "options": options}, 4),
                    label({"type": 23, "custom_id": "box", "default": True}, 5),
                    label({"type": 3, "custom_id": "menu", "options": options, "max_values": 2}, 6),
                    label({"type": 19, "custom_id": "file"}, 7),
                ],
            }
        ),
        "token",
    )
    assert "<img" not in html
    for part in (
        "<strong>this</strong>",
        'name="line" required minlength="3" maxlength="4000"',
        '<textarea name="text" maxlength="4000"',
        'type="radio" name="one" value="a" required',
        'type="checkbox" name="some" value="b" checked',
        'type="checkbox" name="box" value="" checked',
        '<select name="menu" required multiple',
        "does not simulate this kind of field",
    ):
        assert part in html


@pytest.mark.usefixtures("bot")
async def test_a_message_says_who_asked_and_who_sees_it(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    reply = await member.command("fruit", name="<b>")
    html = Draw(sandbox.population).message(reply.message)
    assert "<b>Mina</b> used " in html
    assert "Only you can see this" in html
    assert "&lt;b&gt;" in html


def test_nothing_anybody_attaches_becomes_html(sandbox: Sandbox) -> None:
    draw, other = Draw(sandbox.population), sandbox.actor("other")
    poll, sticker = other.poll("?" + BAD, BAD), other.say(stickers=[BAD])
    file = {"filename": BAD, "size": 5, "url": "http://127.0.0.1:1/ephemeral-attachments/1/2/a.txt"}
    command = {"interaction": {"name": "read", "user": {"id": other.user.id}}}
    answer = other.say("Read.")
    answer.payload |= command | {"interaction_metadata": {"command_type": 1}}
    for html in (draw.message(poll), draw.message(sticker), draw.message(other.forward(sticker))):
        assert "<img" not in html
        assert SAFE in html
    html = draw.message(answer, given=[file])
    assert "<img" not in html
    assert f'href="/ephemeral-attachments/1/2/a.txt" download="{SAFE}" title="5 bytes"' in html
