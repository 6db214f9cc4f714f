"""Forms as HTML, as Discord draws modals.

Source: Discord API documentation, "Component Reference".
"""

from discord_sandbox.actors.modals import FormField, Modal
from discord_sandbox.console.html import NOTHING, Html, element
from discord_sandbox.console.markdown import Markdown, Mentioned
from discord_sandbox.records.kinds import Kind
from discord_sandbox.records.payload import Payload, list_in

PARAGRAPH = 2


def draw_form(modal: Modal, opened_by: str) -> Html:
    """A whole form; the page shows it in a dialog."""
    markdown = Markdown(Mentioned())
    texts = [
        element("div", {"class": "text"}, markdown.block(part["content"]))
        for part in modal.payload["components"]
        if part["type"] == Kind.TEXT_DISPLAY
    ]
    buttons = element(
        "div",
        {"class": "actions"},
        element("button", {"type": "button", "class": "button plain", "data-cancel": True}, "Cancel"),
        element("button", {"type": "submit", "class": "button primary"}, "Submit"),
    )
    warning = "This form will be submitted to the app. Do not share passwords or other sensitive information."
    return element(
        "form",
        {"class": "form", "data-interaction": opened_by, "aria-label": modal.title},
        element("h2", None, modal.title),
        element("p", {"class": "notice"}, warning),
        *texts,
        *(_field(field) for field in modal.fields),
        element("p", {"class": "error", "role": "alert", "hidden": True}),
        buttons,
    )


def _field(field: FormField) -> Html:
    component = field.component
    required: bool = component.get("required", component["type"] != Kind.CHECKBOX)
    star = element("span", {"class": "required", "title": "required"}, " *") if required else NOTHING
    description = element("span", {"class": "description"}, field.description) if field.description else NOTHING
    group = component["type"] in (Kind.RADIO_GROUP, Kind.CHECKBOX_GROUP)
    name = element("legend" if group else "span", {"class": "label"}, field.label, star)
    drawn = _input(component, required=required)
    return element("fieldset" if group else "label", {"class": "field"}, name, description, drawn)


def _input(component: Payload, *, required: bool) -> Html:
    custom_id: str = component["custom_id"]
    match component["type"]:
        case Kind.TEXT_INPUT:
            return _text_input(component, required=required)
        case Kind.CHECKBOX:
            return _box("checkbox", custom_id, "", checked=bool(component.get("default")), kind="yes")
        case Kind.RADIO_GROUP:
            return element("div", {"class": "options"}, *_boxes(component, "radio", required=required))
        case Kind.CHECKBOX_GROUP:
            return element("div", {"class": "options"}, *_boxes(component, "checkbox", required=False))
        case Kind.STRING_SELECT:
            return _select(component, required=required)
        case _:
            return element("em", None, "The sandbox does not simulate this kind of field.")


def _text_input(component: Payload, *, required: bool) -> Html:
    attributes = {
        "name": component["custom_id"],
        "placeholder": component.get("placeholder"),
        "required": required,
        "minlength": str(component["min_length"]) if component.get("min_length") else None,
        "maxlength": str(component.get("max_length") or 4000),
        "autocomplete": "off",
    }
    value: str = component.get("value") or ""
    if component["style"] == PARAGRAPH:
        # A newline right after the opening tag is not part of the text, so one is given.
        return element("textarea", {**attributes, "rows": "4"}, f"\n{value}")
    return element("input", {**attributes, "type": "text", "value": value})


def _boxes(component: Payload, kind: str, *, required: bool) -> list[Html]:
    return [
        element(
            "label",
            {"class": "option"},
            _box(
                kind,
                component["custom_id"],
                option["value"],
                checked=bool(option.get("default")),
                kind="many" if kind == "checkbox" else "one",
                required=required,
            ),
            element(
                "span",
                {"class": "label"},
                element("span", {"class": "name"}, option["label"]),
                element("span", {"class": "description"}, option["description"]) if option.get("description") else "",
            ),
        )
        for option in list_in(component.get("options"))
    ]


def _box(type_: str, name: str, value: str, *, checked: bool, kind: str, required: bool = False) -> Html:  # noqa: PLR0913 - one attribute each
    attributes = {
        "type": type_,
        "name": name,
        "value": value,
        "checked": checked,
        "required": required,
        "data-kind": kind,
    }
    return element("input", attributes)


def _select(component: Payload, *, required: bool) -> Html:
    many = (component.get("max_values") or 1) > 1
    options = [
        element(
            "option",
            {"value": option["value"], "selected": bool(option.get("default"))},
            f"{option['label']}: {option['description']}" if option.get("description") else option["label"],
        )
        for option in list_in(component.get("options"))
    ]
    if not many:
        unset = {"value": "", "selected": True, "disabled": required}
        options.insert(0, element("option", unset, component.get("placeholder") or "Make a selection"))
    attributes = {"name": component["custom_id"], "required": required, "multiple": many, "data-kind": "many"}
    return element("select", attributes, *options)
