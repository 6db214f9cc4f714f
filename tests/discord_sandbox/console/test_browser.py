"""The page in a real browser, against a real discord.py client."""

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
from playwright.async_api import Page, async_playwright, expect

from discord_sandbox import Sandbox
from discord_sandbox.limits import FILE_SIZE
from tests.browser import BROWSER, SWITCHES
from tests.discord_sandbox.tiny_bot import TinyBot

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no chromium or chrome is installed to open the console with"),
    pytest.mark.usefixtures("bot"),
]


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[Page]:
    """The console, opened; fails the test on any error in the page or any request to another server."""
    wrong: list[str] = []
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=BROWSER, args=SWITCHES)
        page = await browser.new_page(viewport={"width": 1100, "height": 800})
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: None if asked.url.startswith(sandbox.console_url) else wrong.append(asked.url))
        await page.goto(sandbox.console_url)
        await expect(page.get_by_text("Bot is online")).to_be_visible()
        yield page
        await browser.close()
    assert wrong == []


async def ask(page: Page, fruit: str = "cherry") -> None:
    """Asks for a fruit as a person would."""
    await page.keyboard.type("/fru")
    await expect(page.get_by_role("option", name="/fruit")).to_be_visible()
    await page.keyboard.press("Enter")
    await page.keyboard.type(fruit)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("combobox", name="name: Which fruit")).to_have_value(fruit.title())
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name=fruit)).to_be_visible()


async def test_the_first_screen_says_what_the_bot_is_for(page: Page) -> None:
    told = await page.locator("#log").evaluate("log => getComputedStyle(log, '::before').content")
    assert told == '"Fruit, by its name."'
    await ask(page)
    told = await page.locator("#log").evaluate("log => getComputedStyle(log, '::before').content")
    assert told == "none"


async def test_a_command_is_picked_filled_in_and_answered(page: Page) -> None:
    await page.keyboard.type("/")
    options = page.locator("#popup [role=option]")
    await expect(options).to_have_count(6)
    await page.keyboard.type("frt")
    await expect(options).to_have_count(1)
    await page.keyboard.press("Tab")
    name = page.get_by_role("combobox", name="name: Which fruit")
    await expect(name).to_be_focused()
    await page.keyboard.type("RR")
    await expect(options).to_have_text(["Cherry", "Elderberry"])
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(name).to_have_value("Elderberry")
    await page.get_by_role("button", name="2 more options").click()
    await page.get_by_role("option", name="loud").click()
    await page.get_by_role("option", name="True").click()
    await page.get_by_role("button", name="Send").click()
    message = page.locator(".message:not(.pending)")
    await expect(message).to_contain_text("Mina used /fruit")
    await expect(message.get_by_role("heading")).to_have_text("ELDERBERRY")
    await expect(message).to_contain_text("Only you can see this")


async def test_keys_are_enough_and_escape_goes_back(page: Page) -> None:
    await page.keyboard.type("/old ")
    await expect(page.get_by_role("combobox", name="text")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator(".slot.wrong")).to_have_count(1)
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await expect(page.get_by_label("Message #general")).to_be_focused()
    await page.keyboard.type("/nothing")
    await expect(page.get_by_text("No command like that is offered here.")).to_be_visible()


async def test_buttons_update_and_others_see_nothing_private(page: Page) -> None:
    await ask(page)
    await page.get_by_role("button", name="Count to 1").click()
    await expect(page.get_by_role("heading", name="Counted to 1.")).to_be_visible()
    await expect(page.get_by_role("button", name="Count to 2")).to_be_visible()
    await page.get_by_role("radio", name="Tomás").check()
    await expect(page.locator(".message:not(.pending)")).to_have_count(0)
    await page.get_by_role("radio", name="Mina").check()
    await expect(page.locator(".message:not(.pending)")).to_have_count(1)
    await page.get_by_role("button", name="Dismiss message").click()
    await expect(page.locator(".message:not(.pending)")).to_have_count(0)


async def test_a_menu_is_opened_and_several_options_are_sent(page: Page) -> None:
    await ask(page)
    chooser = page.get_by_role("button", name="Pick fruit")
    await chooser.click()
    await page.get_by_role("option", name="Banana").click()
    await page.get_by_role("option", name="Date").click()
    await page.keyboard.press("Escape")
    await expect(page.get_by_text("You picked banana, date.")).to_be_visible()


async def test_a_form_is_filled_in_and_sent(page: Page) -> None:
    await ask(page)
    await page.get_by_role("button", name="Report a problem").click()
    form = page.get_by_role("form", name="Report a problem")
    await form.get_by_label("What is wrong?").fill("A comma")
    await form.get_by_role("button", name="Submit").click()
    await expect(form).to_be_visible()
    await form.get_by_role("radio", name="A wrong date").check()
    await form.get_by_role("checkbox").check()
    await form.get_by_role("button", name="Submit").click()
    await expect(page.get_by_text("Thank you: A comma / date / True")).to_be_visible()
    await expect(form).not_to_be_visible()


async def test_a_message_is_written_and_an_app_is_used_on_it(page: Page) -> None:
    await page.get_by_label("Message #general").fill("one two **three**")
    await page.keyboard.press("Enter")
    message = page.locator(".message:not(.pending)")
    await expect(message.locator("strong")).to_have_text("three")
    await message.click(button="right")
    await page.get_by_role("menuitem", name="Count words").click()
    await expect(page.get_by_text("3 words")).to_be_visible()
    await expect(page.locator(".message:not(.pending)").nth(1)).to_contain_text("Mina used Count words")


async def test_nothing_anybody_types_is_run_by_the_page(page: Page) -> None:
    attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>[x](javascript:alert(1))'
    await page.get_by_label("Message #general").fill(attack)
    await page.keyboard.press("Enter")
    await expect(page.locator(".message .content")).to_have_text(attack)
    await page.keyboard.type("/old ")
    await expect(page.get_by_role("combobox", name="text")).to_be_focused()
    await page.keyboard.type("<b onclick=alert(1)>bold")
    await page.keyboard.press("Enter")
    await expect(page.locator(".embed .description")).to_have_text("<b onclick=alert(1)>bold")
    assert await page.locator(".message img:not([src^='/'])").count() == 0
    assert await page.title() == "#general · Sandbox"


async def test_a_spoiler_opens_when_pressed_and_a_mention_opens_its_command(page: Page, sandbox: Sandbox) -> None:
    sandbox.actor("other").say("||the end|| and </fruit:1>")
    spoiler = page.get_by_role("button", name="Spoiler: press to read")
    await spoiler.press("Enter")
    await expect(page.locator(".spoiler")).to_have_attribute("aria-expanded", "true")
    await page.get_by_role("button", name="/fruit").click()
    await expect(page.get_by_role("combobox", name="name: Which fruit")).to_be_focused()


async def test_failures_are_said_in_discords_words(page: Page, sandbox: Sandbox) -> None:
    sandbox.patience = 0.1
    await page.keyboard.type("/silent")
    await expect(page.get_by_role("option", name="/silent")).to_be_visible()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("The application did not respond")).to_be_visible()
    sandbox.patience = 20
    await ask(page)
    sandbox.trouble("/callback", status=400)
    sandbox.patience = 0.1
    await page.get_by_role("button", name="Count to 1").click()
    await expect(page.get_by_text("This interaction failed")).to_be_visible()


async def test_the_raw_json_of_a_message_can_be_read(page: Page) -> None:
    await ask(page)
    await page.locator(".message:not(.pending)").hover()
    await page.get_by_role("button", name="Show the JSON of this message").click()
    await expect(page.locator("#raw-text")).to_contain_text('"accent_color": 3043280')
    await page.get_by_role("button", name="Close").click()


async def test_places_people_languages_and_looks_are_switched_and_kept(page: Page, bot: TinyBot) -> None:
    await expect(page.get_by_role("button", name="moderators")).to_have_count(0)
    await page.get_by_role("radio", name="Grace").check()
    await page.get_by_role("button", name="moderators").click()
    await page.get_by_label("Language").select_option("ko")
    await page.get_by_role("button", name="Light").click()
    await page.reload()
    await expect(page.get_by_role("heading", name="moderators")).to_be_visible()
    await expect(page.get_by_role("radio", name="Grace")).to_be_checked()
    await expect(page.locator("html")).to_have_attribute("data-theme", "light")
    await ask(page)
    assert bot.seen[-1].locale is discord.Locale.korean
    await page.get_by_role("radio", name="Mina").check()
    await expect(page.get_by_role("heading", name="general")).to_be_visible()


async def test_on_a_narrow_screen_everything_still_fits(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 700})
    await ask(page)
    await expect(page.get_by_role("button", name="Report a problem")).to_be_in_viewport()
    overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow == 0
    await expect(page.get_by_role("radio", name="Tomás")).not_to_be_visible()
    await page.get_by_role("button", name="Places and settings").click()
    await expect(page.get_by_role("button", name="lounge")).to_be_in_viewport()


async def test_a_bot_that_goes_is_noticed(page: Page, bot: TinyBot) -> None:
    await bot.close()
    await expect(page.get_by_text("Bot is not connected")).to_be_visible()


SLOT = "file: What is read"


@pytest.mark.parametrize("width", [1100, 390])
async def test_a_file_is_chosen_sent_and_shown_and_the_answer_saved(page: Page, tmp_path: Path, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 844})
    notes = tmp_path / "두 노트.txt"
    notes.write_text("words", "utf-8")
    # Waited for from the beginning: the browser takes a moment to learn that its own dialog is not to open.
    async with page.expect_file_chooser() as choosing:
        await page.keyboard.type("/read ")
        await expect(page.get_by_label(SLOT)).to_be_focused()
        await expect(page.locator(".takes-file")).to_contain_text("Choose a file")
        await page.keyboard.press("Enter")
    await (await choosing.value).set_files(notes)
    await expect(page.locator(".takes-file")).to_contain_text("두 노트.txt · 5 bytes")
    await expect(page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)
    await page.keyboard.press("Enter")
    message = page.locator(".message:not(.pending)")
    await expect(message).to_contain_text("Mina used /read with 📎 두 노트.txt")
    await expect(message).to_contain_text("두 노트.txt (text/plain; charset=utf-8, 5 bytes, ephemeral: True): words")
    for name, words in (("aloud.md", "WORDS"), ("두 노트.txt", "words")):
        async with page.expect_download() as saving:
            await message.get_by_role("link", name=name).click()
        download = await saving.value
        assert (download.suggested_filename, (await download.path()).read_text("utf-8")) == (name, words)
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await page.get_by_label("Message #general").press_sequentially("/picture ")
    await page.get_by_role("button", name="Send").click()
    async with page.expect_download() as saving:
        await page.get_by_role("link", name="notes.txt").click()
    assert (await (await saving.value).path()).read_bytes() == b"words"


async def test_a_file_that_is_too_large_is_refused_in_a_sentence_before_it_is_sent(page: Page, tmp_path: Path) -> None:
    large, small = tmp_path / "large.txt", tmp_path / "small.txt"
    large.write_bytes(bytes(FILE_SIZE + 1))
    small.write_bytes(b"few")
    await page.keyboard.type("/read ")
    await page.get_by_label(SLOT).set_input_files(large)
    refused = "large.txt has 10,485,761 bytes; Discord takes files of up to 10 MB (10,485,760 bytes)."
    await expect(page.get_by_role("alert")).to_have_text(refused)
    await expect(page.locator(".takes-file")).to_contain_text("Choose a file")
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(".slot.wrong")).to_have_count(1)
    await expect(page.locator(".message:not(.pending)")).to_have_count(0)
    await page.get_by_label(SLOT).set_input_files(small)
    await page.keyboard.press("Backspace")
    await expect(page.locator(".takes-file")).to_contain_text("Choose a file")
    await page.get_by_label(SLOT).set_input_files(small)
    await page.get_by_role("button", name="1 more option").click()
    await page.get_by_role("option", name="note").click()
    await page.keyboard.type("Listen")
    await page.get_by_role("option", name="Listen, with a file").click()
    await page.keyboard.press("Enter")
    await expect(page.locator(".message:not(.pending)")).to_contain_text("few Listen")


async def test_polls_stickers_and_forwards_are_shown_and_can_be_asked_about(page: Page, sandbox: Sandbox) -> None:
    other = sandbox.actor("other")
    card = sandbox.actor(sandbox.population.another_app).say(components=[{"type": 10, "content": "## A card"}])
    other.poll("Is it so?", "Yes", "No")
    other.say(stickers=["Wave"])
    other.forward(card)
    messages = page.locator(".message:not(.pending)")
    await expect(messages).to_have_count(4)
    await expect(messages.nth(1).get_by_role("listitem")).to_have_text(["Yes", "No"])
    await expect(messages.nth(2)).to_contain_text("Sticker: Wave")
    await expect(messages.nth(3).locator(".forwarded").get_by_role("heading")).to_have_text("A card")
    await messages.nth(3).click(button="right")
    await page.get_by_role("menuitem", name="Spell out").click()
    await expect(page.get_by_text("forwarded component ## A card")).to_be_visible()
