// The bar at the bottom: ordinary text, or a command being filled in.

import { ranked } from "/console/page/popup.js";
import { refusal, sent, showFile } from "/console/page/upload.js";

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const ATTACHMENT = 11;
const PAUSE = 120;

export class Composer {
  constructor({ bar, text, popup, server, complain }) {
    this.bar = bar;
    this.text = text;
    this.popup = popup;
    this.server = server;
    this.complain = complain;
    this.known = [];
    this.command = null;
    this.asked = 0;
    text.addEventListener("input", () => this.typed());
    text.addEventListener("keydown", (event) => this.textKey(event));
    text.addEventListener("blur", () => this.popup.hide());
  }

  setPlace(name) {
    this.text.placeholder = `Message ${name}, or / for commands`;
    this.text.setAttribute("aria-label", `Message ${name}`);
    this.cancel();
    this.text.value = "";
  }

  async typed() {
    const value = this.text.value;
    if (!value.startsWith("/")) return this.popup.hide();
    if (value === "/" || !this.known.length) {
      this.popup.wait();
      await this.load();
    }
    if (this.text.value !== value) return;
    const words = value.slice(1);
    const whole = this.named(words);
    if (whole) return this.choose(whole.offer, whole.rest);
    this.offer(ranked(this.known, words.trimEnd()));
  }

  // A command written out, with what stands after it: typed on, or pasted.
  named(words) {
    const found = this.known.flatMap((offer) =>
      [offer.shown, offer.name]
        .filter((name) => words.startsWith(`${name} `))
        .map((name) => ({ offer, rest: words.slice(name.length + 1) })),
    );
    return found.sort((a, b) => a.rest.length - b.rest.length)[0];
  }

  async load() {
    const offers = await this.server.commands().catch(() => []);
    this.known = offers.filter((offer) => offer.type === 1).sort((a, b) => a.shown.localeCompare(b.shown));
  }

  offer(offers) {
    this.popup.show(this.text, {
      heading: "Commands",
      empty: "No command like that is offered here.",
      items: offers.map((offer) => ({
        offer,
        label: `/${offer.shown}`,
        description: offer.description,
        side: offer.options.map((option) => option.shown).join("  "),
      })),
      pick: (item) => this.choose(item.offer),
    });
  }

  textKey(event) {
    if (this.popup.key(event)) return event.preventDefault();
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const said = this.text.value.trim();
    if (!said || said.startsWith("/")) return;
    this.text.value = "";
    this.report(this.server.act("say", { text: said }));
  }

  // Opens a command by its full name, as a mention of it does.
  async open(name) {
    await this.load();
    const offer = this.known.find((one) => one.name === name || one.name.startsWith(`${name} `));
    if (offer) this.choose(offer);
    else this.complain(`/${name} is not offered here.`);
  }

  choose(offer, rest = "") {
    this.command = offer;
    this.popup.hide();
    this.text.value = "";
    this.text.hidden = true;
    this.form?.remove();
    this.form = document.createElement("form");
    this.form.className = "command";
    this.form.noValidate = true;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    const name = document.createElement("b");
    name.className = "command-name";
    name.textContent = `/${offer.shown}`;
    this.form.append(name);
    for (const option of offer.options.filter((one) => one.required)) this.addSlot(option);
    this.more = button("more", "", () => this.offerMore());
    this.more.addEventListener("keydown", (event) => this.popup.key(event) && event.preventDefault());
    this.more.addEventListener("blur", () => this.popup.hide());
    this.form.append(this.more, button("cancel", "×", () => this.cancel(true), "Discard the command"));
    const send = button("send", "Send", null);
    send.type = "submit";
    this.form.append(send);
    this.bar.append(this.form);
    const optional = offer.options.filter((one) => !one.required);
    if (!this.slots().length && optional.length) this.addSlot(optional[0]);
    this.updateMore();
    const written = this.slots().find((slot) => slot.option.type !== ATTACHMENT);
    if (written) {
      written.querySelector("input").value = rest;
      this.fit(written);
    }
    (this.slots()[0]?.querySelector("input") ?? send).focus();
  }

  slots() {
    return [...this.form.querySelectorAll(".slot")];
  }

  unused() {
    const used = new Set(this.slots().map((slot) => slot.option.name));
    return this.command.options.filter((option) => !used.has(option.name));
  }

  updateMore() {
    const rest = this.unused().length;
    this.more.hidden = !rest;
    this.more.textContent = `+${rest} more`;
    this.more.setAttribute("aria-label", `${rest} more options`);
  }

  addSlot(option) {
    const slot = document.createElement("label");
    slot.className = "slot";
    slot.option = option;
    const name = document.createElement("span");
    name.className = "slot-name";
    name.textContent = option.shown;
    const input = option.type === ATTACHMENT ? fileInput() : textInput();
    input.setAttribute("aria-label", `${option.shown}: ${option.description}`);
    input.setAttribute("aria-required", String(option.required));
    if (option.longest) input.maxLength = option.longest;
    const mirror = document.createElement("span");
    mirror.className = "mirror";
    mirror.setAttribute("aria-hidden", "true");
    const field = document.createElement("span");
    field.className = "slot-field";
    field.append(mirror, input);
    slot.append(name, field);
    slot.classList.toggle("takes-file", option.type === ATTACHMENT);
    this.fit(slot);
    input.addEventListener("focus", () => this.suggest(slot));
    input.addEventListener("change", () => option.type === ATTACHMENT && this.chosen(slot));
    input.addEventListener("input", () => {
      slot.value = undefined;
      this.fit(slot);
      clearTimeout(this.timer);
      this.asked += 1;
      if (option.autocomplete) this.popup.wait();
      this.timer = setTimeout(() => this.suggest(slot), option.autocomplete ? PAUSE : 0);
    });
    input.addEventListener("keydown", (event) => this.slotKey(event, slot));
    input.addEventListener("blur", () => this.popup.hide());
    this.form.insertBefore(slot, this.more ?? null);
    return slot;
  }

  fit(slot) {
    if (slot.option.type === ATTACHMENT) showFile(slot);
    else slot.querySelector(".mirror").textContent = slot.querySelector("input").value || " ";
    slot.classList.remove("wrong");
  }

  // A file was picked in the browser's own dialog, or dropped: too large a one is refused before it is read.
  chosen(slot) {
    const wrong = refusal(slot);
    if (wrong) slot.querySelector("input").value = "";
    this.fit(slot);
    if (wrong) this.complain(wrong);
    slot.querySelector("input").focus();
  }

  offerMore() {
    const input = this.more;
    this.popup.show(input, {
      heading: "Options",
      items: this.unused().map((option) => ({ option, label: option.shown, description: option.description })),
      pick: (item) => {
        const slot = this.addSlot(item.option);
        this.updateMore();
        slot.querySelector("input").focus();
      },
    });
  }

  async suggest(slot) {
    const { option } = slot;
    const input = slot.querySelector("input");
    if (document.activeElement !== input) return;
    const heading = [option.shown, option.description];
    const pick = (item) => {
      slot.value = item.value;
      input.value = item.label;
      this.fit(slot);
      this.advance(slot);
    };
    const show = (choices, empty = "") =>
      this.popup.show(input, {
        heading,
        empty,
        pick,
        items: choices.map((choice) => ({ label: choice.name, value: choice.value })),
      });
    if (slot.value !== undefined) return show([]);
    const local = option.type === BOOLEAN ? [{ name: "True", value: true }, { name: "False", value: false }] : option.choices;
    if (local.length) {
      const typed = input.value.toLowerCase();
      return show(local.filter((choice) => choice.name.toLowerCase().includes(typed)), "No choice like that.");
    }
    if (!option.autocomplete) return show([]);
    const asked = ++this.asked;
    const options = { ...(await this.values(true)), [option.name]: input.value };
    const answer = await this.server.act("complete", { name: this.command.name, option: option.name, options });
    if (asked !== this.asked || document.activeElement !== input) return;
    show(answer.choices ?? [], answer.failed ?? answer.error ?? "No options match your search");
  }

  // After a choice: on to the next empty option that is required.
  advance(slot) {
    const empty = this.slots().find((one) => one !== slot && one.option.required && !one.querySelector("input").value);
    (empty ?? slot).querySelector("input").focus();
    if (!empty) this.suggest(slot);
  }

  slotKey(event, slot) {
    const { option } = slot;
    const input = slot.querySelector("input");
    if (event.key === "Escape" && !this.popup.items.length) {
      event.preventDefault();
      this.cancel(true);
    } else if (event.key === "Backspace" && !input.value) {
      event.preventDefault();
      this.removeSlot(slot);
    } else if (event.key === "Backspace" && option.type === ATTACHMENT) {
      input.value = "";
      this.fit(slot);
    } else if (this.popup.key(event)) {
      event.preventDefault();
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      if (option.type === ATTACHMENT && !input.value) input.click();
      else this.send();
    }
  }

  removeSlot(slot) {
    const before = slot.previousElementSibling;
    if (slot.option.required) {
      if (!before?.classList.contains("slot")) this.cancel(true);
      return;
    }
    slot.remove();
    this.updateMore();
    const target = before?.classList.contains("slot") ? before.querySelector("input") : this.form.querySelector(".send");
    target.focus();
  }

  async values(partial = false) {
    const values = {};
    for (const slot of this.slots()) {
      const { option } = slot;
      const typed = slot.querySelector("input").value;
      if (slot.value !== undefined) values[option.name] = slot.value;
      else if (!typed) continue;
      else if (option.type === ATTACHMENT) values[option.name] = await sent(slot, partial);
      else if (option.type === STRING || partial) values[option.name] = typed;
      else if (option.type === INTEGER || option.type === NUMBER) values[option.name] = Number(typed);
      else values[option.name] = typed;
    }
    return values;
  }

  async send() {
    const missing = this.slots().find((slot) => slot.option.required && !slot.querySelector("input").value);
    if (missing) {
      missing.classList.add("wrong");
      missing.querySelector("input").focus();
      return;
    }
    const answer = await this.values().then(
      (options) => this.server.act("command", { name: this.command.name, options }),
      (unread) => ({ error: unread.message }),
    );
    if (answer.error) this.complain(answer.error);
    else this.cancel(true);
  }

  cancel(focus = false) {
    this.popup.hide();
    clearTimeout(this.timer);
    this.form?.remove();
    this.form = null;
    this.more = null;
    this.command = null;
    this.text.hidden = false;
    if (focus) this.text.focus();
  }

  async report(answer) {
    const { error } = await answer;
    if (error) this.complain(error);
  }
}

function textInput() {
  const input = document.createElement("input");
  input.type = "text";
  input.size = 1;
  input.autocomplete = "off";
  input.spellcheck = false;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", "popup-list");
  input.setAttribute("aria-expanded", "false");
  return input;
}

function fileInput() {
  const input = document.createElement("input");
  input.type = "file";
  return input;
}

function button(kind, label, press, name = "") {
  const made = document.createElement("button");
  made.type = "button";
  made.className = kind;
  made.textContent = label;
  if (name) made.setAttribute("aria-label", name);
  if (press) {
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", press);
  }
  return made;
}
