// The messages, drawn by the sandbox as escaped HTML, and all that can be done with them.

const UNITS = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

export class Log {
  constructor({ box, context, form, raw, server, composer, complain }) {
    Object.assign(this, { box, context, form, raw, server, composer, complain });
    this.busy = null;
    box.addEventListener("click", (event) => this.click(event));
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("contextmenu", (event) => this.rightClick(event));
    document.addEventListener("click", (event) => this.outside(event));
    context.addEventListener("keydown", (event) => this.contextKey(event));
    form.addEventListener("submit", (event) => this.submit(event));
    form.addEventListener("click", (event) => event.target.closest("[data-cancel]") && form.close());
  }

  receive(change) {
    const atEnd = this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < 120;
    if (change.kind === "all") this.box.replaceChildren(...change.messages.map((one) => this.made(one.html)));
    if (change.kind === "message") this.put(change);
    if (change.kind === "gone") document.getElementById(`message-${change.id}`)?.remove();
    if (change.kind === "pending") this.box.append(this.made(change.html));
    if (change.kind === "answered") this.answered(change);
    if (change.kind === "failed") document.getElementById(`pending-${change.id}`)?.replaceWith(this.made(change.html));
    if (change.kind === "refused") this.refused(change);
    if (change.new) this.show(document.getElementById(`message-${change.id}`));
    else if (atEnd || change.kind === "all" || change.kind === "pending") this.toEnd();
  }

  // A new message from its beginning, if it is taller than the room there is.
  show(message) {
    const tall = message.offsetHeight > this.box.clientHeight;
    if (tall) message.scrollIntoView({ block: "start" });
    else this.toEnd();
  }

  toEnd() {
    this.box.scrollTop = this.box.scrollHeight;
  }

  put(change) {
    const old = document.getElementById(`message-${change.id}`);
    const made = this.made(change.html);
    if (!old) return this.box.append(made);
    const focused = old.contains(document.activeElement) ? document.activeElement.dataset : null;
    old.replaceWith(made);
    if (!focused) return;
    const same = focused.press && made.querySelector(`[data-press="${CSS.escape(focused.press)}"]`);
    (same || made).focus();
  }

  // What the policy of the page keeps out of the HTML itself: colours, and times in the reader's own zone.
  made(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    for (const part of template.content.querySelectorAll("[data-accent]")) {
      part.style.setProperty("--accent", part.dataset.accent);
    }
    for (const time of template.content.querySelectorAll("time")) localize(time);
    return template.content.firstElementChild;
  }

  answered({ id, source, form }) {
    document.getElementById(`pending-${id}`)?.remove();
    this.settle(source);
    if (!form) return;
    const template = document.createElement("template");
    template.innerHTML = form;
    this.form.replaceChildren(template.content);
    this.form.showModal();
    this.form.querySelector("input, textarea, select")?.focus();
  }

  refused({ source, text }) {
    this.settle(source);
    const message = source && document.getElementById(`message-${source}`);
    if (!message) return this.complain("Something went wrong. Try again.");
    const note = document.createElement("p");
    note.className = "refusal";
    note.setAttribute("role", "alert");
    note.textContent = text;
    message.querySelector(".body").append(note);
  }

  settle(source) {
    const message = source && document.getElementById(`message-${source}`);
    for (const part of message?.querySelectorAll(".busy") ?? []) part.classList.remove("busy");
    for (const note of message?.querySelectorAll(".refusal") ?? []) note.remove();
  }

  click(event) {
    const target = event.target;
    const message = target.closest(".message")?.dataset.message;
    const veiled = target.closest(".spoiler[aria-expanded=false], .veiled");
    if (veiled) return reveal(veiled, event);
    const option = target.closest(".select [role=option]");
    if (option) return this.option(option);
    const chooser = target.closest(".chooser");
    if (chooser) return this.unfold(chooser.closest(".select"));
    const button = target.closest("button");
    if (!button) return;
    const { press, command, jump } = button.dataset;
    if (press) this.act(button, "press", { message, custom_id: press });
    else if (command) this.composer.open(command);
    else if (jump) this.jump(jump);
    else if ("dismiss" in button.dataset) this.dismiss(button.closest(".message"));
    else if ("raw" in button.dataset) this.showRaw(message);
    else if ("apps" in button.dataset) this.showApps(message, button.getBoundingClientRect(), event);
  }

  key(event) {
    const spoiler = event.target.closest(".spoiler[aria-expanded=false]");
    if (spoiler && (event.key === "Enter" || event.key === " ")) return reveal(spoiler, event);
    const select = event.target.closest(".select");
    if (select) this.selectKey(event, select);
  }

  async act(part, verb, body) {
    part.classList.add("busy");
    const { error } = await this.server.act(verb, body);
    if (!error) return;
    part.classList.remove("busy");
    this.complain(error);
  }

  unfold(select) {
    const chooser = select.querySelector(".chooser");
    const list = select.querySelector("[role=listbox]");
    const open = list.hidden;
    this.foldAll();
    if (!open) return;
    list.hidden = false;
    chooser.setAttribute("aria-expanded", "true");
    const current = list.querySelector("[aria-selected=true]") ?? list.firstElementChild;
    mark(list, current);
    list.scrollIntoView({ block: "nearest" });
  }

  foldAll() {
    for (const list of this.box.querySelectorAll(".select [role=listbox]:not([hidden])")) this.fold(list.closest(".select"));
  }

  fold(select) {
    const list = select.querySelector("[role=listbox]");
    list.hidden = true;
    select.querySelector(".chooser").setAttribute("aria-expanded", "false");
    if (select.changed) this.send(select);
  }

  option(option) {
    const select = option.closest(".select");
    const list = option.closest("[role=listbox]");
    if (Number(select.dataset.most) === 1) {
      for (const one of list.children) one.setAttribute("aria-selected", String(one === option));
      select.changed = true;
      return this.fold(select);
    }
    const chosen = list.querySelectorAll("[aria-selected=true]").length;
    const on = option.getAttribute("aria-selected") === "true";
    if (!on && chosen >= Number(select.dataset.most)) return;
    option.setAttribute("aria-selected", String(!on));
    select.changed = true;
    mark(list, option);
  }

  send(select) {
    select.changed = false;
    const chosen = [...select.querySelectorAll("[aria-selected=true]")];
    if (chosen.length < Number(select.dataset.least)) return;
    const chooser = select.querySelector(".chooser");
    chooser.textContent = chosen.map((one) => one.querySelector(".name").textContent).join(", ") || "Make a selection";
    chooser.classList.remove("unset");
    chooser.focus();
    const message = select.closest(".message").dataset.message;
    const values = chosen.map((one) => one.dataset.value);
    this.act(chooser, "choose", { message, custom_id: select.dataset.choose, values });
  }

  selectKey(event, select) {
    const list = select.querySelector("[role=listbox]");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden) {
      if (!step) return;
      event.preventDefault();
      return this.unfold(select);
    }
    const options = [...list.children];
    const at = options.findIndex((one) => one.classList.contains("current"));
    if (step) mark(list, options[(at + step + options.length) % options.length]);
    else if (event.key === "Enter" || event.key === " ") this.option(options[at]);
    else if (event.key === "Escape" || event.key === "Tab") this.fold(select);
    else return;
    if (event.key !== "Tab") event.preventDefault();
  }

  outside(event) {
    if (!event.target.closest(".select")) this.foldAll();
    if (!event.target.closest(".context") && !event.target.closest("[data-apps]")) this.context.hidden = true;
  }

  jump(id) {
    const message = document.getElementById(`message-${id}`);
    message?.scrollIntoView({ block: "center" });
    message?.focus();
  }

  dismiss(message) {
    if (message.dataset.message) this.server.act("dismiss", { message: message.dataset.message });
    message.remove();
  }

  async showRaw(message) {
    const json = await this.server.raw(message).catch((error) => ({ error: String(error) }));
    this.raw.querySelector("code").textContent = JSON.stringify(json, null, 2);
    this.raw.showModal();
  }

  rightClick(event) {
    const message = event.target.closest("[data-message]");
    if (!message || event.target.closest("a")) return;
    event.preventDefault();
    this.showApps(message.dataset.message, { left: event.clientX, bottom: event.clientY, top: event.clientY }, event);
  }

  async showApps(message, at, event) {
    event.stopPropagation();
    const commands = await this.server.commands().catch(() => []);
    const offers = commands.filter((offer) => offer.type === 3);
    const items = offers.map((offer) => menuItem(offer.shown, () => this.runMenu(offer.name, message)));
    items.push(menuItem("View JSON", () => this.showRaw(message)));
    const title = document.createElement("div");
    title.className = "heading";
    title.textContent = "Apps";
    this.context.replaceChildren(title, ...items);
    this.context.hidden = false;
    this.from = document.activeElement;
    const box = this.context.getBoundingClientRect();
    const left = Math.min(at.left, innerWidth - box.width - 8);
    const below = at.bottom + box.height < innerHeight;
    this.context.style.setProperty("left", `${Math.max(8, left)}px`);
    this.context.style.setProperty("top", `${Math.max(8, below ? at.bottom : at.top - box.height)}px`);
    items[0].focus();
  }

  async runMenu(name, message) {
    const { error } = await this.server.act("menu", { name, message });
    if (error) this.complain(error);
  }

  contextKey(event) {
    const items = [...this.context.querySelectorAll("[role=menuitem]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    else if (event.key === "Escape" || event.key === "Tab") {
      this.context.hidden = true;
      this.from?.focus();
    } else return;
    event.preventDefault();
  }

  async submit(event) {
    event.preventDefault();
    const form = event.target;
    const { error } = await this.server.act("submit", { interaction: form.dataset.interaction, values: valuesOf(form) });
    if (!error) return this.form.close();
    const note = form.querySelector(".error");
    note.textContent = error;
    note.hidden = false;
  }
}

function valuesOf(form) {
  const values = {};
  for (const field of form.elements) {
    const { name, type } = field;
    if (!name) continue;
    const kind = field.dataset.kind;
    if (kind === "yes") values[name] = field.checked;
    else if (type === "radio") values[name] ??= form.elements[name].value || undefined;
    else if (type === "checkbox") values[name] = [...(values[name] ?? []), ...(field.checked ? [field.value] : [])];
    else if (type.startsWith("select")) values[name] = [...field.selectedOptions].map((one) => one.value).filter(Boolean);
    else values[name] = field.value;
  }
  return values;
}

function reveal(part, event) {
  event.preventDefault();
  event.stopPropagation();
  part.classList.remove("veiled");
  if (!part.classList.contains("spoiler")) return;
  part.setAttribute("aria-expanded", "true");
  part.removeAttribute("aria-label");
  part.firstElementChild.removeAttribute("aria-hidden");
}

function mark(list, option) {
  for (const one of list.children) one.classList.toggle("current", one === option);
  option?.scrollIntoView({ block: "nearest" });
}

function menuItem(label, run) {
  const item = document.createElement("button");
  item.type = "button";
  item.setAttribute("role", "menuitem");
  item.textContent = label;
  item.addEventListener("click", () => {
    item.closest(".context").hidden = true;
    run();
  });
  return item;
}

function localize(time) {
  const moment = new Date(time.getAttribute("datetime"));
  const style = time.classList.contains("sent") ? "t" : time.dataset.style;
  const whole = new Intl.DateTimeFormat(undefined, STYLES.F).format(moment);
  time.title = whole;
  time.textContent = style === "R" ? relative(moment) : new Intl.DateTimeFormat(undefined, STYLES[style]).format(moment);
}

function relative(moment) {
  const seconds = (moment - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}
