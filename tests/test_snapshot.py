"""What a snapshot has in force."""

from dataclasses import replace
from itertools import product

from bot.content.moderation import ChannelRules, Moderation, ServerRules
from tests import shipped

A, B, C = "100000000000000001", "100000000000000002", "100000000000000003"
ONE, TWO, THREE = "200000000000000001", "200000000000000002", "200000000000000003"


def test_what_was_in_force_in_a_place_before_is_what_the_settings_say_of_it() -> None:
    rules = ServerRules(length="full", channels={ONE: ChannelRules(cooldown=5), TWO: ChannelRules(posting="nobody")})
    moderation = Moderation(visibility="public", servers={A: rules, C: ServerRules(posting="moderators")})
    snapshot = replace(shipped.snapshot(), moderation=moderation, uploaded={C: ServerRules(hidden=("numbers",))})
    places = list(product((None, A, B, C), ((), (ONE,), (TWO, ONE), (ONE, TWO), (THREE, TWO))))
    for server, channels in (*places, *places):
        said = moderation.in_force(server, channels, snapshot.uploaded_of(server))
        assert snapshot.in_force(server, channels) == said
    assert len({id(snapshot.in_force(*place)) for place in places}) < len(places)
