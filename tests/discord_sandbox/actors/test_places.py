"""What Discord says of people and places, and offers in them."""

import discord
import pytest

from discord_sandbox import NotOfferedError, Permission, Sandbox
from tests.discord_sandbox.tiny_bot import TinyBot


async def test_in_a_server_the_bot_learns_who_where_and_in_which_language(sandbox: Sandbox, bot: TinyBot) -> None:
    moderator = sandbox.actor("moderator", locale="ko")
    await moderator.command("fruit", name="apple")
    interaction = bot.seen[-1]
    assert interaction.guild is not None
    assert moderator.place.channel.guild is not None
    assert interaction.guild_id == interaction.guild.id == int(moderator.place.channel.guild.id)
    assert isinstance(interaction.channel, discord.TextChannel)
    assert interaction.channel.name == "general"
    assert interaction.user.display_name == "Grace"
    assert interaction.permissions.manage_guild
    assert interaction.app_permissions.send_messages
    assert interaction.locale.value == "ko"
    assert interaction.guild_locale is discord.Locale.american_english
    assert interaction.context.guild
    assert interaction.is_guild_integration()
    assert not interaction.is_user_integration()


async def test_in_a_direct_message_there_is_a_user_and_no_server(sandbox: Sandbox, bot: TinyBot) -> None:
    await sandbox.actor(where="dm").command("fruit", name="apple")
    interaction = bot.seen[-1]
    assert interaction.guild_id is None
    assert interaction.user.name == "mina"
    assert interaction.context.dm_channel


async def test_user_installed_the_app_is_authorised_by_the_user_alone(sandbox: Sandbox, bot: TinyBot) -> None:
    await sandbox.actor(where="elsewhere").command("fruit", name="apple")
    interaction = bot.seen[-1]
    assert interaction.is_user_integration()
    assert not interaction.is_guild_integration()
    assert not interaction.app_permissions.send_messages


async def test_whoever_presses_the_app_is_authorised_by_who_asked(sandbox: Sandbox, bot: TinyBot) -> None:
    member, other = sandbox.actor(where="elsewhere"), sandbox.actor("other", "elsewhere")
    card = await member.command("fruit", name="apple", public=True)
    press = await other.press(card, "Count to 1")
    assert bot.seen[-1].user.name == "tomas"
    assert press.interaction.payload["authorizing_integration_owners"] == {"1": member.user.id}
    assert not bot.seen[-1].is_user_integration()
    form = await other.press(card, "Report a problem")
    sent = await other.start_submission(form.interaction, {"What is wrong?": "x", "Kind": "word"})
    assert sent.payload["authorizing_integration_owners"] == {"1": member.user.id}


async def test_a_group_message_is_a_private_channel(sandbox: Sandbox, bot: TinyBot) -> None:
    await sandbox.actor(where="group").command("fruit", name="apple")
    assert bot.seen[-1].context.private_channel
    assert isinstance(bot.seen[-1].channel, discord.GroupChannel)
    assert bot.seen[-1].channel.name == "Mina, Tomás, Grace"


@pytest.mark.parametrize(
    ("where", "said"), [("server", "It is public."), ("elsewhere", "It is public."), ("quiet", "It stayed private.")]
)
@pytest.mark.usefixtures("bot")
async def test_without_use_external_apps_every_answer_is_made_private(sandbox: Sandbox, where: str, said: str) -> None:
    member = sandbox.actor(where=where)
    reply = await member.press(await member.command("fruit", name="apple"), "Post to channel")
    await sandbox.until(lambda: said in reply.text())
    assert reply.follow_ups[0].ephemeral == (where == "quiet")
    others = sandbox.actor("other", where).messages()
    assert others == ([] if where == "quiet" else reply.follow_ups)


@pytest.mark.usefixtures("bot")
async def test_commands_are_offered_by_context_install_and_permission(sandbox: Sandbox) -> None:
    def offered(who: str, where: str) -> bool:
        return "desk" in [command["name"] for command in sandbox.actor(who, where).commands()]

    assert offered("moderator", "server")
    assert not offered("member", "server")
    assert not offered("moderator", "elsewhere")
    assert not offered("moderator", "dm")
    assert [command["name"] for command in sandbox.actor(where="group").commands()] == [
        "fruit",
        "slow",
        "silent",
        "picture",
        "old",
        "read",
        "Count words",
        "Spell out",
    ]
    sandbox.open_to_everyone("desk")
    assert (await sandbox.actor().command("desk reload")).text() == "Only moderators may."
    assert (await sandbox.actor("moderator").command("desk reload")).text() == "Reloaded."


@pytest.mark.usefixtures("bot")
async def test_a_member_without_application_commands_is_offered_none(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    member.place.channel.deny(member.user, Permission.USE_APPLICATION_COMMANDS)
    with pytest.raises(NotOfferedError, match="it offers: none"):
        await member.command("slow")


def test_the_desk_is_closed_to_members_and_open_to_the_bot() -> None:
    sandbox = Sandbox()
    desk = sandbox.population.places["desk"].channel
    assert not desk.permissions(sandbox.population.people["member"])
    assert Permission.MANAGE_GUILD in desk.permissions(sandbox.population.people["moderator"])
    assert Permission.SEND_MESSAGES in desk.permissions(sandbox.bot_user)
