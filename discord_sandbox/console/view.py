"""What one person sees of the world and of every change in it, as the page draws it."""

from discord_sandbox.actors.actor import Actor
from discord_sandbox.actors.modals import Modal
from discord_sandbox.console.draw import Draw
from discord_sandbox.console.forms import draw_form
from discord_sandbox.records.channels import Message
from discord_sandbox.records.interactions import Interaction, InteractionType
from discord_sandbox.records.payload import Payload
from discord_sandbox.world.state import Change, State


class View:
    """Turns messages and changes into what is sent to somebody's page."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._draw = Draw(state.population)
        self._dismissed: set[str] = set()
        """Ids of ephemeral messages their only reader has put away."""

    def dismiss(self, message: Message) -> None:
        """Put an ephemeral message away for good; others cannot be dismissed."""
        if message.ephemeral:
            self._dismissed.add(message.id)

    def presence(self) -> Payload:
        """Whether the bot is there."""
        return {"kind": "presence", "connected": self._state.connected}

    def everything(self, actor: Actor) -> Payload:
        """All messages this person sees where they are."""
        shown = self._visible(actor)
        drawn = [self._message(message, before) for message, before in zip(shown, [None, *shown], strict=False)]
        return {"kind": "all", "messages": drawn}

    def change(self, actor: Actor, change: Change) -> Payload | None:
        """What a change is to this person, or None if it is nothing to them."""
        if change.kind == "presence":
            return self.presence()
        if change.message is not None and change.message.channel is actor.place.channel:
            return self._change_of_message(actor, change.message, change)
        interaction = change.interaction
        own = interaction is not None and interaction.user == actor.user
        if interaction is not None and own and interaction.place.channel is actor.place.channel:
            return self._change_of_interaction(interaction, change)
        return None

    def _visible(self, actor: Actor) -> list[Message]:
        return [message for message in actor.messages() if message.id not in self._dismissed]

    def _message(self, message: Message, before: Message | None) -> Payload:
        alike = before is not None and before.author == message.author
        continued = alike and not message.ephemeral and not (before is not None and before.ephemeral)
        answered = self._state.answered_by(message)
        html = self._draw.message(message, given=answered.files if answered else (), continued=continued)
        return {"kind": "message", "id": message.id, "html": html}

    def _change_of_message(self, actor: Actor, message: Message, change: Change) -> Payload | None:
        if change.kind == "deleted":
            return {"kind": "gone", "id": message.id}
        visible = self._visible(actor)
        if message not in visible:
            return None
        before = visible[: visible.index(message)]
        return {**self._message(message, before[-1] if before else None), "new": change.kind == "posted"}

    def _change_of_interaction(self, interaction: Interaction, change: Change) -> Payload | None:
        number, source = interaction.id, interaction.source.id if interaction.source else None
        # A person sees a command being sent; of a press or of typing only the outcome.
        shown = interaction.type is InteractionType.COMMAND
        match change.kind:
            case "sent" if shown:
                return {"kind": "pending", "id": number, "html": self._draw.pending(interaction)}
            case "failed" if shown:
                return {"kind": "failed", "id": number, "html": self._draw.failed(interaction)}
            case "failed":
                return {"kind": "refused", "source": source, "text": "This interaction failed"}
            case "answered":
                form = draw_form(Modal(interaction.modal), interaction.token) if interaction.modal else None
                return {"kind": "answered", "id": number, "source": source, "form": form}
            case _:
                return None
