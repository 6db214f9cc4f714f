"""The links by which the bot is added."""

from base64 import urlsafe_b64encode
from urllib.parse import parse_qs, urlsplit

import discord
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.connection.invitation import application_of, to_account, to_server


def asked_for(link: str) -> dict[str, list[str]]:
    address = urlsplit(link)
    assert (address.scheme, address.netloc, address.path) == ("https", "discord.com", "/oauth2/authorize")
    return parse_qs(address.query)


def test_a_server_is_asked_for_the_permissions_that_writing_as_itself_needs_and_no_more() -> None:
    asked = asked_for(to_server(7))
    assert asked["client_id"] == ["7"]
    assert asked["integration_type"] == ["0"]
    assert set(asked["scope"][0].split()) == {"bot", "applications.commands"}
    granted = {name for name, given_ in discord.Permissions(int(asked["permissions"][0])) if given_}
    writing = {"read_messages", "send_messages", "send_messages_in_threads", "read_message_history", "attach_files"}
    assert granted == writing


def test_an_account_is_asked_for_nothing_but_commands() -> None:
    asked = asked_for(to_account(7))
    assert asked["scope"] == ["applications.commands"]
    assert asked["integration_type"] == ["1"]
    assert "permissions" not in asked


@given(st.integers(min_value=0, max_value=2**64 - 1))
def test_the_id_that_a_token_begins_with_is_read(number: int) -> None:
    first = urlsafe_b64encode(str(number).encode()).decode().rstrip("=")
    assert application_of(f"{first}.GAbcde.xyz") == number


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126)))
def test_a_token_that_begins_with_anything_else_has_no_id_and_does_no_harm(token: str) -> None:
    found = application_of(token)
    assert found is None or found >= 0
