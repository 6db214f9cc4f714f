"""Modals and autocomplete.

Source: Discord API documentation, "Receiving and Responding to Interactions" (Modal, Autocomplete) and "Component
Reference" (Label, Text Input, File Upload, Radio Group, Checkbox Group, Checkbox).
"""

from discord_sandbox.limits.commands import CHOICES, check_choice
from discord_sandbox.limits.components import TEXT
from discord_sandbox.limits.controls import check_options, check_select
from discord_sandbox.limits.form import Findings, FormBody, Path
from discord_sandbox.limits.tally import CUSTOM_ID, Tally, check_custom_id, count, kind_of
from discord_sandbox.records.kinds import SELECTS, Kind
from discord_sandbox.records.payload import Payload

TITLE = 45
TOP_LEVEL = 5
LABEL = 45
DESCRIPTION = 100
INPUT = 4000
INPUT_PLACEHOLDER = 100
UPLOADS = 10
RADIO_OPTIONS = 10
FEWEST_RADIO_OPTIONS = 2

IN_MODAL = frozenset({Kind.ACTION_ROW, Kind.TEXT_DISPLAY, Kind.LABEL})
IN_MODAL_ROW = frozenset({Kind.TEXT_INPUT})
IN_LABEL = SELECTS | {Kind.TEXT_INPUT, Kind.FILE_UPLOAD, Kind.RADIO_GROUP, Kind.CHECKBOX_GROUP, Kind.CHECKBOX}


def check_modal(modal: Payload, path: Path = ("data",)) -> None:
    """Check a modal. Raises DiscordError 50035 with every fault found."""
    findings = Findings()
    form = FormBody(modal, findings, path)
    form.required_text("custom_id", 1, CUSTOM_ID)
    form.required_text("title", 1, TITLE)
    tally = Tally()
    for component in form.required_items("components", 1, TOP_LEVEL):
        kind = kind_of(component, IN_MODAL)
        count(component, tally)
        if kind is Kind.TEXT_DISPLAY:
            component.required_text("content", 1, TEXT)
        elif kind is Kind.LABEL:
            check_label(component, tally)
        elif kind is Kind.ACTION_ROW:
            for child in component.required_items("components", 1, 1):
                if kind_of(child, IN_MODAL_ROW):
                    child.required_text("label", 1, LABEL)
                    check_input(child, Kind.TEXT_INPUT, tally)
    findings.settle()


def check_label(label: FormBody, tally: Tally) -> None:
    """A label around one thing to fill in."""
    label.required_text("label", 1, LABEL)
    label.text("description", 0, DESCRIPTION)
    child = label.item("component") if label.require("component") else None
    if child is not None and (kind := kind_of(child, IN_LABEL)) is not None:
        check_input(child, kind, tally)


def check_input(component: FormBody, kind: Kind, tally: Tally) -> None:
    """One thing to fill in."""
    count(component, tally)
    if kind in SELECTS:
        check_select(component, tally, in_modal=True)
        return
    check_custom_id(component, tally)
    component.flag("required", default=True)
    match kind:
        case Kind.TEXT_INPUT:
            check_text_input(component)
        case Kind.RADIO_GROUP:
            options = component.required_items("options", FEWEST_RADIO_OPTIONS, RADIO_OPTIONS)
            check_options(options, emoji=False)
        case Kind.CHECKBOX_GROUP:
            options = component.required_items("options", 1, RADIO_OPTIONS)
            check_options(options, emoji=False)
            check_bounds(component, len(options) or 1)
        case Kind.FILE_UPLOAD:
            check_bounds(component, UPLOADS)
        case _:
            component.flag("default")


def check_text_input(component: FormBody) -> None:
    """A line or a paragraph of text."""
    component.choice("style", (1, 2))
    shortest = component.number("min_length", 0, INPUT)
    longest = component.number("max_length", 1, INPUT, default=INPUT)
    if shortest > longest:
        component.refuse("NUMBER_TYPE_MAX", f"int value should be less than or equal to {longest}.", "min_length")
    component.text("value", 0, longest)
    component.text("placeholder", 0, INPUT_PLACEHOLDER)


def check_bounds(component: FormBody, most: int) -> None:
    """How many may be chosen; none only where nothing is required."""
    fewest = component.number("min_values", 0, most, default=1)
    component.number("max_values", 1, most, default=most)
    if fewest == 0 and component.flag("required", default=True):
        component.refuse("NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.", "min_values")


def check_autocomplete(answer: Payload, option_type: int, path: Path = ("data",)) -> None:
    """Check the choices of an autocomplete answer. Raises DiscordError 50035 with every fault found."""
    findings = Findings()
    form = FormBody(answer, findings, path)
    for choice in form.required_items("choices", 0, CHOICES):
        check_choice(choice, option_type)
    findings.settle()
