"""Forms as a person fills them in.

Source: Discord API documentation, "Component Reference" (the interaction response structures of modal components).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from discord_sandbox.actors.options import NotOfferedError
from discord_sandbox.records.kinds import Kind
from discord_sandbox.records.payload import Payload, list_in

CHOOSING_MANY = frozenset({Kind.STRING_SELECT, Kind.CHECKBOX_GROUP})


class FormField(NamedTuple):
    """One thing to fill in: its component, with the label and description around it."""

    label: str
    description: str
    component: Payload

    @property
    def custom_id(self) -> str:
        """The bot's name for it."""
        return self.component["custom_id"]


class Modal:
    """An open form. `payload` is the callback's data."""

    def __init__(self, payload: Payload) -> None:
        self.payload = payload
        self.custom_id: str = payload["custom_id"]
        self.title: str = payload["title"]

    @property
    def fields(self) -> list[FormField]:
        """What can be filled in, from the top."""
        return [field for part in self.payload["components"] for field in _fields(part)]

    def text(self) -> str:
        """All that stands on the form, as plain lines."""
        parts: list[Payload] = self.payload["components"]
        lines = [self.title, *(part["content"] for part in parts if part["type"] == Kind.TEXT_DISPLAY)]
        for field in self.fields:
            lines += [line for line in (field.label, field.description) if line]
            lines += [option["label"] for option in list_in(field.component.get("options"))]
        return "\n".join(lines)

    def fill(self, values: Mapping[str, object]) -> Payload:
        """The `data` of the submission. Fields are named by label or custom id; what is left out keeps its default.

        Raises NotOfferedError for an unknown field, or a value the form does not take.
        """
        by_name = {name: field for field in self.fields for name in (field.label, field.custom_id)}
        answers: dict[str, object] = {}
        for name, value in values.items():
            if name not in by_name:
                known = ", ".join(field.label for field in self.fields)
                raise NotOfferedError(f"The form “{self.title}” has no field {name!r}; it has: {known}.")
            answers[by_name[name].custom_id] = value
        return {
            "custom_id": self.custom_id,
            "components": [self._part(part, answers) for part in self.payload["components"]],
            "resolved": {},
        }

    def _part(self, part: Payload, answers: Mapping[str, object]) -> Payload:
        filled: Payload = {"type": part["type"], "id": part["id"]}
        if part["type"] == Kind.LABEL:
            filled["component"] = _answer(part["component"], part["label"], answers)
        elif part["type"] == Kind.ACTION_ROW:
            filled["components"] = [_answer(child, child.get("label") or "", answers) for child in part["components"]]
        return filled


def _fields(part: Payload) -> list[FormField]:
    if part["type"] == Kind.LABEL:
        return [FormField(part["label"], part.get("description") or "", part["component"])]
    children: list[Payload] = part.get("components") or []
    return [FormField(child.get("label") or "", "", child) for child in children]


def _answer(component: Payload, label: str, answers: Mapping[str, object]) -> Payload:
    kind, custom_id = component["type"], component["custom_id"]
    answer: Payload = {"type": kind, "id": component["id"], "custom_id": custom_id}
    given: Any = answers.get(custom_id)
    required: bool = component.get("required", True)
    match kind:
        case Kind.TEXT_INPUT:
            answer["value"] = _text(component, label, given, required=required)
        case Kind.CHECKBOX:
            answer["value"] = bool(component.get("default")) if given is None else bool(given)
        case Kind.RADIO_GROUP:
            chosen = _chosen(component, label, [] if given is None else [given], default=given is None)
            if required and not chosen:
                raise NotOfferedError(f"The field {label!r} is required.")
            answer["value"] = chosen[0] if chosen else None
        case _ if kind in CHOOSING_MANY:
            wanted = [given] if isinstance(given, str) else list(given or ())
            answer["values"] = _chosen(component, label, wanted, default=given is None)
            if required and len(answer["values"]) < component.get("min_values", 1):
                raise NotOfferedError(f"The field {label!r} is required.")
        case _:
            if required:
                raise NotOfferedError(f"The sandbox does not fill in components of type {kind} ({label!r}).")
            answer["values"] = []
    return answer


def _text(component: Payload, label: str, given: Any, *, required: bool) -> str:  # noqa: ANN401 - untrusted
    text = str(component.get("value") or "") if given is None else str(given)
    low, high = component.get("min_length") or 0, component.get("max_length") or 4000
    if not text:
        if required:
            raise NotOfferedError(f"The field {label!r} is required.")
    elif not low <= len(text) <= high:
        raise NotOfferedError(f"The field {label!r} takes {low} to {high} characters, not {len(text)}.")
    return text


def _chosen(component: Payload, label: str, wanted: list[Any], *, default: bool) -> list[str]:
    options: list[Payload] = component.get("options") or []
    if default:
        return [option["value"] for option in options if option.get("default")]
    chosen = [option["value"] for option in options if {option["value"], option["label"]} & set(map(str, wanted))]
    most: int = component.get("max_values") or (1 if component["type"] != Kind.CHECKBOX_GROUP else len(options))
    if len(chosen) < len(wanted) or len(chosen) > most:
        known = ", ".join(option["label"] for option in options)
        raise NotOfferedError(f"The field {label!r} takes up to {most} of: {known}.")
    return chosen
