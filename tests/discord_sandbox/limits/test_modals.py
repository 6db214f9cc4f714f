"""Forms and autocomplete: what Discord refuses."""

from typing import Any

import pytest

from discord_sandbox.limits import check_autocomplete, check_modal
from discord_sandbox.records.errors import DiscordError
from tests.discord_sandbox.limits.made_up import found, options

Json = dict[str, Any]


def line(**changes: object) -> Json:
    return {"type": 4, "custom_id": "line", "style": 1} | changes


def label(component: Json, **changes: object) -> Json:
    return {"type": 18, "label": "Label", "component": component} | changes


def modal(*components: Json, **changes: object) -> Json:
    return {"custom_id": "form", "title": "Form", "components": list(components)} | changes


def radio(number: int, **changes: object) -> Json:
    return {"type": 21, "custom_id": "radio", "options": options(number)} | changes


def boxes(number: int, **changes: object) -> Json:
    return {"type": 22, "custom_id": "boxes", "options": options(number)} | changes


def upload(**changes: object) -> Json:
    return {"type": 19, "custom_id": "upload"} | changes


def menu(**changes: object) -> Json:
    return {"type": 3, "custom_id": "menu", "options": options(3)} | changes


@pytest.mark.parametrize(
    "form",
    [
        modal(label(line(max_length=4000, value="x" * 4000, placeholder="x" * 100))),
        modal(*[label(line(custom_id=str(one))) for one in range(5)], title="x" * 45),
        modal({"type": 10, "content": "x"}, label(menu(required=False, min_values=0))),
        modal({"type": 1, "components": [line(label="Old")]}),
        modal(label(radio(10), label="x" * 45, description="x" * 100)),
        modal(label(boxes(10, min_values=0, required=False))),
        modal(label(upload(min_values=10, max_values=10))),
        modal(label({"type": 23, "custom_id": "box", "default": True})),
        modal(label({"type": 8, "custom_id": "where"})),
    ],
)
def test_what_discord_takes_is_taken(form: Json) -> None:
    check_modal(form)


@pytest.mark.parametrize(
    ("form", "path", "code"),
    [
        (modal(label(line()), title="x" * 46), "title", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(line()), title=None), "title", "BASE_TYPE_REQUIRED"),
        (modal(label(line()), custom_id="x" * 101), "custom_id", "BASE_TYPE_BAD_LENGTH"),
        (modal(), "components", "BASE_TYPE_BAD_LENGTH"),
        (modal(*[label(line(custom_id=str(one))) for one in range(6)]), "components", "BASE_TYPE_BAD_LENGTH"),
        (modal(line()), "components.0.type", "UNION_TYPE_CHOICES"),
        (modal({"type": 17, "components": []}), "components.0.type", "UNION_TYPE_CHOICES"),
        (modal(label(line()), label(line())), "components.1.component.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"),
        (modal(label({"type": 2, "style": 1})), "components.0.component.type", "UNION_TYPE_CHOICES"),
        (modal(label(line(), label="x" * 46)), "components.0.label", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(line(), description="x" * 101)), "components.0.description", "BASE_TYPE_MAX_LENGTH"),
        (modal({"type": 18, "label": "x"}), "components.0.component", "BASE_TYPE_REQUIRED"),
        (modal(label(line(style=3))), "components.0.component.style", "BASE_TYPE_CHOICES"),
        (modal(label(line(max_length=4001))), "components.0.component.max_length", "NUMBER_TYPE_MAX"),
        (modal(label(line(max_length=0))), "components.0.component.max_length", "NUMBER_TYPE_MIN"),
        (modal(label(line(min_length=-1))), "components.0.component.min_length", "NUMBER_TYPE_MIN"),
        (modal(label(line(min_length=9, max_length=8))), "components.0.component.min_length", "NUMBER_TYPE_MAX"),
        (modal(label(line(max_length=3, value="four"))), "components.0.component.value", "BASE_TYPE_MAX_LENGTH"),
        (modal(label(line(placeholder="x" * 101))), "components.0.component.placeholder", "BASE_TYPE_MAX_LENGTH"),
        (modal({"type": 1, "components": [line()]}), "components.0.components.0.label", "BASE_TYPE_REQUIRED"),
        (modal({"type": 1, "components": [menu()]}), "components.0.components.0.type", "UNION_TYPE_CHOICES"),
        (modal(label(menu(disabled=True))), "components.0.component.disabled", "COMPONENT_DISABLED_IN_MODAL"),
        (modal(label(menu(min_values=0))), "components.0.component.min_values", "NUMBER_TYPE_MIN"),
        (modal(label(radio(1))), "components.0.component.options", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(radio(11))), "components.0.component.options", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(boxes(0))), "components.0.component.options", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(boxes(11))), "components.0.component.options", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(boxes(2, max_values=3))), "components.0.component.max_values", "NUMBER_TYPE_MAX"),
        (modal(label(boxes(2, min_values=0))), "components.0.component.min_values", "NUMBER_TYPE_MIN"),
        (modal(label(upload(max_values=11))), "components.0.component.max_values", "NUMBER_TYPE_MAX"),
    ],
)
def test_what_discord_refuses_is_refused_where_it_stands(form: Json, path: str, code: str) -> None:
    with pytest.raises(DiscordError) as caught:
        check_modal(form)
    assert caught.value.errors is not None
    assert found(caught.value.errors["data"]).get(path) == code


@pytest.mark.parametrize(
    ("choice", "option_type", "path", "code"),
    [
        ({"name": "", "value": "x"}, 3, "name", "BASE_TYPE_BAD_LENGTH"),
        ({"name": "x" * 101, "value": "x"}, 3, "name", "BASE_TYPE_BAD_LENGTH"),
        ({"name": "x", "value": "x" * 101}, 3, "value", "BASE_TYPE_BAD_LENGTH"),
        ({"name": "x"}, 3, "value", "BASE_TYPE_REQUIRED"),
        ({"name": "x", "value": 1}, 3, "value", "STRING_TYPE_CONVERT"),
        ({"name": "x", "value": "1"}, 4, "value", "NUMBER_TYPE_COERCE"),
        ({"name": "x", "value": 2**53 + 1}, 4, "value", "NUMBER_TYPE_MAX"),
        ({"name": "x", "value": "1"}, 10, "value", "NUMBER_TYPE_COERCE"),
        (
            {"name": "x", "value": "x", "name_localizations": {"kr": "x"}},
            3,
            "name_localizations.kr",
            "BASE_TYPE_CHOICES",
        ),
    ],
)
def test_a_choice_is_short_and_of_its_options_type(choice: Json, option_type: int, path: str, code: str) -> None:
    with pytest.raises(DiscordError) as caught:
        check_autocomplete({"choices": [choice]}, option_type)
    assert caught.value.errors is not None
    assert found(caught.value.errors["data"]["choices"]["0"]) == {path: code}


def test_there_are_at_most_25_choices_and_perhaps_none() -> None:
    choices = [{"name": str(one), "value": str(one)} for one in range(25)]
    check_autocomplete({"choices": choices}, 3)
    check_autocomplete({"choices": []}, 3)
    with pytest.raises(DiscordError):
        check_autocomplete({"choices": [*choices, choices[0]]}, 3)
    with pytest.raises(DiscordError):
        check_autocomplete({}, 3)
